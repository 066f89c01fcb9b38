"""One verdict for each node: can a session be opened, and if not, why not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ssmwizard.app import sentence
from ssmwizard.app.causes import likeliest
from ssmwizard.app.features import ORACLE, Served, bars, table
from ssmwizard.app.standing import Standing
from ssmwizard.checks.every import place
from ssmwizard.model.features import SHELL
from ssmwizard.model.findings import Finding, Severity, Status
from ssmwizard.model.node import Kind, NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import Text

__all__ = ["Standing", "Verdict", "verdicts"]

# The check of a real session, and how it ends where a shell was had.
PROOF = "probe.session"
OPENED = (Status.PASSED, Status.WARNING)
# What the answer about the channel says of it; any other leaves that open.
_OPENS = {Status.PASSED: True, Status.FAILED: False}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict on one node in one sentence, with the checks that failed by themselves.

    ``causes`` are the findings behind ``root_causes``, the likeliest first. ``table`` holds every
    feature, ``wanted`` the ids of those that were asked for.
    """

    node: str
    name: str
    kind: Kind
    standing: Standing
    sentence: Text
    root_causes: tuple[str, ...]
    causes: tuple[Finding, ...]
    table: tuple[Served, ...]
    wanted: frozenset[str]

    @property
    def features(self) -> tuple[tuple[str, Standing], ...]:
        """Return how each feature that was asked for stands."""
        asked = [one for one in self.table if one.feature.id in self.wanted]
        return tuple((one.feature.id, one.standing) for one in asked)


def verdicts(snapshot: Snapshot, findings: Sequence[Finding]) -> tuple[Verdict, ...]:
    """Return the verdict on every chosen node, in the order in which they were chosen."""
    shared: dict[Kind, list[Finding]] = {
        kind: [one for one in findings if one.subject is None and kind in one.kinds]
        for kind in Kind
    }
    mine: dict[str, list[Finding]] = {node.id: [] for node in snapshot.nodes}
    for finding in findings:
        if finding.subject is not None:
            mine[finding.subject].append(finding)
    return tuple(
        _verdict(snapshot, node, _upstream_first([*shared[node.kind], *mine[node.id]]))
        for node in snapshot.nodes
    )


def _upstream_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: place(finding.check)))


def _verdict(snapshot: Snapshot, node: NodeFacts, findings: Sequence[Finding]) -> Verdict:
    oracle = next((finding for finding in findings if finding.check == ORACLE), None)
    opens = _OPENS.get(oracle.status) if oracle is not None else None
    causes = likeliest(findings)
    blocking = _blocking(causes, oracle)
    if opens and any(one.check == PROOF and one.status in OPENED for one in findings):
        # A shell was had: what takes it cannot be in the way.
        blocking = tuple(one for one in blocking if not bars(one, SHELL))
    unseen = None if opens else _unseen(findings, oracle)
    served = table(snapshot, findings, blocking, opens=opens, unseen=unseen)
    asked = [one for one in served if one.feature.id in snapshot.features]
    lacking = [one for one in asked if one.standing is Standing.BLOCKED]
    doubted = [one for one in asked if one.standing is Standing.UNKNOWN]
    if blocking and (opens is False or _bar_all(blocking, snapshot.features)):
        standing, said = Standing.BLOCKED, sentence.blocked(blocking)
    elif not opens:
        standing, said = Standing.UNKNOWN, sentence.undetermined(unseen, blocking)
    elif causes or lacking:
        standing = Standing.DEGRADED
        said = sentence.degraded(node, findings, causes, lacking)
    elif doubted:
        standing, said = Standing.UNKNOWN, sentence.undecided(node, findings, doubted)
    else:
        standing, said = Standing.READY, sentence.ready(node, findings)
    return Verdict(
        node=node.id,
        name=node.name,
        kind=node.kind,
        standing=standing,
        sentence=said,
        root_causes=tuple(dict.fromkeys(cause.check for cause in causes)),
        causes=causes,
        table=served,
        wanted=snapshot.features,
    )


def _bar_all(blocking: Sequence[Finding], features: Iterable[str]) -> bool:
    return all(any(bars(cause, feature) for cause in blocking) for feature in features)


def _blocking(causes: Sequence[Finding], oracle: Finding | None) -> tuple[Finding, ...]:
    """Return the causes that let no session open: by what they are, or because none is seen to."""
    shut = oracle if oracle is not None and oracle.status is Status.FAILED else None
    echo = shut.blocked_by if shut else ()
    found = tuple(
        cause for cause in causes if cause.severity is Severity.BLOCKER or cause.check in echo
    )
    if found or shut is None:
        return found
    return tuple(causes) or (shut,)


def _unseen(findings: Sequence[Finding], oracle: Finding | None) -> Finding | None:
    """Return what keeps the verdict from being told: the channel itself, or what it waits for."""
    unseen = [finding for finding in findings if finding.status is Status.UNKNOWN]
    wanted = () if oracle is None else (ORACLE, *oracle.blocked_by)
    return next((one for one in unseen if one.check in wanted), next(iter(unseen), None))
