"""What undoing an entry of the journal does, as far as the journal knows."""

from __future__ import annotations

from dataclasses import dataclass

from ssmwizard.model.plans import Undo
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside.command_line import line
from ssmwizard.outside.journal_entries import UNDOABLE, Entry, Happened

# In these states of a change the service may have made it, or taken it back, or not.
OPEN = {Happened.BEGUN, Happened.UNCLEAR, Happened.UNDO_BEGUN}


@dataclass(frozen=True, slots=True)
class UndoStep:
    """One change to take back: its place in the entry, the call, and the same for the AWS CLI."""

    change: int
    undo: Undo
    line: str
    certain: bool


@dataclass(frozen=True, slots=True)
class UndoPlan:
    """What undoing an entry does, in order. ``reason`` says why nothing can be undone, if so."""

    entry: Entry
    steps: tuple[UndoStep, ...]
    reason: Text | None = None


def planned(entry: Entry) -> UndoPlan:
    """Return what undoing an entry does, as far as the journal knows."""
    steps = tuple(
        UndoStep(
            place,
            change.undo,
            line(change.undo.call, entry.profile, entry.region),
            change.state not in OPEN,
        )
        for place, change in reversed(list(enumerate(entry.changes)))
        if change.state in UNDOABLE and change.undo is not None
    )
    if steps:
        return UndoPlan(entry, steps)
    if any(change.state is Happened.DONE and change.undo is None for change in entry.changes):
        return UndoPlan(entry, (), text(N_("What this did cannot be taken back.")))
    if any(change.state is Happened.UNDONE for change in entry.changes):
        return UndoPlan(entry, (), text(N_("This was undone already.")))
    return UndoPlan(entry, (), text(N_("Nothing was changed by this, so nothing can be undone.")))
