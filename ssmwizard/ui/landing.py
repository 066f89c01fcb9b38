"""What is seen while an inspection runs: how far it is, and what it has found so far."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ssmwizard.app.wizard import Step
from ssmwizard.app.words import STATUSES
from ssmwizard.model.findings import Finding, Status
from ssmwizard.model.text import N_
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.finding_card import LOOKS
from ssmwizard.ui.flow import Flow
from ssmwizard.ui.labels import IconLabel, label
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import Card, row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from ssmwizard.app.inspect import Progress
    from ssmwizard.ui.conductor import Conductor

_SHOWN = (Status.PASSED, Status.WARNING, Status.FAILED, Status.UNKNOWN)


class Landing(QWidget):
    """Progress, a way to stop, and counters that fill as the facts land."""

    def __init__(self, conductor: Conductor) -> None:
        super().__init__()
        self.title = label("", factor=1.2, bold=True)
        self.says = label("", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr(N_("Progress of the inspection")))
        self.numbers: dict[Status, QLabel] = {}
        counters = Flow(gap=18)
        for status in _SHOWN:
            self.numbers[status] = label("0", factor=1.4, bold=True, wrap=False)
            picture, colour, _, _ = LOOKS[status]
            said = label(say(STATUSES[status]), "muted", wrap=False)
            counter = QWidget()
            counter.setLayout(
                row(IconLabel(picture, colour, 22), self.numbers[status], said, gap=9)
            )
            counters.add(counter)
        stop = Button(tr(N_("&Stop")), conductor.cancel, icon="cancel", name="stop")
        stop.setToolTip(tr(N_("Stop, and show what was found (Esc)")))
        card = Card(self.title, self.says, self.bar, counters, row(stop, None), margin=22)
        card.body.setSpacing(14)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(card)
        inside.addStretch(1)
        self._shown = False
        conductor.progress.connect(self._progress)
        conductor.landed.connect(self._landed)
        conductor.changed.connect(lambda: self._ended(conductor))

    def begin(self, nodes: int) -> None:
        """Begin to show an inspection, unless it is shown already."""
        if self._shown:
            return
        self._shown = True
        self.title.setText(tr("Inspecting %n nodes", "Inspecting %n node", nodes))
        self.says.setText("")
        self.bar.setRange(0, 0)
        self._landed(())

    def _ended(self, conductor: Conductor) -> None:
        self._shown = self._shown and Step.INSPECT in conductor.wizard.busy

    def _progress(self, step: Step, progress: Progress) -> None:
        if step is Step.INSPECT:
            self.bar.setRange(0, progress.total)
            self.bar.setValue(progress.done)
            self.says.setText(say(progress.says))

    def _landed(self, findings: tuple[Finding, ...]) -> None:
        counts = Counter(finding.status for finding in findings)
        for status, number in self.numbers.items():
            number.setText(str(counts[status]))
