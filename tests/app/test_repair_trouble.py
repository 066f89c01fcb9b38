"""Crashes, lost answers, and what somebody else changed in between."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from ssmwizard.app import repair
from ssmwizard.app.choice import Choice
from ssmwizard.app.inspect import Inspection, inspect
from ssmwizard.app.repair import Applied, End
from ssmwizard.model.plans import Plan
from ssmwizard.outside.gate import Gate
from ssmwizard.outside.journal import Journal, Unwritable
from ssmwizard.outside.journal_entries import Entry, Happened, State
from tests.support.on_demo import Stage, stage

POLICY = "role.attach-managed-policy"
PROFILE = "role.attach-instance-profile"
OWN = "ssmwizard-managed-node"
ROLE = "ShopApplicationRole"


class Killed(BaseException):
    """The end of the program, which nothing catches."""


@pytest.fixture
def on_demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    return stage(tmp_path, monkeypatch)


def planned(on_demo: Stage, fix: str, name: str) -> tuple[Inspection, Plan]:
    node = on_demo.instance(name)
    inspection = inspect(on_demo.doors, Choice("demo-admin", None, (node,), local=False))
    (plan,) = repair.plans(inspection, fix, [node])
    assert isinstance(plan, Plan), plan
    return inspection, plan


def policy(on_demo: Stage) -> tuple[Inspection, Plan]:
    return planned(on_demo, POLICY, "web-02")


def done(on_demo: Stage, fix: str, name: str) -> Entry:
    outcome = repair.apply(on_demo.doors, *planned(on_demo, fix, name))
    assert isinstance(outcome, Applied)
    assert outcome.end is End.DONE
    return journal(on_demo)


def journal(on_demo: Stage) -> Entry:
    return Journal(on_demo.doors.journal).entries()[0]


def attached(on_demo: Stage, role: str = ROLE) -> set[str]:
    told = on_demo.by_hand("iam", "ListAttachedRolePolicies", RoleName=role)
    return {one["PolicyName"] for one in told["AttachedPolicies"]}


MANAGED = "AmazonSSMManagedInstanceCore"


def killed_at(
    monkeypatch: pytest.MonkeyPatch, happened: Happened, *, before: bool
) -> pytest.MonkeyPatch:
    """End the program just before, or just after, this line of the journal."""
    real = Journal.note

    def note(self: Journal, entry: str, what: Happened, *rest: object, **more: object) -> None:
        if what is happened and before:
            raise Killed
        real(self, entry, what, *rest, **more)
        if what is happened:
            raise Killed

    monkeypatch.setattr(Journal, "note", note)
    return monkeypatch


@pytest.mark.parametrize(
    ("happened", "before", "there", "state"),
    [
        (Happened.BEGUN, True, False, State.UNFINISHED),
        (Happened.BEGUN, False, False, State.UNFINISHED),
        (Happened.DONE, True, True, State.UNFINISHED),
        (Happened.DONE, False, True, State.DONE),
        (Happened.ENDED, True, True, State.DONE),
        (Happened.ENDED, False, True, State.DONE),
    ],
)
def test_killed_at_any_line_of_the_journal_it_can_be_taken_back(
    on_demo: Stage, happened: Happened, before: bool, there: bool, state: State
) -> None:
    inspection, plan = policy(on_demo)
    with pytest.MonkeyPatch.context() as patch:
        killed_at(patch, happened, before=before)
        with pytest.raises(Killed):
            repair.apply(on_demo.doors, inspection, plan)
    assert (MANAGED in attached(on_demo)) is there
    entry = journal(on_demo)
    assert entry.state is state
    undone = repair.undo(on_demo.doors, entry.id)
    assert MANAGED not in attached(on_demo)
    if entry.changes[0].state is Happened.PLANNED:
        assert undone.end is End.REFUSED
        assert "Nothing was changed by this" in undone.says.english()
    else:
        assert undone.end is End.DONE
        expected = State.UNDONE if there else State.FAILED
        assert undone.entry.changes[0].state is (Happened.UNDONE if there else Happened.FAILED)
        assert undone.entry.state in (expected, State.UNFINISHED)


@pytest.mark.parametrize(
    ("happened", "before", "there"),
    [
        (Happened.UNDO_BEGUN, True, True),
        (Happened.UNDO_BEGUN, False, True),
        (Happened.UNDONE, True, False),
        (Happened.UNDONE, False, False),
    ],
)
def test_killed_while_undoing_it_can_be_undone_still(
    on_demo: Stage, happened: Happened, before: bool, there: bool
) -> None:
    entry = done(on_demo, POLICY, "web-02")
    with pytest.MonkeyPatch.context() as patch:
        killed_at(patch, happened, before=before)
        with pytest.raises(Killed):
            repair.undo(on_demo.doors, entry.id)
    assert (MANAGED in attached(on_demo)) is there
    again = repair.undo(on_demo.doors, entry.id)
    assert MANAGED not in attached(on_demo)
    assert journal(on_demo).state is State.UNDONE
    assert again.end is (End.REFUSED if happened is Happened.UNDONE and not before else End.DONE)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL here")
def test_a_process_that_is_really_killed_leaves_a_readable_entry(
    on_demo: Stage, tmp_path: Path
) -> None:
    """The line that a change begins is on disk when the program goes away within the call."""
    done(on_demo, POLICY, "web-02")
    program = (
        "import os, signal, sys\nfrom pathlib import Path\n"
        "from ssmwizard.outside.journal import Journal\n"
        "from ssmwizard.outside.journal_entries import Happened\n"
        "journal = Journal(Path(sys.argv[1]))\n"
        "with journal.alone():\n"
        "    journal.note(journal.entries()[0].id, Happened.UNDO_BEGUN, 0, by='x')\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, str(on_demo.doors.journal)],
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL
    entry = journal(on_demo)
    assert entry.state is State.PARTLY_UNDONE
    assert repair.undo(on_demo.doors, entry.id).end is End.DONE


@pytest.mark.parametrize("kind", ["reset", "http-500", "not-json"])
def test_a_change_without_an_answer_is_looked_at_before_it_is_undone(
    on_demo: Stage, kind: str
) -> None:
    inspection, plan = policy(on_demo)
    on_demo.account.break_answer("iam:AttachRolePolicy", kind)
    outcome = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.FAILED
    assert outcome.can_undo
    assert "not known whether it worked" in outcome.says.english()
    entry = journal(on_demo)
    assert entry.state is State.UNFINISHED
    assert entry.changes[0].state is Happened.UNCLEAR
    on_demo.account.mend()
    (step,) = repair.undo_plan(on_demo.doors, entry.id).steps
    assert not step.certain
    assert repair.undo(on_demo.doors, entry.id).end is End.DONE
    assert MANAGED not in attached(on_demo)


ASSOCIATE = "ec2:AssociateIamInstanceProfile"


def without_answer(on_demo: Stage, times: int) -> Applied:
    """Apply a plan whose last call gets no answer, and was not made."""
    inspection, plan = planned(on_demo, PROFILE, "web-03")
    on_demo.account.break_answer(ASSOCIATE, "reset", times=times)
    outcome = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(outcome, Applied)
    on_demo.account.mend()
    return outcome


def test_a_change_of_which_the_account_tells_that_it_was_not_made_is_made_later(
    on_demo: Stage,
) -> None:
    outcome = without_answer(on_demo, times=9)
    assert outcome.end is End.FAILED
    assert outcome.entry is not None
    found = repair.recovery(on_demo.doors, outcome.entry)
    assert (found.under_way, found.left, found.refusal) == (4, (4,), None)
    assert repair.finish(on_demo.doors, outcome.entry).end is End.DONE
    assert journal(on_demo).state is State.DONE
    assert repair.undo(on_demo.doors, outcome.entry).end is End.DONE


def test_of_a_change_that_was_never_made_nothing_is_taken_back(on_demo: Stage) -> None:
    entry = without_answer(on_demo, times=9).entry
    assert entry is not None
    before = len(on_demo.account.calls)
    undone = repair.undo(on_demo.doors, entry)
    assert undone.end is End.DONE
    assert not any("Disassociate" in call for call in on_demo.calls_since(before))
    assert OWN not in on_demo.account.world["iam"]["roles"]


def test_an_older_entry_of_which_nothing_tells_is_left_to_the_operator(on_demo: Stage) -> None:
    """Older versions of the program did not write down where the account shows a change."""
    without_answer(on_demo, times=9)
    path = on_demo.doors.journal
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    del lines[0]["wait"]
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), "utf-8")
    entry = journal(on_demo).id
    before = len(on_demo.account.calls)
    undone = repair.undo(on_demo.doors, entry)
    assert undone.end is End.REFUSED
    assert "Look at it yourself" in undone.says.english()
    assert on_demo.calls_since(before) == []
    found = repair.recovery(on_demo.doors, entry)
    assert found.refusal is not None
    assert "older version" in found.refusal.english()
    with pytest.raises(repair.OlderEntry):
        repair.finish(on_demo.doors, entry)


@pytest.mark.parametrize("kind", ["reset", "http-500"])
def test_a_call_that_changes_something_is_not_made_again_after_a_lost_answer(
    on_demo: Stage, kind: str
) -> None:
    inspection, plan = policy(on_demo)
    on_demo.account.break_answer("iam:AttachRolePolicy", kind)
    before = len(on_demo.account.calls)
    repair.apply(on_demo.doors, inspection, plan)
    assert on_demo.calls_since(before).count("iam:AttachRolePolicy") == 1


def test_what_somebody_took_back_already_is_not_touched(on_demo: Stage) -> None:
    entry = done(on_demo, POLICY, "web-02")
    arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
    on_demo.by_hand("iam", "DetachRolePolicy", RoleName=ROLE, PolicyArn=arn)
    before = len(on_demo.account.calls)
    undone = repair.undo(on_demo.doors, entry.id)
    assert undone.end is End.REFUSED
    assert "somebody changed this since" in undone.says.english()
    assert on_demo.calls_since(before) == []
    assert journal(on_demo).state is State.DONE


def test_a_profile_that_others_use_by_now_is_not_taken_away(on_demo: Stage) -> None:
    entry = done(on_demo, PROFILE, "web-03")
    world = on_demo.account.world["regions"]["eu-west-3"]["instances"]
    mine = world[entry.nodes[0]]["IamInstanceProfile"]
    world[on_demo.instance("web-05")]["IamInstanceProfile"] = dict(mine)
    before = len(on_demo.account.calls)
    undone = repair.undo(on_demo.doors, entry.id)
    assert undone.end is End.REFUSED
    assert on_demo.calls_since(before) == []
    assert journal(on_demo).state is State.DONE


def test_a_role_that_somebody_gave_more_rights_is_not_deleted(on_demo: Stage) -> None:
    entry = done(on_demo, PROFILE, "web-03")
    arn = "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"
    on_demo.by_hand("iam", "AttachRolePolicy", RoleName=OWN, PolicyArn=arn)
    before = len(on_demo.account.calls)
    assert repair.undo(on_demo.doors, entry.id).end is End.REFUSED
    assert on_demo.calls_since(before) == []


def test_a_thing_that_is_gone_is_not_taken_back(on_demo: Stage) -> None:
    entry = done(on_demo, POLICY, "web-02")
    del on_demo.account.world["iam"]["roles"][ROLE]
    undone = repair.undo(on_demo.doors, entry.id)
    assert undone.end is End.REFUSED
    assert "it is gone" in undone.says.english()


def test_without_the_right_to_look_nothing_is_undone(on_demo: Stage) -> None:
    entry = done(on_demo, POLICY, "web-02")
    on_demo.account.deny("iam:ListAttachedRolePolicies")
    undone = repair.undo(on_demo.doors, entry.id)
    assert undone.end is End.REFUSED
    assert "iam:ListAttachedRolePolicies is missing" in undone.says.english()
    assert MANAGED in attached_in_world(on_demo)


def attached_in_world(on_demo: Stage) -> set[str]:
    arns = on_demo.account.world["iam"]["roles"][ROLE]["Attached"]
    return {arn.rpartition("/")[2] for arn in arns}


def test_an_undo_that_fails_half_way_can_be_done_again(on_demo: Stage) -> None:
    entry = done(on_demo, PROFILE, "web-03")
    on_demo.account.deny("iam:DeleteInstanceProfile")
    failed = repair.undo(on_demo.doors, entry.id)
    assert failed.end is End.FAILED
    assert failed.undone == (4, 3)
    assert failed.failure is not None
    assert failed.failure.right == "iam:DeleteInstanceProfile"
    assert journal(on_demo).state is State.PARTLY_UNDONE
    on_demo.account.allow()
    again = repair.undo(on_demo.doors, entry.id)
    assert again.end is End.DONE
    assert again.undone == (2, 1, 0)
    assert OWN not in on_demo.account.world["iam"]["roles"]


def test_an_entry_of_another_account_is_not_undone_in_this_one(on_demo: Stage) -> None:
    entry = done(on_demo, POLICY, "web-02")
    path = on_demo.doors.journal
    path.write_text(path.read_text("utf-8").replace("111122223333", "999988887777"), "utf-8")
    undone = repair.undo(on_demo.doors, entry.id)
    assert undone.end is End.REFUSED
    assert "999988887777" in undone.says.english()
    assert MANAGED in attached(on_demo)


def test_undo_in_read_only_mode_says_so(on_demo: Stage) -> None:
    entry = done(on_demo, POLICY, "web-02")
    undone = repair.undo(replace(on_demo.doors, gate=Gate(read_only=True)), entry.id)
    assert undone.end is End.REFUSED
    assert "Read-only mode" in undone.says.english()


def test_an_entry_that_is_not_there(on_demo: Stage) -> None:
    with pytest.raises(KeyError):
        repair.undo(on_demo.doors, "20261124-0412-3f9a")
    with pytest.raises(KeyError):
        repair.undo_plan(on_demo.doors, "20261124-0412-3f9a")


def test_a_disk_that_fills_up_stops_the_plan_and_keeps_what_is_known(on_demo: Stage) -> None:
    inspection, plan = planned(on_demo, PROFILE, "web-03")
    real = Journal.note
    with pytest.MonkeyPatch.context() as patch:

        def note(
            self: Journal, entry: str, what: Happened, change: int | None = None, **more: object
        ) -> None:
            if change == 1 or what is Happened.ENDED:
                raise Unwritable("No space left on device")
            real(self, entry, what, change, **more)

        patch.setattr(Journal, "note", note)
        outcome = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.FAILED
    assert outcome.made == (0,)
    assert "No space left on device" in outcome.says.english()
    assert attached(on_demo, OWN) == set()
    assert journal(on_demo).state is State.UNFINISHED
    assert repair.undo(on_demo.doors, journal(on_demo).id).end is End.DONE
    assert OWN not in on_demo.account.world["iam"]["roles"]
