"""Entries of the journal, put together from its lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from ssmwizard.model.plans import Call, Follow, Plan, Undo
from ssmwizard.model.text import Text
from ssmwizard.outside.journal_lines import (
    Line,
    call_in,
    follow_in,
    plan_in,
    successors_in,
    text_in,
    undo_in,
)


class Happened(StrEnum):
    """What a line of the journal tells, of an entry or of one of its changes."""

    PLANNED = "planned"
    BEGUN = "begun"
    DONE = "done"
    ALREADY = "already"
    FAILED = "failed"
    UNCLEAR = "unclear"
    ENDED = "ended"
    UNDO_BEGUN = "undo-begun"
    UNDONE = "undone"
    UNDO_FAILED = "undo-failed"
    STOP_BEGUN = "stop-begun"
    STOPPED = "stopped"
    STOP_FAILED = "stop-failed"
    GOES_ON = "goes-on"
    LOOKED = "looked"


class State(StrEnum):
    """Where an entry stands."""

    DONE = "done"
    PARTLY = "partly"
    FAILED = "failed"
    UNFINISHED = "unfinished"
    PARTLY_UNDONE = "partly-undone"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Written:
    """One change of an entry.

    ``state`` is the last thing that happened to it: ``BEGUN`` and ``UNCLEAR`` mean that nobody knows
    whether the service made the change. ``undo`` is ready to be called once the change is ``DONE``:
    what it takes from the answer is filled in. ``at``, ``request_id``, ``code`` and ``message`` are
    of the last thing that happened. ``follows`` is the command or the association, by its id, that AWS
    carries it on with, ``stop`` how stopping that went.
    """

    says: Text
    call: Call
    undo: Undo | None
    state: Happened = Happened.PLANNED
    at: datetime | None = None
    request_id: str = ""
    code: str = ""
    message: str = ""
    follows: Follow | None = None
    stop: Happened | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A plan that was applied: when (UTC), by whom, and how far.

    ``ended``: the program came to its end, whether all changes were made or not. ``undone_by`` and
    ``undone_at`` tell who took a change back last, and when. ``plan`` is what is made, None where an
    older program did not write it down whole. ``proof`` is how looking for the effect ended last, a
    word of ``app.verify.Proof``, with what was said then and when; empty: nobody looked to the end.
    """

    id: str
    at: datetime
    arn: str
    account: str
    region: str
    profile: str | None
    fix: str
    title: Text
    nodes: tuple[str, ...]
    changes: tuple[Written, ...]
    ended: bool = False
    undone_by: str = ""
    undone_at: datetime | None = None
    plan: Plan | None = None
    features: tuple[str, ...] = ()
    proof: str = ""
    proof_says: Text | None = None
    proof_at: datetime | None = None

    @property
    def state(self) -> State:
        """Return where the entry stands."""
        states = {change.state for change in self.changes}
        if states & {Happened.BEGUN, Happened.UNCLEAR}:
            return State.UNFINISHED
        if states & {Happened.UNDO_BEGUN, Happened.UNDO_FAILED}:
            return State.PARTLY_UNDONE
        if Happened.UNDONE in states:
            return State.PARTLY_UNDONE if Happened.DONE in states else State.UNDONE
        if states <= {Happened.DONE, Happened.ALREADY}:
            return State.DONE
        if not self.ended:
            return State.UNFINISHED
        return State.PARTLY if Happened.DONE in states else State.FAILED

    @property
    def on_computer(self) -> bool:
        """Return whether all of it was done on this computer."""
        return all(change.call.on_computer for change in self.changes)

    @property
    def left_open(self) -> bool:
        """Return whether the program was gone in the midst of it: forth, or on the way back."""
        undoing = any(change.state is Happened.UNDO_BEGUN for change in self.changes)
        return undoing or self.state is State.UNFINISHED

    @property
    def going_back(self) -> bool:
        """Return whether taking it back was begun."""
        return any(change.state in GOING_BACK for change in self.changes)

    @property
    def made_at(self) -> datetime:
        """Return when the last change was made, as far as is known."""
        return max((one.at for one in self.changes if one.at is not None), default=self.at)

    @property
    def followed(self) -> bool:
        """Return whether AWS carries some of it on, so that it can be watched and stopped."""
        return any(change.follows is not None for change in self.changes)

    @property
    def can_undo(self) -> bool:
        """Return whether there is anything left to take back."""
        return any(change.undo is not None and change.state in UNDOABLE for change in self.changes)


STOPS = frozenset({Happened.STOP_BEGUN, Happened.STOPPED, Happened.STOP_FAILED})
GOING_BACK = frozenset({Happened.UNDO_BEGUN, Happened.UNDO_FAILED, Happened.UNDONE})
# States of a change that may stand in the account and can be taken back.
UNDOABLE = frozenset(
    {
        Happened.BEGUN,
        Happened.UNCLEAR,
        Happened.DONE,
        Happened.UNDO_BEGUN,
        Happened.UNDO_FAILED,
    }
)


def take(line: Line, entries: dict[str, Entry]) -> None:
    """Add to the entries by id what a line tells; KeyError and the like when it is not one of ours."""
    if line["happened"] == Happened.PLANNED:
        entries[line["id"]] = _entry(line)
    else:
        entries[line["id"]] = _after(entries[line["id"]], line)


def _entry(line: Line) -> Entry:
    return Entry(
        id=line["id"],
        at=datetime.fromisoformat(line["at"]),
        arn=line["by"],
        account=line["account"],
        region=line["region"],
        profile=line["profile"],
        fix=line["fix"],
        title=text_in(line["title"]),
        nodes=tuple(line["nodes"]),
        changes=tuple(
            Written(text_in(one["says"]), call_in(one["call"]), undo_in(one["undo"]))
            for one in line["changes"]
        ),
        plan=plan_in(line),
        features=tuple(line.get("features", ())),
    )


def _told(plan: Plan | None, line: Line) -> Plan | None:
    """Return a plan with what an answer told of the nodes that come to be by it."""
    if plan is None or "successors" not in line:
        return plan
    return replace(plan, successors=successors_in(line["successors"]))


def _after(entry: Entry, line: Line) -> Entry:
    happened = Happened(line["happened"])
    at = datetime.fromisoformat(line["at"])
    if happened is Happened.ENDED:
        return replace(entry, ended=True, plan=_told(entry.plan, line))
    if happened is Happened.GOES_ON:
        return replace(entry, ended=False)
    if happened is Happened.LOOKED:
        says = text_in(line["says"])
        return replace(entry, proof=line["proof"], proof_says=says, proof_at=at)
    place = line["change"]
    change = entry.changes[place]
    if happened in STOPS:
        changes = (
            *entry.changes[:place],
            replace(change, stop=happened),
            *entry.changes[place + 1 :],
        )
        return replace(entry, changes=changes)
    changed = replace(
        change,
        state=happened,
        at=at,
        request_id=line.get("request_id", ""),
        code=line.get("code", ""),
        message=line.get("message", ""),
        undo=undo_in(line["undo"]) if "undo" in line else change.undo,
        call=call_in(line["call"]) if "call" in line else change.call,
        follows=follow_in(line["follows"]) if "follows" in line else change.follows,
    )
    changes = (*entry.changes[:place], changed, *entry.changes[place + 1 :])
    if happened is Happened.UNDONE:
        return replace(entry, changes=changes, undone_by=line["by"], undone_at=at)
    return replace(entry, changes=changes)


def name_of(entry: str, change: int) -> str:
    """Return the name of a change (by its place) that nothing else in any account has."""
    return f"{entry}/{change}"
