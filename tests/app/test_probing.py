"""A real session on the demo account: what is said before, what came of it, and that none is left."""

import json
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from support.facts import EC2_ID, NOW, computer, identity, node, says, shown, snapshot
from support.on_demo import Stage, stage

from ssmwizard.app import probing, report, session_notes, trying
from ssmwizard.app.finish import finish
from ssmwizard.app.inspect import Choice, Inspection, inspect, replay
from ssmwizard.app.probing import (
    Refused,
    before,
    can_be_tried,
    end_left_behind,
    probe,
    trial_of,
)
from ssmwizard.app.verdict import Standing
from ssmwizard.demo.operations.ssm_documents import PREFERENCES
from ssmwizard.model.computer import Start
from ssmwizard.model.facts import Known, Source, Unknown, Why
from ssmwizard.model.findings import Finding, Status
from ssmwizard.model.probe import Ending, Gate, Handover, Left, Talk
from ssmwizard.model.probe import Stage as Reached
from ssmwizard.model.session import Preferences, SessionFacts
from ssmwizard.outside.journal import Journal, Unwritable
from ssmwizard.outside.journal_entries import Happened, State

Open = Callable[..., Stage]
TOKEN = "demo-stream-token-"


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    def make(scenario: str | None = None, **more: Any) -> Stage:
        return stage(tmp_path, monkeypatch, scenario=scenario, **more)

    return make


def look(on: Stage, *names: str, region: str | None = None, **more: Any) -> Inspection:
    ids = tuple(on.instance(name) for name in names)
    return inspect(on.doors, Choice("demo-admin", region, ids, **{"local": False, **more}))


def of(inspection: Inspection, check: str = probing.CHECK) -> Finding:
    return next(one for one in inspection.findings if one.check == check)


def sessions(on: Stage, region: str = "") -> list[dict[str, Any]]:
    where = on.account.world["regions"][region or on.account.world["main_region"]]
    return list(where["sessions"].values())


def test_a_healthy_node_answers_and_nothing_is_left_open(opened: Open) -> None:
    on = opened()
    found = probe(on.doors, look(on, "web-01"))
    assert of(found.inspection).status is Status.PASSED
    (verdict,) = found.inspection.verdicts
    assert verdict.standing is Standing.READY
    assert "A real session" in shown(verdict.sentence)
    assert [one["Status"] for one in sessions(on)] == ["Terminated"]
    web = on.instance("web-01")
    trial = trial_of(found.inspection, web)
    assert trial is not None
    assert trial.left is Left.NONE
    assert trial.stage is Reached.ECHOED
    assert found.remarks == ()
    (entry,) = Journal(on.doors.journal).entries()
    assert (entry.fix, entry.state, entry.nodes) == (probing.CHECK, State.UNDONE, (web,))


# Node of the scenario `sessions` (or of the fleet): how far its session comes, and a word of why.
BROKEN = {
    ("sessions", "web-01", ""): (Ending.ECHOED, ""),
    ("sessions", "plain-01", ""): (Ending.CLOSED, "data key"),
    ("sessions", "vault-01", ""): (Ending.CLOSED, "data key"),
    ("sessions", "old-01", ""): (Ending.SILENT, "nothing came"),
    ("broken-fleet", "compta-01", ""): (Ending.CLOSED, "domain controller"),
}


@pytest.mark.parametrize(("where", "expected"), BROKEN.items(), ids=[key[1] for key in BROKEN])
def test_a_broken_one_fails_where_it_is_broken(
    opened: Open, where: tuple[str, str, str], expected: tuple[Ending, str]
) -> None:
    scenario, name, _ = where
    on = opened(scenario)
    found = probe(on.doors, look(on, name)).inspection
    trial = trial_of(found, on.instance(name))
    assert trial is not None
    assert trial.talk is not None
    assert (trial.talk.ending, trial.left) == (expected[0], Left.NONE)
    assert expected[1] in shown(of(found).text)
    (verdict,) = found.verdicts
    opens = expected[0] is Ending.ECHOED
    assert (verdict.standing is Standing.BLOCKED) is not opens
    assert all(one["Status"] == "Terminated" for one in sessions(on))
    again = replay(found.recording)
    assert (again.findings, again.verdicts) == (found.findings, found.verdicts)
    for one in found.findings:
        says(one)


