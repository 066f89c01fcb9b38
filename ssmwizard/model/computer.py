"""Facts about this computer: the AWS CLI and the Session Manager plugin, as they really run."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ssmwizard.model.facts import NOT_COLLECTED, Fact


class Start(StrEnum):
    """How starting a program ended."""

    RAN = "ran"
    NOT_FOUND = "not-found"
    NOT_EXECUTABLE = "not-executable"
    WRONG_FORMAT = "wrong-format"
    TIMED_OUT = "timed-out"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class System:
    """This computer's operating system (``Linux``, ``Darwin``, ``Windows``) and processor."""

    name: str
    release: str
    architecture: str


@dataclass(frozen=True, slots=True)
class Ran:
    """The outcome of a program: exit status (None when it never ended), both streams, seconds."""

    arguments: tuple[str, ...]
    start: Start
    status: int | None
    output: str
    errors: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Tool:
    """A program of this computer that was run for its version (``version`` is empty when it told none).

    ``on_path`` is whether it was found through the search path rather than at a usual place.
    """

    path: str
    version: str
    on_path: bool
    ran: Ran


@dataclass(frozen=True, slots=True)
class ComputerFacts:
    """What was found on this computer; ``Known(None)`` for a tool that is nowhere."""

    system: str
    architecture: str
    cli: Fact[Tool | None] = NOT_COLLECTED
    plugin: Fact[Tool | None] = NOT_COLLECTED
