"""An inspection as a short text in Markdown, for a ticket: the summary, and what else is known."""

from __future__ import annotations

from ssmwizard.app import tally
from ssmwizard.app.inspect import Inspection
from ssmwizard.app.parts import not_seen, worth_knowing
from ssmwizard.app.report_summary import plain, summary
from ssmwizard.app.shown import line
from ssmwizard.model.text import Text

# With more nodes than this a table of them is no longer a short text.
NODES = 30
LINES = 10


def as_markdown(inspection: Inspection, program: str = "ssmwizard") -> str:
    """Return the summary, the nodes with their verdicts, warnings, and what could not be seen."""
    lines = [summary(inspection, program).rstrip("\n")]
    if 1 < len(inspection.verdicts) <= NODES:
        lines += ["", *_nodes(inspection)]
    warnings = [
        f"`{one.finding.check}`: {_said(one.finding.text)}" for one in worth_knowing(inspection)
    ]
    lines += _section("Worth knowing", warnings)
    reasons: dict[str, list[str]] = {}
    for cause in not_seen(inspection):
        reasons.setdefault(_said(cause.finding.text), []).append(f"`{cause.finding.check}`")
    unseen = [f"{said} ({', '.join(dict.fromkeys(ids))})" for said, ids in reasons.items()]
    lists = [
        f"Not all nodes could be listed: {_said(fact.detail or fact.code or fact.why)}"
        for fact in inspection.snapshot.unlisted
    ]
    lines += _section("Could not be seen", [*lists, *unseen])
    return "\n".join(lines) + "\n"


def _nodes(inspection: Inspection) -> list[str]:
    names = tally.names(inspection)
    rows = [
        f"| {plain(names[verdict.node])} | {tally.WORDS[verdict.standing]} | {', '.join(verdict.root_causes)} |"
        for verdict in inspection.verdicts
    ]
    return ["| Node | Verdict | Causes |", "| --- | --- | --- |", *rows]


def _section(title: str, told: list[str]) -> list[str]:
    if not told:
        return []
    more = [f"- and {len(told) - LINES} more"] if len(told) > LINES else []
    return ["", f"**{title}**", "", *(f"- {one}" for one in told[:LINES]), *more]


def _said(said: str | Text) -> str:
    return plain(line(said))
