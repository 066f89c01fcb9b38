from datetime import timedelta

import pytest
from support.facts import (
    ACCOUNT,
    EC2_ID,
    HYBRID_ID,
    NOW,
    Case,
    ask,
    denied,
    ec2,
    fails,
    fleet,
    holds,
    hybrid,
    identity,
    instance,
    known,
    managed,
    node,
    ok,
    shown,
    skips,
    snapshot,
    unseen,
    unsure,
    warns,
)

from ssmwizard.checks.every import by_id
from ssmwizard.model.account import AccountFacts
from ssmwizard.model.facts import NOT_COLLECTED, Source, Why
from ssmwizard.model.findings import Grade
from ssmwizard.model.node import Elsewhere, InstanceStatus, ManagedNode, NodeFacts, Sighting
from ssmwizard.model.snapshot import Snapshot

LIST = "ssm:DescribeInstanceInformation"
INSTANCES = "ec2:DescribeInstances"
STATUS = "ssm:GetConnectionStatus"
AWAY = {"managed": None, "connection": NOT_COLLECTED}

SEEN = Sighting("us-east-1", "running", Source(INSTANCES, NOW))
BLIND = (("ap-south-1", denied(INSTANCES)), ("eu-west-1", denied(INSTANCES)))

EXISTS = {
    "instance": ok(snapshot(node(**AWAY))),
    "managed-though-not-an-instance": ok(snapshot(node(instance=None))),
    "hybrid": ok(snapshot(hybrid())),
    "seen-in-one-list-though-the-other-was-denied": ok(snapshot(node(instance=denied(INSTANCES)))),
    "nowhere": fails(
        snapshot(node(instance=None, **AWAY)), EC2_ID, ACCOUNT, "eu-west-3", cause=f"id:{EC2_ID}"
    ),
    "nowhere-in-china": fails(
        snapshot(node(instance=None, **AWAY), partition="aws-cn"), "cn-north-1"
    ),
    "nowhere-for-a-caller-unknown": fails(
        snapshot(node(instance=None, **AWAY), identity=identity(caller=denied("sts:X"))), EC2_ID
    ),
    "hybrid-nowhere": fails(
        snapshot(node(HYBRID_ID, **AWAY)), HYBRID_ID, "another id", fixes=("node.new-activation",)
    ),
    "in-another-region": fails(
        snapshot(node(instance=None, elsewhere=Elsewhere((SEEN,), ("us-east-1",)), **AWAY)),
        "us-east-1",
        cause=f"id:{EC2_ID}",
    ),
    "in-no-other-region": fails(
        snapshot(node(instance=None, elsewhere=Elsewhere((), ("us-east-1",)), **AWAY)), "1 others"
    ),
    "in-no-other-region-as-far-as-was-seen": fails(
        snapshot(node(instance=None, elsewhere=Elsewhere((), ("us-east-1",), BLIND), **AWAY)),
        "2 more",
    ),
    "the-other-regions-denied": fails(
        snapshot(node(instance=None, elsewhere=Elsewhere((), (), BLIND), **AWAY)), "none of the 2"
    ),
    "the-names-of-the-regions-denied": fails(
        snapshot(node(instance=None, elsewhere=denied("ec2:DescribeRegions"), **AWAY)), EC2_ID
    ),
    "instances-denied": unsure(snapshot(node(instance=denied(INSTANCES), **AWAY)), right=INSTANCES),
    "managed-denied": unsure(
        snapshot(node(instance=None, managed=denied(LIST), connection=NOT_COLLECTED)), right=LIST
    ),
    "hybrid-denied": unsure(
        snapshot(node(HYBRID_ID, managed=denied(LIST), connection=NOT_COLLECTED)), right=LIST
    ),
}

