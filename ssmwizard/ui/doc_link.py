"""Links to pages of documentation, which the browser opens."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLayout

from ssmwizard.model.text import N_
from ssmwizard.ui.labels import IconLabel
from ssmwizard.ui.language import link, tip, tr
from ssmwizard.ui.layout import row


def doc_link(key: str, partition: str | None) -> QLayout:
    """Make a link to a page of the documentation."""
    address, title = link(key, partition or "aws")
    shown = QLabel(f'<a style="text-decoration: none" href="{escape(address)}">{escape(title)}</a>')
    shown.setTextFormat(Qt.TextFormat.RichText)
    shown.setWordWrap(True)
    shown.setTextInteractionFlags(
        Qt.TextInteractionFlag.LinksAccessibleByMouse
        | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    )
    shown.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    shown.setOpenExternalLinks(True)
    shown.setToolTip(tip(address))
    shown.setAccessibleName(title)
    shown.setAccessibleDescription(tr(N_("Opens the documentation in the browser")))
    across = row(IconLabel("open", "link", 15), shown, gap=7)
    across.setStretch(1, 1)
    return across
