"""The drawer with the calls, by keyboard, and its table."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ssmwizard.app.wizard import Step
from ssmwizard.outside.call_log import CallLog, Heard
from ssmwizard.ui.calls_drawer import CallsDrawer
from ssmwizard.ui.calls_model import CallsModel
from tests.outside.test_call_log import AT, call

# Qt's platform without a screen says so of every window beside the first.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PATIENCE = 20_000


def heard(number, operation="GetDocument", *, service="ssm", writes=False, code=""):
    return Heard(number, AT, service, operation, "eu-west-3", 7, f"r-{number}", writes, code, True)


def column(model, place):
    return [model.index(row, place).data() for row in range(model.rowCount())]


@pytest.fixture
def model(looked, qtmodeltester):
    made = CallsModel(100)
    made.add([heard(1), heard(2, "StartInstances", service="ec2", writes=True, code="Denied")])
    qtmodeltester.check(made)
    return made


def test_each_call_says_what_it_was(model):
    assert column(model, 1) == ["ssm", "ec2"]
    assert column(model, 3) == ["reads", "changes"]
    assert column(model, 4) == ["7", "7"]
    assert column(model, 5) == ["done", "Denied"]
    assert column(model, 7) == ["r-1", "r-2"]


@pytest.mark.parametrize(
    ("words", "writes_only", "numbers"),
    [
        ("", False, ["r-1", "r-2"]),
        ("SSM", False, ["r-1"]),
        ("ssm:get", False, ["r-1"]),
        ("denied ec2", False, ["r-2"]),
        ("r-2", False, ["r-2"]),
        ("ec2 ssm", False, []),
        ("", True, ["r-2"]),
    ],
)
def test_the_filter_leaves_what_was_looked_for(model, words, writes_only, numbers):
    model.filter(words, writes_only=writes_only)
    assert column(model, 7) == numbers
    model.add([heard(3, code="Denied"), heard(4, service="ec2", writes=True, code="Denied")])
    model.filter("", writes_only=False)
    assert model.rowCount() == 4


def test_what_comes_later_passes_the_filter_too(model):
    model.filter("denied", writes_only=True)
    model.add([heard(3), heard(4, "StopInstances", writes=True, code="Denied")])
    assert column(model, 7) == ["r-2", "r-4"]
    assert model.last == 4


def test_the_oldest_go_where_there_are_too_many(looked, qtmodeltester):
    model = CallsModel(3)
    model.filter("even", writes_only=False)
    for number in range(1, 9):
        model.add([heard(number, "Even" if number % 2 == 0 else "Odd")])
    assert column(model, 7) == ["r-6", "r-8"]
    model.filter("", writes_only=False)
    assert column(model, 7) == ["r-6", "r-7", "r-8"]
    model.add([heard(number) for number in range(9, 30)])
    assert column(model, 7) == ["r-27", "r-28", "r-29"]
    qtmodeltester.check(model)
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(QModelIndex()) == 8


def test_a_call_that_was_refused_here_says_that_it_was_not_made(looked):
    model = CallsModel(3)
    model.add([Heard(1, AT, "ec2", "StopInstances", "", 0, "", True, "ReadOnly", False)])
    assert column(model, 5) == ["not called"]
    assert column(model, 4) == [""]


def test_the_drawer_shows_what_is_called_while_it_is_called(open_window, qtbot):
    window, account = open_window()
    window.activateWindow()
    qtbot.waitUntil(lambda: not window.conductor.wizard.busy, timeout=PATIENCE)
    assert not window.calls.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.calls.isVisible()
    assert window.side.calls.isChecked()
    assert QApplication.focusWidget() is window.calls.field
    model = window.calls.model
    assert "GetCallerIdentity" in column(model, 2)
    before = model.rowCount()
    window.conductor.look_again()
    qtbot.waitUntil(lambda: model.rowCount() > before, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not window.conductor.wizard.busy, timeout=PATIENCE)
    qtbot.waitUntil(lambda: model.rowCount() == len(account.calls), timeout=PATIENCE)
    shown = [f"{one}:{two}" for one, two in zip(column(model, 1), column(model, 2), strict=True)]
    assert sorted(shown) == sorted(account.calls)
    qtbot.keyClicks(window.calls.field, "sts")
    assert set(column(model, 1)) == {"sts"}
    qtbot.keyClick(window.calls.field, Qt.Key.Key_Return)
    assert window.conductor.wizard.step is Step.ACCOUNT
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not window.calls.isVisible()
    assert QApplication.focusWidget() is window.pages[Step.ACCOUNT].profiles


def test_the_drawer_is_open_from_the_beginning_where_that_was_asked_for(open_window, qtbot):
    window, _ = open_window(calls=True)
    window.activateWindow()
    qtbot.waitUntil(lambda: window.calls.model.rowCount() > 0, timeout=PATIENCE)
    assert window.calls.isVisible()
    page = window.pages[Step.ACCOUNT]
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.profiles, timeout=PATIENCE)


@pytest.fixture
def drawer(looked, qtbot):
    log = CallLog()
    around = QWidget()
    made = CallsDrawer(log, around.close)
    QVBoxLayout(around).addWidget(made)
    qtbot.addWidget(around)
    around.resize(900, 300)
    around.show()
    return made, log


def test_rows_are_copied_with_their_headings(drawer, qtbot):
    made, log = drawer
    for operation in ("GetDocument", "StartSession"):
        log.heard(call("ssm", operation))
    qtbot.waitUntil(lambda: made.model.rowCount() == 2, timeout=PATIENCE)
    made.table.selectRow(1)
    qtbot.keyClick(made.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().split("\n")
    assert [line.split("\t")[2] for line in copied] == ["Operation", "StartSession"]
    qtbot.keyClick(made.copy, Qt.Key.Key_Space)
    assert len(QGuiApplication.clipboard().text().split("\n")) == 3
    made.writes.click()
    assert column(made.model, 2) == ["StartSession"]
    assert "2 calls" in made.counts.text()
    assert "1 may change something" in made.counts.text()
    made.hide()
    log.heard(call("ssm", "GetDocument"))
    made.show()
    qtbot.waitUntil(lambda: "3 calls" in made.counts.text(), timeout=PATIENCE)


def test_a_long_list_is_followed_only_from_its_end(drawer, qtbot):
    made, log = drawer
    for _ in range(500):
        log.heard(call("ssm", "GetDocument"))
    bar = made.table.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == bar.maximum(), timeout=PATIENCE)
    bar.setValue(10)
    log.heard(call("ssm", "GetDocument"))
    qtbot.waitUntil(lambda: made.model.rowCount() == 501, timeout=PATIENCE)
    assert bar.value() == 10
