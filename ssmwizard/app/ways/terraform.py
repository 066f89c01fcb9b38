"""A plan as a configuration of Terraform, in HCL.

https://registry.terraform.io/providers/hashicorp/aws/latest/docs
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ssmwizard.app.ways import hcl
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
from ssmwizard.app.ways.way import Ground, about, comments
from ssmwizard.model.plans import Change, Plan
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside.command_line import line

APPLY = N_("In a folder of its own: terraform init, terraform plan, terraform apply.")
TAKE_BACK = N_("To take it back: terraform destroy.")
KEPT = N_("What is logged is not deleted with that: the log group stays.")
DNS_STAYS = N_("That leaves private DNS as it is. To turn it off again: {line}")
JOINS = N_(
    "Does Terraform keep all the policies of the role, or all the rules of the group, in one place elsewhere? Then add this there instead: the two would undo each other."
)
# https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_security_group_ingress_rule
_PEERS: Mapping[str, str] = {
    "IpRanges": "cidr_ipv4",
    "Ipv6Ranges": "cidr_ipv6",
    "UserIdGroupPairs": "referenced_security_group_id",
    "PrefixListIds": "prefix_list_id",
}


def configuration(plan: Plan, place: Ground) -> str | Text:
    """Return the configuration, or why there is none."""
    made = arranged(plan, (_answer(plan, change) for change in plan.changes))
    if isinstance(made, Text):
        return made
    parts = ["\n".join(comments(_told(plan, made, place))) + "\n"]
    least = place.requirements.text("template.terraform-provider")
    provider = hcl.Block(
        {"aws": {"source": "hashicorp/aws", "version": f">= {least}"}},
    )
    parts.append(hcl.block("terraform", {"required_providers": provider}))
    profile = {"profile": place.profile} if place.profile else {}
    account = {"region": place.region, **profile, "allowed_account_ids": [place.account]}
    parts.append(hcl.block('provider "aws"', account))
    parts += [_resource(one, made) for one in made.every]
    return "\n".join(parts)


def _told(plan: Plan, made: Template, place: Ground) -> Iterator[str]:
    yield from about(plan, place)
    yield from by_hand(made.before, BEFORE, place)
    yield place.say(text(APPLY))
    yield from by_hand(made.after, AFTER, place)
    yield place.say(text(TAKE_BACK))
    yield from back_by_hand(made.after, BACK_BEFORE, place)
    yield from back_by_hand(made.before, BACK_AFTER, place)
    if any(one.kept for one in made.every):
        yield place.say(text(KEPT))
    for change in plan.changes:
        if change.call.operation == "ModifyVpcEndpoint" and change.undo is not None:
            back = line(change.undo.call, place.profile, place.region)
            yield place.say(text(DNS_STAYS, line=back))
    if any(one.joins for one in made.every):
        yield place.say(text(JOINS))


def _resource(resource: Resource, made: Template) -> str:
    members = {name: _value(value, made) for name, value in resource.members.items()}
    waits = [hcl.Words(f"{one.type}.{one.name}") for one in made.before_it(resource)]
    if waits:
        members["depends_on"] = waits
    return hcl.block(f'resource "{resource.type}" "{resource.name}"', members)


def _value(value: object, made: Template) -> object:
    if isinstance(value, Made):
        resource = made.resources[value.place][0]
        known = "name" if resource.type.startswith("aws_iam_") else "id"
        return hcl.Words(f"{resource.type}.{resource.name}.{known}")
    return [_value(one, made) for one in value] if isinstance(value, (list, tuple)) else value


def _answer(plan: Plan, change: Change) -> Answer:
    known = _RESOURCES.get(change.call.name)
    if known is None or change.shows_once:
        return why_not(change)
    return known(plan, change)


def _role(_: Plan, change: Change) -> Answer:
    given = change.call.parameters
    members = {
        "name": given["RoleName"],
        **({"path": given["Path"]} if "Path" in given else {}),
        "description": given["Description"],
        "assume_role_policy": hcl.Json(json.loads(str(given["AssumeRolePolicyDocument"]))),
    }
    return (Resource("aws_iam_role", slug(given["RoleName"]), members),)


def _attached(plan: Plan, change: Change) -> Answer:
    given = change.call.parameters
    made = maker(plan, "iam:CreateRole", "RoleName", given["RoleName"])
    members = {
        "role": given["RoleName"] if made is None else Made(made),
        "policy_arn": given["PolicyArn"],
    }
    policy = str(given["PolicyArn"]).rpartition("/")[2]
    name = slug(given["RoleName"], policy)
    return (Resource("aws_iam_role_policy_attachment", name, members, joins=made is None),)


def _profile(plan: Plan, change: Change) -> Answer:
    name, role = change.call.parameters["InstanceProfileName"], role_in(plan, change)
    if role is None:
        return why_not(change)
    members = {"name": name, "role": role}
    return (Resource("aws_iam_instance_profile", slug(name), members),)


def _inline(_: Plan, change: Change) -> Answer:
    if change.undo is None or change.undo.call.operation != "DeleteRolePolicy":
        return why_not(change)
    given = change.call.parameters
    members = {
        "name": given["PolicyName"],
        "role": given["RoleName"],
        "policy": hcl.Json(json.loads(str(given["PolicyDocument"]))),
    }
    name = slug(given["RoleName"], given["PolicyName"])
    return (Resource("aws_iam_role_policy", name, members, joins=True),)


def _log_group(_: Plan, change: Change) -> Answer:
    given = change.call.parameters
    key = {"kms_key_id": given["kmsKeyId"]} if "kmsKeyId" in given else {}
    members = {"name": given["logGroupName"], **key, "skip_destroy": True}
    name = slug(given["logGroupName"])
    return (Resource("aws_cloudwatch_log_group", name, members, kept=True),)


def _setting(_: Plan, change: Change) -> Answer:
    if change.undo is None or change.undo.call.operation != "ResetServiceSetting":
        return text(NO_RESET)
    given = change.call.parameters
    members = {"setting_id": given["SettingId"], "setting_value": given["SettingValue"]}
    name = slug(str(given["SettingId"]).rpartition("/")[2])
    return (Resource("aws_ssm_service_setting", name, members, last=True),)


def _group(_: Plan, change: Change) -> Answer:
    given = change.call.parameters
    members = {
        "name": given["GroupName"],
        "description": given["Description"],
        "vpc_id": given["VpcId"],
        "tags": _tags(given),
    }
    return (Resource("aws_security_group", slug(given["GroupName"]), members),)


def _rules(_: Plan, change: Change) -> Answer:
    return tuple(_rules_of(change))


def _rules_of(change: Change) -> Iterator[Resource]:
    way = "egress" if change.call.operation.endswith("Egress") else "ingress"
    group = taken(change, "GroupId")
    there = isinstance(group, str)
    permissions: Any = change.call.parameters["IpPermissions"]
    for permission in permissions:
        for kind, peer, remark in peers(permission):
            members = {
                "security_group_id": group,
                _PEERS[kind]: peer,
                "ip_protocol": permission["IpProtocol"],
                "from_port": permission["FromPort"],
                "to_port": permission["ToPort"],
                "description": remark,
            }
            name = slug(*([group] if there else []), "to" if way == "egress" else "from", peer)
            yield Resource(f"aws_vpc_security_group_{way}_rule", name, members, joins=there)


def _endpoint(_: Plan, change: Change) -> Answer:
    given = change.call.parameters
    groups = taken(change, "SecurityGroupIds")
    members = {
        "vpc_endpoint_type": given["VpcEndpointType"],
        "vpc_id": given["VpcId"],
        "service_name": given["ServiceName"],
        "subnet_ids": given["SubnetIds"],
        "security_group_ids": groups if isinstance(groups, list) else [groups],
        "private_dns_enabled": given["PrivateDnsEnabled"],
        "ip_address_type": given["IpAddressType"],
        "tags": _tags(given),
    }
    name = slug(str(given["ServiceName"]).rpartition(".")[2])
    return (Resource("aws_vpc_endpoint", name, members),)


def _private_dns(_: Plan, change: Change) -> Answer:
    given = change.call.parameters
    if set(given) != {"VpcEndpointId", "PrivateDnsEnabled"}:
        return why_not(change)
    members = {
        "vpc_endpoint_id": given["VpcEndpointId"],
        "private_dns_enabled": given["PrivateDnsEnabled"],
    }
    return (Resource("aws_vpc_endpoint_private_dns", slug(given["VpcEndpointId"]), members),)


def _association(_: Plan, change: Change) -> Answer:
    given = change.call.parameters
    targets: Any = given["Targets"]
    members = {
        "name": given["Name"],
        "association_name": given["AssociationName"],
        "schedule_expression": given["ScheduleExpression"],
        "max_concurrency": given["MaxConcurrency"],
        "max_errors": given["MaxErrors"],
        "targets": hcl.Block({"key": targets[0]["Key"], "values": targets[0]["Values"]}),
    }
    return (Resource("aws_ssm_association", slug(given["AssociationName"]), members),)


def _tags(given: Mapping[str, Any]) -> dict[str, object]:
    return {tag["Key"]: tag["Value"] for one in given["TagSpecifications"] for tag in one["Tags"]}


_RESOURCES: Mapping[str, Callable[[Plan, Change], Answer]] = {
    "iam:CreateRole": _role,
    "iam:AttachRolePolicy": _attached,
    "iam:CreateInstanceProfile": _profile,
    "iam:AddRoleToInstanceProfile": role_put_in,
    "iam:PutRolePolicy": _inline,
    "logs:CreateLogGroup": _log_group,
    "ssm:UpdateServiceSetting": _setting,
    "ec2:CreateSecurityGroup": _group,
    "ec2:AuthorizeSecurityGroupIngress": _rules,
    "ec2:AuthorizeSecurityGroupEgress": _rules,
    "ec2:CreateVpcEndpoint": _endpoint,
    "ec2:ModifyVpcEndpoint": _private_dns,
    "ssm:CreateAssociation": _association,
}
