"""Making the account that sessions run as."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ssmwizard.fixes.run_as import CREATE, FIX, MADE, REMOVE
from ssmwizard.fixes.waves import AT_ONCE, FIRST
from ssmwizard.model.diagnosis import Diagnosis
from ssmwizard.model.facts import NOT_COLLECTED
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.plans import NoPlan, Plan, Risk
from ssmwizard.model.session import Preferences, SessionFacts
from ssmwizard.model.snapshot import Snapshot
from tests.support.plan_facts import DENIED, ec2, hybrid, known, managed, snapshot


def machine(
    *users: tuple[str, bool], platform: str = "Linux", role: str = "", **of_node: Any
) -> NodeFacts:
    """A node that has told which accounts it has."""
    node = replace(managed("mi-1", **of_node), platform_type=platform)
    diagnosis = Diagnosis(system=platform, domain_role=role, users=users)
    return replace(hybrid("mi-1"), managed=known(node), diagnosis=known(diagnosis))


def running_as(user: str | None, *nodes: NodeFacts) -> Snapshot:
    """An account whose sessions run as a user; None: Run As is off."""
    preferences = Preferences("own", "1", run_as=user is not None, run_as_user=user or "")
    return replace(snapshot(*nodes), session=SessionFacts(known(preferences)))


MISSING = machine(("deploy", False))


@pytest.mark.parametrize(
    ("user", "node", "nothing_to_do", "says"),
    [
        ("deploy", machine(("deploy", True)), True, "is on mi-1"),
        (None, MISSING, True, "Run As is off"),
        ("", MISSING, False, "no default user"),
        ("deploy", machine(), False, "did not tell"),
        ("deploy", machine(("deploy", False), platform="MacOS"), False, "by hand"),
        ("deploy", machine(("deploy", False), ping="ConnectionLost"), False, "not online"),
        ("root", machine(("root", False)), False, "no name"),
        ("a'; reboot", machine(("a'; reboot", False)), False, "no name"),
        ("x" * 33, machine(("x" * 33, False)), False, "no name"),
        ("deploy", replace(MISSING, diagnosis=NOT_COLLECTED), False, "--ask-nodes"),
        ("deploy", replace(MISSING, diagnosis=DENIED), False, "is missing"),
        ("deploy", replace(MISSING, managed=DENIED), False, "is missing"),
        ("deploy", ec2("i-1"), False, "not a managed node"),
        ("deploy", machine(platform="Windows", role="3"), True, "makes ssm-user itself"),
        (
            None,
            machine(("ssm-user", True), platform="Windows", role="5"),
            True,
            "makes ssm-user itself",
        ),
    ],
)
def test_no_plan(user: str | None, node: NodeFacts, nothing_to_do: bool, says: str) -> None:
    (answer,) = FIX.plan(running_as(user, node), (node,))
    assert isinstance(answer, NoPlan)
    assert answer.nothing_to_do is nothing_to_do
    assert says in answer.reason.english()


def test_no_plan_where_the_preferences_may_not_be_seen_or_there_are_none() -> None:
    facts = snapshot(MISSING)
    for session, says in ((DENIED, "is missing"), (known(None), "Run As is off")):
        (answer,) = FIX.plan(replace(facts, session=SessionFacts(session)), (MISSING,))
        assert isinstance(answer, NoPlan)
        assert says in answer.reason.english()


def test_an_account_of_a_domain_is_left_to_who_answers_for_the_domain() -> None:
    node = machine(("ssm-user", False), platform="Windows", role="5")
    (answer,) = FIX.plan(running_as(None, node), (node,))
    assert isinstance(answer, NoPlan)
    assert not answer.nothing_to_do
    said = answer.reason.english()
    for words in ("whole domain", "New-ADUser", "Add-ADGroupMember", "Domain Admins"):
        assert words in said


def test_one_plan_for_all_nodes_that_lack_the_account() -> None:
    nodes = tuple(replace(MISSING, id=f"mi-{number}") for number in range(AT_ONCE + 1))
    (plan,) = FIX.plan(running_as("deploy", *nodes), nodes)
    assert isinstance(plan, Plan)
    assert plan.risk is Risk.REVERSIBLE
    groups = [change.call.parameters["InstanceIds"] for change in plan.changes]
    assert [len(group) for group in groups] == [FIRST, AT_ONCE + 1 - FIRST]  # type: ignore[arg-type]
    for change in plan.changes:
        (made,) = change.call.parameters["Parameters"]["commands"]  # type: ignore[index]
        assert made == CREATE.format(user="deploy", made=MADE)
        assert "sudo" not in made
        assert change.undo is not None
        (removed,) = change.undo.call.parameters["Parameters"]["commands"]  # type: ignore[index]
        assert removed == REMOVE.format(user="deploy", made=MADE)


@pytest.mark.skipif(os.name != "posix" or shutil.which("sh") is None, reason="no shell")
@pytest.mark.parametrize(
    ("remark", "removed"), [(MADE, True), ("Deploy, of the web team", False), (None, False)]
)
def test_only_an_account_that_this_program_made_is_removed(
    tmp_path: Path, remark: str | None, removed: bool
) -> None:
    """The script is run by a real shell, in which the commands of the system only tell of themselves."""
    entry = "" if remark is None else f"echo 'deploy:x:1001:1001:{remark}:/home/deploy:/bin/sh'"
    commands = {"getent": entry, "userdel": f'echo "$@" > {tmp_path}/gone'}
    for name, does in commands.items():
        file = tmp_path / name
        file.write_text(f"#!/bin/sh\n{does}\n")
        file.chmod(0o755)
    script = REMOVE.format(user="deploy", made=MADE)
    path = f"{tmp_path}:{os.environ['PATH']}"
    ended = subprocess.run(["sh", "-c", script], check=False, env={"PATH": path})
    assert (tmp_path / "gone").exists() is removed
    assert (ended.returncode == 0) is removed
