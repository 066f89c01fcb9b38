"""The window: rail, header, pages and footer, all showing one state."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ssmwizard.app.verdict import Standing
from ssmwizard.app.wizard import STATES, TITLES, Step
from ssmwizard.model.text import N_
from ssmwizard.ui import style
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.calls_drawer import FIRST as CALLS_HEIGHT
from ssmwizard.ui.calls_drawer import CallsDrawer
from ssmwizard.ui.code_dialog import CodeAsker
from ssmwizard.ui.footer import Footer, announce
from ssmwizard.ui.header import Header
from ssmwizard.ui.inspect_page import InspectPage
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import row
from ssmwizard.ui.nodes_model import found
from ssmwizard.ui.notice import notice_strip
from ssmwizard.ui.pages import PAGES
from ssmwizard.ui.rail import Rail
from ssmwizard.ui.read_only import ReadOnlyDialog
from ssmwizard.ui.recovery_notice import RecoveryNotice
from ssmwizard.ui.side import Side

if TYPE_CHECKING:
    from ssmwizard.app.translating import Back
    from ssmwizard.model.text import Text
    from ssmwizard.outside.journal_entries import Entry
    from ssmwizard.ui.conductor import Conductor

WIDTH, HEIGHT = 1100, 720
SMALLEST = (880, 560)
LEAVE_MILLISECONDS = 2000


class MainWindow(QMainWindow):
    """The one window of the program.

    ``settings`` is None where nothing is to be remembered. ``back`` leads from stand-ins to names.
    ``notice``: a support bundle is shown, and
    this says which.
    """

    def __init__(
        self,
        conductor: Conductor,
        settings: QSettings | None,
        theme: style.Theme,
        *,
        notice: tuple[Text, ...] = (),
        back: Back | None = None,
    ) -> None:
        super().__init__()
        self.conductor, self._settings, self._theme = conductor, settings, theme
        self._back = back
        self._leaving = False
        doors = conductor.doors
        self.header = Header(doors.demo, doors.gate, self.switch_read_only)
        self.rail = Rail()
        self.side = Side(self.rail, theme, self.set_theme, self.explain, self.turn_calls)
        self.calls = CallsDrawer(doors.log, self.turn_calls)
        self.calls.hide()
        self.pages = [page(conductor) for page in PAGES]
        self.stack = QStackedWidget()
        for page in self.pages:
            self.stack.addWidget(page)
            if not conductor.live:
                page.seal()
        self.footer = Footer(self.back, self.next, self.cancel)
        self.codes = CodeAsker(self)
        self._lay_out(notice)
        self._connect()
        self.resize(WIDTH, HEIGHT)
        self.setMinimumSize(*SMALLEST)
        self._remembered()
        self._show()

    # What the operator does

    def next(self) -> None:
        """Go on."""
        self.conductor.become(self.conductor.wizard.advance())

    def back(self) -> None:
        """Go back."""
        self.conductor.become(self.conductor.wizard.back())

    def jump(self, step: Step) -> None:
        """Go to a step that was reached before."""
        self.conductor.become(self.conductor.wizard.jump(step))
        self.rail.setCurrentRow(self.conductor.wizard.step)

    def cancel(self) -> None:
        """End the look that is under way."""
        self.conductor.cancel()

    def search(self) -> None:
        """Go to the search field, where the page has one."""
        field = self.pages[self.conductor.wizard.step].search_field()
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def switch_read_only(self) -> None:
        """Let nothing be changed any more; or let it again, which is asked first."""
        gate = self.conductor.doors.gate
        if self.conductor.wizard.writing:
            self.footer.note(tr(N_("Wait until the change under way has ended.")))
        elif gate.read_only:
            ReadOnlyDialog(self, lambda: self.conductor.set_read_only(on=False), gate.locked).open()
        else:
            self.conductor.set_read_only(on=True)
            announce(self, tr(N_("Read only: nothing can be changed.")))
        self.header.show_state(self.conductor.wizard)

    def turn_calls(self) -> None:
        """Open the drawer with the calls, or close it."""
        opened = not self.calls.isVisibleTo(self)
        inside = self.calls.isAncestorOf(QApplication.focusWidget() or self)
        height = self.parts.height()
        self.calls.setVisible(opened)
        if opened and self.calls.height() < CALLS_HEIGHT:
            self.parts.setSizes([height - CALLS_HEIGHT, CALLS_HEIGHT])
        self.side.calls.setChecked(opened)
        if opened:
            self.calls.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif inside:
            self.pages[self.conductor.wizard.step].first_focus().setFocus()

    def explain(self) -> QDialog:
        """Explain an error message."""
        from ssmwizard.ui.explain_dialog import ExplainDialog  # noqa: PLC0415 - when it is wanted

        dialog = ExplainDialog(self, self.conductor, self.show_check)
        dialog.open()
        return dialog

    def translate(self) -> QDialog | None:
        """Put the real names into what was written about a bundle for the public."""
        if self._back is None:
            return None
        from ssmwizard.ui.translate_dialog import TranslateDialog  # noqa: PLC0415 - when it is wanted

        dialog = TranslateDialog(self, self.conductor.jobs, self._back)
        dialog.open()
        return dialog

    def sign_in(self) -> QDialog:
        """Sign the profile in again."""
        from ssmwizard.ui.sign_in_dialog import SignInDialog  # noqa: PLC0415 - when it is wanted

        dialog = SignInDialog(self, self.conductor)
        dialog.open()
        return dialog

    def show_entry(self, entry: Entry) -> QDialog:
        """Show what became of an entry of the journal."""
        from ssmwizard.ui.recovery_dialog import RecoveryDialog  # noqa: PLC0415 - when it is wanted

        dialog = RecoveryDialog(self, self.conductor, entry)
        dialog.open()
        return dialog

    def show_check(self, check: str) -> None:
        """Show what was found about a check."""
        self.jump(Step.INSPECT)
        page = self.pages[Step.INSPECT]
        if isinstance(page, InspectPage):
            page.show_check(check)

    def set_theme(self, theme: style.Theme) -> None:
        """Show other colours."""
        self._theme = theme
        style.apply(_app(), theme)
        if self._settings is not None:
            self._settings.setValue("theme", theme.value)

    # What Qt tells

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where the page begins."""
        super().showEvent(event)
        self.pages[self.conductor.wizard.step].first_focus().setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, wherever nothing else took it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.footer.next.isEnabled():
            self.next()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave at once, but never while something is being changed."""
        self.conductor.prober.stop()
        if self.conductor.jobs.writing:
            self._leaving = True
            self.footer.note(tr(N_("The window closes as soon as the change has ended.")))
            event.ignore()
            return
        if self._settings is not None:
            self._settings.setValue("geometry", self.saveGeometry())
        self.hide()
        self.codes.leave()
        self.conductor.jobs.leave(LEAVE_MILLISECONDS)
        event.accept()

    # Inside

    def _lay_out(self, notice: tuple[Text, ...]) -> None:
        right = QWidget()
        inside = QVBoxLayout(right)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.header)
        if notice:
            self.header.counting = False
            inside.addWidget(notice_strip(*notice, button=self._translate_button()))
        policy = self.conductor.doors.gate.policy
        closed = policy.nothing() if policy.problem is not None else None
        if closed is not None:
            inside.addWidget(notice_strip(closed, picture=("warning", "warn")))
        self.unfinished = RecoveryNotice(self.show_entry)
        inside.addWidget(self.unfinished)
        self.parts = QSplitter(Qt.Orientation.Vertical)
        self.parts.setChildrenCollapsible(False)
        self.parts.addWidget(self.stack)
        self.parts.addWidget(self.calls)
        self.parts.setStretchFactor(0, 1)
        inside.addWidget(self.parts, 1)
        inside.addWidget(self.footer)
        whole = QFrame()
        across = row(self.side, right, gap=0)
        across.setStretch(1, 1)
        whole.setLayout(across)
        self.setCentralWidget(whole)

    def _translate_button(self) -> Button | None:
        if self._back is None:
            return None
        made = Button(tr(N_("Translate …")), self.translate, name="translate")
        made.setToolTip(tr(N_("Put the real names into what was written about it (Ctrl+T)")))
        made.setAccessibleDescription(made.toolTip())
        return made

    def _connect(self) -> None:
        self.conductor.changed.connect(self._show)
        self.conductor.progress.connect(self.footer.show_progress)
        self.conductor.jobs.idle.connect(self._idle)
        self.conductor.sign_in_asked.connect(self.sign_in)
        codes = self.conductor.doors.codes
        codes.ask = self.codes.ask
        codes.said = self.codes.tell
        self.codes.told.connect(self.footer.note)
        self.conductor.prober.remarked.connect(lambda said: self.footer.note(say(said)))
        self.conductor.recoverer.noticed.connect(self._notice)
        self.conductor.recoverer.asked.connect(self.show_entry)
        self.rail.asked.connect(self.jump)
        for keys, act in (
            ("Alt+Left", self.back),
            ("Alt+Right", self.next),
            ("F5", self.conductor.look_again),
            ("Ctrl+F", self.search),
            ("Ctrl+E", self.explain),
            ("Ctrl+L", self.turn_calls),
            ("Ctrl+T", self.translate),
            ("Ctrl+Shift+R", self.switch_read_only),
            ("Esc", self.cancel),
            ("Ctrl+Q", self.close),
            *((f"Ctrl+{step + 1}", _to(self, step)) for step in Step),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        _app().styleHints().colorSchemeChanged.connect(self._scheme_changed)

    def _show(self) -> None:
        wizard = self.conductor.wizard
        told = self._told()
        self.header.show_state(wizard)
        self.rail.show_state(wizard, told)
        title, state = say(TITLES[wizard.step]), told[wizard.step]
        self.setWindowTitle(tr(N_("{step}: {state} - ssmwizard"), step=title, state=state))
        self.footer.show_state(wizard)
        page = self.pages[wizard.step]
        page.show_state()
        if self.stack.currentWidget() is not page:
            self.stack.setCurrentWidget(page)
            page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _told(self) -> dict[Step, str]:
        """Say in a word or two where each step stands."""
        wizard = self.conductor.wizard
        told = {step: say(STATES[wizard.state(step)]) for step in Step}
        if wizard.chosen:
            told[Step.NODES] = tr("%n chosen", "%n chosen", len(wizard.chosen))
        elif wizard.listing is not None and Step.NODES not in wizard.busy:
            told[Step.NODES] = found(len(wizard.listing.rows))
        if wizard.inspection is not None and Step.INSPECT not in wizard.busy:
            blocked = wizard.standing(Standing.BLOCKED)
            told[Step.INSPECT] = (
                tr("%n blocked", "%n blocked", blocked) if blocked else tr(N_("None blocked"))
            )
        if wizard.open_fixes:
            told[Step.REPAIR] = tr("%n repairs open", "%n repair open", wizard.open_fixes)
        return told

    def _notice(self) -> None:
        """Say that a change was left unfinished, and offer to see what happened."""
        left = self.conductor.recoverer.left
        self.unfinished.tell(left)
        if left and QApplication.activeModalWidget() is None:
            self.unfinished.see.setFocus(Qt.FocusReason.OtherFocusReason)

    def _idle(self) -> None:
        if self._leaving:
            self.close()

    def _scheme_changed(self) -> None:
        if self._theme is style.Theme.SYSTEM:
            style.apply(_app(), self._theme)

    def _remembered(self) -> None:
        kept = self._settings.value("geometry") if self._settings is not None else None
        if isinstance(kept, QByteArray):
            self.restoreGeometry(kept)


def _to(window: MainWindow, step: Step) -> Callable[[], None]:
    return lambda: window.jump(step)


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
