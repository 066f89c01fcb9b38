"""Finds the messages that are known in a text, the most particular first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ssmwizard.checks.denial import Denial, denials
from ssmwizard.checks.template import Said
from ssmwizard.model.signatures import Signature, Signatures

# A piece of a message shorter than this could be cut out of anything.
SHORTEST_PIECE = 20
GENERAL = "denied"
# Matches further apart than this do not belong to one message; nor do those with a line between them
# that begins anew.
WIDEST_GAP = 400
_NEW_MESSAGE = re.compile(r"\n\s*\n|\n\s*(?:\d{4}-\d\d-\d\d|An error occurred)")


@dataclass(frozen=True, slots=True)
class Match:
    """A message that was found, from ``start`` to ``end`` of the text.

    ``weight`` is how many letters were as expected; ``denial`` is what a refusal says. ``cut``: the
    text is only a piece of the message.
    """

    signature: Signature
    start: int
    end: int
    weight: int
    denial: Denial | None = None
    cut: bool = False


def explain(text: str, signatures: Signatures) -> tuple[Match, ...]:
    """Return the messages in a text in their order; of those in one place, the most particular first.

    Each kind of message is told once. Nothing is returned where nothing is known.
    """
    said = Said(text)
    found = [*_refusals(said, signatures), *_patterns(said, signatures)]
    if not found:
        return tuple(_pieces(said, signatures))
    told: list[Match] = []
    for group in _together(found, text):
        particular = [match for match in group if _says_something(match)] or group
        for match in sorted(particular, key=lambda one: (-one.weight, one.start)):
            if not any(_same(match, other) for other in told):
                told.append(match)
    return tuple(told)


def _patterns(said: Said, signatures: Signatures) -> Iterator[Match]:
    for signature in signatures.rows.values():
        for pattern in signature.patterns:
            for found in said.find(pattern):
                yield Match(signature, found.start, found.end, found.letters)


def _refusals(said: Said, signatures: Signatures) -> Iterator[Match]:
    for denial in denials(said):
        signature = signatures.of_denial(denial.action, of_node=denial.of_node)
        weight = denial.end - denial.start
        yield Match(signature or signatures.rows[GENERAL], denial.start, denial.end, weight, denial)


def _pieces(said: Said, signatures: Signatures) -> Iterator[Match]:
    """Yield the messages that the whole text may be cut out of."""
    if len(said.letters) < SHORTEST_PIECE:
        return
    for signature in signatures.rows.values():
        if any(said.is_part_of(pattern) for pattern in signature.patterns):
            yield Match(signature, 0, len(said.text), len(said.letters), cut=True)


def _together(found: Iterable[Match], text: str) -> Iterator[list[Match]]:
    """Yield the matches in groups: those of one message."""
    group: list[Match] = []
    end = 0
    for match in sorted(found, key=lambda one: one.start):
        if group and _begins_another(text[end : max(end, match.start)]):
            yield group
            group = []
        group.append(match)
        end = max(end, match.end)
    yield group


def _begins_another(between: str) -> bool:
    return len(between) > WIDEST_GAP or _NEW_MESSAGE.search(between) is not None


def _says_something(match: Match) -> bool:
    return match.denial is not None or not match.signature.general


def _same(one: Match, other: Match) -> bool:
    """Tell whether two matches say the same; of refusals, those of the same action by the same policy."""
    if one.signature.id != other.signature.id:
        return False
    if one.denial is None or other.denial is None:
        return True
    return (one.denial.action, one.denial.policy) == (other.denial.action, other.denial.policy)
