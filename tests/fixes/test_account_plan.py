"""The instance tier: planned by evidence, with its price and its way back."""

from __future__ import annotations

import pytest

from ssmwizard.fixes.account import FIX
from ssmwizard.model.account import AccountFacts
from ssmwizard.model.facts import Fact
from ssmwizard.model.plans import NoPlan, Plan, Risk
from tests.support.plan_facts import DENIED, ec2, hybrid, known, snapshot, tier


def one(
    setting: Fact[object], hybrid_nodes: Fact[int] | None = None, partition: str = "aws"
) -> Plan | NoPlan:
    account = AccountFacts(setting, known(None), hybrid_nodes or known(1000))
    facts = snapshot(hybrid("mi-1"), hybrid("mi-2"), account=account, partition=partition)
    (answer,) = FIX.plan(facts, facts.nodes)
    return answer


@pytest.mark.parametrize(
    ("setting", "nothing_to_do", "says"),
    [
        (known(tier("advanced", "Customized")), True, "on already"),
        (known(tier("advanced", "PendingUpdate")), True, "on already"),
        (known(None), True, "no instance tier"),
        (known(tier("standard", "PendingUpdate")), False, "changing the tier right now"),
        (DENIED, False, "iam:GetRole"),
    ],
)
def test_no_plan(setting: Fact[object], nothing_to_do: bool, says: str) -> None:
    answer = one(setting)
    assert isinstance(answer, NoPlan)
    assert answer.nothing_to_do is nothing_to_do
    assert says in answer.reason.english()
    assert answer.nodes == ("mi-1", "mi-2")


def test_how_many_nodes_are_touched_must_be_known() -> None:
    assert isinstance(one(known(tier()), DENIED), NoPlan)


def test_ec2_instances_have_no_tier() -> None:
    facts = snapshot(ec2("i-1"), hybrid("mi-1"))
    planned, not_for_it = FIX.plan(facts, facts.nodes)
    assert planned.nodes == ("mi-1",)
    assert isinstance(not_for_it, NoPlan)
    assert not_for_it.nothing_to_do


def test_the_plan_tells_what_it_touches_what_it_costs_and_asks_for_the_account() -> None:
    plan = one(known(tier()))
    assert isinstance(plan, Plan)
    assert plan.risk is Risk.ACCOUNT_WIDE
    assert plan.confirm_account
    assert "(1000)" in plan.affects[0].english()
    cost = plan.cost.english()
    for part in ("Not certain", "0.00695", "5,073.50", "2026-06-30", "2026-11-24"):
        assert part in cost
    assert "at most 1000 hybrid nodes" in str(plan.undoing)
    (change,) = plan.changes
    assert change.call.parameters == {"SettingId": tier().arn, "SettingValue": "advanced"}
    assert change.undo is not None
    assert change.undo.expects is not None
    assert change.undo.expects.value == "advanced"


@pytest.mark.parametrize(
    ("status", "operation"),
    [("Default", "ResetServiceSetting"), ("Customized", "UpdateServiceSetting")],
)
def test_undoing_brings_back_the_value_and_where_it_came_from(status: str, operation: str) -> None:
    plan = one(known(tier("standard", status)))
    assert isinstance(plan, Plan)
    undo = plan.changes[0].undo
    assert undo is not None
    assert undo.call.operation == operation
    assert undo.call.parameters.get("SettingValue", "standard") == "standard"


@pytest.mark.parametrize(
    ("partition", "warned", "cost"),
    [
        ("aws", True, "Not certain"),
        ("aws-cn", False, "Not known"),
        ("aws-us-gov", False, "Not known"),
    ],
)
def test_whether_the_tier_is_still_needed_goes_by_the_partition(
    partition: str, warned: bool, cost: str
) -> None:
    plan = one(known(tier(partition=partition)), partition=partition)
    assert isinstance(plan, Plan)
    assert bool(plan.warnings) is warned
    assert plan.cost.english().startswith(cost)
