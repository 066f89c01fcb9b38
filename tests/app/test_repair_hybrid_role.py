"""A machine outside EC2 gets another service role, on an account that really answers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ssmwizard.app import repair
from ssmwizard.app.choice import Choice
from ssmwizard.app.inspect import Inspection, inspect
from ssmwizard.app.repair import Applied, End, Moved, Proof
from ssmwizard.model.plans import NoPlan, Plan, Wait
from tests.support.on_demo import Stage, stage

FIX = "role.change-hybrid-role"
OLD = "HybridServersOld"


def node_of(on_demo: Stage) -> Any:
    nodes = on_demo.account.world["regions"]["eu-west-3"]["nodes"].values()
    (found,) = [node for node in nodes if node["ComputerName"].startswith("srv-nantes-01")]
    return found


def held_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """The role of a machine denies what a node needs, on purpose."""
    on_demo = stage(folder, monkeypatch)
    role = on_demo.account.world["iam"]["roles"][OLD]
    denied = {"Effect": "Deny", "Action": "ssmmessages:*", "Resource": "*"}
    role["Inline"]["no-sessions"] = {"Version": "2012-10-17", "Statement": [denied]}
    return on_demo


def planned(on_demo: Stage) -> tuple[Inspection, Plan]:
    nodes = (node_of(on_demo)["InstanceId"],)
    inspection = inspect(on_demo.doors, Choice("demo-admin", None, nodes, local=False))
    (plan,) = [one for one in repair.proposals(inspection) if one.fix == FIX]
    assert isinstance(plan, Plan), plan
    return inspection, plan


def test_held_back_changed_proved_and_changed_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_demo = held_back(tmp_path, monkeypatch)
    inspection, plan = planned(on_demo)
    outcome = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.DONE, outcome.says.english()
    assert node_of(on_demo)["IamRole"] == "HybridServers"
    patient = replace(plan, wait=Wait(plan.wait.says, every=1, at_most=20))
    proof = repair.verify(on_demo.doors, inspection.choice, patient)
    assert proof.proof is Proof.VERIFIED, proof.says.english()
    again = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(again, Moved)
    assert all(isinstance(one, NoPlan) and one.nothing_to_do for one in again.plans)
    assert outcome.entry is not None
    undone = repair.undo(on_demo.doors, outcome.entry)
    assert undone.end is End.DONE, undone.says.english()
    assert node_of(on_demo)["IamRole"] == OLD


def test_a_machine_whose_role_was_deleted_gets_one_that_serves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_demo = stage(tmp_path, monkeypatch)
    del on_demo.account.world["iam"]["roles"][OLD]
    inspection, plan = planned(on_demo)
    assert "cannot be undone" in str(plan.undoing)
    outcome = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.DONE, outcome.says.english()
    assert not outcome.can_undo
    patient = replace(plan, wait=Wait(plan.wait.says, every=1, at_most=20))
    proof = repair.verify(on_demo.doors, inspection.choice, patient)
    assert proof.proof is Proof.VERIFIED, proof.says.english()
