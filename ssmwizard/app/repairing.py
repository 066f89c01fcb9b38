"""The state of the repairs: a frozen value, and pure steps from one state to the next. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from ssmwizard.model.findings import Finding
from ssmwizard.model.plans import Holds, NoPlan, Plan, Right

if TYPE_CHECKING:
    from ssmwizard.app.apply import Moved, OtherCaller
    from ssmwizard.app.follow import Followed
    from ssmwizard.app.following import Watched
    from ssmwizard.app.inspect import Progress
    from ssmwizard.app.transaction import Applied, Step
    from ssmwizard.app.undo import Undone
    from ssmwizard.app.verify import Verified
    from ssmwizard.outside.journal_entries import Entry


class Stage(StrEnum):
    """How far a repair is."""

    APPLYING = "applying"
    STOPPED = "stopped"
    VERIFYING = "verifying"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Run:
    """A plan that is being made, or was made last; ``elsewhere``: by somebody else, who was asked to.

    ``steps`` maps the place of a change (None: all of it) to the last thing that happened. ``watched``
    is what is known of the nodes, where AWS carries the changes on.
    """

    plan: Plan
    stage: Stage = Stage.APPLYING
    steps: Mapping[int | None, Step] = field(default_factory=dict)
    applied: Applied | None = None
    verified: Verified | None = None
    waiting: Progress | None = None
    elsewhere: bool = False
    watched: Watched | None = None


@dataclass(frozen=True, slots=True)
class Selected:
    """What is shown in full: the run, a proposal by its key, or an entry of the journal by its id."""

    run: bool = False
    proposal: str = ""
    entry: str = ""


NOTHING = Selected()


@dataclass(frozen=True, slots=True)
class Repairs:
    """What may be repaired, what is being repaired, and what was.

    ``rights`` are those of the selected proposal, None while they are not known. ``moved`` is set when a
    plan was not applied because the account had changed. ``undoing`` is the id of the entry that is
    being taken back, ``undone`` how the last undoing ended. ``other`` is set when somebody else is
    signed in than when the selected plan was made.
    ``following`` is the id of the entry whose nodes are being watched or stopped, ``followed`` what was
    seen of the selected one.
    """

    proposals: tuple[Plan | NoPlan, ...] = ()
    entries: tuple[Entry, ...] = ()
    selected: Selected = NOTHING
    rights: Mapping[Right, Holds] | None = None
    lines: tuple[str, ...] = ()
    confirming: bool = False
    run: Run | None = None
    moved: Moved | None = None
    undoing: str = ""
    undone: Undone | None = None
    other: OtherCaller | None = None
    following: str = ""
    followed: Followed | None = None

    @property
    def plans(self) -> tuple[Plan, ...]:
        """Return the proposals that can be applied."""
        return tuple(one for one in self.proposals if isinstance(one, Plan))

    @property
    def plan(self) -> Plan | None:
        """Return the selected plan."""
        proposal = self.proposal
        return proposal if isinstance(proposal, Plan) else None

    @property
    def proposal(self) -> Plan | NoPlan | None:
        """Return the selected proposal."""
        wanted = self.selected.proposal
        return next((one for one in self.proposals if key_of(one) == wanted), None)

    @property
    def entry(self) -> Entry | None:
        """Return the selected entry of the journal."""
        return next((one for one in self.entries if one.id == self.selected.entry), None)

    @property
    def writing(self) -> bool:
        """Tell whether something is being changed."""
        return bool(self.undoing) or (self.run is not None and self.run.stage is Stage.APPLYING)

    def select(self, selected: Selected) -> Repairs:
        """Show something else in full."""
        if selected == self.selected:
            return self
        return replace(
            self,
            selected=selected,
            rights=None,
            lines=(),
            confirming=False,
            moved=None,
            undone=None,
            other=None,
            followed=None,
        )

    def with_proposals(
        self, proposals: tuple[Plan | NoPlan, ...], entries: tuple[Entry, ...]
    ) -> Repairs:
        """Take in what may be repaired now; select something when nothing is selected any more."""
        known = replace(self, proposals=proposals, entries=entries)
        if known.selected.run or known.proposal is not None or known.entry is not None:
            return known
        first = next(iter((*known.plans, *proposals)), None)
        if first is not None:
            return known.select(Selected(proposal=key_of(first)))
        if entries:
            return known.select(Selected(entry=entries[0].id))
        return known.select(NOTHING)

    def offering(self, fix: str, node: str | None) -> Repairs:
        """Select the proposal of a fix, for a node where one is named."""
        for proposal in (*self.plans, *self.proposals):
            if proposal.fix == fix and (node in (None, *proposal.nodes) or not proposal.nodes):
                return self.select(Selected(proposal=key_of(proposal)))
        return self

    def asking_another(self, answer: OtherCaller) -> Repairs:
        """Ask whether who is signed in now is to make the plan of the run."""
        assert self.run is not None
        again = replace(self, run=None).select(Selected(proposal=key_of(self.run.plan)))
        return replace(again, other=answer, confirming=True)

    def with_step(self, step: Step) -> Repairs:
        """Take in what just happened to a change."""
        if self.run is None:
            return self
        steps = {**self.run.steps, step.change: step}
        watched = step.watched or self.run.watched
        return replace(self, run=replace(self.run, steps=steps, watched=watched))

    def running(self, **changed: object) -> Repairs:
        """Change the run."""
        assert self.run is not None
        return replace(self, run=replace(self.run, **changed))  # type: ignore[arg-type]


def key_of(proposal: Plan | NoPlan) -> str:
    """Return what tells one proposal from another, as long as it is about the same nodes."""
    return " ".join((proposal.fix, *proposal.nodes))


def causes_first(
    proposals: Iterable[Plan | NoPlan], findings: Iterable[Finding]
) -> tuple[Plan | NoPlan, ...]:
    """Return the proposals that mend what blocks before those that only better something."""
    mending = {
        (fix, finding.subject)
        for finding in findings
        if finding.is_root_cause
        for fix in finding.fixes
    }

    def later(proposal: Plan | NoPlan) -> bool:
        return not any((proposal.fix, node) in mending for node in (None, *proposal.nodes))

    return tuple(sorted(proposals, key=later))
