"""The calls of the run as a table: they come in batches, and a filter leaves some of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QColor

from ssmwizard.model.text import N_, Text, text
from ssmwizard.ui import style
from ssmwizard.ui.language import moment, say, tr

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    from ssmwizard.outside.call_log import Heard

    Index = QModelIndex | QPersistentModelIndex

TIME, SERVICE, OPERATION, KIND, MILLISECONDS, OUTCOME, REGION, REQUEST = range(8)
HEADINGS: Sequence[Text] = (
    text(N_("Time")),
    text(N_("Service")),
    text(N_("Operation")),
    text(N_("Kind")),
    text(N_("ms")),
    text(N_("Outcome")),
    text(N_("Region")),
    text(N_("Request id")),
)
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CallsModel(QAbstractTableModel):
    """Keeps the newest ``kept`` calls; shows those in which all words of the filter are."""

    def __init__(self, kept: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        self._all: list[Heard] = []
        self._shown: list[Heard] = []
        self._words: tuple[str, ...] = ()
        self._writes_only = False
        # Looked up once: thousands of rows are copied in one go.
        self._changes, self._reads = tr(N_("changes")), tr(N_("reads"))
        self._done, self._not_called = tr(N_("done")), tr(N_("not called"))

    @property
    def last(self) -> int:
        """Return the number of the newest call."""
        return self._all[-1].number if self._all else 0

    def add(self, calls: Iterable[Heard]) -> None:
        """Add newer calls, and let go of the oldest where there are too many."""
        new = list(calls)
        self._all += new
        self._let_go()
        shown = [call for call in new if self._fits(call)][-self._kept :]
        if shown:
            first = len(self._shown)
            self.beginInsertRows(QModelIndex(), first, first + len(shown) - 1)
            self._shown += shown
            self.endInsertRows()

    def filter(self, words: str, *, writes_only: bool) -> None:
        """Show only calls in which all of the words are, or only those that may change something."""
        self.beginResetModel()
        self._words, self._writes_only = tuple(words.casefold().split()), writes_only
        self._shown = [call for call in self._all if self._fits(call)]
        self.endResetModel()

    def lines(self, rows: Iterable[int]) -> str:
        """Return rows as lines of words between tabs, the headings first."""
        lines = [[say(heading) for heading in HEADINGS]]
        lines += [self._words_of(self._shown[row]) for row in rows]
        return "\n".join("\t".join(line) for line in lines)

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many calls are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how much is told of a call."""
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands in a place of the table."""
        call = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._words_of(call)[index.column()]
            case Qt.ItemDataRole.ForegroundRole:
                colour = _COLOURS.get(index.column(), _plain)(call)
                return QColor(getattr(style.colours(), colour)) if colour else None
            case Qt.ItemDataRole.TextAlignmentRole if index.column() == MILLISECONDS:
                return int(RIGHT)
            case _:
                return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return what a column is called."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return say(HEADINGS[section])
        return None

    # Inside

    def _words_of(self, call: Heard) -> list[str]:
        outcome = (call.code or self._done) if call.made else self._not_called
        return [
            _clock(int(call.at.timestamp())),
            call.service,
            call.operation,
            self._changes if call.writes else self._reads,
            str(call.milliseconds) if call.made else "",
            outcome,
            call.region,
            call.request_id,
        ]

    def _fits(self, call: Heard) -> bool:
        if self._writes_only and not call.writes:
            return False
        if not self._words:
            return True
        said = f"{call.service}:{call.operation} {call.region} {call.request_id} {call.code}"
        return all(word in said.casefold() for word in self._words)

    def _let_go(self) -> None:
        too_many = len(self._all) - self._kept
        if too_many <= 0:
            return
        del self._all[:too_many]
        oldest = self.last - len(self._all) + 1
        gone = sum(1 for call in self._shown[:too_many] if call.number < oldest)
        if gone:
            self.beginRemoveRows(QModelIndex(), 0, gone - 1)
            del self._shown[:gone]
            self.endRemoveRows()


@lru_cache(maxsize=1024)
def _clock(second: int) -> str:
    return moment(datetime.fromtimestamp(second, UTC))


def _plain(_: Heard) -> str:
    return ""


_COLOURS: dict[int, Callable[[Heard], str]] = {
    KIND: lambda call: "accent" if call.writes else "muted",
    OUTCOME: lambda call: "bad" if call.code else "ok",
    REQUEST: lambda _: "muted",
    TIME: lambda _: "muted",
}
