"""Puts the real names into what somebody wrote about a bundle for the public."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from ssmwizard.app.translating import Back, NoMap, NotKept, Translation, Translator
from ssmwizard.model.text import N_, Text, text
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.clipboard import copy
from ssmwizard.ui.failures import sentence
from ssmwizard.ui.footer import announce
from ssmwizard.ui.labels import IconLabel, label
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import GAP, Card, column, row

if TYPE_CHECKING:
    from ssmwizard.ui.jobs import Jobs, Ticket

WIDTH, HEIGHT = 760, 620
LINES = 5
# Nobody sees a sentence that is gone sooner.
SOON_MILLISECONDS = 400
FORGOTTEN = N_("What the stand-ins stand for is forgotten.")
NOTHING = N_("There was nothing to forget.")
LOAD, TRANSLATE, FORGET = "translator", "translate", "forget-stand-ins"


class TranslateDialog(QDialog):
    """A field for what was written, and below it the same with names. They are gone with the dialog."""

    def __init__(self, window: QWidget, jobs: Jobs, back: Back) -> None:
        super().__init__(window)
        self._jobs, self._back = jobs, back
        self._translator: Translator | None = None
        self._left = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr(N_("Translate")))
        self._make_parts()
        heading = label(tr(N_("What was written about this bundle?")), factor=1.4, bold=True)
        hint = tr(
            N_(
                "Paste what AWS or a colleague wrote. The stand-ins in it become the real names again, here alone: nothing is sent anywhere."
            )
        )
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 20, 24, 16)
        inside.setSpacing(GAP)
        inside.addLayout(column(heading, label(hint, "muted"), gap=4))
        inside.addWidget(self.problem)
        inside.addWidget(self.field, 2)
        inside.addLayout(row(self.translate, self.paste, None))
        inside.addWidget(self.said)
        inside.addWidget(self.translated, 3)
        inside.addWidget(self.question)
        inside.addLayout(row(self.copy, self.forget, None, self.leave))
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.answer)
        self.resize(min(WIDTH, window.width()), min(HEIGHT, window.height()))
        self.field.setFocus()
        self._load()

    # What the operator does

    def paste_in(self) -> None:
        """Take what is on the clipboard for what was written."""
        self.field.setPlainText(QGuiApplication.clipboard().text())
        self.answer()

    def answer(self) -> None:
        """Show it with the real names."""
        translator, written = self._translator, self.field.toPlainText()
        if translator is None or not written.strip():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return

        def work(_: Ticket) -> Translation:
            return translator.translation(written)

        self._jobs.read(TRANSLATE, work, self._show)

    def copy_translated(self) -> None:
        """Put it on the clipboard."""
        copy(self.translated.toPlainText())
        self._say(tr(N_("It is on the clipboard, with the real names.")))

    def ask(self, *, forgetting: bool) -> None:
        """Ask whether it is to be forgotten, or take the question back."""
        self.question.setVisible(forgetting)
        self.forget.setEnabled(not forgetting)
        after = self.keep if forgetting else self.forget
        after.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget_it(self) -> None:
        """Delete the key and what it opens."""
        back = self._back

        def work(_: Ticket) -> bool:
            return back.forget()

        self.question.setEnabled(False)
        self._jobs.write(FORGET, work, self._forgotten, failed=self._not_forgotten)

    def done(self, result: int) -> None:
        """Forget what was shown."""
        self._left = True
        self._translator = None
        for key in (LOAD, TRANSLATE):
            self._jobs.cancel(key)
        self.translated.clear()
        super().done(result)

    # Inside

    def _make_parts(self) -> None:
        self.picture = IconLabel("busy", "accent", 22)
        self.reason = label("", bold=True, select=True)
        self.reason.setObjectName("reason")
        across = row(self.picture, self.reason, gap=12)
        across.setStretch(1, 1)
        self.problem = Card(across, margin=12)
        self.field = _text("written", tr(N_("What was written")))
        self.field.setPlaceholderText(tr(N_("Ctrl+V pastes, Ctrl+Enter translates")))
        self.translate = Button(
            tr(N_("&Translate")), self.answer, look="primary", name="translate-it"
        )
        self.translate.setEnabled(False)
        self.translate.setDefault(True)
        self.paste = Button(tr(N_("&Paste and translate")), self.paste_in, name="paste")
        self.paste.setEnabled(False)
        self.said = label("", bold=True, select=True)
        self.said.setObjectName("told")
        self.translated = _text("translated", tr(N_("The same with the real names")))
        self.translated.setReadOnly(True)
        self.copy = Button(
            tr(N_("&Copy")), self.copy_translated, icon="copy", name="copy-translated"
        )
        self.copy.setEnabled(False)
        self.forget = Button(
            tr(N_("&Forget …")), lambda: self.ask(forgetting=True), icon="key", name="forget"
        )
        self.forget.setToolTip(
            tr(N_("Delete what the stand-ins stand for, and its key in the keyring"))
        )
        self.leave = Button(tr(N_("C&lose")), self.reject, name="close")
        said = tr(
            N_("Nobody, you included, will be able to translate what is written about it then.")
        )
        yes = Button(tr(N_("&Yes, forget it")), self.forget_it, look="danger", name="forget-it")
        self.keep = Button(tr(N_("&Keep it")), lambda: self.ask(forgetting=False), name="keep-it")
        self.question = Card(label(said, bold=True), row(self.keep, yes, None), margin=12)
        for part in (self.problem, self.said, self.question):
            part.hide()
        self._waiting = QTimer(self, singleShot=True, interval=SOON_MILLISECONDS)
        self._waiting.timeout.connect(self.problem.show)

    def _load(self) -> None:
        back = self._back

        def work(_: Ticket) -> Translator:
            return back.translator()

        self.reason.setText(
            tr(N_("The key is asked for in the keyring, which may want to be unlocked …"))
        )
        self._waiting.start()
        self._jobs.read(LOAD, work, self._ready, failed=self._not_ready)

    def _ready(self, translator: Translator) -> None:
        self._translator = translator
        self._waiting.stop()
        self.problem.hide()
        self.translate.setEnabled(True)
        self.paste.setEnabled(True)

    def _not_ready(self, error: Exception) -> bool:
        if not isinstance(error, NoMap):
            return False
        self._over(error.reason)
        return True

    def _over(self, reason: Text) -> None:
        """Say why nothing can be translated."""
        self._translator = None
        self._waiting.stop()
        self.picture.show_icon("warning", "warn")
        self.reason.setText(say(reason))
        for part in (self.field, self.translate, self.paste, self.copy):
            part.setEnabled(False)
        self.field.clear()
        self.translated.clear()
        self.problem.show()
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.reason.text())

    def _show(self, translation: Translation) -> None:
        self.translated.setPlainText(translation.said)
        self.copy.setEnabled(True)
        self.translated.setFocus(Qt.FocusReason.OtherFocusReason)
        count = translation.replaced
        if count:
            self._say(tr("%n stand-ins were replaced.", "%n stand-in was replaced.", count))
        else:
            self._say(tr(N_("No stand-in of this bundle is in it.")))

    def _say(self, said: str) -> None:
        self.said.setText(said)
        self.said.show()
        announce(self, said)

    def _forgotten(self, found: object) -> None:
        if self._left:
            return
        self.question.hide()
        self.forget.setEnabled(False)
        self.said.hide()
        self._over(text(FORGOTTEN if found else NOTHING))

    def _not_forgotten(self, error: Exception) -> bool:
        """Say why it is still there, and let it be tried again."""
        if not isinstance(error, (NotKept, OSError)):
            return False
        if not self._left:
            self.question.setEnabled(True)
            self.ask(forgetting=False)
            told = error.reason if isinstance(error, NotKept) else sentence(error)
            self._say(tr(N_("Nothing was forgotten.")) + " " + say(told))
        return True


def _text(name: str, said: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setObjectName(name)
    made.setAccessibleName(said)
    made.setTabChangesFocus(True)
    made.setMinimumHeight(made.fontMetrics().lineSpacing() * LINES)
    return made
