"""Looks for secrets in what is about to leave, by other means than those that took them out."""

from __future__ import annotations

import base64
import json
import os
import re
from collections.abc import Collection, Iterator
from urllib.parse import quote, quote_plus, urlsplit

# Shorter values turn up by chance.
SHORTEST = 8
# A content is searched in windows of this size. Each reaches into the next by more than the longest
# text that a pattern can match.
WINDOW, OVERLAP = 65_536, 1024
_VARIABLES = (
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "AWS_SECURITY_TOKEN",
    "AWS_CONTAINER_AUTHORIZATION_TOKEN",
    "AWS_BEARER_TOKEN_BEDROCK",
)
_PROXIES = ("http_proxy", "https_proxy", "all_proxy")
# What stands between the parts of ARNs, addresses, paths and sentences.
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
    """Say what secret is in a content, None when none was found."""
    for start in range(0, len(content), WINDOW):
        for what, kind in _KINDS.items():
            if kind.search(content, start, start + WINDOW + OVERLAP):
                return what
    for name, value in _known():
        if any(form in content for form in _forms(value)):
            return f"the value of {name}"
    return None


def identifier(content: bytes, hidden: Collection[str]) -> str | None:
    """Say which of the identifiers that are to be hidden is in a content, None when none was found."""
    if not hidden:
        return None
    found = {token.decode(errors="replace") for token in _TOKEN.findall(content)} & set(hidden)
    return f"the identifier {min(found)}" if found else None


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


def _forms(value: str) -> Iterator[bytes]:
    """Yield how a value may be written, base64 at each of the three places in which it may begin."""
    for said in {value, quote(value, safe=""), quote_plus(value), json.dumps(value)[1:-1]}:
        yield said.encode()
    for before in range(3):
        code = base64.b64encode(b"\0" * before + value.encode())
        # What stands at the ends depends on the neighbours.
        yield code[4 if before else 0 : -4]
