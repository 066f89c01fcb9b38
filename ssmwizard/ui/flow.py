"""Puts things beside each other, and on a next line where there is no more room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget, QWidgetItem

# What may change where things stand, or how high they are together.
_MOVES = frozenset({QEvent.Type.Show, QEvent.Type.Resize, QEvent.Type.LayoutRequest})


class Flow(QWidget):
    """A row that wraps.

    It is no layout: Qt asks those for their height over and over, and each question to Python waits
    for the interpreter while another thread is busy. This one is as high as it was when it was last
    arranged.
    """

    def __init__(self, *widgets: QWidget, gap: int = 8) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._gap = gap
        self._items: list[QWidgetItem] = []
        for widget in widgets:
            self.add(widget)

    def add(self, widget: QWidget) -> None:
        """Add a widget at the end."""
        widget.setParent(self)
        self._items.append(QWidgetItem(widget))
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Arrange anew where the width or a widget has changed."""
        done = super().event(event)
        if event.type() in _MOVES:
            self._arrange()
        return done

    def _arrange(self) -> None:
        left = top = height = least = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wanted, smallest = item.sizeHint(), item.minimumSize().width()
            size = QSize(min(wanted.width(), max(self.width(), smallest)), wanted.height())
            if left > 0 and left + size.width() > self.width():
                left, top, height = 0, top + height + self._gap, 0
            item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + self._gap
            height, least = max(height, size.height()), max(least, smallest)
        self.setMinimumWidth(least)
        self.setFixedHeight(top + height)
