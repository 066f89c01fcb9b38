"""Two sides of a file in rows that stand beside each other, with what differs and what was found marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QColor, QFontDatabase, QFontMetrics, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ssmwizard.model.text import N_
from ssmwizard.ui import style
from ssmwizard.ui.clipboard import copy
from ssmwizard.ui.language import tr

if TYPE_CHECKING:
    from ssmwizard.app.side_by_side import Page, Row

Index = QModelIndex | QPersistentModelIndex
HERE, THERE = 0, 1
INDENT, LEAST = 8, 24


class SideModel(QAbstractTableModel):
    """The rows of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def take(self, rows: tuple[Row, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of sides."""
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell; for a screen reader also whether it differs."""
        row = self.rows[index.row()]
        said = row.here if index.column() == HERE else row.there
        if role == Qt.ItemDataRole.DisplayRole:
            return said
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr(N_("Differs: {line}"), line=said) if row.differs else said
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return which side it is."""
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return (tr(N_("As it is")), tr(N_("As it will be sent")))[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class SideTable(QTableView):
    """Moves row by row; Ctrl+C copies the row of the side that the focus is on."""

    def __init__(self) -> None:
        super().__init__()
        self.sides = SideModel()
        self.words = ""
        self.setModel(self.sides)
        self.setObjectName("sides")
        self.setAccessibleName(tr(N_("As it is, beside as it will be sent")))
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setItemDelegate(_Marks(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalHeader().hide()
        lines = self.verticalHeader()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setMinimumSectionSize(1)
        lines.setDefaultSectionSize(QFontMetrics(self.font()).height() + 3)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)

    def letters(self) -> int:
        """Return how many letters a row of a side has room for."""
        room = self.viewport().width() // 2 - 3 * INDENT
        return max(LEAST, room // max(1, QFontMetrics(self.font()).horizontalAdvance("0")))

    def take(self, page: Page, words: str) -> None:
        """Show a page."""
        self.words = words
        self.sides.take(page.rows)
        self.go_to(0)

    def place(self) -> int:
        """Return the row that the keyboard stands on."""
        return self.currentIndex().row()

    def go_to(self, place: int) -> None:
        """Stand on a row of the side that is sent, and show it."""
        index = self.sides.index(place, THERE)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what is selected; Enter is left to the dialog."""
        if event.matches(QKeySequence.StandardKey.Copy):
            places = sorted(self.selectedIndexes(), key=lambda one: (one.column(), one.row()))
            copy("\n".join(str(one.data()) for one in places))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Marks(QStyledItemDelegate):
    """Paints a row of text over its marks: a ground, and a line below for who sees no colours."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | Any
    ) -> None:
        """Paint one side of a row."""
        table = self.parent()
        assert isinstance(table, SideTable)
        row = table.sides.rows[index.row()]
        here = index.column() == HERE
        said = row.here if here else row.there
        colours = style.colours()
        area, metrics = option.rect, QFontMetrics(option.font)
        painter.save()
        if not here:
            painter.fillRect(
                QRect(area.left(), area.top(), 1, area.height()), QColor(colours.border)
            )
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(colours.accent_soft))

        def mark(span: tuple[int, int], ground: str, edge: str) -> None:
            left = area.left() + INDENT + metrics.horizontalAdvance(said[: span[0]])
            wide = metrics.horizontalAdvance(said[span[0] : span[1]])
            painter.fillRect(QRect(left, area.top(), wide, area.height()), QColor(ground))
            painter.fillRect(QRect(left, area.bottom() - 1, wide, 2), QColor(edge))

        for span in row.marks_here if here else row.marks_there:
            mark(span, colours.warn_soft, colours.warn)
        for span in () if here else row.found:
            mark(span, colours.ok_soft, colours.ok)
        painter.setFont(option.font)
        painter.setPen(QColor(colours.text))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        inside = area.adjusted(INDENT, 0, 0, 0)
        painter.drawText(inside, int(flags | Qt.TextFlag.TextSingleLine), said)
        painter.restore()
