"""An error that nobody foresaw is shown wherever it came up, and a bundle with it is one key away."""

import logging
import threading
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QLabel

from ssmwizard.app.bundle_reading import open_bundle
from ssmwizard.app.crash import left_by
from ssmwizard.app.wizard import Step
from ssmwizard.outside import archive_reading
from ssmwizard.ui.crash import CrashDialog, Crashes

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
SECRET = "hunter2-is-my-password"
NAMES = "no 'kitchen-pc' in /home/camille/notes"


@pytest.fixture
def crashing(open_window, qtbot, jobs):
    """A window whose errors are heard of: window, settle, and what tells the dialog."""
    window, _ = open_window()
    crashes = Crashes(window, jobs)

    def settle():
        qtbot.waitUntil(lambda: not window.conductor.jobs._jobs, timeout=20_000)

    def dialog():
        qtbot.waitUntil(lambda: crashes._shown is not None)
        return crashes._shown

    settle()
    window.crashing = crashes
    yield window, settle, dialog
    crashes.retire()


def broken():
    raise LookupError(f"no such part, password={SECRET}")


def in_a_thread():
    thread = threading.Thread(target=broken, name="helper")
    thread.start()
    thread.join()


def press(qtbot, dialog, key):
    qtbot.keyClick(dialog.focusWidget() or dialog, key)


@pytest.mark.parametrize(
    "come_up", [lambda: QTimer.singleShot(0, broken), in_a_thread], ids=["slot", "thread"]
)
def test_what_comes_up_outside_of_a_job_is_shown_and_logged(crashing, qtbot, caplog, come_up):
    window, _, dialog = crashing
    with caplog.at_level(logging.ERROR):
        come_up()
        shown = dialog()
    assert "LookupError: no such part" in shown.said.text()
    assert "test_crash.py" in shown.details.toPlainText()
    assert SECRET not in shown.said.text() + shown.details.toPlainText()
    assert "LookupError" in caplog.text
    assert window.isEnabled()
    press(qtbot, shown, Qt.Key.Key_Escape)
    assert not window.findChildren(CrashDialog) or not shown.isVisible()


def test_a_bundle_of_what_was_seen_until_then_is_saved_from_it(
    crashing, qtbot, tmp_path, monkeypatch
):
    window, settle, dialog = crashing
    window.conductor.jobs.read("look", lambda _: broken(), lambda _: None)
    shown = dialog()
    path = tmp_path / "crash.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    qtbot.waitUntil(lambda: shown.save.hasFocus() or not shown.isActiveWindow())
    qtbot.keyClick(shown.save, Qt.Key.Key_Space)
    settle()
    assert str(path) in shown.outcome.text()
    opened = open_bundle(path)
    told = archive_reading.read(path)["crash.txt"].decode()
    assert "LookupError: no such part" in told
    assert SECRET not in told
    assert opened.inspection.snapshot.identity.caller.require().account == "111122223333"
    reasons = {one["reason"] for one in opened.manifest["omissions"]}
    assert "not_begun" in reasons


def test_where_it_cannot_be_saved_that_is_said_and_it_can_be_tried_elsewhere(
    crashing, tmp_path, caplog
):
    _, settle, dialog = crashing
    QTimer.singleShot(0, broken)
    shown = dialog()
    shown.save_to(tmp_path / "none" / "crash.zip")
    settle()
    assert "none" in shown.outcome.text()
    assert shown.save.isEnabled()
    shown.save_to(tmp_path / "crash.zip")
    settle()
    assert (tmp_path / "crash.zip").exists()


def test_the_report_holds_it_too_and_for_the_public_it_names_nobody(crashing, qtbot, tmp_path):
    window, settle, dialog = crashing

    def named(_):
        raise LookupError(NAMES)

    window.conductor.jobs.read("look", named, lambda _: None)
    shown = dialog()
    qtbot.keyClick(shown.choose, Qt.Key.Key_Space)
    settle()
    page = window.pages[Step.REPORT]
    assert window.conductor.wizard.step is Step.REPORT
    place = page.parts.parts.place("crash.txt")
    assert place.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
    assert "Nothing was inspected" in page.partly.text()
    page.audience.setCurrentIndex(page.audience.count() - 1)
    settle()
    page.save_to(tmp_path / "public.zip")
    settle()
    told = archive_reading.read(tmp_path / "public.zip")["crash.txt"].decode()
    assert "LookupError" in told
    assert "kitchen" not in told
    assert "camille" not in told


def test_what_fails_again_and_again_is_shown_once(crashing, qtbot):
    window, _, dialog = crashing
    for _ in range(3):
        QTimer.singleShot(0, broken)
    shown = dialog()
    qtbot.waitUntil(lambda: "2 times" in shown.said.text())
    shown.reject()
    with qtbot.waitSignal(window.conductor.jobs.crashed, raising=False, timeout=200):
        QTimer.singleShot(0, broken)
    assert [one for one in window.findChildren(CrashDialog) if one is not shown] == []


def test_what_an_earlier_window_was_ended_by_is_told_by_this_one(crashing):
    window, _, dialog = crashing
    stacks = 'Fatal Python error: Segmentation fault\n\nThread 1:\n  File "x.py", line 1 in go\n'
    window.crashing.tell_left(left_by(stacks, "before", datetime.now(UTC)))
    shown = dialog()
    assert "Segmentation fault" in shown.said.text()
    assert "The last time" in "".join(one.text() for one in shown.findChildren(QLabel))
    assert "line 1 in go" in shown.details.toPlainText()
