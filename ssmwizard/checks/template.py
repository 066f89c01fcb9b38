"""Templates of messages: literal words with holes, found in text of any shape.

Only letters and digits count, without regard to case: line breaks (in the middle of words too),
quotes, colours and punctuation neither make nor break a match. So do identifiers (ARNs, ids, addresses,
times): they are taken out of the text first. ``*`` is a hole for up to :data:`WIDEST` letters; ``#`` is
one for a name of up to :data:`LONGEST_NAME` letters that has a digit in it, as made-up names do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

WIDEST = 300
LONGEST_NAME = 64

_COLOUR = r"(?:\x1b|\\u001b|\\x1b|\\033|\^\[)\[[0-9;?]*[A-Za-z]"
_COLOURS = re.compile(_COLOUR)
# What a message has in it that says nothing about its kind.
_PASSED_OVER = re.compile(
    _COLOUR
    + r"""
    | \x1b\][^\x07\x1b]*(?:\x07|\x1b\\)                                 # a title of a terminal
    | \\[nrt]                                                           # a line break as JSON has it
    | \barn:[a-z0-9-]+:[^\s"'<>,;]+
    | \b(?:https?|wss?)://[^\s"'<>]+
    | \b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b                   # a request id
    | \b(?:i|mi|ami|vpc|vpce|subnet|sg|eni|acl|rtb|nat|igw|vol)-[0-9a-f]{8,17}\b
    | \b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?(?:Z|\s?[+-]\d\d:?\d\d)?)?
    | \b\d\d:\d\d:\d\d(?:[.,]\d+)?\b
    | \b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b                              # an address
    | \b\d{12}\b                                                        # an account
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")


_WIDE, _NAME = "*", "#"
_WIDTHS = {_WIDE: WIDEST, _NAME: LONGEST_NAME}
_HOLES = re.compile(r"([*#])")


@dataclass(frozen=True, slots=True)
class Found:
    """Where a template was found: places in :attr:`Said.text`, and how many letters were literal."""

    start: int
    end: int
    letters: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """Letters of a template, and the hole that they stand after."""

    letters: str
    after: str


class Said:
    """A text as templates see it."""

    def __init__(self, text: str) -> None:
        self.text = text
        parts: list[str] = []
        self._places: list[int] = []
        self._starts: set[int] = set()
        self._ends: set[int] = set()
        for start, end in _words(text):
            self._starts.add(len(self._places))
            word = text[start:end].lower()
            # A few letters have more than one in lower case; no template has them.
            parts.append(word if len(word) == end - start else text[start:end])
            self._places.extend(range(start, end))
            self._ends.add(len(self._places))
        self.letters = "".join(parts)

    def find(self, template: str) -> Iterator[Found]:
        """Yield where a template is found, from the front, without overlaps."""
        first, *rest = _pieces(template)
        letters = len(first.letters) + sum(len(piece.letters) for piece in rest)
        at = 0
        while (spot := self._next(first.letters, at, len(self.letters))) >= 0:
            end = self._rest(rest, spot + len(first.letters))
            if end < 0:
                at = spot + 1
                continue
            yield self._found(spot, end, letters)
            at = end

    def after(self, literal: str, place: int, within: int = WIDEST) -> Found | None:
        """Return where a literal first stands at or after a place of the text, in so many letters."""
        wanted = letters(literal)
        begin = self._letter(place)
        spot = self._next(wanted, begin, begin + within)
        return self._found(spot, spot + len(wanted), len(wanted)) if spot >= 0 else None

    def between(self, begin: int, end: int) -> str:
        """Return the letters between two places of the text, as they are written there."""
        places = self._places[self._letter(begin) : self._letter(end)]
        return "".join(self.text[place] for place in places)

    def is_part_of(self, template: str) -> bool:
        """Tell whether this text is cut out of one that the template describes."""
        return self.letters in letters(template)

    def _letter(self, place: int) -> int:
        """Return the number of the first letter at or after a place."""
        low, high = 0, len(self._places)
        while low < high:
            middle = (low + high) // 2
            if self._places[middle] < place:
                low = middle + 1
            else:
                high = middle
        return low

    def _rest(self, pieces: Sequence[_Piece], at: int) -> int:
        """Return the end of what is left of a template, -1 where it is not there."""
        if not pieces:
            return at
        wanted, hole = pieces[0].letters, pieces[0].after
        limit = at + _WIDTHS[hole] + len(wanted)
        spot = self._next(wanted, at, limit)
        while spot >= 0:
            named = hole != _NAME or any(map(str.isdigit, self.letters[at:spot]))
            end = self._rest(pieces[1:], spot + len(wanted)) if named else -1
            if end >= 0:
                return end
            spot = self._next(wanted, spot + 1, limit)
        return -1

    def _next(self, piece: str, begin: int, end: int) -> int:
        """Return where a piece next stands as whole words, -1 where it does not."""
        spot = self.letters.find(piece, begin, end)
        while spot >= 0:
            if spot in self._starts and spot + len(piece) in self._ends:
                return spot
            spot = self.letters.find(piece, spot + 1, end)
        return -1

    def _found(self, spot: int, end: int, letters: int) -> Found:
        return Found(self._places[spot], self._places[end - 1] + 1, letters)


def plain(text: str) -> str:
    """Return a text without the colours of a terminal."""
    return _COLOURS.sub("", text)


def letters(template: str) -> str:
    """Return the letters of a template that have to be there."""
    return "".join(piece.letters for piece in _pieces(template))


@lru_cache(maxsize=1024)
def _pieces(template: str) -> tuple[_Piece, ...]:
    made: list[_Piece] = []
    hole = _WIDE
    for part in _HOLES.split(template):
        if part in _WIDTHS:
            hole = part
            continue
        words = "".join(_WORD.findall(part)).lower()
        if words:
            made.append(_Piece(words, hole))
    return tuple(made)


def _words(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the words of a text are, without what is passed over."""
    at = 0
    for gap in _PASSED_OVER.finditer(text):
        yield from (word.span() for word in _WORD.finditer(text, at, gap.start()))
        at = gap.end()
    yield from (word.span() for word in _WORD.finditer(text, at))
