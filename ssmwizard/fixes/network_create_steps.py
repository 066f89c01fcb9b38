"""The steps in which a VPC gets endpoints: a security group, what it accepts, the endpoints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ssmwizard.fixes.ground import arn
from ssmwizard.fixes.network_openings import DUPLICATE, REMARK, TCP, traced_rules
from ssmwizard.model.plans import Call, Change, Expectation, Right, Trace, Undo
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text

NAME = "ssmwizard-endpoints"
TAGS = [{"Key": "CreatedBy", "Value": "ssmwizard"}]
# That something carries them, as JMESPath asks it.
OURS = "Tags[?Key=='CreatedBy' && Value=='ssmwizard']"
# EC2 takes four calls for endpoints at once, then about one in three seconds.
# https://docs.aws.amazon.com/AWSEC2/latest/APIReference/throttling.html
THROTTLED = ("RequestLimitExceeded", "Throttling")
# DNS of the VPC that has just been turned on.
UNSETTLED = "InvalidParameter"
SETTLING_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Wanted:
    """An endpoint to make: the service, its name as AWS gives it, and the subnets."""

    service: str
    name: str
    subnets: tuple[str, ...]


def endpoint_group(
    snapshot: Snapshot, vpc: str, blocks: tuple[str, ...], *, place: int
) -> tuple[Change, Change]:
    """Return the changes that make the endpoints' security group; the first is at ``place``."""
    return _group(snapshot, vpc), _ingress(snapshot, blocks, place)


def _tagged(kind: str) -> dict[str, Any]:
    return {"TagSpecifications": [{"ResourceType": kind, "Tags": TAGS}]}


def _group(snapshot: Snapshot, vpc: str) -> Change:
    group_arn = arn(snapshot, "ec2", "security-group/*")
    parameters = {
        "GroupName": NAME,
        "Description": "Endpoints of Systems Manager. Made by ssmwizard.",
        "VpcId": vpc,
    }
    shown = "SecurityGroups[].[GroupName, length(IpPermissions) < `2`]"
    return Change(
        says=text(N_("Make the security group {group} in {vpc}."), group=NAME, vpc=vpc),
        call=Call("ec2", "CreateSecurityGroup", {**parameters, **_tagged("security-group")}),
        rights=(
            Right("ec2:CreateSecurityGroup", group_arn),
            Right("ec2:CreateSecurityGroup", arn(snapshot, "ec2", f"vpc/{vpc}")),
            Right("ec2:CreateTags", group_arn),
        ),
        undo=Undo(
            says=text(N_("Delete the security group {group}."), group=NAME),
            call=Call("ec2", "DeleteSecurityGroup"),
            take={"GroupId": "GroupId"},
            rights=(
                Right("ec2:DeleteSecurityGroup", group_arn),
                Right("ec2:DescribeSecurityGroups", "*"),
            ),
            expects=Expectation(
                Call("ec2", "DescribeSecurityGroups"),
                shown,
                [[NAME, True]],
                take={"GroupIds": "[GroupId]"},
            ),
        ),
        trace=Trace(
            Call(
                "ec2",
                "DescribeSecurityGroups",
                {
                    "Filters": [
                        {"Name": "vpc-id", "Values": [vpc]},
                        {"Name": "group-name", "Values": [NAME]},
                    ]
                },
            ),
            f"SecurityGroups[?{OURS}].{{GroupId: GroupId}}",
        ),
        dry_run=True,
    )


