"""What is in a bundle: as it is here, beside as it will be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QComboBox, QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from ssmwizard.model.text import N_
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.labels import label
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import GAP, column, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ssmwizard.app.bundle_parts import Part

WIDTH, HEIGHT = 1000, 660
# More of a file would keep the window busy; whoever wants all of it opens the saved bundle.
MOST_LETTERS = 200_000


class PartsDialog(QDialog):
    """One file at a time, on the left as it is and on the right as it will be sent."""

    def __init__(self, parent: QWidget, sent: Sequence[Part], as_it_is: Sequence[Part]) -> None:
        super().__init__(parent)
        self._sent = {part.name: part for part in sent}
        self._whole = {part.name: part for part in as_it_is}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr(N_("What is sent")))
        self.file = QComboBox()
        self.file.setObjectName("file")
        self.file.setAccessibleName(tr(N_("File of the bundle")))
        for part in sent:
            self.file.addItem(f"{part.name} · {say(part.says)}", part.name)
        self.file.currentIndexChanged.connect(self._show)
        self.here = _text(tr(N_("As it is")), "as-it-is")
        self.there = _text(tr(N_("As it will be sent")), "as-sent")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 20, 24, 16)
        inside.setSpacing(GAP)
        inside.addWidget(self.file)
        left = column(label(tr(N_("As it is")), bold=True), self.here, gap=6)
        right = column(label(tr(N_("As it will be sent")), bold=True), self.there, gap=6)
        across = row(left, right, gap=16)
        across.setStretch(0, 1)
        across.setStretch(1, 1)
        inside.addLayout(across, 1)
        close = Button(tr(N_("Close")), self.accept, name="close")
        inside.addLayout(row(None, close))
        self.here.verticalScrollBar().valueChanged.connect(self.there.verticalScrollBar().setValue)
        self.resize(min(WIDTH, parent.window().width()), min(HEIGHT, parent.window().height()))
        self._show()
        self.file.setFocus()

    def _show(self) -> None:
        name = self.file.currentData()
        self.here.setPlainText(_content(self._whole.get(name)))
        self.there.setPlainText(_content(self._sent.get(name)))


def _text(said: str, name: str) -> QPlainTextEdit:
    text = QPlainTextEdit()
    text.setObjectName(name)
    text.setProperty("look", "code")
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    text.setAccessibleName(said)
    return text


def _content(part: Part | None) -> str:
    if part is None or not part.wanted:
        return tr(N_("This file is left out."))
    said = part.content.decode(errors="replace")
    if len(said) <= MOST_LETTERS:
        return said
    return said[:MOST_LETTERS] + tr(N_("\n… the rest is in the saved bundle."))
