"""Fixes: planned, shown, applied, verified and taken back. What the window and the CLI use."""

from __future__ import annotations

from collections.abc import Iterable

from ssmwizard.app.apply import Moved, OtherCaller, apply
from ssmwizard.app.cli_lines import cli_lines
from ssmwizard.app.finish import OlderEntry, Recovery, finish, recovery
from ssmwizard.app.follow import Followed, follow
from ssmwizard.app.follow import stop as stop_following
from ssmwizard.app.following import Watched
from ssmwizard.app.inspect import Inspection
from ssmwizard.app.place import place_of, place_of_entry
from ssmwizard.app.rights import needed, rights
from ssmwizard.app.transaction import Applied, End, Show, Step, StepState
from ssmwizard.app.undo import Undone, UndoPlan, UndoStep, undo, undo_plan
from ssmwizard.app.verify import Proof, Verified, verify, verify_entry
from ssmwizard.fixes.every import EVERY, by_id
from ssmwizard.model.findings import Finding, Status
from ssmwizard.model.plans import NoPlan, Plan

__all__ = [
    "Applied",
    "End",
    "Followed",
    "Moved",
    "OlderEntry",
    "OtherCaller",
    "Proof",
    "Recovery",
    "Show",
    "Step",
    "StepState",
    "UndoPlan",
    "UndoStep",
    "Undone",
    "Verified",
    "Watched",
    "apply",
    "cli_lines",
    "finish",
    "follow",
    "needed",
    "place_of",
    "place_of_entry",
    "plans",
    "proposals",
    "recovery",
    "rights",
    "stop_following",
    "undo",
    "undo_plan",
    "verify",
    "verify_entry",
]


def plans(
    inspection: Inspection, fix_id: str, node_ids: Iterable[str]
) -> tuple[Plan | NoPlan, ...]:
    """Return the plans of one fix for some of the nodes that were inspected, one for each cause.

    KeyError names a fix or a node that is not there.
    """
    snapshot = inspection.snapshot
    nodes = {node.id: node for node in snapshot.nodes}
    return by_id(fix_id).plan(snapshot, tuple(nodes[node] for node in node_ids))


def proposals(inspection: Inspection) -> tuple[Plan | NoPlan, ...]:
    """Return the plans for all that the findings offer to fix, one for each cause, causes first.

    What a plan is offered for and needs nothing is left out; what cannot be planned says why.
    """
    wanted: dict[str, set[str]] = {}
    known = {fix.id for fix in EVERY}
    for finding in inspection.findings:
        for fix in finding.fixes if _offers(finding) else ():
            if fix in known:
                wanted.setdefault(fix, set()).update(_subjects(inspection, finding))
    return tuple(
        answer
        for fix, nodes in wanted.items()
        for answer in plans(
            inspection, fix, (node.id for node in inspection.snapshot.nodes if node.id in nodes)
        )
        if isinstance(answer, Plan) or not answer.nothing_to_do
    )


def _offers(finding: Finding) -> bool:
    return finding.is_root_cause or finding.status is Status.WARNING


def _subjects(inspection: Inspection, finding: Finding) -> Iterable[str]:
    if finding.subject is not None:
        return (finding.subject,)
    return (node.id for node in inspection.snapshot.nodes if finding.concerns(node.id))
