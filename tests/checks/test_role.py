from dataclasses import replace
from typing import Any

import pytest
from support.facts import (
    ACCOUNT,
    ACTIONS,
    HYBRID_ID,
    HYBRID_ROLE,
    PROFILE,
    REGIONS,
    ROLE,
    Case,
    arn_of,
    ask,
    decisions,
    denied,
    ec2,
    fails,
    holds,
    hybrid,
    instance,
    known,
    managed,
    node,
    ok,
    profile_arn,
    role_facts,
    service,
    setting,
    skips,
    snapshot,
    statements,
    unsure,
)

from ssmwizard.checks.every import by_id
from ssmwizard.model.account import AccountFacts
from ssmwizard.model.facts import Fact, Unknown, Why
from ssmwizard.model.findings import Grade, Status
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.role import InstanceProfile, RoleFacts
from ssmwizard.model.snapshot import Snapshot

INFERRED = Grade.INFERRED
DEFAULT_ROLE = "service-role/AWSSystemsManagerDefaultEC2InstanceManagementRole"
ATTACH = ("role.attach-instance-profile",)
LEND = "account.enable-default-host-management"
POLICY = ("role.attach-managed-policy",)
GET_PROFILE, GET_SETTING = "iam:GetInstanceProfile", "ssm:GetServiceSetting"
SIMULATE, GET_ROLE = "iam:SimulatePrincipalPolicy", "iam:GetRole"
ROLE_ARN = arn_of(f"role/{ROLE}")


def held(profile: Any) -> Snapshot:
    """An instance whose profile is one, or a fact about it."""
    fact = profile if isinstance(profile, Unknown) else known(profile)
    return snapshot(ec2(), profiles={profile_arn(): fact})


def bare(
    host_management: Any = "$None", *, role: RoleFacts | None = None, **parts: Any
) -> Snapshot:
    """An instance without a profile, and the setting of Default Host Management."""
    told: Fact[Any] = host_management
    if isinstance(host_management, str):
        told = setting(host_management)
    elif host_management is None:
        told = known(None)
    agent = parts.pop("agent", None)
    facts = ec2(profile_arn=None, **parts)
    if agent is not None:
        facts = node(
            instance=instance(profile_arn=None, **parts), managed=managed(agent_version=agent)
        )
    account = AccountFacts(host_management=told)
    roles = (replace(role or default_role(), name=DEFAULT_ROLE),)
    return snapshot(facts, account=account, roles=roles)


def default_role(**facts: Any) -> RoleFacts:
    return role_facts(DEFAULT_ROLE, **{"trust": service("ssm"), **facts})


ATTACHED = {
    "role-deleted": fails(
        snapshot(ec2(), roles=[role_facts(role=known(None))]),
        ROLE,
        PROFILE,
        grade=INFERRED,
        cause=ROLE,
    ),
    "instance": ok(snapshot(ec2()), ROLE, grade=INFERRED),
    "hybrid": ok(snapshot(hybrid()), HYBRID_ROLE, grade=INFERRED),
    "profile-deleted": fails(held(None), PROFILE, grade=INFERRED, cause=profile_arn()),
    "profile-empty": fails(
        held(InstanceProfile(profile_arn(), PROFILE, None)),
        PROFILE,
        grade=INFERRED,
        fixes=ATTACH,
        cause=profile_arn(),
    ),
    "profile-denied": unsure(held(denied(GET_PROFILE)), right=GET_PROFILE),
    "profile-not-asked-for": unsure(snapshot(ec2(), profiles={})),
    "none-and-nothing-stands-in": fails(bare(), grade=INFERRED, fixes=(*ATTACH, LEND)),
    "none-and-setting-empty": fails(bare(""), grade=INFERRED, fixes=(*ATTACH, LEND)),
    "none-and-an-agent-too-old-to-be-lent-a-role": fails(
        bare("", agent="3.2.581.9"), grade=INFERRED, fixes=ATTACH
    ),
    "none-and-setting-gone": fails(bare(None), grade=INFERRED, fixes=ATTACH),
    "none-and-host-management-stands-in": ok(bare(DEFAULT_ROLE), DEFAULT_ROLE, grade=INFERRED),
    "host-management-just-new-enough": ok(bare(DEFAULT_ROLE, agent="3.2.582.0"), grade=INFERRED),
    "host-management-agent-too-old": fails(
        bare(DEFAULT_ROLE, agent="3.2.581.9"),
        "3.2.582.0",
        "3.2.581.9",
        grade=INFERRED,
        fixes=ATTACH,
    ),
    "host-management-needs-metadata": fails(
        bare(DEFAULT_ROLE, endpoint="disabled"), "metadata", grade=INFERRED, fixes=ATTACH
    ),
    "setting-denied": unsure(bare(denied(GET_SETTING)), right=GET_SETTING),
    "no-instance": skips(snapshot(node(instance=None))),
    "instance-denied": unsure(
        snapshot(node(instance=denied("ec2:DescribeInstances"))), right="ec2:DescribeInstances"
    ),
    "hybrid-not-registered": skips(snapshot(node(HYBRID_ID, managed=None))),
    "hybrid-role-not-told": unsure(snapshot(hybrid(role=""))),
    "hybrid-role-deleted": fails(
        snapshot(hybrid(), roles=[role_facts(HYBRID_ROLE, role=known(None))]),
        HYBRID_ROLE,
        grade=INFERRED,
        fixes=("role.change-hybrid-role",),
    ),
    "hybrid-role-denied": unsure(
        snapshot(hybrid(), roles=[role_facts(HYBRID_ROLE, role=denied(GET_ROLE))]), right=GET_ROLE
    ),
    "hybrid-denied": unsure(
        snapshot(node(HYBRID_ID, managed=denied("ssm:DescribeInstanceInformation"))),
        right="ssm:DescribeInstanceInformation",
    ),
}


