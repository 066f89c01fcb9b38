"""Signing in on the demo account: planned, carried out, looked after; nothing of it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from support.facts import shown
from support.on_demo import Stage, stage

from ssmwizard.app import repair, sign_in
from ssmwizard.app.choice import Choice
from ssmwizard.app.inspect import identify, inspect
from ssmwizard.app.look_again import look_without_nodes
from ssmwizard.app.sign_in import End
from ssmwizard.fixes.every import by_id
from ssmwizard.model.computer import Ran, Start
from ssmwizard.model.facts import Known
from ssmwizard.model.machine_policy import MachinePolicy
from ssmwizard.model.plans import NoPlan, Plan
from ssmwizard.model.signing import invitation

PROFILE = "demo-sso"


@pytest.fixture
def on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    made = stage(tmp_path, monkeypatch)
    yield made
    made.account.close()


def planned(on: Stage, profile: str = PROFILE, *, other_device: bool = False) -> Plan:
    looked = look_without_nodes(on.doors, Choice(profile), by_id(sign_in.FIX))
    made = sign_in.proposal(looked, other_device=other_device)
    assert isinstance(made, Plan)
    return made


@pytest.mark.parametrize("other_device", [False, True])
def test_a_profile_without_a_sign_in_works_after_it(on: Stage, other_device: bool) -> None:
    plan = planned(on, other_device=other_device)
    heard: list[str] = []
    told = sign_in.carry_out(on.doors, plan, heard.append, lambda: False)
    assert told.end is End.DONE
    asked = invitation(heard[0])
    assert asked.page.startswith("https://")
    assert bool(asked.code) is other_device
    verified = repair.verify(on.doors, Choice(PROFILE), plan)
    assert verified.proof is repair.Proof.VERIFIED
    assert isinstance(identify(on.doors, PROFILE, None).snapshot.identity.caller, Known)


def test_a_sign_in_can_be_cancelled_and_then_nothing_has_changed(on: Stage) -> None:
    before = on.account.world["portal"]["tokens"].copy()
    told = sign_in.carry_out(on.doors, planned(on), lambda _: None, lambda: True)
    assert told.end is End.CANCELLED
    assert on.account.world["portal"]["tokens"] == before


def test_nothing_of_a_sign_in_is_written_down(on: Stage, tmp_path: Path) -> None:
    heard: list[str] = []
    plan = planned(on, other_device=True)
    sign_in.carry_out(on.doors, plan, heard.append, lambda: False)
    code = invitation(heard[-1]).code
    assert code
    assert not on.doors.journal.exists()
    found = inspect(on.doors, Choice(PROFILE, every_node=True, local=False))
    assert code not in str(found.recording)
    token = next(iter(on.account.world["portal"]["tokens"]))
    assert token not in str(found.recording)


def test_a_run_that_only_reads_may_sign_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on = stage(tmp_path, monkeypatch, read_only=True)
    assert sign_in.refusal(on.doors) is None
    told = sign_in.carry_out(on.doors, planned(on), lambda _: None, lambda: False)
    assert told.end is End.DONE
    on.account.close()


def test_the_policy_of_the_computer_may_forbid_it(on: Stage) -> None:
    on.doors.gate.policy = MachinePolicy("/etc/policy", forbidden_fixes=frozenset({sign_in.FIX}))
    said = sign_in.refusal(on.doors)
    assert said is not None
    assert "identity.sign-in" in shown(said)


def test_an_inspection_that_fails_for_it_offers_it_once_and_for_no_node(on: Stage) -> None:
    found = inspect(on.doors, Choice(PROFILE, nodes=(on.instance("web-01"),)))
    (offered,) = [one for one in repair.proposals(found) if one.fix == sign_in.FIX]
    assert isinstance(offered, Plan)
    assert offered.nodes == ()


def test_what_is_known_of_the_computer_is_not_asked_again(on: Stage) -> None:
    looked = sign_in.with_cli(on.doors, identify(on.doors, PROFILE, None))
    assert sign_in.with_cli(on.doors, looked) is looked


def test_a_profile_that_no_command_signs_in_says_so(on: Stage) -> None:
    looked = look_without_nodes(on.doors, Choice("demo-process"), by_id(sign_in.FIX))
    assert isinstance(sign_in.proposal(looked), NoPlan)


RAN = Ran(("/opt/aws", "sso", "login"), Start.FAILED, 255, "", "", 1.0)


@pytest.mark.parametrize(
    ("ran", "end", "says"),
    [
        (replace(RAN, output="one\n\nError: it is over\n"), End.FAILED, "Error: it is over"),
        (RAN, End.FAILED, "exit status 255"),
        (
            replace(RAN, output="Error: x\n\nABCD-EF2H\nhttps://d.example/?user_code=ABCD-EF2H\n"),
            End.FAILED,
            "says: Error: x",
        ),
        (replace(RAN, start=Start.TIMED_OUT, status=None), End.TIMED_OUT, "10 minutes"),
        (
            replace(RAN, start=Start.NOT_FOUND, status=None, errors="No such file"),
            End.FAILED,
            "/opt/aws",
        ),
        (replace(RAN, start=Start.WRONG_FORMAT, status=None), End.FAILED, "wrong-format"),
    ],
)
def test_how_it_ended_is_said(ran: Ran, end: End, says: str) -> None:
    told = sign_in.ended(ran, 630)
    assert told.end is end
    assert says in shown(told.says)
