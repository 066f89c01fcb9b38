"""Takes changes back, from the journal."""

from __future__ import annotations

import threading

from ssmwizard.app.doors import Doors
from ssmwizard.app.making import NO_JOURNAL, busy
from ssmwizard.app.place import place_of_entry
from ssmwizard.app.transaction import End, Said
from ssmwizard.app.undo_plan import UndoPlan, UndoStep, planned
from ssmwizard.app.undoing import Undoing, Undone
from ssmwizard.model.text import text
from ssmwizard.outside import lock
from ssmwizard.outside.journal import Journal, Unwritable

__all__ = ["UndoPlan", "UndoStep", "Undone", "undo", "undo_plan"]


def undo_plan(doors: Doors, entry_id: str) -> UndoPlan:
    """Return what undoing an entry of the journal does; KeyError when there is no such entry.

    Reads the journal alone. Whether somebody changed things since is looked at when it is done.
    """
    return planned(Journal(doors.journal).entry(entry_id))


def undo(
    doors: Doors,
    entry_id: str,
    said: Said = lambda _: None,
    cancelled: threading.Event | None = None,
    *,
    confirmed: str = "",
) -> Undone:
    """Take an entry back, its newest change first, if all of it still stands as it was left.

    KeyError when there is no such entry. ``cancelled`` takes effect between changes. ``confirmed`` is
    the ARN of a caller, other than who made the change, of whom it was confirmed.
    """
    journal = Journal(doors.journal)
    entry = journal.entry(entry_id)
    refusal = doors.gate.refuses_fix(entry.fix, place_of_entry(entry))
    if refusal is not None:
        return Undone(End.REFUSED, refusal, entry)
    try:
        with journal.alone():
            entry = journal.entry(entry_id)
            stop = cancelled or threading.Event()
            return Undoing(doors, journal, entry, said, stop, confirmed=confirmed).run()
    except lock.Taken as taken:
        return Undone(End.REFUSED, busy(taken), entry)
    except Unwritable as problem:
        return Undone(End.REFUSED, text(NO_JOURNAL, reason=str(problem)), entry)
