"""Fixes of the computer on the demo's own computer: broken, planned, applied, verified, undone."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ssmwizard import demo
from ssmwizard.app import repair
from ssmwizard.app.choice import Choice
from ssmwizard.app.doors import Doors
from ssmwizard.app.inspect import Inspection, inspect, look_at_computer
from ssmwizard.app.repair import Applied, End, Moved, Proof
from ssmwizard.model.computer import Asked, NotDone, Operation
from ssmwizard.model.facts import Why
from ssmwizard.model.findings import Status
from ssmwizard.model.plans import NoPlan, Plan
from ssmwizard.outside.aws import LiveAws
from ssmwizard.outside.calls import CallFailed
from ssmwizard.outside.computer import Changeable, ThisComputer
from ssmwizard.outside.gate import Gate
from ssmwizard.outside.journal import Journal
from ssmwizard.outside.journal_entries import State
from tests.support.on_demo import stage

PATH = "computer.fix-search-path"
PLUGIN, CLI = "computer.install-plugin", "computer.install-cli"
CHECKS = {PATH: "computer.search-path", PLUGIN: "computer.plugin", CLI: "computer.aws-cli"}
ELSEWHERE = "/usr/local/sessionmanagerplugin/bin/session-manager-plugin"
EACH = pytest.mark.parametrize("fix", list(CHECKS))


class Failing:
    """The demo's computer with operations that fail."""

    def __init__(self, computer: Changeable, operations: Mapping[str, Operation]) -> None:
        self._computer = computer
        self._operations = operations

    def __getattr__(self, name: str) -> Any:
        return getattr(self._computer, name)

    def operations(self) -> Mapping[str, Operation]:
        return {**self._computer.operations(), **self._operations}


@pytest.fixture
def account() -> Iterator[demo.Demo]:
    opened = demo.open_account("new-computer", pace=0)
    yield opened
    opened.close()


@pytest.fixture
def doors(tmp_path: Path, account: demo.Demo) -> Doors:
    """The doors of somebody who is not signed in: nothing here needs an account."""

    def nobody(profile: str | None, region: str | None) -> LiveAws:
        return LiveAws(profile, region)

    return Doors(nobody, account.computer(ThisComputer().profiles), tmp_path / "journal.jsonl")


def status(inspection: Inspection, check: str) -> Status:
    (found,) = [one for one in inspection.findings if one.check == check]
    return found.status


def without_cli(account: demo.Demo) -> None:
    """Leave the demo's computer without an AWS CLI."""
    tools = account.world["computer"]["tools"]
    for path in [path for path in tools if path.endswith("/aws")]:
        del tools[path]


def planned(doors: Doors, fix: str) -> tuple[Inspection, Plan]:
    inspection = look_at_computer(doors)
    assert status(inspection, CHECKS[fix]) is Status.FAILED
    (plan,) = [one for one in repair.proposals(inspection) if one.fix == fix]
    assert isinstance(plan, Plan), plan
    return inspection, plan


def applied(doors: Doors, fix: str) -> Applied:
    inspection, plan = planned(doors, fix)
    outcome = repair.apply(doors, inspection, plan)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.DONE, outcome.says.english()
    return outcome


def state(account: demo.Demo) -> Any:
    return deepcopy(account.world["computer"])


@EACH
def test_broken_planned_applied_verified_undone_and_all_is_as_before(
    account: demo.Demo, doors: Doors, fix: str
) -> None:
    if fix == CLI:
        without_cli(account)
    before = state(account)
    inspection, plan = planned(doors, fix)
    assert (plan.nodes, plan.on_computer) == ((), True)
    outcome = repair.apply(doors, inspection, plan)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.DONE, outcome.says.english()
    assert state(account) != before
    verified = repair.verify(doors, inspection.choice, plan)
    assert verified.proof is Proof.VERIFIED, verified.says.english()
    (entry,) = Journal(doors.journal).entries()
    assert (entry.state, entry.account, entry.nodes) == (State.DONE, "", ())
    assert entry.on_computer
    undone = repair.undo(doors, entry.id)
    assert undone.end is End.DONE, undone.says.english()
    assert state(account) == before
    assert status(look_at_computer(doors), CHECKS[fix]) is Status.FAILED
    assert account.calls == []


@EACH
def test_applied_twice_changes_nothing_the_second_time(
    account: demo.Demo, doors: Doors, fix: str
) -> None:
    if fix == CLI:
        without_cli(account)
    inspection, plan = planned(doors, fix)
    assert isinstance(repair.apply(doors, inspection, plan), Applied)
    after = state(account)
    again = repair.apply(doors, inspection, plan)
    assert isinstance(again, Moved)
    assert "nothing left to do" in again.says.english()
    assert state(account) == after


@EACH
def test_a_read_only_run_changes_nothing(account: demo.Demo, doors: Doors, fix: str) -> None:
    if fix == CLI:
        without_cli(account)
    before = state(account)
    inspection, plan = planned(doors, fix)
    shut = replace(doors, gate=Gate(read_only=True))
    outcome = repair.apply(shut, inspection, plan)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.REFUSED
    for change in plan.changes:
        with pytest.raises(CallFailed) as refused:
            shut.hands(fix).call(change.call.operation, change.call.parameters)
        assert refused.value.why is Why.READ_ONLY
    assert state(account) == before


