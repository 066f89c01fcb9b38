"""What a check is, and the words a rule answers with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from ssmwizard.model.facts import Fact, Source, Unknown, Why
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity, Status
from ssmwizard.model.node import Kind, NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer of a rule; see :class:`~ssmwizard.model.findings.Finding` for the members."""

    status: Status
    grade: Grade
    text: Text
    evidence: tuple[Evidence, ...] = ()
    blocked_by: tuple[str, ...] = ()
    fixes: tuple[str, ...] = ()
    docs: tuple[str, ...] = ()
    cause: str = ""
    right: str | None = None
    lacking: tuple[str, ...] = ()
    rest: Text | None = None

    def unexplained(self, rest: Text) -> Outcome:
        """Return the answer with what to say when no other check explains the failure."""
        return replace(self, rest=rest)

    def without(self, features: tuple[str, ...]) -> Outcome:
        """Return the answer with the features that the node cannot serve."""
        return replace(self, lacking=features)


Rule = Callable[[Snapshot], Outcome]
NodeRule = Callable[[Snapshot, NodeFacts], Outcome]


@dataclass(frozen=True, slots=True)
class Check:
    """A check: a rule with its place in the chain.

    ``needs``: checks that must not have failed before this one is worth asking; they stand before it.
    ``explained_by``: checks whose failure explains a failure of this one, which is then an echo.
    ``rights``: IAM actions that its facts need. ``docs``: keys of the documentation data.
    ``kinds`` are the nodes that a failure concerns, where the check looks at the whole account.
    ``why`` says in one or two sentences why it matters. Exactly one of ``run`` and ``run_node`` is set,
    by ``scope``.
    """

    id: str
    title: Text
    why: Text
    scope: Scope
    severity: Severity
    docs: tuple[str, ...]
    needs: tuple[str, ...] = ()
    explained_by: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = (Kind.EC2, Kind.HYBRID)
    run: Rule | None = None
    run_node: NodeRule | None = None

    def rule(self, snapshot: Snapshot) -> Outcome:
        """Ask the rule about the account or the computer."""
        assert self.run is not None, self.id
        return self.run(snapshot)

    def node_rule(self, snapshot: Snapshot, node: NodeFacts) -> Outcome:
        """Ask the rule about one node."""
        assert self.run_node is not None, self.id
        return self.run_node(snapshot, node)


def passed(
    said: Text, *evidence: Evidence, grade: Grade = Grade.PROVED, cause: str = ""
) -> Outcome:
    """Answer that the thing looked at is right."""
    return Outcome(Status.PASSED, grade, said, evidence, cause=cause)


def failed(
    said: Text,
    *evidence: Evidence,
    grade: Grade,
    fixes: tuple[str, ...] = (),
    docs: tuple[str, ...] = (),
    cause: str = "",
) -> Outcome:
    """Answer that the thing looked at is wrong."""
    return Outcome(Status.FAILED, grade, said, evidence, fixes=fixes, docs=docs, cause=cause)


def warning(
    said: Text,
    *evidence: Evidence,
    grade: Grade = Grade.PROVED,
    fixes: tuple[str, ...] = (),
    docs: tuple[str, ...] = (),
    cause: str = "",
) -> Outcome:
    """Answer that it works now, but that something about it deserves to be known."""
    return Outcome(Status.WARNING, grade, said, evidence, fixes=fixes, docs=docs, cause=cause)


def not_applicable(said: Text) -> Outcome:
    """Answer that the question does not arise for this subject."""
    return Outcome(Status.SKIPPED, Grade.PROVED, said)


def undecided(said: Text, *evidence: Evidence, docs: tuple[str, ...] = ()) -> Outcome:
    """Answer that what was seen does not decide the question."""
    return Outcome(Status.UNKNOWN, Grade.INFERRED, said, evidence, docs=docs)


def unknown(fact: Unknown, *evidence: Evidence) -> Outcome:
    """Answer that a fact could not be seen, and why."""
    call = fact.source.call if fact.source else ""
    shown: tuple[Evidence, ...] = ()
    if fact.source is not None and (fact.detail or fact.code):
        label = text(N_("What the service said"))
        shown = (Evidence(label, fact.detail or fact.code, call, fact.source.at),)
    return Outcome(
        Status.UNKNOWN,
        Grade.INFERRED,
        _could_not_look(fact, call),
        (*shown, *evidence),
        right=fact.right,
    )


def _could_not_look(fact: Unknown, call: str) -> Text:
    match fact.why:
        case Why.DENIED:
            said = N_("Could not look: the right {right} is missing.")
            return text(said, right=fact.right or call)
        case Why.CREDENTIALS:
            return text(N_("Could not look: the credentials were refused ({call})."), call=call)
        case Why.CONFIGURATION:
            return text(
                N_("Could not look: the AWS configuration is not usable ({call})."), call=call
            )
        case Why.UNREACHABLE:
            return text(N_("Could not look: AWS could not be reached ({call})."), call=call)
        case Why.TIMED_OUT if not call:
            return text(N_("Not looked at: the time given ran out."))
        case Why.TIMED_OUT:
            return text(N_("Could not look: there was no answer in time ({call})."), call=call)
        case Why.THROTTLED:
            said = N_("Could not look: the account makes too many requests at present ({call}).")
            return text(said, call=call)
        case Why.CANCELLED:
            return text(N_("Not looked at: the inspection was cancelled."))
        case Why.NOT_COLLECTED:
            return text(N_("Not looked at."))
        case _:
            said = N_("Could not look: {call} failed with {code}.")
            return text(said, call=call, code=fact.code or fact.why)


def seen(label: Text, value: object, fact: Fact[Any] | Source) -> Evidence:
    """Make a piece of evidence from a value and the fact (or source) that showed it."""
    source = fact if isinstance(fact, Source) else fact.source
    shown = value if isinstance(value, str) else str(value)
    return Evidence(label, shown, source.call if source else "", source.at if source else None)
