"""Nodes of the demo account, asked what only they know."""

import json
import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from support.command import nodes as ids_by_name
from support.facts import (
    hybrid,
    known,
    managed,
    node,
    says,
    shown,
    snapshot,
)
from support.on_demo import Stage, stage

from ssmwizard.app import bundle, questions
from ssmwizard.app.bundle_reading import open_bundle
from ssmwizard.app.inspect import Choice, Inspection, inspect, replay
from ssmwizard.app.together import Together
from ssmwizard.model.diagnosis import Diagnosis
from ssmwizard.model.facts import Known, Unknown, Why
from ssmwizard.model.findings import Finding, Grade, Status
from ssmwizard.model.session import Preferences, SessionFacts
from ssmwizard.outside import aws
from ssmwizard.outside.calls import Call

COMMANDS = ("ssm:SendCommand", "ssm:ListCommandInvocations", "ssm:GetCommandInvocation")
Open = Callable[..., Stage]


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aws, "ATTEMPTS", 1)
    monkeypatch.setattr(questions, "PAUSES", (0, 0, 0.05, 0.05, 0.05))


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    return lambda **more: stage(tmp_path, monkeypatch, **more)


def look(
    on: Stage, *names: str, given: Mapping[str, str] | None = None, **more: object
) -> Inspection:
    """Look at nodes by name; the recording tells the same, also through a bundle."""
    ids = tuple(ids_by_name(on.account)[name] for name in names)
    told: dict[str, object] = {"local": False, "ask_nodes": True, **more}
    choice = Choice("demo-admin", nodes=ids, **told)  # type: ignore[arg-type]
    found = inspect(on.doors, choice, given=given)
    for finding in found.findings:
        says(finding)
    again = replay(found.recording)
    assert again.findings == found.findings
    assert again.snapshot.nodes == found.snapshot.nodes
    return found


def of(found: Inspection, name: str) -> dict[str, Finding]:
    node_id = next(one.node for one in found.verdicts if one.name == name)
    return {one.check: one for one in found.findings if one.concerns(node_id)}


def diagnosis(found: Inspection, place: int = 0) -> Any:
    return found.snapshot.nodes[place].diagnosis


def agent(on: Stage, name: str) -> dict[str, Any]:
    """The demo's own record of a node, to be changed."""
    nodes: dict[str, Any] = on.account.world["regions"]["eu-west-3"]["nodes"]
    return nodes[ids_by_name(on.account)[name]]


def test_nobody_is_asked_unless_the_operator_wishes_it(opened: Open) -> None:
    calls = look(opened(), "web-01", "compta-01", ask_nodes=False).calls
    assert not set(calls) & set(COMMANDS)


def test_nodes_that_are_online_are_asked_together_by_platform_and_the_others_not(
    opened: Open,
) -> None:
    names = ("web-01", "mac-build-01", "compta-01", "srv-lyon-01", "web-03", "web-04")
    found = look(opened(), *names)
    calls = found.calls
    assert calls["ssm:SendCommand"] == 2
    assert calls["ssm:GetCommandInvocation"] == 4
    asked = [isinstance(one.diagnosis, Known) for one in found.snapshot.nodes]
    assert asked == [True, True, True, True, False, False]
    assert diagnosis(found, 4).why is Why.NOT_COLLECTED


def test_what_only_the_node_knows_is_found(opened: Open) -> None:
    on = opened()
    before = of(look(on, "compta-01", ask_nodes=False), "compta-01")["os.ssm-user"]
    assert before.status is Status.SKIPPED
    found = of(look(on, "compta-01"), "compta-01")["os.ssm-user"]
    assert (found.status, found.grade, found.is_root_cause) == (
        Status.FAILED,
        Grade.PROVED,
        True,
    )
    agent(on, "compta-01")["Users"] = ["ssm-user"]
    assert of(look(on, "compta-01"), "compta-01")["os.ssm-user"].status is Status.PASSED


def test_a_nano_server_is_known_by_its_edition(opened: Open) -> None:
    on = opened()
    agent(on, "compta-01")["SystemSku"] = "143"
    found = of(look(on, "compta-01"), "compta-01")["os.supported"]
    assert (found.status, found.grade) == (Status.FAILED, Grade.PROVED)


def test_a_host_that_the_node_cannot_reach_is_why_it_has_no_channel(opened: Open) -> None:
    on = opened()
    agent(on, "web-01")["Unreachable"] = ["ssmmessages"]
    on.by_hand("ssm", "DescribeActivations")
    found = of(look(on, "web-01"), "web-01")["node.connected"]
    assert found.status is Status.FAILED
    assert "ssmmessages.eu-west-3.amazonaws.com is not reachable" in shown(found.text)


def test_passwords_of_proxies_are_in_nothing_that_is_kept(opened: Open, tmp_path: Path) -> None:
    on = opened()
    agent(on, "web-01")["Proxy"] = "http://ann:hun/t@r2@proxy.example:3128"
    heard: list[Call] = []
    on.heard.append(heard.append)
    found = look(on, "web-01")
    told = diagnosis(found).require().probe("Proxy configuration")
    assert "proxy.example:3128" in told.note
    assert "hun" not in told.note
    assert "hun/t" not in json.dumps(found.recording)
    written = bundle.write(tmp_path / "b.zip", found, ())
    assert open_bundle(written).inspection.findings == found.findings
    # The script takes it out on the node already.
    (answer,) = [one.answer for one in heard if one.name == COMMANDS[2]]
    assert answer is not None
    assert "hun/t" not in str(answer["StandardOutputContent"])


