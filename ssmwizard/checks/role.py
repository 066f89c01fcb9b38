"""Rules about the IAM role of a node: is there one, who may take it, what may it do."""

from __future__ import annotations

from collections.abc import Sequence

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
from ssmwizard.checks.standin import host_management
from ssmwizard.checks.trust import Trust, trusted
from ssmwizard.model.facts import NOT_COLLECTED, Known, Unknown
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity
from ssmwizard.model.node import Kind, NodeFacts
from ssmwizard.model.role import Decision, Role, RoleFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text

ROLE = text(N_("Role"))
PROFILE = text(N_("Instance profile"))
DENIED = "explicitDeny"


def attached(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    """Judge whether the node has a role at all, or Default Host Management to stand in."""
    if node.kind is Kind.HYBRID:
        return _hybrid_attached(snapshot, node)
    instance = node.instance.require()
    if instance is None:
        return not_applicable(text(N_("There is no instance.")))
    if instance.profile_arn is None:
        return _without_profile(snapshot, node)
    fact = snapshot.profiles.get(instance.profile_arn, NOT_COLLECTED)
    profile = fact.require()
    found = seen(PROFILE, instance.profile_arn, node.instance)
    fixes = ("role.attach-instance-profile",)
    if profile is None:
        said = N_("The instance profile {profile} was deleted, so the node has no role.")
        shown = text(said, profile=instance.profile_arn)
        return failed(shown, found, grade=Grade.INFERRED, cause=instance.profile_arn)
    if profile.role is None:
        said = N_("The instance profile {profile} is empty, so the node has no role.")
        return failed(
            text(said, profile=profile.name),
            found,
            grade=Grade.INFERRED,
            fixes=fixes,
            cause=profile.arn,
        )
    said = N_("The instance has the role {role}.")
    role = seen(ROLE, profile.role, fact)
    return passed(text(said, role=profile.role), found, role, grade=Grade.INFERRED)


def _hybrid_attached(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    managed = node.managed.require()
    if managed is None:
        return not_applicable(text(N_("The machine is not registered.")))
    if not managed.role:
        return undecided(text(N_("The service does not tell the role of this machine.")))
    facts = _role(snapshot, managed.role)
    role = facts.role.require()
    found = seen(ROLE, managed.role, node.managed)
    if role is None:
        said = N_(
            "The service role {role} of this machine was deleted. Give the machine another role, or make one of this name again."
        )
        return failed(
            text(said, role=managed.role), found, grade=Grade.INFERRED, cause=managed.role
        )
    return passed(
        text(N_("The machine has the service role {role}."), role=managed.role),
        found,
        grade=Grade.INFERRED,
    )


def _without_profile(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    stands_in = host_management(snapshot, node)
    none = seen(PROFILE, "-", node.instance)
    if isinstance(stands_in, Unknown):
        return unknown(stands_in, none)
    if stands_in.by:
        said = N_(
            "The instance has no instance profile. Default Host Management stands in with {role}."
        )
        setting = seen(ROLE, stands_in.by, snapshot.account.host_management)
        return passed(text(said, role=stands_in.by), none, setting, grade=Grade.INFERRED)
    said = N_("The instance has no instance profile, so its agent has no rights. {reason}")
    return failed(
        text(said, reason=stands_in.why_not),
        none,
        grade=Grade.INFERRED,
        fixes=("role.attach-instance-profile",),
        cause="no-instance-profile",
    )


def trust(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    """Judge whether the service that hands the role out is allowed to take it."""
    facts = role_of(snapshot, node)
    if facts is None:
        return not_applicable(text(N_("There is no role to be judged.")))
    role = facts.role.require()
    if role is None:
        return not_applicable(text(N_("The role was deleted.")))
    services = _services(snapshot, node)
    caller = snapshot.identity.caller
    account = caller.value.account if isinstance(caller, Known) else ""
    told = trusted(role.trust, services, account, snapshot.identity.region or "")
    found = seen(ROLE, role.arn, facts.role)
    match told:
        case Trust.YES:
            said = N_("{service} may take the role {role}.")
            shown = text(said, service=services[0], role=role.name)
            return passed(shown, found, grade=Grade.INFERRED)
        case Trust.UNDECIDED:
            said = N_("The trust policy of {role} has conditions that cannot be decided from here.")
            return undecided(text(said, role=role.name), found)
        case Trust.ELSEWHERE:
            said = N_(
                "The trust policy of {role} allows {service} only for another account or Region. Correct aws:SourceAccount and aws:SourceArn in it."
            )
        case Trust.DENIED:
            said = N_("The trust policy of {role} denies {service} the role.")
        case _:
            said = N_(
                "{service} may not take the role {role}, so the node gets no credentials. Add it to the trust policy."
            )
    shown = text(said, service=services[0], role=role.name)
    return failed(shown, found, grade=Grade.INFERRED, cause=role.arn)


def permissions(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    """Judge what the role may do, by the policy simulator or else by the policies attached."""
    facts = role_of(snapshot, node)
    if facts is None:
        return not_applicable(text(N_("There is no role to be judged.")))
    role = facts.role.require()
    if role is None:
        return not_applicable(text(N_("The role was deleted.")))
    if isinstance(facts.decisions, Unknown):
        return _by_policies(snapshot, facts, facts.decisions)
    needed = snapshot.requirements.texts("role.node-actions")
    decisions = facts.decisions.value
    missing = [action for action in needed if action not in decisions]
    if missing:
        said = N_("The policy simulator did not answer for {actions}.")
        return undecided(text(said, actions=tuple(missing)))
    denied = [decisions[action] for action in needed if not decisions[action].allowed]
    found = tuple(
        seen(text(N_("{action}"), action=one.action), _shown(one), facts.decisions)
        for one in (denied or [decisions[action] for action in needed])
    )
    if not denied:
        said = N_("The role {role} may do all that sessions need, as the policy simulator says.")
        return passed(text(said, role=role.name), *found, grade=Grade.INFERRED)
    return _denied(role, denied, found)


def _denied(role: Role, denied: Sequence[Decision], found: tuple[Evidence, ...]) -> Outcome:
    actions = tuple(one.action for one in denied)
    if any(one.missing_context for one in denied):
        keys = tuple(sorted({key for one in denied for key in one.missing_context}))
        said = N_(
            "Whether {role} may do {actions} depends on {keys}, which the simulator was not given."
        )
        return undecided(text(said, role=role.name, actions=actions, keys=keys), *found)
    if any(one.allowed_by_organization is False for one in denied):
        said = N_(
            "A policy of the organization denies {role} {actions}. Ask who administers the organization."
        )
    elif any(one.allowed_by_boundary is False for one in denied):
        said = N_(
            "The permissions boundary of {role} denies {actions}. Allow them in the boundary."
        )
    elif any(one.decision == DENIED for one in denied):
        said = N_("A policy of {role} denies {actions} explicitly. Remove them from that Deny.")
    else:
        said = N_("The role {role} has no permission for {actions}.")
        return failed(
            text(said, role=role.name, actions=actions),
            *found,
            grade=Grade.INFERRED,
            fixes=("role.attach-managed-policy",),
            cause=role.arn,
        )
    shown = text(said, role=role.name, actions=actions)
    return failed(shown, *found, grade=Grade.INFERRED, cause=role.arn)


def _by_policies(snapshot: Snapshot, facts: RoleFacts, why: Unknown) -> Outcome:
    sufficient = tuple(
        f":aws:policy/{name}" for name in snapshot.requirements.texts("role.sufficient-policies")
    )
    if isinstance(facts.policies, Known):
        for policy in facts.policies.value:
            if policy.endswith(sufficient):
                said = N_(
                    "The role {role} has the policy {policy}, which is enough. Whether something else denies it could not be simulated."
                )
                shown = text(said, role=facts.name, policy=policy.rpartition("/")[2])
                found = seen(text(N_("Attached policy")), policy, facts.policies)
                return passed(shown, found, grade=Grade.INFERRED)
    return unknown(why)


def role_of(snapshot: Snapshot, node: NodeFacts) -> RoleFacts | None:
    """Return the facts of the role that the node uses, None when it has none."""
    if node.kind is Kind.HYBRID:
        managed = node.managed.require()
        return _role(snapshot, managed.role) if managed and managed.role else None
    instance = node.instance.require()
    if instance is None:
        return None
    if instance.profile_arn is None:
        stands_in = host_management(snapshot, node)
        by = "" if isinstance(stands_in, Unknown) else stands_in.by
        return _role(snapshot, by) if by else None
    profile = snapshot.profiles.get(instance.profile_arn, NOT_COLLECTED).require()
    return _role(snapshot, profile.role) if profile and profile.role else None


def _role(snapshot: Snapshot, name: str) -> RoleFacts:
    return snapshot.roles.get(name, RoleFacts(name, NOT_COLLECTED))


def _services(snapshot: Snapshot, node: NodeFacts) -> tuple[str, ...]:
    requirements = snapshot.requirements
    instance = node.instance.value if isinstance(node.instance, Known) else None
    stands_in = instance is not None and instance.profile_arn is None
    if node.kind is Kind.HYBRID or stands_in:
        return requirements.texts("role.trusted-by-hybrid")
    return (
        *requirements.texts("role.trusted-by-ec2"),
        *requirements.texts("role.trusted-by-ec2-china"),
    )


def _shown(decision: Decision) -> str:
    return decision.decision


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
        rights=("iam:GetInstanceProfile", "ssm:GetServiceSetting"),
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
        rights=("iam:GetRole",),
        docs=("setup-instance-permissions", "hybrid-multicloud-service-role"),
        run_node=trust,
    ),
    Check(
        id="role.permissions",
        title=text(N_("The role has the permissions that sessions need")),
        why=text(
            N_(
                "The agent registers with one of these actions and opens the channels of sessions with the others."
            )
        ),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        needs=("role.attached",),
        rights=("iam:GetRole", "iam:SimulatePrincipalPolicy", "iam:ListAttachedRolePolicies"),
        docs=("getting-started-create-iam-instance-profile", "AmazonSSMManagedInstanceCore"),
        run_node=permissions,
    ),
)
