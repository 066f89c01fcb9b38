"""The rules: pure functions from facts to findings. :mod:`ssmwizard.checks.every` lists them all."""
