"""From the steps of the ways to all services to the one answer of a check."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ssmwizard.checks.hop import Holds, Hop
from ssmwizard.checks.hosts import for_sessions
from ssmwizard.checks.path import Path
from ssmwizard.checks.rule import (
    NodeRule,
    Outcome,
    failed,
    not_applicable,
    passed,
    undecided,
    unknown,
    warning,
)
from ssmwizard.checks.sites import standings
from ssmwizard.checks.way import host_name, path_from
from ssmwizard.model.facts import Known
from ssmwizard.model.findings import Evidence, Grade
from ssmwizard.model.node import Kind, NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

# The service that an agent reports to: a node that is Online has just reached it.
# https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-setting-up-messageAPIs.html
REPORTS_TO = "ssm"
ONLINE = "Online"


@dataclass(frozen=True, slots=True)
class _Found:
    """What a step came to for one service."""

    service: str
    endpoint: str
    hop: Hop


def rule_about(step: Callable[[Path], Hop]) -> NodeRule:
    """Return the rule that judges one step of the ways from a node to all services it needs."""

    def rule(snapshot: Snapshot, node: NodeFacts) -> Outcome:
        if node.kind is Kind.HYBRID:
            said = N_("The network of a machine outside EC2 cannot be seen from here.")
            return not_applicable(text(said))
        places = standings(snapshot, node)
        if not places:
            return not_applicable(text(N_("The instance stands in no network any more.")))
        ways = [path_from(snapshot, places, host.service) for host in for_sessions(snapshot)]
        found = [_Found(way.service, way.endpoint, step(way)) for way in ways]
        managed = node.managed.value if isinstance(node.managed, Known) else None
        online = managed is not None and managed.ping == ONLINE
        return _Answer(snapshot, found, online=online).outcome()

    return rule


@dataclass(frozen=True, slots=True)
class _Answer:
    snapshot: Snapshot
    found: Sequence[_Found]
    online: bool

    def outcome(self) -> Outcome:
        """Return what the step comes to for all services together: the worst decides."""
        broken = self._those(Holds.NO)
        if broken:
            return self._broken(broken)
        unknowns = self._those(Holds.UNKNOWN)
        if unknowns:
            missing = next((one.hop.unknown for one in unknowns if one.hop.unknown), None)
            if missing is not None:
                return unknown(missing, *_evidence(unknowns))
            return undecided(self._said(unknowns), *_evidence(unknowns))
        partly = self._those(Holds.PARTLY)
        if partly:
            return warning(
                self._said(partly), *_evidence(partly), grade=Grade.INFERRED, cause=_cause(partly)
            )
        right = self._those(Holds.YES)
        if not right:
            return not_applicable(text(N_("The node's way leads through no endpoint of its VPC.")))
        return passed(
            self._said(right), *_evidence(right), grade=Grade.INFERRED, cause=_cause(right)
        )

    def _broken(self, broken: Sequence[_Found]) -> Outcome:
        said, cause = self._said(broken), _cause(broken)
        if self.online and all(one.service == REPORTS_TO for one in broken):
            words = N_(
                "The node reports to Systems Manager all the same, so the evidence disagrees. {finding}"
            )
            worded = text(words, finding=said)
            return warning(worded, *_evidence(broken), grade=Grade.INFERRED, cause=cause)
        return failed(said, *_evidence(broken), grade=Grade.INFERRED, cause=cause)

    def _those(self, holds: Holds) -> list[_Found]:
        return [one for one in self.found if one.hop.holds is holds]

    def _said(self, found: Sequence[_Found]) -> Text:
        """One sentence for each reason, with the hosts that it concerns."""
        reasons: dict[Text, list[str]] = {}
        for one in found:
            host = host_name(self.snapshot, one.service, one.endpoint)
            reasons.setdefault(one.hop.said, []).append(host)
        said = [
            text(N_("{reason} This concerns {hosts}."), reason=reason, hosts=tuple(hosts))
            for reason, hosts in reasons.items()
        ]
        whole = said[0]
        for more in said[1:]:
            whole = text(N_("{one} {other}"), one=whole, other=more)
        return whole


def _evidence(found: Sequence[_Found]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(one for each in found for one in each.hop.evidence))


def _cause(found: Sequence[_Found]) -> str:
    return " ".join(dict.fromkeys(one.hop.by for one in found))
