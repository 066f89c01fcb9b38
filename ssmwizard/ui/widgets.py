"""The few kinds of widget that the pages are made of."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import (
    QAction,
    QClipboard,
    QFontDatabase,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ssmwizard.model.text import N_
from ssmwizard.ui import style
from ssmwizard.ui.language import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QBoxLayout

GAP = 12
POUR_SECONDS = 0.012
SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
_BREAK = "\u200b"
_SEPARATOR = re.compile(r"([/:,._=-])")


class IconLabel(QLabel):
    """A picture that keeps to the colours of the window; ``role`` is a member of ``Colours``."""

    def __init__(self, name: str, role: str, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._role, self._size = name, role, size
        self.setFixedSize(size, size)
        self._draw()

    def show_icon(self, name: str, role: str) -> None:
        """Show another picture."""
        if (name, role) != (self._name, self._role):
            self._name, self._role = name, role
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew when the colours changed."""
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        found = style.colours()
        colour = getattr(found, self._role)
        ratio = self.devicePixelRatioF()
        self.setPixmap(style.pixmap(self._name, colour, self._size, ratio, found.surface))


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


class Card(QFrame):
    """A ground that holds together what belongs together; ``look`` as in the style sheet."""

    def __init__(self, *items: QWidget | QLayout, look: str = "card", margin: int = 16) -> None:
        super().__init__()
        self.setProperty("look", look)
        self.body = column(*items)
        self.body.setContentsMargins(margin, margin - 2, margin, margin - 2)
        self.setLayout(self.body)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setSizePolicy(policy)


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

    def refill(self, *items: QWidget) -> None:
        """Show other things, from the top."""
        self.pour(items)

    def pour(self, items: Iterable[QWidget]) -> None:
        """Show other things as they are made, a few at a time: many would hold the window's thread."""
        clear(self.column)
        self._rest = iter(items)
        self._pour_on(self._rest)

    def _pour_on(self, rest: Iterator[QWidget]) -> None:
        if rest is not self._rest:
            return
        end = time.perf_counter() + POUR_SECONDS
        for item in rest:
            self.column.addWidget(item)
            item.show()  # at once: else the page is empty until the layout does it
            if time.perf_counter() > end:
                QTimer.singleShot(0, self, lambda: self._pour_on(rest))
                return
        self.column.addStretch(1)


def keep_in_view(focused: QObject | None) -> None:
    """Scroll to what has got the focus, where it lies in a scroll area."""
    if not isinstance(focused, QWidget):
        return
    above = focused.parentWidget()
    while above is not None:
        if isinstance(above, Scroll):
            above.ensureWidgetVisible(focused, 20, 40)
        above = above.parentWidget()


def label(
    said: str,
    look: str = "",
    *,
    factor: float = 1.0,
    bold: bool = False,
    wrap: bool = True,
    select: bool = False,
) -> QLabel:
    """Make a label; plain text only, whatever is in it."""
    made = QLabel(said)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    made.setProperty("look", look)
    if factor != 1.0 or bold:
        made.setFont(style.scaled(made.font(), factor, bold=bold))
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    if select:
        made.setTextInteractionFlags(SELECTABLE)
    return made


class Code(QLabel):
    """What is copied letter by letter. It breaks after its separators; what is copied has no breaks."""

    def __init__(self, said: str, *, wrap: bool = True) -> None:
        super().__init__(_SEPARATOR.sub(f"\\1{_BREAK}", said) if wrap else said)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setTextInteractionFlags(SELECTABLE)
        self.setAccessibleName(said)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        action = QAction(tr(N_("Copy")), self)
        action.triggered.connect(self.copy_selection)
        self.addAction(action)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(self.font().pointSizeF() * 0.95)
        self.setFont(fixed)

    def copy_selection(self) -> None:
        """Copy what is selected, all of it if nothing is."""
        copy((self.selectedText() or self.text()).replace(_BREAK, ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy without the breaks."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Offer the selection without the breaks, where selecting is copying."""
        super().mouseReleaseEvent(event)
        clipboard = QGuiApplication.clipboard()
        if self.hasSelectedText() and clipboard.supportsSelection():
            selected = self.selectedText().replace(_BREAK, "")
            clipboard.setText(selected, QClipboard.Mode.Selection)


def code(said: str, *, wrap: bool = True) -> QLabel:
    """Make a label for what is copied letter by letter."""
    return Code(said, wrap=wrap)


def pill(said: str, look: str = "pill") -> QLabel:
    """Make a short word on a ground of its own."""
    made = label(said, look, wrap=False, factor=0.9)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return made


def line() -> QFrame:
    """Make a thin line across."""
    made = QFrame()
    made.setProperty("look", "line")
    return made


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


def copy(said: str) -> None:
    """Put a text on the clipboard."""
    QGuiApplication.clipboard().setText(said)
