"""A repair under way: each change, then the looking again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from ssmwizard.app.briefly import shown
from ssmwizard.app.repairing import Run, Stage
from ssmwizard.model.text import N_
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.fleet_view import FleetCard, halt_button
from ssmwizard.ui.flow import Flow
from ssmwizard.ui.labels import IconLabel, label
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import Card, clear, row, set_look
from ssmwizard.ui.plan_view import healed

if TYPE_CHECKING:
    from ssmwizard.model.plans import Plan

# By the words of app.transaction.StepState.
STEPS: Mapping[str, tuple[str, str]] = {
    "looking": ("busy", "accent"),
    "rehearsing": ("busy", "accent"),
    "begun": ("busy", "accent"),
    "settling": ("clock", "accent"),
    "done": ("passed", "ok"),
    "already": ("passed", "ok"),
    "failed": ("failed", "bad"),
    "undone": ("undo", "muted"),
    "following": ("busy", "accent"),
}
MADE = ("done", "already")
# By the words of app.verify.Proof.
PROOFS: Mapping[str, tuple[str, str, str]] = {
    "verified": ("passed", "ok", "ok"),
    "not-yet": ("clock", "unsure", "unsure"),
    "blocked": ("warning", "warn", "warn"),
    "failed": ("failed", "bad", "bad"),
}


class RunView(QWidget):
    """Shows a run and follows it, without being made anew."""

    def __init__(
        self,
        stop: Callable[[], object],
        halt: Callable[[], object],
        verify: Callable[[], object],
        undo: Callable[[], object],
        watch: Callable[[], object],
    ) -> None:
        super().__init__()
        self._plan: Plan | None = None
        self._lines: list[tuple[IconLabel, QLabel]] = []
        self.others: QLabel | None = None
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(0, 0, 0, 0)
        self.inside.setSpacing(12)
        self.title = label("", factor=1.25, bold=True)
        self.nodes = label("", "muted")
        self.changes = Card(margin=16)
        self.fleet = FleetCard()
        self.outcome = Card(margin=16)
        self.picture = IconLabel("busy", "accent", 32)
        self.said = label("", factor=1.15, bold=True, select=True)
        self.said.setObjectName("outcome")
        self.more = label("", "muted", select=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr(N_("Waiting until the change works")))
        across = row(self.picture, self.said, gap=14)
        across.setStretch(1, 1)
        self.stop = Button(tr(N_("&Stop waiting")), stop, icon="cancel", name="stop-waiting")
        self.again = Button(tr(N_("Look &again")), verify, icon="refresh", name="verify")
        self.undo = Button(tr(N_("&Undo")), undo, icon="undo", name="undo-run")
        self.outcome.body.addLayout(across)
        for widget in (self.more, self.bar):
            self.outcome.body.addWidget(widget)
        self.halt = halt_button(halt)
        said = tr(N_("Look how it &goes"))
        self.watch = Button(said, watch, icon="refresh", name="watch-run")
        self.outcome.body.addWidget(Flow(self.stop, self.halt, self.watch, self.again, self.undo))
        for item in (self.title, self.nodes, self.changes, self.fleet, self.outcome):
            self.inside.addWidget(item)

    def show_run(self, run: Run, names: Mapping[str, str]) -> None:
        """Show how far a run is."""
        if run.plan is not self._plan:
            self._begin(run.plan, names)
        if run.watched is not None:
            self.fleet.show_watched(run.watched)
        self.fleet.setVisible(run.watched is not None)
        self._count(run)
        for place, (picture, said) in enumerate(self._lines):
            step = run.steps.get(place)
            if step is None:
                picture.show_icon("not-reached", "edge")
            else:
                picture.show_icon(*STEPS[step.state])
                said.setText(say(step.says))
        self._say(run)

    def _begin(self, plan: Plan, names: Mapping[str, str]) -> None:
        self._plan = plan
        self.title.setText(say(plan.title))
        self.nodes.setText(healed(plan.nodes, names))
        clear(self.changes.body)
        self._lines = []
        # What goes on on many nodes is in sight with the button that stops it.
        carried = any(change.follows is not None for change in plan.changes)
        below = (self.fleet, self.outcome, self.changes)
        for item in below if carried else (self.changes, self.fleet, self.outcome):
            self.inside.addWidget(item)
        changes, folded = shown(plan)
        for change in changes:
            picture, said = IconLabel("not-reached", "edge", 22), label(say(change.says))
            across = row(picture, said, gap=12)
            across.setStretch(1, 1)
            line = QWidget()
            line.setLayout(across)
            self.changes.body.addWidget(line)
            self._lines.append((picture, said))
        self.others = label("", "muted") if folded else None
        if self.others is not None:
            self.changes.body.addWidget(self.others)

    def _count(self, run: Run) -> None:
        """Say how far it is with the changes that are not shown one by one."""
        if self.others is None:
            return
        more = len(run.plan.changes) - len(self._lines)
        made = sum(
            step.state in MADE
            for place, step in run.steps.items()
            if place is not None and place >= len(self._lines)
        )
        said = N_("… and {more} more like these, of which {made} were made.")
        self.others.setText(tr(said, more=more, made=made))

    def _say(self, run: Run) -> None:
        applied, verified, waiting = run.applied, run.verified, run.waiting
        before = run.steps.get(None)
        more = ""
        picture, colour, look = "busy", "accent", "card"
        match run.stage:
            case Stage.APPLYING:
                said = tr(N_("Changing …"))
                if before and len(run.steps) == 1:
                    said = say(before.says)
                elif before and before.state == "following" and before.watched is None:
                    more = say(before.says)
            case Stage.VERIFYING:
                said = tr(N_("The change was made. Looking whether it works …"))
                if run.elsewhere:
                    said = tr(N_("Looking whether it works by now …"))
                more = say(waiting.says if waiting is not None else run.plan.wait.says)
            case Stage.ENDED if verified is not None:
                picture, colour, look = PROOFS[verified.proof]
                said = say(verified.says)
            case _:
                picture, colour, look = "failed", "bad", "bad"
                said = say(applied.says) if applied is not None else tr(N_("Stopped."))
        self.picture.show_icon(picture, colour)
        set_look(self.outcome, look)
        self.said.setText(said)
        self.more.setText(more)
        self.more.setVisible(bool(more))
        going_on = run.stage is Stage.APPLYING and run.watched is not None
        self.bar.setVisible(run.stage in (Stage.APPLYING, Stage.VERIFYING) and not going_on)
        self.bar.setRange(0, waiting.total if waiting is not None else 0)
        self.bar.setValue(waiting.done if waiting is not None else 0)
        self.stop.setVisible(run.stage in (Stage.APPLYING, Stage.VERIFYING))
        self.stop.setText(_stop_says(run))
        self.halt.setVisible(going_on)
        over = run.stage in (Stage.ENDED, Stage.STOPPED)
        proved = verified is not None and verified.proof == "verified"
        made = run.elsewhere or bool(applied and applied.made)
        self.again.setVisible(over and made and not proved)
        watched = applied.watched if applied is not None else None
        self.watch.setVisible(over and watched is not None and not watched.over)
        self.undo.setVisible(over and applied is not None and applied.can_undo)


def _stop_says(run: Run) -> str:
    if run.stage is not Stage.APPLYING:
        return tr(N_("&Stop waiting"))
    if run.watched is not None:
        return tr(N_("&Leave it running"))
    # A program on this computer is ended; a call to AWS never is.
    return tr(N_("&Stop")) if run.plan.on_computer else tr(N_("&Stop after this change"))
