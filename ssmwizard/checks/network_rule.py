"""From the steps of the ways to all services to the one answer of a check."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from ssmwizard.checks.alike import alike
from ssmwizard.checks.hop import Holds, Hop
from ssmwizard.checks.hosts import Host, Need, for_run_command, for_sessions
from ssmwizard.checks.layout import layout_of
from ssmwizard.checks.policy_principal import Principal
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
from ssmwizard.checks.same import Same
from ssmwizard.checks.sites import Standing, standings
from ssmwizard.checks.way import Step, host_name, path_from
from ssmwizard.model.facts import Known
from ssmwizard.model.findings import Evidence, Grade
from ssmwizard.model.node import Kind, NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, joined, text

# The service that an agent reports to: a node that is Online has just reached it.
# https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-setting-up-messageAPIs.html
REPORTS_TO = "ssm"
ONLINE = "Online"

Who: TypeAlias = Callable[[Snapshot, NodeFacts], Principal | None]


@dataclass(frozen=True, slots=True)
class _Found:
    """What a step came to for one service, by the name of its host."""

    service: str
    need: Need
    host: str
    hop: Hop


@dataclass(frozen=True, slots=True)
class _Stance:
    """What the answers about a node depend on, and those that were worked out for all alike.

    ``online``: it reached ``ssm`` just now; ``connected``: it holds its channel for sessions open.
    """

    places: tuple[Standing, ...]
    services: tuple[Host, ...]
    hosts: tuple[str, ...]
    online: bool
    connected: bool
    answers: dict[tuple[Step, Principal | None], Outcome] = field(
        default_factory=dict, compare=False
    )


def rule_about(step: Step) -> NodeRule:
    """Return the rule that judges one step of the ways from a node to all services it needs."""

    def rule(snapshot: Snapshot, node: NodeFacts) -> Outcome:
        return answer(snapshot, node, step, _nobody)

    return rule


def answer(snapshot: Snapshot, node: NodeFacts, step: Step, who: Who) -> Outcome:
    """Judge one step, for those who call from the node where that matters.

    Nodes that stand in places alike get the same answer, which is worked out once.
    """
    if node.kind is Kind.HYBRID:
        said = N_("The network of a machine outside EC2 cannot be seen from here.")
        return not_applicable(text(said))
    stance = _stance(Same(snapshot), Same(node))
    if not stance.places:
        return not_applicable(text(N_("The instance stands in no network any more.")))
    key = (step, who(snapshot, node))
    if key not in stance.answers:
        stance.answers[key] = _outcome(snapshot, stance, *key)
    return stance.answers[key]


def _nobody(_: Snapshot, _node: NodeFacts) -> Principal | None:
    return None


@lru_cache(maxsize=2)
def _stance(snapshot: Same[Snapshot], node: Same[NodeFacts]) -> _Stance:
    """Return what the checks of one node share: they are asked about it one after the other."""
    found = standings(snapshot.it, node.it)
    layout = layout_of(snapshot.it)
    port = int(snapshot.it.requirements.number("hosts.port"))
    managed = node.it.managed.value if isinstance(node.it.managed, Known) else None
    services = (*for_sessions(snapshot.it), *for_run_command(snapshot.it, node.it))
    made = _Stance(
        places=tuple(
            Standing(one.interface if len(found) > 1 else "", alike(layout, one.site, port))
            for one in found
        ),
        services=services,
        hosts=tuple(host_name(snapshot.it, one.service) for one in services),
        online=managed is not None and managed.ping == ONLINE,
        connected=node.it.connected,
    )
    return layout.once(made, lambda: made)


def _outcome(snapshot: Snapshot, stance: _Stance, step: Step, who: Principal | None) -> Outcome:
    found: list[_Found] = []
    for one in stance.services:
        path = path_from(snapshot, stance.places, one.service)
        host = host_name(snapshot, one.service, path.endpoint)
        found.append(_Found(one.service, one.need, host, step(snapshot, path, who)))
    least = snapshot.requirements.text("agent.ec2messages-optional")
    return _Answer(found, stance, least).outcome()


@dataclass(frozen=True, slots=True)
class _Answer:
    found: Sequence[_Found]
    stance: _Stance
    least_agent: str

    def outcome(self) -> Outcome:
        """Return what the step comes to for all services together: the worst decides."""
        broken = self._those(Holds.NO)
        if broken:
            return self._broken(broken)
        unknowns = self._those(Holds.UNKNOWN)
        if unknowns:
            return self._undecided(unknowns)
        partly = self._those(Holds.PARTLY)
        if partly:
            said, cause = _said(partly), _cause(partly)
            return warning(said, *_evidence(partly), grade=Grade.INFERRED, cause=cause)
        aside = self._those(Holds.NO, Need.RUN_COMMAND)
        if aside:
            return self._aside(aside)
        right = self._those(Holds.YES)
        if not right:
            return not_applicable(text(N_("The node's way leads through no endpoint of its VPC.")))
        return passed(_said(right), *_evidence(right), grade=Grade.INFERRED, cause=_cause(right))

    def _broken(self, broken: Sequence[_Found]) -> Outcome:
        said, cause = _said(broken), _cause(broken)
        if self.stance.online and all(one.service == REPORTS_TO for one in broken):
            words = N_(
                "The node reports to Systems Manager all the same, so the evidence disagrees. {finding}"
            )
            worded = text(words, finding=said)
            return warning(worded, *_evidence(broken), grade=Grade.INFERRED, cause=cause)
        fixes = tuple(dict.fromkeys(one.hop.fix for one in broken if one.hop.fix))
        return failed(said, *_evidence(broken), grade=Grade.INFERRED, fixes=fixes, cause=cause)

    def _undecided(self, unknowns: Sequence[_Found]) -> Outcome:
        missing = next((one.hop.unknown for one in unknowns if one.hop.unknown), None)
        if missing is not None:
            return unknown(missing, *_evidence(unknowns))
        if self.stance.connected:
            words = N_(
                "The node is connected, so its way holds, though not all of it can be seen from here. {finding}"
            )
            return passed(text(words, finding=_said(unknowns)), *_evidence(unknowns))
        return undecided(_said(unknowns), *_evidence(unknowns))

    def _aside(self, broken: Sequence[_Found]) -> Outcome:
        """Say what an older agent does not reach, which no session needs."""
        words = N_(
            "Sessions do not need it, but an SSM Agent older than {least} takes the orders of Run Command from one more service, in Regions that have it. Update the agent, or mend this: {finding}"
        )
        said = text(words, least=self.least_agent, finding=_said(broken))
        return warning(said, *_evidence(broken), grade=Grade.INFERRED, cause=_cause(broken))

    def _those(self, holds: Holds, need: Need = Need.SESSIONS) -> list[_Found]:
        return [one for one in self.found if one.hop.holds is holds and one.need is need]


def _said(found: Sequence[_Found]) -> Text:
    """One sentence for each reason, with the hosts that it concerns."""
    reasons: dict[Text, list[str]] = {}
    for one in found:
        reasons.setdefault(one.hop.said, []).append(one.host)
    concerns = N_("{reason} This concerns {hosts}.")
    return joined(
        *(text(concerns, reason=reason, hosts=tuple(at)) for reason, at in reasons.items())
    )


def _evidence(found: Sequence[_Found]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(one for each in found for one in each.hop.evidence))


def _cause(found: Sequence[_Found]) -> str:
    return " ".join(dict.fromkeys(one.hop.by for one in found))
