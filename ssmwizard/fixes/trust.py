"""Fixes of the roles that nodes use: who may take them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial

from ssmwizard.fixes.fix import CannotPlan, Fix, Nodes, Plans, attempt
from ssmwizard.fixes.ground import ec2_services, grouped, ids, partition
from ssmwizard.fixes.role import OFF, affects, agent_wait, role_of, to_change
from ssmwizard.fixes.statements import with_statements
from ssmwizard.fixes.trust_document import (
    ACCOUNT_KEY,
    ARN_KEY,
    ASSUME,
    Lets,
    lets,
)
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
)
from ssmwizard.model.role import Role, RoleFacts, name_of
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

ID = "role.repair-trust"


def plan(snapshot: Snapshot, nodes: Nodes) -> Plans:
    """Plan one change for each role, with all the nodes that use it."""
    users: dict[str, list[NodeFacts]] = {}
    without: Plans = ()
    for node in nodes:
        name = attempt(ID, (node,), partial(in_use, snapshot, node))
        if isinstance(name, NoPlan):
            without += (name,)
        else:
            users.setdefault(name, []).append(node)
    plans = tuple(
        attempt(ID, some, partial(_plan, snapshot, name, tuple(some)))
        for name, some in users.items()
    )
    return (*plans, *without)


def in_use(snapshot: Snapshot, node: NodeFacts) -> str:
    """Return the name of the role that a node uses; raises :class:`CannotPlan` when it has none."""
    return _standing_in(snapshot, node) or role_of(snapshot, node)


def _standing_in(snapshot: Snapshot, node: NodeFacts) -> str:
    """Return the role of Default Host Management where the service says that a node uses it."""
    managed = node.managed.value if isinstance(node.managed, Known) else None
    setting = snapshot.account.host_management
    value = setting.value.value if isinstance(setting, Known) and setting.value else ""
    if node.kind is Kind.HYBRID or managed is None or not managed.role or value in OFF:
        return ""
    return name_of(value) if name_of(managed.role) == name_of(value) else ""


def _plan(snapshot: Snapshot, name: str, nodes: Nodes) -> Plan:
    facts = snapshot.roles.get(name) or RoleFacts(name, NOT_COLLECTED)
    role = to_change(facts)
    takers = grouped(nodes, lambda node: _taker(snapshot, node))
    added = tuple(
        statement for taker in takers if (statement := _lacking(snapshot, role, taker)) is not None
    )
    if not added:
        said = N_("The trust policy of {role} lets the nodes have it.")
        raise CannotPlan(text(said, role=role.name), nothing_to_do=True)
    after = with_statements(role.trust, added)
    return Plan(
        fix=ID,
        title=FIX.title,
        nodes=ids(nodes),
        changes=(_change(role, added, after),),
        risk=Risk.REVERSIBLE,
        cost=text(N_("Free.")),
        wait=agent_wait(snapshot.requirements),
        verifies=("role.trust", "node.registered", "node.online", "node.connected"),
        affects=affects(snapshot, facts, nodes),
        warnings=_warnings(snapshot, role, after),
        undoing=text(
            N_(
                "Writes the trust policy of before back, unless somebody changed it in the meantime. The nodes lose their role again."
            )
        ),
        docs=("setup-instance-permissions", "hybrid-multicloud-service-role"),
    )


# Who hands the role out: EC2; Systems Manager, which says for whom; or Default Host Management, of
# which that is not documented.
_EC2, _HYBRID, _HOST_MANAGEMENT = "ec2", "hybrid", "host-management"


def _taker(snapshot: Snapshot, node: NodeFacts) -> str:
    if node.kind is Kind.HYBRID:
        return _HYBRID
    own = node.instance.require()
    if own is None or own.profile_arn is None or _standing_in(snapshot, node):
        return _HOST_MANAGEMENT
    return _EC2


def _lacking(snapshot: Snapshot, role: Role, taker: str) -> Mapping[str, object] | None:
    """Return the statement that a trust policy lacks, None where it lacks none."""
    services = (
        ec2_services(snapshot)
        if taker == _EC2
        else snapshot.requirements.texts("role.trusted-by-hybrid")
    )
    account = snapshot.identity.caller.require().account
    region = snapshot.identity.region or ""
    source = partition(snapshot).arn("ssm", region, account, "*")
    node = partition(snapshot).arn("ssm", region, account, "managed-instance/mi-0")
    told = {} if taker == _EC2 else {ACCOUNT_KEY: account, ARN_KEY: node}
    match lets(role.trust, services, told):
        case Lets.YES:
            return None
        case Lets.DENIED:
            said = N_(
                "The trust policy of {role} has a Deny that speaks of {service}. Somebody wrote it on purpose, so it is left to those who keep the role; as long as it stands, adding to the policy does not help."
            )
            raise CannotPlan(text(said, role=role.name, service=services[-1]))
        case Lets.UNCLEAR:
            said = N_(
                "The trust policy of {role} speaks of {service} under conditions that cannot be decided from here. A statement without them would open what somebody closed, so it is left to those who keep the role."
            )
            raise CannotPlan(text(said, role=role.name, service=services[-1]))
    statement: dict[str, object] = {
        "Effect": "Allow",
        "Principal": {"Service": services[-1]},
        "Action": ASSUME,
    }
    if taker == _HYBRID:
        statement["Condition"] = {
            "StringEquals": {ACCOUNT_KEY: account},
            "ArnEquals": {ARN_KEY: source},
        }
    return statement


def _change(role: Role, added: tuple[object, ...], after: Mapping[str, object]) -> Change:
    said = N_("Add {added} to the trust policy of the role {role}; nothing is taken out.")
    reading = Call("iam", "GetRole", {"RoleName": role.name})
    return Change(
        says=text(
            said,
            role=role.name,
            added=", ".join(json.dumps(one) for one in added),
        ),
        call=_writing(role, after),
        rights=(Right("iam:UpdateAssumeRolePolicy", role.arn),),
        undo=Undo(
            says=text(
                N_("Write the trust policy of the role {role} back as it was: {before}"),
                role=role.name,
                before=json.dumps(role.trust),
            ),
            call=_writing(role, role.trust),
            rights=(
                Right("iam:UpdateAssumeRolePolicy", role.arn),
                Right("iam:GetRole", role.arn),
            ),
            expects=Expectation(
                reading,
                "Role.AssumeRolePolicyDocument",
                after,
            ),
        ),
        trace=Trace(reading, "Role.AssumeRolePolicyDocument", after, role.trust),
    )


def _writing(role: Role, document: Mapping[str, object]) -> Call:
    parameters = {"RoleName": role.name, "PolicyDocument": json.dumps(document)}
    return Call("iam", "UpdateAssumeRolePolicy", parameters)


def _warnings(snapshot: Snapshot, role: Role, after: Mapping[str, object]) -> tuple[Text, ...]:
    said = [
        text(
            N_(
                "Whom a role trusts is a matter of security: everything that the role may do, those machines may do then."
            )
        )
    ]
    most = int(snapshot.requirements.number("role.trust-policy-characters"))
    length = len("".join(json.dumps(after).split()))
    if length > most:
        long = N_(
            "The trust policy of {role} gets {length} characters long, and IAM takes {most} unless the account's quota was raised. If it refuses, nothing is changed."
        )
        said.append(text(long, role=role.name, length=length, most=most))
    return tuple(said)


FIX = Fix(
    id=ID,
    title=text(N_("Let the nodes take their role")),
    says=text(
        N_(
            "Adds EC2 or Systems Manager to the trust policy of the role that the nodes have; what is in the policy stays."
        )
    ),
    heals=("role.trust", "account.default-host-management"),
    plan=plan,
)
