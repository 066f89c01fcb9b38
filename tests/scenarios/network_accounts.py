"""Accounts whose network is well in every shape, or broken in one place."""

from __future__ import annotations

from collections.abc import Mapping

from support.scenario import BLOCKED, READY, Scenario
from support.town import Town, replace

from ssmwizard.demo.scenarios.rules import ANYWHERE, entry, https, port

GREEN = (
    "network.dns",
    "network.route",
    "network.node-security-group",
    "network.acl",
    "node.connected",
)
POLICED = (*GREEN, "network.endpoint-security-group", "network.endpoint-policy")
STRICT = [
    entry(100, out=True, ports=(443, 443)),
    entry(100, out=False, ports=(1024, 65535)),
]


def nat(town: Town) -> None:
    town.node(town.private())


def public(town: Town) -> None:
    town.node(town.public())


def public_without_address(town: Town) -> None:
    town.node(town.public(address=False))


def endpoints(town: Town) -> None:
    town.node(town.private_services())


def endpoints_in_another_zone(town: Town) -> None:
    place = town.isolated()
    other = town.builder.subnet(town.vpc, "services", "10.0.9.0/24", zone="b")
    town.endpoints(other)
    town.node(place)


def endpoints_by_group(town: Town) -> None:
    """The endpoints accept the node's group, and the node sends to theirs."""
    place = town.isolated()
    town.endpoints(place.subnet, source="")
    theirs = town.record("groups", town.more["endpoint-group"])
    mine = town.group("strict")
    tcp = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": []}
    more = {"Ipv6Ranges": [], "PrefixListIds": []}
    owner = {"UserId": town.builder.owner}
    theirs["IpPermissions"] = [{**tcp, **more, "UserIdGroupPairs": [{**owner, "GroupId": mine}]}]
    town.record("groups", mine)["IpPermissionsEgress"] = [
        {**tcp, **more, "UserIdGroupPairs": [{**owner, "GroupId": town.more["endpoint-group"]}]}
    ]
    town.node(replace(place, groups=(mine,)))


def endpoints_by_prefix_list(town: Town) -> None:
    place = town.isolated()
    town.endpoints(place.subnet, source="")
    owned = town.prefix_list("10.0.4.0/25", "10.0.4.128/25")
    town.record("groups", town.more["endpoint-group"])["IpPermissions"] = [
        {
            "IpProtocol": "tcp",
            "FromPort": 443,
            "ToPort": 443,
            "IpRanges": [],
            "Ipv6Ranges": [],
            "UserIdGroupPairs": [],
            "PrefixListIds": [{"PrefixListId": owned}],
        }
    ]
    town.node(place)


def endpoints_without_ec2messages(town: Town) -> None:
    """Two endpoints are enough; AWS's own pages still list three."""
    town.node(town.private_services(services=("ssm", "ssmmessages")))


def main_table(town: Town) -> None:
    """The subnet is bound to no route table; the main one leads out."""
    place = town.private()
    private, main = (
        town.record("route_tables", town.more["private-table"]),
        next(
            table
            for table in town.state["route_tables"].values()
            if any(one.get("Main") for one in table["Associations"])
        ),
    )
    main["Routes"] = private["Routes"]
    private["Associations"] = []
    town.node(place)


def strict_acl(town: Town) -> None:
    place = town.private()
    town.builder.acl(town.vpc, "strict", subnets=(place.subnet,), entries=STRICT)
    town.node(place)


def strict_group(town: Town) -> None:
    place = town.private()
    strict = town.group("strict", egress=[https(ANYWHERE)])
    town.node(replace(place, groups=(strict,)))


def two_groups(town: Town) -> None:
    """One group is shut, another opens: what counts is what they open together."""
    place = town.private()
    shut = town.group("shut", egress=[port(5432, "10.0.0.0/16")])
    open_ = town.group("open", egress=[https(ANYWHERE)])
    town.node(replace(place, groups=(shut, open_)))


