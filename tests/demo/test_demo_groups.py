"""Rules of security groups are added and taken away one by one, and nodes follow."""

import copy

import pytest
from botocore.exceptions import ClientError


def group_of(demo, name):
    groups = demo.world["regions"]["eu-west-3"]["groups"].values()
    return next(one for one in groups if one["GroupName"] == name)


def https(**peers):
    return [{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, **peers}]


WAYS = pytest.mark.parametrize(
    ("way", "name", "node"),
    [
        ("ingress", "legacy-endpoints", "erp-01"),
        ("egress", "db-closed", "db-02"),
    ],
)


@WAYS
def test_a_rule_heals_the_node_and_taken_away_leaves_nothing(demo, client, nodes, way, name, node):
    ec2, ssm = client("ec2"), client("ssm")
    group = group_of(demo, name)
    before = copy.deepcopy(group)
    block = {"CidrIp": "0.0.0.0/0", "Description": "test"}
    told = getattr(ec2, f"authorize_security_group_{way}")(
        GroupId=group["GroupId"], IpPermissions=https(IpRanges=[block])
    )
    (rule,) = told["SecurityGroupRules"]
    assert rule["IsEgress"] is (way == "egress")
    assert (rule["CidrIpv4"], rule["Description"]) == ("0.0.0.0/0", "test")
    assert ssm.get_connection_status(Target=nodes[node])["Status"] == "connected"
    shown = ec2.describe_security_group_rules(SecurityGroupRuleIds=[rule["SecurityGroupRuleId"]])
    assert shown["SecurityGroupRules"] == [rule]
    gone = getattr(ec2, f"revoke_security_group_{way}")(
        GroupId=group["GroupId"], SecurityGroupRuleIds=[rule["SecurityGroupRuleId"]]
    )
    (revoked,) = gone["RevokedSecurityGroupRules"]
    assert revoked["SecurityGroupRuleId"] == rule["SecurityGroupRuleId"]
    assert group_of(demo, name) == before
    assert ssm.get_connection_status(Target=nodes[node])["Status"] == "notconnected"


def test_peers_of_the_same_ports_share_a_permission(demo, client):
    ec2 = client("ec2")
    group = group_of(demo, "db-closed")
    other = group_of(demo, "web")["GroupId"]
    before = copy.deepcopy(group)
    ids = []
    for peers in (
        {"IpRanges": [{"CidrIp": "10.9.0.0/16"}]},
        {"UserIdGroupPairs": [{"GroupId": other}]},
    ):
        told = ec2.authorize_security_group_egress(
            GroupId=group["GroupId"], IpPermissions=https(**peers)
        )
        ids += [one["SecurityGroupRuleId"] for one in told["SecurityGroupRules"]]
    assert len(group["IpPermissionsEgress"]) == len(before["IpPermissionsEgress"]) + 1
    filters = [{"Name": "group-id", "Values": [group["GroupId"]]}]
    rules = ec2.describe_security_group_rules(Filters=filters)["SecurityGroupRules"]
    assert {one["SecurityGroupRuleId"] for one in rules} >= set(ids)
    (pair,) = [one for one in rules if "ReferencedGroupInfo" in one]
    assert pair["ReferencedGroupInfo"]["GroupId"] == other
    gone = ec2.revoke_security_group_egress(GroupId=group["GroupId"], SecurityGroupRuleIds=ids)
    assert {one.get("ReferencedGroupId") for one in gone["RevokedSecurityGroupRules"]} == {
        None,
        other,
    }
    assert group == before


@pytest.mark.parametrize(
    ("params", "code"),
    [
        ({"GroupId": "sg-00000000000000000", "IpPermissions": https()}, "InvalidGroup.NotFound"),
        ({}, "MissingParameter"),
        (
            {"IpPermissions": https(UserIdGroupPairs=[{"GroupId": "sg-00000000000000000"}])},
            "InvalidGroup.NotFound",
        ),
    ],
)
def test_what_cannot_be_added_is_refused(demo, client, params, code):
    group = group_of(demo, "web")["GroupId"]
    with pytest.raises(ClientError, match=code):
        client("ec2").authorize_security_group_ingress(**{"GroupId": group, **params})


def test_the_same_rule_is_not_added_twice(demo, client):
    wanted = {
        "GroupId": group_of(demo, "web")["GroupId"],
        "IpPermissions": https(IpRanges=[{"CidrIp": "0.0.0.0/0"}]),
    }
    with pytest.raises(ClientError, match=r"InvalidPermission\.Duplicate"):
        client("ec2").authorize_security_group_ingress(**wanted)


def test_a_rule_that_is_not_there_is_not_found(demo, client):
    ec2, group = client("ec2"), group_of(demo, "web")["GroupId"]
    wanted = ["sgr-00000000000000000"]
    with pytest.raises(ClientError, match=r"InvalidSecurityGroupRuleId\.NotFound"):
        ec2.describe_security_group_rules(SecurityGroupRuleIds=wanted)
    with pytest.raises(ClientError, match=r"InvalidSecurityGroupRuleId\.NotFound"):
        ec2.revoke_security_group_ingress(GroupId=group, SecurityGroupRuleIds=wanted)
