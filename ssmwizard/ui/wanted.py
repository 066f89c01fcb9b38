"""The choice of what sessions are wanted for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from ssmwizard.model.features import FEATURES
from ssmwizard.model.text import N_
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.language import say, tr


class Wanted(Button):
    """A button that says what sessions are wanted for; its menu has every feature to tick."""

    def __init__(self, choose: Callable[[frozenset[str]], object]) -> None:
        super().__init__("", icon="terminal", look="quiet", name="wanted")
        self._choose = choose
        self.setToolTip(tr(N_("The verdict is about what is ticked here")))
        self.setAccessibleDescription(self.toolTip())
        menu = _StayingMenu(self)
        self.features: dict[str, QAction] = {}
        for feature in FEATURES:
            action = menu.addAction(say(feature.title))
            action.setCheckable(True)
            action.triggered.connect(self._ticked)
            self.features[feature.id] = action
        self.setMenu(menu)

    def show_features(self, wanted: frozenset[str]) -> None:
        """Show what is wanted."""
        for name, action in self.features.items():
            action.setChecked(name in wanted)
            # Sessions are wanted for something: the last tick stays.
            action.setEnabled(wanted != {name})
        titles = [say(feature.title) for feature in FEATURES if feature.id in wanted]
        # Another version of the program may know others.
        first, *others = titles or [", ".join(sorted(wanted))]
        more = len(others)
        told = tr("{first} and %n more", "{first} and %n more", more, first=first)
        self.setText(tr(N_("Sessions &for: {what}"), what=told if more else first))

    def _ticked(self) -> None:
        self._choose(frozenset(n for n, action in self.features.items() if action.isChecked()))


class _StayingMenu(QMenu):
    """A menu that stays open while things are ticked in it: by mouse, or with the space bar."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with the space bar; Enter ticks and closes, Esc closes."""
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action in self.actions():
            action.trigger()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick what the mouse is on."""
        action = self.actionAt(event.position().toPoint())
        if action in self.actions() and action.isEnabled():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)
