"""Causes: findings that share one reason, put together once with all the nodes that stand on them.

What is likelier to be *the* cause stands first, by these questions in turn:

1. What does it take away? What blocks comes before what lacks a feature, and that before advice.
2. How is it known? What was proved comes before what was inferred.
3. How much does it explain? More of the failures that are its echoes before fewer.
4. How far upstream does it stand? In the order of the chain that a session passes.

Where several nodes are looked at, the number of nodes that share a cause comes after the first
question: mending that one helps most of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ssmwizard.checks.every import place
from ssmwizard.model.findings import Finding, Grade, Severity, Status

# How the causes begin that are the same wherever they show, and the checks that share theirs.
AGENT, SESSION = "agent:", "session."
ANYWHERE = (AGENT, "own-names:")
_GRAVEST = (Severity.BLOCKER, Severity.FEATURE, Severity.ADVICE)


@dataclass(frozen=True, slots=True)
class Cause:
    """A finding that speaks for all the nodes for which the same reason holds.

    ``also`` are what other checks find broken for that reason: one cause, told in several places.
    """

    finding: Finding
    nodes: tuple[str, ...]
    also: tuple[Cause, ...] = ()


def likeliest(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what failed by itself about one node, the likeliest cause first."""
    told = tuple(findings)
    echoes = _echoes(told)
    roots = [finding for finding in told if finding.is_root_cause]
    return tuple(sorted(roots, key=lambda one: (*_weight(one), *_reach(one, echoes))))


def causes(findings: Sequence[Finding], nodes: Sequence[str]) -> tuple[Cause, ...]:
    """Return what failed by itself, each reason once with its nodes, the likeliest first."""
    echoes = _echoes(findings)

    def order(cause: Cause) -> tuple[int, ...]:
        gravity, inferred = _weight(cause.finding)
        return gravity, -len(cause.nodes), inferred, *_reach(cause.finding, echoes)

    roots = (finding for finding in findings if finding.is_root_cause)
    reasons: dict[tuple[str, str], list[Cause]] = {}
    for cause in sorted(together(roots, nodes), key=order):
        reasons.setdefault(reason(cause.finding), []).append(cause)
    return tuple(_one(those) for those in reasons.values())


def reason(finding: Finding) -> tuple[str, str]:
    """Return what is the same for failures with one reason, whichever check tells of it.

    An old agent is one reason wherever it shows. So are a caller's sessions that its policies name
    wrongly, and what stands between a node and all that the session preferences name. Elsewhere two
    checks of one thing find two things wrong with it: a role that is not trusted and has no rights
    has to be mended twice.
    """
    anywhere = finding.cause.startswith(ANYWHERE)
    said = _version(finding.cause) if anywhere else finding.cause or finding.text.english()
    of_sessions = finding.cause and finding.check.startswith(SESSION)
    return ("" if anywhere else SESSION if of_sessions else finding.check), said


def _version(cause: str) -> str:
    return ":".join(cause.split(":")[:2])


def together(findings: Iterable[Finding], nodes: Sequence[str]) -> tuple[Cause, ...]:
    """Put findings together by check and cause, in the order of their first."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        said = finding.cause or finding.text.english()
        groups.setdefault((finding.check, finding.status, said), []).append(finding)
    return tuple(Cause(group[0], _nodes(group, nodes)) for group in groups.values())


def _one(causes: Sequence[Cause]) -> Cause:
    """Put together what has one reason: the first tells of it, with the nodes of all."""
    first, *others = causes
    nodes = dict.fromkeys(node for cause in causes for node in cause.nodes)
    return replace(first, nodes=tuple(nodes), also=tuple(others)) if others else first


def _echoes(findings: Iterable[Finding]) -> Counter[str]:
    """Count the failures that each check explains."""
    failed = (finding for finding in findings if finding.status is Status.FAILED)
    return Counter(name for finding in failed for name in finding.blocked_by)


def _weight(finding: Finding) -> tuple[int, int]:
    return _GRAVEST.index(finding.severity), int(finding.grade is Grade.INFERRED)


def _reach(finding: Finding, echoes: Mapping[str, int]) -> tuple[int, int]:
    return -echoes.get(finding.check, 0), place(finding.check)


def _nodes(group: Sequence[Finding], nodes: Sequence[str]) -> tuple[str, ...]:
    if all(finding.subject is not None for finding in group):
        return tuple(dict.fromkeys(str(finding.subject) for finding in group))
    return tuple(node for node in nodes if any(finding.concerns(node) for finding in group))
