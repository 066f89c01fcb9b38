"""The ground of a scenario's Region: identifiers, addresses, network interfaces."""

from __future__ import annotations

from ipaddress import IPv4Network

from ssmwizard.demo.context import World, new_id, region_state, suffix


def tags(name: str, **more: str) -> list[dict[str, str]]:
    """A Name tag and others."""
    return [{"Key": key, "Value": value} for key, value in {"Name": name, **more}.items()]


class RegionBuilder:
    """Adds things to one Region of an account, in the shapes that EC2 answers with."""

    def __init__(self, world: World, region_name: str) -> None:
        self.world = world
        self.name = region_name
        self.state = region_state(world, region_name)
        self.owner = str(world["account"])
        self._hosts: dict[str, int] = {}
        self._add_defaults()

    def new(self, prefix: str) -> str:
        """An identifier."""
        return new_id(self.world, prefix)

    def arn(self, resource: str) -> str:
        """The ARN of an EC2 resource."""
        return f"arn:{self.world['partition']}:ec2:{self.name}:{self.owner}:{resource}"

    def service_name(self, service: str) -> str:
        """The name of an endpoint service."""
        labels = ".".join(reversed(suffix(self.world).split(".")))
        return f"{labels}.{self.name}.{service}"

    def _add_defaults(self) -> None:
        if self.state["dhcp"]:
            return
        options = self.new("dopt-")
        self.state["dhcp"][options] = {
            "DhcpOptionsId": options,
            "OwnerId": self.owner,
            "Tags": [],
            "DhcpConfigurations": [
                {"Key": "domain-name", "Values": [{"Value": f"{self.name}.compute.internal"}]},
                {"Key": "domain-name-servers", "Values": [{"Value": "AmazonProvidedDNS"}]},
            ],
        }
        for service, cidr in (("s3", "203.0.113.0/25"), ("dynamodb", "203.0.113.128/25")):
            name = self.new("pl-")
            partition = self.world["partition"]
            self.state["prefix_lists"][name] = {
                "PrefixListId": name,
                "PrefixListName": self.service_name(service),
                "PrefixListArn": f"arn:{partition}:ec2:{self.name}:aws:prefix-list/{name}",
                "AddressFamily": "IPv4",
                "State": "create-complete",
                "OwnerId": "AWS",
                "Tags": [],
                "Entries": [{"Cidr": cidr}],
            }

    def address(self, subnet: str) -> str:
        """The next free address of a subnet."""
        number = self._hosts.get(subnet, 9) + 1
        self._hosts[subnet] = number
        network = IPv4Network(self.state["subnets"][subnet]["CidrBlock"])
        return str(network.network_address + number)

    def interface(
        self, subnet: str, groups: tuple[str, ...], description: str, kind: str = "interface"
    ) -> str:
        """A network interface; returns its id."""
        card = self.new("eni-")
        record = self.state["subnets"][subnet]
        address = self.address(subnet)
        self.state["interfaces"][card] = {
            "NetworkInterfaceId": card,
            "InterfaceType": kind,
            "Description": description,
            "Status": "in-use",
            "SubnetId": subnet,
            "VpcId": record["VpcId"],
            "AvailabilityZone": record["AvailabilityZone"],
            "OwnerId": self.owner,
            "RequesterManaged": kind != "interface",
            "SourceDestCheck": kind != "natGateway",
            "PrivateIpAddress": address,
            "PrivateIpAddresses": [{"Primary": True, "PrivateIpAddress": address}],
            "Ipv6Addresses": [],
            "Groups": [
                {"GroupId": g, "GroupName": self.state["groups"][g]["GroupName"]} for g in groups
            ],
            "TagSet": [],
        }
        return card
