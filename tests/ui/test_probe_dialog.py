"""A real session tried from the window: seen before, stopped, told of, by keyboard alone."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from ssmwizard.app import probing, session_notes
from ssmwizard.app.verdict import Standing
from ssmwizard.app.wizard import Step
from ssmwizard.demo.computer import DemoComputer
from ssmwizard.model.computer import Start
from ssmwizard.model.findings import Status
from ssmwizard.model.probe import Ending, Stage, Talk
from ssmwizard.outside.journal import Journal
from ssmwizard.outside.profiles import read_profiles
from ssmwizard.ui.probe_dialog import ProbeDialog

# Qt's platform without a screen says so of every window beside the first.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PATIENCE = 20_000


def text_of(widget: QWidget) -> str:
    shown = (*widget.findChildren(QLabel), *widget.findChildren(QPushButton))
    said = "\n".join(one.text() for one in shown if one.isVisibleTo(widget))
    return said.replace("\u200b", "")


def press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)


def tab_to(qtbot, name):
    for _ in range(60):
        focused = QApplication.focusWidget()
        if focused is not None and focused.objectName() == name:
            return
        press(qtbot, Qt.Key.Key_Tab)
    raise AssertionError(f"{name} cannot be reached with the Tab key")


def settle(qtbot, window):
    conductor = window.conductor
    qtbot.waitUntil(
        lambda: not conductor.wizard.busy and not conductor.jobs._jobs, timeout=PATIENCE
    )
    assert not window.crashes, window.crashes


@pytest.fixture
def trying(open_window, qtbot):
    """Inspect nodes by name and open the dialog: window, account, dialog."""

    def make(*names, computer=None, **options):
        window, account = open_window(**options)
        conductor = window.conductor
        if computer is not None:
            conductor.doors = replace(conductor.doors, computer=computer)
        window.activateWindow()
        settle(qtbot, window)
        for _ in range(2):
            window.next()
            settle(qtbot, window)
        rows = conductor.wizard.listing.rows
        conductor.choose_nodes(tuple(row.id for row in rows if row.name in names))
        window.next()
        settle(qtbot, window)
        assert "ssm:StartSession" not in account.calls
        window.pages[Step.INSPECT].nodes.setFocus()
        tab_to(qtbot, "try-session")
        press(qtbot, Qt.Key.Key_Return)
        (dialog,) = window.findChildren(ProbeDialog)
        begins = (dialog.start, dialog.leave)
        qtbot.waitUntil(lambda: QApplication.focusWidget() in begins, timeout=PATIENCE)
        return window, account, dialog

    return make


def finding(window):
    found = window.conductor.wizard.inspection.findings
    return next(one for one in found if one.check == probing.CHECK)


def test_what_it_does_is_seen_before_and_what_came_of_it_is_a_finding(trying, qtbot):
    window, account, dialog = trying("web-01")
    said = text_of(dialog)
    for words in ("camille", "CloudTrail", "ssm-user", "echo"):
        assert words in said
    assert "ssm:StartSession" not in account.calls
    tab_to(qtbot, "start-session")
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert account.calls.count("ssm:StartSession") == 1
    assert account.calls.count("ssm:TerminateSession") == 1
    assert finding(window).status is Status.PASSED
    said = text_of(dialog)
    assert "The node answered what was typed" in said
    assert "A real session opened" in said
    assert QApplication.focusWidget() is dialog.leave
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.findChildren(ProbeDialog), timeout=PATIENCE)
    page = window.pages[Step.INSPECT]
    qtbot.waitUntil(lambda: "A real session was opened" in text_of(page), timeout=PATIENCE)


def test_one_that_fails_blocks_the_node(trying, qtbot):
    window, _, dialog = trying("compta-01", "web-02")
    assert dialog.node.count() == 1
    tab_to(qtbot, "start-session")
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert "domain controller" in text_of(dialog)
    assert window.conductor.wizard.standing(Standing.BLOCKED) == 2
    press(qtbot, Qt.Key.Key_Escape)


class Waits(DemoComputer):
    """A computer whose plugin waits until it is stopped."""

    def __init__(self) -> None:
        super().__init__(read_profiles)
        self.begun = threading.Event()

    def talk(self, handover, told, _cut_off, stop):
        told(Stage.HANDED_OVER)
        self.begun.set()
        assert stop.wait(20)
        return Talk(Start.RAN, Ending.STOPPED, ((Stage.HANDED_OVER, 0.1),), "", None, 1.0)


@pytest.mark.parametrize("how", ["stop", "escape", "close"])
def test_it_can_be_stopped_and_nothing_is_left_open(trying, qtbot, how):
    here = Waits()
    window, account, dialog = trying("web-01", computer=here)
    dialog.start.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "took the session over" in text_of(dialog), timeout=PATIENCE)
    assert QApplication.focusWidget() is dialog.stop
    if how == "stop":
        press(qtbot, Qt.Key.Key_Return)
        settle(qtbot, window)
        assert "You stopped" in text_of(dialog)
    elif how == "escape":
        press(qtbot, Qt.Key.Key_Escape)
        settle(qtbot, window)
    else:
        assert not window.close()
        qtbot.waitUntil(lambda: not window.isVisible(), timeout=PATIENCE)
    sessions = account.world["regions"]["eu-west-3"]["sessions"].values()
    assert [one["Status"] for one in sessions] == ["Terminated"]


def test_read_only_mode_says_so_and_opens_nothing(trying, qtbot):
    _, _, dialog = trying("web-01", read_only=True)
    assert not dialog.start.isEnabled()
    assert "ead-only" in text_of(dialog)
    press(qtbot, Qt.Key.Key_Escape)


def test_a_node_without_a_channel_cannot_be_tried(trying, qtbot):
    _, _, dialog = trying("web-02")
    assert not dialog.start.isEnabled()
    assert "none can be tried" in text_of(dialog)
    press(qtbot, Qt.Key.Key_Escape)


def test_another_window_that_tries_one_is_waited_for(trying, qtbot):
    window, account, dialog = trying("web-01")
    with session_notes.alone(Journal(window.conductor.doors.journal)):
        qtbot.keyClick(dialog.start, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: "Another window" in text_of(dialog), timeout=PATIENCE)
        settle(qtbot, window)
    assert "ssm:StartSession" not in account.calls
    press(qtbot, Qt.Key.Key_Escape)


def test_a_session_that_was_left_open_is_ended_and_named_at_the_start(trying, qtbot, monkeypatch):
    window, account, _ = trying("web-01")

    class Killed(BaseException):
        pass

    def killed(*_, **__):
        raise Killed

    with monkeypatch.context() as broken:
        broken.setattr("ssmwizard.collect.probe.end", killed)
        broken.setattr("ssmwizard.collect.probe._talked", killed)
        with pytest.raises(Killed):
            probing.probe(window.conductor.doors, window.conductor.wizard.inspection)
    press(qtbot, Qt.Key.Key_Escape)
    window.jump(Step.ACCOUNT)
    window.conductor.look_again()
    settle(qtbot, window)
    assert "was left open" in window.footer.said.text()
    sessions = account.world["regions"]["eu-west-3"]["sessions"].values()
    assert [one["Status"] for one in sessions] == ["Terminated"]


def test_no_other_node_is_tried_in_place_of_one_that_cannot_be(trying, qtbot):
    window, account, first = trying("web-01", "web-02")
    press(qtbot, Qt.Key.Key_Escape)
    rows = {verdict.name: verdict.node for verdict in first._inspection.verdicts}
    page = window.pages[Step.INSPECT]
    dialog = ProbeDialog(page, window.conductor, first._inspection, rows["web-02"])
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.node.currentData() is None
    assert not dialog.start.isEnabled()
    assert "web-02 does not hold its channel" in text_of(dialog)
    qtbot.keyClick(dialog.node, Qt.Key.Key_Down)
    assert dialog.node.currentData() == rows["web-01"]
    assert dialog.start.isEnabled()
    assert "ssm:StartSession" not in account.calls
    dialog.reject()