def halves_of_the_internet(town: Town) -> None:
    """Two routes for half the addresses each, as firewalls and VPN clients write them."""
    place = town.private()
    town.no_default_route("private-table")
    for half in ("0.0.0.0/1", "128.0.0.0/1"):
        town.route("private-table", half, NatGatewayId=town.more["nat"])
    town.node(place)


def no_route(town: Town) -> None:
    town.node(town.isolated())


def black_hole(town: Town) -> None:
    place = town.private()
    town.record("nats", town.more["nat"])["State"] = "deleted"
    for route in town.record("route_tables", town.more["private-table"])["Routes"]:
        if "NatGatewayId" in route:
            route["State"] = "blackhole"
    town.node(place)


def nat_fails(town: Town) -> None:
    place = town.private()
    town.record("nats", town.more["nat"])["State"] = "failed"
    town.node(place)


def nat_without_a_way(town: Town) -> None:
    place = town.private()
    town.no_default_route("front-table")
    town.node(place)


def transit_gateway(town: Town) -> None:
    place = town.private()
    town.no_default_route("private-table")
    town.route("private-table", ANYWHERE, TransitGatewayId="tgw-0123456789abcdef0")
    town.node(place)


def node_group_shut(town: Town) -> None:
    place = town.private()
    shut = town.group("shut", egress=[port(5432, "10.0.0.0/16")])
    town.node(replace(place, groups=(shut,)))


def node_group_empty(town: Town) -> None:
    town.node(replace(town.private(), groups=(town.group("empty"),)))


def acl_drops_requests(town: Town) -> None:
    place = town.private()
    entries = [
        entry(90, out=True, ports=(443, 443), action="deny"),
        entry(100, out=True),
        entry(100, out=False),
    ]
    town.builder.acl(town.vpc, "no-https", subnets=(place.subnet,), entries=entries)
    town.node(place)


def acl_drops_answers(town: Town) -> None:
    place = town.private()
    entries = [entry(100, out=True), entry(100, out=False, ports=(443, 443))]
    town.builder.acl(town.vpc, "no-answers", subnets=(place.subnet,), entries=entries)
    town.node(place)


def acl_at_the_endpoint(town: Town) -> None:
    place = town.isolated()
    other = town.builder.subnet(town.vpc, "services", "10.0.9.0/24", zone="b")
    town.endpoints(other)
    entries = [entry(100, out=True), entry(100, out=False, cidr="10.0.3.0/24")]
    town.builder.acl(town.vpc, "others-only", subnets=(other,), entries=entries)
    town.node(place)


def acl_within_the_subnet(town: Town) -> None:
    """Traffic inside a subnet crosses no network ACL."""
    place = town.private_services()
    entries = [entry(100, out=o, ports=(22, 22)) for o in (True, False)]
    town.builder.acl(town.vpc, "ssh-only", subnets=(place.subnet,), entries=entries)
    town.node(place)


def endpoint_group_shut(town: Town) -> None:
    town.node(town.private_services(source="10.0.3.0/24"))


def endpoint_shadows_nat(town: Town) -> None:
    """A broken endpoint with private DNS takes the name; the NAT beside it is no way out."""
    place = town.private()
    town.endpoints(place.subnet, source="")
    town.node(place)


def ssmmessages_only_broken(town: Town) -> None:
    """The agent reports through one endpoint and has no channel through the other."""
    place = town.private_services(services=("ssm",))
    town.endpoints(place.subnet, services=("ssmmessages",), source="10.0.3.0/24")
    town.node(place)


def one_endpoint_missing(town: Town) -> None:
    town.node(town.private_services(services=("ssm",)))


def policy(town: Town, *statements: Mapping[str, object]) -> None:
    """Endpoints with a policy of their own."""
    place = town.isolated()
    for endpoint in town.endpoints(place.subnet):
        document = {"Version": "2012-10-17", "Statement": list(statements)}
        town.endpoint_policy(endpoint, document)
    town.node(place)


