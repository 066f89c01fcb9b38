"""Where moto, the well-kept simulator, answers a call too, both answer alike."""

import json
from collections.abc import Callable
from typing import Any

import boto3
import botocore.session
import pytest
from botocore.exceptions import ClientError

from ssmwizard.demo.profiles import SECRET
from ssmwizard.demo.scenarios.machines import MachineBuilder
from ssmwizard.demo.scenarios.session_resources import bucket, by_account, for_logs, key

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
    session = boto3.Session(botocore_session=botocore.session.Session())
    made: dict[str, Any] = {}

    def client(service: str) -> Any:
        if service not in made:
            made[service] = session.client(
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
    ("ec2", "modify_instance_metadata_options", {"InstanceId": "i-00000000000000000"}),
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


def test_a_managed_policy_is_read_alike(both, judge):
    def question(make: Make) -> Any:
        iam = make("iam")
        arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
        if make is judge:
            arn = iam.create_policy(PolicyName="core", PolicyDocument=DOCUMENT)["Policy"]["Arn"]
        policy = iam.get_policy(PolicyArn=arn)["Policy"]
        version = {"PolicyArn": arn, "VersionId": policy["DefaultVersionId"]}
        whole = iam.get_policy_version(**version)["PolicyVersion"]
        with pytest.raises(ClientError) as caught:
            iam.get_policy_version(PolicyArn=arn, VersionId="v99")
        policy.pop("Description", None)
        policy.pop("Tags", None)
        policy.pop("PermissionsBoundaryUsageCount", None)  # moto forgets it
        return (
            shape_of(policy),
            sorted(whole),
            type(whole["Document"]),
            caught.value.response["Error"]["Code"],
        )

    ours, theirs = both(question)
    assert ours == theirs


CONTENT = json.dumps({"schemaVersion": "1.0", "sessionType": "Standard_Stream", "inputs": {}})
OTHER = json.dumps({"schemaVersion": "1.0", "sessionType": "Standard_Stream", "inputs": {"a": 1}})
# Members that AWS does not give here: a symmetric key signs nothing, and the version has no name.
MOTO_ALONE = {"describe_key": {"SigningAlgorithms"}, "get_document": {"VersionName"}}


@pytest.fixture
def session_resources(demo: Any) -> tuple[str, Make]:
    """The same bucket and log group on both sides, and a key on each."""
    builder = MachineBuilder(demo.world, "eu-west-3")
    policy = by_account(builder, builder.owner)
    bucket(builder, "judged-logs", algorithm="aws:kms", encryption_key="alias/x", policy=policy)
    bucket(builder, "judged-plain", algorithm=None)
    ours = key(builder, for_logs(builder))

    def there(make: Make) -> Any:
        s3 = make("s3")
        for name in ("judged-logs", "judged-plain"):
            s3.create_bucket(
                Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-west-3"}
            )
        default = {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "alias/x"}
        rule = {"ApplyServerSideEncryptionByDefault": default, "BucketKeyEnabled": True}
        s3.put_bucket_encryption(
            Bucket="judged-logs", ServerSideEncryptionConfiguration={"Rules": [rule]}
        )
        s3.delete_bucket_encryption(Bucket="judged-plain")
        s3.put_bucket_policy(Bucket="judged-logs", Policy=json.dumps(policy))
        return make("kms").create_key()["KeyMetadata"]["Arn"]

    return ours, there


def test_what_preferences_name_is_told_with_the_same_members(both, judge, session_resources):
    ours_key, there = session_resources

    def question(make: Make) -> Any:
        arn = there(make) if make is judge else ours_key
        make("logs").create_log_group(logGroupName="/judged", kmsKeyId=arn)
        make("ssm").create_document(Name="judged", DocumentType="Session", Content=CONTENT)
        answers = {
            "describe_key": make("kms").describe_key(KeyId=arn)["KeyMetadata"],
            "get_key_policy": make("kms").get_key_policy(KeyId=arn, PolicyName="default"),
            "head_bucket": make("s3").head_bucket(Bucket="judged-logs"),
            "get_bucket_encryption": make("s3").get_bucket_encryption(Bucket="judged-logs"),
            "get_bucket_policy": make("s3").get_bucket_policy(Bucket="judged-logs"),
            "describe_log_groups": make("logs").describe_log_groups()["logGroups"][0],
            "describe_log_streams": make("logs").describe_log_streams(logGroupName="/judged"),
            "get_document": make("ssm").get_document(Name="judged"),
        }
        for answer in answers.values():
            answer.pop("ResponseMetadata", None)
        return {name: shape_of(answer) for name, answer in answers.items()}

    ours, theirs = both(question)
    for name, answer in theirs.items():
        shared = set(ours[name]) & set(answer)
        assert shared >= set(answer) - MOTO_ALONE.get(name, set()), name
        assert {each: ours[name][each] for each in shared} == {e: answer[e] for e in shared}


REFUSED = [
    ("kms", "describe_key", {"KeyId": "alias/none"}),
    ("kms", "describe_key", {"KeyId": "11111111-2222-3333-4444-555555555555"}),
    ("s3", "head_bucket", {"Bucket": "judged-none"}),
    ("s3", "get_bucket_encryption", {"Bucket": "judged-none"}),
    ("s3", "get_bucket_encryption", {"Bucket": "judged-plain"}),
    ("s3", "get_bucket_policy", {"Bucket": "judged-none"}),
    ("s3", "get_bucket_policy", {"Bucket": "judged-plain"}),
    ("logs", "create_log_group", {"logGroupName": "/judged"}),
    ("logs", "delete_log_group", {"logGroupName": "/none"}),
    ("ssm", "create_document", {"Name": "judged", "DocumentType": "Session", "Content": CONTENT}),
    ("ssm", "update_document", {"Name": "judged", "Content": OTHER}),
    (
        "ssm",
        "update_document",
        {"Name": "judged", "Content": CONTENT, "DocumentVersion": "$LATEST"},
    ),
    ("ssm", "update_document", {"Name": "none", "Content": OTHER}),
    ("ssm", "describe_document", {"Name": "none"}),
    ("ssm", "update_document_default_version", {"Name": "none", "DocumentVersion": "1"}),
]


def test_refusals_about_what_preferences_name_are_the_same(both, judge, session_resources):
    ours_key, there = session_resources

    def question(make: Make) -> Any:
        if make is judge:
            there(make)
        make("logs").create_log_group(logGroupName="/judged")
        make("ssm").create_document(Name="judged", DocumentType="Session", Content=CONTENT)
        found = {}
        for service, method, params in REFUSED:
            with pytest.raises(ClientError) as caught:
                getattr(make(service), method)(**params)
            error, meta = (caught.value.response[k] for k in ("Error", "ResponseMetadata"))
            found[f"{method} {params}"] = (error["Code"], meta["HTTPStatusCode"])
        return found

    assert ours_key
    ours, theirs = both(question)
    assert ours == theirs


def test_commands_are_sent_and_answered_in_the_same_form(both):
    def question(make: Make) -> Any:
        ec2, ssm = make("ec2"), make("ssm")
        running = ec2.describe_instances(Filters=[{"Name": "tag:Name", "Values": ["web-01"]}])[
            "Reservations"
        ]
        if running:
            node = running[0]["Instances"][0]["InstanceId"]
        else:
            node = ec2.run_instances(ImageId="ami-12345678", MinCount=1, MaxCount=1)["Instances"][
                0
            ]["InstanceId"]
        sent = ssm.send_command(
            DocumentName="AWS-RunShellScript",
            InstanceIds=[node],
            Parameters={"commands": ["uname"], "executionTimeout": ["60"]},
            TimeoutSeconds=30,
            Comment="a question",
        )["Command"]
        answer = ssm.get_command_invocation(CommandId=sent["CommandId"], InstanceId=node)
        del answer["ResponseMetadata"]
        (listed,) = ssm.list_commands(CommandId=sent["CommandId"])["Commands"]
        told = {"sent": shape_of(sent), "answer": shape_of(answer), "listed": shape_of(listed)}
        return told, answer["Status"]

    (ours, status), (theirs, other) = both(question)
    assert status == other == "Success"
    for name in ("sent", "answer", "listed"):
        shared = theirs[name].keys() & ours[name].keys()
        assert {"CommandId", "DocumentName", "Status", "StatusDetails"} <= shared | {
            "StatusDetails"
        }
        assert {key: ours[name][key] for key in shared} == {
            key: theirs[name][key] for key in shared
        }
    wanted = {"StandardOutputContent", "StandardErrorContent", "StatusDetails", "ResponseCode"}
    assert wanted <= ours["answer"].keys()
    assert wanted <= theirs["answer"].keys()


def test_console_output_comes_in_the_same_form(both):
    def question(make: Make) -> Any:
        ec2 = make("ec2")
        found = [
            instance["InstanceId"]
            for reservation in ec2.describe_instances()["Reservations"]
            for instance in reservation["Instances"]
        ]
        if not found:
            made = ec2.run_instances(ImageId="ami-12345678", MinCount=1, MaxCount=1)
            found = [made["Instances"][0]["InstanceId"]]
        answer = ec2.get_console_output(InstanceId=found[0])
        del answer["ResponseMetadata"]
        return shape_of(answer)

    ours, theirs = both(question)
    assert ours == theirs == {"InstanceId": "str", "Timestamp": "datetime", "Output": "str"}


def test_rules_of_groups_come_and_go_alike(both):
    def question(make: Make) -> Any:
        ec2 = make("ec2")
        group = ec2.describe_security_groups()["SecurityGroups"][0]["GroupId"]
        peers = {"IpRanges": [{"CidrIp": "10.9.0.0/16", "Description": "judged"}]}
        https = [{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, **peers}]
        wanted = {"GroupId": group, "IpPermissions": https}
        told = ec2.authorize_security_group_ingress(**wanted)
        with pytest.raises(ClientError) as twice:
            ec2.authorize_security_group_ingress(**wanted)
        (rule,) = told["SecurityGroupRules"]
        ids = [rule["SecurityGroupRuleId"]]
        shown = ec2.describe_security_group_rules(SecurityGroupRuleIds=ids)["SecurityGroupRules"]
        gone = ec2.revoke_security_group_ingress(GroupId=group, SecurityGroupRuleIds=ids)
        with pytest.raises(ClientError) as none:
            ec2.describe_security_group_rules(SecurityGroupRuleIds=ids)
        same = ("IsEgress", "IpProtocol", "FromPort", "ToPort", "CidrIpv4", "Description")
        return (
            [{name: one.get(name) for name in same} for one in (rule, *shown)],
            told["Return"],
            gone["Return"],
            [caught.value.response["Error"]["Code"] for caught in (twice, none)],
        )

    ours, theirs = both(question)
    assert ours == theirs


def test_the_dns_of_a_vpc_is_changed_alike(both):
    def question(make: Make) -> Any:
        ec2 = make("ec2")
        vpc = ec2.describe_vpcs()["Vpcs"][0]["VpcId"]
        found = []
        for value in (False, True):
            ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsSupport={"Value": value})
            told = ec2.describe_vpc_attribute(VpcId=vpc, Attribute="enableDnsSupport")
            found.append(told["EnableDnsSupport"]["Value"])
        with pytest.raises(ClientError) as none:
            ec2.modify_vpc_attribute(
                VpcId="vpc-00000000000000000", EnableDnsSupport={"Value": True}
            )
        return found, none.value.response["Error"]["Code"]

    ours, theirs = both(question)
    assert ours == theirs


