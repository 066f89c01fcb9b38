"""Looks for a service role for machines outside EC2: instead of one beyond mending, or to register."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial
from typing import Any

from ssmwizard.collect import role
from ssmwizard.fixes.activation import to_register
from ssmwizard.fixes.hybrid_role import beyond_mending
from ssmwizard.model.facts import Known
from ssmwizard.model.node import Kind, kind_of
from ssmwizard.model.role import name_of
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.outside.calls import Aws

Questions = dict[Hashable, Callable[[], Any]]
# What was looked at is enough to choose from.
MOST = 10


def wanted(snapshot: Snapshot) -> bool:
    """Tell whether a chosen machine outside EC2 needs a role: to register, or since its own is of no use."""
    for node in snapshot.nodes:
        if to_register(snapshot, node):
            return True
        managed = node.managed.value if isinstance(node.managed, Known) else None
        if node.kind is Kind.HYBRID and managed is not None and managed.role:
            facts = snapshot.roles.get(name_of(managed.role))
            if facts is not None and beyond_mending(snapshot, facts):
                return True
    return False


def questions(aws: Aws, snapshot: Snapshot) -> Questions:
    """Return the questions about roles that other machines and activations have, and AWS's own choice."""
    account = snapshot.account
    found = [snapshot.requirements.text("role.hybrid-proposed-role")]
    if isinstance(account.fleet, Known):
        nodes = account.fleet.value.nodes.values()
        found += [one.role for one in nodes if one.role and kind_of(one.id) is Kind.HYBRID]
    if isinstance(account.activations, Known):
        found += [one.role for one in account.activations.value if one.role]
    names = [one for one in dict.fromkeys(map(name_of, found)) if one not in snapshot.roles]
    actions = snapshot.requirements.texts("role.node-actions")
    return {("role", name): partial(role.role, aws, name, actions) for name in names[:MOST]}
