"""Facts: what was seen, where and when; and not knowing, which is a value of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Generic, NoReturn, TypeAlias, TypeVar

T = TypeVar("T")


class Why(StrEnum):
    """Why a fact is not known."""

    DENIED = "denied"
    CREDENTIALS = "credentials"
    CONFIGURATION = "configuration"
    UNREACHABLE = "unreachable"
    TIMED_OUT = "timed-out"
    THROTTLED = "throttled"
    FAILED = "failed"
    NOT_COLLECTED = "not-collected"
    CANCELLED = "cancelled"
    READ_ONLY = "read-only"


@dataclass(frozen=True, slots=True)
class Source:
    """The call that showed a fact (``ssm:GetConnectionStatus``, ``aws --version``), and when (UTC)."""

    call: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Known(Generic[T]):
    """A fact that was seen. ``Known(None)`` says "there is none"."""

    value: T
    source: Source

    def require(self) -> T:
        """Return the value."""
        return self.value


@dataclass(frozen=True, slots=True)
class Unknown:
    """A fact that could not be seen.

    ``detail`` is what the service or the system said; ``right`` is the IAM action that is missing,
    where that is the reason.
    """

    why: Why
    detail: str = ""
    source: Source | None = None
    right: str | None = None
    code: str = ""

    def require(self) -> NoReturn:
        """Raise :class:`CannotTell`, which the runner of the rules turns into ``unknown``."""
        raise CannotTell(self)


Fact: TypeAlias = Known[T] | Unknown

NOT_COLLECTED = Unknown(Why.NOT_COLLECTED)


class CannotTell(Exception):  # noqa: N818 - it is an answer, not an error
    """A rule needs a fact that is not known."""

    def __init__(self, unknown: Unknown) -> None:
        super().__init__(unknown.detail or unknown.why)
        self.unknown = unknown
