"""Who is calling, as a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout, QWidget

from ssmwizard.model.text import N_
from ssmwizard.ui.language import both_times, tr
from ssmwizard.ui.widgets import Card, IconLabel, code, label, row

if TYPE_CHECKING:
    from ssmwizard.model.identity import Caller, IdentityFacts


def identity_card(identity: IdentityFacts, caller: Caller) -> QWidget:
    """Show the account, the ARN, the Region and when the credentials end."""
    form = facts_form()
    if caller.alias:
        form.addRow(label(tr(N_("Account")), "muted"), label(f"{caller.alias}", bold=True))
        form.addRow(label(tr(N_("Account id")), "muted"), code(caller.account))
    else:
        form.addRow(label(tr(N_("Account id")), "muted"), code(caller.account))
    form.addRow(label(tr(N_("Signed in as")), "muted"), code(caller.arn))
    form.addRow(label(tr(N_("Region")), "muted"), code(identity.region or "—"))
    form.addRow(label(tr(N_("Partition")), "muted"), code(identity.partition or "—"))
    ends = both_times(caller.expires) if caller.expires else tr(N_("They do not expire"))
    form.addRow(label(tr(N_("Credentials end")), "muted"), label(ends, select=True))
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


def facts_form() -> QFormLayout:
    """Make a form of names and values."""
    form = QFormLayout()
    form.setHorizontalSpacing(18)
    form.setVerticalSpacing(7)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form
