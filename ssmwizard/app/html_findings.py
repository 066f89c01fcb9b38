"""Findings as parts of the HTML report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element

from ssmwizard.app.inspect import Inspection
from ssmwizard.app.markup import Child, element
from ssmwizard.app.overview import links
from ssmwizard.app.verdict import Verdict
from ssmwizard.app.wording import when
from ssmwizard.model.findings import Evidence, Finding, Grade, Status
from ssmwizard.resources import documentation


def about_everything(inspection: Inspection, findings: Iterable[Finding]) -> list[Element]:
    """Return what was found about the account and this computer."""
    inside = [_finding(inspection, finding) for finding in findings]
    if not inside:
        return []
    says = element("summary", element("span", "The caller, the account, this computer"))
    return [element("details", says, *inside, class_="node")]


def about_node(inspection: Inspection, node: Verdict, findings: Iterable[Finding]) -> Element:
    """Return what was found about one node."""
    name: list[Child] = [element("span", node.name, class_="name"), " "] if node.name else []
    says = element("summary", pill(node.standing.value), " ", *name, element("code", node.node))
    inside = [_finding(inspection, finding) for finding in findings]
    sentence = element("p", node.sentence.english())
    return element("details", says, sentence, *inside, class_="node", id=node.node)


def pill(word: str) -> Element:
    """Return a word that tells how something stands."""
    return element("span", word, class_=f"pill {word}")


def grade(finding: Finding) -> Element:
    """Return how a finding is known."""
    if finding.grade is Grade.PROVED:
        return element("small", "shown by AWS or the node itself")
    return element("small", "computed from the configuration")


def grid(pairs: Mapping[str, str]) -> Element:
    """Return names and values side by side."""
    return element(
        "dl",
        *(
            element("div", element("dt", name), element("dd", value))
            for name, value in pairs.items()
        ),
    )


def pages(inspection: Inspection, finding: Finding) -> list[Element]:
    """Return the links to the documentation, if any, by the titles of the pages."""
    titles = [documentation().title(key) for key in finding.docs]
    found = dict(zip(links(inspection, finding), dict.fromkeys(titles), strict=False))
    if not found:
        return []
    items = [
        element("li", element("a", title, href=url, rel="noreferrer"))
        for url, title in found.items()
    ]
    return [element("ul", *items, class_="pages")]


def _finding(inspection: Inspection, finding: Finding) -> Element:
    says = element(
        "summary",
        pill(finding.status.value),
        " ",
        element("code", finding.check),
        " ",
        element("span", finding.text.english()),
    )
    more: list[Element] = []
    if finding.status in (Status.PASSED, Status.WARNING, Status.FAILED):
        more.append(element("p", grade(finding)))
    if finding.why is not None and finding.status is not Status.PASSED:
        more.append(element("p", finding.why.english(), class_="muted"))
    if finding.blocked_by:
        more.append(element("p", "Waits for: ", element("code", ", ".join(finding.blocked_by))))
    if finding.right:
        more.append(element("p", "Missing right: ", element("code", finding.right)))
    if finding.evidence:
        more.append(element("ul", *map(_evidence, finding.evidence), class_="evidence"))
    if finding.fixes:
        more.append(element("p", "Fix: ", element("code", ", ".join(finding.fixes))))
    more += pages(inspection, finding)
    return element("details", says, *more, class_="finding")


def _evidence(evidence: Evidence) -> Element:
    seen = ", ".join(
        part for part in (evidence.source, when(evidence.at) if evidence.at else "") if part
    )
    return element(
        "li",
        evidence.label.english(),
        ": ",
        element("code", evidence.value),
        " ",
        element("small", seen),
    )
