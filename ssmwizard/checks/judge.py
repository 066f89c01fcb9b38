"""Runs the rules over the facts, and tells causes from their echoes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from ssmwizard.checks import inside
from ssmwizard.checks.rule import Check, Outcome, unknown, waiting
from ssmwizard.model.facts import CannotTell
from ssmwizard.model.features import SHELL
from ssmwizard.model.findings import Finding, Grade, Severity, Status
from ssmwizard.model.node import Kind, NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, joined, text

Crashed = Callable[[str, Exception], None]

CRASHED = N_("This check failed in itself. That is a fault of ssmwizard; the log has the details.")

# Checks that speak of the node, its role and its network: what the node itself shows outranks them.
_OUTRANKED = (
    "node.",
    "agent.",
    "os.",
    "role.",
    "imds.",
    "network.",
    "account.default-host-management",
)
_ORACLE = "node.connected"
# Checks of the way that a connection takes; what is said over it is another matter.
_WAY = frozenset(
    {
        "network.dns",
        "network.route",
        "network.node-security-group",
        "network.endpoint-security-group",
        "network.acl",
    }
)
_REPORTS = "node.online"
# The check that a real session has passed: what was computed is measured by it.
_PROOF = "probe.session"
_ON_THIS = N_(
    "A real session opened on the node all the same, so this does not stop it; the evidence disagrees. {finding}"
)
_ON_ONE = N_(
    "A real session opened all the same, so this does not stop sessions; the evidence disagrees. {finding}"
)


def outranked(check_id: str) -> bool:
    """Tell whether an open channel outranks what a check infers."""
    return check_id.startswith(_OUTRANKED)


@dataclass(frozen=True, slots=True)
class _Asked:
    check: Check
    outcome: Outcome


def judge(
    snapshot: Snapshot,
    checks: Sequence[Check],
    crashed: Crashed = lambda _check, _error: None,
) -> tuple[Finding, ...]:
    """Return the finding of every check about every subject, in the order of ``checks``.

    Checks that a check needs must stand before it. A check of nodes that looks at the account first
    asks the nodes only where the account passes. A check whose needs are not met is skipped and says
    for which; a failure that others explain names them in ``blocked_by``. A rule that crashes
    is ``unknown`` and ``crashed`` is told: one bad rule never takes the inspection down.
    """
    shared: dict[str, _Asked] = {}
    for check in checks:
        if check.run is None:
            continue
        outcome = _ask(check, shared, lambda c: c.rule(snapshot), crashed)
        if check.run_node is None or outcome.status is not Status.PASSED:
            shared[check.id] = _Asked(check, outcome)
    of_nodes = [one for one in checks if one.run_node is not None and one.id not in shared]
    found = _judge_nodes(snapshot, of_nodes, shared, crashed)
    if any(one.check == _PROOF and one.status is Status.PASSED for one in found):
        shared = {name: _disproved(asked, _ON_ONE) for name, asked in shared.items()}
        found = _judge_nodes(snapshot, of_nodes, shared, crashed)
    found += [_finding(asked, None, shared) for asked in shared.values()]
    order = {check.id: place for place, check in enumerate(checks)}
    return tuple(sorted(found, key=lambda finding: order[finding.check]))


def _judge_nodes(
    snapshot: Snapshot, checks: Sequence[Check], shared: Mapping[str, _Asked], crashed: Crashed
) -> list[Finding]:
    concerning = {
        kind: {name: asked for name, asked in shared.items() if kind in asked.check.kinds}
        for kind in Kind
    }
    findings: list[Finding] = []
    for node in snapshot.nodes:
        findings.extend(_judge_node(snapshot, node, checks, concerning[node.kind], crashed))
    return findings


def _judge_node(
    snapshot: Snapshot,
    node: NodeFacts,
    checks: Sequence[Check],
    shared: Mapping[str, _Asked],
    crashed: Crashed,
) -> list[Finding]:
    asked = dict(shared)
    mine: list[str] = []
    for check in checks:
        outcome = _ask(check, asked, lambda c: c.node_rule(snapshot, node), crashed)
        asked[check.id] = _Asked(check, outcome)
        mine.append(check.id)
    if inside.reaches(snapshot, node):
        # Only connections: that the far end answers as it should was not tried.
        said = N_(
            "The node itself says that it can connect to the hosts that sessions need, so this does not stop it now; the evidence disagrees. {finding}"
        )
        for name in mine:
            if name in _WAY:
                asked[name] = _outranked(asked[name], said)
    doubt = _doubt(asked)
    if doubt:
        for name in mine:
            if name not in _agreed(asked):
                asked[name] = _outranked(asked[name], doubt)
    if _PROOF in asked and asked[_PROOF].outcome.status is Status.PASSED:
        for name in mine:
            asked[name] = _disproved(asked[name], _ON_THIS)
    return [_finding(asked[name], node.id, asked) for name in mine]


def _ask(
    check: Check, asked: Mapping[str, _Asked], run: Callable[[Check], Outcome], crashed: Crashed
) -> Outcome:
    blockers: list[str] = []
    for need in check.needs:
        if need in asked:
            blockers.extend(_blockers(need, asked[need].outcome))
    if blockers:
        return waiting(*dict.fromkeys(blockers))
    try:
        return run(check)
    except CannotTell as answer:
        return unknown(answer.unknown)
    except Exception as error:  # noqa: BLE001 - one bad rule never takes the inspection down
        crashed(check.id, error)
        return Outcome(Status.UNKNOWN, Grade.INFERRED, text(CRASHED))


def _blockers(need: str, outcome: Outcome) -> tuple[str, ...]:
    if outcome.status is Status.FAILED or (outcome.status is Status.UNKNOWN and outcome.bars):
        return (need,)
    return outcome.blocked_by


def _doubt(asked: Mapping[str, _Asked]) -> str:
    """Return why what is merely inferred about a node is no failure; empty where it is one."""
    if _ORACLE not in asked:
        return ""
    oracle = asked[_ORACLE].outcome.status
    if oracle is Status.PASSED:
        return N_(
            "The node is connected all the same, so this does not stop sessions now; the evidence disagrees. {finding}"
        )
    reports = _REPORTS in asked and asked[_REPORTS].outcome.status is Status.PASSED
    if oracle is Status.UNKNOWN and reports:
        return N_(
            "The agent reports, and whether its channel for sessions is open could not be looked at; this may stop sessions. {finding}"
        )
    return ""


def _outranked(asked: _Asked, doubt: str) -> _Asked:
    outcome = asked.outcome
    inferred = outcome.status is Status.FAILED and outcome.grade is Grade.INFERRED
    if not (inferred and outranked(asked.check.id)):
        return asked
    said = text(doubt, finding=outcome.text)
    return _Asked(asked.check, replace(outcome, status=Status.WARNING, text=said))


def _agreed(asked: Mapping[str, _Asked]) -> tuple[str, ...]:
    """Return the checks that explain why a real session did not open: there the evidence agrees."""
    proof = asked[_PROOF].outcome if _PROOF in asked else None
    if proof is None or proof.status is not Status.FAILED:
        return ()
    return proof.explained_by or ()


def _disproved(asked: _Asked, said: str) -> _Asked:
    """Return what a real session contradicts as a warning: that a shell cannot be had, as computed."""
    outcome = asked.outcome
    computed = outcome.status is Status.FAILED and outcome.grade is Grade.INFERRED
    of_shell = not outcome.lacking or SHELL in outcome.lacking
    if not (computed and of_shell and asked.check.severity is Severity.BLOCKER):
        return asked
    shown = text(said, finding=outcome.text)
    return _Asked(asked.check, replace(outcome, status=Status.WARNING, text=shown, lacking=()))


def _alone(check: Check, outcome: Outcome, others: Mapping[str, _Asked]) -> Text:
    """Return what to say where nothing explains a failure: nothing does, or nobody could look."""
    if outcome.rest is None:
        return outcome.text
    unseen = dict.fromkeys(
        others[name].outcome.text
        for name in _explaining(check, outcome)
        if name in others and others[name].outcome.status is Status.UNKNOWN
    )
    if not unseen:
        return outcome.rest
    said = N_("{finding} What may explain it was not seen. {reasons}")
    return text(said, finding=outcome.text, reasons=joined(*unseen))


def _explaining(check: Check, outcome: Outcome) -> tuple[str, ...]:
    return check.explained_by if outcome.explained_by is None else outcome.explained_by


def _answers(outcome: Outcome) -> bool:
    """Tell whether a check was answered, be it with "does not apply"."""
    waits = outcome.status is Status.SKIPPED and outcome.blocked_by
    return outcome.status is not Status.UNKNOWN and not waits


def _finding(asked: _Asked, subject: str | None, others: Mapping[str, _Asked]) -> Finding:
    check, outcome = asked.check, asked.outcome
    blocked_by = outcome.blocked_by
    if outcome.status is Status.FAILED and not blocked_by:
        blocked_by = tuple(
            name
            for name in _explaining(check, outcome)
            if name in others and others[name].outcome.status is Status.FAILED
        )
    return Finding(
        check=check.id,
        subject=subject,
        status=outcome.status,
        grade=outcome.grade,
        text=outcome.text if blocked_by else _alone(check, outcome, others),
        severity=check.severity,
        evidence=outcome.evidence,
        blocked_by=blocked_by,
        fixes=outcome.fixes,
        docs=outcome.docs or check.docs,
        cause=outcome.cause,
        right=outcome.right,
        why=check.why,
        lacking=outcome.lacking,
        doubts=outcome.doubts or (() if _answers(outcome) else check.features),
        kinds=check.kinds,
    )
