"""Step 3: all nodes of the Region, those that cannot be reached first."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from ssmwizard.model.facts import Unknown, Why
from ssmwizard.model.text import N_
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.flow import Flow
from ssmwizard.ui.labels import IconLabel, label
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import Card, row
from ssmwizard.ui.nodes_model import REACH, found
from ssmwizard.ui.nodes_table import NodesTable
from ssmwizard.ui.page import Page
from ssmwizard.ui.wanted import Wanted

if TYPE_CHECKING:
    from ssmwizard.app.listing import Listing
    from ssmwizard.ui.conductor import Conductor

NODE_ID = re.compile(r"(i|mi)-[0-9a-f]{8,17}")


class NodesPage(Page):
    """Search, counters that filter, the table, and what was chosen."""

    def __init__(self, conductor: Conductor) -> None:
        super().__init__(
            conductor,
            tr(N_("Which nodes?")),
            tr(N_("Tick the nodes to look into. Those that cannot be reached come first.")),
        )
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(tr(N_("Search by id, name, address or tag (Ctrl+F)")))
        self.field.setAccessibleName(tr(N_("Search nodes")))
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.table = NodesTable()
        self.table.nodes.ticked.connect(self._ticked)
        self.anyway = Button("", self._add_anyway, icon="inspect", name="anyway")
        self.anyway.hide()
        self.all = Button(tr(N_("Tick &all shown")), self._tick_all, look="quiet", name="all")
        self.none = Button(tr(N_("&Untick all")), self._tick_none, look="quiet", name="none")
        self.summary = label("", "muted")
        self.problem = Card(look="unsure", margin=12)
        self.problem_text = label("")
        self.problem.body.addLayout(
            row(IconLabel("unknown", "unsure", 20), self.problem_text, gap=10)
        )
        self.chips = self._make_chips()
        self.body.addWidget(self.field)
        self.body.addWidget(Flow(*self.chips.values(), gap=6))
        self.body.addWidget(self.problem)
        self.body.addWidget(self.anyway)
        self.body.addWidget(self.table, 1)
        self.wanted = Wanted(conductor.choose_features)
        below = row(self.summary, self.wanted, self.all, self.none)
        below.setStretch(0, 1)
        self.body.addLayout(below)
        self._shown: Listing | None = None

    def seal(self) -> None:
        """Leave the ticks as they were."""
        self.table.nodes.fixed = True
        for part in (self.all, self.none, self.wanted):
            part.hide()

    def first_focus(self) -> QWidget:
        """Begin with the search."""
        return self.field

    def search_field(self) -> QWidget | None:
        """Return the search field."""
        return self.field

    def show_state(self) -> None:
        """Show the nodes and which are chosen."""
        wizard = self.conductor.wizard
        if wizard.listing is not self._shown:
            self._shown = wizard.listing
            self.table.nodes.take(wizard.listing)
            self._count()
        self.table.nodes.choose(wizard.chosen)
        self.wanted.show_features(wizard.features)
        missing = _missing(wizard.listing) if wizard.listing is not None else []
        self.problem.setVisible(bool(missing))
        self.problem_text.setText("\n".join(missing))
        self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead from the search field into the table."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            onward = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if watched is self.field and event.key() in onward:
                target: QWidget = self.anyway if self.anyway.isVisible() else self.table
                self.table.begin()
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _make_chips(self) -> dict[str | None, Button]:
        group = QButtonGroup(self)
        chips: dict[str | None, Button] = {}
        for reach in (None, *REACH):
            chip = Button("", _filtering(self, reach), look="chip")
            chip.setCheckable(True)
            chip.setChecked(reach is None)
            group.addButton(chip)
            chips[reach] = chip
        return chips

    def _count(self) -> None:
        counts = self.table.nodes.counts()
        for reach, chip in self.chips.items():
            count = sum(counts.values()) if reach is None else counts[reach]
            said = tr(N_("All")) if reach is None else say(REACH[reach][0])
            chip.setText(f"{said}  {count}")
            chip.setVisible(reach is None or count > 0 or chip.isChecked())

    def _search(self, words: str) -> None:
        self.table.nodes.search(words)
        self._say()

    def _say(self) -> None:
        wizard, model = self.conductor.wizard, self.table.nodes
        shown, chosen = model.rowCount(), len(wizard.chosen)
        if wizard.listing is None:
            self.summary.setText("")
        else:
            ticked = tr("%n ticked", "%n ticked", chosen)
            self.summary.setText(f"{found(shown)} · {ticked}")
        self.all.setEnabled(shown > 0)
        self.none.setEnabled(chosen > 0)
        wanted = self._typed()
        self.anyway.setVisible(wanted is not None)
        if wanted is not None:
            self.anyway.setText(tr(N_("Look into {node} all the same"), node=wanted))

    def _typed(self) -> str | None:
        """Return the id in the search field when it is one of a node that the list does not have."""
        typed = self.field.text().strip().lower()
        if not (self.conductor.live and NODE_ID.fullmatch(typed)) or self.table.nodes.has(typed):
            return None
        return None if typed in self.conductor.wizard.chosen else typed

    def _add_anyway(self) -> None:
        typed = self._typed()
        if typed is not None:
            self._choose((*self.conductor.wizard.chosen, typed))

    def _ticked(self) -> None:
        self._choose(self.table.nodes.chosen)

    def _tick_all(self) -> None:
        self.table.nodes.tick(range(self.table.nodes.rowCount()), on=True)

    def _tick_none(self) -> None:
        self._choose(())

    def _choose(self, chosen: tuple[str, ...]) -> None:
        self.conductor.choose_nodes(chosen)


def _filtering(page: NodesPage, reach: str | None) -> Callable[[], object]:
    def show() -> None:
        page.table.nodes.only(reach)
        page._say()  # noqa: SLF001 - part of the page

    return show


def _missing(listing: Listing) -> list[str]:
    """Say what is not in the list, and why."""
    lines = []
    for fact in listing.missing:
        if fact.why is Why.DENIED:
            said = tr(N_("Not all nodes are shown: the right {right} is missing."))
        else:
            said = tr(N_("Not all nodes are shown: {call} gave no answer ({detail})."))
        lines.append(said.format_map(_about(fact)))
    if listing.untagged is not None:
        if listing.untagged.why is Why.DENIED:
            said = tr(N_("Hybrid nodes cannot be found by tag: the right {right} is missing."))
        else:
            said = tr(N_("Hybrid nodes cannot be found by tag: no answer from {call} ({detail})."))
        lines.append(said.format_map(_about(listing.untagged)))
    return lines


def _about(fact: Unknown) -> dict[str, str]:
    call = fact.source.call if fact.source is not None else ""
    detail = fact.detail or fact.code or fact.why
    return {"call": call, "right": fact.right or call, "detail": detail}
