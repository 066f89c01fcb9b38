"""What the environment and the profile set, and who goes by which."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from ssmwizard.model.settings import CHOSEN, IN_PROFILE, Line, Place
from ssmwizard.model.text import N_
from ssmwizard.ui.fold import Fold
from ssmwizard.ui.identity_card import facts_form
from ssmwizard.ui.labels import IconLabel, code, label
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import Card, column, row


def settings_view(lines: tuple[Line, ...]) -> list[QWidget]:
    """Show what is set, folded where nothing contradicts anything; nothing where nothing is set."""
    if not lines:
        return []
    said = tr("%n settings from the environment", "%n setting from the environment", len(lines))
    opened = any(line.conflict for line in lines)
    return [Card(Fold(said, lambda: _table(lines), opened=opened), margin=10)]


def _table(lines: Iterable[Line]) -> QWidget:
    form = facts_form()
    for line in lines:
        places = column(*(_place(place) for place in line.places), gap=2)
        told = QWidget()
        told.setLayout(places)
        if line.conflict:
            across = row(IconLabel("warning", "warn", 18), told, gap=8)
            across.setStretch(1, 1)
            told = QWidget()
            told.setLayout(across)
        form.add_row(label(say(line.topic), "muted"), told)
    inside = QWidget()
    inside.setLayout(form)
    return inside


def _place(place: Place) -> QWidget:
    names = {CHOSEN: tr(N_("chosen here")), IN_PROFILE: tr(N_("in the profile"))}
    name = names.get(place.name, place.name)
    readers = ", ".join(place.readers)
    goes = tr(N_("taken by {readers}"), readers=readers) if readers else tr(N_("taken by nobody"))
    told = QWidget()
    told.setLayout(column(code(f"{name} = {place.value}"), label(goes, "muted"), gap=0))
    return told