def statement(town: Town, *actions: str, **more: object) -> dict[str, object]:
    """Allow actions to the account alone."""
    principal = {"AWS": f"arn:aws:iam::{town.world['account']}:root"}
    return {
        "Effect": "Allow",
        "Principal": principal,
        "Action": list(actions),
        "Resource": "*",
        **more,
    }


def policy_of_the_account(town: Town) -> None:
    policy(town, statement(town, "ssm:*", "ssmmessages:*", "ec2messages:*"))


def policy_without_channels(town: Town) -> None:
    """Somebody allowed what the pages about endpoints list, and forgot what sessions need."""
    policy(town, statement(town, "ssm:*", "ec2messages:*"))


def policy_denies_reports(town: Town) -> None:
    everything = statement(town, "*")
    no = statement(town, "ssm:UpdateInstanceInformation", Sid="NoReports", Effect="Deny")
    policy(town, everything, no)


def policy_for_others(town: Town) -> None:
    others = {"AWS": "arn:aws:iam::999999999999:root"}
    policy(town, statement(town, "*", Principal=others))


def policy_of_the_organization(town: Town) -> None:
    """Which organization the account is in does not show, so it cannot be told that this shuts it out."""
    condition = {"StringEquals": {"aws:PrincipalOrgID": "o-elsewhere"}}
    policy(town, statement(town, "*", Condition=condition))


def own_name_servers(town: Town) -> None:
    """Where they lead the name cannot be seen; that the node is connected shows that they do."""
    options = town.record("dhcp", town.record("vpcs", town.vpc)["DhcpOptionsId"])
    options["DhcpConfigurations"] = [
        {"Key": "domain-name-servers", "Values": [{"Value": "10.9.9.9"}]}
    ]
    town.node(town.private())


def older_agent(town: Town) -> None:
    """No way to ec2messages, which an older agent needs for Run Command and for no session."""
    town.node(town.private_services(services=("ssm", "ssmmessages")), agent="3.2.582.0")


def private_dns_off(town: Town) -> None:
    town.node(town.private_services(private_dns=False))


def private_dns_off_beside_nat(town: Town) -> None:
    """The endpoints are of no use, and none is needed."""
    place = town.private()
    town.endpoints(place.subnet, private_dns=False)
    town.node(place)


def hostnames_off(town: Town) -> None:
    town.state["vpc_attributes"][town.vpc]["EnableDnsHostnames"] = False
    town.node(town.private_services())


def resolver_off(town: Town) -> None:
    town.state["vpc_attributes"][town.vpc]["EnableDnsSupport"] = False
    town.node(town.private())


def endpoint_pending(town: Town) -> None:
    place = town.private_services()
    for endpoint in town.state["endpoints"].values():
        endpoint["State"] = "pendingAcceptance"
    town.node(place)


