"""Rules about the IAM role of a node: is there one, and who may take it."""

from __future__ import annotations

import json
from dataclasses import replace

from ssmwizard.checks.arns import account_of
from ssmwizard.checks.rule import (
    Check,
    Outcome,
    failed,
    not_applicable,
    passed,
    seen,
    undecided,
    unknown,
)
from ssmwizard.checks.same import Same, once
from ssmwizard.checks.standin import OFF, Use, facts_of, host_management, qualifies, role_in_use
from ssmwizard.checks.trust import Trust, Where, trusted
from ssmwizard.model.facts import NOT_COLLECTED, Known, Unknown
from ssmwizard.model.findings import Grade, Scope, Severity, Status
from ssmwizard.model.node import Kind, NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text

ROLE = text(N_("Role"))
PROFILE = text(N_("Instance profile"))
ATTACH = ("role.attach-instance-profile",)
REPAIR = ("role.repair-trust",)
CHANGE = ("role.change-hybrid-role",)
ENABLE = ("account.enable-default-host-management",)
# Fails for the very role that stands in for a node's own.
HOST_MANAGEMENT = "account.default-host-management"


def attached(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    """Judge whether the node has a role at all, or Default Host Management to stand in."""
    if node.kind is Kind.HYBRID:
        return _hybrid_attached(snapshot, node)
    instance = node.instance.require()
    if instance is None:
        return not_applicable(text(N_("There is no instance.")))
    if instance.gone:
        return not_applicable(text(N_("The instance is gone.")))
    if instance.profile_arn is None:
        return _without_profile(snapshot, node)
    fact = snapshot.profiles.get(instance.profile_arn, NOT_COLLECTED)
    profile = fact.require()
    found = seen(PROFILE, instance.profile_arn, node.instance)
    if profile is None:
        said = N_(
            "The instance profile {profile} was deleted, so the node has no role. Make one of this name again, or give the instance another."
        )
        shown = text(said, profile=instance.profile_arn.rpartition("/")[2])
        return failed(shown, found, grade=Grade.INFERRED, cause=instance.profile_arn)
    if profile.role is None:
        said = N_(
            "The instance profile {profile} is empty, so the node has no role. Put a role into it."
        )
        return failed(
            text(said, profile=profile.name),
            found,
            seen(ROLE, "-", fact),
            grade=Grade.INFERRED,
            fixes=ATTACH,
            cause=profile.arn,
        )
    if _deleted(snapshot, profile.role):
        said = N_(
            "The role {role} in the instance profile {profile} was deleted, so the node has no credentials. Put another role into the profile."
        )
        shown = text(said, role=profile.role, profile=profile.name)
        return failed(shown, found, grade=Grade.INFERRED, cause=profile.role)
    said = N_("The instance has the role {role}.")
    role = seen(ROLE, profile.role, fact)
    return passed(text(said, role=profile.role), found, role, grade=Grade.INFERRED)


def _deleted(snapshot: Snapshot, role: str) -> bool:
    fact = facts_of(snapshot, role).role
    return isinstance(fact, Known) and fact.value is None


def _hybrid_attached(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    managed = node.managed.require()
    if managed is None:
        return not_applicable(text(N_("The machine is not registered.")))
    if not managed.role:
        return undecided(text(N_("The service does not tell the role of this machine.")))
    role = facts_of(snapshot, managed.role).role.require()
    found = seen(ROLE, managed.role, node.managed)
    if role is None:
        said = N_(
            "The service role {role} of this machine was deleted. Give the machine another role, or make one of this name again."
        )
        shown = text(said, role=managed.role)
        return failed(shown, found, grade=Grade.INFERRED, fixes=CHANGE, cause=managed.role)
    said = N_("The machine has the service role {role}.")
    return passed(text(said, role=managed.role), found, grade=Grade.INFERRED)


def _without_profile(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    stands_in = host_management(snapshot, node)
    none = seen(PROFILE, "-", node.instance)
    if isinstance(stands_in, Unknown):
        return unknown(stands_in, none)
    if not stands_in.by:
        said = N_(
            "The instance has no instance profile, so its agent has no rights. {reason} Give the instance a profile with a role that may report."
        )
        outcome = failed(
            text(said, reason=stands_in.why),
            none,
            grade=Grade.INFERRED,
            fixes=(*ATTACH, *_lendable(snapshot, node)),
            cause="no-instance-profile",
        )
        return replace(outcome, blocked_by=stands_in.blocked_by)
    setting = seen(ROLE, stands_in.by, snapshot.account.host_management)
    if _deleted(snapshot, stands_in.by):
        said = N_(
            "The instance has no instance profile, and the role {role} of Default Host Management was deleted. Turn Default Host Management on anew, or give the instance a role."
        )
        return failed(
            text(said, role=stands_in.by),
            none,
            setting,
            grade=Grade.INFERRED,
            fixes=(*ATTACH, *ENABLE),
            cause=stands_in.by,
        )
    said = N_("The instance has no instance profile. {reason}")
    return passed(text(said, reason=stands_in.why), none, setting, grade=Grade.INFERRED)


def _lendable(snapshot: Snapshot, node: NodeFacts) -> tuple[str, ...]:
    """Return the fix that turns Default Host Management on, where that would serve the node."""
    setting = snapshot.account.host_management
    off = isinstance(setting, Known) and setting.value is not None and setting.value.value in OFF
    role = snapshot.requirements.text("role.default-host-management-role")
    return ENABLE if off and qualifies(snapshot, node, role).by else ()


def trust(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    """Judge whether the service that hands the role out is allowed to take it."""
    use = role_in_use(snapshot, node)
    if use is None:
        return not_applicable(text(N_("There is no role to be judged.")))
    outcome = trust_of(snapshot, use)
    another = outcome.status is Status.FAILED and not outcome.fixes and node.kind is Kind.HYBRID
    return replace(outcome, fixes=CHANGE) if another else outcome


def trust_of(snapshot: Snapshot, use: Use) -> Outcome:
    """Judge whether a role may be taken by the service that is to hand it out."""
    key = ("trust", Same(use.facts), use.from_ec2)
    return once(snapshot, key, lambda: _trust_of(snapshot, use))


def _trust_of(snapshot: Snapshot, use: Use) -> Outcome:
    role = use.facts.role.require()
    if role is None:
        return not_applicable(text(N_("The role was deleted.")))
    services = _services(snapshot, use)
    here = Where(account_of(snapshot), snapshot.identity.region or "")
    told = trusted(role.trust, services, None if use.from_ec2 else here)
    found = (
        seen(ROLE, role.arn, use.facts.role),
        seen(text(N_("Trust policy")), json.dumps(role.trust), use.facts.role),
    )
    match told:
        case Trust.YES:
            said = N_("{service} may take the role {role}.")
            shown = text(said, service=services[0], role=role.name)
            return passed(shown, *found, grade=Grade.INFERRED)
        case Trust.UNDECIDED:
            said = N_(
                "The trust policy of {role} has conditions that cannot be decided from here, or parts that cannot be read."
            )
            return undecided(text(said, role=role.name), *found)
        case Trust.ELSEWHERE:
            said = N_(
                "The trust policy of {role} allows {service} only for another account or Region than {account} in {region}. Correct aws:SourceAccount and aws:SourceArn in it."
            )
        case Trust.DENIED:
            said = N_(
                "The trust policy of {role} denies {service} the role. Take that statement out."
            )
        case _:
            said = N_(
                "{service} may not take the role {role}, so the node gets no credentials. Add it to the trust policy."
            )
    shown = text(
        said,
        service=services[0],
        role=role.name,
        account=account_of(snapshot),
        region=snapshot.identity.region or "",
    )
    fixes = () if told is Trust.DENIED else REPAIR
    return failed(shown, *found, grade=Grade.INFERRED, fixes=fixes, cause=role.arn)


def _services(snapshot: Snapshot, use: Use) -> tuple[str, ...]:
    requirements = snapshot.requirements
    if not use.from_ec2:
        return requirements.texts("role.trusted-by-hybrid")
    names = requirements.texts("role.trusted-by-ec2")
    particular = requirements.get("role.trusted-by-ec2-china")
    name = snapshot.partition.name if snapshot.partition else ""
    if particular.in_force(name, snapshot.now.date()):
        names += requirements.texts(particular.id)
    return names


CHECKS: tuple[Check, ...] = (
    Check(
        id="role.attached",
        title=text(N_("The node has a role")),
        why=text(
            N_(
                "The agent reports to Systems Manager with the rights of the node's role; without one it cannot report."
            )
        ),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        needs=("node.exists",),
        explained_by=(HOST_MANAGEMENT,),
        rights=("iam:GetInstanceProfile", "ssm:GetServiceSetting"),
        requirements=("agent.default-host-management", "role.default-host-management-role"),
        docs=("setup-instance-permissions", "session-manager-getting-started-instance-profile"),
        run_node=attached,
    ),
    Check(
        id="role.trust",
        title=text(N_("The role may be taken by the node")),
        why=text(
            N_(
                "The trust policy says who may take a role: EC2 for instances, Systems Manager for hybrid nodes."
            )
        ),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        needs=("role.attached",),
        explained_by=(HOST_MANAGEMENT,),
        rights=("iam:GetRole",),
        requirements=(
            "role.trusted-by-ec2",
            "role.trusted-by-ec2-china",
            "role.trusted-by-hybrid",
            "agent.default-host-management",
        ),
        docs=("setup-instance-permissions", "hybrid-multicloud-service-role"),
        run_node=trust,
    ),
)
