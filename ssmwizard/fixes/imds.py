"""Fixes of instance metadata."""

from __future__ import annotations

from functools import partial
from typing import Any

from ssmwizard.fixes.fix import CannotPlan, Fix, Nodes, Plans, one_for_all
from ssmwizard.fixes.ground import ids, instance, node_arn
from ssmwizard.fixes.role import agent_wait
from ssmwizard.model.node import Kind, Metadata, NodeFacts
from ssmwizard.model.plans import Call, Change, Expectation, Plan, Right, Risk, Trace, Undo
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text

ID = "imds.enable"
ON, OFF = "enabled", "disabled"
# States in which EC2 changes the options of an instance.
# https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-existing-instances.html
CHANGEABLE = ("running", "stopped")


def plan(snapshot: Snapshot, nodes: Nodes) -> Plans:
    """Plan to turn on the metadata of all nodes that have it off; say of each other node why not."""
    return one_for_all(ID, nodes, partial(_plan, snapshot))


def _plan(snapshot: Snapshot, nodes: Nodes) -> Plan:
    return Plan(
        fix=ID,
        title=FIX.title,
        nodes=ids(nodes),
        changes=tuple(_change(snapshot, node, _options(node)) for node in nodes),
        risk=Risk.REVERSIBLE,
        cost=text(N_("Free.")),
        wait=agent_wait(snapshot.requirements),
        verifies=("imds.enabled", "node.registered", "node.online", "node.connected"),
        affects=(
            text(
                N_(
                    "Every program on these instances ({count}) can read the metadata again, and with it the credentials of the instance's role."
                ),
                count=len(nodes),
            ),
        ),
        warnings=(
            text(
                N_(
                    "Somebody may have turned the metadata off on purpose, to keep programs from the role's credentials. SSM Agent has no other way to them."
                )
            ),
        ),
        undoing=text(N_("Turns the metadata off again; tokens and hop limit stay as they are.")),
        docs=("ssm-agent-technical-details",),
    )


def _options(node: NodeFacts) -> Metadata:
    """Return the metadata options to change; raises :class:`CannotPlan` when there is nothing to."""
    if node.kind is Kind.HYBRID:
        said = N_("{node} is not an EC2 instance; it has no instance metadata.")
        raise CannotPlan(text(said, node=node.id), nothing_to_do=True)
    found = instance(node)
    if found.metadata.endpoint == ON:
        said = N_("The instance metadata of {node} is on already.")
        raise CannotPlan(text(said, node=node.id), nothing_to_do=True)
    if found.state not in CHANGEABLE:
        said = N_("{node} is {state}. Its metadata can be turned on while it runs or is stopped.")
        raise CannotPlan(text(said, node=node.id, state=found.state))
    options = found.metadata
    if options.endpoint != OFF or not options.tokens or not options.hop_limit:
        said = N_("EC2 does not tell all metadata options of {node}, so they cannot be kept.")
        raise CannotPlan(text(said, node=node.id))
    return options


def _change(snapshot: Snapshot, node: NodeFacts, options: Metadata) -> Change:
    arn = node_arn(snapshot, node)
    reading = Call("ec2", "DescribeInstances", {"InstanceIds": [node.id]})
    of_each = "[HttpEndpoint, HttpTokens, HttpPutResponseHopLimit]"
    shown = f"Reservations[].Instances[].MetadataOptions.{of_each}"
    on = [[ON, options.tokens, options.hop_limit]]
    return Change(
        says=text(N_("Turn on the instance metadata of {node}."), node=node.id),
        call=_call(node, options, ON),
        rights=(Right("ec2:ModifyInstanceMetadataOptions", arn),),
        undo=Undo(
            says=text(N_("Turn off the instance metadata of {node}."), node=node.id),
            call=_call(node, options, OFF),
            rights=(
                Right("ec2:ModifyInstanceMetadataOptions", arn),
                Right("ec2:DescribeInstances", "*"),
            ),
            expects=Expectation(reading, shown, on),
        ),
        trace=Trace(reading, shown, on, [[OFF, options.tokens, options.hop_limit]]),
        dry_run=True,
    )


def _call(node: NodeFacts, options: Metadata, endpoint: str) -> Call:
    """Name tokens and hop limit as they are: what is left out may become a default."""
    parameters: dict[str, Any] = {
        "InstanceId": node.id,
        "HttpEndpoint": endpoint,
        "HttpTokens": options.tokens,
        "HttpPutResponseHopLimit": options.hop_limit,
    }
    return Call("ec2", "ModifyInstanceMetadataOptions", parameters)


FIX = Fix(
    id=ID,
    title=text(N_("Turn on instance metadata")),
    says=text(
        N_(
            "Turns on the metadata of EC2 instances, from which SSM Agent gets its credentials. Nothing else of it changes."
        )
    ),
    heals=("imds.enabled",),
    plan=plan,
)
