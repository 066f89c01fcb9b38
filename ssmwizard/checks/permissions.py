"""The rule about what the role of a node may do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ssmwizard.checks.arns import node_arn
from ssmwizard.checks.rights import ANY, Answer, By, May, is_read, right
from ssmwizard.checks.role import CHANGE, HOST_MANAGEMENT
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
from ssmwizard.checks.standin import Use, host_management, role_in_use
from ssmwizard.model.facts import Known, Unknown
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity
from ssmwizard.model.node import Kind, NodeFacts
from ssmwizard.model.role import ANY_RESOURCE, REPORT, Role, RoleFacts, name_of
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

SIMULATE = "iam:SimulatePrincipalPolicy"
# What to do about each who refuses; the most stubborn is named first.
REFUSALS = {
    By.ORGANIZATION: N_(
        "A policy of the organization denies {role} {actions}. Ask who administers the organization."
    ),
    By.BOUNDARY: N_(
        "The permissions boundary {boundary} of {role} does not allow {actions}. Allow them in the boundary."
    ),
    By.DENY: N_(
        "A policy of {role} denies {actions} explicitly ({policies}). Take the actions out of that Deny."
    ),
    By.NOBODY: N_(
        "The role {role} has no permission for {actions}. Attach the policy {recommended} to it, or allow them in a policy of its own."
    ),
}


def permissions(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    """Judge what the role may do, by the policy simulator or else by reading its policies."""
    use = role_in_use(snapshot, node)
    if use is None:
        return not_applicable(text(N_("There is no role to be judged.")))
    return permissions_of(snapshot, node, use)


def permissions_of(snapshot: Snapshot, node: NodeFacts, use: Use) -> Outcome:
    """Judge what a role may do for a node."""
    role = use.facts.role.require()
    if role is None:
        return not_applicable(text(N_("The role was deleted.")))
    told = node_rights(snapshot, node, use.facts, role)
    refused = [one for one in told if one.answer is Answer.REFUSED]
    if refused:
        return _refused(snapshot, node, use, role, refused)
    unsure = [one for one in told if one.answer is Answer.UNDECIDED]
    if unsure:
        return _undecided(snapshot, use.facts, unsure)
    return _allowed(snapshot, use.facts, role, told)


def node_rights(
    snapshot: Snapshot, node: NodeFacts, facts: RoleFacts, role: Role
) -> tuple[May, ...]:
    """Return what is known of each action that a node needs."""
    return tuple(
        node_right(snapshot, node, facts, role, action)
        for action in snapshot.requirements.texts("role.node-actions")
    )


def node_right(
    snapshot: Snapshot, node: NodeFacts, facts: RoleFacts, role: Role, action: str
) -> May:
    """Return what is known of an action that a node needs.

    Reporting can be allowed for single nodes, the other actions for all or none.
    """
    return right(snapshot, facts, role, action, _resources(snapshot, node, facts, action))


def _resources(
    snapshot: Snapshot, node: NodeFacts, facts: RoleFacts, action: str
) -> tuple[str, ...]:
    own = node_arn(snapshot, node.id, node.kind) if action == REPORT else ""
    if not own:
        return ANY
    if is_read(facts):
        return (own,)
    told = {arn: fact for (asked, arn), fact in facts.on_resources.items() if asked == action}
    # Where some node is allowed by itself, one that was not asked about may be, too.
    differs = any(isinstance(fact, Known) and fact.value.allowed for fact in told.values())
    every = node_arn(snapshot, ANY_RESOURCE, node.kind)
    return (*ANY, *([every] if every in told else []), *([own] if own in told or differs else []))


def _allowed(snapshot: Snapshot, facts: RoleFacts, role: Role, told: Sequence[May]) -> Outcome:
    found = _evidence(told)
    keys = tuple(sorted({key for one in told for key in one.keys}))
    deprecated = _attached(snapshot, facts, "role.deprecated-policies")
    if deprecated:
        said = N_(
            "The role {role} may do all that sessions need. It has the policy {policy}, which allows much more and which AWS means to withdraw; {recommended} is enough."
        )
        shown = text(
            said,
            role=role.name,
            policy=deprecated,
            recommended=snapshot.requirements.text("role.recommended-policy"),
        )
        return warning(
            _as_seen(facts, shown, allowed=True), *found, grade=Grade.INFERRED, cause=role.arn
        )
    said = N_("The role {role} may do all that sessions need, as the policy simulator says.")
    if is_read(facts):
        said = N_("The policies of the role {role} allow all that sessions need.")
    shown = text(said, role=role.name)
    if keys:
        said = N_("{finding} It was not told {keys}, which some of the policies ask for.")
        shown = text(said, finding=shown, keys=keys)
    return passed(_as_seen(facts, shown, allowed=True), *found, grade=Grade.INFERRED)


def _refused(
    snapshot: Snapshot, node: NodeFacts, use: Use, role: Role, refused: Sequence[May]
) -> Outcome:
    found = _evidence(refused)
    if use.from_ec2 and any(one.action == REPORT for one in refused):
        stands_in = host_management(snapshot, node)
        if not isinstance(stands_in, Unknown) and stands_in.by:
            said = N_("The role {role} may not report to Systems Manager. {reason}")
            shown = text(said, role=role.name, reason=stands_in.why)
            return warning(shown, *found, grade=Grade.INFERRED, cause=role.arn)
    by = min((one.refused_by for one in refused if one.refused_by), key=list(By).index)
    those = [one for one in refused if one.refused_by is by]
    policies = tuple(dict.fromkeys(name for one in those for name in one.policies))
    shown = text(
        REFUSALS[by],
        role=role.name,
        actions=_names(those),
        boundary=(role.boundary or "").rpartition("/")[2],
        policies=policies or text(N_("which one is not told")),
        recommended=_recommended(snapshot, role),
    )
    if node.connected:
        minutes = int(snapshot.requirements.number("time.channel-outlives-rights-minutes"))
        said = N_(
            "{finding} If that right was taken away lately, the channel that is open now may last up to {minutes} minutes more."
        )
        shown = text(said, finding=shown, minutes=minutes)
    return failed(
        _as_seen(use.facts, shown),
        *found,
        grade=Grade.INFERRED,
        fixes=_fixes(node, by),
        cause=role.arn,
    )


def _fixes(node: NodeFacts, by: By) -> tuple[str, ...]:
    """Return what heals a refusal: another role only where it is the role itself that is held back."""
    if by is By.NOBODY:
        return ("role.attach-managed-policy",)
    return CHANGE if node.kind is Kind.HYBRID and by is not By.ORGANIZATION else ()


def _recommended(snapshot: Snapshot, role: Role) -> str:
    """Return the policy of AWS's own that is meant for a role."""
    requirements = snapshot.requirements
    if role.name == name_of(requirements.text("role.default-host-management-role")):
        return requirements.text("role.default-host-management-policy")
    return requirements.text("role.recommended-policy")


