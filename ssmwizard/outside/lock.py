"""A lock between processes, on a file; the operating system lets go of it when its process ends."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


# What the systems say when another process has the lock.
TAKEN = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}


class Taken(Exception):  # noqa: N818 - named for what happened
    """Another window or process holds the lock."""


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock of a file for the block; raises :class:`Taken` at once when another has it.

    The file stays behind, empty: who deletes it takes the lock away from whoever waits for it.
    OSError when the file cannot be made or locked.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            _take(descriptor)
        except OSError as error:
            if error.errno not in TAKEN:
                raise
            raise Taken(str(path)) from error
        yield
    finally:
        os.close(descriptor)
