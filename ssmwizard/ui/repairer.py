"""Plans, applies, verifies and undoes what the repair page asks for.

The use-cases are imported inside the jobs: with them comes boto3, which the window does not wait for.
"""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ssmwizard.app.repairing import Repairs, Run, Selected, Stage, causes_first
from ssmwizard.app.wizard import Step
from ssmwizard.fixes.sign_in import ID as SIGN_IN
from ssmwizard.model.plans import Holds
from ssmwizard.ui.failures import expected
from ssmwizard.ui.jobs import PROGRESS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ssmwizard.app.apply import Moved
    from ssmwizard.app.follow import Followed
    from ssmwizard.app.inspect import Inspection
    from ssmwizard.app.transaction import Applied
    from ssmwizard.app.transaction import Step as Happening
    from ssmwizard.app.undo import Undone
    from ssmwizard.app.verify import Verified
    from ssmwizard.model.plans import NoPlan, Once, Plan, Right
    from ssmwizard.outside.journal_entries import Entry
    from ssmwizard.ui.jobs import Ticket
    from ssmwizard.ui.looks import Looks

PROPOSALS, RIGHTS, APPLY, VERIFY, UNDO = "proposals", "rights", "apply", "verify", "undo"
FOLLOW, HALT = "follow", "halt"
STEP = "step"


