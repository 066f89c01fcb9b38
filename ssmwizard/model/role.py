"""Facts about the IAM roles that nodes use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ssmwizard.model.facts import NOT_COLLECTED, Fact

# The role that a fix makes for instances that have none, and its instance profile.
OWN_ROLE = "ssmwizard-managed-node"
OWN_PROFILE = f"instance-profile/{OWN_ROLE}"


def name_of(role: str) -> str:
    """Return a role's name where it is written with its path (``service-role/Name``), as settings do."""
    return role.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class InstanceProfile:
    """An instance profile and the name of the role in it (None: it is empty)."""

    arn: str
    name: str
    role: str | None


@dataclass(frozen=True, slots=True)
class Role:
    """An IAM role; ``trust`` is its decoded trust policy."""

    name: str
    arn: str
    path: str
    trust: Mapping[str, object]
    boundary: str | None


@dataclass(frozen=True, slots=True)
class Decision:
    """What the policy simulator says about one action.

    ``decision`` is ``allowed``, ``explicitDeny`` or ``implicitDeny``; the two flags are None where
    the simulator did not show the detail. ``missing_context`` names condition keys it had no value for.
    """

    action: str
    decision: str
    allowed_by_boundary: bool | None = None
    allowed_by_organization: bool | None = None
    missing_context: tuple[str, ...] = ()

    @property
    def allowed(self) -> bool:
        """Return whether the simulator allows the action."""
        return self.decision == "allowed"


@dataclass(frozen=True, slots=True)
class RoleFacts:
    """All that was collected about one role, once for all nodes that use it.

    ``decisions`` maps an action to what the simulator says; ``policies`` holds the ARNs of the
    attached managed policies; ``profiles`` the ARNs of all instance profiles that hold the role.
    """

    name: str
    role: Fact[Role | None]
    policies: Fact[tuple[str, ...]] = NOT_COLLECTED
    decisions: Fact[Mapping[str, Decision]] = NOT_COLLECTED
    profiles: Fact[tuple[str, ...]] = NOT_COLLECTED
