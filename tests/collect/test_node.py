from datetime import UTC, datetime
from typing import Any

import pytest
from support.scripted import NOW, ScriptedAws, denied

from ssmwizard.collect import node
from ssmwizard.model.facts import Known, Source, Unknown, Why
from ssmwizard.model.node import InstanceStatus, Interface, Metadata

EC2 = "ec2:DescribeInstances"
LAUNCHED = datetime(2026, 11, 1, tzinfo=UTC)

DESCRIBED: dict[str, Any] = {
    "InstanceId": "i-1",
    "State": {"Name": "running"},
    "LaunchTime": LAUNCHED,
    "VpcId": "vpc-1",
    "SubnetId": "subnet-1",
    "PrivateIpAddress": "10.0.0.5",
    "PublicIpAddress": "192.0.2.7",
    "SecurityGroups": [{"GroupId": "sg-1", "GroupName": "web"}],
    "IamInstanceProfile": {"Arn": "arn:aws:iam::111122223333:instance-profile/web", "Id": "x"},
    "MetadataOptions": {
        "State": "applied",
        "HttpEndpoint": "enabled",
        "HttpTokens": "required",
        "HttpPutResponseHopLimit": 2,
    },
    "NetworkInterfaces": [
        {
            "NetworkInterfaceId": "eni-2",
            "SubnetId": "subnet-2",
            "Attachment": {"DeviceIndex": 1},
            "Groups": [],
        },
        {
            "NetworkInterfaceId": "eni-1",
            "SubnetId": "subnet-1",
            "Attachment": {"DeviceIndex": 0},
            "PrivateIpAddress": "10.0.0.5",
            "Association": {"PublicIp": "192.0.2.7"},
            "Ipv6Addresses": [{"Ipv6Address": "2001:db8::5"}],
            "Groups": [{"GroupId": "sg-1"}],
        },
    ],
    "ImageId": "ami-1",
    "PlatformDetails": "Linux/UNIX",
    "Architecture": "x86_64",
    "Tags": [{"Key": "Name", "Value": "web-01"}, {"Key": "Env", "Value": "prod"}],
}


def reservation(*ids: str) -> dict[str, Any]:
    return {"Instances": [{**DESCRIBED, "InstanceId": one} for one in ids]}


def test_an_instance_is_read_whole() -> None:
    aws = ScriptedAws({EC2: {"Reservations": [reservation("i-1")]}})
    fact = node.instances(aws, 1000)
    assert isinstance(fact, Known)
    instance = fact.value["i-1"]
    assert (instance.name, instance.state, instance.launched) == ("web-01", "running", LAUNCHED)
    assert instance.metadata == Metadata("enabled", "required", 2, "applied")
    assert instance.interfaces == (
        Interface("eni-1", 0, "subnet-1", "10.0.0.5", "192.0.2.7", ("2001:db8::5",), ("sg-1",)),
        Interface("eni-2", 1, "subnet-2", None, None, (), ()),
    )
    assert instance.tags == (("Env", "prod"), ("Name", "web-01"))
    assert fact.source == Source(EC2, NOW)


def test_an_instance_that_says_little_is_read_too() -> None:
    bare = {"InstanceId": "i-1", "State": {"Name": "terminated"}}
    aws = ScriptedAws({EC2: {"Reservations": [{"Instances": [bare]}]}})
    fact = node.instances(aws, 1000)
    assert isinstance(fact, Known)
    instance = fact.value["i-1"]
    assert (instance.vpc_id, instance.profile_arn, instance.name) == (None, None, "")


def test_all_pages_are_read_and_counted() -> None:
    answers = [
        {"Reservations": [reservation("i-1", "i-2")], "NextToken": "more"},
        {"Reservations": [reservation("i-3")]},
    ]
    aws = ScriptedAws({EC2: answers})
    fact = node.instances(aws, 200)
    assert isinstance(fact, Known)
    assert set(fact.value) == {"i-1", "i-2", "i-3"}
    assert [parameters for _, parameters in aws.asked] == [
        {"MaxResults": 200},
        {"MaxResults": 200, "NextToken": "more"},
    ]


