"""Opens the window and stays until it is closed."""

from __future__ import annotations

import logging
import os
import signal
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from ssmwizard import __version__
from ssmwizard.app.crash import left_by
from ssmwizard.app.wizard import Wizard
from ssmwizard.outside import fault_log, folders
from ssmwizard.ui import language, style
from ssmwizard.ui.collector import Collector
from ssmwizard.ui.conductor import Conductor
from ssmwizard.ui.configuration_watcher import ConfigurationWatcher
from ssmwizard.ui.crash import Crashes
from ssmwizard.ui.jobs import Jobs
from ssmwizard.ui.scroll import keep_in_view
from ssmwizard.ui.window import MainWindow

if TYPE_CHECKING:
    from pathlib import Path

    from ssmwizard.app.bundle_reading import Opened
    from ssmwizard.app.doors import Doors
    from ssmwizard.app.translating import Back

LEAVE_MILLISECONDS = 2000
# The window's thread waits for the interpreter once for each busy thread, and again with every widget
# that Qt asks something: with Python's 5 ms that would be felt.
SWITCH_SECONDS = 0.0001


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for on the command line.

    ``folder`` is where a bundle is offered to be saved. ``calls``: the drawer with the calls is open.
    """

    folder: Path
    profile: str | None = None
    region: str | None = None
    nodes: tuple[str, ...] = ()
    language: str | None = None
    theme: str | None = None
    calls: bool = False


def run(doors: Doors, options: Options) -> int:
    """Show the window; return the exit status of the program. There must be a display."""
    application(options.language)
    settings = None if doors.demo else QSettings("ssmwizard", "ssmwizard")
    jobs = Jobs()
    with fault_log.watched(folders.state()) as left:
        return _stay(make_window(doors, options, jobs, settings), jobs, left)


def show(opened: Opened, options: Options, back: Back | None) -> int:
    """Show a support bundle that was read; return the exit status. There must be a display."""
    application(options.language)
    jobs = Jobs()
    return _stay(make_reader(opened, options, jobs, back), jobs)


def _stay(window: MainWindow, jobs: Jobs, left: fault_log.Left | None = None) -> int:
    """Show the window until it is closed; ``left``: what an earlier one was ended by."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    crashes = Crashes(window, jobs)
    if left is not None:
        crashes.tell_left(left_by(left.stacks, "the window, before this one", left.at))
    window.show()
    Collector(window.windowHandle(), jobs)
    QTimer.singleShot(0, window.conductor.arrive)
    signal.signal(signal.SIGINT, lambda *_: window.close())
    wake = QTimer()
    wake.timeout.connect(lambda: None)  # lets Python see a signal now and then
    wake.start(500)
    status = app.exec()
    crashes.retire()
    if not jobs.leave(LEAVE_MILLISECONDS):
        # A call to AWS cannot be interrupted, and Qt would wait for its thread.
        logging.shutdown()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
    return status


def application(wanted: str | None) -> QApplication:
    """Make Qt's application with its name, icon and language."""
    sys.setswitchinterval(SWITCH_SECONDS)
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["ssmwizard"])
    app.focusObjectChanged.connect(keep_in_view)
    app.setApplicationName("ssmwizard")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("ssmwizard")
    app.setStyle("Fusion")
    app.setWindowIcon(style.icon("ssmwizard", style.LIGHT.accent))
    language.install(app, wanted)
    return app


def make_reader(
    opened: Opened, options: Options, jobs: Jobs, back: Back | None = None
) -> MainWindow:
    """Make the window on a support bundle: read-only, offline, marked with its date.

    ``back`` leads from the stand-ins of one for the public to the names.
    """
    from ssmwizard.app.sealed import sealed  # noqa: PLC0415 - only a bundle needs it
    from ssmwizard.app.since import heading, judged  # noqa: PLC0415 - the same
    from ssmwizard.ui.reader import Reader  # noqa: PLC0415 - the same

    theme = _themed(options, None)
    reader = Reader(sealed(), jobs, opened.inspection)
    notice = [heading(opened), judged(opened)]
    if back is not None:
        notice.append(back.says())
        back = back if back.missing() is None else None
    return MainWindow(reader, None, theme, notice=tuple(notice), back=back)


def make_window(
    doors: Doors, options: Options, jobs: Jobs, settings: QSettings | None
) -> MainWindow:
    """Make the window in its first state; nothing has been looked at yet."""
    theme = _themed(options, settings)
    wizard = Wizard(profile=options.profile, region=options.region, chosen=options.nodes)
    conductor = Conductor(doors, jobs, wizard, options.folder)
    ConfigurationWatcher(conductor)
    window = MainWindow(conductor, settings, theme)
    if options.calls:
        window.turn_calls()
    return window


def _themed(options: Options, settings: QSettings | None) -> style.Theme:
    kept = settings.value("theme") if settings is not None else None
    theme = style.Theme(options.theme or (kept if kept in list(style.Theme) else "system"))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    style.apply(app, theme)
    return theme
