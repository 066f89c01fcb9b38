"""List entries of two lines: a picture, a title that may take two rows, a quiet line below."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ssmwizard.app.shown import tame
from ssmwizard.ui import style
from ssmwizard.ui.language import tip

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    Index = QModelIndex | QPersistentModelIndex

_SUBTITLE, _PICTURE, _BOLD = (Qt.ItemDataRole.UserRole + place for place in range(3))
ICON, LEFT, RIGHT, TOP = 22, 46, 12, 8
TITLE_ROWS = 2
BATCH = 60


@dataclass(slots=True)
class Entry:
    """What stands in one line of the list.

    ``picture``: its name and its colour's role; ``data``: what the entry stands for; ``tip``: what the
    mouse is told, where that is not the title.
    """

    picture: tuple[str, str]
    title: str
    subtitle: str
    data: Any
    tip: str = ""
    bold: bool = False


class TwoLines(QListView):
    """A list of such entries that stays quick with ten thousand of them.

    ``moved`` says that another entry is the current one, ``asked`` that one was clicked or Enter was
    pressed on it.
    """

    moved = Signal()
    asked = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._model = _Entries(self)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        # Many at once would hold the window's thread.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(BATCH)
        self.activated.connect(self._ask)
        self.clicked.connect(self._ask)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return all entries."""
        return tuple(self._model.entries)

    @property
    def current(self) -> Entry | None:
        """Return the entry on which the keyboard stands."""
        index = self.currentIndex()
        return self._model.entries[index.row()] if index.isValid() else None

    def inner_width(self) -> int:
        """Return how wide the entries are beside a scroll bar."""
        return self.width() - 2 * self.frameWidth() - self.verticalScrollBar().sizeHint().width()

    def fill(self, entries: Iterable[Entry], place: int | None = None) -> None:
        """Show other entries, with one of them as the current one; says nothing of it."""
        self.blockSignals(True)
        self._model.take(entries)
        if place is not None:
            self.setCurrentIndex(self._model.index(place))
        self.blockSignals(False)

    def go_to(self, place: int) -> None:
        """Make another entry the current one."""
        self.setCurrentIndex(self._model.index(place))

    def changed(self) -> None:
        """Draw the entries anew: something in them is another."""
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say that another entry is the current one."""
        super().currentChanged(current, previous)
        self.moved.emit()

    def _ask(self, index: QModelIndex) -> None:
        self.asked.emit(self._model.entries[index.row()])


class _Entries(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def take(self, entries: Iterable[Entry]) -> None:
        self.beginResetModel()
        self.entries = list(entries)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return tame(entry.title)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(entry.tip or entry.title)
            case Qt.ItemDataRole.AccessibleTextRole:
                return tame(f"{entry.title}. {entry.subtitle}")
            case _ if role == _SUBTITLE:
                return tame(entry.subtitle)
            case _ if role == _PICTURE:
                return entry.picture
            case _ if role == _BOLD:
                return entry.bold
            case _:
                return None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        # Whether there is a scroll bar is known only when all heights are: there might be one.
        width = view.inner_width() if isinstance(view, TwoLines) else 200
        fonts = self._fonts(option, index)
        box = QRect(0, 0, width - LEFT - RIGHT, 1000)
        rows = self._title_height(option, index, box)
        below = QFontMetrics(fonts[1]).lineSpacing() if index.data(_SUBTITLE) else 0
        return QSize(100, rows + below + 2 * TOP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, found = option.widget, style.colours()
        box = option.rect.adjusted(2, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            focused = view.hasFocus()
            edge = QPen(QColor(found.accent), 2) if focused else QPen(Qt.PenStyle.NoPen)
            painter.setPen(edge)
            painter.setBrush(QColor(found.accent_soft))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(found.hover))
            painter.drawRoundedRect(box, 7, 7)
        name, role = index.data(_PICTURE)
        ratio = view.devicePixelRatioF()
        picture = style.pixmap(name, getattr(found, role), ICON, ratio, found.surface)
        painter.drawPixmap(box.left() + 11, box.center().y() - ICON // 2, picture)
        title, small = self._fonts(option, index)
        inner = box.adjusted(LEFT - 2, TOP - 1, -RIGHT + 2, 0)
        height = self._title_height(option, index, inner)
        painter.setFont(title)
        painter.setPen(QColor(found.text))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        upper = QRect(inner.left(), inner.top(), inner.width(), height)
        painter.drawText(upper, int(flags), index.data(Qt.ItemDataRole.DisplayRole))
        lower = inner.adjusted(0, height + 1, 0, 0)
        painter.setFont(small)
        painter.setPen(QColor(found.muted))
        fits = painter.fontMetrics().elidedText(
            index.data(_SUBTITLE) or "", Qt.TextElideMode.ElideRight, lower.width()
        )
        painter.drawText(lower, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), fits)
        painter.restore()

    def _fonts(self, option: QStyleOptionViewItem, index: Index) -> tuple[QFont, QFont]:
        base = option.font
        return style.scaled(base, 1.0, bold=bool(index.data(_BOLD))), style.scaled(base, 0.88)

    def _title_height(self, option: QStyleOptionViewItem, index: Index, box: QRect) -> int:
        metrics = QFontMetrics(self._fonts(option, index)[0])
        title = index.data(Qt.ItemDataRole.DisplayRole)
        if metrics.horizontalAdvance(title) <= box.width():
            return metrics.lineSpacing()
        wanted = metrics.boundingRect(
            QRect(0, 0, box.width(), 1000),
            int(Qt.TextFlag.TextWordWrap),
            title,
        ).height()
        return min(wanted, metrics.lineSpacing() * TITLE_ROWS)
