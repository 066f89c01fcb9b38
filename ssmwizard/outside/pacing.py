"""Keeps calls to the rates that AWS has published, over all doors and threads of a run.

By token buckets, as AWS counts: so many calls may begin at once, then so many in each second.
https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ssmwizard.outside.reading import reads


@dataclass(frozen=True, slots=True)
class Rate:
    """How many calls may begin at once, and how many in a second after that."""

    burst: float
    per_second: float


class Bucket:
    """Holds a token for each call that may begin now. Safe to use from any thread."""

    def __init__(self, rate: Rate, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate, self._clock = rate, clock
        self._tokens, self._at = rate.burst, clock()
        self._lock = threading.Lock()

    def take(self) -> float:
        """Take a token, and return for how many seconds to wait until the call may begin."""
        with self._lock:
            now = self._clock()
            grown = self._tokens + (now - self._at) * self._rate.per_second
            self._tokens, self._at = min(self._rate.burst, grown) - 1, now
            return max(0.0, -self._tokens / self._rate.per_second)


class Paces:
    """The rates of one run. All of them are of an account and Region.

    ``calls`` are rates by the name of the call. ``writes`` are those, by service, of each operation
    that may change something and has no rate of its own; every operation is counted by itself.
    """

    def __init__(
        self,
        calls: Mapping[str, Rate],
        writes: Mapping[str, Rate],
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._calls, self._writes, self._sleep = calls, writes, sleep
        self._buckets: dict[tuple[str, str], Bucket] = {}
        self._lock = threading.Lock()

    def wait(self, region: str, service: str, operation: str) -> None:
        """Return when a call may begin."""
        name = f"{service}:{operation}"
        rate = self._calls.get(name)
        if rate is None and not reads(service, operation):
            rate = self._writes.get(service)
        if rate is None:
            return
        with self._lock:
            bucket = self._buckets.setdefault((region, name), Bucket(rate))
        seconds = bucket.take()
        if seconds > 0:
            self._sleep(seconds)


UNPACED = Paces({}, {})
