"""What AWS tells of a command or an association is read for what it says, and for no more."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssmwizard.app.following import (
    COMMANDS,
    Course,
    Sent,
    Watched,
    all_listed_ended,
    nothing_heard,
    of_association,
    of_command,
    stopped,
)
from ssmwizard.model.plans import Engine, Follow

NODES = ("i-1", "i-2", "i-3")


def sent(*nodes: str, may_fail: int = 0, engine: Engine = Engine.COMMAND) -> Sent:
    return Sent(0, Follow(engine, "c-1", nodes or NODES, may_fail))


def listed(*told: tuple[str, str, str]) -> list[dict[str, Any]]:
    return [
        {"InstanceId": node, "Status": status, "StatusDetails": details}
        for node, status, details in told
    ]


@pytest.mark.parametrize(
    ("status", "details", "course", "word"),
    [
        ("Pending", "Pending", Course.WAITING, "Pending"),
        ("Delayed", "Delayed", Course.WAITING, "Delayed"),
        ("InProgress", "In Progress", Course.RUNNING, "InProgress"),
        ("Cancelling", "Cancelling", Course.RUNNING, "Cancelling"),
        ("Success", "Success", Course.DONE, "Success"),
        ("Failed", "Failed", Course.FAILED, "Failed"),
        ("TimedOut", "ExecutionTimedOut", Course.FAILED, "ExecutionTimedOut"),
        ("TimedOut", "Execution Timed Out", Course.FAILED, "ExecutionTimedOut"),
        ("TimedOut", "DeliveryTimedOut", Course.UNREACHED, "DeliveryTimedOut"),
        ("TimedOut", "", Course.FAILED, "TimedOut"),
        ("Failed", "Undeliverable", Course.UNREACHED, "Undeliverable"),
        ("Cancelled", "Terminated", Course.STOPPED, "Terminated"),
        ("Cancelled", "Cancelled", Course.STOPPED, "Cancelled"),
        ("Failed", "InvalidPlatform", Course.FAILED, "InvalidPlatform"),
        ("Dancing", "Waltz", Course.UNCLEAR, "Waltz"),
        ("", "", Course.UNCLEAR, "-"),
    ],
)
def test_the_details_of_an_invocation_say_more_than_its_status(
    status: str, details: str, course: Course, word: str
) -> None:
    heard = of_command(sent("i-1"), listed(("i-1", status, details)))
    (node,) = heard.nodes
    assert (node.course, node.details) == (course, word)


def test_a_command_is_over_when_every_node_has_ended_or_when_it_says_so_itself() -> None:
    two = listed(("i-1", "Success", "Success"), ("i-2", "Failed", "Failed"))
    heard = of_command(sent(), two)
    assert not heard.over
    assert heard.counts == {Course.DONE: 1, Course.FAILED: 1, Course.WAITING: 1}
    assert all_listed_ended(heard)
    over = of_command(sent(), two, "Failed")
    assert over.over
    assert over.counts[Course.STOPPED] == 1
    assert not of_command(sent(), two, "InProgress").over
    whole = of_command(sent(), [*two, *listed(("i-3", "Success", "Success"))])
    assert whole.over
    assert not all_listed_ended(whole)


def test_as_long_as_a_node_runs_the_command_need_not_be_asked() -> None:
    heard = of_command(sent(), listed(("i-1", "InProgress", "InProgress")))
    assert not all_listed_ended(heard)
    assert all_listed_ended(of_command(sent(), []))
    unclear = of_command(sent("i-1"), listed(("i-1", "Dancing", "Waltz")))
    assert not unclear.over
    assert all_listed_ended(unclear)


def test_nodes_that_were_not_chosen_are_not_counted() -> None:
    heard = of_command(sent("i-1"), listed(("i-1", "Success", ""), ("i-9", "Failed", "Failed")))
    assert heard.counts == {Course.DONE: 1}
    assert [one.node for one in heard.nodes] == ["i-1"]


@pytest.mark.parametrize(
    ("told", "may_fail", "wrong"),
    [
        (("Success", "Success", "Success"), 0, False),
        (("Success", "Success", "Failed"), 0, True),
        (("Success", "Success", "Failed"), 1, False),
        (("DeliveryTimedOut", "Success", "Success"), 0, False),
        (("DeliveryTimedOut", "DeliveryTimedOut", "DeliveryTimedOut"), 9, True),
    ],
)
def test_going_wrong_is_more_failures_than_allowed_or_no_success_at_all(
    told: tuple[str, ...], may_fail: int, wrong: bool
) -> None:
    rows = listed(*((node, word, word) for node, word in zip(NODES, told, strict=True)))
    assert of_command(sent(may_fail=may_fail), rows).went_wrong is wrong


def test_counts_are_said_and_nodes_in_trouble_are_named_with_the_service_s_word() -> None:
    nodes = tuple(f"i-{number}" for number in range(9))
    rows = listed(*((node, "Failed", "Failed") for node in nodes[:7]))
    watched = Watched((of_command(sent(*nodes), rows),))
    assert watched.says.english() == (
        "Of 9 nodes 0 are done, 0 are running it, 2 are waiting, 7 failed, 0 were not reached."
    )
    assert watched.trouble is not None
    assert watched.trouble.english() == (
        "It did not work on i-0 (Failed), i-1 (Failed), i-2 (Failed), i-3 (Failed), i-4 (Failed)"
        " and 2 others."
    )
    one = Watched((of_command(sent("i-1"), listed(("i-1", "Failed", "Failed"))),))
    assert one.trouble is not None
    assert one.trouble.english() == "It did not work on i-1 (Failed)."
    assert Watched((nothing_heard(sent()),)).trouble is None


@pytest.mark.parametrize(
    ("counts", "expected", "over"),
    [
        ({"Success": 2, "Failed": 1}, {Course.DONE: 2, Course.FAILED: 1}, True),
        (
            {"Success": 1, "InProgress": 1, "Pending": 1},
            {Course.DONE: 1, Course.RUNNING: 1, Course.WAITING: 1},
            False,
        ),
        ({"Success": 1}, {Course.DONE: 1, Course.WAITING: 2}, False),
        ({"Waltz": 3}, {Course.UNCLEAR: 3}, True),
        ({"Skipped": 2, "TimedOut": 1}, {Course.STOPPED: 2, Course.FAILED: 1}, True),
        ({}, {Course.WAITING: 3}, False),
    ],
)
def test_an_association_is_read_from_its_counts(
    counts: dict[str, int], expected: dict[Course, int], over: bool
) -> None:
    told = {"Overview": {"AssociationStatusAggregatedCount": counts}}
    heard = of_association(sent(engine=Engine.ASSOCIATION), told)
    assert {name: count for name, count in heard.counts.items() if count} == expected
    assert heard.over is over


@pytest.mark.parametrize("described", [{}, {"Overview": None}, {"Overview": {}}])
def test_an_association_that_tells_nothing_waits(described: dict[str, Any]) -> None:
    heard = of_association(sent(engine=Engine.ASSOCIATION), described)
    assert (heard.counts[Course.WAITING], heard.over) == (3, False)


def test_the_nodes_on_which_an_association_failed_are_named() -> None:
    told = {"Overview": {"AssociationStatusAggregatedCount": {"Failed": 3}}}
    failed = [{"ResourceId": "i-1", "DetailedStatus": "Failed"}, {"ResourceId": "i-9"}, {}]
    heard = of_association(sent(engine=Engine.ASSOCIATION), told, failed)
    assert [(one.node, one.details) for one in heard.nodes] == [("i-1", "Failed")]


def test_of_what_was_stopped_it_is_said_who_had_begun() -> None:
    nodes = tuple(f"i-{number}" for number in range(8))
    waiting = Watched((nothing_heard(sent(*nodes)),))
    assert stopped(waiting, waiting).english() == "It was stopped before any node had begun."
    before = Watched((of_command(sent(*nodes), listed(("i-0", "InProgress", ""))),))
    rows = listed(("i-0", "Cancelled", ""), ("i-1", "Success", ""))
    after = Watched((of_command(sent(*nodes), rows, "Cancelled"),))
    assert stopped(before, after).english() == (
        "It was stopped. 2 of 8 nodes had begun, 1 are done: i-0, i-1."
    )
    rows = listed(*((node, "Success", "") for node in nodes))
    whole = Watched((of_command(sent(*nodes), rows),))
    assert stopped(before, whole).english().endswith("i-4 and 3 others.")


@given(
    st.lists(
        st.tuples(
            st.sampled_from([*NODES, "i-9"]),
            st.one_of(st.sampled_from([*COMMANDS]), st.text(max_size=8)),
            st.one_of(st.sampled_from([*COMMANDS]), st.text(max_size=8)),
        ),
        max_size=6,
    ),
    st.one_of(st.sampled_from(["", "Success", "Failed", "InProgress"]), st.text(max_size=8)),
)
def test_whatever_is_told_every_chosen_node_is_counted_once(
    told: list[tuple[str, str, str]], status: str
) -> None:
    heard = of_command(sent(), listed(*told), status)
    assert sum(heard.counts.values()) == len(NODES)
    assert sorted(one.node for one in heard.nodes) == sorted(NODES)
    assert Watched((heard,)).says.english()
    if heard.over:
        assert not heard.counts.get(Course.WAITING)
