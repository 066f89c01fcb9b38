"""Every operation answers a real client with what AWS's own model says, in both ways in."""

import datetime as dt
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from botocore.exceptions import ClientError

from ssmwizard.demo import Demo
from ssmwizard.demo.operations import OPERATIONS
from ssmwizard.demo.operations.ssm_documents import PREFERENCES
from ssmwizard.demo.scenarios.machines import MachineBuilder
from ssmwizard.demo.scenarios.session_resources import (
    bucket,
    by_account,
    for_logs,
    key,
    log_group,
    preferences,
)

TRUST = json.dumps(
    {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Principal": {"Service": "ec2.amazonaws.com"},
                "Action": "sts:AssumeRole",
            }
        ],
    }
)
DOCUMENT = json.dumps({"schemaVersion": "1.0", "sessionType": "Standard_Stream", "inputs": {}})
CORE = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
TIER = "/ssm/managed-instance/activation-tier"

SSM = "com.amazonaws.eu-west-3.ssm"
HTTPS = {
    "IpProtocol": "tcp",
    "FromPort": 8443,
    "ToPort": 8443,
    "IpRanges": [{"CidrIp": "10.0.0.0/8"}],
}

Known = dict[str, Any]
Row = tuple[str, Callable[[Known], dict[str, Any]], str]

