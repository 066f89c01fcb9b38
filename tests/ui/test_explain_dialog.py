"""An error message explained in the window, by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from ssmwizard.app.wizard import Step
from ssmwizard.ui.explain_dialog import ExplainDialog

# Qt's platform without a screen says so of every window beside the first.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PATIENCE = 20_000
NO_RIGHT = (
    "An error occurred (AccessDeniedException) when calling the StartSession operation: User: "
    "arn:aws:sts::111122223333:assumed-role/web/i-0123456789abcdef0 is not authorized to perform: "
    "ssmmessages:CreateDataChannel on resource: * because no identity-based policy allows it"
)


def text_of(widget: QWidget) -> str:
    shown = (*widget.findChildren(QLabel), *widget.findChildren(QPushButton))
    said = "\n".join(one.text() for one in shown if one.isVisibleTo(widget))
    return said.replace("\u200b", "")


@pytest.fixture
def open_dialog(open_window, qtbot):
    def make(*, inspected=()):
        window, _ = open_window()
        window.activateWindow()
        conductor = window.conductor

        def settle():
            qtbot.waitUntil(
                lambda: not conductor.wizard.busy and not conductor.jobs._jobs, timeout=PATIENCE
            )

        settle()
        if inspected:
            for _ in range(2):
                window.next()
                settle()
            rows = conductor.wizard.listing.rows
            conductor.choose_nodes(tuple(row.id for row in rows if row.name in inspected))
            window.next()
            settle()
        qtbot.keyClick(
            QApplication.focusWidget() or window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier
        )
        (dialog,) = window.findChildren(ExplainDialog)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.field, timeout=PATIENCE)
        return window, dialog

    return make


@pytest.fixture
def see(qtbot):
    """Wait until something can be read."""
    return lambda widget, said: qtbot.waitUntil(lambda: said in text_of(widget), timeout=PATIENCE)


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def tab_to(qtbot, name):
    for _ in range(40):
        if QApplication.focusWidget().objectName() == name:
            return
        press(qtbot, Qt.Key.Key_Tab)
    raise AssertionError(f"{name} cannot be reached with the Tab key")


def test_a_typed_message_is_explained_by_control_and_enter(open_dialog, qtbot, see):
    window, dialog = open_dialog()
    qtbot.keyClicks(dialog.field, "SessionManagerPlugin is not found")
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    see(dialog, "did not find the Session Manager plugin")
    see(dialog, "The Session Manager plugin runs (computer.plugin)")
    assert QApplication.focusWidget().objectName() == "explained"
    assert window.crashes == []


def test_what_is_on_the_clipboard_is_explained_with_one_key(open_dialog, qtbot, see):
    _, dialog = open_dialog()
    QGuiApplication.clipboard().setText(NO_RIGHT)
    press(qtbot, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    see(dialog, "ssmmessages:CreateDataChannel")
    see(dialog, "No policy attached to the one who is refused allows it.")
    see(dialog, "role.permissions")


def test_what_is_not_known_is_said(open_dialog, qtbot, see):
    _, dialog = open_dialog()
    qtbot.keyClicks(dialog.field, "An error occurred (Strange) hello")
    tab_to(qtbot, "explain")
    press(qtbot, Qt.Key.Key_Return)
    see(dialog, "not known here")
    see(dialog, "AWS answered Strange.")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("role.trsut", "role.trust"),
        ("role.trust", "trust"),
        ("agent.update", "Update SSM Agent"),
        ("Handshake timed out. Please ensure that you have the latest", "Only a piece"),
    ],
)
def test_ids_and_pieces_are_explained_too(open_dialog, see, said, shown):
    _, dialog = open_dialog()
    dialog.field.setPlainText(said)
    dialog.answer()
    see(dialog.told, shown)


def test_an_empty_field_keeps_the_focus_and_says_nothing(open_dialog, qtbot):
    _, dialog = open_dialog()
    dialog.answer()
    assert dialog.told.column.count() == 0
    assert QApplication.focusWidget() is dialog.field


def test_a_text_that_is_too_long_is_looked_at_as_far_as_is_said(open_dialog, see):
    _, dialog = open_dialog()
    dialog.field.setPlainText("Rate exceeded " + "x " * 60_000)
    dialog.answer()
    see(dialog.told, "only its beginning")


def test_requirements_open_with_their_source(open_dialog, see):
    _, dialog = open_dialog()
    dialog.field.setPlainText("account.instance-tier")
    dialog.answer()
    see(dialog.told, "What this is judged by")
    (fold,) = [one for one in dialog.findChildren(QPushButton) if "judged by" in one.text()]
    fold.click()
    see(dialog.told, "hybrid.advanced-tier = advanced")
    see(dialog.told, "until 2026-06-30")
    see(dialog.told, "documented by AWS")


def test_it_leads_to_the_finding_of_an_inspection(open_dialog, qtbot, see):
    window, dialog = open_dialog(inspected=("web-01", "web-02"))
    window.jump(Step.ACCOUNT)
    dialog.field.setPlainText(NO_RIGHT)
    dialog.answer()
    see(dialog.told, "Show it")
    button = next(
        one
        for one in dialog.findChildren(QPushButton)
        if one.accessibleName().startswith("Show The role has the permissions")
    )
    button.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert window.conductor.wizard.step is Step.INSPECT
    page = window.pages[Step.INSPECT]
    qtbot.waitUntil(lambda: page.answer.findChild(QWidget, "sought") is not None, timeout=PATIENCE)
    sought = page.answer.findChild(QWidget, "sought")
    qtbot.waitUntil(lambda: window.focusWidget() is sought, timeout=PATIENCE)
    assert "has no permission for" in text_of(sought)
    assert "web-02" in page.nodes.current.title


def test_it_leads_to_a_gate_that_passed(open_dialog, qtbot):
    window, dialog = open_dialog(inspected=("web-01",))
    dialog.show_check("node.running")
    page = window.pages[Step.INSPECT]
    qtbot.waitUntil(lambda: page.answer.findChild(QWidget, "sought") is not None, timeout=PATIENCE)
    assert "The instance runs" in text_of(page.answer.findChild(QWidget, "sought"))


def test_escape_leaves(open_dialog, qtbot):
    window, _ = open_dialog()
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(ExplainDialog), timeout=PATIENCE)


def test_the_way_in_has_a_key_of_its_own_and_a_name(open_window, qtbot):
    window, _ = open_window()
    window.activateWindow()
    qtbot.waitUntil(
        lambda: window.isActiveWindow() and QApplication.focusWidget() is not None,
        timeout=PATIENCE,
    )
    press(qtbot, Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: bool(window.findChildren(ExplainDialog)), timeout=PATIENCE)
    (dialog,) = window.findChildren(ExplainDialog)
    dialog.field.setPlainText(NO_RIGHT)
    dialog.answer()
    for widget in dialog.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and widget.isVisibleTo(dialog) and not widget.objectName().startswith("qt_"):
            named = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            assert named, (type(widget), widget.objectName())
