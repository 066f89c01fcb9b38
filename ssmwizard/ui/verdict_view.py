"""Verdicts: of one node, and of all of them together by cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ssmwizard.app.causes import Cause
from ssmwizard.app.features import Served, alike
from ssmwizard.app.verdict import Standing, Verdict
from ssmwizard.app.words import STANDINGS as WORDS
from ssmwizard.model.text import N_, Text
from ssmwizard.ui.chain_view import Actions, title
from ssmwizard.ui.finding_card import finding_card
from ssmwizard.ui.flow import Flow
from ssmwizard.ui.fold import Fold
from ssmwizard.ui.labels import IconLabel, label, pill
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import Card, column, row

# Picture, colour, look of the card, word.
STANDINGS: Mapping[Standing, tuple[str, str, str, Text]] = {
    Standing.READY: ("passed", "ok", "ok", WORDS[Standing.READY]),
    Standing.DEGRADED: ("warning", "warn", "warn", WORDS[Standing.DEGRADED]),
    Standing.BLOCKED: ("failed", "bad", "bad", WORDS[Standing.BLOCKED]),
    Standing.UNKNOWN: ("unknown", "unsure", "unsure", WORDS[Standing.UNKNOWN]),
}
MANY = 12
CAUSES = 60


def verdict_card(verdict: Verdict) -> Card:
    """Show the verdict on a node as one big sentence."""
    picture, colour, look, word = STANDINGS[verdict.standing]
    name = f"{verdict.name} · {verdict.node}" if verdict.name else verdict.node
    sentence = label(say(verdict.sentence), factor=1.12, bold=True, select=True)
    sentence.setObjectName("verdict")
    pills = [
        pill(
            tr(
                N_("{feature}: {state}"),
                feature=say(one.feature.title),
                state=say(STANDINGS[one.standing][3]),
            ),
            "pill" if one.standing is Standing.UNKNOWN else f"pill-{STANDINGS[one.standing][1]}",
        )
        for one in verdict.table
        if one.feature.id in verdict.wanted
    ]
    words = column(label(name, "muted"), sentence, gap=5)
    if len(pills) > 1:
        words.addWidget(Flow(*pills, gap=6))
    groups = alike(verdict.table)
    if len(groups) > 1:
        words.addWidget(Fold(tr(N_("What sessions can do")), lambda: _features(groups)))
    across = row(IconLabel(picture, colour, 40), words, gap=16)
    across.setStretch(1, 1)
    card = Card(across, look=look, margin=18)
    card.setAccessibleName(f"{name}. {say(word)}. {say(verdict.sentence)}")
    return card


def _features(groups: Iterable[tuple[Served, ...]]) -> QWidget:
    """Show how the features stand and why, those together that stand alike for the same reason."""
    grid = QGridLayout()
    grid.setContentsMargins(10, 0, 0, 4)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(10)
    grid.setColumnStretch(1, 1)
    for place, group in enumerate(groups):
        picture, colour, _, word = STANDINGS[group[0].standing]
        names = ", ".join(say(served.feature.title) for served in group)
        shown = column(label(names), label(say(group[0].says), "muted", select=True), gap=2)
        mark = IconLabel(picture, colour, 18)
        mark.setAccessibleName(say(word))
        grid.addWidget(mark, place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(shown, place, 1)
    inside = QWidget()
    inside.setLayout(grid)
    return inside


def overview(
    verdicts: Iterable[Verdict],
    causes: Iterable[Cause],
    partition: str | None,
    actions: Actions,
) -> Iterator[QWidget]:
    """Show how all nodes stand, and each cause once with the nodes that share it."""
    told = list(verdicts)
    counts = [
        _count(standing, sum(one.standing is standing for one in told)) for standing in STANDINGS
    ]
    names = {one.node: one.name or one.node for one in told}
    yield Card(Flow(*counts, gap=18), margin=18)
    found = list(causes)
    for cause in found[:CAUSES]:
        said = tr("%n nodes share this cause", "%n node has this cause", len(cause.nodes))
        heading = column(label(title(cause.finding.check), bold=True))
        card = finding_card(
            cause.finding,
            partition=partition,
            heading=heading,
            actions=tuple(actions(cause.finding)),
        )
        shared = (label(said, bold=True, factor=0.92), label(_names(cause, names), "muted"))
        card.body.addWidget(Card(*shared, look="sunken", margin=10))
        if cause.also:
            told_too = tuple(label(say(one.finding.text), select=True) for one in cause.also)
            heard = label(tr(N_("For the same reason:")), bold=True, factor=0.92)
            card.body.addWidget(Card(heard, *told_too, look="sunken", margin=10))
        yield card
    if len(found) > CAUSES:
        more = len(found) - CAUSES
        yield label(tr("%n more causes", "%n more cause", more), "muted")


def _count(standing: Standing, count: int) -> QWidget:
    picture, colour, _, word = STANDINGS[standing]
    inside = QWidget()
    number = label(str(count), factor=1.5, bold=True, wrap=False)
    inside.setLayout(
        row(IconLabel(picture, colour, 24), number, label(say(word), "muted", wrap=False), gap=9)
    )
    return inside


def _names(cause: Cause, names: Mapping[str, str]) -> str:
    shown = ", ".join(names.get(node, node) for node in cause.nodes[:MANY])
    return f"{shown}, …" if len(cause.nodes) > MANY else shown
