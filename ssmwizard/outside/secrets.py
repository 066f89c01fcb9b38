"""Takes secrets out of everything that is written to disk.

Identifiers stay: accounts, ARNs, access key ids, ids of resources, versions, checksums. What is a
secret is replaced by ``***``, so that cleaning what is clean changes nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from ssmwizard.outside.secret_names import is_secret
from ssmwizard.outside.secret_texts import GONE, clean, decoded, plain

__all__ = ["GONE", "scrub", "scrub_text"]

_ENCODED = re.compile(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{24,}={0,2}")
_ESCAPED = re.compile(r"(?<![\w.~+%-])[\w.~+%-]{6,}")
# How AWS writes a name and its value as two members (tags, parameters, variables).
_PAIRS = (
    ("key", "value"),
    ("name", "value"),
    ("name", "values"),
    ("parameterkey", "parametervalue"),
)
_DEEPEST = 8


def scrub_text(value: str) -> str:
    """Return the text without secrets; JSON and base64 in it are looked into."""
    return _text(value, 0)


def scrub(value: Any) -> Any:
    """Return the value without secrets: by the name of the member, and by what the text looks like.

    Takes and returns JSON's types; tuples become lists, bytes that are no text become ``***``.
    """
    return _value(value, 0)


def _value(value: Any, depth: int) -> Any:
    if isinstance(value, str):
        return _text(value, depth)
    if isinstance(value, Mapping):
        return _members(value, depth)
    if isinstance(value, (list, tuple)):
        return [_value(part, depth) for part in value]
    return GONE if isinstance(value, bytes) else value


def _members(value: Mapping[Any, Any], depth: int) -> dict[Any, Any]:
    named = _named_beside(value)
    return {
        _text(name, depth) if isinstance(name, str) else name: (
            _gone(part)
            if name in named or (isinstance(name, str) and is_secret(name))
            else _value(part, depth)
        )
        for name, part in value.items()
    }


def _named_beside(value: Mapping[Any, Any]) -> set[Any]:
    """Return the members that hold the value of what another member names."""
    lower = {str(name).casefold(): name for name in value}
    return {
        lower[of_value]
        for of_name, of_value in _PAIRS
        if of_name in lower
        and of_value in lower
        and isinstance(value[lower[of_name]], str)
        and is_secret(value[lower[of_name]])
    }


def _gone(value: Any) -> Any:
    """Return a secret's place holder; what says yes, no or nothing is none."""
    return value if value is None or isinstance(value, bool) or value in ("", [], {}) else GONE


def _text(value: str, depth: int) -> str:
    if plain(value):
        return value
    if value.lstrip()[:1] in ("{", "["):
        value = _structure(value, depth)
    value = clean(value)
    if depth >= _DEEPEST:
        return value
    if "%" in value:
        value = _ESCAPED.sub(lambda found: _unescaped(found[0], depth), value)
    return _ENCODED.sub(lambda found: _unpacked(found[0], depth), value)


def _structure(value: str, depth: int) -> str:
    """Look through JSON in a text; it stays as it was written when there is nothing to take out."""
    if depth >= _DEEPEST:
        return GONE
    try:
        held = json.loads(value)
    except (ValueError, RecursionError):
        return value
    cleaned = _value(held, depth + 1)
    return value if cleaned == held else json.dumps(cleaned, ensure_ascii=False)


def _unpacked(value: str, depth: int) -> str:
    said = decoded(value)
    return value if said is None or _text(said, depth + 1) == said else GONE


def _unescaped(value: str, depth: int) -> str:
    said = unquote(value)
    return value if said == value or _text(said, depth + 1) == said else GONE
