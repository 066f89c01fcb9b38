"""The wizard's state: how one leads to the next, and what each step says of itself."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from ssmwizard.app.verdict import Standing
from ssmwizard.app.wizard import STATES, TITLES, Step, StepState, Wizard
from ssmwizard.model.findings import Finding, Grade, Severity, Status
from ssmwizard.model.text import text

NOW = datetime(2026, 11, 24, tzinfo=UTC)


@dataclass(frozen=True)
class Judged:
    standing: Standing


@dataclass(frozen=True)
class Looked:
    """An inspection as far as the wizard looks into it."""

    findings: tuple[Finding, ...] = ()
    verdicts: tuple[Judged, ...] = ()


@dataclass(frozen=True)
class Listed:
    rows: tuple = ()
    missing: tuple = ()
    at: datetime = field(default=NOW)


def finding(status, said="Something is so."):
    return Finding("a.check", None, status, Grade.PROVED, text(said), Severity.BLOCKER)


def looked(*statuses):
    return Looked(tuple(finding(status) for status in statuses))


def inspected(*standings):
    return Looked(verdicts=tuple(Judged(standing) for standing in standings))


WALKED = (
    Wizard()
    .with_identity(looked(Status.PASSED))
    .advance()
    .with_computer(looked(Status.PASSED))
    .advance()
    .with_listing(Listed())
    .with_chosen(("i-1", "i-2"))
    .advance()
    .with_inspection(inspected(Standing.READY, Standing.BLOCKED))
    .advance()
    .advance()
)


def test_the_steps_are_walked_one_after_the_other():
    assert WALKED.step is Step.REPORT
    assert WALKED.reached is Step.REPORT
    assert not WALKED.can_advance()


@pytest.mark.parametrize("step", list(Step))
def test_every_step_and_state_has_a_name(step):
    assert TITLES[step].english()
    assert set(STATES) == set(StepState)


@pytest.mark.parametrize(
    ("wizard", "why"),
    [
        (Wizard(), "nobody has looked who is calling"),
        (Wizard().started(Step.ACCOUNT), "it is being looked"),
        (Wizard().with_identity(looked()).advance(), "the computer was not looked at"),
        (
            Wizard().with_identity(looked()).advance().with_computer(looked()).advance(),
            "no node is chosen",
        ),
        (WALKED.jump(Step.INSPECT).started(Step.INSPECT), "the inspection runs"),
    ],
)
def test_next_waits_for_an_answer(wizard, why):
    assert not wizard.can_advance(), why
    assert wizard.advance() == wizard


def test_a_bad_answer_is_an_answer():
    wizard = Wizard().with_identity(looked(Status.FAILED))
    assert wizard.state(Step.ACCOUNT) is StepState.FAILED
    assert wizard.error(Step.ACCOUNT) == text("Something is so.")
    assert wizard.advance().step is Step.COMPUTER


def test_back_and_jumps_keep_everything():
    back = WALKED.back().back()
    assert back.step is Step.INSPECT
    assert back.inspection is WALKED.inspection
    assert WALKED.jump(Step.ACCOUNT).jump(Step.REPORT) == WALKED
    assert Wizard().back() == Wizard()


def test_a_step_that_was_not_reached_cannot_be_jumped_to():
    assert Wizard().jump(Step.NODES) == Wizard()


@pytest.mark.parametrize("choice", [("other", None), (None, "eu-west-1")])
def test_another_account_drops_what_was_read_there(choice):
    wizard = WALKED.jump(Step.ACCOUNT).with_account(*choice)
    assert (wizard.profile, wizard.region) == choice
    assert wizard.identity is None
    assert wizard.listing is None
    assert wizard.inspection is None
    assert wizard.chosen == ()
    assert wizard.computer is WALKED.computer
    assert wizard.reached is Step.COMPUTER


def test_the_same_account_drops_nothing():
    assert WALKED.with_account(None, None) is WALKED


def test_other_nodes_drop_the_inspection_and_nothing_else():
    wizard = WALKED.jump(Step.NODES).with_chosen(("i-3",))
    assert wizard.inspection is None
    assert wizard.reached is Step.NODES
    assert wizard.listing is WALKED.listing
    assert WALKED.with_chosen(WALKED.chosen) is WALKED


def test_other_features_drop_the_inspection_and_keep_the_nodes():
    wizard = WALKED.with_features(frozenset({"shell", "ssh"}))
    assert wizard.inspection is None
    assert wizard.chosen == WALKED.chosen
    assert wizard.reached is Step.INSPECT
    assert WALKED.with_features(WALKED.features) is WALKED


def test_a_new_inspection_makes_the_bundle_old():
    saved = WALKED.with_saved("/tmp/bundle.zip")  # noqa: S108 - a path, not a file
    assert saved.state(Step.REPORT) is StepState.DONE
    again = saved.with_inspection(inspected(Standing.READY))
    assert again.state(Step.REPORT) is StepState.CURRENT


@pytest.mark.parametrize(
    ("wizard", "step", "state"),
    [
        (Wizard(), Step.NODES, StepState.NOT_REACHED),
        (Wizard(), Step.ACCOUNT, StepState.CURRENT),
        (Wizard().started(Step.ACCOUNT), Step.ACCOUNT, StepState.BUSY),
        (Wizard().with_identity(looked(Status.PASSED)), Step.ACCOUNT, StepState.DONE),
        (Wizard().with_identity(looked(Status.UNKNOWN)), Step.ACCOUNT, StepState.ATTENTION),
        (Wizard().with_identity(looked(Status.WARNING)), Step.ACCOUNT, StepState.ATTENTION),
        (WALKED.with_computer(looked(Status.FAILED)), Step.COMPUTER, StepState.ATTENTION),
        (WALKED, Step.NODES, StepState.DONE),
        (WALKED.with_chosen(()), Step.NODES, StepState.CURRENT),
        (WALKED, Step.INSPECT, StepState.ATTENTION),
        (WALKED.with_inspection(inspected(Standing.READY)), Step.INSPECT, StepState.DONE),
        (WALKED, Step.REPAIR, StepState.CURRENT),
        (WALKED.with_repairs(2), Step.REPAIR, StepState.ATTENTION),
        (WALKED.with_repairs(0), Step.REPAIR, StepState.DONE),
        (WALKED.stopped(Step.NODES, text("No.")), Step.NODES, StepState.FAILED),
        (WALKED.stopped(Step.NODES, text("No.")).started(Step.NODES), Step.NODES, StepState.BUSY),
        (
            WALKED.stopped(Step.NODES, text("No.")).with_listing(Listed()),
            Step.NODES,
            StepState.DONE,
        ),
    ],
)
def test_what_the_rail_shows(wizard, step, state):
    assert wizard.state(step) is state


def test_an_inspection_that_is_not_there_yet_is_open():
    wizard = WALKED.with_features(frozenset({"ssh"}))
    assert wizard.state(Step.INSPECT) is StepState.CURRENT


def test_a_failure_is_the_error_of_its_step():
    wizard = WALKED.stopped(Step.NODES, text("No answer."))
    assert wizard.error(Step.NODES) == text("No answer.")
    assert wizard.error(Step.INSPECT) is None


def test_only_a_repair_that_is_being_made_counts_as_writing():
    assert WALKED.started(Step.REPAIR).writing
    assert not WALKED.started(Step.INSPECT).writing


def test_verdicts_are_counted():
    assert WALKED.standing(Standing.BLOCKED) == 1
    assert Wizard().standing(Standing.BLOCKED) == 0


def test_going_on_in_another_region_keeps_the_nodes_and_drops_what_was_read_here() -> None:
    moved = WALKED.moved("eu-central-1", ("i-9",))
    assert (moved.region, moved.chosen, moved.step) == ("eu-central-1", ("i-9",), Step.INSPECT)
    assert (moved.inspection, moved.identity, moved.listing) == (None, None, None)
    assert moved.computer is not None
    assert moved.reached is Step.INSPECT
