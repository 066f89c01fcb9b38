"""Tries a real session: says before what that does, shows how far it comes, and can be stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QVBoxLayout, QWidget

from ssmwizard.app import probing
from ssmwizard.checks.probe import STAGES
from ssmwizard.model.findings import Finding
from ssmwizard.model.text import N_
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.finding_card import LOOKS
from ssmwizard.ui.footer import announce
from ssmwizard.ui.labels import IconLabel, label
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import GAP, clear, column, row
from ssmwizard.ui.scroll import Scroll

if TYPE_CHECKING:
    from ssmwizard.app.inspect import Inspection
    from ssmwizard.ui.conductor import Conductor
    from ssmwizard.ui.prober import Probing

WIDTH, HEIGHT = 760, 600


class ProbeDialog(QDialog):
    """One node, what a session on it does, the way to try one, and how far it came."""

    def __init__(
        self, parent: QWidget, conductor: Conductor, inspection: Inspection, node: str | None
    ) -> None:
        super().__init__(parent)
        self._conductor, self._prober = conductor, conductor.prober
        self._inspection = inspection
        self._told = 0
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr(N_("Try a real session")))
        self.node = QComboBox()
        self.node.setObjectName("node")
        self.node.setAccessibleName(tr(N_("Node to try a session on")))
        able = probing.can_be_tried(inspection)
        self._names = {verdict.node: verdict.name for verdict in inspection.verdicts}
        for verdict in inspection.verdicts:
            if verdict.node in able:
                named = f"{verdict.name} · {verdict.node}" if verdict.name else verdict.node
                self.node.addItem(named, verdict.node)
        # Where the node that was looked at cannot be tried, no other one is chosen in its place.
        self._unable = node if node not in able else None
        self.node.setPlaceholderText(tr(N_("Another node …")))
        self.node.setCurrentIndex(-1 if self._unable else max(0, self.node.findData(node)))
        self.node.setVisible(self.node.count() > 0)
        self.node.currentIndexChanged.connect(self._show_before)
        self.before = QVBoxLayout()
        self.before.setSpacing(6)
        self.outcome = QVBoxLayout()
        self.outcome.setSpacing(8)
        self.start = Button(
            tr(N_("&Open a session and end it")), self._start, icon="plug", look="primary",
            name="start-session",
        )  # fmt: skip
        self.stop = Button(tr(N_("&Stop")), self._prober.stop, icon="cancel", name="stop-session")
        self.leave = Button(tr(N_("C&lose")), self.reject, name="close")
        self._lay_out()
        self._prober.forget()
        self._prober.changed.connect(self._show)
        self._show_before()
        self._show()
        (self.start if self.start.isEnabled() else self.leave).setFocus()
        self.resize(min(WIDTH, parent.window().width()), min(HEIGHT, parent.window().height()))

    def reject(self) -> None:
        """Leave; a session under way is stopped and ended first, which goes on by itself."""
        self._prober.stop()
        super().reject()

    def _lay_out(self) -> None:
        heading = label(tr(N_("Does a real session open?")), factor=1.4, bold=True)
        inside = QWidget()
        whole = column(self.before, self.outcome, gap=GAP)
        whole.addStretch(1)
        inside.setLayout(whole)
        self.answer = Scroll("probe")
        self.answer.pour([inside])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 16)
        outer.setSpacing(GAP)
        outer.addWidget(heading)
        outer.addLayout(row(self.node, None))
        outer.addWidget(self.answer, 1)
        outer.addLayout(row(self.start, self.stop, None, self.leave))

    def _start(self) -> None:
        node = self.node.currentData()
        if node is not None:
            self._told = 0
            self._prober.start(str(node))
            self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_before(self) -> None:
        """Say what a session on the chosen node does."""
        clear(self.before)
        node = self.node.currentData()
        refusal = self._refusal()
        if refusal:
            self.before.addWidget(label(refusal))
        if node is not None:
            for said in probing.before(self._inspection, (str(node),)):
                self.before.addWidget(label(say(said), "muted", select=True))
        self.start.setEnabled(not refusal)

    def _refusal(self) -> str:
        shut = self._conductor.doors.gate.refuses_probe()
        if shut is not None:
            return say(shut)
        if self.node.count() == 0:
            return tr(
                N_("None of the inspected nodes holds its channel for sessions open, so none can be tried.")
            )  # fmt: skip
        if self._unable is not None and self.node.currentIndex() < 0:
            return tr(
                N_("{node} does not hold its channel for sessions open, so none can be tried on it. Choose another node, or close."),
                node=self._names.get(self._unable) or self._unable,
            )  # fmt: skip
        return ""

    def _show(self) -> None:
        """Show how far the session is, or how it ended."""
        state = self._prober.probing
        running = self._prober.running
        self.node.setEnabled(not running)
        self.start.setVisible(not running)
        self.stop.setVisible(running)
        clear(self.outcome)
        if state is None:
            return
        for stage in state.stages:
            self._line("passed", "ok", say(STAGES[stage]))
        if running:
            self._line("busy", "accent", tr(N_("Waiting; this takes 30 seconds at most.")))
        else:
            self._show_end(state)
        for stage in state.stages[self._told :]:
            announce(self, say(STAGES[stage]))
        self._told = len(state.stages)

    def _show_end(self, state: Probing) -> None:
        said = ""
        for remark in state.remarks:
            self._line("warning", "warn", say(remark))
        found = self._finding(state.node)
        if state.problem is not None:
            said = say(state.problem)
            self._line("unknown", "unsure", said)
        elif found is not None:
            picture, colour, _, _ = LOOKS[found.status]
            said = say(found.text)
            self._line(picture, colour, said)
        announce(self, said)
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finding(self, node: str) -> Finding | None:
        inspection = self._conductor.wizard.inspection
        if inspection is None:
            return None
        told = (one for one in inspection.findings if one.check == probing.CHECK)
        return next((one for one in told if one.subject == node), None)

    def _line(self, picture: str, colour: str, said: str) -> None:
        across = row(IconLabel(picture, colour, 20), label(said, select=True), gap=10)
        across.setStretch(1, 1)
        self.outcome.addLayout(across)
