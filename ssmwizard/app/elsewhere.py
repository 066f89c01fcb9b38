"""Looks for nodes in the other Regions of the account. Only reading calls, all Regions at once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from ssmwizard.app.together import Together
from ssmwizard.collect import elsewhere
from ssmwizard.model.facts import Fact, Known, Unknown
from ssmwizard.model.node import Elsewhere, NodeFacts, Sighting
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text
from ssmwizard.outside.calls import Aws

LOOKING = text(N_("Looking in the other Regions"))


def look(snapshot: Snapshot, aws: Aws, together: Together, page: int) -> tuple[NodeFacts, ...]:
    """Return the chosen nodes; those that are not here with what the other enabled Regions show."""
    who = snapshot.identity
    lost = [node.id for node in snapshot.nodes if node.nowhere]
    told: Mapping[str, Fact[Elsewhere]] = {}
    if isinstance(who.region_status, Unknown):
        told = dict.fromkeys(lost, who.region_status)
    elif lost:
        others = [name for name in who.regions if name != who.region]
        found = _search(aws, together, page, others, lost)
        told = {one: Known(seen, who.region_status.source) for one, seen in found.items()}
    return tuple(
        replace(node, elsewhere=told[node.id]) if node.id in told else node
        for node in snapshot.nodes
    )


def _search(
    aws: Aws, together: Together, page: int, regions: Sequence[str], ids: Sequence[str]
) -> Mapping[str, Elsewhere]:
    questions: dict[Hashable, Callable[[], Any]] = {
        ("elsewhere", region): partial(elsewhere.seen, aws.within(region), page, ids)
        for region in regions
    }
    answers = together.ask(questions, LOOKING)
    told = {region: answers["elsewhere", region] for region in regions}
    return {one: _of(one, told) for one in ids}


def _of(node_id: str, told: Mapping[str, Mapping[str, Fact[str | None]] | Unknown]) -> Elsewhere:
    found: list[Sighting] = []
    looked: list[str] = []
    unseen: list[tuple[str, Unknown]] = []
    for region, answer in told.items():
        fact = answer if isinstance(answer, Unknown) else answer[node_id]
        if isinstance(fact, Unknown):
            unseen.append((region, fact))
            continue
        looked.append(region)
        if fact.value is not None:
            found.append(Sighting(region, fact.value, fact.source))
    return Elsewhere(tuple(found), tuple(looked), tuple(unseen))
