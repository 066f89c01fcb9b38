"""Goes on with a plan that was left unfinished: what is there stays, what is missing is made."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass

from ssmwizard.app.doors import Doors
from ssmwizard.app.making import NO_JOURNAL, busy, says
from ssmwizard.app.owner import caller_now, making_of
from ssmwizard.app.place import place_of_entry
from ssmwizard.app.rehearsal import rehearse
from ssmwizard.app.traces import Seen, Sight, find_out
from ssmwizard.app.transaction import (
    Applied,
    End,
    Said,
    Step,
    StepState,
    Transaction,
)
from ssmwizard.app.undoing import UNSEEN
from ssmwizard.app.verify import choice_of, prover
from ssmwizard.app.waves import Leave, Waves, followed
from ssmwizard.model.plans import Plan
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside import lock
from ssmwizard.outside.answers import filled
from ssmwizard.outside.calls import CallFailed
from ssmwizard.outside.journal import Journal, Unwritable
from ssmwizard.outside.journal_entries import Entry, Happened
from ssmwizard.outside.journal_lines import follow_out, undo_out


@dataclass(frozen=True, slots=True)
class Recovery:
    """What the account shows of an entry that was left open, by reading calls alone.

    ``under_way`` is the place of the change that was being made or taken back, None when it was none.
    ``sights`` are of the changes in order, empty where nothing could be seen: ``reason`` says why.
    ``left`` are the places of the changes that finishing would make; ``refusal`` says why it cannot be
    finished, None when it can.
    """

    entry: Entry
    under_way: int | None
    sights: tuple[Sight, ...]
    left: tuple[int, ...]
    refusal: Text | None
    reason: Text | None = None


def recovery(doors: Doors, entry_id: str) -> Recovery:
    """Find out from the account what is true of an entry; KeyError when there is no such entry."""
    entry = Journal(doors.journal).entry(entry_id)
    plan = entry.plan
    if plan is None:
        return Recovery(entry, under_way(entry), (), (), text(OLDER), text(OLDER))
    making = making_of(doors, entry)
    try:
        now = caller_now(making, entry)
        if now.refusal is not None and not now.other:
            return Recovery(entry, under_way(entry), (), (), now.refusal, now.refusal)
        sights = find_out(making, entry, plan)
    except CallFailed as failure:
        why = text(N_("The account could not be asked. {why}"), why=says(failure))
        return Recovery(entry, under_way(entry), (), (), why, why)
    left = tuple(one.change for one in sights if one.seen is Seen.NOT_MADE)
    return Recovery(entry, under_way(entry), sights, left, _against(entry, plan, sights))


def under_way(entry: Entry) -> int | None:
    """Return the place of the change that was under way when the program ended."""
    open_states = {Happened.BEGUN, Happened.UNCLEAR, Happened.UNDO_BEGUN}
    found = [place for place, one in enumerate(entry.changes) if one.state in open_states]
    return found[-1] if found else None


def finish(
    doors: Doors,
    entry_id: str,
    said: Said = lambda _: None,
    cancelled: threading.Event | None = None,
    *,
    confirmed: str = "",
    leave: Leave = lambda _: False,
) -> Applied:
    """Make what is left of an entry, after looking what is there; KeyError when there is none.

    Nothing is changed where the account shows anything but the work of the entry itself. For
    ``confirmed`` and ``leave`` see :func:`ssmwizard.app.apply.apply`.
    """
    journal = Journal(doors.journal)
    entry = journal.entry(entry_id)
    plan = entry.plan
    if plan is None:
        raise OlderEntry(entry_id)
    refusal = doors.gate.refuses_fix(entry.fix, place_of_entry(entry))
    if refusal is not None:
        return Applied(End.REFUSED, refusal, plan, entry_id)
    stop = cancelled or threading.Event()
    try:
        with journal.alone():
            entry = journal.entry(entry_id)
            return _alone(doors, journal, entry, plan, _Talk(said, confirmed, leave), stop)
    except lock.Taken as taken:
        return Applied(End.REFUSED, busy(taken), plan, entry_id)
    except Unwritable as problem:
        return Applied(End.REFUSED, text(NO_JOURNAL, reason=str(problem)), plan, entry_id)


@dataclass(frozen=True, slots=True)
class _Talk:
    """Whom to tell and ask what, and who was confirmed."""

    said: Said
    confirmed: str
    leave: Leave


class OlderEntry(Exception):  # noqa: N818 - named for what it is
    """An entry that an older version of the program wrote, without all that finishing takes."""


def _alone(
    doors: Doors,
    journal: Journal,
    entry: Entry,
    plan: Plan,
    talk: _Talk,
    stop: threading.Event,
) -> Applied:
    talk.said(Step(None, StepState.LOOKING, text(N_("Looking what was made already."))))
    making = making_of(doors, entry)
    try:
        now = caller_now(making, entry, talk.confirmed)
        refusal = now.refusal
        sights = find_out(making, entry, plan) if refusal is None else ()
        refusal = refusal or _against(entry, plan, sights)
        left = [one.change for one in sights if one.seen is Seen.NOT_MADE]
        failure = rehearse(making, plan, talk.said, left) if refusal is None else None
    except CallFailed as problem:
        return _refused(plan, entry, problem)
    if failure is not None:
        return _refused(plan, entry, failure)
    if refusal is not None:
        return Applied(End.REFUSED, refusal, plan, entry.id, other=now.other)
    journal.note(entry.id, Happened.GOES_ON, by=now.arn)
    found = {one.change: one for one in sights if one.seen is Seen.MADE}
    choice = choice_of(entry)
    undoable = _write_down(journal, entry, plan, found.values())
    return Transaction(
        journal,
        entry.id,
        making,
        plan,
        talk.said,
        stop,
        undoable=undoable,
        found=found,
        waves=Waves(
            journal, entry.id, making, plan, stop, prover(doors, choice, plan, stop), talk.leave
        ),
    ).run()


def _refused(plan: Plan, entry: Entry, failure: CallFailed) -> Applied:
    why = text(N_("Nothing was changed. {why}"), why=says(failure))
    return Applied(End.REFUSED, why, plan, entry.id, failure=failure)


def _write_down(journal: Journal, entry: Entry, plan: Plan, found: Iterable[Sight]) -> bool:
    """Write down which changes the account shows; tell whether one of them can be taken back."""
    undoable = False
    for sight in found:
        written = entry.changes[sight.change]
        if written.state in OPEN:
            undo = plan.changes[sight.change].undo
            back = undo and filled(undo, sight.answer or {})
            told = "looked at later: it was made"
            follows = follow_out(followed(plan.changes[sight.change], sight.answer or {}))
            more = {"undo": undo_out(back), "follows": follows, "message": told}
            journal.note(entry.id, Happened.DONE, sight.change, **more)
            undoable = undoable or back is not None
        elif written.state in NEVER:
            told = "looked at later: it is there, and was not made by this"
            journal.note(entry.id, Happened.ALREADY, sight.change, message=told)
        else:
            undoable = undoable or written.undo is not None
    return undoable


def _against(entry: Entry, plan: Plan, sights: Iterable[Sight]) -> Text | None:
    """Return why an entry is not to be finished, None when nothing speaks against it."""
    if entry.going_back:
        said = N_("Nothing was changed: taking this back was begun. Only that can be gone on with.")
        return text(said)
    for sight in sights:
        what = plan.changes[sight.change].says
        state = entry.changes[sight.change].state
        if sight.seen in (Seen.CHANGED, Seen.SEVERAL, Seen.UNTOLD):
            return text(UNSEEN[sight.seen], what=what)
        if sight.seen is Seen.NOT_MADE and state is Happened.DONE:
            said = N_(
                "Nothing was changed: this was made, and it is not there any more. Somebody took it back. Plan anew instead of going on: {what}"
            )
            return text(said, what=what)
        if sight.seen is Seen.NOT_MADE and plan.changes[sight.change].shows_once:
            said = N_(
                "Nothing was changed: this was not made, and AWS tells a secret of it once, which a new plan shows. Plan anew: {what}"
            )
            return text(said, what=what)
        if sight.seen is Seen.MADE and state in OPEN and plan.changes[sight.change].shows_once:
            said = N_(
                "Nothing was changed: this was made, but what AWS tells of it once was lost with the program. Take it back and begin anew: {what}"
            )
            return text(said, what=what)
    return None


OPEN = {Happened.BEGUN, Happened.UNCLEAR}
NEVER = {Happened.PLANNED, Happened.FAILED}
OLDER = N_(
    "An older version of the program wrote this entry, without all that finishing it takes. Plan anew, or take it back."
)
