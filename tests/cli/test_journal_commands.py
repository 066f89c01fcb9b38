"""What the command line says of a change that was cut short, and how it goes on with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.command import Run

from ssmwizard import demo
from ssmwizard.outside.journal import Journal
from ssmwizard.outside.journal_entries import Entry, Happened

FIX = "role.attach-instance-profile"


class Killed(BaseException):
    """The end of the program, which nothing catches."""


@pytest.fixture
def cut_short(
    run: Run, account: demo.Demo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Entry:
    """A plan of five changes, cut short when the third was made and not written down."""
    instances = account.world["regions"]["eu-west-3"]["instances"].values()
    (node,) = [
        one["InstanceId"] for one in instances if {"Key": "Name", "Value": "web-03"} in one["Tags"]
    ]
    real = Journal.note

    def note(
        self: Journal, entry: str, what: Happened, change: int | None = None, **more: object
    ) -> None:
        if (what, change) == (Happened.DONE, 2):
            raise Killed
        real(self, entry, what, change, **more)

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "note", note)
        with pytest.raises(Killed):
            run("fix", FIX, "--node", node, "--apply", "--yes", "--demo")
    (entry,) = Journal(tmp_path / "journal.jsonl").entries()
    return entry


def test_the_journal_leads_to_what_was_cut_short(run: Run, cut_short: Entry) -> None:
    said = run("journal", "--demo")
    assert said.status == 0
    assert f"what happened: ssmwizard journal {cut_short.id}" in said.out


def test_one_entry_tells_what_was_under_way_and_what_the_account_shows(
    run: Run, account: demo.Demo, cut_short: Entry
) -> None:
    before = len(account.calls)
    said = run("journal", cut_short.id, "--demo")
    assert said.status == 3
    assert "this was under way: Make the instance profile" in said.out
    assert "The account shows that it was made." in said.out
    assert f"ssmwizard finish {cut_short.id}" in said.out
    assert f"ssmwizard undo {cut_short.id}" in said.out
    assert all(
        call.partition(":")[2].startswith(("Get", "List", "Describe"))
        for call in account.calls[before:]
    )


def test_the_same_as_data(run: Run, cut_short: Entry) -> None:
    told = json.loads(run("journal", cut_short.id, "--format", "json", "--demo").out)
    assert told["left_open"]
    assert told["recovery"]["under_way"] == 2
    assert told["recovery"]["left"] == [3, 4]
    assert told["recovery"]["changes"] == ["made"] * 3 + ["not-made"] * 2
    assert told["recovery"]["can_finish"]


def test_what_is_left_is_shown_made_and_proved(run: Run, cut_short: Entry) -> None:
    shown = run("finish", cut_short.id, "--demo")
    assert shown.status == 0
    assert "Nothing was changed. Add --apply" in shown.err
    done = run("finish", cut_short.id, "--apply", "--yes", "--demo")
    assert done.status == 0, done
    assert "Looked again: it works." in done.out
    listed = run("journal", cut_short.id, "--demo")
    assert listed.status == 0
    assert "It was looked at afterwards, and works." in listed.out
    again = json.loads(
        run("finish", cut_short.id, "--apply", "--yes", "--format", "json", "--demo").out
    )
    assert (again["end"], again["proof"]) == ("done", "verified")


def test_yes_must_be_typed_to_go_on(
    run: Run, account: demo.Demo, cut_short: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ssmwizard.cli.console.confirmed", lambda *_: False)
    said = run("finish", cut_short.id, "--apply", "--demo")
    assert said.status == 1
    assert "Nothing was changed." in said.err


def test_it_can_be_taken_back_instead(run: Run, account: demo.Demo, cut_short: Entry) -> None:
    assert run("undo", cut_short.id, "--apply", "--yes", "--demo").status == 0
    assert "ssmwizard-managed-node" not in account.world["iam"]["roles"]
    refused = run("finish", cut_short.id, "--apply", "--yes", "--demo")
    assert refused.status == 1
    assert "taking this back was begun" in refused.out


def test_an_effect_that_nobody_looked_for_can_be_looked_for_later(
    run: Run, cut_short: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("ssmwizard.cli.finish.look", lambda *_: (0, None))
        run("finish", cut_short.id, "--apply", "--yes", "--demo")
    listed = run("journal", "--demo").out
    assert "Nobody has looked yet whether it works." in listed
    assert f"look again: ssmwizard verify {cut_short.id}" in listed
    said = run("verify", cut_short.id, "--format", "json", "--demo")
    assert json.loads(said.out)["proof"] == "verified"
    assert "look again" not in run("journal", "--demo").out


def test_what_an_older_program_wrote_cannot_be_finished(
    run: Run, cut_short: Entry, tmp_path: Path
) -> None:
    path = tmp_path / "journal.jsonl"
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    del lines[0]["wait"]
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), "utf-8")
    said = run("finish", cut_short.id, "--apply", "--yes", "--demo")
    assert said.status == 1
    assert "older version of the program" in said.out
    looked = run("verify", cut_short.id, "--demo")
    assert looked.status == 3
    assert "does not tell how it proves itself" in looked.out


def test_an_entry_that_is_not_there(run: Run, account: demo.Demo) -> None:
    for word in ("journal", "finish", "verify"):
        said = run(word, "20261124-0412-3f9a", "--demo")
        assert said.status == 2
        assert "has no entry" in said.err


def test_while_another_process_is_at_work_nothing_is_found_out(
    run: Run, account: demo.Demo, cut_short: Entry, tmp_path: Path
) -> None:
    with Journal(tmp_path / "journal.jsonl").alone():
        said = run("journal", cut_short.id, "--demo")
        assert "is at work" in said.out
        refused = run("undo", cut_short.id, "--apply", "--yes", "--demo")
        assert "process" in refused.out
        assert run("finish", cut_short.id, "--apply", "--yes", "--demo").status == 1


def test_who_goes_on_is_told_that_something_was_left_unfinished(
    run: Run, account: demo.Demo, cut_short: Entry
) -> None:
    said = run("fix", FIX, "--node", cut_short.nodes[0], "--demo")
    assert "A change was not finished: Give the instance a role" in said.err
    assert f"ssmwizard journal {cut_short.id}" in said.err
    run("undo", cut_short.id, "--apply", "--yes", "--demo")
    assert "not finished" not in run("fix", FIX, "--node", cut_short.nodes[0], "--demo").err
