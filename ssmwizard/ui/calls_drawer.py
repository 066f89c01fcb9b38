"""The drawer with every call of the run, as it is made."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QTableView,
)

from ssmwizard.model.text import N_
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.calls_model import CallsModel
from ssmwizard.ui.clipboard import copy
from ssmwizard.ui.footer import announce
from ssmwizard.ui.labels import label
from ssmwizard.ui.language import tr
from ssmwizard.ui.layout import column, row

if TYPE_CHECKING:
    from ssmwizard.outside.call_log import CallLog, Counts

MILLISECONDS = 150
WIDTHS = (84, 70, 214, 76, 52, 150, 92)
ROW_HEIGHT = 24
SMALLEST, FIRST = 130, 240


class CallsDrawer(QFrame):
    """Looks into the log while it is open; calls are never waited for, nor do they wait."""

    def __init__(self, log: CallLog, close: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("calls-drawer")
        self._log = log
        self._close = close
        self.model = CallsModel(log.kept, self)
        self.table = _Table(self.model, self._copy_selected)
        self.counts = label("", "muted", wrap=False)
        self.counts.setObjectName("calls-counts")
        self.field = QLineEdit()
        self.field.setObjectName("calls-filter")
        self.field.setPlaceholderText(tr(N_("Filter, for example ssm or denied")))
        self.field.setAccessibleName(tr(N_("Filter the calls")))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._filter)
        self.writes = Button(tr(N_("Changes only")), self._filter, look="chip", name="calls-writes")
        self.writes.setCheckable(True)
        self.copy = Button(
            tr(N_("Copy all")), self._copy_all, icon="copy", look="quiet", name="calls-copy"
        )
        self.leave = Button(tr(N_("Close")), close, icon="cancel", look="quiet", name="calls-close")
        head = row(
            label(tr(N_("Calls")), bold=True, wrap=False),
            self.counts,
            self.field,
            self.writes,
            self.copy,
            self.leave,
            gap=10,
        )
        head.setStretch(2, 1)
        inside = column(head, self.table, gap=6)
        inside.setContentsMargins(28, 8, 20, 8)
        self.setLayout(inside)
        self.setMinimumHeight(SMALLEST)
        self._timer = QTimer(self)
        self._timer.setInterval(MILLISECONDS)
        self._timer.timeout.connect(self._look)

    def showEvent(self, event: QShowEvent) -> None:
        """Look into the log, now and from now on."""
        super().showEvent(event)
        self._look()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the log alone."""
        super().hideEvent(event)
        self._timer.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter stays here: it never goes on to the next step."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _look(self) -> None:
        calls, counts = self._log.since(self.model.last)
        if not calls and self.counts.text():
            return
        bar = self.table.verticalScrollBar()
        at_end = bar.value() == bar.maximum()
        self.model.add(calls)
        self.counts.setText(_told(counts))
        if at_end:
            self.table.scrollToBottom()

    def _filter(self) -> None:
        self.model.filter(self.field.text(), writes_only=self.writes.isChecked())
        self.table.scrollToBottom()

    def _copy_all(self) -> None:
        self._copied(range(self.model.rowCount()))

    def _copy_selected(self) -> None:
        self._copied(sorted(index.row() for index in self.table.selectionModel().selectedRows()))

    def _copied(self, rows: range | list[int]) -> None:
        copy(self.model.lines(rows))
        announce(self, tr("%n calls copied", "%n call copied", len(rows)))


class _Table(QTableView):
    def __init__(self, model: CallsModel, copy_selected: Callable[[], object]) -> None:
        super().__init__()
        self._copy_selected = copy_selected
        self.setObjectName("calls-table")
        self.setModel(model)
        self.setAccessibleName(tr(N_("Calls, the newest last")))
        self.setAccessibleDescription(tr(N_("Ctrl+C copies the selected calls")))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for section, width in enumerate(WIDTHS):
            self.setColumnWidth(section, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy whole rows; Enter is left to the drawer."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy_selected()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


def _told(counts: Counts) -> str:
    said = [tr("%n calls", "%n call", counts.calls)]
    if counts.writes:
        said.append(tr("%n may change something", "%n may change something", counts.writes))
    if counts.failed:
        said.append(tr("%n without success", "%n without success", counts.failed))
    return " · ".join(said)
