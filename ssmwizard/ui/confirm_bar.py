"""Asks before a plan is applied; the account id is typed for what reaches far or costs money."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ssmwizard.model.text import N_
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.labels import IconLabel, label
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import Card, clear, row

if TYPE_CHECKING:
    from ssmwizard.app.apply import OtherCaller


class ConfirmBar(Card):
    """The last question. Yes is only possible once the account id stands there, if it is asked for."""

    def __init__(self, ask: Callable[[bool], object], apply: Callable[[], object]) -> None:
        super().__init__(margin=12)
        self._ask, self._apply = ask, apply
        self._shown: tuple[object, ...] = ()
        self.begin: Button | None = None
        self.yes: Button | None = None
        self.field: QLineEdit | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter answers the question or does nothing; it never goes on to the next step."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def show_question(
        self,
        *,
        confirming: bool,
        changes: int,
        account: str,
        typed: bool,
        refusal: str,
        other: OtherCaller | None = None,
    ) -> None:
        """Show the way to the question, or the question.

        ``refusal``: why nothing can be changed. ``other``: somebody else is signed in than when the
        plan was made.
        """
        shown = (confirming, changes, account, typed, refusal, other)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self.body)
        self.begin = self.yes = self.field = None
        if refusal:
            self.body.addWidget(label(refusal, "muted"))
        elif not confirming:
            said = tr("&Make these %n changes …", "&Make this change …", changes)
            self.begin = Button(
                said, lambda: self._ask(True), icon="repair", look="primary", name="make"
            )
            self.body.addWidget(label(tr(N_("Nothing has been changed yet.")), "muted"))
            self.body.addLayout(row(self.begin, None))
        else:
            self._question(account, other, typed=typed)

    def _question(self, account: str, other: OtherCaller | None, *, typed: bool) -> None:
        if other is not None:
            across = row(
                IconLabel("warning", "warn", 22), label(say(other.says), select=True), gap=10
            )
            across.setStretch(1, 1)
            self.body.addLayout(across)
        self.yes = Button(
            tr(N_("&Yes, change it")), self._apply, icon="check", look="primary", name="confirm"
        )
        no = Button(tr(N_("N&o")), lambda: self._ask(False), name="refuse")
        said = tr(N_("This changes this computer. Go on?"))
        if other is not None:
            name = other.now.rpartition(":")[2]
            said = tr(N_("Make it in the account {account} as {name}?"), account=account, name=name)
        elif account:
            said = tr(N_("This changes the account {account}. Go on?"), account=account)
        items: list[QWidget] = [label(said, bold=True)]
        if typed:
            items[0] = label(
                tr(
                    N_("This reaches beyond the nodes. Type the account id {account} to go on."),
                    account=account,
                ),
                bold=True,
            )
            self.field = QLineEdit()
            self.field.setMaximumWidth(170)
            self.field.setPlaceholderText(account)
            self.field.setAccessibleName(tr(N_("Account id, to confirm")))
            self.yes.setEnabled(False)
            yes = self.yes
            self.field.textChanged.connect(
                lambda said: yes.setEnabled(bool(account) and said.strip() == account)
            )
            self.field.returnPressed.connect(yes.click)
            items.append(self.field)
        self.body.addWidget(items[0])
        self.body.addLayout(row(*items[1:], self.yes, no, None, gap=10))
        # The layout shows them a moment later, and what is hidden cannot have the focus.
        first = self.field or (self.yes if other is None else no)
        QTimer.singleShot(0, first.setFocus)
