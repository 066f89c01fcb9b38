"""Where moto, the well-kept simulator, answers a call too, both answer alike."""

import json
from collections.abc import Callable
from typing import Any

import boto3
import botocore.session
import pytest
from botocore.exceptions import ClientError

from ssmwizard.demo.profiles import SECRET

moto = pytest.importorskip("moto")

EC2_TRUST = json.dumps(
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
DOCUMENT = json.dumps(
    {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Action": "ssm:*", "Resource": "*"}],
    }
)
Make = Callable[[str], Any]


@pytest.fixture(scope="module")
def judge():
    """Clients of moto's simulated account."""
    session = botocore.session.Session()
    made: dict[str, Any] = {}

    def client(service: str) -> Any:
        if service not in made:
            made[service] = boto3.Session(botocore_session=session).client(
                service,
                region_name="eu-west-3",
                aws_access_key_id="testing",
                aws_secret_access_key=SECRET,
            )
        return made[service]

    yield client
    for each in made.values():
        each.close()


@pytest.fixture
def both(client, judge):
    """Asks both, one after the other: moto's way in would catch our requests too."""

    def ask(question: Callable[[Make], Any]) -> tuple[Any, Any]:
        ours = question(client)
        with moto.mock_aws():
            return ours, question(judge)

    return ask


def prepare(make: Make) -> None:
    """The same roles and profiles on both sides."""
    iam = make("iam")
    iam.create_role(RoleName="judged", AssumeRolePolicyDocument=EC2_TRUST, Description="a role")
    iam.put_role_policy(RoleName="judged", PolicyName="inline", PolicyDocument=DOCUMENT)
    iam.create_instance_profile(InstanceProfileName="judged-profile")
    iam.add_role_to_instance_profile(InstanceProfileName="judged-profile", RoleName="judged")
    iam.create_instance_profile(InstanceProfileName="empty-profile")


def shape_of(value: Any) -> Any:
    """The members and types of an answer, without its values."""
    if isinstance(value, dict):
        return {name: shape_of(item) for name, item in value.items()}
    if isinstance(value, list):
        return [shape_of(value[0])] if value else []
    return type(value).__name__


ANSWERS = [
    ("iam", "get_role", {"RoleName": "judged"}),
    ("iam", "get_instance_profile", {"InstanceProfileName": "judged-profile"}),
    ("iam", "list_instance_profiles_for_role", {"RoleName": "judged"}),
    ("iam", "list_attached_role_policies", {"RoleName": "judged"}),
    ("iam", "list_role_policies", {"RoleName": "judged"}),
    ("iam", "get_role_policy", {"RoleName": "judged", "PolicyName": "inline"}),
    ("sts", "get_caller_identity", {}),
    ("ec2", "describe_vpc_attribute", {"Attribute": "enableDnsSupport"}),
    ("ec2", "describe_vpc_attribute", {"Attribute": "enableDnsHostnames"}),
]


def test_answers_have_the_same_members(both):
    def question(make: Make) -> Any:
        prepare(make)
        vpc = make("ec2").describe_vpcs()["Vpcs"][0]["VpcId"]
        found = {}
        for service, method, params in ANSWERS:
            given = {**params, "VpcId": vpc} if "Attribute" in params else params
            answer = getattr(make(service), method)(**given)
            del answer["ResponseMetadata"]
            found[f"{method} {params}"] = shape_of(answer)
        return found

    ours, theirs = both(question)
    for name, answer in theirs.items():
        if name.startswith("get_role {"):
            del answer["Role"]["RoleLastUsed"]  # AWS gives it where there is something to say
        short = answer.get("InstanceProfiles") or [answer.get("InstanceProfile", {"Roles": []})]
        for role in short[0]["Roles"]:
            for member in ("Description", "MaxSessionDuration", "RoleLastUsed", "Tags"):
                del role[member]  # a profile speaks of its role in short
        if "IsTruncated" in ours[name]:
            answer.setdefault("IsTruncated", "bool")  # moto forgets it in one listing
    assert ours == theirs


NETWORK = {
    "describe_vpcs": "Vpcs",
    "describe_subnets": "Subnets",
    "describe_route_tables": "RouteTables",
    "describe_security_groups": "SecurityGroups",
    "describe_network_acls": "NetworkAcls",
    "describe_regions": "Regions",
}


def test_what_both_answer_about_the_network_has_the_same_types(both):
    def question(make: Make) -> Any:
        return {m: getattr(make("ec2"), m)()[member][0] for m, member in NETWORK.items()}

    ours, theirs = both(question)
    for method in NETWORK:
        shared = set(ours[method]) & set(theirs[method])
        assert len(shared) >= 3
        for name in shared:
            assert (name, type(ours[method][name])) == (name, type(theirs[method][name]))


ERRORS = [
    ("iam", "get_role", {"RoleName": "none"}),
    ("iam", "get_instance_profile", {"InstanceProfileName": "none"}),
    ("iam", "get_user", {"UserName": "none"}),
    ("iam", "get_role_policy", {"RoleName": "judged", "PolicyName": "none"}),
    ("iam", "list_attached_role_policies", {"RoleName": "none"}),
    ("iam", "list_role_policies", {"RoleName": "none"}),
    ("iam", "get_policy", {"PolicyArn": "arn:aws:iam::aws:policy/None"}),
    ("iam", "create_role", {"RoleName": "judged", "AssumeRolePolicyDocument": EC2_TRUST}),
    ("iam", "create_instance_profile", {"InstanceProfileName": "judged-profile"}),
    (
        "iam",
        "add_role_to_instance_profile",
        {"InstanceProfileName": "judged-profile", "RoleName": "judged"},
    ),
    (
        "iam",
        "add_role_to_instance_profile",
        {"InstanceProfileName": "judged-profile", "RoleName": "none"},
    ),
    ("iam", "delete_role", {"RoleName": "judged"}),
    ("iam", "delete_role", {"RoleName": "none"}),
    ("iam", "delete_instance_profile", {"InstanceProfileName": "judged-profile"}),
    (
        "iam",
        "attach_role_policy",
        {"RoleName": "none", "PolicyArn": "arn:aws:iam::aws:policy/None"},
    ),
    (
        "iam",
        "attach_role_policy",
        {"RoleName": "judged", "PolicyArn": "arn:aws:iam::aws:policy/None"},
    ),
    (
        "iam",
        "detach_role_policy",
        {"RoleName": "judged", "PolicyArn": "arn:aws:iam::aws:policy/None"},
    ),
    ("ec2", "describe_vpcs", {"VpcIds": ["vpc-00000000000000000"]}),
    ("ec2", "describe_subnets", {"SubnetIds": ["subnet-00000000000000000"]}),
    ("ec2", "describe_route_tables", {"RouteTableIds": ["rtb-00000000000000000"]}),
    ("ec2", "describe_security_groups", {"GroupIds": ["sg-00000000000000000"]}),
    ("ec2", "describe_instances", {"InstanceIds": ["i-00000000000000000"]}),
    ("ec2", "describe_network_interfaces", {"NetworkInterfaceIds": ["eni-00000000000000000"]}),
    (
        "ec2",
        "describe_vpc_attribute",
        {"VpcId": "vpc-00000000000000000", "Attribute": "enableDnsSupport"},
    ),
    ("ec2", "start_instances", {"InstanceIds": ["i-00000000000000000"]}),
    ("ssm", "get_document", {"Name": "SSM-None"}),
]


def test_refusals_have_the_same_code_and_status(both):
    def question(make: Make) -> Any:
        prepare(make)
        found = {}
        for service, method, params in ERRORS:
            with pytest.raises(ClientError) as caught:
                getattr(make(service), method)(**params)
            error, meta = (caught.value.response[k] for k in ("Error", "ResponseMetadata"))
            found[f"{method} {params}"] = (error["Code"], meta["HTTPStatusCode"])
        return found

    ours, theirs = both(question)
    assert ours == theirs


def test_attaching_twice_is_no_error_on_either_side(both, judge):
    def question(make: Make) -> Any:
        iam = make("iam")
        prepare(make)
        arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
        if make is judge:
            arn = iam.create_policy(PolicyName="core", PolicyDocument=DOCUMENT)["Policy"]["Arn"]
        iam.attach_role_policy(RoleName="judged", PolicyArn=arn)
        iam.attach_role_policy(RoleName="judged", PolicyArn=arn)
        attached = iam.list_attached_role_policies(RoleName="judged")["AttachedPolicies"]
        iam.detach_role_policy(RoleName="judged", PolicyArn=arn)
        with pytest.raises(ClientError) as caught:
            iam.detach_role_policy(RoleName="judged", PolicyArn=arn)
        return len(attached), caught.value.response["Error"]["Code"]

    assert both(question) == ((1, "NoSuchEntity"), (1, "NoSuchEntity"))
