"""Facts about this computer that plans are made from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ssmwizard.model.computer import (
    ComputerFacts,
    Means,
    Ran,
    Start,
    StartFile,
    Terminal,
    Tool,
    by_terminal,
)
from ssmwizard.model.facts import Fact
from ssmwizard.model.snapshot import Snapshot
from tests.support.plan_facts import known, snapshot

HOME = "/home/ines"
PROFILE, BASHRC = f"{HOME}/.profile", f"{HOME}/.bashrc"
CLI, PLUGIN = "aws", "session-manager-plugin"


def tool(path: str, version: str = "", **of_tool: Any) -> Tool:
    start = of_tool.pop("start", Start.RAN if version else Start.FAILED)
    ran = Ran((path, "--version"), start, 0, version, "", 0.1)
    return Tool(path, version, of_tool.pop("on_path", False), ran, **of_tool)


def start_file(path: str = PROFILE, **of_file: Any) -> StartFile:
    return StartFile(**{"path": path, "exists": True, "writable": True, **of_file})


MEANS = Means(HOME, "bash", (start_file(PROFILE), start_file(BASHRC)))


def computer(
    *tools: Tool,
    folders: Iterable[str] | None = ("/usr/local/bin", "/usr/bin"),
    own: bool = False,
    means: Fact[Means] | Means = MEANS,
    system: str = "Linux 6.1",
    architecture: str = "x86_64",
) -> Snapshot:
    """A snapshot of nothing but a computer with these programs."""
    terminal = Terminal(own, "" if own else "/bin/bash", None if folders is None else (*folders,))

    def copies(name: str) -> tuple[Tool, ...]:
        some = [one for one in tools if one.path.removesuffix(".exe").endswith(name)]
        found = by_terminal(some, terminal)
        return (*found, *(one for one in some if one not in found))

    clis, plugins = copies(CLI), copies(PLUGIN)
    facts = ComputerFacts(
        system=system,
        architecture=architecture,
        cli=known(next(iter(clis), None)),
        plugin=known(next(iter(plugins), None)),
        cli_copies=known(clis),
        plugin_copies=known(plugins),
        terminal=known(terminal),
        means=known(means) if isinstance(means, Means) else means,
    )
    return replace(snapshot(), computer=facts)
