"""Where a node stands: the interfaces from which its agent may set out, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ssmwizard.checks.spans import Span, Spans, block, joined, readable
from ssmwizard.model.facts import Known
from ssmwizard.model.network import Subnet
from ssmwizard.model.node import Instance, Interface, ManagedNode, NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.systems import at_least, numbers

# Ports from which Linux opens connections, and other systems (RFC 6335): answers arrive there.
# https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports
LINUX_PORTS = (32768, 60999)
DYNAMIC_PORTS = (49152, 65535)
IPV4, IPV6 = 4, 6


@dataclass(frozen=True, slots=True)
class Site:
    """A place from which traffic sets out, as far as reaching a service goes.

    ``family`` is 4, or 6 for IPv6; ``addresses`` are of that family. ``public``: it has a public IPv4
    address (or IPv6); None when it may get one as the instance starts. ``ports`` are those from which
    the system opens connections. Of IPv6 alone: ``dual_stack`` is false where the agent is known to be
    too old for the hosts that have IPv6 addresses; ``dns64``: its subnet makes up IPv6 addresses for
    those that have IPv4 alone.
    """

    vpc: str
    subnet: str
    groups: tuple[str, ...]
    addresses: Spans
    family: int
    public: bool | None
    ports: Span
    dual_stack: bool = True
    dns64: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """A site with the id of its interface, which is empty where none is shown."""

    interface: str
    site: Site


def standings(snapshot: Snapshot, node: NodeFacts) -> tuple[Standing, ...]:
    """Return where a node may set out from, none when it stands in no network (any more).

    The first is its primary interface, by IPv4 if it has that: the way that systems take by
    themselves. Others follow only where the node has them. Raises ``CannotTell`` where the instance
    is not known.
    """
    instance = node.instance.require()
    if instance is None or not instance.vpc_id or not _first(instance).subnet_id:
        return ()
    managed = node.managed.value if isinstance(node.managed, Known) else None
    make = _Maker(snapshot, instance, managed)
    first = _first(instance)
    found = make.primary(first, instance.vpc_id)
    for one in instance.interfaces:
        if one is not first:
            found += make.other(one)
    return tuple(found)


def _first(instance: Instance) -> Interface:
    """Return the primary interface; what the instance itself says, where none is shown."""
    return min(
        instance.interfaces,
        key=lambda one: (one.private_ip != instance.private_ip, one.device_index, one.id),
        default=Interface(
            id="",
            device_index=0,
            subnet_id=instance.subnet_id or "",
            private_ip=instance.private_ip,
            public_ip=instance.public_ip,
            ipv6=(),
            groups=instance.groups,
        ),
    )


@dataclass(frozen=True, slots=True)
class _Maker:
    snapshot: Snapshot
    instance: Instance
    managed: ManagedNode | None

    def primary(self, interface: Interface, vpc: str) -> list[Standing]:
        """Return the sites of the primary interface; by IPv4 also where its address is not shown."""
        public = interface.public_ip or self.instance.public_ip
        found: list[Standing] = []
        if interface.private_ip or not interface.ipv6:
            found.append(self._by_ipv4(interface, vpc, public))
        return found + self._by_ipv6(interface, vpc)

    def other(self, interface: Interface) -> list[Standing]:
        """Return the sites of another interface, which may stand in another VPC."""
        subnet = self._subnet(interface)
        vpc = subnet.vpc_id if subnet is not None else ""
        found = [self._by_ipv4(interface, vpc, interface.public_ip)] if interface.private_ip else []
        return found + self._by_ipv6(interface, vpc)

    def _by_ipv4(self, interface: Interface, vpc: str, public: str | None) -> Standing:
        addresses = (interface.private_ip,) if interface.private_ip else ()
        return self._standing(interface, vpc, IPV4, addresses, self._public(public))

    def _by_ipv6(self, interface: Interface, vpc: str) -> list[Standing]:
        if not interface.ipv6:
            return []
        return [self._standing(interface, vpc, IPV6, interface.ipv6, public=True)]

    def _standing(
        self,
        interface: Interface,
        vpc: str,
        family: int,
        addresses: Iterable[str],
        public: bool | None,
    ) -> Standing:
        system = self.managed.platform_type if self.managed is not None else ""
        subnet = self._subnet(interface) if family == IPV6 else None
        linux = system == "Linux" or not (system or "windows" in self.instance.platform.lower())
        return Standing(
            interface.id,
            Site(
                vpc=vpc,
                subnet=interface.subnet_id,
                groups=tuple(sorted(interface.groups)),
                addresses=joined(block(one)[1] for one in addresses if readable(one)),
                family=family,
                public=public,
                ports=LINUX_PORTS if linux else DYNAMIC_PORTS,
                dual_stack=family == IPV4 or self._dual_stack(),
                dns64=subnet is not None and subnet.dns64,
            ),
        )

    def _subnet(self, interface: Interface) -> Subnet | None:
        subnets = self.snapshot.network.subnets
        return subnets.value.get(interface.subnet_id) if isinstance(subnets, Known) else None

    def _public(self, address: str | None) -> bool | None:
        """An address that is not an Elastic IP goes when the instance stops, and another comes."""
        if address:
            return True
        return False if self.instance.state == "running" else None

    def _dual_stack(self) -> bool:
        found = numbers(self.managed.agent_version) if self.managed is not None else ()
        least = numbers(self.snapshot.requirements.text("agent.ipv6"))
        return not found or at_least(found, least)
