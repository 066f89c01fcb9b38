"""All checks, in the order of the chain that a session passes."""

from __future__ import annotations

from ssmwizard.checks import (
    account,
    agent,
    computer,
    identity,
    metadata,
    network,
    node,
    role,
    system,
)
from ssmwizard.checks.rule import Check

EVERY: tuple[Check, ...] = (
    *computer.CHECKS,
    *identity.CHECKS,
    *account.CHECKS,
    *node.BEFORE,
    *metadata.CHECKS,
    *role.CHECKS,
    *network.CHECKS,
    *node.AFTER,
    *agent.CHECKS,
    *system.CHECKS,
    *node.CHANNEL_CHECKS,
)


def by_id(check_id: str) -> Check:
    """Return a check by its id; KeyError for one that does not exist."""
    for check in EVERY:
        if check.id == check_id:
            return check
    raise KeyError(check_id)
