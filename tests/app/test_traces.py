"""What the account shows of a change, and what is made of that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, cast

import pytest

from ssmwizard.app.finish import Recovery
from ssmwizard.app.making import Making
from ssmwizard.app.recovery_words import what_is_shown, what_was_under_way
from ssmwizard.app.traces import Seen, Sight, find_out, look_for
from ssmwizard.model.facts import Why
from ssmwizard.model.plans import Call, Change, Plan, Risk, Trace, Undo, Wait
from ssmwizard.model.text import text
from ssmwizard.outside.calls import CallFailed
from ssmwizard.outside.journal_entries import Entry, Happened, Written

NOW = datetime(2026, 11, 26, tzinfo=UTC)
READING = Call("ec2", "DescribeVpcEndpoints")
LISTED = Trace(READING, "Endpoints[?Name=='$name'].{Id: Id}")
VALUE = Trace(READING, "Value", made="on", before="off")
ABSENT = Trace(READING, "Value", made="on")


def failed(code: str, why: Why = Why.FAILED) -> CallFailed:
    return CallFailed(READING.name, why, code, "it said so", at=NOW)


class FakeMaking:
    """Answers every call alike, and takes down what was asked."""

    def __init__(self, answer: Mapping[str, Any] | CallFailed) -> None:
        self.answer, self.asked = answer, list[Call]()

    def call(self, call: Call) -> Mapping[str, Any]:
        self.asked.append(call)
        if isinstance(self.answer, CallFailed):
            raise self.answer
        return self.answer


def seen(trace: Trace, answer: Mapping[str, Any] | CallFailed, made: Any = ()) -> Sight:
    return look_for(cast("Making", FakeMaking(answer)), 2, trace, made, "entry/2")


def named(*names: str) -> dict[str, Any]:
    return {"Endpoints": [{"Name": name, "Id": f"id-{name}"} for name in names]}


@pytest.mark.parametrize(
    ("trace", "answer", "expected", "found"),
    [
        (LISTED, named("other", "entry/2"), Seen.MADE, {"Id": "id-entry/2"}),
        (LISTED, named("other"), Seen.NOT_MADE, None),
        (LISTED, {}, Seen.NOT_MADE, None),
        (LISTED, named("entry/2", "entry/2"), Seen.SEVERAL, None),
        (LISTED, failed("InvalidVpcEndpointId.NotFound"), Seen.NOT_MADE, None),
        (VALUE, {"Value": "on"}, Seen.MADE, {}),
        (VALUE, {"Value": "off"}, Seen.NOT_MADE, None),
        (VALUE, {"Value": "half"}, Seen.CHANGED, None),
        (VALUE, failed("NoSuchEntity"), Seen.CHANGED, None),
        (ABSENT, failed("NoSuchEntity"), Seen.NOT_MADE, None),
        (ABSENT, {"Value": "off"}, Seen.CHANGED, None),
    ],
)
def test_what_an_answer_shows(
    trace: Trace, answer: Mapping[str, Any] | CallFailed, expected: Seen, found: Any
) -> None:
    assert seen(trace, answer) == Sight(2, expected, found)


def test_not_being_able_to_look_is_not_taken_for_an_answer() -> None:
    with pytest.raises(CallFailed):
        seen(LISTED, failed("UnauthorizedOperation", Why.DENIED))


@pytest.mark.parametrize(("before", "asked"), [({"Id": "a"}, True), (None, False), ({}, False)])
def test_what_stands_on_a_change_that_was_not_made_was_not_made_either(
    before: Any, asked: bool
) -> None:
    take = {"Filters": "[{Name: 'id', Values: [made[0].Id]}]"}
    making = FakeMaking(named("entry/2"))
    sight = look_for(cast("Making", making), 2, replace(LISTED, take=take), [before], "entry/2")
    assert sight.seen is (Seen.MADE if asked else Seen.NOT_MADE)
    filters = [{"Name": "id", "Values": ["a"]}]
    assert [call.parameters for call in making.asked] == ([{"Filters": filters}] if asked else [])


def change(trace: Trace | None) -> Change:
    undo = Undo(text("Take it back."), Call("ec2", "DeleteVpcEndpoints"))
    return Change(text("Make it."), Call("ec2", "CreateVpcEndpoint"), (), undo, trace=trace)


def entry(*states: Happened, trace: Trace | None = None) -> Entry:
    changes = (change(trace),) * len(states)
    plan = Plan(
        "network.create-endpoints", text("Heal"), ("i-1",), changes, Risk.REVERSIBLE,
        text("Free."), Wait(text("Soon."), 1, 2), ("network.route",),
    )  # fmt: skip
    return Entry(
        "entry", NOW, "arn:ann", "111122223333", "eu-west-3", None, plan.fix, plan.title, plan.nodes,
        tuple(Written(one.says, one.call, one.undo, state) for one, state in zip(changes, states, strict=True)),
        plan=plan,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (Happened.DONE, Seen.MADE),
        (Happened.ALREADY, Seen.MADE),
        (Happened.PLANNED, Seen.NOT_MADE),
        (Happened.FAILED, Seen.NOT_MADE),
        (Happened.UNDONE, Seen.NOT_MADE),
        (Happened.BEGUN, Seen.UNTOLD),
        (Happened.UNCLEAR, Seen.UNTOLD),
        (Happened.UNDO_BEGUN, Seen.UNTOLD),
    ],
)
def test_of_what_leaves_no_trace_the_journal_alone_tells(state: Happened, expected: Seen) -> None:
    told = entry(state)
    assert told.plan is not None
    making = FakeMaking({})
    (sight,) = find_out(cast("Making", making), told, told.plan)
    assert sight.seen is expected
    assert making.asked == []


@pytest.mark.parametrize(
    ("states", "under_way", "sights", "said", "shown"),
    [
        ((Happened.DONE, Happened.BEGUN), 1, (Seen.MADE, Seen.NOT_MADE),
         "this was under way: Make it.", "it was not made"),
        ((Happened.DONE, Happened.UNCLEAR), 1, (Seen.MADE, Seen.SEVERAL),
         "AWS did not answer", "more than one thing"),
        ((Happened.UNDO_BEGUN,), 0, (Seen.CHANGED,),
         "this was being taken back: Make it.", "neither what was before"),
        ((Happened.BEGUN,), 0, (Seen.UNTOLD,), "this was under way", "Nothing in the account"),
        ((Happened.DONE, Happened.PLANNED), None, (Seen.MADE, Seen.NOT_MADE),
         "between two changes", "shows 1 of 2 changes"),
    ],
)  # fmt: skip
def test_what_was_under_way_and_what_is_shown_are_sentences(
    states: tuple[Happened, ...],
    under_way: int | None,
    sights: tuple[Seen, ...],
    said: str,
    shown: str,
) -> None:
    looked = tuple(Sight(place, one) for place, one in enumerate(sights))
    found = Recovery(entry(*states), under_way, looked, (), None)
    assert said in what_was_under_way(found).english()
    assert shown in what_is_shown(found).english()
    blind = replace(found, sights=(), reason=text("Not allowed to look."))
    assert what_is_shown(blind).english() == "Not allowed to look."
