"""Findings: what a check says about a subject, and what it has seen to say so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ssmwizard.model.node import Kind, kind_of
from ssmwizard.model.text import Text


class Status(StrEnum):
    """The answer of a check; the words of the JSON answer."""

    PASSED = "passed"
    WARNING = "warning"
    FAILED = "failed"
    UNKNOWN = "unknown"
    SKIPPED = "skipped"


class Grade(StrEnum):
    """How a finding is known."""

    PROVED = "proved"
    INFERRED = "inferred"


class Severity(StrEnum):
    """What a failure of the check takes away."""

    BLOCKER = "blocker"
    FEATURE = "feature"
    ADVICE = "advice"


class Scope(StrEnum):
    """What a check looks at."""

    IDENTITY = "identity"
    COMPUTER = "computer"
    ACCOUNT = "account"
    NODE = "node"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that was seen: its name, its value, the call that showed it, and when (UTC)."""

    label: Text
    value: str
    source: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer of one check about one subject (a node id, or None for all).

    ``blocked_by`` names the checks whose failure this one merely echoes (or waits for).
    ``cause`` is the same for all subjects that fail for the same reason (a role, a subnet, a group).
    ``right`` is the IAM action that was missing when the status is ``unknown``. ``lacking`` names the
    features that the node cannot serve, whether they were asked for or not, and ``doubts`` those of
    which this could not tell. ``kinds`` are the nodes that a finding about the whole account concerns.
    """

    check: str
    subject: str | None
    status: Status
    grade: Grade
    text: Text
    severity: Severity
    evidence: tuple[Evidence, ...] = ()
    blocked_by: tuple[str, ...] = ()
    fixes: tuple[str, ...] = ()
    docs: tuple[str, ...] = ()
    cause: str = ""
    right: str | None = None
    why: Text | None = None
    lacking: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = (Kind.EC2, Kind.HYBRID)

    def concerns(self, node: str) -> bool:
        """Tell whether this speaks of a node: of it alone, or of all nodes of its kind."""
        return self.subject == node or (self.subject is None and kind_of(node) in self.kinds)

    @property
    def is_root_cause(self) -> bool:
        """Whether this failed by itself and not as the echo of another failure."""
        return self.status is Status.FAILED and not self.blocked_by
