"""The one writer of support bundles: what passes here holds no secrets, or is not written.

The archive is the same, byte by byte, for the same content: files in the order of their names, one
time for all. It comes into being beside its place and takes the place when it is whole.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import secrets
import zipfile
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ssmwizard.outside.json_text import pieces
from ssmwizard.outside.leaks import identifier, leak
from ssmwizard.outside.secrets import scrub_each, scrub_text

# The earliest that a zip file knows.
TIME = (1980, 1, 1, 0, 0, 0)
READABLE_BY_ALL = 0o644 << 16


class Refused(OSError):  # noqa: N818 - named for what happened
    """The archive was not written, because a secret was found in it; the message names the file."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of an archive; make one with the functions below, which take the secrets out."""

    name: str
    content: bytes

    @property
    def digest(self) -> str:
        """Return the SHA-256 of the content."""
        return hashlib.sha256(self.content).hexdigest()


def json_file(name: str, members: Mapping[str, Any], **lists: Iterable[Mapping[str, Any]]) -> File:
    """Make a file of one JSON object: its members, and lists of objects."""
    return _file(name, pieces(members, lists))


def lines_file(name: str, values: Iterable[Mapping[str, Any]]) -> File:
    """Make a file of JSON objects, one a line."""
    lines = (json.dumps(value, ensure_ascii=False) for value in scrub_each(values))
    return _file(name, (f"{line}\n" for line in lines))


def text_file(name: str, *parts: str) -> File:
    """Make a file of text; a secret never reaches from one part into the next."""
    return _file(name, map(scrub_text, parts))


def write(path: Path, files: Iterable[File], hidden: Collection[str] = ()) -> None:
    """Write the files as a zip file, and look through it before it gets its name.

    ``hidden`` are identifiers that must not be in it. Raises :class:`Refused`, and OSError when the
    file cannot be written; nothing is left behind then.
    """
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(part, flags, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as out:
            out.write(_packed(files))
            out.flush()
            os.fsync(out.fileno())
        _look_through(part, hidden)
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def _file(name: str, parts: Iterable[str]) -> File:
    return File(name, b"".join(part.encode() for part in parts))


def _packed(files: Iterable[File]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        for file in sorted(files, key=lambda one: one.name):
            about = zipfile.ZipInfo(file.name, TIME)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.create_system = 3
            about.external_attr = READABLE_BY_ALL
            packed.writestr(about, file.content)
    return whole.getvalue()


def write_private(path: Path, members: Mapping[str, str]) -> None:
    """Write a file of JSON that only this user can read; raises OSError."""
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as out:
        json.dump(members, out, indent=2, ensure_ascii=False)
    part.replace(path)


def _look_through(path: Path, hidden: Collection[str]) -> None:
    with zipfile.ZipFile(path) as packed:
        for name in packed.namelist():
            content = f"{name}\n".encode() + packed.read(name)
            found = leak(content) or identifier(content, hidden)
            if found is not None:
                raise Refused(f"{name} holds {found}, so the bundle was not written.")
