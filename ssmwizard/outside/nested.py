"""Texts inside texts: URL-encoded, escaped for JSON or HTML, in base64, packed with gzip.

Whoever looks inside is given the text and the way back, so that what was changed is written again as it
was. Nothing is unpacked to more than :data:`MOST` bytes.
"""

from __future__ import annotations

import base64
import binascii
import gzip
import html
import json
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote

MOST = 1024 * 1024
# Shorter words read as base64 by chance.
SHORTEST = 16
_RUN = re.compile(r"(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{16,}={0,2}(?![A-Za-z0-9+/_=-])")
_STANDARD_RUN = re.compile(r"(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{16,}={0,2}(?![A-Za-z0-9+/=])")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_BACKSLASH = re.compile(r"\\[nrtbf/\"\\]|\\u[0-9A-Fa-f]{4}")
_ENTITY = re.compile(r"&(?:quot|amp|lt|gt|apos|#\d+|#x[0-9A-Fa-f]+);")
_ANY_AMPERSAND, _AMPERSAND = re.compile("&"), re.compile(r"&(?=#?\w+;)")
_GZIP, _ZLIB = b"\x1f\x8b", b"\x78"
_BLANKS = str.maketrans("", "", "\r\n\t")


@dataclass(frozen=True, slots=True)
class Inside:
    """A text that stood inside another, and ``again``, which writes one in its place.

    ``text`` is None where there is something that cannot be read as a text, or is too large.
    """

    text: str | None
    again: Callable[[str], str]


def opened(value: str) -> Inside | None:
    """Return what a whole text is another form of, None where it says what it says."""
    if _PERCENT.search(value):
        said = unquote(value)
        if said != value:
            return Inside(said, _quoting(value))
    if _BACKSLASH.search(value):
        bare = _unescaped(value)
        if bare is not None and bare != value:
            return Inside(bare, lambda new: json.dumps(new, ensure_ascii=False)[1:-1])
    if _ENTITY.search(value):
        said = html.unescape(value)
        if said != value:
            return Inside(said, _escaping(value))
    return packed(value)


@lru_cache(maxsize=8192)
def packed(value: str) -> Inside | None:
    """Return what a text is the base64 of: a text, or one that was packed with gzip or zlib."""
    data = _decoded(value) if len(value) >= SHORTEST else None
    if data is None:
        return None
    again = _coding(value)
    if data.startswith(_GZIP):
        return _unpacked(data, lambda new: again(gzip.compress(new.encode(), mtime=0)))
    if data.startswith(_ZLIB) and not int.from_bytes(data[:2], "big") % 31:
        found = _unpacked(data, lambda new: again(zlib.compress(new.encode())))
        return found if found.text is not None else None
    said = _read(data)
    return None if said is None else Inside(said, lambda new: again(new.encode()))


def runs(value: str) -> Iterator[tuple[int, int, Inside]]:
    """Yield where in a text something stands in base64, and what it is."""
    for run in _RUN.finditer(value):
        found = packed(run[0])
        if found is not None:
            yield run.start(), run.end(), found
            continue
        for part in _STANDARD_RUN.finditer(value, run.start(), run.end()):
            found = packed(part[0])
            if found is not None:
                yield part.start(), part.end(), found


def unpack(data: bytes) -> bytes | None:
    """Return what was packed with gzip or zlib; None when that is no such thing, or too large."""
    unpacking = zlib.decompressobj(wbits=47)
    try:
        said = unpacking.decompress(data, MOST)
    except zlib.error:
        return None
    return said if unpacking.eof else None


def _unpacked(data: bytes, again: Callable[[str], str]) -> Inside:
    said = unpack(data)
    return Inside(None if said is None else _read(said), again)


def _read(data: bytes) -> str | None:
    """Return bytes as a text, None where nobody would read it as one."""
    try:
        said = data.decode()
    except UnicodeDecodeError:
        return None
    return said if said.translate(_BLANKS).isprintable() else None


def _decoded(value: str) -> bytes | None:
    letters = value.rstrip("=").translate(str.maketrans("-_", "+/"))
    try:
        return base64.b64decode(letters + "=" * (-len(letters) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None


def _coding(value: str) -> Callable[[bytes], str]:
    """Return how a text was written in base64: in which alphabet, and filled up or not."""
    of_urls = "-" in value or "_" in value
    bare = not value.endswith("=") and len(value) % 4 != 0

    def coded(data: bytes) -> str:
        said = (base64.urlsafe_b64encode if of_urls else base64.b64encode)(data).decode()
        return said.rstrip("=") if bare else said

    return coded


def _quoting(value: str) -> Callable[[str], str]:
    """Return how a text was URL-encoded: what stood there as it is stays so."""
    bare = _PERCENT.sub("", value).replace("%", "")
    return lambda new: quote(new, safe=bare)


def _escaping(value: str) -> Callable[[str], str]:
    """Return how a text was escaped for HTML: what stood there as it is stays so."""
    signs = {ord(one): html.escape(one) for one in "<>\"'" if one not in value}
    ambiguous = _AMPERSAND if "&" in _ENTITY.sub("", value) else _ANY_AMPERSAND
    return lambda new: ambiguous.sub("&amp;", new).translate(signs)


def _unescaped(value: str) -> str | None:
    try:
        said = json.loads(f'"{value}"')
    except ValueError:
        return None
    return str(said)
