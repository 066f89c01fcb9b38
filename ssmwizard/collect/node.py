"""EC2 instances of the Region, and what is asked about chosen nodes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from ssmwizard.collect.asking import known, tags
from ssmwizard.model.account import Uses
from ssmwizard.model.facts import Fact, Known, Unknown
from ssmwizard.model.node import (
    Instance,
    InstanceStatus,
    Interface,
    Metadata,
)
from ssmwizard.outside.calls import Aws, pages

# Largest lists that the service takes:
# https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceStatus.html
FILTER_VALUES = 100
STATUS_IDS = 100

Instances = Mapping[str, Instance]


def instances(
    aws: Aws, page: int, ids: Sequence[str] = (), each: Callable[[int], None] = lambda _: None
) -> Fact[Instances]:
    """Return the EC2 instances by id: all of the Region, or those of ``ids`` that exist."""

    def question() -> Instances:
        found: dict[str, Instance] = {}
        for filters in _instance_filters(ids):
            reservations = pages(
                aws, "ec2", "DescribeInstances", "Reservations", each, MaxResults=page, **filters
            )
            for reservation in reservations:
                for described in reservation["Instances"]:
                    found[described["InstanceId"]] = _instance(described)
        return found

    return known(aws, "ec2:DescribeInstances", question)


def count(found: Fact[Instances]) -> Fact[int]:
    """Return how many instances there are, those left out that are gone."""
    if isinstance(found, Unknown):
        return found
    return Known(sum(not one.gone for one in found.value.values()), found.source)


def uses(found: Fact[Instances]) -> Fact[Uses]:
    """Return how many instances stand on profiles, security groups and VPCs."""
    if isinstance(found, Unknown):
        return found
    living = [one for one in found.value.values() if not one.gone]
    return Known(
        Uses(
            Counter(one.profile_arn for one in living if one.profile_arn),
            Counter(
                group
                for one in living
                for group in {*one.groups, *(g for card in one.interfaces for g in card.groups)}
            ),
            Counter(one.vpc_id for one in living if one.vpc_id),
        ),
        found.source,
    )


def statuses(
    aws: Aws, ids: Sequence[str], page: int | None = None
) -> Mapping[str, Fact[InstanceStatus | None]]:
    """Return EC2's status checks of running instances, by id.

    ``page``: so many at once of the whole Region, which is quicker where all are wanted.
    """
    lists = [ids] if page else [ids[at : at + STATUS_IDS] for at in range(0, len(ids), STATUS_IDS)]
    answers: dict[str, Fact[InstanceStatus | None]] = {}
    for some in lists:
        chosen = {"InstanceIds": list(some), "IncludeAllInstances": True}
        which = {"MaxResults": page} if page else chosen
        asked = known(aws, "ec2:DescribeInstanceStatus", partial(_statuses, aws, which))
        answers.update((node_id, one(asked, node_id)) for node_id in some)
    return answers


def connection(aws: Aws, node_id: str) -> Fact[str]:
    """Return whether the node holds its session channel open: ``connected`` or ``notconnected``."""

    def question() -> str:
        return str(aws.call("ssm", "GetConnectionStatus", Target=node_id)["Status"])

    return known(aws, "ssm:GetConnectionStatus", question)


def one(fact: Fact[Mapping[str, Any]], node_id: str) -> Fact[Any | None]:
    """Return one node's part of a list; ``Known(None)`` when the list is known without it."""
    if isinstance(fact, Unknown):
        return fact
    return Known(fact.value.get(node_id), fact.source)


def _instance_filters(ids: Sequence[str]) -> Iterable[dict[str, Any]]:
    if not ids:
        yield {}
    for start in range(0, len(ids), FILTER_VALUES):
        values = list(ids[start : start + FILTER_VALUES])
        yield {"Filters": [{"Name": "instance-id", "Values": values}]}


def _statuses(aws: Aws, which: Mapping[str, Any]) -> Mapping[str, InstanceStatus]:
    listed = pages(aws, "ec2", "DescribeInstanceStatus", "InstanceStatuses", **which)
    return {
        one["InstanceId"]: InstanceStatus(
            one.get("InstanceStatus", {}).get("Status", ""),
            one.get("SystemStatus", {}).get("Status", ""),
            one.get("AttachedEbsStatus", {}).get("Status", ""),
        )
        for one in listed
    }


def _instance(described: Mapping[str, Any]) -> Instance:
    labels = tags(described.get("Tags", []))
    options = described.get("MetadataOptions", {})
    return Instance(
        id=described["InstanceId"],
        name=dict(labels).get("Name", ""),
        state=described["State"]["Name"],
        launched=described.get("LaunchTime"),
        vpc_id=described.get("VpcId"),
        subnet_id=described.get("SubnetId"),
        private_ip=described.get("PrivateIpAddress"),
        public_ip=described.get("PublicIpAddress"),
        groups=tuple(group["GroupId"] for group in described.get("SecurityGroups", ())),
        interfaces=tuple(
            sorted(
                (_interface(one) for one in described.get("NetworkInterfaces", ())),
                key=lambda interface: (interface.device_index, interface.id),
            )
        ),
        profile_arn=described.get("IamInstanceProfile", {}).get("Arn"),
        metadata=Metadata(
            endpoint=options.get("HttpEndpoint", ""),
            tokens=options.get("HttpTokens", ""),
            hop_limit=options.get("HttpPutResponseHopLimit", 0),
            state=options.get("State", ""),
        ),
        image_id=described.get("ImageId", ""),
        platform=described.get("PlatformDetails", described.get("Platform", "")),
        architecture=described.get("Architecture", ""),
        tags=labels,
    )


def _interface(described: Mapping[str, Any]) -> Interface:
    return Interface(
        id=described["NetworkInterfaceId"],
        device_index=described.get("Attachment", {}).get("DeviceIndex", 0),
        subnet_id=described.get("SubnetId", ""),
        private_ip=described.get("PrivateIpAddress"),
        public_ip=described.get("Association", {}).get("PublicIp"),
        ipv6=tuple(one["Ipv6Address"] for one in described.get("Ipv6Addresses", ())),
        groups=tuple(group["GroupId"] for group in described.get("Groups", ())),
    )
