"""What comes of a session of the demo follows from the account: its key, its nodes, its preferences."""

import json
from typing import Any

import pytest

from ssmwizard.demo import Demo, open_account
from ssmwizard.demo.operations.ssm_documents import PREFERENCES


@pytest.fixture
def sessions() -> Demo:
    return open_account("sessions", pace=0)


def start(account: Demo, client: Any, name: str) -> str:
    nodes = account.world["regions"]["eu-west-3"]["nodes"].values()
    target = next(one["InstanceId"] for one in nodes if one["Name"] == name)
    return str(client.start_session(Target=target)["SessionId"])


def prefer(account: Demo, **inputs: Any) -> None:
    record = account.world["regions"]["eu-west-3"]["documents"][PREFERENCES]
    record["Versions"][record["DefaultVersion"]]["Content"] = json.dumps({"inputs": inputs})


@pytest.fixture
def ssm(sessions: Demo, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    import boto3  # noqa: PLC0415 - as the other tests of the demo do it
    import botocore.session  # noqa: PLC0415

    files = sessions.config_files(tmp_path)
    monkeypatch.setenv("AWS_CONFIG_FILE", str(files.config))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(files.credentials))
    session = botocore.session.Session(profile="demo-admin")
    sessions.hook(session)
    return boto3.session.Session(botocore_session=session).client("ssm", region_name="eu-west-3")


def test_a_shell_opens_once_and_is_left(sessions: Demo, ssm: Any) -> None:
    session = start(sessions, ssm, "web-01")
    told = sessions.heard(session)
    assert (told.closed, told.silent) == ("", False)
    assert ssm.describe_sessions(State="Active")["Sessions"] == []
    assert sessions.heard(session).silent
    assert sessions.heard("nobody-1").silent


def test_whoever_may_not_use_the_key_is_told_so_by_kms(sessions: Demo, ssm: Any) -> None:
    session = start(sessions, ssm, "web-01")
    sessions.deny("kms:GenerateDataKey")
    assert "Error calling KMS GenerateDataKey API: AccessDenied" in sessions.heard(session).closed


def test_a_key_that_is_gone_is_told_of(sessions: Demo, ssm: Any) -> None:
    session = start(sessions, ssm, "web-01")
    prefer(sessions, kmsKeyId="alias/nothing")
    assert "NotFoundException" in sessions.heard(session).closed


@pytest.mark.parametrize(("name", "closed"), [("web-01", True), ("web-02", False)])
def test_an_account_that_is_missing_is_told_of_on_linux(
    sessions: Demo, ssm: Any, name: str, closed: bool
) -> None:
    prefer(sessions, runAsEnabled=True, runAsDefaultUser="nobody-here")
    said = sessions.heard(start(sessions, ssm, name)).closed
    assert ("RunAs user nobody-here" in said) is closed
    prefer(sessions, runAsEnabled=True, runAsDefaultUser="root")
    assert sessions.heard(start(sessions, ssm, name)).closed == ""


def test_preferences_that_are_none_set_nothing(sessions: Demo, ssm: Any) -> None:
    record = sessions.world["regions"]["eu-west-3"]["documents"][PREFERENCES]
    record["Versions"][record["DefaultVersion"]]["Content"] = json.dumps({"inputs": []})
    assert sessions.heard(start(sessions, ssm, "plain-01")).closed == ""
