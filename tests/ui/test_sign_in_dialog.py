"""Signing in from the window on the demo account, by keyboard alone."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from ssmwizard.app.wizard import Step, StepState
from ssmwizard.model.computer import Ran, Start
from ssmwizard.model.facts import Known
from ssmwizard.ui.sign_in_dialog import SignInDialog

# Qt's platform without a screen says so of every window beside the first.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PATIENCE = 20_000


def text_of(widget: QWidget) -> str:
    shown = (*widget.findChildren(QLabel), *widget.findChildren(QPushButton))
    said = "\n".join(one.text() for one in shown if one.isVisibleTo(widget))
    return said.replace("\u200b", "")


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def tab_to(qtbot, name):
    for _ in range(60):
        focused = QApplication.focusWidget()
        if focused is not None and focused.objectName() == name:
            return
        press(qtbot, Qt.Key.Key_Tab)
        qtbot.wait(1)
    raise AssertionError(f"{name} cannot be reached with the Tab key")


@pytest.fixture
def signing(open_window, qtbot):
    """Open the dialog by its button on the first page: window, dialog, account."""

    def make(profile="demo-sso", seconds=0.0, **options):
        window, account = open_window(profile=profile, **options)
        window.activateWindow()
        window.conductor.doors.computer._seconds = seconds
        settle(qtbot, window)
        tab_to(qtbot, "sign-in")
        press(qtbot, Qt.Key.Key_Return)
        dialog = window.findChild(SignInDialog)
        qtbot.waitUntil(lambda: "Looking for" not in text_of(dialog), timeout=PATIENCE)
        return window, dialog, account

    return make


def settle(qtbot, window):
    conductor = window.conductor
    qtbot.waitUntil(
        lambda: not conductor.wizard.busy and not conductor.jobs._jobs, timeout=PATIENCE
    )
    assert not window.crashes, window.crashes


def who(window):
    return window.conductor.wizard.identity.snapshot.identity.caller


def test_return_signs_in_with_the_browser_and_then_the_profile_works(signing, qtbot):
    window, dialog, _ = signing()
    assert "aws sso login --profile demo-sso" in text_of(dialog)
    assert QApplication.focusWidget().objectName() == "sign-in-here"
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.findChild(SignInDialog) is None, timeout=PATIENCE)
    settle(qtbot, window)
    assert isinstance(who(window), Known)
    assert window.conductor.wizard.state(Step.ACCOUNT) is StepState.DONE
    assert "You are signed in" in text_of(window)


def test_the_code_is_large_and_can_be_copied_and_its_page_opened(signing, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    window, dialog, _ = signing(seconds=600)
    tab_to(qtbot, "sign-in-elsewhere")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "DEMO-4711" in text_of(dialog), timeout=PATIENCE)
    shown = next(one for one in dialog.findChildren(QLabel) if one.text() == "DEMO-4711")
    assert shown.font().pointSizeF() > 1.8 * dialog.font().pointSizeF()
    assert "Then enter the code:" in dialog.printed.toPlainText()
    tab_to(qtbot, "copy-code")
    press(qtbot, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "DEMO-4711"
    tab_to(qtbot, "open-page")
    press(qtbot, Qt.Key.Key_Return)
    assert opened == ["https://demo.invalid/start/#/device?user_code=DEMO-4711"]
    tab_to(qtbot, "copy-page")
    press(qtbot, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == opened[0]
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "cancelled" in text_of(dialog), timeout=PATIENCE)
    assert "DEMO-4711" not in text_of(dialog) + dialog.printed.toPlainText()
    press(qtbot, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert not isinstance(who(window), Known)


def test_what_was_cancelled_can_be_begun_again(signing, qtbot):
    window, dialog, _ = signing(seconds=600)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.printed.toPlainText()), timeout=PATIENCE)
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "cancelled" in text_of(dialog), timeout=PATIENCE)
    window.conductor.doors.computer._seconds = 0
    tab_to(qtbot, "sign-in-here")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.findChild(SignInDialog) is None, timeout=PATIENCE)
    settle(qtbot, window)
    assert isinstance(who(window), Known)


def test_a_question_of_the_aws_cli_is_answered_from_the_dialog(signing, qtbot, monkeypatch):
    asked = "Enter the authorization code displayed in your browser: "
    answers = []

    def converse(arguments, timeout, heard, stopped, typed):
        heard(asked)
        while not stopped():
            answers.append(typed())
            if answers[-1] is not None:
                break
            time.sleep(0.01)
        heard(f"{asked}\nError: not this one\n")
        return Ran(tuple(arguments), Start.FAILED, 255, "Error: not this one\n", "", 0.1)

    window, dialog, _ = signing()
    monkeypatch.setattr(window.conductor.doors.computer, "converse", converse)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.answer.isVisibleTo(dialog), timeout=PATIENCE)
    assert QApplication.focusWidget() is dialog.answer
    qtbot.keyClicks(dialog.answer, "c3RhdGU9")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "not this one" in text_of(dialog), timeout=PATIENCE)
    assert answers[-1] == "c3RhdGU9"
    assert not dialog.answer.isVisibleTo(dialog)
    dialog.done(0)
    settle(qtbot, window)


def test_leaving_ends_what_runs(signing, qtbot):
    window, dialog, _ = signing(seconds=600)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.printed.toPlainText()), timeout=PATIENCE)
    window.close()
    assert window.conductor.jobs.leave(5000)


def test_read_only_mode_lets_sign_in(signing, qtbot):
    window, _, _ = signing(read_only=True)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.findChild(SignInDialog) is None, timeout=PATIENCE)
    settle(qtbot, window)
    assert isinstance(who(window), Known)


def test_where_no_command_helps_there_is_no_button(open_window, qtbot):
    window, _ = open_window(profile="demo-expired")
    settle(qtbot, window)
    names = [one.objectName() for one in window.findChildren(QPushButton)]
    assert "sign-in" not in names
    dialog = window.sign_in()
    qtbot.waitUntil(lambda: "aws configure" in text_of(dialog), timeout=PATIENCE)
    assert not dialog.here.isVisibleTo(dialog)
    dialog.done(0)


def test_a_finding_of_the_inspection_leads_to_the_sign_in_too(open_window, qtbot):
    window, _ = open_window(profile="demo-sso")
    settle(qtbot, window)
    conductor = window.conductor
    for _ in range(2):
        window.next()
        settle(qtbot, window)
    conductor.choose_nodes(("i-0123456789abcdef0",))
    window.next()
    settle(qtbot, window)
    conductor.go_to_repair("identity.sign-in", None)
    assert window.findChild(SignInDialog) is not None
    assert conductor.wizard.step is Step.INSPECT
    qtbot.waitUntil(
        lambda: window.findChild(SignInDialog).here.isVisibleTo(window.findChild(SignInDialog)),
        timeout=PATIENCE,
    )
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.findChild(SignInDialog) is None, timeout=PATIENCE)
    settle(qtbot, window)
    assert isinstance(who(window), Known)
    assert isinstance(conductor.wizard.inspection.snapshot.identity.caller, Known)
