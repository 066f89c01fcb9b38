"""The report as one page that needs nothing else: no scripts, no network."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from ssmwizard import __version__
from ssmwizard.app.html_findings import about_everything, about_node, grade, grid, pages, pill
from ssmwizard.app.inspect import Inspection
from ssmwizard.app.markup import document, element
from ssmwizard.app.overview import Gap, Group, caller, causes, counts, gaps, offered, warnings
from ssmwizard.app.verdict import Verdict
from ssmwizard.app.wording import counted, when
from ssmwizard.model.findings import Finding
from ssmwizard.resources import load_text


def as_html(inspection: Inspection) -> str:
    """Return the page, in English, without secrets."""
    subjects: dict[str | None, list[Finding]] = {}
    for finding in inspection.findings:
        subjects.setdefault(finding.subject, []).append(finding)
    found, known, open_questions = causes(inspection), warnings(inspection), gaps(inspection)
    nodes = inspection.verdicts
    body = element(
        "body",
        _head(inspection),
        element(
            "main",
            *_section("Causes", [_cause(inspection, group) for group in found], "cards"),
            *_section("Verdicts", [_verdicts(nodes)] if nodes else []),
            *_section("Could not be looked at", [_gaps(open_questions)] if open_questions else []),
            *_section("Worth knowing", [_cause(inspection, group) for group in known], "cards"),
            *_section(
                "Every finding",
                [
                    *about_everything(inspection, subjects.get(None, ())),
                    *(about_node(inspection, one, subjects.get(one.node, ())) for one in nodes),
                ],
            ),
            *_section("Calls made", [_calls(inspection)] if inspection.calls else []),
            *_section("Versions", [_versions(inspection)]),
        ),
    )
    return document(_title(inspection), load_text("report.css"), body)


def _title(inspection: Inspection) -> str:
    who, region = caller(inspection), inspection.snapshot.identity.region
    words = ["Session Manager report", who.account if who else "", region or ""]
    return ", ".join(word for word in words if word)


def _head(inspection: Inspection) -> Element:
    who, identity = caller(inspection), inspection.snapshot.identity
    about = {
        "Account": who.account if who else "not known",
        "Region": identity.region or "not chosen",
        "Profile": identity.profile or "",
        "Signed in as": who.arn if who else "",
        "When": when(inspection.started),
    }
    tiles = [
        element(
            "li",
            element("strong", str(number)),
            element("span", standing.value),
            class_=f"tile {standing.value}" if number else "tile none",
        )
        for standing, number in counts(inspection)
    ]
    return element(
        "header",
        element("h1", "Session Manager report"),
        grid({label: value for label, value in about.items() if value}),
        element("ul", *tiles, class_="tiles")
        if inspection.verdicts
        else element("p", "No node was looked at.", class_="lead"),
    )


def _section(title: str, content: Iterable[Element], look: str = "") -> list[Element]:
    inside = list(content)
    if not inside:
        return []
    return [
        element("section", element("h2", title), element("div", *inside, class_=look or "plain"))
    ]


def _cause(inspection: Inspection, group: Group) -> Element:
    finding = group.finding
    names = [
        element("li", element("a", node.name or node.node, href=f"#{node.node}", title=node.node))
        for node in group.nodes
    ]
    title = [element("code", finding.check), " ", grade(finding)]
    if group.nodes:
        number = counted(len(group.nodes), "node", "nodes")
        title[:0] = [element("strong", number, class_="number"), " "]
    fixes = ", ".join(offered(finding))
    return element(
        "article",
        element("h3", *title),
        element("p", finding.text.english()),
        *([element("p", finding.why.english(), class_="muted")] if finding.why else []),
        *([element("ul", *names, class_="names")] if names else []),
        *([element("p", "Fix: ", element("code", fixes))] if fixes else []),
        *pages(inspection, finding),
        class_=f"card {finding.status.value}",
    )


def _verdicts(nodes: Iterable[Verdict]) -> Element:
    rows = [
        element(
            "tr",
            element("td", pill(node.standing.value)),
            element(
                "td",
                element("a", node.name or node.node, href=f"#{node.node}"),
                element("small", element("code", node.node)),
            ),
            element("td", node.sentence.english()),
        )
        for node in nodes
    ]
    return _table(("Verdict", "Node", "Why"), rows)


def _gaps(found: Iterable[Gap]) -> Element:
    rows = [
        element(
            "tr",
            element("td", gap.says.english()),
            element("td", *([element("code", gap.right)] if gap.right else [])),
            element("td", ", ".join(gap.checks)),
            element("td", str(len(gap.nodes) or ""), class_="count"),
        )
        for gap in found
    ]
    return _table(("Why", "Missing right", "Left open", "Nodes"), rows)


def _calls(inspection: Inspection) -> Element:
    refused: dict[str, int] = {}
    for line in inspection.recording:
        if line.get("failure"):
            refused[line["aws"]] = refused.get(line["aws"], 0) + 1
    rows = [
        element(
            "tr",
            element("td", element("code", name)),
            element("td", str(number), class_="count"),
            element("td", str(refused.get(name, "")), class_="count"),
        )
        for name, number in inspection.calls.items()
    ]
    total = counted(sum(inspection.calls.values()), "call", "calls")
    says = element("summary", total)
    return element("details", says, _table(("Call", "Times", "Failed"), rows), class_="finding")


def _versions(inspection: Inspection) -> Element:
    requirements = inspection.snapshot.requirements
    return grid(
        {
            "ssmwizard": __version__,
            "AWS's requirements as of": requirements.as_of.isoformat(),
            "Began": when(inspection.started),
            "Ended": when(inspection.finished),
        }
    )


def _table(titles: Iterable[str], rows: Iterable[Element]) -> Element:
    head = element("thead", element("tr", *(element("th", title, scope="col") for title in titles)))
    return element("div", element("table", head, element("tbody", *rows)), class_="wide")
