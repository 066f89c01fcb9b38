"""What is not in a bundle, and why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ssmwizard.app.begun import Unfinished
from ssmwizard.app.bundle_parts import CONSOLE, node_file
from ssmwizard.app.inspect import Inspection
from ssmwizard.model.facts import Unknown, Why
from ssmwizard.model.findings import Status
from ssmwizard.model.node import Kind
from ssmwizard.model.text import N_
from ssmwizard.outside.console import CALL, OUTPUT
from ssmwizard.outside.journal import Journal
from ssmwizard.outside.journal_entries import Entry
from ssmwizard.outside.recording import WHOLE

Omission = dict[str, str]

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
NOT_ASKED = N_("what had not been asked by then")
JOURNAL = N_("entries of the journal")
CALLER = N_("who is calling")
PROFILE = "identity.profile"
THIS_COMPUTER = N_("this computer")
# By these AWS says that there is no such thing, which is an answer like any other.
_NOT_THERE = frozenset(
    {
        "InvalidDocument",
        "InvalidInstanceId",
        "NoSuchBucketPolicy",
        "NoSuchEntity",
        "NotFoundException",
        "ServiceSettingNotFound",
    }
)


def omission(what: str, reason: str, detail: str = "") -> Omission:
    """Return how a bundle's manifest tells of one thing that is not in it."""
    return {"what": what, "reason": reason, "detail": detail}


def written_down(path: Path) -> tuple[tuple[Entry, ...], tuple[Omission, ...]]:
    """Return what a journal holds, and what of it cannot be read: a bundle is made without it too."""
    try:
        found = Journal(path).read()
    except OSError as error:
        return (), (omission(JOURNAL, "unreadable", error.strerror or str(error)),)
    if not found.damaged:
        return found.entries, ()
    lines = f"{len(found.damaged)} lines that this version cannot read"
    return found.entries, (omission(JOURNAL, "damaged", lines),)


def omissions(
    inspection: Inspection, left_out: Iterable[Entry], *, account_known: bool
) -> list[Omission]:
    """Return each thing that could not be seen, or was not wanted, once."""
    found: dict[tuple[str, str, str], None] = {}
    for entry in inspection.recording:
        if entry.get(WHOLE):
            continue
        failure = entry.get("failure") or _failure_of_the_computer(entry)
        if failure and failure["code"] not in _NOT_THERE:
            what = str(entry.get("aws") or entry.get("computer"))
            found[what, _REASONS.get(failure["why"], "failed"), str(failure["code"])] = None
        if entry.get("computer") == "places" and not entry["answer"]:
            found[str(entry["arguments"][0]), "not_found", ""] = None
    nobody = _nobody(inspection)
    if nobody:
        found[CALLER, nobody, ""] = None
    about = inspection.recording[0] if inspection.recording else {}
    missing, unfinished = str(about.get("missing", "")), str(about.get("unfinished", ""))
    if missing in (Why.TIMED_OUT, Why.CANCELLED):
        found[NOT_ASKED, _REASONS[missing], ""] = None
    if unfinished in list(Unfinished):
        found[NOT_ASKED, unfinished, ""] = None
    if not inspection.choice.local:
        found[THIS_COMPUTER, "not_wanted", ""] = None
    found |= dict.fromkeys(_consoles(inspection))
    others = len(tuple(left_out))
    if others:
        detail = (
            f"{others} entries of other accounts" if account_known else "the account is not known"
        )
        found[JOURNAL, "not_of_this_account", detail] = None
    return [omission(*one) for one in found]


def _nobody(inspection: Inspection) -> str:
    """Return by what reason it is not known who is calling, if that is so."""
    caller = inspection.snapshot.identity.caller
    if isinstance(caller, Unknown) and caller.why in _REASONS:
        return _REASONS[caller.why]
    # With a profile that is of no use nobody is asked, so that nothing of it was recorded.
    failed = {one.check for one in inspection.findings if one.status is Status.FAILED}
    return _REASONS[Why.CONFIGURATION] if PROFILE in failed else ""


def _consoles(inspection: Inspection) -> Iterator[tuple[str, str, str]]:
    """Yield each console output that was asked for and is not there."""
    asked: dict[str, tuple[str, str]] = {}
    for entry in inspection.recording:
        if not entry.get(WHOLE):
            continue
        node = str(entry["parameters"].get("InstanceId"))
        failure = entry.get("failure")
        if failure:
            # What has no latest output may have another.
            detail = f"{failure['code']} ({CALL})"
            asked.setdefault(node, (_REASONS.get(failure["why"], "failed"), detail))
        elif not (entry.get("answer") or {}).get(OUTPUT):
            asked[node] = ("empty", "the instance shows no console output")
        else:
            asked[node] = ("", "")
    for facts in inspection.snapshot.nodes if asked else ():
        if facts.kind is Kind.HYBRID:
            asked[facts.id] = ("not_on_ec2", "only instances of EC2 have console output")
    for node, (reason, detail) in asked.items():
        if reason:
            yield node_file(node, CONSOLE), reason, detail


def _failure_of_the_computer(entry: Mapping[str, Any]) -> Mapping[str, Any] | None:
    answer = entry.get("answer")
    if "computer" in entry and isinstance(answer, dict) and isinstance(answer.get("failure"), dict):
        return dict(answer["failure"])
    return None
