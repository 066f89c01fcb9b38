"""Fixes: pure functions from facts to plans. :mod:`ssmwizard.fixes.every` lists them all."""
