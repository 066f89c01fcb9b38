"""An inspection in a few lines of Markdown, for a ticket or a chat."""

from __future__ import annotations

import re

from ssmwizard.app import tally
from ssmwizard.app.causes import Cause
from ssmwizard.app.inspect import Inspection
from ssmwizard.app.parts import commands, in_the_way, looks, not_seen, of_all
from ssmwizard.app.report_json import links
from ssmwizard.app.shown import line, zulu

CAUSES = 10
NODES_NAMED = 5
PIECES = 3
_MARKUP = re.compile(r"([\\`*_\[\]<>|#])")


def summary(inspection: Inspection, program: str = "ssmwizard") -> str:
    """Return the verdict, the causes, what was seen, and the next step, without secrets."""
    causes = in_the_way(inspection)
    lines = [f"**{plain(tally.sentence(inspection))}**", ""]
    lines += [f"- {plain(tally.who_and_where(inspection))}", f"- {plain(tally.when(inspection))}"]
    for number, cause in enumerate(causes[:CAUSES], 1):
        lines += ["", f"{number}. {plain(line(cause.finding.text))}"]
        lines += [f"   - {one}" for one in _details(cause, inspection, program)]
        for other in cause.also:
            lines.append(f"   - And: {plain(line(other.finding.text))}")
            lines += [f"     - {one}" for one in _details(other, inspection, program)]
    if len(causes) > CAUSES:
        lines += ["", f"And {len(causes) - CAUSES} more causes: see the support bundle."]
    unseen = len(not_seen(inspection))
    if unseen:
        lines += ["", f"{unseen} questions could not be answered; the report names the reasons."]
    return "\n".join(lines) + "\n"


def _details(cause: Cause, inspection: Inspection, program: str) -> list[str]:
    names = tally.names(inspection)
    named = [plain(names[node]) for node in cause.nodes[:NODES_NAMED]]
    if len(cause.nodes) > NODES_NAMED:
        named.append(f"and {len(cause.nodes) - NODES_NAMED} more")
    about = "all nodes" if of_all(cause, inspection) else ", ".join(named)
    told = [f"`{cause.finding.check}` ({cause.finding.grade}): {about}"]
    for piece in cause.finding.evidence[:PIECES]:
        at = f" at {zulu(piece.at)}" if piece.at else ""
        source = f" ({plain(line(piece.source))}{at})" if piece.source else ""
        told.append(f"seen: {plain(line(piece.label))} = {plain(line(piece.value))}{source}")
    told += [f"repair: `{line(one)}`" for one in commands(cause, inspection, program)]
    told += [f"look: `{line(one)}`" for one in looks(cause, inspection, program)]
    partition = inspection.snapshot.identity.partition or "aws"
    return told + [f"<{link}>" for link in links(cause.finding, partition)[:1]]


def plain(said: str) -> str:
    """Keep a string from being taken for Markdown."""
    return _MARKUP.sub(r"\\\1", said)