def test_a_full_disk_is_said_where_no_script_can_run(opened: Open) -> None:
    on = opened()
    agent(on, "web-01")["DiskFreeKib"] = 0
    fact = diagnosis(look(on, "web-01"))
    assert isinstance(fact, Unknown)
    assert "no space left on device" in fact.detail


def test_an_early_agent_answers_what_it_can(opened: Open) -> None:
    told = diagnosis(look(opened(), "jenkins-old")).require()
    assert (told.probes, told.system) == ((), "Linux")
    assert "Invalid command" in told.trouble


@pytest.mark.parametrize("right", COMMANDS)
def test_what_may_not_be_asked_is_not_known_and_changes_no_other_finding(
    opened: Open, right: str
) -> None:
    on = opened()
    before = look(on, "compta-01", "web-01")
    on.account.deny(right)
    after = look(on, "compta-01", "web-01")
    assert {diagnosis(after, place).right for place in (0, 1)} == {right}
    changed = {
        (one.check, other.status)
        for one, other in zip(before.findings, after.findings, strict=True)
        if one.status is not other.status
    }
    assert changed == {("os.ssm-user", Status.UNKNOWN)}


def test_read_only_mode_runs_nothing_on_any_node(opened: Open) -> None:
    on = opened(read_only=True)
    found = look(on, "web-01", "compta-01")
    assert "ssm:SendCommand" not in on.account.calls
    assert diagnosis(found).why is Why.READ_ONLY
    refused = of(found, "compta-01")["os.ssm-user"]
    assert refused.status is Status.UNKNOWN
    assert "read-only" in shown(refused.text)


def test_nodes_that_do_not_answer_in_time_are_waited_for_no_longer(opened: Open) -> None:
    on = opened(pace=60)
    fact = diagnosis(look(on, "web-01"))
    assert (fact.why, fact.source.call) == (Why.TIMED_OUT, "ssm:SendCommand")


def test_a_list_that_fails_once_is_asked_for_again(opened: Open) -> None:
    on = opened()
    on.account.break_answer("ssm:ListCommandInvocations", "http-500", times=1)
    assert isinstance(diagnosis(look(on, "web-01")), Known)


