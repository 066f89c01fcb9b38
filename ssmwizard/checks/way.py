"""The way from a node to one service, as one answer: the first step that breaks, or that it holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from ssmwizard.checks.endpoint_policy import (
    accepts,
    accepts_agent,
    caller,
    of_agent,
    of_preferences,
)
from ssmwizard.checks.hop import ABSENT, Holds, Hop, in_turn, unseen, unsure
from ssmwizard.checks.hosts import for_sessions
from ssmwizard.checks.path import Path, path_to
from ssmwizard.checks.policy_principal import Principal
from ssmwizard.checks.sites import Standing, standings
from ssmwizard.model.facts import CannotTell
from ssmwizard.model.node import Kind, NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text

Step: TypeAlias = Callable[[Snapshot, Path, Principal | None], Hop]

POLICY = "network.endpoint-policy"
# The check that judges each step of a way; only the last one asks who it is that calls.
JUDGED_BY: Mapping[str, Step] = {
    "network.dns": lambda _, path, _who: path.dns,
    "network.route": lambda _, path, _who: path.route,
    "network.node-security-group": lambda _, path, _who: path.node_group,
    "network.endpoint-security-group": lambda _, path, _who: path.endpoint_group,
    "network.acl": lambda _, path, _who: path.acl,
    POLICY: accepts_agent,
}


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
        places = standings(snapshot, node)
    except CannotTell as answer:
        return unseen(answer)
    if not places:
        return ABSENT
    path = path_from(snapshot, places, service)
    calls = (*of_agent(snapshot, service), *of_preferences(snapshot, service))
    policy = accepts(snapshot, path, caller(snapshot, node), calls)
    found = in_turn([one for one in (*path.steps, policy) if one.holds is not Holds.ABSENT])
    host = host_name(snapshot, service, path.endpoint)
    said = N_("{reason} This concerns {hosts}.")
    return replace(found, said=text(said, reason=found.said, hosts=(host,)))


def behind(snapshot: Snapshot, node: NodeFacts, step: Hop) -> tuple[str, ...]:
    """Return the checks that fail by the same thing on the way to what every session needs.

    A way that breaks there is an echo of theirs. ``step`` is what :func:`way` returned.
    """
    if step.holds is not Holds.NO:
        return ()
    places, who = standings(snapshot, node), caller(snapshot, node)
    paths = [path_from(snapshot, places, host.service) for host in for_sessions(snapshot)]
    return tuple(
        check
        for check, of in JUDGED_BY.items()
        for hops in [[of(snapshot, path, who) for path in paths]]
        if any(hop.holds is Holds.NO and hop.by == step.by for hop in hops)
    )


def path_from(snapshot: Snapshot, places: tuple[Standing, ...], service: str) -> Path:
    """Return the way from a node to a service, from the first of its places.

    Where that is broken and another way of the node is not, nobody knows which of them it takes:
    the steps that do not hold are then undecided, and say so.
    """
    first, *others = places
    path = path_to(snapshot, first.site, service)
    if not path.broken:
        return path
    for other in others:
        if not path_to(snapshot, other.site, service).broken:
            return _doubted(snapshot, path, first, other)
    return path


def host_name(snapshot: Snapshot, service: str, endpoint: str = "") -> str:
    """Return the name of a service's host, with the endpoint that it leads to in brackets."""
    partition, region = snapshot.partition, snapshot.identity.region
    host = partition.host(service, region) if partition is not None and region else service
    return f"{host} ({endpoint})" if endpoint else host


def _doubted(snapshot: Snapshot, path: Path, first: Standing, other: Standing) -> Path:
    if other.interface != first.interface:
        said = N_(
            "{one} The node has another network interface ({interface} in subnet {subnet}), whose way is not seen to be broken. Which of them its system takes cannot be seen from here."
        )
        more = {"interface": other.interface, "subnet": other.site.subnet}
    else:
        said = N_(
            "{one} By IPv6 the way is not seen to be broken. SSM Agent {least} or later takes it when it is set to use dual-stack endpoints; that setting is seen on the node alone."
        )
        more = {"least": snapshot.requirements.text("agent.ipv6")}

    def doubt(hop: Hop) -> Hop:
        if hop.holds is not Holds.NO:
            return hop
        return unsure(text(said, one=hop.said, **more), hop.by, *hop.evidence)

    return replace(
        path,
        dns=doubt(path.dns),
        route=doubt(path.route),
        node_group=doubt(path.node_group),
        endpoint_group=doubt(path.endpoint_group),
        acl=doubt(path.acl),
    )
