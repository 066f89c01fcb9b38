"""Reads the conditions of a policy statement.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from ipaddress import ip_address, ip_network
from operator import eq, ge, gt, le, lt
from typing import Any, TypeAlias

from ssmwizard.checks.policy_match import (
    MAYBE,
    NO,
    YES,
    Answer,
    Reader,
    all_of,
    any_of,
    like,
    opposite,
    plain,
    told,
)

# Compares what a policy wants with a value of the request; ValueError where either is malformed.
Compare: TypeAlias = Callable[[Reader, str, str], Answer]

ALL, ANY, NULL = "forallvalues", "foranyvalue", "null"
IF_EXISTS = "ifexists"
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
# Seconds since 1970; four digits could be a year as well.
_EPOCH = re.compile(r"[0-9]{5,}(\.[0-9]+)?")


def _text(same: Callable[[str, str], bool]) -> Compare:
    def compare(reader: Reader, wanted: str, value: str) -> Answer:
        pattern = reader.pattern(wanted)
        return pattern if isinstance(pattern, Answer) else told(same(plain(pattern), value))

    return compare


def _like(reader: Reader, wanted: str, value: str) -> Answer:
    pattern = reader.pattern(wanted)
    return pattern if isinstance(pattern, Answer) else told(like(pattern, value))


def _arn(reader: Reader, wanted: str, value: str) -> Answer:
    pattern = reader.pattern(wanted)
    return pattern if isinstance(pattern, Answer) else reader.arn_like(pattern, value)


def _same_in_any_case(one: str, other: str) -> bool:
    return one.lower() == other.lower()


def _truth(one: str, other: str) -> bool:
    return _read_truth(one) is _read_truth(other)


def _ordered(
    read: Callable[[str], Any], compare: Callable[[Any, Any], bool]
) -> Callable[[Reader, str, str], Answer]:
    def compared(_reader: Reader, wanted: str, value: str) -> Answer:
        return told(compare(read(value), read(wanted)))

    return compared


def _inside(_reader: Reader, wanted: str, value: str) -> Answer:
    network, address = ip_network(wanted, strict=False), ip_address(value)
    return told(address.version == network.version and address in network)


def _read_truth(written: str) -> bool:
    try:
        return {"true": True, "false": False}[written.lower()]
    except KeyError:
        raise ValueError(written) from None


def _number(written: str) -> Decimal:
    if not _NUMBER.fullmatch(written):
        raise ValueError(written)
    return Decimal(written)


def _moment(written: str) -> Decimal:
    if _EPOCH.fullmatch(written):
        return Decimal(written)
    moment = datetime.fromisoformat(written)
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
    return Decimal(str(moment.timestamp()))


def _orders(name: str, read: Callable[[str], Any]) -> dict[str, Compare]:
    return {
        f"{name}equals": _ordered(read, eq),
        f"{name}lessthan": _ordered(read, lt),
        f"{name}lessthanequals": _ordered(read, le),
        f"{name}greaterthan": _ordered(read, gt),
        f"{name}greaterthanequals": _ordered(read, ge),
    }


COMPARE: Mapping[str, Compare] = {
    "stringequals": _text(eq),
    "stringequalsignorecase": _text(_same_in_any_case),
    "stringlike": _like,
    "arnequals": _arn,
    "arnlike": _arn,
    "bool": _text(_truth),
    "binaryequals": _ordered(str, eq),
    "ipaddress": _inside,
    **_orders("numeric", _number),
    **_orders("date", _moment),
}
NEGATED: Mapping[str, str] = {
    "stringnotequals": "stringequals",
    "stringnotequalsignorecase": "stringequalsignorecase",
    "stringnotlike": "stringlike",
    "arnnotequals": "arnequals",
    "arnnotlike": "arnlike",
    "numericnotequals": "numericequals",
    "datenotequals": "dateequals",
    "notipaddress": "ipaddress",
}


@dataclass(frozen=True, slots=True)
class _Operator:
    """One operator as written: over all or any of the values, negated, counted only if the key is there."""

    compare: Compare
    negated: bool
    over: str
    if_exists: bool


def holds(block: object, reader: Reader) -> Answer:
    """Tell whether all conditions of a statement hold."""
    if not isinstance(block, Mapping):
        return reader.cannot_read("Condition")
    return all_of(
        _key_holds(str(written), str(key), wanted, reader)
        for written, keys in block.items()
        for key, wanted in (keys.items() if isinstance(keys, Mapping) else ((written, None),))
    )


def _key_holds(written: str, key: str, wanted: object, reader: Reader) -> Answer:
    values = texts(wanted)
    if not values:
        return reader.cannot_read(f"{written} {key}")
    if written.lower() == NULL:
        return _absent(key, values, reader)
    operator = _operator(written)
    if operator is None:
        return reader.cannot_read(written)
    found = reader.values(key)
    if found is None:
        return MAYBE
    if not found:
        return _without_value(operator)

    def one(value: str) -> Answer:
        answer = any_of(_compared(operator, one, value, reader, key) for one in values)
        return opposite(answer) if operator.negated else answer

    answers = [one(value) for value in found]
    if operator.over == ALL:
        return all_of(answers)
    if operator.over == ANY:
        return any_of(answers)
    return answers[0] if len(set(answers)) == 1 else reader.cannot_read(f"{written} {key}")


def _compared(operator: _Operator, wanted: str, value: str, reader: Reader, key: str) -> Answer:
    try:
        return operator.compare(reader, wanted, value)
    except (ValueError, OverflowError):
        return reader.cannot_read(f"{key} {wanted}")


def _without_value(operator: _Operator) -> Answer:
    """Tell whether a condition holds for a key that the request does not have."""
    if operator.over == ALL or operator.if_exists:
        return YES
    return NO if operator.over == ANY else told(operator.negated)


def _absent(key: str, wanted: Sequence[str], reader: Reader) -> Answer:
    found = reader.values(key)
    if found is None:
        return MAYBE
    try:
        return told(any(_read_truth(one) is not bool(found) for one in wanted))
    except ValueError:
        return reader.cannot_read(f"Null {key}")


def _operator(written: str) -> _Operator | None:
    over, _, name = written.lower().rpartition(":")
    if_exists = name.endswith(IF_EXISTS)
    name = name.removesuffix(IF_EXISTS)
    compare = COMPARE.get(NEGATED.get(name, name))
    if compare is None or over not in ("", ALL, ANY):
        return None
    return _Operator(compare, name in NEGATED, over, if_exists)


def texts(value: object) -> tuple[str, ...]:
    """Return one value or a list of them as texts; nothing where it is neither."""
    found = value if isinstance(value, (list, tuple)) else [value]
    if not all(isinstance(one, (str, bool, int, float)) for one in found):
        return ()
    return tuple(str(one).lower() if isinstance(one, bool) else str(one) for one in found)
