"""An inspection as the JSON answer, schema 1. ``resources/schema/check-1.json`` describes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ssmwizard import __version__
from ssmwizard.app.features import Served
from ssmwizard.app.inspect import Inspection
from ssmwizard.app.shown import zulu
from ssmwizard.app.verdict import Verdict
from ssmwizard.model.facts import Known
from ssmwizard.model.findings import Evidence, Finding
from ssmwizard.outside import json_text
from ssmwizard.outside.secrets import scrub
from ssmwizard.resources import documentation

SCHEMA_VERSION = "1.1"


def as_json(inspection: Inspection) -> dict[str, Any]:
    """Return the JSON answer, without secrets; texts are in English."""
    lists = {name: list(values) for name, values in lists_of(inspection).items()}
    cleaned: dict[str, Any] = scrub({**members_of(inspection), **lists})
    return cleaned


def pieces(inspection: Inspection, *, ascii_only: bool = False) -> Iterator[str]:
    """Yield the JSON answer as text, without secrets, without ever holding all of it."""
    return json_text.pieces(members_of(inspection), lists_of(inspection), ascii_only=ascii_only)


def members_of(inspection: Inspection) -> dict[str, Any]:
    """Return what the JSON answer says of the whole inspection, secrets still in it."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": tool(inspection),
        "started_at": zulu(inspection.started),
        "finished_at": zulu(inspection.finished),
        "identity": _identity(inspection),
        "api_calls": {
            "total": sum(inspection.calls.values()),
            "by_operation": dict(sorted(inspection.calls.items())),
        },
    }


def lists_of(inspection: Inspection) -> dict[str, Iterable[dict[str, Any]]]:
    """Return what it says of each node and in each finding, secrets still in it."""
    partition = inspection.snapshot.identity.partition or "aws"
    return {
        "nodes": (node_json(verdict) for verdict in inspection.verdicts),
        "findings": (finding_json(finding, partition) for finding in inspection.findings),
    }


def tool(inspection: Inspection) -> dict[str, str]:
    """Return which program, with requirements of which day, gave an answer."""
    return {
        "name": "ssmwizard",
        "version": __version__,
        "requirements_as_of": inspection.snapshot.requirements.as_of.isoformat(),
    }


def links(finding: Finding, partition: str, language: str = "en") -> list[str]:
    """Return the addresses of a finding's pages of documentation."""
    return [page(key, partition, language) for key in finding.docs]


def page(key: str, partition: str, language: str = "en") -> str:
    """Return the address of a page; an address stands for itself."""
    return key if key.startswith("https://") else documentation().url(key, language, partition)


def _identity(inspection: Inspection) -> dict[str, Any]:
    identity = inspection.snapshot.identity
    caller = identity.caller.value if isinstance(identity.caller, Known) else None
    return {
        "account": caller and caller.account,
        "arn": caller and caller.arn,
        "profile": identity.profile,
        "region": identity.region,
        "partition": identity.partition,
    }


def node_json(verdict: Verdict) -> dict[str, Any]:
    """Return one node with its verdict, secrets still in it."""
    return {
        "id": verdict.node,
        "name": verdict.name,
        "kind": verdict.kind,
        "verdict": verdict.standing,
        "root_causes": list(verdict.root_causes),
        "features": dict(verdict.features),
        "feature_table": [_served(served) for served in verdict.table],
    }


def _served(served: Served) -> dict[str, Any]:
    return {
        "feature": served.feature.id,
        "standing": served.standing,
        "missing": list(served.missing),
        "says": served.says.english(),
    }


def finding_json(finding: Finding, partition: str) -> dict[str, Any]:
    """Return one finding, secrets still in it."""
    return {
        "check": finding.check,
        "subject": finding.subject,
        "status": finding.status,
        "grade": finding.grade,
        "message": finding.text.english(),
        "evidence": [evidence_json(piece) for piece in finding.evidence],
        "blocked_by": list(finding.blocked_by),
        "fixes": list(finding.fixes),
        "docs": links(finding, partition),
    }


def evidence_json(piece: Evidence) -> dict[str, Any]:
    """Return one thing that was seen."""
    return {
        "label": piece.label.english(),
        "value": piece.value,
        "source": piece.source,
        "at": None if piece.at is None else zulu(piece.at),
    }
