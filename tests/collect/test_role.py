from typing import Any

from support.scripted import ScriptedAws, denied, refused

from ssmwizard.collect import account, role
from ssmwizard.model.account import Setting
from ssmwizard.model.facts import Known, Unknown, Why
from ssmwizard.model.role import Decision, InstanceProfile

ARN = "arn:aws-cn:iam::111122223333:role/path/web"
SUMMARY = "iam:GetAccountSummary"
ACTIONS = ["ssm:UpdateInstanceInformation", "ssmmessages:OpenControlChannel"]
TRUST = {"Version": "2012-10-17", "Statement": []}

SCRIPT: dict[str, Any] = {
    "iam:GetRole": {
        "Role": {
            "RoleName": "web",
            "Arn": ARN,
            "Path": "/path/",
            "AssumeRolePolicyDocument": TRUST,
            "PermissionsBoundary": {"PermissionsBoundaryArn": "arn:aws-cn:iam::1:policy/limit"},
        }
    },
    "iam:ListAttachedRolePolicies": [
        {"AttachedPolicies": [{"PolicyArn": "arn:a"}], "IsTruncated": True, "Marker": "more"},
        {"AttachedPolicies": [{"PolicyArn": "arn:b"}], "IsTruncated": False},
    ],
    "iam:ListInstanceProfilesForRole": {"InstanceProfiles": [{"Arn": "arn:profile"}]},
    "iam:SimulatePrincipalPolicy": {
        "EvaluationResults": [
            {"EvalActionName": ACTIONS[0], "EvalDecision": "allowed"},
            {
                "EvalActionName": ACTIONS[1],
                "EvalDecision": "implicitDeny",
                "OrganizationsDecisionDetail": {"AllowedByOrganizations": False},
                "PermissionsBoundaryDecisionDetail": {"AllowedByPermissionsBoundary": True},
                "MissingContextValues": ["aws:RequestedRegion"],
            },
        ]
    },
}


def test_a_role_is_read_with_all_that_hangs_on_it() -> None:
    aws = ScriptedAws(SCRIPT)
    facts = role.role(aws, "web", ACTIONS)
    read = facts.role.require()
    assert read is not None
    assert (read.arn, read.trust, read.boundary) == (ARN, TRUST, "arn:aws-cn:iam::1:policy/limit")
    assert facts.policies.require() == ("arn:a", "arn:b")
    assert facts.profiles.require() == ("arn:profile",)
    assert facts.decisions.require() == {
        ACTIONS[0]: Decision(ACTIONS[0], "allowed"),
        ACTIONS[1]: Decision(ACTIONS[1], "implicitDeny", True, False, ("aws:RequestedRegion",)),
    }
    simulated = dict(aws.asked)["iam:SimulatePrincipalPolicy"]
    assert (simulated["PolicySourceArn"], simulated["ActionNames"]) == (ARN, ACTIONS)
    told = {one["ContextKeyName"]: one["ContextKeyValues"] for one in simulated["ContextEntries"]}
    assert told["aws:RequestedRegion"] == [aws.region]


def test_a_deleted_role_is_known_to_be_gone_and_nothing_more_is_asked() -> None:
    aws = ScriptedAws({"iam:GetRole": refused("iam:GetRole", "NoSuchEntity")})
    facts = role.role(aws, "web", ACTIONS)
    assert facts.role.require() is None
    assert isinstance(facts.decisions, Unknown)
    assert len(aws.asked) == 1


def test_what_may_not_be_simulated_leaves_the_rest_known() -> None:
    refusing = {**SCRIPT, "iam:SimulatePrincipalPolicy": denied("iam:SimulatePrincipalPolicy")}
    facts = role.role(ScriptedAws(refusing), "web", ACTIONS)
    assert isinstance(facts.decisions, Unknown)
    assert facts.decisions.right == "iam:SimulatePrincipalPolicy"
    assert facts.policies.require() == ("arn:a", "arn:b")


def profile_answer(*roles: str) -> dict[str, Any]:
    held = [{"RoleName": one} for one in roles]
    return {"InstanceProfile": {"Arn": "arn:p", "InstanceProfileName": "p", "Roles": held}}


def test_the_role_in_a_profile_may_have_another_name() -> None:
    aws = ScriptedAws({"iam:GetInstanceProfile": profile_answer("web")})
    assert role.profile(aws, "p").require() == InstanceProfile("arn:p", "p", "web")


def test_a_profile_may_be_empty_or_gone() -> None:
    empty = ScriptedAws({"iam:GetInstanceProfile": profile_answer()})
    assert role.profile(empty, "p").require() == InstanceProfile("arn:p", "p", None)
    gone = ScriptedAws(
        {"iam:GetInstanceProfile": refused("iam:GetInstanceProfile", "NoSuchEntity")}
    )
    assert role.profile(gone, "p").require() is None


def test_a_setting_is_read_is_gone_or_may_not_be_read() -> None:
    name = "ssm:GetServiceSetting"
    told = {"ServiceSetting": {"SettingValue": "standard", "Status": "Default", "ARN": "arn:s"}}
    assert account.setting(ScriptedAws({name: told}), "/x").require() == Setting(
        "standard", "Default", "arn:s"
    )
    gone = account.setting(ScriptedAws({name: refused(name, "ServiceSettingNotFound")}), "/x")
    assert isinstance(gone, Known)
    assert gone.value is None
    unknown = account.setting(ScriptedAws({name: denied(name)}), "/x")
    assert isinstance(unknown, Unknown)
    assert unknown.why is Why.DENIED


def test_how_many_policies_a_role_can_have_is_told_or_it_is_said_why_not() -> None:
    summary = {"SummaryMap": {"AttachedPoliciesPerRoleQuota": 15, "Roles": 3}}
    assert role.policies_per_role(ScriptedAws({SUMMARY: summary})).require() == 15
    fact = role.policies_per_role(ScriptedAws({SUMMARY: denied(SUMMARY)}))
    assert isinstance(fact, Unknown)
    assert fact.right == SUMMARY
