"""The rail on the left: the six steps, each with its state as picture, shape and word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ssmwizard.app.wizard import TITLES, Step, StepState, Wizard
from ssmwizard.model.text import N_
from ssmwizard.ui import style
from ssmwizard.ui.language import say, tr

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

_STATE, _SUBTITLE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_PICTURES = {
    StepState.NOT_REACHED: ("not-reached", "edge"),
    StepState.CURRENT: ("current", "muted"),
    StepState.BUSY: ("busy", "accent"),
    StepState.DONE: ("passed", "ok"),
    StepState.ATTENTION: ("warning", "warn"),
    StepState.FAILED: ("failed", "bad"),
}
ROW_HEIGHT = 58


class Rail(QListWidget):
    """The steps as a list; ``asked`` carries the step to go to."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_Steps(self))
        self.setAccessibleName(tr(N_("Steps")))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        for step in Step:
            item = QListWidgetItem(say(TITLES[step]), self)
            item.setData(_STATE, StepState.NOT_REACHED)
        self.itemClicked.connect(self._ask)
        self.itemActivated.connect(self._ask)

    def show_state(self, wizard: Wizard, told: dict[Step, str]) -> None:
        """Show where every step stands; ``told`` says it in a word or two."""
        for step in Step:
            item, state = self.item(step), wizard.state(step)
            item.setData(_STATE, state)
            item.setData(_SUBTITLE, told[step])
            flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
            item.setFlags(flags if wizard.open(step) else Qt.ItemFlag.NoItemFlags)
            title = say(TITLES[step])
            spoken = tr(N_("Step {number}, {title}: {state}"))
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                spoken.format(number=step + 1, title=title, state=told[step]),
            )
            item.setToolTip(tr(N_("{title} (Ctrl+{number})"), title=title, number=step + 1))
        self.setCurrentRow(wizard.step)

    def _ask(self, item: QListWidgetItem) -> None:
        self.asked.emit(Step(self.row(item)))


class _Steps(QStyledItemDelegate):
    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(190, ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        view: QWidget = option.widget
        box: QRect = option.rect.adjusted(10, 3, -10, -3)
        state: QStyle.StateFlag = option.state
        found = style.colours()
        step_state = index.data(_STATE)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(found.surface if selected else found.hover))
            painter.drawRoundedRect(box, 9, 9)
        if state & QStyle.StateFlag.State_HasFocus and view.hasFocus():
            painter.setPen(QPen(QColor(found.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
        name, role = _PICTURES[StepState(step_state)]
        ratio = view.devicePixelRatioF()
        picture = style.pixmap(name, getattr(found, role), 20, ratio, found.surface)
        painter.drawPixmap(box.left() + 12, box.center().y() - 9, picture)
        self._write(painter, option, index, box.adjusted(44, 0, -8, 0), selected)
        painter.restore()

    def _write(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        box: QRect,
        selected: bool,
    ) -> None:
        found = style.colours()
        base = option.font
        reached = index.data(_STATE) != StepState.NOT_REACHED
        half = box.height() // 2
        for part, said, font, colour in (
            (
                box.adjusted(0, 6, 0, -half),
                index.data(Qt.ItemDataRole.DisplayRole),
                style.scaled(base, 1.05, bold=selected),
                found.text if reached else found.muted,
            ),
            (
                box.adjusted(0, half, 0, -6),
                index.data(_SUBTITLE) or "",
                style.scaled(base, 0.86),
                found.muted,
            ),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            fits = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, part.width())
            painter.drawText(part, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fits)
