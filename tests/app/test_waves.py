"""Many nodes are changed in waves, watched, stopped, and looked at afterwards."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ssmwizard.app import repair
from ssmwizard.app.choice import Choice
from ssmwizard.app.following import Course, Sent, Watched
from ssmwizard.app.inspect import Inspection, inspect
from ssmwizard.app.making import Making
from ssmwizard.app.repair import Applied, End, Proof, Step, StepState
from ssmwizard.app.stopping import stop_all
from ssmwizard.app.watch import Watch
from ssmwizard.app.waves import Waves
from ssmwizard.fixes.waves import AT_ONCE, FIRST
from ssmwizard.model.plans import Engine, Follow, Plan
from ssmwizard.model.text import Text, text
from ssmwizard.outside.aws import LiveAws
from ssmwizard.outside.calls import Call
from ssmwizard.outside.journal import Journal, Who
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
    assert outcome.watched is not None
    # Who is not reached any more does not wait.
    assert outcome.watched.count(Course.WAITING) == 0
    assert outcome.watched.count(Course.STOPPED) >= REST


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
        if "does not hold yet" in step.says.english():
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


def test_what_was_left_in_the_middle_is_finished_wave_by_wave(slow: Fleet) -> None:
    inspection, plan = slow.planned()
    stop = threading.Event()
    outcome = repair.apply(
        slow.doors,
        inspection,
        plan,
        lambda step: running(stop, step),
        stop,
        leave=lambda _: True,
    )
    assert isinstance(outcome, Applied)
    assert outcome.made == (0,)
    slow.on_demo.account.world["pace"] = 0
    steps: list[Step] = []
    finished = repair.finish(slow.doors, slow.entry().id, steps.append)
    assert finished.end is End.DONE, finished.says.english()
    assert finished.watched is not None
    assert finished.watched.count(Course.DONE) == len(slow.online)
    assert slow.on_demo.account.calls.count("ssm:SendCommand") == len(plan.changes)
    assert slow.updated() == slow.online


def test_a_journal_that_cannot_be_written_any_more_stops_nothing_on_the_sly(slow: Fleet) -> None:
    inspection, plan = slow.planned(count=8)
    stop = threading.Event()
    journal = slow.doors.journal

    def said(step: Step) -> None:
        running(stop, step)
        if stop.is_set() and journal.is_file():
            journal.rename(journal.with_suffix(".kept"))
            journal.mkdir()

    outcome = repair.apply(slow.doors, inspection, plan, said, stop)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.FAILED
    assert "journal cannot be written" in outcome.says.english()
    assert "ssm:CancelCommand" not in slow.on_demo.account.calls


def test_a_command_to_more_nodes_than_a_page_holds_is_read_to_its_last_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_demo = stage(tmp_path, monkeypatch, scenario="large-130")
    every = [{"Key": "InstanceIds", "Values": ["*"]}]
    command = on_demo.by_hand(
        "ssm", "SendCommand", DocumentName="AWS-UpdateSSMAgent", Targets=every
    )["Command"]
    nodes = on_demo.account.world["regions"]["eu-west-3"]["nodes"]
    online = tuple(name for name, node in nodes.items() if node["Online"])
    assert len(online) > 2 * AT_ONCE
    making = Making(on_demo.doors.aws("demo-admin", None), on_demo.doors.hands(UPDATE), UPDATE)
    sent = Sent(0, Follow(Engine.COMMAND, command["CommandId"], online, 0))
    watched = Watch(making, [sent]).look()
    assert watched.over
    assert watched.count(Course.DONE) == len(online)
    assert on_demo.account.calls.count("ssm:ListCommandInvocations") == 3


def test_the_whole_job_over_http(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on_demo = stage(tmp_path, monkeypatch, scenario=f"large-{FLEET}")
    with on_demo.account.serve() as served:
        monkeypatch.setenv("AWS_ENDPOINT_URL", served.url)
        doors = replace(on_demo.doors, open_aws=LiveAws, _open={})
        fleet = Fleet(replace(on_demo, doors=doors))
        inspection, plan = fleet.planned()
        outcome = applied(fleet, inspection, plan)
        assert outcome.end is End.DONE, outcome.says.english()
        proof = repair.verify(doors, inspection.choice, plan)
        assert proof.proof is Proof.VERIFIED
        undone = repair.undo(doors, fleet.entry().id)
        assert undone.end is End.DONE, undone.says.english()
    assert fleet.updated() == []


def waves_of(
    fleet: Fleet, plan: Plan, prove: Callable[..., Text | None] = lambda *_: None
) -> Waves:
    journal = Journal(fleet.doors.journal)
    making = Making(fleet.doors.aws("demo-admin", None), fleet.doors.hands(UPDATE), UPDATE)
    return Waves(journal, "nothing", making, plan, threading.Event(), prove, leave=lambda _: False)


def test_a_command_whose_id_was_not_told_lets_no_further_wave_begin(fleet: Fleet) -> None:
    _, plan = fleet.planned()
    held = waves_of(fleet, plan).before(1, [{}], lambda *_: None)
    assert held is not None
    assert "did not tell which command" in held.says.english()
    # After the last wave the nodes themselves are looked at.
    assert waves_of(fleet, plan).before(2, [{}, {}], lambda *_: None) is None


def test_first_nodes_that_do_not_prove_themselves_in_time_are_the_last(fleet: Fleet) -> None:
    _, plan = fleet.planned()
    command = fleet.on_demo.by_hand("ssm", "SendCommand", **plan.changes[0].call.parameters)
    waves = waves_of(fleet, plan, lambda *_: text("They are as old as before."))
    held = waves.before(1, [command], lambda *_: None)
    assert held is not None
    assert not held.by_wish
    assert held.says.english() == (
        "The first nodes did not prove themselves, so no further ones were reached."
        " They are as old as before."
    )


def test_a_run_of_an_association_that_does_not_end_in_time_lets_no_further_wave_begin(
    slow: Fleet,
) -> None:
    _, plan = slow.planned(AUTO)
    made = slow.on_demo.by_hand("ssm", "CreateAssociation", **plan.changes[0].call.parameters)
    soon = replace(plan, wait=replace(plan.wait, at_most=0))
    held = waves_of(slow, soon).before(1, [made], lambda *_: None)
    assert held is not None
    assert "Not all nodes so far have answered" in held.says.english()
    alone = replace(soon, changes=plan.changes[:1])
    assert waves_of(slow, alone).before(1, [made], lambda *_: None) is None


def test_a_command_that_somebody_else_stops_is_seen_to_be_stopped(slow: Fleet) -> None:
    inspection, plan = slow.planned(count=8)
    slow.on_demo.account.world["pace"] = 5

    def heard(call: Call) -> None:
        if call.operation == "ListCommandInvocations" and call.answer is not None:
            for one in call.answer["CommandInvocations"][:1]:
                if one["Status"] == "Pending":
                    slow.on_demo.by_hand("ssm", "CancelCommand", CommandId=one["CommandId"])

    slow.on_demo.heard.append(heard)
    outcome = applied(slow, inspection, plan)
    assert outcome.end is End.FAILED
    assert "8 were not reached" in outcome.says.english()
    assert slow.updated() == []


def test_what_is_over_is_not_asked_about_and_not_stopped_again(slow: Fleet) -> None:
    _, plan = slow.planned()
    by_hand = slow.on_demo.by_hand
    follows = plan.changes[0].follows
    assert follows is not None
    ids: list[str] = []
    for nodes in (slow.online[:2], slow.online[2:4]):
        slow.on_demo.account.world["pace"] = 5 * len(ids)
        told = by_hand("ssm", "SendCommand", DocumentName="AWS-UpdateSSMAgent", InstanceIds=nodes)
        ids.append(told["Command"]["CommandId"])
    making = Making(slow.doors.aws("demo-admin", None), slow.doors.hands(UPDATE), UPDATE)
    sent = [
        Sent(place, replace(follows, id=one, nodes=tuple(slow.online[2 * place : 2 * place + 2])))
        for place, one in enumerate(ids)
    ]
    watch = Watch(making, sent)
    assert [one.over for one in watch.look().heard] == [True, False]
    asked = slow.on_demo.account.calls.count("ssm:ListCommandInvocations")
    watch.look()
    assert slow.on_demo.account.calls.count("ssm:ListCommandInvocations") == asked + 1
    journal = Journal(slow.doors.journal)
    entry = journal.begin(plan, Who("arn", "111122223333", "eu-west-3", None))

    def heard(call: Call) -> None:
        if call.operation == "CancelCommand":
            slow.on_demo.account.deny("ssm:ListCommandInvocations")

    slow.on_demo.heard.append(heard)
    # It is stopped, though how it went then cannot be seen.
    said = stop_all(journal, entry, making, watch).english()
    assert said == (
        f"It was stopped. 2 of 4 nodes had begun, 2 are done: {', '.join(slow.online[:2])}."
    )
    assert slow.on_demo.account.calls.count("ssm:CancelCommand") == 1


def test_without_a_journal_nothing_is_stopped_from_it(slow: Fleet) -> None:
    inspection, plan = slow.planned(count=8)
    stop = threading.Event()
    slow.on_demo.account.world["pace"] = 5
    repair.apply(
        slow.doors, inspection, plan, cancelled=stop_soon(slow, stop), leave=lambda _: True
    )
    entry = slow.entry().id
    journal = slow.doors.journal

    def heard(call: Call) -> None:
        if call.operation == "ListCommandInvocations" and journal.is_file():
            journal.rename(journal.with_suffix(".kept"))
            journal.mkdir()

    slow.on_demo.heard.append(heard)
    told = repair.stop_following(slow.doors, entry)
    assert told.end is End.REFUSED
    assert "journal cannot be written" in told.says.english()
    assert "ssm:CancelCommand" not in slow.on_demo.account.calls


def stop_soon(fleet: Fleet, stop: threading.Event) -> threading.Event:
    """Set the event as soon as a command was sent."""

    def heard(call: Call) -> None:
        if call.operation == "SendCommand":
            stop.set()

    fleet.on_demo.heard.append(heard)
    return stop
