"""Tries a real session on a node when the operator has asked for it, and ends those that were left behind.

The use-cases are imported inside the jobs: with them comes boto3, which the window does not wait for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ssmwizard.app.causes import causes
from ssmwizard.model.probe import Stage
from ssmwizard.model.text import Text
from ssmwizard.ui.failures import expected, sentence

if TYPE_CHECKING:
    from ssmwizard.app.causes import Cause
    from ssmwizard.app.inspect import Inspection
    from ssmwizard.app.probing import Probed
    from ssmwizard.ui.jobs import Ticket
    from ssmwizard.ui.looks import Looks

PROBE, LEFT_BEHIND, STAGE = "probe", "left-behind", "stage"


@dataclass(frozen=True, slots=True)
class Probing:
    """A session under way, or how it ended: the stages reached, why none was tried, remarks."""

    node: str
    running: bool = True
    stages: tuple[Stage, ...] = ()
    problem: Text | None = None
    remarks: tuple[Text, ...] = ()


class Prober(QObject):
    """Holds the one :class:`Probing` of the window; ``changed`` says that there is a new state.

    ``remarked`` carries what became of sessions that a killed program had left open.
    """

    changed = Signal()
    remarked = Signal(object)

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks)
        self.looks, self.jobs = looks, looks.jobs
        self.probing: Probing | None = None
        self._known: Inspection | None = None
        looks.changed.connect(self._follow)

    @property
    def running(self) -> bool:
        """Tell whether a session is being tried."""
        return self.probing is not None and self.probing.running

    def start(self, node: str) -> None:
        """Try a session on a node of the inspection on show."""
        inspection = self.looks.wizard.inspection
        if inspection is None or self.running:
            return
        doors = self.looks.doors

        def work(ticket: Ticket) -> tuple[Probed, tuple[Cause, ...]]:
            from ssmwizard.app import probing  # noqa: PLC0415 - see above

            stages: list[Stage] = []

            def told(_node: str, stage: Stage) -> None:
                stages.append(stage)
                ticket.tell(STAGE, tuple(stages))

            found = probing.probe(doors, inspection, [node], told, ticket.cancelled)
            nodes = [verdict.node for verdict in found.inspection.verdicts]
            return found, causes(found.inspection.findings, nodes)

        self._become(Probing(node))
        self.jobs.write(
            PROBE,
            work,
            lambda answer: self._ended(inspection, *answer),
            failed=self._failed,
            told=self._told,
        )

    def stop(self) -> bool:
        """Stop the session under way, which is ended then; tell whether there is one."""
        return self.jobs.interrupt(PROBE)

    def forget(self) -> None:
        """Show nothing of the last one any more."""
        if not self.running:
            self._become(None)

    def _become(self, probing: Probing | None) -> None:
        self.probing = probing
        self.changed.emit()

    def _told(self, _topic: str, value: object) -> None:
        if self.probing is not None and isinstance(value, tuple):
            self._become(replace(self.probing, stages=value))

    def _ended(self, of: Inspection, found: Probed, causes: tuple[Cause, ...]) -> None:
        wizard = self.looks.wizard
        if wizard.inspection is of:
            # Else there is a newer one, which this one says nothing of.
            self.looks.become(wizard.with_inspection(found.inspection, causes))
        assert self.probing is not None
        self._become(replace(self.probing, running=False, remarks=found.remarks))

    def _failed(self, error: Exception) -> bool:
        said = getattr(error, "says", None)
        known = isinstance(said, Text)
        problem = said if isinstance(said, Text) else sentence(error)
        assert self.probing is not None
        self._become(replace(self.probing, running=False, problem=problem))
        return known or expected(error)

    def _follow(self) -> None:
        """Look after sessions that were left behind as soon as somebody is signed in."""
        identity = self.looks.wizard.identity
        if identity is None or identity is self._known or not self.looks.live:
            return
        self._known = identity
        doors = self.looks.doors

        def work(_: Ticket) -> tuple[Text, ...]:
            from ssmwizard.app import probing  # noqa: PLC0415 - see above

            return probing.end_left_behind(doors, identity)

        self.jobs.write(LEFT_BEHIND, work, self._remark, failed=expected)

    def _remark(self, remarks: tuple[Text, ...]) -> None:
        for one in remarks:
            self.remarked.emit(one)
