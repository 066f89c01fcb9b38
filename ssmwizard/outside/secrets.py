"""Takes secrets out of everything that is written to disk.

Identifiers stay: accounts, ARNs, access key ids, ids of resources, versions, checksums. What is a
secret is replaced by ``***``, so that cleaning what is clean changes nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from ssmwizard.outside.nested import packed
from ssmwizard.outside.secret_names import is_secret
from ssmwizard.outside.secret_texts import GONE, clean, plain

__all__ = ["GONE", "scrub", "scrub_each", "scrub_text"]

_ENCODED = re.compile(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{24,}={0,2}")
_ESCAPED = re.compile(r"(?<![\w.~+%-])[\w.~+%-]{6,}")
# How AWS writes a name and its value as two members (tags, parameters, variables).
_PAIRS = (
    ("key", "value"),
    ("name", "value"),
    ("name", "values"),
    ("parameterkey", "parametervalue"),
)
# What session preferences run when a shell begins: commands of any kind, with what they need.
_COMMANDS = "shellProfile"
_DEEPEST = 8
_MOST_MEMBERS = 12
_MOST_TEXTS = 50_000


@dataclass(frozen=True, slots=True)
class _Shape:
    """The names of a mapping's members: cleaned, how those of secrets are hidden, which name another."""

    names: tuple[Any, ...]
    hidden: tuple[Callable[[Any], Any] | None, ...]
    pairs: tuple[tuple[Any, Any], ...]


def scrub_text(value: str) -> str:
    """Return the text without secrets; JSON and base64 in it are looked into."""
    return _Scrubber().text(value)


def scrub(value: Any) -> Any:
    """Return the value without secrets: by the name of the member, and by what the text looks like.

    Takes and returns JSON's types; tuples become lists, bytes become ``***``.
    """
    return _Scrubber().value(value)


def scrub_each(values: Iterable[Any]) -> Iterator[Any]:
    """Yield values without secrets, as :func:`scrub` returns them, however many they are."""
    scrubber = _Scrubber()
    for value in values:
        yield scrubber.value(value)
        scrubber.forget(_MOST_TEXTS)


class _Scrubber:
    """Cleans values. Answers of AWS say the same over and over, so it looks at a text once."""

    def __init__(self, depth: int = 0) -> None:
        self._depth = depth
        self._seen: dict[str, str] = {}
        self._shapes: dict[tuple[Any, ...], _Shape] = {}

    def forget(self, most: int) -> None:
        """Forget what was seen, once it is more than so many texts."""
        if len(self._seen) > most:
            self._seen.clear()
            self._shapes.clear()

    def value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, Mapping):
            return self._members(value)
        if isinstance(value, (list, tuple)):
            return [self.value(part) for part in value]
        return GONE if isinstance(value, bytes) else value

    def text(self, value: str) -> str:
        if plain(value):
            return value
        if value not in self._seen:
            self._seen[value] = self._looked_at(value)
        return self._seen[value]

    def _members(self, value: Mapping[Any, Any]) -> dict[Any, Any]:
        shape = self._shape(value)
        named = {
            of_value
            for of_name, of_value in shape.pairs
            if isinstance(value[of_name], str) and is_secret(value[of_name])
        }
        return {
            clean_name: (hidden or _gone)(part) if hidden or name in named else self.value(part)
            for (name, part), clean_name, hidden in zip(
                value.items(), shape.names, shape.hidden, strict=True
            )
        }

    def _shape(self, value: Mapping[Any, Any]) -> _Shape:
        """Return what the names of a mapping say: most mappings have the same few."""
        names = tuple(value)
        if len(names) > _MOST_MEMBERS:
            return self._new_shape(names, pairs=())
        if names not in self._shapes:
            self._shapes[names] = self._new_shape(names, _named_beside(names))
        return self._shapes[names]

    def _new_shape(self, names: tuple[Any, ...], pairs: tuple[tuple[Any, Any], ...]) -> _Shape:
        return _Shape(
            tuple(self.value(name) for name in names),
            tuple(_hiding(name) if isinstance(name, str) else None for name in names),
            pairs,
        )

    def _looked_at(self, value: str) -> str:
        if value.lstrip()[:1] in ("{", "["):
            value = self._structure(value)
        value = clean(value)
        if self._depth >= _DEEPEST:
            return value
        if "%" in value:
            value = _ESCAPED.sub(
                lambda found: self._unless_hidden(found[0], unquote(found[0])), value
            )
        return _ENCODED.sub(lambda found: self._unpacked(found[0]), value)

    def _structure(self, value: str) -> str:
        """Look through JSON in a text; it stays as it was written when there is nothing to take out."""
        if self._depth >= _DEEPEST:
            return GONE
        try:
            held = json.loads(value)
        except (ValueError, RecursionError):
            return value
        cleaned = self._inside().value(held)
        return value if cleaned == held else json.dumps(cleaned, ensure_ascii=False)

    def _unpacked(self, value: str) -> str:
        """Return base64 as it is, unless there is a secret in it or nobody can look into it."""
        inside = packed(value)
        if inside is None:
            return value
        return GONE if inside.text is None else self._unless_hidden(value, inside.text)

    def _unless_hidden(self, value: str, said: str) -> str:
        """Return a text that says something else in another alphabet, unless that is a secret."""
        if said == value or self._inside().text(said) == said:
            return value
        return GONE

    def _inside(self) -> _Scrubber:
        return _Scrubber(self._depth + 1)


def _named_beside(names: Iterable[Any]) -> tuple[tuple[Any, Any], ...]:
    """Return each member that names what another one holds, with that other."""
    lower = {str(name).casefold(): name for name in names}
    return tuple(
        (lower[of_name], lower[of_value])
        for of_name, of_value in _PAIRS
        if of_name in lower and of_value in lower
    )


def _hiding(name: str) -> Callable[[Any], Any] | None:
    """Return how the value under a name is hidden; None where it is no secret."""
    if name == _COMMANDS:
        return _emptied
    return _gone if is_secret(name) else None


def _emptied(value: Any) -> Any:
    """Return a mapping with a place holder for each of its values."""
    if isinstance(value, Mapping):
        return {name: _emptied(part) for name, part in value.items()}
    return _gone(value)


def _gone(value: Any) -> Any:
    """Return a secret's place holder; what says yes, no or nothing is none."""
    return value if value is None or isinstance(value, bool) or value in ("", [], {}) else GONE
