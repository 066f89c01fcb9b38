"""Fixes of the roles that nodes use: the managed policy."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial

from ssmwizard.fixes.dependents import with_profiles, with_service_role
from ssmwizard.fixes.fix import CannotPlan, Fix, Nodes, Plans, attempt
from ssmwizard.fixes.ground import ids, instance, managed, managed_policy
from ssmwizard.model.facts import NOT_COLLECTED, Known
from ssmwizard.model.node import Kind, NodeFacts
from ssmwizard.model.plans import (
    Call,
    Change,
    Expectation,
    NoPlan,
    Plan,
    Right,
    Risk,
    Trace,
    Undo,
    Wait,
)
from ssmwizard.model.requirements import Requirements
from ssmwizard.model.role import Decision, Role, RoleFacts, name_of
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

ID = "role.attach-managed-policy"
# Roles under this path are kept by AWS and cannot be changed.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html
SERVICE_LINKED = "/aws-service-role/"
# Values of the setting with which Default Host Management is off.
OFF = ("", "$None")
LOOK_SECONDS = 10
SECONDS = 60


def plan(snapshot: Snapshot, nodes: Nodes) -> Plans:
    """Plan one policy for each role, with all the nodes that use it."""
    users: dict[str, list[NodeFacts]] = {}
    without: Plans = ()
    for node in nodes:
        name = attempt(ID, (node,), partial(role_of, snapshot, node))
        if isinstance(name, NoPlan):
            without += (name,)
        else:
            users.setdefault(name, []).append(node)
    plans = tuple(
        attempt(ID, some, partial(_plan, snapshot, name, tuple(some)))
        for name, some in users.items()
    )
    return (*plans, *without)


def role_of(snapshot: Snapshot, node: NodeFacts) -> str:
    """Return the name of the role that a node uses; raises :class:`CannotPlan` when it has none.

    An instance without a profile uses that of Default Host Management, where that is on.
    """
    if node.kind is Kind.HYBRID:
        name = managed(node).role
        if not name:
            said = N_("The service does not tell which role {node} was registered with.")
            raise CannotPlan(text(said, node=node.id))
        return name_of(name)
    arn = instance(node).profile_arn
    if arn is None:
        setting = snapshot.account.host_management.require()
        if setting is not None and setting.value not in OFF:
            return name_of(setting.value)
    else:
        profile = snapshot.profiles.get(arn, NOT_COLLECTED).require()
        if profile is not None and profile.role:
            return profile.role
    said = N_("{node} has no role that a policy could be attached to.")
    raise CannotPlan(text(said, node=node.id))


def _plan(snapshot: Snapshot, name: str, nodes: Nodes) -> Plan:
    policy = managed_policy(snapshot, _policy_for(snapshot, name))
    facts = snapshot.roles.get(name) or RoleFacts(name, NOT_COLLECTED)
    role = _to_give(snapshot.requirements, facts, policy)
    near = _near_the_quota(snapshot, facts)
    return Plan(
        fix=ID,
        title=FIX.title,
        nodes=ids(nodes),
        changes=(attach(role.name, role.arn, policy),),
        risk=Risk.REVERSIBLE,
        cost=text(N_("Free.")),
        wait=agent_wait(snapshot.requirements),
        verifies=("role.permissions", "node.registered", "node.online", "node.connected"),
        affects=affects(snapshot, facts, nodes),
        warnings=(*_warnings(facts), *near),
        undoing=text(N_("Detaches the policy again; nothing else of the role was changed.")),
        docs=(
            "getting-started-add-permissions-to-existing-profile",
            "AmazonSSMManagedInstanceCore",
        ),
    )


def attach(name: str, role_arn: str, policy: str, *, settling_seconds: int = 0) -> Change:
    """Return the change that gives a role a managed policy."""
    parameters = {"RoleName": name, "PolicyArn": policy}
    reading = Call("iam", "ListAttachedRolePolicies", {"RoleName": name})
    return Change(
        says=text(N_("Attach {policy} to the role {role}."), policy=policy, role=name),
        call=Call("iam", "AttachRolePolicy", parameters),
        rights=(Right("iam:AttachRolePolicy", role_arn),),
        undo=Undo(
            says=text(N_("Detach {policy} from the role {role}."), policy=policy, role=name),
            call=Call("iam", "DetachRolePolicy", parameters),
            rights=(
                Right("iam:DetachRolePolicy", role_arn),
                Right("iam:ListAttachedRolePolicies", role_arn),
            ),
            expects=Expectation(
                reading, f"contains(AttachedPolicies[].PolicyArn, `{json.dumps(policy)}`)", True
            ),
        ),
        trace=Trace(reading, f"AttachedPolicies[?PolicyArn==`{json.dumps(policy)}`]"),
        settling_codes=("NoSuchEntity",) if settling_seconds else (),
        settling_seconds=settling_seconds,
    )


def agent_wait(requirements: Requirements) -> Wait:
    """Return how long an agent may take to use a role that has changed."""
    minutes = int(requirements.number("time.role-refresh-minutes"))
    said = N_(
        "The agent looks for a changed role by itself, at the latest after {minutes} minutes."
    )
    return Wait(text(said, minutes=minutes), LOOK_SECONDS, minutes * SECONDS)


def _policy_for(snapshot: Snapshot, name: str) -> str:
    """Return the name of the policy: Default Host Management has one of its own."""
    requirements = snapshot.requirements
    standing_in = requirements.text("role.default-host-management-role")
    if name.rpartition("/")[2] == standing_in.rpartition("/")[2]:
        return requirements.text("role.default-host-management-policy")
    return requirements.text("role.recommended-policy")


def to_change(facts: RoleFacts) -> Role:
    """Return a role that can be changed; raises :class:`CannotPlan` where there is none."""
    role = facts.role.require()
    if role is None:
        said = N_("The role {role} does not exist any more. The nodes need another one.")
        raise CannotPlan(text(said, role=facts.name))
    if role.path.startswith(SERVICE_LINKED):
        said = N_("AWS keeps the role {role} itself; nobody else can change it.")
        raise CannotPlan(text(said, role=role.name))
    return role


def _to_give(requirements: Requirements, facts: RoleFacts, policy: str) -> Role:
    role = to_change(facts)
    attached = policy in facts.policies.require()
    refused = _refused(requirements, facts)
    if refused is not None and not refused:
        said = N_("The role {role} has the rights that a node needs.")
        raise CannotPlan(text(said, role=role.name), nothing_to_do=True)
    if attached and refused is None:
        said = N_("The policy is attached to {role}; whether it works could not be looked at.")
        raise CannotPlan(text(said, role=role.name), nothing_to_do=True)
    if refused is not None:
        _check_that_it_helps(role, refused, attached=attached)
    return role


def _near_the_quota(snapshot: Snapshot, facts: RoleFacts) -> tuple[Text, ...]:
    """Raise :class:`CannotPlan` where the role can take no more policies; say where it may be so."""
    requirements = snapshot.requirements
    count = len(facts.policies.require())
    usual = int(requirements.number("role.attached-policies"))
    most = int(requirements.number("role.attached-policies-most"))
    told = snapshot.account.policies_per_role
    quota = told.value if isinstance(told, Known) else most
    if count >= quota:
        said = N_(
            "The role {role} has {count} policies attached, and takes {quota} at most. Take one off that is not needed, put two of your own together, or have the quota raised (AWS grants up to {most})."
        )
        raise CannotPlan(text(said, role=facts.name, count=count, quota=quota, most=most))
    if count < usual or isinstance(told, Known):
        return ()
    said = N_(
        "The role has {count} policies attached. AWS takes {usual} unless the quota was raised, which could not be looked at (iam:GetAccountSummary): it may refuse another one, and then nothing changes."
    )
    return (text(said, count=count, usual=usual),)


def _refused(requirements: Requirements, facts: RoleFacts) -> tuple[Decision, ...] | None:
    """Return what the simulator refuses of what a node needs; None when it was not asked."""
    if not isinstance(facts.decisions, Known):
        return None
    decisions = facts.decisions.value
    needed = (decisions.get(name) for name in requirements.texts("role.node-actions"))
    return tuple(one for one in needed if one is not None and not one.allowed)


def _check_that_it_helps(role: Role, refused: Iterable[Decision], *, attached: bool) -> None:
    """Raise :class:`CannotPlan` when something denies what the policy would allow."""
    for decision in refused:
        if decision.allowed_by_organization is False:
            said = N_(
                "A policy of the organization denies {action}. Attaching a policy to {role} cannot help; the organization's administrators can."
            )
        elif decision.allowed_by_boundary is False:
            said = N_(
                "The permissions boundary of {role} denies {action}. Attaching a policy cannot help; the boundary has to allow it."
            )
        elif decision.decision == "explicitDeny":
            said = N_(
                "A policy of {role} denies {action} outright. Attaching another cannot help; that statement has to go."
            )
        elif attached:
            said = N_("The policy is attached to {role} already, and {action} is refused still.")
        else:
            continue
        raise CannotPlan(text(said, role=role.name, action=decision.action))


def affects(snapshot: Snapshot, facts: RoleFacts, nodes: Nodes) -> tuple[Text, ...]:
    """Say what else stands on a role."""
    said = [text(N_("Chosen nodes that use this role: {count}."), count=len(nodes))]
    name = name_of(facts.name)
    if any(node.kind is Kind.HYBRID for node in nodes):
        said.append(with_service_role(snapshot, name))
    if name == name_of(snapshot.requirements.text("role.default-host-management-role")):
        lent = N_(
            "Default Host Management lends it to all instances of the Region that have no role of their own to report with."
        )
        said.append(text(lent))
    if isinstance(facts.profiles, Known) and facts.profiles.value:
        said.append(with_profiles(snapshot, tuple(sorted(facts.profiles.value))))
    elif not isinstance(facts.profiles, Known):
        right = facts.profiles.right or "iam:ListInstanceProfilesForRole"
        unseen = N_(
            "Which instance profiles hold the role could not be looked at ({right}), so their instances were not counted."
        )
        said.append(text(unseen, right=right))
    elsewhere = N_("What uses the role in other Regions or in other services is not counted.")
    return (*said, text(elsewhere))


def _warnings(facts: RoleFacts) -> tuple[Text, ...]:
    said = [
        text(
            N_(
                "With the policy, everything on these nodes that uses the role can read Parameter Store, except what is encrypted with a key that the role may not use."
            )
        )
    ]
    if not isinstance(facts.decisions, Known):
        simulated = N_("What the role may do now could not be looked at; it may have the rights.")
        said.append(text(simulated))
    return tuple(said)


FIX = Fix(
    id=ID,
    title=text(N_("Give the role the rights that a node needs")),
    says=text(
        N_("Attaches AWS's own policy for managed nodes to the role that the nodes have already.")
    ),
    heals=("role.permissions", "account.default-host-management"),
    plan=plan,
)
