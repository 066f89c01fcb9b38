"""A right fix heals a node, a wrong one does not, and breaking it again shows."""

import json

import pytest
from botocore.exceptions import ClientError

from ssmwizard.demo import Demo, open_account
from ssmwizard.demo.scenarios.rules import EVERYTHING, entry, https

CORE = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
TIER = "arn:aws:ssm:eu-west-3:111122223333:servicesetting/ssm/managed-instance/activation-tier"
DEFAULT_ROLE = TIER.replace("activation-tier", "default-ec2-instance-management-role")


class Clock:
    """The time, as the test says it is."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


def ping(ssm, node: str) -> str:
    pages = ssm.get_paginator("describe_instance_information").paginate()
    found = {n["InstanceId"]: n["PingStatus"] for p in pages for n in p["InstanceInformationList"]}
    return found.get(node, "not registered")


def connected(ssm, node: str) -> bool:
    return ssm.get_connection_status(Target=node)["Status"] == "connected"


def sg(region, name):
    return next(g for g in region["groups"].values() if g["GroupName"] == name)


def vpc(region, name):
    tag = {"Key": "Name", "Value": name}
    return next(key for key, each in region["vpcs"].items() if tag in each["Tags"])


def subnet(region, name):
    tag = {"Key": "Name", "Value": name}
    return next(key for key, each in region["subnets"].items() if tag in each["Tags"])


def table_of(region, name):
    link = subnet(region, name)
    return next(
        table
        for table in region["route_tables"].values()
        if any(a.get("SubnetId") == link for a in table["Associations"])
    )


def route_to_nat(region, name):
    nat = next(key for key, each in region["nats"].items() if each["State"] == "available")
    routes = table_of(region, name)["Routes"]
    routes[:] = [r for r in routes if r.get("GatewayId") == "local"]
    routes.append(
        {"DestinationCidrBlock": "0.0.0.0/0", "NatGatewayId": nat, "State": "active"},
    )


def open_acl(region):
    acl = next(a for a in region["acls"].values() if a["Tags"][0]["Value"] == "atelier-strict")
    acl["Entries"] = [entry(1, out=out) for out in (True, False)]


def private_dns(region):
    for endpoint in region["endpoints"].values():
        endpoint["PrivateDnsEnabled"] = True


def boundary(world):
    name = next(k for k in world["iam"]["policies"] if k.endswith("boundary-no-messages"))
    world["iam"]["policies"][name]["Document"]["Statement"].pop()


def region_of(world):
    return world["regions"]["eu-west-3"]


REPAIRS = {
    "worker-01": lambda w: open_acl(region_of(w)),
    "cache-01": lambda w: route_to_nat(region_of(w), "atelier-isolated-b"),
    "archive-01": lambda w: route_to_nat(region_of(w), "atelier-old-c"),
    "db-02": lambda w: sg(region_of(w), "db-closed")["IpPermissionsEgress"].append(EVERYTHING),
    "erp-01": lambda w: sg(region_of(w), "legacy-endpoints")["IpPermissions"].append(
        https("10.40.0.0/16")
    ),
    "db-01": lambda w: region_of(w)["vpc_attributes"][vpc(region_of(w), "data")].update(
        EnableDnsHostnames=True
    ),
    "lab-01": lambda w: private_dns(region_of(w)),
    "paie-01": boundary,
}


@pytest.mark.parametrize("name", REPAIRS)
def test_the_right_repair_of_the_account_connects_the_node(name, demo, client, nodes):
    ssm = client("ssm")
    assert not connected(ssm, nodes[name])
    REPAIRS[name](demo.world)
    assert connected(ssm, nodes[name])
    assert ping(ssm, nodes[name]) == "Online"


@pytest.mark.parametrize("name", REPAIRS)
def test_a_repair_of_something_else_does_not(name, demo, client, nodes):
    for other, repair in REPAIRS.items():
        if other != name:
            repair(demo.world)
    assert not connected(client("ssm"), nodes[name])


def test_the_missing_policy_brings_a_node_online_after_a_while(connect):
    clock = Clock()
    demo = open_account(pace=1.0, clock=clock)
    client = connect(demo)
    ssm, iam = client("ssm"), client("iam")
    region = demo.world["regions"]["eu-west-3"]["nodes"]
    node = next(key for key, each in region.items() if each["Name"] == "web-02")
    iam.attach_role_policy(RoleName="ShopApplicationRole", PolicyArn=CORE)
    assert ping(ssm, node) == "not registered"
    clock.now += 30
    assert ping(ssm, node) == "Online"
    assert connected(ssm, node)
    iam.detach_role_policy(RoleName="ShopApplicationRole", PolicyArn=CORE)
    assert ping(ssm, node) == "Online"
    clock.now += 30
    assert ping(ssm, node) == "ConnectionLost"
    assert not connected(ssm, node)


def test_a_change_taken_back_in_time_is_never_noticed(connect):
    clock = Clock()
    demo = open_account(pace=1.0, clock=clock)
    client = connect(demo)
    iam = client("iam")
    node = next(k for k, n in region_of(demo.world)["nodes"].items() if n["Name"] == "web-01")
    iam.detach_role_policy(RoleName="WebServerRole", PolicyArn=CORE)
    clock.now += 1
    iam.attach_role_policy(RoleName="WebServerRole", PolicyArn=CORE)
    for _ in range(5):
        clock.now += 5
        assert ping(client("ssm"), node) == "Online"


def test_a_new_profile_is_unknown_to_ec2_at_first_and_then_heals(connect):
    clock = Clock()
    demo = open_account(pace=1.0, clock=clock)
    client = connect(demo)
    iam, ec2, ssm = client("iam"), client("ec2"), client("ssm")
    node = next(k for k, n in region_of(demo.world)["nodes"].items() if n["Name"] == "web-03")
    service = {"Service": "ec2.amazonaws.com"}
    trust = {"Effect": "Allow", "Principal": service, "Action": "sts:AssumeRole"}
    iam.create_role(RoleName="fresh", AssumeRolePolicyDocument=json.dumps({"Statement": [trust]}))
    iam.attach_role_policy(RoleName="fresh", PolicyArn=CORE)
    iam.create_instance_profile(InstanceProfileName="fresh-profile")
    iam.add_role_to_instance_profile(InstanceProfileName="fresh-profile", RoleName="fresh")
    wanted = {"IamInstanceProfile": {"Name": "fresh-profile"}, "InstanceId": node}
    with pytest.raises(ClientError, match="Invalid IAM Instance Profile name") as caught:
        ec2.associate_iam_instance_profile(**wanted)
    assert caught.value.response["Error"]["Code"] == "InvalidParameterValue"
    clock.now += 3
    made = ec2.associate_iam_instance_profile(**wanted)["IamInstanceProfileAssociation"]
    assert made["State"] == "associating"
    with pytest.raises(ClientError, match="existing association") as caught:
        ec2.associate_iam_instance_profile(**wanted)
    assert caught.value.response["Error"]["Code"] == "IncorrectState"
    clock.now += 30
    found = ec2.describe_iam_instance_profile_associations(AssociationIds=[made["AssociationId"]])[
        "IamInstanceProfileAssociations"
    ]
    assert found[0]["State"] == "associated"
    assert ping(ssm, node) == "Online"
    ec2.disassociate_iam_instance_profile(AssociationId=made["AssociationId"])
    clock.now += 30
    assert ping(ssm, node) == "ConnectionLost"
    instance = ec2.describe_instances(InstanceIds=[node])["Reservations"][0]["Instances"][0]
    assert "IamInstanceProfile" not in instance


def test_the_advanced_tier_lets_a_hybrid_node_accept_sessions(connect):
    clock = Clock()
    demo = open_account(pace=1.0, clock=clock)
    ssm = connect(demo)("ssm")
    node = next(k for k, n in region_of(demo.world)["nodes"].items() if n["Name"] == "srv-lyon-01")
    assert connected(ssm, node)

    def refused() -> str:
        with pytest.raises(ClientError, match="Enable advanced-instances tier") as caught:
            ssm.start_session(Target=node)
        return caught.value.response["Error"]["Code"]

    assert refused() == "BadRequest"
    ssm.update_service_setting(SettingId=TIER, SettingValue="advanced")
    setting = ssm.get_service_setting(SettingId=TIER)["ServiceSetting"]
    assert (setting["Status"], setting["SettingValue"]) == ("PendingUpdate", "advanced")
    assert refused() == "BadRequest"
    with pytest.raises(ClientError) as caught:
        ssm.update_service_setting(SettingId=TIER, SettingValue="standard")
    assert caught.value.response["Error"]["Code"] == "TooManyUpdates"
    clock.now += 10
    setting = ssm.get_service_setting(SettingId=TIER)["ServiceSetting"]
    assert (setting["Status"], setting["SettingValue"]) == ("Customized", "advanced")
    session = ssm.start_session(Target=node)
    assert session["StreamUrl"].startswith("wss://ssmmessages.eu-west-3.")
    ssm.reset_service_setting(SettingId=TIER)
    clock.now += 10
    setting = ssm.get_service_setting(SettingId=TIER)["ServiceSetting"]
    assert (setting["Status"], setting["SettingValue"]) == ("Default", "standard")
    assert refused() == "BadRequest"


def test_a_pending_change_back_to_standard_leaves_the_advanced_tier_in_force(connect):
    clock = Clock()
    demo = open_account("healthy", pace=1.0, clock=clock)
    ssm = connect(demo)("ssm")
    node = next(k for k in region_of(demo.world)["nodes"] if k.startswith("mi-"))
    ssm.update_service_setting(SettingId=TIER, SettingValue="standard")
    assert ssm.start_session(Target=node)["SessionId"]
    clock.now += 10
    with pytest.raises(ClientError):
        ssm.start_session(Target=node)


def test_a_session_goes_from_open_to_past(client, nodes):
    ssm = client("ssm")
    session = ssm.start_session(Target=nodes["web-01"], Reason="look")["SessionId"]
    (open_one,) = ssm.describe_sessions(State="Active")["Sessions"]
    assert (open_one["SessionId"], open_one["Reason"]) == (session, "look")
    ssm.terminate_session(SessionId=session)
    assert ssm.describe_sessions(State="Active")["Sessions"] == []
    (past,) = ssm.describe_sessions(
        State="History", Filters=[{"key": "Target", "value": nodes["web-01"]}]
    )["Sessions"]
    assert past["Status"] == "Terminated"


@pytest.mark.parametrize("name", ["web-02", "web-04", "jenkins-old", "srv-lyon-02"])
def test_a_session_to_a_node_without_a_channel_is_refused(name, client, nodes):
    with pytest.raises(ClientError, match="is not connected") as caught:
        client("ssm").start_session(Target=nodes[name])
    assert caught.value.response["Error"]["Code"] == "TargetNotConnected"


def test_a_command_document_opens_no_session(client, nodes):
    with pytest.raises(ClientError, match="Only type: 'Session'") as caught:
        client("ssm").start_session(Target=nodes["web-01"], DocumentName="AWS-RunShellScript")
    assert caught.value.response["Error"]["Code"] == "InvalidDocument"


def agent_of(ssm, node: str) -> str:
    pages = ssm.get_paginator("describe_instance_information").paginate()
    return next(
        n["AgentVersion"]
        for page in pages
        for n in page["InstanceInformationList"]
        if n["InstanceId"] == node
    )


def test_updating_the_agent_updates_it_after_a_while(connect):
    clock = Clock()
    demo = open_account(pace=1.0, clock=clock)
    ssm = connect(demo)("ssm")
    node = next(k for k, n in region_of(demo.world)["nodes"].items() if n["Name"] == "jenkins-old")
    before = agent_of(ssm, node)
    sent = ssm.send_command(DocumentName="AWS-UpdateSSMAgent", InstanceIds=[node])["Command"]
    where = {"CommandId": sent["CommandId"], "InstanceId": node}
    states = []
    for _ in range(12):
        states.append(ssm.get_command_invocation(**where)["Status"])
        clock.now += 1
    assert list(dict.fromkeys(states)) == ["Pending", "InProgress", "Success"]
    assert agent_of(ssm, node) != before
    clock.now += 10
    assert connected(ssm, node)


@pytest.mark.parametrize(
    ("parameters", "status", "says", "after"),
    [
        ({}, "Success", "3.3.4793.0", "3.3.4793.0"),
        ({"version": ["3.3.987.0"]}, "Success", "3.3.987.0", "3.3.987.0"),
        ({"version": ["3.1.501.0"]}, "Failed", "allow downgrade", "3.2.582.0"),
        (
            {"version": ["3.1.501.0"], "allowDowngrade": ["true"]},
            "Success",
            "3.1.501.0",
            "3.1.501.0",
        ),
        ({"version": ["9.9.9.9"]}, "Failed", "not a version", "3.2.582.0"),
        ({"version": ["3.2.582.0"]}, "Success", "already", "3.2.582.0"),
    ],
)
def test_the_version_asked_for_is_honoured(parameters, status, says, after, client, nodes):
    ssm, node = client("ssm"), nodes["wiki-01"]
    sent = ssm.send_command(
        DocumentName="AWS-UpdateSSMAgent", InstanceIds=[node], Parameters=parameters
    )["Command"]
    answer = ssm.get_command_invocation(CommandId=sent["CommandId"], InstanceId=node)
    assert answer["Status"] == status
    assert says in answer["StandardOutputContent"] + answer["StandardErrorContent"]
    listed = ssm.list_command_invocations(CommandId=sent["CommandId"], Details=True)
    assert listed["CommandInvocations"][0]["CommandPlugins"][0]["Status"] == status
    assert agent_of(ssm, node) == after


@pytest.mark.parametrize("name", ["web-02", "web-04", "erp-01"])
def test_a_command_to_a_node_that_is_not_online_is_refused(name, client, nodes):
    with pytest.raises(ClientError) as caught:
        client("ssm").send_command(
            DocumentName="AWS-UpdateSSMAgent", InstanceIds=[nodes["web-01"], nodes[name]]
        )
    assert caught.value.response["Error"]["Code"] == "InvalidInstanceId"


def test_a_stopped_instance_starts_registers_and_stops_again(connect):
    clock = Clock()
    demo = open_account(pace=1.0, clock=clock)
    client = connect(demo)
    ec2, ssm = client("ec2"), client("ssm")
    node = next(k for k, n in region_of(demo.world)["nodes"].items() if n["Name"] == "web-04")

    def state() -> str:
        found = ec2.describe_instances(InstanceIds=[node])["Reservations"][0]["Instances"][0]
        return found["State"]["Name"]

    assert (state(), ping(ssm, node)) == ("stopped", "not registered")
    change = ec2.start_instances(InstanceIds=[node])["StartingInstances"][0]
    assert change["PreviousState"]["Name"] == "stopped"
    assert state() == "pending"
    clock.now += 4
    assert state() == "running"
    assert ping(ssm, node) == "ConnectionLost"
    clock.now += 10
    assert ping(ssm, node) == "Online"
    ec2.stop_instances(InstanceIds=[node])
    assert state() == "stopping"
    clock.now += 4
    assert (state(), ping(ssm, node)) == ("stopped", "not registered")
    assert not connected(ssm, node)


def test_default_host_management_stands_in_for_a_missing_profile(client, demo, nodes):
    ssm, iam = client("ssm"), client("iam")
    service = {"Service": "ssm.amazonaws.com"}
    trust = {"Effect": "Allow", "Principal": service, "Action": "sts:AssumeRole"}
    iam.create_role(
        RoleName="DefaultHosts",
        Path="/service-role/",
        AssumeRolePolicyDocument=json.dumps({"Statement": [trust]}),
    )
    iam.attach_role_policy(RoleName="DefaultHosts", PolicyArn=CORE)
    ssm.update_service_setting(SettingId=DEFAULT_ROLE, SettingValue="service-role/DefaultHosts")
    front = demo.world["regions"]["eu-west-3"]["instances"][nodes["web-03"]]
    assert "IamInstanceProfile" not in front
    assert ping(ssm, nodes["web-03"]) == "Online"
    information = ssm.describe_instance_information(
        Filters=[{"Key": "InstanceIds", "Values": [nodes["web-03"], nodes["web-01"]]}]
    )["InstanceInformationList"]
    roles = {each["InstanceId"]: each.get("IamRole") for each in information}
    assert roles == {nodes["web-03"]: "DefaultHosts", nodes["web-01"]: None}


def test_a_trust_policy_repaired_gives_credentials(client, nodes):
    service = {"Service": "ec2.amazonaws.com"}
    trust = {"Effect": "Allow", "Principal": service, "Action": "sts:AssumeRole"}
    client("iam").update_assume_role_policy(
        RoleName="BatchRole", PolicyDocument=json.dumps({"Statement": [trust]})
    )
    assert connected(client("ssm"), nodes["batch-01"])


def test_another_service_role_connects_a_hybrid_node(client, nodes):
    ssm = client("ssm")
    ssm.update_managed_instance_role(
        InstanceId=nodes["srv-nantes-01"], IamRole="service-role/HybridServers"
    )
    assert connected(ssm, nodes["srv-nantes-01"])


def test_the_newest_machine_registers_by_itself(connect):
    clock = Clock()
    demo: Demo = open_account(pace=1.0, clock=clock)
    ssm = connect(demo)("ssm")
    node = next(k for k, n in region_of(demo.world)["nodes"].items() if n["Name"] == "web-05")
    assert ping(ssm, node) == "not registered"
    clock.now += 90
    assert ping(ssm, node) == "Online"
