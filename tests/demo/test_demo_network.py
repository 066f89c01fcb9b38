"""The demo's network lets through what AWS's would, and names what stands in the way."""

from dataclasses import replace

import pytest

from ssmwizard.demo.context import REGION_STORES
from ssmwizard.demo.network import Network, Site
from ssmwizard.demo.scenarios.network import NetworkBuilder
from ssmwizard.demo.scenarios.rules import ANYWHERE, EVERYTHING, entry, https, port
from ssmwizard.demo.world import new_world


class Ground:
    """A VPC with a NAT gateway, an endpoint in another subnet, and one node."""

    def __init__(self) -> None:
        world = new_world(1_800_000_000.0, pace=0)
        self.builder = build = NetworkBuilder(world, "eu-west-3")
        self.vpc = build.vpc("v", "10.0.0.0/16")
        igw = build.igw(self.vpc, "igw")
        self.public = build.subnet(self.vpc, "public", "10.0.0.0/24")
        self.public_table = build.table(self.vpc, "public", subnets=(self.public,), igw=igw)
        self.nat = build.nat(self.vpc, self.public, "nat")
        self.private = build.subnet(self.vpc, "private", "10.0.1.0/24")
        self.table = build.table(self.vpc, "private", subnets=(self.private,), nat=self.nat)
        self.shared = build.subnet(self.vpc, "shared", "10.0.2.0/24", zone="b")
        self.group = build.group(self.vpc, "node", egress=[EVERYTHING])
        self.guard = build.group(self.vpc, "guard", ingress=[https("10.0.1.0/24")])
        self.site = Site(self.vpc, self.private, (self.group,), "10.0.1.10", public=False)

    def endpoint(self) -> str:
        return self.builder.endpoint(self.vpc, "ssm", (self.shared,), (self.guard,))

    @property
    def state(self):
        return self.builder.state

    def obstacle(self, service: str = "ssm") -> str:
        return Network(self.state).obstacle(self.site, service) or ""


@pytest.fixture
def ground() -> Ground:
    return Ground()


def routes(ground):
    return ground.state["route_tables"][ground.table]["Routes"]


def node_rules(ground, *rules):
    group = ground.builder.group(ground.vpc, "other", egress=list(rules))
    ground.site = replace(ground.site, groups=(group,))


def guard_rules(ground, *rules):
    ground.endpoint()
    whole = ground.builder.group(ground.vpc, "x", ingress=list(rules))
    groups = ground.state["groups"]
    groups[ground.guard]["IpPermissions"] = groups[whole]["IpPermissions"]


def acl(ground, subnet, *entries):
    ground.builder.acl(ground.vpc, "acl", subnets=(subnet,), entries=list(entries))


def vpc_attribute(ground, name):
    ground.state["vpc_attributes"][ground.vpc][name] = False


def public_node(ground, *, address):
    ground.site = replace(ground.site, subnet=ground.public, public=address)


def endpoint_of(ground):
    return next(iter(ground.state["endpoints"].values()))


