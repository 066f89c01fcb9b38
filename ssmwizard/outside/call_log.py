"""Every call that left by any door of a run, newest last: what it was, not what it carried."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from ssmwizard.model.facts import Why
from ssmwizard.outside.calls import LOCAL, Call
from ssmwizard.outside.reading import reads

KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Heard:
    """One call: its place in the run (from 1), when it began (UTC), what it was and how it ended.

    ``code`` is the error code, empty where it worked. ``made`` is False where it never left.
    """

    number: int
    at: datetime
    service: str
    operation: str
    region: str
    milliseconds: int
    request_id: str
    writes: bool
    code: str
    made: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """How many calls there were in all, of these how many that may change something, and failed."""

    calls: int = 0
    writes: int = 0
    failed: int = 0


class CallLog:
    """Keeps the newest calls and counts all. Safe to use from several threads.

    ``listener`` is told of each call at once, from whatever thread made it.
    """

    def __init__(self, kept: int = KEPT) -> None:
        self.kept = kept
        self.listener: Callable[[Heard], None] = lambda _: None
        self._lock = threading.Lock()
        self._calls: deque[Heard] = deque(maxlen=kept)
        self._counts = Counts()

    def heard(self, call: Call) -> None:
        """Take note of a call; what is known without asking anybody is none."""
        if call.service in LOCAL:
            return
        failure = call.failure
        writes = not reads(call.service, call.operation)
        with self._lock:
            before = self._counts
            number = before.calls + 1
            self._counts = Counts(
                number, before.writes + writes, before.failed + (failure is not None)
            )
            heard = Heard(
                number,
                call.at,
                call.service,
                call.operation,
                call.region,
                round(call.seconds * 1000),
                call.request_id,
                writes,
                code="" if failure is None else failure.code,
                made=failure is None or failure.why is not Why.READ_ONLY,
            )
            self._calls.append(heard)
        self.listener(heard)

    def since(self, number: int) -> tuple[tuple[Heard, ...], Counts]:
        """Return the calls after a place, as far as they are kept, and how many there were."""
        with self._lock:
            new = min(self._counts.calls - number, len(self._calls))
            latest = list(islice(reversed(self._calls), new))
            return tuple(reversed(latest)), self._counts
