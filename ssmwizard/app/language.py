"""In which language a report speaks, and how it tells times.

Only the window knows how to translate. It hands over what does; everywhere else reports are in English.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from ssmwizard.model.text import Text


class Tr(Protocol):
    """What says a literal that is marked for translation; see ``ui.language.tr``."""

    def __call__(self, literal: str, one: str = "", count: int = -1, /, **arguments: object) -> str:
        """Return the literal in a language, with its count and its places filled in."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its tag (BCP 47), and what says literals in it.

    ``local``: the time of this computer stands beside UTC.
    """

    tag: str
    tr: Tr
    local: bool = False

    def say(self, said: str | Text) -> str:
        """Return a text in this language; names and ids are what they are."""
        return said.translated(self.tr) if isinstance(said, Text) else said

    def moment(self, at: datetime, clock: str = "%H:%M:%S") -> str:
        """Return a day and a time in UTC, with the time here where that is another."""
        utc, here = at.astimezone(UTC), at.astimezone()
        told = f"{utc:%Y-%m-%d} {utc:{clock}} UTC"
        if not self.local or not here.utcoffset():
            return told
        day = "" if here.date() == utc.date() else f"{here:%Y-%m-%d} "
        return f"{told} ({day}{here:{clock}} UTC{here.isoformat()[-6:]})"


def english(literal: str, one: str = "", count: int = -1, /, **arguments: object) -> str:
    """Say a literal as it stands; ``one`` is the singular of a counted one."""
    told = (one if one and count == 1 else literal).replace("%n", str(count))
    return told.format_map(arguments) if arguments else told


ENGLISH = Language("en", english)
