"""A step on the way from a node to a service, and whether it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from ssmwizard.model.facts import CannotTell, Unknown
from ssmwizard.model.findings import Evidence
from ssmwizard.model.text import N_, Text, text


class Holds(StrEnum):
    """Whether a step holds; ``PARTLY`` for some of the traffic, ``ABSENT`` when not on this way."""

    YES = "yes"
    NO = "no"
    PARTLY = "partly"
    UNKNOWN = "unknown"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Hop:
    """One step: whether it holds, what decides that, and in which words.

    ``by`` is the id of what decides (a route table, a group …): the same for all nodes that stand or
    fall by it. ``unknown`` is the fact that is missing, where that is why it cannot be told. ``fix``
    heals it where it does not hold.
    """

    holds: Holds
    said: Text
    by: str = ""
    evidence: tuple[Evidence, ...] = ()
    unknown: Unknown | None = None
    fix: str = ""

    def mended_by(self, fix: str) -> Hop:
        """Return the step with the fix that heals it, if it does not hold."""
        return replace(self, fix=fix) if self.holds is Holds.NO else self


def yes(said: Text, by: str, *evidence: Evidence) -> Hop:
    """Say that the step holds."""
    return Hop(Holds.YES, said, by, evidence)


def no(said: Text, by: str, *evidence: Evidence) -> Hop:
    """Say that the step does not hold."""
    return Hop(Holds.NO, said, by, evidence)


def partly(said: Text, by: str, *evidence: Evidence) -> Hop:
    """Say that the step holds for a part of the traffic, or in another way than it should."""
    return Hop(Holds.PARTLY, said, by, evidence)


def unsure(said: Text, by: str = "", *evidence: Evidence) -> Hop:
    """Say that what was seen does not decide it."""
    return Hop(Holds.UNKNOWN, said, by, evidence)


def unseen(answer: CannotTell) -> Hop:
    """Say that a fact is missing."""
    return Hop(Holds.UNKNOWN, text(N_("It could not be looked at.")), unknown=answer.unknown)


ABSENT = Hop(Holds.ABSENT, text(N_("There is no such step on this way.")))


def in_turn(hops: Sequence[Hop]) -> Hop:
    """Return what several steps that must all hold come to: the first that is worst decides."""
    for holds in (Holds.NO, Holds.UNKNOWN, Holds.PARTLY):
        for hop in hops:
            if hop.holds is holds:
                return hop
    evidence = tuple(dict.fromkeys(one for hop in hops for one in hop.evidence))
    return Hop(Holds.YES, hops[0].said, hops[0].by, evidence)


def side_by_side(hops: Sequence[Hop]) -> Hop:
    """Return what several ways come to of which the node takes one, nobody knows which."""
    worst = in_turn(hops)
    if worst.holds is Holds.NO and any(hop.holds is not Holds.NO for hop in hops):
        unknown = next((hop for hop in hops if hop.holds is Holds.UNKNOWN), None)
        if unknown is not None:
            return unknown
        said = text(N_("Only a part of the endpoint's subnets can be used. {one}"), one=worst.said)
        return partly(said, worst.by, *worst.evidence)
    return worst
