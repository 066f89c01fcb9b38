"""What the frame asks of every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ssmwizard.ui.labels import label
from ssmwizard.ui.layout import GAP, column

if TYPE_CHECKING:
    from ssmwizard.ui.conductor import Conductor


class Page(QWidget):
    """One step. It shows what the conductor's wizard says, and asks the conductor for everything."""

    def __init__(self, conductor: Conductor, title: str, question: str) -> None:
        super().__init__()
        self.conductor = conductor
        self.setAccessibleName(title)
        self.setAccessibleDescription(question)
        self.title = label(title, factor=1.7, bold=True)
        self.question = label(question, "muted")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(28, 22, 28, 12)
        self.body.setSpacing(GAP + 4)
        self.body.addLayout(column(self.title, self.question, gap=4))

    def show_state(self) -> None:
        """Show the wizard's state."""
        raise NotImplementedError

    def seal(self) -> None:
        """Take away what would look anew: the window shows a support bundle."""

    def first_focus(self) -> QWidget:
        """Return what has the focus when the page comes up."""
        raise NotImplementedError

    def search_field(self) -> QWidget | None:
        """Return the field that Ctrl+F leads to, None for a page that has none."""
        return None
