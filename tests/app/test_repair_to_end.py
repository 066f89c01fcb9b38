"""From the finding to the proof: broken, proposed, applied, verified, undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ssmwizard.app import repair
from ssmwizard.app.gather import Choice
from ssmwizard.app.inspect import Inspection, inspect
from ssmwizard.app.repair import Applied, End, Proof
from ssmwizard.app.verdict import Standing
from ssmwizard.model.plans import Plan, Wait
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
