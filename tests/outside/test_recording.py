import json
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from ssmwizard.model.computer import Means, Place, Ran, Start, StartFile, System, Terminal
from ssmwizard.model.facts import Why
from ssmwizard.model.identity import Profile, ProfileKind
from ssmwizard.model.settings import Settings
from ssmwizard.model.way_out import Ended, Goal, Layer, Step, Store, WayOut
from ssmwizard.outside.calls import Address, Call, CallFailed
from ssmwizard.outside.recording import BadRecording, RecordedComputer, Recorder, Replay

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
LATER = datetime(2026, 11, 24, 8, 1, tzinfo=UTC)


class OneComputer:
    """A computer whose answers are given."""

    def __init__(self, broken: CallFailed | None = None) -> None:
        self.broken = broken

    def system(self) -> System:
        return System("Linux", "6.1", "x86_64")

    def places(self, program: str, usual: object) -> tuple[Place, ...]:
        here = Place(f"/usr/bin/{program}", True, "/usr/lib/aws", "x86_64, arm64")
        return (here, Place(f"/opt/{program}", False))

    def terminal(self, timeout: float) -> Terminal:
        return Terminal(asked="/bin/zsh", folders=("/usr/bin", "/opt"))

    def means(self, programs: object) -> Means:
        file = StartFile("/home/ines/.profile", True, True, block=None)
        return Means("/home/ines", "bash", (file,), {"gpg": "/usr/bin/gpg"}, machine_path=("C:",))

    def way_out(self, goal: Goal, timeout: float) -> WayOut:
        steps = (Step(Layer.NAME, Ended.DONE, 0.1, "10.0.0.1"), Step(Layer.TLS, Ended.CUT, 0.2))
        proxy, stores = "http://proxy.example:3128", ((Store.BUNDLE,), (Store.PUBLIC,))
        return WayOut(goal, "ssm.example", 443, proxy, True, steps, "Example", *stores)

    def run(self, arguments: tuple[str, ...], timeout: float) -> Ran:
        return Ran(tuple(arguments), Start.RAN, 0, "aws-cli/2.32.17 …", "", 0.25)

    def profiles(self) -> tuple[Profile, ...]:
        if self.broken:
            raise self.broken
        return (Profile("ops", ProfileKind.SSO, "eu-west-3"),)

    def settings(self, _: str | None) -> Settings:
        return Settings({}, {})


def recorder() -> Recorder:
    return Recorder(NOW, {"nodes": ["i-1"]}, 1000)


def call(
    answer: dict[str, object] | None, failure: CallFailed | None = None, **parameters: object
) -> Call:
    return Call(
        "ec2", "DescribeVpcs", "eu-west-3", parameters, answer, failure, LATER, 0.1, "req-1"
    )


def through_json(recorded: Recorder) -> Replay:
    return Replay(json.loads(json.dumps(recorded.entries())))


def test_answers_come_back_as_they_were_times_included() -> None:
    recorded = recorder()
    answer = {"Vpcs": [{"VpcId": "vpc-1", "Made": NOW}], "Empty": [], "Flag": True}
    recorded.heard(call(answer, Filters=[{"Name": "vpc-id", "Values": ["vpc-1"]}]))
    replay = through_json(recorded)
    filters = [{"Name": "vpc-id", "Values": ["vpc-1"]}]
    assert replay.call("ec2", "DescribeVpcs", Filters=filters) == answer
    assert replay.region == "eu-west-3"
    assert replay.when() == LATER


def test_the_zone_of_this_computer_is_not_told() -> None:
    tokyo = timezone(timedelta(hours=9))
    end = datetime.max.replace(tzinfo=timezone(timedelta(hours=-9)))
    bare, recorded = NOW.replace(tzinfo=None), recorder()
    recorded.heard(call({"Made": NOW.astimezone(tokyo), "Bare": bare, "End": end}))
    assert "+09:00" not in json.dumps(recorded.entries())
    told = through_json(recorded).call("ec2", "DescribeVpcs")
    assert told == {"Made": NOW, "Bare": bare, "End": end}


def test_the_same_question_asked_twice_is_answered_in_order_and_then_stays() -> None:
    recorded = recorder()
    for state in ("pending", "running"):
        recorded.heard(call({"State": state}))
    replay = through_json(recorded)
    states = [replay.call("ec2", "DescribeVpcs")["State"] for _ in range(3)]
    assert states == ["pending", "running", "running"]


def test_a_failure_fails_again_in_the_same_way() -> None:
    recorded = recorder()
    denied = CallFailed("ec2:DescribeVpcs", Why.DENIED, "UnauthorizedOperation", "no", at=LATER)
    recorded.heard(call(None, denied))
    with pytest.raises(CallFailed) as raised:
        through_json(recorded).call("ec2", "DescribeVpcs")
    assert raised.value.unknown() == denied.unknown()


