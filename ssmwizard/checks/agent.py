"""Rules about the version of SSM Agent."""

from __future__ import annotations

from dataclasses import replace

from ssmwizard.checks.features import AGENT_REQUIREMENTS, OF_THE_AGENT, VERSION, WINDOWS, judged
from ssmwizard.checks.rule import (
    Check,
    Outcome,
    failed,
    passed,
    seen,
    undecided,
    warning,
)
from ssmwizard.model.facts import Known
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity
from ssmwizard.model.node import ManagedNode, NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.systems import Numbers, at_least, numbers
from ssmwizard.model.text import N_, text

ONLINE = "Online"
LINUX = "Linux"
UPDATE = "agent.update"
AUTO_UPDATE = "agent.auto-update"


def minimum(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    """Judge whether the agent knows sessions at all."""
    told = _told(node)
    if isinstance(told, Outcome):
        return told
    managed, version = told
    needed = snapshot.requirements.text("agent.session-manager")
    found = seen(VERSION, managed.agent_version, node.managed)
    if at_least(version, numbers(needed)):
        said = N_("Agent {version} knows sessions ({minimum} or later does).")
        return passed(text(said, version=managed.agent_version, minimum=needed), found)
    said = N_("Agent {version} is older than {minimum}, the first that knows sessions. Update it.")
    return failed(
        text(said, version=managed.agent_version, minimum=needed),
        found,
        grade=Grade.PROVED,
        fixes=updates(managed),
        cause=f"agent:{managed.agent_version}",
    )


def features(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    """Judge whether the agent is new enough for the features asked for, and name the others."""
    told = _told(node)
    if isinstance(told, Outcome):
        return told
    managed, version = told
    outcome = judged(snapshot, node, managed, version, updates(managed))
    user = _ssm_user(snapshot, managed, version, node)
    return replace(outcome, evidence=(*outcome.evidence, *user))


def current(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    """Judge whether the agent is the newest, where that can be told."""
    told = _told(node)
    if isinstance(told, Outcome):
        return told
    managed, version = told
    newest = snapshot.requirements.text("agent.newest-known")
    scheduled = _scheduled(snapshot, node)
    found = (seen(VERSION, managed.agent_version, node.managed), *scheduled)
    # The service tells whether it is the latest for Linux only.
    latest = managed.is_latest if managed.platform_type == LINUX else None
    if latest or (latest is None and at_least(version, numbers(newest))):
        said = N_("Agent {version} is up to date.")
        return passed(text(said, version=managed.agent_version), *found)
    if latest is None:
        said = N_(
            "Agent {version} is older than {newest}, the newest known on {date}. It may be that your Region has no newer one yet."
        )
    else:
        said = N_("The service says that agent {version} is not the latest.")
    shown = text(
        said,
        version=managed.agent_version,
        newest=newest,
        date=snapshot.requirements.as_of.isoformat(),
    )
    fixes = updates(managed)
    if fixes and not scheduled:
        fixes = (*fixes, AUTO_UPDATE)
    return warning(shown, *found, fixes=fixes, cause=f"agent:{managed.agent_version}")


def _scheduled(snapshot: Snapshot, node: NodeFacts) -> tuple[Evidence, ...]:
    """Return the associations that update the agent of the node again and again."""
    fact = snapshot.account.updates
    label = text(N_("Association that updates the agent"))
    return tuple(
        seen(label, f"{one.name or one.id} · {one.schedule}", fact)
        for one in (fact.value if isinstance(fact, Known) else ())
        if one.covers(node.id)
    )


def _told(node: NodeFacts) -> tuple[ManagedNode, Numbers] | Outcome:
    """Return the node and its agent's version, or the answer where it tells none."""
    managed = node.managed.require()
    version = numbers(managed.agent_version) if managed else ()
    if managed is None or not version:
        return undecided(text(N_("The agent does not tell its version.")))
    return managed, version


def updates(managed: ManagedNode) -> tuple[str, ...]:
    """Return the fix that brings a newer agent, where the node can take it."""
    return (UPDATE,) if managed.ping == ONLINE else ()


def _ssm_user(
    snapshot: Snapshot, managed: ManagedNode, version: Numbers, node: NodeFacts
) -> tuple[Evidence, ...]:
    """Return what this agent does about ssm-user, each with the version that began it."""

    def since(name: str) -> bool:
        return at_least(version, numbers(snapshot.requirements.text(name)))

    def told(label: str, name: str) -> Evidence:
        return seen(text(label), snapshot.requirements.text(name), node.managed)

    if not since("ssm-user.created"):
        label = N_("The account ssm-user is made only by agents from")
        return (told(label, "ssm-user.created"),)
    if not since("ssm-user.created-by-session"):
        label = N_("The account ssm-user is made when the agent starts, by agents before")
        return (told(label, "ssm-user.created-by-session"),)
    label = N_("The account ssm-user is made by the first session, with agents from")
    found: tuple[Evidence, ...] = (told(label, "ssm-user.created-by-session"),)
    if managed.platform_type == WINDOWS:
        label = N_("On a domain controller ssm-user has to be made by hand, with agents from")
        found += (told(label, "ssm-user.not-on-domain-controllers"),)
    return found


_RIGHTS = ("ssm:DescribeInstanceInformation",)
_NEEDS = ("node.exists", "node.running", "node.registered")

CHECKS: tuple[Check, ...] = (
    Check(
        id="agent.version",
        title=text(N_("The agent knows sessions")),
        why=text(
            N_("Sessions are opened by SSM Agent on the node; early versions did not know them.")
        ),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        needs=_NEEDS,
        rights=_RIGHTS,
        requirements=("agent.session-manager",),
        docs=("session-manager-prerequisites", "ssm-agent-get-version"),
        run_node=minimum,
    ),
    Check(
        id="agent.features",
        title=text(N_("The agent is new enough for the features of sessions")),
        why=text(
            N_("Port forwarding, SSH, encryption and more each came with a version of the agent.")
        ),
        scope=Scope.NODE,
        severity=Severity.FEATURE,
        needs=("agent.version",),
        rights=_RIGHTS,
        requirements=(
            *AGENT_REQUIREMENTS,
            "ssm-user.created",
            "ssm-user.created-by-session",
            "ssm-user.not-on-domain-controllers",
        ),
        docs=("session-manager-prerequisites", "ssm-agent-automatic-updates"),
        features=OF_THE_AGENT,
        run_node=features,
    ),
    Check(
        id="agent.current",
        title=text(N_("The agent is up to date")),
        why=text(N_("AWS mends faults of sessions in new versions of the agent.")),
        scope=Scope.NODE,
        severity=Severity.ADVICE,
        needs=("agent.version",),
        rights=(*_RIGHTS, "ssm:ListAssociations"),
        requirements=("agent.newest-known",),
        docs=("ssm-agent-automatic-updates", "amazon-ssm-agent-releases"),
        run_node=current,
    ),
)
