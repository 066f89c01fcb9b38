"""Endpoints and their security groups are made and deleted, and nodes follow."""

import copy

import pytest
from botocore.exceptions import ClientError

NONE = {"vpc": "vpc-0", "subnet": "subnet-0", "group": "sg-0"}


@pytest.fixture
def place(demo, nodes):
    region = demo.world["regions"]["eu-west-3"]
    instance = region["instances"][nodes["cache-01"]]
    return {"VpcId": instance["VpcId"], "SubnetIds": [instance["SubnetId"]]}


def parts(demo):
    region = demo.world["regions"]["eu-west-3"]
    return copy.deepcopy({name: region[name] for name in ("groups", "endpoints", "interfaces")})


def service(name):
    return f"com.amazonaws.eu-west-3.{name}"


def make_group(ec2, vpc):
    told = ec2.create_security_group(
        GroupName="ends",
        Description="test",
        VpcId=vpc,
        TagSpecifications=[
            {"ResourceType": "security-group", "Tags": [{"Key": "CreatedBy", "Value": "test"}]}
        ],
    )
    block = {"CidrIp": "10.20.0.0/16"}
    https = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": [block]}
    ec2.authorize_security_group_ingress(GroupId=told["GroupId"], IpPermissions=[https])
    return told["GroupId"]


def test_a_node_is_healed_by_endpoints_and_deleted_they_leave_nothing(demo, client, nodes, place):
    ec2, ssm = client("ec2"), client("ssm")
    before = parts(demo)
    group = make_group(ec2, place["VpcId"])
    made = []
    for name in ("ssm", "ssmmessages"):
        told = ec2.create_vpc_endpoint(
            VpcEndpointType="Interface",
            ServiceName=service(name),
            SecurityGroupIds=[group],
            PrivateDnsEnabled=True,
            **place,
        )
        assert told["VpcEndpoint"]["State"] == "pending"
        made.append(told["VpcEndpoint"]["VpcEndpointId"])
    shown = ec2.describe_vpc_endpoints(VpcEndpointIds=made)["VpcEndpoints"]
    assert {one["State"] for one in shown} == {"available"}
    assert ssm.get_connection_status(Target=nodes["cache-01"])["Status"] == "connected"
    with pytest.raises(ClientError, match="DependencyViolation"):
        ec2.delete_security_group(GroupId=group)
    gone = ec2.delete_vpc_endpoints(VpcEndpointIds=[*made, "vpce-0"])
    (left,) = gone["Unsuccessful"]
    assert left["ResourceId"] == "vpce-0"
    ec2.delete_security_group(GroupId=group)
    assert parts(demo) == before
    assert ssm.get_connection_status(Target=nodes["cache-01"])["Status"] == "notconnected"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"ServiceName": "com.amazonaws.eu-west-3.none"}, "InvalidServiceName"),
        ({"VpcId": "vpc-0"}, r"InvalidVpcID\.NotFound"),
        ({"SubnetIds": ["subnet-0"]}, r"InvalidSubnetID\.NotFound"),
        ({"SecurityGroupIds": ["sg-0"]}, r"InvalidGroup\.NotFound"),
    ],
)
def test_what_an_endpoint_cannot_stand_on_is_refused(client, place, changes, code):
    wanted = {"VpcEndpointType": "Interface", "ServiceName": service("ssm"), **place, **changes}
    with pytest.raises(ClientError, match=code):
        client("ec2").create_vpc_endpoint(**wanted)


def test_one_subnet_in_each_zone(client, place):
    wanted = {"VpcEndpointType": "Interface", "ServiceName": service("ssm"), **place}
    wanted["SubnetIds"] = place["SubnetIds"] * 2
    with pytest.raises(ClientError, match="DuplicateSubnetsInSameZone"):
        client("ec2").create_vpc_endpoint(**wanted)


def test_without_private_dns_the_name_leads_elsewhere(client, nodes, place):
    ec2 = client("ec2")
    for name in ("ssm", "ssmmessages"):
        told = ec2.create_vpc_endpoint(
            VpcEndpointType="Interface",
            ServiceName=service(name),
            PrivateDnsEnabled=False,
            **place,
        )
        assert len(told["VpcEndpoint"]["DnsEntries"]) == 1
    status = client("ssm").get_connection_status(Target=nodes["cache-01"])["Status"]
    assert status == "notconnected"


def test_a_name_of_a_group_is_taken_once_in_a_vpc(client, place):
    ec2 = client("ec2")
    make_group(ec2, place["VpcId"])
    with pytest.raises(ClientError, match=r"InvalidGroup\.Duplicate"):
        make_group(ec2, place["VpcId"])
    with pytest.raises(ClientError, match=r"InvalidGroup\.NotFound"):
        ec2.delete_security_group(GroupId="sg-0")
