"""Reads the policy of this computer. A file that cannot be used lets nothing be changed.

The file is TOML; ``resources/schema/policy-1.json`` describes it. Who may write it is the system's
business: it lies where only an administrator can. It can only take away, never allow what the
account does not.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from ssmwizard.model.machine_policy import FREE, MachinePolicy
from ssmwizard.model.text import N_, Text, text

FLAGS = ("read_only", "probe", "ask_nodes")
LISTS = ("allowed_fixes", "forbidden_fixes", "allowed_accounts", "allowed_regions")
WORDS = ("contact",)
ACCOUNT = re.compile(r"\d{12}")
REGION = re.compile(r"[a-z]{2,}(-[a-z]+)+-\d+")
# A policy is a few lines; what is larger is something else.
LARGEST = 100_000


class _Unusable(Exception):  # noqa: N818 - named for what it is
    """A policy that cannot be used: what is wrong, and on which line (0: not known)."""

    def __init__(self, says: Text, line: int) -> None:
        super().__init__(says.english())
        self.says = says
        self.line = line


def read(path: Path, fixes: Callable[[], Collection[str]]) -> MachinePolicy:
    """Return what the file allows; everything, when there is none. ``fixes`` gives those there are."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        return FREE
    except OSError as error:
        said = text(N_("It cannot be read: {reason}"), reason=error.strerror or str(error))
        return _closed(path, _Unusable(said, 0))
    try:
        return _policy(path, content, fixes())
    except _Unusable as problem:
        return _closed(path, problem)


def _policy(path: Path, content: bytes, fixes: Collection[str]) -> MachinePolicy:
    written = _text(content)
    try:
        told = tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        reason = str(error)
        found = re.search(r"at line (\d+)", reason)
        line = int(found.group(1)) if found else written.count("\n") + 1
        raise _Unusable(text(N_("It is not TOML: {reason}"), reason=reason), line) from error
    for key, value in told.items():
        says = _wrong(key, value, fixes)
        if says is not None:
            raise _Unusable(says, _line(written, key, value, fixes))
    taken: dict[str, Any] = {
        key: frozenset(one) if key in LISTS else one for key, one in told.items()
    }
    return MachinePolicy(str(path), **taken)


def _text(content: bytes) -> str:
    if len(content) > LARGEST:
        raise _Unusable(text(N_("It is much too large for a policy.")), 0)
    try:
        # Editors on Windows like to begin a file with a byte-order mark.
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _Unusable(text(N_("It is not plain UTF-8 text.")), line) from error


def _wrong(key: str, value: Any, fixes: Collection[str]) -> Text | None:
    """Say what is wrong with an entry of the file."""
    if key in FLAGS:
        if isinstance(value, bool):
            return None
        return text(N_("{key} must be true or false."), key=key)
    if key in WORDS:
        if isinstance(value, str):
            return None
        return text(N_("{key} must be text in quotes."), key=key)
    if key not in LISTS:
        known = (*FLAGS, *LISTS, *WORDS)
        return text(N_("{key} is not known. There is: {known}."), key=key, known=known)
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        return text(N_("{key} must be a list of texts in quotes."), key=key)
    odd = _odd(key, value, fixes)
    if odd is None:
        return None
    said: Mapping[str, str] = {
        "allowed_accounts": N_("{one} is not the id of an account, which has 12 digits."),
        "allowed_regions": N_("{one} is not a Region."),
    }
    return text(said.get(key, N_("There is no fix {one} in this version.")), one=odd)


def _odd(key: str, values: list[str], fixes: Collection[str]) -> str | None:
    """Return the first of the values that cannot be one."""

    def fits(value: str) -> bool:
        match key:
            case "allowed_accounts":
                return ACCOUNT.fullmatch(value) is not None
            case "allowed_regions":
                return REGION.fullmatch(value) is not None
            case _:
                return value in fixes

    return next((value for value in values if not fits(value)), None)


def _line(written: str, key: str, value: Any, fixes: Collection[str]) -> int:
    """Return the line on which an entry stands, or the wrong value in its list; 0 when not found."""
    lines = written.splitlines()
    named = re.compile(rf"\s*\[*\s*[\"']?{re.escape(key)}\b")
    at = next((number for number, one in enumerate(lines, 1) if named.match(one)), 0)
    texts = isinstance(value, list) and all(isinstance(one, str) for one in value)
    odd = _odd(key, value, fixes) if texts and key in LISTS else None
    there = (number for number, one in enumerate(lines, 1) if number >= at and odd and odd in one)
    return next(there, at)


def _closed(path: Path, problem: _Unusable) -> MachinePolicy:
    if not problem.line:
        says = text(N_("{path}: {says}"), path=str(path), says=problem.says)
    else:
        said = N_("{path}, line {line}: {says}")
        says = text(said, path=str(path), line=problem.line, says=problem.says)
    return MachinePolicy(str(path), problem=says)
