"""The policy of an endpoint: default, restricted, denying, and what cannot be told from here."""

import json
from dataclasses import replace

import pytest
from support.net import DNS, LOCAL, OPEN, POLICY, Net, endpoint, endpoints, look, node, route
from support.plan_facts import ACCOUNT, known, profile, role

from ssmwizard.checks.judge import judge
from ssmwizard.checks.network import CHECKS
from ssmwizard.checks.way import behind, way
from ssmwizard.model.facts import NOT_COLLECTED, Unknown, Why
from ssmwizard.model.findings import Grade
from ssmwizard.model.network import VpcDns
from ssmwizard.model.session import Preferences, SessionFacts

ALONE = {"subnet-a": (LOCAL,), "subnet-e": (LOCAL,), "": (LOCAL,)}
PROFILE = "arn:aws:iam::111122223333:instance-profile/web"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/web"


def document(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": statements})


def allow(*actions, **more):
    principal = more.pop("Principal", "*")
    return {"Effect": "Allow", "Principal": principal, "Action": actions, "Resource": "*", **more}


def deny(*actions, **more):
    return {**allow(*actions, **more), "Effect": "Deny"}


def isolated(policy, **changes):
    return Net(**{"routes": ALONE, "endpoints": endpoints(policy=policy), **changes})


def account(net, one=None, **changes):
    chosen = one or node(profile_arn=PROFILE)
    more = {"profiles": {PROFILE: known(profile("web", "web"))}, "roles": {"web": role("web")}}
    return replace(look(net, chosen), **{**more, **changes}), chosen


def judged(net, one=None, **changes):
    seen, _ = account(net, one, **changes)
    return {finding.check: finding for finding in judge(seen, CHECKS)}


REPORT, CHANNELS = "ssm:UpdateInstanceInformation", "ssmmessages:*"
EVERYTHING = allow("*")
MEMBERS = {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (OPEN, "passed"),
        (document(EVERYTHING), "passed"),
        (document(allow("ssm:*", "ssmmessages:*")), "passed"),
        (document(allow(REPORT), allow(CHANNELS)), "passed"),
        (document(allow("*", Principal={"AWS": "*"})), "passed"),
        (document(allow("*", Principal={"AWS": f"arn:aws:iam::{ACCOUNT}:root"})), "passed"),
        (document(allow("*", Principal={"AWS": ROLE})), "passed"),
        (document(allow("*", Principal={"AWS": "arn:aws:iam::111122223333:role/other"})), "failed"),
        (document(allow("*", Principal={"AWS": "999999999999"})), "failed"),
        (document(allow("*", Principal={"Service": "ec2.amazonaws.com"})), "failed"),
        # One of the four actions of channels is as good as none.
        (document(allow(REPORT, "ssmmessages:Create*")), "failed"),
        (document(allow("ssm:Get*", CHANNELS)), "failed"),
        (document(EVERYTHING, deny(REPORT)), "failed"),
        (document(EVERYTHING, deny("ssmmessages:OpenDataChannel")), "failed"),
        (document(EVERYTHING, deny("ssm:SendCommand")), "passed"),
        (document(EVERYTHING, deny("*", Principal={"AWS": "999999999999"})), "passed"),
        (document(), "failed"),
        # Conditions on what is known of the call.
        (document(allow("*", Condition={"StringEquals": {"aws:PrincipalAccount": ACCOUNT}})), "passed"),
        (document(allow("*", Condition={"StringEquals": {"aws:PrincipalAccount": "9"}})), "failed"),
        (document(allow("*", Condition={"StringEquals": {"aws:SourceVpc": "vpc-1"}})), "passed"),
        (document(allow("*", Condition={"StringEquals": {"aws:SourceVpce": "vpce-none"}})), "failed"),
        (document(allow("*", Condition={"ArnEquals": {"aws:PrincipalArn": ROLE}})), "passed"),
        # And on what is not.
        (document(allow("*", Condition=MEMBERS)), "unknown"),
        (document(EVERYTHING, deny("*", Condition={"StringNotEquals": MEMBERS["StringEquals"]})), "unknown"),
        (document(EVERYTHING, deny("*", Resource="arn:aws:ec2:*:*:instance/i-9")), "unknown"),
        (document(allow("ssm:*", CHANNELS, Resource="arn:aws:ssm:eu-west-3:1:*")), "unknown"),
        (document({"Effect": "Allow", "NotPrincipal": {"AWS": ROLE}, "Action": "*", "Resource": "*"}), "unknown"),
        # What cannot be read may say anything.
        ("", "unknown"),
        ("{", "unknown"),
        ("[]", "unknown"),
        (json.dumps({"Version": "2030-01-01", "Statement": [EVERYTHING]}), "unknown"),
    ],
)  # fmt: skip
def test_the_policy_of_the_endpoints(policy, expected) -> None:
    found = judged(isolated(policy))
    assert found[POLICY].status == expected, found[POLICY].text.english()
    assert {f.status for check, f in found.items() if check != POLICY} == {"passed"}


