"""Default Host Management in the place of an instance profile, or of one whose role does not serve."""

from dataclasses import replace
from typing import Any

import pytest
from support.facts import (
    REQUIREMENTS,
    ROLE,
    Case,
    arn_of,
    decisions,
    denied,
    fails,
    holds,
    instance,
    known,
    managed,
    node,
    ok,
    role_facts,
    service,
    setting,
    skips,
    snapshot,
    unsure,
    warns,
)

from ssmwizard.checks.every import by_id
from ssmwizard.model.account import AccountFacts
from ssmwizard.model.facts import Fact
from ssmwizard.model.findings import Grade
from ssmwizard.model.role import RoleFacts
from ssmwizard.model.snapshot import Snapshot

INFERRED = Grade.INFERRED
STAND_IN = REQUIREMENTS.text("role.default-host-management-role")
MINIMUM = REQUIREMENTS.text("agent.default-host-management")
REPORT, OPEN = "ssm:UpdateInstanceInformation", "ssmmessages:OpenControlChannel"
GET_PROFILE, GET_SETTING = "iam:GetInstanceProfile", "ssm:GetServiceSetting"


def standing_in(
    *roles: RoleFacts, on: Fact[Any] | None = None, agent: Any = None, **parts: Any
) -> Snapshot:
    """An instance with a profile (unless told otherwise), and Default Host Management turned on."""
    facts = node(instance=instance(**parts), managed=agent)
    account = AccountFacts(host_management=on or setting(STAND_IN))
    return snapshot(facts, account=account, roles=(*roles, stand_in()))


def stand_in(**facts: Any) -> RoleFacts:
    told = role_facts("stand-in", **{"trust": service("ssm"), **facts})
    return replace(told, name=STAND_IN)


def lacking(*actions: str) -> RoleFacts:
    return role_facts(ROLE, decisions=decisions("implicitDeny", *actions))


def gone_role() -> RoleFacts:
    return replace(stand_in(), role=known(None))


SERVED = managed(role=STAND_IN)
SERVED_BY_NAME = managed(role=STAND_IN.rpartition("/")[2])
SERVED_BY_ANOTHER = managed(role="QuickSetupRole")

TABLE = {
    ("role.attached", "no-profile-and-the-agent-is-not-known"): ok(
        standing_in(profile_arn=None), STAND_IN, MINIMUM, grade=INFERRED
    ),
    ("role.attached", "no-profile-and-the-role-was-deleted"): fails(
        snapshot(
            node(instance=instance(profile_arn=None)),
            account=AccountFacts(host_management=setting(STAND_IN)),
            roles=[gone_role()],
        ),
        STAND_IN,
        grade=INFERRED,
        fixes=("role.attach-instance-profile", "account.enable-default-host-management"),
        cause=STAND_IN,
    ),
    ("role.attached", "terminated"): skips(standing_in(state="terminated", profile_arn=None)),
    ("role.trust", "terminated"): skips(standing_in(state="terminated", profile_arn=None)),
    ("role.permissions", "terminated"): skips(standing_in(state="shutting-down")),
    ("role.permissions", "profile-may-not-report"): warns(
        standing_in(lacking(REPORT)), ROLE, STAND_IN, MINIMUM, cause=arn_of(f"role/{ROLE}")
    ),
    ("role.permissions", "profile-may-report-and-so-it-counts"): fails(
        standing_in(lacking(OPEN)),
        ROLE,
        OPEN,
        grade=INFERRED,
        fixes=("role.attach-managed-policy",),
    ),
    ("role.permissions", "profile-may-not-report-and-the-setting-is-denied"): fails(
        standing_in(lacking(REPORT), on=denied(GET_SETTING)),
        ROLE,
        REPORT,
        grade=INFERRED,
        fixes=("role.attach-managed-policy",),
    ),
    ("role.permissions", "the-service-names-it"): ok(
        standing_in(lacking(), agent=SERVED), "stand-in", grade=INFERRED
    ),
    ("role.permissions", "the-service-names-it-without-its-path"): ok(
        standing_in(lacking(), agent=SERVED_BY_NAME), "stand-in", grade=INFERRED
    ),
    ("role.permissions", "the-service-names-another"): ok(
        standing_in(role_facts(), agent=SERVED_BY_ANOTHER), ROLE, grade=INFERRED
    ),
    ("role.trust", "the-service-names-it"): ok(
        standing_in(role_facts(), agent=SERVED), "ssm.amazonaws.com", "stand-in", grade=INFERRED
    ),
    ("role.trust", "the-service-names-another"): ok(
        standing_in(role_facts(), agent=SERVED_BY_ANOTHER), "ec2.amazonaws.com", grade=INFERRED
    ),
    ("role.trust", "profile-denied"): unsure(
        snapshot(node(), profiles={instance().profile_arn: denied(GET_PROFILE)}), right=GET_PROFILE
    ),
}


@pytest.mark.parametrize(
    ("check", "case"),
    [(check, case) for (check, _), case in TABLE.items()],
    ids=[f"{check}-{name}" for check, name in TABLE],
)
def test_the_role_that_counts_is_the_one_in_use(check: str, case: Case) -> None:
    holds(by_id(check), case)
