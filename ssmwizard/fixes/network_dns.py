"""The fix that turns on the DNS of a VPC."""

from __future__ import annotations

from functools import partial

from ssmwizard.fixes.dependents import in_vpc
from ssmwizard.fixes.fix import CannotPlan, Fix, Nodes, Plans, attempt
from ssmwizard.fixes.ground import arn, ids
from ssmwizard.fixes.network_ground import VERIFIES, by_vpc, endpoints, network_wait, own_vpc
from ssmwizard.model.facts import NOT_COLLECTED
from ssmwizard.model.plans import Call, Change, Expectation, Plan, Right, Risk, Trace, Undo
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

ID = "network.enable-dns"
SUPPORT, HOSTNAMES = "enableDnsSupport", "enableDnsHostnames"


def plan(snapshot: Snapshot, nodes: Nodes) -> Plans:
    """Plan the DNS of each VPC once, for all nodes in it."""
    groups, answers = by_vpc(ID, nodes)
    plans = (attempt(ID, some, partial(_plan, snapshot, vpc, some)) for vpc, some in groups.items())
    return (*plans, *answers)


def attributes(snapshot: Snapshot, vpc: str, *, hostnames: bool) -> tuple[Change, ...]:
    """Return the changes that turn on what is off: support first, without which no hostnames work.

    AWS takes one attribute at a time.
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcAttribute.html
    """
    dns = snapshot.network.dns.get(vpc, NOT_COLLECTED).require()
    changes: tuple[Change, ...] = ()
    if not dns.support:
        changes += (_change(snapshot, vpc, SUPPORT),)
    if hostnames and not dns.hostnames:
        changes += (_change(snapshot, vpc, HOSTNAMES),)
    return changes


def _plan(snapshot: Snapshot, vpc: str, nodes: Nodes) -> Plan:
    own_vpc(snapshot, vpc)
    ours = any(one.private_dns for some in endpoints(snapshot, vpc).values() for one in some)
    changes = attributes(snapshot, vpc, hostnames=ours)
    if not changes:
        said = N_("The DNS settings of {vpc} are on, as far as its endpoints need them.")
        raise CannotPlan(text(said, vpc=vpc), nothing_to_do=True)
    private = _private_endpoints(snapshot, vpc)
    return Plan(
        fix=ID,
        title=FIX.title,
        nodes=ids(nodes),
        changes=changes,
        risk=Risk.DISRUPTIVE if private else Risk.REVERSIBLE,
        cost=text(N_("Free.")),
        wait=network_wait(snapshot.requirements),
        verifies=("network.dns", *VERIFIES),
        affects=(*_affects(vpc, private), in_vpc(snapshot, vpc)),
        warnings=_warnings(vpc, private),
        undoing=text(
            N_("Turns the same settings off again; names then lead where they led before.")
        ),
        docs=("troubleshooting-ssm-agent", "setup-create-vpc"),
    )


def _private_endpoints(snapshot: Snapshot, vpc: str) -> tuple[str, ...]:
    """Return the endpoints of a VPC that take the names of their services once its DNS is on."""
    return tuple(
        f"{one.id} ({one.service or one.service_name})"
        for one in snapshot.network.endpoints.require()
        if one.vpc_id == vpc and one.private_dns
    )


def _affects(vpc: str, private: tuple[str, ...]) -> tuple[Text, ...]:
    said = N_("Every machine in {vpc}, not only the chosen nodes.")
    names = N_("Names lead to these endpoints ({count}) from then on: {endpoints}.")
    everyone = text(said, vpc=vpc)
    if not private:
        return (everyone,)
    return (everyone, text(names, count=len(private), endpoints=private))


def _warnings(vpc: str, private: tuple[str, ...]) -> tuple[Text, ...]:
    if not private:
        return ()
    said = N_(
        "Traffic of the whole VPC {vpc} to these services moves to the endpoints. What their security groups or policies do not let in is cut off, even where it has a way to the internet."
    )
    return (text(said, vpc=vpc),)


def _change(snapshot: Snapshot, vpc: str, attribute: str) -> Change:
    vpc_arn = arn(snapshot, "ec2", f"vpc/{vpc}")
    name = attribute[0].upper() + attribute[1:]
    right = Right("ec2:ModifyVpcAttribute", vpc_arn)

    def call(value: bool) -> Call:
        return Call("ec2", "ModifyVpcAttribute", {"VpcId": vpc, name: {"Value": value}})

    reading = Call("ec2", "DescribeVpcAttribute", {"VpcId": vpc, "Attribute": attribute})
    return Change(
        says=text(N_("Turn on {attribute} in {vpc}."), attribute=attribute, vpc=vpc),
        call=call(True),
        rights=(right,),
        undo=Undo(
            says=text(N_("Turn off {attribute} in {vpc}."), attribute=attribute, vpc=vpc),
            call=call(False),
            rights=(right, Right("ec2:DescribeVpcAttribute", vpc_arn)),
            expects=Expectation(reading, f"{name}.Value", True),
        ),
        trace=Trace(reading, f"{name}.Value", made=True, before=False),
    )


FIX = Fix(
    id=ID,
    title=text(N_("Turn on the DNS of the VPC")),
    says=text(
        N_(
            "Turns on the resolver of the VPC, and DNS hostnames where endpoints with private DNS need them."
        )
    ),
    heals=("network.dns",),
    plan=plan,
)
