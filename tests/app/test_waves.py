"""Many nodes are changed in waves, watched, stopped, and looked at afterwards."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from ssmwizard.app import repair
from ssmwizard.app.choice import Choice
from ssmwizard.app.following import Course, Watched
from ssmwizard.app.inspect import Inspection, inspect
from ssmwizard.app.repair import Applied, End, Proof, Step, StepState
from ssmwizard.fixes.waves import AT_ONCE, FIRST
from ssmwizard.model.plans import Plan
from ssmwizard.outside.calls import Call
from ssmwizard.outside.journal import Journal
from ssmwizard.outside.journal_entries import Entry, Happened, State
from tests.support.on_demo import Stage, stage

UPDATE = "agent.update"
AUTO = "agent.auto-update"
OLD = "3.2.582.0"
FLEET = 30
REST = 22


class Fleet:
    """A large account in which every agent that reports is old."""

    def __init__(self, on_demo: Stage) -> None:
        self.on_demo, self.doors = on_demo, on_demo.doors
        self.nodes = on_demo.account.world["regions"]["eu-west-3"]["nodes"]
        self.online = [name for name, node in self.nodes.items() if node["Online"]]
        for name in self.online:
            self.nodes[name]["AgentVersion"] = OLD

    def planned(self, fix: str = UPDATE, count: int | None = None) -> tuple[Inspection, Plan]:
        choice = Choice("demo-admin", None, tuple(self.online[:count]), local=False)
        inspection = inspect(self.doors, choice)
        (plan,) = repair.plans(inspection, fix, choice.nodes)
        assert isinstance(plan, Plan), plan
        return inspection, plan

    def updated(self) -> list[str]:
        return [name for name in self.online if self.nodes[name]["AgentVersion"] != OLD]

    def break_updates(self, *names: str) -> None:
        for name in names:
            self.nodes[name]["Unreachable"] = ["s3"]

    def entry(self) -> Entry:
        (entry,) = Journal(self.doors.journal).entries()
        return entry


@pytest.fixture
def fleet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fleet:
    return Fleet(stage(tmp_path, monkeypatch, scenario=f"large-{FLEET}"))


@pytest.fixture
def slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fleet:
    """The same where a command takes a moment, so that it can be stopped while it runs."""
    return Fleet(stage(tmp_path, monkeypatch, scenario=f"large-{FLEET}", pace=0.1))


def applied(fleet: Fleet, inspection: Inspection, plan: Plan) -> Applied:
    outcome = repair.apply(fleet.doors, inspection, plan)
    assert isinstance(outcome, Applied)
    return outcome


def test_a_fleet_is_updated_a_few_nodes_first_and_then_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fleet = Fleet(stage(tmp_path, monkeypatch, scenario="large-70"))
    inspection, plan = fleet.planned()
    sent: list[Call] = []
    proved: list[int] = []

    def heard(call: Call) -> None:
        if call.operation == "SendCommand":
            sent.append(call)
        if call.operation == "GetConnectionStatus" and len(sent) == 1:
            proved.append(1)

    fleet.on_demo.heard.append(heard)
    steps: list[Step] = []
    outcome = repair.apply(fleet.doors, inspection, plan, steps.append)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.DONE, outcome.says.english()
    assert [len(call.parameters["InstanceIds"]) for call in sent] == [
        FIRST,
        AT_ONCE,
        len(fleet.online) - FIRST - AT_ONCE,
    ]
    # Between the first wave and the next one the nodes of the first were looked at.
    assert len(proved) >= FIRST
    assert fleet.updated() == fleet.online
    assert outcome.watched is not None
    assert outcome.watched.count(Course.DONE) == outcome.watched.total == len(fleet.online)
    followed = [step.watched for step in steps if step.state is StepState.FOLLOWING]
    assert followed[-1] == outcome.watched
    assert followed[0] is not None
    assert followed[0].total == len(fleet.online)
    proof = repair.verify(fleet.doors, inspection.choice, plan)
    assert proof.proof is Proof.VERIFIED, proof.says.english()
    entry = fleet.entry()
    assert entry.state is State.DONE
    assert all(change.follows for change in entry.changes)
    undone = repair.undo(fleet.doors, entry.id)
    assert undone.end is End.DONE, undone.says.english()
    assert fleet.updated() == []


def test_when_the_first_nodes_fail_no_further_ones_are_reached(fleet: Fleet) -> None:
    fleet.break_updates(fleet.online[1])
    inspection, plan = fleet.planned()
    outcome = applied(fleet, inspection, plan)
    assert (outcome.end, outcome.made, outcome.can_undo) == (End.FAILED, (0,), True)
    said = outcome.says.english()
    assert f"It did not work on {fleet.online[1]} (Failed)." in said
    assert fleet.entry().changes[1].state is Happened.PLANNED
    assert set(fleet.updated()) < set(fleet.online[:FIRST])


def test_success_of_the_command_is_not_enough_for_the_next_wave(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    inspection, plan = fleet.planned()
    monkeypatch.setattr("ssmwizard.app.verify.FIRST_SECONDS", 0.01)

    def heard(call: Call) -> None:
        if call.operation == "SendCommand":
            # Whatever the command says, the agent is as old as before.
            for name in call.parameters["InstanceIds"]:
                fleet.nodes[name]["AgentVersion"] = OLD

    fleet.on_demo.heard.append(heard)
    short = plan.wait.at_most
    assert short
    stop = threading.Event()

    def said(step: Step) -> None:
        if "Not right yet" in step.says.english():
            stop.set()

    outcome = repair.apply(fleet.doors, inspection, plan, said, stop)
    assert isinstance(outcome, Applied)
    assert (outcome.end, outcome.made) == (End.CANCELLED, (0,))
    assert fleet.entry().changes[1].state is Happened.PLANNED


def test_some_failures_in_a_later_wave_are_told_at_the_end(fleet: Fleet) -> None:
    broken = fleet.online[FIRST : FIRST + 2]
    fleet.break_updates(*broken)
    inspection, plan = fleet.planned()
    outcome = applied(fleet, inspection, plan)
    assert outcome.end is End.FAILED
    assert outcome.made == (0, 1)
    assert all(f"{name} (Failed)" in outcome.says.english() for name in broken)
    assert len(fleet.updated()) == len(fleet.online) - len(broken)


def test_more_failures_than_a_tenth_stop_a_wave_and_what_comes_after(fleet: Fleet) -> None:
    broken = fleet.online[FIRST:]
    assert len(broken) == REST
    fleet.break_updates(*broken)
    inspection, plan = fleet.planned()
    outcome = applied(fleet, inspection, plan)
    assert outcome.end is End.FAILED
    assert outcome.watched is not None
    failed = outcome.watched.count(Course.FAILED)
    assert REST // 10 < failed < REST
    assert outcome.watched.count(Course.STOPPED) == REST - failed
    assert "others" in outcome.says.english()


def test_nodes_that_take_no_command_are_named_as_not_reached(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fleet = Fleet(stage(tmp_path, monkeypatch, scenario="large-5"))
    fleet.nodes[fleet.online[0]]["Deaf"] = True
    inspection, plan = fleet.planned()
    outcome = applied(fleet, inspection, plan)
    assert outcome.end is End.FAILED
    assert f"{fleet.online[0]} (DeliveryTimedOut)" in outcome.says.english()


def running(stop: threading.Event, step: Step) -> None:
    if step.watched is not None and step.watched.count(Course.RUNNING):
        stop.set()


def test_stopped_in_the_middle_it_says_which_nodes_had_begun(slow: Fleet) -> None:
    inspection, plan = slow.planned(count=8)
    stop = threading.Event()
    outcome = repair.apply(slow.doors, inspection, plan, lambda step: running(stop, step), stop)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.CANCELLED
    assert "It was stopped. 8 of 8 nodes had begun" in outcome.says.english()
    assert outcome.can_undo
    calls = slow.on_demo.account.calls
    assert calls.count("ssm:CancelCommand") == 1
    (change,) = slow.entry().changes
    assert (change.state, change.stop) == (Happened.DONE, Happened.STOPPED)
    # What an agent has begun it ends; nobody pretends otherwise.
    assert slow.updated() == slow.online[:8]


def test_left_running_it_goes_on_without_the_program(slow: Fleet) -> None:
    inspection, plan = slow.planned(count=8)
    stop = threading.Event()
    asked: list[Watched] = []

    def leave(watched: Watched) -> bool:
        asked.append(watched)
        return True

    outcome = repair.apply(
        slow.doors, inspection, plan, lambda step: running(stop, step), stop, leave=leave
    )
    assert isinstance(outcome, Applied)
    assert outcome.end is End.CANCELLED
    assert "left running" in outcome.says.english()
    assert len(asked) == 1
    assert "ssm:CancelCommand" not in slow.on_demo.account.calls


def test_a_stop_that_is_refused_says_so(slow: Fleet) -> None:
    inspection, plan = slow.planned(count=8)
    slow.on_demo.account.deny("ssm:CancelCommand")
    stop = threading.Event()
    outcome = repair.apply(slow.doors, inspection, plan, lambda step: running(stop, step), stop)
    assert isinstance(outcome, Applied)
    assert "could not be stopped" in outcome.says.english()
    assert "ssm:CancelCommand" in outcome.says.english()
    (change,) = slow.entry().changes
    assert change.stop is Happened.STOP_FAILED


@pytest.mark.parametrize("count", [8, None])
def test_without_the_right_to_watch_only_the_first_nodes_are_reached(
    fleet: Fleet, count: int | None
) -> None:
    inspection, plan = fleet.planned(count=count)
    fleet.on_demo.account.deny("ssm:ListCommandInvocations")
    outcome = applied(fleet, inspection, plan)
    if count is not None:
        # It is the only wave, and whether the nodes are right is looked at in any case.
        assert outcome.end is End.DONE
        return
    assert (outcome.end, outcome.made) == (End.FAILED, (0,))
    assert "ssm:ListCommandInvocations" in outcome.says.english()


def test_a_hiccup_while_watching_does_not_end_it(fleet: Fleet) -> None:
    inspection, plan = fleet.planned(count=8)
    fleet.on_demo.account.throttle("ssm:ListCommandInvocations", 4)
    assert applied(fleet, inspection, plan).end is End.DONE


def test_schedules_of_a_fleet_are_made_in_waves_and_their_runs_watched(fleet: Fleet) -> None:
    inspection, plan = fleet.planned(AUTO)
    outcome = applied(fleet, inspection, plan)
    assert outcome.end is End.DONE, outcome.says.english()
    assert len(outcome.made) == 2
    assert fleet.updated() == fleet.online
    undone = repair.undo(fleet.doors, outcome.entry or "")
    assert undone.end is End.DONE, undone.says.english()


def test_a_schedule_whose_first_run_fails_is_not_made_for_further_nodes(fleet: Fleet) -> None:
    fleet.break_updates(*fleet.online[:2])
    inspection, plan = fleet.planned(AUTO)
    outcome = applied(fleet, inspection, plan)
    assert (outcome.end, outcome.made) == (End.FAILED, (0,))
    assert f"{fleet.online[0]} (Failed)" in outcome.says.english()


def test_watching_takes_some_calls_for_each_command_and_none_for_each_node(fleet: Fleet) -> None:
    inspection, plan = fleet.planned()
    outcome = applied(fleet, inspection, plan)
    calls = fleet.on_demo.account.calls
    assert outcome.end is End.DONE
    assert calls.count("ssm:SendCommand") == len(plan.changes)
    assert calls.count("ssm:ListCommandInvocations") <= 2 * len(plan.changes)
    assert calls.count("ssm:GetCommandInvocation") == 0


def test_looked_at_later_from_the_journal_and_stopped_there(slow: Fleet) -> None:
    inspection, plan = slow.planned(count=8)
    stop = threading.Event()
    repair.apply(
        slow.doors,
        inspection,
        plan,
        lambda step: running(stop, step),
        stop,
        leave=lambda _: True,
    )
    entry = slow.entry()
    assert entry.followed
    now = repair.follow(slow.doors, entry.id, once=True)
    assert now.watched is not None
    assert now.watched.total == 8
    seen: list[Watched] = []
    if now.can_stop:
        stopped = repair.stop_following(slow.doors, entry.id, seen.append)
        assert stopped.end is End.DONE
        assert "nodes had begun" in stopped.says.english()
        assert slow.entry().changes[0].stop is Happened.STOPPED
    over = repair.follow(slow.doors, entry.id)
    assert over.end is End.DONE
    assert over.watched is not None
    assert over.watched.over
    assert not over.can_stop
    again = repair.stop_following(slow.doors, entry.id)
    assert again.end is End.REFUSED
    assert "Nothing of it goes on" in again.says.english()


def test_what_is_looked_at_later_names_the_nodes_on_which_it_failed(fleet: Fleet) -> None:
    fleet.break_updates(fleet.online[0])
    inspection, plan = fleet.planned(count=3)
    applied(fleet, inspection, plan)
    followed = repair.follow(fleet.doors, fleet.entry().id)
    assert f"{fleet.online[0]} (Failed)" in followed.says.english()


def test_looking_later_without_the_right_to_says_which_is_missing(fleet: Fleet) -> None:
    inspection, plan = fleet.planned(count=3)
    applied(fleet, inspection, plan)
    entry = fleet.entry().id
    fleet.on_demo.account.deny("ssm:ListCommandInvocations")
    for told in (
        repair.follow(fleet.doors, entry),
        repair.stop_following(fleet.doors, entry),
    ):
        assert told.end is End.FAILED
        assert "ssm:ListCommandInvocations" in told.says.english()
        assert told.watched is None
        assert not told.can_stop


def test_nothing_is_stopped_in_read_only_mode_and_it_can_still_be_watched(fleet: Fleet) -> None:
    inspection, plan = fleet.planned(count=3)
    applied(fleet, inspection, plan)
    entry = fleet.entry().id
    fleet.doors.gate.switch(read_only=True)
    assert repair.stop_following(fleet.doors, entry).end is End.REFUSED
    assert repair.follow(fleet.doors, entry).end is End.DONE
    assert "ssm:CancelCommand" not in fleet.on_demo.account.calls


def test_an_entry_that_aws_does_not_carry_on_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_demo = stage(tmp_path, monkeypatch)
    node = on_demo.instance("web-04")
    inspection = inspect(on_demo.doors, Choice("demo-admin", None, (node,), local=False))
    (plan,) = repair.plans(inspection, "node.start", [node])
    assert isinstance(plan, Plan)
    outcome = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(outcome, Applied)
    assert outcome.entry is not None
    assert outcome.watched is None
    for told in (
        repair.follow(on_demo.doors, outcome.entry),
        repair.stop_following(on_demo.doors, outcome.entry),
    ):
        assert told.end is End.REFUSED
        assert "nothing of this entry" in told.says.english()


def test_an_association_that_runs_is_not_stopped_but_can_be_undone(slow: Fleet) -> None:
    inspection, plan = slow.planned(AUTO, count=3)
    stop = threading.Event()
    outcome = repair.apply(slow.doors, inspection, plan, lambda step: running(stop, step), stop)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.CANCELLED
    assert "State Manager goes on" in outcome.says.english()
    assert outcome.can_undo
