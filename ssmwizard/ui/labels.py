"""Pictures and texts."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QAction,
    QClipboard,
    QFontDatabase,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QLabel,
    QSizePolicy,
    QWidget,
)

from ssmwizard.app.shown import tame
from ssmwizard.model.text import N_
from ssmwizard.ui import style
from ssmwizard.ui.clipboard import copy
from ssmwizard.ui.language import tr

SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)

_BREAK = "\u200b"

_SEPARATOR = re.compile(r"([/:,._=-])")

_LONG_WORD = re.compile(r"[A-Za-z]{20,}")

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
# A fingerprint, and eight digits of it.
_FINGERPRINT = re.compile(r"\b(?:[0-9A-Fa-f]{8}){4,}\b")
_EIGHT = re.compile(r"[0-9A-Fa-f]{8}")


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


class _Plain(QLabel):
    """A text that nothing in it makes anything else."""

    def __init__(self, said: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(said)

    def setText(self, said: str) -> None:
        """Show another text."""
        super().setText(tame(said))


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
    made = Selectable(said) if select else _Plain(said)
    made.setWordWrap(wrap)
    made.setProperty("look", look)
    if factor != 1.0 or bold:
        made.setFont(style.scaled(made.font(), factor, bold=bold))
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


class Elided(QLabel):
    """One line that leaves out its middle where there is little room; copied nowhere."""

    def __init__(self, look: str) -> None:
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", look)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, said: str) -> None:
        """Show another text, as much of it as there is room for."""
        self._whole = tame(said)
        self.setAccessibleName(self._whole)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for now."""
        super().resizeEvent(event)
        self._show()

    def _show(self) -> None:
        elide = Qt.TextElideMode.ElideMiddle
        super().setText(self.fontMetrics().elidedText(self._whole, elide, self.width()))


def breaking(said: str) -> str:
    """Let identifiers break after their separators; not for what is copied."""
    apart = _FINGERPRINT.sub(lambda found: _BREAK.join(_EIGHT.findall(found[0])), said)
    return _SEPARATOR.sub(f"\\1{_BREAK}", apart)


def humped(said: str) -> str:
    """Let long words that are made of words break between these."""
    return _LONG_WORD.sub(lambda word: _HUMP.sub(_BREAK, word[0]), said)


class Selectable(QLabel):
    """What can be selected and copied. It may break where it has to; what is copied has no breaks."""

    def __init__(self, said: str, broken: Callable[[str], str] = humped) -> None:
        super().__init__()
        self._broken = broken
        self.setText(said)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(SELECTABLE)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        action = QAction(tr(N_("Copy")), self)
        action.triggered.connect(self.copy_selection)
        self.addAction(action)

    def setText(self, said: str) -> None:
        """Show another text."""
        self.setAccessibleName(tame(said))
        super().setText(self._broken(tame(said)))

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


class Code(Selectable):
    """What is copied letter by letter."""

    def __init__(self, said: str, *, wrap: bool = True) -> None:
        super().__init__(said, _everywhere if wrap else str)
        self.setWordWrap(wrap)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(self.font().pointSizeF() * 0.95)
        self.setFont(fixed)


def _everywhere(said: str) -> str:
    return humped(breaking(said))


def code(said: str, *, wrap: bool = True) -> QLabel:
    """Make a label for what is copied letter by letter."""
    return Code(said, wrap=wrap)


def pill(said: str, look: str = "pill") -> QLabel:
    """Make a short word on a ground of its own."""
    made = label(said, look, wrap=False, factor=0.9)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return made
