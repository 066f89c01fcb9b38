"""All checks, in the order of the chain that a session passes."""

from __future__ import annotations

from ssmwizard.checks import (
    account,
    activation,
    agent,
    computer,
    credentials,
    fleet,
    identity,
    metadata,
    network,
    node,
    permissions,
    region,
    registration,
    reporting,
    role,
    system,
)
from ssmwizard.checks.rule import Check

EVERY: tuple[Check, ...] = (
    *identity.CHECKS,
    *credentials.CHECKS,
    *region.CHECKS,
    *computer.CHECKS,
    *account.CHECKS,
    *fleet.CHECKS,
    *node.CHECKS,
    *activation.CHECKS,
    *metadata.CHECKS,
    *role.CHECKS,
    *permissions.CHECKS,
    *network.CHECKS,
    *registration.CHECKS,
    *reporting.REPORTS,
    *agent.CHECKS,
    *system.CHECKS,
    *reporting.CHANNELS,
)


def by_id(check_id: str) -> Check:
    """Return a check by its id; KeyError for one that does not exist."""
    for check in EVERY:
        if check.id == check_id:
            return check
    raise KeyError(check_id)
