"""What the set-up scripts say, and how they start programs. Standard library only."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


def say(sentence: str) -> None:
    """Print a note on standard error: standard output belongs to the program that is started."""
    print(sentence, file=sys.stderr, flush=True)


def stop(sentence: str) -> NoReturn:
    """End the script with a sentence and exit status 1."""
    raise SystemExit(sentence)


def run(command: Sequence[str], folder: Path | None = None) -> int:
    """Run a program in this terminal, by default in the current folder; return its exit status.

    It gets the caller's environment without what would mix another Python installation in, or have
    every process compile the program anew.
    """
    others = ("PYTHONHOME", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE")
    kept = {name: value for name, value in os.environ.items() if name not in others}
    return subprocess.call(command, cwd=folder, env={**kept, "PIP_USER": "0"})


def answers(command: Sequence[str]) -> bool:
    """Whether a program starts and ends with exit status 0; what it prints is dropped."""
    nothing = subprocess.DEVNULL
    try:
        return subprocess.call(command, stdin=nothing, stdout=nothing, stderr=nothing) == 0
    except OSError:
        return False


def exit_status(main: Callable[[], int]) -> int:
    """What `main` returns; 130 where Ctrl+C ended it."""
    try:
        return main()
    except KeyboardInterrupt:
        return 130
