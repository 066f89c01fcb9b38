"""Statements of policies, as far as a plan has to read them.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from ssmwizard.model.role import Role


def statements(document: object) -> tuple[object, ...]:
    """Return the statements of a policy, of which a single one needs no list."""
    found = document.get("Statement") if isinstance(document, Mapping) else None
    return tuple(found) if isinstance(found, list | tuple) else (found,)


def with_statements(document: Mapping[str, object], added: Iterable[object]) -> dict[str, object]:
    """Return a policy with more statements; all that was there stays as it was."""
    there = statements(document)
    return {**document, "Statement": [*there, *(one for one in added if one not in there)]}


def denied_to(policy: object, role: Role, action: str) -> bool:
    """Tell whether a policy of a resource denies a role something without any condition."""
    return any(
        one.get("Effect") == "Deny" and not one.get("Condition") and _speaks(one, role, action)
        for one in statements(policy)
        if isinstance(one, Mapping)
    )


def leaves_to_account(policy: object, role: Role, action: str) -> bool:
    """Tell whether the policy of a key lets the policies of the role's account decide."""
    return any(
        one.get("Effect") == "Allow" and _speaks(one, role, action)
        for one in statements(policy)
        if isinstance(one, Mapping)
    )


def service_may(policy: object, service: str, action: str) -> bool:
    """Tell whether a policy of a resource lets a service of AWS do something, conditions aside."""
    return any(one.get("Effect") == "Allow" for one in _of_service(policy, service, action))


def service_denied(policy: object, service: str, action: str) -> bool:
    """Tell whether a policy of a resource denies a service something without any condition."""
    told = _of_service(policy, service, action)
    return any(one.get("Effect") == "Deny" and not one.get("Condition") for one in told)


def _of_service(policy: object, service: str, action: str) -> list[Mapping[str, Any]]:
    return [
        one
        for one in statements(policy)
        if isinstance(one, Mapping)
        and _does(one, action)
        and not {"*", service}.isdisjoint(_named(one, "Service"))
    ]


def _named(statement: Mapping[str, Any], kind: str) -> tuple[str, ...]:
    principal = statement.get("Principal")
    return texts(principal.get(kind) if isinstance(principal, Mapping) else principal)


def _does(statement: Mapping[str, Any], action: str) -> bool:
    return any(fits(one.lower(), action.lower()) for one in texts(statement.get("Action")))


def _speaks(statement: Mapping[str, Any], role: Role, action: str) -> bool:
    root = f"{role.arn.rpartition(':')[0]}:root"
    named = _named(statement, "AWS")
    return _does(statement, action) and not {"*", role.account, role.arn, root}.isdisjoint(named)


def fits(pattern: str, value: str) -> bool:
    """Tell whether a pattern with ``*`` and ``?`` is the whole of a value."""
    regex = re.escape(pattern).replace(r"\*", ".*").replace(r"\?", ".")
    return re.fullmatch(regex, value) is not None


def texts(value: object) -> tuple[str, ...]:
    """Return the texts of a list, or of a single one that needs no list."""
    listed = value if isinstance(value, list | tuple) else (value,)
    return tuple(one for one in listed if isinstance(one, str))
