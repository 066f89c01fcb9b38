"""The findings about one node as they are read: the chain of gates, echoes behind their causes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ssmwizard.app.causes import likeliest
from ssmwizard.model.findings import Finding, Status


@dataclass(frozen=True, slots=True)
class Gate:
    """One gate of the chain, with the echoes of its failure folded behind it.

    ``first_broken``: of those that are broken this is the likeliest cause, so this is where to begin.
    """

    finding: Finding
    echoes: tuple[Finding, ...] = ()
    first_broken: bool = False


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
    first = next(iter(likeliest(mine)), None)
    return tuple(
        Gate(finding, tuple(echoes.get(finding.check, ())), finding is first) for finding in gates
    )
