from typing import Any

import pytest
from support.facts import (
    EC2_ID,
    HYBRID_ID,
    computer,
    decisions,
    denied,
    ec2,
    finding,
    hybrid,
    identity,
    instance,
    known,
    managed,
    node,
    profiles,
    role_facts,
    setting,
    shown,
    snapshot,
    unseen,
)

from ssmwizard.app.verdict import Standing, Verdict, verdicts
from ssmwizard.checks.every import EVERY
from ssmwizard.checks.judge import judge
from ssmwizard.model.account import AccountFacts
from ssmwizard.model.facts import NOT_COLLECTED, Why
from ssmwizard.model.findings import Finding, Grade, Severity, Status
from ssmwizard.model.node import Kind
from ssmwizard.model.snapshot import Snapshot

READY, DEGRADED = Standing.READY, Standing.DEGRADED
BLOCKED, UNKNOWN = Standing.BLOCKED, Standing.UNKNOWN
CONNECTED = finding("node.connected", Status.PASSED)
LOST = finding("node.connected", Status.FAILED)
DEMANDS = "Enable advanced-instances tier to use Session Manager with your on-premises instances"


def verdict(*findings: Finding, of: Snapshot | None = None) -> Verdict:
    """The verdict on the first node; its sentence is whole."""
    found = verdicts(of or snapshot(), findings)[0]
    assert shown(found.sentence)
    assert [one.check for one in found.causes if one.is_root_cause] == [
        one.check for one in found.causes
    ]
    return found


def judged(of: Snapshot) -> tuple[Verdict, ...]:
    """The verdicts on facts, as an inspection finds them."""

    def crashed(_check: str, error: Exception) -> None:
        raise error

    return verdicts(of, judge(of, EVERY, crashed))


TABLE: dict[str, tuple[tuple[Finding, ...], Standing, tuple[str, ...]]] = {
    "connected": ((CONNECTED,), READY, ()),
    "connected-and-warned": ((finding("agent.current", Status.WARNING), CONNECTED), READY, ()),
    "connected-though-something-could-not-be-seen": (
        (finding("role.trust", Status.UNKNOWN), CONNECTED),
        READY,
        (),
    ),
    "not-connected": ((LOST,), BLOCKED, ("node.connected",)),
    "cause-and-echo": (
        (
            finding("role.trust", Status.FAILED, grade=Grade.INFERRED),
            finding("node.connected", Status.FAILED, blocked_by=("role.trust",)),
        ),
        BLOCKED,
        ("role.trust",),
    ),
    "two-causes-the-first-upstream": (
        (finding("node.running", Status.FAILED), finding("role.trust", Status.FAILED)),
        BLOCKED,
        ("node.running", "role.trust"),
    ),
    "a-feature-is-lacking": (
        (finding("agent.features", Status.FAILED, severity=Severity.FEATURE), CONNECTED),
        DEGRADED,
        ("agent.features",),
    ),
    "a-feature-is-lacking-and-nothing-opens": (
        (finding("agent.features", Status.FAILED, severity=Severity.FEATURE), LOST),
        BLOCKED,
        ("agent.features", "node.connected"),
    ),
    "could-not-be-seen": ((finding("node.connected", Status.UNKNOWN),), UNKNOWN, ()),
    "was-not-reached": ((finding("node.connected", Status.SKIPPED),), UNKNOWN, ()),
    "was-not-asked": ((finding("node.exists", Status.PASSED),), UNKNOWN, ()),
    "nothing-at-all": ((), UNKNOWN, ()),
    "lacking-and-could-not-be-seen": (
        (
            finding("agent.features", Status.FAILED, severity=Severity.FEATURE),
            finding("node.connected", Status.UNKNOWN),
        ),
        UNKNOWN,
        ("agent.features",),
    ),
    "of-the-computer": (
        (finding("computer.plugin", Status.FAILED, None), CONNECTED),
        BLOCKED,
        ("computer.plugin",),
    ),
    "of-another-kind-of-node": (
        (finding("account.instance-tier", Status.FAILED, None, kinds=(Kind.HYBRID,)), CONNECTED),
        READY,
        (),
    ),
    "of-two-subjects-by-one-check": (
        (finding("a", Status.FAILED, None), finding("a", Status.FAILED), LOST),
        BLOCKED,
        ("a", "node.connected"),
    ),
}


