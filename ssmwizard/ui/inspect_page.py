"""Step 4: what is wrong, for each node."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain as chained
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from ssmwizard.app.causes import Cause
from ssmwizard.app.chain import chain
from ssmwizard.app.verdict import Standing, Verdict
from ssmwizard.app.wizard import Step
from ssmwizard.model.findings import Finding, Status
from ssmwizard.model.text import N_
from ssmwizard.ui.buttons import Button, LongButton
from ssmwizard.ui.chain_view import SOUGHT, chain_view
from ssmwizard.ui.footer import announce
from ssmwizard.ui.landing import Landing
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import column, row
from ssmwizard.ui.page import Page
from ssmwizard.ui.repair_buttons import repair_buttons
from ssmwizard.ui.scroll import Scroll
from ssmwizard.ui.two_lines import Entry, TwoLines
from ssmwizard.ui.verdict_view import STANDINGS, overview, verdict_card

if TYPE_CHECKING:
    from ssmwizard.app.inspect import Inspection
    from ssmwizard.ui.conductor import Conductor

EXISTS = "node.exists"
_ORDER = (Standing.BLOCKED, Standing.UNKNOWN, Standing.DEGRADED, Standing.READY)


class InspectPage(Page):
    """Nodes with their verdicts on the left, the verdict and the chain of one on the right."""

    def __init__(self, conductor: Conductor) -> None:
        super().__init__(
            conductor,
            tr(N_("What is wrong?")),
            tr(N_("Each gate is checked in order. Only reading calls are made.")),
        )
        self.nodes = TwoLines(tr(N_("Inspected nodes")))
        self.nodes.setMinimumWidth(200)
        self.nodes.setMaximumWidth(270)
        self.nodes.moved.connect(self._show_current)
        self.again = Button(tr(N_("Inspect &again")), conductor.look_again, icon="refresh")
        self.answer = Scroll("verdicts")
        self.landing = Landing(conductor)
        self.body.addWidget(self.landing, 1)
        self.result = QWidget()
        self.ask = Button(
            tr(N_("As&k the nodes …")), self.ask_nodes, icon="terminal", name="ask-nodes"
        )
        self.ask.setToolTip(
            tr(N_("What only a node knows: nothing is run before you have seen it"))
        )
        self.probe = Button(
            tr(N_("&Try a real session …")), self.try_session, icon="plug", name="try-session"
        )
        self.probe.setToolTip(
            tr(N_("The one proof: nothing is opened before you have seen what that does"))
        )
        left = column(self.nodes, self.ask, self.probe, self.again)
        across = row(left, self.answer, gap=18)
        across.setStretch(0, 3)
        across.setStretch(1, 8)
        self.result.setLayout(across)
        self.body.addWidget(self.result, 1)
        self._shown: Inspection | None = None
        self._causes: tuple[Cause, ...] = ()
        self._sought = ""

    def seal(self) -> None:
        """Ask nobody."""
        self.again.hide()
        self.ask.hide()
        self.probe.hide()

    def first_focus(self) -> QWidget:
        """Begin with the nodes."""
        return self.nodes

    def show_state(self) -> None:
        """Show the progress, or the verdicts."""
        wizard = self.conductor.wizard
        busy = Step.INSPECT in wizard.busy
        inspection = wizard.inspection
        self.again.setEnabled(not busy)
        self.landing.setVisible(inspection is None or busy)
        self.result.setVisible(inspection is not None and not busy)
        if busy:
            self.landing.begin(len(wizard.chosen))
        if inspection is None or busy or inspection is self._shown:
            return
        self._shown = inspection
        self._list(inspection)
        if self.isVisible():
            self.nodes.setFocus(Qt.FocusReason.OtherFocusReason)
        blocked = wizard.standing(Standing.BLOCKED)
        done = tr("%n nodes are blocked.", "%n node is blocked.", blocked)
        announce(self, tr(N_("The inspection has ended. {blocked}"), blocked=done))

    def ask_nodes(self) -> None:
        """Show what the nodes would be asked."""
        from ssmwizard.ui.ask_dialog import AskDialog  # noqa: PLC0415 - when it is wanted

        if self._shown is not None and self.nodes.current is not None:
            AskDialog(self, self.conductor, self._shown, self.nodes.current.data).open()

    def try_session(self) -> None:
        """Show what trying a real session does."""
        from ssmwizard.ui.probe_dialog import ProbeDialog  # noqa: PLC0415 - when it is wanted

        if self._shown is not None and self.nodes.current is not None:
            ProbeDialog(self, self.conductor, self._shown, self.nodes.current.data).open()

    def show_check(self, check: str) -> None:
        """Show what was found about a check, for the node where it is worst."""
        self._sought = check
        nodes = {entry.data: at for at, entry in enumerate(self.nodes.entries)}
        findings = self._shown.findings if self._shown is not None else ()
        told = [one for one in findings if one.check == check]
        for one in sorted(told, key=lambda finding: finding.status is not Status.FAILED):
            place = next((at for node, at in nodes.items() if node and one.concerns(node)), None)
            if place is not None:
                self.nodes.blockSignals(True)
                self.nodes.go_to(place)
                self.nodes.blockSignals(False)
                break
        self._show_current()
        self._sought = ""

    def _list(self, inspection: Inspection) -> None:
        kept = self.nodes.current.data if self.nodes.current is not None else None
        self._causes = self.conductor.wizard.causes
        entries: list[Entry] = []
        if len(inspection.verdicts) > 1:
            told = tr("%n causes", "%n cause", len(self._causes))
            entries.append(Entry(("group", "accent"), tr(N_("All nodes")), told, None, bold=True))
        words = {standing: say(shown[3]) for standing, shown in STANDINGS.items()}
        for verdict in sorted(inspection.verdicts, key=_place):
            picture, colour, _, _ = STANDINGS[verdict.standing]
            name = verdict.name or verdict.node
            below = f"{words[verdict.standing]} · {verdict.node}"
            entries.append(Entry((picture, colour), name, below, verdict.node))
        place = next((at for at, entry in enumerate(entries) if entry.data == kept), 0)
        self.nodes.fill(entries, place if entries else None)
        self._show_current()

    def _show_current(self) -> None:
        inspection, entry = self._shown, self.nodes.current
        if inspection is None or entry is None:
            return
        node = entry.data
        partition = inspection.snapshot.identity.partition
        if node is None:
            view = overview(inspection.verdicts, self._causes, partition, self._actions)
            self.answer.pour(view)
            return
        verdict = next(one for one in inspection.verdicts if one.node == node)
        gates = chain(inspection.findings, node)
        view = chain_view(gates, partition, self._actions, self._sought)
        self.answer.pour(self._seeking(chained((verdict_card(verdict),), view)))

    def _seeking(self, view: Iterable[QWidget]) -> Iterator[QWidget]:
        """Pass the view on, and go to what is sought in it once that is there."""
        for widget in view:
            yield widget
            if widget.objectName() == SOUGHT:
                widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                QTimer.singleShot(0, widget, widget.setFocus)

    def _actions(self, finding: Finding) -> list[QPushButton]:
        """Return the buttons that lead from a finding to its repairs, or further."""
        if not (finding.is_root_cause or finding.status is Status.WARNING):
            return []
        if self.conductor.live and finding.check == EXISTS and self._shown and finding.subject:
            return self._elsewhere(self._shown, finding.subject)
        return repair_buttons(self.conductor, finding)

    def _elsewhere(self, inspection: Inspection, node: str) -> list[QPushButton]:
        """Return the buttons that look for a node in other Regions, or go to where it is."""
        if not inspection.choice.elsewhere:
            look = LongButton(
                tr(N_("Look in the other Regions")),
                self.conductor.look_elsewhere,
                icon="search",
                look="primary",
                name="look-elsewhere",
            )
            return [look]
        return [
            LongButton(
                tr(N_("Work in {region}"), region=region),
                self._working(region, found),
                icon="cloud",
                look="primary",
                name="work-in",
            )
            for region, found in inspection.snapshot.elsewhere().items()
            if node in found
        ]

    def _working(self, region: str, nodes: tuple[str, ...]) -> Callable[[], None]:
        return lambda: self.conductor.work_in(region, nodes)


def _place(verdict: Verdict) -> tuple[int, str]:
    return _ORDER.index(verdict.standing), (verdict.name or verdict.node).lower()