ACCOUNTS = (
    Scenario("nat", nat, READY, green=GREEN),
    Scenario("public", public, READY, green=GREEN),
    Scenario("endpoints", endpoints, READY, green=(*GREEN, "network.endpoint-security-group")),
    Scenario(
        "endpoints-elsewhere",
        endpoints_in_another_zone,
        READY,
        green=("network.dns", "network.acl", "node.connected"),
        warned=("network.route",),
    ),
    Scenario("endpoints-by-group", endpoints_by_group, READY, green=GREEN),
    Scenario("endpoints-by-prefix-list", endpoints_by_prefix_list, READY, green=GREEN),
    Scenario("two-endpoints", endpoints_without_ec2messages, READY, green=GREEN),
    Scenario("main-table", main_table, READY, green=GREEN),
    Scenario("strict-acl", strict_acl, READY, green=GREEN),
    Scenario("strict-group", strict_group, READY, green=GREEN),
    Scenario("two-groups", two_groups, READY, green=GREEN),
    Scenario("two-halves", halves_of_the_internet, READY, green=GREEN),
    Scenario("acl-within-subnet", acl_within_the_subnet, READY, green=GREEN),
    Scenario("private-dns-off-beside-nat", private_dns_off_beside_nat, READY, green=GREEN),
    Scenario(
        "public-without-address",
        public_without_address,
        BLOCKED,
        ("network.route",),
        "no public IP address",
        green=("network.dns", "role.permissions"),
    ),
    Scenario("no-route", no_route, BLOCKED, ("network.route",), "no route to the internet"),
    Scenario("black-hole", black_hole, BLOCKED, ("network.route",), "black hole"),
    Scenario("nat-failed", nat_fails, BLOCKED, ("network.route",), "failed"),
    Scenario("nat-without-way", nat_without_a_way, BLOCKED, ("network.route",), "nat-"),
    Scenario(
        "transit-gateway",
        transit_gateway,
        BLOCKED,
        ("node.registered",),
        "tgw-",
        green=("network.dns", "network.node-security-group", "role.permissions"),
    ),
    Scenario("node-group", node_group_shut, BLOCKED, ("network.node-security-group",), "sg-"),
    Scenario("empty-group", node_group_empty, BLOCKED, ("network.node-security-group",), "sg-"),
    Scenario("acl-requests", acl_drops_requests, BLOCKED, ("network.acl",), "90"),
    Scenario("acl-answers", acl_drops_answers, BLOCKED, ("network.acl",), "acl-"),
    Scenario("acl-at-endpoint", acl_at_the_endpoint, BLOCKED, ("network.acl",), "acl-"),
    Scenario(
        "endpoint-group",
        endpoint_group_shut,
        BLOCKED,
        ("network.endpoint-security-group",),
        "sg-",
        green=("network.dns", "network.route", "network.node-security-group"),
    ),
    Scenario(
        "shadowed-nat",
        endpoint_shadows_nat,
        BLOCKED,
        ("network.endpoint-security-group",),
        "vpce-",
        green=("network.dns",),
    ),
    Scenario(
        "ssmmessages-endpoint",
        ssmmessages_only_broken,
        BLOCKED,
        ("network.endpoint-security-group",),
        "ssmmessages",
        green=("node.registered", "node.online"),
    ),
    Scenario(
        "ssmmessages-missing",
        one_endpoint_missing,
        BLOCKED,
        ("network.route",),
        "ssmmessages",
        green=("node.registered", "node.online"),
    ),
    Scenario("policy-of-account", policy_of_the_account, READY, green=POLICED),
    Scenario(
        "policy-without-channels",
        policy_without_channels,
        BLOCKED,
        ("network.endpoint-policy",),
        "ssmmessages:OpenDataChannel",
        green=("node.registered", "node.online", "network.endpoint-security-group"),
    ),
    Scenario(
        "policy-denies-reports",
        policy_denies_reports,
        BLOCKED,
        ("network.endpoint-policy",),
        "NoReports",
        green=("network.route", "role.permissions"),
    ),
    Scenario(
        "policy-for-others", policy_for_others, BLOCKED, ("network.endpoint-policy",), "vpce-"
    ),
    Scenario(
        "policy-of-organization",
        policy_of_the_organization,
        BLOCKED,
        ("node.registered",),
        "aws:PrincipalOrgID",
        unknown=("network.endpoint-policy",),
    ),
    Scenario("own-name-servers", own_name_servers, READY, green=GREEN),
    Scenario("older-agent", older_agent, READY, warned=("agent.current", "network.route")),
    Scenario("private-dns-off", private_dns_off, BLOCKED, ("network.dns",), "rivate DNS"),
    Scenario("hostnames-off", hostnames_off, BLOCKED, ("network.dns",), "enableDnsHostnames"),
    Scenario("resolver-off", resolver_off, BLOCKED, ("network.dns",), "enableDnsSupport"),
    Scenario("endpoint-pending", endpoint_pending, BLOCKED, ("network.route",), "pending"),
)
