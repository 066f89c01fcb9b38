"""Takes the changes of a journal entry back, if they still stand as they were left."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from ssmwizard.app.doors import Doors
from ssmwizard.app.making import Making, Stopped, says, unclear
from ssmwizard.app.owner import caller_now, making_of
from ssmwizard.app.traces import GONE, Seen, Sight, find_out
from ssmwizard.app.transaction import End, Said, Step, StepState
from ssmwizard.app.undo_plan import UndoPlan, UndoStep, planned
from ssmwizard.model.plans import Call, Undo
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside.answers import filled, look
from ssmwizard.outside.calls import CallFailed
from ssmwizard.outside.journal import Journal, Unwritable
from ssmwizard.outside.journal_entries import Entry, Happened

# What has to settle first: IAM forgets a use later, a setting takes its time to change.
SETTLING_CODES = ("DeleteConflict", "TooManyUpdates", "ResourceInUse")
SETTLING_SECONDS = 60
# EC2 says so of a security group until the endpoints that used it are gone, which takes minutes.
DEPENDENCY = "DependencyViolation"
DEPENDENCY_SECONDS = 300

_UNTOLD = N_(
    "Nothing was changed: the program ended while this was done, and the account does not tell whether it worked. Look at it yourself: {what}"
)
_CHANGED = N_(
    "Nothing was changed: the program ended while this was done, and what stands there now is neither what was before nor what this made of it. Somebody changed it. Look at it yourself: {what}"
)
_SEVERAL = N_(
    "Nothing was changed: the program ended while this was done, and more than one thing in the account can be what it made. Look at it yourself: {what}"
)
# What is said of a change that is not to be judged by a program.
UNSEEN: Mapping[Seen, str] = {
    Seen.MADE: _UNTOLD,
    Seen.UNTOLD: _UNTOLD,
    Seen.CHANGED: _CHANGED,
    Seen.SEVERAL: _SEVERAL,
}


@dataclass(frozen=True, slots=True)
class Undone:
    """How undoing ended; ``undone`` are the places of the changes that were taken back.

    ``other`` is the ARN of who is signed in, where that is not who made the change and it was not
    confirmed: then nothing was changed.
    """

    end: End
    says: Text
    entry: Entry
    undone: tuple[int, ...] = ()
    failure: CallFailed | None = None
    other: str = ""


@dataclass
class Undoing:
    """The changes of one entry on their way back."""

    doors: Doors
    journal: Journal
    entry: Entry
    said: Said
    stop: threading.Event
    undone: tuple[int, ...] = ()
    by: str = ""
    confirmed: str = ""
    other: str = ""

    def run(self) -> Undone:
        """Look at everything first, then take back one change after the other."""
        plan = planned(self.entry)
        if plan.reason is not None:
            self._close()
            return self._end(End.REFUSED, plan.reason)
        making = making_of(self.doors, self.entry)
        try:
            steps: tuple[UndoStep, ...] = ()
            now = caller_now(making, self.entry, self.confirmed)
            self.by, self.other, refusal = now.arn, now.other, now.refusal
            if refusal is None:
                refusal, steps = self._look(making, plan)
        except CallFailed as failure:
            said = text(N_("Nothing was changed. {why}"), why=says(failure))
            return self._end(End.REFUSED, said, failure)
        if refusal is not None:
            return self._end(End.REFUSED, refusal)
        for step in steps:
            ended = self._take_back(making, step)
            if ended is not None:
                return ended
        self._close()
        return self._end(End.DONE, text(N_("Everything was taken back.")))

    def _close(self) -> None:
        """Write down that nothing is left to do, where a program ended before it could."""
        if not self.entry.ended:
            with suppress(Unwritable):
                self.journal.note(self.entry.id, Happened.ENDED)

    def _look(self, making: Making, plan: UndoPlan) -> tuple[Text | None, tuple[UndoStep, ...]]:
        """Return why not, or the steps that are left to take: what never happened needs none."""
        steps: list[UndoStep] = []
        gone: list[UndoStep] = []
        sights = self._sights(making, plan)
        for step in plan.steps:
            self.said(Step(step.change, StepState.LOOKING, step.undo.says))
            seen, undo = self._seen(step, sights.get(step.change))
            if seen is Seen.NOT_MADE:
                gone.append(step)
            elif undo is None or undo.take:
                return text(UNSEEN[seen], what=self.entry.changes[step.change].says), ()
            elif _stands(making, undo):
                steps.append(replace(step, undo=undo))
            elif step.certain or seen is not Seen.UNTOLD:
                said = N_(
                    "Nothing was changed: somebody changed this since, or it is gone. Undoing could do harm: {what}"
                )
                return text(said, what=step.undo.says), ()
            else:
                gone.append(step)
        for step in gone:
            self._never_was(step)
        return None, tuple(steps)

    def _sights(self, making: Making, plan: UndoPlan) -> dict[int, Sight]:
        """Look for the changes of which nobody knows whether they were made."""
        told = self.entry.plan
        if told is None or all(step.certain for step in plan.steps):
            return {}
        return {sight.change: sight for sight in find_out(making, self.entry, told)}

    def _seen(self, step: UndoStep, sight: Sight | None) -> tuple[Seen, Undo | None]:
        """Return what is known of a change, and its way back where there is one."""
        if step.certain:
            return Seen.MADE, step.undo
        if sight is None or sight.seen is Seen.UNTOLD:
            return Seen.UNTOLD, step.undo
        if sight.answer is None:
            return sight.seen, None
        return sight.seen, filled(step.undo, sight.answer) if step.undo.take else step.undo

    def _never_was(self, step: UndoStep) -> None:
        """Write down what the account shows of a change that nobody knew the end of."""
        if self.entry.changes[step.change].state is Happened.UNDO_BEGUN:
            self.journal.note(self.entry.id, Happened.UNDONE, step.change, by=self.by)
            self.undone += (step.change,)
        else:
            told = "looked at later: it did not happen"
            self.journal.note(self.entry.id, Happened.FAILED, step.change, message=told)

    def _take_back(self, making: Making, step: UndoStep) -> Undone | None:
        place = step.change
        if self.stop.is_set():
            return self._end(End.CANCELLED, text(N_("Stopped as you wished.")))
        self.said(Step(place, StepState.BEGUN, step.undo.says))
        waiting = Step(
            place,
            StepState.SETTLING,
            text(N_("Waiting until AWS knows everywhere what was changed before.")),
        )
        try:
            self.journal.note(self.entry.id, Happened.UNDO_BEGUN, place, by=self.by)
            making.settled(
                step.undo.call,
                *_patience(step.undo.call),
                self.stop,
                lambda _: self.said(waiting),
            )
            request = making.request_id
            self.undone += (place,)
            self.journal.note(self.entry.id, Happened.UNDONE, place, by=self.by, request_id=request)
        except CallFailed as failure:
            self._note_failure(making, place, failure)
            self.said(Step(place, StepState.FAILED, says(failure)))
            return self._end(End.FAILED, says(failure), failure)
        except Stopped:
            return self._end(End.CANCELLED, text(N_("Stopped as you wished.")))
        except Unwritable as problem:
            said = N_("Stopped, because the journal cannot be written any more ({reason}).")
            return self._end(End.FAILED, text(said, reason=str(problem)))
        self.said(Step(place, StepState.UNDONE, step.undo.says))
        return None

    def _note_failure(self, making: Making, place: int, failure: CallFailed) -> None:
        if unclear(failure):
            # The line that it began says just that: nobody knows.
            return
        self.journal.note(
            self.entry.id,
            Happened.UNDO_FAILED,
            place,
            by=self.by,
            code=failure.code,
            message=failure.message,
            request_id=making.request_id,
        )

    def _end(self, end: End, why: Text, failure: CallFailed | None = None) -> Undone:
        entry = self.journal.entry(self.entry.id)
        return Undone(end, why, entry, self.undone, failure, self.other)


def _patience(call: Call) -> tuple[tuple[str, ...], int]:
    """Return the error codes after which a call is tried again, and for how many seconds."""
    if call.service == "ec2":
        return (*SETTLING_CODES, DEPENDENCY), DEPENDENCY_SECONDS
    return SETTLING_CODES, SETTLING_SECONDS


def _stands(making: Making, undo: Undo) -> bool:
    """Tell whether the account still is as the change left it."""
    expects = undo.expects
    if expects is None:
        return True
    try:
        answer = making.call(expects.call)
    except CallFailed as failure:
        if failure.code.endswith(GONE):
            return False
        raise
    return bool(look(expects.path, answer) == expects.value)
