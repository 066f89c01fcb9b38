"""The journal survives what a program may meet: kills, cuts, other processes, full disks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ssmwizard.app.making import busy
from ssmwizard.model.plans import (
    Call,
    Change,
    Engine,
    Expectation,
    Follow,
    Plan,
    Right,
    Risk,
    Successors,
    Trace,
    Undo,
    Wait,
)
from ssmwizard.model.text import text
from ssmwizard.outside import lock
from ssmwizard.outside.journal import VERSION, Journal, Unwritable, Who
from ssmwizard.outside.journal_entries import Happened, State
from ssmwizard.outside.journal_lines import text_out

WHO = Who("arn:aws:iam::111122223333:user/ann", "111122223333", "eu-west-3", "work")
UNDO = Undo(
    says=text("Take {what} off {nodes}.", what=text("the {kind}", kind="policy"), nodes=("i-1",)),
    call=Call("iam", "DetachRolePolicy", {"RoleName": "web"}),
    take={"PolicyArn": "Answer.Arn"},
    rights=(Right("iam:DetachRolePolicy", "*"),),
    expects=Expectation(
        Call("iam", "ListAttachedRolePolicies", {"RoleName": "web"}), "length(x)", 1, {"A": "b"}
    ),
)
CHANGE = Change(
    says=text("Attach {count} policies.", count=1),
    call=Call("iam", "AttachRolePolicy", {"RoleName": "web", "PolicyArn": "arn"}),
    rights=(),
    undo=UNDO,
)


def plan(changes: int = 2, **parameters: object) -> Plan:
    change = Change(CHANGE.says, Call("iam", "AttachRolePolicy", parameters), (), None)
    return Plan(
        fix="role.attach-managed-policy",
        title=text("Give {role} the rights", role="web"),
        nodes=("i-1", "mi-2"),
        changes=(CHANGE,) * (changes - 1) + (change,),
        risk=Risk.REVERSIBLE,
        cost=text("Free."),
        wait=Wait(text("Soon."), 1, 2),
        verifies=("role.permissions",),
    )


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "state" / "journal.jsonl")


def written(journal: Journal) -> list[dict[str, object]]:
    return [json.loads(line) for line in journal.path.read_text("utf-8").splitlines()]


def test_a_journal_that_is_not_there_is_empty(journal: Journal) -> None:
    reading = journal.read()
    assert reading.entries == ()
    assert reading.damaged == ()
    with pytest.raises(KeyError):
        journal.entry("20261124-0412-3f9a")


def test_an_entry_tells_all_that_was_planned(journal: Journal) -> None:
    before = datetime.now(UTC)
    entry_id = journal.begin(plan(), WHO)
    entry = journal.entry(entry_id)
    assert entry_id.startswith(f"{before:%Y%m%d}-")
    assert len(entry_id) == len("20261124-0412-3f9a1b2c")
    assert before <= entry.at <= datetime.now(UTC)
    assert (entry.arn, entry.account) == (WHO.arn, WHO.account)
    assert (entry.region, entry.profile) == ("eu-west-3", "work")
    assert entry.fix == "role.attach-managed-policy"
    assert entry.title == text("Give {role} the rights", role="web")
    assert entry.nodes == ("i-1", "mi-2")
    first = entry.changes[0]
    assert first.says == CHANGE.says
    assert first.call == CHANGE.call
    assert first.undo is not None
    assert first.undo.says == UNDO.says
    assert first.undo.call == UNDO.call
    assert first.undo.take == UNDO.take
    assert first.undo.expects == UNDO.expects
    assert first.state is Happened.PLANNED
    assert entry.changes[1].undo is None


def test_texts_can_be_translated_after_reading(journal: Journal) -> None:
    journal.begin(plan(), WHO)
    (entry,) = journal.entries()
    undo = entry.changes[0].undo
    assert undo is not None
    french = {"Take {what} off {nodes}.": "Enlever {what} de {nodes}.", "the {kind}": "la {kind}"}
    assert undo.says.translated(lambda said: french[said]) == "Enlever la policy de i-1."


@pytest.mark.parametrize(
    ("happened", "state", "can_undo"),
    [
        ([], State.UNFINISHED, False),
        ([(Happened.BEGUN, 0)], State.UNFINISHED, True),
        ([(Happened.UNCLEAR, 0), (Happened.ENDED, None)], State.UNFINISHED, True),
        ([(Happened.DONE, 0)], State.UNFINISHED, True),
        ([(Happened.DONE, 0), (Happened.DONE, 1)], State.DONE, True),
        ([(Happened.ALREADY, 0), (Happened.DONE, 1)], State.DONE, False),
        ([(Happened.FAILED, 0), (Happened.ENDED, None)], State.FAILED, False),
        ([(Happened.DONE, 0), (Happened.FAILED, 1), (Happened.ENDED, None)], State.PARTLY, True),
        ([(Happened.DONE, 0), (Happened.ENDED, None)], State.PARTLY, True),
        (
            [(Happened.DONE, 0), (Happened.DONE, 1), (Happened.UNDONE, 0)],
            State.PARTLY_UNDONE,
            False,
        ),
        ([(Happened.DONE, 0), (Happened.UNDO_BEGUN, 0)], State.PARTLY_UNDONE, True),
        ([(Happened.DONE, 0), (Happened.UNDO_FAILED, 0)], State.PARTLY_UNDONE, True),
        ([(Happened.DONE, 0), (Happened.FAILED, 1), (Happened.UNDONE, 0)], State.UNDONE, False),
    ],
)
def test_where_an_entry_stands(
    journal: Journal, happened: list[tuple[Happened, int | None]], state: State, can_undo: bool
) -> None:
    entry_id = journal.begin(plan(), WHO)
    for what, change in happened:
        journal.note(entry_id, what, change, by="arn:ann")
    entry = journal.entry(entry_id)
    assert entry.state is state
    assert entry.can_undo is can_undo


def test_what_happened_is_kept_with_the_change(journal: Journal) -> None:
    entry_id = journal.begin(plan(), WHO)
    journal.note(entry_id, Happened.BEGUN, 0)
    journal.note(entry_id, Happened.FAILED, 0, code="Busy", message="later", request_id="r-1")
    change = journal.entry(entry_id).changes[0]
    assert (change.code, change.message, change.request_id) == ("Busy", "later", "r-1")
    assert change.at is not None
    journal.note(entry_id, Happened.DONE, 0, undo=None)
    assert journal.entry(entry_id).changes[0].undo is None
    journal.note(entry_id, Happened.UNDONE, 0, by="arn:bob")
    assert journal.entry(entry_id).undone_by == "arn:bob"
    assert journal.entry(entry_id).undone_at is not None


def test_newest_first(journal: Journal) -> None:
    ids = [journal.begin(plan(), WHO) for _ in range(3)]
    assert [entry.id for entry in journal.entries()] == ids[::-1]


def test_every_line_carries_the_version_and_is_whole(journal: Journal) -> None:
    journal.note(journal.begin(plan(), WHO), Happened.BEGUN, 0)
    lines = written(journal)
    assert [line["version"] for line in lines] == [VERSION] * 2
    assert journal.path.read_bytes().endswith(b"\n")
    assert lines[0]["title"]["english"] == "Give web the rights"


@pytest.mark.parametrize("cut", [1, 5, 100])
def test_a_line_that_a_crash_has_cut_is_left_out_and_told(journal: Journal, cut: int) -> None:
    kept = journal.begin(plan(), WHO)
    journal.begin(plan(), WHO)
    content = journal.path.read_bytes()
    journal.path.write_bytes(content[: -cut - 1])
    reading = journal.read()
    assert [entry.id for entry in reading.entries] == [kept]
    assert reading.damaged == (2,)
    later = journal.begin(plan(), WHO)
    reading = journal.read()
    assert [entry.id for entry in reading.entries] == [later, kept]
    assert reading.damaged == (2,)


def test_a_line_without_its_end_of_line_still_counts(journal: Journal) -> None:
    first = journal.begin(plan(), WHO)
    journal.path.write_bytes(journal.path.read_bytes().rstrip(b"\n"))
    assert [entry.id for entry in journal.entries()] == [first]
    second = journal.begin(plan(), WHO)
    assert [entry.id for entry in journal.entries()] == [second, first]
    assert journal.read().damaged == ()


@pytest.mark.parametrize(
    "strange",
    [
        b"\xff\xfe\x00",
        b"[]",
        b"null",
        b"{}",
        b'{"version": 99, "happened": "planned", "id": "x"}',
        b'{"version": 1, "happened": "danced", "id": "x"}',
        b'{"version": 1, "happened": "begun", "id": "nobody", "change": 0}',
        b'{"version": 1, "happened": "planned", "id": "x"}',
    ],
)
def test_lines_that_are_none_of_ours_are_left_out_and_told(
    journal: Journal, strange: bytes
) -> None:
    before = journal.begin(plan(), WHO)
    with journal.path.open("ab") as file:
        file.write(strange + b"\n\n")
    after = journal.begin(plan(), WHO)
    reading = journal.read()
    assert [entry.id for entry in reading.entries] == [after, before]
    assert reading.damaged == (2,)


def test_a_change_that_is_not_in_the_entry_is_damage(journal: Journal) -> None:
    entry_id = journal.begin(plan(), WHO)
    journal.note(entry_id, Happened.DONE, 7)
    assert journal.read().damaged == (2,)
    assert journal.entry(entry_id).changes[1].state is Happened.PLANNED


@pytest.mark.skipif(os.name != "posix", reason="permission bits are POSIX's")
def test_only_the_user_can_read_it(journal: Journal) -> None:
    journal.begin(plan(), WHO)
    journal.path.chmod(0o666)
    journal.begin(plan(), WHO)
    assert journal.path.stat().st_mode & 0o777 == 0o600
    assert journal.path.parent.stat().st_mode & 0o077 == 0
    with journal.alone():
        others = [file for file in journal.path.parent.iterdir() if file != journal.path]
        assert [file.stat().st_mode & 0o777 for file in others] == [0o600]


def test_a_line_is_on_disk_before_anything_else_happens(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[bytes] = []
    real = os.fsync

    def fsync(descriptor: int) -> None:
        real(descriptor)
        flushed.append(journal.path.read_bytes())

    monkeypatch.setattr(os, "fsync", fsync)
    entry_id = journal.begin(plan(), WHO)
    journal.note(entry_id, Happened.BEGUN, 0)
    assert flushed[-1] == journal.path.read_bytes()
    assert flushed[0].count(b"\n") == 1


def test_secrets_are_never_written(journal: Journal) -> None:
    journal.begin(plan(ActivationCode="s3cr3t-c0de", Note="password=hunter2hunter2"), WHO)
    content = journal.path.read_text("utf-8")
    assert "s3cr3t-c0de" not in content
    assert "hunter2" not in content


def test_a_journal_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be", "utf-8")
    journal = Journal(tmp_path / "state" / "journal.jsonl")
    with pytest.raises(Unwritable):
        journal.begin(plan(), WHO)
    with pytest.raises(Unwritable), journal.alone():
        pytest.fail("nobody holds the lock")


def test_nobody_else_while_one_is_changing_something(journal: Journal) -> None:
    with journal.alone(), pytest.raises(lock.Taken), Journal(journal.path).alone():
        pytest.fail("two at once")
    with journal.alone():
        pass


def test_the_lock_goes_with_its_process(journal: Journal) -> None:
    """A killed process leaves no lock behind."""
    program = (
        "import sys\nfrom pathlib import Path\nfrom ssmwizard.outside.journal import Journal\n"
        "with Journal(Path(sys.argv[1])).alone():\n    print('held', flush=True)\n    input()\n"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", program, str(journal.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
        text=True,
    )
    assert holder.stdout is not None
    assert holder.stdin is not None
    with holder:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(lock.Taken) as taken, journal.alone():
            pytest.fail("two at once")
        told = journal.holder()
        assert taken.value.holder == told
        assert told is not None
        assert told.pid == holder.pid
        assert told.since <= datetime.now(UTC)
        assert f"process {holder.pid}, since" in busy(taken.value).english()
        holder.kill()
        holder.wait()
    assert journal.holder() is None
    with journal.alone():
        assert journal.path.parent.is_dir()


@pytest.mark.parametrize("written", [b"", b"not json", b"[]", b'{"pid": "x", "since": "y"}'])
def test_who_holds_the_lock_may_be_unreadable(journal: Journal, written: bytes) -> None:
    """An older version of the program writes nothing there."""
    with journal.alone():
        journal.path.with_name(f"{journal.path.name}.lock").write_bytes(written)
        with pytest.raises(lock.Taken) as taken, Journal(journal.path).alone():
            pytest.fail("two at once")
        assert taken.value.holder is None
        assert "Another window or terminal is changing" in busy(taken.value).english()


def test_nobody_holds_a_lock_that_was_never_taken(journal: Journal) -> None:
    assert journal.holder() is None


def test_a_plan_comes_back_whole(journal: Journal) -> None:
    """So that it can be finished, and proved, by another process later."""
    shown = plan()
    change = replace(
        shown.changes[0],
        undo=replace(UNDO, rights=()),
        rights=(Right("iam:AttachRolePolicy", "*"),),
        dry_run=True,
        done_codes=("There",),
        settling_codes=("Later",),
        settling_seconds=7,
        take={"RoleName": "made[0].Role"},
        shows_once={"Code": "Code"},
        trace=Trace(Call("iam", "GetRole"), "Role", ["a"], None, {"RoleName": "made[0].Role"}),
        named_in="Description",
        follows=Follow(Engine.COMMAND, "Id", ("i-1",), 1, (Right("ssm:ListCommands", "*"),)),
        wave=2,
    )
    sought = Successors(Call("ssm", "DescribeInstanceInformation"), "x", {"Filters": "y"})
    whole = replace(shown, changes=(change,), confirm_account=True, successors=sought)
    entry = journal.entry(journal.begin(whole, WHO, {"ssh", "shell"}))
    assert entry.plan == whole
    assert entry.features == ("shell", "ssh")


def test_what_an_older_program_wrote_is_read_and_is_no_whole_plan(journal: Journal) -> None:
    entry_id = journal.begin(plan(), WHO)
    (line,) = written(journal)
    for name in ("features", "risk", "cost", "wait", "verifies", "confirm_account", "successors"):
        del line[name]
    line["changes"] = [
        {name: one[name] for name in ("says", "call", "undo")}
        for one in line["changes"]  # type: ignore[attr-defined]
    ]
    journal.path.write_text(f"{json.dumps(line)}\n", "utf-8")
    entry = journal.entry(entry_id)
    assert entry.plan is None
    assert entry.changes[0].undo is not None
    assert entry.left_open


def test_how_looking_ended_is_remembered_and_the_latest_counts(journal: Journal) -> None:
    entry_id = journal.begin(plan(1), WHO)
    journal.note(entry_id, Happened.DONE, 0, undo=None)
    assert journal.entry(entry_id).proof == ""
    for proof in ("not-yet", "verified"):
        says = text_out(text("It is {how}.", how=proof))
        journal.note(entry_id, Happened.LOOKED, proof=proof, says=says)
    entry = journal.entry(entry_id)
    assert entry.proof == "verified"
    assert entry.proof_says is not None
    assert entry.proof_says.english() == "It is verified."
    assert entry.proof_at is not None


def test_what_is_gone_on_with_is_open_again_until_it_ends(journal: Journal) -> None:
    entry_id = journal.begin(plan(), WHO)
    journal.note(entry_id, Happened.ENDED)
    assert not journal.entry(entry_id).left_open
    journal.note(entry_id, Happened.GOES_ON, by="arn:ann")
    assert journal.entry(entry_id).left_open
