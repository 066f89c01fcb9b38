"""The door to this computer: finds and runs programs, with a time limit."""

from __future__ import annotations

import errno
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from ssmwizard.model.computer import Ran, Start, System
from ssmwizard.model.identity import Profile


class Computer(Protocol):
    """The door to a computer, live or replayed."""

    def system(self) -> System:
        """Return the operating system."""

    def places(self, program: str, usual: Sequence[str]) -> tuple[tuple[str, bool], ...]:
        """Return each path at which the program is, and whether the search path leads there."""

    def run(self, arguments: Sequence[str], timeout: float) -> Ran:
        """Run a program without input and return how that ended; never raises for its failure."""

    def profiles(self) -> tuple[Profile, ...]:
        """Return the profiles of the AWS configuration; raises ``CallFailed`` when unreadable."""


class ThisComputer:
    """The computer the program runs on."""

    def system(self) -> System:
        """Return the operating system."""
        return System(platform.system(), platform.release(), platform.machine())

    def places(self, program: str, usual: Sequence[str]) -> tuple[tuple[str, bool], ...]:
        """Return each path at which the program is, and whether the search path leads there.

        The search path wins in its own order. On POSIX a file without the execute bit is listed
        too: it is there, and why it does not run is worth saying.
        """
        found: dict[str, bool] = {}
        for folder in os.get_exec_path():
            hit = shutil.which(program, path=folder) or _plain_file(folder, program)
            if hit:
                found.setdefault(hit, True)
        for place in usual:
            path = os.path.expandvars(str(Path(place).expanduser()))
            if Path(path).is_file():
                found.setdefault(path, False)
        return tuple(found.items())

    def run(self, arguments: Sequence[str], timeout: float) -> Ran:
        """Run a program without input and return how that ended; never raises for its failure."""
        started = time.monotonic()
        command = tuple(arguments)
        try:
            process = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=timeout,
                check=False,
                env=_environment(),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except subprocess.TimeoutExpired as late:
            return Ran(
                command, Start.TIMED_OUT, None, _text(late.stdout), _text(late.stderr), timeout
            )
        except OSError as error:
            spent = time.monotonic() - started
            return Ran(command, _start(error), None, "", str(error.strerror or error), spent)
        spent = time.monotonic() - started
        start = Start.RAN if process.returncode == 0 else Start.FAILED
        return Ran(
            command, start, process.returncode, _text(process.stdout), _text(process.stderr), spent
        )

    def profiles(self) -> tuple[Profile, ...]:
        """Return the profiles of the AWS configuration; raises ``CallFailed`` when unreadable."""
        from ssmwizard.outside.profiles import read_profiles  # noqa: PLC0415 - brings botocore

        return read_profiles()


def _plain_file(folder: str, program: str) -> str | None:
    path = Path(folder) / program
    return str(path) if os.name == "posix" and path.is_file() else None


def _environment() -> dict[str, str]:
    """Return the environment for other programs: without what a frozen build sets for itself.

    https://pyinstaller.org/en/stable/runtime-information.html
    """
    environment = dict(os.environ)
    if getattr(sys, "frozen", False):
        original = environment.pop("LD_LIBRARY_PATH_ORIG", None)
        environment.pop("LD_LIBRARY_PATH", None)
        if original:
            environment["LD_LIBRARY_PATH"] = original
    return environment


def _start(error: OSError) -> Start:
    if isinstance(error, FileNotFoundError):
        return Start.NOT_FOUND
    if isinstance(error, PermissionError):
        return Start.NOT_EXECUTABLE
    # 193 is ERROR_BAD_EXE_FORMAT, 216 ERROR_EXE_MACHINE_TYPE_MISMATCH.
    if error.errno == errno.ENOEXEC or getattr(error, "winerror", None) in (193, 216):
        return Start.WRONG_FORMAT
    return Start.FAILED


def _text(stream: bytes | None) -> str:
    return (stream or b"").decode(errors="replace")
