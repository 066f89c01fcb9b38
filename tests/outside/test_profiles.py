from pathlib import Path

import pytest

from ssmwizard.model.facts import Why
from ssmwizard.model.identity import Profile, ProfileKind
from ssmwizard.outside.calls import CallFailed
from ssmwizard.outside.profiles import read_profiles

CONFIG = """
[default]
region = eu-west-3
[profile static]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = x
region = us-east-1
[profile half]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
[profile sso]
sso_session = corp
sso_account_id = 111122223333
sso_role_name = ops
[profile sso-lost]
sso_session = gone
[profile sso-legacy]
sso_start_url = https://example.awsapps.com/start
[profile login]
login_session = arn:aws:sts::111122223333:assumed-role/ops/me
[profile role]
role_arn = arn:aws:iam::111122223333:role/ops
source_profile = static
mfa_serial = arn:aws:iam::111122223333:mfa/me
[profile role-alone]
role_arn = arn:aws:iam::111122223333:role/ops
[profile web]
role_arn = arn:aws:iam::111122223333:role/ops
web_identity_token_file = /token
[profile process]
credential_process = /no/such/program --which would-hang
[sso-session corp]
sso_start_url = https://example.awsapps.com/start
sso_region = eu-west-1
"""

KINDS = {
    "default": (ProfileKind.EMPTY, ""),
    "static": (ProfileKind.STATIC, ""),
    "half": (ProfileKind.STATIC, "aws_secret_access_key"),
    "sso": (ProfileKind.SSO, ""),
    "sso-lost": (ProfileKind.SSO, "sso_session = gone"),
    "sso-legacy": (ProfileKind.SSO, ""),
    "login": (ProfileKind.LOGIN, ""),
    "role": (ProfileKind.ROLE, ""),
    "role-alone": (ProfileKind.ROLE, "source_profile"),
    "web": (ProfileKind.WEB_IDENTITY, ""),
    "process": (ProfileKind.PROCESS, ""),
}


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "config"
    path.write_text(CONFIG)
    monkeypatch.setenv("AWS_CONFIG_FILE", str(path))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "credentials"))
    return path


def by_name() -> dict[str | None, Profile]:
    return {profile.name: profile for profile in read_profiles()}


@pytest.mark.parametrize(("name", "expected"), KINDS.items(), ids=list(KINDS))
def test_each_kind_is_told_without_running_anything(
    config: Path, name: str, expected: tuple[ProfileKind, str]
) -> None:
    profile = by_name()[name]
    assert (profile.kind, profile.problem) == expected


def test_region_and_mfa_are_read(config: Path) -> None:
    profiles = by_name()
    assert profiles["static"].region == "us-east-1"
    assert profiles["role"].mfa
    assert not profiles["static"].mfa


def test_keys_in_the_environment_come_first(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE")
    monkeypatch.setenv("AWS_REGION", "ap-south-1")
    first = read_profiles()[0]
    assert first == Profile(None, ProfileKind.ENVIRONMENT, "ap-south-1")


def test_a_profile_named_by_the_environment_that_does_not_exist_hides_nothing(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_PROFILE", "no-such-profile")
    assert "static" in by_name()


def test_no_configuration_at_all_is_an_empty_list(tmp_path: Path) -> None:
    assert read_profiles() == ()


BROKEN = {
    "not-ini": b"this is not a configuration\n",
    "byte-order-mark": b"\xef\xbb\xbf[default]\nregion = eu-west-3\n",
    "torn-section": b"[profile x\nregion = eu-west-3\n",
    "not-text": b"\xff\xfe[\x00d\x00",
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=list(BROKEN))
def test_a_broken_file_is_an_error_that_names_the_file(config: Path, content: bytes) -> None:
    config.write_bytes(content)
    with pytest.raises(CallFailed) as raised:
        read_profiles()
    assert raised.value.why is Why.CONFIGURATION
    assert str(config) in raised.value.message


def test_a_byte_order_mark_is_told_apart_from_other_faults(config: Path) -> None:
    codes = {}
    for name in ("not-ini", "byte-order-mark"):
        config.write_bytes(BROKEN[name])
        with pytest.raises(CallFailed) as raised:
            read_profiles()
        codes[name] = raised.value.code
    assert codes == {"not-ini": "ConfigParseError", "byte-order-mark": "ByteOrderMark"}
