"""All checks, in the order of the chain that a session passes."""

from __future__ import annotations

from ssmwizard.checks import (
    account,
    activation,
    agent,
    caller,
    caller_key,
    caller_sessions,
    clock,
    computer,
    credentials,
    endpoints,
    fleet,
    host_management,
    identity,
    metadata,
    network,
    node,
    permissions,
    preferences,
    presence,
    probe,
    region,
    registration,
    reporting,
    role,
    search_path,
    session,
    ssm_user,
    system,
)
from ssmwizard.checks.rule import Check
from ssmwizard.model.text import Text

EVERY: tuple[Check, ...] = (
    *identity.CHECKS,
    *credentials.CHECKS,
    *region.CHECKS,
    *search_path.CHECKS,
    *computer.CHECKS,
    *clock.CHECKS,
    *endpoints.CHECKS,
    *account.CHECKS,
    *fleet.CHECKS,
    *presence.CHECKS,
    *node.CHECKS,
    *activation.CHECKS,
    *metadata.CHECKS,
    *host_management.CHECKS,
    *role.CHECKS,
    *permissions.CHECKS,
    *network.CHECKS,
    *registration.CHECKS,
    *reporting.REPORTS,
    *agent.CHECKS,
    *system.CHECKS,
    *ssm_user.CHECKS,
    *reporting.CHANNELS,
    *preferences.CHECKS,
    *session.CHECKS,
    *caller.CHECKS,
    *caller_sessions.CHECKS,
    *caller_key.CHECKS,
    *probe.CHECKS,
)

_BY_ID = {check.id: check for check in EVERY}
_PLACES = {check.id: place for place, check in enumerate(EVERY)}


def by_id(check_id: str) -> Check:
    """Return a check by its id; KeyError for one that does not exist."""
    return _BY_ID[check_id]


def title(check_id: str) -> Text:
    """Return what a check says when it passes; its id where there is no such check (any more)."""
    check = _BY_ID.get(check_id)
    return Text(check_id) if check is None else check.title


def place(check_id: str) -> int:
    """Return where a check stands in the chain: the smaller, the further upstream."""
    return _PLACES.get(check_id, len(EVERY))
