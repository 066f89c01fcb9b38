"""Runs other programs: without input, with a time limit, and as a group that ends as a whole."""

from __future__ import annotations

import errno
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from ssmwizard.model.computer import Ran, Start
from ssmwizard.outside import own_path

# What is left of an ended program's output is there at once, unless something still holds it.
LEFT_SECONDS = 1.0
# Windows ends a program and its children with a program, which may hang as any other.
TASKKILL_SECONDS = 5.0
# How often a program that prints nothing is looked after.
LOOK_SECONDS = 0.1


def run(arguments: Sequence[str], timeout: float) -> Ran:
    """Run a program and return how that ended; never raises for its failure.

    It runs in a session of its own, and ends with all that it started.
    """
    started = time.monotonic()
    command = tuple(arguments)
    try:
        process = begun(command, subprocess.PIPE)
    except OSError as error:
        return not_begun(command, error, started)
    output: bytes | None
    errors: bytes | None
    with process:
        try:
            output, errors = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            output, errors = _ended(process)
            start, status = Start.TIMED_OUT, None
        except BaseException:
            _ended(process)
            raise
        else:
            status = process.returncode
            start = Start.RAN if status == 0 else Start.FAILED
    spent = time.monotonic() - started
    return Ran(command, start, status, _text(output), _text(errors), spent)


def follow(
    arguments: Sequence[str],
    timeout: float,
    say: Callable[[str], None],
    stopped: Callable[[], bool],
    more: Mapping[str, str] | None = None,
) -> Ran:
    """Run a program, telling each line when it prints it, on either stream; see :func:`run`.

    What it prints on its errors is in ``output`` too. ``more`` is added to its environment. When it
    is stopped, it ends as if its time were over.
    """
    started = time.monotonic()
    command = tuple(arguments)
    try:
        process = begun(command, subprocess.STDOUT, more)
    except OSError as error:
        return not_begun(command, error, started)
    assert process.stdout is not None
    lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
    reader = threading.Thread(target=_read, args=(process.stdout, lines), daemon=True)
    reader.start()
    printed: list[str] = []

    def hear(seconds: float) -> bool:
        """Take the next line; tell whether there was one, or none yet."""
        try:
            line = lines.get(timeout=seconds)
        except queue.Empty:
            return process.poll() is None
        if line is None:
            return False
        printed.append(line)
        say(line)
        return True

    over = False
    try:
        while hear(LOOK_SECONDS) and not over:
            over = stopped() or time.monotonic() - started > timeout
        with suppress(subprocess.TimeoutExpired):
            left = 0 if over else max(0.0, timeout - (time.monotonic() - started))
            process.wait(left)
    finally:
        status = process.poll()
        if status is None:
            end_group(process)
            process.wait()
    reader.join(LEFT_SECONDS)
    if not reader.is_alive():
        while hear(0):
            pass
    start = Start.TIMED_OUT if status is None else Start.FAILED if status else Start.RAN
    return Ran(command, start, status, "\n".join(printed), "", time.monotonic() - started)


def _read(stream: IO[bytes], lines: queue.SimpleQueue[str | None]) -> None:
    with suppress(ValueError, OSError), stream:
        for line in stream:
            # What a progress bar wrote over itself is of no use; its last state is.
            shown = _text(line).rstrip("\r\n").rpartition("\r")[2].rstrip()
            if shown:
                lines.put(shown)
    lines.put(None)


def begun(
    command: tuple[str, ...],
    errors: int,
    more: Mapping[str, str] | None = None,
    *,
    reads: bool = False,
) -> subprocess.Popen[bytes]:
    """Start a program in a group of its own; raises OSError. ``reads``: what is typed reaches it."""
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE if reads else subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=errors,
        env={**environment(), **(more or {})},
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def not_begun(command: tuple[str, ...], error: OSError, started: float) -> Ran:
    """Return how a program that could not be started ended."""
    spent = time.monotonic() - started
    return Ran(command, start_of(error), None, "", str(error.strerror or error), spent)


def _ended(process: subprocess.Popen[bytes]) -> tuple[bytes | None, bytes | None]:
    """End a program with all that it started, and return what it had printed."""
    end_group(process)
    try:
        return process.communicate(timeout=LEFT_SECONDS)
    except subprocess.TimeoutExpired as held:
        return held.stdout, held.stderr


def end_group(process: subprocess.Popen[bytes]) -> None:
    """End a program that began in a session of its own, with all that it started."""
    if os.name == "posix":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        taskkill = Path(os.environ.get("SYSTEMROOT", "C:\\Windows"), "System32", "taskkill.exe")
        with suppress(OSError, subprocess.TimeoutExpired):
            subprocess.run(
                [str(taskkill), "/F", "/T", "/PID", str(process.pid)],
                check=False,
                capture_output=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                timeout=TASKKILL_SECONDS,
            )
    process.kill()


def environment() -> dict[str, str]:
    """Return the environment for other programs: without what a frozen build sets for itself.

    https://pyinstaller.org/en/stable/runtime-information.html
    """
    environment = {**os.environ, "PATH": own_path.for_others()}
    if getattr(sys, "frozen", False):
        original = environment.pop("LD_LIBRARY_PATH_ORIG", None)
        environment.pop("LD_LIBRARY_PATH", None)
        if original:
            environment["LD_LIBRARY_PATH"] = original
    return environment


def start_of(error: OSError) -> Start:
    """Return how a program was started that could not be."""
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