def test_endpoints_and_their_groups_come_and_go_alike(both):
    def question(make: Make) -> Any:
        ec2 = make("ec2")
        vpc = ec2.describe_vpcs()["Vpcs"][0]["VpcId"]
        ours = {"GroupName": "judged", "Description": "judged", "VpcId": vpc}
        group = ec2.create_security_group(**ours)["GroupId"]
        with pytest.raises(ClientError) as twice:
            ec2.create_security_group(**ours)
        shown = ec2.describe_security_groups(GroupIds=[group])["SecurityGroups"][0]
        told = ec2.create_vpc_endpoint(
            VpcEndpointType="Interface",
            VpcId=vpc,
            ServiceName="com.amazonaws.eu-west-3.ssm",
            SecurityGroupIds=[group],
            PrivateDnsEnabled=False,
        )["VpcEndpoint"]
        ec2.modify_vpc_endpoint(VpcEndpointId=told["VpcEndpointId"], PrivateDnsEnabled=False)
        gone = ec2.delete_vpc_endpoints(VpcEndpointIds=[told["VpcEndpointId"]])
        ec2.delete_security_group(GroupId=group)
        with pytest.raises(ClientError) as none:
            ec2.delete_security_group(GroupId=group)
        same = ("VpcEndpointType", "VpcId", "ServiceName", "PrivateDnsEnabled")
        return (
            [told[name] if name != "VpcId" else told[name] == vpc for name in same],
            shown["IpPermissions"],
            [one["IpProtocol"] for one in shown["IpPermissionsEgress"]],
            gone["Unsuccessful"],
            [caught.value.response["Error"]["Code"] for caught in (twice, none)],
        )

    ours, theirs = both(question)
    assert ours == theirs
