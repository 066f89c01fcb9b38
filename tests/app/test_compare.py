"""Two inspections of the demo account, side by side."""

import json
from pathlib import Path

import pytest
from support.on_demo import Stage, stage

from ssmwizard.app import compare_told
from ssmwizard.app.compare import NoPair, Weight, compare
from ssmwizard.app.inspect import Choice, Inspection, inspect
from ssmwizard.app.paper import Paper
from ssmwizard.app.verdict import Standing

POLICY = "AmazonSSMManagedInstanceCore"


@pytest.fixture
def on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    return stage(tmp_path, monkeypatch)


def look(on: Stage, *nodes: str) -> Inspection:
    chosen = Choice("demo-admin", nodes=nodes, every_node=not nodes, local=False)
    return inspect(on.doors, chosen)


def named(inspection: Inspection, name: str) -> str:
    return next(verdict.node for verdict in inspection.verdicts if verdict.name == name)


def test_an_inspection_differs_in_nothing_from_itself(on: Stage) -> None:
    whole = look(on)
    comparison = compare(whole, whole)
    assert [pair.first.node for pair in comparison.pairs] == [one.node for one in whole.verdicts]
    assert comparison.differences == ()
    assert comparison.alone == ((), ())
    said = compare_told.as_text(comparison, ("a.zip", "b.zip"), Paper())
    assert "24 nodes have the same verdict on both sides." in said
    assert "Nothing else differs" in said


def test_what_was_mended_stands_before_what_followed_from_it(on: Stage) -> None:
    before = look(on)
    node = named(before, "web-02")
    role = on.account.world["iam"]["roles"]["ShopApplicationRole"]
    role["Attached"].append(f"arn:aws:iam::aws:policy/{POLICY}")
    after = look(on)
    comparison = compare(before, after)
    mine = [one for one in comparison.differences if one.pair and one.pair.first.node == node]
    assert mine[0].check == "role.permissions"
    assert mine[0].weight is Weight.CAUSE
    assert [one.weight for one in comparison.differences] == sorted(
        one.weight for one in comparison.differences
    )
    echoes = {one.check for one in mine if one.weight is Weight.ECHO}
    assert "node.registered" in echoes
    said = compare_told.as_text(comparison, ("a.zip", "b.zip"), Paper())
    assert "(web-02): blocked → ready" in said
    assert said.index("A cause on one side only") < said.index("What follows from it")


def test_a_node_that_works_is_held_against_one_that_does_not(on: Stage) -> None:
    whole = look(on)
    broken = named(whole, "web-02")
    works = next(one.node for one in whole.verdicts if one.standing is Standing.READY)
    one, other = look(on, broken), look(on, works)
    alike = compare(one, other)
    assert [(pair.first.node, pair.second.node) for pair in alike.pairs] == [(broken, works)]
    assert alike.differences[0].check == "role.permissions"
    picked = compare(whole, whole, (broken, works))
    answers = {(d.check, d.weight) for d in picked.differences if d.pair is not None}
    assert answers == {(d.check, d.weight) for d in alike.differences if d.pair is not None}
    labels = {fact.label for difference in alike.differences for fact in difference.facts}
    values = {
        value
        for difference in alike.differences
        for fact in difference.facts
        for value in (fact.first, fact.second)
    }
    assert labels
    assert broken not in values
    assert works not in values


def test_nodes_without_a_counterpart_are_named(on: Stage) -> None:
    whole = look(on)
    kept, gone = (verdict.node for verdict in whole.verdicts[:2])
    comparison = compare(look(on, kept, gone), look(on, kept))
    assert comparison.alone == ((gone,), ())
    assert f"Only in a.zip: {gone}" in compare_told.as_text(comparison, ("a.zip", "b"), Paper())
    assert compare_told.as_json(comparison)["only_in_first"] == [gone]


def test_what_cannot_be_paired_is_said(on: Stage) -> None:
    ids = [verdict.node for verdict in look(on).verdicts]
    one, other = look(on, *ids[:2]), look(on, *ids[2:4])
    with pytest.raises(NoPair, match="no node in common"):
        compare(one, other)
    with pytest.raises(NoPair, match=f"{ids[5]} is not in the first bundle"):
        compare(one, other, (ids[5],))
    with pytest.raises(NoPair, match=f"{ids[0]} is not in the second bundle"):
        compare(one, other, (ids[0],))


def test_without_nodes_the_rest_is_compared(on: Stage) -> None:
    nobody = inspect(on.doors, Choice("demo-admin", local=False))
    comparison = compare(nobody, look(on, look(on).verdicts[0].node))
    assert comparison.pairs == ()
    assert comparison.alone[0] == ()
    assert len(comparison.alone[1]) == 1


def test_the_answer_for_programs_says_the_same(on: Stage) -> None:
    whole = look(on)
    broken = named(whole, "web-02")
    works = next(one.node for one in whole.verdicts if one.standing is Standing.READY)
    comparison = compare(whole, whole, (broken, works))
    told = json.loads(json.dumps(compare_told.as_json(comparison)))
    assert told["nodes"] == [
        {"first": {"id": broken, "verdict": "blocked"}, "second": {"id": works, "verdict": "ready"}}
    ]
    first = told["differences"][0]
    assert first["check"] == "role.permissions"
    assert first["status"] == ["failed", "passed"]
    assert first["subjects"] == [broken, works]
    assert first["weight"] == "cause"
