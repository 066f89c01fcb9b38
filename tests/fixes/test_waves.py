"""Many nodes are reached in waves: each that was chosen once, and nobody else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssmwizard.fixes.agent import FIX as UPDATE
from ssmwizard.fixes.agent_auto import FIX as AUTO
from ssmwizard.fixes.agent_restart import FIX as RESTART
from ssmwizard.fixes.fix import Fix
from ssmwizard.fixes.waves import AT_ONCE, FEW, FIRST, TENTH, TOGETHER, counted, waves
from ssmwizard.model.facts import Known
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.plans import Change, NoPlan, Plan
from tests.support.plan_facts import hybrid, known, snapshot
from tests.support.scripted import valid

BARE = hybrid("mi-0")
SIZES = st.lists(st.integers(1, 400), min_size=1, max_size=8)


def some(count: int, group: int = 0) -> tuple[NodeFacts, ...]:
    return tuple(replace(BARE, id=f"mi-{group}-{number}") for number in range(count))


@given(SIZES)
def test_every_node_is_in_one_call_and_a_call_is_about_one_group(sizes: list[int]) -> None:
    groups = [some(size, group) for group, size in enumerate(sizes)]
    calls = waves(groups)
    reached = [node.id for call in calls for node in call.nodes]
    assert sorted(reached) == sorted(node.id for group in groups for node in group)
    assert len(set(reached)) == len(reached)
    for call in calls:
        assert len({node.id.split("-")[1] for node in call.nodes}) == 1
        assert 1 <= len(call.nodes) <= AT_ONCE


@given(SIZES)
def test_a_few_go_first_and_then_about_a_tenth_at_a_time(sizes: list[int]) -> None:
    calls = waves([some(size, group) for group, size in enumerate(sizes)])
    total = sum(sizes)
    by_wave: dict[int, int] = {}
    for call in calls:
        by_wave[call.number] = by_wave.get(call.number, 0) + len(call.nodes)
    assert list(by_wave) == list(range(len(by_wave)))
    assert [call.number for call in calls] == sorted(call.number for call in calls)
    assert by_wave[0] == (total if total <= FEW else FIRST)
    most = max(AT_ONCE, total // TENTH + AT_ONCE // 2)
    assert all(count <= most for count in list(by_wave.values())[1:])


@given(SIZES)
def test_a_call_runs_on_few_at_a_time_and_stops_after_a_tenth_has_failed(sizes: list[int]) -> None:
    for call in waves([some(size, group) for group, size in enumerate(sizes)]):
        assert call.at_once <= TOGETHER
        assert call.in_turn is (len(call.nodes) > TOGETHER)
        assert call.may_fail == (0 if call.number == 0 else len(call.nodes) // TENTH)
        assert call.limits == {
            "MaxConcurrency": str(call.at_once),
            "MaxErrors": str(call.may_fail),
        }


def test_of_each_kind_one_is_among_the_first() -> None:
    calls = waves([some(30, 0), some(2, 1), some(1, 2)])
    first = [node.id for call in calls for node in call.nodes if call.number == 0]
    assert first == ["mi-0-0", "mi-0-1", "mi-1-0", "mi-1-1", "mi-2-0"]


def test_many_nodes_are_counted_and_few_are_named() -> None:
    assert counted(some(2)) == ("mi-0-0", "mi-0-1")
    assert str(counted(some(6))) == "6 nodes (mi-0-0 and others)"


def reached(change: Change) -> list[str]:
    parameters = change.call.parameters
    if "Targets" not in parameters:
        return list(parameters["InstanceIds"])  # type: ignore[call-overload]
    (target,) = parameters["Targets"]  # type: ignore[misc]
    assert target["Key"] == "InstanceIds"
    return list(target["Values"])


def outdated(number: int, version: int, system: int, online: bool) -> NodeFacts:
    node = hybrid(f"mi-{number:017x}", agent=f"3.0.{version}.0")
    assert isinstance(node.managed, Known)
    assert node.managed.value is not None
    of = replace(
        node.managed.value,
        platform_type=("Linux", "Windows", "MacOS")[system],
        ping="Online" if online else "ConnectionLost",
    )
    return replace(node, managed=known(of), connection=known("notconnected"))


FLEETS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 2), st.booleans()), min_size=1, max_size=180
)


@pytest.mark.parametrize("fix", [UPDATE, RESTART, AUTO], ids=lambda fix: fix.id)
@settings(max_examples=15)
@given(fleet=FLEETS)
def test_no_plan_reaches_a_node_outside_the_choice_and_each_is_answered_once(
    fix: Fix, fleet: list[tuple[int, int, bool]]
) -> None:
    nodes = tuple(outdated(number, *one) for number, one in enumerate(fleet))
    others = tuple(outdated(1000 + number, 0, 0, online=True) for number in range(3))
    facts = snapshot(*nodes, *others)
    facts = replace(facts, account=replace(facts.account, updates=known(())))
    answers = fix.plan(facts, nodes)
    planned = [one for one in answers if isinstance(one, Plan)]
    assert len(planned) <= 1
    for plan in planned:
        sent = [node for change in plan.changes for node in reached(change)]
        assert sorted(sent) == sorted(plan.nodes)
        assert len(set(sent)) == len(sent)
        for change in plan.changes:
            assert change.follows is not None
            assert list(change.follows.nodes) == reached(change)
            valid("ssm", change.call.operation, change.call.parameters)
    unanswered = [node for one in answers if isinstance(one, NoPlan) for node in one.nodes]
    assert sorted([*unanswered, *(node for plan in planned for node in plan.nodes)]) == sorted(
        node.id for node in nodes
    )


def test_a_plan_for_thousands_speaks_in_counts() -> None:
    nodes = tuple(outdated(number, 0, 0, online=True) for number in range(1000))
    (plan,) = UPDATE.plan(snapshot(*nodes), nodes)
    assert isinstance(plan, Plan)
    said = [change.says.english() for change in plan.changes]
    assert said[1] == (
        "Replace agent 3.0.0.0 by the newest on 50 nodes (mi-00000000000000005 and others)."
    )
    assert len(said) == 21
    assert any("It goes in 11 waves." in one.english() for one in plan.affects)
    assert max(map(len, said)) < 200


def test_an_account_takes_no_more_associations_than_it_may_have() -> None:
    nodes = tuple(outdated(number, 0, 0, online=True) for number in range(120))
    facts = snapshot(*nodes)
    few = replace(facts.requirements.get("state-manager.associations"), value=2)
    rows = {**facts.requirements.rows, few.id: few}
    requirements = replace(facts.requirements, rows=rows)
    account = replace(facts.account, updates=known(()))
    (answer,) = AUTO.plan(replace(facts, account=account, requirements=requirements), nodes)
    assert isinstance(answer, NoPlan)
    assert len(answer.nodes) == len(nodes)
    assert "takes 4 associations, and an account may have 2" in answer.reason.english()