def test_what_somebody_altered_since_is_not_taken_back(account: demo.Demo, doors: Doors) -> None:
    outcome = applied(doors, PATH)
    files = account.world["computer"]["files"]
    path = str(outcome.plan.changes[0].call.parameters["File"])
    files[path] = files[path].replace("export PATH", "export PATH # mine")
    altered = state(account)
    assert outcome.entry is not None
    undone = repair.undo(doors, outcome.entry)
    assert undone.end is End.REFUSED
    assert "somebody changed this since" in undone.says.english()
    assert state(account) == altered


def test_what_changed_between_plan_and_yes_is_planned_anew(
    account: demo.Demo, doors: Doors
) -> None:
    inspection, plan = planned(doors, PATH)
    account.world["computer"]["tools"] = {"/opt/aws/bin/aws": "2.32.17"}
    answer = repair.apply(doors, inspection, plan)
    assert isinstance(answer, Moved)
    (other,) = answer.plans
    assert "/opt/aws/bin" in str(other)


def test_no_account_is_asked_about_and_no_right_is_missing(doors: Doors) -> None:
    inspection, plan = planned(doors, PATH)
    assert repair.rights(doors, inspection.choice, plan, threading.Event()) == {}
    assert repair.needed(plan) == ()
    lines = repair.cli_lines(plan, None, None)
    assert all(line.startswith("#") or not line for line in lines)
    assert any("at the end of /home/camille/.profile" in line for line in lines)


def test_a_computer_on_which_all_is_well_has_nothing_to_mend(tmp_path: Path) -> None:
    account = demo.open_account("healthy", pace=0)
    computer = account.computer(ThisComputer().profiles)
    doors = Doors(LiveAws, computer, tmp_path / "journal.jsonl")
    assert repair.proposals(look_at_computer(doors)) == ()
    (answer,) = repair.plans(look_at_computer(doors), PATH, ())
    assert isinstance(answer, NoPlan)
    assert answer.nothing_to_do


@pytest.mark.parametrize(
    ("code", "why", "state"),
    [
        ("WrongSignature", Why.FAILED, State.FAILED),
        ("DownloadFailed", Why.UNREACHABLE, State.FAILED),
        ("DownloadFailed", Why.TIMED_OUT, State.FAILED),
        ("Stopped", Why.CANCELLED, State.FAILED),
        ("InstallerFailed", Why.FAILED, State.FAILED),
        ("InstallerStopped", Why.TIMED_OUT, State.UNFINISHED),
    ],
)
def test_only_an_installer_that_was_cut_short_leaves_a_doubt(
    account: demo.Demo, doors: Doors, code: str, why: Why, state: State
) -> None:
    def fails(asked: Asked) -> Mapping[str, Any]:
        asked.say("half of it")
        raise NotDone(code, "said why", why)

    computer = Failing(doors.computer, {"InstallDownload": fails})
    shut = replace(doors, computer=computer)
    inspection, plan = planned(shut, PLUGIN)
    said: list[str] = []
    outcome = repair.apply(shut, inspection, plan, lambda step: said.append(step.says.english()))
    assert isinstance(outcome, Applied)
    assert outcome.end is End.FAILED
    assert "said why" in outcome.says.english()
    assert any("It says: half of it" in one for one in said)
    (entry,) = Journal(doors.journal).entries()
    assert entry.state is state


def test_an_installer_that_was_cut_short_after_its_work_was_done_has_done_it(
    account: demo.Demo, doors: Doors
) -> None:
    def slow(asked: Asked) -> Mapping[str, Any]:
        doors.computer.operations()["InstallDownload"](asked)
        raise NotDone("InstallerStopped", "said why", Why.TIMED_OUT)

    waiting = replace(doors, computer=Failing(doors.computer, {"InstallDownload": slow}))
    inspection, plan = planned(waiting, PLUGIN)
    outcome = repair.apply(waiting, inspection, plan)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.DONE
    assert repair.verify(doors, inspection.choice, plan).proof is Proof.VERIFIED
    before = state(account)
    assert outcome.entry is not None
    assert repair.undo(doors, outcome.entry).end is End.DONE
    assert state(account) != before


@EACH
def test_a_plan_of_a_whole_inspection_is_the_same_and_names_no_node(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fix: str
) -> None:
    on = stage(tmp_path, monkeypatch, scenario="new-computer")
    computer = on.account.computer(ThisComputer().profiles)
    doors = replace(on.doors, computer=computer)
    if fix == CLI:
        without_cli(on.account)
    inspection = inspect(doors, Choice("demo-admin", None, every_node=True))
    (plan,) = [one for one in repair.proposals(inspection) if one.fix == fix]
    assert isinstance(plan, Plan)
    assert plan.nodes == ()
    assert repair.plans(look_at_computer(doors), fix, ()) == (plan,)
    outcome = repair.apply(doors, inspection, plan)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.DONE
    assert repair.verify(doors, inspection.choice, plan).proof is Proof.VERIFIED