# What to ask, and the member of the answer that must not be empty ("" for an empty answer).
ROWS: list[Row] = [
    ("sts:GetCallerIdentity", lambda _: {}, "Arn"),
    (
        "resourcegroupstaggingapi:GetResources",
        lambda _: {"ResourceTypeFilters": ["ssm:managed-instance"]},
        "ResourceTagMappingList",
    ),
    (
        "sts:AssumeRole",
        lambda k: {"RoleArn": k["operator"], "RoleSessionName": "test"},
        "Credentials",
    ),
    ("kms:DescribeKey", lambda k: {"KeyId": k["key"]}, "KeyMetadata"),
    ("kms:GetKeyPolicy", lambda k: {"KeyId": k["key"]}, "Policy"),
    ("logs:DescribeLogGroups", lambda _: {"logGroupNamePrefix": "/sess"}, "logGroups"),
    ("logs:CreateLogGroup", lambda k: {"logGroupName": "/new", "kmsKeyId": k["key"]}, ""),
    ("logs:DescribeLogStreams", lambda _: {"logGroupName": "/sessions"}, ""),
    ("logs:DeleteLogGroup", lambda _: {"logGroupName": "/sessions"}, ""),
    (
        "logs:AssociateKmsKey",
        lambda k: {"logGroupName": "/sessions", "kmsKeyId": k["key"]},
        "",
    ),
    ("s3:HeadBucket", lambda _: {"Bucket": "logs"}, "BucketRegion"),
    (
        "s3:GetBucketEncryption",
        lambda _: {"Bucket": "logs"},
        "ServerSideEncryptionConfiguration",
    ),
    ("s3:GetBucketPolicy", lambda _: {"Bucket": "logs"}, "Policy"),
    (
        "ssm:CreateDocument",
        lambda _: {"Name": "own", "DocumentType": "Session", "Content": DOCUMENT},
        "DocumentDescription",
    ),
    (
        "ssm:UpdateDocument",
        lambda _: {"Name": PREFERENCES, "Content": DOCUMENT, "DocumentVersion": "$LATEST"},
        "DocumentDescription",
    ),
    (
        "ssm:UpdateDocumentDefaultVersion",
        lambda _: {"Name": PREFERENCES, "DocumentVersion": "1"},
        "Description",
    ),
    ("ssm:DescribeDocument", lambda _: {"Name": PREFERENCES}, "Document"),
    ("ssm:DeleteDocument", lambda _: {"Name": PREFERENCES}, ""),
    ("ec2:DescribeInstances", lambda _: {"MaxResults": 5}, "Reservations"),
    ("ec2:DescribeInstanceStatus", lambda _: {"IncludeAllInstances": True}, "InstanceStatuses"),
    ("ec2:DescribeImages", lambda _: {}, "Images"),
    ("ec2:DescribeRegions", lambda _: {"AllRegions": True}, "Regions"),
    ("ec2:DescribeVpcs", lambda _: {}, "Vpcs"),
    (
        "ec2:DescribeVpcAttribute",
        lambda k: {"VpcId": k["vpc"], "Attribute": "enableDnsHostnames"},
        "EnableDnsHostnames",
    ),
    ("ec2:DescribeSubnets", lambda _: {}, "Subnets"),
    ("ec2:DescribeRouteTables", lambda _: {}, "RouteTables"),
    ("ec2:DescribeSecurityGroups", lambda _: {}, "SecurityGroups"),
    ("ec2:DescribeNetworkAcls", lambda _: {}, "NetworkAcls"),
    ("ec2:DescribeVpcEndpoints", lambda _: {}, "VpcEndpoints"),
    ("ec2:DescribeVpcEndpointServices", lambda _: {}, "ServiceDetails"),
    ("ec2:DescribeNatGateways", lambda _: {}, "NatGateways"),
    ("ec2:DescribeInternetGateways", lambda _: {}, "InternetGateways"),
    ("ec2:DescribeEgressOnlyInternetGateways", lambda _: {}, ""),
    ("ec2:DescribeDhcpOptions", lambda _: {}, "DhcpOptions"),
    ("ec2:DescribeNetworkInterfaces", lambda _: {}, "NetworkInterfaces"),
    ("ec2:DescribeManagedPrefixLists", lambda _: {}, "PrefixLists"),
    ("ec2:GetConsoleOutput", lambda k: {"InstanceId": k["web-01"]}, "Output"),
    ("ec2:GetManagedPrefixListEntries", lambda k: {"PrefixListId": k["prefix list"]}, "Entries"),
    ("ec2:DescribePrefixLists", lambda _: {}, "PrefixLists"),
    (
        "ec2:DescribeIamInstanceProfileAssociations",
        lambda _: {},
        "IamInstanceProfileAssociations",
    ),
    (
        "ec2:AssociateIamInstanceProfile",
        lambda k: {
            "InstanceId": k["web-03"],
            "IamInstanceProfile": {"Name": "web-server-profile"},
        },
        "IamInstanceProfileAssociation",
    ),
    (
        "ec2:ReplaceIamInstanceProfileAssociation",
        lambda k: {
            "AssociationId": k["association"],
            "IamInstanceProfile": {"Name": "shop-profile"},
        },
        "IamInstanceProfileAssociation",
    ),
    (
        "ec2:DisassociateIamInstanceProfile",
        lambda k: {"AssociationId": k["association"]},
        "IamInstanceProfileAssociation",
    ),
    ("ec2:StartInstances", lambda k: {"InstanceIds": [k["web-04"]]}, "StartingInstances"),
    ("ec2:StopInstances", lambda k: {"InstanceIds": [k["web-01"]]}, "StoppingInstances"),
    (
        "ec2:ModifyInstanceMetadataOptions",
        lambda k: {"InstanceId": k["vault-01"], "HttpEndpoint": "enabled"},
        "InstanceMetadataOptions",
    ),
    (
        "ec2:CreateSecurityGroup",
        lambda k: {"GroupName": "new", "Description": "new", "VpcId": k["vpc"]},
        "GroupId",
    ),
    ("ec2:DeleteSecurityGroup", lambda k: {"GroupId": k["unused"]}, "GroupId"),
    (
        "ec2:CreateVpcEndpoint",
        lambda k: {"VpcEndpointType": "Interface", "VpcId": k["vpc"], "ServiceName": SSM},
        "VpcEndpoint",
    ),
    ("ec2:DeleteVpcEndpoints", lambda k: {"VpcEndpointIds": [k["endpoint"]]}, ""),
    ("ec2:DescribeSecurityGroupRules", lambda _: {}, "SecurityGroupRules"),
    (
        "ec2:AuthorizeSecurityGroupIngress",
        lambda k: {"GroupId": k["ingress"]["GroupId"], "IpPermissions": [HTTPS]},
        "SecurityGroupRules",
    ),
    (
        "ec2:AuthorizeSecurityGroupEgress",
        lambda k: {"GroupId": k["egress"]["GroupId"], "IpPermissions": [HTTPS]},
        "SecurityGroupRules",
    ),
    ("ec2:RevokeSecurityGroupIngress", lambda k: k["ingress"], "RevokedSecurityGroupRules"),
    ("ec2:RevokeSecurityGroupEgress", lambda k: k["egress"], "RevokedSecurityGroupRules"),
    (
        "ec2:ModifyVpcAttribute",
        lambda k: {"VpcId": k["vpc"], "EnableDnsSupport": {"Value": False}},
        "",
    ),
    (
        "ec2:ModifyVpcEndpoint",
        lambda k: {"VpcEndpointId": k["endpoint"], "PrivateDnsEnabled": False},
        "Return",
    ),
    ("ssm:DescribeInstanceInformation", lambda _: {"MaxResults": 50}, "InstanceInformationList"),
    ("ssm:DescribeInstanceProperties", lambda _: {"MaxResults": 1000}, "InstanceProperties"),
    ("ssm:GetConnectionStatus", lambda k: {"Target": k["web-01"]}, "Status"),
    ("ssm:GetServiceSetting", lambda _: {"SettingId": TIER}, "ServiceSetting"),
    (
        "ssm:UpdateServiceSetting",
        lambda k: {"SettingId": k["tier"], "SettingValue": "advanced"},
        "",
    ),
    ("ssm:ResetServiceSetting", lambda k: {"SettingId": k["tier"]}, "ServiceSetting"),
    (
        "ssm:ListTagsForResource",
        lambda k: {"ResourceType": "ManagedInstance", "ResourceId": k["srv-lyon-01"]},
        "TagList",
    ),
    (
        "ssm:SendCommand",
        lambda k: {"DocumentName": "AWS-UpdateSSMAgent", "InstanceIds": [k["wiki-01"]]},
        "Command",
    ),
    ("ssm:ListCommands", lambda k: {"CommandId": k["command"]}, "Commands"),
    ("ssm:CancelCommand", lambda k: {"CommandId": k["command"]}, ""),
    ("ssm:ListCommandInvocations", lambda _: {"Details": True}, "CommandInvocations"),
    (
        "ssm:GetCommandInvocation",
        lambda k: {"CommandId": k["command"], "InstanceId": k["git-01"]},
        "Status",
    ),
    ("ssm:StartSession", lambda k: {"Target": k["web-01"]}, "StreamUrl"),
    ("ssm:TerminateSession", lambda k: {"SessionId": k["session"]}, "SessionId"),
    ("ssm:DescribeSessions", lambda _: {"State": "Active"}, "Sessions"),
    ("ssm:GetDocument", lambda _: {"Name": "SSM-SessionManagerRunShell"}, "Content"),
    ("ssm:DescribeActivations", lambda _: {}, "ActivationList"),
    ("iam:GetAccountSummary", lambda _: {}, "SummaryMap"),
    (
        "ssm:CreateActivation",
        lambda _: {
            "IamRole": "service-role/HybridServers",
            "Tags": [{"Key": "Site", "Value": "Lyon"}],
        },
        "ActivationCode",
    ),
    ("ssm:DeleteActivation", lambda k: {"ActivationId": k["activation"]}, ""),
    (
        "ssm:CreateAssociation",
        lambda k: {
            "Name": "AWS-UpdateSSMAgent",
            "Targets": [{"Key": "InstanceIds", "Values": [k["wiki-01"]]}],
            "ScheduleExpression": "rate(14 days)",
            "MaxErrors": "10%",
        },
        "AssociationDescription",
    ),
    (
        "ssm:ListAssociations",
        lambda _: {"AssociationFilterList": [{"key": "Name", "value": "AWS-UpdateSSMAgent"}]},
        "Associations",
    ),
    (
        "ssm:DescribeAssociation",
        lambda k: {"AssociationId": k["schedule"]},
        "AssociationDescription",
    ),
    (
        "ssm:DescribeAssociationExecutions",
        lambda k: {"AssociationId": k["schedule"]},
        "AssociationExecutions",
    ),
    (
        "ssm:DescribeAssociationExecutionTargets",
        lambda k: {"AssociationId": k["schedule"], "ExecutionId": k["execution"]},
        "AssociationExecutionTargets",
    ),
    ("ssm:DeleteAssociation", lambda k: {"AssociationId": k["schedule"]}, ""),
    (
        "ssm:UpdateManagedInstanceRole",
        lambda k: {"InstanceId": k["srv-nantes-01"], "IamRole": "service-role/HybridServers"},
        "",
    ),
    ("iam:GetUser", lambda _: {}, "User"),
    ("iam:GetRole", lambda _: {"RoleName": "PayrollRole"}, "Role"),
    (
        "iam:CreateRole",
        lambda _: {"RoleName": "new", "AssumeRolePolicyDocument": TRUST},
        "Role",
    ),
    ("iam:DeleteRole", lambda _: {"RoleName": "bare"}, ""),
    (
        "iam:UpdateAssumeRolePolicy",
        lambda _: {"RoleName": "BatchRole", "PolicyDocument": TRUST},
        "",
    ),
    ("iam:ListAccountAliases", lambda _: {}, "AccountAliases"),
    (
        "iam:ListAttachedRolePolicies",
        lambda _: {"RoleName": "WebServerRole"},
        "AttachedPolicies",
    ),
    ("iam:ListRolePolicies", lambda _: {"RoleName": "ShopApplicationRole"}, "PolicyNames"),
    (
        "iam:GetRolePolicy",
        lambda _: {"RoleName": "ShopApplicationRole", "PolicyName": "shop-data"},
        "PolicyDocument",
    ),
    (
        "iam:PutRolePolicy",
        lambda _: {
            "RoleName": "ShopApplicationRole",
            "PolicyName": "more",
            "PolicyDocument": TRUST,
        },
        "",
    ),
    (
        "iam:DeleteRolePolicy",
        lambda _: {"RoleName": "ShopApplicationRole", "PolicyName": "shop-data"},
        "",
    ),
    ("iam:GetPolicy", lambda _: {"PolicyArn": CORE}, "Policy"),
    ("iam:GetPolicyVersion", lambda _: {"PolicyArn": CORE, "VersionId": "v2"}, "PolicyVersion"),
    (
        "iam:AttachRolePolicy",
        lambda _: {"RoleName": "ShopApplicationRole", "PolicyArn": CORE},
        "",
    ),
    ("iam:DetachRolePolicy", lambda _: {"RoleName": "WebServerRole", "PolicyArn": CORE}, ""),
    (
        "iam:GetInstanceProfile",
        lambda _: {"InstanceProfileName": "shop-profile"},
        "InstanceProfile",
    ),
    (
        "iam:ListInstanceProfilesForRole",
        lambda _: {"RoleName": "WebServerRole"},
        "InstanceProfiles",
    ),
    (
        "iam:CreateInstanceProfile",
        lambda _: {"InstanceProfileName": "new"},
        "InstanceProfile",
    ),
    ("iam:DeleteInstanceProfile", lambda _: {"InstanceProfileName": "empty"}, ""),
    (
        "iam:AddRoleToInstanceProfile",
        lambda _: {"InstanceProfileName": "empty", "RoleName": "bare"},
        "",
    ),
    (
        "iam:RemoveRoleFromInstanceProfile",
        lambda _: {"InstanceProfileName": "shop-profile", "RoleName": "ShopApplicationRole"},
        "",
    ),
    (
        "iam:SimulatePrincipalPolicy",
        lambda k: {
            "PolicySourceArn": k["payroll"],
            "ActionNames": ["ssm:UpdateInstanceInformation", "ssmmessages:OpenDataChannel"],
        },
        "EvaluationResults",
    ),
    (
        "iam:GetContextKeysForPrincipalPolicy",
        lambda k: {"PolicySourceArn": k["payroll"]},
        "",
    ),
]