RUNNING = {
    "running": ok(snapshot(node())),
    "status-checks-denied": ok(snapshot(node(status=denied("ec2:DescribeInstanceStatus")))),
    "status-checks-not-there": ok(snapshot(node(status=None))),
    "initializing": ok(snapshot(node(status=InstanceStatus("initializing", "ok")))),
    "no-data": ok(snapshot(node(status=InstanceStatus("insufficient-data", "ok")))),
    "stopped": fails(
        snapshot(ec2(state="stopped")), "stopped", fixes=("node.start",), cause="stopped"
    ),
    "stopping": fails(snapshot(ec2(state="stopping")), "stopping"),
    "shutting-down": fails(snapshot(ec2(state="shutting-down")), "shutting-down"),
    "terminated": fails(snapshot(ec2(state="terminated")), "terminated"),
    "pending": unsure(snapshot(ec2(state="pending"))),
    "instance-impaired": fails(
        snapshot(
            node(status=InstanceStatus("impaired", "ok"), connection="notconnected"),
        ),
        grade=Grade.INFERRED,
    ),
    "system-impaired": fails(
        snapshot(node(status=InstanceStatus("ok", "impaired"), connection="notconnected")),
        grade=Grade.INFERRED,
    ),
    "volumes-impaired": fails(
        snapshot(node(status=InstanceStatus("ok", "ok", "impaired"), connection="notconnected")),
        grade=Grade.INFERRED,
    ),
    "volumes-well": ok(snapshot(node(status=InstanceStatus("ok", "ok", "ok")))),
    "a-state-nobody-knows": unsure(snapshot(ec2(state="hovering")), "hovering"),
    "no-state": unsure(snapshot(ec2(state=""))),
    "impaired-though-connected": warns(snapshot(node(status=InstanceStatus("impaired", "ok")))),
    "denied": unsure(snapshot(node(instance=denied(INSTANCES))), right=INSTANCES),
    "not-an-instance": skips(snapshot(node(instance=None))),
    "hybrid": skips(snapshot(hybrid())),
}

INSTANCE_HOST = "ip-10-0-0-1.eu-west-3.compute.internal"


def beside(subject: NodeFacts, *others: ManagedNode, **facts: object) -> Snapshot:
    """A node in a Region whose managed nodes were all listed."""
    own = getattr(subject.managed, "value", None)
    listed = fleet(*others, *([own] if own else []))
    return snapshot(subject, account=AccountFacts(fleet=listed), **facts)


def twin(**parts: object) -> ManagedNode:
    """A hybrid registration of the usual instance."""
    return managed(HYBRID_ID, **{"computer_name": INSTANCE_HOST, **parts})


REGISTERED = {
    "registered": ok(snapshot(node())),
    "alone": ok(beside(node())),
    "beside-strangers": ok(
        beside(
            node(),
            managed("mi-1", computer_name="other.example"),
            managed("mi-2", address="10.0.0.2"),
            managed("i-2"),
        )
    ),
    "as-a-hybrid-node-too": warns(
        beside(node(), managed(HYBRID_ID)), HYBRID_ID, grade=Grade.INFERRED
    ),
    "as-a-hybrid-node-only": fails(
        beside(node(**AWAY), twin()), HYBRID_ID, cause=f"unregistered:{EC2_ID}"
    ),
    "as-a-hybrid-node-only-by-its-id": fails(
        beside(node(**AWAY), twin(computer_name=f"{EC2_ID}.eu-west-3.compute.internal")), HYBRID_ID
    ),
    "nameless-beside-nameless": ok(
        beside(
            node(managed=managed(computer_name="localhost")),
            managed(HYBRID_ID, computer_name="localhost.localdomain"),
        )
    ),
    "hybrid": ok(beside(hybrid())),
    "hybrid-of-an-instance-by-its-source": warns(
        beside(hybrid(source_id=EC2_ID)), EC2_ID, grade=Grade.INFERRED
    ),
    "hybrid-of-an-instance-by-its-host": warns(
        beside(hybrid(computer_name=f"{EC2_ID}.ec2.internal")), EC2_ID
    ),
    "hybrid-of-an-instance-by-its-address": warns(
        beside(hybrid(computer_name=INSTANCE_HOST)), INSTANCE_HOST
    ),
    "hybrid-of-an-instance-that-is-registered-too": warns(
        beside(hybrid(), managed(EC2_ID)), EC2_ID
    ),
    "hybrid-without-an-address": ok(beside(hybrid(address=""))),
    "hybrid-nameless": ok(
        beside(hybrid(computer_name="localhost"), managed(EC2_ID, computer_name="localhost"))
    ),
    "hybrid-with-the-list-unseen": ok(snapshot(hybrid())),
    "lost-is-registered": ok(snapshot(node(managed=managed(ping="ConnectionLost")))),
    "not": fails(snapshot(node(**AWAY)), cause=f"unregistered:{EC2_ID}"),
    "launched-five-minutes-ago": fails(
        snapshot(
            node(instance=instance(launched=NOW - timedelta(minutes=5)), **AWAY),
        )
    ),
    "launched-just-now": unsure(
        snapshot(
            node(instance=instance(launched=NOW - timedelta(minutes=4, seconds=59)), **AWAY),
        ),
        "5 minutes",
    ),
    "launch-not-told": fails(snapshot(node(instance=instance(launched=None), **AWAY))),
    "denied": unsure(snapshot(node(managed=denied(LIST), connection=NOT_COLLECTED)), right=LIST),
    "throttled": unsure(
        snapshot(node(managed=unseen(Why.THROTTLED, call=LIST), connection=NOT_COLLECTED)), LIST
    ),
}

