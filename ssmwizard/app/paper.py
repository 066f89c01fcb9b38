"""Lines of text of a given width, with colours where there are any."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from enum import StrEnum

NARROWEST, WIDEST = 40, 100
# Dots, an arrow, a dash, a quotation mark, a middle dot and a space that does not break.
_SPELLED = str.maketrans(
    {
        "\u2026": "...",
        "\u2192": "->",
        "\u2013": "-",
        "\u2019": "'",
        "\u00b7": "-",
        "\u00a0": " ",
    }
)


class Ink(StrEnum):
    """Colours by what they say; the number is that of ECMA-48 (SGR)."""

    PLAIN = ""
    STRONG = "1"
    FAINT = "2"
    BAD = "31"
    GOOD = "32"
    CARE = "33"


@dataclass
class Paper:
    """Takes lines. ``plain``: what is not ASCII is spelled in ASCII."""

    width: int = 80
    colour: bool = False
    plain: bool = False
    lines: list[str] = field(default_factory=list)

    def write(self, said: str, indent: int = 0, *, hang: int = 0, ink: Ink = Ink.PLAIN) -> None:
        """Write a paragraph; lines after its first are indented by ``hang`` more."""
        room = max(NARROWEST, min(self.width, WIDEST))
        wrapped = textwrap.wrap(
            said,
            room,
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + hang),
            break_long_words=False,
            break_on_hyphens=False,
        )
        self.lines += [self._inked(one, ink) for one in wrapped]

    def whole(self, said: str, indent: int = 0, *, ink: Ink = Ink.PLAIN) -> None:
        """Write a line that is to be copied: it is not broken."""
        self.lines.append(self._inked(" " * indent + said, ink))

    def gap(self) -> None:
        """Leave a line empty."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def text(self) -> str:
        """Return all lines."""
        whole = "\n".join(self.lines).rstrip("\n") + "\n"
        if not self.plain:
            return whole
        return whole.translate(_SPELLED).encode("ascii", "backslashreplace").decode()

    def _inked(self, said: str, ink: Ink) -> str:
        if not (self.colour and ink):
            return said
        bare = said.lstrip(" ")
        return f"{said[: len(said) - len(bare)]}\x1b[{ink}m{bare}\x1b[0m"
