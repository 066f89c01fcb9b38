"""The fix that makes the endpoints that are missing where no way leads out of a VPC."""

from __future__ import annotations

from functools import partial

from ssmwizard.fixes.dependents import in_vpc
from ssmwizard.fixes.fix import CannotPlan, Fix, Nodes, Plans, attempt
from ssmwizard.fixes.ground import ids, instance, partition
from ssmwizard.fixes.network_create_steps import NAME, Wanted, create, endpoint_group
from ssmwizard.fixes.network_dns import attributes
from ssmwizard.fixes.network_ground import LIVE, VERIFIES, by_vpc, network_wait, own_vpc, place
from ssmwizard.model.facts import Known
from ssmwizard.model.network import SecurityGroup, way_out
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.plans import Plan, Risk
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.systems import at_least, numbers
from ssmwizard.model.text import N_, Text, text

ID = "network.create-endpoints"
# An average month, as AWS's own price calculator counts.
HOURS_A_MONTH = 730


def plan(snapshot: Snapshot, nodes: Nodes) -> Plans:
    """Plan the endpoints of each VPC once, for all nodes in it."""
    groups, answers = by_vpc(ID, nodes)
    plans: Plans = ()
    for vpc, some in groups.items():
        cut_off: list[NodeFacts] = []
        for node in some:
            found = attempt(ID, (node,), partial(_cut_off, snapshot, node))
            if isinstance(found, NodeFacts):
                cut_off.append(found)
            else:
                answers += (found,)
        if cut_off:
            those = tuple(cut_off)
            plans += (attempt(ID, those, partial(_plan, snapshot, vpc, those)),)
    return (*plans, *answers)


def _cut_off(snapshot: Snapshot, node: NodeFacts) -> NodeFacts:
    """Return the node; raises :class:`CannotPlan` when endpoints are there, or a way leads out."""
    where = place(node)
    if not where.address:
        said = N_("{node} has no IPv4 address; endpoints for IPv6 alone are not planned here.")
        raise CannotPlan(text(said, node=node.id))
    if not _missing(snapshot, where.vpc, snapshot.requirements.texts("hosts.required")):
        odd = _odd(snapshot, where.vpc)
        if odd:
            said = N_(
                "{vpc} has an endpoint for each service that a node needs, and no second one is made beside it. What it is set to keeps the node from it: {settings}. Change that, or delete it so that a new one can be made."
            )
            raise CannotPlan(text(said, vpc=where.vpc, settings=odd))
        said = N_("{vpc} has an endpoint for each service that a node needs.")
        raise CannotPlan(text(said, vpc=where.vpc), nothing_to_do=True)
    public = bool(instance(node).public_ip)
    target = way_out(snapshot.network, where.vpc, where.subnet, public=public)
    if target:
        said = N_(
            "Subnet {subnet} of {node} has a way out through {target}, so endpoints are not what is missing."
        )
        raise CannotPlan(
            text(said, subnet=where.subnet, node=node.id, target=target), nothing_to_do=True
        )
    return node


def _missing(snapshot: Snapshot, vpc: str, services: tuple[str, ...]) -> tuple[str, ...]:
    """Return the services for which the VPC has no endpoint in any state."""
    there = {
        one.service
        for one in snapshot.network.endpoints.require()
        if one.vpc_id == vpc and one.type == "Interface"
    }
    return tuple(one for one in services if one not in there)


def _odd(snapshot: Snapshot, vpc: str) -> tuple[Text, ...]:
    """Return what endpoints that are there are set to, where they serve nobody by that."""
    told: list[Text] = []
    for one in snapshot.network.endpoints.require():
        if one.vpc_id != vpc or one.service not in snapshot.requirements.texts("hosts.required"):
            continue
        named = {"endpoint": one.id, "service": one.service}
        if one.state not in LIVE:
            told.append(text(N_("{endpoint} ({service}) is {state}"), state=one.state, **named))
        elif one.type == "Interface" and not one.private_dns:
            told.append(text(N_("{endpoint} ({service}) has no private DNS"), **named))
    return tuple(told)


def _services(snapshot: Snapshot, nodes: Nodes) -> tuple[str, ...]:
    """Return the services that these nodes need; older agents use more, where AWS offers it."""
    requirements = snapshot.requirements
    least = numbers(requirements.text("agent.ec2messages-optional"))
    versions = [
        numbers(node.managed.value.agent_version)
        for node in nodes
        if isinstance(node.managed, Known) and node.managed.value is not None
    ]
    services = requirements.texts("hosts.required")
    if all(not version or at_least(version, least) for version in versions):
        return services
    offered = snapshot.network.endpoint_services.require()
    more = (one for one in requirements.texts("hosts.optional") if _host(snapshot, one) in offered)
    return (*services, *more)


def _host(snapshot: Snapshot, service: str) -> str:
    return partition(snapshot).host(service, snapshot.identity.region or "")


