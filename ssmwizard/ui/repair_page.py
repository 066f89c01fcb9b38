"""Step 5: what can be repaired, the plan of it, the making, the proof, and the way back."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain as chained
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ssmwizard.app.place import Place, place_of, place_of_entry
from ssmwizard.app.repairing import Repairs, Selected, key_of
from ssmwizard.app.wizard import Step
from ssmwizard.model.facts import Known
from ssmwizard.model.plans import Plan
from ssmwizard.model.text import N_
from ssmwizard.ui.confirm_bar import ConfirmBar
from ssmwizard.ui.entry_view import STATES, WayBack, entry_view
from ssmwizard.ui.fleet_view import followed_view
from ssmwizard.ui.give_bar import GiveBar
from ssmwizard.ui.labels import IconLabel, label
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import Card, column, row
from ssmwizard.ui.page import Page
from ssmwizard.ui.plan_view import healed, no_plan_view, plan_view
from ssmwizard.ui.run_view import RunView
from ssmwizard.ui.scroll import Scroll
from ssmwizard.ui.two_lines import Entry, TwoLines

if TYPE_CHECKING:
    from ssmwizard.app.registration import Registration
    from ssmwizard.ui.conductor import Conductor


class RepairPage(Page):
    """Proposals and journal on the left, one of them in full on the right."""

    def __init__(self, conductor: Conductor) -> None:
        super().__init__(
            conductor,
            tr(N_("What can be repaired?")),
            tr(N_("You see the whole plan first. Nothing is changed before you say yes.")),
        )
        self.repairer = conductor.repairer
        self.list = TwoLines(tr(N_("Repairs and journal")))
        self.list.setMinimumWidth(230)
        self.list.setMaximumWidth(300)
        self.list.moved.connect(self._select)
        self.answer = Scroll("plan")
        self.run = RunView(
            self.repairer.stop,
            self.repairer.halt,
            self.repairer.verify,
            self._undo_run,
            self._watch_run,
        )
        self.confirm = ConfirmBar(self._ask, self.repairer.apply)
        self.give = GiveBar(conductor)
        self.running = Scroll("run")
        self.running.column.addWidget(self.run)
        self.running.column.addStretch(1)
        right = column(self.running, self.answer, self.confirm, self.give, gap=10)
        right.setStretch(0, 1)
        right.setStretch(1, 1)
        across = row(self.list, right, gap=18)
        across.setStretch(0, 3)
        across.setStretch(1, 8)
        self.body.addLayout(across, 1)
        self._shown: Repairs | None = None
        self._read_only = False
        self.repairer.changed.connect(self._changed)
        self.repairer.once.connect(self._show_once)

    def first_focus(self) -> QWidget:
        """Begin with the list."""
        return self.list

    def show_state(self) -> None:
        """Show the repairs."""
        self._changed()

    def _changed(self) -> None:
        repairs = self.repairer.repairs
        read_only = self.conductor.doors.read_only
        same = repairs is self._shown and read_only == self._read_only
        if same or not self._current():
            return
        before = self._shown if read_only == self._read_only else None
        self._shown, self._read_only = repairs, read_only
        if before is None or _listed(before) != _listed(repairs):
            self._fill(repairs)
        showing_run = repairs.selected.run and repairs.run is not None
        focused = QApplication.focusWidget()
        self.running.setVisible(showing_run)
        self.answer.setVisible(not showing_run)
        if repairs.run is not None and showing_run:
            self.run.show_run(repairs.run, self._names())
        elif before is None or _answer(before) != _answer(repairs):
            self._show_answer(repairs)
            if before is None or before.selected != repairs.selected:
                self.answer.verticalScrollBar().setValue(0)
        inside = focused is not None and self.confirm.isAncestorOf(focused)
        self._show_confirm(repairs)
        # A button that goes away would hand the focus on to whatever comes next.
        of_run = focused is not None and self.run.isAncestorOf(focused)
        gone = of_run and focused is not None and not focused.isVisibleTo(self)
        if gone or (inside and not repairs.confirming):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_once(self, shown: Registration) -> None:
        from ssmwizard.ui.once_dialog import OnceDialog  # noqa: PLC0415 - when it is wanted

        OnceDialog(self, shown, self._partition()).open()

    def _current(self) -> bool:
        """Tell whether there is something to show and this is the page on show."""
        wizard = self.conductor.wizard
        return wizard.ground is not None and wizard.step is Step.REPAIR

    def _fill(self, repairs: Repairs) -> None:
        entries: list[Entry] = []
        run = repairs.run
        if run is not None:
            word = tr(N_("Under way")) if repairs.writing else tr(N_("Just made"))
            word = tr(N_("Looked at again")) if run.elsewhere else word
            entries.append(
                Entry(("repair", "accent"), say(run.plan.title), word, Selected(run=True))
            )
        for proposal in repairs.proposals:
            ours = run is not None and not run.elsewhere
            if run is not None and ours and key_of(proposal) == key_of(run.plan):
                continue
            made = isinstance(proposal, Plan)
            said = say(proposal.title) if isinstance(proposal, Plan) else ""
            said = said or self.conductor.fix_title(proposal.fix)
            nodes = healed(proposal.nodes, self._names())
            word = nodes if made else tr(N_("No plan: {nodes}"), nodes=nodes)
            picture, colour = ("repair", "accent") if made else ("unknown", "unsure")
            entries.append(
                Entry((picture, colour), said, word, Selected(proposal=key_of(proposal)))
            )
        running = run.applied.entry if run is not None and run.applied is not None else None
        for entry in repairs.entries:
            if entry.id == running:
                continue
            picture, colour, state = STATES[entry.state]
            word = f"{say(state)} · {entry.at.astimezone():%Y-%m-%d %H:%M}"
            entries.append(
                Entry((picture, colour), say(entry.title), word, Selected(entry=entry.id))
            )
        there = (at for at, one in enumerate(entries) if one.data == repairs.selected)
        self.list.fill(entries, next(there, None))

    def _show_answer(self, repairs: Repairs) -> None:
        partition = self._partition()
        plan, proposal, entry = repairs.plan, repairs.proposal, repairs.entry
        parts: list[QWidget] = []
        view: Iterable[QWidget] = ()
        if repairs.moved is not None:
            across = row(
                IconLabel("warning", "warn", 24), label(say(repairs.moved.says), bold=True), gap=12
            )
            across.setStretch(1, 1)
            parts.append(Card(across, look="warn"))
        if plan is not None:
            view = plan_view(plan, repairs.rights, repairs.lines, self._names(), partition)
        elif proposal is not None and not isinstance(proposal, Plan):
            parts += no_plan_view(proposal, self._names())
        elif entry is not None:
            back = WayBack(
                undoing=repairs.undoing == entry.id,
                confirming=repairs.confirming,
                refusal=self._refuses(entry.fix, place_of_entry(entry)),
                ask=self._ask,
                undo=lambda confirmed: self.repairer.undo(entry.id, confirmed),
            )
            see = self.conductor.recoverer.asked.emit
            parts += entry_view(entry, self._names(), repairs.undone, back, see)
            if entry.followed and self.conductor.live:
                parts[1:1] = followed_view(
                    repairs.followed,
                    following=repairs.following == entry.id,
                    follow=lambda: self.repairer.follow(entry.id),
                    leave=self.repairer.stop,
                    halt=lambda: self.repairer.halt_entry(entry.id),
                )
        elif not parts:
            across = row(
                IconLabel("passed", "ok", 28),
                label(tr(N_("Nothing to repair was found.")), factor=1.15, bold=True),
                gap=12,
            )
            across.setStretch(1, 1)
            parts.append(Card(across))
        self.answer.pour(chained(parts, view))

    def _show_confirm(self, repairs: Repairs) -> None:
        plan = repairs.plan
        self.confirm.setVisible(plan is not None)
        self.give.setVisible(plan is not None and not repairs.confirming)
        self.give.show_plan(plan)
        if plan is None:
            return
        inspection = self.conductor.wizard.inspection
        place = place_of(inspection, plan) if inspection is not None else None
        refusal = self._refuses(plan.fix, place)
        if repairs.writing:
            refusal = tr(N_("Another change is being made."))
        self.confirm.show_question(
            confirming=repairs.confirming,
            changes=len(plan.changes),
            account="" if plan.on_computer else self._account(),
            typed=plan.confirm_account,
            refusal=refusal,
            other=repairs.other,
        )

    def _refuses(self, fix: str, place: Place) -> str:
        """Say why a fix cannot be used or taken back now; nothing when it can."""
        why = self.conductor.doors.gate.refuses_fix(fix, place)
        return "" if why is None else say(why)

    def _ask(self, confirming: bool) -> None:
        self.repairer.ask(confirming=confirming)

    def _undo_run(self) -> None:
        run = self.repairer.repairs.run
        if run is not None and run.applied is not None and run.applied.entry is not None:
            self.repairer.leave_run(run.applied.entry)

    def _watch_run(self) -> None:
        run = self.repairer.repairs.run
        if run is not None and run.applied is not None and run.applied.entry is not None:
            self.repairer.watch_run(run.applied.entry)

    def _select(self) -> None:
        if self.list.current is not None:
            self.repairer.select(self.list.current.data)

    def _names(self) -> dict[str, str]:
        inspection = self.conductor.wizard.inspection
        verdicts = inspection.verdicts if inspection is not None else ()
        return {verdict.node: verdict.name for verdict in verdicts}

    def _partition(self) -> str | None:
        inspection = self.conductor.wizard.inspection
        return inspection.snapshot.identity.partition if inspection is not None else None

    def _account(self) -> str:
        inspection = self.conductor.wizard.inspection
        caller = inspection.snapshot.identity.caller if inspection is not None else None
        return caller.value.account if isinstance(caller, Known) else ""


def _listed(repairs: Repairs) -> tuple[object, ...]:
    run = repairs.run
    shown = (run.plan, run.stage) if run is not None else None
    return (shown, repairs.proposals, repairs.entries, repairs.selected, repairs.writing)


def _answer(repairs: Repairs) -> tuple[object, ...]:
    return (
        repairs.selected,
        repairs.proposal,
        repairs.entry,
        repairs.rights,
        repairs.lines,
        repairs.moved,
        repairs.undone,
        repairs.undoing,
        repairs.following,
        repairs.followed,
        repairs.confirming if repairs.entry is not None else None,
    )