PAIR = {"IpProtocol": "tcp", "FromPort": 1, "ToPort": 1000}
CASES = {
    "through the NAT gateway": (repr, ""),
    "through the endpoint": (lambda g: g.endpoint(), ""),
    "no resolver": (lambda g: vpc_attribute(g, "EnableDnsSupport"), "no DNS resolver"),
    "a broken endpoint shadows a healthy NAT": (
        lambda g: guard_rules(g, port(80, ANYWHERE)),
        "the endpoint's security groups",
    ),
    "without private DNS the endpoint shadows nothing": (
        lambda g: (guard_rules(g), endpoint_of(g).update(PrivateDnsEnabled=False)),
        "",
    ),
    "without DNS hostnames the endpoint shadows nothing": (
        lambda g: (guard_rules(g), vpc_attribute(g, "EnableDnsHostnames")),
        "",
    ),
    "an endpoint still pending shadows nothing": (
        lambda g: (guard_rules(g), endpoint_of(g).update(State="pending")),
        "",
    ),
    "a rule for another group's members": (
        lambda g: guard_rules(g, {**PAIR, "UserIdGroupPairs": [{"GroupId": g.group}]}),
        "",
    ),
    "a rule for the node's address": (lambda g: guard_rules(g, https("10.0.1.10/32")), ""),
    "a rule for another address": (
        lambda g: guard_rules(g, https("10.0.1.11/32")),
        "the endpoint's security groups",
    ),
    "a rule for UDP": (
        lambda g: guard_rules(g, {**https(ANYWHERE), "IpProtocol": "udp"}),
        "the endpoint's security groups",
    ),
    "the node may not send": (node_rules, "the node's security groups"),
    "the node may send HTTPS": (lambda g: node_rules(g, https(ANYWHERE)), ""),
    "the node may send HTTP": (
        lambda g: node_rules(g, port(80, ANYWHERE)),
        "the node's security groups",
    ),
    "the node may send inside only": (
        lambda g: node_rules(g, https("10.0.0.0/16")),
        "the node's security groups",
    ),
    "inside is enough for an endpoint": (
        lambda g: (g.endpoint(), node_rules(g, https("10.0.0.0/16"))),
        "",
    ),
    "the network ACL drops the request": (
        lambda g: acl(g, g.private, entry(1, out=False)),
        "network ACL of the node's subnet",
    ),
    "the network ACL drops the answer": (
        lambda g: acl(g, g.private, entry(1, out=True), entry(1, out=False, ports=(443, 443))),
        "network ACL of the node's subnet",
    ),
    "the first matching entry decides": (
        lambda g: acl(
            g, g.private, entry(1, out=True), entry(2, out=False),
            entry(1, out=False, ports=(2000, 3000), action="deny"),
        ),
        "network ACL of the node's subnet",
    ),
    "a later denial changes nothing": (
        lambda g: acl(
            g, g.private, entry(1, out=True), entry(1, out=False),
            entry(2, out=False, ports=(1024, 65535), action="deny"),
        ),
        "",
    ),
    "the endpoint's network ACL drops": (
        lambda g: (g.endpoint(), acl(g, g.shared, entry(1, out=True))),
        "network ACL of the endpoint's subnet",
    ),
    "the NAT gateway's network ACL drops": (
        lambda g: acl(g, g.public, entry(1, out=True)),
        "network ACL of the NAT gateway's subnet",
    ),
    "no default route": (lambda g: routes(g).pop(), "no route leads out"),
    "a black hole": (lambda g: routes(g)[-1].update(State="blackhole"), "black hole"),
    "a longer prefix wins": (
        lambda g: routes(g).append(
            {"DestinationCidrBlock": "198.51.100.0/24", "GatewayId": "vgw-1", "State": "active"}
        ),
        "the route leads elsewhere",
    ),
    "the NAT gateway is gone": (
        lambda g: g.state["nats"][g.nat].update(State="failed"),
        "the NAT gateway is not available",
    ),
    "the NAT gateway stands in a dead end": (
        lambda g: g.state["route_tables"].pop(g.public_table),
        "the NAT gateway has no way out",
    ),
    "a public subnet and an address": (lambda g: public_node(g, address=True), ""),
    "a public subnet without address": (
        lambda g: public_node(g, address=False),
        "no public address",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_way_to_a_service(case, ground):
    arrange, expected = CASES[case]
    assert ground.obstacle() == ""
    arrange(ground)
    if expected:
        assert expected in ground.obstacle()
    else:
        assert ground.obstacle() == ""


def test_an_endpoint_that_takes_the_name_is_known(ground):
    network = Network(ground.state)
    assert network.endpoint(ground.site, "ssm") is None
    made = ground.endpoint()
    network = Network(ground.state)
    assert network.endpoint(ground.site, "ssm")["VpcEndpointId"] == made
    assert network.endpoint(ground.site, "ssmmessages") is None
    vpc_attribute(ground, "EnableDnsHostnames")
    assert network.endpoint(ground.site, "ssm") is None


def test_an_endpoint_serves_its_own_service_alone(ground):
    ground.endpoint()
    routes(ground).pop()
    assert ground.obstacle("ssm") == ""
    assert ground.obstacle("ssmmessages") == "no route leads out"


def test_a_region_has_every_store(ground):
    assert set(ground.state) == set(REGION_STORES)
