"""Finds what a program left unfinished, and finishes it, takes it back, or looks whether it works.

The use-cases are imported inside the jobs: with them comes boto3, which the window does not wait for.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ssmwizard.app.wizard import Step
from ssmwizard.ui.failures import expected, sentence
from ssmwizard.ui.jobs import PROGRESS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ssmwizard.app.finish import Recovery
    from ssmwizard.app.inspect import Progress
    from ssmwizard.app.transaction import Applied
    from ssmwizard.app.transaction import Step as Done
    from ssmwizard.app.undo import Undone
    from ssmwizard.app.verify import Verified
    from ssmwizard.model.text import Text
    from ssmwizard.outside.journal_entries import Entry
    from ssmwizard.ui.jobs import Ticket
    from ssmwizard.ui.looks import Looks

LEFT, FIND_OUT, GO_ON, PROVE = "left-open", "find-out", "go-on", "prove"
STEP = "step"


class Doing(StrEnum):
    """What is under way with the entry on show."""

    NOTHING = "nothing"
    FINDING_OUT = "finding-out"
    FINISHING = "finishing"
    UNDOING = "undoing"
    PROVING = "proving"


@dataclass(frozen=True, slots=True)
class Recovering:
    """An entry of the journal, what was found out about it, and what was done with it here.

    ``steps`` maps the place of a change (None: what comes before all) to the last thing that happened.
    """

    entry: Entry
    doing: Doing = Doing.NOTHING
    found: Recovery | None = None
    steps: Mapping[int | None, Done] = field(default_factory=dict)
    ended: Applied | Undone | None = None
    proved: Verified | None = None
    waiting: Progress | None = None
    problem: Text | None = None


class Recoverer(QObject):
    """Holds the one :class:`Recovering` of the window; ``changed`` says that there is a new state.

    ``left`` are the entries that a program which is gone left open; ``noticed`` says that they are
    others now, ``asked`` that somebody wants to see one.
    """

    changed = Signal()
    noticed = Signal()
    asked = Signal(object)

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks)
        self.looks, self.jobs = looks, looks.jobs
        self.state: Recovering | None = None
        self.left: tuple[Entry, ...] = ()

    def look_for_left(self) -> None:
        """Look into the journal for what was left open, unless somebody is at work just now."""
        doors = self.looks.doors

        def work(_: Ticket) -> tuple[Entry, ...]:
            from ssmwizard.outside.journal import Journal  # noqa: PLC0415 - see above

            journal = Journal(doors.journal)
            left = tuple(entry for entry in journal.entries() if entry.left_open)
            return left if left and journal.holder() is None else ()

        self.jobs.read(LEFT, work, self._noticed, failed=lambda _: True)

    def show(self, entry: Entry) -> None:
        """Show an entry; find out from the account what is true of it where it was left open."""
        self._become(Recovering(entry))
        if entry.left_open:
            self._find_out(entry)

    def finish(self, confirmed: str = "") -> None:
        """Make what is left of the entry."""
        doors, entry = self.looks.doors, self._entry()

        def work(ticket: Ticket) -> Applied:
            from ssmwizard.app import repair  # noqa: PLC0415 - see above

            stop, said = ticket.cancelled, _teller(ticket)
            # What runs on nodes then goes on; it is stopped from its entry, by its own button.
            return repair.finish(
                doors, entry.id, said, stop, confirmed=confirmed, leave=lambda _: True
            )

        self._write(work, Doing.FINISHING)

    def undo(self, confirmed: str = "") -> None:
        """Take the entry back."""
        doors, entry = self.looks.doors, self._entry()

        def work(ticket: Ticket) -> Undone:
            from ssmwizard.app import repair  # noqa: PLC0415 - see above

            stop, said = ticket.cancelled, _teller(ticket)
            return repair.undo(doors, entry.id, said, stop, confirmed=confirmed)

        self._write(work, Doing.UNDOING)

    def prove(self) -> None:
        """Look whether the entry did what it was for, with what is left of its patience."""
        doors, entry = self.looks.doors, self._entry()

        def work(ticket: Ticket) -> Verified:
            from ssmwizard.app import repair  # noqa: PLC0415 - see above

            return repair.verify_entry(doors, entry.id, ticket.teller(PROGRESS), ticket.cancelled)

        self._change(doing=Doing.PROVING, proved=None, waiting=None, problem=None)
        self.jobs.read(PROVE, work, self._proved, failed=self._failed, told=self._told)

    def stop(self) -> bool:
        """Stop what is under way, where it can be stopped; tell whether there was something."""
        stopped = [self.jobs.interrupt(key) for key in (GO_ON, PROVE)]
        return any(stopped)

    # Inside

    def _entry(self) -> Entry:
        assert self.state is not None
        return self.state.entry

    def _become(self, state: Recovering) -> None:
        self.state = state
        self.changed.emit()

    def _change(self, **changed: object) -> None:
        assert self.state is not None
        self._become(replace(self.state, **changed))  # type: ignore[arg-type]

    def _find_out(self, entry: Entry) -> None:
        doors = self.looks.doors

        def work(_: Ticket) -> Recovery:
            from ssmwizard.app import repair  # noqa: PLC0415 - see above

            return repair.recovery(doors, entry.id)

        self._change(doing=Doing.FINDING_OUT)
        self.jobs.read(FIND_OUT, work, self._found, failed=self._failed)

    def _found(self, found: Recovery) -> None:
        self._change(doing=Doing.NOTHING, found=found, entry=found.entry)

    def _write(self, work: object, doing: Doing) -> None:
        if self.looks.wizard.writing:
            return
        self.looks.become(self.looks.wizard.started(Step.REPAIR))
        self._change(doing=doing, steps={}, ended=None, proved=None, problem=None)
        self.jobs.write(GO_ON, work, self._ended, failed=self._failed, told=self._told)  # type: ignore[arg-type]

    def _told(self, topic: str, value: object) -> None:
        if topic == STEP:
            self._change(steps=value)
        else:
            self._change(waiting=value)

    def _ended(self, answer: Applied | Undone) -> None:
        finished = self.state is not None and self.state.doing is Doing.FINISHING
        self.looks.become(self.looks.wizard.stopped(Step.REPAIR))
        self._change(doing=Doing.NOTHING, ended=answer)
        self._read_again()
        if finished and answer.end == "done":
            self.prove()
        else:
            self._refresh()

    def _proved(self, answer: Verified) -> None:
        self._change(doing=Doing.NOTHING, proved=answer, waiting=None)
        self._read_again()
        self._refresh()

    def _read_again(self) -> None:
        """Read the entry as it stands in the journal now."""
        from ssmwizard.outside.journal import Journal  # noqa: PLC0415 - loaded by the job

        self._change(entry=Journal(self.looks.doors.journal).entry(self._entry().id))
        self.look_for_left()

    def _refresh(self) -> None:
        """Have the pages see the account as it is now."""
        if self.looks.wizard.inspection is not None:
            self.looks.inspect()

    def _noticed(self, left: tuple[Entry, ...]) -> None:
        if left != self.left:
            self.left = left
            self.noticed.emit()

    def _failed(self, error: Exception) -> bool:
        self.looks.become(self.looks.wizard.stopped(Step.REPAIR))
        self._change(doing=Doing.NOTHING, problem=sentence(error))
        return expected(error)


def _teller(ticket: Ticket) -> Callable[[Done], None]:
    """Return what tells of each step; of several in between none is lost."""
    steps: dict[int | None, Done] = {}

    def said(step: Done) -> None:
        steps[step.change] = step
        ticket.tell(STEP, dict(steps))

    return said
