"""Whether a packet gets from an instance to a service and back, computed from the account.

DNS first: an interface endpoint with private DNS takes every request of its VPC, also when it
is broken and a working NAT stands beside it. Then security groups (stateful), network ACLs
(stateless, first match) and routes (longest prefix).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network
from typing import Any

HTTPS = 443
EPHEMERAL = (1024, 65535)
TCP = "6"
INTERNET = "198.51.100.10"
"""An address that stands for the whole internet (RFC 5737 documentation range)."""

Record = Mapping[str, Any]


@lru_cache(maxsize=4096)
def _network(cidr: str) -> IPv4Network:
    return IPv4Network(cidr, strict=False)


@lru_cache(maxsize=16384)
def _address(text: str) -> IPv4Address:
    return IPv4Address(text)


def inside(address: str, cidr: str) -> bool:
    """Whether an IPv4 address lies in a network."""
    return _address(address) in _network(cidr)


@dataclass(frozen=True, slots=True)
class Site:
    """One network interface, as far as reaching goes."""

    vpc: str
    subnet: str
    groups: tuple[str, ...]
    address: str
    public: bool


class Network:
    """The network of one Region, indexed once for many questions."""

    def __init__(self, region: Mapping[str, Any]) -> None:
        self._region = region
        self._tables: dict[str, Record] = {}
        self._main: dict[str, Record] = {}
        self._acls: dict[str, Record] = {}
        self._endpoints: dict[tuple[str, str], list[Record]] = {}
        for table in region["route_tables"].values():
            for link in table["Associations"]:
                if link.get("Main"):
                    self._main[table["VpcId"]] = table
                else:
                    self._tables[link["SubnetId"]] = table
        for acl in region["acls"].values():
            for link in acl["Associations"]:
                self._acls[link["SubnetId"]] = acl
        for endpoint in region["endpoints"].values():
            if endpoint["VpcEndpointType"] == "Interface" and endpoint["State"] == "available":
                key = (endpoint["VpcId"], endpoint["ServiceName"].rsplit(".", 1)[-1])
                self._endpoints.setdefault(key, []).append(endpoint)

    def obstacle(self, site: Site, service: str) -> str | None:
        """Why ``service`` (``ssm``, ``ssmmessages``) cannot be reached; None when it can."""
        if not self._region["vpc_attributes"][site.vpc]["EnableDnsSupport"]:
            return "the VPC has no DNS resolver"
        endpoint = self.endpoint(site, service)
        return self._to_internet(site) if endpoint is None else self._to_endpoint(site, endpoint)

    def endpoint(self, site: Site, service: str) -> Record | None:
        """The endpoint that takes the name of a service; None when it leads to the internet."""
        if not self._region["vpc_attributes"][site.vpc]["EnableDnsHostnames"]:
            return None
        those = self._endpoints.get((site.vpc, service), ())
        return next((one for one in those if one["PrivateDnsEnabled"]), None)

    def _to_endpoint(self, site: Site, endpoint: Record) -> str | None:
        cards = [self._region["interfaces"][i] for i in endpoint["NetworkInterfaceIds"]]
        card = next((c for c in cards if c["SubnetId"] == site.subnet), cards[0] if cards else None)
        if card is None:
            return "the endpoint has no network interface"
        address = card["PrivateIpAddress"]
        its_groups = tuple(group["GroupId"] for group in endpoint["Groups"])
        if not self._group_allows(site.groups, "IpPermissionsEgress", address, its_groups):
            return "the node's security groups refuse the request"
        if not self._group_allows(its_groups, "IpPermissions", site.address, site.groups):
            return "the endpoint's security groups refuse the request"
        if card["SubnetId"] == site.subnet:
            return None
        if not self._acl_passes(site.subnet, address):
            return "the network ACL of the node's subnet drops the traffic"
        if not self._acl_passes(card["SubnetId"], site.address, server=True):
            return "the network ACL of the endpoint's subnet drops the traffic"
        return None

    def _to_internet(self, site: Site) -> str | None:
        if not self._group_allows(site.groups, "IpPermissionsEgress", INTERNET, ()):
            return "the node's security groups refuse the request"
        if not self._acl_passes(site.subnet, INTERNET):
            return "the network ACL of the node's subnet drops the traffic"
        route = self._route(site.vpc, site.subnet)
        if route is None:
            return "no route leads out"
        if route.get("State") != "active":
            return "the route leads into a black hole"
        if "NatGatewayId" in route:
            return self._through_nat(route["NatGatewayId"])
        if route.get("GatewayId", "").startswith("igw-"):
            return None if site.public else "no public address behind the internet gateway"
        return "the route leads elsewhere"

    def _through_nat(self, nat_id: str) -> str | None:
        nat = self._region["nats"].get(nat_id)
        if nat is None or nat["State"] != "available":
            return "the NAT gateway is not available"
        route = self._route(nat["VpcId"], nat["SubnetId"])
        if route is None or not route.get("GatewayId", "").startswith("igw-"):
            return "the NAT gateway has no way out"
        if not self._acl_passes(nat["SubnetId"], INTERNET):
            return "the network ACL of the NAT gateway's subnet drops the traffic"
        return None

    def _route(self, vpc: str, subnet: str) -> Record | None:
        table = self._tables.get(subnet) or self._main.get(vpc)
        best: Record | None = None
        length = -1
        for route in table["Routes"] if table else ():
            cidr = route.get("DestinationCidrBlock")
            if cidr and inside(INTERNET, cidr) and _network(cidr).prefixlen > length:
                best, length = route, _network(cidr).prefixlen
        return best

    def _group_allows(
        self, groups: Iterable[str], member: str, address: str, its_groups: tuple[str, ...]
    ) -> bool:
        for group_id in groups:
            group = self._region["groups"].get(group_id)
            for rule in group[member] if group else ():
                if rule["IpProtocol"] not in {"-1", "tcp", TCP}:
                    continue
                if rule["IpProtocol"] != "-1" and not (rule["FromPort"] <= HTTPS <= rule["ToPort"]):
                    continue
                if any(inside(address, r["CidrIp"]) for r in rule.get("IpRanges", ())):
                    return True
                if any(p["GroupId"] in its_groups for p in rule.get("UserIdGroupPairs", ())):
                    return True
                if any(
                    inside(address, entry["Cidr"])
                    for p in rule.get("PrefixListIds", ())
                    for entry in self._region["prefix_lists"][p["PrefixListId"]]["Entries"]
                ):
                    return True
        return False

    def _acl_passes(self, subnet: str, other: str, *, server: bool = False) -> bool:
        """Request and answer between the subnet and ``other``; ``server``: it answers."""
        acl = self._acls.get(subnet)
        if acl is None:
            return True
        https = (HTTPS, HTTPS)
        request, answer = (EPHEMERAL, https) if server else (https, EPHEMERAL)
        return _acl_allows(acl, other, request, egress=True) and _acl_allows(
            acl, other, answer, egress=False
        )


def _acl_allows(acl: Record, other: str, ports: tuple[int, int], *, egress: bool) -> bool:
    """Whether the whole port range passes; the first entry that touches it decides."""
    entries = sorted(acl["Entries"], key=lambda entry: int(entry["RuleNumber"]))
    for entry in entries:
        if entry["Egress"] is not egress or entry["Protocol"] not in {"-1", TCP}:
            continue
        if "CidrBlock" not in entry or not inside(other, entry["CidrBlock"]):
            continue
        span = entry.get("PortRange", {"From": 0, "To": 65535})
        if entry["Protocol"] == "-1":
            span = {"From": 0, "To": 65535}
        if span["To"] < ports[0] or span["From"] > ports[1]:
            continue
        if entry["RuleAction"] == "deny":
            return False
        if span["From"] <= ports[0] and span["To"] >= ports[1]:
            return True
    return False
