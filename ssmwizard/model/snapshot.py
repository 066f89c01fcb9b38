"""One moment of the account and the computer, as far as it could be seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from ssmwizard.model.account import AccountFacts
from ssmwizard.model.caller import CallerRights
from ssmwizard.model.computer import ComputerFacts
from ssmwizard.model.facts import Fact, Known, Unknown
from ssmwizard.model.identity import IdentityFacts
from ssmwizard.model.network import NetworkFacts
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.partitions import Partition
from ssmwizard.model.requirements import Requirements
from ssmwizard.model.role import InstanceProfile, RoleFacts
from ssmwizard.model.session import SessionFacts
from ssmwizard.model.signatures import Signatures
from ssmwizard.model.systems import Systems


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All facts of one inspection, and the documented requirements they are held against.

    ``now`` is when the inspection began (UTC). ``computer`` is None when this computer was left
    out. ``profiles`` maps the ARN of an instance profile to what is in it; ``roles`` maps a role name
    to its facts; ``rights`` are those of the caller. ``policies`` maps the ARN of a managed policy to its
    document, where policies had to be read. ``features`` are the features asked for (``shell``,
    ``port-forwarding`` …).
    ``unlisted`` says which list of nodes could not be had when all nodes were asked for: there may be
    more than ``nodes`` tells. ``signatures`` are the error messages that are known, given where a real
    session was tried.
    """

    now: datetime
    identity: IdentityFacts
    partition: Partition | None
    requirements: Requirements
    systems: Systems
    computer: ComputerFacts | None = None
    account: AccountFacts = field(default_factory=AccountFacts)
    nodes: tuple[NodeFacts, ...] = ()
    profiles: Mapping[str, Fact[InstanceProfile | None]] = field(default_factory=dict)
    roles: Mapping[str, RoleFacts] = field(default_factory=dict)
    policies: Mapping[str, Fact[object]] = field(default_factory=dict)
    network: NetworkFacts = field(default_factory=NetworkFacts)
    session: SessionFacts = field(default_factory=SessionFacts)
    rights: CallerRights = field(default_factory=CallerRights)
    features: frozenset[str] = frozenset({"shell"})
    unlisted: tuple[Unknown, ...] = ()
    signatures: Signatures | None = None

    def node(self, node_id: str) -> NodeFacts:
        """Return the facts of one chosen node; KeyError for one that was not chosen."""
        for node in self.nodes:
            if node.id == node_id:
                return node
        raise KeyError(node_id)

    def elsewhere(self) -> Mapping[str, tuple[str, ...]]:
        """Return the other Regions in which chosen nodes were found, each with its nodes."""
        regions: dict[str, tuple[str, ...]] = {}
        for node in self.nodes:
            fact = node.elsewhere
            for sighting in fact.value.found if isinstance(fact, Known) else ():
                regions[sighting.region] = (*regions.get(sighting.region, ()), node.id)
        return regions
