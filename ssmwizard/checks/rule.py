"""What a check is, and the words a rule answers with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ssmwizard.model.facts import Fact, Source, Unknown, Why
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity, Status
from ssmwizard.model.node import Kind, NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

# The error of an answer that cannot be read as one of AWS's.
NOT_FROM_AWS = "ResponseParserError"
# The error of a call that the policy of this computer forbids.
BY_POLICY = "Policy"
COULD_NOT_LOOK: Mapping[Why, str] = {
    Why.DENIED: N_("Could not look: the right {right} is missing."),
    Why.CREDENTIALS: N_("Could not look: the credentials were refused ({call})."),
    Why.CONFIGURATION: N_("Could not look: the AWS configuration is not usable ({call})."),
    Why.UNREACHABLE: N_("Could not look: AWS could not be reached ({call})."),
    Why.TIMED_OUT: N_("Could not look: there was no answer in time ({call})."),
    Why.THROTTLED: N_("Could not look: the account makes too many requests at present ({call})."),
    Why.CANCELLED: N_("Not looked at: the inspection was cancelled."),
    Why.READ_ONLY: N_("Not looked at: read-only mode is on, and {call} runs something."),
    Why.NOT_COLLECTED: N_("Not looked at."),
}
TIME_RAN_OUT = N_("Not looked at: the time given ran out.")
FAILED = N_("Could not look: {call} failed with {code}.")
SOMETHING_ELSE = N_(
    "Could not look: what answered {call} was not AWS. It may be a proxy or the sign-in page of a network."
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer of a rule; see :class:`~ssmwizard.model.findings.Finding` for the members.

    ``bars``: where this could not tell, the checks that need it are not asked. ``explained_by``, where
    it is not None, takes the place of the check's own.
    """

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
    doubts: tuple[str, ...] = ()
    rest: Text | None = None
    bars: bool = True
    explained_by: tuple[str, ...] | None = None

    def unexplained(self, rest: Text) -> Outcome:
        """Return the answer with what to say when no other check explains the failure."""
        return replace(self, rest=rest)

    def without(self, features: tuple[str, ...]) -> Outcome:
        """Return the answer with the features that the node cannot serve."""
        return replace(self, lacking=features) if features else self

    def doubting(self, features: tuple[str, ...]) -> Outcome:
        """Return the answer with the features of which it cannot tell whether the node serves them."""
        return replace(self, doubts=features) if features else self


Rule = Callable[[Snapshot], Outcome]
NodeRule = Callable[[Snapshot, NodeFacts], Outcome]


@dataclass(frozen=True, slots=True)
class Check:
    """A check: a rule with its place in the chain.

    ``needs``: checks that must not have failed before this one is worth asking; they stand before it.
    ``explained_by``: checks whose failure explains a failure of this one, which is then an echo.
    ``rights``: IAM actions that its facts need. ``requirements``: ids of those it judges by.
    ``docs``: keys of the documentation data.
    ``kinds`` are the nodes that a failure concerns, where the check looks at the whole account.
    ``features`` are those that the check decides: where it has no answer they are in doubt.
    ``why`` says in one or two sentences why it matters. ``run`` judges the account or the computer,
    ``run_node`` one node. A check of nodes may have both: what ``run`` does not pass is said once for
    all of them, and no node is asked.
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
    requirements: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = (Kind.EC2, Kind.HYBRID)
    features: tuple[str, ...] = ()
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


def waiting(*checks: str) -> Outcome:
    """Answer that other checks have to pass before this can be asked."""
    said = N_("Not looked at, because something before it has to be right first.")
    return Outcome(Status.SKIPPED, Grade.INFERRED, text(said), blocked_by=checks)


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
    said = COULD_NOT_LOOK.get(fact.why, FAILED)
    if fact.code == NOT_FROM_AWS:
        said = SOMETHING_ELSE
    elif fact.why is Why.TIMED_OUT and not call:
        said = TIME_RAN_OUT
    elif fact.code == BY_POLICY:
        return text(N_("Not looked at. {why}"), why=fact.detail)
    return text(said, call=call, right=fact.right or call, code=fact.code or fact.why)


def seen(label: Text, value: object, fact: Fact[Any] | Source) -> Evidence:
    """Make a piece of evidence from a value and the fact (or source) that showed it."""
    source = fact if isinstance(fact, Source) else fact.source
    shown = value if isinstance(value, str) else str(value)
    return Evidence(label, shown, source.call if source else "", source.at if source else None)
