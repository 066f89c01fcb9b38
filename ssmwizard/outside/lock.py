"""A lock between processes, on a file; the operating system lets go of it when its process ends.

Who holds it writes into the file who that is. The lock itself is on a byte far behind that: on Windows
nobody else could read what is locked.
"""

from __future__ import annotations

import errno
import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

FAR = 1 << 30
TRIES, PAUSE_SECONDS = 3, 0.02

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        os.lseek(descriptor, FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


# What the systems say when another process has the lock.
TAKEN = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}


@dataclass(frozen=True, slots=True)
class Holder:
    """The process that has the lock, and since when (UTC)."""

    pid: int
    since: datetime


class Taken(Exception):  # noqa: N818 - named for what happened
    """Another window or process holds the lock: ``holder``, None where that cannot be read."""

    def __init__(self, path: Path, holder: Holder | None) -> None:
        super().__init__(str(path))
        self.holder = holder


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock of a file for the block; raises :class:`Taken` when another has it.

    The file stays behind, empty: who deletes it takes the lock away from whoever waits for it.
    OSError when the file cannot be made or locked.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take_soon(descriptor, path)
        _write(descriptor)
        try:
            yield
        finally:
            os.ftruncate(descriptor, 0)
    finally:
        os.close(descriptor)


def holder(path: Path) -> Holder | None:
    """Return who holds the lock of a file right now; None when nobody does, or who cannot be told."""
    try:
        descriptor = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return None
    try:
        _take_soon(descriptor, path)
    except Taken as taken:
        return taken.holder
    finally:
        os.close(descriptor)
    return None


def _take_soon(descriptor: int, path: Path) -> None:
    """Take the lock, with patience for somebody who only looks who has it."""
    for again in range(TRIES, -1, -1):
        try:
            _take(descriptor)
        except OSError as error:
            if error.errno not in TAKEN:
                raise
            if not again:
                raise Taken(path, _read(descriptor)) from error
        else:
            return
        time.sleep(PAUSE_SECONDS)


def _write(descriptor: int) -> None:
    told = {"pid": os.getpid(), "since": datetime.now(UTC).isoformat()}
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, json.dumps(told).encode())


def _read(descriptor: int) -> Holder | None:
    try:
        told = json.loads(os.read(descriptor, 1000))
        return Holder(int(told["pid"]), datetime.fromisoformat(told["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
