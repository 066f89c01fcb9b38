"""The tree of what goes into a bundle: ticks by mouse and keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeView

from ssmwizard.model.text import N_
from ssmwizard.ui import style
from ssmwizard.ui.language import tr
from ssmwizard.ui.parts_model import NAME, SIZE, Index, PartsModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex

    from ssmwizard.app.bundle_parts import Part

# A group with more files is folded at first.
MOST_OPEN = 12
MARK = 14
# The part of the width that names get where there is room.
NAMES = 0.42
WIDTHS = {NAME: 290, SIZE: 96}


class PartsTree(QTreeView):
    """Space ticks, the arrow keys open and close; ``wanted`` carries a file that is to be looked at."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.parts = PartsModel(self)
        self.setModel(self.parts)
        self.setObjectName("parts")
        self.setAccessibleName(tr(N_("What goes into the bundle")))
        self.setAccessibleDescription(
            tr(N_("Space ticks, the arrow keys open and close groups, Enter shows what is sent"))
        )
        self.setAllColumnsShowFocus(True)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(True)
        header = self.header()
        header.setSectionsMovable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        for section, width in WIDTHS.items():
            self.setColumnWidth(section, width)
        self.doubleClicked.connect(self._open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give names the room that there is."""
        super().resizeEvent(event)
        self.setColumnWidth(NAME, max(WIDTHS[NAME], round(self.viewport().width() * NAMES)))

    def take(self, parts: Sequence[Part]) -> None:
        """Show other parts; who stood on a row stays there."""
        here = self.parts.part(self.currentIndex())
        if not self.parts.take(parts):
            return
        for row in range(self.parts.rowCount()):
            group = self.parts.index(row, NAME)
            self.setExpanded(group, self.parts.rowCount(group) <= MOST_OPEN)
        place = self.parts.place(here.name) if here is not None else self.parts.index(0, NAME)
        self.setCurrentIndex(place if place.isValid() else self.parts.index(0, NAME))

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw whether a group is open in the colours of the window."""
        if self.parts.part(index) is None:
            found = style.colours()
            name = "chevron-down" if self.isExpanded(index) else "chevron-right"
            area = QRect(0, 0, MARK, MARK)
            area.moveCenter(rect.center())
            style.icon(name, found.muted, found.surface).paint(painter, area)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, Enter shows."""
        if event.key() == Qt.Key.Key_Space:
            self.parts.toggle(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        part = self.parts.part(index)
        if part is not None:
            self.wanted.emit(part.name)
