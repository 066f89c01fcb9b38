from dataclasses import replace
from typing import Any

import pytest
from support.facts import (
    HYBRID_ID,
    NEWEST_AGENT,
    REQUIREMENTS,
    Case,
    ask,
    denied,
    fails,
    holds,
    judged,
    known,
    managed,
    node,
    ok,
    snapshot,
    unsure,
    warns,
)

from ssmwizard.checks.every import EVERY, by_id
from ssmwizard.model.account import Association
from ssmwizard.model.features import FEATURES, SHELL, Feature
from ssmwizard.model.findings import Grade, Status
from ssmwizard.model.snapshot import Snapshot

LIST = "ssm:DescribeInstanceInformation"
UPDATE = ("agent.update",)
LASTING = (*UPDATE, "agent.auto-update")


def agent(version: str, *features: str, **parts: Any) -> Snapshot:
    """A node with a version of the agent, asked for a shell and for features."""
    parts.setdefault("is_latest", None)
    facts = node(managed=managed(agent_version=version, **parts))
    return snapshot(facts, features=frozenset({"shell", *features}))


WEEKLY = Association("a-1", "weekly", "rate(7 days)", (("InstanceIds", ("*",)),))


def scheduled(version: str, updates: Any = None, **parts: Any) -> Snapshot:
    """The same in an account where a schedule updates all agents, or where that was not seen."""
    facts = agent(version, **parts)
    return replace(facts, account=replace(facts.account, updates=updates or known((WEEKLY,))))


UNTOLD = {
    "no-version": unsure(agent("")),
    "no-number": unsure(agent("newest")),
    "not-registered": unsure(snapshot(node(managed=None))),
    "denied": unsure(snapshot(node(managed=denied(LIST))), right=LIST),
}

VERSION = {
    "the-last-without": fails(
        agent("2.3.67.9"), "2.3.67.9", "2.3.68.0", fixes=UPDATE, cause="agent:2.3.67.9"
    ),
    "the-first-with": ok(agent("2.3.68.0"), "2.3.68.0"),
    "three-parts": ok(agent("2.3.68")),
    "three-parts-and-old": fails(agent("2.3.67"), "2.3.67", fixes=UPDATE),
    "numbers-not-letters": ok(agent("2.3.612.0")),
    "ten-is-more-than-nine": ok(agent("2.10.1.0")),
    "major": ok(agent("3.0.0.0")),
    "one": fails(agent("1.2.252.0"), fixes=UPDATE),
    "lost-agents-cannot-be-updated": fails(agent("2.3.50.0", ping="ConnectionLost")),
    **UNTOLD,
}

WANTED = tuple(feature.id for feature in FEATURES if feature.id != SHELL)
WINDOWS, MAC = {"platform_type": "Windows"}, {"platform_type": "MacOS"}
OLD_WINDOWS = {**WINDOWS, "platform_version": "6.3.9600"}
NEW_WINDOWS = {**WINDOWS, "platform_version": "10.0.14393"}

FEATURE = {
    "all": ok(agent("3.0.1124.0"), "3.0.1124.0"),
    "newest": ok(agent(NEWEST_AGENT, *WANTED)),
    "not-asked-for": warns(agent("3.0.222.0"), "3.0.222.0", "CloudWatch", fixes=UPDATE),
    "asked-for": fails(
        agent("3.0.222.0", "cloudwatch-streaming"), "3.0.222.0", "CloudWatch", fixes=UPDATE
    ),
    "one-less-than-port-forwarding": fails(
        agent("3.0.221.9", "port-forwarding"), "port forwarding", fixes=UPDATE
    ),
    "port-forwarding-has-come": warns(agent("3.0.222.0", "port-forwarding"), fixes=UPDATE),
    "as-numbers-3.0.1124-is-later": ok(agent("3.0.1124.0", *WANTED)),
    "kms-before": fails(agent("2.3.538.0", "kms"), "KMS", fixes=UPDATE),
    "kms": warns(agent("2.3.539.0", "kms"), fixes=UPDATE),
    "shell-profile-before": fails(agent("3.0.160.9", "shell-profile"), fixes=UPDATE),
    "shell-profile": warns(agent("3.0.161.0", "shell-profile"), fixes=UPDATE),
    "run-as-before": fails(agent("2.3.671.9", "run-as"), "Run As", fixes=UPDATE),
    "run-as": warns(agent("2.3.672.0", "run-as"), fixes=UPDATE),
    "streaming-before": fails(agent("3.0.283.9", "cloudwatch-streaming"), fixes=UPDATE),
    "streaming": warns(agent("3.0.284.0", "cloudwatch-streaming"), fixes=UPDATE),
    "non-interactive-before": fails(
        agent("3.0.1123.9", "non-interactive"), "non-interactive commands", fixes=UPDATE
    ),
    "non-interactive": ok(agent("3.0.1124.0", "non-interactive")),
    "ssh-of-which-pages-disagree": warns(
        agent("2.3.672.0", "ssh"), "SSH", "cannot be told", fixes=UPDATE
    ),
    "ssh-before": fails(agent("2.3.671.9", "ssh"), "SSH", fixes=UPDATE),
    "windows": ok(agent(NEWEST_AGENT, **NEW_WINDOWS), "On Windows there is no Run As."),
    "run-as-on-windows": fails(
        agent(NEWEST_AGENT, "run-as", **NEW_WINDOWS), "On Windows there is no Run As."
    ),
    "streaming-on-old-windows": warns(
        agent(NEWEST_AGENT, "cloudwatch-streaming", **OLD_WINDOWS),
        "streaming to CloudWatch Logs",
        "cannot be told",
        fixes=UPDATE,
    ),
    "streaming-on-windows": ok(agent(NEWEST_AGENT, "cloudwatch-streaming", **NEW_WINDOWS)),
    "mac": ok(agent(NEWEST_AGENT, **MAC), "non-interactive commands", "cannot be told"),
    "run-as-on-a-mac": ok(agent(NEWEST_AGENT, "run-as", **MAC)),
    "platform-not-told": ok(agent(NEWEST_AGENT, *WANTED, platform_type="")),
    "lost-agents-cannot-be-updated": fails(
        agent("3.0.0.0", "port-forwarding", ping="ConnectionLost")
    ),
    **UNTOLD,
}

