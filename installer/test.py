"""Set ssmwizard up in this checkout with all its tests need, and run them.

``python3 installer/test.py`` runs the linter, the formatter's check, the type checker, and pytest
(the import contracts among its tests) in a process for each core. More arguments go to pytest,
``-k agent`` for instance, or ``-n 0`` to stay in one process.
"""

from __future__ import annotations

import os
import shutil
import sys

import environment
import system
from terminal import exit_status, run, say

CHECKS = (("ruff", "check"), ("ruff", "format", "--check"), ("mypy",))


def main() -> int:
    """Set up, check and test; return pytest's exit status, or 1 when another check failed."""
    environment.require_python()
    # Elsewhere the tests that need an X server or a keyring are skipped where there is none.
    services = (system.X11, system.X_SERVER, system.KEYRING) if system.has_apt() else ()
    system.require(system.INSTALL, system.WINDOW, *services)
    system.offer(system.AWS_CLI_2)
    python = str(environment.prepare("test"))
    os.environ["SSMWIZARD_TEST_AWS_CLI"] = _aws_cli()
    failed = [" ".join(c) for c in CHECKS if run([python, "-m", *c], environment.ROOT) != 0]
    status = run([python, "-m", "pytest", "-n", "auto", *sys.argv[1:]], environment.ROOT)
    if failed:
        say(f"Failed before the tests: {', '.join(failed)}. See above.")
    return status or int(bool(failed))


def _aws_cli() -> str:
    """The real AWS CLI, which the tests point at the demo account."""
    scripts = environment.prepare("aws-cli", ".venv-aws-cli", project=False).parent
    return shutil.which("aws", path=str(scripts)) or ""


if __name__ == "__main__":
    sys.exit(exit_status(main))
