import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from ssmwizard import demo
from ssmwizard.demo.scenarios.machines import MachineBuilder
from ssmwizard.demo.scenarios.session_resources import bucket
from ssmwizard.model.facts import Why
from ssmwizard.outside.aws import LiveAws
from ssmwizard.outside.calls import Address, Call, CallFailed, pages


@pytest.fixture
def account(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[demo.Demo]:
    account = demo.open_account(pace=0)
    files = account.config_files(tmp_path / "aws")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(files.config))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(files.credentials))
    yield account
    account.close()


def door(account: demo.Demo, profile: str = "demo-admin", **more: object) -> LiveAws:
    return LiveAws(profile, None, prepare=account.hook, **more)  # type: ignore[arg-type]


def failure(aws: LiveAws, service: str = "sts", operation: str = "GetCallerIdentity") -> CallFailed:
    with pytest.raises(CallFailed) as raised:
        aws.call(service, operation)
    return raised.value


def test_an_answer_comes_without_metadata_and_is_heard(account: demo.Demo) -> None:
    heard: list[Call] = []
    answer = door(account, heard=heard.append).call("sts", "GetCallerIdentity")
    assert answer["Account"] == "111122223333"
    assert "ResponseMetadata" not in answer
    assert [(call.name, call.region, call.failure) for call in heard] == [
        ("sts:GetCallerIdentity", "eu-west-3", None)
    ]
    assert heard[0].request_id


def test_the_region_of_the_environment_goes_before_that_of_the_profile(
    account: demo.Demo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")
    monkeypatch.setenv("AWS_REGION", "eu-central-1")
    heard: list[Call] = []
    aws = door(account, heard=heard.append)
    aws.call("sts", "GetCallerIdentity")
    assert (aws.region, heard[0].region) == ("eu-central-1", "eu-central-1")


def test_a_denied_call_names_the_missing_right(account: demo.Demo) -> None:
    account.deny("ssm:DescribeInstanceInformation")
    failed = failure(door(account), "ssm", "DescribeInstanceInformation")
    assert (failed.why, failed.right) == (Why.DENIED, "ssm:DescribeInstanceInformation")


@pytest.mark.parametrize(
    ("profile", "why", "code"),
    [
        ("demo-expired", Why.CREDENTIALS, "ExpiredToken"),
        ("demo-sso", Why.CREDENTIALS, "SSOTokenLoadError"),
        ("demo-process", Why.CREDENTIALS, "FileNotFoundError"),
        ("no-such-profile", Why.CONFIGURATION, "ProfileNotFound"),
    ],
)
def test_unusable_profiles_are_told_apart(
    account: demo.Demo, profile: str, why: Why, code: str
) -> None:
    aws = LiveAws(profile, "eu-west-3", prepare=account.hook)
    failed = failure(aws)
    assert (failed.why, failed.code) == (why, code)


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("not-json", Why.FAILED),
        ("xhtml", Why.FAILED),
        ("http-500", Why.FAILED),
        ("reset", Why.UNREACHABLE),
    ],
)
def test_broken_answers_are_told_apart(account: demo.Demo, kind: str, why: Why) -> None:
    account.break_answer("ssm:GetServiceSetting", kind)
    aws = door(account)
    with pytest.raises(CallFailed) as raised:
        aws.call("ssm", "GetServiceSetting", SettingId="/ssm/managed-instance/activation-tier")
    assert raised.value.why is why


@pytest.mark.parametrize("kind", ["not-json", "xhtml"])
@pytest.mark.parametrize(
    ("service", "operation"),
    [
        ("sts", "GetCallerIdentity"),
        ("ec2", "DescribeInstances"),
        ("iam", "ListAccountAliases"),
        ("ssm", "DescribeInstanceInformation"),
    ],
)
def test_a_sign_in_page_is_no_answer_in_any_protocol(
    account: demo.Demo, kind: str, service: str, operation: str
) -> None:
    account.break_answer(f"{service}:{operation}", kind)
    assert failure(door(account), service, operation).why is Why.FAILED


@pytest.mark.parametrize("kind", ["not-json", "xhtml"])
@pytest.mark.parametrize("operation", ["HeadBucket", "GetBucketEncryption", "GetBucketPolicy"])
def test_a_sign_in_page_is_no_bucket(account: demo.Demo, kind: str, operation: str) -> None:
    account.break_answer("s3:*", kind)
    with pytest.raises(CallFailed) as raised:
        door(account).call("s3", operation, Bucket="logs")
    assert raised.value.why is Why.FAILED


def test_what_s3_tells_in_headers_alone_is_an_answer_and_a_denial_is_one(
    account: demo.Demo,
) -> None:
    bucket(MachineBuilder(account.world, "eu-west-3"), "logs")
    aws = door(account)
    aws.call("sts", "GetCallerIdentity")
    assert aws.call("s3", "HeadBucket", Bucket="logs")["BucketRegion"] == "eu-west-3"
    account.deny("s3:*")
    with pytest.raises(CallFailed) as raised:
        aws.call("s3", "HeadBucket", Bucket="logs")
    assert (raised.value.why, raised.value.right) == (Why.DENIED, "s3:ListBucket")