def test_a_refusal_names_the_endpoint_the_calls_and_the_statement() -> None:
    policy = document(EVERYTHING, deny("ssmmessages:OpenDataChannel", Sid="NoShells"))
    finding = judged(isolated(policy))[POLICY]
    said = finding.text.english()
    assert (finding.grade, finding.cause) == (Grade.INFERRED, "vpce-ssmmessages")
    assert "ssmmessages:OpenDataChannel" in said
    assert "vpce-ssmmessages: NoShells" in said
    assert "role web" in said
    assert "ssmmessages.eu-west-3.amazonaws.com" in said
    assert "ssm:UpdateInstanceInformation" not in said


def test_what_is_undecided_names_what_it_depends_on() -> None:
    said = judged(isolated(document(allow("*", Condition=MEMBERS))))[POLICY].text.english()
    assert "It depends on aws:PrincipalOrgID:" in said
    said = judged(isolated("{"))[POLICY].text.english()
    assert "The policy vpce-ssm cannot be read." in said


def test_a_condition_on_the_signer_is_remarked_for_machines_that_register() -> None:
    policy = document(allow("*", Condition={"StringEquals": {"aws:PrincipalAccount": ACCOUNT}}))
    assert "machines outside EC2 do not sign" in judged(isolated(policy))[POLICY].text.english()
    assert "machines outside EC2" not in judged(isolated(OPEN))[POLICY].text.english()


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (OPEN, "passed"),
        (document(EVERYTHING, deny(REPORT)), "failed"),
        (document(allow("*", Principal={"AWS": "999999999999"})), "failed"),
        (document(allow("*", Principal={"AWS": f"arn:aws:iam::{ACCOUNT}:root"})), "passed"),
        (document(allow("*", Principal={"AWS": ROLE})), "unknown"),
        (document(EVERYTHING, deny("*", Principal={"AWS": ROLE})), "unknown"),
        (
            document(
                {"Effect": "Allow", "NotPrincipal": {"AWS": ROLE}, "Action": "*", "Resource": "*"}
            ),
            "unknown",
        ),
        (document(allow("*", Condition={"ArnEquals": {"aws:PrincipalArn": ROLE}})), "unknown"),
    ],
)
@pytest.mark.parametrize(
    "changes",
    [
        {"profiles": {PROFILE: Unknown(Why.DENIED, right="iam:GetInstanceProfile")}},
        {"roles": {}},
        {"profiles": {PROFILE: known(None)}},
    ],
)
def test_where_the_role_is_not_known_only_a_policy_that_names_roles_is_undecided(
    policy, expected, changes
) -> None:
    assert judged(isolated(policy), **changes)[POLICY].status == expected


