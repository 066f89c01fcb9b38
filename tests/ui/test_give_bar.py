"""A plan is given away from the window, by keyboard, and looked after later."""

import zipfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from ssmwizard.app.repairing import Stage
from ssmwizard.app.wizard import Step

# Menus on the platform that shows nothing.
pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard)", extend=True
)
PATIENCE = 20_000


@pytest.fixture
def at_plan(open_window, qtbot):
    """The window with the plan of one node on show."""

    def make(name="web-02", **options):
        window, account = open_window(**options)
        conductor = window.conductor

        def settled():
            return not conductor.wizard.busy and not conductor.jobs._jobs

        def settle():
            qtbot.waitUntil(settled, timeout=PATIENCE)
            assert not window.crashes, window.crashes

        settle()
        window.next()
        settle()
        window.next()
        settle()
        rows = {row.name: row.id for row in conductor.wizard.listing.rows}
        conductor.choose_nodes((rows[name],))
        window.next()
        settle()
        window.next()
        settle()
        assert conductor.wizard.step is Step.REPAIR
        window.activateWindow()
        return window, account, settle

    return make


def button(window, name):
    return window.findChild(QPushButton, name)


def press(qtbot, key):
    qtbot.keyClick(QApplication.activePopupWidget() or QApplication.focusWidget(), key)


def choose(window, qtbot, name, place):
    """Open the menu of a button and choose what stands at a place, by keys."""
    button(window, name).setFocus()
    menu = button(window, name).menu()
    qtbot.keyClick(button(window, name), Qt.Key.Key_Space)
    qtbot.waitUntil(menu.isVisible, timeout=PATIENCE)
    for _ in range(place + 1):
        press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not menu.isVisible(), timeout=PATIENCE)


def given(window):
    return window.pages[Step.REPAIR].give.said.text()


def test_a_plan_is_copied_in_every_form_by_keys(at_plan, qtbot):
    window, _, settle = at_plan()
    for place, (said, holds) in enumerate(
        [
            ("Script for bash", "aws iam attach-role-policy"),
            ("Script for PowerShell", "Invoke-Call"),
            (None, "CloudFormation has nothing"),
            ("Configuration for Terraform", "aws_iam_role_policy_attachment"),
            ("Request for whoever has the rights", "# Please: Give the role"),
        ]
    ):
        QGuiApplication.clipboard().setText("")
        choose(window, qtbot, "copy-as", place)
        settle()
        copied = QGuiApplication.clipboard().text()
        if said is None:
            assert holds in given(window)
            assert copied == ""
        else:
            assert given(window) == f"On the clipboard: {said}"
            assert holds in copied


def test_a_plan_is_saved_and_handed_over_where_it_is_wished_for(
    at_plan, qtbot, monkeypatch, tmp_path
):
    window, _, settle = at_plan()
    asked = []

    def ask(_parent, _title, offered, kinds):
        asked.append((offered, kinds))
        return str(tmp_path / offered.rpartition("/")[2]), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    choose(window, qtbot, "save-as", 0)
    settle()
    script = tmp_path / "ssmwizard-role.attach-managed-policy.sh"
    assert given(window) == f"Saved as {script}"
    assert script.read_text(encoding="utf-8").startswith("#!/usr/bin/env bash")
    qtbot.keyClick(button(window, "hand-over"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(asked) > 1, timeout=PATIENCE)
    settle()
    assert "*.zip" in asked[-1][1]
    with zipfile.ZipFile(tmp_path / "ssmwizard-role.attach-managed-policy.zip") as packed:
        assert "ssmwizard-role.attach-managed-policy.md" in packed.namelist()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    choose(window, qtbot, "save-as", 0)
    settle()
    assert len(asked) == 2


def test_a_file_that_cannot_be_written_is_said(at_plan, qtbot, monkeypatch, tmp_path):
    window, _, settle = at_plan()
    gone = str(tmp_path / "no" / "x.sh")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (gone, ""))
    choose(window, qtbot, "save-as", 0)
    settle()
    assert window.conductor.wizard.failures[Step.REPAIR]


def test_what_somebody_else_was_asked_to_do_is_looked_after_with_one_key(at_plan, qtbot):
    window, account, settle = at_plan()
    repairer = window.conductor.repairer
    plan = repairer.repairs.plan

    def look():
        button(window, "check-again").setFocus()
        press(qtbot, Qt.Key.Key_Return)
        settle()
        return repairer.repairs.run

    run = look()
    assert run.elsewhere
    assert (run.stage, run.verified.proof) == (Stage.ENDED, "not-yet")
    said = window.pages[Step.REPAIR].run
    assert (
        "This does not hold yet: The role has the permissions that sessions need"
        in said.said.text()
    )
    assert said.again.isVisible()
    assert not said.undo.isVisible()
    roles = account.world["iam"]["roles"]
    call = plan.changes[0].call
    roles[call.parameters["RoleName"]]["Attached"].append(call.parameters["PolicyArn"])
    said.again.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    settle()
    run = repairer.repairs.run
    assert (run.elsewhere, run.verified.proof) == (True, "verified")
    assert said.said.text() == "Looked again: it works."
    assert not said.again.isVisible()
    assert "iam:AttachRolePolicy" not in account.calls


def test_read_only_still_lets_a_plan_be_given_away(at_plan, qtbot):
    window, account, settle = at_plan(read_only=True)
    choose(window, qtbot, "copy-as", 0)
    settle()
    assert "attach-role-policy" in QGuiApplication.clipboard().text()
    assert "iam:AttachRolePolicy" not in account.calls


def test_while_the_last_question_is_asked_nothing_else_is_offered(at_plan, qtbot):
    window, _, settle = at_plan()
    bar = window.pages[Step.REPAIR].give
    assert bar.isVisible()
    window.conductor.repairer.ask(confirming=True)
    assert not bar.isVisible()
    settle()
