"""The looks that have begun and have not ended whole: their recordings so far can still be had.

What is under way, and what an error that nobody foresaw broke off, is worth a bundle too.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ssmwizard.outside.recording import Entry, Recorder

INSPECTION, IDENTITY, COMPUTER = "inspection", "identity", "computer"


class Unfinished(StrEnum):
    """Why a recording holds less than was asked for, as its first line tells it."""

    RUNNING = "still_running"
    CRASHED = "crashed"
    NOT_BEGUN = "not_begun"


@dataclass(eq=False)
class _Look:
    recorder: Recorder
    heard: Sequence[str]
    why: Unfinished = Unfinished.RUNNING


class Begun:
    """Holds the latest look of each kind until it has ended whole. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._looks: dict[str, _Look] = {}

    @contextmanager
    def look(self, kind: str, recorder: Recorder, heard: Sequence[str] = ()) -> Iterator[None]:
        """Keep what a look records while it runs, and afterwards if it breaks off.

        ``heard`` names, by then, the questions that have answered.
        """
        look = _Look(recorder, heard)
        with self._lock:
            self._looks[kind] = look
        try:
            yield
        except BaseException:
            look.why = Unfinished.CRASHED
            raise
        with self._lock:
            if self._looks.get(kind) is look:
                del self._looks[kind]

    def recording(self, kind: str) -> list[Entry] | None:
        """Return what a look has recorded so far, marked as unfinished; None: none is left unfinished."""
        with self._lock:
            look = self._looks.get(kind)
        if look is None:
            return None
        # What has not answered whole tells nothing, though some of its calls may have been recorded.
        heard = dict.fromkeys(tuple(look.heard), True)
        about, *lines = look.recorder.entries()
        return [{**about, "unfinished": look.why.value, "heard": heard}, *lines]
