"""An inspection as one HTML file: nothing in it is loaded from elsewhere, and nothing runs.

The verdict stands on top, then what is in the way, what could not be seen, every node; what was
changed and what it was seen with come last, folded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ssmwizard import __version__
from ssmwizard.app import page_beside, page_nodes, tally
from ssmwizard.app.causes import Cause
from ssmwizard.app.inspect import Inspection
from ssmwizard.app.language import ENGLISH, Language
from ssmwizard.app.markup import Element, add, after, document, written
from ssmwizard.app.page import Page
from ssmwizard.app.parts import commands, in_the_way, looks, not_seen, of_all, worth_knowing
from ssmwizard.app.verdict import Standing, Verdict
from ssmwizard.app.words import GRADES, STANDINGS
from ssmwizard.model.facts import Why
from ssmwizard.model.findings import Status
from ssmwizard.model.text import N_, Text, text
from ssmwizard.resources import folder

NODES_IN_SIGHT = 12
# So few nodes have their verdicts in words on top.
NODES_IN_WORDS = 3


def as_html(
    inspection: Inspection,
    journal: Sequence[Mapping[str, Any]] = (),
    missing: Sequence[Mapping[str, str]] = (),
    language: Language = ENGLISH,
) -> str:
    """Return the report as a page of its own.

    ``journal`` are entries as ``app.journal_json`` has them, ``missing`` what is not in the bundle.
    """
    style = (folder() / "report.css").read_text(encoding="utf-8")
    sentence = tally.sentence(inspection, language)
    html, body = document(f"ssmwizard: {sentence}", style, language.tag)
    head, contents = add(body, "header"), Element("nav")
    body.append(contents)
    page = Page(inspection, language, add(body, "main"))
    numbers = _numbers(in_the_way(inspection))
    _verdict(page, head, sentence, numbers)
    _causes(page, "in-the-way", text(N_("In the way")), in_the_way(inspection))
    _causes(page, "worth-knowing", text(N_("Worth knowing")), worth_knowing(inspection))
    _unseen(page, not_seen(inspection))
    page_nodes.nodes(page, numbers)
    page_nodes.shared(page)
    page_beside.journal(page, journal)
    page_beside.timeline(page, journal)
    page_beside.computer(page)
    page_beside.calls(page)
    page_beside.missing(page, missing)
    _contents(page, contents)
    said = N_("Made by ssmwizard {version}. This page loads nothing and runs nothing.")
    page.add(add(body, "footer"), "p", text(said, version=__version__))
    return written(html)


def _numbers(causes: Iterable[Cause]) -> dict[str, list[int]]:
    """Return under which numbers the causes of a node are told."""
    numbers: dict[str, list[int]] = {}
    for number, cause in enumerate(causes, 1):
        for node in cause.nodes:
            numbers.setdefault(node, []).append(number)
    return numbers


def _verdict(
    page: Page, head: Element, sentence: str, numbers: Mapping[str, Sequence[int]]
) -> None:
    add(head, "h1", sentence)
    verdicts = page.inspection.verdicts
    if 0 < len(verdicts) <= NODES_IN_WORDS:
        inside = add(head, "ul", class_="verdicts")
        for verdict in page_nodes.worst_first(verdicts):
            _in_words(page, add(inside, "li"), verdict, numbers.get(verdict.node, ()))
    about = page.inspection.recording[0] if page.inspection.recording else {}
    if about.get("unfinished") or about.get("missing") in (Why.TIMED_OUT, Why.CANCELLED):
        said = N_("The inspection did not come to its end; not all was asked.")
        page.add(head, "p", text(said), class_="mark unknown")
    add(head, "p", tally.who_and_where(page.inspection, page.language))
    add(head, "p", tally.when(page.inspection, page.language), class_="soft")


def _in_words(page: Page, item: Element, verdict: Verdict, numbers: Sequence[int]) -> None:
    """Say the verdict on a node. What blocks it has its card below, and is not told twice."""
    mark, name = f"mark {verdict.standing}", page.names[verdict.node]
    if verdict.standing is Standing.BLOCKED and numbers:
        page.add(item, "b", STANDINGS[verdict.standing], class_=mark)
        after(item[-1], f" {name} ")
    else:
        page.add(item, "b", name, class_=mark)
        page.add(item, "p", verdict.sentence)
    for number in numbers:
        page.add(item, "a", text(N_("Cause {number}"), number=number), href=f"#cause-{number}")
        after(item[-1], " ")


def _contents(page: Page, contents: Element) -> None:
    contents.set("aria-label", page.say(text(N_("Contents"))))
    inside = add(contents, "ul")
    for name, heading, count in page.contents:
        item = add(inside, "li")
        add(item, "a", heading, href=f"#{name}")
        if count:
            after(item[-1], f" {count}")


def _causes(page: Page, name: str, heading: Text, causes: Sequence[Cause]) -> None:
    """Each cause once, with the nodes that it concerns, what was seen and what to do."""
    if not causes:
        return
    section = page.section(name, heading, len(causes))
    failed = causes[0].finding.status is Status.FAILED
    for number, cause in enumerate(causes, 1):
        card_id = f"{'cause' if failed else 'warning'}-{number}"
        card = add(section, "article", class_=cause.finding.status, id=card_id)
        add(card, "h3", f"{number}. {page.say(cause.finding.text)}")
        _concerned(page, card, cause)
        _cause(page, card, cause)
        if cause.also:
            page.add(card, "p", text(N_("For the same reason:")), class_="also")
        for other in cause.also:
            fold = add(card, "details")
            page.add(add(fold, "summary"), "h4", other.finding.text)
            if other.nodes != cause.nodes:
                _concerned(page, fold, other)
            _cause(page, fold, other)
        for told in (cause, *cause.also):
            page.cards[id(told.finding)] = card_id


def _cause(page: Page, card: Element, cause: Cause) -> None:
    """Say why it matters, what was seen, how surely, what to do, and where to read on."""
    finding = cause.finding
    if finding.why is not None:
        page.add(card, "p", finding.why)
    page.seen(card, finding.evidence)
    page.add(card, "p", GRADES[finding.grade], class_="soft")
    for said, told in ((N_("Repair:"), commands), (N_("Look further:"), looks)):
        lines = told(cause, page.inspection, "ssmwizard")
        if lines:
            page.add(card, "p", text(said), class_="do")
        for line in lines:
            add(add(card, "pre"), "code", line)
    page.links(card, finding)
    check = page.add(card, "p", class_="soft")
    page.add(check, "span", text(N_("Check:")))
    after(check[-1], " ")
    page.check(check, finding.check)


def _concerned(page: Page, card: Element, cause: Cause) -> None:
    """Name the nodes of a cause; many of them folded."""
    count = len(cause.nodes)
    if not count:
        return
    if of_all(cause, page.inspection):
        page.add(card, "p", text(N_("Concerns all nodes.")), class_="soft")
        return
    if count <= NODES_IN_SIGHT:
        said = text(N_("Concerns {nodes}"), nodes=page.nodes(cause.nodes))
        page.add(card, "p", said, class_="soft")
        return
    tr = page.language.tr
    fold = page.folded(card, tr("Concerns %n nodes", "Concerns %n node", count))
    add(fold, "p", page.nodes(cause.nodes))


def _unseen(page: Page, causes: Sequence[Cause]) -> None:
    """What could not be looked at: each reason once, with the questions that it leaves open."""
    lists = {fact.detail or fact.code or fact.why for fact in page.inspection.snapshot.unlisted}
    reasons: dict[Text, list[Cause]] = {}
    for cause in causes:
        reasons.setdefault(cause.finding.text, []).append(cause)
    if not reasons and not lists:
        return
    section = page.section("not-seen", text(N_("Could not be seen")), len(reasons) + len(lists))
    for said in sorted(lists):
        card = add(section, "article", class_="unknown")
        reason = text(N_("Not all nodes could be listed: {reason}"), reason=said)
        page.add(card, "h3", reason)
    for number, (reason, concerned) in enumerate(reasons.items(), 1):
        card_id = f"not-seen-{number}"
        card = add(section, "article", class_="unknown", id=card_id)
        page.add(card, "h3", reason)
        inside = add(card, "ul", class_="open")
        for check in dict.fromkeys(cause.finding.check for cause in concerned):
            page.check(add(inside, "li"), check)
        nodes = dict.fromkeys(
            node
            for cause in concerned
            if not of_all(cause, page.inspection)
            for node in cause.nodes
        )
        if nodes:
            _concerned(page, card, Cause(concerned[0].finding, tuple(nodes)))
        seen = concerned[0].finding.evidence
        page.seen(card, seen)
        for cause in concerned:
            if cause.finding.subject is None and cause.finding.evidence == seen:
                page.cards[id(cause.finding)] = card_id
