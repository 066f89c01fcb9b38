"""Other ways for a plan than to be applied here: copied, saved, handed over, and looked after later."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from ssmwizard.app.wizard import Step
from ssmwizard.model.text import N_, Text, text
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.clipboard import copy
from ssmwizard.ui.flow import Flow
from ssmwizard.ui.footer import announce
from ssmwizard.ui.labels import label
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import column

if TYPE_CHECKING:
    from ssmwizard.app.ways.handover import Packet
    from ssmwizard.app.ways.way import NotWritten, Written
    from ssmwizard.model.plans import Plan
    from ssmwizard.ui.conductor import Conductor
    from ssmwizard.ui.jobs import Ticket

T = TypeVar("T")

GIVE = "give"
HANDOVER = "handover"
# By the words of app.ways.way.Way: what a form is called, and the ending of its files.
FORMS: Mapping[str, tuple[Text, str]] = {
    "bash": (text(N_("Script for &bash")), ".sh"),
    "powershell": (text(N_("Script for &PowerShell")), ".ps1"),
    "cloudformation": (text(N_("Template for &CloudFormation")), ".cloudformation.json"),
    "terraform": (text(N_("Configuration for &Terraform")), ".tf"),
    HANDOVER: (text(N_("&Request for whoever has the rights")), ".md"),
}


class GiveBar(QWidget):
    """A line of buttons, and what came of the last."""

    def __init__(self, conductor: Conductor) -> None:
        super().__init__()
        self._conductor = conductor
        self._plan: Plan | None = None
        self.copy = Button(tr(N_("&Copy as")), icon="copy", look="quiet", name="copy-as")
        self.copy.setMenu(self._menu(self.copy, self.copy_as))
        self.save = Button(tr(N_("Save &to file")), icon="save", look="quiet", name="save-as")
        self.save.setMenu(self._menu(self.save, self.save_as))
        self.hand = Button(
            tr(N_("&Hand over …")),
            lambda: self.save_as(HANDOVER),
            icon="people",
            look="quiet",
            name="hand-over",
        )
        self.hand.setToolTip(
            tr(N_("A file for whoever has the rights: why, what, with which rights, and how back"))
        )
        self.again = Button(
            tr(N_("Check a&gain")),
            conductor.repairer.check_again,
            icon="refresh",
            look="quiet",
            name="check-again",
        )
        self.again.setToolTip(
            tr(N_("Look whether it works by now, when somebody else has done it"))
        )
        for button in (self.hand, self.again):
            button.setAccessibleDescription(button.toolTip())
        self.said = label("", "muted", select=True)
        self.said.setObjectName("given")
        whole = column(Flow(self.copy, self.save, self.hand, self.again, gap=4), self.said, gap=4)
        whole.setContentsMargins(4, 0, 4, 0)
        self.setLayout(whole)

    def show_plan(self, plan: Plan | None) -> None:
        """Offer the ways of a plan."""
        if plan is not self._plan:
            self._tell("")
        self._plan = plan
        self.again.setVisible(self._conductor.live)

    def copy_as(self, form: str) -> None:
        """Put the plan on the clipboard in one of its forms."""

        def take(given: Written | Packet) -> None:
            copy(_document(given).content)
            self._tell(tr(N_("On the clipboard: {what}"), what=_name(form)))

        self._give(form, take)

    def save_as(self, form: str) -> None:
        """Ask for a file and write the plan there in one of its forms."""
        self._give(form, lambda given: self._ask_where(form, given))

    def save_to(self, form: str, path: str) -> None:
        """Write the plan into a file."""
        self._give(form, lambda given: self._write(Path(path), given))

    def _menu(self, button: Button, chosen: Callable[[str], object]) -> QMenu:
        menu = QMenu(button)
        for form, (said, _) in FORMS.items():
            menu.addAction(say(said)).triggered.connect(_choosing(chosen, form))
        return menu

    def _ask_where(self, form: str, given: Written | Packet) -> None:
        name = _document(given).name
        kinds = f"{_name(form)} (*{FORMS[form][1]})"
        if form == HANDOVER:
            name = str(Path(name).with_suffix(".zip"))
            whole, alone = tr(N_("All in one file (*.zip)")), tr(N_("The request alone (*.md)"))
            kinds = f"{whole};;{alone}"
        offered = str(self._conductor.folder / name)
        path, _ = QFileDialog.getSaveFileName(self, tr(N_("Save the plan")), offered, kinds)
        if path:
            self._write(Path(path), given)

    def _write(self, path: Path, given: Written | Packet) -> None:
        def work(_: Ticket) -> Path:
            from ssmwizard.app.ways import saving  # noqa: PLC0415 - when it is wanted

            return saving.save(path, given)

        self._job(work, lambda saved: self._tell(tr(N_("Saved as {path}"), path=str(saved))))

    def _give(self, form: str, take: Callable[[Written | Packet], None]) -> None:
        plan, inspection = self._plan, self._conductor.wizard.ground
        if plan is None or inspection is None:
            return
        rights = self._conductor.repairer.repairs.rights or {}

        def work(_: Ticket) -> Written | NotWritten | Packet:
            from ssmwizard.app.ways import handover, way, writing  # noqa: PLC0415 - with boto3

            place = way.ground(inspection, say)
            if form == HANDOVER:
                return handover.packet(inspection, plan, rights, place)
            return writing.write(way.Way(form), plan, place)

        def told(given: Written | NotWritten | Packet) -> None:
            from ssmwizard.app.ways.way import NotWritten  # noqa: PLC0415 - loaded by the job

            if isinstance(given, NotWritten):
                self._tell(say(given.reason))
            else:
                take(given)

        self._job(work, told)

    def _job(self, work: Callable[[Ticket], T], take: Callable[[T], None]) -> None:
        self._conductor.jobs.read(GIVE, work, take, failed=self._failed)

    def _failed(self, error: Exception) -> bool:
        return self._conductor.failed(Step.REPAIR, error)

    def _tell(self, said: str) -> None:
        self.said.setText(said)
        self.said.setVisible(bool(said))
        if said:
            announce(self, said)


def _document(given: Written | Packet) -> Written:
    from ssmwizard.app.ways.handover import Packet  # noqa: PLC0415 - loaded by the job

    return given.document if isinstance(given, Packet) else given


def _name(form: str) -> str:
    return say(FORMS[form][0]).replace("&", "")


def _choosing(chosen: Callable[[str], object], form: str) -> Callable[[], object]:
    return lambda: chosen(form)
