"""Plans are applied as shown, written down, and taken back, on an account that really answers."""

from __future__ import annotations

import threading
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ssmwizard.app import repair
from ssmwizard.app.choice import Choice
from ssmwizard.app.inspect import Inspection, inspect
from ssmwizard.app.repair import Applied, End, Moved, Step, StepState
from ssmwizard.demo.scenarios.machines import MachineBuilder
from ssmwizard.demo.scenarios.session_resources import preferences
from ssmwizard.model.facts import Why
from ssmwizard.model.plans import NoPlan, Plan
from ssmwizard.outside.calls import Call
from ssmwizard.outside.gate import Gate
from ssmwizard.outside.journal import Journal
from ssmwizard.outside.journal_entries import Happened, State
from tests.support.on_demo import Stage, stage

POLICY = "role.attach-managed-policy"
PROFILE = "role.attach-instance-profile"
TIER = "account.enable-advanced-tier"
UPDATE = "agent.update"
START = "node.start"
METADATA = "imds.enable"
INGRESS = "network.allow-endpoint-ingress"
EGRESS = "network.allow-node-egress"
DNS = "network.enable-dns"
PRIVATE = "network.enable-private-dns"
ENDPOINTS = "network.create-endpoints"
TRUST = "role.repair-trust"
AUTO = "agent.auto-update"
# Which fix heals which machine of the demo account.
NODES = {
    POLICY: "web-02",
    PROFILE: "web-03",
    START: "web-04",
    UPDATE: "wiki-01",
    METADATA: "vault-01",
    INGRESS: "erp-01",
    EGRESS: "db-02",
    DNS: "db-01",
    PRIVATE: "lab-01",
    ENDPOINTS: "cache-01",
    TRUST: "batch-01",
    AUTO: "wiki-01",
}
ACCOUNT = "os.create-ssm-user"
OWN = "ssmwizard-managed-node"
# What fixes of the network change.
NETWORK = ("groups", "vpc_attributes", "endpoints", "interfaces")


@pytest.fixture
def on_demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    return stage(tmp_path, monkeypatch)


def node_of(on_demo: Stage, fix: str) -> str:
    if fix == TIER:
        nodes = on_demo.account.world["regions"]["eu-west-3"]["nodes"].values()
        return next(str(node["InstanceId"]) for node in nodes if node["Kind"] == "hybrid")
    return on_demo.instance(NODES.get(fix, "web-01"))


def planned(on_demo: Stage, fix: str) -> tuple[Inspection, Plan]:
    node = node_of(on_demo, fix)
    if fix == ACCOUNT:
        region = MachineBuilder(on_demo.account.world, "eu-west-3")
        preferences(region, runAsEnabled=True, runAsDefaultUser="deploy")
    choice = Choice("demo-admin", None, (node,), local=False, ask_nodes=fix == ACCOUNT)
    inspection = inspect(on_demo.doors, choice)
    (plan,) = repair.plans(inspection, fix, [node])
    assert isinstance(plan, Plan), plan
    return inspection, plan


def applied(on_demo: Stage, fix: str, said: Callable[[Step], None] = lambda _: None) -> Applied:
    inspection, plan = planned(on_demo, fix)
    outcome = repair.apply(on_demo.doors, inspection, plan, said)
    assert isinstance(outcome, Applied)
    return outcome


def entries(on_demo: Stage) -> tuple[Any, ...]:
    return Journal(on_demo.doors.journal).entries()


def state_of(on_demo: Stage) -> dict[str, Any]:
    """What the account is made of, without the times and the traces that every change leaves."""
    world = on_demo.account.world
    region = world["regions"]["eu-west-3"]
    return {
        "roles": deepcopy(
            {
                name: {
                    part: one[part] for part in ("Attached", "Inline", "AssumeRolePolicyDocument")
                }
                for name, one in world["iam"]["roles"].items()
            }
        ),
        "profiles": {name: list(one["Roles"]) for name, one in world["iam"]["profiles"].items()},
        "instances": {
            name: (
                one["State"]["Name"],
                one.get("IamInstanceProfile"),
                dict(one["MetadataOptions"]),
            )
            for name, one in region["instances"].items()
        },
        "network": {name: deepcopy(region[name]) for name in NETWORK},
        "schedules": dict(region["state_associations"]),
        "users": {name: node.get("Users", ["root"]) for name, node in region["nodes"].items()},
        "agents": {name: node["AgentVersion"] for name, node in region["nodes"].items()},
        "tier": on_demo.by_hand(
            "ssm", "GetServiceSetting", SettingId="/ssm/managed-instance/activation-tier"
        )["ServiceSetting"]["SettingValue"],
    }