@pytest.fixture(scope="module")
def stage(lasting) -> tuple[Demo, Any, Known, str]:
    """An account with everything the rows above speak of, and its state to come back to."""
    demo, clients = lasting
    regions = demo.world["regions"].values()
    nodes = {n["Name"]: key for region in regions for key, n in region["nodes"].items()}
    iam, ssm = clients("iam"), clients("ssm")
    iam.create_role(RoleName="bare", AssumeRolePolicyDocument=TRUST)
    iam.create_instance_profile(InstanceProfileName="empty")
    sent = ssm.send_command(DocumentName="AWS-UpdateSSMAgent", InstanceIds=[nodes["git-01"]])
    every = [{"Key": "InstanceIds", "Values": ["*"]}]
    schedule = ssm.create_association(Name="AWS-UpdateSSMAgent", Targets=every)
    (run,) = ssm.describe_association_executions(
        AssociationId=schedule["AssociationDescription"]["AssociationId"]
    )["AssociationExecutions"]
    region = demo.world["regions"]["eu-west-3"]
    builder = MachineBuilder(demo.world, "eu-west-3")
    preferences(builder, runAsEnabled=False)
    bucket(builder, "logs", algorithm="aws:kms", policy=by_account(builder, builder.owner))
    log_group(builder, "/sessions", "arn:aws:kms:eu-west-3:111122223333:key/x")
    known = {
        "key": key(builder, for_logs(builder)),
        **nodes,
        "vpc": next(iter(region["vpcs"])),
        "unused": builder.group(next(iter(region["vpcs"])), "unused"),
        "endpoint": next(iter(region["endpoints"])),
        **{
            way: {"GroupId": rule["GroupId"], "SecurityGroupRuleIds": [rule["SecurityGroupRuleId"]]}
            for rule in clients("ec2").describe_security_group_rules()["SecurityGroupRules"]
            for way in ["egress" if rule["IsEgress"] else "ingress"]
        },
        "prefix list": next(iter(region["prefix_lists"])),
        "association": next(
            name
            for name, each in region["associations"].items()
            if each["InstanceId"] == nodes["web-01"]
        ),
        "operator": "arn:aws:iam::111122223333:role/DemoOperator",
        "payroll": "arn:aws:iam::111122223333:role/PayrollRole",
        "tier": f"arn:aws:ssm:eu-west-3:111122223333:servicesetting{TIER}",
        "command": sent["Command"]["CommandId"],
        "schedule": schedule["AssociationDescription"]["AssociationId"],
        "execution": run["ExecutionId"],
        "activation": next(iter(region["activations"])),
        "session": ssm.start_session(Target=nodes["web-01"])["SessionId"],
    }
    return demo, clients, known, json.dumps(demo.world)


