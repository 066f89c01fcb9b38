"""What else stands on a thing is counted, or it is said why it was not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from ssmwizard.fixes import dependents
from ssmwizard.model.account import AccountFacts, Uses
from ssmwizard.model.facts import NOT_COLLECTED, Unknown, Why
from ssmwizard.model.node import Roster
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import Text
from tests.support.plan_facts import DENIED, SOURCE, arn_of, known, managed, snapshot

WEB, BATCH = (arn_of("aws", f"instance-profile/{name}") for name in ("web", "batch"))
USES = Uses({WEB: 12, BATCH: 3}, {"sg-1": 5}, {"vpc-1": 20})
SILENT = Unknown(Why.TIMED_OUT, "", SOURCE)
Say = Callable[[Snapshot], Text]
OF_INSTANCES: dict[Say, int] = {
    lambda facts: dependents.with_profiles(facts, (WEB, BATCH)): 15,
    lambda facts: dependents.with_group(facts, "sg-1"): 5,
    lambda facts: dependents.with_group(facts, "sg-2"): 0,
    lambda facts: dependents.in_vpc(facts, "vpc-1"): 20,
}


def facts(**account: object) -> Snapshot:
    return snapshot(account=replace(AccountFacts(), **account))


@pytest.mark.parametrize(("say", "count"), OF_INSTANCES.items())
def test_instances_are_counted_or_not(say: Say, count: int) -> None:
    assert f": {count}." in say(facts(uses=known(USES))).english()
    assert "iam:GetRole is missing" in say(facts(uses=DENIED)).english()
    assert "test:Look gave no answer" in say(facts(uses=SILENT)).english()
    assert "only the chosen ones" in say(facts(uses=NOT_COLLECTED)).english()


def test_machines_outside_ec2_are_counted_by_their_role() -> None:
    told = facts(hybrid_roles=known({"hybrid": 4}))
    assert ": 4." in dependents.with_service_role(told, "hybrid").english()
    assert ": 0." in dependents.with_service_role(told, "other").english()
    assert "is missing" in dependents.with_service_role(facts(hybrid_roles=DENIED), "x").english()


def test_managed_nodes_are_counted_where_all_were_listed() -> None:
    nodes = (managed("i-1"), managed("mi-1"))
    whole, some = (known(Roster.of(nodes, whole=one)) for one in (True, False))
    assert ": 2." in dependents.managed_nodes(facts(fleet=whole)).english()
    assert "only the chosen ones" in dependents.managed_nodes(facts(fleet=some)).english()
    assert "is missing" in dependents.managed_nodes(facts(fleet=DENIED)).english()
