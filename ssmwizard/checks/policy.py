"""Reads IAM policies: whether they allow or deny a request, or cannot be told to.

Much of what a condition asks is not known here, so every answer has three values, and an answer that
is not certain is ``UNDECIDED`` and never a guess. A policy that cannot be read may say anything.
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from ssmwizard.checks.policy_conditions import holds
from ssmwizard.checks.policy_match import (
    MAYBE,
    NO,
    YES,
    Answer,
    Reader,
    all_of,
    any_of,
    like,
    names,
    opposite,
    told,
)
from ssmwizard.checks.policy_principal import Principal, excepted, named
from ssmwizard.model.text import N_, Text, text

# Whether a version of the language has policy variables.
UNVERSIONED = "2008-10-17"
VERSIONS: Mapping[str, bool] = {"2012-10-17": True, UNVERSIONED: False}
ELEMENTS = frozenset(
    {
        "Sid",
        "Effect",
        "Principal",
        "NotPrincipal",
        "Action",
        "NotAction",
        "Resource",
        "NotResource",
        "Condition",
    }
)
ALLOW, DENY = "Allow", "Deny"


class Outcome(StrEnum):
    """What policies say: ``DENIED`` by a statement, or ``NOT_ALLOWED`` because none allows it."""

    ALLOWED = "allowed"
    DENIED = "denied"
    NOT_ALLOWED = "not-allowed"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Document:
    """A policy with the name it is shown by. ``body`` is decoded, or JSON, or anything at all."""

    name: str
    body: object


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asks to do.

    ``resource`` is an ARN, ``*`` for an action that knows no resources, None where it is not known.
    ``keys`` maps condition keys (``aws:RequestedRegion``, in any case) to their values: ``()`` for one
    that the request is known not to have; one that is not there is not known. ``principal`` is who
    asks, for the policies of resources (endpoints, keys, buckets, roles); None for policies of the
    asking user or role itself, which name no principal.
    """

    action: str
    resource: str | None
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    principal: Principal | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement that counts: the name of its policy, its number from 1, and its Sid if it has one.

    The number is 0 for a policy that cannot be read as statements.
    """

    policy: str
    number: int
    sid: str

    def __str__(self) -> str:
        return f"{self.policy}: {self.sid or self.number}" if self.number else self.policy


@dataclass(frozen=True, slots=True)
class Reading:
    """What policies say of a request.

    ``allow`` and ``deny`` tell whether a statement allows and denies it. ``statements`` are those
    that decide; where nothing is decided, those that may. ``missing`` are the condition keys whose
    values would have been needed, ``problems`` what could not be read. ``by_account``: it is allowed
    to the whole account of the principal alone, which is then left to the account's own policies.
    """

    allow: Answer
    deny: Answer
    statements: tuple[Statement, ...] = ()
    missing: tuple[str, ...] = ()
    problems: tuple[Text, ...] = ()
    by_account: bool = False

    @property
    def outcome(self) -> Outcome:
        """Return the one answer. What no statement allows is refused, denied or not."""
        if self.deny is YES:
            return Outcome.DENIED
        if self.allow is NO:
            return Outcome.NOT_ALLOWED
        if self.deny is MAYBE or self.allow is MAYBE:
            return Outcome.UNDECIDED
        return Outcome.ALLOWED


@dataclass(frozen=True, slots=True)
class _Heard:
    """What one statement says. ``effects`` are both where the statement does not say which."""

    effects: tuple[str, ...]
    applies: Answer
    statement: Statement
    missing: frozenset[str] = frozenset()
    problems: tuple[Text, ...] = ()
    by_account: bool = False


def decide(documents: Sequence[Document], request: Request) -> Reading:
    """Read policies of one kind together: a Deny in any of them wins, then an Allow in any of them."""
    keys = {name.lower(): tuple(values) for name, values in request.keys.items()}
    heard = [one for document in documents for one in _hear(document, request, keys)]
    denials = [one for one in heard if DENY in one.effects]
    allows = [one for one in heard if ALLOW in one.effects]
    deny, allow = (any_of(one.applies for one in those) for those in (denials, allows))
    if deny is YES:
        decisive = [one for one in denials if one.applies is YES]
    elif allow is YES and deny is NO:
        decisive = [one for one in allows if one.applies is YES]
    else:
        decisive = [one for one in heard if one.applies is MAYBE]
    certain = [one for one in allows if one.applies is YES]
    return Reading(
        allow=allow,
        deny=deny,
        statements=tuple(dict.fromkeys(one.statement for one in decisive)),
        missing=tuple(sorted({key for one in decisive for key in one.missing})),
        problems=tuple(dict.fromkeys(said for one in decisive for said in one.problems)),
        by_account=bool(certain) and all(one.by_account for one in certain),
    )


def _hear(
    document: Document, request: Request, keys: Mapping[str, tuple[str, ...]]
) -> Iterator[_Heard]:
    body = _parsed(document.body)
    statements = body.get("Statement") if isinstance(body, Mapping) else None
    version = str(body.get("Version", UNVERSIONED)) if isinstance(body, Mapping) else ""
    if isinstance(statements, Mapping):
        statements = [statements]
    if not isinstance(statements, (list, tuple)) or version not in VERSIONS:
        said = text(N_("The policy {policy} cannot be read."), policy=document.name)
        yield _Heard((ALLOW, DENY), MAYBE, Statement(document.name, 0, ""), problems=(said,))
        return
    for number, one in enumerate(statements, 1):
        yield _heard(document.name, number, one, request, Reader(keys, VERSIONS[version]))


def _parsed(body: object) -> object:
    if not isinstance(body, (str, bytes)):
        return body
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _heard(policy: str, number: int, body: object, request: Request, reader: Reader) -> _Heard:
    found = body if isinstance(body, Mapping) else {}
    sid, effect = found.get("Sid"), found.get("Effect")
    statement = Statement(policy, number, sid if isinstance(sid, str) else "")
    effects = (str(effect),) if effect in (ALLOW, DENY) else (ALLOW, DENY)
    principal = named(found.get("Principal"), request.principal) if request.principal else None
    questions: Sequence[Callable[[], Answer]] = (
        lambda: _action(found, request.action, reader),
        lambda: _principal(found, request.principal, reader),
        lambda: _resource(found, request, reader),
        lambda: holds(found.get("Condition", {}), reader),
        lambda: _known(found, reader),
    )
    applies = all_of(question() for question in questions)
    said = N_("{element} in {statement} cannot be read.")
    return _Heard(
        effects=effects,
        applies=applies,
        statement=statement,
        missing=frozenset(reader.missing),
        problems=tuple(
            text(said, element=element, statement=str(statement)) for element in reader.unreadable
        ),
        by_account=principal is not None and principal.itself is not YES,
    )


def _either(
    found: Mapping[object, object], name: str, reader: Reader
) -> tuple[object, bool] | None:
    """Return the element ``name`` or its contrary, and which; None where there is not just one."""
    contrary = f"Not{name}"
    if (name in found) is (contrary in found):
        reader.cannot_read(name)
        return None
    return (found[name], True) if name in found else (found[contrary], False)


def _action(found: Mapping[object, object], action: str, reader: Reader) -> Answer:
    element = _either(found, "Action", reader)
    if element is None:
        return MAYBE
    patterns = names(element[0])
    if not patterns:
        return reader.cannot_read("Action")
    one = told(any(like(((each, False),), action, ignore_case=True) for each in patterns))
    return one if element[1] else opposite(one)


def _resource(found: Mapping[object, object], request: Request, reader: Reader) -> Answer:
    if request.principal is not None and not {"Resource", "NotResource"} & found.keys():
        return YES
    element = _either(found, "Resource", reader)
    if element is None:
        return MAYBE
    patterns = names(element[0])
    if not patterns:
        return reader.cannot_read("Resource")
    one = any_of(_fits(each, request.resource, reader) for each in patterns)
    return one if element[1] else opposite(one)


def _fits(written: str, resource: str | None, reader: Reader) -> Answer:
    if resource is None:
        return YES if written == "*" else MAYBE
    pattern = reader.pattern(written)
    return pattern if isinstance(pattern, Answer) else reader.arn_like(pattern, resource)


def _principal(found: Mapping[object, object], who: Principal | None, reader: Reader) -> Answer:
    if who is None:
        misplaced = {"Principal", "NotPrincipal"} & found.keys()
        return reader.cannot_read("Principal") if misplaced else YES
    element = _either(found, "Principal", reader)
    if element is None:
        return MAYBE
    if element[1]:
        one = named(element[0], who)
        return reader.cannot_read("Principal") if one is None else one.either
    rest = excepted(element[0], who)
    return reader.cannot_read("NotPrincipal") if rest is None else rest


def _known(found: Mapping[object, object], reader: Reader) -> Answer:
    if found.get("Effect") not in (ALLOW, DENY):
        return reader.cannot_read("Effect")
    others = [str(name) for name in found if name not in ELEMENTS]
    return reader.cannot_read(others[0]) if others else YES
