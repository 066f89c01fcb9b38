"""Facts about the account's settings in the Region."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from ssmwizard.model.facts import NOT_COLLECTED, Fact, Known
from ssmwizard.model.node import Roster


@dataclass(frozen=True, slots=True)
class Setting:
    """A service setting: its value, its status (``Default``, ``Customized``, ``PendingUpdate``), its ARN."""

    value: str
    status: str
    arn: str


@dataclass(frozen=True, slots=True)
class Activation:
    """A hybrid activation, with which machines outside EC2 register themselves.

    ``used`` of ``limit`` registrations are used up. Its end stops new registrations alone. ``name`` and
    ``tags`` are given to the machines that register with it. ``note`` is what it was made for.
    https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_Activation.html
    """

    id: str
    role: str
    expires: datetime | None
    expired: bool
    used: int
    limit: int | None
    name: str = ""
    tags: tuple[tuple[str, str], ...] = ()
    made: datetime | None = None
    note: str = ""

    def replaced(self, node_id: str) -> bool:
        """Tell whether it was made for a machine of this id, and a machine has registered with it."""
        return bool(self.used) and node_id in self.note.split()

    def usable(self, now: datetime) -> bool:
        """Tell whether one more machine can register with it."""
        ended = self.expired or (self.expires is not None and self.expires <= now)
        return not ended and (self.limit is None or self.used < self.limit)


@dataclass(frozen=True, slots=True)
class Association:
    """What State Manager does to nodes again and again: its targets, as key and values, and when.

    ``schedule`` is empty where it does it once only.
    https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_Association.html
    """

    id: str
    name: str
    schedule: str
    targets: tuple[tuple[str, tuple[str, ...]], ...]

    def covers(self, node_id: str) -> bool:
        """Tell whether it names the node, or every node, and comes back to it."""
        named = {one for key, values in self.targets if key == "InstanceIds" for one in values}
        return bool(self.schedule) and not named.isdisjoint({node_id, "*"})

    @property
    def by_other_means(self) -> bool:
        """Tell whether it comes back to nodes that it does not name: by tags or resource groups."""
        return bool(self.schedule) and any(key != "InstanceIds" for key, _ in self.targets)


@dataclass(frozen=True, slots=True)
class Uses:
    """How many EC2 instances of the Region stand on a thing, those left out that are gone.

    By the ARN of an instance profile, by the id of a security group, and by that of a VPC.
    """

    profiles: Mapping[str, int]
    groups: Mapping[str, int]
    vpcs: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class AccountFacts:
    """Settings of the account and Region; ``Known(None)`` when the service no longer has the setting.

    ``hybrid_nodes`` is how many hybrid nodes the Region has in all, which a change of the tier touches.
    ``instances`` is how many EC2 instances it has, counted where Default Host Management may be missed.
    ``fleet`` are the managed nodes as they were listed. ``activations`` are only asked for when a
    machine outside EC2 is not registered. ``updates`` are the associations that update agents, only
    asked for when a node is online. ``uses`` is counted where something may have to be mended that
    others stand on, and ``hybrid_roles`` is how many machines outside EC2 have a service role, by its
    name. ``policies_per_role`` is IAM's quota in force, only asked for where a role comes near it.
    """

    tier: Fact[Setting | None] = NOT_COLLECTED
    host_management: Fact[Setting | None] = NOT_COLLECTED
    hybrid_nodes: Fact[int] = NOT_COLLECTED
    fleet: Fact[Roster] = NOT_COLLECTED
    instances: Fact[int] = NOT_COLLECTED
    activations: Fact[tuple[Activation, ...]] = NOT_COLLECTED
    updates: Fact[tuple[Association, ...]] = NOT_COLLECTED
    uses: Fact[Uses] = NOT_COLLECTED
    hybrid_roles: Fact[Mapping[str, int]] = NOT_COLLECTED
    policies_per_role: Fact[int] = NOT_COLLECTED

    def registered_with(self, activation: Activation) -> tuple[str, ...]:
        """Return the nodes that are seen to have registered with an activation."""
        nodes = self.fleet.value.nodes.values() if isinstance(self.fleet, Known) else ()
        return tuple(one.id for one in nodes if one.activation_id == activation.id)
