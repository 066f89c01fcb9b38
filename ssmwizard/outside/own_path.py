"""Where this program, and those that it starts, look for programs."""

from __future__ import annotations

import os
from collections.abc import Iterable

# What was added by this process, so that nothing else is ever taken away.
_added: set[str] = set()
# What a login shell told: for programs that are started, beyond what this process was started with.
_told: list[str] = []


def add(folders: Iterable[str], *, first: bool) -> None:
    """Add folders to the search path of this process, before or behind the others."""
    there = _folders()
    new = [folder for folder in folders if folder not in there or first]
    _added.update(folder for folder in new if folder not in there)
    rest = [folder for folder in there if folder not in new]
    _set([*new, *rest] if first else [*rest, *new])


def take_back(folders: Iterable[str]) -> None:
    """Take away those of the folders that :func:`add` has added."""
    gone = _added.intersection(folders)
    _added.difference_update(gone)
    if gone:
        _set([folder for folder in _folders() if folder not in gone])


def told(folders: Iterable[str]) -> None:
    """Let programs that are started find, too, what a terminal finds."""
    _told[:] = folders


def for_others() -> str:
    """Return the search path for programs that are started."""
    there = _folders()
    return os.pathsep.join([*there, *(folder for folder in _told if folder not in there)])


def _folders() -> list[str]:
    return [folder for folder in os.environ.get("PATH", "").split(os.pathsep) if folder]


def _set(folders: Iterable[str]) -> None:
    os.environ["PATH"] = os.pathsep.join(folders)
