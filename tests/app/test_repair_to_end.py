"""From the finding to the proof: broken, proposed, applied, verified, undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ssmwizard.app import repair
from ssmwizard.app.choice import Choice
from ssmwizard.app.inspect import Inspection, inspect
from ssmwizard.app.repair import Applied, End, Proof
from ssmwizard.app.verdict import Standing
from ssmwizard.demo.scenarios.machines import MachineBuilder
from ssmwizard.demo.scenarios.session_resources import preferences
from ssmwizard.model.plans import Holds, NoPlan, Plan, Wait
from tests.support.on_demo import Stage, stage

TIER = "account.enable-advanced-tier"


@pytest.fixture
def on_demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    return stage(tmp_path, monkeypatch)


def looked(on_demo: Stage, *nodes: str) -> Inspection:
    return inspect(on_demo.doors, Choice("demo-admin", None, nodes, local=False))


def applied(on_demo: Stage, inspection: Inspection, fix: str) -> tuple[Plan, Applied]:
    (plan,) = [one for one in repair.proposals(inspection) if one.fix == fix]
    assert isinstance(plan, Plan), plan
    outcome = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.DONE, outcome.says.english()
    return replace(plan, wait=Wait(plan.wait.says, every=1, at_most=20)), outcome


@pytest.mark.parametrize(
    ("name", "fix", "before", "after"),
    [
        ("web-02", "role.attach-managed-policy", Standing.BLOCKED, Standing.READY),
        ("web-03", "role.attach-instance-profile", Standing.BLOCKED, Standing.READY),
        ("batch-01", "role.repair-trust", Standing.BLOCKED, Standing.READY),
        ("web-04", "node.start", Standing.BLOCKED, Standing.READY),
        ("jenkins-old", "agent.update", Standing.BLOCKED, Standing.READY),
        ("vault-01", "imds.enable", Standing.BLOCKED, Standing.READY),
        ("erp-01", "network.allow-endpoint-ingress", Standing.BLOCKED, Standing.READY),
        ("db-02", "network.allow-node-egress", Standing.BLOCKED, Standing.READY),
        ("db-01", "network.enable-dns", Standing.BLOCKED, Standing.READY),
        ("lab-01", "network.enable-private-dns", Standing.BLOCKED, Standing.READY),
        ("cache-01", "network.create-endpoints", Standing.BLOCKED, Standing.READY),
    ],
)
def test_a_broken_node_is_healed_proved_and_put_back(
    on_demo: Stage, name: str, fix: str, before: Standing, after: Standing
) -> None:
    node = on_demo.instance(name)
    inspection = looked(on_demo, node)
    assert inspection.verdicts[0].standing is before
    plan, outcome = applied(on_demo, inspection, fix)
    proof = repair.verify(on_demo.doors, inspection.choice, plan)
    assert proof.proof is Proof.VERIFIED, proof.says.english()
    assert proof.inspection is not None
    assert proof.inspection.verdicts[0].standing is after
    assert outcome.entry is not None
    assert repair.undo(on_demo.doors, outcome.entry).end is End.DONE
    assert looked(on_demo, node).verdicts[0].standing is before


def test_the_tier_is_switched_for_all_hybrid_nodes(on_demo: Stage) -> None:
    nodes = on_demo.account.world["regions"]["eu-west-3"]["nodes"].values()
    hybrid = sorted(node["InstanceId"] for node in nodes if node["Kind"] == "hybrid")
    inspection = looked(on_demo, *hybrid)
    plan, outcome = applied(on_demo, inspection, TIER)
    assert repair.verify(on_demo.doors, inspection.choice, plan).proof is Proof.VERIFIED
    assert outcome.entry is not None
    assert repair.undo(on_demo.doors, outcome.entry).end is End.DONE
    again = looked(on_demo, *hybrid)
    assert TIER in {plan.fix for plan in repair.proposals(again)}


def test_a_cause_that_many_share_is_healed_once_for_all(on_demo: Stage) -> None:
    nodes = [on_demo.instance("git-01"), on_demo.instance("wiki-01")]
    inspection = looked(on_demo, *nodes)
    plan, _ = applied(on_demo, inspection, "agent.update")
    assert sorted(plan.nodes) == sorted(nodes)
    assert repair.verify(on_demo.doors, inspection.choice, plan).proof is Proof.VERIFIED


def test_what_does_not_open_a_session_is_not_called_healed(on_demo: Stage) -> None:
    """The policy is attached and its own check passes, but the way is barred elsewhere too."""
    node = on_demo.instance("web-02")
    instance = on_demo.account.world["regions"]["eu-west-3"]["instances"][node]
    instance["MetadataOptions"]["HttpEndpoint"] = "disabled"
    inspection = looked(on_demo, node)
    plan, _ = applied(on_demo, inspection, "role.attach-managed-policy")
    proof = repair.verify(on_demo.doors, inspection.choice, plan)
    assert proof.proof is Proof.BLOCKED, proof.says.english()
    assert "imds.enabled" in {finding.check for finding in proof.others}


def test_every_plan_that_is_proposed_for_the_whole_fleet_can_be_applied(on_demo: Stage) -> None:
    choice = Choice("demo-admin", None, every_node=True, local=False)
    inspection = inspect(on_demo.doors, choice)
    plans = [one for one in repair.proposals(inspection) if isinstance(one, Plan)]
    assert {plan.fix for plan in plans} >= {
        "role.attach-managed-policy",
        "role.attach-instance-profile",
        "role.repair-trust",
        "node.start",
        "agent.update",
        TIER,
    }
    entries = []
    for plan in plans:
        if plan.fix == "account.enable-default-host-management":
            # The other way to heal an instance that a plan before has given a role of its own.
            continue
        fresh = inspect(on_demo.doors, choice)
        (now,) = [
            one
            for one in repair.plans(fresh, plan.fix, plan.nodes)
            if isinstance(one, Plan) and one.nodes == plan.nodes
        ]
        outcome = repair.apply(on_demo.doors, fresh, now)
        assert isinstance(outcome, Applied)
        assert outcome.end is End.DONE, outcome.says.english()
        entries.append(outcome.entry)
    for entry in reversed(entries):
        assert entry is not None
        undone = repair.undo(on_demo.doors, entry)
        assert undone.end is End.DONE, undone.says.english()


RESTART = "node.restart-agent"


@pytest.mark.parametrize("name", ["web-01", "compta-01", "mac-build-01", "srv-lyon-01"])
def test_an_agent_that_lost_its_channel_is_restarted_for_good(on_demo: Stage, name: str) -> None:
    nodes = on_demo.account.world["regions"]["eu-west-3"]["nodes"]
    (node,) = [one for one in nodes if nodes[one]["Name"] == name]
    nodes[node]["Stuck"] = True
    inspection = looked(on_demo, node)
    assert inspection.verdicts[0].root_causes == ("node.connected",)
    plan, outcome = applied(on_demo, inspection, RESTART)
    assert not outcome.can_undo
    proof = repair.verify(on_demo.doors, inspection.choice, plan)
    assert proof.proof is Proof.VERIFIED, proof.says.english()
    assert outcome.entry is not None
    before = len(on_demo.account.calls)
    undone = repair.undo(on_demo.doors, outcome.entry)
    assert undone.end is End.REFUSED
    assert "cannot be taken back" in undone.says.english()
    assert on_demo.calls_since(before) == []
    again = looked(on_demo, node)
    assert all(one.nothing_to_do for one in repair.plans(again, RESTART, [node]))  # type: ignore[union-attr]


def test_a_restart_is_offered_for_no_agent_whose_trouble_is_elsewhere(on_demo: Stage) -> None:
    """The channel of this one is barred by its role: a restart brings nothing."""
    nodes = on_demo.account.world["regions"]["eu-west-3"]["nodes"].values()
    (node,) = [one["InstanceId"] for one in nodes if one["Name"] == "srv-nantes-01"]
    inspection = looked(on_demo, node)
    assert RESTART not in {plan.fix for plan in repair.proposals(inspection)}
    (plan,) = repair.plans(inspection, RESTART, [node])
    assert isinstance(plan, Plan)
    outcome = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(outcome, Applied)
    short = replace(plan, wait=Wait(plan.wait.says, every=1, at_most=1))
    proof = repair.verify(on_demo.doors, inspection.choice, short)
    assert proof.proof is Proof.BLOCKED


@pytest.mark.parametrize("denied", [False, True])
def test_the_rights_of_a_restart_are_told_and_needed(on_demo: Stage, denied: bool) -> None:
    node = on_demo.instance("web-01")
    on_demo.account.world["regions"]["eu-west-3"]["nodes"][node]["Stuck"] = True
    inspection = looked(on_demo, node)
    (plan,) = repair.plans(inspection, RESTART, [node])
    assert isinstance(plan, Plan)
    if denied:
        on_demo.account.deny("ssm:SendCommand")
    held = repair.rights(on_demo.doors, inspection.choice, plan)
    told = {held[right] for change in plan.changes for right in change.rights}
    assert told == {Holds.LACK if denied else Holds.HAVE}
    watching = {right.action for right in held} - {"ssm:SendCommand"}
    assert watching == {"ssm:ListCommandInvocations", "ssm:ListCommands", "ssm:CancelCommand"}
    outcome = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(outcome, Applied)
    assert outcome.end is (End.FAILED if denied else End.DONE)


def test_of_restarts_that_stopped_half_way_it_is_said_that_they_stand(on_demo: Stage) -> None:
    stuck = [on_demo.instance(name) for name in ("web-01", "compta-01")]
    nodes = on_demo.account.world["regions"]["eu-west-3"]["nodes"]
    for node in stuck:
        nodes[node]["Stuck"] = True
    inspection = looked(on_demo, *stuck)
    (plan,) = repair.plans(inspection, RESTART, stuck)
    assert isinstance(plan, Plan)
    user = on_demo.account.world["iam"]["users"]["camille"]
    first = [
        {"Effect": "Allow", "Action": right.action, "Resource": right.resource}
        for right in plan.changes[0].rights
    ]
    others = {"Effect": "Allow", "NotAction": "ssm:SendCommand", "Resource": "*"}
    user["Attached"] = []
    user["Inline"] = {"half": {"Version": "2012-10-17", "Statement": [others, *first]}}
    outcome = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(outcome, Applied)
    assert (outcome.end, outcome.made, outcome.can_undo) == (End.FAILED, (0,), False)
    assert "cannot be taken back" in outcome.says.english()


ACCOUNT = "os.create-ssm-user"


def test_the_user_of_run_as_is_made_proved_and_removed(on_demo: Stage) -> None:
    preferences(
        MachineBuilder(on_demo.account.world, "eu-west-3"),
        runAsEnabled=True,
        runAsDefaultUser="deploy",
    )
    nodes = [on_demo.instance(name) for name in ("web-01", "wiki-01")]
    choice = Choice("demo-admin", None, tuple(nodes), local=False)
    blind = inspect(on_demo.doors, choice)
    assert all("--ask-nodes" in str(one) for one in repair.plans(blind, ACCOUNT, nodes))
    inspection = inspect(on_demo.doors, replace(choice, ask_nodes=True))
    plan, outcome = applied(on_demo, inspection, ACCOUNT)
    assert sorted(plan.nodes) == sorted(nodes)
    proof = repair.verify(on_demo.doors, choice, plan)
    assert proof.proof is Proof.VERIFIED, proof.says.english()
    region = on_demo.account.world["regions"]["eu-west-3"]["nodes"]
    assert [region[node]["Users"] for node in nodes] == [["root", "deploy"]] * 2
    again = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(again, repair.Moved)
    assert "nothing left to do" in again.says.english()
    assert outcome.entry is not None
    assert repair.undo(on_demo.doors, outcome.entry).end is End.DONE
    assert (
        repair.verify(on_demo.doors, choice, replace(plan, wait=Wait(plan.wait.says, 1, 1))).proof
        is not Proof.VERIFIED
    )
    region = on_demo.account.world["regions"]["eu-west-3"]["nodes"]
    assert [region[node]["Users"] for node in nodes] == [["root"]] * 2


def test_a_user_that_somebody_else_made_meanwhile_is_not_removed(on_demo: Stage) -> None:
    preferences(
        MachineBuilder(on_demo.account.world, "eu-west-3"),
        runAsEnabled=True,
        runAsDefaultUser="deploy",
    )
    node = on_demo.instance("web-01")
    choice = Choice("demo-admin", None, (node,), local=False, ask_nodes=True)
    _, outcome = applied(on_demo, inspect(on_demo.doors, choice), ACCOUNT)
    on_demo.account.world["regions"]["eu-west-3"]["nodes"][node]["Remarks"] = {"deploy": "Deploy"}
    assert outcome.entry is not None
    repair.undo(on_demo.doors, outcome.entry)
    on_demo.instance("web-01")
    there = on_demo.account.world["regions"]["eu-west-3"]["nodes"][node]["Users"]
    assert there == ["root", "deploy"]


def test_no_account_of_a_domain_is_made(on_demo: Stage) -> None:
    node = on_demo.instance("compta-01")
    choice = Choice("demo-admin", None, (node,), local=False, ask_nodes=True)
    inspection = inspect(on_demo.doors, choice)
    (answer,) = [one for one in repair.proposals(inspection) if one.fix == ACCOUNT]
    assert isinstance(answer, NoPlan)
    assert "Domain Admins" in answer.reason.english()
