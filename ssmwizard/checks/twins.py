"""Finds out whether two registrations are of the same machine. What it says is likely, not proved."""

from __future__ import annotations

import re

from ssmwizard.model.facts import Known
from ssmwizard.model.node import Instance, Kind, ManagedNode, kind_of
from ssmwizard.model.snapshot import Snapshot

# Host names that say nothing of the machine.
NAMELESS = frozenset({"localhost"})
INSTANCE = re.compile(r"i-[0-9a-f]{8,17}")


def hybrid_twin(snapshot: Snapshot, instance: Instance) -> ManagedNode | None:
    """Return the hybrid registration under which the agent of an EC2 instance may report.

    The host name must be one that EC2 gives, or that the instance itself reports.
    https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/hostname-types.html
    """
    fleet = snapshot.account.fleet
    if not isinstance(fleet, Known):
        return None
    own = fleet.value.nodes.get(instance.id)
    hosts = [instance.id, _address_name(instance.private_ip or "")]
    if own is not None and own.host not in NAMELESS:
        hosts.append(own.host)
    for host in hosts:
        for other in fleet.value.on(host, instance.private_ip):
            if kind_of(other.id) is Kind.HYBRID:
                return other
    return None


def instance_behind(snapshot: Snapshot, node: ManagedNode) -> str | None:
    """Return the EC2 instance that a hybrid node seems to be; ``""``: one, but not which."""
    if INSTANCE.fullmatch(node.source_id):
        return node.source_id
    fleet = snapshot.account.fleet
    if isinstance(fleet, Known) and node.host not in NAMELESS:
        for other in fleet.value.on(node.host, node.address):
            if other.id != node.id and kind_of(other.id) is Kind.EC2:
                return other.id
    if INSTANCE.fullmatch(node.host):
        return node.host
    return "" if node.address and node.host == _address_name(node.address) else None


def successor(snapshot: Snapshot, node: ManagedNode) -> ManagedNode | None:
    """Return the newer hybrid registration of what seems to be the same machine."""
    fleet = snapshot.account.fleet
    if not isinstance(fleet, Known) or node.registered is None or node.host in NAMELESS:
        return None
    newer = [
        other
        for other in fleet.value.on(node.host, node.address)
        if kind_of(other.id) is Kind.HYBRID
        and other.registered is not None
        and other.registered > node.registered
    ]
    return max(newer, key=lambda other: (other.registered, other.id), default=None)


def _address_name(address: str) -> str:
    return f"ip-{address.replace('.', '-')}"
