"""Asks whether a bundle contains something, and says in which of its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ssmwizard.model.text import N_
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.footer import announce
from ssmwizard.ui.labels import label
from ssmwizard.ui.language import tr
from ssmwizard.ui.layout import column, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from ssmwizard.app.bundle_parts import Part
    from ssmwizard.app.bundle_search import Found
    from ssmwizard.ui.jobs import Jobs, Ticket

JOB = "search"
# Of more files in which something stands, only how many they are.
MOST_NAMED = 4


class ContainsBar(QWidget):
    """A field, the answer, and a way to the place; ``wanted``: what is sent is to be shown."""

    wanted = Signal()

    def __init__(self, jobs: Jobs, failed: Callable[[Exception], bool]) -> None:
        super().__init__()
        self._jobs, self._failed = jobs, failed
        self._parts: tuple[Part, ...] = ()
        self.found: tuple[Found, ...] = ()
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(tr(N_("Does it contain …? A name, an address (Ctrl+F)")))
        self.field.setAccessibleName(tr(N_("Does the bundle contain this?")))
        self.field.textChanged.connect(self._look)
        self.field.returnPressed.connect(self.wanted)
        self.show_parts = Button(
            tr(N_("S&how what is sent …")), self.wanted.emit, icon="search", name="show-parts"
        )
        self.show_parts.setEnabled(False)
        self.answer = label("", bold=True, select=True)
        self.answer.setObjectName("contains")
        self.answer.hide()
        across = row(self.field, self.show_parts, gap=10)
        across.setStretch(0, 1)
        self.setLayout(column(across, self.answer, gap=6))

    @property
    def words(self) -> str:
        """Return what is looked for."""
        return self.field.text().strip()

    def take(self, parts: tuple[Part, ...]) -> None:
        """Look in other parts."""
        self._parts = parts
        self.show_parts.setEnabled(bool(parts))
        self._look()

    def _look(self) -> None:
        """Say in which files of the bundle something stands, and how often."""
        parts, words = self._parts, self.words
        if not words:
            self._jobs.cancel(JOB)
            self.found = ()
            self.answer.hide()
            return

        def work(ticket: Ticket) -> tuple[Found, ...]:
            from ssmwizard.app.bundle_search import search  # noqa: PLC0415 - when it is wanted

            return search(parts, words, ticket.cancelled)

        self._jobs.read(JOB, work, self._say, failed=self._failed)

    def _say(self, found: tuple[Found, ...]) -> None:
        self.found = found
        told = tr(N_("No, in none of its files."))
        if found:
            files = ", ".join(f"{one.name} ({one.count})" for one in found[:MOST_NAMED])
            told = tr(N_("Yes, in {files}"), files=files)
        if len(found) > MOST_NAMED:
            more = len(found) - MOST_NAMED
            told = f"{told} " + tr("and %n more files", "and %n more file", more)
        self.answer.setText(told)
        self.answer.show()
        announce(self, told)