def _ingress(snapshot: Snapshot, blocks: tuple[str, ...], place: int) -> Change:
    port = int(snapshot.requirements.number("hosts.port"))
    group_arn = arn(snapshot, "ec2", "security-group/*")
    ranges = [{"CidrIp": block, "Description": REMARK} for block in blocks]
    permission = {"IpProtocol": TCP[0], "FromPort": port, "ToPort": port, "IpRanges": ranges}
    ours = {
        "SecurityGroupRuleIds": "SecurityGroupRules[].SecurityGroupRuleId",
    }
    shown = "sort(SecurityGroupRules[].CidrIpv4)"
    return Change(
        says=text(
            N_("Let {group} accept TCP {port} from {peer}."), group=NAME, port=port, peer=blocks
        ),
        call=Call("ec2", "AuthorizeSecurityGroupIngress", {"IpPermissions": [permission]}),
        take={"GroupId": f"made[{place}].GroupId"},
        rights=(Right("ec2:AuthorizeSecurityGroupIngress", group_arn),),
        undo=Undo(
            says=text(N_("Take the rules out of {group} again."), group=NAME),
            call=Call("ec2", "RevokeSecurityGroupIngress"),
            take={**ours, "GroupId": "SecurityGroupRules[0].GroupId"},
            rights=(
                Right("ec2:RevokeSecurityGroupIngress", group_arn),
                Right("ec2:DescribeSecurityGroupRules", "*"),
            ),
            expects=Expectation(
                Call("ec2", "DescribeSecurityGroupRules"), shown, sorted(blocks), take=ours
            ),
        ),
        done_codes=(DUPLICATE,),
        trace=Trace(
            Call("ec2", "DescribeSecurityGroupRules"),
            traced_rules(port, blocks, egress=False),
            take={"Filters": f"[{{Name: 'group-id', Values: [made[{place}].GroupId]}}]"},
        ),
    )


def create(snapshot: Snapshot, vpc: str, wanted: Wanted, *, group: str, made: int) -> Change:
    """Return the change that makes one endpoint, with ``group`` or the one that was ``made``."""
    endpoint_arn = arn(snapshot, "ec2", "vpc-endpoint/*")
    stood_on = (
        f"vpc/{vpc}",
        *(f"subnet/{subnet}" for subnet in wanted.subnets),
        f"security-group/{group or '*'}",
    )
    parameters: dict[str, Any] = {
        "VpcEndpointType": "Interface",
        "VpcId": vpc,
        "ServiceName": wanted.name,
        "SubnetIds": list(wanted.subnets),
        "PrivateDnsEnabled": True,
        "IpAddressType": "ipv4",
        **({"SecurityGroupIds": [group]} if group else {}),
        **_tagged("vpc-endpoint"),
    }
    shown = "VpcEndpoints[].[ServiceName, PrivateDnsEnabled, sort(SubnetIds)]"
    ours = {"VpcEndpointIds": "[VpcEndpoint.VpcEndpointId]"}
    return Change(
        says=text(
            N_("Make an endpoint for {service} in {subnets}, with private DNS."),
            service=wanted.name,
            subnets=wanted.subnets,
        ),
        call=Call("ec2", "CreateVpcEndpoint", parameters),
        take={} if group else {"SecurityGroupIds": f"[made[{made}].GroupId]"},
        rights=(
            *(Right("ec2:CreateVpcEndpoint", arn(snapshot, "ec2", one)) for one in stood_on),
            Right("ec2:CreateVpcEndpoint", endpoint_arn),
            Right("ec2:CreateTags", endpoint_arn),
        ),
        undo=Undo(
            says=text(N_("Delete the endpoint for {service}."), service=wanted.name),
            call=Call("ec2", "DeleteVpcEndpoints"),
            take=ours,
            rights=(
                Right("ec2:DeleteVpcEndpoints", endpoint_arn),
                Right("ec2:DescribeVpcEndpoints", "*"),
            ),
            expects=Expectation(
                Call("ec2", "DescribeVpcEndpoints"),
                shown,
                [[wanted.name, True, sorted(wanted.subnets)]],
                take=ours,
            ),
        ),
        dry_run=bool(group),
        trace=Trace(
            Call(
                "ec2",
                "DescribeVpcEndpoints",
                {
                    "Filters": [
                        {"Name": "vpc-id", "Values": [vpc]},
                        {"Name": "service-name", "Values": [wanted.name]},
                    ]
                },
            ),
            f"VpcEndpoints[?{OURS} && PrivateDnsEnabled && !starts_with(State, 'delet')]"
            ".{VpcEndpoint: {VpcEndpointId: VpcEndpointId}}",
        ),
        named_in="ClientToken",
        settling_codes=(UNSETTLED, *THROTTLED),
        settling_seconds=SETTLING_SECONDS,
    )
