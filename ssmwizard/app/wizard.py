"""The state of the wizard: a frozen value, and pure steps from one state to the next. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from ssmwizard.app.verdict import Standing
from ssmwizard.model.facts import Known
from ssmwizard.model.findings import Finding, Status
from ssmwizard.model.text import N_, Text, text

if TYPE_CHECKING:
    from ssmwizard.app.causes import Cause
    from ssmwizard.app.inspect import Inspection
    from ssmwizard.app.listing import Listing
    from ssmwizard.model.identity import Caller


class Step(IntEnum):
    """The six steps, in their order."""

    ACCOUNT = 0
    COMPUTER = 1
    NODES = 2
    INSPECT = 3
    REPAIR = 4
    REPORT = 5


class StepState(StrEnum):
    """What a step shows of itself in the rail.

    ``current`` is open and without an answer yet. ``attention`` has an answer that wants to be read;
    ``failed`` could not give one, or gave one that stops everything behind it.
    """

    NOT_REACHED = "not-reached"
    CURRENT = "current"
    BUSY = "busy"
    DONE = "done"
    ATTENTION = "attention"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Wizard:
    """Everything the window knows. Pages derive what they show from it and keep nothing themselves.

    ``reached`` is the furthest step that may be returned to. ``busy`` are the steps that are being
    worked on. ``answers`` are what nodes say of themselves, given by hand. ``failures`` says what went
    wrong with the last work of a step. ``open_fixes`` is how many repairs wait to be made (None: not
    known yet); ``saved`` is where a bundle was written.
    """

    profile: str | None = None
    region: str | None = None
    step: Step = Step.ACCOUNT
    reached: Step = Step.ACCOUNT
    identity: Inspection | None = None
    computer: Inspection | None = None
    listing: Listing | None = None
    chosen: tuple[str, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    features: frozenset[str] = frozenset({"shell"})
    inspection: Inspection | None = None
    causes: tuple[Cause, ...] = ()
    open_fixes: int | None = None
    saved: str = ""
    busy: frozenset[Step] = frozenset()
    failures: Mapping[Step, Text] = field(default_factory=dict)

    # Moving

    def can_advance(self) -> bool:
        """Tell whether Next leads somewhere."""
        return self.step < Step.REPORT and self.step <= self.reached and self.valid(self.step)

    def advance(self) -> Wizard:
        """Go to the next step; stay where the present one has no answer yet."""
        if not self.can_advance():
            return self
        onto = Step(self.step + 1)
        return replace(self, step=onto, reached=max(self.reached, onto))

    def back(self) -> Wizard:
        """Go to the step before, or back from a detour."""
        before = max(self.step - 1, 0)
        return replace(self, step=Step(min(before, self.reached)))

    def detour(self, step: Step) -> Wizard:
        """Go to a step out of turn; those between are not reached by that."""
        return replace(self, step=step)

    def jump(self, step: Step) -> Wizard:
        """Go to a step that may be gone to; stay for any other."""
        return replace(self, step=step) if self.open(step) else self

    def open(self, step: Step) -> bool:
        """Tell whether a step may be gone to: one that was reached, and always the report.

        Somebody else may have to know before anything was inspected.
        """
        return step <= self.reached or step is Step.REPORT

    @property
    def ground(self) -> Inspection | None:
        """Return what repairs are planned from: the inspection, or before it this computer alone."""
        return self.inspection if self.inspection is not None else self.computer

    # What the frame reads of a step

    def valid(self, step: Step) -> bool:
        """Tell whether a step has what the next one builds on.

        An answer is enough, a good one is not needed: who is locked out still looks around.
        """
        if step in self.busy:
            return False
        match step:
            case Step.ACCOUNT:
                return self.identity is not None
            case Step.COMPUTER:
                return self.computer is not None
            case Step.NODES:
                return bool(self.chosen)
            case Step.INSPECT:
                return self.inspection is not None
            case Step.REPAIR | Step.REPORT:
                return True

    def error(self, step: Step) -> Text | None:
        """Say in one sentence what is wrong with a step, None when nothing is."""
        if step in self.failures:
            return self.failures[step]
        broken = _first(self.findings(step), Status.FAILED)
        return broken.text if broken is not None and step is Step.ACCOUNT else None

    def findings(self, step: Step) -> tuple[Finding, ...]:
        """Return the findings that a step shows."""
        looked = {
            Step.ACCOUNT: self.identity,
            Step.COMPUTER: self.computer,
            Step.INSPECT: self.inspection,
        }.get(step)
        return () if looked is None else looked.findings

    def state(self, step: Step) -> StepState:
        """Return what the rail shows for a step."""
        if step in self.busy:
            return StepState.BUSY
        if not self.open(step):
            return StepState.NOT_REACHED
        if step in self.failures:
            return StepState.FAILED
        match step:
            case Step.ACCOUNT | Step.COMPUTER:
                return self._looked(step)
            case Step.NODES:
                return StepState.DONE if self.chosen else StepState.CURRENT
            case Step.INSPECT:
                return self._inspected()
            case Step.REPAIR:
                return self._repaired()
            case Step.REPORT:
                return StepState.DONE if self.saved else StepState.CURRENT

    def standing(self, standing: Standing) -> int:
        """Count the inspected nodes with a verdict."""
        told = self.inspection.verdicts if self.inspection is not None else ()
        return sum(verdict.standing is standing for verdict in told)

    @property
    def caller(self) -> Caller | None:
        """Return who was last seen to be signed in, with the account's alias where that is known."""
        looks = (look for look in (self.identity, self.inspection) if look is not None)
        told = None
        alias: dict[str, str] = {}
        for look in sorted(looks, key=lambda one: one.finished):
            told = look.snapshot.identity.caller
            if isinstance(told, Known) and told.value.alias:
                alias[told.value.account] = told.value.alias
        if not isinstance(told, Known):
            return None
        caller = told.value
        return replace(caller, alias=caller.alias or alias.get(caller.account, ""))

    @property
    def writing(self) -> bool:
        """Tell whether a change is being made: the window stays open until it has ended."""
        return Step.REPAIR in self.busy

    # New facts

    def started(self, step: Step) -> Wizard:
        """Note that a step is being worked on."""
        failures = {at: said for at, said in self.failures.items() if at is not step}
        return replace(self, busy=self.busy | {step}, failures=failures)

    def stopped(self, step: Step, failure: Text | None = None) -> Wizard:
        """Note that a step's work ended without an answer."""
        failures = {at: said for at, said in self.failures.items() if at is not step}
        if failure is not None:
            failures[step] = failure
        return replace(self, busy=self.busy - {step}, failures=failures)

    def with_account(self, profile: str | None, region: str | None) -> Wizard:
        """Choose who and where; all that was read with another choice is dropped."""
        if (profile, region) == (self.profile, self.region):
            return self
        return replace(
            self._from(Step.COMPUTER), profile=profile, region=region, identity=None, listing=None
        )

    def moved(self, region: str, nodes: tuple[str, ...]) -> Wizard:
        """Go on inspecting in another Region, with nodes that were found there."""
        there = self.with_account(self.profile, region).stopped(Step.NODES).stopped(Step.INSPECT)
        return replace(there, chosen=nodes, step=Step.INSPECT, reached=Step.INSPECT)

    def with_identity(self, identity: Inspection) -> Wizard:
        """Take in who is calling."""
        return replace(self.stopped(Step.ACCOUNT), identity=identity)

    def with_computer(self, computer: Inspection) -> Wizard:
        """Take in what is installed on this computer."""
        return replace(self.stopped(Step.COMPUTER), computer=computer)

    def with_listing(self, listing: Listing) -> Wizard:
        """Take in the list of nodes; chosen ones stay chosen, also those that are not in it."""
        return replace(self.stopped(Step.NODES), listing=listing)

    def with_chosen(self, chosen: tuple[str, ...]) -> Wizard:
        """Choose the nodes to inspect."""
        if chosen == self.chosen:
            return self
        return replace(self._from(Step.NODES), chosen=chosen)

    def with_successors(self, before: tuple[str, ...], after: tuple[str, ...]) -> Wizard:
        """Go on with the nodes that have taken the place of others."""
        kept = tuple(one for one in self.chosen if one not in before)
        return replace(self, chosen=tuple(dict.fromkeys((*kept, *after))))

    def with_answer(self, node: str, said: str) -> Wizard:
        """Take in what a node says of itself."""
        return replace(self, answers={**self.answers, node: said})

    def with_features(self, features: frozenset[str]) -> Wizard:
        """Choose what sessions are wanted for."""
        if features == self.features:
            return self
        return replace(self._from(Step.INSPECT), features=features)

    def with_inspection(self, inspection: Inspection, causes: tuple[Cause, ...] = ()) -> Wizard:
        """Take in an inspection with its causes, the first one or a newer one."""
        looked = replace(self.stopped(Step.INSPECT), inspection=inspection, causes=causes)
        return replace(looked, open_fixes=None, saved="")

    def with_repairs(self, open_fixes: int) -> Wizard:
        """Take in how many repairs wait to be made."""
        return replace(self, open_fixes=open_fixes)

    def with_saved(self, path: str) -> Wizard:
        """Note where the bundle was written."""
        return replace(self, saved=path)

    def _from(self, step: Step) -> Wizard:
        """Drop what stands behind a step."""
        kept = replace(self, reached=min(self.reached, step), step=min(self.step, step), saved="")
        kept = replace(kept, inspection=None, causes=(), open_fixes=None)
        return replace(kept, chosen=(), answers={}) if step < Step.NODES else kept

    # States of single steps

    def _looked(self, step: Step) -> StepState:
        if not self.valid(step):
            return StepState.CURRENT
        findings = self.findings(step)
        if _first(findings, Status.FAILED) is not None:
            return StepState.FAILED if step is Step.ACCOUNT else StepState.ATTENTION
        if _first(findings, Status.WARNING) or _first(findings, Status.UNKNOWN):
            return StepState.ATTENTION
        return StepState.DONE

    def _inspected(self) -> StepState:
        if self.inspection is None:
            return StepState.CURRENT
        ready = self.standing(Standing.READY)
        return StepState.DONE if ready == len(self.inspection.verdicts) else StepState.ATTENTION

    def _repaired(self) -> StepState:
        if self.open_fixes is None:
            return StepState.CURRENT
        return StepState.ATTENTION if self.open_fixes else StepState.DONE


def _first(findings: tuple[Finding, ...], status: Status) -> Finding | None:
    return next((finding for finding in findings if finding.status is status), None)


TITLES: Mapping[Step, Text] = {
    Step.ACCOUNT: text(N_("Account")),
    Step.COMPUTER: text(N_("This computer")),
    Step.NODES: text(N_("Nodes")),
    Step.INSPECT: text(N_("Inspect")),
    Step.REPAIR: text(N_("Repair")),
    Step.REPORT: text(N_("Report")),
}

STATES: Mapping[StepState, Text] = {
    StepState.NOT_REACHED: text(N_("Not reached yet")),
    StepState.CURRENT: text(N_("Open")),
    StepState.BUSY: text(N_("Working")),
    StepState.DONE: text(N_("Complete")),
    StepState.ATTENTION: text(N_("Needs attention")),
    StepState.FAILED: text(N_("Failed")),
}
