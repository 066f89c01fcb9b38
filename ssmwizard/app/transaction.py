"""Makes the changes of a plan, each written down before and after."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from ssmwizard.app.following import Watched
from ssmwizard.app.making import Making, Stopped, says, unclear
from ssmwizard.app.traces import Seen, Sight, look_for
from ssmwizard.app.waves import Waves, followed
from ssmwizard.model.plans import Call, Change, Once, Plan
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside.answers import filled, following, look, marked, told
from ssmwizard.outside.calls import CallFailed
from ssmwizard.outside.journal import Journal, Unwritable
from ssmwizard.outside.journal_entries import Happened, name_of
from ssmwizard.outside.journal_lines import call_out, follow_out, successors_out, undo_out
from ssmwizard.outside.secrets import scrub


class StepState(StrEnum):
    """What is going on with a change."""

    LOOKING = "looking"
    REHEARSING = "rehearsing"
    BEGUN = "begun"
    SETTLING = "settling"
    DONE = "done"
    ALREADY = "already"
    FAILED = "failed"
    UNDONE = "undone"
    FOLLOWING = "following"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens while a plan is applied; ``change`` is its place, None: to all of it.

    ``watched`` is what is known of the nodes of a wave, where AWS carries the changes on.
    """

    change: int | None
    state: StepState
    says: Text
    watched: Watched | None = None


class End(StrEnum):
    """How applying or undoing ended."""

    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Applied:
    """How applying a plan ended.

    ``plan`` knows by now what its verification needs of the answers. ``made`` are the places of the
    changes that stand now. ``entry`` is the journal's id, None when
    nothing was tried; ``REFUSED`` means that nothing was changed. ``watched`` is what was seen last of what
    AWS carries on. ``other`` is the ARN of who is signed in, where an entry is to be finished that
    somebody else began, and that was not confirmed.
    """

    end: End
    says: Text
    plan: Plan
    entry: str | None = None
    made: tuple[int, ...] = ()
    failure: CallFailed | None = None
    can_undo: bool = False
    watched: Watched | None = None
    other: str = ""


Said = Callable[[Step], None]
Show = Callable[[Once], None]


def nothing(_: Once) -> None:
    """Show nothing, where nothing is told once."""