TYPES = {
    "string": str,
    "integer": int,
    "long": int,
    "boolean": bool,
    "timestamp": dt.datetime,
}
UNLIKE_THE_MODEL = {"windows", "available", "pending", "deleting"}
"""What EC2 really answers as Platform and as the state of a gateway's attachment."""


def wrong(shape: Any, value: Any, path: str) -> Iterator[str]:
    """What in a parsed answer the model does not know or misses."""
    if shape.type_name == "structure":
        yield from (
            f"{path}.{name} missing" for name in shape.required_members if name not in value
        )
        for name, item in value.items():
            if name in shape.members:
                yield from wrong(shape.members[name], item, f"{path}.{name}")
            else:
                yield f"{path}.{name} is unknown"
    elif shape.type_name in {"list", "map"}:
        items = value.values() if shape.type_name == "map" else value
        inner = shape.value if shape.type_name == "map" else shape.member
        for number, item in enumerate(items):
            yield from wrong(inner, item, f"{path}[{number}]")
    elif shape.name != "policyDocumentType":
        if not isinstance(value, TYPES[shape.type_name]):
            yield f"{path} is {value!r}, no {shape.type_name}"
        elif getattr(shape, "enum", ()) and value not in {*shape.enum, *UNLIKE_THE_MODEL}:
            yield f"{path} is {value}, none of {shape.enum}"


