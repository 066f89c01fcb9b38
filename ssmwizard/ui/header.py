"""The strip on top: who is signed in, where, for how long; and what kind of run this is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame

from ssmwizard.model.facts import Known
from ssmwizard.model.text import N_
from ssmwizard.ui.labels import IconLabel, label, pill
from ssmwizard.ui.language import isolated, tr
from ssmwizard.ui.layout import row, set_look

if TYPE_CHECKING:
    from ssmwizard.app.wizard import Wizard
    from ssmwizard.model.identity import Caller

SOON_MINUTES = 15


class Header(QFrame):
    """Who and where, always in sight. Not ``counting``: credentials of the past have no time left."""

    def __init__(self, demo: str, *, read_only: bool) -> None:
        super().__init__()
        self.setObjectName("header")
        self._picture = IconLabel("account", "muted", 20)
        self.who = label("", bold=True, wrap=False)
        self.role = label("", "muted", wrap=False)
        self.region = pill("", "pill")
        self.left = pill("", "pill")
        items = [self._picture, self.who, self.role, self.region, self.left, None]
        if read_only:
            badge = pill(tr(N_("READ-ONLY")), "pill-accent")
            badge.setToolTip(tr(N_("This run cannot change anything.")))
            items.append(badge)
        if demo:
            badge = pill(tr(N_("DEMO ACCOUNT")), "pill-demo")
            badge.setToolTip(tr(N_("A made-up account ({name}): nothing here is real."), name=demo))
            items.append(badge)
        strip = row(*items, gap=10)
        strip.setContentsMargins(28, 11, 20, 11)
        self.setLayout(strip)
        self.counting = True
        self._expires: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(30_000)
        self._timer.timeout.connect(self._count_down)

    def show_state(self, wizard: Wizard) -> None:
        """Show who is signed in."""
        identity = wizard.identity.snapshot.identity if wizard.identity else None
        caller = identity.caller.value if identity and isinstance(identity.caller, Known) else None
        region = (identity.region if identity else None) or wizard.region or ""
        if caller is None:
            self.who.setText(tr(N_("Not signed in")))
            self.role.setText("")
        else:
            self.who.setText(_account(caller))
            self.role.setText(isolated(caller.arn.rpartition(":")[2]))
            self.role.setToolTip(caller.arn)
        self.region.setText(region)
        self.region.setVisible(bool(region))
        self._expires = caller.expires if caller and self.counting else None
        self._count_down()
        if self._expires is None:
            self._timer.stop()
        else:
            self._timer.start()

    def _count_down(self) -> None:
        self.left.setVisible(self._expires is not None)
        if self._expires is None:
            return
        minutes = int((self._expires - datetime.now(UTC)).total_seconds() // 60)
        if minutes < 0:
            said = tr(N_("Expired"))
        elif minutes < 120:  # noqa: PLR2004 - beyond two hours, minutes say little
            said = tr("%n minutes left", "%n minute left", minutes)
        else:
            said = tr("%n hours left", "%n hour left", minutes // 60)
        self.left.setText(said)
        set_look(self.left, "pill-warn" if minutes < SOON_MINUTES else "pill")


def _account(caller: Caller) -> str:
    if caller.alias:
        return f"{isolated(caller.alias)} · {isolated(caller.account)}"
    return isolated(caller.account)
