"""Every node of the Region in one list, those that cannot be reached first."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any

from ssmwizard.app.doors import Doors
from ssmwizard.app.inspect import Progress
from ssmwizard.app.together import Together
from ssmwizard.collect import fleet, node
from ssmwizard.collect.labels import Labels, labels
from ssmwizard.model.facts import Fact, Known, Unknown
from ssmwizard.model.node import Instance, Kind, ManagedNode, kind_of
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text

ONLINE = "Online"
STOPPED = frozenset({"stopped", "stopping", "shutting-down", "terminated", "pending"})


class Reach(IntEnum):
    """Whether a node can be reached as far as a list can tell; the order of the list."""

    LOST = 0
    UNMANAGED = 1
    STOPPED = 2
    UNKNOWN = 3
    ONLINE = 4


@dataclass(frozen=True, slots=True)
class Row:
    """A node as the list shows it; ``search`` is everything one may look for, in lower case.

    ``state`` is EC2's state and ``ping`` the agent's; each is empty where it does not exist.
    """

    id: str
    kind: Kind
    name: str
    address: str
    state: str
    ping: str
    agent: str
    system: str
    last_ping: datetime | None
    tags: tuple[tuple[str, str], ...]
    reach: Reach
    search: str


@dataclass(frozen=True, slots=True)
class Listing:
    """The nodes of the Region at a moment; ``missing`` says which list could not be had, and why.

    ``untagged``: why the tags of nodes outside EC2 are not known, where there are such nodes.
    """

    rows: tuple[Row, ...]
    missing: tuple[Unknown, ...]
    untagged: Unknown | None
    at: datetime
    region: str


def list_nodes(
    doors: Doors,
    profile: str | None,
    region: str | None,
    progress: Callable[[Progress], None] = lambda _: None,
    cancelled: threading.Event | None = None,
) -> Listing:
    """List EC2 instances and managed nodes; either list may be missing, and is then said to be."""
    aws = doors.aws(profile, region)
    stop = cancelled or threading.Event()
    door = aws.listening(lambda _: None, stop)
    at = aws.now()
    counts = {"instances": 0, "managed": 0}

    def count(name: str) -> Callable[[int], None]:
        def each(so_far: int) -> None:
            counts[name] = so_far
            total = sum(counts.values())
            progress(Progress(total, 0, text(N_("{count} nodes so far"), count=total)))

        return each

    answers = Together(stop, at_once=doors.at_once).ask(
        {
            "instances": lambda: node.instances(door, doors.page, each=count("instances")),
            "managed": lambda: fleet.managed(door, each=count("managed")),
            "labels": lambda: labels(door),
        },
        text(N_("Listing nodes")),
    )
    facts: tuple[Fact[Any], ...] = (answers["instances"], answers["managed"])
    instances = facts[0].value if isinstance(facts[0], Known) else {}
    managed = facts[1].value.nodes if isinstance(facts[1], Known) else {}
    tagged: Fact[Labels] = answers["labels"]
    tags = tagged.value if isinstance(tagged, Known) else {}
    rows = [
        _row(
            node_id,
            instances.get(node_id),
            managed.get(node_id),
            answers["managed"],
            tags.get(node_id, ()),
        )
        for node_id in {*instances, *managed}
    ]
    rows.sort(key=lambda row: (row.reach, row.name.lower(), row.id))
    missing = tuple(fact for fact in facts if isinstance(fact, Unknown))
    hybrid = any(row.kind is Kind.HYBRID for row in rows)
    untagged = tagged if hybrid and isinstance(tagged, Unknown) else None
    return Listing(tuple(rows), missing, untagged, at, aws.region)


def listed(snapshot: Snapshot) -> Listing:
    """Return the nodes that an inspection looked at, as a list."""
    rows = [
        _row(node.id, _known(node.instance), _known(node.managed), node.managed, ())
        for node in snapshot.nodes
    ]
    rows.sort(key=lambda row: (row.reach, row.name.lower(), row.id))
    return Listing(tuple(rows), (), None, snapshot.now, snapshot.identity.region or "")


def _known(fact: Fact[Any]) -> Any:
    return fact.value if isinstance(fact, Known) else None


def _row(
    node_id: str,
    instance: Instance | None,
    managed: ManagedNode | None,
    listed: Fact[Any],
    labelled: tuple[tuple[str, str], ...],
) -> Row:
    name = (instance.name if instance else "") or (managed.name if managed else "")
    name = name or (managed.computer_name if managed else "")
    address = (instance.private_ip if instance else "") or (managed.address if managed else "")
    state = instance.state if instance else ""
    system = instance.platform if instance else ""
    if managed and managed.platform_name:
        system = f"{managed.platform_name} {managed.platform_version}".strip()
    tags = instance.tags if instance else labelled
    searched = [node_id, name, address or "", state, system]
    searched += [
        managed.computer_name if managed else "",
        instance.public_ip or "" if instance else "",
    ]
    searched += [f"{key}={value}" for key, value in tags]
    return Row(
        id=node_id,
        kind=kind_of(node_id),
        name=name,
        address=address or "",
        state=state,
        ping=managed.ping if managed else "",
        agent=managed.agent_version if managed else "",
        system=system,
        last_ping=managed.last_ping if managed else None,
        tags=tags,
        reach=_reach(state, managed, listed),
        search=" ".join(searched).lower(),
    )


def _reach(state: str, managed: ManagedNode | None, listed: Fact[Any]) -> Reach:
    if state in STOPPED:
        return Reach.STOPPED
    if isinstance(listed, Unknown):
        return Reach.UNKNOWN
    if managed is None:
        return Reach.UNMANAGED
    return Reach.ONLINE if managed.ping == ONLINE else Reach.LOST
