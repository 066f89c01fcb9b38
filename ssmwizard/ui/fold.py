"""Something that opens: a line that is always seen, and what is made when it is first opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ssmwizard.model.text import N_
from ssmwizard.ui.buttons import LongButton
from ssmwizard.ui.language import tr


class Fold(QWidget):
    """A button with a chevron, and below it what ``make`` returns, once it is asked for."""

    def __init__(self, said: str, make: Callable[[], QWidget], *, opened: bool = False) -> None:
        super().__init__()
        self._make = make
        self._inside: QWidget | None = None
        self.button = LongButton(said, self.turn, icon="chevron-right", look="line")
        self.button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.button.setAccessibleDescription(tr(N_("Closed")))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.button)
        if opened:
            self.turn()

    def turn(self) -> None:
        """Open what is closed, close what is open."""
        if self._inside is None:
            self._inside = self._make()
            self._column.addWidget(self._inside)
            opened = True
        else:
            opened = not self._inside.isVisibleTo(self)
            self._inside.setVisible(opened)
        self.button.set_icon("chevron-down" if opened else "chevron-right")
        self.button.setAccessibleDescription(tr(N_("Open")) if opened else tr(N_("Closed")))
