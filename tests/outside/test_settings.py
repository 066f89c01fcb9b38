"""The settings of the environment are read, and no secret is among them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssmwizard import demo
from ssmwizard.outside.aws import LiveAws
from ssmwizard.outside.calls import CallFailed
from ssmwizard.outside.settings import read_settings

SECRET = "hunter2-hunter2-hunter2"


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "config"
    path.write_text(
        "[default]\nregion = eu-west-3\n"
        "[profile work]\nregion = eu-west-1\nca_bundle = /etc/ca.pem\naws_secret_access_key = "
        + SECRET
    )
    monkeypatch.setenv("AWS_CONFIG_FILE", str(path))
    return path


def test_what_is_set_is_told_and_no_secret(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("REQUESTS_CA_BUNDLE", "NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {
        "AWS_ACCESS_KEY_ID": "ASIAAAAAAAAAAAAAWXYZ",
        "AWS_SECRET_ACCESS_KEY": SECRET,
        "AWS_SESSION_TOKEN": SECRET,
        "HTTPS_PROXY": f"http://camille:{SECRET}@proxy.example:3128",
        "https_proxy": f"camille:{SECRET}@proxy.example:3128",
        "AWS_ENDPOINT_URL_SSM": f"https://u:{SECRET}@localhost:4566/ssm",
        "AWS_PROFILE": "work",
        "AWS_REGION": "",
        "UNRELATED": "x",
    }.items():
        monkeypatch.setenv(name, value)
    told = read_settings(None)
    assert SECRET not in repr(told)
    assert "AAAAWXYZ" not in repr(told)
    assert told.variables == {
        "AWS_CONFIG_FILE": str(config),
        "AWS_ACCESS_KEY_ID": "…WXYZ + AWS_SESSION_TOKEN",
        "HTTPS_PROXY": "http://proxy.example:3128",
        "https_proxy": "proxy.example:3128",
        "AWS_ENDPOINT_URL_SSM": "https://localhost:4566/ssm",
        "AWS_PROFILE": "work",
    }
    assert told.of_profile == {"region": "eu-west-1", "ca_bundle": "/etc/ca.pem"}


def test_the_profile_in_force_is_looked_into(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert config.exists()
    assert read_settings(None).of_profile == {"region": "eu-west-3"}
    assert read_settings("work").of_profile["region"] == "eu-west-1"
    assert read_settings("missing").of_profile == {}
    monkeypatch.setenv("AWS_DEFAULT_PROFILE", "work")
    assert read_settings(None).of_profile["region"] == "eu-west-1"


def test_odd_values_are_told_without_what_is_in_them(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"http://[{SECRET}")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "short")
    assert read_settings(None).variables["HTTPS_PROXY"] == "set"
    assert read_settings(None).variables["AWS_ACCESS_KEY_ID"] == "set"
    config.write_text("[profile\n")
    with pytest.raises(CallFailed):
        read_settings(None)


def test_the_program_goes_by_the_profile_that_the_newer_command_line_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = demo.open_account(pace=0)
    files = account.config_files(tmp_path / "aws")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(files.config))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(files.credentials))
    monkeypatch.setenv("AWS_PROFILE", "demo-admin")
    monkeypatch.setenv("AWS_DEFAULT_PROFILE", "demo-readonly")
    try:
        aws = LiveAws(None, None, prepare=account.hook)
        assert aws.call("sts", "GetCallerIdentity")["Arn"].endswith("user/camille")
    finally:
        account.close()
