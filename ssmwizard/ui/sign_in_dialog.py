"""Signs in again: shows what will be run, then what it asks for, live, until it has ended."""

from __future__ import annotations

import queue
import shlex
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QFontDatabase, QTextCursor
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout

from ssmwizard.model.plans import NoPlan, Plan
from ssmwizard.model.signing import Invitation, invitation
from ssmwizard.model.text import N_
from ssmwizard.ui.buttons import Button, LongButton
from ssmwizard.ui.clipboard import copy
from ssmwizard.ui.failures import expected, sentence
from ssmwizard.ui.finding_card import command_line
from ssmwizard.ui.footer import announce
from ssmwizard.ui.labels import IconLabel, code, label
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import GAP, Card, clear, row, set_look

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ssmwizard.app.sign_in import SignedIn
    from ssmwizard.ui.conductor import Conductor
    from ssmwizard.ui.jobs import Ticket

WIDTH, HEIGHT = 760, 560
LINES = 5
PLANNED, SIGN_IN, PRINTED = "sign-in-plan", "sign-in", "printed"
Plans = tuple[Plan | NoPlan, Plan | NoPlan]


class SignInDialog(QDialog):
    """First the command, then its conversation. What it prints is gone with the dialog."""

    def __init__(self, parent: QWidget, conductor: Conductor) -> None:
        super().__init__(parent)
        self._conductor = conductor
        self._plan: Plan | NoPlan | None = None
        self._elsewhere: Plan | NoPlan | None = None
        self._asked = Invitation()
        self._typed: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr(N_("Sign in again")))
        self._make_parts()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 20, 24, 16)
        inside.setSpacing(GAP)
        for part in (self.title, self.state, self.command, self.mind, self.asked):
            inside.addWidget(part)
        inside.addLayout(row(self.answer, self.send))
        inside.addWidget(self.printed, 1)
        inside.addStretch(0)
        inside.addLayout(row(self.here, self.there, None, self.leave))
        self.resize(min(WIDTH, parent.window().width()), min(HEIGHT, parent.window().height()))
        self.prepare()

    # What the operator does

    def prepare(self) -> None:
        """Find out which command it is, and with which AWS CLI."""
        doors, wizard = self._conductor.doors, self._conductor.wizard

        def work(ticket: Ticket) -> Plans:
            from ssmwizard.app import inspect, sign_in  # noqa: PLC0415 - bring boto3

            looked = wizard.identity or inspect.identify(
                doors, wizard.profile, wizard.region, ticket.cancelled
            )
            if wizard.computer is not None:
                known = wizard.computer.snapshot.computer
                looked = replace(looked, snapshot=replace(looked.snapshot, computer=known))
            looked = sign_in.with_cli(doors, looked)
            return sign_in.proposal(looked), sign_in.proposal(looked, other_device=True)

        self._say("busy", "accent", tr(N_("Looking for the AWS CLI that signs in …")))
        self._conductor.jobs.read(PLANNED, work, self._planned, failed=self._failed)

    def sign_in_here(self) -> None:
        """Sign in with the browser of this computer."""
        self._run(self._plan)

    def sign_in_elsewhere(self) -> None:
        """Sign in with a code that is entered on another device."""
        self._run(self._elsewhere)

    def type_answer(self) -> None:
        """Give the AWS CLI what it asks for."""
        self._typed.put(self.answer.text())
        self.answer.clear()
        # Later: the key that was pressed is not to press what has the focus next.
        QTimer.singleShot(0, self._hide_answer)

    def reject(self) -> None:
        """End what runs; leave when nothing does."""
        if not self._conductor.jobs.interrupt(SIGN_IN):
            super().reject()

    def done(self, result: int) -> None:
        """Forget what was shown."""
        for key in (PLANNED, SIGN_IN):
            self._conductor.jobs.cancel(key)
        self.printed.clear()
        clear(self.asked.body)
        super().done(result)

    # Inside

    def _hide_answer(self) -> None:
        self.answer.hide()
        self.send.hide()
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_parts(self) -> None:
        self.title = label(tr(N_("Sign in again")), factor=1.4, bold=True)
        self.picture = IconLabel("busy", "accent", 24)
        self.said = label("", factor=1.08, bold=True, select=True)
        across = row(self.picture, self.said, gap=12)
        across.setStretch(1, 1)
        self.state = Card(across, margin=12)
        self.command = Card(look="", margin=0)
        self.mind = label("", "muted", select=True)
        self.asked = Card(look="sunken")
        self.printed = QPlainTextEdit()
        self.printed.setObjectName("printed")
        self.printed.setProperty("look", "code")
        self.printed.setReadOnly(True)
        self.printed.setUndoRedoEnabled(False)
        self.printed.setTabChangesFocus(True)
        self.printed.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.printed.setAccessibleName(tr(N_("What the AWS CLI prints")))
        self.printed.setMinimumHeight(self.printed.fontMetrics().lineSpacing() * LINES)
        self.answer = QLineEdit()
        self.answer.setObjectName("answer")
        self.answer.setAccessibleName(tr(N_("Answer to the AWS CLI")))
        self.answer.returnPressed.connect(self.type_answer)
        self.send = Button(tr(N_("S&end")), self.type_answer, icon="check", name="send")
        self.here = LongButton(
            tr(N_("&Sign in with the browser here")),
            self.sign_in_here,
            icon="account",
            look="primary",
            name="sign-in-here",
        )
        self.there = LongButton(
            tr(N_("Use a code on &another device")),
            self.sign_in_elsewhere,
            icon="people",
            name="sign-in-elsewhere",
        )
        self.leave = Button(tr(N_("&Cancel")), self.reject, icon="cancel", name="leave")
        for part in (
            self.command,
            self.mind,
            self.asked,
            self.answer,
            self.send,
            self.printed,
            self.here,
            self.there,
        ):
            part.hide()

    def _planned(self, plans: Plans) -> None:
        from ssmwizard.app import sign_in  # noqa: PLC0415 - loaded by the job

        self._plan, self._elsewhere = plans
        plan = self._plan
        refusal = sign_in.refusal(self._conductor.doors)
        if isinstance(plan, NoPlan) or refusal is not None:
            said = refusal if isinstance(plan, Plan) else plan.reason
            assert said is not None
            self._over("unknown", "unsure", say(said))
            return
        self.title.setText(say(plan.title))
        self._say("current", "accent", tr(N_("This will be run. Nothing in the account changes.")))
        self._show_command(plan)
        self._offer()

    def _offer(self) -> None:
        self.here.setVisible(isinstance(self._plan, Plan))
        self.there.setVisible(isinstance(self._elsewhere, Plan))
        self.here.setDefault(True)
        self.here.setFocus(Qt.FocusReason.OtherFocusReason)

    def _run(self, plan: Plan | NoPlan | None) -> None:
        if not isinstance(plan, Plan):
            return
        doors, typed = self._conductor.doors, queue.SimpleQueue[str]()
        self._typed = typed

        def next_typed() -> str | None:
            with suppress(queue.Empty):
                return typed.get_nowait()
            return None

        def work(ticket: Ticket) -> SignedIn:
            from ssmwizard.app import sign_in  # noqa: PLC0415 - brings boto3

            told = ticket.teller(PRINTED)
            return sign_in.carry_out(doors, plan, told, ticket.cancelled.is_set, next_typed)

        self._asked = Invitation()
        self.printed.clear()
        self._show_command(plan)
        self._say("busy", "accent", tr(N_("Waiting until you have signed in …")))
        for part in (self.here, self.there, self.asked):
            part.hide()
        self.printed.show()
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
        self._conductor.jobs.read(SIGN_IN, work, self._ended, failed=self._failed, told=self._told)

    def _told(self, topic: str, printed: str) -> None:
        if topic != PRINTED:
            return
        self.printed.setPlainText(printed)
        self.printed.moveCursor(QTextCursor.MoveOperation.End)
        asked = invitation(printed)
        if asked != self._asked:
            self._asked = asked
            self._invite(asked)
        question = bool(printed.rstrip(" ")) and not printed.rstrip(" ").endswith("\n")
        if question and not self.answer.isVisibleTo(self):
            self.answer.show()
            self.send.show()
            self.answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _invite(self, asked: Invitation) -> None:
        body = self.asked.body
        clear(body)
        if asked.code:
            body.addWidget(label(tr(N_("Open this page, and enter the code:")), "muted"))
            shown = code(asked.code, wrap=False)
            font = shown.font()
            font.setPointSizeF(font.pointSizeF() * 2.2)
            font.setBold(True)
            shown.setFont(font)
            shown.setAccessibleName(tr(N_("Code: {code}"), code=asked.code))
            again = Button(
                tr(N_("Cop&y the code")), _copying(asked.code), icon="copy", name="copy-code"
            )
            body.addLayout(row(shown, again, None, gap=16))
            announce(self, tr(N_("Code: {code}"), code=asked.code))
        else:
            body.addWidget(label(tr(N_("If no browser has opened, open this page:")), "muted"))
        page = asked.complete or asked.page
        address = code(asked.page)
        address.setMaximumHeight(address.fontMetrics().lineSpacing() * 3 + 6)
        body.addWidget(address)
        body.addLayout(
            row(
                Button(tr(N_("&Open the page")), _opening(page), icon="open", name="open-page"),
                Button(tr(N_("Copy the a&ddress")), _copying(page), icon="copy", name="copy-page"),
                None,
            )
        )
        self.asked.show()

    def _ended(self, ended: SignedIn) -> None:
        from ssmwizard.app.sign_in import End  # noqa: PLC0415 - loaded by the job

        for part in (self.asked, self.answer, self.send):
            part.hide()
        if ended.end is End.DONE:
            announce(self, say(ended.says))
            self.accept()
            self._conductor.signed_in()
            return
        stopped = ended.end is End.CANCELLED
        if stopped:
            # The code that stands there lets nobody in any more.
            self.printed.clear()
            self.printed.hide()
        picture = ("current", "muted") if stopped else ("failed", "bad")
        self._over(*picture, say(ended.says))
        self._offer()

    def _failed(self, error: Exception) -> bool:
        self._over("failed", "bad", say(sentence(error)))
        return expected(error)

    def _over(self, picture: str, colour: str, said: str) -> None:
        self._say(picture, colour, said)
        self.leave.setText(tr(N_("C&lose")))
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, said)

    def _say(self, picture: str, colour: str, said: str) -> None:
        self.picture.show_icon(picture, colour)
        set_look(self.state, {"bad": "bad", "unsure": "unsure"}.get(colour, "card"))
        self.said.setText(said)
        self.leave.setText(tr(N_("&Cancel")))

    def _show_command(self, plan: Plan) -> None:
        from ssmwizard.app import sign_in  # noqa: PLC0415 - loaded by the job

        clear(self.command.body)
        self.command.body.addWidget(command_line(shlex.join(sign_in.arguments(plan))))
        self.command.show()
        told = [say(one) for one in (*plan.affects, *plan.warnings)]
        self.mind.setText("\n".join(told))
        self.mind.setVisible(bool(told))


def _copying(said: str) -> Callable[[], None]:
    return lambda: copy(said)


def _opening(page: str) -> Callable[[], bool]:
    return lambda: QDesktopServices.openUrl(QUrl(page))
