"""Reads a trust policy, to tell whether a service may take the role.

https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ssmwizard.checks.policy import Document, Outcome, Request, decide
from ssmwizard.checks.policy_conditions import texts
from ssmwizard.checks.policy_principal import Principal

TAKE = "sts:AssumeRole"
ACCOUNT_KEY, ARN_KEY = "aws:SourceAccount", "aws:SourceArn"
# Some managed node: what the ARN ends in is not known here.
SOME_NODE = "managed-instance/mi-00000000000000000"
PARTS = 6


class Trust(StrEnum):
    """Whether a service may take a role; ``ELSEWHERE``: for another account or Region only."""

    YES = "yes"
    NO = "no"
    DENIED = "denied"
    ELSEWHERE = "elsewhere"
    UNDECIDED = "undecided"


TRUST: Mapping[Outcome, Trust] = {
    Outcome.ALLOWED: Trust.YES,
    Outcome.DENIED: Trust.DENIED,
    Outcome.NOT_ALLOWED: Trust.NO,
    Outcome.UNDECIDED: Trust.UNDECIDED,
}


@dataclass(frozen=True, slots=True)
class Where:
    """The account and Region for which Systems Manager says that it takes a role."""

    account: str
    region: str


def trusted(policy: object, services: Sequence[str], where: Where | None) -> Trust:
    """Tell whether one of the services may take the role.

    ``where`` is what a service tells the policy's conditions; None for a service that tells nothing
    certain, so that no condition can be decided.
    """
    at_large = _told(policy, services, {})
    if at_large is not Outcome.UNDECIDED or where is None or not where.account:
        return TRUST[at_large]
    account = {ACCOUNT_KEY: (where.account,)}
    arns = dict.fromkeys(_arns(policy, where))
    known = [{**account, ARN_KEY: (arn,)} for arn in arns] or [account]
    answers = {_told(policy, services, keys) for keys in known}
    if len(answers) > 1:
        return Trust.UNDECIDED
    (answer,) = answers
    return Trust.ELSEWHERE if answer is Outcome.NOT_ALLOWED else TRUST[answer]


def _told(policy: object, services: Sequence[str], keys: Mapping[str, tuple[str, ...]]) -> Outcome:
    who = Principal(services=tuple(services))
    return decide([Document("trust", policy)], Request(TAKE, None, keys, who)).outcome


def _arns(policy: object, where: Where) -> Iterator[str]:
    """Return how the ARN of a node here may read, as far as the conditions tell it apart."""
    for pattern in _patterns(policy):
        parts = pattern.split(":", PARTS - 1)
        whole = len(parts) == PARTS
        partition, service = parts[1:3] if whole else ("*", "*")
        for end in (SOME_NODE, parts[-1]) if whole else (SOME_NODE,):
            yield f"arn:{partition}:{service}:{where.region}:{where.account}:{end}"


def _patterns(policy: object) -> Iterator[str]:
    """Return what the conditions of a policy want the ARN to be."""
    statements = policy.get("Statement") if isinstance(policy, Mapping) else None
    for statement in statements if isinstance(statements, list) else [statements]:
        block = statement.get("Condition") if isinstance(statement, Mapping) else None
        for keys in block.values() if isinstance(block, Mapping) else ():
            for key, wanted in keys.items() if isinstance(keys, Mapping) else ():
                if str(key).lower() == ARN_KEY.lower():
                    yield from texts(wanted)
