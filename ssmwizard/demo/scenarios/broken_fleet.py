"""A fleet in which nearly every machine is broken in its own way, and some are well."""

from __future__ import annotations

from dataclasses import replace

from ssmwizard.demo.advance import settle
from ssmwizard.demo.context import World
from ssmwizard.demo.scenarios import systems
from ssmwizard.demo.scenarios.entities import Entities, allow
from ssmwizard.demo.scenarios.machines import BROKE, MachineBuilder, Past, Place
from ssmwizard.demo.scenarios.rules import ANYWHERE, EVERYTHING, entry, https, port
from ssmwizard.demo.world import new_world

OLD_AGENT = "2.3.50.0"
"""Before Session Manager."""
EARLY_AGENT = "3.0.100.0"
"""Sessions work, port forwarding does not."""
OUTDATED_AGENT = "3.2.582.0"
JUST_BOOTED = 25.0
"""Seconds since the newest machine was launched."""
REGISTERS_AFTER = 60.0
"""Seconds, at pace 1, until it becomes a managed node."""


def build(now: float, pace: float) -> World:
    """The account; every fault has stood long enough to show."""
    world = new_world(now, pace=pace)
    world["tier_needed"] = True
    world["checks_take"] = 90.0
    entities = Entities(world)
    entities.callers()
    _roles(entities)
    main = MachineBuilder(world, world["main_region"])
    _atelier(main)
    _finance(main)
    _legacy(main)
    _data(main)
    _lab(main)
    _hybrid(main)
    second = MachineBuilder(world, world["second_region"])
    _frankfurt(second)
    settle(world, now)
    _newcomer(world, main, now)
    return world


def _roles(entities: Entities) -> None:
    entities.profile("web-server-profile", entities.role("WebServerRole"))
    entities.profile("WindowsServers", entities.role("WindowsServerRole"))
    entities.profile("BuildMachines", entities.role("BuildMachines"))
    app = allow("s3:GetObject", "s3:PutObject", "sqs:ReceiveMessage", "sqs:DeleteMessage")
    shop = entities.role(
        "ShopApplicationRole",
        attached=("CloudWatchAgentServerPolicy",),
        inline={"shop-data": app},
    )
    entities.profile("shop-profile", shop)
    # Trusts the task service of another time: EC2 cannot assume it.
    entities.profile("batch-profile", entities.role("BatchRole", service="ecs-tasks"))
    limit = entities.policy(
        "boundary-no-messages",
        {
            "Version": "2012-10-17",
            "Statement": [
                {"Effect": "Allow", "Action": "*", "Resource": "*"},
                {"Effect": "Deny", "Action": ["ssmmessages:*"], "Resource": "*"},
            ],
        },
    )
    entities.profile("payroll-profile", entities.role("PayrollRole", boundary=limit))
    entities.role("HybridServers", service="ssm", path="/service-role/")
    entities.role(
        "HybridServersOld",
        service="ssm",
        path="/service-role/",
        attached=(),
        inline={"inventory": allow("ssm:UpdateInstanceInformation", "ssm:PutInventory")},
    )


