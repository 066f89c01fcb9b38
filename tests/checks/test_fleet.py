import pytest
from support.facts import (
    EC2_ID,
    Case,
    denied,
    fleet,
    holds,
    managed,
    node,
    ok,
    skips,
    snapshot,
    unsure,
    warns,
)

from ssmwizard import resources
from ssmwizard.checks.every import by_id
from ssmwizard.checks.fleet import over
from ssmwizard.model.account import AccountFacts
from ssmwizard.model.facts import NOT_COLLECTED, Fact
from ssmwizard.model.findings import Grade
from ssmwizard.model.node import Roster
from ssmwizard.model.snapshot import Snapshot

LIST = "ssm:DescribeInstanceInformation"
MOST = int(resources.requirements().number("fleet.quota"))


def region(listed: Fact[Roster]) -> Snapshot:
    return snapshot(node(), account=AccountFacts(fleet=listed))


def many(count: int, lost: int = 0, *, whole: bool = True) -> Snapshot:
    nodes = (
        managed(f"mi-{number}", ping="ConnectionLost" if number < lost else "Online")
        for number in range(count)
    )
    return region(fleet(*nodes, whole=whole))


TABLE = {
    "one": ok(many(1), "1", str(MOST)),
    "none": ok(many(0)),
    "as-many-as-may-be": ok(many(MOST)),
    "one-too-many": warns(many(MOST + 1), str(MOST + 1), grade=Grade.INFERRED),
    "too-many-and-a-wave-of-lost-ones": warns(many(MOST + 5, 900), "900", grade=Grade.INFERRED),
    "only-some-were-listed": skips(many(MOST + 1, whole=False)),
    "not-listed": skips(region(NOT_COLLECTED)),
    "denied": unsure(region(denied(LIST)), right=LIST),
}


@pytest.mark.parametrize("case", TABLE.values(), ids=list(TABLE))
def test_account_fleet_quota(case: Case) -> None:
    holds(by_id("account.fleet-quota"), case)


@pytest.mark.parametrize("name", TABLE)
def test_only_a_count_says_that_there_are_too_many(name: str) -> None:
    assert over(TABLE[name].of) is ("too-many" in name)
    assert TABLE[name].of.nodes[0].id == EC2_ID
