"""The files that say who is calling, so that a change in them is noticed.

https://docs.aws.amazon.com/sdkref/latest/guide/file-location.html
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ssmwizard.outside.folders import at_home

Stamp = tuple[str, int, int, int]


@dataclass(frozen=True, slots=True)
class Watched:
    """The files of the configuration, and the folders in which the AWS CLI keeps sign-ins."""

    files: tuple[Path, ...] = ()
    caches: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """How the files and the folders were when they were looked at; ``paths`` are those to be watched.

    A file that is replaced is another file: its folder is watched too, or the nearest one there is.
    """

    files: tuple[Stamp, ...]
    caches: tuple[Stamp, ...]
    paths: tuple[str, ...]


def watched() -> Watched:
    """Return what the environment says is to be watched."""
    home = Path(at_home("~/.aws"))
    files = (
        _named("AWS_CONFIG_FILE", home / "config"),
        _named("AWS_SHARED_CREDENTIALS_FILE", home / "credentials"),
    )
    login = _named("AWS_LOGIN_CACHE_DIRECTORY", home / "login" / "cache")
    return Watched(files, (home / "sso" / "cache", login))


def look(at: Watched) -> Seen:
    """Look at all of it; nothing is read but names, times and sizes."""
    paths = dict.fromkeys(path for place in (*at.files, *at.caches) for path in _to_watch(place))
    return Seen(
        tuple(_stamp(file) for file in at.files),
        tuple(_stamp(file) for folder in at.caches for file in _inside(folder)),
        tuple(map(str, paths)),
    )


def _named(name: str, usual: Path) -> Path:
    return Path(at_home(os.environ.get(name) or str(usual)))


def _to_watch(place: Path) -> Iterator[Path]:
    if place.exists():
        yield place
    yield next((folder for folder in place.parents if folder.is_dir()), Path(place.anchor))


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _stamp(file: Path) -> Stamp:
    try:
        found = file.stat()
    except OSError:
        return (str(file), 0, 0, 0)
    return (str(file), found.st_mtime_ns, found.st_size, found.st_ino)
