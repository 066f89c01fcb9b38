"""A call to AWS and its outcome, and the one error that leaves this layer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from ssmwizard.model.facts import Source, Unknown, Why

# The code of a call that was never made, or whose answer nobody waited for.
NOT_ANSWERED = "NotAnswered"
# The code of a list that begins again instead of ending.
SAME_PAGE = "RepeatedPage"


@dataclass(frozen=True, slots=True)
class Call:
    """One call that was made: what was asked, what came back, when (UTC), and how long it took.

    Exactly one of ``answer`` and ``failure`` is set. An answer may hold secrets.
    """

    service: str
    operation: str
    region: str
    parameters: Mapping[str, Any]
    answer: Mapping[str, Any] | None = field(repr=False)
    failure: CallFailed | None
    at: datetime
    seconds: float
    request_id: str

    @property
    def name(self) -> str:
        """Return the call as IAM writes it."""
        return f"{self.service}:{self.operation}"


class CallFailed(Exception):  # noqa: N818 - named for what happened
    """A call did not give an answer.

    ``call`` is ``ssm:GetConnectionStatus``; ``code`` is the error code of the service or the name of
    the error on this side; ``right`` is the IAM action that is missing where ``why`` is ``denied``.
    """

    def __init__(
        self,
        call: str,
        why: Why,
        code: str,
        message: str,
        *,
        at: datetime,
        request_id: str = "",
    ) -> None:
        super().__init__(f"{call}: {message or code}")
        self.call = call
        self.why = why
        self.code = code
        self.message = message
        self.at = at
        self.request_id = request_id

    @property
    def right(self) -> str | None:
        """Return the IAM action that is missing, where that is the reason.

        AWS names it where a call takes more rights than its own, such as that to pass a role.
        """
        if self.why is not Why.DENIED:
            return None
        named = REFUSED.search(self.message)
        return named[1] if named else RIGHTS.get(self.call, self.call)

    def unknown(self) -> Unknown:
        """Return the failure as a fact that is not known."""
        if self.code == NOT_ANSWERED:
            return Unknown(self.why)
        detail = self.message or self.code
        return Unknown(self.why, detail, Source(self.call, self.at), self.right, self.code)


# https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
REFUSED = re.compile(r"not authorized to perform: ([a-z0-9-]+:[A-Za-z]+)")

# Calls whose IAM action has another name than the operation.
# https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
RIGHTS: Mapping[str, str] = {
    "s3:HeadBucket": "s3:ListBucket",
    "s3:GetBucketEncryption": "s3:GetEncryptionConfiguration",
    "resourcegroupstaggingapi:GetResources": "tag:GetResources",
}


# Not services: what the door knows without asking anybody, told as calls so that it is recorded.
LOCAL = frozenset({"clock", "credentials", "endpoint"})

# How services that do not say NextToken call it.
MARKERS: Mapping[str, str] = {"iam": "Marker", "resourcegroupstaggingapi": "PaginationToken"}


@dataclass(frozen=True, slots=True)
class Address:
    """Where calls to a service go, and the file of authorities its certificate is held against.

    ``bundle`` is empty where nothing was set (``AWS_CA_BUNDLE``, ``ca_bundle``, ``REQUESTS_CA_BUNDLE``).
    """

    url: str
    bundle: str


class Aws(Protocol):
    """The door to one account and Region, live or replayed."""

    @property
    def region(self) -> str:
        """Return the Region."""

    def call(self, service: str, operation: str, /, **parameters: Any) -> Mapping[str, Any]:
        """Make one call and return its answer without metadata; raises :class:`CallFailed`."""

    def now(self) -> datetime:
        """Return the time (UTC) as this door knows it."""

    def when(self) -> datetime:
        """Return when the latest call of this thread began (UTC)."""

    def expires(self) -> datetime | None:
        """Return when the credentials end (UTC), None when they do not; raises :class:`CallFailed`."""

    def ahead(self) -> float | None:
        """Return how many seconds AWS's clock is ahead of this computer's, None before an answer."""

    def address(self, service: str) -> Address:
        """Return where calls to a service go; raises :class:`CallFailed`."""

    def within(self, region: str) -> Aws:
        """Return a door to another Region of the account, with the same credentials."""


def pages(
    aws: Aws,
    service: str,
    operation: str,
    key: str,
    /,
    each: Callable[[int], None] = lambda _: None,
    **parameters: Any,
) -> list[Any]:
    """Make a call until its last page and return the items under ``key``.

    ``each`` is told how many items there are so far after each page. A page that was given before
    would be given for ever; it raises :class:`CallFailed`.
    """
    items: list[Any] = []
    token: dict[str, str] = {}
    given: set[str] = set()
    while True:
        answer = aws.call(service, operation, **parameters, **token)
        items.extend(answer.get(key, ()))
        each(len(items))
        marker = MARKERS.get(service, "NextToken")
        following = answer.get(marker)
        if not following:
            return items
        if following in given:
            said = "the list begins again instead of ending"
            raise CallFailed(f"{service}:{operation}", Why.FAILED, SAME_PAGE, said, at=aws.when())
        given.add(following)
        token = {marker: following}
