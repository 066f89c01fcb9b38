"""The rule about the registration: does Systems Manager know the node, and as what."""

from __future__ import annotations

from datetime import timedelta

from ssmwizard.checks.inside import REQUIREMENTS, explained
from ssmwizard.checks.rule import Check, Outcome, failed, passed, seen, undecided, warning
from ssmwizard.checks.twins import hybrid_twin, instance_behind
from ssmwizard.model.facts import Known, Unknown
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity
from ssmwizard.model.node import Instance, Kind, ManagedNode, NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text

PING = text(N_("Ping"))
CHANNEL = text(N_("Session channel"))
NETWORK = (
    "network.dns",
    "network.route",
    "network.node-security-group",
    "network.endpoint-security-group",
    "network.acl",
    "network.endpoint-policy",
)
ROLE = (
    "imds.enabled",
    "account.default-host-management",
    "role.attached",
    "role.trust",
    "role.permissions",
)


def registered(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    """Judge whether Systems Manager knows the node, and as what."""
    if isinstance(node.managed, Unknown) and node.connected:
        said = N_("The node is registered: its channel for sessions is open.")
        return passed(text(said), seen(CHANNEL, "connected", node.connection))
    managed = node.managed.require()
    instance = node.instance.value if isinstance(node.instance, Known) else None
    if managed is not None:
        return _known(snapshot, node, managed, instance)
    if node.kind is Kind.EC2:
        node.instance.require()  # Whether it runs at all is not known either.
    found = seen(text(N_("Managed nodes")), "-", node.managed)
    twin = hybrid_twin(snapshot, instance) if instance is not None else None
    if twin is not None:
        return _only_as_hybrid(node, twin, found)
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
    outcome = failed(text(said), found, grade=Grade.PROVED, cause=f"unregistered:{node.id}")
    left = text(rest, command=agent_command(instance.platform if instance else ""))
    return explained(snapshot, node, outcome.unexplained(left))


def _known(
    snapshot: Snapshot, node: NodeFacts, managed: ManagedNode, instance: Instance | None
) -> Outcome:
    found = seen(PING, managed.ping, node.managed)
    if node.kind is Kind.HYBRID:
        behind = instance_behind(snapshot, managed)
        if behind is not None:
            said = N_(
                "The node is registered, but seems to be an EC2 instance ({instance}) that was registered with a hybrid activation: it counts and is charged as a machine outside EC2. To change that, deregister it and give the instance a role."
            )
            shown = text(said, instance=behind or managed.computer_name)
            return warning(shown, found, *machine(managed, node), grade=Grade.INFERRED)
    twin = hybrid_twin(snapshot, instance) if instance is not None else None
    if twin is not None:
        said = N_(
            "The node is registered, and the same machine seems to be registered as {twin} too, with a hybrid activation. An agent reports as one of the two only; deregister the one that is left over."
        )
        other = seen(text(N_("Ping of {node}"), node=twin.id), twin.ping, node.managed)
        return warning(text(said, twin=twin.id), found, other, grade=Grade.INFERRED)
    return passed(text(N_("The node is registered with Systems Manager.")), found)


def _only_as_hybrid(node: NodeFacts, twin: ManagedNode, found: Evidence) -> Outcome:
    said = N_(
        "The instance is not registered as such: its agent seems to report as {twin}, registered with a hybrid activation. Open sessions on {twin}, or deregister it so that the agent registers as the instance."
    )
    return failed(
        text(said, twin=twin.id),
        found,
        *machine(twin, node),
        grade=Grade.PROVED,
        cause=f"unregistered:{node.id}",
    )


def _just_launched(snapshot: Snapshot, instance: Instance, minutes: float) -> bool:
    if instance.launched is None:
        return False
    return snapshot.now - instance.launched < timedelta(minutes=minutes)


def machine(managed: ManagedNode, node: NodeFacts) -> tuple[Evidence, ...]:
    """Return what a node reports of its machine."""
    return (
        seen(
            text(N_("Computer name of {node}"), node=managed.id),
            managed.computer_name,
            node.managed,
        ),
        seen(text(N_("Address of {node}"), node=managed.id), managed.address, node.managed),
    )


def agent_command(system: str) -> str:
    """Return what tells on a machine of this system whether the agent runs.

    https://docs.aws.amazon.com/systems-manager/latest/userguide/ssm-agent-status-and-restart.html
    """
    if "windows" in system.casefold():
        return "Get-Service AmazonSSMAgent"
    if "mac" in system.casefold():
        return "sudo launchctl list com.amazon.aws.ssm"
    # The snap of Ubuntu has a longer name.
    return 'systemctl status "*amazon-ssm-agent*"'


CHECKS: tuple[Check, ...] = (
    Check(
        id="node.registered",
        title=text(N_("The node is registered with Systems Manager")),
        why=text(N_("Session Manager only knows nodes whose agent has reported.")),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        needs=("node.exists", "node.running"),
        explained_by=(*ROLE, *NETWORK),
        rights=("ssm:DescribeInstanceInformation",),
        requirements=("time.registration-minutes", *REQUIREMENTS),
        docs=("fleet-manager-troubleshooting-managed-nodes", "ssm-agent-status-and-restart"),
        run_node=registered,
    ),
)
