"""Finds out from the account, by reading alone, which changes of a journal entry were made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ssmwizard.app.making import Making
from ssmwizard.model.plans import Plan, Trace
from ssmwizard.outside.answers import look, reading
from ssmwizard.outside.calls import CallFailed
from ssmwizard.outside.journal_entries import Entry, Happened, name_of

# Ends of error codes that say that a thing is not there.
GONE = ("NoSuchEntity", "NotFound", "NotFoundException", "DoesNotExist")


class Seen(StrEnum):
    """What the account shows of a change.

    ``CHANGED``: neither what was before it nor what was after it. ``SEVERAL``: more than one thing can
    be it. ``UNTOLD``: nothing in the account shows it.
    """

    MADE = "made"
    NOT_MADE = "not-made"
    CHANGED = "changed"
    SEVERAL = "several"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class Sight:
    """What was seen of one change (by its place); ``answer`` stands for that of the change."""

    change: int
    seen: Seen
    answer: Mapping[str, Any] | None = None


def find_out(making: Making, entry: Entry, plan: Plan) -> tuple[Sight, ...]:
    """Look at every change of an entry, in order; raises ``CallFailed`` where looking fails."""
    sights: list[Sight] = []
    for place, change in enumerate(plan.changes):
        if entry.changes[place].state is Happened.ALREADY:
            # It was there before, so that it is there tells nothing, and nothing is to be done.
            sights.append(Sight(place, Seen.MADE))
        elif change.trace is None:
            sights.append(Sight(place, _untraced(entry, place)))
        else:
            answers = [sight.answer for sight in sights]
            name = name_of(entry.id, place)
            sights.append(look_for(making, place, change.trace, answers, name))
    return tuple(sights)


def _untraced(entry: Entry, place: int) -> Seen:
    """Return what the journal alone tells."""
    match entry.changes[place].state:
        case Happened.DONE:
            return Seen.MADE
        case Happened.PLANNED | Happened.FAILED | Happened.UNDONE:
            return Seen.NOT_MADE
        case _:
            return Seen.UNTOLD


def look_for(making: Making, place: int, trace: Trace, made: Sequence[Any], name: str) -> Sight:
    """Look for one change, by its trace; ``made`` are the answers to the changes before it."""
    asked = reading(trace, made, name)
    if asked is None:
        return Sight(place, Seen.NOT_MADE)
    call, path = asked
    try:
        shown = look(path, making.call(call))
    except CallFailed as failure:
        if not failure.code.endswith(GONE):
            raise
        shown = None
    if trace.made is not None:
        if shown == trace.before:
            return Sight(place, Seen.NOT_MADE)
        seen = Seen.MADE if shown == trace.made else Seen.CHANGED
        return Sight(place, seen, {} if seen is Seen.MADE else None)
    match shown or ():
        case []:
            return Sight(place, Seen.NOT_MADE)
        case [one]:
            return Sight(place, Seen.MADE, one)
        case _:
            return Sight(place, Seen.SEVERAL)
