"""The findings of an inspection as they are read: the chain of one node, and causes that nodes share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ssmwizard.model.findings import Finding, Severity, Status


@dataclass(frozen=True, slots=True)
class Gate:
    """One gate of the chain, with the echoes of its failure folded behind it.

    ``first_broken``: nothing before it is broken, so this is where to begin.
    """

    finding: Finding
    echoes: tuple[Finding, ...] = ()
    first_broken: bool = False


@dataclass(frozen=True, slots=True)
class Cause:
    """A finding that speaks for several nodes, for which the same reason holds."""

    finding: Finding
    nodes: tuple[str, ...]


def chain(findings: Iterable[Finding], node: str) -> tuple[Gate, ...]:
    """Return the gates of a node in their order, those that do not apply left out.

    An echo stands behind the first of the gates that explain it, if that is in the chain, and by
    itself otherwise.
    """
    mine = [one for one in findings if one.concerns(node)]
    broken = {one.check for one in mine if one.is_root_cause or one.status is Status.UNKNOWN}
    echoes: dict[str, list[Finding]] = {}
    gates: list[Finding] = []
    for finding in mine:
        behind = next((check for check in finding.blocked_by if check in broken), None)
        if behind is not None:
            echoes.setdefault(behind, []).append(finding)
        elif finding.status is not Status.SKIPPED or finding.blocked_by:
            gates.append(finding)
    first = _first_broken(gates)
    return tuple(
        Gate(finding, tuple(echoes.get(finding.check, ())), finding is first) for finding in gates
    )


def causes(findings: Iterable[Finding], nodes: tuple[str, ...]) -> tuple[Cause, ...]:
    """Return what fails by itself, each cause once with all its nodes; the most widespread first.

    Causes that block come before those that only degrade.
    """
    grouped: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        if finding.is_root_cause:
            key = (finding.check, finding.cause or finding.subject or "")
            grouped.setdefault(key, []).append(finding)
    found = [Cause(same[0], _nodes(same, nodes)) for same in grouped.values()]
    found.sort(
        key=lambda cause: (cause.finding.severity is not Severity.BLOCKER, -len(cause.nodes))
    )
    return tuple(found)


def _nodes(same: Sequence[Finding], nodes: tuple[str, ...]) -> tuple[str, ...]:
    subjects = {finding.subject for finding in same}
    shared = [finding for finding in same if finding.subject is None]
    return tuple(
        node for node in nodes if node in subjects or any(one.concerns(node) for one in shared)
    )


def _first_broken(gates: Iterable[Finding]) -> Finding | None:
    broken = [gate for gate in gates if gate.is_root_cause]
    blocking = [gate for gate in broken if gate.severity is Severity.BLOCKER]
    return next(iter(blocking or broken), None)
