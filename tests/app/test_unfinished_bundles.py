"""A bundle of what there is: of an inspection under way, cancelled, broken off, or not begun."""

from __future__ import annotations

import json
import threading
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from support.on_demo import Stage, stage

from ssmwizard.app import bundle, crash, so_far
from ssmwizard.app.begun import Unfinished
from ssmwizard.app.bundle import Audience
from ssmwizard.app.bundle_reading import Opened, open_bundle
from ssmwizard.app.crash import Crash
from ssmwizard.app.inspect import Choice, Inspection, identify, inspect, look_at_computer
from ssmwizard.app.omissions import NOT_ASKED, written_down
from ssmwizard.app.seen import Seen
from ssmwizard.checks.every import by_id
from ssmwizard.model.findings import Finding, Scope, Status
from ssmwizard.outside.calls import Call

CHOICE = Choice("demo-admin", every_node=True)


@pytest.fixture
def on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    return stage(tmp_path, monkeypatch)


def known(on: Stage, seen: Seen) -> Inspection:
    return so_far.so_far(seen, on.doors.begun, on.doors.page)


def saved(
    folder: Path,
    inspection: Inspection,
    audience: Audience = Audience.SUPPORT,
    told: Crash | None = None,
) -> tuple[Opened, dict[str, str]]:
    """Save a bundle, and read it again: judged, and file by file."""
    path = bundle.make(inspection, (), audience, crash=told).write(folder / "b.zip")
    with zipfile.ZipFile(path) as packed:
        files = {name: packed.read(name).decode() for name in packed.namelist()}
    return open_bundle(path), files


def missing(opened: Opened) -> set[tuple[str, str]]:
    return {(one["what"], one["reason"]) for one in opened.manifest["omissions"]}


def answers(findings: tuple[Finding, ...]) -> set[tuple[str, str | None, Status]]:
    return {(one.check, one.subject, one.status) for one in findings}


def test_while_an_inspection_runs_it_holds_what_the_window_shows(on: Stage, tmp_path: Path) -> None:
    shown: list[tuple[set[Any], Inspection]] = []

    def landed(findings: tuple[Finding, ...]) -> None:
        shown.append((answers(findings), known(on, Seen(CHOICE))))

    whole = inspect(on.doors, CHOICE, landed=landed)
    assert len(shown) > 3
    for told, then in shown:
        # It may hold answers that the window has not shown yet; and what was not to come may come.
        beyond = told - answers(then.findings)
        assert {status for *_, status in beyond} <= {Status.UNKNOWN, Status.SKIPPED}
    middle = shown[1][1]
    opened, _ = saved(tmp_path, middle)
    assert opened.inspection.findings == middle.findings
    assert (NOT_ASKED, "still_running") in missing(opened)
    assert answers(middle.findings) != answers(whole.findings)
    after, _ = saved(tmp_path, known(on, Seen(CHOICE, inspection=whole)))
    assert after.inspection.findings == whole.findings
    assert NOT_ASKED not in {what for what, _ in missing(after)}


@pytest.mark.parametrize("calls", [1, 9, 30])
def test_cancelled_it_holds_what_was_seen_and_says_what_was_not(
    on: Stage, tmp_path: Path, calls: int
) -> None:
    stop = threading.Event()
    heard: list[Call] = []

    def hear(call: Call) -> None:
        heard.append(call)
        if len(heard) >= calls:
            stop.set()

    on.heard.append(hear)
    cancelled = inspect(on.doors, CHOICE, cancelled=stop)
    opened, _ = saved(tmp_path, cancelled)
    assert opened.inspection.findings == cancelled.findings
    assert opened.inspection.verdicts == cancelled.verdicts
    assert (NOT_ASKED, "cancelled") in missing(opened)
    public, files = saved(tmp_path, cancelled, Audience.PUBLIC)
    assert public.manifest["redaction"]["answers_that_differ"] == []
    assert "ShopApplicationRole" not in "".join(files.values())


def test_before_any_inspection_it_holds_who_is_calling_and_this_computer(
    on: Stage, tmp_path: Path
) -> None:
    who, here = identify(on.doors, "demo-admin", None), look_at_computer(on.doors)
    choice = Choice("demo-admin")
    opened, _ = saved(tmp_path, known(on, Seen(choice, who, here)))
    told = opened.inspection
    assert told.snapshot.identity.caller.require().arn == who.snapshot.identity.caller.require().arn
    assert told.snapshot.computer is not None
    assert here.snapshot.computer is not None
    assert told.snapshot.computer.cli.require() == here.snapshot.computer.cli.require()
    assert {by_id(one.check).scope for one in told.findings} <= {
        Scope.IDENTITY,
        Scope.COMPUTER,
    }
    assert (NOT_ASKED, "not_begun") in missing(opened)


def test_with_nothing_looked_at_there_is_a_bundle_too(on: Stage, tmp_path: Path) -> None:
    opened, files = saved(tmp_path, known(on, Seen(Choice())))
    assert not {one.status for one in opened.inspection.findings} & {Status.PASSED, Status.FAILED}
    assert (NOT_ASKED, "not_begun") in missing(opened)
    assert json.loads(files["manifest.json"])["libraries"]["python"]


class UnforeseenError(Exception):
    """What nobody foresaw; it names what an identifier may look like, and a secret."""


SAYS = "the node 'kitchen-pc' at 10.20.1.15 said password=hunter2-is-my-password, \"Küche\" too"