def _undecided(snapshot: Snapshot, facts: RoleFacts, unsure: Sequence[May]) -> Outcome:
    unseen = next((one.fact for one in unsure if one.fact), None)
    if unseen is not None:
        return _unseen(snapshot, facts, unseen)
    found = _evidence(unsure)
    keys = tuple(sorted({key for one in unsure for key in one.keys}))
    said = N_("Whether {role} may do {actions} cannot be told. {reasons}")
    problems = [problem for one in unsure for problem in one.problems]
    said_of_keys = N_("It depends on {keys}, whose values are not known here.")
    reasons = problems[0] if problems else text(said_of_keys, keys=keys)
    shown = text(said, role=facts.name, actions=_names(unsure), reasons=reasons)
    return undecided(_as_seen(facts, shown), *found)


def _unseen(snapshot: Snapshot, facts: RoleFacts, why: Unknown) -> Outcome:
    """Say what could not be seen, and that a policy of AWS's own would be enough by itself."""
    sufficient = _attached(snapshot, facts, "role.sufficient-policies")
    if why.right is None or not sufficient:
        return unknown(why)
    said = N_(
        "The role {role} has the policy {policy}, which is enough by itself. Whether something else denies it could not be looked at; the right {right} is missing."
    )
    shown = text(said, role=facts.name, policy=sufficient, right=why.right)
    evidence = seen(text(N_("Attached policy")), sufficient, facts.policies)
    return replace(undecided(shown, evidence), right=why.right)


def _attached(snapshot: Snapshot, facts: RoleFacts, requirement: str) -> str:
    """Return the name of the first attached policy of AWS's own that is among those required."""
    ends = tuple(f":aws:policy/{name}" for name in snapshot.requirements.texts(requirement))
    attached = facts.policies.value if isinstance(facts.policies, Known) else ()
    return next((arn.rpartition("/")[2] for arn in attached if arn.endswith(ends)), "")


def _as_seen(facts: RoleFacts, said: Text, *, allowed: bool = False) -> Text:
    """Say how it was seen where that was not by the simulator, and what was not seen then."""
    if not is_read(facts) or not isinstance(facts.decisions, Unknown):
        return said
    how = N_(
        "{finding} This was read from the policies themselves, because the right {right} is missing."
    )
    if allowed:
        how = N_(
            "{finding} This was read from the policies themselves, because the right {right} is missing; what the organization's policies say was not seen."
        )
    return text(how, finding=said, right=facts.decisions.right or SIMULATE)


def _evidence(told: Sequence[May]) -> tuple[Evidence, ...]:
    return tuple(one for each in told for one in each.evidence)


def _names(told: Sequence[May]) -> tuple[str, ...]:
    return tuple(one.action for one in told)


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
        explained_by=(HOST_MANAGEMENT,),
        rights=("iam:GetRole", "iam:SimulatePrincipalPolicy", "iam:ListAttachedRolePolicies"),
        requirements=(
            "role.node-actions",
            "role.sufficient-policies",
            "role.deprecated-policies",
            "role.recommended-policy",
            "role.default-host-management-role",
            "role.default-host-management-policy",
            "time.channel-outlives-rights-minutes",
            "agent.default-host-management",
        ),
        docs=("getting-started-create-iam-instance-profile", "AmazonSSMManagedInstanceCore"),
        run_node=permissions,
    ),
)
