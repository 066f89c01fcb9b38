"""Whole nodes that are broken in one way: one root cause each, and everything else its echo."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from support.facts import (
    EC2_ID,
    HYBRID_ID,
    HYBRID_ROLE,
    NOW,
    computer,
    decisions,
    denied,
    ec2,
    hybrid,
    identity,
    instance,
    judged,
    known,
    managed,
    node,
    profile_arn,
    profiles,
    role_facts,
    service,
    snapshot,
    tool,
    unseen,
)

from ssmwizard.app.verdict import Standing, verdicts
from ssmwizard.checks.every import EVERY
from ssmwizard.checks.judge import judge
from ssmwizard.model.computer import Start
from ssmwizard.model.facts import NOT_COLLECTED, Unknown, Why
from ssmwizard.model.findings import Finding, Status
from ssmwizard.model.node import InstanceStatus, NodeFacts
from ssmwizard.model.role import InstanceProfile
from ssmwizard.model.snapshot import Snapshot

AWAY = {"managed": None, "connection": NOT_COLLECTED}
STS = "sts:GetCallerIdentity"
LIST, LOOK = "ssm:DescribeInstanceInformation", "ec2:DescribeInstances"
UNPARSABLE = unseen(Why.CONFIGURATION, "Unable to parse config file: config", "ConfigParseError")
UNREACHABLE = unseen(Why.UNREACHABLE, "Could not connect", "EndpointConnectionError", STS)
EMPTY = {profile_arn(): known(InstanceProfile(profile_arn(), "web-profile", None))}
POWERLESS = role_facts(decisions=decisions("implicitDeny"))


def away(**parts: Any) -> NodeFacts:
    """A running instance that Systems Manager does not know."""
    return node(instance=instance(**parts), **AWAY)


def lost(**facts: Any) -> NodeFacts:
    """A node that stopped reporting."""
    report = managed(ping="ConnectionLost", last_ping=NOW - timedelta(days=3))
    return node(managed=report, connection="notconnected", **facts)


def blind(why: Unknown, node_id: str = EC2_ID, **facts: Any) -> NodeFacts:
    """A node that could not be looked at."""
    nothing = {"instance": why, "managed": why, "status": why, "connection": why}
    return node(node_id, **{**nothing, **facts})


def nobody(caller: Unknown, **facts: Any) -> Snapshot:
    """Nobody is signed in, so nothing was looked at."""
    who = identity(caller=caller, region_status=NOT_COLLECTED, **facts)
    return snapshot(blind(caller), identity=who)


BLOCKED: Mapping[str, tuple[Snapshot, str]] = {
    "nowhere": (snapshot(node(instance=None, **AWAY)), "node.exists"),
    "hybrid-nowhere": (snapshot(node(HYBRID_ID, **AWAY)), "node.exists"),
    "stopped": (
        snapshot(node(instance=instance(state="stopped"), status=NOT_COLLECTED, **AWAY)),
        "node.running",
    ),
    "terminated": (
        snapshot(node(instance=instance(state="terminated", profile_arn=None), **AWAY)),
        "node.running",
    ),
    "impaired": (
        snapshot(node(status=InstanceStatus("impaired", "ok"), **AWAY)),
        "node.running",
    ),
    "unregistered": (snapshot(away()), "node.registered"),
    "lost": (snapshot(lost()), "node.online"),
    "hybrid-lost": (
        snapshot(
            node(
                HYBRID_ID,
                managed=managed(HYBRID_ID, ping="ConnectionLost"),
                connection="notconnected",
            )
        ),
        "node.online",
    ),
    "no-channel": (snapshot(node(connection="notconnected")), "node.connected"),
    "no-profile": (snapshot(away(profile_arn=None)), "role.attached"),
    "empty-profile": (snapshot(away(), profiles=EMPTY), "role.attached"),
    "wrong-trust": (snapshot(away(), roles=[role_facts(trust=service("ecs"))]), "role.trust"),
    "no-permissions": (snapshot(away(), roles=[POWERLESS]), "role.permissions"),
    "no-permissions-any-more": (snapshot(lost(), roles=[POWERLESS]), "role.permissions"),
    "no-permission-for-channels": (
        snapshot(
            node(connection="notconnected"),
            roles=[
                role_facts(decisions=decisions("implicitDeny", "ssmmessages:OpenControlChannel"))
            ],
        ),
        "role.permissions",
    ),
    "hybrid-role-deleted": (
        snapshot(
            node(
                HYBRID_ID,
                managed=managed(HYBRID_ID, ping="ConnectionLost"),
                connection="notconnected",
            ),
            roles=[role_facts(HYBRID_ROLE, role=known(None))],
        ),
        "role.attached",
    ),
    "no-metadata": (snapshot(away(endpoint="disabled")), "imds.enabled"),
    "old-agent": (
        snapshot(node(managed=managed(agent_version="2.3.50.0"), connection="notconnected")),
        "agent.version",
    ),
    "no-plugin": (snapshot(computer=computer(plugin=known(None))), "computer.plugin"),
    "no-profile-of-this-name": (
        nobody(NOT_COLLECTED, profile="production", profiles=profiles("work")),
        "identity.profile",
    ),
    "broken-configuration": (
        snapshot(
            blind(UNPARSABLE),
            identity=identity(
                profiles=UNPARSABLE, region=None, caller=UNPARSABLE, region_status=NOT_COLLECTED
            ),
            computer=computer(
                cli=tool("", start=Start.FAILED, errors="Unable to parse config file: config")
            ),
        ),
        "identity.profile",
    ),
    "expired": (
        nobody(unseen(Why.CREDENTIALS, "old", "ExpiredToken", STS)),
        "identity.credentials",
    ),
    "no-region": (nobody(NOT_COLLECTED, region=None), "identity.region"),
    "region-not-enabled": (
        snapshot(identity=identity(region_status=known("not-opted-in"))),
        "identity.region",
    ),
}


@pytest.mark.parametrize(("of", "cause"), BLOCKED.values(), ids=list(BLOCKED))
def test_a_node_that_is_broken_in_one_way_has_one_root_cause(of: Snapshot, cause: str) -> None:
    found = judged(of, EVERY)
    assert {one.check for one in found.values() if one.is_root_cause} == {cause}
    (verdict,) = verdicts(of, tuple(found.values()))
    assert (verdict.standing, verdict.root_causes) == (Standing.BLOCKED, (cause,))
    explained = {name for one in found.values() for name in one.blocked_by}
    assert explained <= {
        one.check for one in found.values() if one.status in (Status.FAILED, Status.UNKNOWN)
    }


def test_a_broken_role_is_told_of_a_stopped_instance_too() -> None:
    stopped = node(instance=instance(state="stopped"), status=NOT_COLLECTED, **AWAY)
    found = judged(snapshot(stopped, roles=[POWERLESS]), EVERY)
    causes = [one.check for one in found.values() if one.is_root_cause]
    assert causes == ["node.running", "role.permissions"]


DENIED = denied(LIST)
UNDECIDED: Mapping[str, tuple[Snapshot, str]] = {
    "no-network": (
        snapshot(
            blind(UNREACHABLE), identity=identity(caller=UNREACHABLE, region_status=UNREACHABLE)
        ),
        "identity.credentials",
    ),
    "every-list-denied": (snapshot(blind(denied(LOOK))), "node.exists"),
    "managed-nodes-denied": (
        snapshot(node(managed=DENIED, connection="notconnected")),
        "node.registered",
    ),
    "channel-denied": (
        snapshot(node(connection=denied("ssm:GetConnectionStatus"))),
        "node.connected",
    ),
    "just-started": (snapshot(away(launched=NOW - timedelta(minutes=1))), "node.registered"),
    "starting": (
        snapshot(node(instance=instance(state="pending"), **AWAY)),
        "node.running",
    ),
}


@pytest.mark.parametrize(("of", "gate"), UNDECIDED.values(), ids=list(UNDECIDED))
def test_what_could_not_be_seen_is_neither_healthy_nor_broken(of: Snapshot, gate: str) -> None:
    found = judged(of, EVERY)
    assert found[gate].status is Status.UNKNOWN
    assert not [one.check for one in found.values() if one.status is Status.FAILED]
    (verdict,) = verdicts(of, tuple(found.values()))
    assert verdict.standing is Standing.UNKNOWN
    assert found[gate].text.english() in verdict.sentence.english()


@pytest.mark.parametrize("facts", [node(managed=DENIED), node(HYBRID_ID, managed=DENIED)])
def test_who_may_only_ask_for_the_channel_still_learns_that_it_is_open(facts: NodeFacts) -> None:
    of = snapshot(facts)
    found = judged(of, EVERY)
    assert found["node.connected"].status is Status.PASSED
    (verdict,) = verdicts(of, tuple(found.values()))
    assert verdict.standing is Standing.READY


@pytest.mark.parametrize("facts", [ec2(), hybrid()])
def test_a_healthy_node_passes_whatever_applies_to_it(facts: NodeFacts) -> None:
    found = judged(snapshot(facts), EVERY)
    network = {one.check for one in found.values() if one.check.startswith("network.")}
    statuses = {one.status for name, one in found.items() if name not in network}
    assert statuses <= {Status.PASSED, Status.SKIPPED}


def test_nothing_is_said_to_have_crashed_while_facts_are_still_coming_in() -> None:
    """The window judges what has landed so far, which may be next to nothing."""
    early = snapshot(ec2(), hybrid(), profiles={}, roles=[], computer=None)
    crashed: list[str] = []
    found: tuple[Finding, ...] = judge(early, EVERY, lambda check, _: crashed.append(check))
    assert crashed == []
    assert not [one.check for one in found if one.status is Status.FAILED]
