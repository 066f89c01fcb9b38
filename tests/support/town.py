"""Small accounts to be diagnosed: a healthy machine, and ways to break exactly one thing about it."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ssmwizard import demo
from ssmwizard.demo.advance import settle
from ssmwizard.demo.context import World
from ssmwizard.demo.scenarios import systems
from ssmwizard.demo.scenarios.entities import Entities, allow
from ssmwizard.demo.scenarios.machines import WELL, MachineBuilder, Past, Place
from ssmwizard.demo.scenarios.rules import ANYWHERE, EVERYTHING, https
from ssmwizard.demo.scenarios.systems import AMAZON_2023, System
from ssmwizard.demo.world import new_world

PROFILE, ROLE = "web-profile", "web-role"
SERVICES = ("ssm", "ssmmessages", "ec2messages")


@dataclass
class Town:
    """An account with one VPC in its main Region; ``builder`` adds what is missing here."""

    world: World
    iam: Entities
    builder: MachineBuilder
    vpc: str = ""
    groups: tuple[str, ...] = ()
    more: dict[str, str] = field(default_factory=dict)

    @property
    def state(self) -> dict[str, Any]:
        """The Region's own records."""
        return self.builder.state

    def record(self, kind: str, name: str) -> dict[str, Any]:
        """A record of the Region (``route_tables``, ``groups`` …) by its id."""
        found: dict[str, Any] = self.state[kind][name]
        return found

    # Ground.

    def public(self, *, address: bool = True) -> Place:
        """A subnet that leads to an internet gateway."""
        subnet = self._subnet("public", "10.0.1.0/24")
        self.more["public-table"] = self.builder.table(
            self.vpc, "public", subnets=(subnet,), igw=self._igw()
        )
        return Place(subnet, self.groups, PROFILE, public=address)

    def private(self) -> Place:
        """A subnet behind a NAT gateway."""
        igw = self._igw()
        front = self._subnet("front", "10.0.2.0/24")
        self.more["front"] = front
        self.more["front-table"] = self.builder.table(self.vpc, "front", subnets=(front,), igw=igw)
        nat = self.more["nat"] = self.builder.nat(self.vpc, front, "nat")
        subnet = self._subnet("private", "10.0.3.0/24")
        self.more["private-table"] = self.builder.table(
            self.vpc, "private", subnets=(subnet,), nat=nat
        )
        return Place(subnet, self.groups, PROFILE)

    def isolated(self) -> Place:
        """A subnet from which no way leads out."""
        subnet = self._subnet("isolated", "10.0.4.0/24")
        self.more["isolated-table"] = self.builder.table(self.vpc, "isolated", subnets=(subnet,))
        return Place(subnet, self.groups, PROFILE)

    def endpoints(
        self,
        *subnets: str,
        services: tuple[str, ...] = SERVICES,
        private_dns: bool = True,
        source: str = "10.0.0.0/16",
    ) -> tuple[str, ...]:
        """Interface endpoints that accept HTTPS from ``source``; returns their ids."""
        group = self.builder.group(
            self.vpc, "endpoints", ingress=[https(source)] if source else [], egress=[EVERYTHING]
        )
        self.more["endpoint-group"] = group
        return tuple(
            self.builder.endpoint(self.vpc, service, subnets, (group,), private_dns=private_dns)
            for service in services
        )

    def private_services(self, **more: Any) -> Place:
        """A subnet without a way out, with the endpoints it needs."""
        place = self.isolated()
        self.endpoints(place.subnet, **more)
        return place

    def group(self, name: str, **rules: list[dict[str, Any]]) -> str:
        """A security group of the VPC."""
        return self.builder.group(self.vpc, name, **rules)

    def route(self, table: str, destination: str, state: str = "active", **target: str) -> None:
        """Add a route to a route table by its name here (``private-table``)."""
        route = {"Origin": "CreateRoute", "State": state, **target}
        key = (
            "DestinationPrefixListId"
            if destination.startswith("pl-")
            else "DestinationIpv6CidrBlock"
            if ":" in destination
            else "DestinationCidrBlock"
        )
        self.record("route_tables", self.more[table])["Routes"].append({key: destination, **route})

    def no_default_route(self, table: str) -> None:
        """Take the default route out of a route table."""
        record = self.record("route_tables", self.more[table])
        record["Routes"] = [
            one for one in record["Routes"] if one.get("DestinationCidrBlock") != ANYWHERE
        ]

    def prefix_list(self, *cidrs: str) -> str:
        """A managed prefix list of the account's own."""
        name = self.builder.new("pl-")
        self.state["prefix_lists"][name] = {
            "PrefixListId": name,
            "PrefixListName": "own",
            "PrefixListArn": self.builder.arn(f"prefix-list/{name}"),
            "AddressFamily": "IPv4",
            "State": "create-complete",
            "OwnerId": self.builder.owner,
            "Tags": [],
            "Entries": [{"Cidr": cidr} for cidr in cidrs],
        }
        return name

    # Machines.

    def node(
        self, place: Place, system: System = AMAZON_2023, past: Past = WELL, **more: Any
    ) -> str:
        """The instance that is asked about."""
        return self.builder.instance(str(more.pop("name", "node")), system, place, past, **more)

    def machine(self, system: System = systems.DEBIAN_12, **more: Any) -> str:
        """The machine outside EC2 that is asked about."""
        role = more.pop("role", None) or self.hybrid_role()
        activation = self.builder.activation(role, "site")
        return self.builder.hybrid(
            "node", system, activation=activation, address="192.168.1.10", **more
        )

    def hybrid_role(self, name: str = "HybridServers", **more: Any) -> str:
        """A service role of machines outside EC2."""
        return self.iam.role(name, service="ssm", path="/service-role/", **more)

    def role(self, **more: Any) -> str:
        """Make the role of the instance profile anew, different."""
        return self.iam.role(ROLE, **more)

    def setting(self, name: str, value: str) -> None:
        """A service setting of the Region that somebody changed."""
        self.state["settings"][name] = {
            "SettingValue": value,
            "LastModifiedDate": self.world["made"] - 86400,
            "LastModifiedUser": "camille",
            "Status": "Customized",
            "After": "Customized",
        }

    def endpoint_policy(self, endpoint: str, document: Mapping[str, Any]) -> None:
        """Give an endpoint a policy of its own."""
        self.record("endpoints", endpoint)["PolicyDocument"] = json.dumps(document)

    def opened(self) -> demo.Demo:
        """The account after a long quiet time."""
        settle(self.world, time.time())
        return demo.Demo(self.world)

    def _subnet(self, name: str, cidr: str, zone: str = "a") -> str:
        return self.builder.subnet(self.vpc, name, cidr, zone=zone)

    def _igw(self) -> str:
        if "igw" not in self.more:
            self.more["igw"] = self.builder.igw(self.vpc, "igw")
        return self.more["igw"]


def town(**vpc: Any) -> Town:
    """An account in which a machine put into :meth:`Town.private` would be well."""
    world = new_world(time.time(), pace=0)
    world["tier_needed"] = False
    world["checks_take"] = 0.0
    iam = Entities(world)
    iam.callers()
    iam.profile(PROFILE, iam.role(ROLE))
    builder = MachineBuilder(world, world["main_region"])
    made = Town(world, iam, builder)
    made.vpc = builder.vpc("town", "10.0.0.0/16", **vpc)
    made.groups = (builder.group(made.vpc, "web", egress=[EVERYTHING]),)
    return made


__all__ = ["PROFILE", "ROLE", "Town", "allow", "replace", "town"]
