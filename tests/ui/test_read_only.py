"""The switch of read-only mode, and who is signed in, at the top of the window."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from ssmwizard.app.repairing import Selected
from ssmwizard.demo.profiles import ADMIN_KEY
from ssmwizard.model.facts import Known
from ssmwizard.model.machine_policy import MachinePolicy
from ssmwizard.outside import machine_policy
from ssmwizard.ui import header, run
from ssmwizard.ui.read_only import ReadOnlyDialog
from tests.ui.demo_window import demo_doors
from tests.ui.test_window import Hands, text_of

# Qt's platform without a screen says so of every window beside the first.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PATIENCE = 20_000
POLICY = "role.attach-managed-policy"


@pytest.fixture
def window(open_window, qtbot):
    made, account = open_window()
    made.activateWindow()
    Hands(made, qtbot).settle()
    return made, account


def turn(qtbot, window):
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_R, both)


def box(window):
    return next((one for one in window.findChildren(ReadOnlyDialog) if one.isVisible()), None)


def press(qtbot, window, name):
    box(window).findChild(QPushButton, name).click()
    qtbot.waitUntil(lambda: box(window) is None, timeout=PATIENCE)


def test_it_is_turned_on_at_once_and_off_only_when_that_is_meant(window, qtbot):
    window, _ = window
    gate = window.conductor.doors.gate
    assert not window.header.read_only.isChecked()
    turn(qtbot, window)
    assert gate.read_only
    assert window.header.read_only.isChecked()
    turn(qtbot, window)
    qtbot.keyClick(box(window), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: box(window) is None, timeout=PATIENCE)
    assert gate.read_only
    assert window.header.read_only.isChecked()
    window.header.read_only.click()
    qtbot.keyClick(box(window), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: box(window) is None, timeout=PATIENCE)
    assert gate.read_only
    window.header.read_only.click()
    press(qtbot, window, "allow-changes")
    assert not gate.read_only
    assert not window.header.read_only.isChecked()


def test_the_policy_of_the_computer_cannot_be_switched_off(window, qtbot):
    window, _ = window
    gate = window.conductor.doors.gate
    gate.policy = MachinePolicy("/etc/ssmwizard/policy.toml", read_only=True, contact="ops")
    window.conductor.changed.emit()
    assert window.header.read_only.isChecked()
    turn(qtbot, window)
    assert "/etc/ssmwizard/policy.toml" in text_of(box(window))
    qtbot.keyClick(box(window), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: box(window) is None, timeout=PATIENCE)
    assert gate.read_only


def test_a_policy_that_cannot_be_used_is_told_with_its_line_from_the_beginning(
    looked, jobs, qtbot, tmp_path, monkeypatch
):
    for name in ("AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"):
        monkeypatch.setenv(name, "")
    path = tmp_path / "policy.toml"
    path.write_text("probe = false\nreadonly = true\n")
    doors, account = demo_doors(tmp_path)
    doors.gate.policy = machine_policy.read(path, frozenset)
    options = run.Options(folder=tmp_path, profile="demo-admin", theme="light")
    made = run.make_window(doors, options, jobs, None)
    qtbot.addWidget(made)
    made.show()
    assert f"{path}, line 2: readonly is not known" in text_of(made)
    assert made.header.read_only.isChecked()
    account.close()


def repair_page(window, qtbot, name="web-02"):
    hands = Hands(window, qtbot)
    node = next(row.id for row in window.conductor.wizard.listing.rows if row.name == name)
    window.conductor.choose_nodes((node,))
    window.conductor.inspect()
    hands.settle()
    window.conductor.go_to_repair(POLICY, node)
    hands.settle()
    return hands


@pytest.fixture
def repairing(window, qtbot):
    window, account = window
    window.next()
    Hands(window, qtbot).settle()
    window.next()
    Hands(window, qtbot).settle()
    return window, account, repair_page(window, qtbot)


def test_the_switch_takes_the_button_away_and_gives_it_back(repairing, qtbot):
    window, account, hands = repairing
    confirm = hands.page.confirm
    assert confirm.begin is not None
    turn(qtbot, window)
    assert confirm.begin is None
    hands.see("Read-only mode is on", confirm)
    window.conductor.set_read_only(on=False)
    assert confirm.begin is not None
    window.conductor.doors.gate.policy = MachinePolicy(
        "/etc/policy", forbidden_fixes=frozenset({POLICY}), contact="Cloud team"
    )
    window.conductor.set_read_only(on=True)
    window.conductor.set_read_only(on=False)
    hands.see("forbids the fix", confirm)
    hands.see("Cloud team", confirm)
    window.conductor.repairer.apply()
    hands.settle()
    assert "iam:AttachRolePolicy" not in account.calls


def test_nothing_is_switched_while_a_change_is_made(repairing, qtbot):
    window, _, hands = repairing
    repairer = window.conductor.repairer
    repairer.apply()
    assert window.conductor.wizard.writing
    assert not window.header.read_only.isEnabled()
    turn(qtbot, window)
    assert not window.conductor.doors.gate.read_only
    hands.settle()
    assert window.header.read_only.isEnabled()
    # What was made cannot be taken back in read-only mode, and says so.
    turn(qtbot, window)
    repairer.select(Selected(entry=repairer.repairs.entries[0].id))
    hands.see("Read-only mode is on", hands.page.answer)
    window.conductor.set_read_only(on=False)
    hands.until(lambda: "Undo …" in text_of(hands.page.answer).replace("&", ""))


def sign_in_as(account, name):
    """Have the keys belong to somebody else from now on."""
    record = account.world["keys"][ADMIN_KEY]
    record["arn"] = f"{record['arn'].rpartition('/')[0]}/{name}"


def test_another_caller_is_named_with_the_one_before_and_confirmed(repairing, qtbot):
    window, account, hands = repairing
    sign_in_as(account, "noor")
    repairer = window.conductor.repairer
    repairer.apply()
    hands.settle()
    confirm = hands.page.confirm
    hands.see("user/camille", confirm)
    hands.see("user/noor", confirm)
    assert "iam:AttachRolePolicy" not in account.calls
    hands.see("user/noor", window.header)
    repairer.ask(confirming=False)
    assert "noor" not in text_of(confirm)
    repairer.apply()
    hands.settle()
    confirm.yes.click()
    hands.settle()
    assert "iam:AttachRolePolicy" in account.calls
    sign_in_as(account, "camille")
    entry = repairer.repairs.entries[0]
    assert entry.arn.endswith("user/noor")
    repairer.select(Selected(entry=entry.id))
    repairer.undo(entry.id)
    hands.settle()
    assert "iam:DetachRolePolicy" not in account.calls
    hands.see("undo it as user/camille", hands.page.answer)
    button = hands.page.answer.findChild(QPushButton, "confirm-undo")
    button.click()
    hands.settle()
    assert "iam:DetachRolePolicy" in account.calls


def at(window, *, expires):
    wizard = window.conductor.wizard
    identity = wizard.identity.snapshot.identity
    caller = replace(identity.caller.value, expires=expires, alias="acme-production")
    told = replace(identity, caller=Known(caller, identity.caller.source))
    snapshot = replace(wizard.identity.snapshot, identity=told)
    window.header.show_state(replace(wizard, identity=replace(wizard.identity, snapshot=snapshot)))


def test_the_time_that_is_left_is_counted_down_and_warned_of(window, qtbot, monkeypatch):
    window, _ = window
    said = []
    monkeypatch.setattr(header, "announce", lambda _, told: said.append(told))
    now = datetime.now(UTC)
    for left, word, look in (
        (None, "", None),
        (timedelta(hours=11, minutes=30), "11 hours left", "pill"),
        (timedelta(minutes=42, seconds=30), "42 minutes left", "pill"),
        (timedelta(minutes=5, seconds=30), "5 minutes left", "pill"),
        (timedelta(minutes=4, seconds=30), "4:", "pill-warn"),
        (timedelta(seconds=-30), "Expired", "pill-warn"),
    ):
        at(window, expires=None if left is None else now + left)
        assert window.header.left.isVisible() == (left is not None)
        if left is not None:
            assert window.header.left.text().startswith(word)
            assert window.header.left.property("look") == look
    assert len(said) == 2
    assert "acme-production" in window.header.who.text()


def test_who_was_seen_last_is_shown(window):
    window, _ = window
    wizard = window.conductor.wizard
    identity = wizard.identity
    facts = identity.snapshot.identity
    caller = facts.caller.value
    other = replace(caller, arn=caller.arn.replace("camille", "noor"), alias="")
    told = replace(facts, caller=Known(other, facts.caller.source))
    later = replace(
        identity,
        snapshot=replace(identity.snapshot, identity=told),
        finished=identity.finished + timedelta(seconds=1),
    )
    assert replace(wizard, inspection=later).caller.arn == other.arn
    assert replace(wizard, inspection=later).caller.alias == caller.alias
    earlier = replace(later, finished=identity.finished - timedelta(seconds=1))
    assert replace(wizard, inspection=earlier).caller.arn == caller.arn
    assert replace(wizard, identity=None).caller is None
