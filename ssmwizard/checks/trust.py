"""Reads a trust policy, to tell whether a service may take the role.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase
from operator import eq

TAKE = "sts:AssumeRole"
ARN_REGION, ARN_ACCOUNT, ARN_PARTS = 3, 4, 6
# Operators of a condition that are compared here; every other one is left undecided.
COMPARE: Mapping[str, Callable[[str, str], bool]] = {
    "stringequals": eq,
    "stringlike": fnmatchcase,
    "arnequals": fnmatchcase,
    "arnlike": fnmatchcase,
}


class Trust(StrEnum):
    """Whether a service may take a role; ``ELSEWHERE``: for another account or Region only."""

    YES = "yes"
    NO = "no"
    DENIED = "denied"
    ELSEWHERE = "elsewhere"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Where:
    """The account and Region for which Systems Manager says that it takes a role."""

    account: str
    region: str


def trusted(policy: Mapping[str, object], services: Sequence[str], where: Where | None) -> Trust:
    """Tell whether one of the services may take the role.

    ``where`` is what a service tells the policy's conditions; None for a service that tells nothing
    certain, so that no condition can be decided.
    """
    answers = [
        (statement.get("Effect"), _holds(statement, where))
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
    if _excepts(statement):
        return True
    patterns = _list(statement.get("Action"))
    if not any(fnmatchcase(TAKE.lower(), pattern.lower()) for pattern in patterns):
        return False
    principal = statement.get("Principal")
    if isinstance(principal, Mapping):
        named = _list(principal.get("Service"))
        return "*" in _list(principal.get("AWS")) or any(one in named for one in services)
    return principal == "*"


def _excepts(statement: Mapping[str, object]) -> bool:
    return "NotPrincipal" in statement or "NotAction" in statement


def _holds(statement: Mapping[str, object], where: Where | None) -> Trust:
    """Tell whether a statement applies here: ``YES``, ``ELSEWHERE`` or ``UNDECIDED``."""
    if _excepts(statement):
        return Trust.UNDECIDED
    condition = statement.get("Condition")
    if not condition:
        return Trust.YES
    if where is None or not isinstance(condition, Mapping):
        return Trust.UNDECIDED
    answers = [
        _key_holds(str(operator), str(key), _list(values), where)
        for operator, keys in condition.items()
        if isinstance(keys, Mapping)
        for key, values in keys.items()
    ]
    for answer in (Trust.ELSEWHERE, Trust.UNDECIDED):
        if answer in answers:
            return answer
    return Trust.YES


def _key_holds(operator: str, key: str, values: Sequence[str], where: Where) -> Trust:
    compare = COMPARE.get(operator.lower())
    if compare is None:
        return Trust.UNDECIDED
    match key.lower():
        case "aws:sourceaccount":
            holds = any(compare(where.account, value) for value in values)
        case "aws:sourcearn":
            holds = any(_arn_fits(value, where) for value in values)
        case _:
            return Trust.UNDECIDED
    return Trust.YES if holds else Trust.ELSEWHERE


def _arn_fits(pattern: str, where: Where) -> bool:
    """Compare the account and Region of an ARN alone: what it ends in is not known here."""
    parts = pattern.split(":", ARN_PARTS - 1)
    if len(parts) < ARN_PARTS:
        return pattern == "*"
    region, account = parts[ARN_REGION], parts[ARN_ACCOUNT]
    return fnmatchcase(where.region, region) and fnmatchcase(where.account, account)


def _list(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [str(one) for one in value] if isinstance(value, (list, tuple)) else []
