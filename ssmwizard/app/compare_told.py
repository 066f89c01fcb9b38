"""A comparison of two inspections, for people and for programs. In English."""

from __future__ import annotations

from typing import Any

from ssmwizard.app import tally
from ssmwizard.app.compare import Comparison, Difference, Pair, Weight
from ssmwizard.app.inspect import Inspection
from ssmwizard.app.paper import Ink, Paper
from ssmwizard.app.report_json import tool
from ssmwizard.app.shown import line, minute, zulu
from ssmwizard.model.findings import Finding, Status
from ssmwizard.outside.secrets import scrub

SCHEMA_VERSION = "1.0"
# More of them would push the answer off the screen; JSON holds them all.
MOST_FACTS = 12
TITLES = {
    Weight.CAUSE: "A cause on one side only",
    Weight.ECHO: "What follows from it",
    Weight.ANSWER: "Other answers",
    Weight.FACT: "The same answer, other facts",
}
NOTHING, ABSENT = "not asked", "(not there)"


def as_text(comparison: Comparison, names: tuple[str, str], paper: Paper) -> str:
    """Return what differs, what can matter most first; ``names`` say where either side comes from."""
    for name, side in zip(names, (comparison.first, comparison.second), strict=True):
        paper.write(f"{name}: {_when(side)}. {tally.sentence(side)}", hang=4)
    paper.gap()
    _verdicts(comparison, paper)
    for weight, title in TITLES.items():
        found = [one for one in comparison.differences if one.weight is weight]
        if not found:
            continue
        paper.gap()
        paper.write(title, ink=Ink.STRONG)
        most = MOST_FACTS if weight is Weight.FACT else len(found)
        for difference in found[:most]:
            _told(difference, paper)
        if len(found) > most:
            paper.write(f"… and {len(found) - most} more: --format json", 2, ink=Ink.FAINT)
    if not comparison.differences:
        paper.write("Nothing else differs that a check looks at.")
    for name, nodes in zip(names, comparison.alone, strict=True):
        if nodes:
            paper.gap()
            paper.write(f"Only in {name}: {', '.join(map(line, nodes))}", hang=4)
    return paper.text()


def as_json(comparison: Comparison) -> dict[str, Any]:
    """Return what differs, without secrets."""
    told: dict[str, Any] = scrub(
        {
            "schema_version": SCHEMA_VERSION,
            "first": _side(comparison.first),
            "second": _side(comparison.second),
            "nodes": [
                {
                    "first": {"id": pair.first.node, "verdict": pair.first.standing},
                    "second": {"id": pair.second.node, "verdict": pair.second.standing},
                }
                for pair in comparison.pairs
            ],
            "differences": [_difference(one) for one in comparison.differences],
            "only_in_first": list(comparison.alone[0]),
            "only_in_second": list(comparison.alone[1]),
        }
    )
    return told


def _verdicts(comparison: Comparison, paper: Paper) -> None:
    for pair in comparison.pairs:
        before, after = (tally.WORDS[one.standing] for one in (pair.first, pair.second))
        if pair.same and before == after:
            continue
        paper.write(f"{_called(pair)}: {before} → {after}", hang=4)
        for verdict in (pair.first, pair.second):
            paper.write(line(verdict.sentence), 4, ink=Ink.FAINT)
    still = sum(
        pair.same and pair.first.standing is pair.second.standing for pair in comparison.pairs
    )
    if still:
        nodes = "1 node has" if still == 1 else f"{still} nodes have"
        paper.write(f"{nodes} the same verdict on both sides.")


def _told(difference: Difference, paper: Paper) -> None:
    before, after = _word(difference.first), _word(difference.second)
    about = f" ({_called(difference.pair)})" if difference.pair is not None else ""
    change = before if before == after else f"{before} → {after}"
    paper.write(f"{difference.check}{about}: {change}", 2, hang=4)
    if difference.weight is not Weight.FACT:
        for finding in (difference.first, difference.second):
            if finding is not None and finding.status is not Status.SKIPPED:
                paper.write(f"{finding.status}: {line(finding.text)}", 4, hang=2, ink=Ink.FAINT)
    for fact in difference.facts:
        values = " → ".join(
            ABSENT if one is None else line(one) for one in (fact.first, fact.second)
        )
        paper.write(f"{line(fact.label)}: {values}", 4, hang=2)


def _called(pair: Pair) -> str:
    first = tally.titled(pair.first.node, pair.first.name)
    if pair.same:
        return first
    return f"{first} → {tally.titled(pair.second.node, pair.second.name)}"


def _word(finding: Finding | None) -> str:
    return NOTHING if finding is None else finding.status.value


def _when(side: Inspection) -> str:
    return f"seen {minute(side.started)}, {tally.who_and_where(side)}"


def _side(side: Inspection) -> dict[str, Any]:
    return {
        "started_at": zulu(side.started),
        "finished_at": zulu(side.finished),
        "judged_by": tool(side),
    }


def _difference(difference: Difference) -> dict[str, Any]:
    pair = difference.pair
    return {
        "check": difference.check,
        "weight": difference.weight.name.lower(),
        "subjects": [None, None] if pair is None else [pair.first.node, pair.second.node],
        "status": [one and one.status for one in (difference.first, difference.second)],
        "messages": [one and one.text.english() for one in (difference.first, difference.second)],
        "evidence": [
            {"label": fact.label, "first": fact.first, "second": fact.second}
            for fact in difference.facts
        ],
    }
