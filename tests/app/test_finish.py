"""When a plan that was left unfinished is not gone on with, and why."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ssmwizard.app import repair, undoing
from ssmwizard.app.choice import Choice
from ssmwizard.app.inspect import inspect
from ssmwizard.app.repair import End
from ssmwizard.app.verify import verify_entry
from ssmwizard.model.plans import Plan
from ssmwizard.outside.journal import Journal, Unwritable
from ssmwizard.outside.journal_entries import Happened
from tests.support.on_demo import Stage, stage

PROFILE, OWN = "role.attach-instance-profile", "ssmwizard-managed-node"


class Killed(BaseException):
    """The end of the program, which nothing catches."""


@pytest.fixture
def on_demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    return stage(tmp_path, monkeypatch)


def cut_short(on_demo: Stage, name: str, fix: str, change: int) -> str:
    """Return the entry of a plan whose program is gone when a change was made, and not yet noted."""
    node = on_demo.instance(name)
    inspection = inspect(on_demo.doors, Choice("demo-admin", None, (node,), local=False))
    (plan,) = repair.plans(inspection, fix, [node])
    assert isinstance(plan, Plan)
    real = Journal.note

    def note(self: Journal, entry: str, what: Happened, at: int | None = None, **more: Any) -> None:
        if (what, at) == (Happened.DONE, change):
            raise Killed
        real(self, entry, what, at, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Journal, "note", note)
        with pytest.raises(Killed):
            repair.apply(on_demo.doors, inspection, plan)
    (entry,) = Journal(on_demo.doors.journal).entries()
    return entry.id


@pytest.fixture
def left(on_demo: Stage) -> str:
    """An entry of five changes, cut short when the third was made."""
    return cut_short(on_demo, "web-03", PROFILE, 2)


def rewritten(on_demo: Stage, before: str, after: str) -> None:
    path = on_demo.doors.journal
    path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")


def _role_gone(on_demo: Stage) -> None:
    del on_demo.account.world["iam"]["roles"][OWN]


def _other_account(on_demo: Stage) -> None:
    rewritten(on_demo, '"account":"111122223333"', '"account":"999988887777"')


def _other_caller(on_demo: Stage) -> None:
    rewritten(on_demo, ":user/camille", ":user/ann")


def _not_allowed_to_look(on_demo: Stage) -> None:
    on_demo.account.deny("iam:GetInstanceProfile")


def _signed_out(on_demo: Stage) -> None:
    on_demo.account.expire_credentials()


@pytest.mark.parametrize(
    ("meddle", "words"),
    [
        (_role_gone, "is not there any more"),
        (_other_account, "999988887777"),
        (_other_caller, "is signed in"),
        (_not_allowed_to_look, "iam:GetInstanceProfile is missing"),
        (_signed_out, "Sign in again"),
    ],
)
def test_nothing_is_changed_where_something_speaks_against_it(
    on_demo: Stage, left: str, meddle: Callable[[Stage], None], words: str
) -> None:
    meddle(on_demo)
    before = len(on_demo.account.calls)
    outcome = repair.finish(on_demo.doors, left)
    assert outcome.end is End.REFUSED
    assert words in outcome.says.english()
    assert on_demo.calls_since(before) == []
    found = repair.recovery(on_demo.doors, left)
    assert (found.refusal is None) is bool(outcome.other)
    assert on_demo.calls_since(before) == []


def test_somebody_else_may_finish_it_when_that_is_confirmed(on_demo: Stage, left: str) -> None:
    _other_caller(on_demo)
    other = repair.finish(on_demo.doors, left).other
    assert other.endswith(":user/camille")
    outcome = repair.finish(on_demo.doors, left, confirmed=other)
    assert outcome.end is End.DONE, outcome.says.english()


def test_what_somebody_made_meanwhile_is_left_to_them(
    on_demo: Stage, left: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undoing, "SETTLING_SECONDS", 0)
    names = {"InstanceProfileName": OWN, "RoleName": OWN}
    on_demo.by_hand("iam", "AddRoleToInstanceProfile", **names)
    outcome = repair.finish(on_demo.doors, left)
    assert outcome.end is End.DONE, outcome.says.english()
    (entry,) = Journal(on_demo.doors.journal).entries()
    states = [change.state for change in entry.changes]
    assert states == [Happened.DONE] * 3 + [Happened.ALREADY, Happened.DONE]
    undone = repair.undo(on_demo.doors, left)
    assert "iam:RemoveRoleFromInstanceProfile" not in on_demo.account.calls
    assert undone.end is not End.DONE


def test_a_journal_that_cannot_be_written_changes_nothing(
    on_demo: Stage, left: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise Unwritable("No space left on device")

    monkeypatch.setattr(Journal, "_write", full)
    before = len(on_demo.account.calls)
    outcome = repair.finish(on_demo.doors, left)
    assert outcome.end is End.REFUSED
    assert "No space left on device" in outcome.says.english()
    assert on_demo.calls_since(before) == []


def test_a_rehearsal_that_is_refused_comes_before_any_change(
    on_demo: Stage, tmp_path: Path
) -> None:
    node = on_demo.instance("vault-01")
    inspection = inspect(on_demo.doors, Choice("demo-admin", None, (node,), local=False))
    (plan,) = repair.plans(inspection, "imds.enable", [node])
    assert isinstance(plan, Plan)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ssmwizard.app.making.Making.settled", _killed)
        with pytest.raises(Killed):
            repair.apply(on_demo.doors, inspection, plan)
    (entry,) = Journal(on_demo.doors.journal).entries()
    on_demo.account.deny("ec2:ModifyInstanceMetadataOptions")
    lines = len(on_demo.doors.journal.read_bytes().splitlines())
    outcome = repair.finish(on_demo.doors, entry.id)
    assert outcome.end is End.REFUSED
    assert "ec2:ModifyInstanceMetadataOptions is missing" in outcome.says.english()
    assert len(on_demo.doors.journal.read_bytes().splitlines()) == lines


def _killed(*_: Any) -> None:
    raise Killed


def test_what_somebody_changed_in_the_midst_of_it_is_neither_finished_nor_undone(
    on_demo: Stage,
) -> None:
    node = on_demo.instance("vault-01")
    inspection = inspect(on_demo.doors, Choice("demo-admin", None, (node,), local=False))
    (plan,) = repair.plans(inspection, "imds.enable", [node])
    assert isinstance(plan, Plan)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ssmwizard.app.making.Making.settled", _killed)
        with pytest.raises(Killed):
            repair.apply(on_demo.doors, inspection, plan)
    instance = on_demo.account.world["regions"]["eu-west-3"]["instances"][node]
    instance["MetadataOptions"]["HttpPutResponseHopLimit"] = 5
    (entry,) = Journal(on_demo.doors.journal).entries()
    before = len(on_demo.account.calls)
    for outcome in (repair.finish(on_demo.doors, entry.id), repair.undo(on_demo.doors, entry.id)):
        assert outcome.end is End.REFUSED
        assert "neither what was before nor what this made of it" in outcome.says.english()
    assert on_demo.calls_since(before) == []


def test_more_than_one_thing_that_can_be_it_is_left_to_the_operator(on_demo: Stage) -> None:
    """A group of the same name, in the same VPC, with the same tag: that is not guessed at."""
    cut_short(on_demo, "cache-01", "network.create-endpoints", 0)
    groups = on_demo.account.world["regions"]["eu-west-3"]["groups"]
    (ours,) = [one for one in groups.values() if one["GroupName"] == "ssmwizard-endpoints"]
    groups["sg-twin"] = {**json.loads(json.dumps(ours)), "GroupId": "sg-twin"}
    (entry,) = Journal(on_demo.doors.journal).entries()
    before = len(on_demo.account.calls)
    for outcome in (repair.finish(on_demo.doors, entry.id), repair.undo(on_demo.doors, entry.id)):
        assert outcome.end is End.REFUSED
        assert "more than one thing in the account" in outcome.says.english()
    assert on_demo.calls_since(before) == []


def test_a_finished_plan_is_proved_from_the_journal(on_demo: Stage, left: str) -> None:
    assert repair.finish(on_demo.doors, left).end is End.DONE
    assert verify_entry(on_demo.doors, left).proof == "verified"