def test_throttling_is_waited_out(account: demo.Demo) -> None:
    account.throttle("ssm:DescribeInstanceInformation", 1)
    assert door(account).call("ssm", "DescribeInstanceInformation")["InstanceInformationList"]


def test_throttling_that_lasts_is_said(account: demo.Demo) -> None:
    account.throttle("ec2:DescribeVpcs", 100)
    assert failure(door(account), "ec2", "DescribeVpcs").why is Why.THROTTLED


def test_a_cancelled_door_makes_no_call(account: demo.Demo) -> None:
    cancelled = threading.Event()
    cancelled.set()
    for_the_job = door(account).listening(lambda _: None, cancelled)
    assert failure(for_the_job).why is Why.CANCELLED
    assert account.calls == []


def test_a_mistake_in_a_call_is_not_swallowed(account: demo.Demo) -> None:
    with pytest.raises(Exception, match="Missing required parameter"):
        door(account).call("ssm", "GetConnectionStatus")


def test_pages_are_followed_to_the_end(account: demo.Demo) -> None:
    aws = door(account)
    counts: list[int] = []
    key = "InstanceInformationList"
    found = pages(aws, "ssm", "DescribeInstanceInformation", key, counts.append, MaxResults=5)
    whole = aws.call("ssm", "DescribeInstanceInformation", MaxResults=50)[key]
    assert [node["InstanceId"] for node in found] == [node["InstanceId"] for node in whole]
    assert counts == [*range(5, len(found), 5), len(found)]


def test_the_end_of_role_credentials_is_known(account: demo.Demo) -> None:
    aws = door(account, "demo-role")
    ends = aws.expires()
    assert ends is not None
    assert ends > aws.now()
    assert door(account).expires() is None


def test_doors_for_jobs_share_the_connection_and_hear_their_own_calls(account: demo.Demo) -> None:
    everything: list[str] = []
    mine: list[str] = []
    aws = door(account, heard=lambda call: everything.append(call.name))
    job = aws.listening(lambda call: mine.append(call.name), threading.Event())
    aws.call("ec2", "DescribeVpcs")
    job.call("ec2", "DescribeSubnets")
    assert everything == ["ec2:DescribeVpcs", "ec2:DescribeSubnets"]
    assert mine == ["ec2:DescribeSubnets"]


ADDRESSES = {
    "usual": ({}, "https://ssm.us-east-1.amazonaws.com", ""),
    "another-for-all": ({"AWS_ENDPOINT_URL": "http://127.0.0.1:1"}, "http://127.0.0.1:1", ""),
    "another-for-ssm": ({"AWS_ENDPOINT_URL_SSM": "http://127.0.0.1:2"}, "http://127.0.0.1:2", ""),
    "another-for-sts": (
        {"AWS_ENDPOINT_URL_STS": "http://127.0.0.1:2"},
        "https://ssm.us-east-1.amazonaws.com",
        "",
    ),
    "fips": ({"AWS_USE_FIPS_ENDPOINT": "true"}, "https://ssm-fips.us-east-1.amazonaws.com", ""),
    "dual-stack": ({"AWS_USE_DUALSTACK_ENDPOINT": "true"}, "https://ssm.us-east-1.api.aws", ""),
    "a-bundle": (
        {"AWS_CA_BUNDLE": "/own.pem", "REQUESTS_CA_BUNDLE": "/other.pem"},
        "https://ssm.us-east-1.amazonaws.com",
        "/own.pem",
    ),
    "a-bundle-of-requests": (
        {"REQUESTS_CA_BUNDLE": "/other.pem"},
        "https://ssm.us-east-1.amazonaws.com",
        "/other.pem",
    ),
}


@pytest.mark.parametrize(("settings", "url", "bundle"), ADDRESSES.values(), ids=list(ADDRESSES))
def test_the_address_of_a_service_follows_the_settings_of_the_cli(
    settings: dict[str, str],
    url: str,
    bundle: str,
    account: demo.Demo,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("REQUESTS_CA_BUNDLE", raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    heard: list[Call] = []
    aws = LiveAws("demo-admin", "us-east-1", prepare=account.hook, heard=heard.append)
    assert aws.address("ssm") == Address(url, bundle)
    assert [call.name for call in heard] == ["endpoint:GetAddress"]


@pytest.mark.parametrize(
    ("profile", "url"), [("demo-admin", "no address at all"), ("nobody", "http://127.0.0.1:1")]
)
def test_an_address_that_cannot_be_told_is_a_failure_of_the_configuration(
    profile: str, url: str, account: demo.Demo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", url)
    with pytest.raises(CallFailed) as raised:
        LiveAws(profile, "us-east-1", prepare=account.hook).address("ssm")
    assert raised.value.why is Why.CONFIGURATION
