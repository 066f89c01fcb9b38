"""Builds the machines of a scenario: EC2 instances and machines outside EC2."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ssmwizard.demo.context import new_id
from ssmwizard.demo.scenarios.entities import DAY
from ssmwizard.demo.scenarios.nodes import NodeBuilder
from ssmwizard.demo.scenarios.region import tags
from ssmwizard.demo.scenarios.systems import System


@dataclass(frozen=True, slots=True)
class Place:
    """Where an instance stands, and what it carries."""

    subnet: str
    groups: tuple[str, ...]
    profile: str | None
    public: bool = False


@dataclass(frozen=True, slots=True)
class Past:
    """What an instance has been through.

    ``age`` is in seconds since its launch; ``managed``: it was a managed node before it broke
    (else it never registered).
    """

    age: float = 40 * DAY
    managed: bool = False
    stopped: bool = False


WELL = Past()
BROKE = Past(managed=True)


class MachineBuilder(NodeBuilder):
    """Adds instances and hybrid machines."""

    def instance(
        self,
        name: str,
        system: System,
        place: Place,
        past: Past = WELL,
        *,
        agent: str | None = None,
        metadata: bool = True,
        **more: str,
    ) -> str:
        """An EC2 instance; without ``agent`` it has the newest. ``more`` are its tags."""
        made = self.world["made"]
        instance = self.new("i-")
        card = self.state["interfaces"][self.interface(place.subnet, place.groups, "")]
        attachment = {
            "AttachmentId": self.new("eni-attach-"),
            "DeviceIndex": 0,
            "Status": "attached",
            "DeleteOnTermination": True,
            "AttachTime": made - past.age,
        }
        card["Attachment"] = {**attachment, "InstanceId": instance}
        address = card["PrivateIpAddress"]
        host = f"ip-{address.replace('.', '-')}.{self.name}.compute.internal"
        record = {
            **self._hardware(system),
            "InstanceId": instance,
            "LaunchTime": made - past.age,
            "PrivateDnsName": host,
            "PublicDnsName": "",
            "StateTransitionReason": "User initiated" if past.stopped else "",
            "State": {"Code": 80, "Name": "stopped"}
            if past.stopped
            else {"Code": 16, "Name": "running"},
            "Placement": {
                "AvailabilityZone": card["AvailabilityZone"],
                "GroupName": "",
                "Tenancy": "host" if system.kind == "MacOS" else "default",
            },
            "SubnetId": place.subnet,
            "VpcId": card["VpcId"],
            "PrivateIpAddress": address,
            "NetworkInterfaces": [_card(card, attachment)],
            "SecurityGroups": card["Groups"],
            "Tags": tags(name, **more),
            "MetadataOptions": {
                "State": "applied",
                "HttpTokens": "required",
                "HttpPutResponseHopLimit": 2,
                "HttpEndpoint": "enabled" if metadata else "disabled",
                "HttpProtocolIpv6": "disabled",
                "InstanceMetadataTags": "disabled",
            },
        }
        if past.stopped:
            record["StateReason"] = {
                "Code": "Client.UserInitiatedShutdown",
                "Message": "Client.UserInitiatedShutdown: User initiated shutdown",
            }
        if place.public:
            record["PublicIpAddress"] = f"203.0.113.{len(self.state['instances']) + 100}"
            record["PublicDnsName"] = f"ec2-{instance[2:10]}.demo.invalid"
            record["NetworkInterfaces"][0]["Association"] = {
                "IpOwnerId": "amazon",
                "PublicIp": record["PublicIpAddress"],
                "PublicDnsName": record["PublicDnsName"],
            }
        if place.profile:
            self._carry(record, place.profile)
        self.state["instances"][instance] = record
        node = self.node(instance, "ec2", name, system, agent)
        node.update(IPAddress=address, ComputerName=host, Tags=record["Tags"])
        if past.managed:
            node["RegistrationDate"] = made - past.age
            node["LastPingDateTime"] = made - 2 * DAY
        return instance

    def _hardware(self, system: System) -> dict[str, Any]:
        record = {
            "ImageId": self.image(system),
            "AmiLaunchIndex": 0,
            "ProductCodes": [],
            "InstanceType": system.instance_type,
            "Monitoring": {"State": "disabled"},
            "Architecture": system.architecture,
            "BlockDeviceMappings": [],
            "EbsOptimized": True,
            "EnaSupport": True,
            "Hypervisor": "xen",
            "RootDeviceType": "ebs",
            "SourceDestCheck": True,
            "VirtualizationType": "hvm",
            "PlatformDetails": system.details,
        }
        if system.kind == "Windows":
            record["Platform"] = "windows"
        return record

    def _carry(self, record: dict[str, Any], name: str) -> None:
        profile = self.world["iam"]["profiles"][name]
        reference = {"Arn": profile["Arn"], "Id": profile["InstanceProfileId"]}
        record["IamInstanceProfile"] = reference
        association = self.new("iip-assoc-")
        self.state["associations"][association] = {
            "AssociationId": association,
            "InstanceId": record["InstanceId"],
            "IamInstanceProfile": reference,
            "State": "associated",
            "Timestamp": record["LaunchTime"],
        }

    def hybrid(
        self,
        name: str,
        system: System,
        *,
        activation: str,
        address: str,
        agent: str | None = None,
        reachable: bool = True,
        **more: str,
    ) -> str:
        """A machine outside EC2 that was registered with an activation."""
        made = self.world["made"]
        node = self.new("mi-")
        self.node(node, "hybrid", name, system, agent).update(
            Tags=tags(name, **more),
            IamRole=self.state["activations"][activation]["IamRole"],
            ActivationId=activation,
            IPAddress=address,
            ComputerName=f"{name}.atelier.example",
            Reachable=reachable,
            RegistrationDate=made - 120 * DAY,
            LastPingDateTime=made - 3 * DAY,
        )
        self.state["activations"][activation]["RegistrationsCount"] += 1
        return node

    def activation(self, role: str, name: str, *, age: float = 121 * DAY) -> str:
        """A hybrid activation, valid for 30 days from its making."""
        made = self.world["made"]
        text = new_id(self.world, "", 32)
        activation = "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:32]))
        self.state["activations"][activation] = {
            "ActivationId": activation,
            "Description": f"{name} servers",
            "DefaultInstanceName": name,
            "IamRole": role,
            "RegistrationLimit": 10,
            "RegistrationsCount": 0,
            "ExpirationDate": made - age + 30 * DAY,
            "CreatedDate": made - age,
            "Tags": [],
        }
        return activation


def _card(card: dict[str, Any], attachment: dict[str, Any]) -> dict[str, Any]:
    shared = (
        "NetworkInterfaceId",
        "Description",
        "Groups",
        "Ipv6Addresses",
        "OwnerId",
        "PrivateIpAddress",
        "PrivateIpAddresses",
        "SourceDestCheck",
        "Status",
        "SubnetId",
        "VpcId",
        "InterfaceType",
    )
    return {"Attachment": attachment, **{name: card[name] for name in shared}}
