"""``ssmwizard watch``: many nodes are watched, and what runs on them is stopped."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest
from support.command import Run

from ssmwizard import demo
from ssmwizard.app.following import Sent, Watched, nothing_heard, of_command
from ssmwizard.cli import console, watch
from ssmwizard.model.plans import Engine, Follow

UPDATE = ("fix", "--demo", "--profile", "demo-admin", "agent.update", "--apply", "--yes")


def node_of(account: demo.Demo, name: str) -> str:
    region = account.world["regions"]["eu-west-3"]
    return next(key for key, one in region["nodes"].items() if one["Name"] == name)


@pytest.fixture
def entry(run: Run, account: demo.Demo) -> str:
    told = run(*UPDATE, "--node", node_of(account, "wiki-01"), "--format", "json")
    (outcome,) = json.loads(told.out)["outcomes"]
    assert outcome["watched"]["done"] == 1
    return str(outcome["entry"])


def test_the_progress_is_told_besides_the_answer(run: Run, account: demo.Demo) -> None:
    told = run(*UPDATE, "--node", node_of(account, "wiki-01"))
    assert told.status == 0
    assert "Of 1 nodes 1 are done" in told.err
    assert "Of 1 nodes" not in told.out


def test_an_entry_is_watched_until_it_is_over(run: Run, entry: str) -> None:
    told = run("watch", "--demo", entry)
    assert (told.status, told.out.startswith("Of 1 nodes 1 are done")) == (0, True)
    told = run("watch", "--demo", entry, "--once", "--format", "json")
    answer = json.loads(told.out)
    assert answer["entry"] == entry
    assert answer["watched"] == {
        "over": True,
        "total": 1,
        "waiting": 0,
        "running": 0,
        "done": 1,
        "failed": 0,
        "unreached": 0,
        "stopped": 0,
        "unclear": 0,
        "trouble": [],
    }
    assert f"watch: ssmwizard watch {entry}" in run("journal", "--demo").out


def test_what_is_over_cannot_be_stopped(run: Run, entry: str, account: demo.Demo) -> None:
    for words in (("--stop",), ("--stop", "--yes")):
        told = run("watch", "--demo", entry, *words)
        assert told.status == 1
        assert "Nothing of it goes on" in told.out
    assert "ssm:CancelCommand" not in account.calls


def test_nodes_on_which_it_failed_are_named(run: Run, account: demo.Demo) -> None:
    node = node_of(account, "wiki-01")
    account.world["regions"]["eu-west-3"]["nodes"][node]["Unreachable"] = ["s3"]
    told = run(*UPDATE, "--node", node, "--format", "json")
    assert told.status == 1
    (outcome,) = json.loads(told.out)["outcomes"]
    assert outcome["watched"]["trouble"] == [{"node": node, "details": "Failed"}]
    told = run("watch", "--demo", outcome["entry"])
    assert told.status == 1
    assert f"It did not work on {node} (Failed)." in told.out


def test_without_the_right_to_watch_it_is_not_known(
    run: Run, entry: str, account: demo.Demo
) -> None:
    account.deny("ssm:ListCommandInvocations")
    told = run("watch", "--demo", entry)
    assert told.status == 3
    assert "ssm:ListCommandInvocations" in told.out


def test_an_entry_that_is_not_there_is_wrong_use(run: Run, account: demo.Demo) -> None:
    told = run("watch", "--demo", "nothing")
    assert told.status == 2
    assert "no entry nothing" in told.err


def running(account: demo.Demo) -> None:
    """Let the one command be under way again, on its one node."""
    region = account.world["regions"]["eu-west-3"]
    for command in region["commands"].values():
        command.update(Status="InProgress", StatusDetails="InProgress")
    for one in region["invocations"].values():
        one.update(Status="InProgress", StatusDetails="InProgress", Ended=None)


@pytest.mark.parametrize("typed", ["stop\n", "no\n"])
def test_what_runs_is_stopped_after_a_question(
    run: Run, entry: str, account: demo.Demo, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    running(account)
    monkeypatch.setattr("ssmwizard.app.stopping.STOP_SECONDS", 0)
    monkeypatch.setattr("sys.stdin", Typed(typed))
    told = run("watch", "--demo", entry, "--stop")
    cancelled = typed == "stop\n"
    assert ("ssm:CancelCommand" in account.calls) is cancelled
    if cancelled:
        assert "1 of 1 nodes had begun" in told.out
    else:
        assert "Nothing was changed." in told.err


class Typed:
    """A terminal on which something is typed."""

    def __init__(self, typed: str) -> None:
        self.typed = typed

    def isatty(self) -> bool:
        return True

    def readline(self) -> str:
        return self.typed


WATCHED = Watched(
    (
        of_command(
            Sent(0, Follow(Engine.COMMAND, "c-1", ("i-1", "i-2"), 0)),
            [{"InstanceId": "i-1", "Status": "InProgress"}],
        ),
    )
)


@pytest.mark.parametrize(("typed", "left"), [("stop\n", False), ("\n", True), ("", True)])
def test_after_an_interrupt_it_is_asked_whether_what_runs_is_to_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str, left: bool
) -> None:
    monkeypatch.setattr("sys.stdin", Typed(typed))
    assert watch.leave(WATCHED) is left
    assert "1 nodes are running it, 1 are waiting" in capsys.readouterr().err


def test_without_a_terminal_an_interrupt_ends_what_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "asks", lambda: False)
    assert watch.leave(WATCHED) is False


def test_off_a_terminal_progress_is_told_by_the_tenth(capsys: pytest.CaptureFixture[str]) -> None:
    nodes = tuple(f"i-{number}" for number in range(100))
    sent = Sent(0, Follow(Engine.COMMAND, "c-1", nodes, 0))
    follow = watch.Follower()
    follow(Watched((nothing_heard(sent),)))
    for done in range(0, 101, 2):
        rows = [{"InstanceId": node, "Status": "Success"} for node in nodes[:done]]
        follow(Watched((of_command(sent, rows),)))
    follow.end()
    assert len(capsys.readouterr().err.splitlines()) == 11


def test_on_a_terminal_progress_is_one_line_that_changes(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    watch.Follower()(WATCHED)
    told: Any = capsys.readouterr().err
    assert told.startswith(console.CLEAR_LINE)
    assert "\n" not in told
