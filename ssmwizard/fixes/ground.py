"""What plans stand on: partition, account, ARNs, the role of a node."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from ssmwizard.fixes.fix import CannotPlan, Nodes
from ssmwizard.model.facts import Known
from ssmwizard.model.node import Instance, Kind, ManagedNode, NodeFacts
from ssmwizard.model.partitions import Partition
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text

Key = TypeVar("Key", bound=Hashable)
Item = TypeVar("Item")

ONLINE = "Online"


def partition(snapshot: Snapshot) -> Partition:
    """Return the partition; raises :class:`CannotPlan` when it is not known."""
    if snapshot.partition is None:
        said = N_("The Region belongs to no partition that is known, so no ARN can be written.")
        raise CannotPlan(text(said))
    return snapshot.partition


def literal(value: object) -> str:
    """Return a value as JMESPath writes it.

    https://jmespath.org/specification.html#literal-expressions
    """
    return f"`{json.dumps(value).replace('`', chr(92) + '`')}`"


def arn(snapshot: Snapshot, service: str, resource: str) -> str:
    """Return the ARN of something in the account and Region."""
    account = snapshot.identity.caller.require().account
    return partition(snapshot).arn(service, snapshot.identity.region or "", account, resource)


def global_arn(snapshot: Snapshot, service: str, resource: str) -> str:
    """Return the ARN of something of the account that is in no Region."""
    account = snapshot.identity.caller.require().account
    return partition(snapshot).arn(service, "", account, resource)


def managed_policy(snapshot: Snapshot, name: str) -> str:
    """Return the ARN of a policy that AWS keeps."""
    return partition(snapshot).arn("iam", "", "aws", f"policy/{name}")


def ec2_services(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the names of EC2 that a role may trust in this partition, the most particular last."""
    requirements = snapshot.requirements
    names = requirements.texts("role.trusted-by-ec2")
    particular = requirements.get("role.trusted-by-ec2-china")
    if snapshot.partition is not None and particular.in_force(
        snapshot.partition.name, snapshot.now.date()
    ):
        names += requirements.texts(particular.id)
    return names


def node_arn(snapshot: Snapshot, node: NodeFacts) -> str:
    """Return the ARN by which IAM knows a node."""
    if node.kind is Kind.EC2:
        return arn(snapshot, "ec2", f"instance/{node.id}")
    return arn(snapshot, "ssm", f"managed-instance/{node.id}")


def document_arn(snapshot: Snapshot, name: str) -> str:
    """Return the ARN of a document that AWS keeps in the Region."""
    return partition(snapshot).arn("ssm", snapshot.identity.region or "", "", f"document/{name}")


def instance(node: NodeFacts) -> Instance:
    """Return the EC2 instance; raises :class:`CannotPlan` when there is none of this id."""
    found = node.instance.require()
    if found is None:
        said = N_("There is no instance {node} in this account and Region.")
        raise CannotPlan(text(said, node=node.id))
    return found


def managed(node: NodeFacts) -> ManagedNode:
    """Return the managed node; raises :class:`CannotPlan` when Systems Manager does not know it."""
    found = node.managed.require()
    if found is None:
        said = N_("{node} is not a managed node yet: nothing can be sent to it.")
        raise CannotPlan(text(said, node=node.id))
    return found


def reports(node: NodeFacts) -> ManagedNode | None:
    """Return the managed node if it is known to be one and to be online."""
    fact = node.managed
    online = isinstance(fact, Known) and fact.value is not None and fact.value.ping == ONLINE
    return fact.value if isinstance(fact, Known) and online else None


def grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, tuple[Item, ...]]:
    """Return the items by their key, in the order in which the keys came."""
    groups: dict[Key, list[Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return {name: tuple(members) for name, members in groups.items()}


def chunks(nodes: Nodes, size: int) -> tuple[Nodes, ...]:
    """Return the nodes in groups of at most ``size``, as many as one call takes."""
    return tuple(nodes[start : start + size] for start in range(0, len(nodes), size))


def ids(nodes: Nodes) -> tuple[str, ...]:
    """Return the ids of nodes."""
    return tuple(node.id for node in nodes)
