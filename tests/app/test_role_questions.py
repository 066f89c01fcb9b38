"""What is asked about roles after the first answers, and what is not."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from support.facts import decisions, denied, ec2, node, role_facts, snapshot
from support.rich import altered, judged, moves, seen
from support.scripted import ScriptedAws
from support.town import ROLE, Town, allow, replace, town

from ssmwizard.app import role_questions
from ssmwizard.app.inspect import Inspection
from ssmwizard.demo.node import DEFAULT_ROLE_SETTING
from ssmwizard.demo.scenarios.session_resources import key, log_group, preferences
from ssmwizard.model.facts import Known, Unknown, Why
from ssmwizard.model.findings import Status
from ssmwizard.model.role import REPORT
from ssmwizard.outside.recording import Entry

SIMULATE = "iam:SimulatePrincipalPolicy"
READING = ("iam:ListRolePolicies", "iam:GetRolePolicy", "iam:GetPolicy", "iam:GetPolicyVersion")
Look = Callable[[Town], Inspection]


@pytest.fixture
def look(tmp_path: Path) -> Look:
    return lambda made: seen(made, tmp_path)


def about_roles(inspection: Inspection) -> Mapping[str, int]:
    """The calls about roles; those about the caller itself are left out."""
    names = (SIMULATE, *READING)
    found = dict.fromkeys(names, 0)
    for line in inspection.recording:
        name = line.get("aws")
        if name in found and ":user/" not in str(line["parameters"]):
            found[name] += 1
    return found


def no_simulation(made: Town) -> Town:
    deny = allow(SIMULATE, effect="Deny", resource="arn:*:iam::*:role/*")
    made.iam.iam["users"]["camille"]["Inline"]["own-rights-only"] = deny
    return made


def test_a_role_that_is_well_is_simulated_once_and_nothing_is_read(look: Look) -> None:
    made = town()
    place = made.private()
    for number in range(3):
        made.node(place, name=f"node-{number}")
    assert about_roles(look(made)) == {SIMULATE: 1, **dict.fromkeys(READING, 0)}


def test_a_role_that_may_not_report_at_large_is_asked_about_its_nodes_at_once(look: Look) -> None:
    made = town()
    place = made.private()
    made.role(attached=())
    for number in range(3):
        made.node(place, name=f"node-{number}")
    inspection = look(made)
    assert about_roles(inspection)[SIMULATE] == 2
    told = inspection.snapshot.roles[ROLE].on_resources
    assert len(told) == 4
    assert {action for action, _ in told} == {REPORT}
    assert all(isinstance(fact, Known) for fact in told.values())


def test_a_role_that_is_denied_outright_is_not_asked_about_its_nodes(look: Look) -> None:
    made = town()
    made.role(inline={"never": allow("ssm:*", effect="Deny")})
    made.node(made.private())
    assert about_roles(look(made))[SIMULATE] == 1


def test_what_the_preferences_name_is_one_question_more_for_each_role(look: Look) -> None:
    made = town()
    preferences(
        made.builder,
        kmsKeyId=key(made.builder),
        cloudWatchLogGroupName=log_group(made.builder, "/sessions"),
    )
    made.node(made.private())
    inspection = look(made)
    assert about_roles(inspection)[SIMULATE] == 2
    told = inspection.snapshot.roles[ROLE].on_resources
    assert {action.partition(":")[0] for action, _ in told} == {"kms", "logs"}


def test_where_nobody_may_simulate_each_policy_is_read_once(look: Look) -> None:
    made = no_simulation(town())
    place = made.private()
    limit = made.iam.policy("limit", allow("*"))
    for name in ("one", "other"):
        made.iam.profile(
            name, made.iam.role(f"role-{name}", boundary=limit, inline={"own": allow("s3:*")})
        )
        made.node(replace(place, profile=name), name=name)
    inspection = look(made)
    assert about_roles(inspection) == {
        SIMULATE: 2,
        "iam:ListRolePolicies": 2,
        "iam:GetRolePolicy": 2,
        "iam:GetPolicy": 2,
        "iam:GetPolicyVersion": 2,
    }
    assert set(inspection.snapshot.policies) == {
        limit,
        made.iam.managed("AmazonSSMManagedInstanceCore"),
    }
    assert {one.standing for one in inspection.verdicts} == {"ready"}


def test_what_could_not_be_asked_is_unknown_for_every_resource_that_was_meant(look: Look) -> None:
    made = town()
    made.role(attached=())
    made.node(made.private())
    before = look(made).snapshot
    lost = Unknown(Why.THROTTLED)
    after = role_questions.answered(before, {("report", ROLE): lost})
    assert set(after["roles"][ROLE].on_resources.values()) == {lost}


def test_a_role_that_is_gone_is_asked_nothing(look: Look) -> None:
    made = no_simulation(town())
    made.machine(role=made.hybrid_role("Gone"))
    del made.world["iam"]["roles"]["Gone"]
    inspection = look(made)
    assert inspection.snapshot.roles["Gone"].role.require() is None
    assert about_roles(inspection) == dict.fromkeys((SIMULATE, *READING), 0)


def test_a_node_whose_role_is_not_known_is_not_asked_about() -> None:
    unseen = node("i-2", instance=denied("ec2:DescribeInstances"))
    lacking = role_facts(decisions=decisions("implicitDeny"))
    asked = role_questions.questions(ScriptedAws({}), snapshot(ec2(), unseen, roles=[lacking]))
    assert set(asked) == {("report", lacking.name)}
    nobody = snapshot(unseen, roles=[lacking])
    assert role_questions.questions(ScriptedAws({}), nobody) == {}


def test_policies_that_could_not_be_listed_leave_the_others_to_be_read(look: Look) -> None:
    made = no_simulation(town())
    made.node(made.private())
    made.world["faults"]["denied"].append("iam:ListAttachedRolePolicies")
    assert about_roles(look(made))["iam:ListRolePolicies"] == 1


def test_a_role_that_no_node_uses_is_not_asked_about_nodes(look: Look) -> None:
    """That of Default Host Management stands by."""
    made = town()
    made.iam.role("stand-by", service="ssm", attached=())
    made.setting(DEFAULT_ROLE_SETTING, "service-role/stand-by")
    made.node(made.private())
    inspection = look(made)
    assert set(inspection.snapshot.roles) == {ROLE, "stand-by"}
    assert about_roles(inspection)[SIMULATE] == 2


@pytest.mark.parametrize("call", [*READING, "iam:ListAttachedRolePolicies"])
@pytest.mark.parametrize("why", [Why.DENIED, Why.TIMED_OUT, Why.FAILED])
def test_a_policy_that_could_not_be_read_leaves_its_role_unknown_and_nothing_else(
    look: Look, call: str, why: Why, caplog: pytest.LogCaptureFixture
) -> None:
    made = no_simulation(town())
    made.role(inline={"own": allow("s3:GetObject")})
    made.node(made.private())
    before = look(made)

    def fail(line: Entry) -> None:
        line["answer"] = None
        line["failure"] = {"why": why, "code": "Refused", "message": "not now"}

    moved = [one for _, one in moves(before, judged(altered(before, fail, call), caplog))]
    assert {(one.check, one.status) for one in moved} == {("role.permissions", Status.UNKNOWN)}
    assert {one.right for one in moved} == {call if why is Why.DENIED else None}


@pytest.mark.parametrize("odd", ["{", "[]", [], 7, {"Statement": [{"Effect": "Deny"}]}])
def test_a_policy_that_is_no_policy_leaves_its_role_unknown(
    look: Look, odd: object, caplog: pytest.LogCaptureFixture
) -> None:
    made = no_simulation(town())
    made.role(inline={"own": allow("s3:GetObject")})
    made.node(made.private())
    before = look(made)

    def change(line: Entry) -> None:
        line["answer"]["PolicyDocument"] = odd

    after = judged(altered(before, change, "iam:GetRolePolicy"), caplog)
    moved = {(one.check, one.status) for _, one in moves(before, after)}
    assert moved == {("role.permissions", Status.UNKNOWN)}