def test_each_region_answers_for_itself() -> None:
    recorded = recorder()
    recorded.heard(call({"Vpcs": ["here"]}))
    recorded.heard(replace(call({"Vpcs": ["there"]}), region="eu-central-1"))
    replay = through_json(recorded)
    there = replay.within("eu-central-1")
    assert (replay.region, there.region) == ("eu-west-3", "eu-central-1")
    assert there.call("ec2", "DescribeVpcs") == {"Vpcs": ["there"]}
    assert replay.call("ec2", "DescribeVpcs") == {"Vpcs": ["here"]}
    assert there.within("eu-west-3").call("ec2", "DescribeVpcs") == {"Vpcs": ["here"]}
    with pytest.raises(CallFailed):
        replay.within("us-east-1").call("ec2", "DescribeVpcs")


@pytest.mark.parametrize("why", [Why.NOT_COLLECTED, Why.CANCELLED, Why.TIMED_OUT])
def test_what_was_not_asked_is_not_made_up(why: Why) -> None:
    recorded = recorder()
    recorded.missing(why, {})
    with pytest.raises(CallFailed) as raised:
        through_json(recorded).call("ec2", "DescribeSubnets")
    assert (raised.value.unknown().why, raised.value.unknown().source) == (why, None)


def test_the_computer_answers_again() -> None:
    recorded = recorder()
    computer = RecordedComputer(OneComputer(), recorded)
    goal = Goal("ssm", "https://ssm.example", "/etc/own.pem", plugin=True)
    told = (
        computer.system(),
        computer.places("aws", ["/opt/aws"]),
        computer.terminal(5),
        computer.means({}),
        computer.way_out(goal, 5),
        computer.run(["/usr/bin/aws", "--version"], 10),
        computer.profiles(),
    )
    replay = through_json(recorded)
    assert told == (
        replay.system(),
        replay.places("aws", []),
        replay.terminal(5),
        replay.means({}),
        replay.way_out(Goal("ssm", ""), 5),
        replay.run(["/usr/bin/aws", "--version"], 10),
        replay.profiles(),
    )


@pytest.mark.parametrize(
    "told", [Terminal(own=True), Terminal(), Terminal(asked="/bin/sh"), Terminal(folders=())]
)
def test_what_a_shell_told_or_did_not_tell_comes_back(told: Terminal) -> None:
    recorded = recorder()
    recorded.answered("terminal", [], asdict(told))
    assert through_json(recorded).terminal(5) == told


def test_an_early_recording_tells_where_programs_were_and_nothing_of_terminals() -> None:
    recorded = recorder()
    recorded.answered("places", ["aws"], [["/usr/bin/aws", True], ["/opt/aws", False]])
    replay = through_json(recorded)
    assert replay.places("aws", []) == (Place("/usr/bin/aws", True), Place("/opt/aws", False))
    with pytest.raises(CallFailed):
        replay.terminal(5)
    with pytest.raises(CallFailed):
        replay.way_out(Goal("ssm", "https://ssm.example"), 5)
    with pytest.raises(CallFailed):
        replay.address("ssm")


def test_an_address_comes_back() -> None:
    recorded = recorder()
    answer = {"Url": "https://ssm.example", "Bundle": "/etc/own.pem"}
    asked = {"Service": "ssm"}
    told = Call("endpoint", "GetAddress", "eu-west-3", asked, answer, None, LATER, 0.0, "")
    recorded.heard(told)
    replay = through_json(recorded)
    assert replay.address("ssm") == Address("https://ssm.example", "/etc/own.pem")
    assert replay.when() == NOW


def test_a_configuration_that_could_not_be_read_cannot_be_read_again() -> None:
    recorded = recorder()
    broken = CallFailed("aws-configuration", Why.CONFIGURATION, "ConfigParseError", "bad", at=NOW)
    computer = RecordedComputer(OneComputer(broken), recorded)
    with pytest.raises(CallFailed):
        computer.profiles()
    with pytest.raises(CallFailed) as raised:
        through_json(recorded).profiles()
    assert (raised.value.why, raised.value.code) == (Why.CONFIGURATION, "ConfigParseError")


def test_secrets_are_not_kept_and_do_not_hinder_replay() -> None:
    recorded = recorder()
    recorded.heard(
        call(
            {"TokenValue": "very-secret-token-value", "SessionId": "ops-1"},
            Password="hunter2hunter2",
        )
    )
    written = json.dumps(recorded.entries())
    assert "very-secret" not in written
    assert "hunter2" not in written
    answer = through_json(recorded).call("ec2", "DescribeVpcs", Password="hunter2hunter2")
    assert answer["SessionId"] == "ops-1"


@pytest.mark.parametrize("entries", [[], [{"format": 99}], [{"aws": "ec2:DescribeVpcs"}]])
def test_what_is_no_recording_is_refused(entries: list[dict[str, object]]) -> None:
    with pytest.raises(BadRecording, match="format"):
        Replay(entries)
