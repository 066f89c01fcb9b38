"""Gives machines outside EC2 another service role, one that exists and serves."""

from __future__ import annotations

from functools import partial

from ssmwizard.fixes.fix import CannotPlan, Fix, Nodes, Plans, attempt
from ssmwizard.fixes.ground import arn, ids, literal, managed
from ssmwizard.fixes.role import SERVICE_LINKED, agent_wait
from ssmwizard.fixes.role_steps import VERIFIES
from ssmwizard.fixes.trust_document import ACCOUNT_KEY, ARN_KEY, Lets, lets
from ssmwizard.model.facts import NOT_COLLECTED, Known
from ssmwizard.model.node import Kind, NodeFacts
from ssmwizard.model.plans import Call, Change, Expectation, NoPlan, Plan, Right, Risk, Trace, Undo
from ssmwizard.model.role import Role, RoleFacts, name_of
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

ID = "role.change-hybrid-role"
DENIED = "explicitDeny"


def plan(snapshot: Snapshot, nodes: Nodes) -> Plans:
    """Plan one change for each role that does not serve, with all the machines that have it."""
    users: dict[str, Nodes] = {}
    without: Plans = ()
    for node in nodes:
        name = attempt(ID, (node,), partial(_role_now, node))
        if isinstance(name, NoPlan):
            without += (name,)
        else:
            users[name] = (*users.get(name, ()), node)
    plans = tuple(
        attempt(ID, some, partial(_plan, snapshot, name, some)) for name, some in users.items()
    )
    return (*plans, *without)


def _role_now(node: NodeFacts) -> str:
    if node.kind is not Kind.HYBRID:
        said = N_(
            "{node} is an EC2 instance and gets its role from its instance profile; this is about machines outside EC2 alone."
        )
        raise CannotPlan(text(said, node=node.id), nothing_to_do=True)
    role = managed(node).role
    if not role:
        said = N_("The service does not tell which role {node} was registered with.")
        raise CannotPlan(text(said, node=node.id))
    return name_of(role)


def _plan(snapshot: Snapshot, name: str, nodes: Nodes) -> Plan:
    now = snapshot.roles.get(name) or RoleFacts(name, NOT_COLLECTED)
    now.role.require()
    if serves(snapshot, now) is not None:
        said = N_("The role {role} serves these machines; there is no need for another.")
        raise CannotPlan(text(said, role=name), nothing_to_do=True)
    role = _another(snapshot, name)
    changes = tuple(_change(snapshot, node, role) for node in nodes)
    return Plan(
        fix=ID,
        title=FIX.title,
        nodes=ids(nodes),
        changes=changes,
        risk=Risk.REVERSIBLE,
        cost=text(N_("Free.")),
        wait=agent_wait(snapshot.requirements),
        verifies=VERIFIES,
        affects=(
            text(
                N_(
                    "Only the chosen machines ({count}) change their role; what runs on them with the role {before} has the rights of {after} from then on."
                ),
                count=len(nodes),
                before=name,
                after=role.name,
            ),
        ),
        warnings=(
            text(
                N_(
                    "A machine gets its new role only while it reaches Systems Manager. One that is cut off stays as it is until it does, or has to be registered anew."
                )
            ),
        ),
        undoing=_undoing(name, changes),
        docs=("hybrid-multicloud-service-role", "API_UpdateManagedInstanceRole"),
    )


def _undoing(name: str, changes: tuple[Change, ...]) -> Text:
    if any(change.undo is None for change in changes):
        said = N_("This cannot be undone: the role {role} is gone, so no machine can have it back.")
        return text(said, role=name)
    said = N_(
        "Gives the machines the role {role} back, which may be of no use: it did not serve before."
    )
    return text(said, role=name)


def _another(snapshot: Snapshot, name: str) -> Role:
    """Return a role that serves, the first by name: nothing else tells them apart."""
    found = {
        role.name: role
        for other, facts in snapshot.roles.items()
        if name_of(other) != name and (role := serves(snapshot, facts)) is not None
    }
    if not found:
        said = N_(
            "No service role was found that these machines could have instead of {role}: one that trusts Systems Manager and has the rights of a node. Make one first, or mend {role}; none is made here silently."
        )
        raise CannotPlan(text(said, role=name))
    return found[min(found)]


