"""Refusals and selections that the other tests do not pass by."""

import json
import urllib.error
import urllib.request

import pytest
from botocore.exceptions import ClientError

CORE = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
TIER = "/ssm/managed-instance/activation-tier"


def named(region, name):
    return next(key for key, node in region["nodes"].items() if node["Name"] == name)


def terminated(region):
    node = named(region, "web-01")
    region["instances"][node]["State"] = {"Code": 48, "Name": "terminated"}
    return node


REFUSED = [
    (
        "iam",
        "create_role",
        lambda _: {"RoleName": "x", "AssumeRolePolicyDocument": "no json"},
        "MalformedPolicyDocument",
    ),
    (
        "iam",
        "create_role",
        lambda _: {"RoleName": "x", "AssumeRolePolicyDocument": "[]"},
        "MalformedPolicyDocument",
    ),
    (
        "iam",
        "create_role",
        lambda _: {
            "RoleName": "x",
            "AssumeRolePolicyDocument": '{"Statement": []}',
            "PermissionsBoundary": "arn:aws:iam::aws:policy/None",
        },
        "NoSuchEntity",
    ),
    ("iam", "delete_role", lambda _: {"RoleName": "WebServerRole"}, "DeleteConflict"),
    ("iam", "delete_role", lambda _: {"RoleName": "HybridServers"}, "DeleteConflict"),
    ("iam", "delete_role", lambda _: {"RoleName": "HybridServersOld"}, "DeleteConflict"),
    (
        "iam",
        "remove_role_from_instance_profile",
        lambda _: {"InstanceProfileName": "shop-profile", "RoleName": "WebServerRole"},
        "NoSuchEntity",
    ),
    (
        "iam",
        "get_policy_version",
        lambda _: {"PolicyArn": CORE, "VersionId": "v99"},
        "NoSuchEntity",
    ),
    (
        "iam",
        "simulate_principal_policy",
        lambda _: {
            "PolicySourceArn": "arn:aws:iam::111122223333:role/none",
            "ActionNames": ["ssm:StartSession"],
        },
        "NoSuchEntity",
    ),
    (
        "iam",
        "simulate_principal_policy",
        lambda _: {
            "PolicySourceArn": "arn:aws:sts::111122223333:assumed-role/DemoOperator/me",
            "ActionNames": ["ssm:StartSession"],
        },
        "InvalidInput",
    ),
    (
        "ssm",
        "send_command",
        lambda r: {"DocumentName": "None", "InstanceIds": [named(r, "web-01")]},
        "InvalidDocument",
    ),
    (
        "ssm",
        "send_command",
        lambda r: {"DocumentName": "AWS-UpdateSSMAgent", "InstanceIds": [named(r, "web-01")] * 2},
        "DuplicateInstanceId",
    ),
    (
        "ssm",
        "send_command",
        lambda r: {
            "DocumentName": "AWS-UpdateSSMAgent",
            "InstanceIds": [named(r, "web-01")],
            "Parameters": {"colour": ["red"]},
        },
        "InvalidParameters",
    ),
    (
        "ssm",
        "send_command",
        lambda r: {
            "DocumentName": "AWS-UpdateSSMAgent",
            "InstanceIds": [named(r, "web-01")],
            "Parameters": {"allowDowngrade": ["perhaps"]},
        },
        "InvalidParameters",
    ),
    (
        "ssm",
        "update_service_setting",
        lambda _: {"SettingId": TIER, "SettingValue": "golden"},
        "ValidationException",
    ),
    (
        "ssm",
        "list_tags_for_resource",
        lambda _: {"ResourceType": "ManagedInstance", "ResourceId": "mi-00000000000000000"},
        "InvalidResourceId",
    ),
    (
        "ssm",
        "update_managed_instance_role",
        lambda r: {"InstanceId": named(r, "srv-lyon-01"), "IamRole": "None"},
        "ValidationException",
    ),
    (
        "ssm",
        "get_command_invocation",
        lambda r: {"CommandId": "0" * 8 + "-0000" * 3 + "-" + "0" * 12,
                   "InstanceId": named(r, "web-01")},
        "InvocationDoesNotExist",
    ),
    ("ec2", "start_instances", lambda r: {"InstanceIds": [terminated(r)]}, "IncorrectInstanceState"),
    ("ec2", "stop_instances", lambda r: {"InstanceIds": [terminated(r)]}, "IncorrectInstanceState"),
    (
        "ec2",
        "associate_iam_instance_profile",
        lambda r: {
            "InstanceId": terminated(r),
            "IamInstanceProfile": {"Name": "web-server-profile"},
        },
        "IncorrectInstanceState",
    ),
    (
        "ec2",
        "disassociate_iam_instance_profile",
        lambda _: {"AssociationId": "iip-assoc-0"},
        "InvalidAssociationID.NotFound",
    ),
    (
        "ec2",
        "describe_instances",
        lambda _: {"InstanceIds": ["i-00000000000000000", "i-11111111111111111"]},
        "InvalidInstanceID.NotFound",
    ),
    (
        "ec2",
        "get_managed_prefix_list_entries",
        lambda _: {"PrefixListId": "pl-0"},
        "InvalidPrefixListID.NotFound",
    ),
]  # fmt: skip


