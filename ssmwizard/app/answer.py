"""The answer for programs: JSON of schema 1 (``resources/schema/check-1.json``)."""

from __future__ import annotations

from typing import Any

from ssmwizard import __version__
from ssmwizard.app.inspect import Inspection
from ssmwizard.app.overview import caller, gaps, links
from ssmwizard.app.verdict import Verdict
from ssmwizard.app.wording import stamp
from ssmwizard.model.findings import Evidence, Finding
from ssmwizard.outside.secrets import scrub, scrub_text

SCHEMA_VERSION = "1.0"


def as_json(inspection: Inspection) -> dict[str, Any]:
    """Return the whole inspection in JSON's types, without secrets."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": tool(inspection),
        "started_at": stamp(inspection.started),
        "finished_at": stamp(inspection.finished),
        "identity": identity(inspection),
        "api_calls": {
            "total": sum(inspection.calls.values()),
            "by_operation": dict(inspection.calls),
        },
        "nodes": [_node(verdict) for verdict in inspection.verdicts],
        "findings": [_finding(inspection, finding) for finding in inspection.findings],
        "gaps": [
            {
                "message": scrub_text(gap.says.english()),
                "missing_right": gap.right,
                "checks": list(gap.checks),
                "nodes": list(gap.nodes),
            }
            for gap in gaps(inspection)
        ],
    }


def tool(inspection: Inspection) -> dict[str, str]:
    """Return which program answered, and how recent the requirements are that it held against."""
    as_of = inspection.snapshot.requirements.as_of
    return {
        "name": "ssmwizard",
        "version": __version__,
        "requirements_as_of": as_of.isoformat(),
    }


def identity(inspection: Inspection) -> dict[str, str | None]:
    """Return who was calling and where; None for what nobody knows."""
    facts, who = inspection.snapshot.identity, caller(inspection)
    partition = inspection.snapshot.partition
    return {
        "account": who and who.account,
        "arn": who and who.arn,
        "profile": facts.profile,
        "region": facts.region,
        "partition": partition.name if partition is not None else facts.partition,
    }


def _node(verdict: Verdict) -> dict[str, Any]:
    return {
        "id": verdict.node,
        "name": scrub_text(verdict.name),
        "kind": verdict.kind.value,
        "verdict": verdict.standing.value,
        "summary": scrub_text(verdict.sentence.english()),
        "root_causes": list(verdict.root_causes),
        "features": {feature: standing.value for feature, standing in verdict.features},
    }


def _finding(inspection: Inspection, finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "subject": finding.subject,
        "status": finding.status.value,
        "grade": finding.grade.value,
        "severity": finding.severity.value,
        "message": scrub_text(finding.text.english()),
        "evidence": [_evidence(evidence) for evidence in finding.evidence],
        "blocked_by": list(finding.blocked_by),
        "fixes": list(finding.fixes),
        "docs": list(links(inspection, finding)),
        "missing_right": finding.right,
    }


def _evidence(evidence: Evidence) -> dict[str, str | None]:
    label = evidence.label.english()
    value: str = scrub({"name": label, "value": evidence.value})["value"]
    return {
        "label": label,
        "value": value,
        "source": scrub_text(evidence.source),
        "at": evidence.at and stamp(evidence.at),
    }
