"""An entry of the journal: what was changed, by whom, when, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLayout, QWidget

from ssmwizard.app.briefly import SHOWN
from ssmwizard.app.words import ENTRIES
from ssmwizard.model.text import N_, Text
from ssmwizard.outside.journal_entries import UNDOABLE
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.identity_card import facts_form
from ssmwizard.ui.labels import IconLabel, code, label
from ssmwizard.ui.language import both_times, say, tr
from ssmwizard.ui.layout import Card, column, row
from ssmwizard.ui.plan_view import call_view, healed

if TYPE_CHECKING:
    from ssmwizard.app.undo import Undone
    from ssmwizard.outside.journal_entries import Entry

# By the words of outside.journal_entries.State: picture, colour, words.
STATES: Mapping[str, tuple[str, str, Text]] = {
    "done": ("passed", "ok", ENTRIES["done"]),
    "partly": ("warning", "warn", ENTRIES["partly"]),
    "failed": ("failed", "bad", ENTRIES["failed"]),
    "unfinished": ("unknown", "unsure", ENTRIES["unfinished"]),
    "partly-undone": ("warning", "warn", ENTRIES["partly-undone"]),
    "undone": ("undo", "muted", ENTRIES["undone"]),
}


@dataclass(frozen=True, slots=True)
class WayBack:
    """How far taking an entry back is, and what the operator can do about it.

    ``refusal``: why it cannot be taken back now. ``undo`` is given the ARN of somebody else than who
    made the change, once that is confirmed.
    """

    undoing: bool
    confirming: bool
    refusal: str
    ask: Callable[[bool], object]
    undo: Callable[[str], object]


def entry_card(entry: Entry, names: Mapping[str, str], effect: Text | None = None) -> Card:
    """Show what was changed, when, by whom and where; ``effect``: what looking again has shown."""
    picture, colour, word = STATES[entry.state]
    head = row(
        IconLabel(picture, colour, 26), label(say(entry.title), factor=1.2, bold=True), gap=12
    )
    head.setStretch(1, 1)
    form = facts_form()
    form.add_row(label(tr(N_("State")), "muted"), label(say(word)))
    if effect is not None:
        form.add_row(label(tr(N_("Effect")), "muted"), label(say(effect), select=True))
    form.add_row(label(tr(N_("When")), "muted"), label(both_times(entry.at), select=True))
    if entry.account:
        form.add_row(label(tr(N_("By")), "muted"), code(entry.arn))
        form.add_row(label(tr(N_("Where")), "muted"), code(f"{entry.account} · {entry.region}"))
    form.add_row(label(tr(N_("Nodes")), "muted"), label(healed(entry.nodes, names), select=True))
    form.add_row(label(tr(N_("Entry")), "muted"), code(entry.id))
    return Card(head, form, margin=18)


def entry_view(
    entry: Entry,
    names: Mapping[str, str],
    undone: Undone | None,
    back: WayBack,
    see: Callable[[Entry], object],
) -> list[QWidget]:
    """Show an entry in full, with what taking it back does; ``see`` shows what became of it."""
    parts: list[QWidget] = [entry_card(entry, names)]
    if undone is not None:
        parts.append(_outcome(undone))
    parts += _became(entry, see)
    if entry.can_undo:
        card = Card(label(tr(N_("The way back")), bold=True), margin=16)
        made = [change for change in reversed(entry.changes) if change.state in UNDOABLE]
        undos = [change.undo for change in made if change.undo is not None]
        many = len(undos) > SHOWN
        for place, one in enumerate(undos[:SHOWN]):
            card.body.addWidget(label(say(one.says), select=True))
            if not many or not place:
                card.body.addWidget(call_view(one.call.name, one.call.parameters))
        if many:
            said = tr(N_("… and {more} more like these."), more=len(undos) - SHOWN)
            card.body.addWidget(label(said, "muted"))
        card.body.addLayout(_question(back, undone.other if undone is not None else ""))
        parts.append(card)
    return parts


def _became(entry: Entry, see: Callable[[Entry], object]) -> list[QWidget]:
    """Lead to what became of an entry, where that is not known yet."""
    from ssmwizard.app.recovery_words import (  # noqa: PLC0415 - brings boto3
        proof_of,
        to_be_proved,
    )

    said = tr(N_("The program ended before this was finished."))
    more = tr(N_("&What happened …"))
    if not entry.left_open:
        proof = proof_of(entry)
        if proof is None or not to_be_proved(entry):
            return []
        said, more = say(proof), tr(N_("&Look again …"))
    button = Button(more, lambda: see(entry), icon="refresh", name="see-entry")
    return [Card(label(said, select=True), row(button, None), margin=16)]


def _question(back: WayBack, other: str) -> QLayout:
    """Ask what is to be asked now; ``other`` is signed in and did not make the change."""
    if back.undoing:
        return column(label(tr(N_("Undoing …")), "muted"))
    if back.refusal:
        return column(label(back.refusal, "muted"))
    if not back.confirming and not other:
        begin = Button(tr(N_("&Undo …")), lambda: back.ask(True), icon="undo", name="undo")
        return row(begin, None)
    said = tr(N_("&Yes, undo it"))
    if other:
        said = tr(N_("&Yes, undo it as {name}"), name=other.rpartition(":")[2])
    sure = Button(said, lambda: back.undo(other), look="primary", name="confirm-undo")
    no = Button(tr(N_("N&o")), lambda: back.ask(False), name="refuse-undo")
    return row(sure, no, None)


def _outcome(undone: Undone) -> QWidget:
    good = undone.end == "done"
    picture = IconLabel("passed" if good else "failed", "ok" if good else "bad", 26)
    said = label(say(undone.says), factor=1.1, bold=True, select=True)
    said.setObjectName("outcome")
    across = row(picture, said, gap=12)
    across.setStretch(1, 1)
    return Card(across, look="ok" if good else "bad")
