"""Reads support bundles that others made, and believes nothing they say."""

from __future__ import annotations

import errno
import hashlib
import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath

from ssmwizard.outside.archive import PIECE, File, Heard, nobody, packed_file

SUMS = "SHA256SUMS"
# Two of each of ten thousand nodes, and a few.
MOST_FILES = 25_000
# Of the archive, and of what is in it, of which only a piece is held at once.
MOST_PACKED = 256 * 1024 * 1024
MOST_BYTES = 1024 * 1024 * 1024
# What zipfile reads in one go is the list of the files.
MOST_AT_ONCE = 4 * 1024 * 1024
_MOST_SAID = 80
_ENCRYPTED = 0x1
# What zipfile raises over damaged and hostile archives.
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    ValueError,
)


class BadBundle(ValueError):  # noqa: N818 - named for what it is
    """A file that is no bundle, or a damaged or hostile one; the message says what is wrong."""


def said(value: object) -> str:
    """Return something of somebody else's as a sentence may hold it: harmless, and short."""
    plain = isinstance(value, str) and value and value.isprintable()
    told = str(value) if plain else repr(value)
    return told if len(told) <= _MOST_SAID else f"{told[:_MOST_SAID]}…"


def read(path: Path) -> Mapping[str, bytes]:
    """Return the content of each file of a bundle by name: see :func:`files`."""
    return {name: file.content for name, file in files(path).items()}


def files(
    path: Path, wanted: Collection[str] | None = None, *, heard: Heard = nobody
) -> Mapping[str, File]:
    """Return the files of a bundle by name, each as its checksum wants it; nothing is unpacked to disk.

    All are checked, and those that are not ``wanted`` are not kept. ``heard`` is told of each piece.
    Raises :class:`BadBundle`, and OSError when the file cannot be read.
    """
    if path.stat().st_size > MOST_PACKED:
        raise BadBundle(f"{path.name} is larger than {_megabytes(MOST_PACKED)}.")
    try:
        with _Careful(io.FileIO(path)) as file, zipfile.ZipFile(file) as packed:
            return _files(packed, wanted, heard)
    except BadBundle:
        raise
    except OSError as error:
        # A place in the file that cannot be is the file's fault, all else that of the disk.
        if error.errno != errno.EINVAL:
            raise
        raise _damaged(path, error) from error
    except DAMAGED as error:
        raise _damaged(path, error) from error


class _Careful(io.BufferedReader):
    """A file of which not much is read at once, whatever it says of itself."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next bytes."""
        asked = MOST_AT_ONCE + 1 if size is None or size < 0 else size
        content = super().read(min(asked, MOST_AT_ONCE + 1))
        if len(content) > MOST_AT_ONCE:
            raise BadBundle(f"Its list of files is larger than {_megabytes(MOST_AT_ONCE)}.")
        return content


def _files(
    packed: zipfile.ZipFile, wanted: Collection[str] | None, heard: Heard
) -> dict[str, File]:
    entries = packed.infolist()
    if len(entries) > MOST_FILES:
        raise BadBundle(
            f"There are {len(entries)} files in it; a bundle has no more than {MOST_FILES}."
        )
    kept: dict[str, File] = {}
    digests: dict[str, str] = {}
    left = MOST_BYTES
    for entry in entries:
        _safe(entry, digests)
        name = entry.filename
        content = _content(packed, entry, left, heard)
        if wanted is None or name in wanted or name == SUMS:
            kept[name] = packed_file(name, content)
            size, digests[name] = kept[name].size, kept[name].digest
        else:
            size, digests[name] = _digest(content)
        left -= size
    if SUMS not in kept:
        raise BadBundle(f"{SUMS} is missing, so nothing in it can be trusted.")
    _compare(digests, kept[SUMS])
    return kept


def _safe(entry: zipfile.ZipInfo, before: Collection[str]) -> None:
    name = entry.filename
    parts = PurePosixPath(name).parts
    outside = not parts or name.startswith("/") or ".." in parts or "\\" in name or ":" in name
    if outside or entry.is_dir() or not name.isprintable():
        raise BadBundle(f"The name {said(name)} in it is not allowed.")
    if name in before:
        raise BadBundle(f"{said(name)} is in it twice.")
    mode = entry.external_attr >> 16
    if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        raise BadBundle(f"{said(name)} is not a plain file.")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise BadBundle(f"{said(name)} is packed in a way that bundles are not.")
    if entry.flag_bits & _ENCRYPTED:
        raise BadBundle(f"{said(name)} is encrypted.")


def _content(
    packed: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int, heard: Heard
) -> Iterator[bytes]:
    """Yield a file, however large it says it is, only until the bundle is too large."""
    with packed.open(entry) as file:
        while piece := file.read(PIECE):
            left -= len(piece)
            if left < 0:
                raise BadBundle(f"Unpacked it is larger than {_megabytes(MOST_BYTES)}.")
            heard(len(piece))
            yield piece


def _digest(pieces: Iterator[bytes]) -> tuple[int, str]:
    size, digest = 0, hashlib.sha256()
    for piece in pieces:
        size += len(piece)
        digest.update(piece)
    return size, digest.hexdigest()


def _compare(digests: Mapping[str, str], file: File) -> None:
    sums: dict[str, str] = {}
    for line in file.content.decode(errors="replace").splitlines():
        digest, _, name = line.partition("  ")
        sums[name] = digest
    for name, digest in digests.items():
        if name != SUMS and digest != sums.get(name):
            raise BadBundle(f"{said(name)} is not as it was when the bundle was made.")
    missing = sorted(sums.keys() - digests.keys())
    if missing:
        more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        raise BadBundle(f"{said(missing[0])}{more} is missing in it.")


def _damaged(path: Path, error: Exception) -> BadBundle:
    told = str(error)[:_MOST_SAID]
    return BadBundle(f"{path.name} is no support bundle, or a damaged one ({told}).")


def _megabytes(size: int) -> str:
    return f"{size // 1024 // 1024} MB"
