"""The rule about Default Host Management, for the nodes that depend on it.

https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-default-host-management-configuration.html
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from ssmwizard.checks.permissions import node_right, permissions_of
from ssmwizard.checks.rights import Answer
from ssmwizard.checks.role import ATTACH, ENABLE, HOST_MANAGEMENT, ROLE, trust_of
from ssmwizard.checks.rule import Check, Outcome, failed, not_applicable, passed, seen
from ssmwizard.checks.standin import (
    OFF,
    Use,
    facts_of,
    qualifies,
    shown_to_stand_in,
)
from ssmwizard.model.facts import NOT_COLLECTED, Fact, Known
from ssmwizard.model.findings import Grade, Scope, Severity, Status
from ssmwizard.model.node import Instance, Kind, NodeFacts
from ssmwizard.model.role import REPORT, name_of
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text

Value = TypeVar("Value")

SETTING = text(N_("Default Host Management"))


def serves(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    """Judge whether Default Host Management serves a node that has no other role to report with.

    Where nothing shows that a node depends on it, nothing is wrong with it: a node without any role is
    the matter of another check.
    """
    if node.kind is Kind.HYBRID:
        return not_applicable(text(N_("It is about EC2 instances alone.")))
    instance = node.instance.require()
    if instance is None or instance.gone:
        return not_applicable(text(N_("There is no instance.")))
    shown = shown_to_stand_in(snapshot, node)
    if not shown and _may_have_another(snapshot, node, instance):
        return not_applicable(text(N_("The instance has an instance profile of its own.")))
    setting = snapshot.account.host_management.require()
    if setting is None or setting.value in OFF:
        return _off(snapshot, node, instance)
    stands_in = qualifies(snapshot, node, setting.value)
    if not shown and not stands_in.by:
        return not_applicable(stands_in.why)
    return _on(snapshot, node, instance, setting.value)


def _may_have_another(snapshot: Snapshot, node: NodeFacts, instance: Instance) -> bool:
    """Tell whether the instance may report with the role of its instance profile."""
    if instance.profile_arn is None:
        return False
    profile = _value(snapshot.profiles.get(instance.profile_arn, NOT_COLLECTED))
    facts = facts_of(snapshot, profile.role) if profile and profile.role else None
    role = _value(facts.role) if facts else None
    if facts is None or role is None:
        return True
    return node_right(snapshot, node, facts, role, REPORT).answer is not Answer.REFUSED


def _off(snapshot: Snapshot, node: NodeFacts, instance: Instance) -> Outcome:
    """Judge a node that has no role to report with, where Default Host Management is off.

    The service names the role of an instance where that is not of its instance profile: then it has
    been served so before.
    """
    managed = _value(node.managed)
    profile = _value(snapshot.profiles.get(instance.profile_arn or "", NOT_COLLECTED))
    own = profile.role if profile else None
    if managed is None or not managed.role or name_of(managed.role) == own:
        said = N_(
            "Default Host Management is off, and nothing shows that the instance ever used it."
        )
        return not_applicable(text(said))
    said = N_(
        "The instance has no role of its own to report with. It reported with the role {role}, as Default Host Management hands one out, and that is off in this Region. Turn it on again, or give the instance a role that may report."
    )
    return failed(
        text(said, role=managed.role),
        seen(ROLE, managed.role, node.managed),
        seen(SETTING, "-", snapshot.account.host_management),
        grade=Grade.INFERRED,
        fixes=_fixes(instance, offered=_value(snapshot.account.host_management) is not None),
        cause="default-host-management-off",
    )


def _on(snapshot: Snapshot, node: NodeFacts, instance: Instance, name: str) -> Outcome:
    """Judge the role that stands in for a node's own."""
    setting = seen(SETTING, name, snapshot.account.host_management)
    use = Use(facts_of(snapshot, name), from_ec2=False)
    if use.facts.role.require() is None:
        said = N_(
            "Default Host Management stands in for this node with the role {role}, which was deleted. Turn it on anew with a role that exists, or give the instance a role of its own."
        )
        return failed(
            text(said, role=name),
            setting,
            grade=Grade.INFERRED,
            fixes=_fixes(instance),
            cause=name_of(name),
        )
    judged = (trust_of(snapshot, use), permissions_of(snapshot, node, use))
    for status in (Status.FAILED, Status.UNKNOWN):
        for outcome in judged:
            if outcome.status is status:
                said = N_("Default Host Management stands in for this node with {role}. {finding}")
                shown = text(said, role=name, finding=outcome.text)
                return replace(outcome, text=shown, evidence=(setting, *outcome.evidence))
    said = N_("Default Host Management stands in for this node with {role}, which serves.")
    shown = text(said, role=name)
    if _value(node.managed) is None:
        minutes = int(snapshot.requirements.number("time.default-host-management-minutes"))
        said = N_("{finding} It may take up to {minutes} minutes until it does so.")
        shown = text(said, finding=shown, minutes=minutes)
    return passed(shown, setting, grade=Grade.INFERRED)


def _fixes(instance: Instance, *, offered: bool = True) -> tuple[str, ...]:
    """Return what heals the instance; turning it on only where the service offers it at all."""
    return (*(ENABLE if offered else ()), *(ATTACH if instance.profile_arn is None else ()))


def _value(fact: Fact[Value]) -> Value | None:
    return fact.value if isinstance(fact, Known) else None


CHECKS: tuple[Check, ...] = (
    Check(
        id=HOST_MANAGEMENT,
        title=text(N_("Default Host Management serves the nodes that depend on it")),
        why=text(
            N_(
                "It lends a role to instances that have none of their own that may report. When it is turned off, or its role is broken, they all fall silent."
            )
        ),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        needs=("node.exists",),
        rights=("ssm:GetServiceSetting", "iam:GetRole", "iam:SimulatePrincipalPolicy"),
        requirements=(
            "agent.default-host-management",
            "time.default-host-management-minutes",
            "role.node-actions",
            "role.trusted-by-hybrid",
            "role.trusted-by-ec2",
            "role.trusted-by-ec2-china",
            "role.sufficient-policies",
            "role.deprecated-policies",
            "role.recommended-policy",
            "role.default-host-management-role",
            "role.default-host-management-policy",
            "time.channel-outlives-rights-minutes",
        ),
        docs=("fleet-manager-default-host-management-configuration",),
        run_node=serves,
    ),
)
