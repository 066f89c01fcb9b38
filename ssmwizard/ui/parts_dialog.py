"""What is in a bundle: as it is here, beside as it will be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QVBoxLayout, QWidget

from ssmwizard.app.side_by_side import SideBySide
from ssmwizard.model.text import N_
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.footer import announce
from ssmwizard.ui.labels import label
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import GAP, row
from ssmwizard.ui.side_table import SideTable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ssmwizard.app.bundle_parts import Part
    from ssmwizard.app.side_by_side import Page
    from ssmwizard.ui.jobs import Jobs, Ticket

JOB = "side-by-side"
WIDTH, HEIGHT = 1100, 700
RESIZED_MILLISECONDS = 120
# What a page is opened at: its first row, the next that differs, the next that holds the words.
TOP, DIFFERENCE, WORDS = "top", "difference", "words"


class PartsDialog(QDialog):
    """One page of one file at a time, on the left as it is and on the right as it will be sent."""

    def __init__(
        self,
        parent: QWidget,
        jobs: Jobs,
        sent: Sequence[Part],
        as_it_is: Sequence[Part],
        *,
        file: str = "",
        words: str = "",
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._sent = {part.name: part for part in sent}
        self._whole = {part.name: part for part in as_it_is}
        self._sides: SideBySide | None = None
        self._page: Page | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr(N_("What is sent")))
        self.file = QComboBox()
        self.file.setObjectName("file")
        self.file.setAccessibleName(tr(N_("File of the bundle")))
        self.file.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for part in sent:
            self.file.addItem(f"{part.name} · {say(part.says)}", part.name)
        self.file.setCurrentIndex(max(0, self.file.findData(file)))
        self.words = QLineEdit(words)
        self.words.setObjectName("find")
        self.words.setClearButtonEnabled(True)
        self.words.setPlaceholderText(tr(N_("Find in what is sent (Ctrl+F)")))
        self.words.setAccessibleName(tr(N_("Find in what is sent")))
        self.table = SideTable()
        self.said = label("", "muted")
        self.said.setObjectName("said")
        self._build()
        self.file.currentIndexChanged.connect(lambda _: self._open())
        self.resize(min(WIDTH, parent.window().width()), min(HEIGHT, parent.window().height()))
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(RESIZED_MILLISECONDS)
        self._resized.timeout.connect(lambda: self._turn(0))
        (self.table if words else self.file).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the first page once it is known how much room it has."""
        super().showEvent(event)
        if self._sides is None:
            self._open(WORDS if self.words.text() else TOP)

    def done(self, result: int) -> None:
        """Leave, and want no more pages."""
        self._jobs.cancel(JOB)
        super().done(result)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew where they have more or less room."""
        super().resizeEvent(event)
        if self._page is not None:
            self._resized.start()

    def _build(self) -> None:
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 20, 24, 16)
        inside.setSpacing(GAP)
        find = Button(
            tr(N_("Find &next")), lambda: self._go(WORDS), icon="search", name="find-next"
        )
        find.setToolTip(tr(N_("Enter, or F3")))
        differs = Button(
            tr(N_("Next &difference")), lambda: self._go(DIFFERENCE), name="next-difference"
        )
        differs.setToolTip("F8")
        self.back = Button(tr(N_("&Previous page")), lambda: self._turn(-1), name="previous-page")
        self.onward = Button(tr(N_("Next pa&ge")), lambda: self._turn(1), name="next-page")
        across = row(self.file, self.words, find, gap=10)
        across.setStretch(0, 3)
        across.setStretch(1, 2)
        inside.addLayout(across)
        inside.addWidget(self.said)
        inside.addWidget(self.table, 1)
        close = Button(tr(N_("Close")), self.accept, name="close")
        inside.addLayout(row(self.back, self.onward, differs, None, close))
        self.words.returnPressed.connect(lambda: self._go(WORDS))
        for key, work in (
            (QKeySequence(QKeySequence.StandardKey.Find), self.words.setFocus),
            (QKeySequence(Qt.Key.Key_F3), lambda: self._go(WORDS)),
            (QKeySequence(Qt.Key.Key_F8), lambda: self._go(DIFFERENCE)),
        ):
            QShortcut(key, self, work)

    def _open(self, at: str = TOP) -> None:
        """Show a file."""
        name = self.file.currentData()
        here, there = self._whole.get(name), self._sent.get(name)
        sent = there if there is not None and there.wanted else None
        self._sides = self._page = None
        self._read(lambda: SideBySide(here, sent), at, -1)

    def _go(self, at: str) -> None:
        """Go to the next place of a kind, on this page or another."""
        if self._page is None or self._sides is None:
            return
        wanted = self.words.text().strip()
        if at == WORDS and not wanted:
            self.words.setFocus()
            return
        rows = self._page.rows[self.table.place() + 1 :] if self.table.words == wanted else ()
        for step, one in enumerate(rows, 1):
            if one.differs if at == DIFFERENCE else one.found:
                self.table.go_to(self.table.place() + step)
                return
        line = self._page.rows[self.table.place()].line if self.table.place() >= 0 else -1
        # Where the words are others the line on show may hold them already.
        sides = self._sides
        self._read(lambda: sides, at, line if self.table.words == wanted else line - 1)

    def _turn(self, pages: int) -> None:
        if self._page is not None and self._sides is not None:
            sides, number = self._sides, self._page.number + pages
            self._read(lambda: sides, TOP, number=min(max(number, 0), self._page.of - 1))

    def _read(
        self, opened: Callable[[], SideBySide], at: str, line: int = -1, number: int = 0
    ) -> None:
        """Make a page outside the window's thread, and show it."""
        words, letters = self.words.text().strip(), self.table.letters()

        def work(_: Ticket) -> tuple[SideBySide, Page, int | None]:
            sides = opened()
            found, page = None, number
            if at != TOP:
                found = sides.differing(line) if at == DIFFERENCE else sides.holding(words, line)
                page = 0 if found is None else sides.page_of(found)
            return sides, sides.page(page, letters, words), found

        def show(answer: tuple[SideBySide, Page, int | None]) -> None:
            self._sides, page, found = answer
            missing = at != TOP and found is None
            if not missing or self._page is None:
                self._show(page, words)
            if missing:
                nothing = (
                    tr(N_("Nothing differs in this file."))
                    if at == DIFFERENCE
                    else tr(N_("This is not in what is sent of this file."))
                )
                self.said.setText(nothing)
                announce(self, nothing)
            for place, one in enumerate(page.rows if found is not None else ()):
                if one.line == found and (one.differs if at == DIFFERENCE else one.found):
                    self.table.go_to(place)
                    break

        self._jobs.read(JOB, work, show)

    def _show(self, page: Page, words: str) -> None:
        self._page = page
        self.table.take(page, words)
        self.back.setEnabled(page.number > 0)
        self.onward.setEnabled(page.number + 1 < page.of)
        part = self._sent.get(self.file.currentData())
        count = sum(one.differs for one in page.rows)
        if part is None or not part.wanted:
            told = tr(N_("This file is left out: the right side stays empty."))
        elif count:
            told = tr("%n lines differ here, marked.", "%n line differs here, marked.", count)
        else:
            told = tr(N_("Nothing differs here; secrets were taken out when they were seen."))
        if page.of > 1:
            where = tr(N_("Page {number} of {of}."), number=page.number + 1, of=page.of)
            told = f"{where} {told}"
        self.said.setText(told)
