"""Buttons: what Enter presses too, with a picture in the colour of the text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
)

from ssmwizard.ui import style
from ssmwizard.ui.language import tip

NARROW = 170


class Button(QPushButton):
    """A button that Enter presses too, with a picture in the colour of its text.

    ``look``: ``""``, ``primary``, ``danger``, ``quiet`` or ``chip``.
    """

    def __init__(
        self,
        said: str,
        pressed: Callable[[], object] | None = None,
        *,
        icon: str = "",
        look: str = "",
        name: str = "",
    ) -> None:
        super().__init__(said)
        self._icon, self._look = icon, look
        self.setText(said)
        self.setAutoDefault(True)
        self.setObjectName(name)
        self.setProperty("look", look)
        if look in ("quiet", "primary", "danger"):
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        if pressed is not None:
            self.clicked.connect(lambda: pressed())  # noqa: PLW0108 - the signal carries an argument
        self._draw()

    def setText(self, said: str) -> None:
        """Show another text, a little apart from the picture."""
        self.setAccessibleName(said.replace("&", ""))
        super().setText(f" {said}" if self._icon and said else said)

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew when the colours changed."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.EnabledChange):
            self._draw()
        super().changeEvent(event)

    def set_icon(self, icon: str) -> None:
        """Show another picture."""
        self._icon = icon
        self._draw()

    def _draw(self) -> None:
        if not self._icon:
            return
        found = style.colours()
        colour = {
            "primary": found.accent_text,
            "danger": found.accent_text,
            "quiet": found.link,
        }.get(self._look, found.text)
        if not self.isEnabled():
            colour = found.edge
        self.setIcon(style.icon(self._icon, colour, found.surface))


class LongButton(Button):
    """A button whose text gives way where there is little room; the tool tip has all of it."""

    def __init__(
        self,
        said: str,
        pressed: Callable[[], object],
        *,
        icon: str = "",
        look: str = "",
        name: str = "",
    ) -> None:
        self._whole = said
        super().__init__(said, pressed, icon=icon, look=look, name=name)
        self.setToolTip(tip(said))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._wanted = super().sizeHint()

    def sizeHint(self) -> QSize:
        """Return the size with all of the text."""
        return self._wanted

    def minimumSizeHint(self) -> QSize:
        """Return a size with some of the text."""
        return self._wanted.boundedTo(QSize(NARROW, self._wanted.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the text as there is room for."""
        super().resizeEvent(event)
        lacking = self._wanted.width() - self.width()
        metrics = self.fontMetrics()
        room = metrics.horizontalAdvance(self._whole) - max(0, lacking)
        shown = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        QPushButton.setText(self, f" {shown if lacking > 0 else self._whole}")