ALL = pytest.mark.parametrize("fix", [TIER, *NODES])
# Those too for which nodes are asked what only they know.
ASKING = pytest.mark.parametrize("fix", [TIER, *NODES, ACCOUNT])


@ASKING
def test_applied_then_undone_the_account_is_as_before(on_demo: Stage, fix: str) -> None:
    before = state_of(on_demo)
    outcome = applied(on_demo, fix)
    assert outcome.end is End.DONE, outcome.says.english()
    assert outcome.made == tuple(range(len(outcome.plan.changes)))
    assert outcome.can_undo
    assert state_of(on_demo) != before
    (entry,) = entries(on_demo)
    assert entry.id == outcome.entry
    assert entry.state is State.DONE
    assert (entry.fix, entry.nodes) == (fix, outcome.plan.nodes)
    assert (entry.region, entry.profile) == ("eu-west-3", "demo-admin")
    assert entry.arn.endswith(":user/camille")
    assert all(change.request_id for change in entry.changes)
    back = repair.undo_plan(on_demo.doors, entry.id)
    assert back.reason is None
    assert [step.change for step in back.steps] == list(outcome.made)[::-1]
    assert all(step.line.startswith("aws ") and step.certain for step in back.steps)
    undone = repair.undo(on_demo.doors, entry.id)
    assert undone.end is End.DONE, undone.says.english()
    assert undone.undone == outcome.made[::-1]
    assert undone.entry.state is State.UNDONE
    assert undone.entry.undone_by.endswith(":user/camille")
    after = state_of(on_demo)
    if fix == AUTO:
        # Its plan says so: an agent that was updated meanwhile keeps its new version.
        assert before.pop("agents") != after.pop("agents")
    assert after == before


@ALL
def test_applying_again_changes_nothing_and_says_that_nothing_is_left(
    on_demo: Stage, fix: str
) -> None:
    inspection, plan = planned(on_demo, fix)
    assert isinstance(repair.apply(on_demo.doors, inspection, plan), Applied)
    before = len(on_demo.account.calls)
    again = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(again, Moved)
    assert all(isinstance(one, NoPlan) and one.nothing_to_do for one in again.plans)
    assert "nothing left to do" in again.says.english()
    assert on_demo.calls_since(before) == []
    assert len(entries(on_demo)) == 1


@ASKING
def test_undoing_twice_is_refused(on_demo: Stage, fix: str) -> None:
    entry = applied(on_demo, fix).entry
    assert entry is not None
    repair.undo(on_demo.doors, entry)
    before = len(on_demo.account.calls)
    again = repair.undo(on_demo.doors, entry)
    assert again.end is End.REFUSED
    assert "undone already" in again.says.english()
    assert repair.undo_plan(on_demo.doors, entry).reason == again.says
    assert on_demo.calls_since(before) == []


@ASKING
def test_each_call_is_written_down_before_it_is_made(on_demo: Stage, fix: str) -> None:
    inspection, plan = planned(on_demo, fix)
    seen: list[tuple[str, str]] = []

    def heard(call: Call) -> None:
        changes = [change for entry in entries(on_demo) for change in entry.changes]
        states = {change.state for change in changes} & {Happened.BEGUN, Happened.UNDO_BEGUN}
        seen.extend((state, call.name) for state in states)

    on_demo.heard.append(heard)
    outcome = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(outcome, Applied)
    assert outcome.entry is not None
    assert seen == [("begun", change.call.name) for change in plan.changes]
    seen.clear()
    repair.undo(on_demo.doors, outcome.entry)
    undos = [change.undo for change in reversed(plan.changes)]
    assert seen == [("undo-begun", undo.call.name) for undo in undos if undo]


@ALL
def test_in_read_only_mode_nothing_is_called_that_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fix: str
) -> None:
    on_demo = stage(tmp_path, monkeypatch, read_only=True)
    inspection, plan = planned(on_demo, fix)
    before = len(on_demo.account.calls)
    outcome = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.REFUSED
    assert "Read-only mode is on" in outcome.says.english()
    past_the_first_look = replace(on_demo.doors, gate=Gate())
    outcome = repair.apply(past_the_first_look, inspection, plan)
    assert isinstance(outcome, Applied)
    assert outcome.failure is not None
    assert outcome.failure.why is Why.READ_ONLY
    assert on_demo.calls_since(before) == []