def trusting(trust: Any, facts: NodeFacts | None = None, partition: str = "aws") -> Snapshot:
    """A node whose role has a trust policy."""
    chosen = facts or ec2()
    roles = [role_facts(ROLE, trust=trust), role_facts(HYBRID_ROLE, trust=trust)]
    return snapshot(chosen, roles=roles, partition=partition)


ELSEWHERE = statements(
    {
        "Principal": {"Service": "ssm.amazonaws.com"},
        "Condition": {"StringEquals": {"aws:SourceAccount": "999999999999"}},
    }
)
UNDECIDED = statements(
    {
        "Principal": {"Service": "ssm.amazonaws.com"},
        "Condition": {"StringEquals": {"aws:SourceOrgID": "o-1"}},
    }
)

REPAIR = ("role.repair-trust",)
TRUST = {
    "ec2": ok(trusting(service("ec2")), "ec2.amazonaws.com", ROLE, grade=INFERRED),
    "ssm-for-a-hybrid-node": ok(
        trusting(service("ssm"), hybrid()), "ssm.amazonaws.com", HYBRID_ROLE, grade=INFERRED
    ),
    "ssm-for-an-instance": fails(
        trusting(service("ssm")),
        "ec2.amazonaws.com",
        ROLE,
        grade=INFERRED,
        fixes=REPAIR,
        cause=ROLE_ARN,
    ),
    "ec2-for-a-hybrid-node": fails(
        trusting(service("ec2"), hybrid()), "ssm.amazonaws.com", grade=INFERRED, fixes=REPAIR
    ),
    "nobody": fails(trusting(statements()), grade=INFERRED, fixes=REPAIR),
    "another-account": fails(
        trusting(ELSEWHERE, hybrid()), "aws:SourceAccount", grade=INFERRED, fixes=REPAIR
    ),
    "undecided": unsure(trusting(UNDECIDED, hybrid()), HYBRID_ROLE),
    "denied-by-policy": fails(
        trusting(
            statements(
                {"Principal": {"Service": "ec2.amazonaws.com"}},
                {"Principal": {"Service": "ec2.amazonaws.com"}, "Effect": "Deny"},
            )
        ),
        "denies",
        grade=INFERRED,
    ),
    "stand-in-trusts-ssm": ok(bare(DEFAULT_ROLE), "ssm.amazonaws.com", grade=INFERRED),
    "stand-in-trusts-ec2-only": fails(
        bare(DEFAULT_ROLE, role=default_role(trust=service("ec2"))),
        "ssm.amazonaws.com",
        grade=INFERRED,
        fixes=REPAIR,
    ),
    "no-role": skips(bare()),
    "role-deleted": skips(snapshot(ec2(), roles=[role_facts(role=known(None))])),
    "denied": unsure(snapshot(ec2(), roles=[role_facts(role=denied(GET_ROLE))]), right=GET_ROLE),
    "not-asked-for": unsure(snapshot(ec2(), roles=[])),
}


def may(given: Fact[Any], *policies: str, facts: NodeFacts | None = None) -> Snapshot:
    """A role of which the simulator says something, with attached policies."""
    name = HYBRID_ROLE if facts else ROLE
    told = role_facts(name, decisions=given, policies=known(policies))
    return snapshot(facts or ec2(), roles=[told])


