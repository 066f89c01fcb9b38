"""What a node's role may do: as the policy simulator says, or else as its policies read.

https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_testing-policies.html
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ssmwizard.checks.arns import account_of
from ssmwizard.checks.policy import Outcome, Reading
from ssmwizard.checks.policy_principal import Principal
from ssmwizard.checks.role_policies import read
from ssmwizard.checks.rule import seen
from ssmwizard.checks.standin import role_in_use
from ssmwizard.model.facts import NOT_COLLECTED, Fact, Known, Unknown
from ssmwizard.model.findings import Evidence
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.role import ANY_RESOURCE, Decision, Role, RoleFacts
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
    """Tell what the role's policies and its boundary say; both have to allow it."""
    told = read(snapshot, facts, role, action, resource)
    by = _refusing(told.identity, told.limit)
    answer = Answer.REFUSED if by else Answer.ALLOWED
    decisive: tuple[Reading, ...] = (told.limit,) if by is By.BOUNDARY else (told.identity,)
    unseen = None
    if by is None and told.undecided:
        answer, decisive = Answer.UNDECIDED, (told.identity, told.limit)
        unseen = next((fact for fact in told.facts if isinstance(fact, Unknown)), None)
    statements = tuple(str(one) for reading in decisive for one in reading.statements)
    source = next((fact for fact in told.facts if isinstance(fact, Known)), facts.inline)
    shown = text(N_("{action}"), action=action)
    return May(
        action,
        resource,
        answer,
        (seen(shown, ", ".join(statements) or told.identity.outcome, source),),
        refused_by=by,
        policies=statements,
        keys=tuple(sorted({key for reading in decisive for key in reading.missing})),
        fact=unseen,
        problems=tuple(said for reading in decisive for said in reading.problems),
        by_reading=True,
    )


def _refusing(identity: Reading, limit: Reading) -> By | None:
    if limit.outcome in (Outcome.DENIED, Outcome.NOT_ALLOWED):
        return By.BOUNDARY
    if identity.outcome is Outcome.DENIED:
        return By.DENY
    return By.NOBODY if identity.outcome is Outcome.NOT_ALLOWED else None
