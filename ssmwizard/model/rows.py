"""Rows of a data file: typed values, and errors that say which row is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a parsed JSON file. Every method raises ValueError with ``name`` in it."""

    name: str
    values: Mapping[str, object]

    def value(self, key: str) -> object:
        """Return the value under a key that must be there."""
        if key not in self.values:
            raise self.error(f"{key} is missing")
        return self.values[key]

    def text(self, key: str) -> str:
        """Return a text that is not empty."""
        value = self.value(key)
        if not isinstance(value, str) or not value.strip():
            raise self.error(f"{key} is not a text")
        return value

    def optional_text(self, key: str) -> str | None:
        """Return a text, or None for ``null``."""
        return None if self.value(key) is None else self.text(key)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, none of them empty."""
        value = self.value(key)
        if not isinstance(value, list) or not all(isinstance(part, str) and part for part in value):
            raise self.error(f"{key} is not a list of texts")
        return tuple(value)

    def flag(self, key: str) -> bool:
        """Return true or false."""
        value = self.value(key)
        if not isinstance(value, bool):
            raise self.error(f"{key} is not true or false")
        return value

    def day(self, key: str) -> date:
        """Return a day written as ``YYYY-MM-DD``."""
        written = self.text(key)
        try:
            return date.fromisoformat(written)
        except ValueError:
            raise self.error(f"{key} is not a day: {written}") from None

    def optional_day(self, key: str) -> date | None:
        """Return a day, or None for ``null``."""
        return None if self.value(key) is None else self.day(key)

    def link(self, key: str) -> str:
        """Return an https address."""
        address = self.text(key)
        if not address.startswith("https://"):
            raise self.error(f"{key} is not an https address: {address}")
        return address

    def rows(self, key: str, name: str = "") -> Iterator[Row]:
        """Yield the rows of a list. Each is called after its value under ``name``, or its place."""
        value = self.value(key)
        if not isinstance(value, list):
            raise self.error(f"{key} is not a list")
        for place, item in enumerate(value, 1):
            if not isinstance(item, Mapping):
                raise self.error(f"{key} {place} is not an object")
            called = item.get(name)
            yield Row(called if isinstance(called, str) and called else f"{key} {place}", item)

    def inner(self, key: str) -> Row:
        """Return an object inside this one, called after its key."""
        value = self.value(key)
        if not isinstance(value, Mapping):
            raise self.error(f"{key} is not an object")
        return Row(key, value)

    def error(self, what: str) -> ValueError:
        """Make the error that names this row."""
        return ValueError(f"{self.name}: {what}")
