from pathlib import Path

import botocore.exceptions
import botocore.session
import pytest

from ssmwizard.model.facts import Why
from ssmwizard.model.identity import Fault, Profile, ProfileKind
from ssmwizard.outside.calls import CallFailed
from ssmwizard.outside.profiles import read_profiles

KEYS = """
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = x
"""
ROLE = "role_arn = arn:aws:iam::111122223333:role/ops"
PORTAL = "sso_account_id = 111122223333\nsso_role_name = ops"
URL = "sso_start_url = https://example.awsapps.com/start"
CONFIG = f"""
[default]
region = eu-west-3
[profile static]
region = us-east-1
{KEYS}
[profile half]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
[profile other-half]
aws_secret_access_key = x
[profile sso]
sso_session = corp
{PORTAL}
[profile sso-lost]
sso_session = gone
[profile sso-two-minds]
sso_session = corp
sso_region = us-east-1
{PORTAL}
[profile sso-no-role]
sso_session = corp
[profile sso-legacy]
{URL}
sso_region = eu-west-1
{PORTAL}
[profile sso-legacy-half]
{URL}
sso_account_id = 111122223333
[profile sso-before-keys]
sso_session = corp
{PORTAL}
{KEYS}
[profile login]
login_session = arn:aws:sts::111122223333:assumed-role/ops/me
[profile role]
{ROLE}
source_profile = static
mfa_serial = arn:aws:iam::111122223333:mfa/me
[profile role-of-role]
{ROLE}
source_profile = role
[profile role-of-sso]
{ROLE}
source_profile = sso
[profile role-of-broken]
{ROLE}
source_profile = sso-lost
[profile role-of-nothing]
{ROLE}
source_profile = default
[profile role-of-environment]
{ROLE}
credential_source = Environment
[profile role-of-role-of-environment]
{ROLE}
source_profile = role-of-environment
[profile role-of-moon]
{ROLE}
credential_source = Moon
[profile role-alone]
{ROLE}
[profile role-lost]
{ROLE}
source_profile = gone
[profile role-of-role-lost]
{ROLE}
source_profile = role-lost
[profile role-twice]
{ROLE}
source_profile = static
credential_source = Environment
[profile role-of-itself]
{ROLE}
source_profile = role-of-itself
[profile role-with-own-keys]
{ROLE}
source_profile = role-with-own-keys
{KEYS}
[profile role-of-own-keys]
{ROLE}
source_profile = role-with-own-keys
[profile ring]
{ROLE}
source_profile = ring-back
[profile ring-back]
{ROLE}
source_profile = ring
[profile web]
{ROLE}
web_identity_token_file = {__file__}
[profile web-no-token]
{ROLE}
web_identity_token_file = /no/such/token
[profile web-no-role]
web_identity_token_file = {__file__}
[profile process]
credential_process = python3 --which would-hang
[profile process-gone]
credential_process = /no/such/program --which would-hang
[profile process-torn]
credential_process = "/no/such/program
[profile process-empty]
credential_process =
[sso-session corp]
sso_start_url = https://example.awsapps.com/start
sso_region = eu-west-1
"""

KINDS = {
    "default": (ProfileKind.EMPTY, Fault.NONE, ""),
    "static": (ProfileKind.STATIC, Fault.NONE, ""),
    "half": (ProfileKind.STATIC, Fault.MISSING, "aws_secret_access_key"),
    "other-half": (ProfileKind.STATIC, Fault.MISSING, "aws_access_key_id"),
    "sso": (ProfileKind.SSO, Fault.NONE, ""),
    "sso-lost": (ProfileKind.SSO, Fault.NOT_THERE, "sso_session = gone"),
    "sso-two-minds": (ProfileKind.SSO, Fault.CONTRADICTS, "sso_region"),
    "sso-no-role": (ProfileKind.SSO, Fault.MISSING, "sso_account_id, sso_role_name"),
    "sso-legacy": (ProfileKind.SSO_LEGACY, Fault.NONE, ""),
    "sso-legacy-half": (ProfileKind.SSO_LEGACY, Fault.MISSING, "sso_region, sso_role_name"),
    "sso-before-keys": (ProfileKind.SSO, Fault.NONE, ""),
    "login": (ProfileKind.LOGIN, Fault.NONE, ""),
    "role": (ProfileKind.ROLE, Fault.NONE, ""),
    "role-of-role": (ProfileKind.ROLE, Fault.NONE, ""),
    "role-of-sso": (ProfileKind.ROLE, Fault.NONE, ""),
    "role-of-broken": (ProfileKind.ROLE, Fault.NOT_THERE, "sso_session = gone (sso-lost)"),
    "role-of-nothing": (ProfileKind.ROLE, Fault.NO_CREDENTIALS, "source_profile = default"),
    "role-of-environment": (ProfileKind.ROLE, Fault.NONE, ""),
    "role-of-role-of-environment": (ProfileKind.ROLE, Fault.NONE, ""),
    "role-of-moon": (ProfileKind.ROLE, Fault.NOT_A_VALUE, "credential_source = Moon"),
    "role-alone": (ProfileKind.ROLE, Fault.MISSING, "source_profile"),
    "role-lost": (ProfileKind.ROLE, Fault.NOT_THERE, "source_profile = gone"),
    "role-of-role-lost": (
        ProfileKind.ROLE,
        Fault.NOT_THERE,
        "source_profile = gone (role-lost)",
    ),
    "role-twice": (ProfileKind.ROLE, Fault.CONTRADICTS, "source_profile, credential_source"),
    "role-of-itself": (ProfileKind.ROLE, Fault.CIRCLE, "source_profile = role-of-itself"),
    "role-with-own-keys": (ProfileKind.ROLE, Fault.NONE, ""),
    "role-of-own-keys": (ProfileKind.ROLE, Fault.NONE, ""),
    "ring": (ProfileKind.ROLE, Fault.CIRCLE, "source_profile = ring-back"),
    "web": (ProfileKind.WEB_IDENTITY, Fault.NONE, ""),
    "web-no-token": (
        ProfileKind.WEB_IDENTITY,
        Fault.NOT_THERE,
        "web_identity_token_file = /no/such/token",
    ),
    "web-no-role": (ProfileKind.WEB_IDENTITY, Fault.MISSING, "role_arn"),
    "process": (ProfileKind.PROCESS, Fault.NONE, ""),
    "process-gone": (ProfileKind.PROCESS, Fault.NO_PROGRAM, "/no/such/program"),
    "process-torn": (ProfileKind.PROCESS, Fault.NOT_A_VALUE, "credential_process"),
    "process-empty": (ProfileKind.PROCESS, Fault.NOT_A_VALUE, "credential_process"),
}

