"""A file as it is beside the same file as it will be sent, a page at a time, with what differs marked.

Lines of JSON are broken to be read; nothing else is changed. However large a file is, a page is not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from ssmwizard.app.bundle_parts import Part
from ssmwizard.app.bundle_search import forms

# Letters of the file on a page, as near as its lines allow.
PAGE = 64_000
# Of files with other numbers of lines, those with more are held against each other line by line.
MOST_LINES = 2_000
# A line of JSON that is shorter is read as it is.
SHORT = 60
_HELD = re.compile(
    r'(?P<before>\s*(?:"(?:[^"\\]|\\.)*": )?)(?P<held>[\[{].*[\]}])(?P<behind>,?\s*)'
)
_TOKEN = re.compile(r"[\w.:/-]+|[^\w.:/-]+")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a page: a piece of a line on both sides, where they differ, and what was looked for.

    ``line`` is the place of the line in the file.
    """

    here: str
    there: str
    line: int
    marks_here: tuple[Span, ...] = ()
    marks_there: tuple[Span, ...] = ()
    found: tuple[Span, ...] = ()

    @property
    def differs(self) -> bool:
        """Tell whether the sides differ in this row."""
        return bool(self.marks_here or self.marks_there)


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a file; ``number`` counts from 0."""

    number: int
    of: int
    rows: tuple[Row, ...]


class SideBySide:
    """Both sides of one file; None for a side on which it is not."""

    def __init__(self, here: Part | None, there: Part | None) -> None:
        self._lines: list[tuple[str, str]] = list(_pairs(_lines(here), _lines(there)))
        self._starts = [0]
        size = 0
        for place, (one, other) in enumerate(self._lines):
            if size and size + max(len(one), len(other)) > PAGE:
                self._starts.append(place)
                size = 0
            size += max(len(one), len(other)) + 1

    @property
    def pages(self) -> int:
        """Return how many pages there are."""
        return len(self._starts)

    def page_of(self, line: int) -> int:
        """Return the page that a line is on."""
        return sum(start <= line for start in self._starts) - 1

    def page(self, number: int, width: int, words: str = "") -> Page:
        """Return a page with rows of so many letters."""
        ends = [*self._starts[1:], len(self._lines)]
        sought = forms(words)
        rows = [
            row
            for line in range(self._starts[number], ends[number])
            for row in _rows(line, *self._lines[line], width, sought)
        ]
        return Page(number, self.pages, tuple(rows))

    def differing(self, after: int) -> int | None:
        """Return the next line behind another that differs, from the beginning again; None without any."""
        return self._next(after, lambda here, there: here != there)

    def holding(self, words: str, after: int) -> int | None:
        """Return the next line in which words stand as it will be sent; None where they do not."""
        sought = forms(words)
        return self._next(after, lambda _, there: _has(there, sought))

    def _next(self, after: int, asked: Callable[[str, str], bool]) -> int | None:
        count = len(self._lines)
        for step in range(1, count + 1):
            place = (after + step) % count
            here, there = self._lines[place]
            if asked(here, there):
                return place
        return None


def _lines(part: Part | None) -> list[str]:
    return part.content.decode(errors="replace").split("\n") if part is not None else []


def _has(line: str, sought: tuple[str, ...]) -> bool:
    lower = line.lower()
    return any(one in lower for one in sought)


def _pairs(here: list[str], there: list[str]) -> Iterator[tuple[str, str]]:
    """Yield which line stands beside which; empty where there is none."""
    most = max(len(here), len(there))
    if len(here) == len(there) or most > MOST_LINES or not here or not there:
        yield from zip_longest(here, there, fillvalue="")
        return
    for _, one, one_end, two, two_end in SequenceMatcher(None, here, there).get_opcodes():
        yield from zip_longest(here[one:one_end], there[two:two_end], fillvalue="")


def _rows(line: int, here: str, there: str, width: int, sought: tuple[str, ...]) -> Iterator[Row]:
    for one, other in zip_longest(_broken(here), _broken(there), fillvalue=""):
        marks_here, marks_there = _differing(one, other)
        found = _found(other, sought)
        for start in range(0, max(len(one), len(other), 1), width):
            end = start + width
            yield Row(
                one[start:end],
                other[start:end],
                line,
                _within(marks_here, start, end),
                _within(marks_there, start, end),
                _within(found, start, end),
            )


def _broken(line: str) -> list[str]:
    """Return a line as it is read: a long one of JSON member by member."""
    held = _HELD.fullmatch(line) if len(line) > SHORT else None
    if held is None:
        return [line]
    try:
        told = json.dumps(json.loads(held["held"]), indent=2, ensure_ascii=False).split("\n")
    except (ValueError, RecursionError):
        return [line]
    indent = " " * (len(line) - len(line.lstrip()))
    first, *others = told
    lines = [held["before"] + first, *(indent + one for one in others)]
    lines[-1] += held["behind"]
    return lines


def _differing(here: str, there: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return where two lines differ, word by word where they have the same number of words."""
    if here == there:
        return (), ()
    one, other = _TOKEN.findall(here), _TOKEN.findall(there)
    if len(one) != len(other):
        return _whole(here), _whole(there)
    marks_here: list[Span] = []
    marks_there: list[Span] = []
    at_here = at_there = 0
    for left, right in zip(one, other, strict=True):
        if left != right:
            marks_here.append((at_here, at_here + len(left)))
            marks_there.append((at_there, at_there + len(right)))
        at_here += len(left)
        at_there += len(right)
    return tuple(marks_here), tuple(marks_there)


def _whole(line: str) -> tuple[Span, ...]:
    return ((0, len(line)),) if line else ()


def _found(line: str, sought: tuple[str, ...]) -> tuple[Span, ...]:
    lower = line.lower()
    return tuple(
        (at.start(), at.end()) for one in sought for at in re.finditer(re.escape(one), lower)
    )


def _within(spans: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    """Return the parts of spans that lie in a piece of the line, as they lie there."""
    return tuple(
        (max(one, start) - start, min(other, end) - start)
        for one, other in spans
        if one < end and other > start
    )
