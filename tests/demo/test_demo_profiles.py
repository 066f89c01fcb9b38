"""The demo's AWS configuration signs in as it says, through botocore's own ways."""

import stat
import sys

import botocore.session
import pytest
from botocore.exceptions import ClientError, CredentialRetrievalError, SSOTokenLoadError


@pytest.fixture
def profile(demo, tmp_path):
    """Makes an STS client of a profile of the demo's configuration."""
    files = demo.config_files(tmp_path / "aws")

    def client(name):
        session = botocore.session.Session(profile=name)
        session.set_config_variable("config_file", str(files.config))
        session.set_config_variable("credentials_file", str(files.credentials))
        demo.hook(session)
        return session.create_client("sts")

    return client


@pytest.mark.parametrize(
    ("name", "arn"),
    [
        ("demo-admin", "arn:aws:iam::111122223333:user/camille"),
        ("demo-readonly", "arn:aws:iam::111122223333:user/sacha-audit"),
        (
            "demo-on-call",
            "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_OnCall_3f1c2b9a8d7e6f50/noor@example.com",
        ),
        ("demo-role", "arn:aws:sts::111122223333:assumed-role/DemoOperator/botocore-session-"),
    ],
)
def test_a_profile_is_somebody(name, arn, profile):
    sts = profile(name)
    assert sts.meta.region_name == "eu-west-3"
    assert sts.get_caller_identity()["Arn"].startswith(arn)


def test_a_role_cannot_be_assumed_by_all(profile):
    for name in ("demo-admin", "demo-readonly"):
        with pytest.raises(ClientError, match="sts:AssumeRole") as caught:
            profile(name).assume_role(
                RoleArn="arn:aws:iam::111122223333:role/WebServerRole", RoleSessionName="test"
            )
        assert caught.value.response["Error"]["Code"] == "AccessDenied"


def test_an_expired_profile_says_so(profile):
    with pytest.raises(ClientError) as caught:
        profile("demo-expired").get_caller_identity()
    assert caught.value.response["Error"]["Code"] == "ExpiredToken"


def test_a_profile_without_sign_in_has_no_token(profile):
    with pytest.raises(SSOTokenLoadError):
        profile("demo-sso").get_caller_identity()


def test_a_process_that_does_not_exist(profile):
    with pytest.raises((CredentialRetrievalError, FileNotFoundError)):
        profile("demo-process").get_caller_identity()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such file modes")
def test_the_files_are_their_owners(demo, tmp_path):
    files = demo.config_files(tmp_path)
    for path in (files.config, files.credentials):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
