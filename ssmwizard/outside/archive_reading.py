"""Reads support bundles that others made, and believes nothing they say."""

from __future__ import annotations

import hashlib
import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

SUMS = "SHA256SUMS"
# Two of each node, and a few.
MOST_FILES = 10_000
MOST_BYTES = 512 * 1024 * 1024
_PIECE = 1024 * 1024
_ENCRYPTED = 0x1
# What zipfile raises over damaged and hostile archives.
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    ValueError,
)


class BadBundle(ValueError):  # noqa: N818 - named for what it is
    """A file that is no bundle, or a damaged or hostile one; the message says what is wrong."""


def read(path: Path) -> Mapping[str, bytes]:
    """Return the files of a bundle by name, each as its checksum wants it; nothing is unpacked to disk.

    Raises :class:`BadBundle`, and OSError when the file cannot be read.
    """
    if path.stat().st_size > MOST_BYTES:
        raise BadBundle(f"{path.name} is larger than {MOST_BYTES // 1024 // 1024} MB.")
    # From memory, so that an OSError below comes from what is in it and not from the disk.
    whole = io.BytesIO(path.read_bytes())
    try:
        with zipfile.ZipFile(whole) as packed:
            files = _files(packed)
    except BadBundle:
        raise
    except DAMAGED as error:
        raise BadBundle(f"{path.name} is no support bundle, or a damaged one ({error}).") from error
    _compare(files)
    return files


def _files(packed: zipfile.ZipFile) -> dict[str, bytes]:
    entries = packed.infolist()
    if len(entries) > MOST_FILES:
        raise BadBundle(
            f"There are {len(entries)} files in it; a bundle has no more than {MOST_FILES}."
        )
    files: dict[str, bytes] = {}
    left = MOST_BYTES
    for entry in entries:
        _safe(entry, files)
        files[entry.filename] = _content(packed, entry, left)
        left -= len(files[entry.filename])
    return files


def _safe(entry: zipfile.ZipInfo, files: Mapping[str, bytes]) -> None:
    name = entry.filename
    parts = PurePosixPath(name).parts
    outside = not parts or name.startswith("/") or ".." in parts or "\\" in name or ":" in name
    if outside or entry.is_dir() or not name.isprintable():
        raise BadBundle(f"The name {name!r} in it is not allowed.")
    if name in files:
        raise BadBundle(f"{name} is in it twice.")
    mode = entry.external_attr >> 16
    if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        raise BadBundle(f"{name} is not a plain file.")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise BadBundle(f"{name} is packed in a way that bundles are not.")
    if entry.flag_bits & _ENCRYPTED:
        raise BadBundle(f"{name} is encrypted.")


def _content(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> bytes:
    """Read a file, however large it says it is, only until the bundle is too large."""
    pieces: list[bytes] = []
    with packed.open(entry) as file:
        while piece := file.read(_PIECE):
            left -= len(piece)
            if left < 0:
                raise BadBundle(f"Unpacked it is larger than {MOST_BYTES // 1024 // 1024} MB.")
            pieces.append(piece)
    return b"".join(pieces)


def _compare(files: Mapping[str, bytes]) -> None:
    if SUMS not in files:
        raise BadBundle(f"{SUMS} is missing, so nothing in it can be trusted.")
    sums: dict[str, str] = {}
    for line in files[SUMS].decode(errors="replace").splitlines():
        digest, _, name = line.partition("  ")
        sums[name] = digest
    for name, content in files.items():
        if name != SUMS and hashlib.sha256(content).hexdigest() != sums.get(name):
            raise BadBundle(f"{name} is not as it was when the bundle was made.")
    missing = sorted(sums.keys() - files.keys())
    if missing:
        raise BadBundle(f"{', '.join(missing)} is missing in it.")
