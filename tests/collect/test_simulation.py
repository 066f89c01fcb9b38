"""The policy simulator is asked as little as it allows, and believed only in what it says."""

from typing import Any

import pytest
from support.scripted import ScriptedAws, denied, refused

from ssmwizard.collect import policies
from ssmwizard.collect.role import on_resources
from ssmwizard.collect.simulation import simulate
from ssmwizard.model.facts import Known, Unknown
from ssmwizard.model.role import Decision, InlinePolicy
from ssmwizard.outside.calls import CallFailed

ARN = "arn:aws:iam::111122223333:role/web"
SIMULATE = "iam:SimulatePrincipalPolicy"
BUCKET, KEY = "arn:aws:s3:::logs", "arn:aws:kms:eu-west-3:111122223333:key/k"


def result(action: str, decision: str = "allowed", **parts: Any) -> dict[str, Any]:
    return {"EvalActionName": action, "EvalDecision": decision, **parts}


def answering(*results: dict[str, Any]) -> ScriptedAws:
    return ScriptedAws({SIMULATE: {"EvaluationResults": list(results)}})


def test_one_answer_for_each_resource_is_read() -> None:
    aws = answering(
        result("s3:PutObject", EvalResourceName=BUCKET),
        result("s3:PutObject", "implicitDeny", EvalResourceName=KEY),
    )
    told = simulate(aws, ARN, ["s3:PutObject"], [BUCKET, KEY])
    assert {pair: one.decision for pair, one in told.items()} == {
        ("s3:PutObject", BUCKET): "allowed",
        ("s3:PutObject", KEY): "implicitDeny",
    }


def test_answers_for_each_resource_inside_of_one_are_read() -> None:
    inside = {
        "EvalResourceName": BUCKET,
        "EvalResourceDecision": "explicitDeny",
        "MatchedStatements": [{"SourcePolicyId": "guard"}, {"SourcePolicyId": "guard"}, {}],
        "MissingContextValues": ["aws:SourceIp"],
        "PermissionsBoundaryDecisionDetail": {"AllowedByPermissionsBoundary": False},
    }
    aws = answering(
        result(
            "s3:PutObject",
            "explicitDeny",
            ResourceSpecificResults=[inside],
            OrganizationsDecisionDetail={"AllowedByOrganizations": True},
        )
    )
    assert simulate(aws, ARN, ["s3:PutObject"], [BUCKET]) == {
        ("s3:PutObject", BUCKET): Decision(
            "s3:PutObject", "explicitDeny", False, True, ("aws:SourceIp",), BUCKET, ("guard",)
        )
    }


def test_what_is_known_of_an_agents_calls_is_told() -> None:
    aws = answering()
    on_resources(aws, ARN, ["s3:PutObject"], [BUCKET])
    ((_, asked),) = aws.asked
    told = {one["ContextKeyName"]: one for one in asked["ContextEntries"]}
    assert told["aws:RequestedRegion"]["ContextKeyValues"] == [aws.region]
    assert told["aws:SecureTransport"]["ContextKeyType"] == "boolean"
    assert "aws:username" not in told


def test_what_the_organization_says_of_some_resources_is_not_said_of_each() -> None:
    inside = [
        {"EvalResourceName": arn, "EvalResourceDecision": decision}
        for arn, decision in ((BUCKET, "allowed"), (KEY, "implicitDeny"))
    ]
    aws = answering(
        result(
            "s3:PutObject",
            "implicitDeny",
            ResourceSpecificResults=inside,
            OrganizationsDecisionDetail={"AllowedByOrganizations": False},
        )
    )
    told = simulate(aws, ARN, ["s3:PutObject"], [BUCKET, KEY])
    assert {one.allowed_by_organization for one in told.values()} == {None}


def test_actions_that_cannot_be_asked_about_together_are_asked_about_one_by_one() -> None:
    def answer(**asked: Any) -> dict[str, Any]:
        if len(asked["ActionNames"]) > 1:
            raise refused(SIMULATE, "InvalidInput")
        return {"EvaluationResults": [result(asked["ActionNames"][0], EvalResourceName=KEY)]}

    aws = ScriptedAws({SIMULATE: answer})
    actions = ["kms:Decrypt", "s3:PutObject"]
    assert [pair[0] for pair in simulate(aws, ARN, actions, [KEY])] == actions
    assert len(aws.asked) == 3


def test_one_action_that_is_refused_is_refused() -> None:
    aws = ScriptedAws({SIMULATE: refused(SIMULATE, "InvalidInput")})
    with pytest.raises(CallFailed):
        simulate(aws, ARN, ["s3:PutObject"])
    assert len(aws.asked) == 1


@pytest.mark.parametrize("odd", [[None], [{}], [{"EvalActionName": "s3:PutObject"}], 7])
def test_an_answer_that_cannot_be_read_is_not_known(odd: Any) -> None:
    aws = ScriptedAws({SIMULATE: {"EvaluationResults": odd}})
    assert isinstance(on_resources(aws, ARN, ["s3:PutObject"], [BUCKET]), Unknown)


DOCUMENT = {"Version": "2012-10-17", "Statement": []}


def test_inline_policies_are_read_page_by_page() -> None:
    aws = ScriptedAws(
        {
            "iam:ListRolePolicies": [
                {"PolicyNames": ["a"], "IsTruncated": True, "Marker": "more"},
                {"PolicyNames": ["b"], "IsTruncated": False},
            ],
            "iam:GetRolePolicy": lambda **asked: {
                "PolicyDocument": {**DOCUMENT, "Id": asked["PolicyName"]}
            },
        }
    )
    told = policies.inline(aws, "web").require()
    assert told == tuple(InlinePolicy(name, {**DOCUMENT, "Id": name}) for name in "ab")


@pytest.mark.parametrize("call", ["iam:ListRolePolicies", "iam:GetRolePolicy"])
def test_inline_policies_that_may_not_be_read_name_the_right(call: str) -> None:
    script = {
        "iam:ListRolePolicies": {"PolicyNames": ["a"]},
        "iam:GetRolePolicy": {"PolicyDocument": DOCUMENT},
    }
    told = policies.inline(ScriptedAws({**script, call: denied(call)}), "web")
    assert isinstance(told, Unknown)
    assert told.right == call


MANAGED = {
    "iam:GetPolicy": {"Policy": {"DefaultVersionId": "v7"}},
    "iam:GetPolicyVersion": {"PolicyVersion": {"Document": DOCUMENT, "VersionId": "v7"}},
}


def test_of_a_managed_policy_the_version_in_force_is_read() -> None:
    aws = ScriptedAws(MANAGED)
    assert policies.document(aws, "arn:aws:iam::aws:policy/P").require() == DOCUMENT
    assert dict(aws.asked)["iam:GetPolicyVersion"]["VersionId"] == "v7"


def test_a_managed_policy_may_be_gone_or_hidden() -> None:
    arn = "arn:aws:iam::111122223333:policy/limit"
    gone = {**MANAGED, "iam:GetPolicy": refused("iam:GetPolicy", "NoSuchEntity")}
    told = policies.document(ScriptedAws(gone), arn)
    assert isinstance(told, Known)
    assert told.value is None
    hidden = {**MANAGED, "iam:GetPolicyVersion": denied("iam:GetPolicyVersion")}
    unknown = policies.document(ScriptedAws(hidden), arn)
    assert isinstance(unknown, Unknown)
    assert unknown.right == "iam:GetPolicyVersion"