def call(client: Any, operation: str, params: dict[str, Any]) -> dict[str, Any]:
    names = {name: method for method, name in client.meta.method_to_api_mapping.items()}
    return getattr(client, names[operation])(**params)


@pytest.mark.parametrize(("name", "params", "member"), ROWS, ids=[row[0] for row in ROWS])
def test_an_answer_is_what_the_model_says(name, params, member, stage):
    demo, clients, known, state = stage
    demo._endpoint.world = json.loads(state)
    service, operation = name.split(":")
    client = clients(service)
    answer = call(client, operation, params(known))
    meta = answer.pop("ResponseMetadata")
    assert meta["HTTPStatusCode"] == 200
    assert meta["RequestId"]
    assert meta["HTTPHeaders"]["date"].endswith("GMT")
    shape = client.meta.service_model.operation_model(operation).output_shape
    assert list(wrong(shape, answer, operation) if shape else ()) == []
    assert not member or answer[member]


def test_every_operation_has_its_row():
    assert sorted(row[0] for row in ROWS) == sorted(OPERATIONS)


@pytest.mark.parametrize(
    ("service", "method", "code"),
    [
        ("ec2", "describe_volumes", "InvalidAction"),
        ("iam", "list_users", "InvalidAction"),
        ("ssm", "list_documents", "UnknownOperationException"),
    ],
)
def test_a_call_that_nobody_wrote_is_refused_at_once(service, method, code, clients, demo):
    with pytest.raises(ClientError) as caught:
        getattr(clients(service, config={"retries": {"total_max_attempts": 5}}), method)()
    assert caught.value.response["Error"]["Code"] == code
    assert 400 <= caught.value.response["ResponseMetadata"]["HTTPStatusCode"] < 500
    assert len(demo.calls) == 1


