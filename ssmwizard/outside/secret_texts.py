"""What secrets look like in a text that does not say so by the name of a member."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable

from ssmwizard.outside.secret_names import HINTS, is_secret

GONE = "***"

# A text of these letters, this short, is a name, an id, a version or a word.
_PLAIN = re.compile(r"[\w./-]{0,23}")
_QUOTE = r"(?:\\*[\"']|%22|&quot;|&#x?\d+;)"

_NAMED = re.compile(
    rf"(?P<name>[A-Za-z][\w.-]{{0,60}}(?: (?:access key|key|token|code))?)(?P<between>{_QUOTE}?\s*(?:=>|[=:]|%3[AaDd])\s*)"
    rf"(?:(?P<quote>{_QUOTE})(?P<quoted>.*?)(?P=quote)|(?P<bare>(?!\*\*\*)[^\s\"',;&}}<>)\]\\]{{6,}}))",
    re.DOTALL,
)
_PEM = re.compile(r"-----BEGIN [A-Z0-9 ]+-----.*?(?:-----END [A-Z0-9 ]+-----|\Z)", re.DOTALL)
_PUBLIC_PEM = re.compile(r"-----BEGIN (?:CERTIFICATE|(?:RSA )?PUBLIC KEY)-----")
_HEADER = re.compile(
    r"(?i)(\b(?:proxy-)?authorization\\*[\"']?\s*[:=]\s*\\*[\"']?)(?!\*\*\*)[^\"'\r\n\\]+"
)
_SCHEME = re.compile(r"\b([Bb]earer|[Bb]asic|BEARER|BASIC|Negotiate)(\s+)([A-Za-z0-9+/=_.~-]{8,})")
_USER_INFO = re.compile(
    r"((?:://|%3[Aa]%2[Ff]%2[Ff])[^/\s:@\"'<>%]*(?::|%3[Aa]))[^/\s@\"'<>]+(?=@|%40)"
)
_SOCKET = re.compile(r"(wss?://[^/\s\"'<>\\]+)/(?!\*\*\*)[^\s\"'<>\\]+")
_SIGNED = re.compile(
    r"(?i)((?:[?&;]|%3f|%26|amp;)(?:X-Amz-Signature|X-Amz-Security-Token|Signature|sig)(?:=|%3D))"
    r"(?!\*\*\*)[^&\s\"'<>\\]+"
)
_SIGNATURE = re.compile(r"(\bSignature=)[0-9a-f]{64}\b")
_REGISTRATION = re.compile(r"(\s--?(?:activation-)?code[\s=]+\\*[\"']?)(?!\*\*\*)[\w+/=-]{8,}")
_TOKENS = re.compile(
    r"(?<![A-Za-z0-9+/_-])(?:"
    # Session tokens of STS, access tokens of IAM Identity Center and others that begin alike.
    r"(?:IQoJ|FwoG|FQoG|AQoD|aoa)[A-Za-z0-9+/=_%-]{60,}(?::[A-Za-z0-9+/=_-]+)?"
    r"|eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*"
    r"|gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,}|glpat-[\w-]{20,}|xox[abeprs]-[\w-]{10,}"
    r"|ABSK[A-Za-z0-9+/=]{100,}"
    r")"
)
_SECRET_KEY = re.compile(r"(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])")
_ENCODED = re.compile(r"(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/_-]{24,}={0,2}")
_CLASSES = (str.islower, str.isupper, str.isdigit)
# Of 39 neighbours in a random key about 25 differ in kind; in camel-cased words fewer than 16 do.
_RANDOM_CHANGES = 18


def clean(value: str) -> str:
    """Return a text with everything that looks like a secret replaced by ``***``."""
    if _PLAIN.fullmatch(value):
        return value
    if "-----BEGIN" in value:
        value = _PEM.sub(lambda pem: pem[0] if _PUBLIC_PEM.match(pem[0]) else GONE, value)
    lower = value.lower()
    if "://" in lower or "%2f%2f" in lower:
        value = _SOCKET.sub(rf"\1/{GONE}", value)
        value = _USER_INFO.sub(rf"\1{GONE}", value)
    if "sig" in lower or "amz" in lower:
        value = _SIGNATURE.sub(rf"\1{GONE}", _SIGNED.sub(rf"\1{GONE}", value))
    if "authorization" in lower:
        value = _HEADER.sub(rf"\1{GONE}", value)
    if "code" in lower:
        value = _REGISTRATION.sub(rf"\1{GONE}", value)
    value = _SCHEME.sub(_scheme, value)
    value = _TOKENS.sub(GONE, value)
    if any(hint in lower for hint in HINTS):
        value = _NAMED.sub(_named, value)
    value = _SECRET_KEY.sub(_secret_key, value)
    return _ENCODED.sub(_encoded, value)


def decoded(value: str) -> str | None:
    """Return what a text says in base64 (either alphabet), None when it is not that."""
    padded = value.rstrip("=").translate(str.maketrans("-_", "+/"))
    padded += "=" * (-len(padded) % 4)
    try:
        said = base64.b64decode(padded, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return None
    return (
        said if said.replace("\n", "").replace("\r", "").replace("\t", "").isprintable() else None
    )


def _named(found: re.Match[str]) -> str:
    value = found["bare"] if found["quote"] is None else found["quoted"]
    if not value or value == GONE:
        return found[0]
    if not is_secret(found["name"]):
        return _around(found, clean_rest(value, found[0]))
    return _around(found, GONE)


def _around(found: re.Match[str], value: str) -> str:
    quote = found["quote"] or ""
    return f"{found['name']}{found['between']}{quote}{value}{quote}"


def clean_rest(value: str, whole: str) -> str:
    """Look into a value that the name before it has swallowed (``url: password=…``)."""
    return _NAMED.sub(_named, value) if len(value) < len(whole) else value


def _scheme(found: re.Match[str]) -> str:
    name, space, value = found.groups()
    said = decoded(value) if name.lower() == "basic" else None
    words = value.isalpha() and len(value) < 24  # noqa: PLR2004 - longer than any word of English
    return found[0] if words and ":" not in (said or "") else f"{name}{space}{GONE}"


def _secret_key(found: re.Match[str]) -> str:
    key = found[0]
    kinds = [next((n for n, is_kind in enumerate(_CLASSES) if is_kind(c)), 3) for c in key]
    changes = sum(left != right for left, right in zip(kinds, kinds[1:], strict=False))
    return GONE if {0, 1, 2} <= set(kinds) and changes >= _RANDOM_CHANGES else key


def _encoded(found: re.Match[str]) -> str:
    said = decoded(found[0])
    return found[0] if said is None or HIDDEN(said) == said else GONE


# What is looked for in a decoded text; a structure is looked through by :mod:`.secrets`.
HIDDEN: Callable[[str], str] = clean
