"""The rule about what the role of a node may do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
from ssmwizard.checks.standin import host_management, role_in_use
from ssmwizard.model.facts import Known, Unknown
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.role import Decision, Role, RoleFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text

DENIED = "explicitDeny"
# The action that decides whether Default Host Management leaves the instance profile alone.
REPORT = "ssm:UpdateInstanceInformation"
# Who refuses, the most stubborn first, with what to do about it.
REFUSALS: Sequence[tuple[Callable[[Decision], bool], str]] = (
    (
        lambda one: one.allowed_by_organization is False,
        N_(
            "A policy of the organization denies {role} {actions}. Ask who administers the organization."
        ),
    ),
    (
        lambda one: one.allowed_by_boundary is False,
        N_("The permissions boundary of {role} denies {actions}. Allow them in the boundary."),
    ),
    (
        lambda one: one.decision == DENIED,
        N_("A policy of {role} denies {actions} explicitly. Remove them from that Deny."),
    ),
)


def permissions(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    """Judge what the role may do, by the policy simulator or else by the policies attached."""
    use = role_in_use(snapshot, node)
    if use is None:
        return not_applicable(text(N_("There is no role to be judged.")))
    facts = use.facts
    role = facts.role.require()
    if role is None:
        return not_applicable(text(N_("The role was deleted.")))
    if isinstance(facts.decisions, Unknown):
        return _by_policies(snapshot, facts, facts.decisions)
    needed = snapshot.requirements.texts("role.node-actions")
    decisions = facts.decisions.value
    missing = tuple(action for action in needed if action not in decisions)
    if missing:
        said = N_("The policy simulator did not answer for {actions}.")
        return undecided(text(said, actions=missing))
    told = [decisions[action] for action in needed]
    refused = [one for one in told if not one.allowed]
    found = tuple(
        seen(text(N_("{action}"), action=one.action), one.decision, facts.decisions)
        for one in refused or told
    )
    if not refused:
        said = N_("The role {role} may do all that sessions need, as the policy simulator says.")
        return passed(text(said, role=role.name), *found, grade=Grade.INFERRED)
    if use.from_ec2 and any(one.action == REPORT for one in refused):
        stands_in = host_management(snapshot, node)
        if not isinstance(stands_in, Unknown) and stands_in.by:
            said = N_("The role {role} may not report to Systems Manager. {reason}")
            shown = text(said, role=role.name, reason=stands_in.why)
            return warning(shown, *found, grade=Grade.INFERRED, cause=role.arn)
    return _refused(role, refused, found)


def _refused(role: Role, refused: Sequence[Decision], found: tuple[Evidence, ...]) -> Outcome:
    certain = [one for one in refused if not one.missing_context]
    if not certain:
        keys = tuple(sorted({key for one in refused for key in one.missing_context}))
        said = N_(
            "Whether {role} may do {actions} depends on {keys}, which the simulator was not given."
        )
        return undecided(text(said, role=role.name, actions=_names(refused), keys=keys), *found)
    for refuses, said in REFUSALS:
        those = [one for one in certain if refuses(one)]
        if those:
            shown = text(said, role=role.name, actions=_names(those))
            return failed(shown, *found, grade=Grade.INFERRED, cause=role.arn)
    said = N_("The role {role} has no permission for {actions}.")
    return failed(
        text(said, role=role.name, actions=_names(certain)),
        *found,
        grade=Grade.INFERRED,
        fixes=("role.attach-managed-policy",),
        cause=role.arn,
    )


def _names(decisions: Sequence[Decision]) -> tuple[str, ...]:
    return tuple(one.action for one in decisions)


def _by_policies(snapshot: Snapshot, facts: RoleFacts, why: Unknown) -> Outcome:
    sufficient = tuple(
        f":aws:policy/{name}" for name in snapshot.requirements.texts("role.sufficient-policies")
    )
    if isinstance(facts.policies, Known):
        for policy in facts.policies.value:
            if policy.endswith(sufficient):
                said = N_(
                    "The role {role} has the policy {policy}, which is enough by itself. Whether something else denies it could not be simulated; the right {right} is missing."
                )
                shown = text(
                    said, role=facts.name, policy=policy.rpartition("/")[2], right=why.right or "-"
                )
                found = seen(text(N_("Attached policy")), policy, facts.policies)
                return replace(undecided(shown, found), right=why.right)
    return unknown(why)


CHECKS: tuple[Check, ...] = (
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
        requirements=(
            "role.node-actions",
            "role.sufficient-policies",
            "agent.default-host-management",
        ),
        docs=("getting-started-create-iam-instance-profile", "AmazonSSMManagedInstanceCore"),
        run_node=permissions,
    ),
)