def test_a_member_that_the_model_does_not_know_is_noticed(client, demo):
    vpc = next(iter(demo.world["regions"]["eu-west-3"]["vpcs"].values()))
    vpc["Colour"] = "red"
    with pytest.raises(ValueError, match="Vpc has no member Colour"):
        client("ec2").describe_vpcs()


def paged(client: Any, operation: str, member: str, **params: Any) -> list[Any]:
    pages = client.get_paginator(operation).paginate(**params)
    return [item for page in pages for item in page[member]]


@pytest.mark.parametrize(
    ("service", "operation", "member", "size"),
    [
        ("ssm", "describe_instance_information", "InstanceInformationList", 5),
        ("ssm", "describe_instance_properties", "InstanceProperties", 5),
        ("ec2", "describe_instances", "Reservations", 5),
        ("ec2", "describe_instance_status", "InstanceStatuses", 5),
        ("ec2", "describe_route_tables", "RouteTables", 5),
        ("ec2", "describe_security_groups", "SecurityGroups", 5),
        ("ec2", "describe_network_interfaces", "NetworkInterfaces", 5),
        ("ec2", "describe_iam_instance_profile_associations", "IamInstanceProfileAssociations", 5),
    ],
)
def test_pages_add_up(service, operation, member, size, client, demo):
    small = paged(client(service), operation, member, PaginationConfig={"PageSize": size})
    small_calls = len(demo.calls)
    whole = paged(client(service), operation, member)
    assert small == whole
    assert len(small) > size
    assert small_calls > 1


def test_a_page_of_nodes_is_ten_unless_asked_for_and_fifty_at_most(client):
    ssm = client("ssm")
    assert len(ssm.describe_instance_information()["InstanceInformationList"]) == 10
    with pytest.raises(ClientError, match="less than or equal to 50") as caught:
        ssm.describe_instance_information(MaxResults=51)
    assert caught.value.response["Error"]["Code"] == "ValidationException"