def test_a_key_that_is_to_be_deleted_and_the_session_are_one_cause(opened: Open) -> None:
    on = opened("sessions")
    region = on.account.world["second_region"]
    state = on.account.world["regions"][region]
    (web,) = [one["InstanceId"] for one in state["nodes"].values() if one["Name"] == "web-de-01"]
    looked = inspect(on.doors, Choice("demo-admin", region, (web,), local=False))
    found = probe(on.doors, looked).inspection
    assert of(found).blocked_by
    assert "session.kms-key" in of(found).blocked_by
    assert probing.CHECK not in found.verdicts[0].root_causes


def test_nothing_is_tried_where_no_channel_is_open_or_nobody_is_signed_in(opened: Open) -> None:
    on = opened()
    looked = look(on, "web-02", "web-04")
    assert can_be_tried(looked) == ()
    found = probe(on.doors, looked).inspection
    assert "ssm:StartSession" not in found.calls
    assert [one.blocked_by for one in found.findings if one.check == probing.CHECK] == [
        ("node.connected",),
        ("node.connected",),
    ]
    assert all(one.trial.value.gate is Gate.NOT_CONNECTED for one in found.snapshot.nodes)  # type: ignore[union-attr]
    choice = Choice("demo-admin", nodes=(on.instance("web-01"),), local=False)
    on.account.expire_credentials()
    assert "ssm:StartSession" not in probe(on.doors, inspect(on.doors, choice)).inspection.calls


def test_where_the_channel_may_not_be_looked_at_a_session_is_tried_all_the_same(
    opened: Open,
) -> None:
    on = opened()
    on.account.deny("ssm:GetConnectionStatus")
    looked = look(on, "web-01", "web-02")
    assert can_be_tried(looked) == (on.instance("web-01"),)
    found = probe(on.doors, looked).inspection
    assert found.calls["ssm:StartSession"] == 1
    (well, _) = found.verdicts
    assert well.standing is Standing.READY
    again = replay(found.recording)
    assert again.findings == found.findings


def test_only_the_nodes_that_are_named_are_tried_and_one_after_the_other(opened: Open) -> None:
    on = opened()
    looked = look(on, "web-01", "git-01", "wiki-01")
    first = probe(on.doors, looked, [on.instance("git-01")]).inspection
    second = probe(on.doors, first, [on.instance("wiki-01")]).inspection
    third = probe(on.doors, second, [on.instance("git-01")]).inspection
    assert third.calls["ssm:StartSession"] == 3
    assert third.choice.tried == (on.instance("git-01"), on.instance("wiki-01"))
    tried = {one.subject: one.status for one in third.findings if one.check == probing.CHECK}
    assert tried[on.instance("web-01")] is Status.SKIPPED
    assert tried[on.instance("git-01")] is tried[on.instance("wiki-01")] is Status.PASSED
    again = replay(third.recording)
    assert again.findings == third.findings
    assert probe(on.doors, third).inspection.choice.tried == ()


def test_read_only_mode_lets_none_be_opened_and_writes_nothing_down(opened: Open) -> None:
    on = opened(read_only=True)
    looked = look(on, "web-01")
    found = probe(on.doors, looked).inspection
    assert of(found).status is Status.UNKNOWN
    assert sessions(on) == []
    assert Journal(on.doors.journal).entries() == ()
    assert "ssm:StartSession" not in found.calls
    assert replay(found.recording).findings == found.findings


def test_no_secret_of_a_session_is_kept_anywhere(opened: Open) -> None:
    on = opened("sessions")
    found = probe(on.doors, look(on, "web-01", "plain-01")).inspection
    whole = json.dumps(found.recording) + on.doors.journal.read_text()
    whole += report.as_text(found, 100) + json.dumps(list(report.json_pieces(found))) + repr(found)
    assert "StartSession" in whole
    assert TOKEN not in whole
    assert "wss://" not in whole


