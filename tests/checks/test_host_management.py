"""Default Host Management: for those who depend on it, and with one cause where it is broken."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from support.facts import (
    PROFILE,
    REQUIREMENTS,
    ROLE,
    Case,
    arn_of,
    decisions,
    denied,
    ec2,
    fails,
    holds,
    hybrid,
    instance,
    judged,
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
    unsure,
)

from ssmwizard.checks.every import EVERY, by_id
from ssmwizard.model.account import AccountFacts
from ssmwizard.model.facts import Fact
from ssmwizard.model.findings import Grade, Status
from ssmwizard.model.role import InstanceProfile, RoleFacts, name_of
from ssmwizard.model.snapshot import Snapshot

CHECK = by_id("account.default-host-management")
STAND_IN = REQUIREMENTS.text("role.default-host-management-role")
NAME = name_of(STAND_IN)
MINIMUM = REQUIREMENTS.text("agent.default-host-management")
REPORT, OPEN = "ssm:UpdateInstanceInformation", "ssmmessages:OpenControlChannel"
GET_SETTING, GET_ROLE = "ssm:GetServiceSetting", "iam:GetRole"
SIMULATE = "iam:SimulatePrincipalPolicy"
INFERRED = Grade.INFERRED
ATTACH = ("role.attach-instance-profile",)
ENABLE = ("account.enable-default-host-management",)
POLICY = ("role.attach-managed-policy",)
OFF, ON = setting("$None", "Default"), setting(STAND_IN)
SERVED = managed(role=STAND_IN)


def stand_in(**facts: Any) -> RoleFacts:
    return replace(role_facts(NAME, **{"trust": service("ssm"), **facts}), name=NAME)


def account(
    on: Fact[Any] = ON,
    *,
    agent: Any = "unmanaged",
    roles: Iterable[RoleFacts] = (),
    held: Any = None,
    connection: Any = "notconnected",
    **parts: Any,
) -> Snapshot:
    """An instance, what the service says of it, the setting, and the roles."""
    told = None if agent == "unmanaged" else agent
    facts = node(instance=instance(**parts), managed=told, connection=connection)
    profile = InstanceProfile(profile_arn(), PROFILE, ROLE)
    return snapshot(
        facts,
        account=AccountFacts(host_management=on),
        roles=tuple(roles) or (role_facts(), stand_in()),
        profiles={profile_arn(): held or known(profile)},
    )


def bare(on: Fact[Any] = ON, **more: Any) -> Snapshot:
    return account(on, profile_arn=None, **more)


LACKS_REPORT = role_facts(decisions=decisions("implicitDeny", REPORT))
BROKEN = {
    "deleted": stand_in(role=known(None)),
    "trusts-ec2": stand_in(trust=service("ec2")),
    "lacks": stand_in(decisions=decisions("implicitDeny", OPEN)),
}

TABLE: dict[str, Case] = {
    "serves": ok(bare(agent=SERVED), STAND_IN, grade=INFERRED),
    "will-serve": ok(bare(), STAND_IN, "30 minutes", grade=INFERRED),
    "serves-though-a-profile-is-there": ok(account(agent=SERVED), STAND_IN, grade=INFERRED),
    "serves-where-the-profile-may-not-report": ok(
        account(roles=(LACKS_REPORT, stand_in())), STAND_IN, grade=INFERRED
    ),
    "deleted": fails(
        bare(roles=(BROKEN["deleted"],)),
        "deleted",
        grade=INFERRED,
        fixes=(*ENABLE, *ATTACH),
        cause=NAME,
    ),
    "deleted-beside-a-profile": fails(
        account(roles=(LACKS_REPORT, BROKEN["deleted"])),
        "deleted",
        grade=INFERRED,
        fixes=ENABLE,
        cause=NAME,
    ),
    "trusts-ec2": fails(
        bare(roles=(BROKEN["trusts-ec2"],)),
        "ssm.amazonaws.com",
        grade=INFERRED,
        fixes=("role.repair-trust",),
        cause=arn_of(f"role/{NAME}"),
    ),
    "lacks": fails(
        bare(roles=(BROKEN["lacks"],)),
        OPEN,
        REQUIREMENTS.text("role.default-host-management-policy"),
        grade=INFERRED,
        fixes=POLICY,
        cause=arn_of(f"role/{NAME}"),
    ),
    "lacks-where-the-profile-may-not-report": fails(
        account(roles=(LACKS_REPORT, BROKEN["lacks"])), OPEN, grade=INFERRED, fixes=POLICY
    ),
    "turned-off": fails(
        bare(OFF, agent=SERVED),
        STAND_IN,
        grade=INFERRED,
        fixes=(*ENABLE, *ATTACH),
        cause="default-host-management-off",
    ),
    "turned-off-and-the-profile-may-not-report": fails(
        account(OFF, agent=SERVED, roles=(LACKS_REPORT,)), STAND_IN, grade=INFERRED, fixes=ENABLE
    ),
    "gone-from-the-service": fails(bare(known(None), agent=SERVED), grade=INFERRED, fixes=ATTACH),
    "never-used": skips(bare(OFF)),
    "never-used-and-managed": skips(bare(OFF, agent=managed())),
    "off-and-the-profile-may-not-report": skips(account(OFF, roles=(LACKS_REPORT,))),
    "off-and-served-by-its-own": skips(
        account(OFF, agent=managed(role=ROLE), roles=(LACKS_REPORT,))
    ),
    "a-role-of-its-own": skips(account()),
    "a-role-of-its-own-and-off": skips(account(OFF)),
    "a-role-that-is-not-known": skips(account(roles=(role_facts(role=denied(GET_ROLE)),))),
    "a-profile-that-is-empty": skips(
        account(held=known(InstanceProfile(profile_arn(), PROFILE, None)))
    ),
    "a-profile-that-is-not-known": skips(account(held=denied("iam:GetInstanceProfile"))),
    "rights-that-are-not-known": skips(
        account(roles=(role_facts(decisions=denied(SIMULATE)), stand_in()))
    ),
    "agent-too-old": skips(bare(agent=managed(agent_version="3.1.0.0"))),
    "no-metadata": skips(bare(endpoint="disabled")),
    "hybrid": skips(snapshot(hybrid())),
    "no-instance": skips(snapshot(node(instance=None))),
    "terminated": skips(bare(state="terminated")),
    "setting-denied": unsure(bare(denied(GET_SETTING)), right=GET_SETTING),
    "role-denied": unsure(bare(roles=(stand_in(role=denied(GET_ROLE)),)), right=GET_ROLE),
    "role-not-simulated": unsure(
        bare(roles=(stand_in(decisions=denied(SIMULATE)),)), right=SIMULATE
    ),
    "instance-denied": unsure(
        snapshot(node(instance=denied("ec2:DescribeInstances"))), right="ec2:DescribeInstances"
    ),
}


@pytest.mark.parametrize("name", TABLE)
def test_it_is_judged_for_those_who_depend_on_it(name: str) -> None:
    holds(CHECK, TABLE[name])


def causes(of: Snapshot) -> set[str]:
    """The root causes among role, setting and metadata."""
    about = ("role.", "account.default", "imds.")
    return {
        name
        for name, one in judged(of, EVERY).items()
        if one.is_root_cause and name.startswith(about)
    }


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("profile", [True, False])
def test_a_broken_stand_in_is_one_cause(name: str, profile: bool) -> None:
    make = account if profile else bare
    assert causes(make(roles=(LACKS_REPORT, BROKEN[name]))) == {CHECK.id}


def test_what_was_turned_off_is_one_cause() -> None:
    assert causes(bare(OFF, agent=SERVED)) == {CHECK.id}
    assert causes(account(OFF, agent=SERVED, roles=(LACKS_REPORT,))) == {CHECK.id}


def test_who_never_used_it_lacks_a_role_and_nothing_else() -> None:
    assert causes(bare(OFF)) == {"role.attached"}
    assert causes(account(OFF, roles=(LACKS_REPORT,))) == {"role.permissions"}


def test_metadata_that_are_off_are_why_it_does_not_serve() -> None:
    assert causes(bare(endpoint="disabled")) == {"imds.enabled"}
    assert causes(bare(OFF, endpoint="disabled")) == {"imds.enabled", "role.attached"}


def test_nobody_is_blocked_by_it_who_has_a_role_of_his_own() -> None:
    assert causes(account(roles=(role_facts(), BROKEN["deleted"]))) == set()


def test_a_connected_node_is_not_blocked_by_what_is_inferred_about_it() -> None:
    found = judged(bare(OFF, agent=SERVED, connection="connected"), EVERY)
    assert found[CHECK.id].status is Status.WARNING
    assert not {
        name for name, one in found.items() if one.is_root_cause and name.startswith("role.")
    }


def test_its_agent_must_be_recent_enough() -> None:
    old = ec2(profile_arn=None)
    told = node(
        instance=old.instance, managed=managed(agent_version="3.2.0.0"), connection="notconnected"
    )
    of = snapshot(told, account=AccountFacts(host_management=ON), roles=(stand_in(),))
    assert causes(of) == {"role.attached"}
    assert MINIMUM in judged(of, EVERY)["role.attached"].text.english()
