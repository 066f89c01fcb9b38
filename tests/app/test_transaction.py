"""One change after the other, and what is written down of each."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

import pytest

from ssmwizard.app.making import Making, Stopped, says
from ssmwizard.app.transaction import Applied, End, Step, StepState, Transaction
from ssmwizard.model.facts import Why
from ssmwizard.model.plans import Call, Change, Expectation, Once, Plan, Risk, Undo, Wait
from ssmwizard.model.text import text
from ssmwizard.outside.calls import CallFailed
from ssmwizard.outside.journal import Journal, Who
from ssmwizard.outside.journal_entries import Entry, Happened, State
from tests.support.plan_facts import NOW


def change(**more: Any) -> Change:
    return Change(
        **{
            "says": text("Give it a profile."),
            "call": Call("ec2", "AssociateIamInstanceProfile"),
            "rights": (),
            "undo": Undo(
                text("Take it off."),
                Call("ec2", "DisassociateIamInstanceProfile"),
                take={"AssociationId": "Association.Id"},
                expects=Expectation(
                    Call("ec2", "DescribeIamInstanceProfileAssociations"),
                    "length(A)",
                    1,
                    take={"AssociationIds": "[Association.Id]"},
                ),
            ),
            **more,
        }
    )


def plan(*changes: Change) -> Plan:
    return Plan(
        fix="role.attach-instance-profile",
        title=text("Heal"),
        nodes=("i-1",),
        changes=changes,
        risk=Risk.REVERSIBLE,
        cost=text("Free."),
        wait=Wait(text("Soon."), 0, 0),
        verifies=("role.attached",),
    )


def failure(why: Why = Why.FAILED, code: str = "Busy") -> CallFailed:
    return CallFailed("ec2:AssociateIamInstanceProfile", why, code, "it said so", at=NOW)


class FakeMaking:
    """Answers each change in turn with an answer, or raises."""

    request_id = "r-1"

    def __init__(self, *outcomes: Mapping[str, Any] | BaseException) -> None:
        self.outcomes = list(outcomes)

    def settled(self, *_: Any) -> Mapping[str, Any]:
        outcome = self.outcomes.pop(0)
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome


def ran(
    folder: Path, planned: Plan, *outcomes: Mapping[str, Any] | BaseException
) -> tuple[Applied, Entry, list[Step]]:
    journal = Journal(folder / "journal.jsonl")
    entry = journal.begin(planned, Who("arn", "111122223333", "eu-west-3", None))
    steps: list[Step] = []
    making = cast("Making", FakeMaking(*outcomes))
    transaction = Transaction(journal, entry, making, planned, steps.append, threading.Event())
    return transaction.run(), journal.entry(entry), steps


ANSWER = {"Association": {"Id": "a-1"}}


def test_what_the_answer_tells_is_kept_for_the_way_back(tmp_path: Path) -> None:
    outcome, entry, _ = ran(tmp_path, plan(change()), ANSWER)
    assert outcome.end is End.DONE
    assert outcome.can_undo
    undo = entry.changes[0].undo
    assert undo is not None
    assert undo.call.parameters == {"AssociationId": "a-1"}
    assert undo.take == {}
    assert undo.expects is not None
    assert undo.expects.call.parameters == {"AssociationIds": ["a-1"]}
    assert (undo.expects.path, undo.expects.value) == ("length(A)", 1)


def test_without_what_it_needs_there_is_no_way_back(tmp_path: Path) -> None:
    outcome, entry, _ = ran(tmp_path, plan(change()), {"Association": {}})
    assert outcome.end is End.DONE
    assert not outcome.can_undo
    assert entry.changes[0].undo is None
    assert not entry.can_undo


def test_what_cannot_be_undone_is_said(tmp_path: Path) -> None:
    outcome, entry, _ = ran(tmp_path, plan(change(undo=None)), {})
    assert outcome.end is End.DONE
    assert not outcome.can_undo
    assert not entry.can_undo


def test_what_is_there_already_counts_and_is_not_taken_back(tmp_path: Path) -> None:
    there = change(done_codes=("EntityAlreadyExists",))
    outcome, entry, steps = ran(
        tmp_path, plan(there, change()), failure(code="EntityAlreadyExists"), ANSWER
    )
    assert outcome.end is End.DONE
    assert outcome.made == (0, 1)
    assert entry.changes[0].state is Happened.ALREADY
    assert entry.state is State.DONE
    assert StepState.ALREADY in {step.state for step in steps if step.change == 0}


def test_stopped_while_it_waits_for_something_to_settle(tmp_path: Path) -> None:
    outcome, entry, _ = ran(tmp_path, plan(change(), change()), ANSWER, Stopped())
    assert outcome.end is End.CANCELLED
    assert outcome.made == (0,)
    assert entry.changes[1].state is Happened.FAILED
    assert entry.state is State.PARTLY


def test_a_failure_of_the_first_change_says_that_nothing_was_made(tmp_path: Path) -> None:
    outcome, entry, steps = ran(tmp_path, plan(change(), change()), failure())
    assert outcome.end is End.FAILED
    assert not outcome.can_undo
    assert "No change was made before that" in outcome.says.english()
    assert entry.state is State.FAILED
    assert steps[-1].state is StepState.FAILED


@pytest.mark.parametrize(
    ("why", "code", "words"),
    [
        (Why.READ_ONLY, "ReadOnly", "Read-only mode"),
        (Why.DENIED, "AccessDenied", "the right ec2:AssociateIamInstanceProfile is missing"),
        (Why.CREDENTIALS, "ExpiredToken", "Sign in again"),
        (Why.THROTTLED, "Throttling", "too many requests"),
        (Why.TIMED_OUT, "ReadTimeoutError", "not known whether it worked"),
        (Why.UNREACHABLE, "EndpointConnectionError", "not known whether it worked"),
        (Why.FAILED, "InternalError", "not known whether it worked"),
        (Why.FAILED, "Strange", "AWS said: it said so (Strange)"),
        (Why.FAILED, "LimitExceeded", "a quota is reached: it said so"),
        (Why.FAILED, "TooManyUpdates", "changing the same thing right now"),
    ],
)
def test_every_failure_is_a_sentence(why: Why, code: str, words: str) -> None:
    assert words in says(failure(why, code)).english()


def following(**more: Any) -> Change:
    call = Call("ec2", "AuthorizeSecurityGroupIngress", {"FromPort": 443})
    return change(call=call, undo=None, take={"GroupId": "made[0].GroupId"}, **more)


def test_a_change_takes_what_an_answer_before_it_told(tmp_path: Path) -> None:
    outcome, entry, _ = ran(tmp_path, plan(change(), following()), {"GroupId": "sg-1"}, {})
    assert outcome.end is End.DONE
    assert entry.changes[1].call.parameters == {"FromPort": 443, "GroupId": "sg-1"}


def test_what_an_answer_does_not_tell_ends_it_before_the_call(tmp_path: Path) -> None:
    outcome, entry, _ = ran(tmp_path, plan(change(), following()), ANSWER)
    assert outcome.end is End.FAILED
    assert outcome.made == (0,)
    assert "did not tell what the next change needs" in outcome.says.english()
    assert entry.changes[1].state is Happened.PLANNED


def test_what_was_there_already_told_nothing(tmp_path: Path) -> None:
    there = change(done_codes=("Duplicate",))
    outcome, _, _ = ran(tmp_path, plan(there, following()), failure(code="Duplicate"))
    assert outcome.end is End.FAILED


CODE = "4nXa8LpQkEXAMPLEcode"


def once(**more: Any) -> Change:
    return change(
        shows_once={"code": "Association.Code", "id": "Association.Id", "other": "Nothing"}, **more
    )


def test_what_an_answer_tells_once_is_shown_once_and_kept_nowhere(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.jsonl")
    planned = plan(once(), change(take={"AssociationId": "made[0].Association.Id"}))
    entry = journal.begin(planned, Who("arn:aws:iam::1:user/ann", "1", "eu-west-3", "work"))
    shown: list[Once] = []
    steps: list[Step] = []
    answer = {"Association": {"Id": "a-1", "ActivationCode": CODE, "Code": CODE}}
    making = cast("Making", FakeMaking({**answer, "ActivationCode": CODE}, answer))
    transaction = Transaction(
        journal, entry, making, planned, steps.append, threading.Event(), show=shown.append
    )
    applied = transaction.run()
    assert applied.end is End.DONE
    assert [(one.change, dict(one.told)) for one in shown] == [
        (0, {"code": CODE, "id": "a-1", "other": ""})
    ]
    assert CODE not in repr(shown)
    assert CODE not in journal.path.read_text()
    assert CODE not in repr((applied, steps))