class Repairer(QObject):
    """Holds the one :class:`Repairs` of the window; ``changed`` says that there is a new state.

    ``once`` carries what is to be shown now and never again (``app.registration.Registration``); it is
    part of no state.
    """

    changed = Signal()
    once = Signal(object)

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks)
        self.looks, self.jobs = looks, looks.jobs
        self.repairs = Repairs()
        self._planned_for: Inspection | None = None
        self._wanted: tuple[str, str | None] | None = None
        self._halting = threading.Event()
        looks.changed.connect(self._follow)

    def become(self, repairs: Repairs) -> None:
        """Take a new state and let everybody know."""
        if repairs is not self.repairs:
            before, self.repairs = self.repairs, repairs
            if repairs.selected != before.selected:
                self._ask_rights()
            self.changed.emit()

    # What the operator does

    def select(self, selected: Selected) -> None:
        """Show something else in full."""
        self.become(self.repairs.select(selected))

    def offer(self, fix: str, node: str | None) -> None:
        """Show the proposal of a fix, now or as soon as it is planned."""
        offered = self.repairs.offering(fix, node)
        there = offered.proposal is not None and offered.proposal.fix == fix
        self._wanted = None if there else (fix, node)
        self.become(offered)

    def ask(self, *, confirming: bool) -> None:
        """Ask whether the selected plan is to be applied, or stop asking."""
        undone = self.repairs.undone if confirming else None
        self.become(replace(self.repairs, confirming=confirming, other=None, undone=undone))

    def apply(self) -> None:
        """Apply the selected plan."""
        plan, inspection = self.repairs.plan, self.looks.wizard.ground
        if plan is None or inspection is None or self.repairs.writing:
            return
        if plan.fix == SIGN_IN:
            self.become(replace(self.repairs, confirming=False))
            self.looks.ask_to_sign_in()
            return
        other = self.repairs.other
        confirmed = other.now if other is not None else ""
        doors = self.looks.doors
        halting = self._halting = threading.Event()
        self._wanted = None
        self.jobs.cancel(VERIFY)

        def work(ticket: Ticket) -> Applied | Moved:
            from ssmwizard.app import repair  # noqa: PLC0415 - see above
            from ssmwizard.app.registration import registration  # noqa: PLC0415 - see above

            # Of each change the last thing that happened: of a long run, thousands happen.
            steps: dict[int | None, Happening] = {}

            def said(step: Happening) -> None:
                steps[step.change] = step
                ticket.tell(STEP, tuple(steps.values()))

            def show(once: Once) -> None:
                self.once.emit(registration(once, inspection.snapshot, demo=bool(doors.demo)))

            return repair.apply(
                doors,
                inspection,
                plan,
                said,
                ticket.cancelled,
                show,
                confirmed=confirmed,
                leave=lambda _: not halting.is_set(),
            )

        shown = self.repairs.select(Selected(run=True))
        self._writing(replace(shown, run=Run(plan), confirming=False))
        self.jobs.write(APPLY, work, self._applied, failed=self._failed, told=self._told)

    def undo(self, entry: str, confirmed: str = "") -> None:
        """Take an entry of the journal back; ``confirmed``: as somebody else than who made it."""
        doors = self.looks.doors

        def work(ticket: Ticket) -> Undone:
            from ssmwizard.app import repair  # noqa: PLC0415 - see above

            return repair.undo(doors, entry, cancelled=ticket.cancelled, confirmed=confirmed)

        shown = self.repairs.select(Selected(entry=entry))
        self._writing(replace(shown, undoing=entry, confirming=False, undone=None))
        self.jobs.write(UNDO, work, self._undone, failed=self._failed)

    def leave_run(self, entry: str) -> None:
        """Leave the run for its entry in the journal, and ask whether to undo it."""
        shown = replace(self.repairs, run=None).select(Selected(entry=entry))
        self.become(replace(shown, confirming=True))

    def verify(self) -> None:
        """Look again until the plan of the run has proved itself."""
        run, inspection = self.repairs.run, self.looks.wizard.ground
        if run is not None and run.elsewhere:
            self.check_again()
            return
        if run is None or inspection is None:
            return
        doors, plan, choice = self.looks.doors, run.plan, inspection.choice
        entry = run.applied.entry if run.applied is not None else None

        def work(ticket: Ticket) -> Verified:
            from ssmwizard.app import repair  # noqa: PLC0415 - see above

            tell, stop = ticket.teller(PROGRESS), ticket.cancelled
            return repair.verify(doors, choice, plan, tell, stop, entry)

        self.become(self.repairs.running(stage=Stage.VERIFYING, verified=None, waiting=None))
        self.jobs.read(VERIFY, work, self._verified, failed=self._failed, told=self._told)

    def check_again(self) -> None:
        """Look once whether the selected plan, which somebody else was asked to carry out, works by now."""
        repairs = self.repairs
        run = repairs.run if repairs.selected.run else None
        plan = run.plan if run is not None else repairs.plan
        inspection = self.looks.wizard.ground
        if plan is None or inspection is None or repairs.writing:
            return
        doors, choice = self.looks.doors, inspection.choice

        def work(ticket: Ticket) -> Verified:
            from ssmwizard.app.verify import verify_once  # noqa: PLC0415 - see above

            return verify_once(doors, choice, plan, ticket.cancelled)

        shown = repairs.select(Selected(run=True))
        looking = Run(plan, stage=Stage.VERIFYING, elsewhere=True)
        self.become(replace(shown, run=looking, confirming=False))
        self.jobs.read(VERIFY, work, self._verified, failed=self._failed, told=self._told)

    def stop(self) -> bool:
        """Stop what is going on, where it can be stopped; tell whether there was something.

        What runs on nodes goes on; :meth:`halt` ends that too.
        """
        stopped = [self.jobs.interrupt(key) for key in (APPLY, UNDO, VERIFY, FOLLOW)]
        return any(stopped)

    def halt(self) -> None:
        """Stop what is going on, and have AWS stop what runs on nodes."""
        self._halting.set()
        self.stop()

    def follow(self, entry: str) -> None:
        """Watch what AWS carries on of an entry of the journal."""
        doors = self.looks.doors

        def work(ticket: Ticket) -> Followed:
            from ssmwizard.app import repair  # noqa: PLC0415 - see above

            return repair.follow(doors, entry, cancelled=ticket.cancelled)

        self.become(replace(self.repairs, following=entry, followed=None))
        self.jobs.read(FOLLOW, work, self._followed, failed=self._failed)

    def watch_run(self, entry: str) -> None:
        """Leave the run for its entry in the journal, and watch that."""
        self.become(replace(self.repairs, run=None).select(Selected(entry=entry)))
        self.follow(entry)

    def halt_entry(self, entry: str) -> None:
        """Have AWS stop what runs of an entry of the journal."""
        doors = self.looks.doors

        def work(_: Ticket) -> Followed:
            from ssmwizard.app import repair  # noqa: PLC0415 - see above

            return repair.stop_following(doors, entry)

        self._writing(replace(self.repairs, following=entry))
        self.jobs.write(HALT, work, self._halted, failed=self._failed)

    # What the jobs tell

    def _follow(self) -> None:
        """Plan anew whenever there is another inspection and somebody looks."""
        inspection = self.looks.wizard.ground
        if inspection is self._planned_for or inspection is None:
            return
        wizard = self.looks.wizard
        if wizard.inspection is None and wizard.step is not Step.REPAIR:
            return
        if Step.INSPECT not in self.looks.wizard.busy:
            self._planned_for = inspection
            self._plan(inspection)

    def _plan(self, inspection: Inspection) -> None:
        doors = self.looks.doors

        def work(_: Ticket) -> tuple[tuple[Plan | NoPlan, ...], tuple[Entry, ...]]:
            from ssmwizard.app import repair  # noqa: PLC0415 - see above
            from ssmwizard.outside.journal import Journal  # noqa: PLC0415 - see above

            proposals = repair.proposals(inspection)
            ordered = causes_first(proposals, inspection.findings)
            return ordered, Journal(doors.journal).entries()

        self.jobs.read(PROPOSALS, work, self._planned, failed=self._failed)

    def _planned(self, answer: tuple[tuple[Plan | NoPlan, ...], tuple[Entry, ...]]) -> None:
        repairs = self.repairs.with_proposals(*answer)
        if self._wanted is not None:
            repairs = repairs.offering(*self._wanted)
        self._wanted = None
        self.looks.become(self.looks.wizard.with_repairs(len(repairs.plans)))
        self.become(repairs)

    def _ask_rights(self) -> None:
        plan, inspection = self.repairs.plan, self.looks.wizard.ground
        self.jobs.cancel(RIGHTS)
        if plan is None or inspection is None:
            return
        doors, choice, live = self.looks.doors, inspection.choice, self.looks.live

        def work(ticket: Ticket) -> tuple[Mapping[Right, Holds], tuple[str, ...]]:
            from ssmwizard.app import repair  # noqa: PLC0415 - see above

            lines = repair.cli_lines(plan, choice.profile, choice.region)
            if not live:
                return dict.fromkeys(repair.needed(plan), Holds.CANNOT_TELL), lines
            return repair.rights(doors, choice, plan, ticket.cancelled), lines

        def take(answer: tuple[Mapping[Right, Holds], tuple[str, ...]]) -> None:
            self.become(replace(self.repairs, rights=answer[0], lines=answer[1]))

        self.jobs.read(RIGHTS, work, take, failed=self._failed)

    def _told(self, topic: str, value: object) -> None:
        if topic == STEP and isinstance(value, tuple):
            repairs = self.repairs
            for step in value:
                repairs = repairs.with_step(step)
            self.become(repairs)
        elif self.repairs.run is not None:
            self.become(self.repairs.running(waiting=value))

    def _applied(self, answer: Applied | Moved) -> None:
        from ssmwizard.app.apply import Moved, OtherCaller  # noqa: PLC0415 - loaded by the job
        from ssmwizard.app.transaction import End  # noqa: PLC0415 - loaded by the job

        if isinstance(answer, OtherCaller):
            self._written(self.repairs.asking_another(answer))
            self.looks.identify()
            return
        if isinstance(answer, Moved):
            here = self.repairs.run is not None and self.repairs.run.plan.on_computer
            self._written(replace(self.repairs, run=None, moved=answer))
            self._look_anew(here=here)
            return
        self._written(self.repairs.running(plan=answer.plan, stage=Stage.STOPPED, applied=answer))
        if answer.end is End.DONE:
            self.verify()
        elif answer.made:
            self._look_anew(here=answer.plan.on_computer)

    def _verified(self, answer: Verified) -> None:
        run = self.repairs.run
        ours = run is not None and run.plan.successors is not None and not run.elsewhere
        if run is not None and ours and answer.inspection is not None:
            after = answer.inspection.choice.nodes
            self.looks.become(self.looks.wizard.with_successors(run.plan.nodes, after))
        self.become(self.repairs.running(stage=Stage.ENDED, verified=answer, waiting=None))
        self._look_anew(here=run is not None and run.plan.on_computer)

    def _followed(self, answer: Followed) -> None:
        shown = answer if answer.entry.id == self.repairs.selected.entry else None
        self.become(replace(self.repairs, following="", followed=shown))

    def _halted(self, answer: Followed) -> None:
        self._written(replace(self.repairs, following="", followed=answer))
        self.looks.inspect()

    def _undone(self, answer: Undone) -> None:
        self._written(replace(self.repairs, undoing="", undone=answer, run=None))
        if answer.other:
            self.looks.identify()
        else:
            self._look_anew(here=answer.entry.on_computer)

    def _look_anew(self, *, here: bool) -> None:
        """Look at the nodes again, and at this computer where it was changed."""
        self.looks.inspect()
        if here:
            self.looks.look_at_computer()

    def _failed(self, error: Exception) -> bool:
        self.looks.failed(Step.REPAIR, error)
        run = self.repairs.run
        repairs = replace(self.repairs, undoing="", following="")
        if run is not None and run.stage in (Stage.APPLYING, Stage.VERIFYING):
            repairs = repairs.running(stage=Stage.STOPPED)
        self.become(repairs)
        return expected(error)

    def _writing(self, repairs: Repairs) -> None:
        self.looks.become(self.looks.wizard.started(Step.REPAIR))
        self.become(repairs)

    def _written(self, repairs: Repairs) -> None:
        self.looks.become(self.looks.wizard.stopped(Step.REPAIR))
        self._planned_for = None
        self.become(repairs)
        self._follow()
