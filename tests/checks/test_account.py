from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from support.facts import (
    HYBRID_ID,
    REGIONS,
    Case,
    ask,
    denied,
    ec2,
    fact,
    fails,
    holds,
    hybrid,
    known,
    node,
    ok,
    setting,
    skips,
    snapshot,
    unseen,
    unsure,
    warns,
)

from ssmwizard.checks.every import by_id
from ssmwizard.model.account import AccountFacts
from ssmwizard.model.facts import Unknown, Why
from ssmwizard.model.findings import Grade, Status
from ssmwizard.model.node import Kind
from ssmwizard.model.snapshot import Snapshot

CHECK = by_id("account.instance-tier")
FIX = ("account.enable-advanced-tier",)
LAST_DAY = datetime(2026, 6, 29, 23, 59, tzinfo=UTC)
FIRST_DAY = datetime(2026, 6, 30, tzinfo=UTC)
DEMANDS = "Enable advanced-instances tier to use Session Manager with your on-premises instances"
OFFLINE = "i-1 is not connected."


def tier(value: Any, *nodes: Any, refusal: Any = None, **more: Any) -> Snapshot:
    """A hybrid node in an account with a tier: a value, a fact, or a whole setting."""
    told = setting(value) if isinstance(value, str) else fact(value)
    chosen = node(HYBRID_ID, **({"refusal": refusal} if refusal is not None else {}))
    return snapshot(
        *(nodes or (chosen,)), account=AccountFacts(tier=told, hybrid_nodes=known(3)), **more
    )


TABLE = {
    "advanced": ok(tier("advanced")),
    "advanced-before": ok(tier("advanced", now=LAST_DAY)),
    "gone": ok(tier(None)),
    "gone-elsewhere": ok(tier(None, partition="aws-cn")),
    "standard-while-required": fails(
        tier("standard", now=LAST_DAY), "standard", grade=Grade.INFERRED, fixes=FIX, cause="tier"
    ),
    "standard-from-the-day-on": warns(
        tier("standard", now=FIRST_DAY), "standard", "2026-06-30", fixes=FIX
    ),
    "standard-today": warns(tier("standard"), "standard", "2026-06-30", fixes=FIX),
    "refused-by-the-service": fails(
        tier("standard", refusal=DEMANDS), "Region", fixes=FIX, cause="tier"
    ),
    "refused-though-the-setting-may-not-be-read": fails(
        tier(denied("ssm:GetServiceSetting"), refusal=DEMANDS), fixes=FIX, cause="tier"
    ),
    "refused-though-advanced": fails(tier("advanced", refusal=DEMANDS), cause="tier"),
    "refused-for-another-reason": warns(tier("standard", refusal=OFFLINE), fixes=FIX),
    "granted": warns(tier("standard", refusal=known(None)), fixes=FIX),
    "changing-to-advanced": warns(tier(setting("advanced", "PendingUpdate")), "advanced"),
    "changing-to-standard": warns(tier(setting("standard", "PendingUpdate")), "standard"),
    "no-hybrid-node": skips(tier("standard", ec2())),
    "no-hybrid-node-among-those-that-could-be-listed": unsure(
        replace(tier("standard", ec2()), unlisted=(denied("ssm:DescribeInstanceInformation"),)),
        right="ssm:DescribeInstanceInformation",
    ),
    "instances-could-not-be-listed": skips(
        replace(tier("standard", ec2()), unlisted=(denied("ec2:DescribeInstances"),))
    ),
    "one-hybrid-among-others": warns(tier("standard", ec2(), hybrid()), fixes=FIX),
    "denied": unsure(tier(denied("ssm:GetServiceSetting")), right="ssm:GetServiceSetting"),
    "throttled": unsure(
        tier(unseen(Why.THROTTLED, call="ssm:GetServiceSetting")), "ssm:GetServiceSetting"
    ),
    "not-asked": unsure(tier(Unknown(Why.NOT_COLLECTED))),
}


@pytest.mark.parametrize("case", TABLE.values(), ids=list(TABLE))
def test_account_instance_tier(case: Case) -> None:
    holds(CHECK, case)


@pytest.mark.parametrize("partition", [name for name in REGIONS if name != "aws"])
@pytest.mark.parametrize("day", [LAST_DAY, FIRST_DAY])
def test_elsewhere_it_is_not_confirmed_whatever_the_day(partition: str, day: datetime) -> None:
    outcome = ask(CHECK, tier("standard", partition=partition, now=day))
    assert outcome.status is Status.WARNING
    assert outcome.fixes == FIX
    assert partition in outcome.text.english()
    refused = ask(CHECK, tier("standard", partition=partition, now=day, refusal=DEMANDS))
    assert refused.status is Status.FAILED


def test_a_partition_that_is_not_known_is_no_failure() -> None:
    facts = tier("standard")
    outcome = ask(CHECK, snapshot(*facts.nodes, account=facts.account, partition="aws-new"))
    assert outcome.status is Status.WARNING


def test_it_concerns_hybrid_nodes_alone() -> None:
    assert CHECK.kinds == (Kind.HYBRID,)


def test_what_the_service_said_is_the_evidence() -> None:
    outcome = ask(CHECK, tier("standard", refusal=DEMANDS))
    assert DEMANDS in {evidence.value for evidence in outcome.evidence}
