"""Things beside each other, below each other, and on a ground of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QBoxLayout

GAP = 12


class Card(QFrame):
    """A ground that holds together what belongs together; ``look`` as in the style sheet."""

    def __init__(self, *items: QWidget | QLayout, look: str = "card", margin: int = 16) -> None:
        super().__init__()
        self.setProperty("look", look)
        self.body = column(*items)
        self.body.setContentsMargins(margin, margin - 2, margin, margin - 2)
        self.setLayout(self.body)


def column(*items: QWidget | QLayout, gap: int = 8) -> QVBoxLayout:
    """Put things below each other."""
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(gap)
    for item in items:
        add(made, item)
    return made


def row(*items: QWidget | QLayout | None, gap: int = 8) -> QHBoxLayout:
    """Put things beside each other; None is a space that takes what is left."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(gap)
    for item in items:
        if item is None:
            made.addStretch(1)
        else:
            add(made, item)
    return made


def add(layout: QBoxLayout, item: QWidget | QLayout) -> None:
    """Add a widget or a layout to a layout."""
    if isinstance(item, QWidget):
        layout.addWidget(item)
    else:
        layout.addLayout(item)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def set_look(widget: QWidget, look: str) -> None:
    """Change which part of the style sheet a widget follows."""
    if widget.property("look") != look:
        widget.setProperty("look", look)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
