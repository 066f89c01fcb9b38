"""``ssmwizard probe``: what it says, what it answers, and how it ends."""

import json
import signal
import threading
from collections.abc import Callable
from typing import Any

import pytest
from support.command import Said, nodes

from ssmwizard import demo
from ssmwizard.demo.computer import DemoComputer
from ssmwizard.model.computer import Start
from ssmwizard.model.probe import Ending, Handover, Stage, Talk

Run = Callable[..., Said]


def test_a_session_that_opens_is_told_of_stage_by_stage(run: Run, account: demo.Demo) -> None:
    node = nodes(account)["web-01"]
    said = run("probe", node, "--demo")
    assert said.status == 0
    assert "A real session opened" in said.out
    assert "The node answered what was typed: 1.4 s" in said.out
    for words in ("CloudTrail", "camille", f"{node}: The plugin took the session over"):
        assert words in said.err
    assert "ssm:TerminateSession" in account.calls


def test_for_programs_it_is_told_as_json(run: Run, account: demo.Demo) -> None:
    told = run("probe", nodes(account)["web-01"], "--demo", "--format", "json").json()
    assert (told["opened"], told["stage"], told["gone"]) == (True, "echoed", True)
    assert [one["stage"] for one in told["stages"]] == ["handed-over", "shown", "echoed"]
    assert told["node"]["verdict"] == "ready"
    assert told["finding"]["check"] == "probe.session"
    assert told["session"].startswith("camille-")
    assert "stream-token" not in json.dumps(told)


def test_one_that_fails_ends_with_1_and_one_that_cannot_be_tried_says_why(
    run: Run, account: demo.Demo
) -> None:
    broken = run("probe", nodes(account)["compta-01"], "--demo", "--format", "json")
    assert broken.status == 1
    assert broken.json()["opened"] is False
    assert "domain controller" in broken.json()["finding"]["message"]
    shut = run("probe", nodes(account)["web-02"], "--demo", "--format", "json")
    assert shut.status == 1
    assert shut.json()["opened"] is None
    assert shut.json()["session"] is None
    assert shut.json()["gone"] is None
    assert "permission" in run("probe", nodes(account)["web-02"], "--demo").out


def test_read_only_mode_lets_none_be_opened(run: Run, account: demo.Demo) -> None:
    said = run("--read-only", "probe", nodes(account)["web-01"], "--demo")
    assert said.status == 3
    assert "read-only" in said.out.lower()
    assert "ssm:StartSession" not in account.calls


def test_check_tries_each_node_where_a_session_may_open(run: Run, account: demo.Demo) -> None:
    ids = nodes(account)
    words = ["--node", ids["web-01"], "--node", ids["web-02"], "--node", ids["git-01"]]
    said = run("check", "--demo", *words, "--probe", "--format", "json")
    assert account.calls.count("ssm:StartSession") == 2
    assert "CloudTrail" in said.err
    statuses = {
        one["subject"]: one["status"]
        for one in said.json()["findings"]
        if one["check"] == "probe.session"
    }
    assert statuses == {
        ids["web-01"]: "passed",
        ids["web-02"]: "skipped",
        ids["git-01"]: "passed",
    }


def test_ctrl_c_stops_it_and_the_session_is_ended(
    run: Run, account: demo.Demo, monkeypatch: pytest.MonkeyPatch
) -> None:
    def waits(
        _self: Any, _handover: Handover, told: Any, _cut_off: Any, stop: threading.Event
    ) -> Talk:
        told(Stage.HANDED_OVER)
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
        assert stop.wait(20)
        return Talk(Start.RAN, Ending.STOPPED, (), "", None, 1.0)

    monkeypatch.setattr(DemoComputer, "talk", waits)
    said = run("probe", nodes(account)["web-01"], "--demo")
    assert said.status == 130
    assert "being ended" in said.err
    sessions = account.world["regions"]["eu-west-3"]["sessions"].values()
    assert [one["Status"] for one in sessions] == ["Terminated"]
