"""The chain of gates of one node: the one to begin with marked, echoes folded behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from ssmwizard.app.chain import Gate
from ssmwizard.app.words import STATUSES
from ssmwizard.checks.every import EVERY
from ssmwizard.model.findings import Finding, Status
from ssmwizard.model.text import N_, Text
from ssmwizard.ui.finding_card import LOOKS, details, finding_card
from ssmwizard.ui.flow import Flow
from ssmwizard.ui.fold import Fold
from ssmwizard.ui.labels import IconLabel, label, pill
from ssmwizard.ui.language import say, tip, tr
from ssmwizard.ui.layout import column, row

TITLES: Mapping[str, Text] = {check.id: check.title for check in EVERY}
# As many passed gates in a row as are folded into one line.
FEW = 2
SOUGHT = "sought"

Actions = Callable[[Finding], Iterable[QPushButton]]


def title(check: str) -> str:
    """Return what a check is called."""
    return say(TITLES[check]) if check in TITLES else check


def chain_view(
    gates: Iterable[Gate], partition: str | None, actions: Actions, sought: str = ""
) -> Iterator[QWidget]:
    """Show the gates in their order; those that let through only as far as needed.

    ``sought`` is a check that is shown in full whatever it says; its card is called so.
    """
    told = tuple(gates)

    def folded(gate: Gate) -> bool:
        return gate.finding.status is Status.PASSED and gate.finding.check != sought

    for passed, group in groupby(told, key=folded):
        together = [gate.finding for gate in group] if passed else []
        if len(together) > FEW:
            said = tr("%n gates passed", "%n gate passed", len(together))
            yield _passed(said, together, partition)
        elif passed:
            for finding in together:
                yield gate_line(finding, partition)
        else:
            for gate in group:
                wanted = sought in (gate.finding.check, *(echo.check for echo in gate.echoes))
                shown = _gate(gate, partition, actions, full=wanted or _in_full(gate, told))
                shown.setObjectName(SOUGHT if wanted else "")
                yield shown


def gate_line(finding: Finding, partition: str | None, actions: Actions = lambda _: ()) -> QWidget:
    """Show a gate in one line that opens."""
    picture, colour, _, _ = LOOKS[finding.status]
    name = f"{title(finding.check)}: {say(finding.text)}"
    fold = Fold(title(finding.check), _full(finding, partition, actions))
    fold.button.setAccessibleName(f"{say(STATUSES[finding.status])}. {name}")
    fold.button.setToolTip(tip(say(finding.text)))
    return _line(picture, colour, fold)


def _in_full(gate: Gate, gates: tuple[Gate, ...]) -> bool:
    """Tell whether a gate is shown open: broken ones, or what is left to say where none is."""
    if gate.finding.is_root_cause:
        return True
    broken = any(one.finding.is_root_cause for one in gates)
    return not broken and gate.finding.status in (Status.WARNING, Status.UNKNOWN)


def _gate(gate: Gate, partition: str | None, actions: Actions, *, full: bool) -> QWidget:
    finding = gate.finding
    if not full:
        return gate_line(finding, partition, actions)
    tag = tr(N_("BEGIN HERE")) if gate.first_broken else say(STATUSES[finding.status])
    heading = row(
        label(title(finding.check), bold=True),
        pill(tag, LOOKS[finding.status][3] if not gate.first_broken else "pill-first"),
    )
    heading.setStretch(0, 1)
    card = finding_card(
        finding, partition=partition, heading=heading, actions=tuple(actions(finding))
    )
    if gate.echoes:
        count = len(gate.echoes)
        said = tr("%n later gates wait for this one", "%n later gate waits for this one", count)
        card.body.addWidget(Fold(said, lambda: _lines(gate.echoes, partition)))
    return card


def _passed(said: str, findings: list[Finding], partition: str | None) -> QWidget:
    fold = Fold(said, lambda: _lines(findings, partition))
    return _line("passed", "ok", fold)


def _line(picture: str, colour: str, fold: Fold) -> QWidget:
    shown = IconLabel(picture, colour, 20)
    across = row(shown, fold, gap=6)
    across.setAlignment(shown, Qt.AlignmentFlag.AlignTop)
    across.setStretch(1, 1)
    across.setContentsMargins(18, 2, 0, 2)
    shown.setContentsMargins(0, 6, 0, 0)
    shown.setFixedHeight(30)
    line = QWidget()
    line.setLayout(across)
    return line


def _lines(findings: Iterable[Finding], partition: str | None) -> QWidget:
    inside = QWidget()
    inside.setLayout(column(*(gate_line(one, partition) for one in findings), gap=2))
    return inside


def _full(finding: Finding, partition: str | None, actions: Actions) -> Callable[[], QWidget]:
    def make() -> QWidget:
        inside = QWidget()
        below = column(label(say(finding.text), select=True), gap=6)
        if finding.why is not None:
            below.addWidget(label(say(finding.why), "muted"))
        below.addLayout(details(finding, partition))
        buttons = tuple(actions(finding))
        if buttons:
            below.addWidget(Flow(*buttons, gap=10))
        below.setContentsMargins(10, 0, 0, 8)
        inside.setLayout(below)
        return inside

    return make
