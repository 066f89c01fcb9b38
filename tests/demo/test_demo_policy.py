"""The policy engine decides as IAM does, and the simulator shows how."""

import pytest

from ssmwizard.demo.policy import ALLOWED, EXPLICIT_DENY, IMPLICIT_DENY, Policy, decide, trusts

NODE = "arn:aws:ec2:eu-west-3:111122223333:instance/i-1"


def allow(**more):
    return {"Effect": "Allow", "Action": "ssm:StartSession", "Resource": "*", **more}


def policy(*statements):
    return Policy("p", "user", {"Version": "2012-10-17", "Statement": list(statements)})


@pytest.mark.parametrize(
    ("statements", "keys", "outcome", "missing"),
    [
        ([], {}, IMPLICIT_DENY, ()),
        ([allow()], {}, ALLOWED, ()),
        ([allow(Action=["SSM:start*"])], {}, ALLOWED, ()),
        ([allow(Action="ssm:Start?ession")], {}, ALLOWED, ()),
        ([allow(Action="ssm:Get*")], {}, IMPLICIT_DENY, ()),
        ([allow(Resource=NODE)], {}, ALLOWED, ()),
        ([allow(Resource=NODE.upper())], {}, IMPLICIT_DENY, ()),
        ([allow(Resource="arn:aws:ec2:*:*:instance/*")], {}, ALLOWED, ()),
        ([allow(Resource="arn:aws:ssm:*:*:document/*")], {}, IMPLICIT_DENY, ()),
        ([allow(), allow(Effect="Deny")], {}, EXPLICIT_DENY, ()),
        ([allow(Effect="Deny", Resource="arn:aws:s3:::*"), allow()], {}, ALLOWED, ()),
        (
            [{"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}],
            {},
            ALLOWED,
            (),
        ),
        (
            [{"Effect": "Allow", "NotAction": "ssm:*", "Resource": "*"}],
            {},
            IMPLICIT_DENY,
            (),
        ),
        (
            [{"Effect": "Allow", "Action": "*", "NotResource": NODE}],
            {},
            IMPLICIT_DENY,
            (),
        ),
        (
            [allow(Condition={"StringEquals": {"ssm:resourceTag/Env": "prod"}})],
            {"ssm:resourcetag/env": ("prod",)},
            ALLOWED,
            (),
        ),
        (
            [allow(Condition={"StringEquals": {"ssm:resourceTag/Env": ["test", "prod"]}})],
            {"ssm:resourcetag/env": ("prod",)},
            ALLOWED,
            (),
        ),
        (
            [allow(Condition={"StringLike": {"ssm:resourceTag/Env": "pr*"}})],
            {"ssm:resourcetag/env": ("prod",)},
            ALLOWED,
            (),
        ),
        (
            [allow(Condition={"StringNotEquals": {"ssm:resourceTag/Env": "prod"}})],
            {"ssm:resourcetag/env": ("prod",)},
            IMPLICIT_DENY,
            (),
        ),
        (
            [allow(Condition={"StringEquals": {"ssm:resourceTag/Env": "prod"}})],
            {},
            IMPLICIT_DENY,
            ("ssm:resourceTag/Env",),
        ),
        (
            [allow(Condition={"BoolIfExists": {"aws:MultiFactorAuthPresent": "true"}})],
            {},
            ALLOWED,
            (),
        ),
        (
            [allow(Condition={"Bool": {"aws:MultiFactorAuthPresent": "true"}})],
            {"aws:multifactorauthpresent": ("True",)},
            ALLOWED,
            (),
        ),
        (
            [allow(Resource="arn:aws:ec2:*:*:instance/${aws:userid}")],
            {"aws:userid": ("i-1",)},
            ALLOWED,
            (),
        ),
        (
            [allow(Resource="arn:aws:ec2:*:*:instance/${aws:username}")],
            {"aws:userid": ("i-1",)},
            IMPLICIT_DENY,
            ("aws:username",),
        ),
    ],
)
def test_a_policy_decides(statements, keys, outcome, missing):
    decision = decide([policy(*statements)], "ssm:StartSession", NODE, keys)
    assert (decision.outcome, decision.missing) == (outcome, missing)


@pytest.mark.parametrize(
    ("principal", "effect", "result"),
    [
        ({"Service": "ec2.amazonaws.com"}, "Allow", True),
        ({"Service": ["ssm.amazonaws.com", "ec2.amazonaws.com"]}, "Allow", True),
        ({"Service": "ssm.amazonaws.com"}, "Allow", False),
        ({"AWS": "*"}, "Allow", False),
        ("*", "Allow", True),
        ({"Service": "ec2.amazonaws.com"}, "Deny", False),
    ],
)
def test_a_role_trusts_a_service(principal, effect, result):
    statement = {"Effect": effect, "Principal": principal, "Action": "sts:AssumeRole"}
    role = {"AssumeRolePolicyDocument": {"Statement": [statement]}}
    assert trusts(role, "ec2.amazonaws.com", {}) is result


CHANNEL = "ssmmessages:OpenControlChannel"
REPORT = "ssm:UpdateInstanceInformation"


def simulate(client, role, *actions, **more):
    answer = client("iam").simulate_principal_policy(
        PolicySourceArn=f"arn:aws:iam::111122223333:role/{role}", ActionNames=actions, **more
    )
    return answer["EvaluationResults"]


def test_the_simulator_names_what_is_allowed(client):
    allowed, denied = simulate(client, "WebServerRole", REPORT, "s3:PutObject")
    assert allowed["EvalDecision"] == "allowed"
    assert allowed["MatchedStatements"][0]["SourcePolicyId"] == "AmazonSSMManagedInstanceCore"
    assert denied["EvalDecision"] == "implicitDeny"
    assert denied["MatchedStatements"] == []


def test_the_simulator_names_the_boundary(client):
    report, channel = simulate(client, "PayrollRole", REPORT, CHANNEL)
    assert report["EvalDecision"] == "allowed"
    assert report["PermissionsBoundaryDecisionDetail"] == {"AllowedByPermissionsBoundary": True}
    assert channel["EvalDecision"] == "explicitDeny"
    assert channel["PermissionsBoundaryDecisionDetail"] == {"AllowedByPermissionsBoundary": False}


def test_the_simulator_names_the_organization(client, demo):
    (before,) = simulate(client, "WebServerRole", REPORT)
    assert "OrganizationsDecisionDetail" not in before
    demo.world["iam"]["organization"] = {
        "Statement": [
            {"Effect": "Allow", "Action": "*", "Resource": "*"},
            {"Effect": "Deny", "Action": "ssmmessages:*", "Resource": "*"},
        ]
    }
    report, channel = simulate(client, "WebServerRole", REPORT, CHANNEL)
    assert report["OrganizationsDecisionDetail"] == {"AllowedByOrganizations": True}
    assert channel["EvalDecision"] == "explicitDeny"
    assert channel["OrganizationsDecisionDetail"] == {"AllowedByOrganizations": False}


def test_the_simulator_answers_once_per_action_and_inside_per_resource(client):
    (result,) = simulate(
        client,
        "WebServerRole",
        "ssm:StartSession",
        ResourceArns=[NODE, "arn:aws:ec2:eu-west-3:111122223333:instance/i-2"],
        PolicyInputList=[
            '{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*/i-1"}}',
        ],
    )
    assert result["EvalDecision"] == "implicitDeny"
    decisions = [each["EvalResourceDecision"] for each in result["ResourceSpecificResults"]]
    assert decisions == ["allowed", "implicitDeny"]


def test_the_simulator_names_the_missing_keys_and_takes_them(client):
    document = (
        '{"Statement": {"Effect": "Allow", "Action": "ssm:StartSession", "Resource": "*",'
        '"Condition": {"StringEquals": {"ssm:resourceTag/Env": "production"}}}}'
    )
    more = {"PolicyInputList": [document]}
    (result,) = simulate(client, "WebServerRole", "ssm:StartSession", **more)
    assert result["MissingContextValues"] == ["ssm:resourceTag/Env"]
    entry = {
        "ContextKeyName": "ssm:resourceTag/Env",
        "ContextKeyValues": ["production"],
        "ContextKeyType": "string",
    }
    (result,) = simulate(
        client, "WebServerRole", "ssm:StartSession", ContextEntries=[entry], **more
    )
    assert result["EvalDecision"] == "allowed"


def test_the_simulator_pages(client):
    iam = client("iam")
    pages = iam.get_paginator("simulate_principal_policy").paginate(
        PolicySourceArn="arn:aws:iam::111122223333:role/WebServerRole",
        ActionNames=[f"ssm:Action{number}" for number in range(5)],
        PaginationConfig={"PageSize": 2},
    )
    assert [len(page["EvaluationResults"]) for page in pages] == [2, 2, 1]
