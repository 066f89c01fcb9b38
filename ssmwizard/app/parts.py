"""The parts that every report has: what is in the way, what is worth knowing, what was not seen."""

from __future__ import annotations

from ssmwizard.app.causes import Cause, causes, together
from ssmwizard.app.inspect import Inspection
from ssmwizard.fixes.every import EVERY
from ssmwizard.fixes.fix import Fix
from ssmwizard.model.findings import Scope, Status

# With more nodes than this a command line names none of them and says ``--all``.
NODES_BY_NAME = 8
EXISTS = "node.exists"
_FIXES = {fix.id: fix for fix in EVERY}


def in_the_way(inspection: Inspection) -> tuple[Cause, ...]:
    """Return what failed by itself, the likeliest cause first."""
    return causes(inspection.findings, nodes(inspection))


def worth_knowing(inspection: Inspection) -> tuple[Cause, ...]:
    """Return the warnings, in the order of the chain."""
    return _those(inspection, Status.WARNING)


def not_seen(inspection: Inspection) -> tuple[Cause, ...]:
    """Return what could not be looked at, or could not be decided, in the order of the chain."""
    return _those(inspection, Status.UNKNOWN)


def nodes(inspection: Inspection) -> tuple[str, ...]:
    """Return the ids of the nodes that were looked at."""
    return tuple(node.id for node in inspection.snapshot.nodes)


def of_all(cause: Cause, inspection: Inspection) -> bool:
    """Tell whether a cause lies in the account or this computer, and so concerns every node."""
    return cause.finding.subject is None and len(cause.nodes) == len(inspection.snapshot.nodes)


def commands(cause: Cause, inspection: Inspection, program: str) -> tuple[str, ...]:
    """Return the command lines that show the plans of the fixes offered for a cause."""
    fixes = [_FIXES[fix] for fix in cause.finding.fixes if fix in _FIXES]
    return tuple(
        " ".join([program, "fix", fix.id, *_about(fix, cause, inspection)])
        for fix in fixes
        if cause.nodes or fix.looks_at is not Scope.NODE
    )


def looks(cause: Cause, inspection: Inspection, program: str) -> tuple[str, ...]:
    """Return the command lines that look further into a cause: where else a node may be."""
    absent = cause.finding.check == EXISTS and cause.finding.status is Status.FAILED
    if not absent or len(cause.nodes) > NODES_BY_NAME:
        return ()
    choice = inspection.choice
    if not choice.elsewhere:
        named = (*_named(cause.nodes), *_where(choice.profile, choice.region))
        return (" ".join([program, "check", "--elsewhere", *named]),)
    return tuple(
        " ".join([program, "check", *_named(found), *_where(choice.profile, region)])
        for region, found in inspection.snapshot.elsewhere().items()
        if set(found) & set(cause.nodes)
    )


def _about(fix: Fix, cause: Cause, inspection: Inspection) -> list[str]:
    """Return what a command line about a fix names: nodes, an account, or this computer alone."""
    choice = inspection.choice
    if fix.looks_at is Scope.COMPUTER:
        return []
    where = _where(choice.profile, choice.region)
    if fix.looks_at is Scope.IDENTITY:
        return where
    few = len(cause.nodes) <= NODES_BY_NAME
    return [*(_named(cause.nodes) if few else ["--all"]), *where]


def _named(wanted: tuple[str, ...]) -> list[str]:
    return [f"--node {node}" for node in wanted]


def _where(profile: str | None, region: str | None) -> list[str]:
    named = [f"--profile {profile}"] if profile else []
    return [*named, f"--region {region}"] if region else named


def _those(inspection: Inspection, status: Status) -> tuple[Cause, ...]:
    found = (finding for finding in inspection.findings if finding.status is status)
    return together(found, nodes(inspection))
