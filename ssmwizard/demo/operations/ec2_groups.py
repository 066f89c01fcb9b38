"""Rules of security groups, one by one: added, shown, taken away."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from ssmwizard.demo.context import Answer, Context, Operation, Params, Resources
from ssmwizard.demo.failure import AwsError
from ssmwizard.demo.paging import check_size, filtered, page

# Where a permission keeps its peers: the list, the member of each, and that of a single rule.
_PEERS = (
    ("IpRanges", "CidrIp", "CidrIpv4"),
    ("Ipv6Ranges", "CidrIpv6", "CidrIpv6"),
    ("PrefixListIds", "PrefixListId", "PrefixListId"),
    ("UserIdGroupPairs", "GroupId", "ReferencedGroupInfo"),
)
_WAYS = {False: "IpPermissions", True: "IpPermissionsEgress"}
Rule = dict[str, Any]


def describe(context: Context, params: Params) -> Answer:
    """Every rule of every group as a record of its own."""
    check_size(params, 5, 1000)
    store = {rule["SecurityGroupRuleId"]: rule for rule in _every(context)}
    wanted = params.get("SecurityGroupRuleIds")
    for name in wanted or ():
        if name not in store:
            raise _no_rule(name)
    records = [store[name] for name in wanted] if wanted else list(store.values())
    paths = {"group-id": "GroupId", "security-group-rule-id": "SecurityGroupRuleId"}
    found = filtered(records, params.get("Filters", ()), paths)
    part, token = page(found, params, default=None)
    return {"SecurityGroupRules": part, "NextToken": token}


def authorize(context: Context, params: Params, *, egress: bool) -> Answer:
    """Adds rules; one that is there already is refused, and none is added then."""
    group = _group(context, params.get("GroupId", ""))
    there = {rule["SecurityGroupRuleId"] for rule in _of(context, group, egress=egress)}
    asked = params.get("IpPermissions") or ()
    if not asked:
        raise AwsError("MissingParameter", "The request must contain the parameter ipPermissions")
    made: list[Rule] = []
    for permission in asked:
        for kind, peer in _peers(permission):
            if kind == "UserIdGroupPairs":
                _group(context, peer["GroupId"])
            rule = _rule(context, group["GroupId"], permission, (kind, peer), egress=egress)
            if rule["SecurityGroupRuleId"] in there:
                raise AwsError(
                    "InvalidPermission.Duplicate", "the specified rule already exists, ALLOW"
                )
            made.append(rule)
    for permission in asked:
        _add(context, group[_WAYS[egress]], permission)
    return {"Return": True, "SecurityGroupRules": made}


def revoke(context: Context, params: Params, *, egress: bool) -> Answer:
    """Takes rules away by their ids."""
    group = _group(context, params.get("GroupId", ""))
    found = {rule["SecurityGroupRuleId"]: rule for rule in _of(context, group, egress=egress)}
    wanted = params.get("SecurityGroupRuleIds") or ()
    for name in wanted:
        if name not in found:
            raise _no_rule(name)
    permissions = group[_WAYS[egress]]
    for permission in permissions:
        for kind, peer in list(_peers(permission)):
            rule = _rule(context, group["GroupId"], permission, (kind, peer), egress=egress)
            if rule["SecurityGroupRuleId"] in wanted:
                permission[kind].remove(peer)
    permissions[:] = [permission for permission in permissions if any(_peers(permission))]
    gone = [
        {name: found[rule][name] for name in found[rule] if name not in {"GroupOwnerId", "Tags"}}
        for rule in wanted
    ]
    for one in gone:
        group_info = one.pop("ReferencedGroupInfo", None)
        if group_info is not None:
            one["ReferencedGroupId"] = group_info["GroupId"]
        one.pop("SecurityGroupRuleArn", None)
    return {"Return": True, "RevokedSecurityGroupRules": gone}


def _group(context: Context, name: str) -> dict[str, Any]:
    group: dict[str, Any] | None = context.region["groups"].get(name)
    if group is None:
        raise AwsError("InvalidGroup.NotFound", f"The security group '{name}' does not exist")
    return group


def _no_rule(name: str) -> AwsError:
    message = f"The security group rule ID '{name}' does not exist"
    return AwsError("InvalidSecurityGroupRuleId.NotFound", message)


def _every(context: Context) -> Iterator[Rule]:
    for group in context.region["groups"].values():
        for egress in _WAYS:
            yield from _of(context, group, egress=egress)


def _of(context: Context, group: dict[str, Any], *, egress: bool) -> Iterator[Rule]:
    for permission in group[_WAYS[egress]]:
        for found in _peers(permission):
            yield _rule(context, group["GroupId"], permission, found, egress=egress)


def _peers(permission: Params) -> Iterator[tuple[str, dict[str, Any]]]:
    for kind, _, _ in _PEERS:
        for peer in permission.get(kind) or ():
            yield kind, peer


def _rule(
    context: Context,
    group: str,
    permission: Params,
    found: tuple[str, dict[str, Any]],
    *,
    egress: bool,
) -> Rule:
    """One rule; the same always has the same id."""
    kind, peer = found
    member, shown = next((member, shown) for name, member, shown in _PEERS if name == kind)
    first, last = permission.get("FromPort", -1), permission.get("ToPort", -1)
    protocol = permission["IpProtocol"]
    words = f"{group}/{egress}/{protocol}/{first}/{last}/{peer[member]}"
    name = "sgr-" + hashlib.sha256(words.encode()).hexdigest()[:17]
    rule = {
        "SecurityGroupRuleId": name,
        "SecurityGroupRuleArn": context.arn("ec2", f"security-group-rule/{name}"),
        "GroupId": group,
        "GroupOwnerId": context.account,
        "IsEgress": egress,
        "IpProtocol": protocol,
        "FromPort": first,
        "ToPort": last,
        "Tags": [],
        shown: peer[member],
    }
    if kind == "UserIdGroupPairs":
        rule[shown] = {"GroupId": peer[member], "UserId": context.account}
    if peer.get("Description"):
        rule["Description"] = peer["Description"]
    return rule


def _add(context: Context, permissions: list[dict[str, Any]], asked: Params) -> None:
    """Add peers to the permission of the same ports, or a permission of their own."""

    def ports(one: Params) -> tuple[Any, ...]:
        return one["IpProtocol"], one.get("FromPort"), one.get("ToPort")

    into = next((one for one in permissions if ports(one) == ports(asked)), None)
    if into is None:
        into = {name: asked[name] for name in ("IpProtocol", "FromPort", "ToPort") if name in asked}
        into.update({kind: [] for kind, _, _ in _PEERS})
        permissions.append(into)
    for kind, peer in _peers(asked):
        owner = {"UserId": context.account} if kind == "UserIdGroupPairs" else {}
        into[kind].append({**owner, **peer})


def _on_group(action: str) -> Resources:
    def resources(context: Context, params: Params) -> list[tuple[str, str]]:
        return [(action, context.arn("ec2", f"security-group/{params.get('GroupId', '*')}"))]

    return resources


def _written(name: str, run: Any, *, egress: bool) -> Operation:
    def call(context: Context, params: Params) -> Answer:
        answer: Answer = run(context, params, egress=egress)
        return answer

    return Operation(call, writes=True, resources=_on_group(f"ec2:{name}"))


OPERATIONS = {
    "ec2:DescribeSecurityGroupRules": Operation(describe),
    **{
        f"ec2:{verb}SecurityGroup{way}": _written(f"{verb}SecurityGroup{way}", run, egress=egress)
        for verb, run in (("Authorize", authorize), ("Revoke", revoke))
        for way, egress in (("Ingress", False), ("Egress", True))
    },
}
