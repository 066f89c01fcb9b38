"""Findings put together by what they have in common: one cause, all nodes that stand on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ssmwizard.app.chain import Cause
from ssmwizard.app.inspect import Inspection
from ssmwizard.fixes.every import EVERY
from ssmwizard.model.findings import Finding, Status

# With more nodes than this a command line names none of them and says ``--all``.
NODES_BY_NAME = 8
_FIXES = frozenset(fix.id for fix in EVERY)


def together(findings: Iterable[Finding]) -> tuple[Cause, ...]:
    """Put findings together by check and cause, in the order of their first.

    A cause about the whole account or this computer names no nodes.
    """
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        reason = finding.cause or finding.text.english()
        groups.setdefault((finding.check, finding.status, reason), []).append(finding)
    return tuple(
        Cause(group[0], tuple(one.subject for one in group if one.subject is not None))
        for group in groups.values()
    )


def in_the_way(inspection: Inspection) -> tuple[Cause, ...]:
    """Return what failed by itself, the most upstream first."""
    return _those(inspection, lambda finding: finding.is_root_cause)


def worth_knowing(inspection: Inspection) -> tuple[Cause, ...]:
    """Return the warnings."""
    return _those(inspection, lambda finding: finding.status is Status.WARNING)


def not_seen(inspection: Inspection) -> tuple[Cause, ...]:
    """Return what could not be looked at, or could not be decided."""
    return _those(inspection, lambda finding: finding.status is Status.UNKNOWN)


def commands(cause: Cause, inspection: Inspection, program: str) -> tuple[str, ...]:
    """Return the command lines that show the plans of the fixes offered for a cause."""
    choice = inspection.choice
    nodes = cause.nodes or tuple(node.id for node in inspection.snapshot.nodes)
    if not nodes:
        return ()
    named = [f"--node {node}" for node in nodes] if len(nodes) <= NODES_BY_NAME else ["--all"]
    if choice.profile:
        named.append(f"--profile {choice.profile}")
    if choice.region:
        named.append(f"--region {choice.region}")
    return tuple(
        " ".join([program, "fix", fix, *named]) for fix in cause.finding.fixes if fix in _FIXES
    )


def _those(inspection: Inspection, wanted: Callable[[Finding], bool]) -> tuple[Cause, ...]:
    return together(finding for finding in inspection.findings if wanted(finding))
