"""The strip below: what is going on, Back and Next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QProgressBar

from ssmwizard.app.wizard import TITLES, Step, Wizard
from ssmwizard.model.text import N_
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.labels import label
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ssmwizard.app.inspect import Progress


class Footer(QFrame):
    """Progress and errors on the left, the way through the steps on the right."""

    def __init__(
        self,
        back: Callable[[], object],
        onward: Callable[[], object],
        cancel: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setObjectName("footer")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(150)
        self.bar.setAccessibleName(tr(N_("Progress")))
        self.said = label("", "muted")
        self.cancel = Button(tr(N_("Cancel")), cancel, icon="cancel", look="quiet", name="cancel")
        self.cancel.setToolTip(tr(N_("Stop looking (Esc)")))
        self.back = Button(tr(N_("&Back")), back, name="back")
        self.back.setToolTip(tr(N_("Go back (Alt+Left)")))
        self.next = Button(tr(N_("&Next")), onward, look="primary", name="next")
        self.next.setToolTip(tr(N_("Go on (Alt+Right or Enter)")))
        self.next.setDefault(True)
        for button in (self.back, self.next):
            button.setMinimumWidth(104)
        strip = row(self.bar, self.said, self.cancel, self.back, self.next, gap=10)
        strip.setStretch(1, 1)
        strip.setContentsMargins(28, 12, 20, 12)
        self.setLayout(strip)
        self._step = Step.ACCOUNT

    def show_state(self, wizard: Wizard) -> None:
        """Show what the step on show is doing."""
        self._step = wizard.step
        # The inspection, the repairs and the bundle show on their pages how far they are.
        busy = wizard.step in wizard.busy and wizard.step < Step.INSPECT
        if busy and not self.bar.isVisibleTo(self):
            self.bar.setRange(0, 0)
        self.bar.setVisible(busy)
        self.cancel.setVisible(busy)
        failure = wizard.failures.get(wizard.step)
        said = tr(N_("Looking …")) if busy else say(failure) if failure is not None else ""
        if not (busy and self.said.text()):
            self.said.setText(said)
        self.back.setEnabled(wizard.step > Step.ACCOUNT)
        self.next.setEnabled(wizard.can_advance())
        self.next.setVisible(wizard.step < Step.REPORT)
        if wizard.step < Step.REPORT:
            following = say(TITLES[Step(wizard.step + 1)])
            self.next.setAccessibleDescription(tr(N_("Goes on to: {step}"), step=following))

    def show_progress(self, step: Step, progress: Progress) -> None:
        """Show how far the step's work is."""
        if step is not self._step:
            return
        total = progress.total if progress.done <= progress.total else 0
        self.bar.setRange(0, total)
        self.bar.setValue(progress.done if total else 0)
        self.said.setText(say(progress.says))

    def note(self, said: str) -> None:
        """Say something until the state changes."""
        self.said.setText(said)


def announce(widget: QWidget, said: str) -> None:
    """Have a screen reader say something, such as a verdict."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, said))
