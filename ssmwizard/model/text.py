"""Text that can be shown in any language: an English literal and its named arguments."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def N_(literal: str) -> str:  # noqa: N802 - the customary name of the marker that lupdate looks for
    """Mark a literal for translation and return it unchanged."""
    return literal


@dataclass(frozen=True, slots=True)
class Text:
    """An English sentence with named places, and what goes into them.

    The window translates ``source`` and the arguments that are texts themselves; JSON, the journal
    and the bundle use :meth:`english`. Identifiers, ARNs and versions are plain strings and are
    never translated.
    """

    source: str
    arguments: tuple[tuple[str, str | int | Text | tuple[str | Text, ...]], ...] = ()

    def english(self) -> str:
        """Return the sentence in English."""
        return self.translated(lambda source: source)

    def translated(self, translate: Callable[[str], str]) -> str:
        """Return the sentence with every literal passed through ``translate`` first."""

        def shown(value: str | int | Text | tuple[str | Text, ...]) -> str:
            if isinstance(value, Text):
                return value.translated(translate)
            if isinstance(value, tuple):
                return ", ".join(shown(part) for part in value)
            return str(value)

        sentence = translate(self.source)
        return sentence.format_map({name: shown(value) for name, value in self.arguments})

    def __str__(self) -> str:
        return self.english()


def text(source: str, **arguments: str | int | Text | tuple[str | Text, ...]) -> Text:
    """Make a :class:`Text` from a marked literal and its named arguments."""
    return Text(source, tuple(sorted(arguments.items())) if arguments else ())


def joined(first: Text, *others: Text) -> Text:
    """Return sentences one after the other."""
    for other in others:
        first = text(N_("{one} {other}"), one=first, other=other)
    return first
