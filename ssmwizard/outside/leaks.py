"""Looks for secrets in what is about to leave, by other means than those that took them out."""

from __future__ import annotations

import base64
import binascii
import html
import json
import os
import re
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

from ssmwizard.outside.seen_secrets import SEEN, forms

# Shorter values turn up by chance.
SHORTEST = 8
CLOSED = "a packed text that is too large to be looked into"
# What stands inside another form is looked at so deep, and no more of it than this.
_DEEPEST = 4
_MOST = 4 * 1024 * 1024
# A content is searched in windows of this size. Each reaches into the next by more than the longest
# text that a pattern can match.
WINDOW, OVERLAP = 65_536, 1024


def _blanks(letters: bytes) -> bytes:
    """Return the table that makes blanks of some letters."""
    return bytes.maketrans(letters, b" " * len(letters))


_VARIABLES = (
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "AWS_SECURITY_TOKEN",
    "AWS_CONTAINER_AUTHORIZATION_TOKEN",
    "AWS_BEARER_TOKEN_BEDROCK",
)
_PROXIES = ("http_proxy", "https_proxy", "all_proxy")
# What stands between the parts of ARNs, addresses, paths and sentences; between letters; around base64.
_BETWEEN = _blanks(b" \t\r\n\"'\\`,;:/=()[]{}<>&|@")
_NO_LETTERS = _blanks(bytes(one for one in range(256) if not chr(one).isalnum() or one > ord("z")))
_NO_BASE64 = _blanks(
    bytes(one for one in range(256) if one > ord("z") or not (chr(one).isalnum() or one in b"+/_-"))
)
_NO_PLAIN = _blanks(b"/_-")
_SHORTEST_RUN = 16
_ACCOUNT = re.compile(r"(?<![0-9A-Za-z.-])\d{12}(?![0-9A-Za-z.])")
_ACCOUNT_ALONE = re.compile(r"\d{12}")
_PACKED = (b"\x1f\x8b", b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")
_ESCAPE = re.compile(rb"\\(?:u00([0-9A-Fa-f]{2})|(.))", re.DOTALL)
_LETTER_OF = {b"n": b"\n", b"r": b"\r", b"t": b"\t"}
_READ: tuple[tuple[re.Pattern[bytes], Callable[[bytes], bytes]], ...] = (
    (re.compile(rb"%[0-9A-Fa-f]{2}"), unquote_to_bytes),
    (
        re.compile(rb"\\u00[0-9A-Fa-f]{2}|\\[/nrt\"\\]"),
        lambda content: _ESCAPE.sub(_unescaped, content),
    ),
    (
        re.compile(rb"&(?:amp|lt|gt|quot|apos|#[0-9]+|#x[0-9A-Fa-f]+);"),
        lambda content: html.unescape(content.decode(errors="replace")).encode(),
    ),
)
_TOKEN = re.compile(rb"[^\s\"'\\`,;:/=()\[\]{}<>&|@]+")
_KINDS = {
    "a private key": re.compile(rb"-----BEGIN [A-Z0-9 ]{0,64}PRIVATE KEY"),
    "a session token": re.compile(rb"(?:IQoJ|FwoG|FQoG)[A-Za-z0-9+/=]{80}"),
    "a secret key": re.compile(
        rb"(?i)secret_?access_?key[\\\"' ]{0,8}[:=][\\\"' ]{0,8}[A-Za-z0-9/+]{16}"
    ),
    "a token of a session": re.compile(
        rb"(?i)token_?value[\\\"' ]{0,8}[:=][\\\"' ]{0,8}[A-Za-z0-9/+]{8}"
    ),
    "the address of a session": re.compile(rb"wss://[^/\s\"\\]{1,200}/v1/"),
    "an activation code": re.compile(
        rb"(?i)activation_?code[\\\"' ]{0,8}[:=][\\\"' ]{0,8}[A-Za-z0-9/+]{8}"
    ),
    "a signed address": re.compile(rb"(?i)X-Amz-Signature=[0-9a-f]{16}"),
    "the password of a proxy": re.compile(
        rb"(?i)proxy[\\\"' ]{0,8}[:=][\\\"' ]{0,8}(?:[a-z]{1,8}://)?+(?!\*\*\*@)[^\s\"'<>@]{1,80}@"
    ),
    "a password": re.compile(rb"://[^/\s:@\"<>]{1,80}:(?!\*\*\*@)[^/\s@\"<>]{1,80}@"),
}


def leak(content: bytes) -> str | None:
    """Say what secret is in a content, also in another form, None when none was found."""
    try:
        return next(filter(None, map(_secret, _all_views(content))), None)
    except _Closed:
        return CLOSED


def identifier(content: bytes, hidden: Collection[str]) -> str | None:
    """Say which of the identifiers that are to be hidden is in a content, None when none was found."""
    if not hidden:
        return None
    words, numbers = _sought(frozenset(hidden))
    try:
        for view in _all_views(content):
            found = words.intersection(view.translate(_BETWEEN).split())
            found |= words.intersection(view.translate(_NO_LETTERS).split())
            told = [one.decode() for one in found]
            told += [one for one, said in numbers.items() if any(form in view for form in said)]
            if told:
                return f"the identifier {min(told)}"
    except _Closed:
        return CLOSED
    return None


@lru_cache(maxsize=2)
def _sought(hidden: frozenset[str]) -> tuple[frozenset[bytes], Mapping[str, tuple[bytes, ...]]]:
    """Return the words that are looked for, and in which forms accounts are, beside other letters too."""
    return (
        frozenset(one.encode() for one in hidden),
        {one: tuple(forms(one)) for one in hidden if _ACCOUNT_ALONE.fullmatch(one)},
    )


def accounts(told: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    """Return every account in what was told, going by its twelve digits alone."""
    return frozenset(
        found for line in told for found in _ACCOUNT.findall(json.dumps(line, ensure_ascii=False))
    )


class _Closed(Exception):  # noqa: N818 - named for what it is
    """A packed text that is larger than anybody would send."""


def _secret(view: bytes) -> str | None:
    for start in range(0, len(view), WINDOW):
        for what, kind in _KINDS.items():
            if kind.search(view, start, start + WINDOW + OVERLAP):
                return what
    for name, value in _known():
        if any(form in view for form in forms(value)):
            return f"the value of {name}"
    return "a part of a credential that was used" if SEEN.within(view) else None


def _views(content: bytes, depth: int = 0) -> Iterator[bytes]:
    """Yield a content as it is, and as it reads when what is written in another form in it is read."""
    yield content
    if depth >= _DEEPEST:
        return
    for sign, read in _READ:
        if sign.search(content):
            yield from _views(read(content), depth + 1)
    inside = b"\n".join(filter(None, map(_decoded, _runs(content))))
    if inside:
        yield from _views(inside, depth + 1)


@lru_cache(maxsize=2)
def _all_views(content: bytes) -> tuple[bytes, ...]:
    return tuple(_views(content))


def _runs(content: bytes) -> Iterator[bytes]:
    """Yield what may be base64: long runs of its letters, and the parts of those."""
    for run in dict.fromkeys(content.translate(_NO_BASE64).split()):
        if len(run) >= _SHORTEST_RUN:
            yield run
            parts = run.translate(_NO_PLAIN).split()
            if len(parts) > 1:
                yield from (part for part in parts if len(part) >= _SHORTEST_RUN)


def _decoded(run: bytes) -> bytes:
    """Return what a run of letters is the base64 of, unpacked; nothing where it is of none."""
    letters = run.translate(bytes.maketrans(b"-_", b"+/"))
    try:
        data = base64.b64decode(letters + b"=" * (-len(letters) % 4), validate=True)
    except binascii.Error:
        return b""
    if not data.startswith(_PACKED):
        return data if data.isascii() else b""
    unpacking = zlib.decompressobj(wbits=47)
    try:
        said = unpacking.decompress(data, _MOST)
    except zlib.error:
        return b""
    if unpacking.unconsumed_tail:
        raise _Closed
    return said


def _unescaped(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return bytes.fromhex(found[1].decode())
    return _LETTER_OF.get(found[2], found[2])


def _known() -> Iterator[tuple[str, str]]:
    """Yield the secrets of this process by the name of the variable that holds them."""
    for name in _VARIABLES:
        value = os.environ.get(name, "")
        if len(value) >= SHORTEST:
            yield name, value
    for name in (*_PROXIES, *map(str.upper, _PROXIES)):
        try:
            password = urlsplit(os.environ.get(name, "")).password
        except ValueError:
            continue
        if password and len(password) >= SHORTEST:
            yield name, password
