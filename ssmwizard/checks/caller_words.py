"""What the rules about the caller say alike: who it is, what is not certain, and who refuses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ssmwizard.checks.rule import Outcome, not_applicable, passed, undecided, warning
from ssmwizard.model.caller import Kind, NodeRight, Principal
from ssmwizard.model.facts import Known
from ssmwizard.model.features import FEATURES, SHELL
from ssmwizard.model.findings import Evidence, Grade
from ssmwizard.model.role import Decision
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

EXPLICIT, IMPLICIT = "explicitDeny", "implicitDeny"
REQUESTED = "systems-manager-just-in-time-node-access"
NOBODY = text(N_("No node was chosen."))
NODE = text(N_("the node"))
CANNOT_SIMULATE: dict[Kind, str] = {
    Kind.FEDERATED: N_(
        "What the federated user {caller} may do cannot be simulated: its own session policy counts too. A real session tells."
    ),
    Kind.ROLE: N_(
        "The role {caller} was not found in IAM, so what it may do cannot be simulated. A real session tells."
    ),
    Kind.OTHER: N_("What {caller} may do cannot be simulated. A real session tells."),
}
# Who refuses, the most stubborn first, with what to do about it.
REFUSALS: Sequence[tuple[Callable[[Decision], bool], str]] = (
    (
        lambda one: one.allowed_by_organization is False,
        N_(
            "Simulated: a policy of the organization denies {caller} {actions} on {what}. Ask who administers the organization."
        ),
    ),
    (
        lambda one: one.allowed_by_boundary is False,
        N_(
            "Simulated: the permissions boundary of {caller} does not allow {actions} on {what}. Ask for it to be allowed there, too."
        ),
    ),
    (
        lambda one: one.decision == EXPLICIT,
        N_(
            "Simulated: a policy of {caller} denies {actions} on {what} explicitly. Ask for that statement to be changed."
        ),
    ),
)
NOTHING = N_(
    "Simulated: no policy of {caller} allows {actions} on {what}. Ask whoever administers IAM to allow it."
)


def requested(what: str | Text, found: tuple[Evidence, ...], grade: Grade) -> Outcome:
    """Answer that access is asked for each time: it may be granted, and with what is not known."""
    said = N_(
        "You do not start sessions directly here: access to {what} is asked for each time (just-in-time node access, ssm:StartAccessRequest), and a session opens once it is granted."
    )
    shown = text(said, what=what)
    answer = warning(shown, *found, grade=grade, docs=(REQUESTED,), cause="just-in-time")
    return answer.doubting(tuple(one.id for one in FEATURES if one.id != SHELL))


def cannot_simulate(who: Principal) -> Outcome | None:
    """Answer for a caller that the simulator does not take; None where it does, and for root."""
    if who.arn or who.kind is Kind.ROOT:
        return None
    return undecided(
        text(CANNOT_SIMULATE.get(who.kind, CANNOT_SIMULATE[Kind.OTHER]), caller=who.name)
    )


def set_aside(snapshot: Snapshot, who: Principal) -> Outcome | None:
    """Answer for callers of whom nothing is asked beside starting sessions; None for others."""
    cannot = cannot_simulate(who)
    if cannot is not None:
        return cannot
    if who.kind is Kind.ROOT:
        said = N_("The root user may do this, unless a policy of the organization forbids it.")
        return passed(text(said), grade=Grade.INFERRED)
    if by_request(snapshot):
        said = N_(
            "Sessions are opened with the credentials that a granted request for access brings along."
        )
        return not_applicable(text(said))
    return None


def without(one: Decision, *keys: str) -> Decision:
    """Return a decision that does not wait for keys which a real request is known to lack, too."""
    left = tuple(key for key in one.missing_context if key.lower() not in keys)
    return replace(one, missing_context=left)


def refused(one: Decision) -> bool:
    """Tell whether this is a refusal that hangs on nothing that nobody knows."""
    return one.decision in (EXPLICIT, IMPLICIT) and not one.missing_context


def refusal(who: Principal, ones: Sequence[Decision], what: str | Text) -> Text:
    """Say who refuses what; ``ones`` are refusals of different actions on it."""
    for refuses, said in REFUSALS:
        those = tuple(one.action for one in ones if refuses(one))
        if those:
            return text(said, caller=who.name, actions=those, what=what)
    return text(NOTHING, caller=who.name, actions=tuple(one.action for one in ones), what=what)


def reason(one: Decision) -> tuple[bool, ...]:
    """Return what makes two refusals the same."""
    return tuple(refuses(one) for refuses, _ in REFUSALS)


def uncertain(who: Principal, ones: Sequence[Decision], what: str | Text) -> Text:
    """Say on what the answer hangs, or that there is none that is known here."""
    actions = tuple(one.action for one in ones)
    keys = tuple(sorted({key for one in ones for key in one.missing_context}))
    if keys:
        said = N_(
            "Whether {caller} may do {actions} on {what} depends on {keys}, which the simulator was not given."
        )
        return text(said, caller=who.name, actions=actions, what=what, keys=keys)
    said = N_("The policy simulator did not say whether {caller} may do {actions} on {what}.")
    return text(said, caller=who.name, actions=actions, what=what)


def may_request(snapshot: Snapshot) -> bool:
    """Tell whether the caller may ask for just-in-time access.

    https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-just-in-time-node-access.html
    """
    requests = snapshot.rights.requests
    return isinstance(requests, Known) and requests.value


def by_design(snapshot: Snapshot, right: NodeRight) -> bool:
    """Tell whether a session is refused because access is to be asked for: nobody forbids or grants it."""
    one = right.decision
    silent = refused(one) and not any(reason(one)) and not right.by_document
    return silent and may_request(snapshot)


def by_request(snapshot: Snapshot) -> bool:
    """Tell whether the caller asks for access each time, and never starts sessions directly."""
    rights = snapshot.rights.nodes.values()
    silent = (isinstance(fact, Known) and by_design(snapshot, fact.value) for fact in rights)
    return may_request(snapshot) and all(silent)
