"""A finding as a card: what it says, what was seen, why it matters, where to read on, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from ssmwizard.app.words import GRADES, STATUSES
from ssmwizard.model.findings import Evidence, Finding, Grade, Status
from ssmwizard.model.text import N_
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.clipboard import copy
from ssmwizard.ui.doc_link import doc_link
from ssmwizard.ui.flow import Flow
from ssmwizard.ui.labels import IconLabel, breaking, code, label, pill
from ssmwizard.ui.language import moment, say, tr
from ssmwizard.ui.layout import Card, column, row
from ssmwizard.ui.requirements_view import judged_by_fold

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

# Picture, colour of the picture, look of a card, look of a pill.
LOOKS: Mapping[Status, tuple[str, str, str, str]] = {
    Status.PASSED: ("passed", "ok", "card", "pill-ok"),
    Status.WARNING: ("warning", "warn", "edge-warn", "pill-warn"),
    Status.FAILED: ("failed", "bad", "edge-bad", "pill-bad"),
    Status.UNKNOWN: ("unknown", "unsure", "edge-unsure", "pill-unsure"),
    Status.SKIPPED: ("skipped", "muted", "card", "pill"),
}


def finding_card(
    finding: Finding,
    *,
    partition: str | None,
    heading: QLayout | None = None,
    commands: Iterable[str] = (),
    actions: Iterable[QPushButton] = (),
) -> Card:
    """Show a finding. ``commands`` can be copied into a terminal; ``actions`` are buttons."""
    picture, colour, look, _ = LOOKS[finding.status]
    plain = heading is not None
    said = label(say(finding.text), factor=1.0 if plain else 1.08, bold=not plain, select=True)
    top = row(IconLabel(picture, colour, 24), said, gap=12)
    top.setStretch(1, 1)
    card = Card(look=look)
    if heading is not None:
        card.body.addLayout(heading)
    card.body.addLayout(top)
    if finding.why is not None:
        card.body.addWidget(label(say(finding.why), "muted"))
    for command in commands:
        card.body.addWidget(command_line(command))
    below = details(finding, partition)
    card.body.addLayout(below)
    buttons = list(actions)
    if buttons:
        card.body.addWidget(Flow(*buttons, gap=10))
    card.setAccessibleName(f"{say(STATUSES[finding.status])}: {say(finding.text)}")
    return card


def details(finding: Finding, partition: str | None) -> QLayout:
    """Show what was seen, the pages that say more, and what was judged by."""
    inside = column(gap=6)
    if finding.evidence:
        inside.addLayout(_evidence(finding.evidence))
    if finding.grade is Grade.INFERRED and finding.status in (Status.FAILED, Status.WARNING):
        inside.addWidget(label(say(GRADES[finding.grade]), "muted", factor=0.92))
    links = [doc_link(key, partition) for key in finding.docs]
    if links:
        inside.addLayout(column(*links, gap=4))
    judged = judged_by_fold(finding.check)
    if judged is not None:
        inside.addWidget(judged)
    return inside


def command_line(command: str) -> QWidget:
    """Show a line for a terminal that can be copied."""
    button = Button(tr(N_("Copy")), lambda: copy(command), icon="copy", look="quiet")
    button.setAccessibleName(tr(N_("Copy the command {command}"), command=command))
    across = row(IconLabel("terminal", "muted", 18), code(command), button, gap=10)
    across.setStretch(1, 1)
    return Card(across, look="sunken", margin=8)


def _evidence(evidence: Iterable[Evidence]) -> QGridLayout:
    """Show what was seen, and below it once which call showed it and when."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 3)
    line = 0
    for seen, together in groupby(evidence, key=_seen):
        for one in together:
            grid.addWidget(label(breaking(say(one.label)), "muted", factor=0.92), line, 0)
            grid.addWidget(code(one.value or "—"), line, 1)
            line += 1
        if seen:
            grid.addWidget(label(breaking(seen), "muted", factor=0.88), line, 1)
            line += 1
    return grid


def _seen(one: Evidence) -> str:
    return one.source + (f" · {moment(one.at)}" if one.at is not None else "")


def status_pill(status: Status) -> QWidget:
    """Make a word that says a status."""
    return pill(say(STATUSES[status]), LOOKS[status][3])
