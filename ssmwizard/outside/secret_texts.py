"""What secrets look like inside a text."""

from __future__ import annotations

import itertools
import re

from ssmwizard.outside.nested import packed
from ssmwizard.outside.secret_names import HINTS, is_secret

GONE = "***"

# A text of these letters, this short, is a name, an id, a version or a word.
_PLAIN = re.compile(r"[\w./-]{0,23}")
_QUOTE = r"(?:\\*[\"']|&quot;|&#x?[0-9a-f]+;)"
_VALUE = (
    rf"(?:(?P<quote>{_QUOTE})(?P<quoted>(?:(?!(?P=quote))(?:\\.|.))*)(?:(?P=quote)|\Z)"
    r"|(?P<bare>(?!\*\*\*)[^\s\"',;&}<>)\]\\]{6,}))"
)
_NAMED = re.compile(
    r"(?P<arn>\barn:[a-z-]+:[^\s\"'\\,;]+)"
    r"|(?<![\w.-])(?P<name>\w[\w.-]{0,60}+(?: (?:access key|key|token|code)\b)?)"
    rf"(?P<between>{_QUOTE}?\s*(?:=>|[=:])\s*){_VALUE}",
    re.DOTALL,
)
_OPTION = re.compile(
    rf"(?<!\S)(?P<name>--?[A-Za-z][\w-]{{2,40}}+)(?P<between>[\s=]+){_VALUE}", re.DOTALL
)
_PEM = re.compile(
    r"-----BEGIN (?!CERTIFICATE|(?:RSA )?PUBLIC KEY)[A-Z0-9 ]+-----.*?(?:-----END [A-Z0-9 ]+-----|\Z)",
    re.DOTALL,
)
_HEADER = re.compile(
    r"(?i)(\b(?:proxy-)?authorization\\*[\"']?\s*[:=]\s*+\\*+[\"']?+)(?!\*\*\*)[^\"'\r\n\\]+"
)
_SCHEME = re.compile(r"(?i)\b(bearer|basic|negotiate)(\s+)([A-Za-z0-9+/=_.~-]{8,})")
_USER_INFO = re.compile(r"(://[^/\s:@\"'<>]*:)(?!\*\*\*@)[^/\s\"'<>]+(?=@)")
# A proxy's password may hold anything, also what would end the address elsewhere.
_PROXY = re.compile(
    r"(?i)(proxy\w*\\*[\"']?\s*[:=]\s*\\*[\"']?(?:[a-z][a-z0-9+.-]*+://)?+)(?!\*\*\*@)[^\s\"'<>]+(?=@)"
)
_SOCKET = re.compile(r"(wss?://[^/\s\"'<>\\]+)/(?!\*\*\*)[^\s\"'<>\\]+")
_SIGNED = re.compile(
    r"(?i)([?&;](?:X-Amz-Signature|X-Amz-Security-Token|Signature|sig)=)"
    r"(?!\*\*\*)[^&\s\"'<>\\]+"
)
_SIGNATURE = re.compile(r"(\bSignature=)[0-9a-f]{64}\b")
_TOKEN = re.compile(
    r"(?<![A-Za-z0-9+/_-])(?:"
    # Session tokens of STS, and access tokens of IAM Identity Center.
    r"(?:IQoJ|FwoG|FQoG|AQoD|aoa)[A-Za-z0-9+/=_%-]{60,}(?::[A-Za-z0-9+/=_-]+)?"
    r"|eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*"
    r"|gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,}|glpat-[\w-]{20,}|xox[abeprs]-[\w-]{10,}"
    r")"
)
_SECRET_KEY = re.compile(r"(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])")
_KINDS = (str.islower, str.isupper, str.isdigit)
# Of the 39 neighbours in a random key about 25 differ in kind; in CamelCasedWords fewer than 16 do.
_RANDOM_CHANGES = 18
_CHANGES_BESIDE_ITS_ID = 9
_ACCESS_KEY_ID = re.compile(r"(?<![A-Z0-9])A[KS]IA[A-Z0-9]{12,}")
_LONGEST_WORD = 24


def plain(value: str) -> bool:
    """Tell quickly that there can be no secret in a text."""
    return _PLAIN.fullmatch(value) is not None


def clean(value: str) -> str:
    """Return a text with everything that looks like a secret replaced by ``***``."""
    lower = value.lower()
    if "-----begin" in lower:
        value = _PEM.sub(GONE, value)
    if "://" in lower:
        value = _SOCKET.sub(rf"\1/{GONE}", value)
        value = _USER_INFO.sub(rf"\1{GONE}", value)
    if "proxy" in lower:
        value = _PROXY.sub(rf"\1{GONE}", value)
    if "sig" in lower or "amz" in lower:
        value = _SIGNATURE.sub(rf"\1{GONE}", _SIGNED.sub(rf"\1{GONE}", value))
    if "authorization" in lower:
        value = _HEADER.sub(rf"\1{GONE}", value)
    value = _TOKEN.sub(GONE, _SCHEME.sub(_scheme, value))
    if "-code" in lower or HINTS.search(value):
        value = _NAMED.sub(_named, _OPTION.sub(_option, value))
    changes = _CHANGES_BESIDE_ITS_ID if _ACCESS_KEY_ID.search(value) else _RANDOM_CHANGES
    return _SECRET_KEY.sub(lambda found: _secret_key(found[0], changes), value)


def _named(found: re.Match[str]) -> str:
    if found["arn"] is not None:
        return found[0]
    if is_secret(found["name"]):
        return _without_value(found)
    # The value may name a secret itself: ``error: password=…``.
    value = "bare" if found["quote"] is None else "quoted"
    start, end = (place - found.start() for place in found.span(value))
    return found[0][:start] + _NAMED.sub(_named, found[value]) + found[0][end:]


def _option(found: re.Match[str]) -> str:
    name = found["name"].lstrip("-")
    return _without_value(found) if name == "code" or is_secret(name) else found[0]


def _without_value(found: re.Match[str]) -> str:
    if found["quote"] is not None and found["quoted"] in {"", GONE}:
        return found[0]
    quote = found["quote"] or ""
    return f"{found['name']}{found['between']}{quote}{GONE}{quote}"


def _scheme(found: re.Match[str]) -> str:
    name, space, value = found.groups()
    word = value.isalpha() and len(value) < _LONGEST_WORD
    inside = packed(value)
    if word and ":" not in ((inside and inside.text) or ""):
        return found[0]
    return f"{name}{space}{GONE}"


def _secret_key(key: str, at_least: int) -> str:
    kinds = [next((n for n, of in enumerate(_KINDS) if of(letter)), 3) for letter in key]
    changes = sum(left != right for left, right in itertools.pairwise(kinds))
    return GONE if {0, 1, 2} <= set(kinds) and changes >= at_least else key