def test_chosen_instances_are_asked_for_by_filter_so_that_a_wrong_id_harms_none() -> None:
    ids = [f"i-{number}" for number in range(150)]
    aws = ScriptedAws({EC2: {"Reservations": []}})
    assert node.instances(aws, 1000, ids) == Known({}, Source(EC2, NOW))
    asked = [p["Filters"][0]["Values"] for _, p in aws.asked]
    assert [len(values) for values in asked] == [100, 50]
    assert all("InstanceIds" not in parameters for _, parameters in aws.asked)


@pytest.mark.parametrize(
    "question",
    [
        lambda aws: node.instances(aws, 1000),
        lambda aws: node.connection(aws, "i-1"),
        lambda aws: node.statuses(aws, ["i-1"])["i-1"],
    ],
    ids=["instances", "connection", "statuses"],
)
def test_not_being_allowed_names_the_right(question: Any) -> None:
    names = (EC2, "ssm:GetConnectionStatus", "ec2:DescribeInstanceStatus", "ssm:StartSession")
    fact = question(ScriptedAws({name: denied(name) for name in names}))
    assert isinstance(fact, Unknown)
    assert fact.why is Why.DENIED
    assert fact.right in names


def test_status_checks_come_for_each_instance_and_absence_is_known() -> None:
    answer = {
        "InstanceStatuses": [
            {
                "InstanceId": "i-1",
                "InstanceStatus": {"Status": "impaired"},
                "SystemStatus": {"Status": "ok"},
                "AttachedEbsStatus": {"Status": "impaired"},
            }
        ]
    }
    told = node.statuses(ScriptedAws({"ec2:DescribeInstanceStatus": answer}), ["i-1", "i-2"])
    assert told["i-1"].require() == InstanceStatus("impaired", "ok", "impaired")
    assert told["i-2"] == Known(None, Source("ec2:DescribeInstanceStatus", NOW))


def test_status_checks_of_all_are_asked_for_by_the_page() -> None:
    answers = [
        {"InstanceStatuses": [{"InstanceId": "i-1"}], "NextToken": "more"},
        {"InstanceStatuses": [{"InstanceId": "i-3"}]},
    ]
    aws = ScriptedAws({"ec2:DescribeInstanceStatus": answers})
    told = node.statuses(aws, ["i-1", "i-2"], 1000)
    assert told["i-1"].require() == InstanceStatus("", "")
    assert told["i-2"].require() is None
    assert set(told) == {"i-1", "i-2"}
    assert [parameters for _, parameters in aws.asked] == [
        {"MaxResults": 1000},
        {"MaxResults": 1000, "NextToken": "more"},
    ]


def test_a_list_answers_for_one_node() -> None:
    known = Known({"i-1": "one"}, Source(EC2, NOW))
    assert node.one(known, "i-1") == Known("one", known.source)
    assert node.one(known, "i-2") == Known(None, known.source)
    assert node.one(Unknown(Why.DENIED), "i-1") == Unknown(Why.DENIED)


def test_what_instances_stand_on_is_counted_without_those_that_are_gone() -> None:
    gone = {**DESCRIBED, "InstanceId": "i-9", "State": {"Name": "terminated"}}
    bare = {"InstanceId": "i-8", "State": {"Name": "running"}, "LaunchTime": LAUNCHED}
    listed = {"Reservations": [reservation("i-1", "i-2"), {"Instances": [gone, bare]}]}
    uses = node.uses(node.instances(ScriptedAws({EC2: listed}), 200)).require()
    assert uses.profiles == {"arn:aws:iam::111122223333:instance-profile/web": 2}
    assert (uses.groups, uses.vpcs) == ({"sg-1": 2}, {"vpc-1": 2})
    unseen = node.uses(node.instances(ScriptedAws({EC2: denied(EC2)}), 200))
    assert isinstance(unseen, Unknown)