def _plan(snapshot: Snapshot, vpc_id: str, nodes: Nodes) -> Plan:
    vpc = own_vpc(snapshot, vpc_id)
    missing = _missing(snapshot, vpc_id, _services(snapshot, nodes))
    wanted = tuple(_wanted(snapshot, one, nodes) for one in missing)
    blocks = tuple(block for block in vpc.blocks if ":" not in block)
    if not blocks:
        raise CannotPlan(text(N_("{vpc} shows no IPv4 address block."), vpc=vpc_id))
    dns = attributes(snapshot, vpc_id, hostnames=True)
    ours = _our_group(snapshot, vpc_id, blocks)
    making = endpoint_group(snapshot, vpc_id, blocks, place=len(dns)) if ours is None else ()
    group = ours.id if ours is not None else ""
    changes = (
        *dns,
        *making,
        *(create(snapshot, vpc_id, one, group=group, made=len(dns)) for one in wanted),
    )
    services = tuple(one.service for one in wanted)
    zones = sum(len(one.subnets) for one in wanted)
    return Plan(
        fix=ID,
        title=FIX.title,
        nodes=ids(nodes),
        changes=changes,
        risk=Risk.DISRUPTIVE,
        cost=_cost(snapshot, zones),
        wait=network_wait(snapshot.requirements),
        verifies=("network.route", *VERIFIES),
        affects=(
            text(
                N_(
                    "Every machine in {vpc}: the names of {services} lead to the new endpoints from then on, also where a way to the internet is open."
                ),
                vpc=vpc_id,
                services=services,
            ),
            in_vpc(snapshot, vpc_id),
        ),
        warnings=(
            *(
                text(N_("An endpoint that is there stays as it is: {settings}."), settings=one)
                for one in _odd(snapshot, vpc_id)
            ),
            text(
                N_(
                    "Agents reach more than this through a way out, such as Amazon S3 for updates of the agent; these endpoints are for sessions."
                )
            ),
            text(
                N_(
                    "AWS refuses private DNS where a private hosted zone of the same name belongs to {vpc}. It may also ask for the right route53:AssociateVPCWithHostedZone."
                ),
                vpc=vpc_id,
            ),
        ),
        undoing=text(
            N_(
                "Deletes the endpoints, then their security group. That takes minutes, and machines that have come to need the endpoints are cut off."
            )
        ),
        cost_docs="privatelink-pricing",
        docs=("setup-create-vpc", "ec2-systems-manager-vpc-endpoints"),
        confirm_account=True,
    )


def _wanted(snapshot: Snapshot, service: str, nodes: Nodes) -> Wanted:
    """Return the endpoint to make: in one subnet of each zone in which the nodes stand."""
    host = _host(snapshot, service)
    offered = snapshot.network.endpoint_services.require().get(host)
    if offered is None:
        said = N_("AWS offers no endpoint for {host} in this Region.")
        raise CannotPlan(text(said, host=host))
    subnets = snapshot.network.subnets.require()
    by_zone: dict[str, str] = {}
    for name in sorted({place(node).subnet for node in nodes}):
        zone = subnets[name].zone if name in subnets else ""
        if zone in offered.zones:
            by_zone.setdefault(zone, name)
    if not by_zone:
        said = N_("AWS offers {service} in none of the Availability Zones of these nodes.")
        raise CannotPlan(text(said, service=offered.name))
    chosen = tuple(by_zone[zone] for zone in sorted(by_zone))
    return Wanted(service, offered.name, chosen)


def _our_group(snapshot: Snapshot, vpc: str, blocks: tuple[str, ...]) -> SecurityGroup | None:
    """Return the security group of an earlier try, None when there is none."""
    groups = snapshot.network.groups.require().values()
    found = next((one for one in groups if (one.vpc_id, one.name) == (vpc, NAME)), None)
    if found is None:
        return None
    port = int(snapshot.requirements.number("hosts.port"))
    opened = {
        cidr
        for rule in found.ingress
        if (rule.protocol, rule.from_port, rule.to_port) == ("tcp", port, port)
        for cidr in rule.cidrs
    }
    if opened >= set(blocks):
        return found
    said = N_(
        "A security group called {name} is in {vpc} already ({group}), and does not accept HTTPS from all of it. It may be somebody else's, so it is left alone."
    )
    raise CannotPlan(text(said, name=NAME, vpc=vpc, group=found.id))


def _cost(snapshot: Snapshot, count: int) -> Text:
    price = snapshot.requirements.get("price.interface-endpoint-hour-usd")
    if price.partitions is not None and partition(snapshot).name not in price.partitions:
        said = N_(
            "Not known for this partition. Each endpoint is charged by the hour in each Availability Zone ({count} in all), and by the gigabyte; see the pricing page (as of {as_of})."
        )
        return text(said, count=count, as_of=snapshot.requirements.as_of.isoformat())
    hourly = float(snapshot.requirements.number(price.id))
    traffic = float(snapshot.requirements.number("price.interface-endpoint-gb-usd"))
    said = N_(
        "About {month} US dollars a month: {count} endpoints, counted in each Availability Zone, at {price} an hour, and {traffic} for each gigabyte. Not certain: prices of one Region, as of {as_of}, not confirmed; see the pricing page."
    )
    return text(
        said,
        month=f"{hourly * HOURS_A_MONTH * count:,.2f}",
        count=count,
        price=f"{hourly:.3f}",
        traffic=f"{traffic:.3f}",
        as_of=snapshot.requirements.as_of.isoformat(),
    )


FIX = Fix(
    id=ID,
    title=text(N_("Make the endpoints that are missing")),
    says=text(
        N_(
            "Makes endpoints for Systems Manager in a VPC that no way leads out of, with a security group of their own. They cost money."
        )
    ),
    heals=("network.route",),
    plan=plan,
)
