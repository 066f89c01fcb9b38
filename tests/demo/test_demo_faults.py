"""What tests may do to the account's answers comes out as real clients would see it."""

import threading
import time
import urllib.error
import urllib.request

import pytest
from botocore.exceptions import (
    ClientError,
    ConnectionClosedError,
    ReadTimeoutError,
)
from botocore.parsers import ResponseParserError

from ssmwizard.demo.profiles import EXPIRED_KEY, EXPIRED_TOKEN, READER_KEY

CALLS = {
    "ssm": ("ssm:DescribeInstanceInformation", "describe_instance_information", {}),
    "ec2": ("ec2:DescribeVpcs", "describe_vpcs", {}),
    "iam": ("iam:GetRole", "get_role", {"RoleName": "WebServerRole"}),
}


def ask(clients, service, **more):
    _, method, params = CALLS[service]
    return getattr(clients(service, **more), method)(**params)


def error_of(clients, service, **more):
    with pytest.raises(ClientError) as caught:
        ask(clients, service, **more)
    return caught.value.response


@pytest.mark.parametrize(
    ("service", "code", "status", "words"),
    [
        (
            "ssm",
            "AccessDeniedException",
            400,
            (
                "User: arn:aws:iam::111122223333:user/camille is not authorized to perform: "
                "ssm:DescribeInstanceInformation on resource: arn:aws:ssm:eu-west-3:111122223333:* "
                "because no identity-based policy allows the ssm:DescribeInstanceInformation action"
            ),
        ),
        (
            "ec2",
            "UnauthorizedOperation",
            403,
            (
                "You are not authorized to perform this operation. User: "
                "arn:aws:iam::111122223333:user/camille is not authorized to perform: "
                "ec2:DescribeVpcs because no identity-based policy allows the ec2:DescribeVpcs action"
            ),
        ),
        (
            "iam",
            "AccessDenied",
            403,
            (
                "User: arn:aws:iam::111122223333:user/camille is not authorized to perform: "
                "iam:GetRole on resource: arn:aws:iam::111122223333:role/WebServerRole because no "
                "identity-based policy allows the iam:GetRole action"
            ),
        ),
    ],
)
def test_a_right_taken_away_is_refused_in_awss_words(service, code, status, words, clients, demo):
    demo.deny(CALLS[service][0])
    response = error_of(clients, service)
    assert response["Error"]["Code"] == code
    assert response["ResponseMetadata"]["HTTPStatusCode"] == status
    assert response["Error"]["Message"] == words
    demo.allow(CALLS[service][0])
    assert ask(clients, service)


def test_a_pattern_takes_many_rights_and_allow_gives_all_back(client, demo):
    demo.deny("*:Describe*")
    error_of(client, "ssm")
    error_of(client, "ec2")
    assert ask(client, "iam")
    demo.allow()
    assert ask(client, "ssm")


def test_who_i_am_cannot_be_denied(client, demo):
    demo.deny("*")
    assert client("sts").get_caller_identity()["Account"] == "111122223333"


def test_what_the_caller_lost_the_simulator_knows(client, demo):
    demo.deny("ssm:StartSession")
    iam = client("iam")
    (result,) = iam.simulate_principal_policy(
        PolicySourceArn="arn:aws:iam::111122223333:user/camille", ActionNames=["ssm:StartSession"]
    )["EvaluationResults"]
    assert result["EvalDecision"] == "implicitDeny"


def test_another_identity_has_its_own_rights(clients):
    assert ask(clients, "ssm", key=READER_KEY)
    with pytest.raises(ClientError, match="user/sacha-audit is not authorized") as caught:
        clients("iam", key=READER_KEY).delete_role(RoleName="WebServerRole")
    assert caught.value.response["Error"]["Code"] == "AccessDenied"


@pytest.mark.parametrize(
    ("service", "unknown", "expired"),
    [
        ("ssm", "UnrecognizedClientException", "ExpiredTokenException"),
        ("ec2", "AuthFailure", "RequestExpired"),
        ("iam", "InvalidClientTokenId", "ExpiredToken"),
    ],
)
def test_credentials_that_are_not_valid(service, unknown, expired, clients, demo):
    assert error_of(clients, service, key="AKIANOBODYEXAMPLE000")["Error"]["Code"] == unknown
    old = {"key": EXPIRED_KEY, "aws_session_token": EXPIRED_TOKEN}
    assert error_of(clients, service, **old)["Error"]["Code"] == expired
    demo.expire_credentials()
    assert error_of(clients, service)["Error"]["Code"] == expired
    demo.expire_credentials(expired=False)
    assert ask(clients, service)


