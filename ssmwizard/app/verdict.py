"""One verdict for each node: can a session be opened, and if not, why not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ssmwizard.model.findings import Finding, Severity, Status
from ssmwizard.model.node import Kind, NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

ORACLE = "node.connected"
FEATURES_CHECK = "agent.features"


class Standing(StrEnum):
    """The verdict on a node; the words of the JSON answer."""

    READY = "ready"
    DEGRADED = "degraded"
    BLOCKED = "blocked"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict on one node in one sentence, with the checks that failed by themselves.

    ``causes`` are the findings behind ``root_causes``, the most upstream first. ``features`` maps
    each feature that was asked for to a standing.
    """

    node: str
    name: str
    kind: Kind
    standing: Standing
    sentence: Text
    root_causes: tuple[str, ...]
    causes: tuple[Finding, ...]
    features: tuple[tuple[str, Standing], ...]


def verdicts(snapshot: Snapshot, findings: Sequence[Finding]) -> tuple[Verdict, ...]:
    """Return the verdict on every chosen node, in the order in which they were chosen."""
    shared = [finding for finding in findings if finding.subject is None]
    mine: dict[str, list[Finding]] = {node.id: [] for node in snapshot.nodes}
    for finding in findings:
        if finding.subject is not None:
            mine[finding.subject].append(finding)
    return tuple(
        _verdict(snapshot, node, [*(f for f in shared if f.concerns(node.id)), *mine[node.id]])
        for node in snapshot.nodes
    )


def _verdict(snapshot: Snapshot, node: NodeFacts, findings: Sequence[Finding]) -> Verdict:
    causes = tuple(finding for finding in findings if finding.is_root_cause)
    blocking = tuple(cause for cause in causes if cause.severity is Severity.BLOCKER)
    features = _features(snapshot, blocking, findings)
    standing = _standing(node, blocking, causes, findings)
    return Verdict(
        node=node.id,
        name=node.name,
        kind=node.kind,
        standing=standing,
        sentence=_sentence(standing, blocking or causes, findings),
        root_causes=tuple(dict.fromkeys(cause.check for cause in causes)),
        causes=causes,
        features=features,
    )


def _standing(
    node: NodeFacts,
    blocking: Sequence[Finding],
    causes: Sequence[Finding],
    findings: Iterable[Finding],
) -> Standing:
    if blocking:
        return Standing.BLOCKED
    oracle = _find(findings, ORACLE, node.id)
    if oracle is None or oracle.status is not Status.PASSED:
        return Standing.UNKNOWN
    return Standing.DEGRADED if causes else Standing.READY


def _features(
    snapshot: Snapshot, blocking: Sequence[Finding], findings: Sequence[Finding]
) -> tuple[tuple[str, Standing], ...]:
    oracle = next((f for f in findings if f.check == ORACLE), None)
    agent = next((f for f in findings if f.check == FEATURES_CHECK), None)
    lacking = set(agent.lacking) if agent is not None else set()
    open_shell = oracle is not None and oracle.status is Status.PASSED
    told = agent is not None and agent.status not in (Status.UNKNOWN, Status.SKIPPED)

    def standing(feature: str) -> Standing:
        if blocking or feature in lacking:
            return Standing.BLOCKED
        if not open_shell or (feature != "shell" and not told):
            return Standing.UNKNOWN
        return Standing.READY

    return tuple((feature, standing(feature)) for feature in sorted(snapshot.features))


def _find(findings: Iterable[Finding], check: str, subject: str | None) -> Finding | None:
    for finding in findings:
        if finding.check == check and finding.subject == subject:
            return finding
    return None


def _sentence(standing: Standing, causes: Sequence[Finding], findings: Sequence[Finding]) -> Text:
    match standing:
        case Standing.BLOCKED:
            if len(causes) > 1:
                said = N_("Blocked: {cause} There is more to mend after that: {others}.")
                others = tuple(dict.fromkeys(cause.check for cause in causes[1:]))
                return text(said, cause=causes[0].text, others=others)
            return text(N_("Blocked: {cause}"), cause=causes[0].text)
        case Standing.DEGRADED:
            return text(N_("A session opens, but: {cause}"), cause=causes[0].text)
        case Standing.READY:
            return text(
                N_(
                    "Ready: the node holds its channel for sessions open. Your own right to start a session was not tried."
                )
            )
        case Standing.UNKNOWN:
            missing = _missing(findings)
            if missing is None:
                return text(N_("Could not be determined."))
            return text(N_("Could not be determined. {reason}"), reason=missing.text)


def _missing(findings: Sequence[Finding]) -> Finding | None:
    """Return what keeps the verdict from being told: the channel itself, or what it waits for."""
    unseen = [finding for finding in findings if finding.status is Status.UNKNOWN]
    oracle = next((finding for finding in findings if finding.check == ORACLE), None)
    wanted = () if oracle is None else (ORACLE, *oracle.blocked_by)
    return next(
        (finding for finding in unseen if finding.check in wanted), next(iter(unseen), None)
    )
