"""Reads what an "access denied" of AWS says: who may not do what on what, and which policy refuses.

https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ssmwizard.checks.template import Found, Said, plain

REFUSED = "is not authorized to perform"
# What the AWS CLI and the SDKs say around a refusal; all that there is where the service says no more.
CALLED = (
    "An error occurred (AccessDeniedException) when calling the",
    "An error occurred (AccessDenied) when calling the",
    "An error occurred (UnauthorizedOperation) when calling the",
)
# A refusal names a caller, an action, a resource and a policy; ARNs are long.
REACH = 900
_ON, _ON_THIS = "on resource", "on this resource"
_DENY = "with an explicit deny"
_ACTION = re.compile(r"\W*([a-z0-9-]+:[A-Za-z*]+)")
_CALL = re.compile(r"[A-Z][A-Za-z0-9]{2,80}")
_NODE = re.compile(r"m?i-[0-9a-f]{8,17}")
_ARN = re.compile(r"\W*(arn:[^\s\"'<>]+)")
_EDGES = " \t\r\n:.,;\"'`()\\"


class Policy(StrEnum):
    """The kind of policy that refuses, in the words of the message."""

    IDENTITY = "identity-based policy"
    RESOURCE = "resource-based policy"
    BOUNDARY = "permissions boundary"
    SERVICE_CONTROL = "service control policy"
    RESOURCE_CONTROL = "resource control policy"
    SESSION = "session policy"
    ENDPOINT = "VPC endpoint policy"
    TRUST = "role trust policy"
    NOT_TOLD = ""


@dataclass(frozen=True, slots=True)
class Denial:
    """One refusal. What the message does not say is empty.

    ``explicit``: a policy denies the action; otherwise none allows it. ``action`` is the IAM action, or
    only the name of the call where the message does not say more. ``named`` is the ARN of the policy.
    ``start`` and ``end`` are its place in the text.
    """

    action: str
    start: int
    end: int
    principal: str = ""
    resource: str = ""
    policy: Policy = Policy.NOT_TOLD
    explicit: bool = False
    named: str = ""

    @property
    def of_node(self) -> bool:
        """Whether a node's role is refused: its sessions are called after the node."""
        return _NODE.fullmatch(self.principal.rpartition("/")[2]) is not None


@dataclass(frozen=True, slots=True)
class _Reason:
    policy: Policy
    explicit: bool
    start: int
    end: int


def denials(said: Said) -> Iterator[Denial]:
    """Yield the refusals in a text."""
    told = list(said.find(REFUSED))
    for place, found in enumerate(told):
        ends = told[place + 1].start if place + 1 < len(told) else len(said.text)
        yield _whole(said, found, min(ends, found.end + REACH))
    for opening in CALLED:
        for found in said.find(opening):
            if not any(found.end <= one.start <= found.end + REACH for one in told):
                yield from _bare(said, found)


def _bare(said: Said, found: Found) -> Iterator[Denial]:
    """Yield a refusal of which only the call is told."""
    after = said.after("operation", found.end)
    call = said.between(found.end, after.start) if after is not None else ""
    if _CALL.fullmatch(call):
        yield Denial(call, found.start, found.end)


def _whole(said: Said, found: Found, limit: int) -> Denial:
    reason = _reason(said, found.end, limit)
    ends = reason.start if reason else limit
    on = _within(said, _ON, found.end, ends)
    this = _within(said, _ON_THIS, found.end, ends)
    action, end = _action(said.text, found.end, on or this or reason)
    resource = named = ""
    if on is not None:
        resource, end = _resource(said.text, on.end, reason)
    if reason is not None:
        end = reason.end
        arn = _ARN.match(said.text, end) if reason.explicit else None
        if arn is not None:
            named, end = arn[1].rstrip(_EDGES), arn.end()
    principal, start = _principal(said.text, found.start)
    return Denial(
        action=action,
        start=start,
        end=end,
        principal=principal,
        resource=resource,
        policy=reason.policy if reason else Policy.NOT_TOLD,
        explicit=reason is not None and reason.explicit,
        named=named,
    )


def _reason(said: Said, begin: int, limit: int) -> _Reason | None:
    """Return the first reason given: which policy denies the action, or which would have to allow it."""
    given = []
    for policy in Policy:
        for words in ("because no", "deny in a", "deny in an", "deny in the"):
            found = policy and _within(said, f"{words} {policy}", begin, limit)
            if found:
                given.append(_Reason(policy, words != "because no", found.start, found.end))
    bare = _within(said, _DENY, begin, limit)
    if bare is not None:
        given.append(_Reason(Policy.NOT_TOLD, True, bare.start, bare.end))
    first = min(given, key=lambda one: one.start, default=None)
    if first is None or first.policy is not Policy.NOT_TOLD:
        return first
    # "with an explicit deny" begins what goes on with "in a … policy".
    more = [one for one in given if one.policy and one.start - first.end < len(_DENY)]
    if not more:
        return first
    return _Reason(more[0].policy, True, first.start, more[0].end)


def _within(said: Said, literal: str, begin: int, limit: int) -> Found | None:
    found = said.after(literal, begin)
    return found if found is not None and found.end <= limit else None


def _action(text: str, begin: int, follows: Found | _Reason | None) -> tuple[str, int]:
    """Return the IAM action and where it ends; what follows it may stand on another line."""
    if follows is not None:
        action = _ACTION.fullmatch(_joined(text[begin : follows.start]))
        if action is not None:
            return action[1], follows.start
    action = _ACTION.match(text, begin)
    return (action[1], action.end()) if action is not None else ("", begin)


def _resource(text: str, begin: int, reason: _Reason | None) -> tuple[str, int]:
    if reason is not None:
        return _joined(text[begin : reason.start]), reason.start
    arn = _ARN.match(text, begin)
    return (arn[1].rstrip(_EDGES), arn.end()) if arn is not None else ("", begin)


def _principal(text: str, end: int) -> tuple[str, int]:
    """Return who is refused, and where the message about it begins."""
    begin = text.rfind("User:", max(0, end - REACH), end)
    return ("", end) if begin < 0 else (_joined(text[begin + len("User:") : end]), begin)


def _joined(text: str) -> str:
    """Return an ARN or an action that a line break may have cut."""
    return "".join(plain(text).split()).strip(_EDGES)
