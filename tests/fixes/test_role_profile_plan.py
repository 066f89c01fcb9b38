"""Giving an instance a role of its own."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from ssmwizard.fixes.role_profile import FIX
from ssmwizard.fixes.role_steps import trusts
from ssmwizard.model.facts import Fact
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.plans import NoPlan, Plan
from ssmwizard.model.role import OWN_PROFILE, OWN_ROLE, InstanceProfile, RoleFacts
from tests.support.plan_facts import (
    DENIED,
    EC2_TRUST,
    ec2,
    hybrid,
    known,
    managed,
    profile,
    role,
    snapshot,
)

POLICY = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
EVERYTHING = [
    "CreateRole",
    "AttachRolePolicy",
    "CreateInstanceProfile",
    "AddRoleToInstanceProfile",
    "AssociateIamInstanceProfile",
]
NOT_EC2 = json.loads(json.dumps(EC2_TRUST).replace("ec2.", "lambda."))
GONE = RoleFacts(OWN_ROLE, known(None))
OTHER = profile(OWN_ROLE, "somebody-else")


def one(
    *nodes: NodeFacts,
    own: RoleFacts | None = None,
    there: Fact[InstanceProfile | None] | None = None,
    others: dict[str, Any] | None = None,
    partition: str = "aws",
) -> Plan | NoPlan:
    profiles = {**({OWN_PROFILE: there} if there else {}), **(others or {})}
    facts = snapshot(*nodes, roles=[own] if own else [], profiles=profiles, partition=partition)
    (answer,) = FIX.plan(facts, facts.nodes)
    return answer


@pytest.mark.parametrize(
    ("own", "there", "calls"),
    [
        (GONE, known(None), EVERYTHING),
        (None, None, EVERYTHING),
        (replace(GONE, role=DENIED), DENIED, EVERYTHING),
        (role(OWN_ROLE), known(None), EVERYTHING[1:]),
        (role(OWN_ROLE, policies=[POLICY]), known(None), EVERYTHING[2:]),
        (role(OWN_ROLE, policies=[POLICY]), known(profile(OWN_ROLE, None)), EVERYTHING[3:]),
        (role(OWN_ROLE, policies=[POLICY]), known(profile(OWN_ROLE, OWN_ROLE)), EVERYTHING[4:]),
    ],
)
def test_what_is_there_already_is_left_out(
    own: RoleFacts | None, there: Fact[InstanceProfile | None] | None, calls: list[str]
) -> None:
    plan = one(ec2("i-1"), ec2("i-2"), own=own, there=there)
    assert isinstance(plan, Plan)
    assert plan.nodes == ("i-1", "i-2")
    operations = [change.call.operation for change in plan.changes]
    assert operations == [*calls, "AssociateIamInstanceProfile"]


def test_nothing_that_was_not_looked_at_is_taken_for_ours() -> None:
    plan = one(ec2("i-1"))
    assert isinstance(plan, Plan)
    assert all(not change.done_codes for change in plan.changes)


@pytest.mark.parametrize(
    ("own", "there", "says"),
    [
        (role(OWN_ROLE, trust=NOT_EC2), known(None), "does not trust ec2.amazonaws.com"),
        (GONE, known(OTHER), "holds the role somebody-else"),
        (replace(role(OWN_ROLE), policies=DENIED), known(None), "is missing"),
    ],
)
def test_what_is_somebody_elses_is_left_alone(
    own: RoleFacts, there: Fact[InstanceProfile | None], says: str
) -> None:
    answer = one(ec2("i-1"), own=own, there=there)
    assert isinstance(answer, NoPlan)
    assert not answer.nothing_to_do
    assert says in answer.reason.english()


WEB = profile("web", "web-role")
BARE = profile("bare", None)


@pytest.mark.parametrize(
    ("node", "found", "nothing_to_do", "says"),
    [
        (ec2("i-1", profile=WEB.arn), known(WEB), True, "with the role web-role"),
        (ec2("i-1", profile=WEB.arn), known(None), False, "was deleted"),
        (ec2("i-1", profile=WEB.arn), DENIED, False, "is missing"),
        (ec2("i-1", managed=managed("i-1", role="dhmc")), None, True, "come from dhmc"),
        (ec2("i-1", managed=managed("i-1")), None, True, "credentials of its own"),
        (ec2("i-1", state="terminated"), None, False, "is terminated"),
        (hybrid("mi-1"), None, False, "activation"),
        (replace(ec2("i-1"), instance=DENIED), None, False, "is missing"),
    ],
)
def test_no_plan(
    node: NodeFacts, found: Fact[InstanceProfile | None] | None, nothing_to_do: bool, says: str
) -> None:
    answer = one(node, others={WEB.arn: found} if found else None)
    assert isinstance(answer, NoPlan)
    assert answer.nothing_to_do is nothing_to_do
    assert says in answer.reason.english()


def test_an_empty_profile_is_filled_and_never_replaced() -> None:
    nodes = (ec2("i-1", profile=BARE.arn), ec2("i-2", profile=BARE.arn))
    plan = one(*nodes, own=GONE, others={BARE.arn: known(BARE)})
    assert isinstance(plan, Plan)
    assert plan.nodes == ("i-1", "i-2")
    last = plan.changes[-1]
    assert [change.call.operation for change in plan.changes] == [
        "CreateRole",
        "AttachRolePolicy",
        "AddRoleToInstanceProfile",
    ]
    assert last.call.parameters == {"InstanceProfileName": "bare", "RoleName": OWN_ROLE}
    assert "one of these profiles (bare)" in plan.affects[1].english()


@pytest.mark.parametrize(
    ("partition", "service"),
    [
        ("aws", "ec2.amazonaws.com"),
        ("aws-us-gov", "ec2.amazonaws.com"),
        ("aws-cn", "ec2.amazonaws.com.cn"),
    ],
)
def test_the_role_trusts_ec2_as_it_is_called_in_the_partition(partition: str, service: str) -> None:
    plan = one(ec2("i-1"), own=GONE, there=known(None), partition=partition)
    assert isinstance(plan, Plan)
    trust = json.loads(str(plan.changes[0].call.parameters["AssumeRolePolicyDocument"]))
    assert trusts(trust, [service])
    assert trust["Statement"][0]["Principal"] == {"Service": service}


STATEMENT = EC2_TRUST["Statement"][0]


@pytest.mark.parametrize(
    ("statement", "trusted"),
    [
        ({}, True),
        ({"Principal": {"Service": ["ssm.amazonaws.com", "ec2.amazonaws.com"]}}, True),
        ({"Action": ["sts:TagSession", "sts:AssumeRole"]}, True),
        ({"Effect": "Deny"}, False),
        ({"Action": "sts:TagSession"}, False),
        ({"Principal": "*"}, False),
        ({"Principal": {"AWS": "*"}}, False),
        ({"Condition": {"StringEquals": {"aws:SourceAccount": "1"}}}, False),
    ],
)
def test_trust_is_read_carefully(statement: dict[str, Any], trusted: bool) -> None:
    whole = {**STATEMENT, **statement}
    assert trusts({"Statement": [whole]}, ["ec2.amazonaws.com"]) is trusted
    assert trusts({"Statement": whole}, ["ec2.amazonaws.com"]) is trusted
    assert not trusts({}, ["ec2.amazonaws.com"])
