"""As many nodes as a benchmark wants."""

from __future__ import annotations

from ssmwizard.demo.advance import settle
from ssmwizard.demo.context import World
from ssmwizard.demo.scenarios import systems
from ssmwizard.demo.scenarios.entities import Entities
from ssmwizard.demo.scenarios.machines import MachineBuilder, Place
from ssmwizard.demo.scenarios.rules import ANYWHERE, EVERYTHING, https
from ssmwizard.demo.world import new_world

ROLES = 20
"""Roles that the nodes share; every tenth of them lacks its permissions."""
TENTH = 10


def build(nodes: int, now: float, pace: float) -> World:
    """One VPC with a NAT gateway; a tenth of the instances never registers."""
    world = new_world(now, pace=pace)
    world["tier_needed"] = True
    world["checks_take"] = 90.0
    entities = Entities(world)
    entities.callers()
    profiles = []
    for number in range(ROLES):
        attached = () if number % TENTH == 0 else ("AmazonSSMManagedInstanceCore",)
        role = entities.role(f"Fleet{number:02}Role", attached=attached)
        profiles.append(entities.profile(f"fleet-{number:02}", role))
    region = MachineBuilder(world, world["main_region"])
    vpc = region.vpc("fleet", "10.0.0.0/8")
    igw = region.igw(vpc, "fleet-igw")
    public = region.subnet(vpc, "fleet-public-a", "10.0.0.0/24", public=True)
    region.table(vpc, "fleet-public", subnets=(public,), igw=igw)
    private = region.subnet(vpc, "fleet-private-a", "10.128.0.0/9")
    nat = region.nat(vpc, public, "fleet-nat")
    region.table(vpc, "fleet-private", subnets=(private,), nat=nat)
    group = region.group(vpc, "fleet", ingress=[https(ANYWHERE)], egress=[EVERYTHING])
    kinds = (systems.AMAZON_2023, systems.UBUNTU_2204, systems.WINDOWS_2022, systems.RHEL_9)
    for number in range(nodes):
        region.instance(
            f"node-{number:05}",
            kinds[number % len(kinds)],
            Place(private, (group,), profiles[number % ROLES]),
        )
    settle(world, now)
    return world
