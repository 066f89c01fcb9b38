"""What may go into a bundle, as a tree: groups of files, each with a tick and its size."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont

from ssmwizard.model.text import N_
from ssmwizard.ui.language import say, size, tr

if TYPE_CHECKING:
    from ssmwizard.app.bundle_parts import Group, Part

Index = QModelIndex | QPersistentModelIndex
NAME, SIZE, SAYS = 0, 1, 2
# What stands before the files of nodes, which are together in a group.
NODES = "node/"
# The internal id of a group; that of a file is the place of its group, counted from 1.
_GROUP = 0


class PartsModel(QAbstractItemModel):
    """``ticked`` carries the names of files, and whether they go in. ``fixed``: nothing can be ticked."""

    ticked = Signal(object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: list[tuple[Group, list[Part]]] = []
        self._wanted: dict[str, bool] = {}
        self.fixed = False

    def take(self, parts: Sequence[Part]) -> bool:
        """Show other parts; tell whether rows came or went."""
        before = [part.name for _, some in self._groups for part in some]
        groups = _grouped(parts)
        same = [part.name for _, some in groups for part in some] == before
        if same:
            self._groups = groups
            self._wanted = {part.name: part.wanted for part in parts}
            self._changed()
        else:
            self.beginResetModel()
            self._groups = groups
            self._wanted = {part.name: part.wanted for part in parts}
            self.endResetModel()
        return not same

    @property
    def size(self) -> int:
        """Return how many bytes go in, before packing."""
        return sum(_size(some, self._wanted) for _, some in self._groups)

    def part(self, index: Index) -> Part | None:
        """Return the file of a row; None for a group."""
        if not index.isValid() or index.internalId() == _GROUP:
            return None
        return self._groups[index.internalId() - 1][1][index.row()]

    def place(self, name: str) -> QModelIndex:
        """Return the row of a file, or of a group by its id."""
        for at, (group, some) in enumerate(self._groups):
            if group == name:
                return self.createIndex(at, NAME, _GROUP)
            for row, part in enumerate(some):
                if part.name == name:
                    return self.createIndex(row, NAME, at + 1)
        return QModelIndex()

    def toggle(self, index: Index) -> None:
        """Tick a row the other way; a group with some of its files ticked gets all."""
        here = index.siblingAtColumn(NAME) if isinstance(index, QModelIndex) else index
        if self.flags(here) & Qt.ItemFlag.ItemIsUserCheckable:
            on = self.data(here, Qt.ItemDataRole.CheckStateRole) is not Qt.CheckState.Checked
            self._tick(here, on=on)

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Return the place of a cell."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _GROUP)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """Return the group of a file."""
        if not index.isValid() or index.internalId() == _GROUP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, NAME, _GROUP)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many groups there are, or files in one."""
        if not parent.isValid():
            return len(self._groups)
        below = parent.internalId() == _GROUP and parent.column() == NAME
        return len(self._groups[parent.row()][1]) if below else 0

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of columns."""
        return 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        part = self.part(index)
        some = [part] if part is not None else self._groups[index.row()][1]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(index, part, some)
            case Qt.ItemDataRole.ToolTipRole:
                return say(part.says) if part is not None else None
            case Qt.ItemDataRole.CheckStateRole if index.column() == NAME:
                return None if all(one.always for one in some) else self._state(some)
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == NAME:
                return self._told(index, part, some)
            case Qt.ItemDataRole.TextAlignmentRole if index.column() == SIZE:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.FontRole if part is None:
                font = QFont()
                font.setBold(True)
                return font
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick a file, or a group."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self._tick(index, on=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        part = self.part(index)
        some = [part] if part is not None else self._groups[index.row()][1]
        free = not self.fixed and not all(one.always for one in some)
        if free and index.column() == NAME:
            found |= Qt.ItemFlag.ItemIsUserCheckable
        return found

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (tr(N_("What goes into it")), tr(N_("Size")), tr(N_("What it is")))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == SIZE else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    # Inside

    def _shown(self, index: Index, part: Part | None, some: list[Part]) -> str:
        match index.column():
            case 0:
                return part.name.removeprefix(NODES) if part is not None else self._title(index)
            case 1 if part is not None:
                return size(part.size) if self._wanted[part.name] else tr(N_("left out"))
            case 1:
                return size(_size(some, self._wanted))
            case _:
                return say(part.says) if part is not None else self._count(some)

    def _title(self, index: Index) -> str:
        from ssmwizard.app.bundle_parts import GROUPS  # noqa: PLC0415 - not before there are parts

        return say(GROUPS[self._groups[index.row()][0]])

    def _count(self, some: list[Part]) -> str:
        on = sum(self._wanted[part.name] for part in some)
        if on == len(some):
            return tr("%n files", "%n file", on)
        return tr(N_("{on} of {all} files"), on=on, all=len(some))

    def _told(self, index: Index, part: Part | None, some: list[Part]) -> str:
        """Return what a screen reader says of a row: everything of it."""
        here, rest = index.row(), index.internalId()
        cells = (self.createIndex(here, column, rest) for column in (NAME, SIZE, SAYS))
        return ", ".join(self._shown(cell, part, some) for cell in cells)

    def _state(self, some: list[Part]) -> Qt.CheckState:
        states = {self._wanted[part.name] for part in some}
        if len(states) > 1:
            return Qt.CheckState.PartiallyChecked
        return Qt.CheckState.Checked if True in states else Qt.CheckState.Unchecked

    def _tick(self, index: Index, *, on: bool) -> None:
        part = self.part(index)
        some = [part] if part is not None else self._groups[index.row()][1]
        names = [one.name for one in some if not one.always]
        self._wanted |= dict.fromkeys(names, on)
        self._changed()
        self.ticked.emit(names, on)

    def _changed(self) -> None:
        for at, (_, some) in enumerate(self._groups):
            group = self.createIndex(at, NAME, _GROUP)
            self.dataChanged.emit(group, self.createIndex(at, SAYS, _GROUP))
            first, last = self.index(0, NAME, group), self.index(len(some) - 1, SAYS, group)
            self.dataChanged.emit(first, last)


def _grouped(parts: Iterable[Part]) -> list[tuple[Group, list[Part]]]:
    from ssmwizard.app.bundle_parts import Group  # noqa: PLC0415 - not before there are parts

    found: dict[Group, list[Part]] = {group: [] for group in Group}
    for part in parts:
        found[part.group].append(part)
    return [(group, some) for group, some in found.items() if some]


def _size(some: Iterable[Part], wanted: dict[str, bool]) -> int:
    return sum(part.size for part in some if wanted[part.name])
