"""What the demo account holds a caller to when sessions start and end."""

from typing import Any

import pytest
from botocore.exceptions import ClientError

START, END = "ssm:StartSession", "ssm:TerminateSession"
NODES = ["arn:aws:ec2:*:*:instance/*", "arn:aws:ssm:*:*:managed-instance/*"]
SHELL = "SSM-SessionManagerRunShell"
SSH = "AWS-StartSSHSession"
OWN = "arn:aws:ssm:eu-west-3:111122223333:document/SSM-SessionManagerRunShell"
CHECKED = {"BoolIfExists": {"ssm:SessionDocumentAccessCheck": "true"}}


def allowed(action: str, *resources: str, **condition: Any) -> dict[str, Any]:
    condition = {"Condition": condition} if condition else {}
    return {"Effect": "Allow", "Action": action, "Resource": list(resources), **condition}


@pytest.fixture
def may(demo):
    """Lets the administrator do nothing but what the statements say."""

    def change(*statements: dict[str, Any]) -> None:
        user = demo.world["iam"]["users"]["camille"]
        user["Attached"] = []
        user["Inline"] = {"own": {"Version": "2012-10-17", "Statement": list(statements)}}

    return change


def denied(call, *words: str, **parameters: Any) -> None:
    with pytest.raises(ClientError) as caught:
        call(**parameters)
    error = caught.value.response["Error"]
    assert error["Code"] == "AccessDeniedException"
    for word in words:
        assert word in error["Message"]


def test_the_default_document_needs_no_right_until_it_is_named(client, nodes, may):
    may(allowed(START, *NODES))
    ssm, node = client("ssm"), nodes["web-01"]
    assert ssm.start_session(Target=node)["SessionId"]
    denied(ssm.start_session, f"document/{SHELL}", Target=node, DocumentName=SHELL)
    may(allowed(START, *NODES, OWN))
    assert ssm.start_session(Target=node, DocumentName=SHELL)["SessionId"]


def test_a_document_of_aws_belongs_to_no_account(client, nodes, may):
    ssm, node = client("ssm"), nodes["web-01"]
    may(allowed(START, *NODES, f"arn:aws:ssm:eu-west-3:111122223333:document/{SSH}"))
    denied(ssm.start_session, f"::document/{SSH}", Target=node, DocumentName=SSH)
    may(allowed(START, *NODES, f"arn:aws:ssm:*:*:document/{SSH}"))
    assert ssm.start_session(Target=node, DocumentName=SSH)["SessionId"]


def test_the_check_of_the_document_closes_the_node(client, nodes, may):
    ssm, node = client("ssm"), nodes["web-01"]
    may(allowed(START, *NODES, **CHECKED))
    denied(ssm.start_session, f"instance/{node}", Target=node)
    may(allowed(START, *NODES, OWN, **CHECKED))
    assert ssm.start_session(Target=node)["SessionId"]


@pytest.mark.parametrize("key", ["ssm:resourceTag/Name", "aws:ResourceTag/Name"])
def test_tags_of_nodes_decide(key, client, demo, nodes, may):
    ssm = client("ssm")
    demo.world["tier_needed"] = False
    may(allowed(START, *NODES, StringLike={key: ["web-*", "srv-lyon-*"]}))
    for name in ("web-01", "srv-lyon-01"):
        assert ssm.start_session(Target=nodes[name])["SessionId"]
    denied(ssm.start_session, Target=nodes["mac-build-01"])


def test_who_lacks_the_right_is_not_told_whether_there_is_a_node(client, may):
    may()
    denied(client("ssm").start_session, START, Target="i-00000000000000000")


@pytest.mark.parametrize(
    ("statement", "ends"),
    [
        (allowed(END, "arn:aws:ssm:*:*:session/${aws:username}-*"), True),
        (allowed(END, "arn:aws:ssm:*:*:session/somebody-*"), False),
        (
            allowed(
                END, "*", StringLike={"ssm:resourceTag/aws:ssmmessages:session-id": "${aws:userid}"}
            ),
            True,
        ),
        (
            allowed(
                END, "*", StringLike={"ssm:resourceTag/aws:ssmmessages:session-id": "AIDAOTHER"}
            ),
            False,
        ),
    ],
)
def test_sessions_are_ended_by_whom_the_policy_names(statement, ends, client, nodes, may):
    ssm = client("ssm")
    session = ssm.start_session(Target=nodes["web-01"])["SessionId"]
    may(statement)
    if ends:
        assert ssm.terminate_session(SessionId=session)
    else:
        denied(ssm.terminate_session, session, SessionId=session)


def test_a_session_does_not_show_the_id_of_its_owner(client, nodes):
    ssm = client("ssm")
    ssm.start_session(Target=nodes["web-01"])
    (shown,) = ssm.describe_sessions(State="Active")["Sessions"]
    assert shown["Owner"].endswith("user/camille")
    assert "UserId" not in shown


def test_condition_keys_and_variables_of_own_policies_are_told(client, demo, may):
    may(
        allowed(END, "arn:aws:ssm:*:*:session/${aws:username}-*"),
        allowed(START, "*", **CHECKED, StringEquals={"aws:RequestedRegion": "eu-west-3"}),
        allowed("iam:GetContextKeysForPrincipalPolicy", "*"),
    )
    arn = demo.world["iam"]["users"]["camille"]["Arn"]
    told = client("iam").get_context_keys_for_principal_policy(PolicySourceArn=arn)
    assert told["ContextKeyNames"] == [
        "aws:RequestedRegion",
        "aws:username",
        "ssm:SessionDocumentAccessCheck",
    ]
