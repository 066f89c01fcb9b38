"""The metadata options of an instance can be changed one by one."""

import pytest
from botocore.exceptions import ClientError


def options(client, node):
    told = client("ec2").describe_instances(InstanceIds=[node])
    return told["Reservations"][0]["Instances"][0]["MetadataOptions"]


def test_what_is_not_named_stays_and_the_node_comes_back(client, nodes):
    node = nodes["vault-01"]
    before = options(client, node)
    told = client("ec2").modify_instance_metadata_options(InstanceId=node, HttpEndpoint="enabled")
    assert told["InstanceId"] == node
    assert told["InstanceMetadataOptions"] == {
        **before,
        "HttpEndpoint": "enabled",
        "State": "pending",
    }
    assert options(client, node) == {**before, "HttpEndpoint": "enabled"}
    assert client("ssm").get_connection_status(Target=node)["Status"] == "connected"


def test_an_instance_on_its_way_is_left_alone(demo, client, nodes):
    node = nodes["vault-01"]
    demo.world["regions"]["eu-west-3"]["instances"][node]["State"]["Name"] = "shutting-down"
    with pytest.raises(ClientError, match="IncorrectInstanceState"):
        client("ec2").modify_instance_metadata_options(InstanceId=node, HttpEndpoint="enabled")
