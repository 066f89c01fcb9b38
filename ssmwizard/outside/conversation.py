"""Talks with a program: what it prints is shown as it comes, what is typed reaches it.

Nothing of it is kept: a sign-in prints codes that let others in.
"""

from __future__ import annotations

import codecs
import queue
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import IO

from ssmwizard.model.computer import Ran, Start
from ssmwizard.outside.programs import LEFT_SECONDS, LOOK_SECONDS, begun, end_group, not_begun

CHUNK = 4096


def converse(
    arguments: Sequence[str],
    timeout: float,
    heard: Callable[[str], None],
    stopped: Callable[[], bool] = lambda: False,
    typed: Callable[[], str | None] = lambda: None,
) -> Ran:
    """Run a program and return how that ended; never raises for its failure.

    ``heard`` is given all that it has printed so far, on either stream, whenever there is more: a
    question does not end with a line. ``typed`` is asked for a line for the program now and then. It
    ends as a group when its time is over, or ``stopped`` says so.
    """
    started = time.monotonic()
    command = tuple(arguments)
    try:
        process = begun(command, subprocess.STDOUT, reads=True)
    except OSError as error:
        return not_begun(command, error, started)
    assert process.stdout is not None
    assert process.stdin is not None
    told = _Told(process.stdout, heard)
    try:
        while process.poll() is None and time.monotonic() - started < timeout and not stopped():
            told.hear(LOOK_SECONDS)
            line = typed()
            if line is not None:
                _type(process.stdin, line)
    finally:
        status = process.poll()
        if status is None:
            end_group(process)
            process.wait()
        with suppress(OSError):
            process.stdin.close()
    told.finish()
    start = Start.TIMED_OUT if status is None else Start.FAILED if status else Start.RAN
    return Ran(command, start, status, told.text, "", time.monotonic() - started)


class _Told:
    """What a program has printed so far.

    A browser that it opened may hold its output for ever: the thread that reads it goes on then, so
    that the browser does not write into a closed pipe, and ends with this program.
    """

    def __init__(self, stream: IO[bytes], heard: Callable[[str], None]) -> None:
        self.text = ""
        self._heard = heard
        self._stream = stream
        self._chunks: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._thread = threading.Thread(target=self._read, name="ssmwizard-heard", daemon=True)
        self._thread.start()

    def hear(self, seconds: float) -> bool:
        """Take in what came, waiting for it a little; tell whether there was something."""
        with suppress(queue.Empty):
            self.text += self._decoder.decode(self._chunks.get(timeout=seconds)).replace("\r", "")
            self._heard(self.text)
            return True
        return False

    def finish(self) -> None:
        """Take in what is left."""
        self._thread.join(LEFT_SECONDS)
        while self.hear(0):
            pass

    def _read(self) -> None:
        with self._stream, suppress(OSError):
            while chunk := self._stream.read1(CHUNK):  # type: ignore[attr-defined]
                self._chunks.put(chunk)


def _type(stream: IO[bytes], line: str) -> None:
    with suppress(OSError):
        stream.write(f"{line}\n".encode())
        stream.flush()
