"""An inspection as one HTML file: nothing in it is loaded from elsewhere, and nothing runs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from ssmwizard.app import tally
from ssmwizard.app.causes import Cause
from ssmwizard.app.features import alike
from ssmwizard.app.inspect import Inspection
from ssmwizard.app.markup import Element, add, after, document, table, written
from ssmwizard.app.parts import commands, in_the_way, looks, not_seen, of_all, worth_knowing
from ssmwizard.app.report_json import links
from ssmwizard.app.shown import zulu
from ssmwizard.app.verdict import Verdict
from ssmwizard.app.versions import versions
from ssmwizard.model.findings import Evidence, Finding, Status
from ssmwizard.resources import folder

NODES_IN_SIGHT = 12
# With more nodes than this, the page would be too long to be read or loaded.
NODES_IN_FULL = 100


def as_html(inspection: Inspection) -> str:
    """Return the report as a page of its own: the verdict on top, then causes, then every node."""
    style = (folder() / "report.css").read_text(encoding="utf-8")
    html, main = document(f"ssmwizard: {tally.sentence(inspection)}", style)
    page = _Page(inspection, main)
    page.head()
    page.causes("In the way", in_the_way(inspection))
    page.causes("Worth knowing", worth_knowing(inspection))
    page.unseen(not_seen(inspection))
    page.nodes()
    page.shared()
    page.calls()
    page.versions()
    return written(html)


class _Page:
    def __init__(self, inspection: Inspection, main: Element) -> None:
        self.inspection, self.main = inspection, main
        self.names = tally.names(inspection)
        few = len(inspection.verdicts) <= NODES_IN_SIGHT
        self._in_full = len(inspection.verdicts) <= NODES_IN_FULL
        self._open = {"open": "open"} if few else {}
        self.partition = inspection.snapshot.identity.partition or "aws"

    def head(self) -> None:
        add(self.main, "h1", tally.sentence(self.inspection))
        add(self.main, "p", tally.who_and_where(self.inspection))
        add(self.main, "p", tally.when(self.inspection), class_="soft")

    def causes(self, title: str, causes: Sequence[Cause]) -> None:
        """Each cause once, with the nodes that it concerns, what was seen and what to do."""
        if not causes:
            return
        section = self._section(title)
        for cause in causes:
            card = add(section, "article", class_=cause.finding.status)
            for one in (cause, *cause.also):
                self._cause(card, one)

    def _cause(self, card: Element, cause: Cause) -> None:
        finding = cause.finding
        add(card, "h3", finding.text)
        self._concerned(card, cause)
        if finding.why is not None:
            add(card, "p", finding.why)
        self._evidence(card, finding)
        for lines in (commands, looks):
            for command in lines(cause, self.inspection, "ssmwizard"):
                add(add(card, "pre"), "code", command)
        self._links(card, finding)

    def _concerned(self, card: Element, cause: Cause) -> None:
        everyone = of_all(cause, self.inspection)
        names = [] if everyone else [self.names[node] for node in cause.nodes]
        few = len(names) <= NODES_IN_SIGHT
        about = add(card, "p", class_="soft")
        add(about, "code", cause.finding.check)
        told = ", ".join(names) if few else f"{len(names)} nodes"
        after(about[-1], f" ({cause.finding.grade}): {told or 'all nodes'}")
        if not few:
            fold = add(card, "details")
            add(fold, "summary", "Which nodes")
            add(fold, "p", ", ".join(names))

    def unseen(self, causes: Sequence[Cause]) -> None:
        """What could not be looked at, and why."""
        lists = self.inspection.snapshot.unlisted
        if not causes and not lists:
            return
        body = table(self._section("Could not be seen"), ("Question", "Reason", "Nodes"))
        for fact in lists:
            self._row(body, "list of all nodes", fact.detail or fact.code or fact.why, "")
        for cause in causes:
            nodes = () if of_all(cause, self.inspection) else cause.nodes
            about = ", ".join(self.names[node] for node in nodes)
            self._row(body, cause.finding.check, cause.finding.text.english(), about)

    def nodes(self) -> None:
        """Every node with its verdict and the chain of its gates."""
        if not self.inspection.verdicts:
            return
        section = self._section("Nodes")
        if not self._in_full:
            said = "What passed findings of so many nodes stand on is in the JSON answer alone."
            add(section, "p", said, class_="soft")
        chains: dict[str, list[Finding]] = {}
        for finding in self.inspection.findings:
            if finding.subject is not None:
                chains.setdefault(finding.subject, []).append(finding)
        order = list(tally.WORDS)
        for verdict in sorted(self.inspection.verdicts, key=lambda one: order.index(one.standing)):
            self._node(section, verdict, chains.get(verdict.node, ()))

    def _node(self, section: Element, verdict: Verdict, chain: Sequence[Finding]) -> None:
        fold = add(section, "details", **self._open)
        summary = add(fold, "summary")
        add(summary, "b", tally.WORDS[verdict.standing], class_=verdict.standing)
        after(summary[-1], f" {self.names[verdict.node]}")
        add(fold, "p", verdict.sentence)
        self._features(fold, verdict)
        self._chain(fold, chain)

    def _features(self, fold: Element, verdict: Verdict) -> None:
        """What sessions on a node can do; nothing where that is what the verdict says."""
        groups = alike(verdict.table)
        if len(groups) == 1:
            return
        body = table(fold, ("Sessions", "Stand", "Why", "Missing"))
        for group in groups:
            row = add(body, "tr")
            add(row, "td", ", ".join(one.feature.title.english() for one in group))
            add(row, "td", group[0].standing, class_=group[0].standing)
            add(row, "td", group[0].says)
            add(row, "td", ", ".join(group[0].missing))

    def shared(self) -> None:
        """What was asked about the caller, this computer and the account."""
        shared = [one for one in self.inspection.findings if one.subject is None]
        if shared:
            self._chain(self._section("Caller, computer and account"), shared)

    def calls(self) -> None:
        """Which calls were made, how often."""
        body = table(self._section("Calls to AWS"), ("Call", "Times"))
        for name, times in sorted(self.inspection.calls.items()):
            self._row(body, name, str(times))

    def versions(self) -> None:
        """Which programs were part of this."""
        body = table(self._section("Versions"), ("Program", "Version", "Where"))
        for program, version, where in versions(self.inspection):
            self._row(body, program, version, where)

    def _chain(self, parent: Element, chain: Sequence[Finding]) -> None:
        body = table(parent, ("Answer", "Check", "What was found"))
        for finding in chain:
            row = add(body, "tr", class_=finding.status)
            add(row, "td", finding.status, class_="status")
            add(add(row, "td"), "code", finding.check)
            cell = add(row, "td", finding.text)
            if self._in_full or finding.subject is None or finding.status is not Status.PASSED:
                self._seen(cell, finding)
            if finding.blocked_by:
                add(cell, "p", f"Behind {', '.join(finding.blocked_by)}.", class_="soft")

    def _seen(self, cell: Element, finding: Finding) -> None:
        """What a finding stands on, in a line for each call that showed it."""
        for told, together in groupby(finding.evidence, key=_source):
            seen = add(cell, "p", class_="seen")
            for piece in together:
                if len(seen):
                    after(seen[-1], " · ")
                add(seen, "span", piece.label, class_="soft")
                after(seen[-1], " ")
                add(seen, "bdi", piece.value)
            if told:
                after(seen[-1], " ")
                add(seen, "span", f"({told})", class_="soft")

    def _evidence(self, card: Element, finding: Finding) -> None:
        if not finding.evidence:
            return
        listed = add(card, "dl")
        for piece in finding.evidence:
            add(listed, "dt", piece.label)
            cell = add(listed, "dd")
            add(cell, "bdi", piece.value)
            told = _source(piece)
            if told:
                after(cell[-1], " ")
                add(cell, "span", f"({told})", class_="soft")

    def _links(self, card: Element, finding: Finding) -> None:
        for link in links(finding, self.partition):
            if link.startswith("https://"):
                add(add(card, "p"), "a", link, href=link, rel="noreferrer")

    def _section(self, title: str) -> Element:
        section = add(self.main, "section")
        add(section, "h2", title)
        return section

    def _row(self, body: Element, *cells: str) -> None:
        row = add(body, "tr")
        for cell in cells:
            add(row, "td", cell)


def _source(piece: Evidence) -> str:
    """Tell which call showed it, and when."""
    told = [piece.source] if piece.source else []
    return ", ".join([*told, zulu(piece.at)] if piece.at is not None else told)
