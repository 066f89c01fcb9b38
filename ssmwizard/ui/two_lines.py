"""List entries of two lines: a picture, a title that may take two rows, a quiet line below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ssmwizard.ui import style

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    Index = QModelIndex | QPersistentModelIndex

DATA = Qt.ItemDataRole.UserRole
_SUBTITLE, _PICTURE, _BOLD = DATA + 1, DATA + 2, DATA + 3
ICON, LEFT, RIGHT, TOP = 22, 46, 12, 8
TITLE_ROWS = 2
BATCH = 60


class TwoLines(QListWidget):
    """A list of such entries; what an entry stands for is its ``DATA``."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        # A thousand nodes at once would hold the window's thread.
        self.setLayoutMode(QListWidget.LayoutMode.Batched)
        self.setBatchSize(BATCH)

    def entry(
        self,
        picture: tuple[str, str],
        title: str,
        subtitle: str,
        data: object,
        *,
        spoken: str = "",
        bold: bool = False,
    ) -> QListWidgetItem:
        """Add an entry. ``picture``: its name and its colour's role; ``spoken``: for screen readers."""
        item = _Entry(picture, title, subtitle, data, spoken or f"{title}. {subtitle}", bold=bold)
        self.addItem(item)
        return item

    def picture(self, item: QListWidgetItem, picture: tuple[str, str]) -> None:
        """Show another picture."""
        if isinstance(item, _Entry):
            item.picture = picture
            self.viewport().update()

    def bold(self, item: QListWidgetItem, *, bold: bool) -> None:
        """Show the title in bold, or not."""
        if isinstance(item, _Entry):
            item.bold = bold
            self.viewport().update()


class _Entry(QListWidgetItem):
    """An item that answers from Python, which is quicker to make than one with data for each role."""

    def __init__(
        self,
        picture: tuple[str, str],
        title: str,
        subtitle: str,
        data: object,
        spoken: str,
        *,
        bold: bool,
    ) -> None:
        super().__init__()
        self.picture, self.bold = picture, bold
        self._title, self._subtitle, self._data, self._spoken = title, subtitle, data, spoken

    def data(self, role: int) -> Any:
        """Return what is shown, or what the entry stands for."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._title
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken
            case _ if role == DATA:
                return self._data
            case _ if role == _SUBTITLE:
                return self._subtitle
            case _ if role == _PICTURE:
                return self.picture
            case _ if role == _BOLD:
                return self.bold
            case _:
                return super().data(role)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListWidget) else 200
        fonts = self._fonts(option, index)
        box = QRect(0, 0, width - LEFT - RIGHT, 1000)
        rows = self._title_height(option, index, box)
        below = QFontMetrics(fonts[1]).lineSpacing() if index.data(_SUBTITLE) else 0
        return QSize(100, rows + below + 2 * TOP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, found = option.widget, style.colours()
        box = option.rect.adjusted(2, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            focused = view.hasFocus()
            edge = QPen(QColor(found.accent), 2) if focused else QPen(Qt.PenStyle.NoPen)
            painter.setPen(edge)
            painter.setBrush(QColor(found.accent_soft))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(found.hover))
            painter.drawRoundedRect(box, 7, 7)
        name, role = index.data(_PICTURE)
        ratio = view.devicePixelRatioF()
        picture = style.pixmap(name, getattr(found, role), ICON, ratio, found.surface)
        painter.drawPixmap(box.left() + 11, box.center().y() - ICON // 2, picture)
        title, small = self._fonts(option, index)
        inner = box.adjusted(LEFT - 2, TOP - 1, -RIGHT + 2, 0)
        height = self._title_height(option, index, inner)
        painter.setFont(title)
        painter.setPen(QColor(found.text))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        upper = QRect(inner.left(), inner.top(), inner.width(), height)
        painter.drawText(upper, int(flags), index.data(Qt.ItemDataRole.DisplayRole))
        lower = inner.adjusted(0, height + 1, 0, 0)
        painter.setFont(small)
        painter.setPen(QColor(found.muted))
        fits = painter.fontMetrics().elidedText(
            index.data(_SUBTITLE) or "", Qt.TextElideMode.ElideRight, lower.width()
        )
        painter.drawText(lower, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), fits)
        painter.restore()

    def _fonts(self, option: QStyleOptionViewItem, index: Index) -> tuple[QFont, QFont]:
        base = option.font
        return style.scaled(base, 1.0, bold=bool(index.data(_BOLD))), style.scaled(base, 0.88)

    def _title_height(self, option: QStyleOptionViewItem, index: Index, box: QRect) -> int:
        metrics = QFontMetrics(self._fonts(option, index)[0])
        title = index.data(Qt.ItemDataRole.DisplayRole)
        if metrics.horizontalAdvance(title) <= box.width():
            return metrics.lineSpacing()
        wanted = metrics.boundingRect(
            QRect(0, 0, box.width(), 1000),
            int(Qt.TextFlag.TextWordWrap),
            title,
        ).height()
        return min(wanted, metrics.lineSpacing() * TITLE_ROWS)
