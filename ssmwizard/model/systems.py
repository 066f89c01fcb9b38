"""Operating systems: which ones AWS lists for managed nodes, found by platform and number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import zip_longest
from typing import Literal, TypeAlias

from ssmwizard.model.rows import Row

Numbers: TypeAlias = tuple[int, ...]
Standing: TypeAlias = Literal["listed", "unlisted", "refused", "unknown"]
Reason: TypeAlias = Literal[
    "listed",
    "no-longer-listed",
    "not-listed",
    "newer-than-listed",
    "architecture-not-listed",
    "windows-client",
    "too-old",
    "nano-server",
    "ec2-only",
    "not-reported",
]

_NUMBERS = re.compile(r"\d+(?:\.\d+)*", re.ASCII)


@lru_cache(maxsize=1024)
def numbers(version: str) -> Numbers:
    """Read the numbers a version begins with; empty when it begins with none."""
    found = _NUMBERS.match(version.strip())
    return tuple(int(part) for part in found.group().split(".")) if found else ()


def at_least(version: Numbers, minimum: Numbers) -> bool:
    """Compare as numbers; a missing part counts as 0."""
    pairs = zip_longest(version, minimum, fillvalue=0)
    return next((left > right for left, right in pairs if left != right), True)


@dataclass(frozen=True, slots=True)
class Range:
    """Versions from ``first`` to the last one that begins with ``last`` (None: all later ones)."""

    first: Numbers
    last: Numbers | None

    def holds(self, version: Numbers) -> bool:
        """Tell whether a version is in the range."""
        if not at_least(version, self.first):
            return False
        return self.last is None or at_least(self.last, version[: len(self.last)])


@dataclass(frozen=True, slots=True)
class System:
    """One row of the list. Empty ``names``: any name of the platform; ``{version}`` in a title.

    ``architectures`` is empty where the row is not listed any more, and none is asked for.
    """

    platform: str
    names: frozenset[str]
    ranges: tuple[Range, ...]
    architectures: frozenset[str]
    title: str
    standing: Literal["listed", "unlisted", "refused"]
    source: str

    def holds(self, platform: str, name: str, version: Numbers) -> bool:
        """Tell whether the row is about this system."""
        return self.is_of(platform, name) and any(part.holds(version) for part in self.ranges)

    def is_of(self, platform: str, name: str) -> bool:
        """Tell whether the row is about versions of a system of this name."""
        return platform == self.platform and (not self.names or name in self.names)

    def ends_before(self, version: Numbers) -> bool:
        """Tell whether all versions of the row are older than this one."""
        return all(
            part.last is not None and at_least(version, part.last) and not part.holds(version)
            for part in self.ranges
        )


@dataclass(frozen=True, slots=True)
class SystemMatch:
    """Where a node's operating system stands.

    ``listed``: AWS lists it. ``unlisted``: it may work, AWS does not list it (any more).
    ``refused``: Session Manager does not support it. ``unknown``: the node did not say.
    ``title`` is what to call the system; ``source`` the page that says so, where one does.
    """

    standing: Standing
    title: str
    reason: Reason
    source: str = ""


@dataclass(frozen=True, slots=True)
class Systems:
    """The list of operating systems, and the day it was read.

    ``source`` is the page of the list, ``prerequisites`` the page that excludes Nano Server.
    ``aliases`` maps EC2's names of architectures to the list's. ``ec2_only`` are platforms that are
    supported on EC2 alone.
    ``clients`` and ``nano`` are words in the name of a Windows that is no server, and of Nano
    Server: their version numbers are those of the servers.
    """

    as_of: date
    source: str
    prerequisites: str
    rows: tuple[System, ...]
    aliases: Mapping[str, str]
    ec2_only: frozenset[str]
    clients: re.Pattern[str]
    nano: re.Pattern[str]

    @classmethod
    def parse(cls, data: Mapping[str, object]) -> Systems:
        """Read the data file; ValueError names the row that is wrong."""
        whole = Row("operating systems", data)
        aliases = whole.inner("architectures")
        return cls(
            as_of=whole.day("as_of"),
            source=whole.link("source"),
            prerequisites=whole.link("prerequisites"),
            rows=tuple(_system(row) for row in whole.rows("systems", name="title")),
            aliases={name: aliases.text(name) for name in aliases.values},
            ec2_only=frozenset(word.casefold() for word in whole.texts("ec2_only_platforms")),
            clients=_words(whole.texts("windows_client_words")),
            nano=_words(whole.texts("windows_nano_words")),
        )

    def match(
        self,
        platform_type: str,
        platform_name: str,
        platform_version: str,
        architecture: str | None,
        hybrid: bool,
    ) -> SystemMatch:
        """Find a system by what Systems Manager reports, and EC2 (``architecture``)."""
        platform, name = platform_type.strip().casefold(), platform_name.strip()
        version = numbers(platform_version)
        said = f"{name} {platform_version.strip()}".strip() or platform_type.strip()
        if not platform or not version or not (name or platform == "windows"):
            return SystemMatch("unknown", said, "not-reported")
        if hybrid and platform in self.ec2_only:
            return SystemMatch("refused", said, "ec2-only", self.source)
        if platform == "windows" and self.nano.search(name):
            return SystemMatch("refused", name, "nano-server", self.prerequisites)
        row = next(
            (row for row in self.rows if row.holds(platform, name.casefold(), version)), None
        )
        client = platform == "windows" and self.clients.search(name) is not None
        if row is None:
            reason: Reason = (
                "newer-than-listed"
                if self._newer(platform, name.casefold(), version)
                else "not-listed"
            )
            return SystemMatch(
                "unlisted", said, "windows-client" if client else reason, self.source
            )
        title = name if client else row.title.replace("{version}", platform_version.strip())
        standing, reason = self._stand(row, client, architecture)
        return SystemMatch(standing, title, reason, row.source)

    def _newer(self, platform: str, name: str, version: Numbers) -> bool:
        listed = [
            row for row in self.rows if row.standing == "listed" and row.is_of(platform, name)
        ]
        return bool(listed) and all(row.ends_before(version) for row in listed)

    def _stand(
        self, row: System, client: bool, architecture: str | None
    ) -> tuple[Standing, Reason]:
        if row.standing == "refused":
            return "refused", "too-old"
        if client:
            return "unlisted", "windows-client"
        if row.standing == "unlisted":
            return "unlisted", "no-longer-listed"
        if architecture and self.aliases.get(architecture, architecture) not in row.architectures:
            return "unlisted", "architecture-not-listed"
        return "listed", "listed"


def _words(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(word)}\b" for word in words), re.IGNORECASE)


def _system(row: Row) -> System:
    ranges = tuple(_range(part, row) for part in row.rows("ranges"))
    if not ranges:
        raise row.error("there is no range of versions")
    return System(
        platform=row.text("platform").casefold(),
        names=frozenset(name.casefold() for name in row.texts("names")),
        ranges=ranges,
        architectures=frozenset(row.texts("architectures")),
        title=row.text("title"),
        standing=_standing(row),
        source=row.link("source"),
    )


def _standing(row: Row) -> Literal["listed", "unlisted", "refused"]:
    match row.text("standing"):
        case "listed" | "unlisted" | "refused" as standing:
            return standing
        case other:
            raise row.error(f"standing is not known: {other}")


def _range(part: Row, row: Row) -> Range:
    to = part.optional_text("to")
    first, last = numbers(part.text("from")), None if to is None else numbers(to)
    if not first or last == () or (last is not None and not at_least(last, first[: len(last)])):
        raise row.error("a range of versions is empty")
    return Range(first, last)
