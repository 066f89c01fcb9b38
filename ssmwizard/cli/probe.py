"""``ssmwizard probe``: opens and ends one real session on a node."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from typing import Any

from ssmwizard.app import probing
from ssmwizard.app.doors import Doors
from ssmwizard.app.inspect import Inspection
from ssmwizard.app.report_json import finding_json, node_json
from ssmwizard.cli import console, looking
from ssmwizard.cli.status import Status
from ssmwizard.model.findings import Finding
from ssmwizard.model.findings import Status as Answer
from ssmwizard.model.probe import Left
from ssmwizard.outside.secrets import scrub

# A session that opened, or that was not tried, is no answer yet to whether the node can be used.
STATUSES: Mapping[Answer, Status] = {
    Answer.FAILED: Status.BLOCKED,
    Answer.UNKNOWN: Status.UNKNOWN,
}


def run(arguments: Namespace, doors: Doors) -> int:
    """Inspect the node, try a session, and tell how far it came; return the exit status."""
    arguments.nodes, arguments.all, arguments.probe = [arguments.node], False, True
    inspection = looking.look(arguments, doors)
    found = next(one for one in inspection.findings if one.check == probing.CHECK)
    if arguments.format == "json":
        console.answer_json(scrub(_as_json(inspection, arguments.node, found)))
    else:
        console.answer(_as_text(inspection, found))
    if found.status in STATUSES:
        return STATUSES[found.status]
    untried = Status.UNKNOWN if found.status is Answer.SKIPPED else Status.READY
    return looking.status(inspection) or untried


def _as_text(inspection: Inspection, found: Finding) -> str:
    lines = [f"{piece.label.english()}: {piece.value}" for piece in found.evidence]
    (verdict,) = inspection.verdicts
    said, whole = found.text.english(), verdict.sentence.english()
    told = [whole] if said in whole else [said, "", whole]
    return "\n".join([*lines, *([""] if lines else []), *told])


def _as_json(inspection: Inspection, node: str, found: Finding) -> dict[str, Any]:
    """Return what came of it: ``opened`` is null where no session was tried, or it was stopped."""
    trial = probing.trial_of(inspection, node)
    opened = {Answer.PASSED: True, Answer.WARNING: True, Answer.FAILED: False}.get(found.status)
    talk = trial.talk if trial is not None else None
    (verdict,) = inspection.verdicts
    return {
        "node": node_json(verdict),
        "opened": opened,
        "session": (trial and trial.session) or None,
        "stage": trial and trial.stage,
        "stages": [{"stage": stage, "seconds": after} for stage, after in talk.reached]
        if talk is not None
        else [],
        "gone": None if trial is None or not trial.session else _gone(trial.left),
        "finding": finding_json(found, inspection.snapshot.identity.partition or "aws"),
    }


def _gone(left: Left) -> bool | None:
    return {Left.NONE: True, Left.OPEN: False}.get(left)
