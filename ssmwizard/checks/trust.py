"""Reads a trust policy, to tell whether a service may take the role.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from fnmatch import fnmatchcase

TAKE = "sts:AssumeRole"
KNOWN_OPERATORS = frozenset(
    {"stringequals", "stringlike", "arnequals", "arnlike", "stringequalsignorecase"}
)
ARN_REGION, ARN_ACCOUNT, ARN_PARTS = 3, 4, 6


class Trust(StrEnum):
    """Whether a service may take a role; ``ELSEWHERE``: for another account or Region only."""

    YES = "yes"
    NO = "no"
    DENIED = "denied"
    ELSEWHERE = "elsewhere"
    UNDECIDED = "undecided"


def trusted(
    policy: Mapping[str, object], services: Sequence[str], account: str, region: str
) -> Trust:
    """Tell whether one of the services may take the role, for this account and Region."""
    answers = [
        (statement.get("Effect"), _condition(statement.get("Condition"), account, region))
        for statement in _statements(policy)
        if _speaks_of(statement, services)
    ]
    denials = [answer for effect, answer in answers if effect == "Deny"]
    allows = [answer for effect, answer in answers if effect == "Allow"]
    if Trust.YES in denials:
        return Trust.DENIED
    if Trust.YES in allows:
        return Trust.UNDECIDED if Trust.UNDECIDED in denials else Trust.YES
    for answer in (Trust.UNDECIDED, Trust.ELSEWHERE):
        if answer in allows:
            return answer
    return Trust.NO


def _statements(policy: Mapping[str, object]) -> Iterable[Mapping[str, object]]:
    found = policy.get("Statement", ())
    for statement in found if isinstance(found, list) else [found]:
        if isinstance(statement, Mapping):
            yield statement


def _speaks_of(statement: Mapping[str, object], services: Sequence[str]) -> bool:
    patterns = _list(statement.get("Action"))
    if not any(fnmatchcase(TAKE.lower(), pattern.lower()) for pattern in patterns):
        return False
    principal = statement.get("Principal")
    if isinstance(principal, Mapping):
        named = [*_list(principal.get("Service")), *_list(principal.get("*"))]
        return "*" in named or any(service in named for service in services)
    return principal == "*"


def _condition(condition: object, account: str, region: str) -> Trust:
    """Tell whether a condition holds: ``YES``, ``ELSEWHERE`` or ``UNDECIDED``."""
    if not isinstance(condition, Mapping) or not condition:
        return Trust.YES
    for operator, keys in condition.items():
        if str(operator).lower() not in KNOWN_OPERATORS or not isinstance(keys, Mapping):
            return Trust.UNDECIDED
        for key, values in keys.items():
            match str(key).lower():
                case "aws:sourceaccount":
                    holds = any(fnmatchcase(account, value) for value in _list(values))
                case "aws:sourcearn":
                    holds = any(_arn_fits(value, account, region) for value in _list(values))
                case _:
                    return Trust.UNDECIDED
            if not holds:
                return Trust.ELSEWHERE
    return Trust.YES


def _arn_fits(pattern: str, account: str, region: str) -> bool:
    parts = pattern.split(":", ARN_PARTS - 1)
    if len(parts) < ARN_PARTS:
        return pattern == "*"
    return fnmatchcase(region, parts[ARN_REGION]) and fnmatchcase(account, parts[ARN_ACCOUNT])


def _list(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [str(one) for one in value] if isinstance(value, (list, tuple)) else []
