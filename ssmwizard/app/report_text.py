"""The report for a terminal."""

from __future__ import annotations

import shlex
import textwrap
from collections.abc import Iterable

from ssmwizard import __version__
from ssmwizard.app.inspect import Inspection
from ssmwizard.app.overview import (
    Gap,
    Group,
    caller,
    causes,
    counts,
    gaps,
    links,
    offered,
    warnings,
)
from ssmwizard.app.verdict import Standing, Verdict
from ssmwizard.app.wording import counted, one_line, when
from ssmwizard.model.findings import Grade
from ssmwizard.outside.secrets import scrub_text

# https://en.wikipedia.org/wiki/ANSI_escape_code#Select_Graphic_Rendition_parameters
_BOLD, _DIM, _RED, _GREEN, _YELLOW, _BLUE = "1", "2", "31", "32", "33", "34"
_COLOURS = {
    Standing.BLOCKED: _RED,
    Standing.UNKNOWN: _BLUE,
    Standing.DEGRADED: _YELLOW,
    Standing.READY: _GREEN,
}
_NARROWEST = 40
_WIDEST_NAME = 28
_INDENT = "  "


def as_text(
    inspection: Inspection, width: int = 80, colour: bool = False, options: str = ""
) -> str:
    """Return the report, wrapped at ``width`` characters; commands and addresses are never cut.

    ``options`` go with every command that is offered (``--profile p --region r``).
    """
    return _Report(inspection, max(width, _NARROWEST), colour, options).whole()


class _Report:
    def __init__(self, inspection: Inspection, width: int, colour: bool, options: str) -> None:
        self._inspection = inspection
        self._width = width
        self._colour = colour
        self._options = options

    def whole(self) -> str:
        """Return all parts with a free line between them."""
        blocks = [
            self._head(),
            *self._part("What is wrong", map(self._group, causes(self._inspection))),
            *self._part("Worth knowing", map(self._group, warnings(self._inspection))),
            *self._part("Could not be looked at", map(self._gap, gaps(self._inspection))),
            *self._part("Nodes", [self._nodes()] if self._inspection.verdicts else []),
        ]
        return "\n\n".join(blocks) + "\n"

    def _part(self, title: str, blocks: Iterable[str]) -> list[str]:
        found = list(blocks)
        if found:
            found[0] = f"{self._paint(title, _BOLD)}\n\n{found[0]}"
        return found

    def _head(self) -> str:
        inspection, who = self._inspection, caller(self._inspection)
        identity = inspection.snapshot.identity
        profile = f", profile {identity.profile}" if identity.profile else ""
        account = f"account {who.account}" if who else "account not known"
        where = f"{account}, Region {identity.region or 'not chosen'}{profile}"
        lines = [
            *self._wrap(f"ssmwizard {__version__}, {when(inspection.started)}, {where}"),
            *([self._paint(one_line(who.arn), _DIM)] if who else []),
            "",
            self._count(),
        ]
        return "\n".join(lines)

    def _count(self) -> str:
        verdicts = self._inspection.verdicts
        if not verdicts:
            return self._paint("No node was looked at.", _BOLD)
        parts = [
            self._paint(f"{number} {standing}", _COLOURS[standing])
            for standing, number in counts(self._inspection)
            if number
        ]
        total = self._paint(counted(len(verdicts), "node", "nodes"), _BOLD)
        return f"{total}: {', '.join(parts)}"

    def _group(self, group: Group) -> str:
        finding = group.finding
        concerned = counted(len(group.nodes), "node", "nodes")
        how = "" if finding.grade is Grade.PROVED else ", computed from the configuration"
        lines = [
            f"{_INDENT}{self._paint(f'{concerned}: {finding.check}', _BOLD)}{self._paint(how, _DIM)}"
            if group.nodes
            else f"{_INDENT}{self._paint(finding.check, _BOLD)}{self._paint(how, _DIM)}",
            *self._wrap(one_line(finding.text), 2),
        ]
        if group.nodes:
            names = ", ".join(_label(node) for node in group.nodes)
            lines += [self._paint(line, _DIM) for line in self._wrap(names, 2)]
        lines += [f"{_INDENT * 2}{self._command(fix, group)}" for fix in offered(finding)]
        lines += [
            f"{_INDENT * 2}{self._paint(url, _DIM)}" for url in links(self._inspection, finding)
        ]
        return "\n".join(lines)

    def _command(self, fix: str, group: Group) -> str:
        chosen = [word for node in group.nodes for word in ("--node", node.node)] or ["--all"]
        return " ".join(["ssmwizard fix", fix, shlex.join(chosen), self._options]).rstrip()

    def _gap(self, gap: Gap) -> str:
        left = ", ".join(gap.checks)
        nodes = f" ({counted(len(gap.nodes), 'node', 'nodes')})" if gap.nodes else ""
        lines = [*self._wrap(one_line(gap.says), 1)]
        lines += [self._paint(line, _DIM) for line in self._wrap(f"Left open: {left}{nodes}", 2)]
        return "\n".join(lines)

    def _nodes(self) -> str:
        verdicts = self._inspection.verdicts
        names = min(max(len(one_line(node.name)) for node in verdicts), _WIDEST_NAME)
        ids = max(len(node.node) for node in verdicts)
        return "\n".join(self._node(node, names, ids) for node in verdicts)

    def _node(self, node: Verdict, names: int, ids: int) -> str:
        standing = self._paint(f"{node.standing.value:<8}", _COLOURS[node.standing])
        name = textwrap.shorten(scrub_text(one_line(node.name)), _WIDEST_NAME, placeholder="...")
        columns = f"{name:<{names}}  {node.node:<{ids}}" if names else f"{node.node:<{ids}}"
        return f"{_INDENT}{standing}  {columns}  {', '.join(node.root_causes)}".rstrip()

    def _wrap(self, said: str, depth: int = 0) -> list[str]:
        margin = _INDENT * depth
        return textwrap.wrap(
            scrub_text(said),
            self._width,
            initial_indent=margin,
            subsequent_indent=margin,
            break_long_words=False,
            break_on_hyphens=False,
        )

    def _paint(self, said: str, code: str) -> str:
        return f"\x1b[{code}m{said}\x1b[0m" if self._colour and said else said


def _label(node: Verdict) -> str:
    name = one_line(node.name)
    return f"{name} ({node.node})" if name else node.node
