"""The journal: every change, written down before it is made, so that it can be taken back.

A file of JSON lines that only grows, private to the user. Each line carries the version of its form.
The first line of an entry tells what is planned; each further one that a change began, or how it
ended. What a program that was killed left behind is readable: a change without an end is unfinished.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ssmwizard.model.plans import Plan
from ssmwizard.outside import lock
from ssmwizard.outside.journal_entries import Entry, Happened, take
from ssmwizard.outside.journal_lines import Line, plan_out
from ssmwizard.outside.secrets import scrub

VERSION = 1


@dataclass(frozen=True, slots=True)
class Who:
    """Whose change it is: the caller's ARN, account and Region, the profile it signed in with."""

    arn: str
    account: str
    region: str
    profile: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What the journal holds, newest first; ``damaged`` are the numbers of lines left out of it.

    A line is left out when a crash cut it, or when a newer version of the program wrote it.
    """

    entries: tuple[Entry, ...]
    damaged: tuple[int, ...]


class Unwritable(Exception):  # noqa: N818 - named for what it is
    """The journal cannot be written; the message is what the system says."""


class Journal:
    """The journal of one user, in a file.

    Reading raises OSError, writing :class:`Unwritable`, when the file cannot be used.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def entries(self) -> tuple[Entry, ...]:
        """Return all entries, newest first."""
        return self.read().entries

    def entry(self, entry_id: str) -> Entry:
        """Return one entry; KeyError says the id when there is none."""
        for entry in self.entries():
            if entry.id == entry_id:
                return entry
        raise KeyError(entry_id)

    def read(self) -> Reading:
        """Return all entries, and which lines could not be read."""
        try:
            content = self.path.read_bytes()
        except FileNotFoundError:
            return Reading((), ())
        entries: dict[str, Entry] = {}
        damaged: list[int] = []
        for number, written in enumerate(content.split(b"\n"), 1):
            if written.strip() and not _take(written, entries):
                damaged.append(number)
        return Reading(tuple(reversed(entries.values())), tuple(damaged))

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the right to change anything.

        Raises ``lock.Taken`` when another process has it, :class:`Unwritable` when it cannot be had.
        """
        with ExitStack() as stack:
            try:
                self._folder()
                stack.enter_context(lock.held(self._lock))
            except OSError as error:
                raise Unwritable(error.strerror or str(error)) from error
            yield

    def holder(self) -> lock.Holder | None:
        """Return the process that is changing something right now, if any."""
        return lock.holder(self._lock)

    @property
    def _lock(self) -> Path:
        return self.path.with_name(f"{self.path.name}.lock")

    def begin(self, plan: Plan, who: Who, features: Iterable[str] = ()) -> str:
        """Write down a plan before its first change, and return the id of the entry.

        ``features`` are those that sessions were wanted for.
        """
        at = datetime.now(UTC)
        entry_id = f"{at:%Y%m%d-%H%M}-{secrets.token_hex(4)}"
        self._write(
            {
                "happened": Happened.PLANNED,
                "id": entry_id,
                "at": at.isoformat(),
                "by": who.arn,
                "account": who.account,
                "region": who.region,
                "profile": who.profile,
                "features": sorted(features),
                **plan_out(plan),
            }
        )
        return entry_id

    def note(
        self, entry_id: str, happened: Happened, change: int | None = None, **more: Any
    ) -> None:
        """Write down what happened to a change of an entry (by its place), or to the whole of it."""
        line = {"happened": happened, "id": entry_id, "at": datetime.now(UTC).isoformat()}
        self._write(line | ({} if change is None else {"change": change}) | more)

    def _write(self, line: Line) -> None:
        written = json.dumps(scrub({"version": VERSION, **line}), separators=(",", ":"))
        try:
            self._folder()
            _append(self.path, written.encode())
        except OSError as error:
            raise Unwritable(error.strerror or str(error)) from error

    def _folder(self) -> None:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)


def _append(path: Path, written: bytes) -> None:
    """Add a line and have it on disk, not merely on its way there."""
    new = not path.exists()
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o600)
    try:
        if os.name == "posix":
            os.fchmod(descriptor, 0o600)
        rest = memoryview(_whole(descriptor) + written + b"\n")
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    if new and os.name == "posix":
        _flush_folder(path.parent)


def _whole(descriptor: int) -> bytes:
    """Return what ends a line that a crash has cut, so that the next one stands by itself."""
    size = os.lseek(descriptor, 0, os.SEEK_END)
    if size == 0:
        return b""
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    return b"" if os.read(descriptor, 1) == b"\n" else b"\n"


def _flush_folder(folder: Path) -> None:
    """Have the new name of the file on disk as well."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _take(written: bytes, entries: dict[str, Entry]) -> bool:
    """Add what a line tells; False when it cannot be read."""
    try:
        line = json.loads(written)
        if line["version"] != VERSION:
            return False
        take(line, entries)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        return False
    return True
