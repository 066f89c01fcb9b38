"""An inspection as a report for the terminal."""

from __future__ import annotations

from collections.abc import Mapping

from ssmwizard.app import tally
from ssmwizard.app.causes import Cause
from ssmwizard.app.features import Served
from ssmwizard.app.inspect import Inspection
from ssmwizard.app.paper import Ink, Paper
from ssmwizard.app.parts import commands, in_the_way, looks, not_seen, of_all, worth_knowing
from ssmwizard.app.report_json import links
from ssmwizard.app.shown import line, second
from ssmwizard.app.verdict import Standing, Verdict
from ssmwizard.model.findings import Evidence, Severity

# More of them would push the answer off the screen; JSON and the bundle hold them all.
PIECES = {Ink.BAD: 5, Ink.CARE: 2}
NODES_IN_WORDS = 3
NODES_NAMED = 12

_INKS = {
    Standing.BLOCKED: Ink.BAD,
    Standing.UNKNOWN: Ink.CARE,
    Standing.DEGRADED: Ink.CARE,
    Standing.READY: Ink.GOOD,
}
_FEATURES = {
    Standing.READY: "Can be used",
    Standing.BLOCKED: "Cannot be used",
    Standing.UNKNOWN: "Not known",
}


def as_text(
    inspection: Inspection,
    width: int = 80,
    *,
    colour: bool = False,
    plain: bool = False,
    program: str = "ssmwizard",
) -> str:
    """Return a report in English: the verdict first, then each cause once with all its nodes.

    ``plain``: ASCII only. ``program`` is how command lines begin.
    """
    paper = Paper(width, colour, plain)
    report = _Report(inspection, paper, program)
    paper.write(tally.sentence(inspection), ink=Ink.STRONG)
    paper.write(tally.who_and_where(inspection), ink=Ink.FAINT)
    paper.write(tally.when(inspection), ink=Ink.FAINT)
    report.nodes()
    report.part("In the way", report.causes, Ink.BAD)
    report.part("Worth knowing", worth_knowing(inspection), Ink.CARE)
    report.unseen(not_seen(inspection))
    return paper.text()


