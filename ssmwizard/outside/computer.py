"""The door to this computer: finds and runs programs, with a time limit."""

from __future__ import annotations

import os
import platform
import re
import shutil
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from ssmwizard.model.computer import Means, Operation, Place, Ran, System, Terminal
from ssmwizard.model.identity import Profile
from ssmwizard.model.probe import LIMITS, Handover, Limits, Stage, Talk
from ssmwizard.model.settings import Settings
from ssmwizard.model.way_out import Goal, WayOut
from ssmwizard.outside import chosen, means, own_path, programs, windows_path
from ssmwizard.outside.conversation import converse
from ssmwizard.outside.executables import architecture
from ssmwizard.outside.folders import at_home
from ssmwizard.outside.way_out import look

# Start-up files of a shell may print anything before and after.
ASK_FOR_PATH = "echo ssmwizard-begin; printenv PATH; echo ssmwizard-end"
PATH_TOLD = re.compile(r"^ssmwizard-begin\n(.*)\nssmwizard-end$", re.MULTILINE)


class Computer(Protocol):
    """The door to a computer, live or replayed."""

    def system(self) -> System:
        """Return the operating system."""

    def places(self, program: str, usual: Sequence[str]) -> tuple[Place, ...]:
        """Return each place at which the program is."""

    def terminal(self, timeout: float) -> Terminal:
        """Return where a new terminal looks for programs."""

    def means(self, programs: Mapping[str, Sequence[str]]) -> Means:
        """Return what there is to change it with; ``programs`` maps names to their usual places."""

    def way_out(self, goal: Goal, timeout: float) -> WayOut:
        """Tell how far a connection to a service gets, within so many seconds."""

    def run(self, arguments: Sequence[str], timeout: float) -> Ran:
        """Run a program without input and return how that ended; never raises for its failure."""

    def profiles(self) -> tuple[Profile, ...]:
        """Return the profiles of the AWS configuration; raises ``CallFailed`` when unreadable."""

    def settings(self, profile: str | None) -> Settings:
        """Return what environment and profile set; raises ``CallFailed`` when unreadable."""

    def talk(
        self,
        handover: Handover,
        told: Callable[[Stage], None],
        cut_off: Callable[[], bool],
        stop: threading.Event,
    ) -> Talk:
        """Run the plugin on a session until the node answers; see :mod:`ssmwizard.outside.plugin`."""


class Changeable(Computer, Protocol):
    """The door to a computer that plans may change."""

    def converse(
        self,
        arguments: Sequence[str],
        timeout: float,
        heard: Callable[[str], None],
        stopped: Callable[[], bool],
        typed: Callable[[], str | None],
    ) -> Ran:
        """Run a program that talks with the operator; see ``outside/conversation.py``."""

    def operations(self) -> Mapping[str, Operation]:
        """Return what can be done on it, by name."""

    def choose(self, program: str, path: str) -> None:
        """Use a copy of a program from now on; an empty path: the one that a terminal starts."""


class ThisComputer:
    """The computer the program runs on. ``limits``: how patient it is with the plugin."""

    def __init__(self, limits: Limits = LIMITS) -> None:
        self.limits = limits

    def operations(self) -> Mapping[str, Operation]:
        """Return what can be done on it, by name."""
        from ssmwizard.outside.this_computer import OPERATIONS  # noqa: PLC0415 - for plans alone

        return OPERATIONS

    def choose(self, program: str, path: str) -> None:
        """Use a copy of a program from now on; an empty path: the one that a terminal starts."""
        chosen.choose(program, path)

    def converse(
        self,
        arguments: Sequence[str],
        timeout: float,
        heard: Callable[[str], None],
        stopped: Callable[[], bool],
        typed: Callable[[], str | None],
    ) -> Ran:
        """Run a program that talks with the operator; see ``outside/conversation.py``."""
        return converse(arguments, timeout, heard, stopped, typed)

    def system(self) -> System:
        """Return the operating system."""
        return System(platform.system(), platform.release(), platform.machine())

    def places(self, program: str, usual: Sequence[str]) -> tuple[Place, ...]:
        """Return each place at which the program is, first those that the search path leads to.

        The search path wins in its own order. On POSIX a file without the execute bit is listed
        too: it is there, and why it does not run is worth saying.
        """
        found: dict[str, bool] = {}
        for folder in os.get_exec_path():
            hit = shutil.which(program, path=folder) or _plain_file(folder, program)
            if hit:
                found.setdefault(hit, True)
        for place in usual:
            path = os.path.expandvars(at_home(place))
            if _is_file(path):
                found.setdefault(path, False)
        return tuple(
            Place(path, on_path, os.path.realpath(path), architecture(path))
            for path, on_path in found.items()
        )

    def terminal(self, timeout: float) -> Terminal:
        """Return where a new terminal looks for programs: a login shell is asked, where there is one.

        Windows keeps it in its registry. A program that was started from the Finder or a desktop has
        another search path than a terminal. https://github.com/aws/aws-cli/issues/6800
        """
        if platform.system() == "Windows":
            registry = windows_path.WindowsRegistry()
            user = windows_path.folders(windows_path.user_path(registry))
            folders = (*windows_path.machine_path(registry), *user)
            own_path.told(folders)
            return Terminal(asked="Windows", folders=folders)
        if os.name != "posix" or any(os.isatty(stream) for stream in (0, 1, 2)):
            return Terminal(own=True)
        shell = os.environ.get("SHELL", "")
        if not shell:
            return Terminal()
        told = PATH_TOLD.findall(self.run([shell, "-ilc", ASK_FOR_PATH], timeout).output)
        if not told:
            return Terminal(asked=shell)
        listed = tuple(filter(None, told[-1].split(os.pathsep)))
        own_path.told(listed)
        return Terminal(asked=shell, folders=listed)

    def run(self, arguments: Sequence[str], timeout: float) -> Ran:
        """Run a program without input and return how that ended; never raises for its failure.

        It runs in a session of its own, and ends with all that it started.
        """
        return programs.run(arguments, timeout)

    def means(self, programs: Mapping[str, Sequence[str]]) -> Means:
        """Return what there is to change it with; ``programs`` maps names to their usual places."""
        return means.look(programs)

    def way_out(self, goal: Goal, timeout: float) -> WayOut:
        """Tell how far a connection to a service gets, within so many seconds."""
        return look(goal, timeout)

    def talk(
        self,
        handover: Handover,
        told: Callable[[Stage], None],
        cut_off: Callable[[], bool],
        stop: threading.Event,
    ) -> Talk:
        """Run the plugin on a session until the node answers; see :mod:`ssmwizard.outside.plugin`."""
        from ssmwizard.outside import plugin  # noqa: PLC0415 - only on wish

        return plugin.talk(handover, told, cut_off, stop, self.limits)

    def profiles(self) -> tuple[Profile, ...]:
        """Return the profiles of the AWS configuration; raises ``CallFailed`` when unreadable."""
        from ssmwizard.outside.profiles import read_profiles  # noqa: PLC0415 - brings botocore

        return read_profiles()

    def settings(self, profile: str | None) -> Settings:
        """Return what environment and profile set; raises ``CallFailed`` when unreadable."""
        from ssmwizard.outside.settings import read_settings  # noqa: PLC0415 - brings botocore

        return read_settings(profile)


def _plain_file(folder: str, program: str) -> str | None:
    path = str(Path(folder) / program)
    return path if os.name == "posix" and _is_file(path) else None


def _is_file(path: str) -> bool:
    """Tell whether there is a file; a folder that may not be entered shows none."""
    return os.path.isfile(path)  # noqa: PTH113 - that of pathlib raises for such a folder
