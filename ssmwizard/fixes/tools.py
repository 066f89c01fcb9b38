"""Which copies of the AWS CLI and of the plugin are any good, as fixes need to know it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from ssmwizard.model.computer import ComputerFacts, Start, Terminal, Tool, by_terminal
from ssmwizard.model.facts import Fact
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.systems import at_least, numbers


class Which(StrEnum):
    """The two programs that a session is opened with."""

    CLI = "cli"
    PLUGIN = "plugin"

    def copies(self, computer: ComputerFacts) -> Fact[tuple[Tool, ...]]:
        """Return all copies of it."""
        return computer.cli_copies if self is Which.CLI else computer.plugin_copies


def good(snapshot: Snapshot, which: Which, tool: Tool) -> bool:
    """Tell whether a copy runs and is new enough."""
    if not tool.version:
        return False
    if which is Which.CLI:
        return at_least(numbers(tool.version), numbers(snapshot.requirements.text("cli.minimum")))
    requirements = snapshot.requirements
    supported = numbers(requirements.text("plugin.supported"))
    withdrawn = requirements.texts("plugin.withdrawn")
    return at_least(numbers(tool.version), supported) and tool.version not in withdrawn


def best(snapshot: Snapshot, which: Which) -> Tool | None:
    """Return the newest good copy; of the same file the path that a terminal finds first."""
    assert snapshot.computer is not None
    copies = which.copies(snapshot.computer).require()
    some = [tool for tool in copies if good(snapshot, which, tool)]
    return max(some, key=lambda tool: numbers(tool.version), default=None)


def first_found(copies: Iterable[Tool], terminal: Terminal) -> Tool | None:
    """Return the copy that a terminal starts; where it did not tell, the one that is found from here."""
    known = terminal.own or terminal.folders is not None
    listed = by_terminal(copies, terminal) if known else [one for one in copies if one.on_path]
    may_run = [tool for tool in listed if tool.ran.start is not Start.NOT_EXECUTABLE]
    return next(iter(may_run or listed), None)
