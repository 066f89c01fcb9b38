"""Reads the principals of a resource policy.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ssmwizard.checks.policy_match import MAYBE, NO, YES, Answer, any_of, opposite, told

ANYBODY = "*"
# How the unique ids of users and roles begin, which a policy shows when they were deleted.
UNIQUE = ("AIDA", "AROA")
ACCOUNT, ARN_PARTS = 4, 6


@dataclass(frozen=True, slots=True)
class Principal:
    """Who asks: a service, or a user or role with its account.

    ``arns`` are all its ARNs: a role session has its own and that of the role. ``ids`` are its unique
    ids, as far as they are known. ``services`` are the names of a service, which stand for one another.
    With none of these it is somebody of the account who is not known.
    """

    arns: tuple[str, ...] = ()
    account: str = ""
    ids: tuple[str, ...] = ()
    services: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Whether it is known who asks."""
        return bool(self.arns or self.services)


@dataclass(frozen=True, slots=True)
class Named:
    """Whether a principal element names somebody: itself, and by its account."""

    itself: Answer
    account: Answer

    @property
    def either(self) -> Answer:
        """Whether it is named in any way."""
        return any_of((self.itself, self.account))


def named(element: object, who: Principal) -> Named | None:
    """Tell whom a ``Principal`` element names; None when it cannot be read."""
    if element == ANYBODY:
        return Named(YES, NO)
    if not isinstance(element, Mapping) or not element:
        return None
    found: list[Named] = []
    for kind, value in element.items():
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, (list, tuple)):
            return None
        for one in values:
            if not isinstance(one, str):
                return None
            found.append(_one(str(kind), one, who))
    return Named(any_of(n.itself for n in found), any_of(n.account for n in found))


def excepted(element: object, who: Principal) -> Answer | None:
    """Tell whether a ``NotPrincipal`` element speaks of somebody, that is, does not except it.

    Whoever is excepted has to be named in every way: its account, its role and its session.
    """
    found = named(element, who)
    if found is None:
        return None
    if element == ANYBODY or who.services:
        return opposite(found.either)
    if found.either is NO:
        return YES
    if not who.known:
        return MAYBE
    whole = all(_names(element, arn) for arn in who.arns) and found.account is YES
    sessions = any(":user/" in arn or ":assumed-role/" in arn for arn in who.arns)
    return NO if whole and sessions else MAYBE


def _names(element: object, arn: str) -> bool:
    found = named(element, Principal((arn,)))
    return found is not None and found.itself is YES


def _one(kind: str, value: str, who: Principal) -> Named:
    match kind:
        case "Service":
            return Named(told(value in who.services), NO)
        case "AWS" if value == ANYBODY:
            return Named(YES, NO)
        case "AWS" if who.services:
            return Named(NO, NO)
        case "AWS":
            return _aws(value, who)
        case "Federated":
            return Named(NO, NO)
        case _:
            return Named(NO if who.services else MAYBE, NO)


def _aws(value: str, who: Principal) -> Named:
    account = _account(value)
    if account:
        return Named(NO, told(account == who.account) if who.account else MAYBE)
    if value in who.arns or value in who.ids:
        return Named(YES, NO)
    if not who.known:
        return Named(MAYBE, NO)
    if value.startswith(UNIQUE):
        return Named(NO if who.ids else MAYBE, NO)
    return Named(MAYBE if "*" in value or _perhaps_session(value, who.arns) else NO, NO)


def _account(value: str) -> str:
    """Return the account that a principal element stands for, empty for anything else."""
    parts = value.split(":")
    if len(parts) == ARN_PARTS and parts[-1] == "root":
        return parts[ACCOUNT]
    return value if value.isdecimal() else ""


def _perhaps_session(value: str, arns: Iterable[str]) -> bool:
    """Tell whether a value names some session of a role whose session is not known."""
    if any(":assumed-role/" in arn for arn in arns):
        return False
    kind, _, rest = value.rpartition(":assumed-role/")
    role = rest.partition("/")[0]
    return bool(kind) and any(
        ":role/" in arn
        and arn.rpartition("/")[2] == role
        and arn.split(":")[4] == kind.split(":")[4]
        for arn in arns
    )
