"""The DNS of VPCs and endpoints is changed, and nodes follow."""

import copy

import pytest
from botocore.exceptions import ClientError


def status(client, node):
    return client("ssm").get_connection_status(Target=node)["Status"]


def vpc_of(demo, nodes, name):
    return demo.world["regions"]["eu-west-3"]["instances"][nodes[name]]["VpcId"]


def endpoints_of(demo, vpc):
    found = demo.world["regions"]["eu-west-3"]["endpoints"].values()
    return {one["ServiceName"].rpartition(".")[2]: one for one in found if one["VpcId"] == vpc}


def test_hostnames_let_the_names_lead_to_the_endpoints(demo, client, nodes):
    vpc = vpc_of(demo, nodes, "db-01")
    for value, expected in ((True, "connected"), (False, "notconnected")):
        client("ec2").modify_vpc_attribute(VpcId=vpc, EnableDnsHostnames={"Value": value})
        assert status(client, nodes["db-01"]) == expected


def test_private_dns_heals_and_taken_back_leaves_nothing(demo, client, nodes):
    ec2, node = client("ec2"), nodes["lab-01"]
    those = endpoints_of(demo, vpc_of(demo, nodes, "lab-01"))
    before = copy.deepcopy(those)
    for on, expected in ((True, "connected"), (False, "notconnected")):
        for service in ("ssm", "ssmmessages"):
            name = those[service]["VpcEndpointId"]
            ec2.modify_vpc_endpoint(VpcEndpointId=name, PrivateDnsEnabled=on)
        assert status(client, node) == expected
    assert those == before


@pytest.mark.parametrize(
    ("method", "params", "code"),
    [
        ("modify_vpc_endpoint", {"VpcEndpointId": "vpce-0"}, r"InvalidVpcEndpointId\.NotFound"),
        ("modify_vpc_attribute", {"VpcId": "vpc-0"}, r"InvalidVpcID\.NotFound"),
    ],
)
def test_what_is_not_there_is_not_found(client, method, params, code):
    with pytest.raises(ClientError, match=code):
        getattr(client("ec2"), method)(**params)


def test_one_attribute_at_a_time(demo, client, nodes):
    both = {name: {"Value": True} for name in ("EnableDnsSupport", "EnableDnsHostnames")}
    with pytest.raises(ClientError, match="InvalidParameterCombination"):
        client("ec2").modify_vpc_attribute(VpcId=vpc_of(demo, nodes, "db-01"), **both)


def test_private_dns_is_refused_where_dns_is_off_or_the_name_is_taken(demo, client, nodes):
    region = demo.world["regions"]["eu-west-3"]
    vpc = vpc_of(demo, nodes, "lab-01")
    ssm = endpoints_of(demo, vpc)["ssm"]
    wanted = {"VpcEndpointId": ssm["VpcEndpointId"], "PrivateDnsEnabled": True}
    region["vpc_attributes"][vpc]["EnableDnsHostnames"] = False
    with pytest.raises(ClientError, match="requires both"):
        client("ec2").modify_vpc_endpoint(**wanted)
    region["vpc_attributes"][vpc]["EnableDnsHostnames"] = True
    region["endpoints"]["vpce-other"] = {**ssm, "PrivateDnsEnabled": True}
    with pytest.raises(ClientError, match="conflicting DNS domain"):
        client("ec2").modify_vpc_endpoint(**wanted)
