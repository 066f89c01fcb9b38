"""The other way in: somebody has an error message and wants to know what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout

from ssmwizard.app import explain
from ssmwizard.model.text import N_
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.explanation_view import ExplanationView
from ssmwizard.ui.footer import announce
from ssmwizard.ui.labels import label
from ssmwizard.ui.language import tr
from ssmwizard.ui.layout import GAP, Card, column, row
from ssmwizard.ui.scroll import Scroll

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ssmwizard.ui.conductor import Conductor

WIDTH, HEIGHT = 760, 640
# Looking through more than this could be felt.
LONGEST = 100_000


class ExplainDialog(QDialog):
    """A field for the message, and below it what it means. Nothing is asked of AWS."""

    def __init__(
        self, window: QWidget, conductor: Conductor, show_check: Callable[[str], object]
    ) -> None:
        super().__init__(window)
        self._conductor, self._show_check = conductor, show_check
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr(N_("Explain an error message")))
        heading = label(tr(N_("What does the message say?")), factor=1.4, bold=True)
        hint = tr(
            N_(
                "Paste it as it is: from the console, the AWS CLI, the plugin or the agent's log. Nothing is sent anywhere."
            )
        )
        self.field = QPlainTextEdit()
        self.field.setObjectName("message")
        self.field.setAccessibleName(tr(N_("Error message")))
        self.field.setPlaceholderText(tr(N_("Ctrl+V pastes, Ctrl+Enter explains")))
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(self.field.fontMetrics().lineSpacing() * 6)
        self.explain = Button(tr(N_("&Explain")), self.answer, look="primary", name="explain")
        self.explain.setDefault(True)
        self.paste = Button(tr(N_("&Paste and explain")), self.paste_in, name="paste")
        self.leave = Button(tr(N_("&Close")), self.reject, name="close")
        self.told = Scroll("explanation")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 20, 24, 16)
        inside.setSpacing(GAP)
        inside.addLayout(column(heading, label(hint, "muted"), gap=4))
        inside.addWidget(self.field)
        inside.addLayout(row(self.explain, self.paste, None, self.leave))
        inside.addWidget(self.told, 1)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.answer)
        self.resize(min(WIDTH, window.width()), min(HEIGHT, window.height()))
        self.field.setFocus()

    def paste_in(self) -> None:
        """Take what is on the clipboard for the message."""
        self.field.setPlainText(QGuiApplication.clipboard().text())
        self.answer()

    def answer(self) -> None:
        """Say what the message means."""
        said = self.field.toPlainText()
        if not said.strip():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        found = explain.answer(said, LONGEST)
        view = ExplanationView(self._conductor.wizard.inspection, self.show_check)
        self.told.pour(view.cards(found))
        first = self.told.findChild(Card, "explained")
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, first.accessibleName())

    def show_check(self, check: str) -> None:
        """Leave, and show a check in the inspection."""
        self.accept()
        self._show_check(check)
