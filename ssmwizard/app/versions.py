"""Which programs, in which versions, were part of what was seen, and of telling it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ssmwizard import __version__
from ssmwizard.app.inspect import Inspection
from ssmwizard.model.computer import Tool
from ssmwizard.model.facts import Fact, Known
from ssmwizard.model.systems import numbers
from ssmwizard.outside import about

# Where each was: in what is read, on the computer that was looked at, on nodes.
TELLS, LOCAL = "tells this", "on the computer"


def versions(inspection: Inspection) -> Iterator[tuple[str, str, str]]:
    """Yield name, version and where it was."""
    as_of = inspection.snapshot.requirements.as_of.isoformat()
    yield "ssmwizard", __version__, TELLS
    yield "Requirements", f"as of {as_of}", TELLS
    for name, version in about.libraries().items():
        yield name, version, TELLS
    computer = inspection.snapshot.computer
    if computer is not None:
        yield "System", f"{computer.system} ({computer.architecture})", LOCAL
        yield "AWS CLI", *_tool(computer.cli)
        yield "Session Manager plugin", *_tool(computer.plugin)
    agents = Counter(
        node.managed.value.agent_version or "not told"
        for node in inspection.snapshot.nodes
        if isinstance(node.managed, Known) and node.managed.value is not None
    )
    for version, count in sorted(agents.items(), key=lambda item: numbers(item[0])):
        yield "SSM Agent", version, "on 1 node" if count == 1 else f"on {count} nodes"


def _tool(fact: Fact[Tool | None]) -> tuple[str, str]:
    if not isinstance(fact, Known):
        return "could not be seen", LOCAL
    if fact.value is None:
        return "not found", LOCAL
    return fact.value.version or "not told", f"{LOCAL}: {fact.value.path}"
