"""Makes strings of other people's fit to be shown: without secrets, without control characters."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime
from functools import lru_cache

from ssmwizard.model.text import Text
from ssmwizard.outside.secrets import scrub_text

# Control characters, marks that turn the direction of writing, halves of characters.
_UNSAFE = {"Cc", "Cf", "Cs", "Co", "Cn"}
_HARMLESS = {"\n", "\t", "\N{ZERO WIDTH JOINER}", "\N{ZERO WIDTH NON-JOINER}", "\N{SOFT HYPHEN}"}

# What leaves neither the line nor the direction of its own text, and is not seen.
_WILD = {*range(9), *range(11, 32), *range(127, 160), *range(0x202A, 0x202F), 0x2066, 0x2067}
_TAMED = {code: f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" for code in _WILD}  # noqa: PLR2004


def tame(value: str) -> str:
    """Return a text that cannot turn what stands beside it around; quicker than :func:`shown`."""
    return value if value.isascii() and value.isprintable() else value.translate(_TAMED)


def shown(value: str | Text) -> str:
    """Return a string that neither tells a secret nor does anything to a terminal or a page."""
    return _shown(value.english() if isinstance(value, Text) else value)


@lru_cache(maxsize=8192)
def _shown(value: str) -> str:
    said = scrub_text(value)
    if said.isascii() and said.isprintable():
        return said
    return "".join(_harmless(letter) for letter in said)


def line(value: str | Text) -> str:
    """Return the same on one line."""
    return " ".join(shown(value).split())


def zulu(at: datetime) -> str:
    """Return a time as ``2026-11-24T08:00:00Z``."""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def minute(at: datetime) -> str:
    """Return a time as people read it: ``2026-11-24 08:00 UTC``."""
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def second(at: datetime) -> str:
    """Return a time of day as ``08:00:00``, in UTC."""
    return f"{at.astimezone(UTC):%H:%M:%S}"


def _harmless(letter: str) -> str:
    if letter in _HARMLESS or unicodedata.category(letter) not in _UNSAFE:
        return letter
    return f"\\x{ord(letter):02x}" if ord(letter) < 0x100 else f"\\u{ord(letter):04x}"  # noqa: PLR2004
