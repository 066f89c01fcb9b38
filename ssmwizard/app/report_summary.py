"""The inspection in a few lines of Markdown, for a ticket or a chat."""

from __future__ import annotations

import re

from ssmwizard import __version__
from ssmwizard.app.inspect import Inspection
from ssmwizard.app.overview import Group, caller, causes, counts, gaps
from ssmwizard.app.verdict import Standing, Verdict
from ssmwizard.app.wording import counted, one_line, when
from ssmwizard.outside.secrets import scrub_text

# More than this is not read in a ticket.
MOST_NODES = 6
MOST_CAUSES = 12
_MARKUP = re.compile(r"([\\`*_\[\]<>|#~]|(?<=\w)@|://)")


def summary(inspection: Inspection) -> str:
    """Return what is wrong and where, without secrets; ends with a line break."""
    found, open_questions = causes(inspection), gaps(inspection)
    lines = [f"**{_headline(inspection)}**", "", _where(inspection)]
    if found:
        lines += ["", *[_cause(group) for group in found[:MOST_CAUSES]]]
    if len(found) > MOST_CAUSES:
        lines.append(f"- … and {counted(len(found) - MOST_CAUSES, 'more cause', 'more causes')}.")
    if open_questions:
        lines += ["", "What could not be looked at:", ""]
        lines += [f"- {_safe(one_line(gap.says))}" for gap in open_questions[:MOST_CAUSES]]
    as_of = inspection.snapshot.requirements.as_of
    lines += ["", f"ssmwizard {__version__}, AWS's requirements as of {as_of}"]
    return "\n".join(lines) + "\n"


def _headline(inspection: Inspection) -> str:
    if not inspection.verdicts:
        return "No node was looked at."
    total = counted(len(inspection.verdicts), "node", "nodes")
    parts = [f"{number} {standing}" for standing, number in counts(inspection) if number]
    return f"{total}: {', '.join(parts)}"


def _where(inspection: Inspection) -> str:
    who, region = caller(inspection), inspection.snapshot.identity.region
    account = f"Account {who.account}" if who else "Account not known"
    return f"{account}, Region {_safe(region or 'not chosen')}, {when(inspection.started)}"


def _cause(group: Group) -> str:
    said = _safe(one_line(group.finding.text))
    check = f"`{group.finding.check}`"
    if not group.nodes:
        return f"- {check}: {said}"
    return f"- **{_nodes(group.nodes)}** {check}: {said}"


def _nodes(nodes: tuple[Verdict, ...]) -> str:
    named = [_safe(one_line(node.name or node.node)) for node in nodes[:MOST_NODES]]
    if len(nodes) == 1:
        name = one_line(nodes[0].name)
        return f"{named[0]} ({nodes[0].node})" if name else named[0]
    more = f" and {len(nodes) - MOST_NODES} more" if len(nodes) > MOST_NODES else ""
    blocked = sum(node.standing is Standing.BLOCKED for node in nodes)
    which = "blocked nodes" if blocked == len(nodes) else "nodes"
    return f"{len(nodes)} {which} ({', '.join(named)}{more})"


def _safe(said: str) -> str:
    """Return a text without secrets in which Markdown sees no markup."""
    return _MARKUP.sub(r"\\\1", scrub_text(said))
