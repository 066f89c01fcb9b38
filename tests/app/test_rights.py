"""Whether the caller may do what a plan does."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssmwizard.app import repair
from ssmwizard.app.choice import Choice
from ssmwizard.fixes.every import EVERY
from ssmwizard.model.plans import Holds, Plan
from tests.support.on_demo import Stage, stage
from tests.support.plan_facts import ec2, known, profile, role, snapshot


@pytest.fixture
def on_demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    return stage(tmp_path, monkeypatch)


def plans() -> dict[str, Plan]:
    web = profile("web", "web-role")
    facts = snapshot(
        ec2("i-1", profile=web.arn),
        ec2("i-2"),
        ec2("i-3", state="stopped"),
        roles=[role("web-role")],
        profiles={web.arn: known(web)},
    )
    return {
        plan.fix: plan
        for fix in EVERY
        for plan in fix.plan(facts, facts.nodes)
        if isinstance(plan, Plan)
    }


def asked(on_demo: Stage, fix: str, profile: str = "demo-admin") -> dict[str, set[Holds]]:
    told = repair.rights(on_demo.doors, Choice(profile), plans()[fix])
    assert set(told) == set(repair.needed(plans()[fix]))
    actions: dict[str, set[Holds]] = {}
    for right, holds in told.items():
        actions.setdefault(right.action, set()).add(holds)
    return actions


FIXES = pytest.mark.parametrize(
    "fix", ["role.attach-managed-policy", "role.attach-instance-profile", "node.start"]
)


@FIXES
def test_who_may_do_everything_has_them_all(on_demo: Stage, fix: str) -> None:
    assert set.union(*asked(on_demo, fix).values()) == {Holds.HAVE}


@FIXES
def test_the_rights_of_a_role_are_those_of_its_session(on_demo: Stage, fix: str) -> None:
    told = asked(on_demo, fix, "demo-role")
    assert Holds.CANNOT_TELL not in set.union(*told.values())


@FIXES
def test_who_may_only_read_lacks_what_writes(on_demo: Stage, fix: str) -> None:
    told = asked(on_demo, fix, "demo-readonly")
    reading = ("Describe", "List", "Get")
    for action, holds in told.items():
        if not action.partition(":")[2].startswith(reading):
            assert holds == {Holds.LACK}, action


def test_a_careful_policy_is_asked_with_what_the_call_carries(on_demo: Stage) -> None:
    """Conditions on the policy that is attached, and on the service that is given the role."""
    allowed = {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Action": "iam:AttachRolePolicy",
                "Resource": "*",
                "Condition": {
                    "ArnEquals": {
                        "iam:PolicyARN": "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
                    }
                },
            },
            {
                "Effect": "Allow",
                "Action": "iam:PassRole",
                "Resource": "*",
                "Condition": {"StringEquals": {"iam:PassedToService": "ec2.amazonaws.com"}},
            },
            {
                "Effect": "Allow",
                "Action": ["iam:Simulate*", "iam:GetRole", "sts:*"],
                "Resource": "*",
            },
        ],
    }
    users = on_demo.account.world["iam"]["users"]
    users["camille"]["Attached"] = []
    users["camille"]["Inline"] = {"careful": allowed}
    told = asked(on_demo, "role.attach-instance-profile")
    assert told["iam:AttachRolePolicy"] == {Holds.HAVE}
    assert told["iam:PassRole"] == {Holds.HAVE}
    assert told["iam:CreateRole"] == {Holds.LACK}


@pytest.mark.parametrize(
    ("profile", "denied"),
    [
        ("demo-admin", "iam:SimulatePrincipalPolicy"),
        ("demo-role", "iam:GetRole"),
        ("demo-expired", "nothing:Else"),
        ("no-such-profile", "nothing:Else"),
    ],
)
def test_who_may_not_ask_cannot_tell(on_demo: Stage, profile: str, denied: str) -> None:
    on_demo.account.deny(denied)
    told = asked(on_demo, "role.attach-managed-policy", profile)
    assert set.union(*told.values()) == {Holds.CANNOT_TELL}


def test_few_questions_for_many_nodes(on_demo: Stage) -> None:
    web = profile("web", "web-role")
    nodes = tuple(ec2(f"i-{number}", state="stopped") for number in range(120))
    facts = snapshot(*nodes, roles=[role("web-role")], profiles={web.arn: known(web)})
    (plan,) = next(fix for fix in EVERY if fix.id == "node.start").plan(facts, nodes)
    assert isinstance(plan, Plan)
    told = repair.rights(on_demo.doors, Choice("demo-admin"), plan)
    assert set(told.values()) == {Holds.HAVE}
    assert on_demo.account.calls.count("iam:SimulatePrincipalPolicy") <= 4
