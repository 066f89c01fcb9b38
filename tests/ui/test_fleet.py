"""A fix on many nodes in the window: watched, stopped and left, by keyboard; looked at later."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from test_window import Hands, text_of

from ssmwizard.app.following import Course
from ssmwizard.app.repairing import Stage
from ssmwizard.app.wizard import Step
from ssmwizard.fixes.agent import FIX
from ssmwizard.model.plans import Plan
from ssmwizard.ui.plan_view import plan_view
from tests.support.plan_facts import hybrid, snapshot

OLD = "3.2.582.0"
UPDATE = "agent.update"


def aged(account) -> None:
    """Make every agent old."""
    for node in account.world["regions"]["eu-west-3"]["nodes"].values():
        node["AgentVersion"] = OLD


@pytest.fixture
def hands(open_window, qtbot):
    """The window with the update of a fleet chosen, at the Repair page."""

    def make(count: int, pace: float):
        window, account = open_window("large-30", before=aged)
        window.activateWindow()
        made = Hands(window, qtbot)
        made.settle()
        nodes = account.world["regions"]["eu-west-3"]["nodes"]
        online = [name for name, node in nodes.items() if node["Online"]][:count]
        conductor = window.conductor
        conductor.become(
            replace(
                conductor.wizard.with_chosen(tuple(online)), reached=Step.INSPECT, step=Step.INSPECT
            )
        )
        conductor.inspect()
        made.settle()
        window.next()
        made.settle()
        conductor.repairer.offer(UPDATE, None)
        made.settle()
        made.until(lambda: made.repairs.plan is not None and made.repairs.plan.fix == UPDATE)
        account.world["pace"] = pace
        made.until(lambda: QApplication.focusWidget() is not None)
        return made, account

    return make


def begun(hands) -> None:
    """Apply the plan and wait until it runs on nodes."""
    hands.tab_to("make")
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: hands.repairs.confirming)
    hands.tab_to("confirm")
    hands.press(Qt.Key.Key_Return)

    def running() -> bool:
        run = hands.repairs.run
        return bool(run and run.watched and run.watched.count(Course.RUNNING))

    hands.until(running)


def test_what_runs_is_stopped_by_its_button_and_looked_at_later(hands) -> None:
    hands, account = hands(8, 0.4)
    begun(hands)
    hands.see("are running it", hands.page)
    hands.tab_to("halt")
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: hands.repairs.run.stage is Stage.STOPPED)
    hands.settle()
    assert account.calls.count("ssm:CancelCommand") == 1
    assert QApplication.focusWidget() is hands.page.list
    hands.see("It was stopped.", hands.page)
    hands.see("nodes had begun", hands.page)

    entry = hands.repairs.entries[0]
    assert entry.followed
    hands.conductor.repairer.watch_run(entry.id)
    hands.settle()
    hands.tab_to("follow")
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: hands.repairs.followed is not None)
    hands.settle()
    hands.see("Of 8 nodes 8 are done", hands.page)
    assert not hands.repairs.followed.can_stop


def test_what_runs_is_left_and_then_stopped_from_the_journal(hands) -> None:
    hands, account = hands(8, 0.4)
    begun(hands)
    hands.tab_to("stop-waiting")
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: hands.repairs.run.stage is Stage.STOPPED)
    hands.see("It was left running.", hands.page)
    hands.settle()
    assert QApplication.focusWidget() is hands.page.list
    assert "ssm:CancelCommand" not in account.calls
    # It never ends by itself.
    account.world["due"].clear()
    region = account.world["regions"]["eu-west-3"]
    for one in region["invocations"].values():
        one.update(Status="InProgress", StatusDetails="InProgress", Ended=None)
    for command in region["commands"].values():
        command.update(Status="InProgress", StatusDetails="InProgress")

    hands.tab_to("watch-run")
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: hands.repairs.following == hands.repairs.entries[0].id)
    hands.tab_to("leave-following")
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: hands.repairs.followed is not None)
    assert hands.repairs.followed.can_stop
    hands.tab_to("halt")
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: "ssm:CancelCommand" in account.calls)
    for one in region["invocations"].values():
        one.update(Status="Cancelled", StatusDetails="Cancelled")
    hands.settle()
    assert account.calls.count("ssm:CancelCommand") == 1
    assert hands.repairs.entries[0].changes[0].stop == "stopped"


def test_a_fleet_is_followed_to_its_end_and_proved(hands) -> None:
    hands, _ = hands(14, 0.0)
    hands.tab_to("make")
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: hands.repairs.confirming)
    hands.tab_to("confirm")
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: hands.repairs.run and hands.repairs.run.stage is Stage.ENDED)
    hands.settle()
    assert hands.repairs.run.verified.proof == "verified"
    assert hands.repairs.run.watched.count(Course.DONE) == 14
    hands.see("Of 14 nodes 14 are done", hands.page)
    buttons = {one.objectName(): one for one in hands.page.findChildren(QPushButton)}
    assert not buttons["halt"].isVisible()


def test_the_plan_for_thousands_stays_short(looked, qtbot) -> None:
    nodes = tuple(hybrid(f"mi-{number:017x}") for number in range(1000))
    (plan,) = FIX.plan(snapshot(*nodes), nodes)
    assert isinstance(plan, Plan)
    widgets = list(plan_view(plan, None, (), {}, "aws"))
    for widget in widgets:
        qtbot.addWidget(widget)
    said = "\n".join(text_of(widget) for widget in widgets)
    assert "17 more like these" in said
    assert "ssm:SendCommand" in said
    assert "and 999 more" in said
    assert json.dumps([node.id for node in nodes[:5]]) not in said
    assert len(widgets) < 10