LOST = managed(ping="ConnectionLost", last_ping=NOW - timedelta(days=2))
STALE = managed(last_ping=NOW - timedelta(minutes=47))


def gone(**parts: object) -> NodeFacts:
    """A machine outside EC2 that fell silent."""
    told = managed(HYBRID_ID, ping="ConnectionLost", **parts)
    return node(HYBRID_ID, managed=told, connection="notconnected")


ONLINE = {
    "online": ok(snapshot(node())),
    "lost": fails(
        snapshot(node(managed=LOST, connection="notconnected")),
        "2026-11-22 08:00",
        cause=f"lost:{EC2_ID}",
    ),
    "inactive": fails(
        snapshot(node(managed=managed(ping="Inactive"), connection="notconnected")),
    ),
    "lost-and-the-channel-unseen": fails(snapshot(node(managed=LOST, connection=denied(STATUS)))),
    "never-reported": fails(
        snapshot(
            node(managed=managed(ping="ConnectionLost", last_ping=None), connection="notconnected")
        )
    ),
    "lost-though-connected": warns(snapshot(node(managed=LOST))),
    "online-but-long-ago-and-no-channel": warns(
        snapshot(node(managed=STALE, connection="notconnected")),
        "47 minutes",
        grade=Grade.INFERRED,
    ),
    "online-but-long-ago-with-a-channel": ok(snapshot(node(managed=STALE))),
    "online-but-long-ago-and-the-channel-unseen": ok(
        snapshot(node(managed=STALE, connection=denied(STATUS)))
    ),
    "online-but-long-ago-by-a-wrong-clock": ok(
        snapshot(
            node(managed=STALE, connection="notconnected"),
            identity=identity(clock=known(-2700.0)),
        )
    ),
    "online-without-a-time": ok(
        snapshot(node(managed=managed(last_ping=None), connection="notconnected"))
    ),
    "a-state-nobody-knows": unsure(
        snapshot(node(managed=managed(ping="Dozing"), connection="notconnected")), "Dozing"
    ),
    "no-state": unsure(snapshot(node(managed=managed(ping=""), connection="notconnected"))),
    "hybrid-registered-anew": fails(
        beside(gone(), managed("mi-2", registered=NOW)),
        "mi-2",
        HYBRID_ID,
        cause=f"lost:{HYBRID_ID}",
    ),
    "hybrid-registered-anew-and-lost-again": fails(
        beside(gone(), managed("mi-2", registered=NOW, ping="ConnectionLost")), "stopped reporting"
    ),
    "hybrid-registered-before": fails(
        beside(gone(), managed("mi-2", registered=NOW - timedelta(days=99))), "stopped reporting"
    ),
    "hybrid-registered-at-no-time": fails(
        beside(gone(registered=None), managed("mi-2", registered=NOW)), "stopped reporting"
    ),
    "not-registered": skips(snapshot(node(**AWAY))),
    "denied": unsure(snapshot(node(managed=denied(LIST), connection=NOT_COLLECTED)), right=LIST),
}

