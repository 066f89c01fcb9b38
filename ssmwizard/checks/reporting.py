"""Rules about what the agent shows: does it report, is its channel open."""

from __future__ import annotations

from datetime import timedelta

from ssmwizard.checks.fleet import over
from ssmwizard.checks.inside import REQUIREMENTS, explained, full_disk
from ssmwizard.checks.registration import CHANNEL, NETWORK, PING, ROLE, agent_command, machine
from ssmwizard.checks.rule import (
    Check,
    Outcome,
    failed,
    not_applicable,
    passed,
    seen,
    undecided,
    warning,
)
from ssmwizard.checks.system import unlisted
from ssmwizard.checks.twins import successor
from ssmwizard.model.facts import Known
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity
from ssmwizard.model.node import Kind, ManagedNode, NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.systems import at_least, numbers
from ssmwizard.model.text import N_, Text, joined, text

ONLINE = "Online"
# The second is deprecated, and read as the first.
# https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_InstanceInformation.html
LOST = frozenset({"ConnectionLost", "Inactive"})
RESTART = ("node.restart-agent",)
CONNECTED, NOT_CONNECTED = "connected", "notconnected"


def online(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    """Judge whether the agent still reports."""
    managed = node.managed.require()
    if managed is None:
        return not_applicable(text(N_("The node is not registered.")))
    found = (seen(PING, managed.ping, node.managed), *_last(managed, node))
    if managed.ping == ONLINE:
        return _online(snapshot, node, managed, found)
    if managed.ping not in LOST:
        said = N_(
            "Systems Manager says {ping} of the agent, which does not tell whether it reports."
        )
        return undecided(text(said, ping=managed.ping or "-"), *found)
    if node.connected:
        said = N_("The latest report is late, but the channel for sessions is open.")
        channel = seen(CHANNEL, CONNECTED, node.connection)
        return warning(text(said), *found, channel)
    return _lost(snapshot, node, managed, found)


def _lost(
    snapshot: Snapshot, node: NodeFacts, managed: ManagedNode, found: tuple[Evidence, ...]
) -> Outcome:
    since = f"{managed.last_ping:%Y-%m-%d %H:%M} UTC" if managed.last_ping else "?"
    cause = f"lost:{node.id}"
    newer = successor(snapshot, managed) if node.kind is Kind.HYBRID else None
    if newer is not None and newer.ping == ONLINE:
        said = N_(
            "The agent has stopped reporting as {node} (last at {time}); what seems to be the same machine was registered again as {newer} and reports. Open sessions on that one, and deregister {node}."
        )
        shown = text(said, node=node.id, time=since, newer=newer.id)
        return failed(shown, *found, *machine(newer, node), grade=Grade.PROVED, cause=cause)
    said = N_("The agent has stopped reporting; its last report was at {time}.")
    rest = N_(
        "The agent has stopped reporting (last at {time}), and nothing seen from here explains it. Left are a machine that is off, an agent that is stopped, a firewall or a proxy on the way, a full disk, or a wrong clock on the machine."
    )
    command = text(
        N_("On it, this tells whether the agent runs: {command}"),
        command=agent_command(managed.platform_type),
    )
    left = joined(
        text(rest, time=since),
        *_hints(snapshot, node),
        *_system_hint(snapshot, managed),
        command,
    )
    outcome = failed(text(said, time=since), *found, grade=Grade.PROVED, cause=cause)
    return explained(snapshot, node, outcome.unexplained(left))


def _online(
    snapshot: Snapshot, node: NodeFacts, managed: ManagedNode, found: tuple[Evidence, ...]
) -> Outcome:
    full = full_disk(snapshot, node)
    if full is not None:
        reason, evidence = full
        said = N_(
            "The agent reports. {reason} On a full disk sessions may stay blank or end at once: free some space."
        )
        docs = ("session-manager-troubleshooting",)
        return warning(text(said, reason=reason), *found, evidence, docs=docs)
    silent = _silent(snapshot, managed)
    if silent is None or node.connected or not isinstance(node.connection, Known):
        return passed(text(N_("The agent reports.")), *found)
    usual = int(snapshot.requirements.number("time.heartbeat-minutes"))
    said = N_(
        "The agent is called online, but its last report is {minutes} minutes old, and agents report every {usual} minutes. One that cannot reach the service hibernates and then reports once an hour or less: restart it when the cause is mended."
    )
    return warning(text(said, minutes=silent, usual=usual), *found, grade=Grade.INFERRED)


def _silent(snapshot: Snapshot, managed: ManagedNode) -> int | None:
    """Return for how many minutes an agent has been silent, where that is longer than usual."""
    if managed.last_ping is None:
        return None
    clock = snapshot.identity.clock
    ahead = timedelta(seconds=clock.value if isinstance(clock, Known) else 0)
    minutes = (snapshot.now + ahead - managed.last_ping) // timedelta(minutes=1)
    stale = snapshot.requirements.number("time.stale-heartbeat-minutes")
    return minutes if minutes > stale else None


def _hints(snapshot: Snapshot, node: NodeFacts) -> tuple[Text, ...]:
    """Return what else may be behind an agent that is silent."""
    told: list[Text] = []
    if node.kind is Kind.HYBRID:
        said = N_(
            "A machine that was cloned, or whose hardware changed, gets no credentials any more and has to be registered anew."
        )
        told.append(text(said))
    if over(snapshot):
        said = N_("The Region also has more managed nodes than its quota.")
        told.append(text(said))
    return tuple(told)


def _last(managed: ManagedNode, node: NodeFacts) -> tuple[Evidence, ...]:
    if managed.last_ping is None:
        return ()
    label = text(N_("Last report"))
    return (seen(label, f"{managed.last_ping:%Y-%m-%d %H:%M:%S} UTC", node.managed),)


def connected(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    """Judge whether the node holds its channel for sessions open: the one thing that proves it."""
    if isinstance(node.refusal, Known) and node.refusal.value is None:
        said = N_("A real session was opened and ended again.")
        return passed(text(said), seen(text(N_("Session")), "granted", node.refusal))
    status = node.connection.require()
    found: list[Evidence] = [seen(CHANNEL, status, node.connection)]
    if status == CONNECTED:
        said = N_("The node holds its channel for sessions open.")
        return passed(text(said), *found)
    if status != NOT_CONNECTED:
        said = N_(
            "Systems Manager says {status} of the channel, which does not tell whether it is open."
        )
        return undecided(text(said, status=status or "-"), *found)
    managed = node.managed.value if isinstance(node.managed, Known) else None
    said = N_("The node has no channel for sessions.")
    cause = f"channel:{node.id}"
    if managed is None or managed.ping != ONLINE:
        return failed(text(said), *found, grade=Grade.PROVED, cause=cause)
    said = N_("The agent reports, but has no channel for sessions.")
    outcome = failed(text(said), *found, grade=Grade.PROVED, fixes=RESTART, cause=cause)
    return explained(snapshot, node, outcome.unexplained(_no_channel(snapshot, managed)))


def _no_channel(snapshot: Snapshot, managed: ManagedNode) -> Text:
    silent = _silent(snapshot, managed)
    rest = N_(
        "The agent reports, but has no channel for sessions, and nothing seen from here explains it. Left are a firewall or a proxy inside the machine that lets ssm pass and not ssmmessages, or an agent that needs a restart."
    )
    if silent is not None:
        rest = N_(
            "The agent reports seldom (last {minutes} minutes ago) and has no channel for sessions, so it may be hibernating; nothing else seen from here explains it. Restart the agent."
        )
    said = N_("On the machine, this looks: {command}")
    command = text(said, command=_diagnosis(snapshot, managed))
    return joined(text(rest, minutes=silent or 0), *_system_hint(snapshot, managed), command)


def _system_hint(snapshot: Snapshot, managed: ManagedNode) -> tuple[Text, ...]:
    if not unlisted(snapshot, managed):
        return ()
    named = f"{managed.platform_name} {managed.platform_version}".strip()
    said = N_("AWS does not list its system, {system}, on which the agent may not work.")
    return (text(said, system=named),)


def _diagnosis(snapshot: Snapshot, managed: ManagedNode) -> str:
    """Return the agent's own diagnosis, or what tells whether it runs where it has none.

    https://docs.aws.amazon.com/systems-manager/latest/userguide/troubleshooting-managed-nodes-using-ssm-cli.html
    """
    first = snapshot.requirements.text("agent.diagnostics")
    if not at_least(numbers(managed.agent_version), numbers(first)):
        return agent_command(managed.platform_type)
    if managed.platform_type.casefold() == "windows":
        return '& "C:\\Program Files\\Amazon\\SSM\\ssm-cli.exe" get-diagnostics --output table'
    return "sudo ssm-cli get-diagnostics --output table"


REPORTS: tuple[Check, ...] = (
    Check(
        id="node.online",
        title=text(N_("The agent reports")),
        why=text(N_("An agent that does not report takes no sessions either.")),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        needs=("node.registered",),
        explained_by=(*ROLE, *NETWORK),
        rights=("ssm:DescribeInstanceInformation",),
        requirements=(
            "fleet.quota",
            "time.heartbeat-minutes",
            "time.stale-heartbeat-minutes",
            *REQUIREMENTS,
        ),
        docs=("fleet-manager-troubleshooting-managed-nodes", "troubleshooting-ssm-agent"),
        run_node=online,
    ),
)

CHANNELS: tuple[Check, ...] = (
    Check(
        id="node.connected",
        title=text(N_("The node's channel for sessions is open")),
        why=text(
            N_(
                "Sessions travel through a channel that the agent opens to ssmmessages. Only this proves that one can start."
            )
        ),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        needs=("node.registered",),
        explained_by=(*ROLE, *NETWORK, "node.online", "agent.version", "os.supported"),
        rights=("ssm:GetConnectionStatus",),
        requirements=("agent.diagnostics", "time.stale-heartbeat-minutes", *REQUIREMENTS),
        docs=("API_GetConnectionStatus", "session-manager-troubleshooting"),
        run_node=connected,
    ),
)
