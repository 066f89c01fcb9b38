"""The nodes of a Region as a table that stays quick with ten thousand of them.

Rows are the listing's own; filter and order are lists of places in them. Nothing is copied.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from ssmwizard.app.shown import tame
from ssmwizard.model.node import Kind
from ssmwizard.model.text import N_, Text, text
from ssmwizard.ui.language import ago, say, tip, tr

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from ssmwizard.app.listing import Listing, Row

Index = QModelIndex | QPersistentModelIndex

# By name of app.listing.Reach: words, picture, colour.
REACH: Mapping[str, tuple[Text, str, str]] = {
    "LOST": (text(N_("Connection lost")), "failed", "bad"),
    "UNMANAGED": (text(N_("Not managed")), "warning", "warn"),
    "STOPPED": (text(N_("Not running")), "skipped", "muted"),
    "UNKNOWN": (text(N_("Unknown")), "unknown", "unsure"),
    "ONLINE": (text(N_("Online")), "passed", "ok"),
}
KINDS: Mapping[Kind, Text] = {
    Kind.EC2: text(N_("EC2")),
    Kind.HYBRID: text(N_("Hybrid")),
}


def _last_seen(row: Row, now: datetime) -> str:
    return ago(row.last_ping, now) if row.last_ping is not None else ""


COLUMNS: tuple[tuple[Text, Callable[[Row, datetime], str], Callable[[Row], Any]], ...] = (
    (text(N_("Name")), lambda row, _: row.name or "—", lambda row: row.name.lower()),
    (
        text(N_("State")),
        lambda row, _: say(REACH[row.reach.name][0]),
        lambda row: (row.reach, row.name.lower(), row.id),
    ),
    (text(N_("Id")), lambda row, _: row.id, lambda row: row.id),
    (text(N_("Address")), lambda row, _: row.address, lambda row: _parts(row.address)),
    (text(N_("Kind")), lambda row, _: say(KINDS[row.kind]), lambda row: row.kind),
    (text(N_("System")), lambda row, _: row.system, lambda row: row.system.lower()),
    (text(N_("Agent")), lambda row, _: row.agent, lambda row: _parts(row.agent)),
    (
        text(N_("Last seen")),
        _last_seen,
        lambda row: row.last_ping.timestamp() if row.last_ping is not None else 0.0,
    ),
)
NAME, STATE = 0, 1


class NodesModel(QAbstractTableModel):
    """Rows with a tick each; ``ticked`` says that the ticks changed. ``fixed``: they cannot."""

    ticked = Signal()

    def __init__(self, icons: Callable[[str], QIcon], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._rows: tuple[Row, ...] = ()
        self._now: datetime | None = None
        self._order: list[int] = []
        self._shown: list[int] = []
        self._words: tuple[str, ...] = ()
        self._reach: str | None = None
        self._chosen: set[str] = set()
        self.fixed = False
        self._sorted_by, self._descending = STATE, False

    # What the page asks

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the ticked rows in the listing's order, then those that are not in it."""
        there = [row.id for row in self._rows if row.id in self._chosen]
        return (*there, *sorted(self._chosen - set(there)))

    def counts(self) -> dict[str, int]:
        """Count the rows by reach."""
        told = dict.fromkeys(REACH, 0)
        for row in self._rows:
            told[row.reach.name] += 1
        return told

    def node_id(self, place: int) -> str:
        """Return the id of a visible row."""
        return self._rows[self._shown[place]].id

    def has(self, node_id: str) -> bool:
        """Tell whether a node is in the listing."""
        return any(row.id == node_id for row in self._rows)

    def take(self, listing: Listing | None) -> None:
        """Show another listing in the order and with the filter that are set."""
        self._rows = listing.rows if listing is not None else ()
        self._now = listing.at if listing is not None else None
        self._arrange()

    def choose(self, chosen: Iterable[str]) -> None:
        """Tick these rows and no others, without saying so."""
        wanted = set(chosen)
        if wanted != self._chosen:
            self._chosen = wanted
            self._all_changed()

    def tick(self, places: Iterable[int], *, on: bool | None = None) -> None:
        """Tick visible rows, or untick them; None: the other way than the first of them is."""
        ids = [self.node_id(place) for place in places]
        if not ids or self.fixed:
            return
        wanted = ids[0] not in self._chosen if on is None else on
        self._chosen = self._chosen.union(ids) if wanted else self._chosen.difference(ids)
        self._all_changed()
        self.ticked.emit()

    def search(self, words: str) -> None:
        """Show the rows that have all these words somewhere."""
        asked = tuple(words.lower().split())
        narrower = " ".join(asked).startswith(" ".join(self._words))
        self._words = asked
        self._filter(self._shown if narrower else self._order)

    def only(self, reach: str | None) -> None:
        """Show the rows of one reach, None for all."""
        self._reach = reach
        self._filter(self._order)

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows are visible."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        row = self._rows[self._shown[index.row()]]
        column = index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                said = COLUMNS[column][1](row, self._now or datetime.now().astimezone())
                return tip(said) if role == Qt.ItemDataRole.ToolTipRole else tame(said)
            case Qt.ItemDataRole.DecorationRole if column == STATE:
                return self._icons(row.reach.name)
            case Qt.ItemDataRole.CheckStateRole if column == NAME:
                ticked = row.id in self._chosen
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick a row."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick([index.row()], on=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        found = (
            Qt.ItemFlag.ItemNeverHasChildren
            | Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
        )
        return found | Qt.ItemFlag.ItemIsUserCheckable if index.column() == NAME else found

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return say(COLUMNS[section][0])
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in another order."""
        self._sorted_by, self._descending = column, order is Qt.SortOrder.DescendingOrder
        self._arrange()

    # Inside

    def _arrange(self) -> None:
        key, rows = COLUMNS[self._sorted_by][2], self._rows
        keys = [key(row) for row in rows]
        self._order = sorted(range(len(rows)), key=keys.__getitem__, reverse=self._descending)
        self._filter(self._order)

    def _filter(self, among: list[int]) -> None:
        rows, words, reach = self._rows, self._words, self._reach
        self.beginResetModel()
        self._shown = [
            place
            for place in among
            if (reach is None or rows[place].reach.name == reach)
            and all(word in rows[place].search for word in words)
        ]
        self.endResetModel()

    def _all_changed(self) -> None:
        if self._shown:
            role = Qt.ItemDataRole.CheckStateRole
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, 0), [role])


def _parts(dotted: str) -> tuple[int, ...]:
    """Order addresses and versions as numbers."""
    return tuple(int(part) for part in dotted.split(".") if part.isascii() and part.isdigit())


def found(count: int) -> str:
    """Say how many rows are shown."""
    return tr("%n nodes", "%n node", count)
