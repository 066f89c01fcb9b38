"""Who is calling, as a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ssmwizard.model.text import N_
from ssmwizard.ui.labels import IconLabel, code, label
from ssmwizard.ui.language import both_times, tr
from ssmwizard.ui.layout import Card, row

if TYPE_CHECKING:
    from ssmwizard.model.identity import Caller, IdentityFacts


def identity_card(identity: IdentityFacts, caller: Caller) -> QWidget:
    """Show the account, the ARN, the Region and when the credentials end."""
    form = facts_form()
    if caller.alias:
        form.add_row(label(tr(N_("Account")), "muted"), label(f"{caller.alias}", bold=True))
        form.add_row(label(tr(N_("Account id")), "muted"), code(caller.account))
    else:
        form.add_row(label(tr(N_("Account id")), "muted"), code(caller.account))
    form.add_row(label(tr(N_("Signed in as")), "muted"), code(caller.arn))
    form.add_row(label(tr(N_("Region")), "muted"), code(identity.region or "—"))
    form.add_row(label(tr(N_("Partition")), "muted"), code(identity.partition or "—"))
    ends = both_times(caller.expires) if caller.expires else tr(N_("They do not expire"))
    form.add_row(label(tr(N_("Credentials end")), "muted"), label(ends, select=True))
    title = row(
        IconLabel("passed", "ok", 22),
        label(tr(N_("You are signed in")), factor=1.15, bold=True, wrap=False),
        None,
    )
    return Card(title, form)


def waiting_card(*, busy: bool) -> QWidget:
    """Show that nobody knows yet."""
    said = tr(N_("Asking AWS who you are …")) if busy else tr(N_("Not looked yet. F5 looks."))
    return Card(
        row(
            IconLabel("busy" if busy else "current", "accent", 22),
            label(said, factor=1.1),
        )
    )


def facts_form() -> Form:
    """Make a form of names and values."""
    return Form()


class Form(QGridLayout):
    """Names and values; unlike QFormLayout it gives wrapped values all the height they need."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(18)
        self.setVerticalSpacing(7)
        self.setColumnStretch(1, 1)

    def add_row(self, name: QLabel, value: QWidget) -> None:
        """Add a name, on one line, and its value."""
        name.setWordWrap(False)
        place = self.rowCount()
        self.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
        self.addWidget(value, place, 1)