def _atelier(region: MachineBuilder) -> None:
    """The main VPC: a public subnet with a NAT gateway, private ones behind it."""
    vpc = region.vpc("atelier", "10.20.0.0/16")
    igw = region.igw(vpc, "atelier-igw")
    public = region.subnet(vpc, "atelier-public-a", "10.20.0.0/24", public=True)
    region.table(vpc, "atelier-public", subnets=(public,), igw=igw)
    nat = region.nat(vpc, public, "atelier-nat")
    gone = region.nat(vpc, public, "atelier-nat-old", deleted_at=region.world["made"] - 172800)
    app = region.subnet(vpc, "atelier-app-a", "10.20.10.0/24")
    filtered = region.subnet(vpc, "atelier-filtered-b", "10.20.11.0/24", zone="b")
    region.table(vpc, "atelier-private", subnets=(app, filtered), nat=nat)
    isolated = region.subnet(vpc, "atelier-isolated-b", "10.20.20.0/24", zone="b")
    region.table(vpc, "atelier-isolated", subnets=(isolated,))
    stranded = region.subnet(vpc, "atelier-old-c", "10.20.30.0/24", zone="c")
    region.table(vpc, "atelier-old", subnets=(stranded,), nat=gone)
    region.acl(
        vpc,
        "atelier-strict",
        subnets=(filtered,),
        entries=[
            entry(100, out=True, ports=(443, 443)),
            entry(110, out=True, ports=(1024, 65535)),
            entry(100, out=False, ports=(443, 443)),
            entry(200, out=False, ports=(1024, 65535), action="deny"),
        ],
    )
    web = region.group(
        vpc, "web", ingress=[https(ANYWHERE), port(80, ANYWHERE)], egress=[EVERYTHING]
    )
    closed = region.group(vpc, "db-closed", egress=[port(5432, "10.20.0.0/16")])
    well = Place(app, (web,), "web-server-profile")
    front = replace(well, subnet=public, profile=None, public=True)
    stopped = Past(managed=True, stopped=True)
    region.instance("web-01", systems.AMAZON_2023, well, Env="production")
    region.instance(
        "web-02", systems.AMAZON_2023, replace(well, profile="shop-profile"), Env="production"
    )
    region.instance("web-03", systems.UBUNTU_2404, front, Env="production")
    region.instance("web-04", systems.UBUNTU_2204, well, stopped, Env="production")
    region.instance("worker-01", systems.ROCKY_9, replace(well, subnet=filtered), BROKE)
    region.instance("cache-01", systems.DEBIAN_12, replace(well, subnet=isolated))
    region.instance("archive-01", systems.SLES_15, replace(well, subnet=stranded), BROKE)
    region.instance("db-02", systems.RHEL_9, replace(well, groups=(closed,)), BROKE)
    region.instance("jenkins-old", systems.AMAZON_2, well, agent=OLD_AGENT)
    region.instance("git-01", systems.AMAZON_2, well, agent=EARLY_AGENT)
    region.instance("wiki-01", systems.UBUNTU_2204, well, agent=OUTDATED_AGENT)
    region.instance("vault-01", systems.AMAZON_2023, well, metadata=False)
    region.instance("batch-01", systems.AMAZON_2023, replace(well, profile="batch-profile"))
    region.instance(
        "paie-01", systems.WINDOWS_2019, replace(well, profile="payroll-profile"), BROKE
    )
    region.instance("mac-build-01", systems.MACOS, replace(well, profile="BuildMachines"))


def _private_services(
    region: MachineBuilder,
    vpc: str,
    subnets: tuple[str, ...],
    group: str,
    *,
    private_dns: bool = True,
) -> None:
    for service in ("ssm", "ssmmessages", "ec2messages"):
        region.endpoint(vpc, service, subnets, (group,), private_dns=private_dns)


def _finance(region: MachineBuilder) -> None:
    """No way to the internet, and none needed: private endpoints."""
    vpc = region.vpc("finance", "10.30.0.0/16")
    subnet = region.subnet(vpc, "finance-a", "10.30.1.0/24")
    servers = region.group(vpc, "finance-servers", egress=[https("10.30.0.0/16")])
    _private_services(
        region, vpc, (subnet,), region.group(vpc, "endpoints", ingress=[https("10.30.0.0/16")])
    )
    place = Place(subnet, (servers,), "WindowsServers")
    controller = region.instance("compta-01", systems.WINDOWS_2022, place, Env="production")
    # Only the machine itself tells: a domain controller, on which no agent makes ssm-user.
    region.state["nodes"][controller]["DomainRole"] = "5"


def _legacy(region: MachineBuilder) -> None:
    """The endpoints' security group lets nobody in on 443."""
    vpc = region.vpc("legacy", "10.40.0.0/16")
    subnet = region.subnet(vpc, "legacy-a", "10.40.1.0/24")
    servers = region.group(vpc, "legacy-servers", egress=[EVERYTHING])
    guard = region.group(vpc, "legacy-endpoints", ingress=[port(80, "10.40.0.0/16")])
    _private_services(region, vpc, (subnet,), guard)
    place = Place(subnet, (servers,), "WindowsServers")
    region.instance("erp-01", systems.WINDOWS_2019, place, BROKE)


