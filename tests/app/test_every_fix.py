"""What has to hold of every fix of the account, on an account that really answers."""

from __future__ import annotations

import itertools
import json
import threading
import time
from pathlib import Path

import pytest

from ssmwizard.app import repair
from ssmwizard.app.choice import Choice
from ssmwizard.app.inspect import inspect
from ssmwizard.app.repair import Applied, End, Moved, Step, StepState
from ssmwizard.demo.operations.ec2_profiles import PROPAGATE
from ssmwizard.model.facts import Why
from ssmwizard.model.plans import Holds, NoPlan, Plan
from ssmwizard.outside.journal import Journal
from tests.support.fix_scenes import OF_THE_ACCOUNT, SCENES, Set
from tests.support.on_demo import stage
from tests.support.worlds import KEPT, TRACES, made_of

pytestmark = pytest.mark.usefixtures("hurried")
# What cannot be told from the account: a command leaves no trace that undoing could look for.
BY_COMMAND = {"agent.update", "os.create-ssm-user"}
FOR_GOOD = {"node.restart-agent"}


def test_every_fix_of_the_account_has_a_scene() -> None:
    assert set(SCENES) == OF_THE_ACCOUNT


@pytest.fixture
def ready(scene: Set) -> Set:
    scene.again()
    return scene


def applied(ready: Set) -> Applied | Moved:
    return repair.apply(ready.on_demo.doors, ready.inspection, ready.plan, show=lambda _: None)


def done(ready: Set) -> Applied:
    outcome = applied(ready)
    assert isinstance(outcome, Applied), outcome.says.english()
    assert outcome.end is End.DONE, outcome.says.english()
    return outcome


def test_taken_back_the_account_is_as_it_was_in_every_part(ready: Set) -> None:
    outcome = done(ready)
    assert outcome.can_undo is (ready.plan.fix not in FOR_GOOD)
    assert outcome.entry is not None
    undone = repair.undo(ready.on_demo.doors, outcome.entry)
    assert (undone.end is End.DONE) is outcome.can_undo, undone.says.english()
    if not outcome.can_undo:
        return
    ready.on_demo.by_hand("sts", "GetCallerIdentity")
    without = TRACES | KEPT.get(ready.plan.fix, set())
    world = json.loads(json.dumps(ready.on_demo.account.world))
    assert made_of(world, without) == made_of(json.loads(ready.state), without)


def test_a_second_time_nothing_is_changed(ready: Set) -> None:
    done(ready)
    before = len(ready.on_demo.account.calls)
    again = applied(ready)
    assert isinstance(again, Moved)
    assert all(isinstance(one, NoPlan) for one in again.plans)
    assert ready.on_demo.calls_since(before) in ([], ["ssm:SendCommand"])
    assert len(Journal(ready.on_demo.doors.journal).entries()) == 1


def test_a_right_that_is_missing_is_said_beforehand_and_stops_the_plan(ready: Set) -> None:
    choice = ready.inspection.choice
    for action in sorted({right.action for one in ready.plan.changes for right in one.rights}):
        ready.again()
        ready.on_demo.account.deny(action)
        told = repair.rights(ready.on_demo.doors, choice, ready.plan)
        assert {held for right, held in told.items() if right.action == action} == {Holds.LACK}
        outcome = applied(ready)
        if isinstance(outcome, Moved):
            # The fix asks the nodes by the same right.
            assert action in str(outcome.plans[0])
            continue
        assert outcome.failure is not None, outcome.says.english()
        assert (outcome.failure.why, outcome.failure.right) == (Why.DENIED, action)


def test_a_right_that_undoing_lacks_is_said_beforehand(ready: Set) -> None:
    undos = [one.undo for one in ready.plan.changes if one.undo is not None]
    actions = sorted({right.action for undo in undos for right in undo.rights})
    ready.on_demo.account.deny(*(one for one in actions if not one.startswith("ssm:Describe")))
    told = repair.rights(ready.on_demo.doors, ready.inspection.choice, ready.plan)
    for action in actions:
        held = {one for right, one in told.items() if right.action == action}
        assert held == ({Holds.HAVE} if action.startswith("ssm:Describe") else {Holds.LACK})


