"""Commands go their way as in AWS: in waves, stopped by errors, by a time limit, by hand."""

from collections import Counter

import pytest
from botocore.exceptions import ClientError

from ssmwizard.demo import open_account

UPDATE = "AWS-UpdateSSMAgent"
SHELL = "AWS-RunShellScript"
FLEET = 40


class Clock:
    """The time, as the test says it is."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def fleet(connect):
    """A fleet whose agents are old, at pace 1, and its clock."""
    clock = Clock()
    account = open_account(f"large-{FLEET}", pace=1.0, clock=clock)
    account.strict = True
    nodes = account.world["regions"]["eu-west-3"]["nodes"]
    online = [name for name, node in nodes.items() if node["Online"]]
    for name in online:
        nodes[name]["AgentVersion"] = "3.2.582.0"
    yield connect(account)("ssm"), clock, nodes, online
    account.close()


def states(ssm, command):
    told = ssm.list_command_invocations(CommandId=command)["CommandInvocations"]
    return Counter(one["StatusDetails"] for one in told)


def command_of(ssm, command):
    (told,) = ssm.list_commands(CommandId=command)["Commands"]
    return told


def sent(ssm, online, **more):
    return ssm.send_command(DocumentName=UPDATE, InstanceIds=online[:20], **more)["Command"][
        "CommandId"
    ]


def until_over(ssm, clock, command, seconds=300):
    for _ in range(seconds):
        clock.now += 1
        if command_of(ssm, command)["Status"] not in {"Pending", "InProgress", "Cancelling"}:
            break
    return command_of(ssm, command)


@pytest.mark.parametrize(("wish", "at_once"), [("4", 4), ("10%", 2), ("1%", 1)])
def test_a_command_runs_on_no_more_nodes_at_the_same_time_than_it_may(fleet, wish, at_once):
    ssm, clock, nodes, online = fleet
    command = sent(ssm, online, MaxConcurrency=wish)
    most = 0
    for _ in range(120):
        clock.now += 1
        most = max(most, states(ssm, command)["InProgress"])
    assert most == at_once
    assert states(ssm, command) == {"Success": 20}
    told = command_of(ssm, command)
    assert (told["Status"], told["CompletedCount"], told["TargetCount"]) == ("Success", 20, 20)
    assert len({nodes[one]["AgentVersion"] for one in online[:20]}) == 1


@pytest.mark.parametrize(
    ("wish", "broken", "failed", "left"),
    [("0", 1, 1, 16), ("2", 2, 2, 0), ("2", 9, 6, 14), ("10%", 9, 6, 14), ("100%", 9, 9, 0)],
)
def test_after_more_errors_than_it_may_have_a_command_goes_to_no_more_nodes(
    fleet, wish, broken, failed, left
):
    ssm, clock, nodes, online = fleet
    for one in online[:broken]:
        nodes[one]["Unreachable"] = ["s3"]
    command = sent(ssm, online, MaxConcurrency="4", MaxErrors=wish)
    told = until_over(ssm, clock, command)
    seen = states(ssm, command)
    assert (seen["Failed"], seen["Terminated"]) == (failed, left)
    assert (told["ErrorCount"], told["StatusDetails"]) == (
        failed,
        "Incomplete" if wish == "100%" else "Failed",
    )
    stopped = [one for one in online[:20] if nodes[one]["AgentVersion"] == "3.2.582.0"]
    assert len(stopped) == failed + left


def test_what_cannot_be_delivered_is_given_up_in_time_and_is_no_error(fleet):
    ssm, clock, nodes, online = fleet
    nodes[online[0]]["Deaf"] = True
    command = sent(ssm, online, TimeoutSeconds=60)
    clock.now += 10
    assert states(ssm, command) == {"Success": 19, "Delayed": 1}
    assert command_of(ssm, command)["Status"] == "InProgress"
    told = until_over(ssm, clock, command)
    assert states(ssm, command) == {"Success": 19, "DeliveryTimedOut": 1}
    assert (told["DeliveryTimedOutCount"], told["ErrorCount"]) == (1, 0)
    assert (told["Status"], told["StatusDetails"]) == ("TimedOut", "DeliveryTimedOut")


def test_a_command_that_is_cancelled_reaches_nobody_else_and_is_ended_where_it_runs(fleet):
    ssm, clock, nodes, online = fleet
    command = sent(ssm, online, MaxConcurrency="3")
    clock.now += 2
    assert states(ssm, command) == {"InProgress": 3, "Pending": 17}
    ssm.cancel_command(CommandId=command)
    assert states(ssm, command) == {"Cancelling": 3, "Cancelled": 17}
    assert command_of(ssm, command)["Status"] == "Cancelling"
    told = until_over(ssm, clock, command)
    # An agent that replaces itself is not stopped half-way.
    assert states(ssm, command) == {"Success": 3, "Cancelled": 17}
    assert told["Status"] == "Cancelled"
    assert sum(nodes[one]["AgentVersion"] != "3.2.582.0" for one in online[:20]) == 3
    ssm.cancel_command(CommandId=command)
    assert command_of(ssm, command) == told


def test_of_a_script_that_is_cancelled_nothing_is_left(fleet):
    ssm, clock, nodes, online = fleet
    ids = [one for one in online if nodes[one]["PlatformType"] == "Linux"][:2]
    wish = {"commands": ["useradd -m -c 'x' 'deploy'"]}
    command = ssm.send_command(DocumentName=SHELL, InstanceIds=ids, Parameters=wish)["Command"]
    clock.now += 1
    ssm.cancel_command(CommandId=command["CommandId"], InstanceIds=ids[:1])
    told = until_over(ssm, clock, command["CommandId"])
    assert states(ssm, command["CommandId"]) == {"Cancelled": 1, "Success": 1}
    assert told["StatusDetails"] == "Incomplete"
    assert [("deploy" in nodes[one].get("Users", ())) for one in ids] == [False, True]


def test_a_tag_that_no_node_has_reaches_none(fleet):
    ssm, _, _, _ = fleet
    target = [{"Key": "tag:Nobody", "Values": ["x"]}]
    command = ssm.send_command(DocumentName=SHELL, Targets=target)["Command"]
    assert (command["TargetCount"], command["StatusDetails"]) == (0, "NoInstancesInTag")
    with pytest.raises(ClientError) as caught:
        ssm.send_command(DocumentName=SHELL)
    assert caught.value.response["Error"]["Code"] == "InvalidInstanceId"


def test_commands_are_listed_page_by_page_and_by_filter(fleet):
    ssm, clock, _, online = fleet
    first = sent(ssm, online)
    clock.now += 60
    second = sent(ssm, online, MaxConcurrency="1")
    told = ssm.get_paginator("list_commands").paginate(PaginationConfig={"PageSize": 1})
    assert [one["CommandId"] for page in told for one in page["Commands"]] == [second, first]

    def by(key, value):
        answer = ssm.list_commands(Filters=[{"key": key, "value": value}])
        return [one["CommandId"] for one in answer["Commands"]]

    assert by("DocumentName", UPDATE) == [second, first]
    assert by("DocumentName", SHELL) == []
    assert by("Status", "Success") == by("ExecutionStage", "Complete") == [first]
    assert by("ExecutionStage", "Executing") == [second]
    assert by("InvokedAfter", "2027-01-15T08:00:30Z") == [second]
    assert by("InvokedBefore", "2027-01-15T08:00:30Z") == [first]
    assert [one["CommandId"] for one in ssm.list_commands(InstanceId=online[0])["Commands"]] == [
        second,
        first,
    ]
    clock.now += 3
    waits = ssm.list_command_invocations(
        CommandId=second, Filters=[{"key": "Status", "value": "Pending"}]
    )["CommandInvocations"]
    assert len(waits) == 19


@pytest.mark.parametrize("operation", ["list_commands", "list_command_invocations"])
def test_a_command_that_never_was_is_named_as_such(fleet, operation):
    ssm, _, _, _ = fleet
    nobody = "00000000-0000-0000-0000-000000000000"
    for method in (operation, "cancel_command"):
        with pytest.raises(ClientError) as caught:
            getattr(ssm, method)(CommandId=nobody)
        assert caught.value.response["Error"]["Code"] == "InvalidCommandId"


def test_an_association_tells_how_its_run_went_on_each_node(fleet):
    ssm, clock, nodes, online = fleet
    nodes[online[0]]["Unreachable"] = ["s3"]
    made = ssm.create_association(
        Name=UPDATE,
        Targets=[{"Key": "InstanceIds", "Values": online[:20]}],
        ScheduleExpression="rate(14 days)",
        MaxConcurrency="2",
        MaxErrors="1",
    )["AssociationDescription"]
    asked = {"AssociationId": made["AssociationId"]}
    assert made["Overview"]["AssociationStatusAggregatedCount"] == {"Pending": 20}
    (run,) = ssm.describe_association_executions(**asked)["AssociationExecutions"]
    assert (run["Status"], run["ResourceCountByStatus"]) == ("Pending", "{Pending=20}")
    clock.now += 2
    overview = ssm.describe_association(**asked)["AssociationDescription"]["Overview"]
    assert overview["AssociationStatusAggregatedCount"] == {"InProgress": 2, "Pending": 18}
    clock.now += 100
    overview = ssm.describe_association(**asked)["AssociationDescription"]["Overview"]
    assert overview["Status"] == "Failed"
    assert overview["AssociationStatusAggregatedCount"] == {"Failed": 1, "Success": 19}
    failed = ssm.describe_association_execution_targets(
        **asked, ExecutionId=run["ExecutionId"], Filters=[{"Key": "Status", "Value": "Failed"}]
    )["AssociationExecutionTargets"]
    assert [one["ResourceId"] for one in failed] == online[:1]
    with pytest.raises(ClientError) as caught:
        ssm.describe_association_execution_targets(
            **asked, ExecutionId="00000000-0000-0000-0000-000000000000"
        )
    assert caught.value.response["Error"]["Code"] == "AssociationExecutionDoesNotExist"


def test_an_association_of_nodes_that_are_away_has_not_run(fleet):
    ssm, _, nodes, online = fleet
    away = next(name for name, node in nodes.items() if not node["Online"])
    assert away not in online
    made = ssm.create_association(Name=UPDATE, Targets=[{"Key": "InstanceIds", "Values": [away]}])
    told = made["AssociationDescription"]
    assert told["Overview"]["Status"] == "Pending"
    runs = ssm.describe_association_executions(AssociationId=told["AssociationId"])
    assert runs["AssociationExecutions"] == []
