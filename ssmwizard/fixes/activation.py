"""Makes a hybrid activation, with which machines outside EC2 that are not registered register anew.

https://docs.aws.amazon.com/systems-manager/latest/userguide/hybrid-activation-managed-nodes.html
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from ssmwizard.fixes.dependents import with_service_role
from ssmwizard.fixes.fix import CannotPlan, Fix, Nodes, Plans, one_for_all
from ssmwizard.fixes.ground import ids, literal, partition
from ssmwizard.fixes.hybrid_role import serves
from ssmwizard.model.account import Activation
from ssmwizard.model.facts import NOT_COLLECTED, Known
from ssmwizard.model.node import Kind, NodeFacts
from ssmwizard.model.plans import (
    Call,
    Change,
    Expectation,
    Plan,
    Right,
    Risk,
    Successors,
    Trace,
    Undo,
    Wait,
)
from ssmwizard.model.role import Role, RoleFacts, name_of
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

ID = "node.new-activation"
CODE, WHICH = "ActivationCode", "ActivationId"
# Somebody has to go to the machine; the looking can be left and begun again.
LOOK_SECONDS, WAIT_SECONDS = 15, 1800
# https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateActivation.html
NAME_LENGTH = 64
# As many ids as fit into a description of 256 characters, with room to spare.
NAMED = 9
# Activations that are listed at once.
PAGE = 50
RESERVED = "aws:"
LONG_AGO = datetime.min.replace(tzinfo=UTC)


def plan(snapshot: Snapshot, nodes: Nodes) -> Plans:
    """Plan one activation for all machines that are still to register; say of each other why not."""
    return one_for_all(ID, nodes, partial(_plan, snapshot))


def to_register(snapshot: Snapshot, node: NodeFacts) -> bool:
    """Tell whether a machine outside EC2 is known to be in no list, and nothing to register it with."""
    listed = snapshot.account.activations
    return (
        node.kind is Kind.HYBRID
        and isinstance(node.managed, Known)
        and node.managed.value is None
        and isinstance(listed, Known)
        and not any(one.usable(snapshot.now) for one in listed.value)
    )


def _plan(snapshot: Snapshot, nodes: Nodes) -> Plan:
    partition(snapshot)
    for node in nodes:
        _unregistered(node)
    listed = sorted(
        snapshot.account.activations.require(), key=lambda one: one.made or LONG_AGO, reverse=True
    )
    for node in nodes:
        _not_replaced(snapshot, node, listed)
    _none_usable(snapshot, listed)
    requirements = snapshot.requirements
    most = int(requirements.number("hybrid.activation-nodes"))
    if len(nodes) > most:
        said = N_("One activation registers {most} machines at most. Choose fewer at a time.")
        raise CannotPlan(text(said, most=most))
    role = _role(snapshot, listed)
    before = _before(role, listed)
    hours = int(requirements.number("hybrid.activation-default-hours"))
    return Plan(
        fix=ID,
        title=FIX.title,
        nodes=ids(nodes),
        changes=(_change(role, ids(nodes), _like(before)),),
        risk=Risk.REVERSIBLE,
        cost=_cost(snapshot),
        wait=Wait(
            text(
                N_(
                    "Somebody has to run a command on each machine, which is shown once when the activation is made. The machine then reports within minutes, under a new id."
                )
            ),
            every=LOOK_SECONDS,
            at_most=WAIT_SECONDS,
        ),
        verifies=("node.exists", "node.registered", "node.online", "node.connected"),
        affects=(
            text(
                N_(
                    "Machines that can register with it: {count}, within {hours} hours (what AWS sets when no end is given, as of {as_of}). They get the rights of the role {role}."
                ),
                count=len(nodes),
                hours=hours,
                as_of=requirements.as_of.isoformat(),
                role=role.name,
            ),
            with_service_role(snapshot, role.name),
        ),
        warnings=(
            text(
                N_(
                    "The activation code is a secret: whoever has it can register a machine of their own. AWS tells it once, and it is kept nowhere. Have the means at hand to take it to the machines."
                )
            ),
            *_about_tags(before),
        ),
        undoing=text(
            N_(
                "Deletes the activation, as long as no machine has registered with it. One that has stays registered until it is deregistered."
            )
        ),
        cost_docs="systems-manager-pricing",
        docs=("hybrid-activation-managed-nodes", "API_CreateActivation"),
        successors=Successors(
            Call("ssm", "DescribeInstanceInformation"),
            "InstanceInformationList[].InstanceId",
            take={"Filters": "[{Key: 'ActivationIds', Values: [ActivationId]}]"},
        ),
    )


def _unregistered(node: NodeFacts) -> None:
    if node.kind is not Kind.HYBRID:
        said = N_("{node} is an EC2 instance; it registers without an activation.")
        raise CannotPlan(text(said, node=node.id), nothing_to_do=True)
    if node.connected or node.managed.require() is not None:
        said = N_("{node} is registered already.")
        raise CannotPlan(text(said, node=node.id), nothing_to_do=True)
    elsewhere = node.elsewhere.value.found if isinstance(node.elsewhere, Known) else ()
    if elsewhere:
        said = N_("{node} is registered in {region}. Work in that Region.")
        regions = tuple(one.region for one in elsewhere)
        raise CannotPlan(text(said, node=node.id, region=regions))


def _not_replaced(snapshot: Snapshot, node: NodeFacts, listed: Iterable[Activation]) -> None:
    for one in listed:
        if one.replaced(node.id):
            said = N_(
                "A machine has registered with the activation {id}, which was made for {node}; it is to be found under its new id now: {nodes}."
            )
            found = snapshot.account.registered_with(one) or ("?",)
            reason = text(said, id=one.id, node=node.id, nodes=found)
            raise CannotPlan(reason, nothing_to_do=True)


def _none_usable(snapshot: Snapshot, listed: Iterable[Activation]) -> None:
    usable = tuple(one.id for one in listed if one.usable(snapshot.now))
    if usable:
        said = N_(
            "There is an activation that is still valid: {ids}. Register the machine with that one. If nobody has its code any more, delete it first (aws ssm delete-activation), then plan again."
        )
        raise CannotPlan(text(said, ids=usable))


def _role(snapshot: Snapshot, listed: Iterable[Activation]) -> Role:
    """Return a role that serves: that of the newest activation that has one, else the first by name."""
    named = list(dict.fromkeys(name_of(one.role) for one in listed if one.role))
    for name in (*named, *sorted(snapshot.roles)):
        facts = snapshot.roles.get(name)
        role = serves(snapshot, facts) if facts is not None else None
        if role is not None and len(role.path_and_name) <= NAME_LENGTH:
            return role
    for name in named:
        facts = snapshot.roles.get(name) or RoleFacts(name, NOT_COLLECTED)
        if facts.role.require() is not None:
            facts.decisions.require()
    said = N_(
        "No service role was found that the machine could have: one that exists, trusts Systems Manager and has the rights of a node. Make one first (see the documentation of hybrid activations); none is made here silently."
    )
    raise CannotPlan(text(said))


def _before(role: Role, listed: Iterable[Activation]) -> tuple[Activation, ...]:
    return tuple(one for one in listed if name_of(one.role) == role.name)


def _like(before: tuple[Activation, ...]) -> dict[str, Any]:
    """Return name and tags that earlier activations gave their machines, where all of them agree."""
    found: dict[str, Any] = {}
    names = {one.name for one in before}
    if len(names) == 1 and any(names):
        found["DefaultInstanceName"] = before[0].name
    if len({frozenset(one.tags) for one in before}) == 1:
        tags = [
            {"Key": key, "Value": value}
            for key, value in before[0].tags
            if not key.startswith(RESERVED)
        ]
        found |= {"Tags": tags} if tags else {}
    return found


def _about_tags(before: tuple[Activation, ...]) -> tuple[Text, ...]:
    if "Tags" in _like(before):
        said = N_(
            "Machines get the tags of earlier activations with this role. Whether AWS asks for the right ssm:AddTagsToResource for that was not confirmed."
        )
        return (text(said),)
    if any(one.tags for one in before):
        said = N_(
            "Earlier activations with this role gave their machines different tags, so none are given now. Set them afterwards where rights or schedules depend on them."
        )
        return (text(said),)
    return ()


def _change(role: Role, nodes: tuple[str, ...], like: dict[str, Any]) -> Change:
    about = " ".join((f"ssmwizard {ID} for", *nodes[:NAMED]))
    one = {"Filters": "[{FilterKey: 'ActivationIds', FilterValues: [ActivationId]}]"}
    return Change(
        says=text(
            N_("Make an activation for machines ({count}) with the role {role}."),
            count=len(nodes),
            role=role.name,
        ),
        call=Call(
            "ssm",
            "CreateActivation",
            {
                "IamRole": role.path_and_name,
                "RegistrationLimit": len(nodes),
                "Description": about,
                **like,
            },
        ),
        rights=(Right("ssm:CreateActivation", "*"), Right("iam:PassRole", role.arn)),
        undo=Undo(
            says=text(N_("Delete the activation, with which no machine has registered.")),
            call=Call("ssm", "DeleteActivation"),
            take={WHICH: WHICH},
            rights=(
                Right("ssm:DeleteActivation", "*"),
                Right("ssm:DescribeActivations", "*"),
            ),
            expects=Expectation(
                Call("ssm", "DescribeActivations"),
                # The service leaves the count out as long as it is zero.
                "length(ActivationList[?!(RegistrationsCount > `0`)])",
                1,
                take=one,
            ),
        ),
        shows_once={WHICH: WHICH, CODE: CODE},
        trace=Trace(
            Call("ssm", "DescribeActivations", {"MaxResults": PAGE}),
            f"ActivationList[?Description=={literal(f'{about} $name')}]",
        ),
        named_in="Description",
    )


def _cost(snapshot: Snapshot) -> Text:
    charged = snapshot.requirements.get("hybrid.pay-as-you-go")
    if not charged.in_force(partition(snapshot).name, snapshot.now.date()):
        return text(N_("Free."))
    said = N_(
        "The activation and the registration are free. Session Manager and Run Command on the machine are charged by use since {since}; the price was not confirmed, see the pricing page (as of {as_of})."
    )
    since = charged.since.isoformat() if charged.since else ""
    return text(said, since=since, as_of=snapshot.requirements.as_of.isoformat())


FIX = Fix(
    id=ID,
    title=text(N_("Make a new hybrid activation")),
    says=text(
        N_(
            "Makes an activation for machines outside EC2 that are not registered, and shows once the command that registers them."
        )
    ),
    heals=("node.exists", "node.activation"),
    plan=plan,
)
