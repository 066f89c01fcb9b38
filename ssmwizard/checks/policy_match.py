"""Three-valued answers, the keys of a request, and the patterns of policies.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias

ARN_PARTS = 6
# ``${name}`` or ``${name, 'value where there is none'}``; ``${*}``, ``${?}`` and ``${$}`` are signs.
_VARIABLE = re.compile(r"\$\{([^},]*)(?:,\s*'([^']*)'\s*)?\}")
_SIGNS = frozenset("*?$")

# A pattern in pieces: a text, and whether its ``*`` and ``?`` stand for themselves.
Pattern: TypeAlias = tuple[tuple[str, bool], ...]


class Answer(StrEnum):
    """Yes, no, or what cannot be told from what is known."""

    YES = "yes"
    NO = "no"
    MAYBE = "maybe"


YES, NO, MAYBE = Answer.YES, Answer.NO, Answer.MAYBE


def told(holds: bool) -> Answer:
    """Return what is known for certain as an answer."""
    return YES if holds else NO


def opposite(answer: Answer) -> Answer:
    """Return the answer to the contrary question."""
    return {YES: NO, NO: YES, MAYBE: MAYBE}[answer]


def any_of(answers: Iterable[Answer]) -> Answer:
    """Tell whether one holds; no when there is none."""
    found = NO
    for answer in answers:
        if answer is YES:
            return YES
        if answer is MAYBE:
            found = MAYBE
    return found


def all_of(answers: Iterable[Answer]) -> Answer:
    """Tell whether all hold; yes when there is none. Asks no further once one does not."""
    found = YES
    for answer in answers:
        if answer is NO:
            return NO
        if answer is MAYBE:
            found = MAYBE
    return found


@dataclass(slots=True)
class Reader:
    """What is known while a statement is read, and what was found lacking.

    ``keys`` maps the name of a condition key, in small letters, to its values; ``()`` where the request
    is known not to have it. A key that is not there is not known, and is noted in ``missing`` when it
    is asked for. ``variables`` tells whether the document's version has policy variables.
    ``unreadable`` are the elements that could not be read.
    """

    keys: Mapping[str, tuple[str, ...]]
    variables: bool
    missing: set[str] = field(default_factory=set)
    unreadable: list[str] = field(default_factory=list)

    def values(self, key: str) -> tuple[str, ...] | None:
        """Return the values of a key, None where they are not known."""
        found = self.keys.get(key.lower())
        if found is None:
            self.missing.add(key)
        return found

    def cannot_read(self, element: str) -> Answer:
        """Note an element that cannot be read, and so may say anything."""
        self.unreadable.append(element)
        return MAYBE

    def pattern(self, written: str) -> Pattern | Answer:
        """Return a pattern with its variables filled in.

        ``NO`` when a variable has no value (nothing equals it), ``MAYBE`` when its value is not known.
        """
        if not self.variables or "${" not in written:
            return ((written, False),)
        pieces: list[tuple[str, bool]] = []
        end = 0
        lacking = YES
        for variable in _VARIABLE.finditer(written):
            pieces.append((written[end : variable.start()], False))
            end = variable.end()
            value = self._value(variable.group(1).strip(), variable.group(2))
            if isinstance(value, Answer):
                lacking = all_of((lacking, value))
            else:
                pieces.append((value, True))
        rest = written[end:]
        if "${" in rest:
            return self.cannot_read(written)
        pieces.append((rest, False))
        return tuple(pieces) if lacking is YES else lacking

    def arn_like(self, pattern: Pattern, text: str) -> Answer:
        """Tell whether an ARN fits a pattern, and note a pattern that cannot be told."""
        answer = arn_like(pattern, text)
        return self.cannot_read(plain(pattern)) if answer is MAYBE else answer

    def _value(self, name: str, otherwise: str | None) -> str | Answer:
        if name in _SIGNS:
            return name
        values = self.values(name)
        if values is None:
            return MAYBE
        if len(values) > 1:
            return self.cannot_read(f"${{{name}}}")
        if values:
            return values[0]
        return NO if otherwise is None else otherwise


def names(value: object) -> tuple[str, ...]:
    """Return one text or a list of them; nothing where it is neither."""
    found = value if isinstance(value, (list, tuple)) else (value,)
    return tuple(found) if all(isinstance(one, str) for one in found) else ()


def plain(pattern: Pattern) -> str:
    """Return a pattern as a text to be compared whole."""
    return "".join(piece for piece, _ in pattern)


def like(pattern: Pattern, text: str, *, ignore_case: bool = False) -> bool:
    """Tell whether a text fits a pattern with ``*`` (any characters) and ``?`` (any one)."""
    return pattern == (("*", False),) or bool(_compiled(pattern, ignore_case).match(text))


def arn_like(pattern: Pattern, text: str) -> Answer:
    """Tell whether an ARN fits a pattern, part by part.

    A ``*`` that ends the pattern stands for all that follows. Whether any other one reaches over a
    colon is not documented well enough to be told.
    """
    if not like(pattern, text):
        return NO
    patterns, parts = _parts(pattern), text.split(":", ARN_PARTS - 1)
    last = len(patterns) - 1
    if last < ARN_PARTS - 1 and last < len(parts) and _ends_open(patterns[-1]):
        parts = [*parts[:last], ":".join(parts[last:])]
    if len(patterns) != len(parts):
        return MAYBE
    return YES if all(map(like, patterns, parts)) else MAYBE


def _ends_open(pattern: Pattern) -> bool:
    return bool(pattern) and not pattern[-1][1] and pattern[-1][0].endswith("*")


def _parts(pattern: Pattern) -> list[Pattern]:
    """Split a pattern at the colons of an ARN."""
    parts: list[list[tuple[str, bool]]] = [[]]
    for piece, literal in pattern:
        first, *others = piece.split(":", ARN_PARTS - len(parts))
        parts[-1].append((first, literal))
        parts.extend([(other, literal)] for other in others)
    return [tuple(piece for piece in part if piece[0]) for part in parts]


@lru_cache(maxsize=4096)
def _compiled(pattern: Pattern, ignore_case: bool) -> re.Pattern[str]:
    """Return a pattern as an expression that never tries a ``*`` twice.

    The first place where the text up to the next ``*`` fits is as good as any later one.
    """
    fixed, *others = _between_stars(pattern)
    expression = fixed
    if others:
        *middle, last = others
        expression += "".join(f"(?>.*?{part})" for part in middle if part) + f".*{last}"
    flags = re.DOTALL | re.ASCII | (re.IGNORECASE if ignore_case else 0)
    return re.compile(expression + r"\Z", flags)


def _between_stars(pattern: Pattern) -> Iterator[str]:
    part = ""
    for piece, literal in pattern:
        for sign in piece:
            if sign == "*" and not literal:
                yield part
                part = ""
            else:
                part += "." if sign == "?" and not literal else re.escape(sign)
    yield part
