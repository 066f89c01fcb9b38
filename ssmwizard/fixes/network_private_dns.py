"""The fix that turns on the private DNS of endpoints."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from ssmwizard.fixes.dependents import in_vpc
from ssmwizard.fixes.fix import CannotPlan, Fix, Nodes, Plans, attempt
from ssmwizard.fixes.ground import arn, ids
from ssmwizard.fixes.network_dns import attributes
from ssmwizard.fixes.network_ground import VERIFIES, by_vpc, endpoints, network_wait, own_vpc
from ssmwizard.model.network import Endpoint
from ssmwizard.model.plans import Call, Change, Expectation, Plan, Right, Risk, Trace, Undo
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text

ID = "network.enable-private-dns"
# How EC2 refuses private DNS: DNS of the VPC is off (perhaps still), or a zone of the same name is there.
REFUSED = "InvalidParameter"
SETTLING_SECONDS = 60


def plan(snapshot: Snapshot, nodes: Nodes) -> Plans:
    """Plan the private DNS of each VPC's endpoints once, for all nodes in it."""
    groups, answers = by_vpc(ID, nodes)
    plans = (attempt(ID, some, partial(_plan, snapshot, vpc, some)) for vpc, some in groups.items())
    return (*plans, *answers)


def _plan(snapshot: Snapshot, vpc: str, nodes: Nodes) -> Plan:
    own_vpc(snapshot, vpc)
    those = endpoints(snapshot, vpc)
    if not those:
        said = N_("{vpc} has no endpoint for Systems Manager that could have private DNS.")
        raise CannotPlan(text(said, vpc=vpc), nothing_to_do=True)
    silent = tuple(
        min(some, key=lambda one: (-len(one.subnets), one.id))
        for some in those.values()
        if not any(one.private_dns for one in some)
    )
    if not silent:
        said = N_("The endpoints for Systems Manager in {vpc} have private DNS already.")
        raise CannotPlan(text(said, vpc=vpc), nothing_to_do=True)
    dns = attributes(snapshot, vpc, hostnames=True)
    names = tuple(f"{one.id} ({one.service})" for one in silent)
    groups = tuple(dict.fromkeys(group for one in silent for group in one.groups)) or ("-",)
    return Plan(
        fix=ID,
        title=FIX.title,
        nodes=ids(nodes),
        changes=(
            *dns,
            *_changes(snapshot, silent, settling_seconds=SETTLING_SECONDS if dns else 0),
        ),
        risk=Risk.DISRUPTIVE,
        cost=text(N_("Free.")),
        wait=network_wait(snapshot.requirements),
        verifies=("network.dns", *VERIFIES),
        affects=(
            text(
                N_(
                    "Every machine in {vpc}: the names of these services lead to the endpoints ({count}: {endpoints})."
                ),
                vpc=vpc,
                count=len(names),
                endpoints=names,
            ),
            in_vpc(snapshot, vpc),
        ),
        warnings=(
            text(
                N_(
                    "Machines that the security groups of the endpoints ({groups}) do not let in are cut off from these services, even where they have a way to the internet."
                ),
                groups=groups,
            ),
            text(
                N_(
                    "AWS refuses it where a private hosted zone of the same name belongs to {vpc}; nothing changes then. It may also ask for the right route53:AssociateVPCWithHostedZone."
                ),
                vpc=vpc,
            ),
        ),
        undoing=text(
            N_("Turns private DNS off again, and what was turned on for it; nothing is deleted.")
        ),
        docs=("setup-create-vpc", "troubleshooting-ssm-agent"),
    )


def _changes(
    snapshot: Snapshot, silent: Iterable[Endpoint], *, settling_seconds: int
) -> Iterable[Change]:
    for one in silent:
        right = Right("ec2:ModifyVpcEndpoint", arn(snapshot, "ec2", f"vpc-endpoint/{one.id}"))
        reading = Call("ec2", "DescribeVpcEndpoints", {"VpcEndpointIds": [one.id]})
        yield Change(
            says=text(
                N_("Turn on private DNS for the endpoint {endpoint} ({service})."),
                endpoint=one.id,
                service=one.service,
            ),
            call=_call(one, on=True),
            rights=(right,),
            undo=Undo(
                says=text(N_("Turn off private DNS for the endpoint {endpoint}."), endpoint=one.id),
                call=_call(one, on=False),
                rights=(right, Right("ec2:DescribeVpcEndpoints", "*")),
                expects=Expectation(reading, "VpcEndpoints[].PrivateDnsEnabled", [True]),
            ),
            trace=Trace(reading, "VpcEndpoints[].PrivateDnsEnabled", [True], [False]),
            dry_run=True,
            settling_codes=(REFUSED,) if settling_seconds else (),
            settling_seconds=settling_seconds,
        )


def _call(endpoint: Endpoint, *, on: bool) -> Call:
    parameters = {"VpcEndpointId": endpoint.id, "PrivateDnsEnabled": on}
    return Call("ec2", "ModifyVpcEndpoint", parameters)


FIX = Fix(
    id=ID,
    title=text(N_("Turn on private DNS for the endpoints")),
    says=text(
        N_(
            "Lets the names of Systems Manager lead to the endpoints that are there, with the DNS settings of the VPC that this needs."
        )
    ),
    heals=("network.dns",),
    plan=plan,
)
