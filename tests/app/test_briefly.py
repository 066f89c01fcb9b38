"""What is about many is said so that it fits on a page."""

from __future__ import annotations

from dataclasses import replace

from ssmwizard.app.briefly import alike, shown, some
from ssmwizard.fixes.agent import FIX
from ssmwizard.model.plans import Holds, Plan, Right
from tests.support.plan_facts import hybrid, snapshot


def test_a_few_nodes_are_named_and_many_are_counted() -> None:
    assert some(["i-1", "i-2"]) == "i-1, i-2"
    assert some([f"i-{n}" for n in range(20)]).endswith("i-7 and 12 more")


def test_rights_are_told_together_only_where_all_is_the_same() -> None:
    machines = [Right("ssm:SendCommand", f"arn:x:ec2:::instance/i-{n}") for n in range(5)]
    document = Right("ssm:SendCommand", "arn:x:ssm:::document/Doc")
    holds = dict.fromkeys([*machines, document], Holds.HAVE) | {machines[4]: Holds.LACK}
    told = alike([document, *machines], holds)
    assert [(one.right, one.holds, one.more) for one in told] == [
        (document, Holds.HAVE, 0),
        (machines[0], Holds.HAVE, 3),
        (machines[4], Holds.LACK, 0),
    ]
    assert [one.more for one in alike(machines[:3], {})] == [0, 0, 0]


def test_many_changes_of_one_kind_are_folded_and_others_are_all_shown() -> None:
    nodes = tuple(hybrid(f"mi-{number}") for number in range(400))
    (plan,) = FIX.plan(snapshot(*nodes), nodes)
    assert isinstance(plan, Plan)
    first, folded = shown(plan)
    assert (first, folded) == (plan.changes[:4], plan.changes[4:])
    other = replace(plan.changes[-1], call=replace(plan.changes[-1].call, operation="Other"))
    mixed = replace(plan, changes=(*plan.changes[:-1], other))
    assert shown(mixed) == (mixed.changes, ())
    short = replace(plan, changes=plan.changes[:5])
    assert shown(short) == (short.changes, ())
    alone = replace(plan, changes=plan.changes[:1])
    assert shown(alone) == (alone.changes, ())
