"""A machine outside EC2 that is in no list registers anew: from the finding to the proof."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ssmwizard.app import repair
from ssmwizard.app.choice import Choice
from ssmwizard.app.inspect import Inspection, inspect
from ssmwizard.app.repair import Applied, End, Moved, Proof
from ssmwizard.model.plans import NoPlan, Once, Plan, Wait
from tests.support.on_demo import Stage, stage

FIX = "node.new-activation"
LOST = ("mi-0123456789abcdef0", "mi-0123456789abcdef1")


@pytest.fixture
def on_demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    return stage(tmp_path, monkeypatch)


def planned(on_demo: Stage, *nodes: str) -> tuple[Inspection, Plan]:
    inspection = inspect(on_demo.doors, Choice("demo-admin", None, nodes or LOST, local=False))
    (plan,) = [one for one in repair.proposals(inspection) if one.fix == FIX]
    assert isinstance(plan, Plan), plan
    return inspection, plan


def made(on_demo: Stage, inspection: Inspection, plan: Plan) -> tuple[Applied, dict[str, str]]:
    shown: list[Once] = []
    outcome = repair.apply(on_demo.doors, inspection, plan, show=shown.append)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.DONE, outcome.says.english()
    (once,) = shown
    return outcome, dict(once.told)


@pytest.fixture
def nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """An account in which nobody has run the command yet."""
    return stage(tmp_path, monkeypatch, pace=1)


def region(on_demo: Stage) -> Any:
    return on_demo.account.world["regions"]["eu-west-3"]


def quick(applied: Applied, seconds: int = 20) -> Plan:
    return replace(applied.plan, wait=Wait(applied.plan.wait.says, every=1, at_most=seconds))


def test_it_is_the_cause_of_a_machine_that_is_nowhere_and_heals_all_of_them(
    on_demo: Stage,
) -> None:
    inspection, plan = planned(on_demo)
    found = {one.check: one for one in inspection.findings if one.subject == LOST[0]}
    assert found["node.exists"].is_root_cause
    assert found["node.exists"].fixes == (FIX,)
    assert found["node.activation"].blocked_by == ("node.exists",)
    assert plan.nodes == LOST
    assert plan.changes[0].call.parameters["IamRole"] == "service-role/HybridServers"


def test_made_shown_once_registered_and_proved_under_the_new_ids(on_demo: Stage) -> None:
    inspection, plan = planned(on_demo)
    outcome, told = made(on_demo, inspection, plan)
    activation = region(on_demo)["activations"][told["ActivationId"]]
    assert activation["RegistrationLimit"] == len(LOST)
    proof = repair.verify(on_demo.doors, inspection.choice, quick(outcome))
    assert proof.proof is Proof.VERIFIED, proof.says.english()
    new = [
        one["InstanceId"]
        for one in region(on_demo)["nodes"].values()
        if one["ActivationId"] == told["ActivationId"]
    ]
    assert len(new) == len(LOST)
    assert all(node in proof.says.english() for node in new)
    assert proof.inspection is not None
    assert sorted(one.node for one in proof.inspection.verdicts) == sorted(new)
    assert all(one.standing == "ready" for one in proof.inspection.verdicts)


def test_as_long_as_nobody_has_run_the_command_it_waits_and_can_be_left(nobody: Stage) -> None:
    inspection, plan = planned(nobody)
    outcome, _ = made(nobody, inspection, plan)
    before = len(nobody.account.calls)
    proof = repair.verify(nobody.doors, inspection.choice, quick(outcome, 1))
    assert proof.proof is Proof.NOT_YET
    assert "0 of 2" in proof.says.english()
    assert set(nobody.account.calls[before:]) == {"ssm:DescribeInstanceInformation"}


def test_that_it_cannot_be_seen_who_registered_is_said_and_not_taken_for_nobody(
    on_demo: Stage,
) -> None:
    inspection, plan = planned(on_demo)
    outcome, _ = made(on_demo, inspection, plan)
    on_demo.account.deny("ssm:DescribeInstanceInformation")
    proof = repair.verify(on_demo.doors, inspection.choice, quick(outcome, 0))
    assert proof.proof is Proof.NOT_YET
    assert "ssm:DescribeInstanceInformation" in proof.says.english()
    assert "0 of 2" not in proof.says.english()


def test_taken_back_the_account_is_as_it_was(nobody: Stage) -> None:
    before = dict(region(nobody)["activations"])
    inspection, plan = planned(nobody)
    outcome, _ = made(nobody, inspection, plan)
    assert outcome.entry is not None
    undone = repair.undo(nobody.doors, outcome.entry)
    assert undone.end is End.DONE, undone.says.english()
    assert region(nobody)["activations"] == before


def test_it_is_not_taken_back_once_a_machine_has_registered(on_demo: Stage) -> None:
    inspection, plan = planned(on_demo)
    outcome, told = made(on_demo, inspection, plan)
    on_demo.by_hand("ssm", "DescribeActivations")
    assert outcome.entry is not None
    undone = repair.undo(on_demo.doors, outcome.entry)
    assert undone.end is End.REFUSED
    assert told["ActivationId"] in region(on_demo)["activations"]


def test_a_second_time_nothing_is_made(nobody: Stage) -> None:
    inspection, plan = planned(nobody)
    _, told = made(nobody, inspection, plan)
    before = len(nobody.account.calls)
    again = repair.apply(nobody.doors, inspection, plan, show=lambda _: None)
    assert isinstance(again, Moved)
    answer, _ = again.plans
    assert isinstance(answer, NoPlan)
    assert told["ActivationId"] in answer.reason.english()
    assert nobody.calls_since(before) == []


def test_a_machine_that_has_registered_anew_gets_no_second_activation(on_demo: Stage) -> None:
    inspection, plan = planned(on_demo)
    _, told = made(on_demo, inspection, plan)
    on_demo.by_hand("ssm", "DescribeActivations")
    again = repair.apply(on_demo.doors, inspection, plan, show=lambda _: None)
    assert isinstance(again, Moved)
    assert all(isinstance(one, NoPlan) and one.nothing_to_do for one in again.plans)
    new = [
        one["InstanceId"]
        for one in region(on_demo)["nodes"].values()
        if one["ActivationId"] == told["ActivationId"]
    ]
    (found, _) = [one for one in again.inspection.findings if one.check == "node.activation"]
    assert all(node in found.text.english() for node in new)


def test_nothing_is_made_where_the_code_could_not_be_shown(on_demo: Stage) -> None:
    inspection, plan = planned(on_demo)
    before = len(on_demo.account.calls)
    outcome = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.REFUSED
    assert on_demo.account.calls[before:] == []


def test_the_code_is_in_nothing_that_is_kept_or_said(on_demo: Stage) -> None:
    heard: list[object] = []
    on_demo.heard.append(heard.append)
    inspection, plan = planned(on_demo)
    steps: list[object] = []
    shown: list[Once] = []
    outcome = repair.apply(on_demo.doors, inspection, plan, steps.append, show=shown.append)
    assert isinstance(outcome, Applied)
    proof = repair.verify(on_demo.doors, inspection.choice, quick(outcome))
    code = shown[0].told["ActivationCode"]
    assert len(code) == 20
    said = repr((outcome, steps, shown, heard, proof, plan))
    assert code not in said
    assert code not in on_demo.doors.journal.read_text()
