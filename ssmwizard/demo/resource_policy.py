"""Policies of resources in small: whom a key or a bucket lets in.

A condition on something that nobody told is taken not to hold.
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ssmwizard.demo.patterns import Keys, as_list
from ssmwizard.demo.policy import ALLOWED, EXPLICIT_DENY, Policy, decide


def permits(
    document: Mapping[str, Any], principal: str, action: str, resource: str, keys: Keys
) -> bool:
    """Whether a policy lets a user or role of IAM in, or leaves it to its account's own policies."""
    return _said(document, principal, action, resource, keys) == ALLOWED


def forbids(
    document: Mapping[str, Any], principal: str, action: str, resource: str, keys: Keys
) -> bool:
    """Whether a policy denies something whatever the account's own policies say."""
    return _said(document, principal, action, resource, keys) == EXPLICIT_DENY


def _said(
    document: Mapping[str, Any], principal: str, action: str, resource: str, keys: Keys
) -> str:
    statements = [
        statement
        for statement in as_list(document.get("Statement"))
        if _names(statement.get("Principal"), principal)
    ]
    policy = Policy("resource", "resource", {**document, "Statement": statements})
    return decide([policy], action, resource, keys).outcome


def _names(named: Any, principal: str) -> bool:
    """To name an account is to name all in it: Allow leaves the choice to it, Deny does not."""
    account = principal.split(":")[4]
    root = ":".join([*principal.split(":")[:5], "root"])
    those = [named] if isinstance(named, str) else as_list((named or {}).get("AWS"))
    return any(name in {"*", principal, account, root} for name in those)
