"""What a killed program left is told at the start, found out, finished or taken back, by keyboard."""

from contextlib import ExitStack

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from ssmwizard.app import repair
from ssmwizard.app.choice import Choice
from ssmwizard.app.doors import Doors
from ssmwizard.app.inspect import inspect
from ssmwizard.outside.aws import LiveAws
from ssmwizard.outside.gate import Gate
from ssmwizard.outside.journal import Journal
from ssmwizard.outside.journal_entries import Happened
from ssmwizard.outside.profiles import read_profiles
from ssmwizard.ui.recovery_dialog import RecoveryDialog

# Qt's platform without a screen says so of every window beside the first.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PATIENCE = 20_000
PROFILE, TIER = "role.attach-instance-profile", "account.enable-advanced-tier"


class Killed(BaseException):
    """The end of the program, which nothing catches."""


def text_of(widget: QWidget) -> str:
    shown = (*widget.findChildren(QLabel), *widget.findChildren(QPushButton))
    said = "\n".join(one.text() for one in shown if one.isVisibleTo(widget))
    return said.replace("\u200b", "")


def press(qtbot, key=Qt.Key.Key_Return):
    qtbot.keyClick(QApplication.focusWidget(), key)


def tab_to(qtbot, name):
    for _ in range(60):
        focused = QApplication.focusWidget()
        if focused is not None and focused.objectName() == name:
            return
        press(qtbot, Qt.Key.Key_Tab)
    raise AssertionError(f"{name} cannot be reached with the Tab key")


@pytest.fixture
def left_open(open_window, qtbot, tmp_path):
    """Open a window after a program was killed at a line of the journal: window, account, entry."""
    journal = tmp_path / "journal.jsonl"

    def make(fix, name, happened, place, then=lambda: None, **options):
        def before(account):
            gate = Gate()

            def opened(profile, region):
                return LiveAws(profile, region, prepare=account.hook, gate=gate)

            doors = Doors(opened, account.computer(read_profiles), journal, gate=gate)
            real = Journal.note

            def note(self, entry, what, change=None, **more):
                if (what, change) == (happened, place):
                    raise Killed
                real(self, entry, what, change, **more)

            region = account.world["regions"]["eu-west-3"]
            machines = [*region["instances"].items(), *region["nodes"].items()]
            nodes = {one for one, told in machines if named(told) == name}
            inspection = inspect(doors, Choice("demo-admin", None, tuple(nodes), local=False))
            (plan,) = repair.plans(inspection, fix, nodes)
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(Journal, "note", note)
                with pytest.raises(Killed):
                    repair.apply(doors, inspection, plan)
            then()

        window, account = open_window(before=before, **options)
        window.activateWindow()
        return window, account, Journal(journal).entries()[0]

    return make


def named(machine):
    tags = {one["Key"]: one["Value"] for one in machine.get("Tags", ())}
    return machine.get("Name") or tags.get("Name")


@pytest.fixture
def see(left_open, qtbot):
    """The same, with the notice answered by Enter: window, account, dialog, entry."""

    def make(*asked, **options):
        window, account, entry = left_open(*asked, **options)
        notice = window.unfinished
        qtbot.waitUntil(notice.isVisible, timeout=PATIENCE)
        assert "A change was not finished" in notice.said.text()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is notice.see, timeout=PATIENCE)
        press(qtbot)
        (dialog,) = window.findChildren(RecoveryDialog)
        qtbot.waitUntil(lambda: "The account shows" in text_of(dialog), timeout=PATIENCE)
        qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget()), timeout=PATIENCE)
        return window, account, dialog, entry

    return make


def settle(qtbot, window):
    qtbot.waitUntil(lambda: not window.conductor.jobs._jobs, timeout=PATIENCE)
    assert not window.crashes, window.crashes


def test_a_change_that_was_cut_short_is_finished_and_proved(see, qtbot, tmp_path):
    window, account, dialog, entry = see(PROFILE, "web-03", Happened.DONE, 2)
    said = text_of(dialog)
    assert "this was under way: Make the instance profile" in said
    assert "The account shows that it was made." in said
    before = len(account.calls)
    tab_to(qtbot, "finish-entry")
    press(qtbot)
    assert "This changes the account 111122223333" in dialog.question.text()
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Looked again: it works." in text_of(dialog), timeout=PATIENCE)
    again = ("iam:CreateRole", "iam:AttachRolePolicy", "iam:CreateInstanceProfile")
    assert not set(again) & set(account.calls[before:])
    now = Journal(tmp_path / "journal.jsonl").entry(entry.id)
    assert (now.state, now.proof) == ("done", "verified")
    settle(qtbot, window)
    assert not window.unfinished.isVisible()
    tab_to(qtbot, "close")
    press(qtbot)
    assert not window.findChildren(RecoveryDialog) or not dialog.isVisible()


def test_it_is_taken_back_instead(see, qtbot, tmp_path):
    window, account, dialog, entry = see(PROFILE, "web-03", Happened.BEGUN, 3)
    tab_to(qtbot, "undo-entry")
    press(qtbot)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Everything was taken back." in text_of(dialog), timeout=PATIENCE)
    assert "ssmwizard-managed-node" not in account.world["iam"]["roles"]
    assert Journal(tmp_path / "journal.jsonl").entry(entry.id).state == "undone"
    settle(qtbot, window)
    assert not window.unfinished.isVisible()


def test_no_is_taken_for_an_answer_and_nothing_is_changed(see, qtbot, tmp_path):
    window, account, dialog, entry = see(PROFILE, "web-03", Happened.DONE, 0)
    before = len(account.calls)
    tab_to(qtbot, "finish-entry")
    press(qtbot)
    tab_to(qtbot, "refuse-recovery")
    press(qtbot)
    assert dialog.finish.isVisible()
    settle(qtbot, window)
    reading = ("Get", "List", "Describe")
    assert all(one.partition(":")[2].startswith(reading) for one in account.calls[before:])
    press(qtbot, Qt.Key.Key_Escape)
    assert Journal(tmp_path / "journal.jsonl").entry(entry.id).left_open
    assert window.unfinished.isVisible()


def test_what_reaches_far_wants_the_account_id_typed(see, qtbot, tmp_path):
    window, _account, dialog, entry = see(TIER, "srv-lyon-01", Happened.BEGUN, 0)
    assert "The program ended between two changes." in text_of(dialog)
    tab_to(qtbot, "finish-entry")
    press(qtbot)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.field, timeout=PATIENCE)
    press(qtbot)
    assert not dialog.yes.isEnabled()
    qtbot.keyClicks(dialog.field, "111122223333")
    press(qtbot)
    qtbot.waitUntil(
        lambda: Journal(tmp_path / "journal.jsonl").entry(entry.id).state == "done",
        timeout=PATIENCE,
    )
    settle(qtbot, window)


def test_in_read_only_mode_it_is_looked_at_and_no_more(see, qtbot):
    window, _account, dialog, _entry = see(PROFILE, "web-03", Happened.DONE, 2, read_only=True)
    settle(qtbot, window)
    assert not dialog.finish.isVisible()
    assert not dialog.undo.isVisible()


def test_while_somebody_is_at_work_nothing_is_said(left_open, qtbot, tmp_path):
    """What is under way is not what was left."""
    with ExitStack() as stack:
        journal = Journal(tmp_path / "journal.jsonl")

        def at_work():
            stack.enter_context(journal.alone())

        window, _, _ = left_open(PROFILE, "web-03", Happened.DONE, 2, then=at_work)
        settle(qtbot, window)
        assert not window.unfinished.isVisible()
