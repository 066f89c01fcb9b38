"""A small account in which everything works."""

from __future__ import annotations

from ssmwizard.demo.advance import settle
from ssmwizard.demo.context import World
from ssmwizard.demo.node import TIER_SETTING
from ssmwizard.demo.scenarios import systems
from ssmwizard.demo.scenarios.entities import Entities
from ssmwizard.demo.scenarios.machines import MachineBuilder, Place
from ssmwizard.demo.scenarios.rules import ANYWHERE, EVERYTHING, https
from ssmwizard.demo.world import new_world


def build(now: float, pace: float) -> World:
    """Three instances and one hybrid machine, all ready for sessions."""
    world = new_world(now, pace=pace)
    world["tier_needed"] = True
    world["checks_take"] = 90.0
    entities = Entities(world)
    entities.callers()
    entities.profile("web-server-profile", entities.role("WebServerRole"))
    entities.role("HybridServers", service="ssm", path="/service-role/")
    region = MachineBuilder(world, world["main_region"])
    vpc = region.vpc("atelier", "10.20.0.0/16")
    igw = region.igw(vpc, "atelier-igw")
    public = region.subnet(vpc, "atelier-public-a", "10.20.0.0/24", public=True)
    region.table(vpc, "atelier-public", subnets=(public,), igw=igw)
    private = region.subnet(vpc, "atelier-app-a", "10.20.10.0/24")
    nat = region.nat(vpc, public, "atelier-nat")
    region.table(vpc, "atelier-private", subnets=(private,), nat=nat)
    group = region.group(vpc, "web", ingress=[https(ANYWHERE)], egress=[EVERYTHING])
    for name, system in (
        ("web-01", systems.AMAZON_2023),
        ("web-02", systems.WINDOWS_2022),
        ("mac-build-01", systems.MACOS),
    ):
        region.instance(name, system, Place(private, (group,), "web-server-profile"))
    region.hybrid(
        "srv-lyon-01",
        systems.DEBIAN_12,
        activation=region.activation("HybridServers", "atelier"),
        address="192.168.10.11",
    )
    region.state["settings"][TIER_SETTING] = {
        "SettingValue": "advanced",
        "LastModifiedDate": now - 86400,
        "LastModifiedUser": "camille",
        "Status": "Customized",
        "After": "Customized",
    }
    settle(world, now)
    return world