@pytest.mark.parametrize(
    ("service", "method", "params", "code"),
    [
        ("ssm", "describe_instance_information", {"NextToken": "x"}, "InvalidNextToken"),
        ("ec2", "describe_instances", {"NextToken": "x"}, "InvalidNextToken"),
        ("ec2", "describe_instances", {"MaxResults": 1001}, "InvalidParameterValue"),
        ("ec2", "describe_route_tables", {"MaxResults": 101}, "InvalidParameterValue"),
        (
            "ec2",
            "describe_instances",
            {"MaxResults": 5, "InstanceIds": ["i-0123456789abcdef0"]},
            "InvalidParameterCombination",
        ),
        (
            "ec2",
            "describe_instances",
            {"InstanceIds": ["i-0123456789abcdef0"]},
            "InvalidInstanceID.NotFound",
        ),
        ("ec2", "describe_instances", {"InstanceIds": ["web-01"]}, "InvalidInstanceID.Malformed"),
        ("ec2", "describe_vpcs", {"VpcIds": ["vpc-0"]}, "InvalidVpcID.NotFound"),
        (
            "ec2",
            "describe_vpcs",
            {"Filters": [{"Name": "colour", "Values": ["red"]}]},
            "InvalidParameterValue",
        ),
        (
            "ec2",
            "describe_vpc_endpoint_services",
            {"ServiceNames": ["com.amazonaws.eu-west-3.none"]},
            "InvalidServiceName",
        ),
        ("ec2", "describe_regions", {"RegionNames": ["xx-none-1"]}, "InvalidParameterValue"),
        (
            "ssm",
            "describe_instance_information",
            {"Filters": [{"Key": "InstanceIds", "Values": ["i-0123456789abcdef0"]}]},
            "InvalidInstanceId",
        ),
        (
            "ssm",
            "describe_instance_information",
            {"Filters": [{"Key": "Colour", "Values": ["red"]}]},
            "InvalidFilterKey",
        ),
        ("ssm", "get_service_setting", {"SettingId": "/ssm/none"}, "ServiceSettingNotFound"),
        ("ssm", "get_document", {"Name": "SSM-SessionManagerRunShell"}, "InvalidDocument"),
        ("iam", "get_role", {"RoleName": "none"}, "NoSuchEntity"),
        ("iam", "get_user", {"UserName": "none"}, "NoSuchEntity"),
        ("iam", "get_policy", {"PolicyArn": "arn:aws:iam::aws:policy/None"}, "NoSuchEntity"),
    ],
)
def test_what_is_not_there_is_refused_as_by_aws(service, method, params, code, client):
    with pytest.raises(ClientError) as caught:
        getattr(client(service), method)(**params)
    assert caught.value.response["Error"]["Code"] == code


def test_an_unknown_node_is_simply_not_connected(client):
    answer = client("ssm").get_connection_status(Target="mi-00000000000000000")
    assert answer["Status"] == "notconnected"


@pytest.mark.parametrize(
    ("method", "filters", "names"),
    [
        (
            "describe_instances",
            [{"Name": "tag:Name", "Values": ["web-0*"]}, {"Name": "vpc-id", "Values": ["*"]}],
            {"web-01", "web-02", "web-03", "web-04", "web-05"},
        ),
        (
            "describe_instances",
            [{"Name": "instance-state-name", "Values": ["stopped"]}],
            {"web-04"},
        ),
        ("describe_instances", [{"Name": "platform", "Values": ["windows"]}],
         {"compta-01", "erp-01", "paie-01"}),
    ],
)  # fmt: skip
def test_filters_choose(method, filters, names, client):
    found = getattr(client("ec2"), method)(Filters=filters)
    instances = [i for r in found["Reservations"] for i in r["Instances"]]
    assert {i["Tags"][0]["Value"] for i in instances} == names


def test_the_main_route_table_is_found_by_filter(client):
    tables = client("ec2").describe_route_tables(
        Filters=[{"Name": "association.main", "Values": ["true"]}]
    )["RouteTables"]
    assert len(tables) == 5
    assert all(table["Associations"][0]["Main"] for table in tables)


def test_a_dry_run_changes_nothing_and_says_whether_it_would_work(client, demo, nodes):
    ec2 = client("ec2")
    for denied, code in ((False, "DryRunOperation"), (True, "UnauthorizedOperation")):
        if denied:
            demo.deny("ec2:StartInstances")
        with pytest.raises(ClientError) as caught:
            ec2.start_instances(InstanceIds=[nodes["web-04"]], DryRun=True)
        assert caught.value.response["Error"]["Code"] == code
    stopped = ec2.describe_instances(InstanceIds=[nodes["web-04"]])["Reservations"][0]["Instances"]
    assert stopped[0]["State"]["Name"] == "stopped"


def test_another_region_is_another_account_of_nodes(clients):
    second = clients("ssm", region="eu-central-1").describe_instance_information()
    assert len(second["InstanceInformationList"]) == 2
    empty = clients("ssm", region="us-east-1").describe_instance_information()
    assert empty["InstanceInformationList"] == []
