"""Every error that nobody foresaw is brought here, wherever it came up: shown, and offered for a bundle."""

from __future__ import annotations

import logging
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPlainTextEdit, QVBoxLayout

from ssmwizard.app.crash import Crash, crash_of
from ssmwizard.app.wizard import Step
from ssmwizard.model.text import N_
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.failures import sentence
from ssmwizard.ui.footer import announce
from ssmwizard.ui.labels import IconLabel, label
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import GAP, row

if TYPE_CHECKING:
    from types import TracebackType

    from ssmwizard.ui.jobs import Jobs, Ticket
    from ssmwizard.ui.window import MainWindow

LOG = logging.getLogger(__name__)
WIDTH, HEIGHT = 640, 260
SAVE = "crash-bundle"
# What fails whenever the window is painted would come again as soon as it was closed.
AGAIN_SECONDS = 2.0


class CrashDialog(QDialog):
    """What went wrong, with all that is known about it; the window behind it stays usable.

    ``before``: it went wrong in an earlier window.
    """

    def __init__(self, window: MainWindow, crash: Crash, *, before: bool = False) -> None:
        super().__init__(window)
        self.crash, self._conductor = crash, window.conductor
        self._further = 0
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("ssmwizard")
        self.setModal(False)
        said = N_("Something in ssmwizard went wrong.")
        if before:
            said = N_("The last time, ssmwizard ended by a fault.")
        title = label(tr(said), factor=1.3, bold=True)
        head = row(IconLabel("warning", "warn", 24), title, gap=12)
        head.setStretch(1, 1)
        self.said = label(crash.says, select=True)
        self.said.setObjectName("crash")
        go_on = tr(N_("You can go on. A bundle holds what was seen until now, and this error."))
        self.outcome = label(go_on, "muted", select=True)
        self.outcome.setObjectName("outcome")
        self.details = QPlainTextEdit(crash.text())
        self.details.setObjectName("details")
        self.details.setProperty("look", "code")
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setAccessibleName(tr(N_("Details")))
        self.details.hide()
        self.save = Button(
            tr(N_("&Save a bundle …")), self.ask_where, icon="save", look="primary", name="save"
        )
        self.choose = Button(tr(N_("&Choose what goes into it")), self._choose, name="choose")
        self.more = Button(tr(N_("Show the &details")), self._show_details, name="more")
        self.leave = Button(tr(N_("Close")), self.reject, name="close")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 20, 24, 16)
        inside.setSpacing(GAP)
        inside.addLayout(head)
        inside.addWidget(self.said)
        inside.addWidget(self.outcome)
        inside.addWidget(self.details, 1)
        inside.addStretch()
        inside.addLayout(row(self.save, self.choose, self.more, None, self.leave))
        self.resize(min(WIDTH, window.width()), HEIGHT)
        self.save.setFocus()
        announce(self, f"{title.text()} {crash.says}")

    def happened_again(self) -> None:
        """Say that more went wrong meanwhile; the log has it."""
        self._further += 1
        told = tr(
            "More went wrong %n times since; see the log.",
            "More went wrong once since; see the log.",
            self._further,
        )
        self.said.setText(f"{self.crash.says}\n{told}")

    def ask_where(self) -> None:
        """Ask for a file and save the bundle there."""
        name = f"ssmwizard-{datetime.now(UTC):%Y%m%d-%H%M%S}.zip"
        offered = str(self._conductor.folder / name)
        path, _ = QFileDialog.getSaveFileName(
            self, tr(N_("Save the support bundle")), offered, tr(N_("Support bundles (*.zip)"))
        )
        if path:
            self.save_to(Path(path))

    def save_to(self, path: Path) -> None:
        """Save what is known so far, with the error; nothing that the pages have made is used for it."""
        seen, doors, crash = self._conductor.seen(), self._conductor.doors, self.crash

        def work(_: Ticket) -> Path:
            from ssmwizard.app import bundle, so_far  # noqa: PLC0415 - not before the window stands
            from ssmwizard.app.omissions import written_down  # noqa: PLC0415 - the same

            entries, lost = written_down(doors.journal)
            known = so_far.so_far(seen, doors.begun, doors.page)
            return bundle.make(known, entries, lost=lost, crash=crash).write(path)

        self.save.setEnabled(False)
        self._tell(tr(N_("Saving the bundle …")))
        self._conductor.jobs.write(SAVE, work, self._saved, failed=self._not_saved)

    def _saved(self, path: Path) -> None:
        self.save.setEnabled(True)
        self._tell(tr(N_("Saved as {path}"), path=str(path)))

    def _not_saved(self, error: Exception) -> bool:
        LOG.error("the bundle with an error cannot be saved", exc_info=error)
        self.save.setEnabled(True)
        self._tell(say(sentence(error)))
        return True

    def _tell(self, said: str) -> None:
        self.outcome.setText(said)
        announce(self, said)

    def _choose(self) -> None:
        """Go to the report, where it is one file among others."""
        self._conductor.become(self._conductor.wizard.jump(Step.REPORT))
        self.accept()

    def _show_details(self) -> None:
        self.details.show()
        self.more.setEnabled(False)
        self.resize(self.width(), HEIGHT * 2)
        self.details.setFocus()


class Crashes(QObject):
    """Shows errors that nobody foresaw: of jobs, of threads, and of what Qt calls, which else are printed.

    One is shown at a time. Until :meth:`retire` it hears of every one of this process.
    """

    _came = Signal(object)

    def __init__(self, window: MainWindow, jobs: Jobs) -> None:
        super().__init__(window)
        self._window = window
        self._shown: CrashDialog | None = None
        self._last: tuple[Crash, float] | None = None
        self._came.connect(self._show, Qt.ConnectionType.QueuedConnection)
        jobs.crashed.connect(self._show)
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook, threading.excepthook = self._heard, self._heard_in_thread

    def tell_left(self, crash: Crash) -> None:
        """Tell of what an earlier window was ended by, once this one stands."""
        QTimer.singleShot(0, self, lambda: self._show(crash, before=True))

    def retire(self) -> None:
        """Leave errors to Python again."""
        sys.excepthook, threading.excepthook = self._before

    def _heard(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if not issubclass(kind, Exception):
            self._before[0](kind, error, trace)
            return
        LOG.error("an error in the window", exc_info=error)
        self._came.emit(crash_of(error, "window"))

    def _heard_in_thread(self, told: threading.ExceptHookArgs) -> None:
        error = told.exc_value
        if not isinstance(error, Exception):
            self._before[1](told)
            return
        name = told.thread.name if told.thread is not None else "thread"
        LOG.error("an error in the thread %s", name, exc_info=error)
        self._came.emit(crash_of(error, name))

    @Slot(object)
    def _show(self, crash: Crash, *, before: bool = False) -> None:
        if self._shown is not None:
            self._shown.happened_again()
            return
        if self._last is not None:
            last, closed = self._last
            if crash.same(last) and time.monotonic() - closed < AGAIN_SECONDS:
                self._last = last, time.monotonic()
                return
        self._window.conductor.take_crash(crash)
        try:
            self._shown = CrashDialog(self._window, crash, before=before)
        except Exception:
            LOG.exception("the error cannot be shown")
            return
        self._shown.finished.connect(self._closed)
        if QApplication.activeModalWidget() is None:
            self._shown.show()
        else:
            self._shown.open()

    @Slot()
    def _closed(self) -> None:
        if self._shown is not None:
            self._last = self._shown.crash, time.monotonic()
            self._shown = None
