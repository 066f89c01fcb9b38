"""Asks for an MFA code: six digits, asked for by a job that waits on its own thread."""

from __future__ import annotations

import re
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRegularExpression, Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase, QRegularExpressionValidator
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QVBoxLayout

from ssmwizard.model.identity import CodeAsked, CodeGiven
from ssmwizard.model.text import N_, Text
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.footer import announce
from ssmwizard.ui.labels import IconLabel, code, label
from ssmwizard.ui.language import isolated, say, tr
from ssmwizard.ui.layout import GAP, Card, row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

WIDTH = 520
DIGITS = 6
# A code is shown for half a minute.
CLOCK_SECONDS = 25


class CodeDialog(QDialog):
    """Which device, a field for its code, and whether to remember what that opens."""

    def __init__(self, parent: QWidget, asked: CodeAsked) -> None:
        super().__init__(parent)
        self.given: CodeGiven | None = None
        self.setWindowTitle(tr(N_("MFA code")))
        self.field = QLineEdit()
        self.field.setObjectName("code")
        self.field.setValidator(QRegularExpressionValidator(QRegularExpression(r"[\d ]*"), self))
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() * 1.8)
        self.field.setFont(font)
        self.field.setMaximumWidth(self.field.fontMetrics().horizontalAdvance("0") * 14)
        self.field.setAccessibleName(tr(N_("Six digits of the MFA device")))
        self.field.textChanged.connect(self._changed)
        self.remember = QCheckBox(tr(N_("&Remember until the credentials expire, in the keyring")))
        self.remember.setObjectName("remember")
        self.remember.setEnabled(asked.cannot_remember is None)
        self.use = Button(
            tr(N_("&Sign in")), self._give, icon="check", look="primary", name="use-code"
        )
        self.use.setEnabled(False)
        self.leave = Button(tr(N_("&Cancel")), self.reject, icon="cancel", name="leave")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 20, 24, 16)
        inside.setSpacing(GAP)
        said = tr(N_("The profile {profile} asks for a code"), profile=isolated(asked.profile))
        inside.addWidget(label(said, factor=1.4, bold=True))
        if asked.refused:
            inside.addWidget(_refused(asked))
        device = row(label(tr(N_("Device")), "muted", wrap=False), code(asked.device), gap=14)
        device.setStretch(1, 1)
        inside.addLayout(device)
        inside.addWidget(self.field)
        inside.addWidget(self.remember)
        if asked.cannot_remember is not None:
            inside.addWidget(label(say(asked.cannot_remember), "muted", factor=0.92))
        inside.addLayout(row(self.use, None, self.leave))
        self.use.setDefault(True)
        self.field.setFocus()
        self.resize(min(WIDTH, parent.window().width()), self.sizeHint().height())
        announce(self, said)

    def done(self, result: int) -> None:
        """Forget what was typed."""
        self.field.clear()
        super().done(result)

    def _changed(self) -> None:
        self.use.setEnabled(len(_digits(self.field.text())) == DIGITS)

    def _give(self) -> None:
        typed = _digits(self.field.text())
        self.given = CodeGiven(typed, remember=self.remember.isChecked())
        self.accept()


class CodeAsker(QObject):
    """Brings the question of a job to the window, and the answer back to the job, which waits.

    ``told`` carries what is to be said of a code besides. Once :meth:`leave` was called nobody is asked
    any more: every question is answered with no code.
    """

    told = Signal(str)
    _asked = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._leaving = False
        self._waiting: list[_Question] = []
        self._asked.connect(self._open, Qt.ConnectionType.QueuedConnection)

    def ask(self, asked: CodeAsked) -> CodeGiven | None:
        """Ask, and wait for the answer; never on the window's thread."""
        question = _Question(asked)
        self._waiting.append(question)
        if self._leaving:
            return None
        self._asked.emit(question)
        question.answered.wait()
        return question.given

    def tell(self, said: Text) -> None:
        """Say something of a code, from any thread."""
        self.told.emit(say(said))

    def leave(self) -> None:
        """Let every job go on without a code."""
        self._leaving = True
        for question in list(self._waiting):
            question.answered.set()

    @Slot(object)
    def _open(self, question: _Question) -> None:
        if self._leaving:
            question.answered.set()
            return
        dialog = CodeDialog(self._window, question.asked)

        def answer() -> None:
            question.given = dialog.given
            self._waiting.remove(question)
            question.answered.set()
            dialog.deleteLater()

        dialog.finished.connect(answer)
        dialog.open()


class _Question:
    """What is asked, and what came of it."""

    def __init__(self, asked: CodeAsked) -> None:
        self.asked = asked
        self.given: CodeGiven | None = None
        self.answered = threading.Event()


def _refused(asked: CodeAsked) -> QWidget:
    said = tr(
        N_(
            "AWS did not accept that code. Each works once and for about half a minute: wait for the next one."
        )
    )
    if asked.ahead is not None and abs(asked.ahead) > CLOCK_SECONDS:
        said += " " + tr(
            N_("The clock of this computer is wrong; codes that it shows itself are wrong too.")
        )
    across = row(IconLabel("warning", "warn", 22), label(said, bold=True), gap=12)
    across.setStretch(1, 1)
    return Card(across, look="warn", margin=12)


def _digits(typed: str) -> str:
    return re.sub(r"\s", "", typed)
