"""The rule about a real session: did the service start one when it was asked to."""

from __future__ import annotations

from ssmwizard.checks.rule import Check, Outcome, failed, not_applicable, passed, seen, unknown
from ssmwizard.model.facts import Unknown, Why
from ssmwizard.model.findings import Grade, Scope, Severity
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text

SESSION = text(N_("Session"))
SAID = text(N_("What the service said"))


def session(_: Snapshot, node: NodeFacts) -> Outcome:
    """Judge what became of a real session; it is only tried on wish, on a node that is connected."""
    fact = node.refusal
    if isinstance(fact, Unknown):
        if fact.why is Why.NOT_COLLECTED:
            return not_applicable(text(N_("No real session was tried.")))
        if fact.why is not Why.DENIED or fact.source is None:
            return unknown(fact)
        said = N_("The service refused to start a session: you may not. {message}")
        shown = seen(SAID, fact.detail or fact.code, fact.source)
        message = fact.detail or fact.code
        return failed(text(said, message=message), shown, grade=Grade.PROVED, cause="refused")
    if fact.value is None:
        said = N_(
            "The service started a real session on the node, which was ended at once. What is typed and shown in one was not tried."
        )
        return passed(text(said), seen(SESSION, "granted", fact))
    said = N_("The service refused to start a session on the node. It said: {message}")
    shown = seen(SAID, fact.value, fact)
    return failed(
        text(said, message=fact.value), shown, grade=Grade.PROVED, cause=f"refused:{fact.value}"
    )


CHECKS: tuple[Check, ...] = (
    Check(
        id="probe.session",
        title=text(N_("A real session starts")),
        why=text(
            N_(
                "Nothing proves that a session can be started as well as starting one. It is logged, and may be billed on hybrid nodes, so it is only done on wish."
            )
        ),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        needs=("identity.credentials", "identity.region"),
        explained_by=("account.instance-tier", "caller.start-session"),
        docs=("session-manager-working-with-sessions-start", "session-manager-troubleshooting"),
        run_node=session,
    ),
)
