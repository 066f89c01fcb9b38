"""Checks as they are listed: what each means, what it stands on, and what it judges by."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ssmwizard.app.paper import Ink, Paper
from ssmwizard.checks.rule import Check
from ssmwizard.fixes.fix import Fix
from ssmwizard.model.requirements import Confidence, Requirement, Value
from ssmwizard.model.text import N_, Text, text
from ssmwizard.resources import documentation, requirements

CONFIDENCES: Mapping[Confidence, Text] = {
    Confidence.DOCUMENTED: text(N_("documented by AWS")),
    Confidence.SOURCE_CODE: text(N_("read in the source code")),
    Confidence.RELEASE_NOTES: text(N_("from the release notes")),
    Confidence.ISSUE: text(N_("reported by users")),
    Confidence.UNVERIFIED: text(N_("not verified")),
}


def fixes_for(check_id: str) -> tuple[Fix, ...]:
    """Return the fixes that a check offers."""
    from ssmwizard.fixes.every import EVERY  # noqa: PLC0415 - not needed to begin

    return tuple(fix for fix in EVERY if check_id in fix.heals)


def judged_by(check: Check) -> tuple[Requirement, ...]:
    """Return the requirements that a check judges by."""
    published = requirements()
    return tuple(published.get(name) for name in check.requirements)


def check_json(check: Check) -> dict[str, Any]:
    """Return a check for programs; texts are in English."""
    pages = documentation()
    return {
        "id": check.id,
        "title": check.title.english(),
        "why": check.why.english(),
        "severity": check.severity,
        "scope": check.scope,
        "needs": list(check.needs),
        "explained_by": list(check.explained_by),
        "rights": list(check.rights),
        "fixes": [fix.id for fix in fixes_for(check.id)],
        "requirements": [requirement_json(one) for one in judged_by(check)],
        "docs": [pages.url(key) for key in check.docs],
    }


def fix_json(fix: Fix) -> dict[str, Any]:
    """Return a fix as it is listed."""
    return {
        "id": fix.id,
        "title": fix.title.english(),
        "says": fix.says.english(),
        "heals": list(fix.heals),
        "account_wide": fix.account_wide,
    }


def requirement_json(row: Requirement) -> dict[str, Any]:
    """Return a requirement for programs; ``since`` is its first day, ``until`` the first without it."""
    return {
        "id": row.id,
        "what": row.what,
        "value": list(row.value) if isinstance(row.value, tuple) else row.value,
        "since": _day(row.since),
        "until": _day(row.until),
        "partitions": None if row.partitions is None else sorted(row.partitions),
        "source": row.source,
        "confidence": row.confidence,
        "note": row.note or None,
    }


def write_brief(paper: Paper, check: Check) -> None:
    """Write a check into a list."""
    paper.whole(f"{check.id}  ({check.severity})", ink=Ink.STRONG)
    paper.write(check.title.english(), 4)
    if check.needs:
        paper.write(f"after:  {', '.join(check.needs)}", 4, hang=8)
    if check.rights:
        paper.write(f"rights: {', '.join(check.rights)}", 4, hang=8)
    for row in judged_by(check):
        write_requirement(paper, row, 4)
    paper.whole(documentation().url(check.docs[0]), 4, ink=Ink.FAINT)


def write_requirement(
    paper: Paper, row: Requirement, indent: int = 0, *, label: str = "judges by"
) -> None:
    """Write a requirement with all that is known of it."""
    said = f"{label} {row.id} = {shown(row.value)}: {row.what} ({terms(row)})"
    paper.write(said, indent, hang=4)
    if row.note:
        paper.write(row.note, indent + 4, ink=Ink.FAINT)
    paper.whole(row.source, indent + 4, ink=Ink.FAINT)


def shown(value: Value) -> str:
    """Return a value as it is read."""
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def terms(row: Requirement) -> str:
    """Say how well a requirement is known, since when and until when it holds, and where."""
    said = [CONFIDENCES[row.confidence].english()]
    if row.since is not None:
        said.append(f"since {row.since.isoformat()}")
    if row.until is not None:
        said.append(f"until {row.until.isoformat()}")
    if row.partitions is not None:
        said.append(f"only in {', '.join(sorted(row.partitions))}")
    return "; ".join(said)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
