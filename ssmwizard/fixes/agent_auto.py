"""Keeps SSM Agent up to date: an association of State Manager updates it again and again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from ssmwizard.fixes.agent import DOCUMENT, LOOK_SECONDS, SECONDS
from ssmwizard.fixes.fix import CannotPlan, Fix, Nodes, Plans, one_for_all
from ssmwizard.fixes.ground import (
    ONLINE,
    arn,
    document_arn,
    ids,
    literal,
    managed,
    node_arn,
    partition,
)
from ssmwizard.fixes.waves import AT_ONCE, Wave, counted, in_waves, waves
from ssmwizard.model.account import Association
from ssmwizard.model.node import Kind, NodeFacts
from ssmwizard.model.plans import (
    Call,
    Change,
    Engine,
    Expectation,
    Follow,
    Plan,
    Right,
    Risk,
    Trace,
    Undo,
    Wait,
)
from ssmwizard.model.requirements import Requirements
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

ID = "agent.auto-update"
NAME = "ssmwizard-agent-auto-update"
# As often as AWS's own automatic update.
# https://docs.aws.amazon.com/systems-manager/latest/userguide/ssm-agent-automatic-updates.html
SCHEDULE = "rate(14 days)"


def plan(snapshot: Snapshot, nodes: Nodes) -> Plans:
    """Plan one schedule for all nodes that have none; say of each other node why not."""
    return one_for_all(ID, nodes, partial(_plan, snapshot))


def _plan(snapshot: Snapshot, nodes: Nodes) -> Plan:
    present = snapshot.account.updates
    for node in nodes:
        _online(node)
    for node in nodes:
        _uncovered(node, present.require())
    requirements = snapshot.requirements
    calls = waves((nodes,))
    _quota(requirements, len(calls))
    minutes = requirements.number("time.registration-minutes")
    minutes += requirements.number("time.heartbeat-minutes")
    return Plan(
        fix=ID,
        title=FIX.title,
        nodes=ids(nodes),
        changes=tuple(_change(snapshot, wave) for wave in calls),
        risk=Risk.DISRUPTIVE,
        cost=_cost(snapshot, nodes),
        wait=Wait(
            text(
                N_(
                    "State Manager runs the update right away, on ten nodes of an association at a time; each outdated agent restarts and reports again."
                )
            ),
            every=LOOK_SECONDS,
            at_most=int(minutes * SECONDS),
        ),
        verifies=("agent.current", "agent.version", "node.online"),
        affects=(
            text(N_("Nodes whose agent is updated from now on: {count}."), count=len(nodes)),
            text(N_("Only the nodes named are covered, not those that come later.")),
            *_several(calls),
            *in_waves(calls),
        ),
        warnings=(
            text(
                N_(
                    "Outdated agents restart now, and after each new version again. Sessions that are open on a node end with that."
                )
            ),
            text(N_("The nodes must reach Amazon S3 in their Region to download the agent.")),
            *_others(present.require()),
        ),
        undoing=text(
            N_(
                "Deletes the association. Agents that were updated meanwhile keep their new version."
            )
        ),
        cost_docs="systems-manager-pricing",
        docs=("ssm-agent-automatic-updates",),
    )


def _online(node: NodeFacts) -> None:
    if managed(node).ping != ONLINE:
        said = N_("{node} is not online. Its agent can be kept up to date once it reports again.")
        raise CannotPlan(text(said, node=node.id))


def _uncovered(node: NodeFacts, present: tuple[Association, ...]) -> None:
    for one in present:
        if one.covers(node.id):
            said = N_("The association {id} updates the agent of {node} already ({schedule}).")
            reason = text(said, id=one.name or one.id, node=node.id, schedule=one.schedule)
            raise CannotPlan(reason, nothing_to_do=True)


def _others(present: tuple[Association, ...]) -> tuple[Text, ...]:
    """Return that there are schedules of which it was not seen whether they cover the nodes."""
    names = tuple(one.name or one.id for one in present if one.by_other_means)
    if not names:
        return ()
    said = N_(
        "There are associations that update agents by tags or resource groups: {names}. Look first whether they mean these nodes."
    )
    return (text(said, names=names),)


def _quota(requirements: Requirements, wanted: int) -> None:
    most = int(requirements.number("state-manager.associations"))
    if wanted > most:
        said = N_(
            "This takes {wanted} associations, and an account may have {most} in a Region. Choose fewer nodes, or make one association by tag in State Manager, which also means nodes that get the tag later."
        )
        raise CannotPlan(text(said, wanted=wanted, most=most))


def _several(calls: Sequence[Wave]) -> tuple[Text, ...]:
    if len(calls) == 1:
        return ()
    said = N_("Associations that are made, as each names at most {most} nodes: {count}.")
    return (text(said, most=AT_ONCE, count=len(calls)),)


def _change(snapshot: Snapshot, wave: Wave) -> Change:
    some = counted(wave.nodes)
    taken = {"AssociationId": "AssociationDescription.AssociationId"}
    association = arn(snapshot, "ssm", "association/*")
    said = N_("Have State Manager update the agents of {nodes} now and every 14 days.")
    return Change(
        says=text(said, nodes=some),
        call=Call(
            "ssm",
            "CreateAssociation",
            {
                "Name": DOCUMENT,
                "AssociationName": NAME,
                "Targets": [{"Key": "InstanceIds", "Values": list(ids(wave.nodes))}],
                "ScheduleExpression": SCHEDULE,
                **wave.limits,
            },
        ),
        rights=(
            Right("ssm:CreateAssociation", document_arn(snapshot, DOCUMENT)),
            *(Right("ssm:CreateAssociation", node_arn(snapshot, node)) for node in wave.nodes),
        ),
        undo=Undo(
            says=text(N_("Delete the association that updates the agents of {nodes}."), nodes=some),
            call=Call("ssm", "DeleteAssociation"),
            take=taken,
            rights=(
                Right("ssm:DeleteAssociation", association),
                Right("ssm:DescribeAssociation", association),
            ),
            expects=Expectation(
                Call("ssm", "DescribeAssociation"),
                # Each change of an association makes another version of it.
                "AssociationDescription.[Name, AssociationVersion]",
                [DOCUMENT, "1"],
                take=taken,
            ),
        ),
        done_codes=("AssociationAlreadyExists",),
        trace=Trace(
            Call(
                "ssm",
                "ListAssociations",
                {"AssociationFilterList": [{"key": "AssociationName", "value": NAME}]},
            ),
            f"Associations[?Targets[0].Values=={literal(list(ids(wave.nodes)))}]"
            ".{AssociationDescription: {AssociationId: AssociationId}}",
        ),
        follows=Follow(
            Engine.ASSOCIATION,
            taken["AssociationId"],
            ids(wave.nodes),
            wave.may_fail,
            (
                Right("ssm:DescribeAssociation", association),
                Right("ssm:DescribeAssociationExecutions", "*"),
                Right("ssm:DescribeAssociationExecutionTargets", "*"),
            ),
        ),
        wave=wave.number,
    )


def _cost(snapshot: Snapshot, nodes: Nodes) -> Text:
    hybrid = sum(node.kind is Kind.HYBRID for node in nodes)
    charged = snapshot.requirements.get("hybrid.pay-as-you-go")
    if not hybrid or not charged.in_force(partition(snapshot).name, snapshot.now.date()):
        return text(N_("Free."))
    said = N_(
        "Free on EC2. On hybrid nodes ({count} of these) Run Command is charged by use since {since}; whether updates on a schedule are too, and the price, was not confirmed (as of {as_of}), see the pricing page."
    )
    since = charged.since.isoformat() if charged.since else ""
    as_of = snapshot.requirements.as_of.isoformat()
    return text(said, count=hybrid, since=since, as_of=as_of)


FIX = Fix(
    id=ID,
    title=text(N_("Keep SSM Agent up to date")),
    says=text(N_("Has State Manager update the agents of nodes now and every 14 days.")),
    heals=("agent.current",),
    plan=plan,
)