def test_a_call_that_is_throttled_once_is_made_all_the_same(ready: Set) -> None:
    changes = ready.plan.changes
    calls = {one.call.name for one in changes} | {one.undo.call.name for one in changes if one.undo}
    for call in calls:
        ready.on_demo.account.throttle(call, 1)
    outcome = done(ready)
    if outcome.can_undo and outcome.entry is not None:
        undone = repair.undo(ready.on_demo.doors, outcome.entry)
        assert undone.end is End.DONE, undone.says.english()


def test_throttling_that_does_not_end_is_said_and_nothing_else_is_done(ready: Set) -> None:
    first = next(one for one in ready.plan.changes if not one.dry_run or not one.take)
    ready.on_demo.account.throttle(first.call.name, 50)
    outcome = applied(ready)
    if isinstance(outcome, Moved):
        # The fix asks the nodes by the same call.
        assert ready.plan.fix == "os.create-ssm-user"
        return
    assert outcome.end in (End.FAILED, End.REFUSED)
    assert outcome.made == ()
    assert "too many requests" in outcome.says.english()


def test_what_has_not_settled_is_waited_for(ready: Set) -> None:
    waits = [one for one in ready.plan.changes if one.settling_codes]
    for change in waits:
        for code in change.settling_codes:
            ready.again()
            ready.on_demo.account.refuse(change.call.name, code, times=3)
            done(ready)


def test_what_somebody_took_back_meanwhile_is_left_alone(ready: Set) -> None:
    outcome = done(ready)
    if ready.plan.fix in BY_COMMAND | FOR_GOOD:
        return
    (entry,) = Journal(ready.on_demo.doors.journal).entries()
    undo = [change.undo for change in entry.changes if change.undo is not None][-1]
    call = undo.call
    ready.on_demo.by_hand(call.service, call.operation, **call.parameters)
    before = len(ready.on_demo.account.calls)
    assert outcome.entry is not None
    undone = repair.undo(ready.on_demo.doors, outcome.entry)
    assert undone.end is End.REFUSED
    assert "somebody changed this since" in undone.says.english()
    assert ready.on_demo.calls_since(before) == []


def test_a_new_profile_that_ec2_has_not_heard_of_for_15_seconds_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = itertools.count(time.time(), 3).__next__
    slow = 15 / PROPAGATE
    on_demo = stage(tmp_path, monkeypatch, pace=slow, clock=clock)
    node = on_demo.instance("web-03")
    choice = Choice("demo-admin", None, (node,), local=False)
    inspection = inspect(on_demo.doors, choice)
    (plan,) = repair.plans(inspection, "role.attach-instance-profile", [node])
    assert isinstance(plan, Plan)
    steps: list[Step] = []
    before = len(on_demo.account.calls)
    outcome = repair.apply(on_demo.doors, inspection, plan, steps.append)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.DONE, outcome.says.english()
    assert on_demo.calls_since(before).count("ec2:AssociateIamInstanceProfile") > 3
    assert StepState.SETTLING in {step.state for step in steps}


@pytest.mark.parametrize(
    ("name", "fix", "says"),
    [
        ("web-02", "role.attach-managed-policy", "Instances of the Region with one of these"),
        ("erp-01", "network.allow-endpoint-ingress", "Instances that have sg-"),
        ("db-01", "network.enable-dns", "Instances in vpc-"),
        ("srv-nantes-01", "role.attach-managed-policy", "Machines outside EC2"),
    ],
)
def test_what_else_depends_on_it_is_counted_whichever_nodes_are_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, fix: str, says: str
) -> None:
    on_demo = stage(tmp_path, monkeypatch)
    nodes = on_demo.account.world["regions"]["eu-west-3"]["nodes"]
    (node,) = [one for one in nodes if nodes[one]["Name"] == name]
    told = []
    for choice in (
        Choice("demo-admin", None, (node,), local=False),
        Choice("demo-admin", None, every_node=True, local=False),
    ):
        (plan,) = repair.plans(inspect(on_demo.doors, choice), fix, [node])
        assert isinstance(plan, Plan)
        told.append({said.english() for said in plan.affects if says in said.english()})
    assert told[0] == told[1]
    assert not any("not counted, " in said for said in told[0])
    assert told[0]


