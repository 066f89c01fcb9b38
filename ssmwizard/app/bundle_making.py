"""Makes bundles of one inspection, one after the other: what does not change is made once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from ssmwizard.app.audience import Audience
from ssmwizard.app.bundle import Bundle, Contents, contents
from ssmwizard.app.bundle_parts import Part, Wishes
from ssmwizard.app.crash import Crash
from ssmwizard.app.inspect import Inspection
from ssmwizard.app.language import ENGLISH, Language
from ssmwizard.app.omissions import Omission, written_down
from ssmwizard.app.progress import Stopped, Watch
from ssmwizard.outside.journal_entries import Entry


class Making:
    """All that may go into a bundle is made once for those who keep identifiers, and once for the others.

    It is made anew when the journal has changed, and each time where what is told is not ``lasting``: it
    is still being looked at. Safe to use from several threads.
    """

    def __init__(
        self,
        told: Callable[[], Inspection],
        journal: Path,
        crash: Crash | None = None,
        language: Language = ENGLISH,
        *,
        lasting: bool = True,
    ) -> None:
        self._told, self._journal, self._crash = told, journal, crash
        self._language, self._lasting = language, lasting
        self._lock = threading.Lock()
        self._written: tuple[Sequence[Entry], Sequence[Omission]] = ((), ())
        self._made: dict[bool, Contents] = {}

    def bundle(
        self, audience: Audience, wishes: Wishes | None = None, watch: Watch | None = None
    ) -> Bundle:
        """Return a bundle; raises ``Stopped`` when it is to end."""
        return self._contents(audience, watch).bundle(wishes)

    def as_it_is(self, watch: Watch | None = None) -> tuple[Part, ...]:
        """Return everything that there is, with identifiers; raises ``Stopped`` when it is to end."""
        return self.bundle(Audience.INTERNAL, watch=watch).parts

    def _contents(self, audience: Audience, watch: Watch | None) -> Contents:
        kept = audience.keeps_identifiers
        with self._lock:
            written = written_down(self._journal)
            if watch is not None and watch.cancelled.is_set():
                raise Stopped
            if written != self._written or not self._lasting:
                self._written, self._made = written, {}
            if kept not in self._made:
                entries, lost = written
                self._made[kept] = contents(
                    self._told(),
                    entries,
                    audience,
                    lost=lost,
                    crash=self._crash,
                    watch=watch,
                    language=self._language,
                )
            return replace(self._made[kept], audience=audience)
