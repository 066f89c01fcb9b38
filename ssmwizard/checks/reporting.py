"""Rules about what the agent shows: is it registered, does it report, is its channel open."""

from __future__ import annotations

from datetime import timedelta

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
from ssmwizard.model.facts import Known, Unknown
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity
from ssmwizard.model.node import Instance, ManagedNode, NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.systems import at_least, numbers
from ssmwizard.model.text import N_, text

ONLINE = "Online"
CONNECTED = "connected"
PING = text(N_("Ping"))
CHANNEL = text(N_("Session channel"))


def registered(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    """Judge whether Systems Manager knows the node."""
    if isinstance(node.managed, Unknown) and node.connected:
        said = N_("The node is registered: its channel for sessions is open.")
        return passed(text(said), seen(CHANNEL, CONNECTED, node.connection))
    managed = node.managed.require()
    if managed is not None:
        said = N_("The node is registered with Systems Manager.")
        return passed(text(said), seen(PING, managed.ping, node.managed))
    found = seen(text(N_("Managed nodes")), "-", node.managed)
    instance = node.instance.value if isinstance(node.instance, Known) else None
    minutes = snapshot.requirements.number("time.registration-minutes")
    if instance is not None and _just_launched(snapshot, instance, minutes):
        said = N_(
            "The instance was started only just now; it may take {minutes} minutes to report. Look again."
        )
        launched = seen(text(N_("Started")), f"{instance.launched:%H:%M:%S}", node.instance)
        return undecided(text(said, minutes=int(minutes)), launched, found)
    said = N_("The instance runs, but its agent does not report to Systems Manager.")
    rest = N_(
        "The instance runs, but its agent does not report, and nothing seen from here explains it. Left are an agent that is not installed or not running, a firewall or a proxy inside the machine, or a new role that the agent has not taken up: restart the agent. On the machine, this tells whether it runs: {command}"
    )
    return failed(
        text(said), found, grade=Grade.PROVED, cause=f"unregistered:{node.id}"
    ).unexplained(text(rest, command=_agent_command(instance.platform if instance else "")))


def _agent_command(system: str) -> str:
    """Return what tells on a machine of this system whether the agent runs.

    https://docs.aws.amazon.com/systems-manager/latest/userguide/ssm-agent-status-and-restart.html
    """
    if "windows" in system.casefold():
        return "Get-Service AmazonSSMAgent"
    if "mac" in system.casefold():
        return "sudo launchctl list com.amazon.aws.ssm"
    # The snap of Ubuntu has a longer name.
    return 'systemctl status "*amazon-ssm-agent*"'


def _just_launched(snapshot: Snapshot, instance: Instance, minutes: float) -> bool:
    if instance.launched is None:
        return False
    return snapshot.now - instance.launched < timedelta(minutes=minutes)


def online(_: Snapshot, node: NodeFacts) -> Outcome:
    """Judge whether the agent still reports."""
    managed = node.managed.require()
    if managed is None:
        return not_applicable(text(N_("The node is not registered.")))
    found = (seen(PING, managed.ping, node.managed), *_last(managed, node))
    if managed.ping == ONLINE:
        return passed(text(N_("The agent reports.")), *found)
    if node.connected:
        said = N_("The latest report is late, but the channel for sessions is open.")
        channel = seen(CHANNEL, CONNECTED, node.connection)
        return warning(text(said), *found, channel)
    since = f"{managed.last_ping:%Y-%m-%d %H:%M} UTC" if managed.last_ping else "?"
    said = N_("The agent has stopped reporting; its last report was at {time}.")
    rest = N_(
        "The agent has stopped reporting (last at {time}), and nothing seen from here explains it. Left are a machine that is off, an agent that is stopped, a firewall or a proxy on the way, a full disk, or a wrong clock on the machine. On it, this tells whether the agent runs: {command}"
    )
    return failed(
        text(said, time=since), *found, grade=Grade.PROVED, cause=f"lost:{node.id}"
    ).unexplained(text(rest, time=since, command=_agent_command(managed.platform_type)))


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
    managed = node.managed.value if isinstance(node.managed, Known) else None
    said = N_("The node has no channel for sessions.")
    cause = f"channel:{node.id}"
    if managed is None or managed.ping != ONLINE:
        return failed(text(said), *found, grade=Grade.PROVED, cause=cause)
    said = N_("The agent reports, but has no channel for sessions.")
    rest = N_(
        "The agent reports, but has no channel for sessions, and nothing seen from here explains it. Left are a firewall or a proxy inside the machine that lets ssm pass and not ssmmessages, or an agent that needs a restart. On the machine, this looks: {command}"
    )
    return failed(text(said), *found, grade=Grade.PROVED, cause=cause).unexplained(
        text(rest, command=_diagnosis(snapshot, managed))
    )


def _diagnosis(snapshot: Snapshot, managed: ManagedNode) -> str:
    """Return the agent's own diagnosis, or what tells whether it runs where it has none.

    https://docs.aws.amazon.com/systems-manager/latest/userguide/troubleshooting-managed-nodes-using-ssm-cli.html
    """
    first = snapshot.requirements.text("agent.diagnostics")
    if not at_least(numbers(managed.agent_version), numbers(first)):
        return _agent_command(managed.platform_type)
    if managed.platform_type.casefold() == "windows":
        return '& "C:\\Program Files\\Amazon\\SSM\\ssm-cli.exe" get-diagnostics --output table'
    return "sudo ssm-cli get-diagnostics --output table"


NETWORK = (
    "network.dns",
    "network.route",
    "network.node-security-group",
    "network.endpoint-security-group",
    "network.acl",
)
ROLE = ("imds.enabled", "role.attached", "role.trust", "role.permissions")

REPORTS: tuple[Check, ...] = (
    Check(
        id="node.registered",
        title=text(N_("The node is registered with Systems Manager")),
        why=text(N_("Session Manager only knows nodes whose agent has reported.")),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        needs=("node.exists", "node.running"),
        explained_by=(*ROLE, *NETWORK),
        rights=("ssm:DescribeInstanceInformation",),
        requirements=("time.registration-minutes",),
        docs=("fleet-manager-troubleshooting-managed-nodes", "ssm-agent-status-and-restart"),
        run_node=registered,
    ),
    Check(
        id="node.online",
        title=text(N_("The agent reports")),
        why=text(N_("An agent that does not report takes no sessions either.")),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        needs=("node.registered",),
        explained_by=(*ROLE, *NETWORK),
        rights=("ssm:DescribeInstanceInformation",),
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
        requirements=("agent.diagnostics",),
        docs=("API_GetConnectionStatus", "session-manager-troubleshooting"),
        run_node=connected,
    ),
)
