"""Rules about the node itself: is it there, does it run, does its agent report, is its channel open."""

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
    unknown,
    warning,
)
from ssmwizard.model.facts import Known, Unknown
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity
from ssmwizard.model.node import Instance, Kind, ManagedNode, NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

ONLINE = "Online"
CONNECTED = "connected"
START = ("node.start",)
STATE = text(N_("State"))
PING = text(N_("Ping"))
CHANNEL = text(N_("Session channel"))


def exists(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    """Judge whether the account has the node in this Region at all."""
    for fact in (node.instance, node.managed):
        if isinstance(fact, Known) and fact.value is not None:
            return passed(
                text(N_("The node is in this account and Region.")), seen(_ID, node.id, fact)
            )
    lists = (node.managed,) if node.kind is Kind.HYBRID else (node.instance, node.managed)
    for fact in lists:
        if isinstance(fact, Unknown):
            return unknown(fact)
    caller = snapshot.identity.caller
    said = N_(
        "There is no node {node} in account {account}, Region {region}. Check the id, the account and the Region."
    )
    account = caller.value.account if isinstance(caller, Known) else "?"
    region = snapshot.identity.region or "?"
    shown = text(said, node=node.id, account=account, region=region)
    return failed(shown, seen(_ID, node.id, lists[0]), grade=Grade.PROVED, cause=f"id:{node.id}")


def running(_: Snapshot, node: NodeFacts) -> Outcome:
    """Judge EC2's state and status checks of the instance."""
    if node.kind is Kind.HYBRID:
        return not_applicable(
            text(N_("Whether a machine outside EC2 runs is only seen by its reports."))
        )
    instance = node.instance.require()
    if instance is None:
        return not_applicable(text(N_("There is no instance.")))
    state = seen(STATE, instance.state, node.instance)
    match instance.state:
        case "running":
            return _status_checks(node, state)
        case "stopped":
            said = N_("The instance is stopped.")
            return failed(text(said), state, grade=Grade.PROVED, fixes=START, cause="stopped")
        case "pending":
            return undecided(text(N_("The instance is starting. Look again in a minute.")), state)
        case "stopping":
            said = N_("The instance is stopping. Start it when it has stopped.")
        case _:
            said = N_("The instance is {state} and cannot be started again.")
    shown = text(said, state=instance.state)
    return failed(shown, state, grade=Grade.PROVED, cause=instance.state)


def _status_checks(node: NodeFacts, state: Evidence) -> Outcome:
    fact = node.status
    if isinstance(fact, Unknown):
        said = N_("The instance runs. Its status checks could not be looked at.")
        return passed(text(said), state)
    if fact.value is None:
        return passed(text(N_("The instance runs. It has no status checks yet.")), state)
    system = seen(text(N_("System status check")), fact.value.system, fact)
    inside = seen(text(N_("Instance status check")), fact.value.instance, fact)
    if "impaired" in (fact.value.system, fact.value.instance):
        said = N_(
            "The instance runs but fails EC2's status checks. Look at its console output, or stop and start it."
        )
        # It is EC2's own word that the checks fail; that this stops sessions is inferred.
        return failed(
            text(said), state, system, inside, grade=Grade.INFERRED, cause=f"status:{node.id}"
        )
    if "initializing" in (fact.value.system, fact.value.instance):
        said = N_("The instance runs and is still being checked by EC2.")
        return passed(text(said), state, system, inside)
    return passed(
        text(N_("The instance runs and passes its status checks.")), state, system, inside
    )


def registered(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    """Judge whether Systems Manager knows the node."""
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
        "The instance runs, but its agent does not report, and nothing seen from here explains it. Left are an agent that is not installed or not running, a firewall or a proxy inside the machine, or a new role that the agent has not taken up: restart the agent."
    )
    return failed(
        text(said), found, grade=Grade.PROVED, cause=f"unregistered:{node.id}"
    ).unexplained(text(rest))


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
    if isinstance(node.connection, Known) and node.connection.value == CONNECTED:
        said = N_("The latest report is late, but the channel for sessions is open.")
        channel = seen(CHANNEL, CONNECTED, node.connection)
        return warning(text(said), *found, channel)
    since = f"{managed.last_ping:%Y-%m-%d %H:%M} UTC" if managed.last_ping else "?"
    said = N_("The agent has stopped reporting; its last report was at {time}.")
    rest = N_(
        "The agent has stopped reporting (last at {time}), and nothing seen from here explains it. Left are a machine that is off, an agent that is stopped, a firewall or a proxy on the way, a full disk, or a wrong clock on the node."
    )
    return failed(
        text(said, time=since), *found, grade=Grade.PROVED, cause=f"lost:{node.id}"
    ).unexplained(text(rest, time=since))


def _last(managed: ManagedNode, node: NodeFacts) -> tuple[Evidence, ...]:
    if managed.last_ping is None:
        return ()
    label = text(N_("Last report"))
    return (seen(label, f"{managed.last_ping:%Y-%m-%d %H:%M:%S} UTC", node.managed),)


def connected(_: Snapshot, node: NodeFacts) -> Outcome:
    """Judge whether the node holds its channel for sessions open: the one thing that proves it."""
    if isinstance(node.refusal, Known) and node.refusal.value is None:
        said = N_("A real session was opened and ended again.")
        return passed(text(said), seen(text(N_("Session")), "granted", node.refusal))
    status = node.connection.require()
    found: list[Evidence] = [seen(CHANNEL, status, node.connection)]
    if status == CONNECTED:
        said = N_("The node holds its channel for sessions open.")
        return passed(text(said), *found)
    ping = node.managed.value.ping if isinstance(node.managed, Known) and node.managed.value else ""
    said, rest = _not_connected(ping)
    return failed(text(said), *found, grade=Grade.PROVED, cause=f"channel:{node.id}").unexplained(
        text(rest)
    )


def _not_connected(ping: str) -> tuple[str, str]:
    if ping != ONLINE:
        said = N_("The node has no channel for sessions.")
        return said, said
    return (
        N_("The agent reports, but has no channel for sessions."),
        N_(
            "The agent reports, but has no channel for sessions, and nothing seen from here explains it. Left are a firewall or a proxy inside the machine that lets ssm pass and not ssmmessages, or an agent that needs a restart."
        ),
    )


_ID: Text = text(N_("Node"))

NETWORK = (
    "network.dns",
    "network.route",
    "network.node-security-group",
    "network.endpoint-security-group",
    "network.acl",
)
ROLE = ("imds.enabled", "role.attached", "role.trust", "role.permissions")

BEFORE: tuple[Check, ...] = (
    Check(
        id="node.exists",
        title=text(N_("The node is in this account and Region")),
        why=text(N_("A wrong account or Region looks exactly like a node that cannot be reached.")),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        needs=("identity.credentials", "identity.region"),
        rights=("ec2:DescribeInstances", "ssm:DescribeInstanceInformation"),
        docs=("session-manager-troubleshooting",),
        run_node=exists,
    ),
    Check(
        id="node.running",
        title=text(N_("The instance runs")),
        why=text(
            N_("Nothing on a stopped instance answers, and Systems Manager does not list it.")
        ),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        needs=("node.exists",),
        rights=("ec2:DescribeInstances", "ec2:DescribeInstanceStatus"),
        docs=("fleet-manager-troubleshooting-managed-nodes",),
        run_node=running,
    ),
)

AFTER: tuple[Check, ...] = (
    Check(
        id="node.registered",
        title=text(N_("The node is registered with Systems Manager")),
        why=text(N_("Session Manager only knows nodes whose agent has reported.")),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        needs=("node.exists", "node.running"),
        explained_by=(*ROLE, *NETWORK),
        rights=("ssm:DescribeInstanceInformation",),
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

CHANNEL_CHECKS: tuple[Check, ...] = (
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
        docs=("API_GetConnectionStatus", "session-manager-troubleshooting"),
        run_node=connected,
    ),
)
