"""Reads the policies of a role and its boundary, where nobody may simulate them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ssmwizard.checks.policy import Document, Reading, Request, decide
from ssmwizard.checks.policy_match import MAYBE, NO, YES
from ssmwizard.checks.same import Same, once
from ssmwizard.model.facts import NOT_COLLECTED, Fact, Known, Unknown
from ssmwizard.model.role import Role, RoleFacts, keys_of
from ssmwizard.model.snapshot import Snapshot

NO_BOUNDARY = Reading(YES, NO)


@dataclass(frozen=True, slots=True)
class RoleReading:
    """What a role's policies say together, and its boundary, which both have to allow something.

    ``facts`` are the policies as they were seen, or not.
    """

    identity: Reading
    limit: Reading
    facts: tuple[Fact[object], ...]

    @property
    def undecided(self) -> bool:
        """Whether something in them may decide either way."""
        return MAYBE in {a for r in (self.identity, self.limit) for a in (r.allow, r.deny)}


def read(
    snapshot: Snapshot, facts: RoleFacts, role: Role, action: str, resource: str
) -> RoleReading:
    """Read what is said of an action on a resource. What holds on any resource is read once."""
    at_large = once(
        snapshot,
        ("policies", Same(facts), action),
        lambda: _read(snapshot, facts, role, Request(action, None)),
    )
    if not at_large.undecided:
        return at_large
    return _read(snapshot, facts, role, Request(action, resource))


def _read(snapshot: Snapshot, facts: RoleFacts, role: Role, asked: Request) -> RoleReading:
    request = replace(asked, keys=keys_of(role.arn, snapshot.identity.region or ""))
    policies = tuple(_policies(snapshot, facts))
    limits = tuple(_managed(snapshot, [role.boundary] if role.boundary else []))
    limit = decide([document for document, _ in limits], request) if limits else NO_BOUNDARY
    return RoleReading(
        decide([document for document, _ in policies], request),
        limit,
        tuple(fact for _, fact in (*policies, *limits)),
    )


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
