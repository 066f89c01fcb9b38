"""The table of nodes: ticks by mouse and keyboard, several rows at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ssmwizard.model.text import N_
from ssmwizard.ui import style
from ssmwizard.ui.clipboard import copy
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.nodes_model import NAME, REACH, STATE, NodesModel

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

WIDTHS = (150, 138, 166, 104, 70, 124, 84, 90)
ROW_HEIGHT = 34
# The picture of a state and the gaps beside it.
AROUND_STATE = 48


class NodesTable(QTableView):
    """Space ticks the selected rows, Ctrl+A selects all, Ctrl+C copies ids."""

    def __init__(self) -> None:
        super().__init__()
        self._icons: dict[str, QIcon] = {}
        self.nodes = NodesModel(self._icon, self)
        self.setModel(self.nodes)
        self.setAccessibleName(tr(N_("Nodes of the Region")))
        self.setAccessibleDescription(tr(N_("Space ticks the selected nodes")))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        for section, width in enumerate(WIDTHS):
            self.setColumnWidth(section, width)
        words = (self.fontMetrics().horizontalAdvance(say(shown[0])) for shown in REACH.values())
        self.setColumnWidth(STATE, max(WIDTHS[STATE], max(words) + AROUND_STATE))
        self.setSortingEnabled(True)
        self.sortByColumn(STATE, Qt.SortOrder.AscendingOrder)
        self.doubleClicked.connect(self._tick_one)

    def selected(self) -> list[int]:
        """Return the selected rows, the current one if none is."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return rows or ([self.currentIndex().row()] if self.currentIndex().isValid() else [])

    def begin(self) -> None:
        """Have a current row, so that the keyboard has something to stand on."""
        if not self.currentIndex().isValid() and self.nodes.rowCount():
            how = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self.nodes.index(0, NAME), how)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, Ctrl+C copies; Enter is left to the window."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.nodes.tick(self.selected())
        elif event.key() == Qt.Key.Key_C and control:
            copy("\n".join(self.nodes.node_id(place) for place in self.selected()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the pictures anew when the colours changed."""
        if event.type() == QEvent.Type.PaletteChange:
            self._icons.clear()
        super().changeEvent(event)

    def _tick_one(self, index: QModelIndex) -> None:
        if index.column() != NAME:
            self.nodes.tick([index.row()])

    def _icon(self, reach: str) -> QIcon:
        if reach not in self._icons:
            found = style.colours()
            _, picture, colour = REACH[reach]
            self._icons[reach] = style.icon(picture, getattr(found, colour), found.surface)
        return self._icons[reach]
