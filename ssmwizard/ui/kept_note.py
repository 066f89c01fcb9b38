"""Says what became of the names that the stand-ins of a saved bundle stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ssmwizard.model.text import N_
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.footer import announce
from ssmwizard.ui.labels import label
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import column, row

if TYPE_CHECKING:
    from pathlib import Path

    from ssmwizard.app.bundle import Bundle
    from ssmwizard.app.translating import Keeping
    from ssmwizard.ui.jobs import Jobs, Ticket

KEEP = "keep-plainly"


class KeptNote(QWidget):
    """Where they are kept; or why they are not, and the way to keep them without a keyring."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._saved: tuple[Bundle, Path] | None = None
        self.said = label("", select=True)
        self.said.setObjectName("kept")
        self.keep = Button(tr(N_("&Keep it without encryption")), self.keep_plainly, name=KEEP)
        across = row(self.said, self.keep, gap=12)
        across.setStretch(0, 1)
        self.setLayout(column(across))
        self.hide()

    def tell(self, saved: Bundle, path: Path, kept: Keeping | None) -> None:
        """Say it; nothing of a bundle without stand-ins."""
        self._saved = (saved, path)
        self.said.setText(say(kept.says) if kept is not None else "")
        self.keep.setVisible(kept is not None and not kept.kept)
        self.setVisible(kept is not None)

    def keep_plainly(self) -> None:
        """Keep it in a file that is not encrypted."""
        if self._saved is None:
            return
        saved, path = self._saved

        def work(_: Ticket) -> Keeping | None:
            from ssmwizard.app import translating  # noqa: PLC0415 - loaded by saving

            return translating.keep(saved, path, None)

        def take(kept: Keeping | None) -> None:
            self.tell(saved, path, kept)
            self.said.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self.said.text())

        self._jobs.write(KEEP, work, take)