@pytest.mark.parametrize(
    "row",
    [
        (
            "web-02",
            "role.attach-managed-policy",
            "iam:AttachRolePolicy",
            "LimitExceeded",
            "a quota is reached: Not yet. Take something off",
        ),
        (
            "srv-lyon-01",
            "account.enable-advanced-tier",
            "ssm:UpdateServiceSetting",
            "TooManyUpdates",
            "somebody is changing the same thing right now",
        ),
    ],
)
def test_what_aws_has_no_room_or_no_time_for_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, row: tuple[str, str, str, str, str]
) -> None:
    name, fix, call, code, says = row
    on_demo = stage(tmp_path, monkeypatch)
    nodes = on_demo.account.world["regions"]["eu-west-3"]["nodes"]
    (node,) = [one for one in nodes if nodes[one]["Name"] == name]
    inspection = inspect(on_demo.doors, Choice("demo-admin", None, (node,), local=False))
    (plan,) = repair.plans(inspection, fix, [node])
    assert isinstance(plan, Plan)
    on_demo.account.refuse(call, code, times=1000)
    stop = threading.Event()

    def said(step: Step) -> None:
        if step.state is StepState.SETTLING:
            on_demo.account.world["faults"]["refused"][call]["code"] = "ConcurrentModification"

    outcome = repair.apply(on_demo.doors, inspection, plan, said, stop)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.FAILED
    assert says in outcome.says.english()
    assert outcome.made == ()


def test_that_a_role_is_full_is_known_before_anything_is_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_demo = stage(tmp_path, monkeypatch)
    node = on_demo.instance("web-02")
    iam = on_demo.account.world["iam"]
    attached = iam["roles"]["ShopApplicationRole"]["Attached"]
    whole = next(iter(iam["policies"].values()))
    while len(attached) < 10:
        name = f"own-{len(attached)}"
        arn = f"arn:aws:iam::111122223333:policy/{name}"
        nothing = {"Version": "2012-10-17", "Statement": []}
        iam["policies"][arn] = {**whole, "Arn": arn, "PolicyName": name, "Document": nothing}
        attached.append(arn)
    inspection = inspect(on_demo.doors, Choice("demo-admin", None, (node,), local=False))
    assert inspection.calls["iam:GetAccountSummary"] == 1
    (answer,) = repair.plans(inspection, "role.attach-managed-policy", [node])
    assert isinstance(answer, NoPlan)
    assert "10 policies attached, and takes 10 at most" in answer.reason.english()
    iam["attached_quota"] = 20
    inspection = inspect(on_demo.doors, inspection.choice)
    (plan,) = repair.plans(inspection, "role.attach-managed-policy", [node])
    assert isinstance(plan, Plan)
    outcome = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.DONE


def test_who_has_all_rights_is_told_so_and_nothing_is_left_open(ready: Set) -> None:
    told = repair.rights(ready.on_demo.doors, ready.inspection.choice, ready.plan)
    assert set(told) == set(repair.needed(ready.plan))
    assert set(told.values()) == {Holds.HAVE}


def test_what_somebody_else_began_meanwhile_is_shown_before_anything_is_done(ready: Set) -> None:
    call = ready.plan.changes[0].call
    ready.on_demo.by_hand(call.service, call.operation, **call.parameters)
    before = len(ready.on_demo.account.calls)
    moved = applied(ready)
    assert isinstance(moved, Moved)
    assert ready.plan not in moved.plans
    assert ready.on_demo.calls_since(before) in ([], ["ssm:SendCommand"])
    assert not ready.on_demo.doors.journal.exists()