def test_it_says_before_what_is_done_and_where_it_is_written_down(opened: Open) -> None:
    on = opened("sessions")
    looked = look(on, "web-01", local=True)
    said = " ".join(shown(one) for one in before(looked, (on.instance("web-01"),)))
    for words in ("camille", "CloudTrail", "atelier-session-logs/sessions", "/atelier/sessions"):
        assert words in said
    assert "encrypted with the key arn:aws:kms" in said
    assert "ssm-user" in said
    on.account.deny("ssm:GetDocument")
    unseen = " ".join(shown(one) for one in before(look(on, "web-01"), (on.instance("web-01"),)))
    assert "could not be seen" in unseen
    plain = opened()
    on.account.deny("nothing:At*All")
    looked = inspect(plain.doors, Choice("demo-admin", every_node=True, local=False))
    hybrid = next(one.id for one in looked.snapshot.nodes if one.id.startswith("mi-"))
    told = " ".join(shown(one) for one in before(looked, (hybrid,)))
    assert "keep no log" in told
    assert "charged by use" in told


def test_whoever_may_not_end_sessions_is_told_before(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = opened("sessions")
    monkeypatch.setattr("ssmwizard.collect.probe.PAUSES", (0, 0))
    on.account.deny("ssm:TerminateSession")
    looked = look(on, "old-01")
    said = " ".join(shown(one) for one in before(looked, (on.instance("old-01"),)))
    assert "stay until it ends when idle" in said
    found = probe(on.doors, looked).inspection
    assert "could not be ended" in shown(of(found).text)
    (entry,) = Journal(on.doors.journal).entries()
    assert entry.can_undo
    # One in which the shell was left is over all the same.
    well = probe(on.doors, look(on, "web-01")).inspection
    assert of(well).status is Status.PASSED
    assert Journal(on.doors.journal).entries()[0].state is State.UNDONE


def test_a_session_that_a_killed_program_left_open_is_ended_at_the_next_start(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = opened()
    looked = look(on, "web-01")

    class Killed(BaseException):
        pass

    def killed(*_: Any, **__: Any) -> None:
        raise Killed

    # Before its id was written down, and after that.
    for places in (
        ["collect.probe.end", "app.session_notes.SessionNotes.opened"],
        ["collect.probe.end", "collect.probe._talked"],
    ):
        with monkeypatch.context() as broken:
            for place in places:
                broken.setattr(f"ssmwizard.{place}", killed)
            with pytest.raises(Killed):
                probe(on.doors, looked)
        assert [one["Status"] for one in sessions(on)].count("Connected") == 1
        made = on.account.calls.count("ssm:StartSession")
        finish(on.doors, Journal(on.doors.journal).entries()[0].id)
        assert on.account.calls.count("ssm:StartSession") == made
        (said,) = probe(on.doors, looked).remarks
        assert on.instance("web-01") in shown(said)
        assert all(one["Status"] == "Terminated" for one in sessions(on))
    assert {entry.state for entry in Journal(on.doors.journal).entries()} == {State.UNDONE}
    assert probe(on.doors, looked).remarks == ()


def test_one_that_cannot_be_ended_now_is_named_and_kept_for_the_next_time(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = opened()
    looked = look(on, "web-01")

    class Killed(BaseException):
        pass

    def killed(*_: Any, **__: Any) -> None:
        raise Killed

    with monkeypatch.context() as broken:
        broken.setattr("ssmwizard.collect.probe.end", killed)
        broken.setattr("ssmwizard.collect.probe._talked", killed)
        with pytest.raises(Killed):
            probe(on.doors, looked)
    on.account.deny("ssm:DescribeSessions")
    found = probe(on.doors, looked)
    (entry,) = [one for one in Journal(on.doors.journal).entries() if one.can_undo]
    assert entry.id in shown(found.remarks[0])
    on.account.allow()
    lines = on.doors.journal.read_text()
    yesterday = datetime.now(UTC) - timedelta(days=1, minutes=1)
    told = json.loads(lines.splitlines()[0])
    on.doors.journal.write_text(lines.replace(told["at"], yesterday.isoformat()))
    assert probe(on.doors, looked).remarks == ()
    on.doors.journal.write_text(lines)
    assert "it is ended now" in shown(probe(on.doors, looked).remarks[0])


def test_whoever_has_signed_in_since_is_not_taken_for_the_one_before(opened: Open) -> None:
    on = opened()
    looked = look(on, "web-01")
    caller = looked.snapshot.identity.caller
    assert isinstance(caller, Known)
    other = replace(caller.value, arn=caller.value.arn.replace("camille", "sacha"))
    who = replace(looked.snapshot.identity, caller=replace(caller, value=other))
    before_that = replace(looked, snapshot=replace(looked.snapshot, identity=who))
    with pytest.raises(Refused) as refused:
        probe(on.doors, before_that)
    assert "sacha" in shown(refused.value.says)
    assert sessions(on) == []
    on.account.deny("sts:GetCallerIdentity")
    assert of(probe(on.doors, looked).inspection).status is Status.PASSED


def test_whoever_may_not_start_one_as_computed_is_told_before(opened: Open) -> None:
    on = opened()
    web = on.instance("web-01")
    looked = inspect(on.doors, Choice("demo-readonly", nodes=(web,), local=False))
    assert "will refuse it" in " ".join(shown(one) for one in before(looked, (web,)))
    found = probe(on.doors, looked).inspection
    assert of(found).blocked_by == ("caller.start-session",)
    (entry,) = Journal(on.doors.journal).entries()
    assert entry.state is State.FAILED


def test_two_windows_do_not_try_sessions_at_once(opened: Open) -> None:
    on = opened()
    looked = look(on, "web-01")
    with session_notes.alone(Journal(on.doors.journal)), pytest.raises(Refused) as refused:
        probe(on.doors, looked)
    assert "Another window" in shown(refused.value.says)
    assert sessions(on) == []


def test_without_a_place_for_the_journal_nothing_is_opened(opened: Open, tmp_path: Path) -> None:
    on = opened()
    looked = look(on, "web-01")
    (tmp_path / "file").write_text("")
    doors = replace(on.doors, journal=tmp_path / "file" / "journal.jsonl")
    with pytest.raises(Refused):
        probe(doors, looked)
    assert sessions(on) == []


def test_a_note_that_cannot_be_written_keeps_nothing_open(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = opened()
    looked = look(on, "web-01")
    note = Journal.note

    def full(self: Journal, entry: str, happened: Happened, *more: Any, **told: Any) -> None:
        if happened is not Happened.BEGUN:
            raise Unwritable("No space left on device")
        note(self, entry, happened, *more, **told)

    monkeypatch.setattr(Journal, "note", full)
    assert of(probe(on.doors, looked).inspection).status is Status.PASSED
    assert [one["Status"] for one in sessions(on)] == ["Terminated"]


class Waits:
    """The computer of the demo with a plugin that waits until it is stopped."""

    def __init__(self, within: Any, begun: threading.Event) -> None:
        self._within, self._begun = within, begun

    def __getattr__(self, name: str) -> Any:
        return getattr(self._within, name)

    def talk(self, handover: Handover, told: Any, cut_off: Any, stop: threading.Event) -> Talk:
        self._begun.set()
        assert stop.wait(20)
        return Talk(Start.RAN, Ending.STOPPED, (), "", None, 1.0)


def test_the_operator_can_stop_and_the_session_is_ended(opened: Open) -> None:
    on = opened()
    looked = look(on, "web-01", "git-01", "wiki-01", "mac-build-01")
    begun, stop = threading.Event(), threading.Event()
    doors = replace(on.doors, computer=Waits(on.doors.computer, begun))
    stopping = threading.Thread(target=lambda: (begun.wait(20), stop.set()), daemon=True)
    stopping.start()
    found = probe(doors, looked, cancelled=stop).inspection
    assert {one.status for one in found.findings if one.check == probing.CHECK} <= {
        Status.UNKNOWN,
        Status.SKIPPED,
    }
    assert sessions(on)
    assert all(one["Status"] == "Terminated" for one in sessions(on))
    assert replay(found.recording).findings == found.findings


def test_an_error_in_a_trial_is_raised_when_all_have_ended(opened: Open) -> None:
    on = opened()
    looked = look(on, "web-01", "git-01")

    class Breaks(Waits):
        def talk(self, *_: Any) -> Talk:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        probe(replace(on.doors, computer=Breaks(on.doors.computer, threading.Event())), looked)
    assert all(one["Status"] == "Terminated" for one in sessions(on))


def test_a_recording_of_before_there_was_a_plugin_in_it_is_still_read(opened: Open) -> None:
    on = opened()
    found = probe(on.doors, look(on, "web-01")).inspection
    old = [line for line in found.recording if line.get("computer") != "talk"]
    old[0] = {**old[0], "choice": {k: v for k, v in old[0]["choice"].items() if k != "tried"}}
    assert of(replay(old)).status is Status.PASSED


def test_preferences_of_the_account_are_what_a_session_follows(opened: Open) -> None:
    on = opened()
    content = {"schemaVersion": "1.0", "sessionType": "Standard_Stream",
               "inputs": {"runAsEnabled": True, "runAsDefaultUser": "nobody-here"}}  # fmt: skip
    on.by_hand(
        "ssm", "CreateDocument", Name=PREFERENCES, DocumentType="Session", DocumentFormat="JSON",
        Content=json.dumps(content),
    )  # fmt: skip
    found = probe(on.doors, look(on, "web-01")).inspection
    assert "RunAs user nobody-here does not exist" in shown(of(found).text)


PLACES = {
    "nothing-set": (Preferences("doc", "1"), "keep no log"),
    "bucket": (Preferences("doc", "1", s3_bucket="logs"), "the S3 bucket logs."),
    "log-group": (Preferences("doc", "1", log_group="/s"), "the log group /s"),
    "profile": (Preferences("doc", "1", windows_profile="cls"), "shell profile"),
    "run-as": (Preferences("doc", "1", run_as=True), "CloudTrail"),
}


@pytest.mark.parametrize(("found", "holds"), PLACES.values(), ids=list(PLACES))
def test_each_place_where_a_session_is_written_down_is_named(found: Any, holds: str) -> None:
    at = Source("ssm:GetDocument", NOW)
    facts = snapshot(node(), session=SessionFacts(preferences=Known(found, at)))
    looked = Inspection(Choice(), facts, (), (), NOW, NOW, {}, ())
    said = " ".join(shown(one) for one in before(looked, (EC2_ID,)))
    assert holds in said
    assert ("makes the account ssm-user" in said) is not found.run_as
    windows = replace(computer(), system="Windows 11")
    there = replace(looked, snapshot=replace(facts, computer=windows, partition=None))
    assert "AWS-StartNonInteractiveCommand" in shown(before(there, (EC2_ID,))[0])
    nobody = replace(facts, identity=identity(caller=Unknown(Why.DENIED)))
    assert "as -" in shown(before(replace(looked, snapshot=nobody), (EC2_ID,))[0])


def test_whoever_signs_in_has_sessions_ended_that_were_left_behind(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = opened()
    looked = look(on, "web-01")
    assert end_left_behind(on.doors, looked) == ()

    class Killed(BaseException):
        pass

    def killed(*_: Any, **__: Any) -> None:
        raise Killed

    with monkeypatch.context() as broken:
        for name in ("end", "_talked"):
            broken.setattr(f"ssmwizard.collect.probe.{name}", killed)
        with pytest.raises(Killed):
            probe(on.doors, looked)
    with session_notes.alone(Journal(on.doors.journal)):
        assert end_left_behind(on.doors, looked) == ()
    on.doors.gate.switch(read_only=True)
    assert end_left_behind(on.doors, looked) == ()
    on.doors.gate.switch(read_only=False)
    (said,) = end_left_behind(on.doors, looked)
    assert "it is ended now" in shown(said)
    assert [one["Status"] for one in sessions(on)] == ["Terminated"]


def test_an_interruption_while_it_is_waited_for_ends_what_was_begun(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = opened()
    looked = look(on, "web-01")
    begun = threading.Event()
    doors = replace(on.doors, computer=Waits(on.doors.computer, begun))
    wait = trying._wait

    def interrupted(workers: Any) -> None:
        monkeypatch.setattr(trying, "_wait", wait)
        assert begun.wait(20)
        raise KeyboardInterrupt

    monkeypatch.setattr(trying, "_wait", interrupted)
    with pytest.raises(KeyboardInterrupt):
        probe(doors, looked)
    assert [one["Status"] for one in sessions(on)] == ["Terminated"]