# What botocore says of a profile as soon as it is asked for credentials, without any call.
# Found wanting without a word, or only when the role is taken.
SILENT = ("other-half", "sso-lost", "sso-no-role", "web-no-token", "process-torn", "process-empty")
REFUSED = ("InvalidConfigError", "PartialCredentialsError", "InfiniteLoopConfigError")


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
    config: Path, name: str, expected: tuple[ProfileKind, Fault, str]
) -> None:
    profile = by_name()[name]
    assert (profile.kind, profile.fault, profile.problem) == expected


@pytest.mark.parametrize("name", list(KINDS))
def test_what_is_said_to_be_wrong_is_what_botocore_refuses(
    config: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The settings are read twice, by two readers; what only a try would show is left out."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "x")
    kind, fault, _ = KINDS[name]
    session = botocore.session.Session(profile=name)
    resolver = session.get_component("credential_provider")
    for method in ("custom-process", "login", "container-role", "iam-role"):
        resolver.remove(method)
    try:
        found, refused = session.get_credentials(), ""
    except botocore.exceptions.BotoCoreError as error:
        found, refused = None, type(error).__name__
    if fault in (Fault.NONE, Fault.NO_PROGRAM):
        assert refused == ""
        bare = (ProfileKind.EMPTY, ProfileKind.LOGIN, ProfileKind.PROCESS)
        assert (found is None) == (kind in bare)
    elif name not in SILENT:
        assert refused in REFUSED, refused


def test_region_and_mfa_are_read(config: Path) -> None:
    profiles = by_name()
    assert profiles["static"].region == "us-east-1"
    assert profiles["role"].mfa
    assert profiles["role-of-role"].mfa
    assert not profiles["static"].mfa


def test_where_a_profile_takes_its_credentials_from_is_read(config: Path) -> None:
    profiles = by_name()
    assert profiles["role-of-sso"].source == "sso"
    assert profiles["sso"].session == "corp"
    assert profiles["process"].program == "python3"


def test_keys_in_the_environment_come_first(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE")
    monkeypatch.setenv("AWS_REGION", "ap-south-1")
    first = read_profiles()[0]
    assert first == Profile(None, ProfileKind.ENVIRONMENT, "ap-south-1")


ELSEWHERE = {
    "web-identity": (
        {"AWS_WEB_IDENTITY_TOKEN_FILE": "/token", "AWS_ROLE_ARN": "arn:aws:iam::1:role/r"},
        ProfileKind.WEB_IDENTITY,
    ),
    "ecs": ({"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2"}, ProfileKind.CONTAINER),
    "eks": ({"AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://[::1]/v1"}, ProfileKind.CONTAINER),
}


@pytest.mark.parametrize(("names", "kind"), ELSEWHERE.values(), ids=list(ELSEWHERE))
def test_what_a_container_or_a_cluster_gives_is_told(
    config: Path, monkeypatch: pytest.MonkeyPatch, names: dict[str, str], kind: ProfileKind
) -> None:
    for name, said in names.items():
        monkeypatch.setenv(name, said)
    assert read_profiles()[0] == Profile(None, kind, None)


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
