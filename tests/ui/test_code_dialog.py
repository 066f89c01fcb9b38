"""MFA codes asked for in the window, by keyboard alone; the job that wants one waits on its thread."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ssmwizard.app.wizard import Step, StepState
from ssmwizard.model.facts import Known
from ssmwizard.model.identity import CodeAsked
from ssmwizard.model.text import text
from ssmwizard.ui.code_dialog import CodeAsker, CodeDialog

# Qt's platform without a screen says so of every window beside the first.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PATIENCE = 20_000


def press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)


def said(widget: QWidget) -> str:
    shown = [one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget)]
    return "\n".join(shown).replace("\u200b", "")


def dialog_of(qtbot, window):
    def found():
        return [one for one in window.findChildren(CodeDialog) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(found()), timeout=PATIENCE)
    return found()[0]


def settle(qtbot, window):
    conductor = window.conductor
    qtbot.waitUntil(
        lambda: not conductor.wizard.busy and not conductor.jobs._jobs, timeout=PATIENCE
    )
    assert not window.crashes, window.crashes


@pytest.fixture
def asked(open_window):
    """Open the window with the profile that wants a code."""

    def make(**options):
        window, account = open_window(profile="demo-mfa", **options)
        window.activateWindow()
        return window, account

    return make


def test_six_digits_and_return_sign_in_and_nothing_is_asked_again(asked, qtbot):
    window, _ = asked()
    dialog = dialog_of(qtbot, window)
    assert "mfa/camille-phone" in said(dialog)
    assert "demo-mfa" in said(dialog).replace("\u2068", "").replace("\u2069", "")
    assert QApplication.focusWidget() is dialog.field
    qtbot.keyClicks(dialog.field, "abc12 34")
    assert dialog.field.text() == "12 34"
    assert not dialog.use.isEnabled()
    qtbot.keyClicks(dialog.field, "56")
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, window)
    wizard = window.conductor.wizard
    assert isinstance(wizard.identity.snapshot.identity.caller, Known)
    assert wizard.state(Step.ACCOUNT) is StepState.DONE
    window.conductor.look_again()
    settle(qtbot, window)
    window.conductor.choose_account("demo-mfa", "eu-central-1")
    settle(qtbot, window)
    assert isinstance(window.conductor.wizard.identity.snapshot.identity.caller, Known)


def test_a_code_that_is_not_accepted_is_said_and_asked_for_again(asked, qtbot):
    window, _ = asked()
    qtbot.keyClicks(dialog_of(qtbot, window).field, "000000")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: any(
            "did not accept" in said(one)
            for one in window.findChildren(CodeDialog)
            if one.isVisible()
        ),
        timeout=PATIENCE,
    )
    qtbot.keyClicks(dialog_of(qtbot, window).field, "123456")
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert isinstance(window.conductor.wizard.identity.snapshot.identity.caller, Known)


def test_escape_gives_none_and_the_page_says_how_to_be_asked_again(asked, qtbot):
    window, _ = asked()
    dialog_of(qtbot, window)
    press(qtbot, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert "Look again to be asked" in said(window)
    # The keys behind the role work: nobody is told to write over them.
    assert "aws configure" not in said(window)
    window.conductor.look_again()
    dialog_of(qtbot, window)
    press(qtbot, Qt.Key.Key_Escape)
    settle(qtbot, window)


def test_the_window_stays_alive_and_closes_while_a_code_is_wanted(asked, qtbot):
    window, _ = asked()
    dialog_of(qtbot, window)
    window.close()
    assert window.conductor.jobs.leave(5000)


def test_nobody_is_asked_once_the_window_is_leaving(looked, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    asker = CodeAsker(parent)
    asker.leave()
    assert asker.ask(CodeAsked("work", "device")) is None


@pytest.mark.parametrize(
    ("question", "shown", "hidden"),
    [
        (CodeAsked("work", "d", refused=True, ahead=90.0), "clock of this computer", ""),
        (CodeAsked("work", "d", refused=True, ahead=1.0), "did not accept", "clock of this"),
        (CodeAsked("work", "d", cannot_remember=text("No keyring.")), "No keyring.", "accept"),
    ],
)
def test_what_stands_in_the_way_is_said(looked, qtbot, question, shown, hidden):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = CodeDialog(parent, question)
    qtbot.addWidget(dialog)
    dialog.show()
    assert shown in said(dialog)
    assert not hidden or hidden not in said(dialog)
    assert dialog.remember.isEnabled() is (question.cannot_remember is None)


def test_remembering_is_asked_for_with_the_code(looked, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = CodeDialog(parent, CodeAsked("work", "d"))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.field, "123456")
    qtbot.keyClick(dialog.remember, Qt.Key.Key_Space)
    qtbot.keyClick(dialog.use, Qt.Key.Key_Return)
    assert (dialog.given.code, dialog.given.remember) == ("123456", True)
    assert dialog.field.text() == ""


def test_expired_temporary_credentials_are_not_made_with_aws_configure(open_window, qtbot):
    window, _ = open_window(profile="demo-expired")
    settle(qtbot, window)
    page = window.pages[Step.ACCOUNT]
    qtbot.waitUntil(lambda: "have expired" in said(page), timeout=PATIENCE)
    assert "aws configure" not in said(page)
