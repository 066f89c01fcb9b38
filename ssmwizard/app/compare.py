"""Compares two inspections: the same nodes before and after, or a node that works with one that does not.

What differs is told check by check, in the order in which it can matter: a cause that is only on one
side first, then what echoes it, then other answers, then facts that differ behind equal answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from ssmwizard.app.inspect import Inspection
from ssmwizard.app.verdict import Verdict
from ssmwizard.checks.every import EVERY
from ssmwizard.model.findings import Finding, Status


class Weight(IntEnum):
    """How much a difference can matter; the order in which differences are told."""

    CAUSE = 0
    ECHO = 1
    ANSWER = 2
    FACT = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """A node of the first inspection, and what it is held against in the second."""

    first: Verdict
    second: Verdict

    @property
    def same(self) -> bool:
        """Return whether it is one node, seen twice."""
        return self.first.node == self.second.node


@dataclass(frozen=True, slots=True)
class Fact:
    """A thing that was seen with different values; None: not seen on that side."""

    label: str
    first: str | None
    second: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """What a check says on either side; None: nothing. ``pair`` is None for what concerns all nodes."""

    weight: Weight
    check: str
    pair: Pair | None
    first: Finding | None
    second: Finding | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two inspections side by side. ``alone`` are the nodes without a counterpart, of each side."""

    first: Inspection
    second: Inspection
    pairs: tuple[Pair, ...]
    differences: tuple[Difference, ...]
    alone: tuple[tuple[str, ...], tuple[str, ...]]


class NoPair(ValueError):  # noqa: N818 - named for what it is
    """The inspections have no nodes that can be held against each other; the message says why."""


def compare(first: Inspection, second: Inspection, nodes: tuple[str, ...] = ()) -> Comparison:
    """Hold two inspections against each other.

    ``nodes``: none for the nodes that both have, or the one node of each; one for that node in both;
    two for a node of the first and a node of the second. Raises :class:`NoPair`.
    """
    one, other = ({verdict.node: verdict for verdict in side.verdicts} for side in (first, second))
    pairs = _chosen(one, other, nodes) if nodes else _paired(one, other)
    sides = _answers(first), _answers(second)
    told = []
    for pair in (None, *pairs):
        for check in EVERY:
            difference = _difference(check.id, pair, *sides)
            if difference is not None:
                told.append(difference)
    told.sort(key=lambda difference: difference.weight)
    alone = (
        tuple(one.keys() - {pair.first.node for pair in pairs}),
        tuple(other.keys() - {pair.second.node for pair in pairs}),
    )
    left = ((), ()) if nodes else (tuple(sorted(alone[0])), tuple(sorted(alone[1])))
    return Comparison(first, second, pairs, tuple(told), left)


_Verdicts = Mapping[str, Verdict]
_Answers = Mapping[tuple[str, str | None], Finding]


def _chosen(one: _Verdicts, other: _Verdicts, nodes: tuple[str, ...]) -> tuple[Pair, ...]:
    ids = (nodes[0], nodes[-1])
    for place, (side, node) in enumerate(zip((one, other), ids, strict=True)):
        if node not in side:
            raise NoPair(f"{node} is not in the {('first', 'second')[place]} bundle.")
    return (Pair(one[ids[0]], other[ids[1]]),)


def _paired(one: _Verdicts, other: _Verdicts) -> tuple[Pair, ...]:
    both = [node for node in one if node in other]
    if both:
        return tuple(Pair(one[node], other[node]) for node in both)
    if len(one) == len(other) == 1:
        return (Pair(*one.values(), *other.values()),)
    if one and other:
        said = (
            "The bundles have no node in common. Say which are to be compared: --node ID --node ID."
        )
        raise NoPair(said)
    return ()


def _answers(side: Inspection) -> _Answers:
    return {(finding.check, finding.subject): finding for finding in side.findings}


def _difference(check: str, pair: Pair | None, one: _Answers, other: _Answers) -> Difference | None:
    nodes = (pair.first, pair.second) if pair is not None else (None, None)
    first, second = (
        side.get((check, node.node if node is not None else None))
        for side, node in zip((one, other), nodes, strict=True)
    )
    if first is None and second is None:
        return None
    facts = _facts(first, second, (_names(nodes[0]), _names(nodes[1])))
    if _answer(first) == _answer(second) and not facts:
        return None
    return Difference(_weight(first, second), check, pair, first, second, facts)


def _answer(finding: Finding | None) -> Status | None:
    return None if finding is None else finding.status


def _weight(first: Finding | None, second: Finding | None) -> Weight:
    if _answer(first) == _answer(second):
        return Weight.FACT
    failed = [one for one in (first, second) if one is not None and one.status is Status.FAILED]
    if not failed:
        return Weight.ANSWER
    return Weight.CAUSE if any(one.is_root_cause for one in failed) else Weight.ECHO


def _names(verdict: Verdict | None) -> tuple[str, ...]:
    return () if verdict is None else (verdict.node, verdict.name)


def _facts(
    first: Finding | None, second: Finding | None, own: tuple[tuple[str, ...], tuple[str, ...]]
) -> tuple[Fact, ...]:
    """Return what both have looked at and seen with different values.

    Times differ always, and a node's own name differs from that of another node.
    """
    one, other = _seen(first), _seen(second)
    if not one or not other:
        return ()
    told = []
    for label in (*one, *(label for label in other if label not in one)):
        values = one.get(label), other.get(label)
        named = all(value in names for value, names in zip(values, own, strict=True))
        if values[0] != values[1] and not named and not all(map(_is_time, values)):
            told.append(Fact(label, *values))
    return tuple(told)


def _seen(finding: Finding | None) -> dict[str, str]:
    """Return what a finding has seen, by label; what has one label stands in one line."""
    seen: dict[str, str] = {}
    if finding is None or finding.status is Status.SKIPPED:
        return seen
    for piece in finding.evidence:
        label = piece.label.english()
        seen[label] = f"{seen[label]}, {piece.value}" if label in seen else piece.value
    return seen


def _is_time(value: str | None) -> bool:
    try:
        datetime.fromisoformat((value or "").removesuffix(" UTC"))
    except ValueError:
        return False
    return True
