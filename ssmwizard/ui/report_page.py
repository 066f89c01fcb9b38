"""Step 6: what goes into the support bundle, and where it goes."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QGridLayout, QLineEdit, QWidget

from ssmwizard.app.audience import TITLES, Audience
from ssmwizard.app.progress import Progress, Stopped, Watch
from ssmwizard.app.wizard import Step, Wizard
from ssmwizard.model.text import N_, Text, text
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.clipboard import copy
from ssmwizard.ui.conductor import CONTENTS, SAVE
from ssmwizard.ui.flow import Flow
from ssmwizard.ui.footer import announce
from ssmwizard.ui.jobs import PROGRESS
from ssmwizard.ui.kept_note import KeptNote
from ssmwizard.ui.labels import IconLabel, label
from ssmwizard.ui.language import say, size, spoken, tr
from ssmwizard.ui.layout import Card, column, row
from ssmwizard.ui.page import Page
from ssmwizard.ui.scroll import Scroll
from ssmwizard.ui.work_bar import WorkBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from ssmwizard.app.bundle import Bundle
    from ssmwizard.app.bundle_parts import Part
    from ssmwizard.app.seen import Seen
    from ssmwizard.app.translating import Keeping
    from ssmwizard.ui.conductor import Conductor
    from ssmwizard.ui.jobs import Ticket

SUMMARY = "summary"


class ReportPage(Page):
    """The parts of the bundle with their sizes; save, open the folder, copy a summary."""

    def __init__(self, conductor: Conductor) -> None:
        super().__init__(
            conductor,
            tr(N_("Who else has to know?")),
            tr(
                N_(
                    "A support bundle holds everything that was seen, without secrets. Nothing is sent anywhere; you save a file."
                )
            ),
        )
        self.save = Button(
            tr(N_("&Save the bundle …")), self.ask_where, icon="save", look="primary", name="save"
        )
        self.copy = Button(tr(N_("&Copy a summary")), self._summarize, icon="copy", name="summary")
        self.copy.setToolTip(tr(N_("A short text for a ticket or a chat")))
        self.folder = Button(tr(N_("&Open the folder")), self._open, icon="folder", name="folder")
        self.audience = QComboBox()
        self.audience.setObjectName("audience")
        self.audience.setAccessibleName(tr(N_("Who will read the bundle")))
        for audience, said in TITLES.items():
            self.audience.addItem(say(said), audience)
        self.audience.setCurrentIndex(self.audience.findData(Audience.SUPPORT))
        self.audience.currentIndexChanged.connect(self._chosen)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(tr(N_("Does it contain …? A name, an address (Ctrl+F)")))
        self.search.setAccessibleName(tr(N_("Does the bundle contain this?")))
        self.search.textChanged.connect(self._look_for)
        self.show_parts = Button(
            tr(N_("S&how what is sent …")), self._show_parts, icon="search", name="show-parts"
        )
        self.answer = label("", bold=True, select=True)
        self.answer.setObjectName("contains")
        self.answer.hide()
        self.outcome = Card(look="ok", margin=14)
        self.said = label("", bold=True, select=True)
        self.said.setObjectName("outcome")
        across = row(IconLabel("passed", "ok", 24), self.said, gap=12)
        across.setStretch(1, 1)
        self.outcome.body.addLayout(across)
        self.kept = KeptNote(conductor.jobs)
        self.outcome.body.addWidget(self.kept)
        self.partly = label("", "muted")
        self.partly.setObjectName("partly")
        self.work = WorkBar(tr(N_("Progress of the bundle")), conductor.cancel)
        self.parts = Scroll("parts")
        self.body.addWidget(Flow(self.save, self.audience, self.copy, self.folder, gap=10))
        self.body.addWidget(self.partly)
        self.body.addWidget(self.work)
        self.body.addWidget(self.outcome)
        across = row(self.search, self.show_parts, gap=10)
        across.setStretch(0, 1)
        self.body.addLayout(column(across, self.answer, gap=6))
        self.body.addWidget(self.parts, 1)
        self._asked: Seen | None = None
        self._parts: tuple[Part, ...] = ()
        self._as_it_is: tuple[Part, ...] = ()
        self._made: Bundle | None = None
        self._without: frozenset[str] = frozenset()
        self._copied = False
        self._waiting: Path | None = None

    def seal(self) -> None:
        """Only the summary is taken from a bundle that was saved already."""
        self.save.hide()
        self.audience.hide()
        self.folder.hide()

    def first_focus(self) -> QWidget:
        """Begin with saving."""
        return self.save if self.conductor.live else self.copy

    def search_field(self) -> QWidget | None:
        """Return the field that looks into the bundle."""
        return self.search

    def show_state(self) -> None:
        """Show what is in the bundle, and whether it was saved."""
        wizard = self.conductor.wizard
        busy = Step.REPORT in wizard.busy
        self.save.setEnabled(not busy)
        self.folder.setEnabled(bool(wizard.saved))
        self.outcome.setVisible(bool(wizard.saved) or self._copied)
        if wizard.saved and not self._copied:
            self.said.setText(tr(N_("Saved as {path}"), path=wizard.saved))
        partly = _partly(wizard)
        self.partly.setText(say(partly) if partly is not None else "")
        self.partly.setVisible(partly is not None)
        seen = self.conductor.seen()
        if not seen.same(self._asked):
            self._asked, self._as_it_is = seen, ()
            self._copied = False
            self._ask(seen)

    def ask_where(self) -> None:
        """Ask for a file and save the bundle there."""
        offered = str(self.conductor.folder / self._name())
        path, _ = QFileDialog.getSaveFileName(
            self, tr(N_("Save the support bundle")), offered, tr(N_("Support bundles (*.zip)"))
        )
        if path:
            self.save_to(Path(path))

    def save_to(self, path: Path) -> None:
        """Save the bundle in a file."""
        self.conductor.become(self.conductor.wizard.started(Step.REPORT))
        if self._made is None and self.conductor.jobs.running(CONTENTS):
            self._waiting = path
            return
        made, store = self._bundle(), self.conductor.doors.keyring

        def work(ticket: Ticket) -> tuple[Bundle, Keeping | None] | None:
            from ssmwizard.app import translating  # noqa: PLC0415 - not before the window stands

            try:
                whole = made(ticket)
                return whole, translating.keep(whole, whole.write(path, _watch(ticket)), store)
            except Stopped:
                return None

        def take(saved: tuple[Bundle, Keeping | None] | None) -> None:
            if saved is None:
                self._stopped()
                return
            self._ended()
            self._copied = False
            self.kept.tell(saved[0], path, saved[1])
            self.conductor.become(self.conductor.wizard.with_saved(str(path)))
            announce(self, f"{self.said.text()} {self.kept.said.text()}")

        self.work.begin()
        self.conductor.jobs.write(SAVE, work, take, failed=self._failed, told=self._told)

    def _told(self, topic: str, value: object) -> None:
        if topic == PROGRESS:
            self.work.tell(cast("Progress", value))

    def _ended(self) -> None:
        """Note that a bundle is made, or saved."""
        jobs = self.conductor.jobs
        if not jobs.running(SAVE):
            self._waiting = None
            self.conductor.become(self.conductor.wizard.stopped(Step.REPORT))
            if not jobs.running(CONTENTS):
                self.work.end()

    def _stopped(self) -> None:
        """Say that nothing was made, as somebody asked."""
        self._ended()
        said = text(N_("Stopped. Nothing was saved."))
        self.conductor.become(self.conductor.wizard.stopped(Step.REPORT, said))
        if self._made is None:
            again = Button(tr(N_("Look &what goes into it")), self._chosen, name="contents")
            self.parts.refill(Card(row(again, None)))
        announce(self, say(said))

    def _audience(self) -> Audience:
        return Audience(self.audience.currentData())

    def _chosen(self) -> None:
        self._ask(self.conductor.seen())

    def _bundle(self) -> Callable[[Ticket], Bundle]:
        """Return what gives the bundle on show, or makes it where none is shown yet."""
        made = self._made
        if made is not None:
            return lambda _: made
        return self._making(self.conductor.seen(), self._audience(), self._without)

    def _making(
        self, seen: Seen, audience: Audience, without: frozenset[str]
    ) -> Callable[[Ticket], Bundle]:
        """Return what makes the bundle, outside the window's thread."""
        doors, language = self.conductor.doors, spoken()

        def make(ticket: Ticket) -> Bundle:
            from ssmwizard.app import bundle, so_far  # noqa: PLC0415 - not before the window stands
            from ssmwizard.app.omissions import written_down  # noqa: PLC0415 - the same

            entries, lost = written_down(doors.journal)
            return bundle.make(
                so_far.so_far(seen, doors.begun, doors.page),
                entries,
                audience,
                bundle.Wishes(without),
                lost=lost,
                crash=seen.crash,
                watch=_watch(ticket),
                language=language,
            )

        return make

    def _ask(self, seen: Seen) -> None:
        """Make the bundle, and once for what there is to tell the one with everything as it is."""
        self._made, kept = None, self._as_it_is
        make = self._making(seen, self._audience(), self._without)
        make_whole = self._making(seen, Audience.SUPPORT, frozenset())
        same = self._audience() is Audience.SUPPORT and not self._without

        def work(ticket: Ticket) -> tuple[Bundle, tuple[Part, ...]] | None:
            try:
                made = make(ticket)
                return made, kept or (made if same else make_whole(ticket)).parts
            except Stopped:
                return None

        def show(answer: tuple[Bundle, tuple[Part, ...]] | None) -> None:
            if answer is None:
                self._stopped()
                return
            self._made, self._as_it_is = answer
            self._show(self._made.parts)
            waiting = self._waiting
            self._ended()
            if waiting is not None:
                self.save_to(waiting)

        self.parts.refill(Card(label(tr(N_("Looking what goes into it …")), "muted")))
        self.work.begin()
        self.conductor.jobs.read(CONTENTS, work, show, failed=self._failed, told=self._told)

    def _show(self, parts: tuple[Part, ...]) -> None:
        self._parts = parts
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for place, part in enumerate(parts):
            grid.addWidget(self._tick(part), place, 0)
            grid.addWidget(label(say(part.says), "muted"), place, 1)
            told = size(part.size) if part.wanted else tr(N_("left out"))
            grid.addWidget(label(told, wrap=False), place, 2)
        title = label(tr(N_("What goes into it")), factor=1.15, bold=True)
        total = label(size(sum(part.size for part in parts if part.wanted)), "muted", wrap=False)
        head = row(title, None, total)
        self.parts.refill(Card(head, grid, margin=18))
        self._look_for(self.search.text())

    def _tick(self, part: Part) -> QCheckBox:
        box = QCheckBox(part.name)
        box.setObjectName(part.name)
        box.setChecked(part.wanted)
        box.setEnabled(not part.always and self.conductor.live)
        box.setAccessibleDescription(say(part.says))
        box.clicked.connect(lambda wanted: self._want(part.name, wanted=wanted))
        return box

    def _want(self, name: str, *, wanted: bool) -> None:
        """Put a file into the bundle, or leave it out."""
        self._without = self._without - {name} if wanted else self._without | {name}
        self._chosen()

    def _look_for(self, words: str) -> None:
        """Say in which files of the bundle something stands."""
        sought = words.strip().encode()
        found = [
            part.name for part in self._parts if part.wanted and sought and sought in part.content
        ]
        self.answer.setVisible(bool(sought))
        self.show_parts.setEnabled(bool(self._parts))
        if found:
            self.answer.setText(tr(N_("Yes, in {files}"), files=", ".join(found)))
        else:
            self.answer.setText(tr(N_("No, in none of its files.")))

    def _show_parts(self) -> None:
        from ssmwizard.ui.parts_dialog import PartsDialog  # noqa: PLC0415 - when it is wanted

        PartsDialog(self, self._parts, self._as_it_is).open()

    def _summarize(self) -> None:
        made = self._bundle()

        def work(ticket: Ticket) -> str:
            return made(ticket).summary()

        def take(summary: str) -> None:
            copy(summary)
            self._copied = True
            self.kept.hide()
            self.said.setText(tr(N_("The summary is on the clipboard.")))
            self.outcome.show()
            announce(self, self.said.text())

        self.conductor.jobs.read(SUMMARY, work, take, failed=self._failed)

    def _failed(self, error: Exception) -> bool:
        self._waiting = None
        self.work.end()
        return self.conductor.failed(Step.REPORT, error)

    def _open(self) -> None:
        folder = Path(self.conductor.wizard.saved).parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _name(self) -> str:
        wizard = self.conductor.wizard
        caller = wizard.caller if self._audience().keeps_identifiers else None
        account = f"-{caller.account}" if caller is not None else ""
        at = wizard.inspection.started if wizard.inspection is not None else datetime.now(UTC)
        return f"ssmwizard{account}-{at:%Y%m%d-%H%M%S}.zip"


def _partly(wizard: Wizard) -> Text | None:
    """Say what is not in it, where nothing was inspected whole."""
    if wizard.inspection is not None:
        return None
    if Step.INSPECT in wizard.busy:
        return text(
            N_("The inspection is still under way: the bundle holds what was seen until now.")
        )
    return text(
        N_(
            "Nothing was inspected: the bundle holds who is signed in, this computer, and the journal."
        )
    )


def _watch(ticket: Ticket) -> Watch:
    """Return who is told of a longer work through a job, and may end it."""
    return Watch(ticket.teller(PROGRESS), ticket.cancelled)
