"""Facts about the account's settings in the Region."""

from __future__ import annotations

from dataclasses import dataclass

from ssmwizard.model.facts import NOT_COLLECTED, Fact


@dataclass(frozen=True, slots=True)
class Setting:
    """A service setting: its value, its status (``Default``, ``Customized``, ``PendingUpdate``), its ARN."""

    value: str
    status: str
    arn: str


@dataclass(frozen=True, slots=True)
class AccountFacts:
    """Settings of the account and Region; ``Known(None)`` when the service no longer has the setting.

    ``hybrid_nodes`` is how many hybrid nodes the Region has in all, which a change of the tier touches.
    """

    tier: Fact[Setting | None] = NOT_COLLECTED
    host_management: Fact[Setting | None] = NOT_COLLECTED
    hybrid_nodes: Fact[int] = NOT_COLLECTED
