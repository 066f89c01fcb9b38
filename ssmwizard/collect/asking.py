"""Turns a call into a fact."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from ssmwizard.model.facts import Fact, Known, Source, Unknown, Why
from ssmwizard.outside.calls import Aws, CallFailed

T = TypeVar("T")

# The error of an answer that lacks what it always has, or has something else in its place, and what
# reading such an answer raises.
UNREADABLE = "UnreadableAnswer"
_ODD = (LookupError, TypeError, AttributeError, ValueError)


def ask(aws: Aws, call: str, question: Callable[[], T], *absent: str) -> Fact[T | None]:
    """Ask the question and return what it answers as a fact.

    ``call`` names the question (``iam:GetRole``). An error code among ``absent`` means that the
    thing is not there: ``Known(None)``. Every other failure is a fact that is not known, and so is an
    answer that cannot be read.
    """
    try:
        answer = question()
    except CallFailed as failure:
        if failure.code in absent:
            return Known(None, Source(call, failure.at))
        return failure.unknown()
    except _ODD as error:
        return _unreadable(aws, call, error)
    return Known(answer, Source(call, aws.when()))


def known(aws: Aws, call: str, question: Callable[[], T]) -> Fact[T]:
    """Ask a question that always has an answer."""
    try:
        answer = question()
    except CallFailed as failure:
        return failure.unknown()
    except _ODD as error:
        return _unreadable(aws, call, error)
    return Known(answer, Source(call, aws.when()))


def _unreadable(aws: Aws, call: str, error: Exception) -> Unknown:
    said = f"{type(error).__name__}: {error}"
    return Unknown(Why.FAILED, said, Source(call, aws.when()), code=UNREADABLE)


def tags(described: list[dict[str, Any]]) -> tuple[tuple[str, str], ...]:
    """Return EC2's list of tags as pairs, sorted by key."""
    return tuple(sorted((str(tag["Key"]), str(tag.get("Value", ""))) for tag in described))
