"""Step 2 offers what mends this computer, and the window carries it out, by keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton
from test_window import Hands

from ssmwizard.app.repairing import Stage
from ssmwizard.app.wizard import Step, StepState
from ssmwizard.model.findings import Status
from ssmwizard.outside.reading import reads


def opened(open_window, qtbot, **options):
    window, account = open_window("new-computer", **options)
    window.activateWindow()
    hands = Hands(window, qtbot)
    hands.until(lambda: QApplication.focusWidget() is not None)
    hands.settle()
    hands.press(Qt.Key.Key_Return)
    hands.settle()
    assert hands.wizard.step is Step.COMPUTER
    return hands, account


def offered(hands):
    """The titles of the repairs that the page offers."""
    buttons = hands.page.findChildren(QPushButton)
    return [one.toolTip() for one in buttons if one.toolTip().startswith("Repair: ")]


def status(hands, check):
    return next(one.status for one in hands.wizard.computer.findings if one.check == check)


def choose(hands, title):
    """Go to a repair that the page offers."""
    hands.until(lambda: any(title in one for one in offered(hands)))
    button = next(one for one in hands.page.findChildren(QPushButton) if title in one.toolTip())
    button.setFocus()
    hands.press(Qt.Key.Key_Space)
    hands.until(lambda: hands.wizard.step is Step.REPAIR)
    hands.settle()


def test_each_failure_offers_what_mends_it_and_nothing_else(open_window, qtbot):
    hands, _ = opened(open_window, qtbot)
    hands.until(lambda: len(offered(hands)) > 1)
    assert sorted(offered(hands)) == [
        "Repair: Install the Session Manager plugin",
        "Repair: Let a terminal find the programs",
    ]


def test_a_computer_that_is_well_is_offered_nothing(open_window, qtbot):
    window, _ = open_window("healthy")
    hands = Hands(window, qtbot)
    hands.settle()
    hands.press(Qt.Key.Key_Return)
    hands.settle()
    hands.see("Session Manager plugin", hands.page)
    assert offered(hands) == []


def test_the_plugin_is_installed_before_any_node_was_inspected_and_removed_again(
    open_window, qtbot
):
    hands, account = opened(open_window, qtbot)
    assert status(hands, "computer.plugin") is Status.FAILED
    choose(hands, "Install the Session Manager plugin")
    assert hands.wizard.reached is Step.COMPUTER
    assert hands.repairs.plan.fix == "computer.install-plugin"
    hands.see("session-manager-plugin.deb", hands.page)
    hands.see("it is done on this computer", hands.page)
    hands.tab_to("make")
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: hands.repairs.confirming)
    hands.see("This changes this computer.", hands.page)
    hands.tab_to("confirm")
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: hands.repairs.run and hands.repairs.run.stage is Stage.ENDED)
    hands.settle()
    assert hands.repairs.run.verified.proof == "verified"
    assert status(hands, "computer.plugin") is Status.PASSED
    assert all(reads(*call.split(":")) for call in account.calls)
    hands.tab_to("undo-run")
    hands.press(Qt.Key.Key_Return)
    hands.tab_to("confirm-undo")
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: hands.repairs.undone is not None)
    hands.settle()
    assert hands.repairs.undone.end == "done"
    hands.until(lambda: status(hands, "computer.plugin") is Status.FAILED)


def test_back_leads_to_where_one_came_from_and_the_steps_between_were_not_reached(
    open_window, qtbot
):
    hands, _ = opened(open_window, qtbot)
    choose(hands, "Let a terminal find the programs")
    assert hands.repairs.plan.fix == "computer.fix-search-path"
    assert hands.wizard.state(Step.INSPECT) is StepState.NOT_REACHED
    assert not hands.window.footer.next.isEnabled()
    hands.alt(Qt.Key.Key_Left)
    assert hands.wizard.step is Step.COMPUTER
    assert hands.window.footer.next.isEnabled()


def test_looking_again_on_the_way_looks_at_this_computer(open_window, qtbot):
    hands, account = opened(open_window, qtbot)
    choose(hands, "Let a terminal find the programs")
    account.world["computer"]["tools"] = {"/usr/bin/aws": "2.32.17"}
    hands.press(Qt.Key.Key_F5)
    hands.settle()
    hands.until(lambda: hands.repairs.plan is None or "search-path" not in hands.repairs.plan.fix)


def test_read_only_shows_the_plan_and_lets_nothing_be_done(open_window, qtbot):
    hands, _ = opened(open_window, qtbot, read_only=True)
    choose(hands, "Let a terminal find the programs")
    hands.see("export PATH", hands.page)
    assert hands.page.confirm.begin is None


def test_of_several_copies_one_is_chosen_and_that_is_remembered_and_shown(open_window, qtbot):
    other = "/opt/aws/bin/aws"

    def two(account):
        account.world["computer"]["tools"][other] = "2.1.0"

    hands, account = opened(open_window, qtbot, before=two)
    combo = hands.page.findChild(QComboBox, "copy-choice")
    assert combo.currentData() == ""
    assert combo.count() == 3
    combo.setFocus()
    hands.press(Qt.Key.Key_End)
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: bool(account.world["computer"]["chosen"]))
    hands.settle()
    facts = hands.wizard.computer.snapshot.computer
    assert facts.cli.require().path == account.world["computer"]["chosen"]["aws"] == other
    hands.until(lambda: hands.page.findChild(QComboBox, "copy-choice").currentData() == other)
    (finding,) = [one for one in hands.wizard.computer.findings if one.check == "computer.aws-cli"]
    assert any("Chosen by hand" in one.label.english() for one in finding.evidence)


def test_of_one_copy_none_is_chosen(open_window, qtbot):
    hands, _ = opened(open_window, qtbot)
    hands.until(lambda: len(offered(hands)) > 1)
    assert hands.page.findChild(QComboBox, "copy-choice") is None
