"""The looks that the pages ask for, and the state that they lead to.

The use-cases are imported inside the jobs: with them comes boto3, which the window does not wait for.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from ssmwizard.app.causes import causes
from ssmwizard.app.choice import Choice
from ssmwizard.app.seen import Seen
from ssmwizard.app.wizard import Step, Wizard
from ssmwizard.model.text import N_, text
from ssmwizard.ui.failures import expected, sentence
from ssmwizard.ui.jobs import PROGRESS

if TYPE_CHECKING:
    from pathlib import Path

    from ssmwizard.app.causes import Cause
    from ssmwizard.app.crash import Crash
    from ssmwizard.app.doors import Doors
    from ssmwizard.app.inspect import Inspection
    from ssmwizard.app.listing import Listing
    from ssmwizard.ui.jobs import Jobs, Ticket

LANDED = "landed"

T = TypeVar("T")


class Looks(QObject):
    """Holds the one :class:`Wizard` of the window.

    ``changed`` says that there is a new state; ``progress`` how far a step's work is (a step and an
    ``app.inspect.Progress``); ``landed`` carries the findings so far, ``computer_landed`` what is
    known of this computer so far, and ``sign_in_asked`` that somebody wants to sign in again. ``folder``
    is where a bundle is offered to be saved. ``live``: anything can be looked at anew.
    """

    changed = Signal()
    progress = Signal(object, object)
    landed = Signal(object)
    computer_landed = Signal(object)
    sign_in_asked = Signal()
    live = True

    def __init__(self, doors: Doors, jobs: Jobs, wizard: Wizard, folder: Path) -> None:
        super().__init__(jobs)
        self.doors, self.jobs, self.wizard, self.folder = doors, jobs, wizard, folder
        # When the profiles were read again by themselves.
        self.reread: datetime | None = None
        # The latest error that nobody foresaw.
        self.crash: Crash | None = None

    def seen(self) -> Seen:
        """Return what there is to tell somebody else."""
        wizard = self.wizard
        choice = Choice(
            wizard.profile, wizard.region, nodes=wizard.chosen, features=wizard.features
        )
        looks = wizard.identity, wizard.computer, wizard.inspection
        return Seen(choice, *looks, self.crash)

    def take_crash(self, crash: Crash) -> None:
        """Note an error that nobody foresaw, which is worth telling."""
        self.crash = crash
        self.changed.emit()

    def become(self, wizard: Wizard) -> None:
        """Take a new state and let everybody know."""
        if wizard is not self.wizard:
            before, self.wizard = self.wizard, wizard
            self.changed.emit()
            if wizard.step is not before.step:
                self.arrive()

    def arrive(self) -> None:
        """Begin what the step on show needs and does not have yet."""
        wizard = self.wizard
        match wizard.step:
            case Step.ACCOUNT if wizard.identity is None:
                self.look_again()
            case Step.COMPUTER if wizard.computer is None:
                self.look_again()
            case Step.NODES if wizard.listing is None:
                self.look_again()
            case Step.INSPECT if wizard.inspection is None:
                self.look_again()
            case _:
                pass

    def look_again(self) -> None:
        """Look again at what the step on show is about."""
        if self.wizard.writing:
            return
        match self.wizard.step:
            case Step.ACCOUNT:
                self.identify()
            case Step.COMPUTER:
                self.look_at_computer()
            case Step.REPAIR if self.wizard.inspection is None:
                self.look_at_computer()
            case Step.NODES:
                self._list_nodes()
            case Step.INSPECT | Step.REPAIR | Step.REPORT:
                self.inspect()

    def cancel(self) -> bool:
        """End the look of the step on show; tell whether there was one to end."""
        step = self.wizard.step
        if step is Step.INSPECT:
            return self.jobs.interrupt(step.name)
        if not self.jobs.cancel(step.name):
            return False
        self.become(self.wizard.stopped(step, text(N_("The look was cancelled."))))
        return True

    def ask_to_sign_in(self) -> None:
        """Have the profile signed in again."""
        if self.live:
            self.sign_in_asked.emit()

    def signed_in(self) -> None:
        """Look again at who that is, and at what the step on show is about."""
        self.identify()
        if self.wizard.step not in (Step.ACCOUNT, Step.COMPUTER):
            self.look_again()

    def configuration_changed(self) -> None:
        """Look again who that is, since the AWS configuration, or a sign-in, is another now."""
        self.reread = datetime.now(UTC)
        self.identify()

    def choose_account(self, profile: str | None, region: str | None) -> None:
        """Work with another profile or in another Region."""
        chosen = self.wizard.with_account(profile, region)
        if chosen is self.wizard:
            return
        for step in (Step.NODES, Step.INSPECT):
            self.jobs.cancel(step.name)
            chosen = chosen.stopped(step)
        self.become(chosen)
        self.identify()

    def choose_nodes(self, chosen: tuple[str, ...]) -> None:
        """Choose which nodes to inspect."""
        if chosen != self.wizard.chosen:
            self.jobs.cancel(Step.INSPECT.name)
            self.become(self.wizard.stopped(Step.INSPECT).with_chosen(chosen))

    def choose_features(self, features: frozenset[str]) -> None:
        """Choose what sessions are wanted for."""
        if features != self.wizard.features:
            self.jobs.cancel(Step.INSPECT.name)
            self.become(self.wizard.stopped(Step.INSPECT).with_features(features))

    def look_elsewhere(self) -> None:
        """Inspect again, and look for nodes that are not here in the other Regions."""
        self.inspect(elsewhere=True)

    def work_in(self, region: str, nodes: tuple[str, ...]) -> None:
        """Work in another Region, with nodes that were found there."""
        for step in (Step.NODES, Step.INSPECT):
            self.jobs.cancel(step.name)
        self.become(self.wizard.moved(region, nodes))
        self.identify()
        self.inspect()

    def ask_nodes(self) -> None:
        """Inspect again, and ask the nodes that are online what only they know."""
        self.inspect(ask_nodes=True)

    def read_consoles(self) -> None:
        """Inspect again, and read the console output of instances that do not report."""
        self.inspect(consoles=True)

    def take_answer(self, node: str, said: str) -> None:
        """Inspect again with what a node says of itself, given by hand."""
        self.become(self.wizard.with_answer(node, said))
        self.inspect()

    def inspect(
        self, *, elsewhere: bool = False, ask_nodes: bool = False, consoles: bool = False
    ) -> None:
        """Inspect the chosen nodes."""
        wizard, doors = self.wizard, self.doors
        if not wizard.chosen:
            return

        def work(ticket: Ticket) -> tuple[Inspection, tuple[Cause, ...]]:
            from ssmwizard.app import inspect as looking  # noqa: PLC0415 - see above

            choice = looking.Choice(
                wizard.profile,
                wizard.region,
                nodes=wizard.chosen,
                features=wizard.features,
                elsewhere=elsewhere,
                ask_nodes=ask_nodes,
                consoles=consoles,
            )
            told, landed = ticket.teller(PROGRESS), ticket.teller(LANDED)
            given = wizard.answers
            found = looking.inspect(doors, choice, told, landed, ticket.cancelled, given=given)
            return found, causes(found.findings, [verdict.node for verdict in found.verdicts])

        self.read(Step.INSPECT, work, lambda w, found: w.with_inspection(*found))

    def read(
        self, step: Step, work: Callable[[Ticket], T], take: Callable[[Wizard, T], Wizard]
    ) -> None:
        """Run a step's look and take its answer into the state."""
        self.become(self.wizard.started(step))
        self.jobs.read(
            step.name,
            work,
            lambda answer: self.become(take(self.wizard, answer)),
            failed=lambda error: self.failed(step, error),
            told=lambda topic, value: self._told(step, topic, value),
        )

    def failed(self, step: Step, error: Exception) -> bool:
        """Note that a step's work ended with an error; tell whether that is all there is to it."""
        self.become(self.wizard.stopped(step, sentence(error)))
        return expected(error)

    def _told(self, step: Step, topic: str, value: Any) -> None:
        if topic == PROGRESS:
            self.progress.emit(step, value)
        elif topic == LANDED and step is Step.COMPUTER:
            self.computer_landed.emit(value)
        elif topic == LANDED:
            self.landed.emit(value)

    def identify(self) -> None:
        """Find out anew who is signed in."""
        doors, profile, region = self.doors, self.wizard.profile, self.wizard.region

        def work(ticket: Ticket) -> Inspection:
            from ssmwizard.app import inspect as looking  # noqa: PLC0415 - see above
            from ssmwizard.fixes import every  # noqa: F401, PLC0415 - for the pages that name fixes

            return looking.identify(doors, profile, region, ticket.cancelled)

        self.read(Step.ACCOUNT, work, lambda w, found: w.with_identity(found))

    def choose_copy(self, program: str, path: str) -> None:
        """Use a copy of a program for what is started from here, and look at it."""
        self.doors.computer.choose(program, path)
        self.look_at_computer()

    def look_at_computer(self) -> None:
        """Look at what is installed on this computer."""
        doors = self.doors

        def work(ticket: Ticket) -> Inspection:
            from ssmwizard.app import inspect as looking  # noqa: PLC0415 - see above

            return looking.look_at_computer(doors, ticket.teller(LANDED))

        self.read(Step.COMPUTER, work, lambda w, found: w.with_computer(found))

    def _list_nodes(self) -> None:
        doors, profile, region = self.doors, self.wizard.profile, self.wizard.region

        def work(ticket: Ticket) -> Listing:
            from ssmwizard.app import listing  # noqa: PLC0415 - see above

            told = ticket.teller(PROGRESS)
            return listing.list_nodes(doors, profile, region, told, ticket.cancelled)

        self.read(Step.NODES, work, lambda w, found: w.with_listing(found))
