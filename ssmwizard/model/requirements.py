"""Documented requirements: minimum versions, limits and rights, each with its source and dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from ssmwizard.model.rows import Row

Value: TypeAlias = str | int | float | tuple[str, ...]


class Confidence(StrEnum):
    """How well a requirement is known."""

    DOCUMENTED = "documented"
    SOURCE_CODE = "source-code"
    RELEASE_NOTES = "release-notes"
    ISSUE = "issue"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One dated fact that AWS may change.

    ``since`` is the first day it holds, ``until`` the first day it no longer does; None is an open
    end. ``partitions`` is None where it holds in all of them. The unit of a time or a price is
    the last word of the ``id``. ``source`` is the page it was read on.
    """

    id: str
    what: str
    value: Value
    since: date | None
    until: date | None
    partitions: frozenset[str] | None
    source: str
    confidence: Confidence
    note: str

    def in_force(self, partition: str, on: date) -> bool:
        """Tell whether the requirement holds in a partition (``aws``, ``aws-cn`` …) on a day."""
        return (
            (self.partitions is None or partition in self.partitions)
            and (self.since is None or self.since <= on)
            and (self.until is None or on < self.until)
        )


@dataclass(frozen=True, slots=True)
class Requirements:
    """All requirements by id, and the day they were last compared with AWS's documentation."""

    as_of: date
    rows: Mapping[str, Requirement]

    @classmethod
    def parse(cls, data: Mapping[str, object]) -> Requirements:
        """Read the data file; ValueError names the row that is wrong."""
        whole = Row("requirements", data)
        rows: dict[str, Requirement] = {}
        for row in whole.rows("requirements", name="id"):
            requirement = _requirement(row)
            if requirement.id in rows:
                raise row.error("is there twice")
            rows[requirement.id] = requirement
        return cls(whole.day("as_of"), rows)

    def get(self, requirement_id: str) -> Requirement:
        """Return a requirement; KeyError says the id when there is none."""
        return self.rows[requirement_id]

    def text(self, requirement_id: str) -> str:
        """Return a value that is a text (a version, a name); TypeError for any other."""
        value = self.get(requirement_id).value
        if not isinstance(value, str):
            raise TypeError(f"{requirement_id} is not a text")
        return value

    def texts(self, requirement_id: str) -> tuple[str, ...]:
        """Return a value that is a list of texts; TypeError for any other."""
        value = self.get(requirement_id).value
        if not isinstance(value, tuple):
            raise TypeError(f"{requirement_id} is not a list")
        return value

    def number(self, requirement_id: str) -> int | float:
        """Return a value that is a number; TypeError for any other."""
        value = self.get(requirement_id).value
        if not isinstance(value, int | float):
            raise TypeError(f"{requirement_id} is not a number")
        return value


def _requirement(row: Row) -> Requirement:
    since, until = row.optional_day("since"), row.optional_day("until")
    if since is not None and until is not None and until <= since:
        raise row.error("until is not after since")
    confidence = row.text("confidence")
    if confidence not in set(Confidence):
        raise row.error(f"confidence is not known: {confidence}")
    return Requirement(
        id=row.text("id"),
        what=row.text("what"),
        value=_value(row),
        since=since,
        until=until,
        partitions=None if row.value("partitions") is None else frozenset(row.texts("partitions")),
        source=row.link("source"),
        confidence=Confidence(confidence),
        note=row.optional_text("note") or "",
    )


def _value(row: Row) -> Value:
    value = row.value("value")
    if isinstance(value, list):
        return row.texts("value")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return row.text("value")
