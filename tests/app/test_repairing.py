"""The state of the repairs."""

from dataclasses import dataclass

from ssmwizard.app.repairing import NOTHING, Repairs, Run, Selected, Stage, key_of
from ssmwizard.model.plans import NoPlan, Plan, Risk, Wait
from ssmwizard.model.text import text


@dataclass(frozen=True)
class Written:
    id: str


@dataclass(frozen=True)
class Happened:
    change: int | None
    state: str
    watched: None = None


def plan(fix, *nodes):
    return Plan(
        fix, text(fix), nodes, (), Risk.REVERSIBLE, text("Free."), Wait(text("Soon."), 1, 2), ()
    )


START, ATTACH = plan("node.start", "i-1"), plan("role.attach-managed-policy", "i-2", "i-3")
CANNOT = NoPlan("agent.update", ("i-4",), text("Not online."))
ALL = Repairs().with_proposals((CANNOT, START, ATTACH), (Written("e1"),))


def test_the_first_plan_is_selected_by_itself():
    assert ALL.plan == START
    assert ALL.plans == (START, ATTACH)


def test_without_plans_the_first_entry_is_selected():
    assert Repairs().with_proposals((), (Written("e1"),)).entry == Written("e1")


def test_with_nothing_at_all_nothing_is_selected():
    assert Repairs().with_proposals((), ()).selected == NOTHING


def test_what_is_selected_stays_while_it_is_there():
    chosen = ALL.select(Selected(proposal=key_of(ATTACH)))
    assert chosen.with_proposals((ATTACH, START), ()).plan == ATTACH
    assert chosen.with_proposals((START,), ()).plan == START


def test_another_selection_forgets_what_was_told_of_the_last():
    asked = ALL.select(Selected(proposal=key_of(CANNOT)))
    assert asked.rights is None
    assert not asked.confirming
    assert asked.proposal == CANNOT
    assert asked.plan is None
    assert ALL.select(ALL.selected) is ALL


def test_a_finding_leads_to_the_plan_for_its_node():
    assert ALL.offering("role.attach-managed-policy", "i-3").plan == ATTACH
    assert ALL.offering("role.attach-managed-policy", None).plan == ATTACH
    assert ALL.offering("role.attach-managed-policy", "i-9") is ALL


def test_steps_are_kept_by_their_change():
    run = Repairs(run=Run(ATTACH)).with_step(Happened(0, "begun")).with_step(Happened(0, "done"))
    assert run.run.steps == {0: Happened(0, "done")}
    assert Repairs().with_step(Happened(0, "done")) == Repairs()


def test_only_applying_and_undoing_count_as_writing():
    assert Repairs(run=Run(START)).writing
    assert Repairs(undoing="e1").writing
    assert not Repairs(run=Run(START)).running(stage=Stage.VERIFYING).writing