def test_a_node_that_reports_reached_ssm_through_whatever_policy() -> None:
    net = isolated(OPEN)
    net.endpoints = (endpoint("ssm", policy=document()), endpoint("ssmmessages"))
    assert judged(net)[POLICY].status == "failed"
    assert judged(net, node(profile_arn=PROFILE, ping="Online"))[POLICY].status == "warning"


def test_where_the_name_may_lead_past_the_endpoint_its_policy_decides_nothing() -> None:
    refusing = endpoints(policy=document())
    net = Net(endpoints=refusing, servers=("10.9.9.9",))
    assert judged(net)[POLICY].status == "unknown"
    off = Net(endpoints=refusing, dns=VpcDns(support=True, hostnames=False))
    assert judged(off)[POLICY].status == "skipped"
    assert judged(replace(off, routes=ALONE))[DNS].status == "failed"
    through = Net(endpoints=refusing, servers=("10.9.9.9",), routes=ALONE)
    assert judged(through)[POLICY].status == "failed"


def test_endpoints_that_may_not_be_seen_leave_their_policies_unknown() -> None:
    denied = {"endpoints": Unknown(Why.DENIED, right="ec2:DescribeVpcEndpoints")}
    assert judged(isolated(OPEN, denied=denied))[POLICY].right == "ec2:DescribeVpcEndpoints"


KEY = f"arn:aws:kms:eu-west-3:{ACCOUNT}:key/1"
PREFERENCES = Preferences(
    "SSM-SessionManagerRunShell", "1", kms_key=KEY, s3_bucket="logs", log_group="sessions"
)


@pytest.mark.parametrize(
    ("service", "policy", "holds"),
    [
        ("kms", OPEN, "yes"),
        ("kms", document(allow("kms:Decrypt")), "yes"),
        ("kms", document(allow("kms:Decrypt", Resource=KEY)), "yes"),
        ("kms", document(allow("kms:Decrypt", Resource=KEY + "2")), "no"),
        ("kms", document(allow("kms:Encrypt")), "no"),
        ("s3", document(allow("s3:*", Resource=["arn:aws:s3:::logs", "arn:aws:s3:::logs/*"])), "yes"),
        ("s3", document(allow("s3:*", Resource="arn:aws:s3:::amazon-ssm-eu-west-3/*")), "no"),
        ("logs", document(allow("logs:*")), "yes"),
        ("logs", document(EVERYTHING, deny("logs:PutLogEvents")), "no"),
        ("logs", document(allow("*", Condition=MEMBERS)), "unknown"),
    ],
)  # fmt: skip
def test_the_way_to_what_the_preferences_name_ends_at_the_policy(service, policy, holds) -> None:
    made = endpoint(service, policy=policy)
    if service == "s3":
        made = replace(made, type="Gateway", groups=(), subnets=(), private_dns=False)
    net = isolated(OPEN)
    net.endpoints = (made,)
    net.routes = {**ALONE, "subnet-a": (LOCAL, route(made.id, "pl-1"))}
    seen, one = account(net, session=SessionFacts(preferences=known(PREFERENCES)))
    found = way(seen, one, service)
    assert found.holds == holds, found.said.english()
    if holds == "no":
        assert found.by == made.id


def test_what_the_preferences_do_not_name_is_asked_of_no_policy() -> None:
    net = isolated(OPEN)
    net.endpoints = (endpoint("kms", policy=document()),)
    seen, one = account(net)
    assert seen.session.preferences is NOT_COLLECTED
    assert way(seen, one, "kms").holds == "yes"


def test_a_way_that_ends_at_a_policy_is_no_echo_of_another_policy() -> None:
    net = isolated(document())
    net.endpoints = (*net.endpoints, endpoint("kms", policy=document()))
    seen, one = account(net, session=SessionFacts(preferences=known(PREFERENCES)))
    step = way(seen, one, "kms")
    assert (step.holds, behind(seen, one, step)) == ("no", ())
    assert behind(seen, one, way(seen, one, "ssm")) == (POLICY,)