def broken(on: Stage, calls: int = 30) -> Crash:
    """An inspection that an error ends after some calls, and what is told of the error."""
    heard: list[Call] = []

    def hear(call: Call) -> None:
        heard.append(call)
        if len(heard) == calls:
            raise UnforeseenError(SAYS)

    on.heard.append(hear)
    with pytest.raises(UnforeseenError) as caught:
        inspect(on.doors, CHOICE)
    on.heard.remove(hear)
    return crash.crash_of(caught.value, "INSPECT")


def test_what_an_error_broke_off_is_in_it_with_the_error_and_where_it_happened(
    on: Stage, tmp_path: Path
) -> None:
    told = broken(on)
    inspection = known(on, Seen(CHOICE, crash=told))
    opened, files = saved(tmp_path, inspection, told=told)
    assert (NOT_ASKED, Unfinished.CRASHED.value) in missing(opened)
    assert opened.inspection.findings == inspection.findings
    assert opened.inspection.snapshot.identity.caller.require().account in files["recording.jsonl"]
    assert "UnforeseenError: the node 'kitchen-pc' at 10.20.1.15" in files["crash.txt"]
    assert 'File "ssmwizard/app/together.py"' in files["crash.txt"]
    assert "hunter2" not in "".join(files.values())
    assert {"crash.txt"} <= {one["path"] for one in opened.manifest["files"]}
    assert "crash.txt" in files["README.txt"]


def test_for_the_public_an_error_names_nobody(on: Stage, tmp_path: Path) -> None:
    told = broken(on)
    far = replace(
        told.problems[-1], trace=told.problems[-1].trace + '  File "/home/camille/own.py", line 1\n'
    )
    told = replace(told, problems=(*told.problems[:-1], far))
    inspection = known(on, Seen(CHOICE, crash=told))
    public, files = saved(tmp_path, inspection, Audience.PUBLIC, told)
    assert public.manifest["redaction"]["answers_that_differ"] == []
    for said in ("kitchen", "10.20.1.15", "Küche", "camille", "hunter2"):
        assert said not in "".join(files.values()), said
    assert "UnforeseenError: the node '" in files["crash.txt"]
    assert 'File "ssmwizard/app/together.py"' in files["crash.txt"]


def test_an_earlier_inspection_is_whole_and_is_what_a_report_is_made_of(on: Stage) -> None:
    whole = inspect(on.doors, CHOICE)
    told = broken(on, calls=5)
    assert known(on, Seen(CHOICE, inspection=whole)) is whole
    assert known(on, Seen(CHOICE, inspection=whole, crash=told)) is not whole
    other = replace(CHOICE, region="eu-west-1")
    assert "crashed" not in known(on, Seen(other, crash=told)).recording[0]["unfinished"]


def test_what_a_bundle_is_made_from_may_be_out_of_joint_and_the_rest_is_in_it(
    on: Stage, tmp_path: Path
) -> None:
    inspection = replace(inspect(on.doors, CHOICE), verdicts=(None,))  # type: ignore[arg-type]
    opened, files = saved(tmp_path, inspection)
    lost = {what for what, reason in missing(opened) if reason == "unprocessable"}
    assert {"report.html", "report.txt", "findings.json"} <= lost
    assert "report.html  " not in files["README.txt"]
    assert opened.inspection.verdicts


def test_a_recording_that_leads_to_the_same_error_again_is_kept_and_opened(
    on: Stage, tmp_path: Path
) -> None:
    inspection = inspect(on.doors, CHOICE)
    bad = [
        {**line, "answer": {"Reservations": 7}} if "Instances" in str(line.get("aws")) else line
        for line in inspection.recording
    ]
    told = crash.crash_of(UnforeseenError("x"), "INSPECT")
    seen = so_far.judged(bad)
    opened, files = saved(tmp_path, seen, told=told)
    assert opened.inspection.findings == seen.findings
    assert seen.snapshot.identity.caller.require().account
    assert "Reservations" in files["recording.jsonl"]
    worst = [{**bad[0], "page": None}, *({**line, "at": "never"} for line in bad[1:])]
    opened, _ = saved(tmp_path, so_far.judged(worst), told=told)
    assert opened.inspection.findings == ()


def test_a_trace_of_many_frames_is_shortened_and_what_led_to_an_error_is_told_first() -> None:
    def deeper() -> None:
        deeper()

    def both() -> None:
        try:
            deeper()
        except RecursionError as error:
            raise UnforeseenError("after") from error

    with pytest.raises(UnforeseenError) as caught:
        both()
    told = crash.crash_of(caught.value, "a test")
    assert len(told.text().splitlines()) < 400
    assert "more …" in told.text()
    assert told.says.endswith("UnforeseenError: after")
    assert told.text().index("RecursionError") < told.text().index(crash.CAUSED)
    assert crash.from_json(json.loads(json.dumps(crash.as_json(told)))) == told
    assert told.same(crash.crash_of(caught.value, "another"))
    assert crash.Crash(told.at, "", ()).says == ""


def test_a_journal_that_cannot_be_read_or_is_damaged_is_said(tmp_path: Path) -> None:
    assert written_down(tmp_path / "none") == ((), ())
    (_, (lost,)) = written_down(tmp_path)
    assert lost["reason"] == "unreadable"
    torn = tmp_path / "journal.jsonl"
    torn.write_text('{"torn\n{"happened": "planned"}\n')
    (entries, (lost,)) = written_down(torn)
    assert (entries, lost["reason"]) == ((), "damaged")
    assert "2 lines" in lost["detail"]
