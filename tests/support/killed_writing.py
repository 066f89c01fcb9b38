"""A process of its own that saves an archive and is killed, or interrupted, at a line of the writer.

For each line that the writer comes to it forks: the child saves over an old archive and ends there. A
line on standard output tells how the child ended, what else is in the folder, and the digest of what
is under the name then. The last child lives.
"""

from __future__ import annotations

import hashlib
import itertools
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from ssmwizard.outside import archive
from ssmwizard.outside.archive import File


def files(said: str) -> list[File]:
    """What is saved: one file of several pieces, one of one, one of none."""
    return [
        archive.as_it_is("a.txt", said.encode() * (archive.PIECE // 2)),
        archive.as_it_is("b.txt", said.encode()),
        archive.as_it_is("c.txt", b""),
    ]


def at_line(place: int, then: Callable[[], None]) -> None:
    """Do something when the writer comes to a line, counted from the first."""
    counted = itertools.count()

    def trace(frame: FrameType, event: str, _: object) -> Callable[..., object] | None:
        if frame.f_code.co_filename != archive.__file__:
            return None
        if event == "line" and next(counted) == place:
            then()
        return trace

    sys.settrace(trace)


def kill() -> None:
    """End this process, and leave it no time for anything."""
    os.kill(os.getpid(), signal.SIGKILL)


def interrupt() -> None:
    """End what is under way as Ctrl+C does."""
    raise KeyboardInterrupt


def main(path: Path, how: Callable[[], None]) -> None:
    """Save, and end at each line."""
    archive.write(path, files("before"))
    old = path.read_bytes()
    for place in itertools.count():
        child = os.fork()
        if not child:
            try:
                at_line(place, how)
                archive.write(path, files("after "))
            except KeyboardInterrupt:
                os._exit(130)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        ended = os.waitstatus_to_exitcode(status)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        left = [entry for entry in path.parent.iterdir() if entry != path]
        print(ended, *(entry.name for entry in left), digest, flush=True)  # noqa: T201
        if not ended:
            return
        path.write_bytes(old)
        for entry in left:
            entry.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]), {"kill": kill, "interrupt": interrupt}[sys.argv[2]])