def test_one_node_that_has_just_gone_does_not_silence_the_others(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = opened()
    ids = ids_by_name(on.account)
    told = look(on, "web-01", "git-01", ask_nodes=False).snapshot
    agent(on, "git-01").update(AgentRunning=False)
    on.by_hand("ssm", "DescribeActivations")
    door = on.doors.aws("demo-admin", None)
    answers = questions.ask(told, door, Together(threading.Event()))
    assert isinstance(answers[0].diagnosis, Known)
    assert isinstance(answers[1].diagnosis, Unknown)
    assert answers[1].diagnosis.code == "InvalidInstanceId"
    assert answers[1].id == ids["git-01"]


def test_asking_can_be_cancelled(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions, "PAUSES", (30, 30))
    on = opened(pace=60)
    stop = threading.Event()

    def heard(call: Call) -> None:
        if call.name == "ssm:SendCommand":
            stop.set()

    on.heard.append(heard)
    ids = (ids_by_name(on.account)["web-01"],)
    choice = Choice("demo-admin", nodes=ids, local=False, ask_nodes=True)
    found = inspect(on.doors, choice, cancelled=stop)
    assert diagnosis(found).why is Why.CANCELLED
    assert replay(found.recording).findings == found.findings


def test_a_recording_is_read_with_whatever_the_script_is_by_then(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = look(opened(), "compta-01")
    monkeypatch.setattr(questions.commands, "script", lambda _name, _users: ("echo another",))
    assert replay(found.recording).findings == found.findings


# Given by hand.

PASTED = json.dumps(
    {
        "DiagnosticsOutput": [
            {
                "Check": "Proxy configuration",
                "Status": "Success",
                "Note": "Detected proxy configuration: http_proxy: http://ann:hun/t@r2@proxy:3128 ",
            },
            {"Check": "Agent service", "Status": "Failed", "Note": "Agent is not running"},
        ]
    }
)


def test_what_is_given_by_hand_explains_a_node_that_nobody_can_ask(opened: Open) -> None:
    on = opened()
    lost = ids_by_name(on.account)["srv-lyon-02"]
    found = look(on, "srv-lyon-02", given={lost: PASTED}, ask_nodes=False)
    online = of(found, "srv-lyon-02")["node.online"]
    assert "Agent is not running" in shown(online.text)
    assert online.evidence[-1].source == questions.BY_HAND
    assert "hun/t" not in json.dumps(found.recording)
    assert "ssm:SendCommand" not in found.calls


def test_a_node_that_answers_itself_is_believed_before_what_was_given(opened: Open) -> None:
    on = opened()
    there = ids_by_name(on.account)["web-01"]
    assert diagnosis(look(on, "web-01", given={there: PASTED})).source.call == COMMANDS[2]
    on.account.deny(COMMANDS[0])
    assert diagnosis(look(on, "web-01", given={there: PASTED})).source.call == questions.BY_HAND


def test_what_is_no_diagnosis_is_kept_as_what_it_is(opened: Open) -> None:
    on = opened()
    lost = ids_by_name(on.account)["srv-lyon-02"]
    found = look(on, "srv-lyon-02", given={lost: "needs to be executed by root"})
    assert diagnosis(found).detail == "needs to be executed by root"
    assert of(found, "srv-lyon-02")["node.online"].status is Status.FAILED


@pytest.mark.parametrize(
    ("node_id", "said", "word"),
    [
        ("i-0123456789abcdef0", PASTED, None),
        ("i-0123456789abcdef0", "get-diagnostics needs to be executed by root", "by root"),
        ("i-0123456789abcdef0", "", "root or administrator"),
        ("i-0123456789abcdef0", "{A}", "{A}"),
        ("i-0123456789abcdef0", "IMDS", "i-0fffffffffffffff0"),
        ("mi-0123456789abcdef0", "IMDS", None),
    ],
)
def test_what_cannot_be_of_the_node_is_refused_with_a_reason(
    node_id: str, said: str, word: str | None
) -> None:
    if said == "IMDS":
        note = "IMDS is accessible and has instance id i-0fffffffffffffff0 in region eu-west-3"
        said = json.dumps({"Check": "EC2 IMDS", "Status": "Success", "Note": note})
    reason = questions.refused(node_id, said)
    assert (reason is None) is (word is None)
    assert reason is None or word in shown(reason)  # type: ignore[operator]


# What would be asked.


def test_what_will_be_run_is_shown_before() -> None:
    linux, other = node(), hybrid(platform_type="Windows")
    lost = node("i-0000000000000000a", managed=managed(ping="ConnectionLost"))
    preferences = Preferences("d", "1", run_as=True, run_as_user="deploy")
    of_all = snapshot(linux, other, lost, session=SessionFacts(preferences=known(preferences)))
    one, two = questions.to_ask(of_all)
    assert (one.document, one.nodes) == ("AWS-RunShellScript", (linux.id,))
    assert (two.document, two.nodes) == ("AWS-RunPowerShellScript", (other.id,))
    assert any("user deploy=" in line for line in one.lines)
    assert questions.billed(of_all, (one, two)) == 1
    assert questions.billed(snapshot(linux, partition="aws-new"), ()) == 0


@pytest.mark.parametrize(
    "preferences",
    [
        None,
        Preferences("d", "1", run_as=False, run_as_user="x"),
        Preferences("d", "1", run_as=True),
    ],
)
def test_only_the_user_of_run_as_is_asked_for_besides(preferences: Preferences | None) -> None:
    (asked,) = questions.to_ask(
        snapshot(node(), session=SessionFacts(preferences=known(preferences)))
    )
    assert sum(line.startswith('echo "user ') for line in asked.lines) == 1


def test_no_command_goes_to_more_nodes_than_the_service_takes() -> None:
    many = tuple(
        node(f"mi-{number:017x}", managed=managed(f"mi-{number:017x}")) for number in range(120)
    )
    assert [len(one.nodes) for one in questions.to_ask(snapshot(*many))] == [50, 50, 20]


def test_before_the_day_it_costs_nothing() -> None:
    early = snapshot(hybrid(), now=datetime(2026, 9, 29, tzinfo=UTC))
    assert questions.billed(early, questions.to_ask(early)) == 0


def test_an_empty_diagnosis_is_none() -> None:
    assert Diagnosis().empty
    assert Diagnosis(trouble="x").empty
    assert not Diagnosis(system="Linux").empty


# The console output.


def test_consoles_of_silent_instances_are_read_only_on_wish_and_no_secret_is_kept(
    opened: Open, tmp_path: Path
) -> None:
    on = opened()
    names = ("web-01", "vault-01", "web-04", "srv-lyon-02")
    quiet = look(on, *names, ask_nodes=False)
    assert "ec2:GetConsoleOutput" not in quiet.calls
    found = look(on, *names, ask_nodes=False, consoles=True)
    assert found.calls["ec2:GetConsoleOutput"] == 1
    lines = found.snapshot.nodes[1].console.require()
    assert "hibernate" in lines[-1]
    assert "hibernate" in shown(of(found, "vault-01")["node.registered"].text)
    assert "correct-horse" not in json.dumps(found.recording)
    written = bundle.write(tmp_path / "b.zip", found, ())
    assert open_bundle(written).inspection.findings == found.findings


def test_a_console_that_may_not_be_read_changes_no_status(opened: Open) -> None:
    on = opened()
    before = look(on, "vault-01", ask_nodes=False, consoles=True)
    on.account.deny("ec2:GetConsoleOutput")
    after = look(on, "vault-01", ask_nodes=False, consoles=True)
    assert [one.status for one in before.findings] == [one.status for one in after.findings]
