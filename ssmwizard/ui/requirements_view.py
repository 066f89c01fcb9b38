"""What a check judges by, with its dates and where that was read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtWidgets import QWidget

from ssmwizard.app.catalogue import CONFIDENCES, judged_by, shown
from ssmwizard.checks.every import EVERY
from ssmwizard.model.requirements import Requirement
from ssmwizard.model.text import N_
from ssmwizard.ui.doc_link import doc_link
from ssmwizard.ui.fold import Fold
from ssmwizard.ui.labels import code, label
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import column

_CHECKS = {check.id: check for check in EVERY}


def judged_by_fold(check_id: str) -> Fold | None:
    """Return a fold with the requirements of a check, None for one that has none."""
    check = _CHECKS.get(check_id)
    if check is None or not check.requirements:
        return None
    return requirements_fold(tr(N_("What this is judged by")), judged_by(check))


def requirements_fold(said: str, rows: Iterable[Requirement]) -> Fold:
    """Return a fold with requirements."""
    told = tuple(rows)
    return Fold(said, lambda: _requirements(told))


def _requirements(rows: tuple[Requirement, ...]) -> QWidget:
    inside = QWidget()
    below = column(gap=10)
    below.setContentsMargins(10, 0, 0, 6)
    for row in rows:
        each = column(code(f"{row.id} = {shown(row.value)}"), gap=2)
        # What a requirement is, is data and in English, as on the page it was read on.
        each.addWidget(label(row.what, "muted", select=True))
        if row.note:
            each.addWidget(label(row.note, "muted", factor=0.92, select=True))
        each.addWidget(label(_terms(row), "muted", factor=0.92))
        each.addLayout(doc_link(row.source, None))
        below.addLayout(each)
    inside.setLayout(below)
    return inside


def _terms(row: Requirement) -> str:
    """Say how well a requirement is known, when it holds, and where."""
    said = [say(CONFIDENCES[row.confidence])]
    if row.since is not None:
        said.append(tr(N_("since {day}"), day=_day(row.since)))
    if row.until is not None:
        said.append(tr(N_("until {day}"), day=_day(row.until)))
    if row.partitions is not None:
        said.append(tr(N_("only in {partitions}"), partitions=", ".join(sorted(row.partitions))))
    return " · ".join(said)


def _day(day: date) -> str:
    return day.isoformat()
