"""Reads a large JSON object of somebody else's piece by piece, and never holds all of it."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

# No element of a list that we write is nearly as long.
MOST_LETTERS = 4 * 1024 * 1024
_SPACE = re.compile(r"[ \t\r\n]*")
_OF_NUMBERS = frozenset("0123456789+-.eE")
_DECODER = json.JSONDecoder()


def elements(pieces: Iterable[bytes], member: str) -> Iterator[Any]:
    """Yield each element of a list that is a member of the object; raises ValueError for what is none."""
    text = _Text(pieces)
    text.expect("{")
    more = not text.take("}")
    while more:
        name = text.value()
        text.expect(":")
        if text.take("["):
            for element in text.rest_of_list():
                if name == member:
                    yield element
        else:
            text.value()
        more = text.take(",")
        if not more:
            text.expect("}")
    text.end()


class _Text:
    """A text that is read from its beginning, and comes in pieces."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._coming = codecs.iterdecode(pieces, "utf-8")
        self._here = ""
        self._at = 0

    def value(self) -> Any:
        """Return the next value."""
        self._skip()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._here, self._at)
            except json.JSONDecodeError:
                if not self._fetch():
                    raise
            else:
                # A number may go on in the next piece.
                whole = end < len(self._here) and self._here[end] not in _OF_NUMBERS
                if whole or not self._fetch():
                    self._at = end
                    return value

    def rest_of_list(self) -> Iterator[Any]:
        """Yield the elements of a list whose bracket was taken."""
        if self.take("]"):
            return
        yield self.value()
        while self.take(","):
            yield self.value()
        self.expect("]")

    def end(self) -> None:
        """Make sure that nothing follows."""
        self._skip()
        if self._at < len(self._here):
            raise ValueError("more follows")

    def take(self, sign: str) -> bool:
        """Go over a sign if it is the next one; tell whether it is."""
        self._skip()
        found = self._here.startswith(sign, self._at)
        self._at += found
        return found

    def expect(self, sign: str) -> None:
        """Go over a sign that must be there."""
        if not self.take(sign):
            raise ValueError(f"{sign} is missing")

    def _skip(self) -> None:
        """Go to what is no space."""
        while True:
            found = _SPACE.match(self._here, self._at)
            assert found is not None
            self._at = found.end()
            if self._at < len(self._here) or not self._fetch():
                return

    def _fetch(self) -> bool:
        """Have the next piece here too; tell whether there was one."""
        piece = next(self._coming, "")
        self._here, self._at = self._here[self._at :] + piece, 0
        if len(self._here) > MOST_LETTERS:
            raise ValueError("a value is too long")
        return bool(piece)
