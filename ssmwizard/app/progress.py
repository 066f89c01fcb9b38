"""How far a longer work is, and how it is ended early."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from ssmwizard.model.text import Text


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a look is; ``total`` may still grow, and is 0 where it is not known."""

    done: int
    total: int
    says: Text


class Stopped(Exception):  # noqa: N818 - what was asked for, not what failed
    """A longer work was ended early, as somebody asked; it has left nothing behind."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Whoever is told how far a longer work is, and may have it end early."""

    progress: Callable[[Progress], None] = lambda _: None
    cancelled: threading.Event = field(default_factory=threading.Event)

    def tell(self, done: int, total: int, says: Text) -> None:
        """Tell how far it is; raises :class:`Stopped` when it is to end."""
        if self.cancelled.is_set():
            raise Stopped
        self.progress(Progress(done, total, says))

    def counting(self, total: int, says: Text) -> Callable[[int], None]:
        """Return what is told how much more of a total is done, and tells each percent of it.

        It raises :class:`Stopped` too.
        """
        done = 0

        def heard(more: int) -> None:
            nonlocal done
            before, done = done, done + more
            if self.cancelled.is_set():
                raise Stopped
            if total and 100 * before // total != 100 * done // total:
                self.progress(Progress(100 * done // total, 100, says))

        return heard
