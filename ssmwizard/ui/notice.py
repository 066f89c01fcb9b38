"""A strip that says what holds for the whole window."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from ssmwizard.model.text import Text
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.labels import IconLabel, label
from ssmwizard.ui.language import say
from ssmwizard.ui.layout import column, row


def notice_strip(
    title: Text,
    *more: Text,
    picture: tuple[str, str] = ("folder", "accent"),
    button: Button | None = None,
) -> QFrame:
    """Show one sentence in bold, and others below it; ``picture``: its name and colour."""
    strip = QFrame()
    strip.setObjectName("notice")
    words = column(label(say(title), bold=True), *(label(say(one), "muted") for one in more), gap=2)
    across = row(IconLabel(*picture, 22), words, gap=12)
    across.setStretch(1, 1)
    if button is not None:
        across.addWidget(button)
    across.setContentsMargins(28, 10, 20, 10)
    strip.setLayout(across)
    strip.setAccessibleName(" ".join(say(one) for one in (title, *more)))
    return strip
