"""The strip that says, without being asked, that a change was left unfinished."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from ssmwizard.model.text import N_
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.footer import announce
from ssmwizard.ui.labels import IconLabel, label
from ssmwizard.ui.language import both_times, say, tr
from ssmwizard.ui.layout import row, set_look

if TYPE_CHECKING:
    from ssmwizard.outside.journal_entries import Entry


class RecoveryNotice(QFrame):
    """Names the newest of the entries that were left open, and leads to it; hidden without any."""

    def __init__(self, show: Callable[[Entry], object]) -> None:
        super().__init__()
        self.setObjectName("recovery-notice")
        set_look(self, "warn")
        self._show = show
        self._entry: Entry | None = None
        self.said = label("", select=True)
        self.see = Button(tr(N_("&What happened …")), self._see, icon="undo", name="see-unfinished")
        strip = row(IconLabel("warning", "warn", 22), self.said, self.see, gap=12)
        strip.setStretch(1, 1)
        strip.setContentsMargins(28, 8, 14, 8)
        self.setLayout(strip)
        self.hide()

    def tell(self, left: tuple[Entry, ...]) -> None:
        """Tell of these entries; of none, be hidden."""
        self._entry = left[0] if left else None
        self.setVisible(bool(left))
        if not left:
            return
        title, when = say(left[0].title), both_times(left[0].at)
        said = tr(N_("A change was not finished: {title}, {when}."), title=title, when=when)
        if len(left) > 1:
            others = tr("There are %n more.", "There is %n more.", len(left) - 1)
            said = f"{said} {others}"
        self.said.setText(said)
        announce(self, said)

    def _see(self) -> None:
        if self._entry is not None:
            self._show(self._entry)