def _data(region: MachineBuilder) -> None:
    """Private endpoints, but the VPC gives no DNS hostnames."""
    vpc = region.vpc("data", "10.50.0.0/16", hostnames=False)
    subnet = region.subnet(vpc, "data-a", "10.50.1.0/24")
    servers = region.group(vpc, "data-servers", egress=[EVERYTHING])
    _private_services(
        region, vpc, (subnet,), region.group(vpc, "endpoints", ingress=[https("10.50.0.0/16")])
    )
    place = Place(subnet, (servers,), "web-server-profile")
    region.instance("db-01", systems.RHEL_9, place, BROKE)


def _lab(region: MachineBuilder) -> None:
    """Endpoints without private DNS: nobody finds them."""
    vpc = region.vpc("lab", "10.60.0.0/16")
    subnet = region.subnet(vpc, "lab-a", "10.60.1.0/24")
    servers = region.group(vpc, "lab-servers", egress=[EVERYTHING])
    _private_services(
        region, vpc, (subnet,), region.group(vpc, "endpoints", ingress=[https("10.60.0.0/16")]),
        private_dns=False,
    )  # fmt: skip
    place = Place(subnet, (servers,), "web-server-profile")
    region.instance("lab-01", systems.UBUNTU_2204, place)


def _hybrid(region: MachineBuilder) -> None:
    """Machines in the atelier's own server room."""
    good = region.activation("HybridServers", "atelier")
    old = region.activation("HybridServersOld", "ancien-site", age=400 * 86400)
    tills = region.activation("HybridServers", "caisses", age=500 * 86400)
    region.hybrid(
        "srv-lyon-01", systems.DEBIAN_12, activation=good,
        address="192.168.10.11", Site="Lyon",
    )  # fmt: skip
    region.hybrid(
        "srv-lyon-02", systems.WINDOWS_2019, activation=good,
        address="192.168.10.12", reachable=False, Site="Lyon",
    )  # fmt: skip
    region.hybrid(
        "srv-nantes-01", systems.UBUNTU_2204, activation=old,
        address="192.168.20.11", Site="Nantes",
    )  # fmt: skip
    region.hybrid(
        "caisse-nantes", systems.WINDOWS_2008, activation=tills,
        agent="2.3.1644.0", address="192.168.20.12", Site="Nantes",
    )  # fmt: skip


def _frankfurt(region: MachineBuilder) -> None:
    """Another Region, with one machine that is well and one on an unlisted system."""
    vpc = region.vpc("frankfurt", "10.70.0.0/16")
    igw = region.igw(vpc, "frankfurt-igw")
    public = region.subnet(vpc, "frankfurt-public-a", "10.70.0.0/24", public=True)
    region.table(vpc, "frankfurt-public", subnets=(public,), igw=igw)
    group = region.group(vpc, "web", ingress=[https(ANYWHERE)], egress=[EVERYTHING])
    well = Place(public, (group,), "web-server-profile", public=True)
    region.instance("web-de-01", systems.AMAZON_2023, well)
    region.instance("kiosk-de-01", systems.UBUNTU_1604, well, agent="3.1.1188.0")


def _newcomer(world: World, region: MachineBuilder, now: float) -> None:
    """Launched a moment ago: nothing is wrong, it only needs time."""
    app = next(
        subnet["SubnetId"]
        for subnet in region.state["subnets"].values()
        if {"Key": "Name", "Value": "atelier-app-a"} in subnet["Tags"]
    )
    vpc = region.state["subnets"][app]["VpcId"]
    web = next(
        group["GroupId"]
        for group in region.state["groups"].values()
        if group["VpcId"] == vpc and group["GroupName"] == "web"
    )
    newcomer = region.instance(
        "web-05",
        systems.AMAZON_2023,
        Place(app, (web,), "web-server-profile"),
        Past(age=JUST_BOOTED),
        Env="production",
    )
    aim = [True, True]
    region.state["nodes"][newcomer]["Aim"] = aim
    world["due"].append(
        {
            "at": now + REGISTERS_AFTER * world["pace"],
            "what": "node",
            "region": region.name,
            "node": newcomer,
            "aim": aim,
        }
    )