@pytest.mark.parametrize(
    ("service", "code"),
    [("ssm", "ThrottlingException"), ("ec2", "RequestLimitExceeded"), ("iam", "Throttling")],
)
def test_throttling_ends(service, code, clients, demo):
    demo.throttle(CALLS[service][0], 2)
    assert error_of(clients, service)["Error"]["Code"] == code
    assert error_of(clients, service)["Error"]["Code"] == code
    assert ask(clients, service)
    assert demo.calls.count(CALLS[service][0]) == 3


@pytest.mark.parametrize("service", ["ec2", "iam"])
def test_an_answer_that_is_not_xml(service, clients, demo):
    demo.break_answer(CALLS[service][0], "not-json")
    with pytest.raises(ResponseParserError):
        ask(clients, service)
    demo.mend()
    assert ask(clients, service)


def test_a_page_that_parses_as_xml_comes_out_of_botocore_oddly(client, demo):
    demo.break_answer("*", "xhtml")
    assert set(ask(client, "ec2")) == {"ResponseMetadata"}
    with pytest.raises(KeyError):
        ask(client, "iam")


def test_an_answer_that_is_not_json_comes_out_of_botocore_as_an_empty_one(clients, demo):
    demo.break_answer("ssm:*", "not-json", times=1)
    assert set(ask(clients, "ssm")) == {"ResponseMetadata"}
    assert "InstanceInformationList" in ask(clients, "ssm")


def test_a_server_error(clients, demo):
    demo.break_answer("ssm:*", "http-500", times=1)
    assert error_of(clients, "ssm")["ResponseMetadata"]["HTTPStatusCode"] == 500
    assert ask(clients, "ssm")


def test_a_connection_that_is_cut(clients, demo):
    demo.break_answer("ec2:DescribeVpcs", "reset", times=1)
    with pytest.raises(ConnectionClosedError):
        ask(clients, "ec2")
    assert ask(clients, "ec2")


def test_a_call_that_hangs_ends_with_the_clients_patience_or_the_account(clients, demo):
    demo.break_answer("iam:GetRole", "hang", seconds=0.2)
    with pytest.raises((ReadTimeoutError, ConnectionClosedError)):
        ask(clients, "iam", config={"read_timeout": 0.1})


def test_closing_the_account_ends_what_hangs(client, demo):
    demo.break_answer("iam:GetRole", "hang", seconds=600)
    caught: list[type[Exception]] = []

    def hang() -> None:
        try:
            ask(client, "iam")
        except ReadTimeoutError as error:
            caught.append(type(error))

    client("iam")
    thread = threading.Thread(target=hang)
    thread.start()
    while not demo.calls:
        time.sleep(0.005)
    demo.close()
    thread.join()
    assert caught == [ReadTimeoutError]


def test_a_delay_makes_a_call_late(clients, demo):
    demo.delay("iam:GetRole", 0.15)
    began = time.monotonic()
    assert ask(clients, "iam")
    assert time.monotonic() - began >= 0.15


def test_a_kind_of_breakage_that_does_not_exist(demo):
    with pytest.raises(ValueError, match="'odd' is none of"):
        demo.break_answer("*", "odd")


def test_a_clock_that_is_ahead(client, demo):
    demo.skew(3600)
    date = ask(client, "iam")["ResponseMetadata"]["HTTPHeaders"]["date"]
    ahead = time.mktime(time.strptime(date, "%a, %d %b %Y %H:%M:%S GMT")) - time.timezone
    assert 3500 < ahead - time.time() < 3700


def test_a_request_that_is_not_signed_is_refused(demo):

    with demo.serve() as served:
        request = urllib.request.Request(served.url, data=b"Action=DescribeVpcs")  # noqa: S310
        with pytest.raises(urllib.error.HTTPError, match="403") as caught:
            urllib.request.urlopen(request)  # noqa: S310
        caught.value.close()
    assert demo.calls == []


def test_the_organization_can_forbid(client, demo):
    demo.world["iam"]["organization"] = {
        "Statement": [
            {"Effect": "Allow", "Action": "*", "Resource": "*"},
            {"Effect": "Deny", "Action": "iam:GetRole", "Resource": "*"},
        ]
    }
    message = error_of(client, "iam")["Error"]["Message"]
    assert message.endswith("with an explicit deny in a service control policy")
