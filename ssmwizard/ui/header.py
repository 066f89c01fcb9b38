"""The strip on top: who is signed in, where, for how long; and what kind of run this is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QWidget

from ssmwizard.model.text import N_
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.footer import announce
from ssmwizard.ui.labels import Elided, label, pill
from ssmwizard.ui.language import isolated, say, tip, tr
from ssmwizard.ui.layout import column, row, set_look

if TYPE_CHECKING:
    from ssmwizard.app.wizard import Wizard
    from ssmwizard.model.identity import Caller
    from ssmwizard.outside.gate import Gate

SOON_SECONDS = 300
EACH_SECOND, NOW_AND_THEN = 1_000, 30_000


class Header(QFrame):
    """Who and where, always in sight. Not ``counting``: credentials of the past have no time left."""

    def __init__(self, demo: str, gate: Gate, switch: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("header")
        self._gate = gate
        self.who = label("", bold=True, wrap=False)
        self.role = Elided("muted")
        self.region = pill("", "pill")
        self.left = pill("", "pill")
        self.read_only = Button(
            tr(N_("Read only")), switch, icon="lock", look="chip", name="read-only"
        )
        self.read_only.setCheckable(True)
        who = QWidget()
        who.setLayout(column(self.who, self.role, gap=0))
        items = [who, self.region, self.left, self.read_only]
        if demo:
            badge = pill(tr(N_("DEMO")), "pill-demo")
            badge.setToolTip(tr(N_("A made-up account ({name}): nothing here is real."), name=demo))
            items.append(badge)
        strip = row(*items, gap=6)
        strip.setStretch(0, 1)
        strip.setContentsMargins(28, 6, 14, 6)
        self.setLayout(strip)
        self.counting = True
        self._expires: datetime | None = None
        self._warned: datetime | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._count_down)

    def show_state(self, wizard: Wizard) -> None:
        """Show who is signed in, and whether anything can be changed."""
        identity = wizard.identity.snapshot.identity if wizard.identity else None
        caller = wizard.caller
        region = (identity.region if identity else None) or wizard.region or ""
        if caller is None:
            self.who.setText(tr(N_("Not signed in")))
            self.role.setText("")
            self.role.setToolTip("")
        else:
            self.who.setText(_account(caller))
            self.role.setText(isolated(caller.arn.rpartition(":")[2]))
            self.role.setToolTip(tip(caller.arn))
        self.region.setText(region)
        self.region.setVisible(bool(region))
        self._expires = caller.expires if caller and self.counting else None
        self._count_down()
        self._show_read_only(writing=wizard.writing)

    def _show_read_only(self, *, writing: bool) -> None:
        on = self._gate.read_only
        self.read_only.setChecked(on)
        self.read_only.setEnabled(not writing)
        locked = self._gate.locked
        if locked is not None:
            said = say(locked)
        elif on:
            said = tr(N_("Nothing can be changed. Press to allow changes again (Ctrl+Shift+R)."))
        else:
            said = tr(N_("Changes can be made. Press so that none can (Ctrl+Shift+R)."))
        self.read_only.setToolTip(said)
        self.read_only.setAccessibleDescription(said)

    def _count_down(self) -> None:
        self.left.setVisible(self._expires is not None)
        if self._expires is None:
            self._timer.stop()
            return
        seconds = int((self._expires - datetime.now(UTC)).total_seconds())
        soon = seconds < SOON_SECONDS
        self.left.setText(_time_left(seconds))
        set_look(self.left, "pill-warn" if soon else "pill")
        if soon and self._warned != self._expires:
            self._warned = self._expires
            announce(self, tr(N_("The sign-in ends soon: {left}"), left=self.left.text()))
        if seconds < 0:
            self._timer.stop()
        else:
            self._timer.start(EACH_SECOND if seconds < 2 * SOON_SECONDS else NOW_AND_THEN)


def _time_left(seconds: int) -> str:
    minutes = seconds // 60
    if seconds < 0:
        return tr(N_("Expired"))
    if seconds < SOON_SECONDS:
        return tr(N_("{minutes}:{seconds} left"), minutes=minutes, seconds=f"{seconds % 60:02}")
    if minutes < 120:  # noqa: PLR2004 - beyond two hours, minutes say little
        return tr("%n minutes left", "%n minute left", minutes)
    return tr("%n hours left", "%n hour left", minutes // 60)


def _account(caller: Caller) -> str:
    if caller.alias:
        return f"{isolated(caller.alias)} · {isolated(caller.account)}"
    return isolated(caller.account)
