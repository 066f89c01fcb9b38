"""Looks again after a change, with patience, until it is proved or the time is over."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from ssmwizard.app.choice import Choice
from ssmwizard.app.doors import Doors
from ssmwizard.app.inspect import Inspection, Progress
from ssmwizard.app.look_again import look_again
from ssmwizard.app.making import says
from ssmwizard.app.sentence import titles
from ssmwizard.app.waves import Prove, Saying
from ssmwizard.model.findings import Finding, Severity, Status
from ssmwizard.model.plans import Plan, Successors
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside.answers import look
from ssmwizard.outside.calls import CallFailed
from ssmwizard.outside.journal import Journal, Unwritable
from ssmwizard.outside.journal_entries import Entry, Happened
from ssmwizard.outside.journal_lines import text_out

FIRST_SECONDS = 2.0
SHELL = ("shell",)


class Proof(StrEnum):
    """Whether a change did what it was for.

    ``NOT_YET``: the looking was stopped before the time was over. ``BLOCKED``: something
    else stands in the way, which no waiting will mend. ``FAILED``: the time is over.
    """

    VERIFIED = "verified"
    NOT_YET = "not-yet"
    BLOCKED = "blocked"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Verified:
    """What looking again showed.

    ``missing`` are the findings that the plan was to turn and that are not right yet; ``others`` are
    the causes that stand in the way besides. ``inspection`` is the latest, None when none ended.
    """

    proof: Proof
    says: Text
    inspection: Inspection | None
    missing: tuple[Finding, ...] = ()
    others: tuple[Finding, ...] = ()


def verify(
    doors: Doors,
    choice: Choice,
    plan: Plan,
    progress: Callable[[Progress], None] = lambda _: None,
    cancelled: threading.Event | None = None,
    entry: str | None = None,
) -> Verified:
    """Inspect the nodes of a plan again and again until what it verifies has passed.

    Progress counts seconds of ``plan.wait``. It can be stopped at any time and begun again later: how
    it ended is written into the ``entry`` of the journal, where one is named.
    """
    stop = cancelled or threading.Event()
    verified = _watched(doors, choice, plan, progress, stop, ago=0.0)
    if entry is not None:
        _remember(doors, entry, verified)
    return verified


def verify_entry(
    doors: Doors,
    entry_id: str,
    progress: Callable[[Progress], None] = lambda _: None,
    cancelled: threading.Event | None = None,
) -> Verified:
    """Look whether what an entry of the journal did works; with what is left of its patience.

    KeyError when there is no such entry, ValueError when it does not tell how it proves itself: an
    older program wrote it, or a crash kept it from knowing which machines come to be by it.
    """
    entry = Journal(doors.journal).entry(entry_id)
    if entry.plan is None or not provable(entry.plan):
        raise ValueError(entry_id)
    choice = choice_of(entry)
    ago = max(0.0, (datetime.now(UTC) - entry.made_at).total_seconds())
    stop = cancelled or threading.Event()
    verified = _watched(doors, choice, entry.plan, progress, stop, ago=ago)
    _remember(doors, entry_id, verified)
    return verified


def choice_of(entry: Entry) -> Choice:
    """Return what an entry of the journal is about, to be looked at."""
    features = frozenset(entry.features or SHELL)
    return Choice(entry.profile, entry.region or None, entry.nodes, features=features)


def provable(plan: Plan | None) -> bool:
    """Tell whether it is known what a plan of the journal has to prove, and of which nodes."""
    return plan is not None and (plan.successors is None or not plan.successors.take)


def _remember(doors: Doors, entry: str, verified: Verified) -> None:
    # Not to know later how looking ended is no harm: it can be done again.
    with suppress(Unwritable):
        says = text_out(verified.says)
        Journal(doors.journal).note(entry, Happened.LOOKED, proof=verified.proof, says=says)


def _watched(
    doors: Doors,
    choice: Choice,
    plan: Plan,
    progress: Callable[[Progress], None],
    stop: threading.Event,
    *,
    ago: float,
) -> Verified:
    began = time.monotonic() - ago
    pause = min(FIRST_SECONDS, plan.wait.every)
    latest: Verified | None = None
    while not stop.is_set():
        latest = _looked(doors, choice, plan, stop) or latest
        if stop.is_set():
            break
        if latest is None or latest.proof is not Proof.NOT_YET:
            break
        passed = time.monotonic() - began
        if passed >= plan.wait.at_most:
            return _over(plan, latest)
        progress(Progress(int(passed), plan.wait.at_most, latest.says))
        stop.wait(min(pause, plan.wait.at_most - passed))
        pause = min(pause * 2, plan.wait.every)
    if latest is not None:
        return latest
    return Verified(Proof.NOT_YET, text(N_("Not looked at yet.")), None)


def verify_once(
    doors: Doors, choice: Choice, plan: Plan, cancelled: threading.Event | None = None
) -> Verified:
    """Look once: somebody else was asked to make the changes, and nobody knows when they do."""
    stop = cancelled or threading.Event()
    # What came into being elsewhere is not known by its id here.
    looked = _looked(doors, choice, replace(plan, successors=None), stop)
    return looked or Verified(Proof.NOT_YET, text(N_("Not looked at yet.")), None)


def prover(doors: Doors, choice: Choice, plan: Plan, stop: threading.Event) -> Prove:
    """Return how some nodes of a plan prove themselves before further ones are reached."""

    def prove(nodes: tuple[str, ...], said: Saying) -> Text | None:
        part = replace(plan, nodes=nodes)
        verified = verify(doors, choice, part, lambda step: said(step.says, None), stop)
        return None if verified.proof is Proof.VERIFIED else verified.says

    return prove


def _looked(doors: Doors, choice: Choice, plan: Plan, stop: threading.Event) -> Verified | None:
    """Look once; None when it was stopped in the midst."""
    sought = plan.successors
    if sought is not None:
        try:
            nodes = _registered(doors, choice, sought)
        except CallFailed as failure:
            return Verified(Proof.NOT_YET, says(failure), None)
        if len(nodes) < len(plan.nodes):
            said = N_("{wait} Registered so far: {count} of {total}.")
            count, total = len(nodes), len(plan.nodes)
            why = text(said, wait=plan.wait.says, count=count, total=total)
            return Verified(Proof.NOT_YET, why, None)
        plan = replace(plan, nodes=nodes)
    inspection = look_again(doors, choice, plan, stop)
    if stop.is_set():
        return None
    found = judged(plan, inspection)
    if sought is None or found.proof is not Proof.VERIFIED:
        return found
    said = N_("Looked again: it works. From now on it is to be found as {nodes}.")
    return replace(found, says=text(said, nodes=plan.nodes))


def _registered(doors: Doors, choice: Choice, sought: Successors) -> tuple[str, ...]:
    """Return the ids of the nodes that have registered."""
    aws = doors.aws(choice.profile, choice.region)
    call = sought.call
    answer = aws.call(call.service, call.operation, **call.parameters)
    return tuple(look(sought.path, answer) or ())


def _over(plan: Plan, latest: Verified) -> Verified:
    """Return what to say when the time is over."""
    minutes = round(plan.wait.at_most / 60)
    if not latest.missing:
        said = N_(
            "{so_far} After {minutes} minutes the looking ended; look again once that was done."
        )
        return replace(latest, says=text(said, so_far=latest.says, minutes=minutes))
    said = N_("After {minutes} minutes it still does not work: {what}")
    over = text(said, minutes=minutes, what=latest.missing[0].text)
    return replace(latest, proof=Proof.FAILED, says=over)


def judged(plan: Plan, inspection: Inspection) -> Verified:
    """Say whether an inspection shows what a plan is for."""
    subjects = {None, *plan.nodes}
    about = [finding for finding in inspection.findings if finding.subject in subjects]
    missing = tuple(f for f in about if f.check in plan.verifies and not _right(plan, f))
    seen = {finding.check for finding in about}
    if plan.verifies and plan.verifies[0] not in seen:
        said = N_("{wait} Not seen yet is whether this holds: {titles}.")
        why = text(said, wait=plan.wait.says, titles=titles(plan.verifies[:1]))
        return Verified(Proof.NOT_YET, why, inspection)
    if not missing:
        return Verified(Proof.VERIFIED, text(N_("Looked again: it works.")), inspection)
    others = tuple(_others(plan, about, missing))
    if others and all(_echoes(plan, one, others) for one in missing):
        said = N_("The change was made, but something else still stands in the way: {cause}")
        why = text(said, cause=others[0].text)
        return Verified(Proof.BLOCKED, why, inspection, missing, others)
    checks = dict.fromkeys(finding.check for finding in missing)
    said = N_("{wait} This does not hold yet: {titles}.")
    why = text(said, wait=plan.wait.says, titles=titles(checks))
    return Verified(Proof.NOT_YET, why, inspection, missing, others)


def _right(plan: Plan, finding: Finding) -> bool:
    """Tell whether a finding is as the plan wants it.

    What the plan changes itself (its first check) must have passed. A warning about what follows from
    that counts, unless it asks for this very fix; so does a question that does not arise.
    """
    match finding.status:
        case Status.PASSED:
            return True
        case Status.WARNING:
            return finding.check != plan.verifies[0] and plan.fix not in finding.fixes
        case Status.SKIPPED:
            return not finding.blocked_by
        case _:
            return False


def _others(plan: Plan, about: Iterable[Finding], missing: Iterable[Finding]) -> Iterable[Finding]:
    subjects = {finding.subject for finding in missing}
    for finding in about:
        concerned = finding.subject is None or finding.subject in subjects
        stands = finding.is_root_cause and finding.severity is Severity.BLOCKER
        if stands and concerned and finding.check not in plan.verifies:
            yield finding


def _echoes(plan: Plan, finding: Finding, others: Iterable[Finding]) -> bool:
    """Tell whether a finding is not right only for a cause that the plan has nothing to do with."""
    behind = set(finding.blocked_by)
    causes = {one.check for one in others if one.subject in (None, finding.subject)}
    return bool(behind) and bool(causes) and behind <= causes | set(plan.verifies)
