"""Nodes asked from the window, and an answer given by hand, by keyboard alone."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from ssmwizard.app import questions
from ssmwizard.app.verdict import Standing
from ssmwizard.app.wizard import Step
from ssmwizard.ui.ask_dialog import AskDialog

# Qt's platform without a screen says so of every window beside the first.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PATIENCE = 20_000
DIAGNOSIS = json.dumps(
    {
        "DiagnosticsOutput": [
            {"Check": "Agent service", "Status": "Failed", "Note": "Agent is not running"}
        ]
    }
)


def text_of(widget: QWidget) -> str:
    shown = (*widget.findChildren(QLabel), *widget.findChildren(QPushButton))
    said = "\n".join(one.text() for one in shown if one.isVisibleTo(widget))
    return said.replace("\u200b", "")


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def tab_to(qtbot, name):
    for _ in range(60):
        if (
            QApplication.focusWidget() is not None
            and QApplication.focusWidget().objectName() == name
        ):
            return
        press(qtbot, Qt.Key.Key_Tab)
    raise AssertionError(f"{name} cannot be reached with the Tab key")


@pytest.fixture
def asking(open_window, qtbot, monkeypatch):
    """Inspect nodes by name and open the dialog: window, account, dialog."""
    monkeypatch.setattr(questions, "PAUSES", (0, 0, 0))

    def make(*names, **options):
        window, account = open_window(**options)
        window.activateWindow()
        conductor = window.conductor
        settle(qtbot, window)
        for _ in range(2):
            window.next()
            settle(qtbot, window)
        rows = conductor.wizard.listing.rows
        conductor.choose_nodes(tuple(row.id for row in rows if row.name in names))
        window.next()
        settle(qtbot, window)
        assert "ssm:SendCommand" not in account.calls
        window.pages[Step.INSPECT].nodes.setFocus()
        tab_to(qtbot, "ask-nodes")
        press(qtbot, Qt.Key.Key_Return)
        (dialog,) = window.findChildren(AskDialog)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.system, timeout=PATIENCE)
        return window, account, dialog

    return make


def settle(qtbot, window):
    conductor = window.conductor
    qtbot.waitUntil(
        lambda: not conductor.wizard.busy and not conductor.jobs._jobs, timeout=PATIENCE
    )
    assert not window.crashes, window.crashes


def gone(qtbot, window):
    qtbot.waitUntil(lambda: not window.findChildren(AskDialog), timeout=PATIENCE)


def test_what_is_run_is_seen_before_and_the_answer_becomes_a_verdict(asking, qtbot):
    window, account, dialog = asking("compta-01", "srv-lyon-01")
    assert "id -u" in dialog.script.toPlainText()
    dialog.system.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    assert "AWS-RunPowerShellScript" in dialog.system.currentText()
    assert "OperatingSystemSKU" in dialog.script.toPlainText()
    assert "charged by use" in text_of(dialog)
    assert "2 nodes" in dialog.run.text()
    assert "ssm:SendCommand" not in account.calls
    tab_to(qtbot, "run-script")
    press(qtbot, Qt.Key.Key_Return)
    gone(qtbot, window)
    settle(qtbot, window)
    assert account.calls.count("ssm:SendCommand") == 2
    assert window.conductor.wizard.standing(Standing.BLOCKED) == 1
    qtbot.waitUntil(
        lambda: "domain controller" in text_of(window.pages[Step.INSPECT]), timeout=PATIENCE
    )


def test_the_script_can_be_copied(asking, qtbot):
    _, _, dialog = asking("web-01")
    tab_to(qtbot, "copy-script")
    press(qtbot, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == dialog.script.toPlainText()
    press(qtbot, Qt.Key.Key_Escape)


def test_an_answer_is_given_by_hand_for_a_node_that_cannot_be_asked(asking, qtbot):
    window, account, dialog = asking("srv-lyon-02")
    assert not dialog.run.isEnabled()
    assert "none can be asked" in text_of(dialog)
    tab_to(qtbot, "answer")
    dialog.field.setPlainText("get-diagnostics needs to be executed by root")
    tab_to(qtbot, "use-answer")
    press(qtbot, Qt.Key.Key_Return)
    assert "executed by root" in dialog.problem.text()
    assert QApplication.focusWidget() is dialog.field
    dialog.field.setPlainText(DIAGNOSIS)
    tab_to(qtbot, "use-answer")
    press(qtbot, Qt.Key.Key_Return)
    gone(qtbot, window)
    settle(qtbot, window)
    qtbot.waitUntil(
        lambda: "Agent is not running" in text_of(window.pages[Step.INSPECT]), timeout=PATIENCE
    )
    assert "ssm:SendCommand" not in account.calls
    # It stays when the same node is looked at again, and goes with another account.
    window.conductor.look_again()
    settle(qtbot, window)
    node = window.conductor.wizard.inspection.snapshot.nodes[0]
    assert node.diagnosis.source.call == questions.BY_HAND
    assert window.conductor.wizard.with_account("demo-readonly", None).answers == {}


def test_read_only_mode_runs_nothing(asking, qtbot):
    _, account, dialog = asking("web-01", read_only=True)
    assert not dialog.run.isEnabled()
    assert "Read-only mode" in text_of(dialog)
    assert "ssm:SendCommand" not in account.calls
    press(qtbot, Qt.Key.Key_Escape)


def test_the_node_on_show_is_the_one_an_answer_is_given_for(asking, qtbot):
    window, _, dialog = asking("web-01", "srv-lyon-02")
    press(qtbot, Qt.Key.Key_Escape)
    gone(qtbot, window)
    page = window.pages[Step.INSPECT]
    page.nodes.go_to(len(page.nodes.entries) - 1)
    page.ask_nodes()
    (dialog,) = window.findChildren(AskDialog)
    assert dialog.node.currentText().startswith("web-01")
    dialog.reject()


def test_the_console_output_of_silent_instances_is_read_on_wish(asking, qtbot):
    window, account, _ = asking("vault-01", "web-01")
    assert "ec2:GetConsoleOutput" not in account.calls
    tab_to(qtbot, "read-consoles")
    press(qtbot, Qt.Key.Key_Return)
    gone(qtbot, window)
    settle(qtbot, window)
    assert account.calls.count("ec2:GetConsoleOutput") == 1
    assert "ssm:SendCommand" not in account.calls
    told = [node.console for node in window.conductor.wizard.inspection.snapshot.nodes]
    assert any("hibernate" in str(fact) for fact in told)


def test_where_nothing_is_silent_no_console_is_offered(asking, qtbot):
    _, _, dialog = asking("web-01")
    assert not dialog.consoles.isVisibleTo(dialog)
    press(qtbot, Qt.Key.Key_Escape)
