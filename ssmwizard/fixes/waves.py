"""How a fix reaches many nodes: a few first, then by the tenth, by ids and never by tags.

A tag, or "every node", also means nodes that nobody chose: those that get the tag between the look and
the call. Ids mean the nodes that were shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ssmwizard.fixes.fix import Nodes
from ssmwizard.fixes.ground import chunks, ids
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.text import N_, Text, text

# Ids that one call of Run Command, and one target of State Manager, takes.
# https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_SendCommand.html
# https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_Target.html
AT_ONCE = 50
# Choices of this program. As many nodes as an operator has before the eyes go at once. Of more, five go
# first and have to prove themselves. Of the rest about a tenth goes together, in whole calls, ten nodes of
# a call at a time, and a call goes no further once a tenth of its nodes has failed.
FEW = 10
FIRST = 5
TENTH = 10
TOGETHER = 10
# Nodes that a sentence names before it counts them.
NAMED = 5


@dataclass(frozen=True, slots=True)
class Wave:
    """Some nodes that one call reaches, and the place of the wave that the call is a part of."""

    nodes: Nodes
    number: int

    @property
    def at_once(self) -> int:
        """Return on how many of the nodes it runs at the same time."""
        return min(len(self.nodes), TOGETHER)

    @property
    def in_turn(self) -> bool:
        """Return whether some nodes have to wait until others are done."""
        return self.at_once < len(self.nodes)

    @property
    def may_fail(self) -> int:
        """Return on how many nodes it may fail before no further ones are reached."""
        return len(self.nodes) // TENTH if self.number else 0

    @property
    def limits(self) -> dict[str, object]:
        """Return the same as the parameters of Run Command and State Manager."""
        return {"MaxConcurrency": str(self.at_once), "MaxErrors": str(self.may_fail)}


def waves(groups: Iterable[Nodes]) -> tuple[Wave, ...]:
    """Return calls for all nodes, each node in one of them; a call is about nodes of one group.

    Of each group some nodes are among the first.
    """
    groups = tuple(groups)
    total = sum(len(group) for group in groups)
    first = _first(groups) if total > FEW else {node.id for group in groups for node in group}
    calls = [Wave(some, 0) for some in _parts(groups, first, within=True)]
    together = max(1, round(total / TENTH / AT_ONCE)) * AT_ONCE
    number, room = 0, 0
    for some in _parts(groups, first, within=False):
        if len(some) > room:
            number, room = number + 1, together
        room -= len(some)
        calls.append(Wave(some, number))
    return tuple(calls)


def counted(nodes: Sequence[NodeFacts]) -> tuple[str, ...] | Text:
    """Return the ids of a few nodes, or how many there are."""
    named = tuple(node.id for node in nodes)
    if len(named) <= NAMED:
        return named
    return text(N_("{count} nodes ({first} and others)"), count=len(named), first=named[0])


def in_waves(calls: Sequence[Wave]) -> tuple[Text, ...]:
    """Return how far it goes at a time, where there is more than one wave."""
    last = calls[-1].number
    if not last:
        return ()
    first = tuple(node for call in calls if not call.number for node in ids(call.nodes))
    said = N_(
        "It goes in {count} waves. The first are {first}; the next go when these have proved themselves. It goes no further once it fails on more than a tenth of the nodes that a call names, and it can be stopped at any time."
    )
    return (text(said, count=last + 1, first=first),)


def _first(groups: Sequence[Nodes]) -> set[str]:
    in_turn = (node.id for row in zip_longest(*groups) for node in row if node is not None)
    return {node for node, _ in zip(in_turn, range(FIRST), strict=False)}


def _parts(groups: Sequence[Nodes], first: set[str], *, within: bool) -> Iterable[Nodes]:
    for group in groups:
        yield from chunks(tuple(node for node in group if (node.id in first) is within), AT_ONCE)
