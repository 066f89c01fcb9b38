"""What a node's role may do: as the policy simulator says, or else as its policies read.

https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_testing-policies.html
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ssmwizard.checks.arns import account_of
from ssmwizard.checks.policy import Document, Outcome, Reading, Request, decide
from ssmwizard.checks.policy_match import MAYBE, NO, YES
from ssmwizard.checks.policy_principal import Principal
from ssmwizard.checks.rule import seen
from ssmwizard.checks.standin import role_in_use
from ssmwizard.model.facts import NOT_COLLECTED, Fact, Known, Unknown
from ssmwizard.model.findings import Evidence
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.role import ANY_RESOURCE, Decision, Role, RoleFacts, keys_of
from ssmwizard.model.session_rights import SessionRights, session_rights
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

ANY = (ANY_RESOURCE,)
# What the simulator answers; anything else decides nothing.
REFUSED = frozenset({"explicitDeny", "implicitDeny"})
DENIED = "explicitDeny"


class Answer(StrEnum):
    """Whether a role may do something."""

    ALLOWED = "allowed"
    REFUSED = "refused"
    UNDECIDED = "undecided"


class By(StrEnum):
    """Who refuses, the most stubborn first. ``NOBODY``: no policy allows it."""

    ORGANIZATION = "organization"
    BOUNDARY = "boundary"
    DENY = "deny"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class May:
    """Whether a role may do something, and what says so.

    ``refused_by`` says who refuses, where somebody does; ``policies`` are those that decide. ``keys`` are
    condition keys whose values were not known: where it is undecided, it depends on them. ``fact`` is
    what would have to be known, where that could not be seen. ``problems`` are policies that cannot be
    read. ``by_reading``: the policies were read, and those of the organization were not seen.
    """

    action: str
    resource: str
    answer: Answer
    evidence: tuple[Evidence, ...] = ()
    refused_by: By | None = None
    policies: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    fact: Unknown | None = None
    problems: tuple[Text, ...] = ()
    by_reading: bool = False


def may(snapshot: Snapshot, node: NodeFacts, action: str, *resources: str) -> May | None:
    """Tell whether the role that a node uses may do an action on one of the resources.

    None where the node has no role or its role was deleted, which other checks speak of; raises
    ``CannotTell`` where it is not known which role that is. The policies of the resources themselves
    (of keys and buckets) are not looked at.
    """
    use = role_in_use(snapshot, node)
    role = use.facts.role.require() if use else None
    if use is None or role is None:
        return None
    return right(snapshot, use.facts, role, action, resources or ANY)


def principal(snapshot: Snapshot, node: NodeFacts) -> Principal | None:
    """Return the role that a node uses as the policies of resources name it; see :func:`may`."""
    use = role_in_use(snapshot, node)
    role = use.facts.role.require() if use else None
    if role is None:
        return None
    return Principal((role.arn,), role.account)


def session_wants(snapshot: Snapshot) -> SessionRights:
    """Return what the session preferences ask of the role of every node."""
    region = snapshot.identity.region or ""
    return session_rights(
        snapshot.session, snapshot.requirements, snapshot.partition, region, account_of(snapshot)
    )


def right(
    snapshot: Snapshot, facts: RoleFacts, role: Role, action: str, resources: Sequence[str] = ANY
) -> May:
    """Tell whether a role may do an action on one of the resources."""
    if is_read(facts):
        found = [_read(snapshot, facts, role, action, resource) for resource in resources]
    else:
        found = [_simulated(facts, action, resource) for resource in resources]
    for answer in (Answer.ALLOWED, Answer.UNDECIDED):
        for one in found:
            if one.answer is answer:
                return one
    return found[-1]


def is_read(facts: RoleFacts) -> bool:
    """Tell whether the policies of a role were read, since nobody may simulate them."""
    return facts.inline is not NOT_COLLECTED


def _simulated(facts: RoleFacts, action: str, resource: str) -> May:
    fact = _decision(facts, action, resource)
    if fact is None:
        silent = text(N_("The policy simulator did not answer for {action}."), action=action)
        return May(action, resource, Answer.UNDECIDED, problems=(silent,))
    if isinstance(fact, Unknown):
        return May(action, resource, Answer.UNDECIDED, fact=fact)
    decision = fact.value
    evidence = (seen(text(N_("{action}"), action=action), _shown(decision), fact),)
    answer, by = Answer.REFUSED, None
    problems: tuple[Text, ...] = ()
    if decision.allowed:
        answer = Answer.ALLOWED
    elif decision.decision not in REFUSED:
        answer = Answer.UNDECIDED
        said = N_("The policy simulator answered {decision}, which is no answer that is known.")
        problems = (text(said, decision=decision.decision),)
    elif decision.missing_context:
        answer = Answer.UNDECIDED
    elif decision.allowed_by_organization is False:
        by = By.ORGANIZATION
    elif decision.allowed_by_boundary is False:
        by = By.BOUNDARY
    else:
        by = By.DENY if decision.decision == DENIED else By.NOBODY
    return May(
        action,
        resource,
        answer,
        evidence,
        refused_by=by,
        policies=decision.policies,
        keys=decision.missing_context,
        problems=problems,
    )


def _shown(decision: Decision) -> str:
    resource = "" if decision.resource == ANY_RESOURCE else f" ({decision.resource})"
    return f"{decision.decision}{resource}"


def _decision(facts: RoleFacts, action: str, resource: str) -> Fact[Decision] | None:
    """Return what the simulator said, None where it was asked and said nothing."""
    fact = facts.on_resources.get((action, resource))
    if fact is not None:
        return fact
    if isinstance(facts.decisions, Unknown):
        return facts.decisions
    if resource != ANY_RESOURCE:
        return NOT_COLLECTED
    decision = facts.decisions.value.get(action)
    return None if decision is None else Known(decision, facts.decisions.source)


def _read(snapshot: Snapshot, facts: RoleFacts, role: Role, action: str, resource: str) -> May:
    """Read what the role's policies and its boundary say; both have to allow it."""
    request = Request(action, resource, keys_of(role.arn, snapshot.identity.region or ""))
    policies = tuple(_policies(snapshot, facts))
    identity = decide([document for document, _ in policies], request)
    limits = tuple(_managed(snapshot, [role.boundary] if role.boundary else []))
    limit = decide([document for document, _ in limits], request)
    if not limits:
        limit = Reading(YES, NO)
    readings = (identity, limit)
    by = _refusing(identity, limit)
    undecided = by is None and MAYBE in {a for r in readings for a in (r.allow, r.deny)}
    answer = Answer.UNDECIDED if undecided else Answer.REFUSED if by else Answer.ALLOWED
    decisive = (limit,) if by is By.BOUNDARY else readings if undecided else (identity,)
    unseen = [fact for _, fact in (*policies, *limits) if isinstance(fact, Unknown)]
    statements = tuple(str(one) for reading in decisive for one in reading.statements)
    source = next((fact for _, fact in (*policies, *limits) if isinstance(fact, Known)), None)
    shown = text(N_("{action}"), action=action)
    return May(
        action,
        resource,
        answer,
        (seen(shown, ", ".join(statements) or "-", source or facts.inline),),
        refused_by=by,
        policies=statements,
        keys=tuple(sorted({key for reading in decisive for key in reading.missing})),
        fact=unseen[0] if undecided and unseen else None,
        problems=tuple(said for reading in decisive for said in reading.problems),
        by_reading=True,
    )


def _refusing(identity: Reading, limit: Reading) -> By | None:
    if limit.outcome in (Outcome.DENIED, Outcome.NOT_ALLOWED):
        return By.BOUNDARY
    if identity.outcome is Outcome.DENIED:
        return By.DENY
    return By.NOBODY if identity.outcome is Outcome.NOT_ALLOWED else None


def _policies(snapshot: Snapshot, facts: RoleFacts) -> Iterator[tuple[Document, Fact[object]]]:
    """Return the policies of a role. One that could not be seen may say anything."""
    if isinstance(facts.inline, Unknown):
        yield Document("inline", None), facts.inline
    else:
        for one in facts.inline.value:
            yield Document(one.name, one.document), Known(one.document, facts.inline.source)
    if isinstance(facts.policies, Unknown):
        yield Document("attached", None), facts.policies
    else:
        yield from _managed(snapshot, facts.policies.value)


def _managed(snapshot: Snapshot, arns: Sequence[str]) -> Iterator[tuple[Document, Fact[object]]]:
    for arn in arns:
        fact = snapshot.policies.get(arn, NOT_COLLECTED)
        body = fact.value if isinstance(fact, Known) else None
        yield Document(arn.rpartition("/")[2], body), fact