CURRENT = {
    "the-service-says-latest": ok(agent("3.3.1.0", is_latest=True)),
    "the-service-says-not": warns(
        agent("9.0.0.0", is_latest=False), "9.0.0.0", fixes=LASTING, cause="agent:9.0.0.0"
    ),
    "windows-newest": ok(agent(NEWEST_AGENT, platform_type="Windows", is_latest=False)),
    "windows-older": warns(
        agent("3.3.1.0", platform_type="Windows", is_latest=True),
        "3.3.1.0",
        NEWEST_AGENT,
        REQUIREMENTS.as_of.isoformat(),
        fixes=LASTING,
    ),
    "updated-on-a-schedule": warns(scheduled("3.3.1.0", is_latest=False), "3.3.1.0", fixes=UPDATE),
    "scheduled-and-newest": ok(scheduled("3.3.1.0", is_latest=True), "3.3.1.0"),
    "schedules-may-not-be-seen": warns(
        scheduled("3.3.1.0", denied("ssm:ListAssociations"), is_latest=False), fixes=LASTING
    ),
    "mac-newer-than-known": ok(agent("99.0.0.0", platform_type="MacOS")),
    "linux-not-told": warns(agent("3.3.1.0"), fixes=LASTING),
    "lost-agents-cannot-be-updated": warns(
        agent("3.3.1.0", is_latest=False, ping="ConnectionLost")
    ),
    **UNTOLD,
}

TABLES = {"agent.version": VERSION, "agent.features": FEATURE, "agent.current": CURRENT}


@pytest.mark.parametrize(
    ("check", "case"),
    [
        pytest.param(check, case, id=f"{check}-{name}")
        for check, table in TABLES.items()
        for name, case in table.items()
    ],
)
def test_the_rules_of_the_agent(check: str, case: Case) -> None:
    holds(by_id(check), case)


@pytest.mark.parametrize("feature", FEATURES[1:], ids=lambda feature: feature.id)
def test_every_feature_comes_with_exactly_its_version(feature: Feature) -> None:
    first = REQUIREMENTS.text(feature.agent_perhaps or feature.agent)
    *upper, last, _ = (int(part) for part in first.split("."))
    before = ".".join(map(str, (*upper, last - 1, 9999)))
    check = by_id("agent.features")
    assert feature.id not in ask(check, agent(first, feature.id)).lacking
    outcome = ask(check, agent(before, feature.id))
    assert outcome.status is Status.FAILED
    assert outcome.grade is Grade.PROVED
    assert feature.id in outcome.lacking
    needed = REQUIREMENTS.text(feature.agent)
    assert needed in {evidence.value for evidence in outcome.evidence}
    assert feature.id not in ask(check, agent(needed, feature.id)).doubts


def test_what_is_lacking_or_in_doubt_is_told_whether_it_was_asked_for_or_not() -> None:
    outcome = ask(by_id("agent.features"), agent("3.0.161.0", "kms"))
    assert outcome.lacking == ("port-forwarding", "cloudwatch-streaming", "non-interactive")
    assert outcome.doubts == ("ssh",)


def test_what_a_system_lacks_is_not_opened_with_what_is_well() -> None:
    outcome = ask(by_id("agent.features"), agent(NEWEST_AGENT, "run-as", **NEW_WINDOWS))
    assert outcome.text.english() == "On Windows there is no Run As."


def test_where_the_agent_is_not_told_every_feature_but_a_shell_is_in_doubt() -> None:
    found = judged(agent(""), EVERY)["agent.features"]
    assert (found.status, found.doubts) == (Status.SKIPPED, WANTED)


@pytest.mark.parametrize(
    ("version", "platform", "told"),
    [
        ("2.3.49.9", "Linux", "2.3.50.0"),
        ("2.3.50.0", "Linux", "agent starts"),
        ("2.3.611.9", "Linux", "agent starts"),
        ("2.3.612.0", "Linux", "first session"),
        ("2.3.612.0", "Windows", "domain controller"),
    ],
)
def test_when_the_account_of_sessions_is_made_is_shown(
    version: str, platform: str, told: str
) -> None:
    outcome = ask(by_id("agent.features"), agent(version, platform_type=platform))
    shown = [f"{evidence.label} {evidence.value}" for evidence in outcome.evidence]
    assert any("ssm-user" in line and told in line for line in shown)


def test_hybrid_nodes_have_agents_too() -> None:
    facts = node(HYBRID_ID, managed=managed(HYBRID_ID, agent_version="2.3.67.0"))
    assert ask(by_id("agent.version"), snapshot(facts)).status is Status.FAILED
