"""Fixes of the node itself."""

from __future__ import annotations

import json
from functools import partial

from ssmwizard.fixes.fix import CannotPlan, Fix, Nodes, Plans, one_for_all
from ssmwizard.fixes.ground import chunks, ids, instance, node_arn
from ssmwizard.model.node import Kind, NodeFacts
from ssmwizard.model.plans import (
    Call,
    Change,
    Expectation,
    Plan,
    Right,
    Risk,
    Trace,
    Undo,
    Wait,
)
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text

ID = "node.start"
LOOK_SECONDS = 10
SECONDS = 60
# A choice of this program: one instance that is refused refuses its whole call.
AT_ONCE = 50


def plan(snapshot: Snapshot, nodes: Nodes) -> Plans:
    """Plan one start for all nodes that are stopped; say of each other node why not."""
    return one_for_all(ID, nodes, partial(_plan, snapshot))


def _plan(snapshot: Snapshot, nodes: Nodes) -> Plan:
    for node in nodes:
        _check(node)
    requirements = snapshot.requirements
    minutes = requirements.number("time.registration-minutes")
    minutes += requirements.number("time.heartbeat-minutes")
    lost = N_("Stops the instances again. What is on instance store volumes is lost with that.")
    return Plan(
        fix=ID,
        title=FIX.title,
        nodes=ids(nodes),
        changes=tuple(_change(snapshot, some) for some in chunks(nodes, AT_ONCE)),
        risk=Risk.REVERSIBLE,
        cost=text(
            N_(
                "Instances are charged while they run, at the price of their type; prices are not known here (as of {as_of}), see the pricing page."
            ),
            as_of=requirements.as_of.isoformat(),
        ),
        cost_docs="ec2-pricing",
        wait=Wait(
            text(N_("The instance starts, then the agent reports; that takes a few minutes.")),
            every=LOOK_SECONDS,
            at_most=int(minutes * SECONDS),
        ),
        verifies=("node.running", "node.registered", "node.online", "node.connected"),
        affects=(
            text(
                N_("Instances that start: {count}. What is set to run at their start runs."),
                count=len(nodes),
            ),
        ),
        warnings=(
            text(N_("A public address that is not an Elastic IP address changes.")),
            text(
                N_(
                    "With disks encrypted by a key of your own, the right kms:CreateGrant on that key is needed too."
                )
            ),
        ),
        undoing=text(lost),
        docs=("session-manager-troubleshooting",),
        confirm_account=True,
    )


def _check(node: NodeFacts) -> None:
    if node.kind is Kind.HYBRID:
        said = N_("{node} is not an EC2 instance; it can only be started where it stands.")
        raise CannotPlan(text(said, node=node.id))
    state = instance(node).state
    if state in {"running", "pending"}:
        raise CannotPlan(text(N_("{node} runs already."), node=node.id), nothing_to_do=True)
    if state == "stopping":
        said = N_("{node} is just stopping. It can be started once it has stopped.")
        raise CannotPlan(text(said, node=node.id))
    if state != "stopped":
        said = N_("{node} is {state} and cannot be started again.")
        raise CannotPlan(text(said, node=node.id, state=state))


def _change(snapshot: Snapshot, nodes: Nodes) -> Change:
    some = list(ids(nodes))
    arns = [node_arn(snapshot, node) for node in nodes]
    reading = Call("ec2", "DescribeInstances", {"InstanceIds": some})
    states = f"`{json.dumps(['pending', 'running'])}`"
    running = f"length(Reservations[].Instances[?contains({states}, State.Name)][])"
    return Change(
        says=text(N_("Start {nodes}."), nodes=tuple(some)),
        call=Call("ec2", "StartInstances", {"InstanceIds": some}),
        rights=tuple(Right("ec2:StartInstances", arn) for arn in arns),
        undo=Undo(
            says=text(N_("Stop {nodes}."), nodes=tuple(some)),
            call=Call("ec2", "StopInstances", {"InstanceIds": some}),
            rights=(
                *(Right("ec2:StopInstances", arn) for arn in arns),
                Right("ec2:DescribeInstances", "*"),
            ),
            expects=Expectation(reading, running, len(some)),
        ),
        trace=Trace(reading, running, len(some), 0),
        dry_run=True,
    )


FIX = Fix(
    id=ID,
    title=text(N_("Start the instance")),
    says=text(N_("Starts EC2 instances that are stopped.")),
    heals=("node.running",),
    plan=plan,
)
