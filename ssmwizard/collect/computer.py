"""The AWS CLI and the Session Manager plugin of this computer, by running them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from ssmwizard.model.computer import ComputerFacts, Ran, Start, Tool
from ssmwizard.model.facts import Fact, Known, Source, Unknown
from ssmwizard.outside.calls import CallFailed
from ssmwizard.outside.computer import Computer
from ssmwizard.resources import load_json

SECONDS = 10.0
CLI_VERSION = re.compile(r"aws-cli/(\d+(?:\.\d+)+)")
PLUGIN_VERSION = re.compile(r"^(\d+(?:\.\d+){1,3})\s*$", re.MULTILINE)


def collect(computer: Computer, now: datetime) -> ComputerFacts:
    """Find both programs, run each for its version, and say how that went."""
    try:
        return _collect(computer, now)
    except CallFailed as failure:
        return nothing(failure.unknown())


def _collect(computer: Computer, now: datetime) -> ComputerFacts:
    system = computer.system()
    usual = load_json("data/programs.json")
    return ComputerFacts(
        system=f"{system.name} {system.release}".strip(),
        architecture=system.architecture,
        cli=_tool(computer, "aws", usual["aws"].get(system.name, ()), CLI_VERSION, now),
        plugin=_tool(
            computer,
            "session-manager-plugin",
            usual["session-manager-plugin"].get(system.name, ()),
            PLUGIN_VERSION,
            now,
        ),
    )


def nothing(why: Unknown) -> ComputerFacts:
    """Return what is known when this computer did not answer in time."""
    return ComputerFacts("", "", why, why)


def _tool(
    computer: Computer, program: str, usual: Sequence[str], version: re.Pattern[str], now: datetime
) -> Fact[Tool | None]:
    """Return the copy that a terminal would start, else the first one at a usual place."""
    source = Source(f"{program} --version", now)
    tried: Tool | None = None
    for path, on_path in computer.places(program, usual):
        ran = computer.run([path, "--version"], SECONDS)
        tool = Tool(path, _version(ran, version), on_path, ran)
        if tool.version or ran.start is not Start.NOT_EXECUTABLE:
            return Known(tool, source)
        # A file that may not be executed is passed over, as a shell does, unless it is all there is.
        tried = tried or tool
    return Known(tried, source)


def _version(ran: Ran, pattern: re.Pattern[str]) -> str:
    if ran.start is not Start.RAN:
        return ""
    # AWS CLI version 1 printed its version on standard error under Python 2.
    found = pattern.search(ran.output) or pattern.search(ran.errors)
    return found.group(1) if found else ""
