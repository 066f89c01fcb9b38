"""Looks from the journal at what AWS carries on, also after the program was ended, and stops it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from ssmwizard.app.doors import Doors
from ssmwizard.app.following import Sent, Watched, can_stop
from ssmwizard.app.making import NO_JOURNAL, Making, says
from ssmwizard.app.place import place_of_entry
from ssmwizard.app.stopping import stop_all
from ssmwizard.app.transaction import End
from ssmwizard.app.watch import Watch
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside.calls import CallFailed
from ssmwizard.outside.journal import Journal, Unwritable
from ssmwizard.outside.journal_entries import Entry


@dataclass(frozen=True, slots=True)
class Followed:
    """How it was seen to go, or how stopping it went; ``watched`` is None when nothing was seen."""

    end: End
    says: Text
    entry: Entry
    watched: Watched | None = None

    @property
    def can_stop(self) -> bool:
        """Tell whether something goes on that AWS stops on request."""
        heard = self.watched.heard if self.watched is not None else ()
        return any(not one.over and can_stop(one.sent.follow.engine) for one in heard)


def follow(
    doors: Doors,
    entry_id: str,
    said: Callable[[Watched], None] = lambda _: None,
    cancelled: threading.Event | None = None,
    *,
    once: bool = False,
) -> Followed:
    """Watch an entry until all has ended, or look ``once``; KeyError when there is no such entry.

    It only reads. Whether the nodes are right is another question; an inspection answers that.
    """
    stop = cancelled or threading.Event()
    if once:
        stop.set()
    entry = Journal(doors.journal).entry(entry_id)
    watch = _watch(doors, entry)
    if watch is None:
        return _nothing(entry)
    try:
        watched = watch.until_over(said, stop)
    except CallFailed as failure:
        return Followed(End.FAILED, says(failure), entry)
    told = watched.says
    if watched.trouble is not None:
        told = text(N_("{how} {trouble}"), how=told, trouble=watched.trouble)
    never = len(entry.nodes) - watched.total
    if never > 0:
        said_never = N_("{how} Further nodes that were planned and never reached: {never}.")
        told = text(said_never, how=told, never=never)
    return Followed(End.DONE if watched.over else End.CANCELLED, told, entry, watched)


def stop(doors: Doors, entry_id: str, said: Callable[[Watched], None] = lambda _: None) -> Followed:
    """Have AWS stop what goes on of an entry; KeyError when there is no such entry.

    It needs no lock: who applies the plan elsewhere sees that it was stopped, and reaches no further.
    """
    journal = Journal(doors.journal)
    entry = journal.entry(entry_id)
    refusal = doors.gate.refuses_fix(entry.fix, place_of_entry(entry))
    if refusal is not None:
        return Followed(End.REFUSED, refusal, entry)
    watch = _watch(doors, entry)
    if watch is None:
        return _nothing(entry)
    try:
        watched = watch.look()
        if watched.over:
            return Followed(
                End.REFUSED, text(N_("Nothing of it goes on any more.")), entry, watched
            )
        told = stop_all(journal, entry.id, _making(doors, entry), watch, said)
    except CallFailed as failure:
        return Followed(End.FAILED, says(failure), entry)
    except Unwritable as problem:
        return Followed(End.REFUSED, text(NO_JOURNAL, reason=str(problem)), entry)
    watched = watch.watched
    end = End.DONE if watched.over else End.FAILED
    return Followed(end, told, journal.entry(entry_id), watched)


def _watch(doors: Doors, entry: Entry) -> Watch | None:
    sent = [
        Sent(place, change.follows)
        for place, change in enumerate(entry.changes)
        if change.follows is not None
    ]
    return Watch(_making(doors, entry), sent) if sent else None


def _making(doors: Doors, entry: Entry) -> Making:
    aws = doors.aws(entry.profile, entry.region or None)
    return Making(aws, doors.hands(entry.fix), entry.fix)


def _nothing(entry: Entry) -> Followed:
    return Followed(End.REFUSED, text(N_("AWS carries on nothing of this entry.")), entry)
