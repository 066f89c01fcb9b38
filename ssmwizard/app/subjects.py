"""What findings are about, in words for reports that programs read."""

from __future__ import annotations

from collections.abc import Iterable

from ssmwizard.app.inspect import Inspection
from ssmwizard.checks.every import EVERY
from ssmwizard.checks.judge import CRASHED
from ssmwizard.model.facts import Known, Unknown
from ssmwizard.model.findings import Finding, Scope, Status

COMPUTER = "this computer"
ACCOUNT = "account"
_ON_COMPUTER = frozenset(check.id for check in EVERY if check.scope is Scope.COMPUTER)
_LOOKING = "Could not look: "


def account(inspection: Inspection) -> str:
    """Return the number of the account, or that it is not known."""
    caller = inspection.snapshot.identity.caller
    return caller.value.account if isinstance(caller, Known) else "unknown account"


def subject(finding: Finding) -> str:
    """Return what a finding is about: a node, this computer, or the account."""
    if finding.subject is not None:
        return finding.subject
    return COMPUTER if finding.check in _ON_COMPUTER else ACCOUNT


def by_subject(findings: Iterable[Finding]) -> dict[str | None, list[Finding]]:
    """Return the findings of each node, those of no node under None, all in their order."""
    groups: dict[str | None, list[Finding]] = {None: []}
    for finding in findings:
        groups.setdefault(finding.subject, []).append(finding)
    return groups


def crashed(finding: Finding) -> bool:
    """Tell whether the check itself failed, which says nothing about what it looks at."""
    return finding.status is Status.UNKNOWN and finding.text.source == CRASHED


def unseen(finding: Finding) -> str:
    """Say that, and why, a check has no answer."""
    return f"could not look: {finding.text.english().removeprefix(_LOOKING)}"


def unlisted(fact: Unknown) -> str:
    """Say why not all nodes could be listed."""
    return f"could not look: {fact.detail or fact.code or fact.why}"