CONTROL, OPEN = "ssmmessages:CreateControlChannel", "ssmmessages:OpenControlChannel"
CORE = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
NOT_SIMULATED = denied(SIMULATE)
PERMISSIONS = {
    "all": ok(may(decisions()), ROLE, grade=INFERRED),
    "hybrid": ok(may(decisions(), facts=hybrid()), HYBRID_ROLE, grade=INFERRED),
    "none": fails(
        may(decisions("implicitDeny")), ROLE, *ACTIONS, grade=INFERRED, fixes=POLICY, cause=ROLE_ARN
    ),
    "one-lacking": fails(
        may(decisions("implicitDeny", OPEN)), OPEN, grade=INFERRED, fixes=POLICY, cause=ROLE_ARN
    ),
    "no-channels": fails(
        may(decisions("implicitDeny", CONTROL, OPEN)),
        CONTROL,
        OPEN,
        grade=INFERRED,
        fixes=POLICY,
    ),
    "explicit": fails(may(decisions("explicitDeny", OPEN)), OPEN, "Deny", grade=INFERRED),
    "boundary": fails(
        may(decisions("implicitDeny", OPEN, allowed_by_boundary=False)),
        "boundary",
        OPEN,
        grade=INFERRED,
    ),
    "organization": fails(
        may(decisions("implicitDeny", OPEN, allowed_by_organization=False)),
        "organization",
        OPEN,
        grade=INFERRED,
    ),
    "organization-before-boundary": fails(
        may(decisions("explicitDeny", allowed_by_organization=False, allowed_by_boundary=False)),
        "organization",
        grade=INFERRED,
    ),
    "boundary-and-organization-allow": fails(
        may(
            decisions("implicitDeny", OPEN, allowed_by_boundary=True, allowed_by_organization=True)
        ),
        OPEN,
        grade=INFERRED,
        fixes=POLICY,
    ),
    "context-missing": unsure(
        may(decisions("implicitDeny", OPEN, missing_context=("aws:RequestedRegion",))),
        OPEN,
        "aws:RequestedRegion",
    ),
    "context-missing-but-allowed": ok(
        may(decisions("allowed", missing_context=("aws:SourceVpce",))),
        "aws:SourceVpce",
        grade=INFERRED,
    ),
    "simulator-said-nothing": unsure(may(known({})), OPEN),
    "not-simulated-but-policy-attached": unsure(
        may(NOT_SIMULATED, "arn:aws:iam::1:policy/other", CORE),
        "AmazonSSMManagedInstanceCore",
        right=SIMULATE,
    ),
    "not-simulated-but-policy-attached-in-china": unsure(
        may(NOT_SIMULATED, CORE.replace("arn:aws:", "arn:aws-cn:")),
        "AmazonSSMManagedInstanceCore",
        right=SIMULATE,
    ),
    "not-simulated-but-old-policy-attached": unsure(
        may(NOT_SIMULATED, "arn:aws:iam::aws:policy/service-role/AmazonEC2RoleforSSM"),
        "AmazonEC2RoleforSSM",
        right=SIMULATE,
    ),
    "not-simulated-and-a-policy-of-ones-own-by-that-name": unsure(
        may(NOT_SIMULATED, f"arn:aws:iam::{ACCOUNT}:policy/AmazonSSMManagedInstanceCore"),
        right=SIMULATE,
    ),
    "not-simulated-and-nothing-attached": unsure(may(NOT_SIMULATED), right=SIMULATE),
    "not-simulated-and-policies-denied": unsure(
        snapshot(
            ec2(),
            roles=[
                role_facts(decisions=NOT_SIMULATED, policies=denied("iam:ListAttachedRolePolicies"))
            ],
        ),
        right=SIMULATE,
    ),
    "role-denied": unsure(
        snapshot(ec2(), roles=[role_facts(role=denied(GET_ROLE))]), right=GET_ROLE
    ),
    "role-not-asked-for": unsure(snapshot(ec2(), roles=[])),
    "role-deleted": skips(snapshot(ec2(), roles=[role_facts(role=known(None))])),
    "no-role": skips(bare()),
    "stand-in": ok(bare(DEFAULT_ROLE), grade=INFERRED),
    "stand-in-lacks": fails(
        bare(DEFAULT_ROLE, role=default_role(decisions=decisions("implicitDeny", OPEN))),
        OPEN,
        grade=INFERRED,
        fixes=POLICY,
    ),
}

TABLES = {"role.attached": ATTACHED, "role.trust": TRUST, "role.permissions": PERMISSIONS}


@pytest.mark.parametrize(
    ("check", "case"),
    [
        pytest.param(check, case, id=f"{check}-{name}")
        for check, table in TABLES.items()
        for name, case in table.items()
    ],
)
def test_the_rules_of_roles(check: str, case: Case) -> None:
    holds(by_id(check), case)


@pytest.mark.parametrize("partition", REGIONS)
def test_ec2_is_trusted_under_its_name_in_every_partition(partition: str) -> None:
    facts = trusting(service("ec2"), partition=partition)
    assert ask(by_id("role.trust"), facts).status is Status.PASSED


def test_ec2_has_a_second_name_in_china_and_nowhere_else() -> None:
    name = "ec2.amazonaws.com.cn"
    for partition in REGIONS:
        outcome = ask(by_id("role.trust"), trusting(service(name), partition=partition))
        expected = Status.PASSED if partition == "aws-cn" else Status.FAILED
        assert outcome.status is expected, partition


def test_a_role_that_could_not_be_asked_for_in_time_says_so() -> None:
    facts = snapshot(ec2(), roles=[RoleFacts(ROLE, Unknown(Why.TIMED_OUT))])
    outcome = ask(by_id("role.permissions"), facts)
    assert outcome.status is Status.UNKNOWN
    assert "time" in outcome.text.english()


def test_nodes_with_the_same_broken_role_have_the_same_cause() -> None:
    lacking = [role_facts(decisions=decisions("implicitDeny"))]
    facts = snapshot(ec2(), node("i-2", instance=instance("i-2")), roles=lacking)
    check = by_id("role.permissions")
    causes = {check.node_rule(facts, one).cause for one in facts.nodes}
    assert causes == {ROLE_ARN}
