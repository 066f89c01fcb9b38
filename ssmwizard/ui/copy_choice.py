"""Which of several copies of a program is used for what is started from here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from ssmwizard.model.text import N_
from ssmwizard.ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ssmwizard.model.computer import Tool


class CopyChoice(QComboBox):
    """Offers the copies, and the one that a terminal starts; it is remembered."""

    def __init__(
        self, title: str, copies: Sequence[Tool], chosen: str, choose: Callable[[str], object]
    ) -> None:
        super().__init__()
        self.setObjectName("copy-choice")
        self.setAccessibleName(tr(N_("Copy of {program} that is used"), program=title))
        self.setToolTip(
            tr(N_("For what is started from here; terminals start what they find first."))
        )
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(24)
        self.addItem(tr(N_("The one that a terminal starts")), "")
        for tool in copies:
            self.addItem(f"{tool.version or '—'}  {tool.path}", tool.path)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.activated.connect(lambda _: choose(str(self.currentData())))
