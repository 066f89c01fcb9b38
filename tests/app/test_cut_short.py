"""Every fix of the account, cut short in the midst of its last change: finished, or taken back."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from ssmwizard.app import repair
from ssmwizard.app.making import Making
from ssmwizard.app.repair import Applied, End
from ssmwizard.app.traces import Seen
from ssmwizard.model.facts import Why
from ssmwizard.model.plans import Call
from ssmwizard.outside.calls import CallFailed
from ssmwizard.outside.journal import Journal
from ssmwizard.outside.journal_entries import Entry, Happened
from ssmwizard.outside.reading import reads
from tests.support.fix_scenes import Set
from tests.support.worlds import KEPT, TRACES, made_of

pytestmark = pytest.mark.usefixtures("hurried")
# Nothing takes these back.
FOR_GOOD = {"node.restart-agent"}
# What is told once is lost with the program, so that these are begun anew.
TOLD_ONCE = {"node.new-activation"}


class Killed(BaseException):
    """The end of the program, which nothing catches."""


def cut_short(scene: Set, *, made: bool) -> Entry:
    """Apply the plan; the program is gone just before, or just after, its last call is made."""
    scene.again()
    last = len(scene.plan.changes) - 1
    settled = Making.settled

    def call(self: Making, *given: Any) -> Any:
        entry = Journal(scene.on_demo.doors.journal).entries()[0]
        if entry.changes[last].state is not Happened.BEGUN:
            return settled(self, *given)
        if made:
            settled(self, *given)
        raise Killed

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Making, "settled", call)
        with pytest.raises(Killed):
            repair.apply(scene.on_demo.doors, scene.inspection, scene.plan, show=lambda _: None)
    return Journal(scene.on_demo.doors.journal).entries()[0]


def world_of(scene: Set) -> Any:
    scene.on_demo.by_hand("sts", "GetCallerIdentity")
    return json.loads(json.dumps(scene.on_demo.account.world))


def test_what_was_not_made_is_made_and_what_was_is_not_made_twice(scene: Set) -> None:
    for made in (False, True):
        entry = cut_short(scene, made=made)
        before = len(scene.on_demo.account.calls)
        found = repair.recovery(scene.on_demo.doors, entry.id)
        assert all(reads(*call.split(":")) for call in scene.on_demo.account.calls[before:])
        assert found.under_way == len(scene.plan.changes) - 1
        seen = Seen.MADE if made else Seen.NOT_MADE
        assert found.sights[-1].seen is seen, found.sights
        assert (found.refusal is None) is (scene.plan.fix not in TOLD_ONCE)
        before = len(scene.on_demo.account.calls)
        finished = repair.finish(scene.on_demo.doors, entry.id)
        if found.refusal is not None:
            assert finished.end is End.REFUSED
            continue
        assert finished.end is End.DONE, finished.says.english()
        name = scene.plan.changes[-1].call.name
        rehearsed = scene.plan.changes[-1].dry_run
        calls = scene.on_demo.account.calls[before:].count(name)
        assert calls == (0 if made else 2 if rehearsed else 1)


def test_taken_back_the_account_is_as_it_was_before(scene: Set) -> None:
    # Where something was made before it, that the last change was not made is tried too.
    for made in (False, True)[len(scene.plan.changes) == 1 :]:
        _taken_back(scene, cut_short(scene, made=made))


def _taken_back(scene: Set, entry: Entry) -> None:
    undone = repair.undo(scene.on_demo.doors, entry.id)
    if scene.plan.fix in FOR_GOOD:
        assert undone.end is End.REFUSED
        return
    assert undone.end is End.DONE, undone.says.english()
    without = TRACES | KEPT.get(scene.plan.fix, set())
    assert made_of(world_of(scene), without) == made_of(json.loads(scene.state), without)
    (now,) = Journal(scene.on_demo.doors.journal).entries()
    assert not now.left_open
    assert not now.can_undo


def test_an_answer_that_is_lost_is_looked_for_and_the_plan_goes_on(scene: Set) -> None:
    scene.again()
    last = len(scene.plan.changes) - 1
    settled = Making.settled

    def call(self: Making, asked: Call, *given: Any) -> Any:
        entry = Journal(scene.on_demo.doors.journal).entries()[0]
        answer = settled(self, asked, *given)
        if entry.changes[last].state is Happened.BEGUN:
            at = datetime.now(UTC)
            raise CallFailed(asked.name, Why.TIMED_OUT, "ReadTimeoutError", "", at=at)
        return answer

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Making, "settled", call)
        outcome = repair.apply(
            scene.on_demo.doors, scene.inspection, scene.plan, show=lambda _: None
        )
    assert isinstance(outcome, Applied)
    lost = scene.plan.fix in TOLD_ONCE
    assert outcome.end is (End.FAILED if lost else End.DONE), outcome.says.english()
    (entry,) = Journal(scene.on_demo.doors.journal).entries()
    assert entry.changes[last].state is (Happened.UNCLEAR if lost else Happened.DONE)
    assert (entry.changes[last].undo is not None) is (scene.plan.fix not in FOR_GOOD)


def test_an_undoing_that_was_cut_short_is_gone_on_with(scene: Set) -> None:
    if scene.plan.fix in FOR_GOOD:
        return
    scene.again()
    outcome = repair.apply(scene.on_demo.doors, scene.inspection, scene.plan, show=lambda _: None)
    assert isinstance(outcome, Applied)
    assert outcome.entry is not None
    real = Journal.note

    def note(self: Journal, entry: str, what: Happened, *rest: Any, **more: Any) -> None:
        if what is Happened.UNDONE:
            raise Killed
        real(self, entry, what, *rest, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Journal, "note", note)
        with pytest.raises(Killed):
            repair.undo(scene.on_demo.doors, outcome.entry)
    (entry,) = Journal(scene.on_demo.doors.journal).entries()
    assert entry.left_open
    found = repair.recovery(scene.on_demo.doors, entry.id)
    assert found.under_way == len(scene.plan.changes) - 1
    assert found.refusal is not None
    _taken_back(scene, entry)
