"""Asks before changes are allowed again, or says why they cannot be."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ssmwizard.model.text import N_, Text
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.labels import IconLabel, label
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import row

WIDTH, HEIGHT = 460, 165


class ReadOnlyDialog(QDialog):
    """A question with a safe answer on Enter; or, with ``why``, only what there is to say."""

    def __init__(self, parent: QWidget, allow: Callable[[], object], why: Text | None) -> None:
        super().__init__(parent)
        self._allow = allow
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr(N_("Read only")))
        if why is None:
            said = tr(N_("Allow changes again?"))
            more = tr(
                N_(
                    "This alone changes nothing: each change is still shown in full first, and made only when you confirm it."
                )
            )
            self.leave = Button(tr(N_("&Stay read-only")), self.reject, name="stay-read-only")
            yes = Button(tr(N_("&Allow changes")), self.accept, name="allow-changes")
            buttons = row(None, self.leave, yes, gap=10)
        else:
            said, more = tr(N_("Read-only mode cannot be turned off.")), say(why)
            self.leave = Button(tr(N_("C&lose")), self.reject, name="close")
            buttons = row(None, self.leave)
        head = row(IconLabel("lock", "accent", 24), label(said, factor=1.15, bold=True), gap=12)
        head.setStretch(1, 1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 20, 24, 16)
        inside.setSpacing(14)
        inside.addLayout(head)
        inside.addWidget(label(more, select=True))
        inside.addStretch(1)
        inside.addLayout(buttons)
        self.leave.setDefault(True)
        self.leave.setFocus()
        self.accepted.connect(self._allow)
        self.resize(WIDTH, HEIGHT)
