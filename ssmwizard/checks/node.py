"""The rule about the instance: does it run, does it pass EC2's status checks."""

from __future__ import annotations

from dataclasses import replace

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
from ssmwizard.model.facts import Fact, Unknown
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity
from ssmwizard.model.node import InstanceStatus, Kind, NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text

START = ("node.start",)
STATE = text(N_("State"))
CHANNEL = text(N_("Session channel"))


def running(_: Snapshot, node: NodeFacts) -> Outcome:
    """Judge EC2's state and status checks of the instance."""
    if node.kind is Kind.HYBRID:
        return not_applicable(
            text(N_("Whether a machine outside EC2 runs is only seen by its reports."))
        )
    if isinstance(node.instance, Unknown):
        # Systems Manager may show all the same whether the agent reports.
        return replace(unknown(node.instance), bars=False)
    instance = node.instance.value
    if instance is None:
        return not_applicable(text(N_("There is no instance.")))
    state = seen(STATE, instance.state, node.instance)
    match instance.state:
        case "running":
            return _status_checks(node, state)
        case "stopped":
            said = N_("The instance is stopped. Start it.")
            return failed(text(said), state, grade=Grade.PROVED, fixes=START, cause="stopped")
        case "pending":
            return undecided(text(N_("The instance is starting. Look again in a minute.")), state)
        case "stopping":
            said = N_("The instance is stopping. Start it when it has stopped.")
        case "shutting-down" | "terminated":
            said = N_(
                "The instance is {state} and cannot be started again. Choose the one that took its place, or launch another."
            )
        case _:
            said = N_("EC2 says {state} of the instance, which does not tell whether it runs.")
            return undecided(text(said, state=instance.state or "-"), state)
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
    inside = (
        seen(text(N_("Instance status check")), fact.value.instance, fact),
        *_volumes(fact.value, fact),
    )
    if "impaired" in (fact.value.system, fact.value.instance, fact.value.volumes):
        if node.connected:
            said = N_(
                "The instance fails EC2's status checks, but its channel for sessions is open."
            )
            channel = seen(CHANNEL, "connected", node.connection)
            return warning(text(said), state, system, *inside, channel)
        said = N_(
            "The instance runs but fails EC2's status checks. Look at its console output, or stop and start it."
        )
        # It is EC2's own word that the checks fail; that this stops sessions is inferred.
        return failed(
            text(said), state, system, *inside, grade=Grade.INFERRED, cause=f"status:{node.id}"
        )
    if "initializing" in (fact.value.system, fact.value.instance):
        said = N_("The instance runs and is still being checked by EC2.")
        return passed(text(said), state, system, *inside)
    return passed(
        text(N_("The instance runs and passes its status checks.")), state, system, *inside
    )


def _volumes(status: InstanceStatus, fact: Fact[InstanceStatus | None]) -> tuple[Evidence, ...]:
    label = text(N_("Status check of the volumes"))
    return (seen(label, status.volumes, fact),) if status.volumes else ()


CHECKS: tuple[Check, ...] = (
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
