"""Reads a trust policy as far as a plan has to.

It decides less than the rule about trust policies does: what it cannot decide is left to people.
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from ssmwizard.fixes.statements import fits, statements, texts

ASSUME = "sts:AssumeRole"
ACCOUNT_KEY, ARN_KEY = "aws:SourceAccount", "aws:SourceArn"
EQUALS = frozenset({"StringEquals", "StringLike", "ArnEquals", "ArnLike"})
# An ARN up to its account.
OWNER = 5


class Lets(StrEnum):
    """Whether a document lets a service take the role; ``UNCLEAR``: that cannot be told here."""

    YES = "yes"
    NO = "no"
    DENIED = "denied"
    UNCLEAR = "unclear"


def lets(trust: object, services: Sequence[str], told: Mapping[str, str]) -> Lets:
    """Tell whether one of the services may take the role when it tells these condition keys.

    Any Deny that speaks of a service counts, whatever its condition.
    """
    answers = {_said(statement, services, told) for statement in statements(trust)}
    for answer in (Lets.DENIED, Lets.YES, Lets.UNCLEAR):
        if answer in answers:
            return answer
    return Lets.NO


def _said(statement: object, services: Sequence[str], told: Mapping[str, str]) -> Lets:
    if not isinstance(statement, Mapping):
        return Lets.UNCLEAR
    odd = "NotPrincipal" in statement or "NotAction" in statement
    if not odd and not (_names(statement, services) and _assumes(statement)):
        return Lets.NO
    match statement.get("Effect"):
        case "Deny":
            return Lets.DENIED
        case "Allow" if not odd and not _anybody(statement):
            return _holds(statement.get("Condition") or {}, told)
        case _:
            return Lets.UNCLEAR


def _names(statement: Mapping[str, Any], services: Sequence[str]) -> bool:
    principal = statement.get("Principal")
    named = principal.get("Service") if isinstance(principal, Mapping) else None
    return _anybody(statement) or not {*texts(named)}.isdisjoint(services)


def _anybody(statement: Mapping[str, Any]) -> bool:
    principal = statement.get("Principal")
    parts = principal.values() if isinstance(principal, Mapping) else (principal,)
    return any("*" in texts(part) for part in parts)


def _assumes(statement: Mapping[str, Any]) -> bool:
    return any(fits(one.lower(), ASSUME.lower()) for one in texts(statement.get("Action")))


def _holds(condition: object, told: Mapping[str, str]) -> Lets:
    """Tell whether a condition holds; one on anything but what is told cannot be decided."""
    if not isinstance(condition, Mapping):
        return Lets.UNCLEAR
    known = {key.lower(): value for key, value in told.items()}
    answers = set()
    for operator, keys in condition.items():
        for key, wanted in keys.items() if isinstance(keys, Mapping) else [("", keys)]:
            value = known.get(str(key).lower())
            if operator not in EQUALS or value is None:
                answers.add(Lets.UNCLEAR)
            else:
                answers.add(_equals(value, texts(wanted)))
    for answer in (Lets.NO, Lets.UNCLEAR):
        if answer in answers:
            return answer
    return Lets.YES


def _equals(value: str, wanted: Sequence[str]) -> Lets:
    if any(fits(one, value) for one in wanted):
        return Lets.YES
    owner = value.split(":")[:OWNER]
    near = len(owner) == OWNER and any(
        fits(":".join(one.split(":")[:OWNER]), ":".join(owner)) for one in wanted
    )
    return Lets.UNCLEAR if near else Lets.NO
