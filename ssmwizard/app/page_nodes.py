"""The nodes of a report's page: each with its verdict, what sessions can do, and its gates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ssmwizard.app.features import alike
from ssmwizard.app.markup import Element, add, after
from ssmwizard.app.page import Page
from ssmwizard.app.subjects import by_subject
from ssmwizard.app.verdict import Standing, Verdict
from ssmwizard.app.words import STANDINGS, STATUSES
from ssmwizard.model.findings import Finding, Status
from ssmwizard.model.text import N_, Text, text

NODES_OPEN = 3
# On paper, so many nodes are written out.
NODES_ON_PAPER = 12
# With more nodes than this, the page would be too long to be read or loaded.
NODES_IN_FULL = 100
_ORDER = tuple(STANDINGS)


def nodes(page: Page, numbers: Mapping[str, Sequence[int]]) -> None:
    """Every node with its verdict and the chain of its gates, the worst first."""
    verdicts = page.inspection.verdicts
    if not verdicts:
        return
    section = page.section("nodes", text(N_("Nodes")), len(verdicts))
    if len(verdicts) > NODES_IN_FULL:
        said = N_("Of so many nodes, what passed is in the JSON answer alone.")
        page.add(section, "p", text(said), class_="soft")
    found = by_subject(page.inspection.findings)
    for verdict in worst_first(verdicts):
        _node(page, section, verdict, found.get(verdict.node, ()), numbers.get(verdict.node, ()))


def worst_first(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """Return verdicts, the worst first, and else in their order."""
    return sorted(verdicts, key=lambda one: _ORDER.index(one.standing))


def shared(page: Page) -> None:
    """What was asked about the caller, this computer and the account."""
    found = by_subject(page.inspection.findings)[None]
    if found:
        heading = text(N_("Caller, computer and account"))
        _chain(page, page.section("shared", heading), found, in_full=True)


def _node(
    page: Page,
    section: Element,
    verdict: Verdict,
    found: Sequence[Finding],
    numbers: Sequence[int],
) -> None:
    total = len(page.inspection.verdicts)
    opened = {"open": "open"} if total <= NODES_OPEN else {}
    fold = add(
        section, "details", class_="node" if total <= NODES_ON_PAPER else "node aside", **opened
    )
    summary = add(fold, "summary")
    page.add(summary, "b", STANDINGS[verdict.standing], class_=f"mark {verdict.standing}")
    after(summary[-1], f" {page.names[verdict.node]} ")
    if numbers:
        causes = ", ".join(map(str, numbers))
        tr = page.language.tr
        said = tr("Causes {numbers}", "Cause {numbers}", len(numbers), numbers=causes)
        page.add(summary, "span", said, class_="soft")
    if total > NODES_OPEN and (verdict.standing is not Standing.BLOCKED or not numbers):
        page.add(fold, "p", verdict.sentence)
    _features(page, fold, verdict)
    _chain(page, fold, found, in_full=total <= NODES_IN_FULL)


def _features(page: Page, fold: Element, verdict: Verdict) -> None:
    """What sessions on a node can do; nothing where that is what the verdict says."""
    groups = alike(verdict.table)
    if len(groups) == 1:
        return
    rows = [
        (
            ", ".join(page.say(one.feature.title) for one in group),
            STANDINGS[group[0].standing],
            group[0].says,
            page.titles(group[0].missing),
        )
        for group in groups
    ]
    heads = (text(N_("Sessions")), text(N_("State")), text(N_("Why")), text(N_("Depends on")))
    page.table(fold, text(N_("What sessions can do")), heads, rows)


def _chain(page: Page, parent: Element, found: Sequence[Finding], *, in_full: bool) -> None:
    """The answers in the order of the chain; those that found nothing wrong folded behind them."""
    quiet = (Status.PASSED, Status.SKIPPED)
    _answers(page, parent, [one for one in found if one.status not in quiet])
    if not in_full:
        return
    tr = page.language.tr
    passed, skipped = ([one for one in found if one.status is status] for status in quiet)
    if passed:
        said = tr("%n checks passed", "%n check passed", len(passed))
        _answers(page, page.folded(parent, said, aside=True), passed)
    if skipped:
        said = tr("%n checks were not looked at", "%n check was not looked at", len(skipped))
        _answers(page, page.folded(parent, said, aside=True), skipped)


def _answers(page: Page, parent: Element, found: Sequence[Finding]) -> None:
    if not found:
        return
    chain = add(parent, "ul", class_="chain")
    for finding in found:
        item = add(chain, "li")
        page.add(item, "b", STATUSES[finding.status], class_=f"mark {finding.status}")
        after(item[-1], " ")
        page.check(add(item, "span"), finding.check)
        card = page.cards.get(id(finding))
        if card is not None:
            after(item[-1], " ")
            page.add(item, "a", text(N_("Told above")), href=f"#{card}")
            continue
        page.add(item, "p", finding.text)
        if finding.blocked_by:
            page.add(item, "p", _behind(page, finding), class_="soft")
        page.seen(item, finding.evidence)


def _behind(page: Page, finding: Finding) -> Text:
    """Say which answers this one stands behind. The titles of checks say what holds."""
    said = N_("Waits until this holds: {titles}")
    if finding.status is Status.FAILED:
        said = N_("Follows, because this does not hold: {titles}")
    return text(said, titles=page.titles(finding.blocked_by))
