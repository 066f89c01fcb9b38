"""Restarting agents."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from typing import Any

import pytest

from ssmwizard.fixes.agent_restart import FIX, RESTARTS, SCRIPTS
from ssmwizard.fixes.waves import AT_ONCE, FIRST
from ssmwizard.model.facts import NOT_COLLECTED
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.plans import NoPlan, Plan, Risk
from tests.support.plan_facts import DENIED, ec2, hybrid, known, managed, snapshot


def stuck(node_id: str = "mi-1", platform: str = "Linux", **of_node: Any) -> NodeFacts:
    """A node that reports and has no channel."""
    node = replace(managed(node_id, **of_node), platform_type=platform)
    return replace(hybrid(node_id), managed=known(node), connection=known("notconnected"))


@pytest.mark.parametrize(
    ("node", "nothing_to_do", "says"),
    [
        (replace(stuck(), connection=known("connected")), True, "needs no restart"),
        (stuck(ping="ConnectionLost"), False, RESTARTS["linux"]),
        (stuck(platform="Windows", ping="ConnectionLost"), False, RESTARTS["windows"]),
        (stuck(platform=""), False, "does not tell a system"),
        (replace(stuck(), connection=known("dozing")), False, "dozing"),
        (replace(stuck(), connection=DENIED), False, "is missing"),
        (replace(stuck(), connection=NOT_COLLECTED), False, "was not read"),
        (replace(stuck(), managed=DENIED), False, "is missing"),
        (ec2("i-1"), False, "not a managed node"),
    ],
)
def test_no_plan(node: NodeFacts, nothing_to_do: bool, says: str) -> None:
    (answer,) = FIX.plan(snapshot(node), (node,))
    assert isinstance(answer, NoPlan)
    assert answer.nothing_to_do is nothing_to_do
    assert says in answer.reason.english()


def test_each_system_is_restarted_in_its_own_way_and_nothing_takes_it_back() -> None:
    nodes = (
        stuck("mi-1"),
        stuck("mi-2", "Windows"),
        stuck("mi-3", "MacOS"),
        stuck("mi-4", "Linux"),
    )
    (plan,) = FIX.plan(snapshot(*nodes), nodes)
    assert isinstance(plan, Plan)
    assert plan.risk is Risk.DISRUPTIVE
    sent = {
        change.call.parameters["Parameters"]["commands"][0]: (  # type: ignore[index]
            change.call.parameters["DocumentName"],
            change.call.parameters["InstanceIds"],
        )
        for change in plan.changes
    }
    assert sent == {
        SCRIPTS["linux"]: ("AWS-RunShellScript", ["mi-1", "mi-4"]),
        SCRIPTS["windows"]: ("AWS-RunPowerShellScript", ["mi-2"]),
        SCRIPTS["macos"]: ("AWS-RunShellScript", ["mi-3"]),
    }
    assert all(change.undo is None for change in plan.changes)
    assert plan.undoing is not None
    assert "cannot be taken back" in plan.undoing.english()
    assert any("sessions" in warning.english() for warning in plan.warnings)


def test_a_call_takes_no_more_nodes_than_the_service_does() -> None:
    nodes = tuple(stuck(f"mi-{number}") for number in range(AT_ONCE + 1))
    (plan,) = FIX.plan(snapshot(*nodes), nodes)
    assert isinstance(plan, Plan)
    groups = [change.call.parameters["InstanceIds"] for change in plan.changes]
    assert [len(group) for group in groups] == [FIRST, AT_ONCE + 1 - FIRST]  # type: ignore[arg-type]


@pytest.mark.skipif(shutil.which("sh") is None, reason="no shell")
@pytest.mark.parametrize("system", ["linux", "macos"])
def test_a_shell_can_read_the_script(system: str) -> None:
    subprocess.run(["sh", "-n", "-c", SCRIPTS[system]], check=True)
