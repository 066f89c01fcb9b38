"""How far a longer work is, and a way to stop it; nothing where the work is done in a moment."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from ssmwizard.model.text import N_
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.labels import label
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import row

if TYPE_CHECKING:
    from ssmwizard.app.progress import Progress

MOMENT_MILLISECONDS = 500
WIDTH = 220


class WorkBar(QWidget):
    """A slim bar with what is being done, and Stop."""

    def __init__(self, says: str, stop: Callable[[], object]) -> None:
        super().__init__()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(WIDTH)
        self.bar.setAccessibleName(says)
        self.said = label("", "muted")
        self.stop = Button(tr(N_("&Stop")), stop, icon="cancel", look="quiet", name="stop-work")
        self.stop.setToolTip(tr(N_("Stop, and leave nothing behind (Esc)")))
        across = row(self.bar, self.said, self.stop, gap=12)
        across.setStretch(1, 1)
        across.setContentsMargins(0, 0, 0, 0)
        self.setLayout(across)
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.setInterval(MOMENT_MILLISECONDS)
        self._moment.timeout.connect(self.show)
        self.hide()

    def begin(self) -> None:
        """Show itself, unless the work ends in a moment."""
        if not self._moment.isActive() and self.isHidden():
            self.bar.setRange(0, 0)
            self.said.setText("")
            self._moment.start()

    def tell(self, progress: Progress) -> None:
        """Show how far it is."""
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        self.said.setText(say(progress.says))

    def end(self) -> None:
        """Go away."""
        self._moment.stop()
        self.hide()
