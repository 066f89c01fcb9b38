"""Facts about nodes: EC2 instances and hybrid machines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ssmwizard.model.facts import NOT_COLLECTED, Fact


class Kind(StrEnum):
    """Where a node lives."""

    EC2 = "ec2"
    HYBRID = "hybrid"


def kind_of(node_id: str) -> Kind:
    """Tell from the id: ``i-…`` is an EC2 instance, everything else is registered from outside."""
    return Kind.EC2 if node_id.startswith("i-") else Kind.HYBRID


@dataclass(frozen=True, slots=True)
class Interface:
    """A network interface of an EC2 instance."""

    id: str
    device_index: int
    subnet_id: str
    private_ip: str | None
    public_ip: str | None
    ipv6: tuple[str, ...]
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Metadata:
    """The instance metadata options (``endpoint``: enabled or disabled; ``tokens``: optional or required)."""

    endpoint: str
    tokens: str
    hop_limit: int
    state: str


@dataclass(frozen=True, slots=True)
class Instance:
    """An EC2 instance as ``ec2:DescribeInstances`` shows it."""

    id: str
    name: str
    state: str
    launched: datetime | None
    vpc_id: str | None
    subnet_id: str | None
    private_ip: str | None
    public_ip: str | None
    groups: tuple[str, ...]
    interfaces: tuple[Interface, ...]
    profile_arn: str | None
    metadata: Metadata
    image_id: str
    platform: str
    architecture: str
    tags: tuple[tuple[str, str], ...]

    @property
    def gone(self) -> bool:
        """Return whether it is being terminated, or was: EC2 then tells little of it any more."""
        return self.state in {"shutting-down", "terminated"}


@dataclass(frozen=True, slots=True)
class ManagedNode:
    """A managed node as ``ssm:DescribeInstanceInformation`` shows it."""

    id: str
    ping: str
    last_ping: datetime | None
    agent_version: str
    is_latest: bool | None
    platform_type: str
    platform_name: str
    platform_version: str
    resource_type: str
    source_type: str
    source_id: str
    address: str
    computer_name: str
    name: str
    role: str
    activation_id: str
    registered: datetime | None


@dataclass(frozen=True, slots=True)
class InstanceStatus:
    """EC2's status checks: ``ok``, ``impaired``, or others."""

    instance: str
    system: str


@dataclass(frozen=True, slots=True)
class NodeFacts:
    """All that was collected about one chosen node.

    ``instance`` and ``managed`` are ``Known(None)`` when the account was read and the node is not
    there. ``connection`` is ``connected`` or ``notconnected``.
    ``refusal`` is the message with which the service refused a session on this node, ``Known(None)``
    when it granted one; it is only collected when the operator asks for a real session.
    """

    id: str
    instance: Fact[Instance | None]
    managed: Fact[ManagedNode | None]
    status: Fact[InstanceStatus | None] = NOT_COLLECTED
    connection: Fact[str] = NOT_COLLECTED
    refusal: Fact[str | None] = NOT_COLLECTED

    @property
    def connected(self) -> bool:
        """Return whether the service has shown that the node holds its session channel open."""
        return getattr(self.connection, "value", None) == "connected"

    @property
    def kind(self) -> Kind:
        """Return where the node lives."""
        return kind_of(self.id)

    @property
    def name(self) -> str:
        """Return the node's name as its owner gave it, or an empty string."""
        instance = getattr(self.instance, "value", None)
        managed = getattr(self.managed, "value", None)
        if instance is not None and instance.name:
            return str(instance.name)
        if managed is not None:
            return str(managed.name or managed.computer_name)
        return ""
