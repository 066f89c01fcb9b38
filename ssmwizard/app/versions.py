"""Which programs, in which versions, were part of what was seen, and of telling it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ssmwizard import __version__
from ssmwizard.app.inspect import Inspection
from ssmwizard.app.language import ENGLISH, Language
from ssmwizard.model.computer import Tool
from ssmwizard.model.facts import Fact, Known
from ssmwizard.model.systems import numbers
from ssmwizard.model.text import N_
from ssmwizard.outside import about


def versions(
    inspection: Inspection, language: Language = ENGLISH
) -> Iterator[tuple[str, str, str]]:
    """Yield name, version and where it was: in what is read, on the computer, or on nodes."""
    tr = language.tr
    tells = tr(N_("tells this"))
    as_of = inspection.snapshot.requirements.as_of.isoformat()
    yield "ssmwizard", __version__, tells
    yield tr(N_("Requirements")), tr(N_("as of {day}"), day=as_of), tells
    for name, version in about.libraries().items():
        yield name, version, tells
    computer = inspection.snapshot.computer
    if computer is not None:
        here = tr(N_("on the computer"))
        yield tr(N_("System")), f"{computer.system} ({computer.architecture})", here
        yield tr(N_("AWS CLI")), *_tool(computer.cli, language)
        yield tr(N_("Session Manager plugin")), *_tool(computer.plugin, language)
    agents = Counter(
        node.managed.value.agent_version or tr(N_("not told"))
        for node in inspection.snapshot.nodes
        if isinstance(node.managed, Known) and node.managed.value is not None
    )
    for version, count in sorted(agents.items(), key=lambda item: numbers(item[0])):
        yield tr(N_("SSM Agent")), version, tr("on %n nodes", "on %n node", count)


def _tool(fact: Fact[Tool | None], language: Language) -> tuple[str, str]:
    tr = language.tr
    here = tr(N_("on the computer"))
    if not isinstance(fact, Known):
        return tr(N_("could not be seen")), here
    if fact.value is None:
        return tr(N_("not found")), here
    version = fact.value.version or tr(N_("not told"))
    return version, tr(N_("on the computer: {path}"), path=fact.value.path)
