"""What a node needs for what the session preferences ask of it, as steps that hold or do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ssmwizard.checks.agent import updates
from ssmwizard.checks.hop import ABSENT, Holds, Hop, in_turn, no, unseen, unsure, yes
from ssmwizard.checks.hosts import Need, for_preferences
from ssmwizard.checks.rights import Answer, By, May, may, principal
from ssmwizard.checks.rule import Outcome, failed, passed, seen, undecided, unknown, warning
from ssmwizard.checks.session_rule import SHELLS
from ssmwizard.checks.way import behind, way
from ssmwizard.model.facts import CannotTell, Known
from ssmwizard.model.findings import Evidence, Grade, Status
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.session_rights import Wanted
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.systems import at_least, numbers
from ssmwizard.model.text import N_, Text, text

VERSION = text(N_("Agent version"))
ROLELESS = unsure(text(N_("The node has no role whose rights could be judged.")))
ALLOW = ("role.allow-session-resources",)
# What to do about each who refuses; the most stubborn comes first.
REFUSALS = {
    By.ORGANIZATION: N_(
        "A policy of the organization denies {role} {actions} on {resources}. Ask who administers the organization."
    ),
    By.BOUNDARY: N_(
        "The permissions boundary of {role} does not allow {actions} on {resources}. Allow it in the boundary."
    ),
    By.DENY: N_(
        "A policy of {role} denies {actions} on {resources} explicitly. Remove it from that Deny."
    ),
    By.NOBODY: N_(
        "The role {role} has no permission for {actions} on {resources}. Allow it in a policy of the role."
    ),
}


def agent(
    snapshot: Snapshot,
    node: NodeFacts,
    requirement: str,
    feature: Text,
    *,
    fatal: bool,
    lost: tuple[str, ...] = (),
) -> Outcome:
    """Judge whether the agent knows a feature; one that tells no version is not judged here."""
    managed = node.managed.value if isinstance(node.managed, Known) else None
    version = numbers(managed.agent_version) if managed is not None else ()
    least = snapshot.requirements.text(requirement)
    if managed is None or not version or at_least(version, numbers(least)):
        return judged(ABSENT, fatal=fatal)
    said = N_("Agent {version} is too old for {feature}, which came with {minimum}. Update it.")
    told = text(said, version=managed.agent_version, feature=feature, minimum=least)
    found = seen(VERSION, managed.agent_version, node.managed)
    step = no(told, f"agent:{managed.agent_version}", found)
    return judged(step, fatal=fatal, lost=lost, fixes=updates(managed))


def reaching(
    snapshot: Snapshot, node: NodeFacts, need: Need, *, fatal: bool, lost: tuple[str, ...] = ()
) -> Outcome:
    """Judge the way from a node to what it needs; where every way breaks there, it is an echo of that."""
    services = [host.service for host in for_preferences(snapshot) if host.need is need]
    step = in_turn([way(snapshot, node, service) for service in services] or [ABSENT])
    answer = judged(step, fatal=fatal, lost=lost)
    if answer.status is not Status.FAILED:
        return answer
    return replace(answer, blocked_by=behind(snapshot, node, step))


def rights(snapshot: Snapshot, node: NodeFacts, wanted: Sequence[Wanted]) -> Hop:
    """Tell whether the role of the node may do all that is wanted of it."""
    try:
        who = principal(snapshot, node)
        told = [may(snapshot, node, one.action, *one.resources) for one in wanted]
    except CannotTell as answer:
        return unseen(answer)
    if who is None:
        return ROLELESS
    return allowed(who.arns[0], [one for one in told if one is not None])


def allowed(role: str, told: Sequence[May]) -> Hop:
    """Return what the answers about a role come to, the most stubborn refusal first."""
    for by, said in REFUSALS.items():
        those = [one for one in told if one.refused_by is by]
        if those:
            return no(_said(said, role, those), role, *_evidence(those))
    undecided_yet = [one for one in told if one.answer is not Answer.ALLOWED]
    if not undecided_yet:
        said = N_("The role {role} may do {actions}.")
        return yes(_said(said, role, told), role, *_evidence(told)) if told else ABSENT
    fact = next((one.fact for one in undecided_yet if one.fact is not None), None)
    if fact is not None:
        return unseen(CannotTell(fact))
    keys = tuple(sorted({key for one in undecided_yet for key in one.keys}))
    said = N_("Whether the role {role} may do {actions} on {resources} does not show from here.")
    told_so = _said(said, role, undecided_yet)
    if keys:
        more = N_("{finding} It depends on {keys}.")
        told_so = text(more, finding=told_so, keys=keys)
    return unsure(told_so, role, *_evidence(undecided_yet))


def judged(
    step: Hop, *, fatal: bool, lost: tuple[str, ...] = (), fixes: tuple[str, ...] = ()
) -> Outcome:
    """Answer with a step: what does not hold fails where that ends sessions, and warns elsewhere.

    ``lost`` are the features that are lost with it where sessions go on.
    """
    gone = SHELLS if fatal else lost
    said, shown, grade = step.said, step.evidence, Grade.INFERRED
    match step.holds:
        case Holds.NO if fatal:
            outcome = failed(said, *shown, grade=grade).without(gone)
        case Holds.NO:
            outcome = warning(said, *shown, grade=grade).without(gone)
        case Holds.UNKNOWN if step.unknown is not None:
            return unknown(step.unknown, *shown).doubting(gone)
        case Holds.UNKNOWN:
            return undecided(said, *shown).doubting(gone)
        case Holds.PARTLY:
            outcome = warning(said, *shown, grade=grade).doubting(gone)
        case _:
            return passed(said, *shown, grade=grade)
    return replace(outcome, fixes=fixes, cause=step.by)


def role_answers(
    snapshot: Snapshot,
    node: NodeFacts,
    looking: Sequence[Wanted],
    writing: Sequence[Wanted],
    *,
    must_look: bool,
    lost: tuple[str, ...] = (),
) -> list[Outcome]:
    """Answer for a role that has to look at something and write to it.

    Not to be able to look is fatal where the agent must; what is missing for one reason is said once.
    """
    look, write = rights(snapshot, node, looking), rights(snapshot, node, writing)
    if look.holds is write.holds is Holds.NO and look.said.source == write.said.source:
        both = rights(snapshot, node, [*looking, *writing])
        return [judged(both, fatal=must_look, lost=lost, fixes=mends(both))]
    return [
        judged(look, fatal=must_look, lost=lost, fixes=mends(look)),
        judged(write, fatal=False, lost=lost, fixes=mends(write)),
    ]


def mends(step: Hop) -> tuple[str, ...]:
    """Return the fix of a right that the role lacks and nobody denies it."""
    lacks = step.holds is Holds.NO and step.said.source == REFUSALS[By.NOBODY]
    return ALLOW if lacks else ()


def _said(said: str, role: str, told: Sequence[May]) -> Text:
    return text(
        said,
        role=role.rpartition("/")[2],
        actions=tuple(dict.fromkeys(one.action for one in told)),
        resources=tuple(dict.fromkeys(one.resource for one in told)),
    )


def _evidence(told: Sequence[May]) -> tuple[Evidence, ...]:
    return tuple(one for each in told for one in each.evidence)
