"""What the gate lets through, whatever stands before it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from ssmwizard import demo
from ssmwizard.model.facts import Why
from ssmwizard.model.machine_policy import FREE, MachinePolicy, Write
from ssmwizard.model.text import text
from ssmwizard.outside.aws import LiveAws
from ssmwizard.outside.calls import Call, CallFailed
from ssmwizard.outside.gate import Gate
from ssmwizard.outside.reading import READING_VERBS, READS, reads
from tests.support.scripted import model

# They begin as what reads does, and make credentials, secrets or ways in.
SEEM_TO_READ = ("ssm:GetAccessToken", "sts:GetSessionToken", "sts:GetFederationToken")
ACCOUNT, REGION = "111122223333", "eu-west-3"
POLICY = "/etc/ssmwizard/policy.toml"


@pytest.fixture
def account(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[demo.Demo]:
    account = demo.open_account(pace=0)
    files = account.config_files(tmp_path / "aws")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(files.config))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(files.credentials))
    yield account
    account.close()


def door(account: demo.Demo, gate: Gate, **more: object) -> LiveAws:
    return LiveAws("demo-admin", None, prepare=account.hook, gate=gate, **more)  # type: ignore[arg-type]


def said(gate: Gate, name: str, fix: str = "", account: str = ACCOUNT, **parameters: str) -> str:
    """What the gate says to a call; nothing when it lets it through."""
    service, _, operation = name.partition(":")
    why = gate.refusal(Write(service, operation, fix, account, REGION), parameters)
    return "" if why is None else why.english()


@pytest.mark.parametrize("name", sorted(READS))
def test_what_counts_as_reading_is_an_operation_of_aws_that_reads(name: str) -> None:
    service, _, operation = name.partition(":")
    assert model(service).operation_model(operation).name == operation
    assert operation.startswith(READING_VERBS)
    assert name not in SEEM_TO_READ


@pytest.mark.parametrize("name", [*SEEM_TO_READ, "ssm:Dance", "computer:Dance", "s3:PutObject"])
def test_what_is_not_known_to_read_counts_as_a_change(name: str) -> None:
    service, _, operation = name.partition(":")
    assert not reads(service, operation)


def test_every_operation_of_every_service_that_changes_something_is_stopped_at_the_door(
    account: demo.Demo,
) -> None:
    gate = Gate(read_only=True)
    heard: list[Call] = []
    aws = door(account, gate, heard=heard.append)
    stop = threading.Event()
    doors = (
        aws,
        aws.fixing("node.start"),
        aws.within("eu-west-1"),
        aws.listening(heard.append, stop),
    )
    refused = 0
    for service in sorted({name.partition(":")[0] for name in READS}):
        for operation in model(service).operation_names:
            if reads(service, operation):
                continue
            with pytest.raises(CallFailed) as raised:
                doors[refused % len(doors)].call(service, operation)
            assert (raised.value.why, raised.value.code) == (Why.READ_ONLY, "ReadOnly")
            refused += 1
    assert refused > 1000
    assert account.calls == []
    assert all(call.failure is not None for call in heard)


def test_the_switch_works_on_doors_that_are_open_already(account: demo.Demo) -> None:
    gate = Gate()
    fixing = door(account, gate).fixing("account.enable-advanced-tier")
    setting = {"SettingId": "/ssm/managed-instance/activation-tier", "SettingValue": "advanced"}
    fixing.call("ssm", "UpdateServiceSetting", **setting)
    gate.switch(read_only=True)
    assert gate.read_only
    with pytest.raises(CallFailed):
        fixing.call("ssm", "UpdateServiceSetting", **setting)
    gate.switch(read_only=False)
    assert not gate.read_only
    fixing.call("ssm", "UpdateServiceSetting", **setting)
    assert account.calls == ["ssm:UpdateServiceSetting"] * 2


def test_what_was_begun_can_be_ended_after_the_switch_and_nothing_else(account: demo.Demo) -> None:
    gate = Gate()
    aws = door(account, gate)
    listed = aws.call("ssm", "DescribeInstanceInformation")["InstanceInformationList"]
    online = [one["InstanceId"] for one in listed if one["PingStatus"] == "Online"]
    connected = next(
        one
        for one in online
        if aws.call("ssm", "GetConnectionStatus", Target=one)["Status"] == "connected"
    )
    session = aws.call("ssm", "StartSession", Target=connected)["SessionId"]
    gate.switch(read_only=True)
    with pytest.raises(CallFailed):
        aws.call("ssm", "TerminateSession", SessionId="camille-0123456789abcdef0")
    assert aws.call("ssm", "TerminateSession", SessionId=session)["SessionId"] == session


def test_a_change_that_belongs_to_no_plan_is_not_made(account: demo.Demo) -> None:
    aws = door(account, Gate())
    with pytest.raises(CallFailed, match="belongs to no plan"):
        aws.call("ec2", "StartInstances", InstanceIds=["i-01e03a7e3aeefd420"])
    assert account.calls == []


def test_the_account_is_known_from_what_sts_last_said(account: demo.Demo) -> None:
    gate = Gate(MachinePolicy(POLICY, allowed_accounts=frozenset({ACCOUNT})))
    aws = door(account, gate)
    with pytest.raises(CallFailed, match="not known which account"):
        aws.call("ssm", "StartSession", Target="i-01e03a7e3aeefd420")
    aws.call("sts", "GetCallerIdentity")
    with pytest.raises(CallFailed) as raised:
        aws.within("eu-west-1").call("ssm", "StartSession", Target="i-01e03a7e3aeefd420")
    assert raised.value.why is not Why.READ_ONLY


FIX, SEND, START = "ec2:StartInstances", "ssm:SendCommand", "ssm:StartSession"


@pytest.mark.parametrize(
    ("policy", "name", "fix", "word"),
    [
        (FREE, FIX, "node.start", ""),
        (FREE, SEND, "", ""),
        (FREE, START, "", ""),
        (FREE, "ssm:CancelCommand", "", ""),
        (FREE, "computer:RunProgram", "identity.sign-in", ""),
        (FREE, "computer:RunProgram", "", "belongs to no plan"),
        (MachinePolicy(POLICY, read_only=True), FIX, "node.start", "no change at all"),
        (MachinePolicy(POLICY, read_only=True), SEND, "", "no change at all"),
        (MachinePolicy(POLICY, read_only=True), "computer:RunProgram", "x", "no change at all"),
        (MachinePolicy(POLICY, read_only=True), "ssm:CancelCommand", "", "no change at all"),
        (
            MachinePolicy(POLICY, forbidden_fixes=frozenset({"node.start"})),
            FIX,
            "node.start",
            POLICY,
        ),
        (MachinePolicy(POLICY, forbidden_fixes=frozenset({"node.start"})), FIX, "imds.enable", ""),
        (MachinePolicy(POLICY, allowed_fixes=frozenset({"node.start"})), FIX, "node.start", ""),
        (MachinePolicy(POLICY, allowed_fixes=frozenset()), FIX, "node.start", "node.start"),
        (MachinePolicy(POLICY, allowed_fixes=frozenset()), SEND, "agent.update", "agent.update"),
        (MachinePolicy(POLICY, allowed_fixes=frozenset()), SEND, "", ""),
        (MachinePolicy(POLICY, ask_nodes=False), SEND, "", "Run Command"),
        (MachinePolicy(POLICY, ask_nodes=False), SEND, "agent.update", ""),
        (MachinePolicy(POLICY, probe=False), START, "", "opening a session"),
        (MachinePolicy(POLICY, probe=False), "ssm:ResumeSession", "", "opening a session"),
        (MachinePolicy(POLICY, probe=False), SEND, "", ""),
        (MachinePolicy(POLICY, allowed_accounts=frozenset()), FIX, "node.start", ACCOUNT),
        (MachinePolicy(POLICY, allowed_accounts=frozenset({ACCOUNT})), FIX, "node.start", ""),
        (MachinePolicy(POLICY, allowed_accounts=frozenset()), "computer:Run", "x", ""),
        (MachinePolicy(POLICY, allowed_regions=frozenset({"us-east-1"})), FIX, "x", REGION),
        (MachinePolicy(POLICY, allowed_regions=frozenset({REGION})), FIX, "x", ""),
        (
            MachinePolicy(POLICY, probe=False, contact="ops@example.org"),
            START,
            "",
            "ops@example.org",
        ),
    ],
)
def test_the_policy_of_the_computer_is_kept(
    policy: MachinePolicy, name: str, fix: str, word: str
) -> None:
    told = said(Gate(policy), name, fix)
    assert (word in told) if word else told == ""
    assert said(Gate(policy, read_only=True), name, fix)


def test_what_the_window_asks_is_answered_as_the_door_answers() -> None:
    free, locked = Gate(), Gate(MachinePolicy(POLICY, read_only=True))
    switched = Gate(read_only=True)
    strict = Gate(MachinePolicy(POLICY, allowed_fixes=frozenset(), probe=False, ask_nodes=False))
    for gate, closed, refuses in (
        (free, False, False),
        (switched, True, True),
        (locked, True, True),
        (strict, False, True),
    ):
        assert (gate.closed() is not None) == closed == gate.read_only
        answers = (
            gate.refuses_fix("node.start", (ACCOUNT, REGION)),
            gate.refuses_probe(),
            gate.refuses_asking(),
        )
        assert [answer is not None for answer in answers] == [refuses] * 3
    assert (switched.code, locked.code, strict.code) == ("ReadOnly", "Policy", "Policy")
    here = Gate(MachinePolicy(POLICY, allowed_accounts=frozenset()))
    assert here.refuses_fix("computer.install-cli", None) is None
    assert here.refuses_fix("node.start", (ACCOUNT, REGION)) is not None
    sealed = Gate(sealed=text("A support bundle is shown."))
    sealed.switch(read_only=False)
    assert sealed.read_only
    assert said(sealed, FIX, "node.start") == "A support bundle is shown."
    locked.switch(read_only=False)
    assert locked.read_only


def test_an_answer_of_another_kind_begins_nothing() -> None:
    gate = Gate()
    for answer in ({}, {"Command": "odd"}, {"Command": {"CommandId": 7}}):
        gate.passed("ssm:SendCommand", answer)
    gate.switch(read_only=True)
    assert said(gate, "ssm:CancelCommand", CommandId="7")
