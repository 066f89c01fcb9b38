"""A plan as a template of CloudFormation, in JSON.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ssmwizard.app.ways.declared import (
    AFTER,
    BACK_AFTER,
    BACK_BEFORE,
    BEFORE,
    NO_RESET,
    Answer,
    Made,
    Resource,
    Template,
    arranged,
    back_by_hand,
    by_hand,
    maker,
    peers,
    role_in,
    role_put_in,
    slug,
    taken,
    why_not,
)
from ssmwizard.app.ways.way import Ground, about
from ssmwizard.model.plans import Change, Plan
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside.command_line import where

POLICY = N_(
    "CloudFormation has nothing that attaches a policy to a role that is there already and is not its own."
)
NOT_OFFERED = N_("{type} is not known to be offered in the partition {partition}.")
NEW = N_(
    "{type} is new, and was read about, not tried: a Region that does not know it refuses the template and makes nothing of it."
)
DEPLOY = N_("Make a stack of this file ({file}): {line}")
TAKE_BACK = N_("To take it back, delete the stack: {line}")
KEPT = N_("What is logged is not deleted with the stack: the log group stays.")
# Of a security group's permission: the member of a resource, by the way the traffic goes.
_PEERS: Mapping[str, tuple[str, str]] = {
    "IpRanges": ("CidrIp", "CidrIp"),
    "Ipv6Ranges": ("CidrIpv6", "CidrIpv6"),
    "UserIdGroupPairs": ("SourceSecurityGroupId", "DestinationSecurityGroupId"),
    "PrefixListIds": ("SourcePrefixListId", "DestinationPrefixListId"),
}


def template(plan: Plan, place: Ground, file: str) -> str | Text:
    """Return the template, or why there is none. ``file``: what it is going to be called."""
    answers = (_answer(plan, change, place) for change in plan.changes)
    made = arranged(plan, answers)
    if isinstance(made, Text):
        return made
    whole = {
        "AWSTemplateFormatVersion": "2010-09-09",
        "Description": next(about(plan, place)),
        "Metadata": {"ssmwizard": list(_told(plan, made, place, file))},
        "Resources": {_id(one): _resource(one, made) for one in made.every},
    }
    return json.dumps(whole, indent=2) + "\n"


def stack(plan: Plan) -> str:
    """Return the name that the stack is proposed to have."""
    return f"ssmwizard-{plan.fix.replace('.', '-')}"


def _told(plan: Plan, made: Template, place: Ground, file: str) -> Iterator[str]:
    say, chosen = place.say, where(place.profile, place.region)
    yield from about(plan, place)
    setting = place.requirements.text("template.service-setting")
    if any(one.type == setting for one in made.every):
        yield say(text(NEW, type=setting))
    yield from by_hand(made.before, BEFORE, place)
    deploy = ["aws", "cloudformation", "deploy", "--template-file", file]
    deploy += ["--stack-name", stack(plan)]
    if any(one.type.startswith("AWS::IAM::") for one in made.every):
        deploy += ["--capabilities", "CAPABILITY_NAMED_IAM"]
    yield say(text(DEPLOY, file=file, line=shlex.join([*deploy, *chosen])))
    yield from by_hand(made.after, AFTER, place)
    delete = ["aws", "cloudformation", "delete-stack", "--stack-name", stack(plan), *chosen]
    yield say(text(TAKE_BACK, line=shlex.join(delete)))
    yield from back_by_hand(made.after, BACK_BEFORE, place)
    yield from back_by_hand(made.before, BACK_AFTER, place)
    if any(one.kept for one in made.every):
        yield say(text(KEPT))


def _id(resource: Resource) -> str:
    """Return the logical id: letters and digits alone."""
    return "".join(word.capitalize() for word in resource.name.split("_"))


def _resource(resource: Resource, made: Template) -> dict[str, object]:
    # A log group that was made stays; one that could not be made leaves nothing.
    kept = {"DeletionPolicy": "RetainExceptOnCreate", "UpdateReplacePolicy": "Retain"}
    waits = [_id(one) for one in made.before_it(resource)]
    return {
        "Type": resource.type,
        **(kept if resource.kept else {}),
        **({"DependsOn": waits} if waits else {}),
        "Properties": _value(resource.members, made),
    }


def _value(value: object, made: Template) -> object:
    if isinstance(value, Made):
        resource = made.resources[value.place][0]
        if resource.type == "AWS::EC2::SecurityGroup":
            return {"Fn::GetAtt": [_id(resource), "GroupId"]}
        return {"Ref": _id(resource)}
    if isinstance(value, Mapping):
        return {name: _value(one, made) for name, one in value.items()}
    return [_value(one, made) for one in value] if isinstance(value, (list, tuple)) else value


def _answer(plan: Plan, change: Change, place: Ground) -> Answer:
    known = _RESOURCES.get(change.call.name)
    if known is None or change.shows_once:
        return why_not(change)
    return known(plan, change, place)


def _role(plan: Plan, change: Change, _: Ground) -> Answer:
    given = change.call.parameters
    policies = [
        one.call.parameters["PolicyArn"]
        for one in plan.changes
        if one.call.name == "iam:AttachRolePolicy"
        and one.call.parameters["RoleName"] == given["RoleName"]
    ]
    members = {
        "RoleName": given["RoleName"],
        **({"Path": given["Path"]} if "Path" in given else {}),
        "Description": given["Description"],
        "AssumeRolePolicyDocument": json.loads(str(given["AssumeRolePolicyDocument"])),
        "ManagedPolicyArns": policies,
    }
    return (Resource("AWS::IAM::Role", slug("role", given["RoleName"]), members),)


def _attached(plan: Plan, change: Change, _: Ground) -> Answer:
    role = change.call.parameters["RoleName"]
    return text(POLICY) if maker(plan, "iam:CreateRole", "RoleName", role) is None else ()


def _profile(plan: Plan, change: Change, _: Ground) -> Answer:
    name, role = change.call.parameters["InstanceProfileName"], role_in(plan, change)
    if role is None:
        return why_not(change)
    members = {"InstanceProfileName": name, "Roles": [role]}
    return (Resource("AWS::IAM::InstanceProfile", slug("profile", name), members),)


def _inside(plan: Plan, change: Change, _: Ground) -> Answer:
    return role_put_in(plan, change)


def _inline(_: Plan, change: Change, __: Ground) -> Answer:
    if change.undo is None or change.undo.call.operation != "DeleteRolePolicy":
        return why_not(change)
    given = change.call.parameters
    members = {**given, "PolicyDocument": json.loads(str(given["PolicyDocument"]))}
    name = slug("policy", given["PolicyName"], given["RoleName"])
    return (Resource("AWS::IAM::RolePolicy", name, members),)


def _log_group(_: Plan, change: Change, __: Ground) -> Answer:
    given = change.call.parameters
    key = {"KmsKeyId": given["kmsKeyId"]} if "kmsKeyId" in given else {}
    members = {"LogGroupName": given["logGroupName"], **key}
    name = slug("log_group", given["logGroupName"])
    return (Resource("AWS::Logs::LogGroup", name, members, kept=True),)


def _setting(_: Plan, change: Change, place: Ground) -> Answer:
    offered = place.requirements.get("template.service-setting")
    type_ = place.requirements.text(offered.id)
    if not offered.in_force(place.partition, place.at.date()):
        return text(NOT_OFFERED, type=type_, partition=place.partition)
    if change.undo is None or change.undo.call.operation != "ResetServiceSetting":
        return text(NO_RESET)
    given = change.call.parameters
    setting = str(given["SettingId"]).rpartition(":servicesetting")[2]
    members = {"SettingId": setting, "SettingValue": given["SettingValue"]}
    return (Resource(type_, slug("setting", setting), members, last=True),)


def _group(_: Plan, change: Change, __: Ground) -> Answer:
    given = change.call.parameters
    members = {
        "GroupName": given["GroupName"],
        "GroupDescription": given["Description"],
        "VpcId": given["VpcId"],
        "Tags": _tags(given),
    }
    return (Resource("AWS::EC2::SecurityGroup", slug("group", given["GroupName"]), members),)


def _rules(_: Plan, change: Change, __: Ground) -> Answer:
    return tuple(_rules_of(change))


def _rules_of(change: Change) -> Iterator[Resource]:
    out = change.call.operation.endswith("Egress")
    group = taken(change, "GroupId")
    permissions: Any = change.call.parameters["IpPermissions"]
    for permission in permissions:
        for kind, peer, remark in peers(permission):
            members = {
                "GroupId": group,
                "IpProtocol": permission["IpProtocol"],
                "FromPort": permission["FromPort"],
                "ToPort": permission["ToPort"],
                _PEERS[kind][out]: peer,
                "Description": remark,
            }
            way = "Egress" if out else "Ingress"
            name = slug(way, group if isinstance(group, str) else "", peer)
            yield Resource(f"AWS::EC2::SecurityGroup{way}", name, members, joins=True)


def _endpoint(_: Plan, change: Change, __: Ground) -> Answer:
    given = change.call.parameters
    groups = taken(change, "SecurityGroupIds")
    members = {
        **{name: value for name, value in given.items() if name != "TagSpecifications"},
        "SecurityGroupIds": groups if isinstance(groups, list) else [groups],
        "Tags": _tags(given),
    }
    name = slug("endpoint", str(given["ServiceName"]).rpartition(".")[2])
    return (Resource("AWS::EC2::VPCEndpoint", name, members),)


def _association(_: Plan, change: Change, __: Ground) -> Answer:
    given = change.call.parameters
    name = slug("association", given["AssociationName"])
    return (Resource("AWS::SSM::Association", name, given),)


def _tags(given: Mapping[str, Any]) -> object:
    return [tag for one in given["TagSpecifications"] for tag in one["Tags"]]


_RESOURCES: Mapping[str, Callable[[Plan, Change, Ground], Answer]] = {
    "iam:CreateRole": _role,
    "iam:AttachRolePolicy": _attached,
    "iam:CreateInstanceProfile": _profile,
    "iam:AddRoleToInstanceProfile": _inside,
    "iam:PutRolePolicy": _inline,
    "logs:CreateLogGroup": _log_group,
    "ssm:UpdateServiceSetting": _setting,
    "ec2:CreateSecurityGroup": _group,
    "ec2:AuthorizeSecurityGroupIngress": _rules,
    "ec2:AuthorizeSecurityGroupEgress": _rules,
    "ec2:CreateVpcEndpoint": _endpoint,
    "ssm:CreateAssociation": _association,
}
