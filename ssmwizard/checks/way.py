"""The way from a node to one service, as one answer: the first step that breaks, or that it holds."""

from __future__ import annotations

from dataclasses import replace

from ssmwizard.checks.hop import ABSENT, Holds, Hop, in_turn, unseen
from ssmwizard.checks.layout import Site, site_of
from ssmwizard.checks.path import path_to
from ssmwizard.model.facts import CannotTell, Known
from ssmwizard.model.node import Kind, NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text


def site(node: NodeFacts) -> Site | None:
    """Return where a node stands; None for an instance that stands in no network any more."""
    instance = node.instance.require()
    managed = node.managed.value if isinstance(node.managed, Known) else None
    system = managed.platform_type if managed is not None else ""
    return site_of(instance, system) if instance is not None else None


def way(snapshot: Snapshot, node: NodeFacts, service: str) -> Hop:
    """Return what the way from a node to a service (``kms``, ``s3`` …) comes to.

    ``holds`` is ``NO`` where a step breaks, ``PARTLY`` where it holds with a reservation, and
    ``UNKNOWN`` where that cannot be told; ``unknown`` is then the fact that is missing, if one is.
    ``said`` is one sentence with the host in it and what to do, ``by`` what decides. ``ABSENT``: the
    network of the node cannot be seen at all, as of a machine outside EC2.
    """
    if node.kind is Kind.HYBRID:
        return ABSENT
    try:
        place = site(node)
    except CannotTell as answer:
        return unseen(answer)
    if place is None:
        return ABSENT
    path = path_to(snapshot, place, service)
    steps = (path.dns, path.route, path.node_group, path.endpoint_group, path.acl)
    found = in_turn([step for step in steps if step.holds is not Holds.ABSENT])
    host = host_name(snapshot, service, path.endpoint)
    said = N_("{reason} This concerns {hosts}.")
    return replace(found, said=text(said, reason=found.said, hosts=(host,)))


def host_name(snapshot: Snapshot, service: str, endpoint: str = "") -> str:
    """Return the name of a service's host, with the endpoint that it leads to in brackets."""
    partition, region = snapshot.partition, snapshot.identity.region
    host = partition.host(service, region) if partition is not None and region else service
    return f"{host} ({endpoint})" if endpoint else host
