"""How values from outside are put into reports."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime

from ssmwizard.model.text import Text

# Categories of characters that are not shown but do something: to a terminal, or to the direction.
_ACTING = {"Cc", "Cf", "Cs", "Co", "Cn"}


def one_line(said: Text | str) -> str:
    """Return a text in English on one line, with nothing in it that a terminal would obey."""
    written = " ".join((said.english() if isinstance(said, Text) else said).split())
    if written.isascii() and written.isprintable():
        return written
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(letter) in _ACTING else letter
        for letter in written
    )


def stamp(at: datetime) -> str:
    """Return a moment as RFC 3339 in UTC, to the second."""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def when(at: datetime) -> str:
    """Return a moment in UTC for people."""
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M UTC}"


def counted(number: int, one: str, more: str) -> str:
    """Return a number with its word: ``1 node``, ``2 nodes``."""
    return f"{number} {one if number == 1 else more}"