@dataclass
class Transaction:
    """The changes of one plan, one after the other.

    ``show`` is given what an answer tells once; it must not fail, nor keep it. ``found`` are changes
    (by their place) that stand already, from an earlier run; they are not made again.
    """

    journal: Journal
    entry: str
    making: Making
    plan: Plan
    said: Said
    stop: threading.Event
    made: tuple[int, ...] = ()
    undoable: bool = False
    answers: list[Mapping[str, Any] | None] = field(default_factory=list)
    show: Show = nothing
    waves: Waves | None = None
    found: Mapping[int, Sight] = field(default_factory=dict)

    def run(self) -> Applied:
        """Make all changes, or stop at the first that fails."""
        for place, change in enumerate(self.plan.changes):
            if place in self.found:
                self.made += (place,)
                self.answers.append(self.found[place].answer)
                continue
            held = self._held(place)
            if held is not None:
                return held
            if self.stop.is_set():
                return self._end(End.CANCELLED, text(N_("Stopped as you wished.")))
            call = following(change.call, change.take, self.answers)
            if call is None:
                said = N_("AWS did not tell what the next change needs: {what}")
                return self._end(End.FAILED, text(said, what=change.says))
            try:
                failure = self._change(place, change, marked(call, change, self._name(place)))
            except Stopped:
                return self._end(End.CANCELLED, text(N_("Stopped as you wished.")))
            except Unwritable as problem:
                said = N_("Stopped, because the journal cannot be written any more ({reason}).")
                return self._end(End.FAILED, text(said, reason=str(problem)))
            if failure is not None:
                self.said(Step(place, StepState.FAILED, says(failure)))
                return self._end(End.FAILED, says(failure), failure)
        held = self._held(len(self.plan.changes))
        return held or self._end(End.DONE, text(N_("All changes were made.")))

    def _held(self, place: int) -> Applied | None:
        """Wait for the wave before a change; return how it ends, if that must not be made."""
        if self.waves is None:
            return None
        try:
            held = self.waves.before(place, self.answers, self._follow)
        except Unwritable as problem:
            said = N_(
                "The journal cannot be written any more ({reason}), so what runs on the nodes was not stopped and goes on."
            )
            return self._end(End.FAILED, text(said, reason=str(problem)))
        if held is None:
            return None
        return self._end(End.CANCELLED if held.by_wish else End.FAILED, held.says)

    def _follow(self, how: Text, watched: Watched | None) -> None:
        self.said(Step(None, StepState.FOLLOWING, how, watched))

    def _change(self, place: int, change: Change, call: Call) -> CallFailed | None:
        self.said(Step(place, StepState.BEGUN, change.says))
        told = {"call": call_out(call)} if change.take or change.named_in else {}
        self.journal.note(self.entry, Happened.BEGUN, place, **told)
        waiting = Step(
            place,
            StepState.SETTLING,
            text(N_("Waiting until AWS knows everywhere what was changed before.")),
        )
        try:
            answer = self.making.settled(
                call,
                change.settling_codes,
                change.settling_seconds,
                self.stop,
                lambda _: self.said(waiting),
                lambda line: self.said(Step(place, StepState.BEGUN, _printing(change, line))),
            )
        except Stopped:
            self._note(Happened.FAILED, place, message="stopped")
            raise
        except CallFailed as failure:
            return self._failed(place, change, failure)
        self._done(place, change, answer)
        return None

    def _done(self, place: int, change: Change, answer: Mapping[str, Any]) -> None:
        undo = change.undo and filled(change.undo, answer)
        self.made += (place,)
        self.undoable = self.undoable or undo is not None
        try:
            follows = follow_out(followed(change, answer))
            self._note(Happened.DONE, place, undo=undo_out(undo), follows=follows)
        finally:
            self.answers.append(self._shown(place, change, answer))
        self.said(Step(place, StepState.DONE, change.says))

    def _name(self, place: int) -> str:
        return name_of(self.entry, place)

    def _shown(self, place: int, change: Change, answer: Mapping[str, Any]) -> Mapping[str, Any]:
        """Show what is told once, and return the answer without it."""
        if not change.shows_once:
            return answer
        told = {name: look(path, answer) for name, path in change.shows_once.items()}
        self.show(Once(place, {name: str(value or "") for name, value in told.items()}))
        clean: Mapping[str, Any] = scrub(answer)
        return clean

    def _failed(self, place: int, change: Change, failure: CallFailed) -> CallFailed | None:
        told = {"code": failure.code, "message": failure.message}
        if failure.code in change.done_codes:
            self.made += (place,)
            self.answers.append(None)
            self._note(Happened.ALREADY, place, **told)
            self.said(Step(place, StepState.ALREADY, change.says))
            return None
        happened = Happened.UNCLEAR if unclear(failure) else Happened.FAILED
        self.undoable = self.undoable or (happened is Happened.UNCLEAR and change.undo is not None)
        self._note(happened, place, **told)
        if happened is Happened.UNCLEAR and self._made_after_all(place, change):
            return None
        return failure

    def _made_after_all(self, place: int, change: Change) -> bool:
        """Look whether a change without an answer was made; what is told once would be lost."""
        if change.trace is None or change.shows_once:
            return False
        try:
            name = self._name(place)
            sight = look_for(self.making, place, change.trace, self.answers, name)
        except CallFailed:
            return False
        if sight.seen is not Seen.MADE or sight.answer is None:
            return False
        self._done(place, change, sight.answer)
        return True

    def _note(self, happened: Happened, place: int, **more: object) -> None:
        request = self.making.request_id
        self.journal.note(self.entry, happened, place, request_id=request, **more)

    def _end(self, end: End, why: Text, failure: CallFailed | None = None) -> Applied:
        plan = told(self.plan, self.answers)
        more: dict[str, Any] = {}
        if plan.successors is not None:
            more = {"successors": successors_out(plan.successors)}
        # What counts is on disk: each change that began. The end can be told from them.
        with suppress(Unwritable):
            self.journal.note(self.entry, Happened.ENDED, **more)
        if end is not End.DONE:
            why = self._how_far(why)
        watched = self.waves.watched if self.waves is not None else None
        return Applied(end, why, plan, self.entry, self.made, failure, self.undoable, watched)

    def _how_far(self, why: Text) -> Text:
        if not self.made:
            return text(N_("{why} No change was made before that."), why=why)
        if not self.undoable:
            said = N_(
                "{why} {made} of {total} changes were made before that; they cannot be taken back."
            )
            return text(said, why=why, made=len(self.made), total=len(self.plan.changes))
        said = N_(
            "{why} {made} of {total} changes were made before that; they can be undone with the entry {entry} of the journal."
        )
        return text(
            said, why=why, made=len(self.made), total=len(self.plan.changes), entry=self.entry
        )


def _printing(change: Change, line: str) -> Text:
    return text(N_("{what} It says: {line}"), what=change.says, line=line)
