"""What is not in a bundle, and why not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ssmwizard.app.inspect import Inspection
from ssmwizard.model.facts import Why
from ssmwizard.outside.journal_entries import Entry

# The reasons by which a reader can sort; what went wrong exactly stands beside.
_REASONS: Mapping[str, str] = {
    Why.DENIED: "no_permission",
    Why.CREDENTIALS: "no_credentials",
    Why.CONFIGURATION: "bad_configuration",
    Why.UNREACHABLE: "unreachable",
    Why.TIMED_OUT: "timeout",
    Why.THROTTLED: "throttled",
    Why.CANCELLED: "cancelled",
}


def omissions(
    inspection: Inspection, left_out: Iterable[Entry], *, account_known: bool
) -> list[dict[str, str]]:
    """Return each thing that could not be seen, or was not wanted, once."""
    found: dict[tuple[str, str, str], None] = {}
    for entry in inspection.recording:
        failure = entry.get("failure") or _failure_of_the_computer(entry)
        if failure:
            what = str(entry.get("aws") or entry.get("computer"))
            found[what, _REASONS.get(failure["why"], "failed"), str(failure["code"])] = None
    missing = str(inspection.recording[0].get("missing", "")) if inspection.recording else ""
    if missing in (Why.TIMED_OUT, Why.CANCELLED):
        found["what had not been asked by then", _REASONS[missing], ""] = None
    if not inspection.choice.local:
        found["this computer", "not_wanted", ""] = None
    others = len(tuple(left_out))
    if others:
        detail = (
            f"{others} entries of other accounts" if account_known else "the account is not known"
        )
        found["entries of the journal", "not_of_this_account", detail] = None
    return [{"what": what, "reason": why, "detail": detail} for what, why, detail in found]


def _failure_of_the_computer(entry: Mapping[str, Any]) -> Mapping[str, Any] | None:
    answer = entry.get("answer")
    if "computer" in entry and isinstance(answer, dict) and isinstance(answer.get("failure"), dict):
        return dict(answer["failure"])
    return None