def serves(snapshot: Snapshot, facts: RoleFacts) -> Role | None:
    """Return the role if it is known to exist, to trust Systems Manager, and to have all rights."""
    role = facts.role.value if isinstance(facts.role, Known) else None
    requirements = snapshot.requirements
    lent = name_of(requirements.text("role.default-host-management-role"))
    if role is None or role.path.startswith(SERVICE_LINKED) or role.name == lent:
        return None
    decisions = facts.decisions.value if isinstance(facts.decisions, Known) else {}
    able = all(
        (one := decisions.get(action)) is not None and one.allowed
        for action in requirements.texts("role.node-actions")
    )
    return role if able and _trusts(snapshot, role) is Lets.YES else None


def beyond_mending(snapshot: Snapshot, facts: RoleFacts) -> bool:
    """Tell whether a role is gone, or something denies what no addition to it could allow."""
    if not isinstance(facts.role, Known):
        return False
    role = facts.role.value
    requirements = snapshot.requirements
    if role is None or _trusts(snapshot, role) is Lets.DENIED:
        return True
    decisions = facts.decisions.value if isinstance(facts.decisions, Known) else {}
    told = (decisions.get(action) for action in requirements.texts("role.node-actions"))
    return any(
        one is not None
        and not one.allowed
        and (one.decision == DENIED or one.allowed_by_boundary is False)
        for one in told
    )


def _trusts(snapshot: Snapshot, role: Role) -> Lets:
    account = snapshot.identity.caller.require().account
    told = {ACCOUNT_KEY: account, ARN_KEY: arn(snapshot, "ssm", "managed-instance/mi-0")}
    return lets(role.trust, snapshot.requirements.texts("role.trusted-by-hybrid"), told)


def _change(snapshot: Snapshot, node: NodeFacts, role: Role) -> Change:
    before = managed(node).role
    node_arn = arn(snapshot, "ssm", f"managed-instance/{node.id}")
    named = {"InstanceId": node.id}
    return Change(
        says=text(
            N_("Give {node} the service role {after} instead of {before}."),
            node=node.id,
            before=name_of(before),
            after=role.name,
        ),
        call=Call("ssm", "UpdateManagedInstanceRole", {**named, "IamRole": role.path_and_name}),
        rights=(
            Right("ssm:UpdateManagedInstanceRole", node_arn),
            Right("iam:PassRole", role.arn),
        ),
        undo=_undo(snapshot, node, before, role),
        trace=_trace(snapshot, node, before, role),
    )


def _trace(snapshot: Snapshot, node: NodeFacts, before: str, role: Role) -> Trace:
    """Tell the role of after from that of before, and both from any other."""
    facts = snapshot.roles.get(name_of(before))
    old = facts.role.value if facts is not None and isinstance(facts.role, Known) else None
    shown = "InstanceInformationList[0].IamRole"
    names = (before, *(_names(old) if old is not None else ()))
    told = f"[contains({literal(_names(role))}, {shown}), contains({literal(names)}, {shown})]"
    return Trace(_reading(node), told, [True, False], [False, True])


def _reading(node: NodeFacts) -> Call:
    wanted = [{"Key": "InstanceIds", "Values": [node.id]}]
    return Call("ssm", "DescribeInstanceInformation", {"Filters": wanted})


def _names(role: Role) -> tuple[str, str]:
    """Return how the service tells a role: with its path or without."""
    return role.name, role.path_and_name


def _undo(snapshot: Snapshot, node: NodeFacts, before: str, role: Role) -> Undo | None:
    """Return the way back to the role of before; None where that is gone."""
    facts = snapshot.roles.get(name_of(before))
    old = facts.role.require() if facts is not None else None
    if old is None:
        return None
    given = {"InstanceId": node.id, "IamRole": old.path_and_name}
    return Undo(
        says=text(N_("Give {node} the role {role} back."), node=node.id, role=old.name),
        call=Call("ssm", "UpdateManagedInstanceRole", given),
        rights=(
            Right(
                "ssm:UpdateManagedInstanceRole", arn(snapshot, "ssm", f"managed-instance/{node.id}")
            ),
            Right("iam:PassRole", old.arn),
            Right("ssm:DescribeInstanceInformation", "*"),
        ),
        expects=Expectation(
            _reading(node),
            f"contains({literal(_names(role))}, InstanceInformationList[0].IamRole)",
            True,
        ),
    )


FIX = Fix(
    id=ID,
    title=text(N_("Give machines outside EC2 another service role")),
    says=text(
        N_(
            "Gives hybrid nodes whose service role is gone or does not serve another one that exists and serves. No role is made."
        )
    ),
    heals=("role.attached", "role.trust", "role.permissions"),
    plan=plan,
)
