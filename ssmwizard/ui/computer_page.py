"""Step 2: the two programs on this computer that a session is opened with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from ssmwizard.model.facts import NOT_COLLECTED, Fact, Known
from ssmwizard.model.findings import Finding, Status
from ssmwizard.model.text import N_, Text, text
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.copy_choice import CopyChoice
from ssmwizard.ui.doc_link import doc_link
from ssmwizard.ui.finding_card import LOOKS, details, status_pill
from ssmwizard.ui.identity_card import facts_form
from ssmwizard.ui.labels import IconLabel, code, label
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import Card, column, row
from ssmwizard.ui.page import Page
from ssmwizard.ui.repair_buttons import repair_buttons
from ssmwizard.ui.scroll import Scroll

if TYPE_CHECKING:
    from ssmwizard.app.inspect import Inspection
    from ssmwizard.model.computer import ComputerFacts, Tool
    from ssmwizard.model.requirements import Requirements
    from ssmwizard.ui.conductor import Conductor

SEVERAL = 2
# For each card: the check, the title, what it is for, the requirement, the page.
TOOLS = (
    (
        "computer.aws-cli",
        text(N_("AWS CLI")),
        text(N_("Starts sessions from a terminal: aws ssm start-session.")),
        "cli.minimum",
        "getting-started-install",
    ),
    (
        "computer.plugin",
        text(N_("Session Manager plugin")),
        text(N_("Carries the session itself; the AWS CLI calls it.")),
        "plugin.supported",
        "session-manager-working-with-install-plugin",
    ),
)


class ComputerPage(Page):
    """A card for each program."""

    def __init__(self, conductor: Conductor) -> None:
        super().__init__(
            conductor,
            tr(N_("Is this computer ready?")),
            tr(
                N_(
                    "Sessions from a terminal need two programs. Each was started to see whether it runs. Without them you can still find out what is wrong with a node."
                )
            ),
        )
        self.cards = Scroll("computer")
        self.again = Button(tr(N_("Look &again")), conductor.look_again, icon="refresh")
        self.body.addWidget(self.cards, 1)
        self.body.addLayout(row(self.again, None))
        self._shown: object = self
        conductor.computer_landed.connect(self._show_partly)

    def seal(self) -> None:
        """Start nothing."""
        self.again.hide()

    def first_focus(self) -> QWidget:
        """Begin with what was found; Enter goes on from there."""
        return self.cards

    def show_state(self) -> None:
        """Show what was found."""
        wizard = self.conductor.wizard
        looked = wizard.computer
        if looked is self._shown:
            return
        self._shown = looked
        if looked is None or looked.snapshot.computer is None:
            self.cards.refill(_waiting(tr(N_("Starting the programs to see whether they run …"))))
            return
        computer, requirements = looked.snapshot.computer, looked.snapshot.requirements
        partition = wizard.identity.snapshot.identity.partition if wizard.identity else None
        shown = {tool[0] for tool in TOOLS}
        parts = [
            self._card(tool, computer, requirements, looked.findings, partition) for tool in TOOLS
        ]
        others = [finding for finding in looked.findings if finding.check not in shown]
        later = [finding for finding in others if finding.status is Status.SKIPPED]
        parts += [
            _other(finding, partition, repair_buttons(self.conductor, finding))
            for finding in others
            if finding.status not in (Status.PASSED, Status.SKIPPED)
        ]
        if later:
            parts.append(Card(*(label(say(finding.text), "muted") for finding in later)))
        self.cards.refill(*parts)

    def _show_partly(self, looked: Inspection) -> None:
        """Show what is known so far, where nothing was known before."""
        computer, wizard = looked.snapshot.computer, self.conductor.wizard
        if wizard.computer is not None or computer is None:
            return
        partition = wizard.identity.snapshot.identity.partition if wizard.identity else None
        requirements, findings = looked.snapshot.requirements, looked.findings
        said = N_("{program}: starting it to see whether it runs …")
        parts = (
            _waiting(tr(said, program=say(tool[1])))
            if _fact(computer, tool[0]) is NOT_COLLECTED
            else self._card(tool, computer, requirements, findings, partition)
            for tool in TOOLS
        )
        self.cards.refill(*parts)

    def _card(
        self,
        tool: tuple[str, Text, Text, str, str],
        computer: ComputerFacts,
        requirements: Requirements,
        findings: Iterable[Finding],
        partition: str | None,
    ) -> QWidget:
        check, title, purpose, minimum, page = tool
        fact = _fact(computer, check)
        found = fact.value if isinstance(fact, Known) else None
        finding = next((one for one in findings if one.check == check), None)
        status = finding.status if finding is not None else Status.UNKNOWN
        picture, colour, _, _ = LOOKS[status]
        head = row(
            IconLabel(picture, colour, 26),
            label(say(title), factor=1.2, bold=True, wrap=False),
            status_pill(status),
            None,
            gap=12,
        )
        form = facts_form()
        if found is not None:
            form.add_row(label(tr(N_("Version")), "muted"), code(found.version or "—"))
            form.add_row(label(tr(N_("Path")), "muted"), code(found.path))
        choice = self._choice(computer, check, say(title))
        if choice is not None:
            form.add_row(label(tr(N_("Used")), "muted"), choice)
        needed = tr(N_("{version} or newer"), version=requirements.text(minimum))
        form.add_row(label(tr(N_("Required")), "muted"), label(needed))
        form.add_row(label(tr(N_("What for")), "muted"), label(say(purpose)))
        card = Card(head, margin=20)
        if finding is not None and status is not Status.PASSED:
            card.body.addWidget(label(say(finding.text), bold=True, select=True))
        if finding is not None and finding.why is not None and status is not Status.PASSED:
            card.body.addWidget(label(say(finding.why), "muted"))
        card.body.addLayout(form)
        buttons = repair_buttons(self.conductor, finding) if finding is not None else []
        if buttons:
            card.body.addLayout(row(*buttons, None))
        docs = finding.docs if finding is not None and finding.docs else (page,)
        card.body.addLayout(column(*(doc_link(key, partition) for key in docs[:3]), gap=4))
        card.setAccessibleName(f"{say(title)}: {say(finding.text) if finding else ''}")
        return card

    def _choice(self, computer: ComputerFacts, check: str, title: str) -> CopyChoice | None:
        """Return the choice between several copies; none where there is only one, or nobody to ask."""
        copies, means = _copies(computer, check), computer.means
        if len(copies) < SEVERAL or not self.conductor.live or not isinstance(means, Known):
            return None
        program = "aws" if check == "computer.aws-cli" else "session-manager-plugin"
        chosen = means.value.chosen.get(program, "")
        return CopyChoice(
            title, copies, chosen, lambda path: self.conductor.choose_copy(program, path)
        )


def _copies(computer: ComputerFacts, check: str) -> tuple[Tool, ...]:
    of_cli = check == "computer.aws-cli"
    fact = computer.cli_copies if of_cli else computer.plugin_copies
    return fact.value if isinstance(fact, Known) else ()


def _fact(computer: ComputerFacts, check: str) -> Fact[Tool | None]:
    return computer.cli if check == "computer.aws-cli" else computer.plugin


def _waiting(said: str) -> Card:
    return Card(row(IconLabel("busy", "accent", 22), label(said)))


def _other(finding: Finding, partition: str | None, buttons: Iterable[QPushButton]) -> QWidget:
    picture, colour, look, _ = LOOKS[finding.status]
    head = row(IconLabel(picture, colour, 22), label(say(finding.text), bold=True), gap=12)
    head.setStretch(1, 1)
    below = row(*buttons, None)
    return Card(head, below, details(finding, partition), look=look)
