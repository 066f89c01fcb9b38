"""Facts about nodes: EC2 instances and hybrid machines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ssmwizard.model.diagnosis import Diagnosis
from ssmwizard.model.facts import NOT_COLLECTED, Fact, Known, Source, Unknown
from ssmwizard.model.probe import Trial


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

    @property
    def host(self) -> str:
        """Return the computer's name without its domain, in small letters."""
        return self.computer_name.partition(".")[0].casefold()


@dataclass(frozen=True, slots=True)
class Roster:
    """Managed nodes as they were listed; ``whole``: all that the Region has.

    ``hosts`` holds the ids of the nodes that report the same host name and address.
    """

    nodes: Mapping[str, ManagedNode]
    whole: bool
    hosts: Mapping[tuple[str, str], tuple[str, ...]]

    @classmethod
    def of(cls, nodes: Iterable[ManagedNode], *, whole: bool) -> Roster:
        """Make one from what was listed."""
        listed = {node.id: node for node in nodes}
        hosts: dict[tuple[str, str], list[str]] = {}
        for node in listed.values():
            if node.host and node.address:
                hosts.setdefault((node.host, node.address), []).append(node.id)
        return cls(listed, whole, {host: tuple(ids) for host, ids in hosts.items()})

    def on(self, host: str, address: str | None) -> tuple[ManagedNode, ...]:
        """Return the nodes that report a host name (without its domain) and an address."""
        return tuple(self.nodes[one] for one in self.hosts.get((host, address or ""), ()))


@dataclass(frozen=True, slots=True)
class InstanceStatus:
    """EC2's status checks of the machine, of what it runs on, and of its volumes.

    ``ok``, ``impaired``, or others; empty where EC2 tells nothing.
    """

    instance: str
    system: str
    volumes: str = ""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A node that was found in another Region: EC2's state of it, or its ping."""

    region: str
    state: str
    source: Source


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What the other Regions of the account showed of a node.

    ``regions`` are those that were looked into; ``unseen`` those that could not be, and why.
    """

    found: tuple[Sighting, ...]
    regions: tuple[str, ...]
    unseen: tuple[tuple[str, Unknown], ...] = ()


@dataclass(frozen=True, slots=True)
class NodeFacts:
    """All that was collected about one chosen node.

    ``instance`` and ``managed`` are ``Known(None)`` when the account was read and the node is not
    there. ``connection`` is ``connected`` or ``notconnected``.
    ``refusal`` is the message with which the service refused a session on this node, ``Known(None)``
    when it granted one, and ``trial`` what came of that; both are only collected when the operator asks
    for a real session.
    ``elsewhere`` is only collected for a node that is not here, when the operator asks for it.
    ``diagnosis`` is what the node says of itself: asked by Run Command when the operator asks for it,
    or given by hand. ``console`` are the telling lines of the console output, only collected when the
    operator asks for it.
    """

    id: str
    instance: Fact[Instance | None]
    managed: Fact[ManagedNode | None]
    status: Fact[InstanceStatus | None] = NOT_COLLECTED
    connection: Fact[str] = NOT_COLLECTED
    refusal: Fact[str | None] = NOT_COLLECTED
    trial: Fact[Trial] = NOT_COLLECTED
    elsewhere: Fact[Elsewhere] = NOT_COLLECTED
    diagnosis: Fact[Diagnosis] = NOT_COLLECTED
    console: Fact[tuple[str, ...]] = NOT_COLLECTED

    @property
    def nowhere(self) -> bool:
        """Return whether the account was read and has no such node in this Region."""
        lists = (self.managed,) if self.kind is Kind.HYBRID else (self.instance, self.managed)
        absent = all(isinstance(fact, Known) and fact.value is None for fact in lists)
        return absent and not self.connected

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
