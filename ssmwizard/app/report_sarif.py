"""An inspection as SARIF 2.1.0, for tools that collect the results of others.

Every check is a rule, whether it has a result or not: what was clean differs from what was not asked.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ssmwizard import __version__
from ssmwizard.app.catalogue import judged_by, requirement_json
from ssmwizard.app.inspect import Inspection
from ssmwizard.app.report_json import evidence_json, links, page
from ssmwizard.app.shown import zulu
from ssmwizard.app.subjects import account, crashed, subject, unlisted, unseen
from ssmwizard.checks.every import EVERY
from ssmwizard.checks.rule import Check
from ssmwizard.model.findings import Finding, Grade, Severity, Status
from ssmwizard.outside import json_text

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
VERSION = "2.1.0"
# The log is an object around its one run.
AROUND = (f'{{"$schema": "{SCHEMA}", "version": "{VERSION}", "runs": [\n', "]}\n")
LEVELS: Mapping[Severity, str] = {
    Severity.BLOCKER: "error",
    Severity.FEATURE: "warning",
    Severity.ADVICE: "note",
}
_PLACES = {check.id: place for place, check in enumerate(EVERY)}


def sarif_pieces(inspection: Inspection, *, ascii_only: bool = False) -> Iterator[str]:
    """Yield the log as text, without secrets, without ever holding all of it; it is in English."""
    before, behind = AROUND
    yield before
    members, lists = run_of(inspection), results_of(inspection)
    yield from json_text.pieces(members, lists, ascii_only=ascii_only)
    yield behind


def run_of(inspection: Inspection) -> dict[str, Any]:
    """Return what the log says of the run as a whole, secrets still in it."""
    partition = inspection.snapshot.identity.partition or "aws"
    region = inspection.snapshot.identity.region or "unknown-region"
    return {
        "tool": {
            "driver": {
                "name": "ssmwizard",
                "version": __version__,
                "rules": [_rule(check, partition) for check in EVERY],
            }
        },
        "automationDetails": {"id": f"ssmwizard/{account(inspection)}/{region}/"},
        "invocations": [_invocation(inspection)],
        "properties": {
            "requirements_as_of": inspection.snapshot.requirements.as_of.isoformat(),
            "verdicts": {verdict.node: verdict.standing for verdict in inspection.verdicts},
        },
    }


def results_of(inspection: Inspection) -> dict[str, Iterable[dict[str, Any]]]:
    """Return what it says in each result, secrets still in it."""
    partition = inspection.snapshot.identity.partition or "aws"
    return {"results": (_result(finding, inspection, partition) for finding in inspection.findings)}


def _rule(check: Check, partition: str) -> dict[str, Any]:
    return {
        "id": check.id,
        "shortDescription": {"text": f"{check.title.english()}."},
        "fullDescription": {"text": check.why.english()},
        "helpUri": page(check.docs[0], partition),
        "defaultConfiguration": {"level": LEVELS[check.severity]},
        "properties": {
            "severity": check.severity,
            "scope": check.scope,
            "needs": list(check.needs),
            "requirements": [requirement_json(row) for row in judged_by(check)],
        },
    }


def _invocation(inspection: Inspection) -> dict[str, Any]:
    """Tell how the inspection went: checks that crashed, and lists that could not be had."""
    notifications = [
        _notification("warning", unlisted(fact)) for fact in inspection.snapshot.unlisted
    ]
    broken = [finding for finding in inspection.findings if crashed(finding)]
    notifications += [
        {
            **_notification("error", finding.text.english()),
            "associatedRule": {"id": finding.check, "index": _PLACES[finding.check]},
        }
        for finding in broken
    ]
    return {
        "executionSuccessful": not broken,
        "startTimeUtc": zulu(inspection.started),
        "endTimeUtc": zulu(inspection.finished),
        "toolExecutionNotifications": notifications,
    }


def _notification(level: str, said: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": said}}


def _result(finding: Finding, inspection: Inspection, partition: str) -> dict[str, Any]:
    kind, level, said = _kind(finding)
    about = subject(finding)
    region = inspection.snapshot.identity.region or "unknown-region"
    return {
        "ruleId": finding.check,
        "ruleIndex": _PLACES[finding.check],
        "kind": kind,
        "level": level,
        "message": {"text": said},
        "locations": [
            {
                "logicalLocations": [
                    {
                        "name": about,
                        "fullyQualifiedName": f"{account(inspection)}/{region}/{about}",
                        "kind": "resource",
                    }
                ]
            }
        ],
        "partialFingerprints": {"subjectAndCause/v1": _fingerprint(finding, about)},
        "properties": {
            "status": finding.status,
            "grade": finding.grade,
            "blocked_by": list(finding.blocked_by),
            "fixes": list(finding.fixes),
            "evidence": [evidence_json(piece) for piece in finding.evidence],
            "docs": links(finding, partition),
        },
    }


def _kind(finding: Finding) -> tuple[str, str, str]:
    """Return SARIF's kind and level for a finding, and what to say.

    Only what failed by itself, or was proved to deserve a warning, is a failure there. An inferred
    warning wants to be looked at by somebody; what nobody could look at is open.
    """
    said = finding.text.english()
    match finding.status:
        case Status.FAILED if finding.is_root_cause:
            return "fail", LEVELS[finding.severity], said
        case Status.FAILED:
            return "informational", "none", f"Follows from {', '.join(finding.blocked_by)}: {said}"
        case Status.WARNING if finding.grade is Grade.INFERRED:
            return "review", "none", said
        case Status.WARNING:
            return "fail", "note" if finding.severity is Severity.ADVICE else "warning", said
        case Status.UNKNOWN:
            return "open", "none", unseen(finding)
        case Status.SKIPPED:
            return "notApplicable", "none", said
        case _:
            return "pass", "none", said


def _fingerprint(finding: Finding, about: str) -> str:
    """Return what stays the same from one inspection to the next for the same trouble."""
    told = f"{finding.check}\n{about}\n{finding.cause}"
    return hashlib.sha256(told.encode()).hexdigest()