RESTART = ("node.restart-agent",)
CONNECTED = {
    "connected": ok(snapshot(node())),
    "a-session-was-granted": ok(snapshot(node(connection="notconnected", refusal=None))),
    "a-session-was-refused": ok(snapshot(node(refusal="TargetNotConnected"))),
    "not": fails(
        snapshot(node(connection="notconnected")), cause=f"channel:{EC2_ID}", fixes=RESTART
    ),
    "not-and-lost": fails(snapshot(node(managed=LOST, connection="notconnected"))),
    "not-and-early-agent": fails(
        snapshot(node(managed=managed(agent_version="3.0.0.0"), connection="notconnected")),
        fixes=RESTART,
    ),
    "not-on-windows": fails(
        snapshot(node(managed=managed(platform_type="Windows"), connection="notconnected")),
        fixes=RESTART,
    ),
    "not-and-silent": fails(
        snapshot(node(managed=STALE, connection="notconnected")), fixes=RESTART
    ),
    "a-status-nobody-knows": unsure(snapshot(node(connection="dozing")), "dozing"),
    "denied": unsure(snapshot(node(connection=denied(STATUS))), right=STATUS),
    "cancelled": unsure(snapshot(node(connection=unseen(Why.CANCELLED)))),
    "not-asked": unsure(snapshot(node(connection=NOT_COLLECTED))),
}

TABLES = {
    "node.exists": EXISTS,
    "node.running": RUNNING,
    "node.registered": REGISTERED,
    "node.online": ONLINE,
    "node.connected": CONNECTED,
}


@pytest.mark.parametrize(
    ("check", "case"),
    [
        pytest.param(check, case, id=f"{check}-{name}")
        for check, table in TABLES.items()
        for name, case in table.items()
    ],
)
def test_the_rules_of_the_node(check: str, case: Case) -> None:
    holds(by_id(check), case)


@pytest.mark.parametrize("check", ["node.registered", "node.online"])
def test_what_is_left_to_look_at_fits_the_system_of_the_machine(check: str) -> None:
    def left(platform: str) -> str:
        lost = managed(ping="ConnectionLost", platform_type=platform)
        facts = node(
            instance=instance(platform=platform),
            managed=None if check == "node.registered" else lost,
            connection="notconnected" if check == "node.online" else NOT_COLLECTED,
        )
        rest = ask(by_id(check), snapshot(facts)).rest
        assert rest is not None
        return shown(rest)

    assert "Get-Service AmazonSSMAgent" in left("Windows")
    assert "launchctl" in left("MacOS")
    assert "systemctl" in left("Linux")


def test_a_session_that_was_granted_proves_more_than_a_status() -> None:
    facts = node(connection=denied(STATUS), refusal=known(None, "ssm:StartSession"))
    outcome = ask(by_id("node.connected"), snapshot(facts))
    assert outcome.evidence[0].source == "ssm:StartSession"


def rest_of(check: str, of: Snapshot) -> str:
    """What a check says when nothing else explains its failure."""
    rest = ask(by_id(check), of).rest
    assert rest is not None
    return shown(rest)


def test_an_agent_that_reports_seldom_and_has_no_channel_may_hibernate() -> None:
    assert "47 minutes" in rest_of(
        "node.connected", snapshot(node(managed=STALE, connection="notconnected"))
    )
    assert "hibernat" not in rest_of("node.connected", snapshot(node(connection="notconnected")))


def test_a_system_that_aws_does_not_list_is_said_to_be_one() -> None:
    early = {"platform_name": "Ubuntu", "platform_version": "16.04"}
    for ping, check in (("Online", "node.connected"), ("ConnectionLost", "node.online")):
        facts = node(managed=managed(ping=ping, **early), connection="notconnected")
        assert "Ubuntu 16.04" in rest_of(check, snapshot(facts))
        facts = node(managed=managed(ping=ping), connection="notconnected")
        assert "AWS does not list" not in rest_of(check, snapshot(facts))


def test_what_else_may_silence_an_agent_is_only_said_where_it_may() -> None:
    assert "cloned" in rest_of("node.online", beside(gone()))
    lost = node(managed=LOST, connection="notconnected")
    assert "cloned" not in rest_of("node.online", beside(lost))
    assert "quota" not in rest_of("node.online", beside(lost))
    many = [managed(f"mi-{number}", computer_name="") for number in range(2401)]
    assert "quota" in rest_of("node.online", beside(lost, *many))


def test_regions_that_were_not_seen_for_the_same_reason_are_named_together() -> None:
    lost = node(instance=None, elsewhere=Elsewhere((), ("us-east-1",), BLIND), **AWAY)
    evidence = ask(by_id("node.exists"), snapshot(lost)).evidence
    (blind,) = (one for one in evidence if "ap-south-1" in one.label.english())
    assert "eu-west-1" in blind.label.english()
    assert blind.value == INSTANCES
