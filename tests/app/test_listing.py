import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from support.on_demo import Stage, stage

from ssmwizard.app.listing import Listing, Reach, Row, list_nodes
from ssmwizard.app.progress import Progress
from ssmwizard.model.facts import Why
from ssmwizard.model.node import Kind
from ssmwizard.outside import aws

Open = Callable[..., Stage]
LISTS = ("ec2:DescribeInstances", "ssm:DescribeInstanceInformation")
# The way back from the second, and its own.
OTHER = "ssm:DescribeInstanceProperties"


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is broken on purpose is not tried again and again."""
    monkeypatch.setattr(aws, "ATTEMPTS", 1)


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    return lambda **more: stage(tmp_path, monkeypatch, **more)


def listed(on: Stage, region: str | None = None) -> Listing:
    return list_nodes(on.doors, "demo-admin", region)


def row(listing: Listing, name: str) -> Row:
    (found,) = [row for row in listing.rows if row.name.startswith(name)]
    return found


def test_every_node_of_the_region_is_there_whatever_its_state(opened: Open) -> None:
    on = opened()
    listing = listed(on)
    world = on.account.world
    region = world["regions"][world["main_region"]]
    assert {row.id for row in listing.rows} == set(region["nodes"])
    assert listing.missing == ()
    assert listing.region == world["main_region"]


REACH = {
    "db-02": Reach.LOST,
    "srv-lyon-02": Reach.LOST,
    "web-02": Reach.UNMANAGED,
    "vault-01": Reach.UNMANAGED,
    "web-04": Reach.STOPPED,
    "web-01": Reach.ONLINE,
    "jenkins-old": Reach.ONLINE,
    "srv-lyon-01": Reach.ONLINE,
}


@pytest.mark.parametrize(("name", "reach"), REACH.items())
def test_a_list_tells_who_can_be_reached(opened: Open, name: str, reach: Reach) -> None:
    assert row(listed(opened()), name).reach is reach


def test_those_that_cannot_be_reached_stand_first_and_then_by_name(opened: Open) -> None:
    rows = listed(opened()).rows
    order = [(row.reach, row.name.lower(), row.id) for row in rows]
    assert order == sorted(order)
    assert rows[0].reach is Reach.LOST
    assert rows[-1].reach is Reach.ONLINE


def test_a_row_tells_what_one_looks_for(opened: Open) -> None:
    listing = listed(opened())
    web, hybrid = row(listing, "web-03"), row(listing, "srv-lyon-01")
    assert (web.kind, hybrid.kind) == (Kind.EC2, Kind.HYBRID)
    assert (web.state, hybrid.state) == ("running", "")
    assert hybrid.ping == "Online"
    assert hybrid.address == "192.168.10.11"
    assert ("Env", "production") in web.tags
    for needle in (web.id, "web-03", web.address, "env=production", "203.0.113."):
        assert needle in web.search, needle
    for needle in ("192.168.10.11", "debian", "srv-lyon-01.atelier.example"):
        assert needle in hybrid.search, needle
    assert web.search == web.search.lower()


def test_a_managed_node_has_its_agent_and_system(opened: Open) -> None:
    old = row(listed(opened()), "jenkins-old")
    assert old.agent == "2.3.50.0"
    assert "Amazon Linux" in old.system
    assert old.last_ping is not None


def test_another_region_has_its_own_nodes(opened: Open) -> None:
    listing = listed(opened(), "eu-central-1")
    assert {row.name for row in listing.rows} == {"web-de-01", "kiosk-de-01"}
    assert listing.region == "eu-central-1"


def test_a_region_without_nodes_is_an_empty_list(opened: Open) -> None:
    listing = listed(opened(), "eu-west-1")
    assert (listing.rows, listing.missing) == ((), ())


@pytest.mark.parametrize("denied", LISTS)
def test_one_list_may_be_missing_and_is_said_to_be(opened: Open, denied: str) -> None:
    on = opened()
    on.account.deny(denied, OTHER)
    listing = listed(on)
    assert [fact.right for fact in listing.missing] == [denied]
    assert listing.rows
    if denied == LISTS[1]:
        assert {row.reach for row in listing.rows} == {Reach.UNKNOWN, Reach.STOPPED}
    else:
        assert {row.state for row in listing.rows} == {""}


def test_managed_nodes_are_listed_by_either_call(opened: Open) -> None:
    """Users of sessions often have the right to one of them only."""
    whole = listed(opened())
    for denied in (LISTS[1], OTHER):
        on = opened()
        on.account.deny(denied)
        listing = listed(on)
        assert listing.missing == ()
        assert [row.id for row in listing.rows] == [row.id for row in whole.rows]
        assert [row.reach for row in listing.rows] == [row.reach for row in whole.rows]


def test_both_lists_may_be_missing(opened: Open) -> None:
    on = opened()
    on.account.deny(*LISTS, OTHER)
    listing = listed(on)
    assert listing.rows == ()
    assert {fact.right for fact in listing.missing} == set(LISTS)


def test_hybrid_nodes_carry_their_tags_too(opened: Open) -> None:
    listing = listed(opened())
    nantes = row(listing, "srv-nantes-01")
    assert ("Site", "Nantes") in nantes.tags
    assert "site=nantes" in nantes.search
    assert listing.untagged is None


def test_tags_that_may_not_be_read_are_said_to_be_missing_and_no_node_is(opened: Open) -> None:
    on = opened()
    on.account.deny("tag:GetResources")
    listing = listed(on)
    assert listing.missing == ()
    assert listing.untagged is not None
    assert listing.untagged.right == "tag:GetResources"
    assert row(listing, "srv-nantes-01").tags == ()


def test_where_no_node_is_outside_ec2_nobody_misses_tags(opened: Open) -> None:
    on = opened(scenario="healthy")
    on.account.deny("tag:GetResources")
    region = on.account.world["regions"]["eu-west-3"]
    for node_id in [one for one in region["nodes"] if one.startswith("mi-")]:
        del region["nodes"][node_id]
    assert listed(on).untagged is None


TROUBLE: dict[str, tuple[Callable[[Stage], None], Why]] = {
    "expired": (lambda on: on.account.expire_credentials(), Why.CREDENTIALS),
    "not-json": (lambda on: on.account.break_answer("*", "not-json"), Why.FAILED),
    "reset": (lambda on: on.account.break_answer("*", "reset"), Why.UNREACHABLE),
    "hang": (lambda on: on.account.break_answer("*", "hang", seconds=0.05), Why.TIMED_OUT),
    "error": (lambda on: on.account.break_answer("*", "http-500"), Why.FAILED),
    "throttled": (lambda on: on.account.throttle("*", 100), Why.THROTTLED),
}


@pytest.mark.parametrize(("trouble", "why"), TROUBLE.values(), ids=list(TROUBLE))
def test_no_list_at_all_is_an_answer(
    opened: Open, trouble: Callable[[Stage], None], why: Why
) -> None:
    on = opened()
    trouble(on)
    listing = listed(on)
    assert listing.rows == ()
    assert [fact.why for fact in listing.missing] == [why, why], listing.missing


def test_a_profile_that_does_not_exist_is_an_answer(opened: Open) -> None:
    listing = list_nodes(opened().doors, "nobody", "eu-west-3")
    assert {fact.why for fact in listing.missing} == {Why.CONFIGURATION}


def test_cancelling_leaves_what_was_not_listed_missing(opened: Open) -> None:
    on = opened()
    stop = threading.Event()
    stop.set()
    listing = list_nodes(on.doors, "demo-admin", None, cancelled=stop)
    assert {fact.why for fact in listing.missing} == {Why.CANCELLED}
    assert on.account.calls == []


def test_progress_counts_the_nodes(opened: Open) -> None:
    on = opened(scenario="large-100")
    told: list[Progress] = []
    listing = list_nodes(on.doors, "demo-admin", None, progress=told.append)
    assert len(listing.rows) == 100
    assert told[-1].done == max(one.done for one in told) == 190
    assert "190" in told[-1].says.english()
