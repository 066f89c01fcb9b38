"""Patterns of IAM policies, and the keys of a request that fill them in.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

Keys = Mapping[str, tuple[str, ...]]
_VARIABLE = re.compile(r"\$\{([^},]+)(?:,\s*'([^']*)')?\}")
# A sign that stands for itself, marked so by what no ARN or name contains.
_LITERAL = "\0"


@lru_cache(maxsize=4096)
def _pattern(text: str, *, ignore_case: bool) -> re.Pattern[str]:
    parts: list[str] = []
    literal = False
    for sign in text:
        if sign == _LITERAL:
            literal = True
            continue
        wild = {} if literal else {"*": ".*", "?": "."}
        parts.append(wild.get(sign, re.escape(sign)))
        literal = False
    return re.compile("".join(parts) + r"\Z", re.DOTALL | (re.IGNORECASE if ignore_case else 0))


def matches(pattern: str, text: str, *, ignore_case: bool = False) -> bool:
    """Whether ``text`` fits an IAM pattern with ``*`` and ``?``."""
    return pattern == "*" or _pattern(pattern, ignore_case=ignore_case).match(text) is not None


def spelled(pattern: str) -> str:
    """A pattern as the text that it is."""
    return pattern.replace(_LITERAL, "")


def as_list(value: Any) -> list[Any]:
    """IAM writes one value without the list around it."""
    if value is None:
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]


@dataclass(slots=True)
class Request:
    """The keys of a request, and those that a policy asked for in vain."""

    keys: Keys
    missing: set[str] = field(default_factory=set)
    variables: bool = True

    def filled(self, pattern: str) -> str | None:
        """The pattern with its policy variables filled in, or None when one has no value."""
        if not self.variables or "${" not in pattern:
            return pattern
        unknown: set[str] = set()

        def value(match: re.Match[str]) -> str:
            name, otherwise = match.group(1).strip(), match.group(2)
            if name in {"*", "?", "$"}:
                return f"{_LITERAL}{name}"
            found = self.keys.get(name.lower())
            if not found and otherwise is None:
                unknown.add(name)
                return ""
            return "".join(f"{_LITERAL}{sign}" for sign in (found[0] if found else otherwise))

        text = _VARIABLE.sub(value, pattern)
        self.missing |= unknown
        return None if unknown else text
