"""What stands on the left: the program's name, the rail, error messages, and the choice of colours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout

from ssmwizard.model.text import N_, Text, text
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.labels import IconLabel, label
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import column, row
from ssmwizard.ui.style import Theme

if TYPE_CHECKING:
    from ssmwizard.ui.rail import Rail

WIDTH = 214
_THEMES: Mapping[Theme, Text] = {
    Theme.SYSTEM: text(N_("Colours of the computer")),
    Theme.LIGHT: text(N_("Light")),
    Theme.DARK: text(N_("Dark")),
}


class Side(QFrame):
    """The left column of the window."""

    def __init__(
        self,
        rail: Rail,
        theme: Theme,
        choose: Callable[[Theme], object],
        explain: Callable[[], object],
        calls: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setFixedWidth(WIDTH)
        name = row(
            IconLabel("ssmwizard", "accent", 30),
            label("ssmwizard", factor=1.2, bold=True, wrap=False),
            None,
            gap=10,
        )
        name.setContentsMargins(20, 16, 12, 14)
        self.view = Button(tr(N_("&View")), icon="theme", look="quiet", name="view")
        self.view.setAccessibleDescription(tr(N_("Choose light or dark colours")))
        menu = QMenu(self.view)
        group = QActionGroup(menu)
        for each, said in _THEMES.items():
            action = menu.addAction(say(said))
            action.setCheckable(True)
            action.setChecked(each is theme)
            action.triggered.connect(_choosing(choose, each))
            group.addAction(action)
        self.view.setMenu(menu)
        self.explain = Button(
            tr(N_("&Error message …")),
            explain,
            icon="unknown",
            look="quiet",
            name="explain-message",
        )
        self.explain.setToolTip(tr(N_("Explain an error message (Ctrl+E)")))
        self.explain.setAccessibleDescription(self.explain.toolTip())
        self.calls = Button(tr(N_("Calls")), calls, icon="terminal", look="quiet", name="calls")
        self.calls.setCheckable(True)
        self.calls.setToolTip(tr(N_("Every call that is made, as it is made (Ctrl+L)")))
        self.calls.setAccessibleDescription(self.calls.toolTip())
        buttons = (self.explain, self.calls, self.view)
        below = column(*(row(button, None) for button in buttons), gap=2)
        below.setContentsMargins(14, 8, 12, 14)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(name)
        inside.addWidget(rail, 1)
        inside.addLayout(below)


def _choosing(choose: Callable[[Theme], object], theme: Theme) -> Callable[[], object]:
    return lambda: choose(theme)