READING = {
    "Effect": "Allow",
    "Action": [
        "ec2:Describe*",
        "iam:Get*",
        "iam:List*",
        "iam:Simulate*",
        "ssm:Describe*",
        "ssm:Get*",
        "ssm:ListAssociations",
        "ssm:ListCommandInvocations",
        "sts:Get*",
    ],
    "Resource": "*",
}


@ASKING
def test_the_rights_that_a_plan_names_are_enough(on_demo: Stage, fix: str) -> None:
    inspection, plan = planned(on_demo, fix)
    named = [
        {"Effect": "Allow", "Action": right.action, "Resource": right.resource}
        for right in repair.needed(plan)
    ]
    user = on_demo.account.world["iam"]["users"]["camille"]
    user["Attached"] = []
    user["Inline"] = {"just-enough": {"Version": "2012-10-17", "Statement": [READING, *named]}}
    outcome = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.DONE, outcome.says.english()
    assert outcome.entry is not None
    undone = repair.undo(on_demo.doors, outcome.entry)
    assert undone.end is End.DONE, undone.says.english()


def test_nodes_that_may_not_be_asked_are_not_changed_on_a_guess(on_demo: Stage) -> None:
    inspection, plan = planned(on_demo, ACCOUNT)
    before = state_of(on_demo)
    on_demo.account.deny("ssm:SendCommand")
    moved = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(moved, Moved)
    (answer,) = moved.plans
    assert isinstance(answer, NoPlan)
    assert "ssm:SendCommand" in answer.reason.english()
    assert entries(on_demo) == ()
    assert state_of(on_demo) == before


def test_a_right_that_is_missing_stops_the_plan_where_it_is(on_demo: Stage) -> None:
    inspection, plan = planned(on_demo, PROFILE)
    on_demo.account.deny("iam:AddRoleToInstanceProfile")
    before = state_of(on_demo)
    steps: list[Step] = []
    outcome = repair.apply(on_demo.doors, inspection, plan, steps.append)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.FAILED
    assert outcome.made == (0, 1, 2)
    assert outcome.can_undo
    assert outcome.failure is not None
    assert outcome.failure.right == "iam:AddRoleToInstanceProfile"
    said = outcome.says.english()
    assert "iam:AddRoleToInstanceProfile is missing" in said
    assert "3 of 5 changes were made" in said
    assert steps[-1].state is StepState.FAILED
    (entry,) = entries(on_demo)
    assert entry.state is State.PARTLY
    assert entry.changes[3].code
    assert entry.changes[4].state is Happened.PLANNED
    undone = repair.undo(on_demo.doors, entry.id)
    assert undone.end is End.DONE
    assert undone.undone == (2, 1, 0)
    assert undone.entry.state is State.UNDONE
    assert state_of(on_demo) == before


def test_what_is_there_already_is_used_when_the_plan_is_made_anew(on_demo: Stage) -> None:
    inspection, plan = planned(on_demo, PROFILE)
    on_demo.account.deny("iam:AddRoleToInstanceProfile")
    repair.apply(on_demo.doors, inspection, plan)
    on_demo.account.allow()
    moved = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(moved, Moved)
    (rest,) = moved.plans
    assert isinstance(rest, Plan)
    assert [change.call.operation for change in rest.changes] == [
        "AddRoleToInstanceProfile",
        "AssociateIamInstanceProfile",
    ]
    outcome = repair.apply(on_demo.doors, moved.inspection, rest)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.DONE


def test_an_empty_profile_gets_the_role_that_is_there_from_before(on_demo: Stage) -> None:
    applied(on_demo, PROFILE)
    world = on_demo.account.world
    world["iam"]["profiles"]["shop-profile"]["Roles"] = []
    before = state_of(on_demo)
    node = on_demo.instance("web-02")
    inspection = inspect(on_demo.doors, Choice("demo-admin", None, (node,), local=False))
    (plan,) = repair.plans(inspection, PROFILE, [node])
    assert isinstance(plan, Plan)
    assert [change.call.operation for change in plan.changes] == ["AddRoleToInstanceProfile"]
    outcome = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.DONE, outcome.says.english()
    assert world["iam"]["profiles"]["shop-profile"]["Roles"] == [OWN]
    assert outcome.entry is not None
    assert repair.undo(on_demo.doors, outcome.entry).end is End.DONE
    assert state_of(on_demo) == before


