"""Shows once what registers machines: the secret is in this dialog, and gone with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QComboBox, QDialog, QPlainTextEdit, QVBoxLayout

from ssmwizard.app.registration import TITLE
from ssmwizard.model.text import N_
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.clipboard import copy
from ssmwizard.ui.doc_link import doc_link
from ssmwizard.ui.footer import announce
from ssmwizard.ui.labels import IconLabel, label
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import GAP, Card, column, row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ssmwizard.app.registration import Registration

WIDTH, HEIGHT = 840, 640
LINES = 7


class OnceDialog(QDialog):
    """The commands by system, with a button that copies them. Escape leaves at the second time only."""

    def __init__(self, parent: QWidget, shown: Registration, partition: str | None) -> None:
        super().__init__(parent)
        self._commands = shown.commands
        self._kept = self._warned = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say(TITLE))
        first, *others = shown.hints
        across = row(IconLabel("warning", "warn", 24), label(say(first), bold=True), gap=12)
        across.setStretch(1, 1)
        self.system = QComboBox()
        self.system.setObjectName("system")
        self.system.setAccessibleName(tr(N_("System of the machine")))
        for command in shown.commands:
            self.system.addItem(say(command.system))
        self.system.currentIndexChanged.connect(self._show)
        self.lines = QPlainTextEdit()
        self.lines.setObjectName("commands")
        self.lines.setProperty("look", "code")
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setUndoRedoEnabled(False)
        self.lines.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.lines.setAccessibleName(tr(N_("Commands that register the machine")))
        self.lines.setMinimumHeight(self.lines.fontMetrics().lineSpacing() * LINES)
        self.copy = Button(
            tr(N_("&Copy the commands")), self._copy, icon="copy", look="primary", name="copy-once"
        )
        self.problem = label("", "muted", select=True)
        self.problem.setObjectName("problem")
        self.problem.hide()
        self.leave = Button(tr(N_("C&lose")), self.reject, name="close")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 20, 24, 16)
        inside.setSpacing(GAP)
        inside.addWidget(label(say(TITLE), factor=1.4, bold=True))
        inside.addWidget(Card(across, look="warn", margin=12))
        inside.addLayout(column(*(label(say(one), "muted") for one in others), gap=4))
        inside.addLayout(row(self.system, None))
        inside.addWidget(self.lines, 1)
        inside.addLayout(column(*(doc_link(key, partition) for key in shown.docs), gap=4))
        inside.addWidget(self.problem)
        inside.addLayout(row(self.copy, None, self.leave))
        self._show()
        self.copy.setDefault(True)
        self.copy.setFocus()
        self.resize(min(WIDTH, parent.window().width()), min(HEIGHT, parent.window().height()))

    def reject(self) -> None:
        """Leave; ask once where nothing was copied, since nothing of it comes back."""
        if not self._kept and not self._warned:
            self._warned = True
            said = tr(
                N_("Nothing was copied yet, and it is not shown again. Close once more to leave.")
            )
            self.problem.setText(said)
            self.problem.show()
            announce(self, said)
            return
        super().reject()

    def done(self, result: int) -> None:
        """Forget what was shown."""
        self.lines.clear()
        self._commands = ()
        super().done(result)

    def _show(self) -> None:
        if self._commands:
            self.lines.setPlainText(self._commands[self.system.currentIndex()].lines)

    def _copy(self) -> None:
        self._kept = True
        self.problem.hide()
        copy(self.lines.toPlainText())
        announce(self, tr(N_("Copied.")))
