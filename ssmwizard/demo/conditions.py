"""The condition operators of IAM policies.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
"""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from ssmwizard.demo.patterns import Request, as_list, matches, spelled

_ALL, _ANY = "ForAllValues", "ForAnyValue"
_ARN_PARTS = 6


def condition_fits(conditions: Mapping[str, Any], request: Request) -> bool:
    """Whether all conditions of a statement hold."""
    fits = [
        _fits(written, key, [_text(one) for one in as_list(wanted)], request)
        for written, pairs in conditions.items()
        for key, wanted in pairs.items()
    ]
    return all(fits)


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _fits(written: str, key: str, wanted: list[str], request: Request) -> bool:
    over, _, operator = written.rpartition(":")
    if_exists = operator.endswith("IfExists")
    operator = operator.removesuffix("IfExists")
    values = request.keys.get(key.lower(), ())
    if operator == "Null":
        return any((one.lower() == "true") is not bool(values) for one in wanted)
    negative = "Not" in operator
    operator = operator.replace("Not", "")
    if not values:
        if not if_exists:
            request.missing.add(key)
        return if_exists or over == _ALL or (negative and over != _ANY)
    found = [
        any(_compare(operator, one, value, request) for one in wanted) is not negative
        for value in values
    ]
    return all(found) if over == _ALL else any(found)


def _compare(operator: str, wanted: str, value: str, request: Request) -> bool:
    filled = request.filled(wanted)
    if filled is None:
        return False
    if operator == "StringLike":
        return matches(filled, value)
    if operator in {"ArnLike", "ArnEquals"}:
        return _arn_fits(filled, value)
    if operator in {"StringEqualsIgnoreCase", "Bool"}:
        return spelled(filled).lower() == value.lower()
    if operator == "IpAddress":
        return ipaddress.ip_address(value) in ipaddress.ip_network(wanted, strict=False)
    for kind, read in (("Numeric", float), ("Date", _moment)):
        if operator.startswith(kind):
            return _ordered(operator.removeprefix(kind), read(value), read(wanted))
    return spelled(filled) == value


def _arn_fits(pattern: str, arn: str) -> bool:
    patterns, parts = (text.split(":", _ARN_PARTS - 1) for text in (pattern, arn))
    if len(patterns) != len(parts):
        return pattern == "*"
    return all(map(matches, patterns, parts))


def _moment(written: str) -> float:
    if written.isdecimal():
        return float(written)
    moment = datetime.fromisoformat(written)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def _ordered(relation: str, one: float, other: float) -> bool:
    return {
        "Equals": one == other,
        "LessThan": one < other,
        "LessThanEquals": one <= other,
        "GreaterThan": one > other,
        "GreaterThanEquals": one >= other,
    }[relation]
