"""The verdict on a node in a few words: no more than was shown, and what was not shown beside it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from itertools import islice

from ssmwizard.app.causes import reason
from ssmwizard.app.features import Served
from ssmwizard.checks.every import title
from ssmwizard.checks.judge import outranked
from ssmwizard.model.facts import Known
from ssmwizard.model.findings import Finding, Grade, Severity, Status
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.text import N_, Text, joined, text

RIGHT = "caller.start-session"
# What only warns of these says nothing about a session on the node.
ASIDE = ("identity.", "computer.")
TITLES = 3


def blocked(causes: Sequence[Finding]) -> Text:
    """Say why no session opens: the likeliest cause in full, independent ones by their titles."""
    first, others = _first_and_others(causes)
    if not others:
        return text(N_("Blocked: {cause}"), cause=first)
    said = N_(
        "Blocked, for {count} independent reasons. First: {cause} Nor does this hold: {others}."
    )
    return text(said, count=1 + len(others), cause=first, others=titles(others))


def undetermined(unseen: Finding | None, blocking: Sequence[Finding]) -> Text:
    """Say that it is not known whether a session opens, and what is in the way of some sessions."""
    said = text(N_("Could not be determined."))
    if unseen is not None:
        said = text(N_("Could not be determined. {reason}"), reason=unseen.text)
    if blocking:
        in_the_way = N_("{state} In the way of some sessions: {cause}")
        said = text(in_the_way, state=said, cause=blocking[0].text)
    return said


def ready(node: NodeFacts, findings: Sequence[Finding]) -> Text:
    """Say what was shown to work, and what was not."""
    return text(N_("Ready: {state}"), state=_state(node, findings))


def degraded(
    node: NodeFacts,
    findings: Sequence[Finding],
    causes: Sequence[Finding],
    lacking: Iterable[Served],
) -> Text:
    """Say what works, and what of it is missing."""
    if not causes:
        reasons = dict.fromkeys(served.says for served in lacking)
        state = _state(node, findings, reasons)
        return text(N_("Degraded: {state} But: {cause}"), state=state, cause=joined(*reasons))
    state = _state(node, findings)
    first, others = _first_and_others(causes)
    if not others:
        return text(N_("Degraded: {state} But: {cause}"), state=state, cause=first)
    said = N_("Degraded: {state} But: {cause} Nor does this hold: {others}.")
    return text(said, state=state, cause=first, others=titles(others))


def undecided(node: NodeFacts, findings: Sequence[Finding], doubted: Sequence[Served]) -> Text:
    """Say that a session opens, and that it is not known of a feature that was asked for."""
    said = N_("{state} Whether there is {features} could not be determined. {reason}")
    reasons = dict.fromkeys(served.says for served in doubted)
    return text(
        said,
        state=_state(node, findings, reasons),
        features=tuple(served.feature.phrase for served in doubted),
        reason=joined(*reasons),
    )


def _state(node: NodeFacts, findings: Sequence[Finding], follows: Container[Text] = ()) -> Text:
    """Say what is known about a session on a node whose channel is open.

    ``follows`` are the sentences that are told after this one, and not twice.
    """
    said = _right(node, next((one for one in findings if one.check == RIGHT), None))
    unseen = dict.fromkeys(one.check for one in findings if _is_open_question(one))
    if unseen:
        shown = N_("{state} Not known is whether this holds: {titles}.")
        said = text(shown, state=said, titles=titles(unseen))
    mind = (one for one in findings if _matters(one) and one.text not in follows)
    caveat = next(mind, None)
    if caveat is not None:
        said = text(N_("{state} But mind: {warning}"), state=said, warning=caveat.text)
    return said


def _right(node: NodeFacts, right: Finding | None) -> Text:
    """Say how it is known that the caller may start a session: shown, computed, or not at all."""
    if isinstance(node.refusal, Known) and node.refusal.value is None:
        return text(N_("A real session was opened on the node and ended again."))
    if right is None or right.status is Status.SKIPPED:
        return text(
            N_(
                "The node holds its channel for sessions open. Your own right to start a session was not tried."
            )
        )
    if right.status is Status.UNKNOWN:
        said = N_(
            "The node holds its channel for sessions open. Whether you may start a session was not seen. {reason}"
        )
        return text(said, reason=right.text)
    if right.status is Status.WARNING:
        return text(N_("The node holds its channel for sessions open."))
    if right.grade is Grade.PROVED:
        said = N_(
            "The node holds its channel for sessions open, and the service lets you start a session."
        )
    else:
        said = N_(
            "The node holds its channel for sessions open, and as far as can be computed you may start a session; none was tried."
        )
    return text(said)


def _is_open_question(finding: Finding) -> bool:
    """Tell whether it is not known of something that may stop a session though the channel is open."""
    return (
        finding.status is Status.UNKNOWN
        and finding.severity is Severity.BLOCKER
        and finding.check != RIGHT
        and not outranked(finding.check)
    )


def _matters(finding: Finding) -> bool:
    """Tell whether a warning is about what a session on the node needs."""
    return (
        finding.status is Status.WARNING
        and finding.severity is Severity.BLOCKER
        and not finding.check.startswith(ASIDE)
    )


def _first_and_others(causes: Sequence[Finding]) -> tuple[Text, list[str]]:
    """Return the likeliest reason in full, and a check for each of the others.

    What else fails for the first reason is named with it, for that is no reason of its own.
    """
    reasons: dict[tuple[str, str], list[Finding]] = {}
    for cause in causes:
        reasons.setdefault(reason(cause), []).append(cause)
    (first, *same), *others = reasons.values()
    said = first.text
    if same:
        too = N_("{cause} For the same reason this does not hold either: {others}.")
        said = text(too, cause=said, others=titles(dict.fromkeys(one.check for one in same)))
    return said, list(dict.fromkeys(those[0].check for those in others))


def titles(checks: Iterable[str]) -> Text:
    """Name checks, at least one, by what they say when they pass; the first three, and how many more."""
    names = list(checks)
    said = title(names[0])
    for name in islice(names, 1, TITLES):
        said = text(N_("{one}; {other}"), one=said, other=title(name))
    if len(names) > TITLES:
        said = text(N_("{titles}; and {count} more"), titles=said, count=len(names) - TITLES)
    return said
