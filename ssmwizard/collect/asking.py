"""Turns a call into a fact."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from ssmwizard.model.facts import Fact, Known, Source
from ssmwizard.outside.calls import Aws, CallFailed

T = TypeVar("T")


def ask(aws: Aws, call: str, question: Callable[[], T], *absent: str) -> Fact[T | None]:
    """Ask the question and return what it answers as a fact.

    ``call`` names the question (``iam:GetRole``). An error code among ``absent`` means that the
    thing is not there: ``Known(None)``. Every other failure is a fact that is not known.
    """
    try:
        answer = question()
    except CallFailed as failure:
        if failure.code in absent:
            return Known(None, Source(call, failure.at))
        return failure.unknown()
    return Known(answer, Source(call, aws.when()))


def known(aws: Aws, call: str, question: Callable[[], T]) -> Fact[T]:
    """Ask a question that always has an answer."""
    try:
        answer = question()
    except CallFailed as failure:
        return failure.unknown()
    return Known(answer, Source(call, aws.when()))


def tags(described: list[dict[str, Any]]) -> tuple[tuple[str, str], ...]:
    """Return EC2's list of tags as pairs, sorted by key."""
    return tuple(sorted((str(tag["Key"]), str(tag.get("Value", ""))) for tag in described))
