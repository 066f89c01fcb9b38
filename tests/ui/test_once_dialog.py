"""What is shown once is shown, can be copied by keyboard, and is in nothing else of the window."""

import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from support.plan_facts import snapshot

from ssmwizard.app.registration import registration
from ssmwizard.app.repairing import Stage
from ssmwizard.app.wizard import Step
from ssmwizard.model.plans import Once
from ssmwizard.ui.once_dialog import OnceDialog

# Qt's platform without a screen says so of every window beside the first.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PATIENCE = 20_000
LOST = "mi-0123456789abcdef0"
CODE = "4nXa8LpQkEXAMPLEcode"
ONCE = Once(0, {"ActivationId": "0a1b2c3d-1111-2222-3333-444455556666", "ActivationCode": CODE})


@pytest.fixture
def dialog(looked, qtbot):
    window = QWidget()
    window.resize(900, 600)
    qtbot.addWidget(window)
    window.show()
    made = OnceDialog(window, registration(ONCE, snapshot(partition="aws-cn"), demo=True), "aws-cn")
    made.open()
    made.window_behind = window
    return made


def texts(widget):
    """All that can be read in a widget, whether it is on show or not."""
    for one in (widget, *widget.findChildren(QWidget)):
        if isinstance(one, QLabel | QPushButton | QLineEdit):
            yield one.text()
        if isinstance(one, QPlainTextEdit):
            yield one.toPlainText()
        if isinstance(one, QComboBox):
            yield from (one.itemText(place) for place in range(one.count()))
        yield from (one.toolTip(), one.accessibleName(), one.accessibleDescription())


def test_the_commands_of_each_system_are_copied_by_keyboard(dialog, qtbot):
    for place in range(dialog.system.count()):
        dialog.system.setCurrentIndex(place)
        dialog.copy.setFocus()
        qtbot.keyClick(dialog.copy, Qt.Key.Key_Return)
        copied = QApplication.clipboard().text()
        assert CODE in copied
        assert "ssm-setup-cli" in copied
        assert "amazonaws.com.cn" in copied
    assert dialog.system.count() == 3
    said = "\n".join(texts(dialog))
    assert "never again" in said
    assert "macOS" in said
    assert "not verified" in said
    assert "demo account" in said
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_leaving_without_a_copy_is_asked_about_once_and_forgets_it(dialog, qtbot):
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "not shown again" in dialog.problem.text()
    dialog.leave.click()
    assert not dialog.isVisible()
    assert all(CODE not in said for said in texts(dialog))


def test_the_window_shows_the_code_once_and_has_it_nowhere_else(open_window, qtbot):
    window, account = open_window()
    conductor = window.conductor

    def settled():
        return not conductor.wizard.busy and not conductor.jobs._jobs

    def until(holds):
        qtbot.waitUntil(holds, timeout=PATIENCE)
        assert not window.crashes

    until(settled)
    conductor.choose_nodes((LOST,))
    conductor.inspect()
    until(lambda: settled() and conductor.wizard.inspection is not None)
    conductor.go_to_repair("node.new-activation", LOST)
    until(lambda: settled() and conductor.repairer.repairs.plan is not None)
    assert conductor.wizard.step is Step.REPAIR
    conductor.repairer.apply()
    until(lambda: window.findChild(OnceDialog) is not None)
    dialog = window.findChild(OnceDialog)
    code = next(
        line.partition("'")[2].partition("'")[0]
        for line in dialog.lines.toPlainText().replace("-activation-code ", "\n").splitlines()
        if line.startswith("'")
    )
    assert len(code) == 20
    QApplication.clipboard().clear()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    until(lambda: window.findChild(OnceDialog) is None)
    until(lambda: conductor.repairer.repairs.run.stage is Stage.ENDED and settled())
    assert conductor.repairer.repairs.run.verified.proof == "verified"
    (new,) = conductor.wizard.chosen
    assert account.world["regions"]["eu-west-3"]["nodes"][new]["Online"]
    said = "\n".join(text for top in QApplication.topLevelWidgets() for text in texts(top))
    assert code not in said
    state = (conductor.wizard, conductor.repairer.repairs, conductor.wizard.inspection.recording)
    assert code not in repr(state)
    assert code not in conductor.doors.journal.read_text()
    assert code not in QApplication.clipboard().text()
    gc.collect()
    # Not ``in``: what equals everything is in some dict too.
    kept = [
        one
        for one in gc.get_objects()
        if isinstance(one, dict)
        and any(isinstance(value, str) and value == code for value in list(one.values()))
    ]
    assert kept == []
