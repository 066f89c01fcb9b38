"""A slow reading of IAM policies, straight from AWS's words, for a request of which all is known.

Nothing of the program is used. Policies are well formed; a key that is not in ``keys`` is absent.
"""

from __future__ import annotations

import ipaddress
import itertools
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

Keys = Mapping[str, tuple[str, ...]]
NOTHING = None


def listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple)) else [value]


def fits(pattern: list[str], text: str) -> bool:
    """``*`` is any characters, ``?`` any one; a sign of two characters is the second one itself."""
    if not pattern:
        return not text
    if pattern[0] == "*":
        return any(fits(pattern[1:], text[start:]) for start in range(len(text) + 1))
    return (
        bool(text) and pattern[0] in ("?", text[0], "=" + text[0]) and fits(pattern[1:], text[1:])
    )


def signs(written: str, keys: Keys, *, variables: bool) -> list[str] | None:
    """Take a pattern apart; None when a variable in it has no value."""
    found: list[str] = []
    while written:
        if not (variables and written.startswith("${")):
            found.append(written[0])
            written = written[1:]
            continue
        inside, written = written[2:].split("}", 1)
        name, _, default = (part.strip() for part in inside.partition(","))
        if name in ("*", "?", "$"):
            value = name
        elif keys.get(name.lower()):
            value = keys[name.lower()][0]
        elif default:
            value = default.strip("'")
        else:
            return NOTHING
        found += ["=" + sign for sign in value]
    return found


def in_parts(pattern: list[str]) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for sign in pattern:
        if sign in (":", "=:") and len(parts) < 6:
            parts.append([])
        else:
            parts[-1].append(sign)
    return parts


def fits_arn(pattern: list[str] | None, arn: str) -> bool:
    if pattern is None:
        return False
    if pattern == ["*"]:
        return True
    patterns, parts = in_parts(pattern), arn.split(":", 5)
    return len(patterns) == len(parts) and all(map(fits, patterns, parts))


def moment(written: str) -> float:
    read = datetime.fromisoformat(written)
    return (read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp()


def spelled(pattern: list[str] | None) -> str | None:
    return None if pattern is None else "".join(sign[-1] for sign in pattern)


def compares(operator: str, wanted: str, value: str, keys: Keys, *, variables: bool) -> bool:
    pattern = signs(wanted, keys, variables=variables)
    match operator:
        case "StringEquals":
            return spelled(pattern) == value
        case "StringEqualsIgnoreCase":
            return pattern is not None and str(spelled(pattern)).lower() == value.lower()
        case "StringLike":
            return pattern is not None and fits(pattern, value)
        case "ArnEquals" | "ArnLike":
            return fits_arn(pattern, value)
        case "Bool":
            return wanted.lower() == value.lower()
        case "BinaryEquals":
            return wanted == value
        case "IpAddress":
            return ipaddress.ip_address(value) in ipaddress.ip_network(wanted)
    read = float if operator.startswith("Numeric") else moment
    one, other = read(value), read(wanted)
    relation = operator.removeprefix("Numeric").removeprefix("Date")
    return {
        "Equals": one == other,
        "LessThan": one < other,
        "LessThanEquals": one <= other,
        "GreaterThan": one > other,
        "GreaterThanEquals": one >= other,
    }[relation]


def condition_holds(written: str, key: str, wanted: Any, keys: Keys, *, variables: bool) -> bool:
    values = keys.get(key.lower(), ())
    wants = [str(one) for one in listed(wanted)]
    if written == "Null":
        return any((one.lower() == "true") is (not values) for one in wants)
    quantifier, _, operator = written.rpartition(":")
    if_exists = operator.endswith("IfExists")
    operator = operator.removesuffix("IfExists")
    negated = "Not" in operator
    operator = operator.replace("Not", "")

    def one(value: str) -> bool:
        found = any(compares(operator, w, value, keys, variables=variables) for w in wants)
        return not found if negated else found

    if quantifier == "ForAllValues":
        return all(one(value) for value in values)
    if not values:
        return if_exists or (negated and not quantifier)
    return any(one(value) for value in values)


def applies(
    statement: Mapping[str, Any], action: str, resource: str, keys: Keys, *, v: bool
) -> bool:
    for name, wanted in (("Action", True), ("NotAction", False)):
        if name in statement:
            patterns = [list(one.lower()) for one in listed(statement[name])]
            if any(fits(one, action.lower()) for one in patterns) is not wanted:
                return False
    for name, wanted in (("Resource", True), ("NotResource", False)):
        if name in statement:
            filled = [signs(one, keys, variables=v) for one in listed(statement[name])]
            if any(fits_arn(one, resource) for one in filled) is not wanted:
                return False
    return all(
        condition_holds(operator, key, wanted, keys, variables=v)
        for operator, block in statement.get("Condition", {}).items()
        for key, wanted in block.items()
    )


def says(policies: Iterable[Mapping[str, Any]], action: str, resource: str, keys: Keys) -> str:
    """``denied``, ``allowed`` or ``not-allowed``."""
    effects = {
        statement["Effect"]
        for policy in policies
        for statement in listed(policy["Statement"])
        if applies(statement, action, resource, keys, v=policy.get("Version") == "2012-10-17")
    }
    if "Deny" in effects:
        return "denied"
    return "allowed" if "Allow" in effects else "not-allowed"


def completions(
    keys: Mapping[str, tuple[str, ...] | None], may_be: Mapping[str, Iterable[tuple[str, ...]]]
) -> Iterable[Keys]:
    """All requests that some known and some unknown (None) keys may stand for."""
    unknown = [key for key, values in keys.items() if values is None]
    for chosen in itertools.product(*(may_be[key] for key in unknown)):
        yield {
            **{k: v for k, v in keys.items() if v is not None},
            **dict(zip(unknown, chosen, strict=True)),
        }
