"""What is left of a process that Python could not end: the stacks of its threads, for the next start.

https://docs.python.org/3/library/faulthandler.html
"""

from __future__ import annotations

import faulthandler
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Left:
    """The stacks that were written when a process ended so, and when that was (UTC)."""

    stacks: str
    at: datetime


@contextmanager
def watched(folder: Path) -> Iterator[Left | None]:
    """Have stacks written down if this process is ended by a fault; yield what an earlier one left.

    Files hold the names of functions, never values. Where none can be written none is.
    """
    left = _taken(folder)
    path = folder / f"fault-{os.getpid()}.txt"
    try:
        out = path.open("w", encoding="utf-8")
    except OSError:
        yield left
        return
    with out:
        faulthandler.enable(out)
        try:
            yield left
        finally:
            faulthandler.disable()
    with suppress(OSError):
        path.unlink()


def _taken(folder: Path) -> Left | None:
    """Return the latest of what ended processes left, and take all of it away."""
    found: list[Left] = []
    for path in folder.glob("fault-*.txt"):
        if _runs(path.stem.rpartition("-")[2]):
            continue
        with suppress(OSError):
            at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
            stacks = path.read_text(encoding="utf-8", errors="replace")
            path.unlink()
            if stacks.strip():
                found.append(Left(stacks, at))
    return max(found, key=lambda one: one.at, default=None)


def _runs(pid: str) -> bool:
    """Tell whether a process still runs; on Windows its file cannot be taken away then."""
    if os.name != "posix" or not pid.isdigit():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
