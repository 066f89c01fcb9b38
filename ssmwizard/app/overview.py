"""What an inspection comes to: counts, causes with their nodes, and what could not be looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ssmwizard.app.inspect import Inspection
from ssmwizard.app.verdict import Standing, Verdict
from ssmwizard.checks.rule import unknown
from ssmwizard.fixes.every import EVERY
from ssmwizard.model.facts import Known
from ssmwizard.model.findings import Finding, Severity, Status
from ssmwizard.model.identity import Caller
from ssmwizard.model.text import Text
from ssmwizard.resources import documentation

# Worst first.
STANDINGS = (Standing.BLOCKED, Standing.UNKNOWN, Standing.DEGRADED, Standing.READY)


@dataclass(frozen=True, slots=True)
class Group:
    """Findings that say the same: one of them, and the nodes that it speaks of."""

    finding: Finding
    nodes: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """What could not be looked at: why, the missing right, the checks and nodes that it leaves open."""

    says: Text
    right: str | None
    checks: tuple[str, ...]
    nodes: tuple[str, ...]


def counts(inspection: Inspection) -> tuple[tuple[Standing, int], ...]:
    """Return how many nodes have each verdict, the worst first."""
    found = Counter(verdict.standing for verdict in inspection.verdicts)
    return tuple((standing, found[standing]) for standing in STANDINGS)


def caller(inspection: Inspection) -> Caller | None:
    """Return who was calling, None when nobody knows."""
    fact = inspection.snapshot.identity.caller
    return fact.value if isinstance(fact, Known) else None


def causes(inspection: Inspection) -> tuple[Group, ...]:
    """Return what fails by itself, each cause once; what blocks first, then the most widespread."""
    found = _groups(inspection, lambda finding: finding.is_root_cause)
    found.sort(
        key=lambda group: (group.finding.severity is not Severity.BLOCKER, -len(group.nodes))
    )
    return tuple(found)


def warnings(inspection: Inspection) -> tuple[Group, ...]:
    """Return what deserves to be known though it blocks nothing, the most widespread first."""
    found = _groups(inspection, lambda finding: finding.status is Status.WARNING)
    found.sort(key=lambda group: -len(group.nodes))
    return tuple(found)


def gaps(inspection: Inspection) -> tuple[Gap, ...]:
    """Return what could not be looked at, each reason once; the widest gap first."""
    grouped: dict[str, list[Finding]] = {}
    for finding in inspection.findings:
        if finding.status is Status.UNKNOWN and not finding.blocked_by:
            grouped.setdefault(finding.text.english(), []).append(finding)
    found = [
        Gap(
            same[0].text,
            next((finding.right for finding in same if finding.right), None),
            _once(finding.check for finding in same),
            _once(finding.subject for finding in same if finding.subject is not None),
        )
        for same in grouped.values()
    ]
    unlisted = [unknown(fact) for fact in inspection.snapshot.unlisted]
    found += [Gap(outcome.text, outcome.right, ("node.exists",), ()) for outcome in unlisted]
    found.sort(key=lambda gap: -len(gap.nodes))
    return tuple(found)


def links(inspection: Inspection, finding: Finding) -> tuple[str, ...]:
    """Return the addresses of the documentation behind a finding."""
    partition = inspection.snapshot.partition
    name = partition.name if partition is not None else "aws"
    return _once(documentation().url(key, "en", name) for key in finding.docs)


def offered(finding: Finding) -> tuple[str, ...]:
    """Return the fixes of a finding that this version can plan."""
    known = {fix.id for fix in EVERY}
    return tuple(fix for fix in finding.fixes if fix in known)


def _groups(inspection: Inspection, wanted: Callable[[Finding], bool]) -> list[Group]:
    grouped: dict[tuple[str, str], list[Finding]] = {}
    for finding in inspection.findings:
        if wanted(finding):
            same = finding.cause or finding.text.english()
            grouped.setdefault((finding.check, same), []).append(finding)
    return [Group(same[0], _nodes(inspection, same)) for same in grouped.values()]


def _nodes(inspection: Inspection, same: Iterable[Finding]) -> tuple[Verdict, ...]:
    about = {(finding.subject, kind) for finding in same for kind in finding.kinds}
    return tuple(
        verdict
        for verdict in inspection.verdicts
        if (verdict.node, verdict.kind) in about or (None, verdict.kind) in about
    )


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
