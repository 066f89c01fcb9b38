"""Looking again: a change is judged by whether a session can be opened afterwards."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from ssmwizard.app import look_again as module
from ssmwizard.app.choice import Choice
from ssmwizard.app.doors import Doors
from ssmwizard.app.inspect import Inspection, Progress
from ssmwizard.app.verify import Proof, Verified, verify, verify_entry
from ssmwizard.checks.every import title
from ssmwizard.model.findings import Finding, Grade, Severity, Status
from ssmwizard.model.plans import Call, Change, Plan, Risk, Wait
from ssmwizard.model.text import text
from ssmwizard.outside.journal import Journal, Who
from ssmwizard.outside.journal_entries import Happened

FIX = "role.attach-managed-policy"
PLAN = Plan(
    fix=FIX,
    title=text("Heal"),
    nodes=("i-1", "i-2"),
    changes=(),
    risk=Risk.REVERSIBLE,
    cost=text("Free."),
    wait=Wait(text("It takes a while."), every=0, at_most=600),
    verifies=("role.permissions", "node.online", "node.connected"),
)
DOORS = cast("Doors", SimpleNamespace())
CHOICE = Choice("work", "eu-west-3", ("i-1", "i-2", "i-9"), every_node=True, sessions=True)


def finding(
    check: str,
    status: Status = Status.PASSED,
    subject: str | None = "i-1",
    *,
    blocked_by: tuple[str, ...] = (),
    fixes: tuple[str, ...] = (),
    severity: Severity = Severity.BLOCKER,
) -> Finding:
    return Finding(
        check=check,
        subject=subject,
        status=status,
        grade=Grade.PROVED,
        text=text("{check} of {subject}", check=check, subject=subject or "all"),
        severity=severity,
        blocked_by=blocked_by,
        fixes=fixes,
    )


def inspection(*findings: Finding) -> Inspection:
    return cast("Inspection", SimpleNamespace(findings=findings))


WELL = [finding(check, subject=node) for check in PLAN.verifies for node in PLAN.nodes]
LOST = finding("node.online", Status.FAILED)


def besides(*findings: Finding) -> Inspection:
    """All well but what these findings say."""
    said = {(one.check, one.subject) for one in findings}
    return inspection(*(f for f in WELL if (f.check, f.subject) not in said), *findings)


class Looks:
    """Inspections in turn, the last one for ever."""

    def __init__(self, *inspections: Inspection) -> None:
        self.left = list(inspections)
        self.choices: list[Choice] = []

    def __call__(self, _doors: Any, choice: Choice, *, cancelled: threading.Event) -> Inspection:
        self.choices.append(choice)
        return self.left.pop(0) if len(self.left) > 1 else self.left[0]


@pytest.fixture
def look(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    def on(*inspections: Inspection) -> Looks:
        looks = Looks(*inspections)
        monkeypatch.setattr(module, "inspect", looks)
        return looks

    return on


def verified(plan: Plan = PLAN, **more: Any) -> Verified:
    return verify(DOORS, CHOICE, plan, **more)


@pytest.mark.parametrize(
    "seen",
    [
        besides(),
        besides(finding("node.online", Status.WARNING)),
        besides(finding("node.connected", Status.SKIPPED)),
        besides(finding("network.route", Status.WARNING)),
        besides(finding("node.online", Status.FAILED, "i-9")),
        besides(finding("agent.current", Status.FAILED, severity=Severity.ADVICE)),
    ],
)
def test_verified(look: Any, seen: Inspection) -> None:
    looks = look(seen)
    outcome = verified()
    assert outcome.proof is Proof.VERIFIED
    assert outcome.inspection is seen
    assert outcome.missing == ()
    (choice,) = looks.choices
    assert choice.nodes == PLAN.nodes
    assert (choice.every_node, choice.local, choice.sessions) == (False, False, False)


@pytest.mark.parametrize(
    "not_yet",
    [
        finding("node.online", Status.FAILED),
        finding("node.online", Status.UNKNOWN),
        finding("node.connected", Status.SKIPPED, blocked_by=("node.online",)),
        finding("node.online", Status.WARNING, fixes=(FIX,)),
        finding("role.permissions", Status.WARNING),
        finding("role.permissions", Status.FAILED, None),
        finding("node.online", Status.FAILED, "i-2"),
    ],
)
def test_it_looks_until_it_works(look: Any, not_yet: Finding) -> None:
    looks = look(besides(not_yet), besides(not_yet), besides())
    told: list[Progress] = []
    outcome = verified(progress=told.append)
    assert outcome.proof is Proof.VERIFIED
    assert len(looks.choices) == 3
    assert [progress.total for progress in told] == [600, 600]
    assert title(not_yet.check).english() in told[0].says.english()
    assert "It takes a while." in told[0].says.english()


def test_when_the_time_is_over_it_says_what_does_not_work(look: Any) -> None:
    look(besides(LOST))
    outcome = verified(replace(PLAN, wait=Wait(PLAN.wait.says, every=0, at_most=0)))
    assert outcome.proof is Proof.FAILED
    assert outcome.missing == (LOST,)
    assert "node.online of i-1" in outcome.says.english()


ROUTE = finding("network.route", Status.FAILED)
ECHO = finding("node.online", Status.FAILED, blocked_by=("network.route",))
FAR_ECHO = finding("node.connected", Status.SKIPPED, blocked_by=("node.online",))


def test_another_cause_that_no_waiting_will_mend_ends_it(look: Any) -> None:
    look(besides(ROUTE, ECHO, FAR_ECHO))
    outcome = verified()
    assert outcome.proof is Proof.BLOCKED
    assert outcome.others == (ROUTE,)
    assert outcome.missing == (ECHO, FAR_ECHO)
    assert "network.route of i-1" in outcome.says.english()


@pytest.mark.parametrize(
    "findings",
    [
        # The route explains one node; the other may still come.
        (ROUTE, ECHO, finding("node.online", Status.FAILED, "i-2")),
        # What blocks is what the plan waits for.
        (ROUTE, finding("node.online", Status.FAILED), FAR_ECHO),
        # Not a thing that stops sessions.
        (finding("agent.current", Status.FAILED, severity=Severity.ADVICE), ECHO),
        # Another node's cause.
        (finding("network.route", Status.FAILED, "i-2"), ECHO),
    ],
)
def test_while_waiting_may_help_it_waits(look: Any, findings: tuple[Finding, ...]) -> None:
    looks = look(besides(*findings), besides())
    assert verified().proof is Proof.VERIFIED
    assert len(looks.choices) == 2


def test_it_can_be_left_at_any_time_and_tells_what_was_seen_last(look: Any) -> None:
    look(besides(LOST))
    stop = threading.Event()
    outcome = verified(progress=lambda _: stop.set(), cancelled=stop)
    assert outcome.proof is Proof.NOT_YET
    assert outcome.missing == (LOST,)
    assert outcome.inspection is not None


def test_left_before_the_first_look(look: Any) -> None:
    look(besides())
    stop = threading.Event()
    stop.set()
    outcome = verified(cancelled=stop)
    assert outcome.proof is Proof.NOT_YET
    assert outcome.inspection is None


def test_what_a_look_that_was_left_half_way_saw_does_not_count(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def half(_doors: Any, _choice: Choice, *, cancelled: threading.Event) -> Inspection:
        cancelled.set()
        return besides()

    monkeypatch.setattr(module, "inspect", half)
    outcome = verified(cancelled=threading.Event())
    assert outcome.proof is Proof.NOT_YET
    assert outcome.inspection is None


@pytest.fixture
def kept(tmp_path: Path) -> tuple[Doors, Journal, str]:
    """A journal with an entry whose one change was made."""
    journal = Journal(tmp_path / "journal.jsonl")
    change = Change(text("Heal."), Call("iam", "AttachRolePolicy"), (), None)
    plan = replace(PLAN, changes=(change,))
    who = Who("arn:aws:iam::111122223333:user/ann", "111122223333", "eu-west-3", "work")
    entry = journal.begin(plan, who, {"ssh"})
    journal.note(entry, Happened.DONE, 0, undo=None)
    journal.note(entry, Happened.ENDED)
    return cast("Doors", SimpleNamespace(journal=journal.path)), journal, entry


def test_how_it_ended_is_kept_in_the_entry(look: Any, kept: tuple[Doors, Journal, str]) -> None:
    doors, journal, entry = kept
    look(besides())
    assert verify(doors, CHOICE, PLAN, entry=entry).proof is Proof.VERIFIED
    assert journal.entry(entry).proof == Proof.VERIFIED


def test_it_is_gone_on_with_from_the_journal_alone(
    look: Any, kept: tuple[Doors, Journal, str]
) -> None:
    doors, journal, entry = kept
    looks = look(besides(LOST), besides())
    stop = threading.Event()
    left = verify_entry(doors, entry, lambda _: stop.set(), stop)
    assert left.proof is Proof.NOT_YET
    assert journal.entry(entry).proof == Proof.NOT_YET
    assert verify_entry(doors, entry).proof is Proof.VERIFIED
    assert journal.entry(entry).proof == Proof.VERIFIED
    choice = looks.choices[-1]
    assert (choice.profile, choice.region, choice.nodes) == ("work", "eu-west-3", PLAN.nodes)
    assert choice.features == {"ssh"}


def test_patience_counts_from_when_it_was_made(look: Any, kept: tuple[Doors, Journal, str]) -> None:
    """Who comes back the next day is told at once, and not after the whole time again."""
    doors, journal, entry = kept
    lines = journal.path.read_text("utf-8")
    day = f"{datetime.now(UTC):%Y-%m-%d}T"
    journal.path.write_text(lines.replace(day, "2026-01-01T"), "utf-8")
    looks = look(besides(LOST))
    assert verify_entry(doors, entry).proof is Proof.FAILED
    assert len(looks.choices) == 1


@pytest.mark.parametrize("lacking", ["wait", "successors"])
def test_an_entry_that_does_not_tell_how_it_proves_itself(
    kept: tuple[Doors, Journal, str], lacking: str
) -> None:
    doors, journal, entry = kept
    lines = [json.loads(line) for line in journal.path.read_text("utf-8").splitlines()]
    if lacking == "wait":
        del lines[0]["wait"]
    else:
        call = {"service": "ssm", "operation": "DescribeInstanceInformation", "parameters": {}}
        lines[0]["successors"] = {"call": call, "path": "x", "take": {"Filters": "y"}}
    journal.path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), "utf-8")
    with pytest.raises(ValueError, match=entry):
        verify_entry(doors, entry)


def test_what_was_not_seen_at_all_proves_nothing(look: Any) -> None:
    looks = look(inspection(), besides())
    assert verified().proof is Proof.VERIFIED
    assert len(looks.choices) == 2
