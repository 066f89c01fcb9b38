"""Builds a Region's VPCs, subnets, routes and network ACLs for a scenario."""

from __future__ import annotations

from ipaddress import IPv4Network
from typing import Any

from ssmwizard.demo.context import suffix
from ssmwizard.demo.scenarios.access import AccessBuilder
from ssmwizard.demo.scenarios.region import tags
from ssmwizard.demo.scenarios.rules import ANYWHERE, EVERYTHING


class NetworkBuilder(AccessBuilder):
    """Adds VPCs and what stands in them."""

    def vpc(self, name: str, cidr: str, *, hostnames: bool = True) -> str:
        """A VPC with its main route table, default network ACL and default security group."""
        vpc = self.new("vpc-")
        self.state["vpcs"][vpc] = {
            "VpcId": vpc,
            "OwnerId": self.owner,
            "State": "available",
            "CidrBlock": cidr,
            "CidrBlockAssociationSet": [
                {
                    "AssociationId": self.new("vpc-cidr-assoc-"),
                    "CidrBlock": cidr,
                    "CidrBlockState": {"State": "associated"},
                }
            ],
            "DhcpOptionsId": next(iter(self.state["dhcp"])),
            "InstanceTenancy": "default",
            "IsDefault": False,
            "Tags": tags(name),
        }
        self.state["vpc_attributes"][vpc] = {
            "EnableDnsSupport": True,
            "EnableDnsHostnames": hostnames,
            "EnableNetworkAddressUsageMetrics": False,
        }
        self.table(vpc, f"{name}-main", main=True)
        self.acl(vpc, f"{name}-default", default=True)
        self.group(vpc, "default", egress=[EVERYTHING])
        return vpc

    def subnet(
        self, vpc: str, name: str, cidr: str, *, zone: str = "a", public: bool = False
    ) -> str:
        """A subnet, with the VPC's default network ACL."""
        subnet = self.new("subnet-")
        self.state["subnets"][subnet] = {
            "SubnetId": subnet,
            "SubnetArn": self.arn(f"subnet/{subnet}"),
            "VpcId": vpc,
            "OwnerId": self.owner,
            "State": "available",
            "CidrBlock": cidr,
            "AvailabilityZone": f"{self.name}{zone}",
            "AvailabilityZoneId": f"{_short(self.name)}-az{ord(zone) - 96}",
            "AvailableIpAddressCount": IPv4Network(cidr).num_addresses - 5,
            "DefaultForAz": False,
            "MapPublicIpOnLaunch": public,
            "AssignIpv6AddressOnCreation": False,
            "Ipv6Native": False,
            "Ipv6CidrBlockAssociationSet": [],
            "EnableDns64": False,
            "Tags": tags(name),
        }
        default = next(
            acl for acl in self.state["acls"].values() if acl["VpcId"] == vpc and acl["IsDefault"]
        )
        self.guard(default, subnet)
        return subnet

    def igw(self, vpc: str, name: str) -> str:
        """An internet gateway on a VPC."""
        gateway = self.new("igw-")
        self.state["igws"][gateway] = {
            "InternetGatewayId": gateway,
            "OwnerId": self.owner,
            "Attachments": [{"State": "available", "VpcId": vpc}],
            "Tags": tags(name),
        }
        return gateway

    def nat(self, vpc: str, subnet: str, name: str, *, deleted_at: float | None = None) -> str:
        """A NAT gateway with a public address, perhaps deleted since."""
        nat = self.new("nat-")
        addresses = [] if deleted_at else [self._nat_address(subnet)]
        self.state["nats"][nat] = {
            "NatGatewayId": nat,
            "VpcId": vpc,
            "SubnetId": subnet,
            "State": "deleted" if deleted_at else "available",
            "ConnectivityType": "public",
            "CreateTime": self.world["made"] - 200 * 86400,
            "DeleteTime": deleted_at,
            "NatGatewayAddresses": addresses,
            "Tags": tags(name),
        }
        return nat

    def _nat_address(self, subnet: str) -> dict[str, Any]:
        card = self.interface(subnet, (), "NAT gateway", "natGateway")
        return {
            "AllocationId": self.new("eipalloc-"),
            "NetworkInterfaceId": card,
            "PrivateIp": self.state["interfaces"][card]["PrivateIpAddress"],
            "PublicIp": f"203.0.113.{len(self.state['nats']) + 10}",
            "IsPrimary": True,
            "Status": "succeeded",
        }

    def table(
        self,
        vpc: str,
        name: str,
        *,
        subnets: tuple[str, ...] = (),
        igw: str | None = None,
        nat: str | None = None,
        main: bool = False,
    ) -> str:
        """A route table, with a default route where a gateway is given."""
        table = self.new("rtb-")
        routes: list[dict[str, Any]] = [
            {
                "DestinationCidrBlock": self.state["vpcs"][vpc]["CidrBlock"],
                "GatewayId": "local",
                "Origin": "CreateRouteTable",
                "State": "active",
            }
        ]
        if igw or nat:
            dead = nat is not None and self.state["nats"][nat]["State"] != "available"
            target = {"GatewayId": igw} if igw else {"NatGatewayId": nat}
            routes.append(
                {
                    "DestinationCidrBlock": ANYWHERE,
                    **target,
                    "Origin": "CreateRoute",
                    "State": "blackhole" if dead else "active",
                }
            )
        links: list[dict[str, Any]] = [{"SubnetId": subnet} for subnet in subnets]
        if main:
            links.append({})
        self.state["route_tables"][table] = {
            "RouteTableId": table,
            "VpcId": vpc,
            "OwnerId": self.owner,
            "Associations": [
                {
                    "Main": "SubnetId" not in link,
                    "RouteTableAssociationId": self.new("rtbassoc-"),
                    "RouteTableId": table,
                    **link,
                    "AssociationState": {"State": "associated"},
                }
                for link in links
            ],
            "PropagatingVgws": [],
            "Routes": routes,
            "Tags": tags(name),
        }
        return table

    def endpoint(
        self,
        vpc: str,
        service: str,
        subnets: tuple[str, ...],
        groups: tuple[str, ...],
        *,
        private_dns: bool = True,
    ) -> str:
        """An interface endpoint with one network interface per subnet."""
        endpoint = self.new("vpce-")
        host = f"{service}.{self.name}.{suffix(self.world)}"
        cards = [
            self.interface(s, groups, f"VPC Endpoint Interface {endpoint}", "vpc_endpoint")
            for s in subnets
        ]
        names = [f"{endpoint}-demo.{service}.{self.name}.vpce.{suffix(self.world)}"]
        if private_dns:
            names.append(host)
        self.state["endpoints"][endpoint] = {
            "VpcEndpointId": endpoint,
            "VpcEndpointType": "Interface",
            "VpcId": vpc,
            "ServiceName": self.service_name(service),
            "State": "available",
            "PolicyDocument": (
                '{"Statement": [{"Action": "*", "Effect": "Allow", '
                '"Principal": "*", "Resource": "*"}]}'
            ),
            "RouteTableIds": [],
            "SubnetIds": list(subnets),
            "Groups": [
                {"GroupId": g, "GroupName": self.state["groups"][g]["GroupName"]} for g in groups
            ],
            "IpAddressType": "ipv4",
            "DnsOptions": {"DnsRecordIpType": "ipv4"},
            "PrivateDnsEnabled": private_dns,
            "RequesterManaged": False,
            "NetworkInterfaceIds": cards,
            "DnsEntries": [{"DnsName": n, "HostedZoneId": "ZDEMOEXAMPLE"} for n in names],
            "CreationTimestamp": self.world["made"] - 100 * 86400,
            "Tags": tags(service),
            "OwnerId": self.owner,
        }
        return endpoint


def _short(region: str) -> str:
    area, *_, side, number = region.split("-")
    letters = {"north": "n", "south": "s", "east": "e", "west": "w", "central": "c"}
    return f"{area}{letters.get(side, side[:1])}{number}"
