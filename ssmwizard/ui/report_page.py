"""Step 6: what goes into the support bundle, and where it goes."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QWidget

from ssmwizard.app.audience import DIFFERENCES, TITLES, Audience
from ssmwizard.app.progress import Progress, Stopped, Watch
from ssmwizard.app.wizard import Step, Wizard
from ssmwizard.model.text import N_, Text, text
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.clipboard import copy
from ssmwizard.ui.conductor import CONSOLES, CONTENTS, SAVE
from ssmwizard.ui.contains_bar import ContainsBar
from ssmwizard.ui.flow import Flow
from ssmwizard.ui.footer import announce
from ssmwizard.ui.jobs import PROGRESS
from ssmwizard.ui.kept_note import KeptNote
from ssmwizard.ui.labels import IconLabel, label
from ssmwizard.ui.language import say, size, spoken, tr
from ssmwizard.ui.layout import Card, row
from ssmwizard.ui.page import Page
from ssmwizard.ui.parts_tree import PartsTree
from ssmwizard.ui.work_bar import WorkBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from ssmwizard.app.bundle import Bundle
    from ssmwizard.app.bundle_making import Making
    from ssmwizard.app.bundle_parts import Part, Wishes
    from ssmwizard.app.inspect import Inspection
    from ssmwizard.app.seen import Seen
    from ssmwizard.app.translating import Keeping
    from ssmwizard.ui.conductor import Conductor
    from ssmwizard.ui.jobs import Ticket

SUMMARY, AS_IT_IS = "summary", "as-it-is"


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
        self.audience = _audiences()
        self.audience.currentIndexChanged.connect(self._chosen)
        self.difference = label("", "muted")
        self.difference.setObjectName("difference")
        self.consoles = _consoles()
        self.consoles.clicked.connect(self._want_consoles)
        self.contains = ContainsBar(conductor.jobs, self._failed)
        self.contains.wanted.connect(self._show_parts)
        self.outcome = Card(look="ok", margin=14)
        self.said = label("", bold=True, select=True)
        self.said.setObjectName("outcome")
        across = row(IconLabel("passed", "ok", 24), self.said, self.folder, gap=12)
        across.setStretch(1, 1)
        self.outcome.body.addLayout(across)
        self.kept = KeptNote(conductor.jobs)
        self.outcome.body.addWidget(self.kept)
        self.partly = label("", "muted")
        self.partly.setObjectName("partly")
        self.work = WorkBar(tr(N_("Progress of the bundle")), conductor.cancel)
        self.parts = PartsTree()
        self.parts.parts.ticked.connect(self._want)
        self.parts.wanted.connect(self._show_parts)
        self.total = label("", "muted", wrap=False)
        self.total.setObjectName("total")
        self.body.addWidget(Flow(self.save, self.audience, self.copy, gap=10))
        self.body.addWidget(self.difference)
        self.body.addWidget(self.partly)
        self.body.addWidget(self.work)
        self.body.addWidget(self.outcome)
        self.body.addWidget(self.contains)
        self.again = Button(tr(N_("Look &what goes into it")), self._chosen, name="contents")
        self.again.hide()
        self.body.addLayout(row(self.again, None))
        self.body.addWidget(self.parts, 1)
        below = row(self.consoles, None, self.total)
        below.setStretch(0, 1)
        self.body.addLayout(below)
        self._asked: Seen | None = None
        self._read: Inspection | None = None
        self._makings: dict[bool, Making] = {}
        self._parts: tuple[Part, ...] = ()
        self._made: Bundle | None = None
        self._wishes: Wishes | None = None
        self._copied = False
        self._waiting: Path | None = None

    def seal(self) -> None:
        """Only the summary is taken from a bundle that was saved already."""
        self.save.hide()
        self.audience.hide()
        self.folder.hide()
        self.difference.hide()
        self.consoles.hide()
        self.parts.parts.fixed = True

    def first_focus(self) -> QWidget:
        """Begin with saving."""
        return self.save if self.conductor.live else self.copy

    def search_field(self) -> QWidget | None:
        """Return the field that looks into the bundle."""
        return self.contains.field

    def show_state(self) -> None:
        """Show what is in the bundle, and whether it was saved."""
        wizard = self.conductor.wizard
        busy = Step.REPORT in wizard.busy
        self.save.setEnabled(not busy)
        self.folder.setEnabled(bool(wizard.saved))
        self.folder.setVisible(bool(wizard.saved) and self.conductor.live)
        self.outcome.setVisible(bool(wizard.saved) or self._copied)
        if wizard.saved and not self._copied:
            self.said.setText(tr(N_("Saved as {path}"), path=wizard.saved))
        partly = _partly(wizard)
        self.partly.setText(say(partly) if partly is not None else "")
        self.partly.setVisible(partly is not None)
        seen = self.conductor.seen()
        if not seen.same(self._asked):
            self._asked, self._read, self._makings = seen, None, {}
            self._copied = False
            self._offer_consoles(seen.inspection)
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

            watch = _watch(ticket)
            try:
                whole = made(ticket)
                whole.write(path, watch)
            except Stopped:
                return None
            return whole, translating.keep(whole, path, store, watch.progress)

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
        self.again.setVisible(self._made is None)
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
        return self._making(self.conductor.seen())

    def _making(self, seen: Seen) -> Callable[[Ticket], Bundle]:
        """Return what makes the bundle, outside the window's thread."""
        making, audience, wishes = self._making_of(seen), self._audience(), self._wishes
        return lambda ticket: making().bundle(audience, wishes, _watch(ticket))

    def _making_of(self, seen: Seen) -> Callable[[], Making]:
        """Return what makes bundles of what was seen, the same as long as it is about that."""
        with_consoles, read = self._with_consoles(), self._read
        makings, doors, language = self._makings, self.conductor.doors, spoken()

        def making() -> Making:
            from ssmwizard.app import so_far  # noqa: PLC0415 - not before the window stands
            from ssmwizard.app.bundle_making import Making  # noqa: PLC0415 - the same

            def told() -> Inspection:
                if with_consoles and read is not None:
                    return read
                return so_far.so_far(seen, doors.begun, doors.page)

            whole = seen.inspection is not None and seen.crash is None
            new = Making(told, doors.journal, seen.crash, language, lasting=whole)
            return makings.setdefault(with_consoles, new)

        return making

    def _ask(self, seen: Seen) -> None:
        """Make the bundle with what is ticked."""
        self._made = None
        self.difference.setText(say(DIFFERENCES[self._audience()]))
        self.again.hide()
        make = self._making(seen)

        def work(ticket: Ticket) -> Bundle | None:
            try:
                return make(ticket)
            except Stopped:
                return None

        def show(answer: Bundle | None) -> None:
            if answer is None:
                self._stopped()
                return
            self._made = answer
            self._show(answer.parts)
            waiting = self._waiting
            self._ended()
            if waiting is not None:
                self.save_to(waiting)

        if not self._parts:
            self.total.setText(tr(N_("Looking what goes into it …")))
        self.work.begin()
        self.conductor.jobs.read(CONTENTS, work, show, failed=self._failed, told=self._told)

    def _show(self, parts: tuple[Part, ...]) -> None:
        self._parts = parts
        self.parts.take(parts)
        self._show_total()
        self.contains.take(parts)

    def _show_total(self) -> None:
        total = size(self.parts.parts.size)
        self.total.setText(tr(N_("{size} in all, before packing"), size=total))

    def _want(self, names: list[str], wanted: bool) -> None:
        """Put files into the bundle, or leave them out."""
        from ssmwizard.app.bundle_parts import Group, Wishes, group  # noqa: PLC0415 - not before

        self._wishes = (self._wishes or Wishes()).changed(names, wanted=wanted)
        self._show_total()
        self._chosen()
        if wanted and any(group(name) is Group.NODES for name in names):
            self.difference.setText(
                tr(
                    N_(
                        "What nodes wrote can hold names and secrets that nothing knows to be such: look at it before you send it."
                    )
                )
            )

    def _offer_consoles(self, inspection: Inspection | None) -> None:
        """Offer to read the console output of the instances, if there are any."""
        count = 0
        if inspection is not None:
            from ssmwizard.app.node_logs import can_be_read  # noqa: PLC0415 - not before the window

            count = len(can_be_read(inspection))
        self.consoles.setText(_read_consoles(count))
        self.consoles.setChecked(False)
        self.consoles.setVisible(count > 0 and self.conductor.live)

    def _with_consoles(self) -> bool:
        return self.consoles.isChecked() and self._read is not None

    def _want_consoles(self, wanted: bool) -> None:
        """Read the console output, once for an inspection; or leave it out again."""
        inspection, doors = self.conductor.wizard.inspection, self.conductor.doors
        if inspection is None:
            return
        if not wanted or self._read is not None:
            self.conductor.jobs.cancel(CONSOLES)
            self.work.end()
            self._chosen()
            return

        def work(ticket: Ticket) -> Inspection:
            from ssmwizard.app import node_logs  # noqa: PLC0415 - not before the window

            told = ticket.teller(PROGRESS)
            return node_logs.read(doors, inspection, told, ticket.cancelled)

        def take(found: Inspection) -> None:
            self._read = found
            self._chosen()
            self._say_read(found)

        self.work.begin()
        self.conductor.jobs.read(CONSOLES, work, take, failed=self._failed, told=self._told)

    def _say_read(self, found: Inspection) -> None:
        from ssmwizard.app.node_logs import how_many_told  # noqa: PLC0415 - not before the window

        told = tr(
            "The console output of %n instances was read.",
            "The console output of %n instance was read.",
            how_many_told(found),
        )
        if not self._audience().reads_nodes:
            more = tr(N_("Look at it, and tick it to send it along."))
            told = f"{told} {more}"
        self.difference.setText(told)
        announce(self, told)

    def _show_parts(self, name: str = "") -> None:
        """Show what is sent: a file, the first place of what was looked for, or where the tree stands."""
        if not self._parts:
            return
        making = self._making_of(self.conductor.seen())
        sent, words = self._parts, self.contains.words
        if not name and self.contains.found:
            name = self.contains.found[0].name
        here = self.parts.parts.part(self.parts.currentIndex())
        name = name or (here.name if here is not None else "")

        def work(ticket: Ticket) -> tuple[Part, ...] | None:
            try:
                return making().as_it_is(_watch(ticket))
            except Stopped:
                return None

        def show(whole: tuple[Part, ...] | None) -> None:
            from ssmwizard.ui.parts_dialog import PartsDialog  # noqa: PLC0415 - when it is wanted

            self.work.end()
            if whole is not None:
                jobs = self.conductor.jobs
                PartsDialog(self, jobs, sent, whole, file=name, words=words).open()

        self.work.begin()
        self.conductor.jobs.read(AS_IT_IS, work, show, failed=self._failed, told=self._told)

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
        whom = "" if self._audience() is Audience.SUPPORT else f"-{self._audience()}"
        return f"ssmwizard{account}{whom}-{at:%Y%m%d-%H%M%S}.zip"


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
            "Nothing was inspected yet: the bundle holds what is known without that, and the journal."
        )
    )


def _watch(ticket: Ticket) -> Watch:
    """Return who is told of a longer work through a job, and may end it."""
    return Watch(ticket.teller(PROGRESS), ticket.cancelled)


def _read_consoles(count: int) -> str:
    return tr(
        "Read the console output of %n instances (%n calls)",
        "Read the console output of %n instance (%n call)",
        count,
    )


def _consoles() -> QCheckBox:
    made = QCheckBox(_read_consoles(0))
    made.setObjectName("consoles")
    made.setToolTip(
        tr(
            N_(
                "It often tells why an agent does not register. It may hold anything that ran at start, so look at it before you send it. Older types of instances take two calls."
            )
        )
    )
    return made


def _audiences() -> QComboBox:
    made = QComboBox()
    made.setObjectName("audience")
    made.setAccessibleName(tr(N_("Who will read the bundle")))
    for audience, said in TITLES.items():
        made.addItem(say(said), audience)
    made.setCurrentIndex(made.findData(Audience.SUPPORT))
    return made