def test_refusals(demo, client):
    region = demo.world["regions"]["eu-west-3"]
    for service, method, params, code in REFUSED:
        with pytest.raises(ClientError) as caught:
            getattr(client(service), method)(**params(region))
        assert (method, caught.value.response["Error"]["Code"]) == (method, code)


def test_a_role_takes_ten_policies_and_a_service_linked_one_none(demo, client):
    iam, policies = client("iam"), demo.world["iam"]["policies"]
    for number in range(11):
        policies[f"arn:{number}"] = {**policies[CORE], "Arn": f"arn:aws:iam::aws:policy/{number}"}
        policies[f"arn:aws:iam::aws:policy/{number}"] = policies.pop(f"arn:{number}")
    for number in range(9):
        arn = f"arn:aws:iam::aws:policy/{number}"
        iam.attach_role_policy(RoleName="WebServerRole", PolicyArn=arn)
    with pytest.raises(ClientError) as caught:
        iam.attach_role_policy(RoleName="WebServerRole", PolicyArn="arn:aws:iam::aws:policy/10")
    assert caught.value.response["Error"]["Code"] == "LimitExceeded"
    demo.world["iam"]["roles"]["BatchRole"]["Path"] = "/aws-service-role/x/"
    with pytest.raises(ClientError) as caught:
        iam.attach_role_policy(RoleName="BatchRole", PolicyArn=CORE)
    assert caught.value.response["Error"]["Code"] == "UnmodifiableEntity"


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        (
            {"Filters": [{"Key": "ResourceType", "Values": ["ManagedInstance"]}]},
            {"srv-lyon-01", "srv-lyon-02", "srv-nantes-01", "caisse-nantes"},
        ),
        (
            {"Filters": [{"Key": "PlatformTypes", "Values": ["MacOS"]}]},
            {"mac-build-01"},
        ),
        (
            {"Filters": [{"Key": "tag:Site", "Values": ["Nantes"]}]},
            {"srv-nantes-01", "caisse-nantes"},
        ),
        (
            {"Filters": [{"Key": "tag-key", "Values": ["Site"]},
                         {"Key": "PingStatus", "Values": ["ConnectionLost"]}]},
            {"srv-lyon-02"},
        ),
        (
            {"InstanceInformationFilterList": [{"key": "AgentVersion", "valueSet": ["3.0.100.0"]}]},
            {"git-01"},
        ),
    ],
)  # fmt: skip
def test_nodes_are_chosen_by_filters(filters, names, demo, client):
    known = demo.world["regions"]["eu-west-3"]["nodes"]
    found = client("ssm").describe_instance_information(MaxResults=50, **filters)
    ids = {each["InstanceId"] for each in found["InstanceInformationList"]}
    assert {known[each]["Name"] for each in ids} == names


def test_a_command_finds_its_nodes_by_tag(client, nodes):
    ssm = client("ssm")
    sent = ssm.send_command(
        DocumentName="AWS-RunShellScript", Targets=[{"Key": "tag:Site", "Values": ["Nantes"]}]
    )["Command"]
    found = ssm.list_command_invocations(CommandId=sent["CommandId"])["CommandInvocations"]
    assert {each["InstanceId"] for each in found} == {
        nodes["srv-nantes-01"],
        nodes["caisse-nantes"],
    }


def post(url, service, body, **headers):
    scope = f"AKIADEMOADMINEXAMPLE/20261124/eu-west-3/{service}/aws4_request"
    headers["Authorization"] = f"AWS4-HMAC-SHA256 Credential={scope}, Signature=0"
    request = urllib.request.Request(url, data=body, headers=headers)  # noqa: S310 - loopback
    try:
        with urllib.request.urlopen(request) as answer:  # noqa: S310 - loopback
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_requests_that_no_client_of_awss_would_send(demo):
    target = {"X-Amz-Target": "AmazonSSM.DescribeInstanceInformation"}
    with demo.serve() as served:
        url = served.url
        assert post(url, "ssm", b"not json", **target)[1].count("SerializationException")
        assert post(url, "ssm", b"[]", **target)[1].count("SerializationException")
        status, text = post(url, "ssm", b"{}", **{"X-Amz-Target": "AmazonSSM.StartSession"})
        assert (status, json.loads(text)["__type"]) == (400, "ValidationException")
        assert "'target' failed to satisfy constraint: Member must not be null" in text
        assert post(url, "ec2", b"")[0] == 400
        assert "ValidationError" in post(url, "iam", b"Action=GetRole")[1]
        assert "MissingParameter" in post(url, "ec2", b"Action=StartInstances")[1]
        assert post(url, "sqs", b"")[0] == 404
        assert "NotImplemented" in post(url, "s3", b"")[1]
