"""A column that scrolls."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ssmwizard.ui.layout import GAP, clear

POUR_SECONDS = 0.004


class Scroll(QScrollArea):
    """A column that scrolls up and down, never sideways."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = QWidget()
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(0, 0, 6, 0)
        self.column.setSpacing(GAP)
        self.setWidget(self.inside)
        self._rest: Iterator[QWidget] = iter(())
        # A timer of its own lets input come first; a posted call would go before it.
        self._more = QTimer(self)
        self._more.setInterval(0)
        self._more.timeout.connect(self._turn)
        self._fresh = False

    def refill(self, *items: QWidget) -> None:
        """Show other things, from the top."""
        self.pour(items)

    def pour(self, items: Iterable[QWidget]) -> None:
        """Show other things as they are made, a few at a time: many would hold the window's thread."""
        clear(self.column)
        self.column.addStretch(1)
        self._rest = iter(items)
        self._fresh = True
        self._more.start()
        self._pour_on(0)  # the first at once: the page is not seen empty

    def bring(self, widget: QWidget) -> None:
        """Scroll so far that a widget is seen, or its beginning where it is higher than the room."""
        if widget.height() <= self.viewport().height():
            self.ensureWidgetVisible(widget, 20, 40)
            return
        top = widget.mapTo(self.inside, QPoint(0, 0)).y()
        self.verticalScrollBar().setValue(top)

    def _turn(self) -> None:
        """Go on, but not in the turn that began it, which has its layout and its painting to do."""
        if self._fresh:
            self._fresh = False
        else:
            self._pour_on(POUR_SECONDS)

    def _pour_on(self, seconds: float) -> None:
        end = time.perf_counter() + seconds
        for item in self._rest:
            self.column.insertWidget(self.column.count() - 1, item)
            item.show()  # at once: else the page is empty until the layout does it
            if time.perf_counter() > end:
                return
        self._more.stop()


def keep_in_view(focused: QObject | None) -> None:
    """Scroll to what has got the focus, where it lies in a scroll area."""
    if not isinstance(focused, QWidget):
        return
    above = focused.parentWidget()
    while above is not None:
        if isinstance(above, Scroll):
            above.bring(focused)
        above = above.parentWidget()