@pytest.mark.parametrize(("findings", "standing", "causes"), TABLE.values(), ids=list(TABLE))
def test_one_verdict_follows_from_the_findings(
    findings: tuple[Finding, ...], standing: Standing, causes: tuple[str, ...]
) -> None:
    told = verdict(*findings)
    assert told.standing is standing
    assert told.root_causes == causes


def test_the_sentence_names_the_first_cause_and_says_that_there_are_more() -> None:
    told = verdict(finding("node.running", Status.FAILED), finding("role.trust", Status.FAILED))
    assert "node.running is failed." in shown(told.sentence)
    assert "role.trust" in shown(told.sentence)


def test_the_sentence_names_what_could_not_be_looked_at() -> None:
    told = judged(snapshot(node(connection=denied("ssm:GetConnectionStatus"))))[0]
    assert told.standing is UNKNOWN
    assert "ssm:GetConnectionStatus" in shown(told.sentence)


def features(of: Snapshot) -> dict[str, Standing]:
    return dict(judged(of)[0].features)


def agent(version: str, *wanted: str, **facts: Any) -> Snapshot:
    chosen = node(managed=managed(agent_version=version), **facts)
    return snapshot(chosen, features=frozenset({"shell", *wanted}))


def test_each_feature_that_was_asked_for_has_its_own_standing() -> None:
    wanted = ("kms", "ssh", "cloudwatch-streaming")
    assert features(agent("3.0.222.0", *wanted)) == {
        "shell": READY,
        "kms": READY,
        "ssh": READY,
        "cloudwatch-streaming": BLOCKED,
    }
    assert judged(agent("3.0.222.0", *wanted))[0].standing is DEGRADED


def test_nothing_works_on_a_node_that_is_blocked() -> None:
    assert set(features(agent("3.3.0.0", "ssh", connection="notconnected")).values()) == {BLOCKED}


def test_a_feature_is_not_claimed_where_the_agent_could_not_be_seen() -> None:
    of = agent("", "ssh")
    assert features(of) == {"shell": READY, "ssh": UNKNOWN}


def test_a_feature_is_not_claimed_where_the_connection_could_not_be_seen() -> None:
    of = agent("3.3.0.0", "ssh", connection=denied("ssm:GetConnectionStatus"))
    assert features(of) == {"shell": UNKNOWN, "ssh": UNKNOWN}


def test_a_connected_node_is_not_blocked_by_what_is_only_inferred() -> None:
    lacking = [role_facts(decisions=decisions("implicitDeny"))]
    told = judged(snapshot(node(), roles=lacking))[0]
    assert told.standing is READY
    assert told.root_causes == ()


def test_the_tier_blocks_hybrid_nodes_and_no_others() -> None:
    refused = node(HYBRID_ID, refusal=DEMANDS)
    account = AccountFacts(tier=setting("standard"), hybrid_nodes=known(1))
    told = {one.node: one for one in judged(snapshot(node(), refused, account=account))}
    assert told[EC2_ID].standing is READY
    assert told[HYBRID_ID].standing is BLOCKED
    assert told[HYBRID_ID].root_causes == ("account.instance-tier",)


def test_a_cause_of_the_whole_computer_is_named_for_every_node() -> None:
    bare = computer(plugin=known(None))
    for told in judged(snapshot(node(), node(HYBRID_ID), computer=bare)):
        assert told.standing is BLOCKED
        assert told.root_causes == ("computer.plugin",)


def test_nobody_signed_in_blocks_every_node_with_one_cause() -> None:
    expired = unseen(Why.CREDENTIALS, "expired", "ExpiredToken", "sts:GetCallerIdentity")
    nodes = [node(name, instance=expired, managed=expired, status=NOT_COLLECTED,
                  connection=NOT_COLLECTED) for name in (EC2_ID, HYBRID_ID)]  # fmt: skip
    of = snapshot(
        *nodes,
        identity=identity(caller=expired, region_status=NOT_COLLECTED, profiles=profiles("work")),
    )
    for told in judged(of):
        assert told.standing is BLOCKED
        assert told.root_causes == ("identity.credentials",)


def test_verdicts_stand_in_the_order_of_the_nodes_with_names_and_kinds() -> None:
    nodes = (hybrid(name="srv"), ec2(name="web"), node("i-9", instance=instance("i-9", name="")))
    told = judged(snapshot(*nodes))
    assert [(one.node, one.kind) for one in told] == [
        (HYBRID_ID, Kind.HYBRID),
        (EC2_ID, Kind.EC2),
        ("i-9", Kind.EC2),
    ]
    assert [one.name for one in told] == ["srv", "web", "web-01.example"]