def test_an_account_that_moved_is_left_alone(on_demo: Stage) -> None:
    inspection, plan = planned(on_demo, START)
    instances = on_demo.account.world["regions"]["eu-west-3"]["instances"]
    instances[plan.nodes[0]]["State"] = {"Code": 48, "Name": "terminated"}
    before = len(on_demo.account.calls)
    moved = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(moved, Moved)
    (answer,) = moved.plans
    assert isinstance(answer, NoPlan)
    assert not answer.nothing_to_do
    assert "something is different" in moved.says.english()
    assert on_demo.calls_since(before) == []
    assert entries(on_demo) == ()


def test_a_profile_that_leads_to_another_account_meanwhile_changes_nothing(
    on_demo: Stage,
) -> None:
    inspection, plan = planned(on_demo, POLICY)
    identity = inspection.snapshot.identity
    caller = identity.caller.require()
    other = replace(
        identity, caller=replace(identity.caller, value=replace(caller, account="999988887777"))
    )
    before = replace(inspection, snapshot=replace(inspection.snapshot, identity=other))
    moved = repair.apply(on_demo.doors, before, plan)
    assert isinstance(moved, Moved)
    assert "999988887777" in moved.says.english()
    assert entries(on_demo) == ()


def test_ec2_rehearses_first_and_a_refusal_there_changes_nothing(on_demo: Stage) -> None:
    inspection, plan = planned(on_demo, START)
    on_demo.account.deny("ec2:StartInstances")
    outcome = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.REFUSED
    assert outcome.says.english().startswith("Nothing was changed.")
    assert "ec2:StartInstances is missing" in outcome.says.english()
    assert entries(on_demo) == ()


def test_expired_credentials_are_told(on_demo: Stage) -> None:
    inspection, plan = planned(on_demo, START)
    on_demo.account.expire_credentials()
    outcome = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.REFUSED
    assert "Sign in again" in outcome.says.english()


def test_stopping_takes_effect_between_changes(on_demo: Stage) -> None:
    inspection, plan = planned(on_demo, PROFILE)
    stop = threading.Event()

    def said(step: Step) -> None:
        if step.change == 1 and step.state is StepState.BEGUN:
            stop.set()

    outcome = repair.apply(on_demo.doors, inspection, plan, said, stop)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.CANCELLED
    assert outcome.made == (0, 1)
    assert entries(on_demo)[0].state is State.PARTLY
    assert outcome.entry is not None
    stopped = repair.undo(on_demo.doors, outcome.entry, cancelled=stop)
    assert stopped.end is End.CANCELLED
    assert stopped.undone == ()


def test_what_iam_has_not_told_ec2_yet_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_demo = stage(tmp_path, monkeypatch, pace=0.3)
    steps: list[Step] = []
    outcome = applied(on_demo, PROFILE, steps.append)
    assert outcome.end is End.DONE, outcome.says.english()
    assert StepState.SETTLING in {step.state for step in steps if step.change == 4}


def test_two_windows_never_change_anything_at_once(on_demo: Stage) -> None:
    entry = applied(on_demo, POLICY).entry
    assert entry is not None
    inspection, plan = planned(on_demo, START)
    before = len(on_demo.account.calls)
    with Journal(on_demo.doors.journal).alone():
        outcome = repair.apply(on_demo.doors, inspection, plan)
        undone = repair.undo(on_demo.doors, entry)
    assert isinstance(outcome, Applied)
    assert outcome.end is undone.end is End.REFUSED
    assert "Another window" in outcome.says.english()
    assert on_demo.account.calls[before:] == []


def test_without_a_journal_nothing_is_changed(on_demo: Stage, tmp_path: Path) -> None:
    inspection, plan = planned(on_demo, POLICY)
    (tmp_path / "file").write_text("", "utf-8")
    doors = replace(on_demo.doors, journal=tmp_path / "file" / "journal.jsonl")
    before = len(on_demo.account.calls)
    outcome = repair.apply(doors, inspection, plan)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.REFUSED
    assert "journal cannot be written" in outcome.says.english()
    assert on_demo.calls_since(before) == []
