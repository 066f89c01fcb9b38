"""What every plan of every fix must be, in every partition."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import jmespath
import pytest

from ssmwizard import resources
from ssmwizard.fixes.every import EVERY, by_id
from ssmwizard.model.account import Activation, Uses
from ssmwizard.model.diagnosis import Diagnosis
from ssmwizard.model.facts import Unknown, Why
from ssmwizard.model.findings import Scope
from ssmwizard.model.node import NodeFacts, Roster
from ssmwizard.model.plans import Call, NoPlan, Plan
from ssmwizard.model.role import RoleFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.outside.answers import marked
from ssmwizard.outside.journal_entries import name_of
from ssmwizard.outside.reading import reads
from tests.support.plan_facts import (
    DENIED,
    NOW,
    REGIONS,
    decided,
    ec2,
    hybrid,
    known,
    lending,
    managed,
    profile,
    role,
    snapshot,
)
from tests.support.plan_network import shut_in, town
from tests.support.scripted import model, valid
from tests.support.session_plan import asking, simulated

PARTITIONS = tuple(REGIONS)
# Fixes of the account; those of this computer and of who is signed in have tests of their own.
OF_ACCOUNT = tuple(fix for fix in EVERY if fix.looks_at is Scope.NODE)
# Fixes that nothing takes back.
FOR_GOOD = {"node.restart-agent"}
SSM_TRUST = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Principal": {"Service": "ssm.amazonaws.com"},
            "Action": "sts:AssumeRole",
        }
    ],
}
TASKS_TRUST = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Principal": {"Service": "ecs-tasks.amazonaws.com"},
            "Action": "sts:AssumeRole",
        }
    ],
}


def broken(partition: str) -> Snapshot:
    """An account in which every fix has something to do."""
    web = profile("web", "web-role", partition)
    bare = profile("bare", None, partition)
    batch = profile("batch", "batch-role", partition)
    facts = snapshot(
        ec2("i-1", profile=web.arn),
        ec2("i-2", profile=web.arn),
        ec2("i-3"),
        ec2("i-4", profile=bare.arn),
        ec2("i-5", state="stopped"),
        ec2("i-6", profile=web.arn, managed=managed("i-6")),
        ec2("i-7", metadata="disabled"),
        *shut_in(),
        hybrid("mi-0123456789abcdef1", agent="3.0.0.0"),
        replace(hybrid("mi-0123456789abcdef2", agent="3.0.0.0"), connection=known("notconnected")),
        replace(
            hybrid("mi-0123456789abcdef3"), diagnosis=known(Diagnosis(users=(("deploy", False),)))
        ),
        NodeFacts("mi-0123456789abcdef4", Unknown(Why.NOT_COLLECTED), known(None)),
        ec2("i-batch", profile=batch.arn),
        partition=partition,
        roles=[
            RoleFacts("AWSSystemsManagerDefaultEC2InstanceManagementRole", known(None)),
            role("web-role", partition=partition, profiles=[web.arn]),
            role("hybrid-role", partition=partition),
            role("spare-role", partition=partition, trust=SSM_TRUST, decisions=decided("allowed")),
            role("batch-role", partition=partition, trust=TASKS_TRUST, profiles=[batch.arn]),
        ],
        profiles={one.arn: known(one) for one in (web, bare, batch)},
        network=town(partition),
    )
    over = Activation(
        "a-1", "spare-role", NOW - timedelta(days=9), expired=True, used=1, limit=1, name="lyon"
    )
    account = replace(
        facts.account,
        host_management=known(lending(partition)),
        activations=known((over,)),
    )
    facts = replace(facts, account=account)
    facts = simulated(asking(facts, log_group=None, latest_version="5"), "web-role")
    preferences = replace(facts.session.preferences.require(), run_as=True, run_as_user="deploy")
    return replace(facts, session=replace(facts.session, preferences=known(preferences)))


def plans(fix_id: str, partition: str) -> list[Plan]:
    facts = broken(partition)
    return [one for one in by_id(fix_id).plan(facts, facts.nodes) if isinstance(one, Plan)]


EACH = pytest.mark.parametrize(
    ("fix", "partition"),
    [(fix.id, partition) for fix in OF_ACCOUNT for partition in PARTITIONS],
)


def test_ids_are_unique_and_found() -> None:
    ids = [fix.id for fix in EVERY]
    assert len(set(ids)) == len(ids)
    assert [by_id(one).id for one in ids] == ids
    with pytest.raises(KeyError):
        by_id("node.dance")


def test_every_partition_is_tried() -> None:
    assert {one.name for one in resources.partitions().rows} == set(PARTITIONS)


@EACH
def test_every_call_is_one_that_the_service_takes(fix: str, partition: str) -> None:
    found = plans(fix, partition)
    assert found
    for plan in found:
        for change in plan.changes:
            valid(change.call.service, change.call.operation, change.call.parameters)
            assert (change.undo is None) is (fix in FOR_GOOD)
            if change.undo is None:
                continue
            assert change.undo.expects is not None
            for call, take in (
                (change.undo.call, change.undo.take),
                (change.undo.expects.call, change.undo.expects.take),
            ):
                answer = answered(change.call)
                taken = {name: jmespath.search(path, answer) for name, path in take.items()}
                assert not any(value in (None, [None]) for value in taken.values())
                valid(call.service, call.operation, {**call.parameters, **taken})
            for path in change.shows_once.values():
                assert jmespath.search(path, answered(change.call))
        if plan.successors is not None:
            call, first = plan.successors.call, answered(plan.changes[0].call)
            taken = {
                name: jmespath.search(path, first) for name, path in plan.successors.take.items()
            }
            valid(call.service, call.operation, {**call.parameters, **taken})
            assert jmespath.search(plan.successors.path, answered(call))


@EACH
def test_what_can_be_rehearsed_is_and_nothing_else(fix: str, partition: str) -> None:
    for plan in plans(fix, partition):
        for change in plan.changes:
            shape = model(change.call.service).operation_model(change.call.operation).input_shape
            assert change.dry_run == ("DryRun" in shape.members and not change.take)


@EACH
def test_every_name_is_of_the_partition_and_nothing_of_another(fix: str, partition: str) -> None:
    for plan in plans(fix, partition):
        for arn in _arns(dataclasses.asdict(plan)):
            assert arn.split(":")[1] == partition, arn


@EACH
def test_every_call_is_covered_by_a_right(fix: str, partition: str) -> None:
    for plan in plans(fix, partition):
        for change in plan.changes:
            assert change.call.name in _as_called(change.rights)
            if change.undo is None:
                continue
            assert change.undo.expects is not None
            assert change.undo.call.name in _as_called(change.undo.rights)
            assert change.undo.expects.call.name in _as_called(change.undo.rights)


@EACH
def test_a_plan_is_whole_and_the_same_every_time(fix: str, partition: str) -> None:
    found = plans(fix, partition)
    assert found == plans(fix, partition)
    for plan in found:
        again = by_id(fix).plan(
            broken(partition), tuple(broken(partition).node(node) for node in plan.nodes)
        )
        assert again == (plan,)
        for said in (plan.title, plan.cost, plan.wait.says, plan.undoing, *plan.affects):
            assert said is not None
            assert said.english()
        assert plan.affects
        assert plan.verifies
        assert 0 < plan.wait.every <= plan.wait.at_most
        for page in (*plan.docs, *([plan.cost_docs] if plan.cost_docs else [])):
            assert resources.documentation().url(page).startswith("https://")


@EACH
def test_what_is_not_certain_of_a_price_has_its_date_and_its_page(fix: str, partition: str) -> None:
    for plan in plans(fix, partition):
        said = plan.cost.english()
        if said != "Free.":
            assert "(as of 20" in said or ", as of 20" in said or "compared (20" in said, said
            assert plan.cost_docs


@EACH
def test_how_much_else_depends_on_it_is_a_number_or_it_is_said_why_not(
    fix: str, partition: str
) -> None:
    facts = broken(partition)
    counted = replace(
        facts.account,
        uses=known(Uses({}, {}, {})),
        hybrid_roles=known({"hybrid-role": 3}),
        instances=known(17),
        fleet=known(Roster.of((), whole=True)),
    )
    refused = replace(
        facts.account, uses=DENIED, hybrid_roles=DENIED, instances=DENIED, fleet=DENIED
    )
    for account in (counted, refused, facts.account):
        made = replace(facts, account=account)
        for plan in by_id(fix).plan(made, made.nodes):
            if isinstance(plan, Plan):
                said = " ".join(one.english() for one in plan.affects)
                assert re.search(r"\d|not counted,", said), said
                if account is counted:
                    assert "not counted," not in said
                elif account is refused:
                    assert "only the chosen ones were listed" not in said


@EACH
def test_every_chosen_node_is_answered_for_once(fix: str, partition: str) -> None:
    facts = broken(partition)
    answers = by_id(fix).plan(facts, facts.nodes)
    answered = [node for answer in answers for node in answer.nodes]
    assert sorted(answered) == sorted(node.id for node in facts.nodes)
    for answer in answers:
        if isinstance(answer, NoPlan):
            assert answer.reason.english()


def test_no_fix_does_anything_when_nothing_is_chosen() -> None:
    for fix in EVERY:
        planned = fix.plan(snapshot(), ())
        assert planned == () or fix not in OF_ACCOUNT
        assert not any(isinstance(one, Plan) for one in planned)


def test_no_plan_in_a_region_that_belongs_to_no_partition() -> None:
    facts = dataclasses.replace(broken("aws"), partition=None)
    for fix in OF_ACCOUNT:
        answers = fix.plan(facts, facts.nodes)
        assert answers
        assert all(isinstance(answer, NoPlan) for answer in answers)


def answered(call: Call) -> Any:
    """What the service may answer: every member of the shape is there once."""
    shape = model(call.service).operation_model(call.operation).output_shape
    return None if shape is None else _sample(shape, 0)


def _sample(shape: Any, depth: int) -> Any:
    if shape.type_name == "structure":
        few = {} if depth > 6 else shape.members
        return {name: _sample(member, depth + 1) for name, member in few.items()}
    if shape.type_name == "list":
        return [_sample(shape.member, depth + 1)]
    return {"string": "x", "integer": 1, "boolean": True}.get(shape.type_name)


def _as_called(rights: object) -> set[str]:
    return {right.action for right in rights}


def _arns(value: object) -> list[str]:
    if isinstance(value, str):
        return [part for part in value.split('"') if part.startswith("arn:")]
    if isinstance(value, dict):
        return [arn for part in value.values() for arn in _arns(part)]
    if isinstance(value, list | tuple):
        return [arn for part in value for arn in _arns(part)]
    return []


@EACH
def test_every_change_is_found_again_by_reading_alone(fix: str, partition: str) -> None:
    """So that a program that was killed in the midst of it can tell what is true."""
    for plan in plans(fix, partition):
        for change in plan.changes:
            trace = change.trace
            assert trace is not None
            assert reads(trace.call.service, trace.call.operation)
            assert (trace.made is None) or trace.made != trace.before
            taken = {name: [{"Name": "x", "Values": ["x"]}] for name in trace.take}
            valid(trace.call.service, trace.call.operation, {**trace.call.parameters, **taken})
            jmespath.compile(trace.path)
            named = change.named_in and change.call.parameters.get(change.named_in, "")
            assert ("$name" in trace.path) is bool(named)
            if change.named_in:
                call = marked(change.call, change, name_of("20261126-0623-ab12", 10))
                valid(call.service, call.operation, call.parameters)
