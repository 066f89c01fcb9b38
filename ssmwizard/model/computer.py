"""Facts about this computer: the AWS CLI and the Session Manager plugin, as they really run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from ssmwizard.model.facts import NOT_COLLECTED, Fact, Why
from ssmwizard.model.way_out import WayOut


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
class Place:
    """A path at which a program is, and whether the search path of this process leads there.

    ``real`` is the path after all links; ``architecture`` names the processors that its file is made
    for, as far as its first bytes tell.
    """

    path: str
    on_path: bool
    real: str = ""
    architecture: str = ""


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where a new terminal looks for programs.

    ``own``: where this process looks, because it was started from a terminal, or because the system
    knows no other search path. Otherwise ``asked`` is the login shell that was asked (empty: there is
    none to ask) and ``folders`` are those that it told; None when it gave no answer.
    """

    own: bool = False
    asked: str = ""
    folders: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Tool:
    """A program of this computer that was run for its version (``version`` is empty when it told none).

    ``on_path`` is whether the search path of this process leads to it; for ``real`` and
    ``architecture`` see :class:`Place`.
    """

    path: str
    version: str
    on_path: bool
    ran: Ran
    real: str = ""
    architecture: str = ""

    @property
    def folder(self) -> str:
        """Return the folder it is in, without a slash at its end."""
        return self.path[: max(self.path.rfind("/"), self.path.rfind("\\"))]


@dataclass(frozen=True, slots=True)
class ComputerFacts:
    """What was found on this computer; ``Known(None)`` for a tool that is nowhere.

    ``cli`` and ``plugin`` are the copies that a terminal would start, else the first ones found;
    ``cli_copies`` and ``plugin_copies`` are all, in the order in which a terminal finds them.
    ``ways`` maps services to how far a connection to them gets.
    """

    system: str
    architecture: str
    cli: Fact[Tool | None] = NOT_COLLECTED
    plugin: Fact[Tool | None] = NOT_COLLECTED
    cli_copies: Fact[tuple[Tool, ...]] = NOT_COLLECTED
    plugin_copies: Fact[tuple[Tool, ...]] = NOT_COLLECTED
    terminal: Fact[Terminal] = NOT_COLLECTED
    ways: Mapping[str, Fact[WayOut]] = field(default_factory=dict)


def by_terminal(tools: Iterable[Tool], terminal: Terminal) -> tuple[Tool, ...]:
    """Return the tools that the search path of a terminal leads to, in its order."""
    if terminal.own:
        return tuple(tool for tool in tools if tool.on_path)
    folders = [folder.rstrip("/") for folder in terminal.folders or ()]
    found = [tool for tool in tools if tool.folder in folders]
    return tuple(sorted(found, key=lambda tool: folders.index(tool.folder)))


@dataclass(frozen=True, slots=True)
class Asked:
    """What an operation on a computer is to do, whom it tells what it prints, and whether to stop."""

    parameters: Mapping[str, Any]
    say: Callable[[str], None]
    stopped: Callable[[], bool]


# What a call of the service ``computer`` stands for: plain values in, a plain answer out.
Operation = Callable[[Asked], Mapping[str, Any]]


class NotDone(Exception):  # noqa: N818 - named for what happened
    """An operation on a computer did not do what it was asked; ``code`` is its kind."""

    def __init__(self, code: str, message: str, why: Why = Why.FAILED) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.why = why
