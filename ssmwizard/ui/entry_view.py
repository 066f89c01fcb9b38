"""An entry of the journal: what was changed, by whom, when, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ssmwizard.model.text import N_, Text, text
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.identity_card import facts_form
from ssmwizard.ui.labels import IconLabel, code, label
from ssmwizard.ui.language import both_times, say, tr
from ssmwizard.ui.layout import Card, row
from ssmwizard.ui.plan_view import call_view, healed

if TYPE_CHECKING:
    from ssmwizard.app.undo import Undone
    from ssmwizard.outside.journal_entries import Entry

# By the words of outside.journal_entries.State: picture, colour, words.
STATES: Mapping[str, tuple[str, str, Text]] = {
    "done": ("passed", "ok", text(N_("Made"))),
    "partly": ("warning", "warn", text(N_("Made in part"))),
    "failed": ("failed", "bad", text(N_("Failed, nothing was changed"))),
    "unfinished": ("unknown", "unsure", text(N_("Not finished"))),
    "partly-undone": ("warning", "warn", text(N_("Undone in part"))),
    "undone": ("undo", "muted", text(N_("Undone"))),
}


def entry_view(
    entry: Entry,
    names: Mapping[str, str],
    undone: Undone | None,
    *,
    undoing: bool,
    confirming: bool,
    ask: Callable[[bool], object],
    undo: Callable[[], object],
) -> list[QWidget]:
    """Show an entry in full, with what taking it back does."""
    picture, colour, word = STATES[entry.state]
    head = row(
        IconLabel(picture, colour, 26), label(say(entry.title), factor=1.2, bold=True), gap=12
    )
    head.setStretch(1, 1)
    form = facts_form()
    form.add_row(label(tr(N_("State")), "muted"), label(say(word)))
    form.add_row(label(tr(N_("When")), "muted"), label(both_times(entry.at), select=True))
    if entry.account:
        form.add_row(label(tr(N_("By")), "muted"), code(entry.arn))
        form.add_row(label(tr(N_("Where")), "muted"), code(f"{entry.account} · {entry.region}"))
    form.add_row(label(tr(N_("Nodes")), "muted"), label(healed(entry.nodes, names), select=True))
    form.add_row(label(tr(N_("Entry")), "muted"), code(entry.id))
    parts: list[QWidget] = [Card(head, form, margin=18)]
    if undone is not None:
        parts.append(_outcome(undone))
    back = [change.undo for change in reversed(entry.changes) if change.undo is not None]
    if entry.can_undo:
        card = Card(label(tr(N_("The way back")), bold=True), margin=16)
        for one in back:
            card.body.addWidget(label(say(one.says), select=True))
            card.body.addWidget(call_view(one.call.name, one.call.parameters))
        if undoing:
            card.body.addWidget(label(tr(N_("Undoing …")), "muted"))
        elif confirming:
            sure = Button(tr(N_("&Yes, undo it")), undo, look="primary", name="confirm-undo")
            no = Button(tr(N_("N&o")), lambda: ask(False), name="refuse-undo")
            card.body.addLayout(row(sure, no, None))
        else:
            begin = Button(tr(N_("&Undo …")), lambda: ask(True), icon="undo", name="undo")
            card.body.addLayout(row(begin, None))
        parts.append(card)
    return parts


def _outcome(undone: Undone) -> QWidget:
    good = undone.end == "done"
    picture = IconLabel("passed" if good else "failed", "ok" if good else "bad", 26)
    said = label(say(undone.says), factor=1.1, bold=True, select=True)
    said.setObjectName("outcome")
    across = row(picture, said, gap=12)
    across.setStretch(1, 1)
    return Card(across, look="ok" if good else "bad")
