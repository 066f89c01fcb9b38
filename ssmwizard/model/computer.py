"""Facts about this computer: the AWS CLI and the Session Manager plugin, as they really run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from ssmwizard.model.facts import NOT_COLLECTED, Fact, Why
from ssmwizard.model.way_out import WayOut

# What the block in a start file begins and ends with.
BLOCK_BEGINS = "# >>> added by ssmwizard >>>"
BLOCK_ENDS = "# <<< added by ssmwizard <<<"


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
    def file(self) -> str:
        """Return the file that is run, after all links."""
        return self.real or self.path

    @property
    def folder(self) -> str:
        """Return the folder it is in, without a slash at its end."""
        return self.path[: max(self.path.rfind("/"), self.path.rfind("\\"))]


@dataclass(frozen=True, slots=True)
class StartFile:
    """A file that the login shell reads when it starts, and the block that this program keeps in it.

    ``joined``: its last line has no end. ``block`` is empty where there is none, and None where its
    marks are there, but not as this program leaves them.
    """

    path: str
    exists: bool
    writable: bool
    joined: bool = False
    block: str | None = ""


@dataclass(frozen=True, slots=True)
class Means:
    """What there is on this computer to change it with, and where.

    ``shell`` is the name of the login shell (``bash``), ``start_files`` those that it reads (none for
    a shell that is not known). ``programs`` maps names of installers and verifiers to their paths.
    ``administrator``: this program may change what is of all users. ``user_path`` is the search path
    that Windows keeps for the user, None elsewhere; ``machine_path`` that of all users. ``chosen`` are
    the copies of programs that the operator has chosen, by name.
    """

    home: str
    shell: str = ""
    start_files: tuple[StartFile, ...] = ()
    programs: Mapping[str, str] = field(default_factory=dict)
    administrator: bool = False
    user_path: str | None = None
    machine_path: tuple[str, ...] = ()
    chosen: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ComputerFacts:
    """What was found on this computer; ``Known(None)`` for a tool that is nowhere.

    ``cli`` and ``plugin`` are the copies that the operator has chosen, else those that a terminal would
    start, else the first ones found;
    ``cli_copies`` and ``plugin_copies`` are all, in the order in which a terminal finds them.
    ``ways`` maps services to how far a connection to them gets. ``means`` is what there is to change
    this computer with.
    """

    system: str
    architecture: str
    cli: Fact[Tool | None] = NOT_COLLECTED
    plugin: Fact[Tool | None] = NOT_COLLECTED
    cli_copies: Fact[tuple[Tool, ...]] = NOT_COLLECTED
    plugin_copies: Fact[tuple[Tool, ...]] = NOT_COLLECTED
    terminal: Fact[Terminal] = NOT_COLLECTED
    ways: Mapping[str, Fact[WayOut]] = field(default_factory=dict)
    means: Fact[Means] = NOT_COLLECTED


def by_terminal(tools: Iterable[Tool], terminal: Terminal) -> tuple[Tool, ...]:
    """Return the tools that the search path of a terminal leads to, in its order."""
    if terminal.own:
        return tuple(tool for tool in tools if tool.on_path)
    folders = [plain_folder(folder) for folder in terminal.folders or ()]
    found = [tool for tool in tools if plain_folder(tool.folder) in folders]
    return tuple(sorted(found, key=lambda tool: folders.index(plain_folder(tool.folder))))


def plain_folder(folder: str) -> str:
    """Return a folder as it is compared: without a slash at its end, and on Windows in one case."""
    return folder.rstrip("\\").casefold() if "\\" in folder else folder.rstrip("/")


def in_folder(folder: str, program: str) -> str:
    """Return where a program would be in a folder."""
    if "\\" in folder:
        return f"{folder.rstrip(chr(92))}\\{program}.exe"
    return f"{folder.rstrip('/')}/{program}"


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
