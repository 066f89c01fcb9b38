"""What became of a change that was cut short: found out from the account, finished or taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from ssmwizard.app.place import place_of_entry
from ssmwizard.model.text import N_
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.entry_view import entry_card
from ssmwizard.ui.footer import announce
from ssmwizard.ui.labels import IconLabel, label
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import GAP, Card, row
from ssmwizard.ui.recoverer import Doing
from ssmwizard.ui.run_view import PROOFS, STEPS
from ssmwizard.ui.scroll import Scroll

if TYPE_CHECKING:
    from ssmwizard.outside.journal_entries import Entry
    from ssmwizard.ui.conductor import Conductor
    from ssmwizard.ui.recoverer import Recovering

WIDTH, HEIGHT = 780, 640
# By the words of app.traces.Seen.
SIGHTS = {
    "made": ("passed", "ok"),
    "not-made": ("not-reached", "muted"),
    "changed": ("warning", "warn"),
    "several": ("warning", "warn"),
    "untold": ("unknown", "unsure"),
}
FINISH, UNDO = "finish", "undo"


class RecoveryDialog(QDialog):
    """One entry of the journal, what the account shows of it, and the ways out."""

    def __init__(self, parent: QWidget, conductor: Conductor, entry: Entry) -> None:
        super().__init__(parent)
        self._conductor, self._recoverer = conductor, conductor.recoverer
        self._asking, self._told = "", ""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr(N_("What became of a change")))
        self.answer = Scroll("recovery")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr(N_("Progress")))
        self.question = label("", bold=True)
        self.question.setObjectName("question")
        self.field = QLineEdit()
        self.field.setObjectName("account-id")
        self.field.setMaximumWidth(170)
        self.field.setAccessibleName(tr(N_("Account id, to confirm")))
        self.field.textChanged.connect(lambda _: self._allow())
        self.yes = Button("", self._go, icon="check", look="primary", name="confirm-recovery")
        self.field.returnPressed.connect(self.yes.click)
        self.no = Button(tr(N_("N&o")), lambda: self._ask(""), name="refuse-recovery")
        self.finish = Button(
            tr(N_("&Finish it …")),
            lambda: self._ask(FINISH),
            icon="repair",
            look="primary",
            name="finish-entry",
        )
        self.undo = Button(
            tr(N_("&Undo it …")), lambda: self._ask(UNDO), icon="undo", name="undo-entry"
        )
        self.prove = Button(
            tr(N_("&Look again whether it worked")),
            self._recoverer.prove,
            icon="refresh",
            name="prove-entry",
        )
        self.stop = Button(
            tr(N_("&Stop")), self._recoverer.stop, icon="cancel", name="stop-recovery"
        )
        self.leave = Button(tr(N_("&Close")), self.reject, name="close")
        self._lay_out()
        self._recoverer.changed.connect(self._show)
        self._recoverer.show(entry)
        self.leave.setFocus()
        self.resize(min(WIDTH, parent.window().width()), min(HEIGHT, parent.window().height()))

    def reject(self) -> None:
        """Leave; the looking can be begun again later, and a change that is under way ends first."""
        self._recoverer.stop()
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what has the focus, and never some other button."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 16)
        outer.setSpacing(GAP)
        outer.addWidget(self.answer, 1)
        outer.addWidget(self.bar)
        outer.addWidget(self.question)
        outer.addLayout(row(self.field, self.yes, self.no, None, gap=10))
        outer.addLayout(
            row(self.finish, self.undo, self.prove, self.stop, None, self.leave, gap=10)
        )

    # What the operator does

    def _ask(self, what: str) -> None:
        """Ask before something is changed; an empty word stops asking."""
        self._asking = what
        self.field.clear()
        self._show()
        if what:
            (self.field if self.field.isVisibleTo(self) else self.yes).setFocus()
        else:
            self.leave.setFocus()

    def _go(self) -> None:
        if not self.yes.isEnabled():
            return
        asking, self._asking = self._asking, ""
        confirmed = self._other()
        if asking == FINISH:
            self._recoverer.finish(confirmed)
        else:
            self._recoverer.undo(confirmed)

    def _other(self) -> str:
        """Return who is signed in, where that is not who began it and that is to be confirmed."""
        state = self._recoverer.state
        return state.ended.other if state is not None and state.ended is not None else ""

    def _allow(self) -> None:
        state = self._recoverer.state
        typed = self.field.isVisibleTo(self)
        account = state.entry.account if state is not None else ""
        self.yes.setEnabled(not typed or self.field.text().strip() == account)

    # What is shown

    def _show(self) -> None:
        state = self._recoverer.state
        if state is None:
            return
        self.answer.pour(self._parts(state))
        self._show_buttons(state)
        said = self._announced(state)
        if said and said != self._told:
            self._told = said
            announce(self, said)

    def _parts(self, state: Recovering) -> list[QWidget]:
        from ssmwizard.app.recovery_words import proof_of  # noqa: PLC0415 - brings boto3

        parts: list[QWidget] = [entry_card(state.entry, {}, proof_of(state.entry))]
        if state.doing is Doing.FINDING_OUT:
            parts.append(label(tr(N_("Finding out from the account what is true …")), "muted"))
        if state.found is not None and state.ended is None and not state.steps:
            parts.append(self._found(state))
        elif state.steps:
            parts.append(self._steps(state))
        parts += self._outcomes(state)
        return parts

    def _found(self, state: Recovering) -> QWidget:
        from ssmwizard.app.recovery_words import (  # noqa: PLC0415 - brings boto3
            SEEN,
            what_is_shown,
            what_was_under_way,
        )

        found = state.found
        assert found is not None
        said = label(say(what_was_under_way(found)), bold=True, select=True)
        said.setObjectName("under-way")
        shown = label(say(what_is_shown(found)), select=True)
        shown.setObjectName("shown")
        card = Card(said, shown, margin=16)
        for sight in found.sights:
            picture, colour = SIGHTS[sight.seen]
            what = say(found.entry.changes[sight.change].says)
            card.body.addWidget(_line(picture, colour, what, tr(SEEN[sight.seen])))
        if found.refusal is not None and found.refusal != found.reason:
            card.body.addWidget(label(say(found.refusal), "muted", select=True))
        return card

    def _steps(self, state: Recovering) -> QWidget:
        card = Card(margin=16)
        for place, step in sorted(
            state.steps.items(), key=lambda one: -1 if one[0] is None else one[0]
        ):
            if place is not None:
                card.body.addWidget(
                    _line(*STEPS.get(step.state, STEPS["begun"]), say(step.says), "")
                )
        return card

    def _outcomes(self, state: Recovering) -> list[QWidget]:
        parts: list[QWidget] = []
        if state.problem is not None:
            parts.append(_outcome("failed", "bad", say(state.problem)))
        if state.ended is not None and state.proved is None:
            good = state.ended.end == "done"
            picture, colour = ("passed", "ok") if good else ("failed", "bad")
            parts.append(_outcome(picture, colour, say(state.ended.says)))
        if state.proved is not None:
            picture, colour, _ = PROOFS[state.proved.proof]
            parts.append(_outcome(picture, colour, say(state.proved.says)))
        if state.doing is Doing.PROVING:
            waiting = state.waiting
            said = tr(N_("Looking whether it works …"))
            parts.append(label(say(waiting.says) if waiting is not None else said, "muted"))
        return parts

    def _announced(self, state: Recovering) -> str:
        from ssmwizard.app.recovery_words import what_is_shown  # noqa: PLC0415 - brings boto3

        if state.proved is not None:
            return say(state.proved.says)
        if state.ended is not None:
            return say(state.ended.says)
        return say(what_is_shown(state.found)) if state.found is not None else ""

    def _show_buttons(self, state: Recovering) -> None:
        from ssmwizard.app.recovery_words import to_be_proved  # noqa: PLC0415 - brings boto3

        entry, idle = state.entry, state.doing is Doing.NOTHING
        refusal = self._conductor.doors.gate.refuses_fix(entry.fix, place_of_entry(entry))
        other = self._other()
        if other and not self._asking and idle:
            self._asking = UNDO if state.entry.going_back else self._asking
        able = idle and not self._asking and refusal is None
        finishable = state.found is not None and state.found.refusal is None and entry.left_open
        self.finish.setVisible(able and finishable)
        self.undo.setVisible(able and entry.can_undo)
        self.prove.setVisible(idle and not self._asking and to_be_proved(entry))
        self.stop.setVisible(state.doing in (Doing.FINISHING, Doing.UNDOING, Doing.PROVING))
        self.bar.setVisible(not idle)
        waiting = state.waiting
        self.bar.setRange(0, waiting.total if waiting is not None else 0)
        self.bar.setValue(waiting.done if waiting is not None else 0)
        self._show_question(state, other)

    def _show_question(self, state: Recovering, other: str) -> None:
        asking = self._asking
        plan = state.entry.plan
        typed = asking == FINISH and plan is not None and plan.confirm_account
        for widget in (self.question, self.yes, self.no):
            widget.setVisible(bool(asking))
        self.field.setVisible(bool(typed))
        if not asking:
            return
        name = other.rpartition(":")[2]
        account = state.entry.account
        if asking == FINISH:
            self.yes.setText(tr(N_("&Yes, finish it")))
            said = tr(N_("This changes the account {account}. Go on?"), account=account)
            if not account:
                said = tr(N_("This changes this computer. Go on?"))
            if typed:
                said = tr(
                    N_("This reaches beyond the nodes. Type the account id {account} to go on."),
                    account=account,
                )
        else:
            self.yes.setText(tr(N_("&Yes, undo it")))
            said = tr(N_("Take it back, the newest change first?"))
        if other:
            self.yes.setText(tr(N_("&Yes, as {name}"), name=name))
        self.question.setText(said)
        self._allow()


def _line(picture: str, colour: str, said: str, more: str) -> QWidget:
    line = QWidget()
    inside = QVBoxLayout(line)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(2)
    across = row(IconLabel(picture, colour, 20), label(said, select=True), gap=10)
    across.setStretch(1, 1)
    inside.addLayout(across)
    if more:
        told = label(more, "muted")
        told.setContentsMargins(30, 0, 0, 0)
        inside.addWidget(told)
    return line


def _outcome(picture: str, colour: str, said: str) -> QWidget:
    told = label(said, factor=1.1, bold=True, select=True)
    told.setObjectName("outcome")
    across = row(IconLabel(picture, colour, 26), told, gap=12)
    across.setStretch(1, 1)
    return Card(across, look=colour if colour in ("ok", "bad", "warn") else "card")