class _Report:
    def __init__(self, inspection: Inspection, paper: Paper, program: str) -> None:
        self.inspection, self.paper, self.program = inspection, paper, program
        self.names = tally.names(inspection)
        self.causes = in_the_way(inspection)

    def nodes(self) -> None:
        """Write a line for each node, or a sentence where there are few."""
        verdicts = self.inspection.verdicts
        self.paper.gap()
        if len(verdicts) <= NODES_IN_WORDS:
            for verdict in verdicts:
                said = f"{self.names[verdict.node]}: {line(verdict.sentence)}"
                self.paper.write(said, hang=2, ink=_INKS[verdict.standing])
                self._features(verdict)
            return
        widest = max(len(self.names[verdict.node]) for verdict in verdicts)
        numbers = self._numbers()
        order = list(tally.WORDS)
        for verdict in sorted(verdicts, key=lambda one: order.index(one.standing)):
            self._row(verdict, widest, numbers)

    def _features(self, verdict: Verdict) -> None:
        """Write what sessions on a node can do, where that is not the same for every feature."""
        if len({served.standing for served in verdict.table}) == 1:
            return
        for standing, said in _FEATURES.items():
            told = [_served(one) for one in verdict.table if one.standing is standing]
            if told:
                self.paper.write(f"{said}: {', '.join(told)}", 2, hang=2, ink=Ink.FAINT)

    def _numbers(self) -> dict[tuple[str, str], int]:
        """Return under which number a cause of a node is told below."""
        return {
            (one.finding.check, node): number
            for number, cause in enumerate(self.causes, 1)
            for one in (cause, *cause.also)
            for node in one.nodes
        }

    def _row(self, verdict: Verdict, widest: int, numbers: Mapping[tuple[str, str], int]) -> None:
        told: dict[int, list[str]] = {}
        for check in _gravest(verdict):
            told.setdefault(numbers[check, verdict.node], []).append(check)
        causes = "; ".join(f"{', '.join(checks)} ({number})" for number, checks in told.items())
        said = f"{verdict.standing:<9} {self.names[verdict.node]:<{widest}}  {causes}".rstrip()
        self.paper.whole(said, ink=_INKS[verdict.standing])

    def part(self, title: str, causes: tuple[Cause, ...], ink: Ink) -> None:
        """Write causes under a title."""
        if not causes:
            return
        self._title(title)
        for number, cause in enumerate(causes, 1):
            self._cause(f"{number}. ", cause, ink)
            for other in cause.also:
                self._cause("   And: ", other, ink)

    def unseen(self, causes: tuple[Cause, ...]) -> None:
        """Write what could not be looked at: each reason once, with the checks that miss it."""
        reasons: dict[str, list[Cause]] = {}
        for cause in causes:
            reasons.setdefault(line(cause.finding.text), []).append(cause)
        lists = {
            line(fact.detail or fact.code or fact.why) for fact in self.inspection.snapshot.unlisted
        }
        if not reasons and not lists:
            return
        self._title("Could not be seen")
        for said in sorted(lists):
            self.paper.write(f"- Not all nodes could be listed: {said}", hang=2, ink=Ink.CARE)
        for said, concerned in reasons.items():
            self.paper.write(f"- {said}", hang=2, ink=Ink.CARE)
            checks = dict.fromkeys(cause.finding.check for cause in concerned)
            nodes = dict.fromkeys(
                node
                for cause in concerned
                if not of_all(cause, self.inspection)
                for node in cause.nodes
            )
            about = f": {self._nodes(tuple(nodes))}" if nodes else ""
            self.paper.write(f"{', '.join(checks)}{about}", 2, hang=2, ink=Ink.FAINT)

    def _title(self, title: str) -> None:
        self.paper.gap()
        self.paper.write(title, ink=Ink.STRONG)

    def _cause(self, mark: str, cause: Cause, ink: Ink) -> None:
        finding, paper = cause.finding, self.paper
        paper.gap()
        paper.write(f"{mark}{line(finding.text)}", hang=len(mark), ink=ink)
        inside = len(mark)
        everyone = of_all(cause, self.inspection)
        concerned = "all nodes" if everyone else self._nodes(cause.nodes)
        paper.write(f"{finding.check} ({finding.grade}): {concerned}", inside, hang=2)
        for piece in finding.evidence[: PIECES[ink]]:
            paper.write(f"Seen: {_seen(piece)}", inside, hang=6, ink=Ink.FAINT)
        for command in commands(cause, self.inspection, self.program):
            paper.whole(f"Repair: {line(command)}", inside)
        for command in looks(cause, self.inspection, self.program):
            paper.whole(f"Look: {line(command)}", inside)
        partition = self.inspection.snapshot.identity.partition or "aws"
        for link in links(finding, partition)[:1]:
            paper.whole(f"Read: {link}", inside, ink=Ink.FAINT)

    def _nodes(self, nodes: tuple[str, ...]) -> str:
        named = [self.names[node] for node in nodes[:NODES_NAMED]]
        if len(nodes) > NODES_NAMED:
            named.append(f"and {len(nodes) - NODES_NAMED} more")
        count = "" if len(nodes) == 1 else f"{len(nodes)} nodes: "
        return f"{count}{', '.join(named)}"


def _gravest(verdict: Verdict) -> tuple[str, ...]:
    """Return the causes of a node in a row: what lets no session open, where anything does."""
    blocking = [one.check for one in verdict.causes if one.severity is Severity.BLOCKER]
    return tuple(dict.fromkeys(blocking)) or verdict.root_causes


def _served(served: Served) -> str:
    missing = f" ({', '.join(served.missing)})" if served.missing else ""
    return f"{served.feature.phrase}{missing}"


def _seen(piece: Evidence) -> str:
    where = [line(piece.source)] if piece.source else []
    if piece.at is not None:
        where.append(f"{second(piece.at)} UTC")
    told = f" ({', '.join(where)})" if where else ""
    return f"{line(piece.label)} = {line(piece.value)}{told}"
