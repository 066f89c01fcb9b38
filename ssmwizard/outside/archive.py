"""The one writer of support bundles: what passes here holds no secrets, or is not written.

The archive is the same, byte by byte, for the same content: files in the order of their names, one
time for all. It comes into being beside its place and takes the place when it is whole. Everything is
done in pieces, so that neither memory nor another thread has to wait for all of it at once; ``heard``
is told of each piece how many bytes it has, and may raise to end it, which leaves nothing behind.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from ssmwizard.outside.json_text import pieces
from ssmwizard.outside.leaks import identifier, leak
from ssmwizard.outside.secrets import scrub_each, scrub_text

Heard = Callable[[int], object]

# The earliest that a zip file knows.
TIME = (1980, 1, 1, 0, 0, 0)
READABLE_BY_ALL = 0o644 << 16
PIECE = 128 * 1024
# Windows of the look through an archive reach this far into each other.
OVERLAP = 16 * 1024
# What no identifier holds: windows are cut here, so that no part of one is taken for another.
_CUTS = (b'"', b"\n", b" ", b",")
_CUT = re.compile(rb"[\"\n ,]")
# Of a process that was killed while it wrote. Nobody writes for so long.
LEFT = re.compile(r"\.ssmwizard-[0-9a-f]{16}\.part")
LEFT_SECONDS = 600


class Refused(OSError):  # noqa: N818 - named for what happened
    """The archive was not written, because a secret was found in it; the message names the file."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of an archive; make one with the functions below, which take the secrets out.

    It is kept packed: what is said of a thousand nodes is said over and over.
    """

    name: str
    size: int
    digest: str
    packed: bytes = field(repr=False)

    def pieces(self) -> Iterator[bytes]:
        """Yield the content, never more than a piece of it at once."""
        unpacker = zlib.decompressobj()
        left = self.packed
        while piece := unpacker.decompress(left, PIECE):
            yield piece
            left = unpacker.unconsumed_tail

    @property
    def content(self) -> bytes:
        """Return the whole content."""
        return b"".join(self.pieces())


def nobody(_: int) -> None:
    """Hear of a piece, and do nothing about it."""


def json_file(
    name: str,
    members: Mapping[str, Any],
    lists: Mapping[str, Iterable[Mapping[str, Any]]] | None = None,
    *,
    within: tuple[str, str] = ("", ""),
    heard: Heard = nobody,
) -> File:
    """Make a file of one JSON object: its members, and lists of objects.

    ``within``: what stands before and behind the object, in our own words.
    """
    return _file(name, _within(within, pieces(members, lists or {})), heard)


def lines_file(name: str, values: Iterable[Mapping[str, Any]], *, heard: Heard = nobody) -> File:
    """Make a file of JSON objects, one a line."""
    lines = (json.dumps(value, ensure_ascii=False) for value in scrub_each(values))
    return _file(name, (f"{line}\n" for line in lines), heard)


def text_file(name: str, text: str, *, heard: Heard = nobody) -> File:
    """Make a file of text."""
    return texts_file(name, (text,), heard=heard)


def texts_file(name: str, parts: Iterable[str], *, heard: Heard = nobody) -> File:
    """Make a file of texts, one behind the other; a secret never reaches from one into the next."""
    return _file(name, map(scrub_text, parts), heard)


def joined_file(name: str, parts: Iterable[File]) -> File:
    """Make a file of others, one behind the other."""
    return packed_file(name, (piece for part in parts for piece in part.pieces()))


def as_it_is(name: str, content: bytes) -> File:
    """Make a file from which nothing is taken; a secret in it is found before it is written."""
    return packed_file(name, (content,))


def packed_file(name: str, parts: Iterable[bytes], *, heard: Heard = nobody) -> File:
    """Make a file of bytes that come in pieces, as they are."""
    packer, digest = zlib.compressobj(1), hashlib.sha256()
    packed: list[bytes] = []
    size = 0
    for piece in _gathered(parts):
        heard(len(piece))
        digest.update(piece)
        packed.append(packer.compress(piece))
        size += len(piece)
    packed.append(packer.flush())
    return File(name, size, digest.hexdigest(), b"".join(packed))


def write(
    path: Path, files: Iterable[File], hidden: Collection[str] = (), *, heard: Heard = nobody
) -> None:
    """Write the files as a zip file, and look through it before it gets its name.

    ``hidden`` are identifiers that must not be in it. Each byte is heard of twice: written, and looked
    through. Raises :class:`Refused`, and OSError when the file cannot be written; nothing is left behind
    then, and what was there under its name stays.
    """
    part = path.with_name(f".ssmwizard-{secrets.token_hex(8)}.part")
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(part, flags, 0o600)
        with os.fdopen(descriptor, "wb") as out:
            _sweep(path.parent, os.fstat(descriptor).st_mtime)
            _write(out, files, heard)
            out.flush()
            os.fsync(descriptor)
        _look_through(part, hidden, heard)
        part.replace(path)
    except BaseException as error:
        with suppress(OSError):
            part.unlink()
        if isinstance(error, OSError) and error.filename == str(part):
            error.filename = str(path)
        raise


def _within(words: tuple[str, str], parts: Iterable[str]) -> Iterator[str]:
    yield words[0]
    yield from parts
    yield words[1]


def _file(name: str, parts: Iterable[str], heard: Heard) -> File:
    # Half a character, which JSON can spell, has no other form in a file than its spelling.
    written = (part.encode(errors="backslashreplace") for part in parts)
    return packed_file(name, written, heard=heard)


def _gathered(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the same in pieces that are worth the while."""
    some: list[bytes] = []
    size = 0
    for part in parts:
        some.append(part)
        size += len(part)
        if size >= PIECE:
            yield b"".join(some)
            some, size = [], 0
    yield b"".join(some)


def _write(out: IO[bytes], files: Iterable[File], heard: Heard) -> None:
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        for file in sorted(files, key=lambda one: one.name):
            about = zipfile.ZipInfo(file.name, TIME)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.create_system = 3
            about.external_attr = READABLE_BY_ALL
            about.file_size = file.size
            with packed.open(about, "w") as inside:
                for piece in file.pieces():
                    heard(len(piece))
                    inside.write(piece)


def _sweep(folder: Path, now: float) -> None:
    """Delete what processes left that were killed while they wrote; ``now``: by the clock of the folder."""
    with suppress(OSError):
        for entry in os.scandir(folder):
            if LEFT.fullmatch(entry.name):
                with suppress(OSError):
                    left = now - entry.stat(follow_symlinks=False).st_mtime > LEFT_SECONDS
                    if left and entry.is_file(follow_symlinks=False):
                        Path(entry.path).unlink()


def _look_through(path: Path, hidden: Collection[str], heard: Heard) -> None:
    with zipfile.ZipFile(path) as packed:
        for name in packed.namelist():
            with packed.open(name) as file:
                for window in _windows(f"{name}\n".encode(), file, heard):
                    found = leak(window) or identifier(window, hidden)
                    if found is not None:
                        raise Refused(f"{name} holds {found}, so the bundle was not written.")


def _windows(before: bytes, file: IO[bytes], heard: Heard) -> Iterator[bytes]:
    """Yield a file in windows that reach into each other, and cut no word in two."""
    while piece := file.read(PIECE):
        heard(len(piece))
        window = before + piece
        end = max(map(window.rfind, _CUTS))
        yield window if end < 0 else window[:end]
        start = max(0, len(window) - OVERLAP)
        cut = _CUT.search(window, start, start + OVERLAP // 2)
        before = window[cut.start() if cut else start :]
    yield before
