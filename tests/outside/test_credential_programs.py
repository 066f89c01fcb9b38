"""Real programs that deliver credentials: good, failing, hanging; and the AWS CLI for its sign-ins."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import botocore.credentials
import pytest

from ssmwizard import demo
from ssmwizard.demo.profiles import ADMIN_KEY, SECRET
from ssmwizard.model.facts import Why
from ssmwizard.outside import credential_programs
from ssmwizard.outside.aws import LiveAws
from ssmwizard.outside.calls import CallFailed

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")

CREDENTIALS = {"Version": 1, "AccessKeyId": ADMIN_KEY, "SecretAccessKey": SECRET}
GOOD = f"print({json.dumps(CREDENTIALS)!r})"
EXPIRED = "sys.exit('Your session has expired. Please reauthenticate using \"aws login\".')"
CONFIG = """
[profile work]
region = eu-west-3
login_session = arn:aws:sts::111122223333:assumed-role/ops/me
[profile role]
region = eu-west-3
role_arn = arn:aws:iam::111122223333:role/DemoOperator
source_profile = work
[profile process]
region = eu-west-3
credential_process = {program}
[profile role-of-process]
region = eu-west-3
role_arn = arn:aws:iam::111122223333:role/DemoOperator
source_profile = process
"""


class Program:
    """A program called ``aws`` on the search path, and its words when it was last called."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "aws"
        self._words = folder / "words"

    def does(self, code: str) -> None:
        note = f"open({str(self._words)!r}, 'w').write(' '.join(sys.argv[1:]))"
        self.path.write_text(f"#!{sys.executable}\nimport sys\n{note}\n{code}\n")
        self.path.chmod(0o755)

    @property
    def words(self) -> str:
        return self._words.read_text()


@pytest.fixture
def account() -> Iterator[demo.Demo]:
    made = demo.open_account(pace=0)
    yield made
    made.close()


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    made = Program(tmp_path)
    (tmp_path / "config").write_text(CONFIG.replace("{program}", f"{made.path} --fetch"))
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "config"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "credentials"))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(botocore.credentials, "EC", None)
    return made


def who(account: demo.Demo, profile: str) -> str:
    door = LiveAws(profile, None, prepare=account.hook)
    return str(door.call("sts", "GetCallerIdentity")["Arn"])


def failure(account: demo.Demo, profile: str) -> CallFailed:
    with pytest.raises(CallFailed) as raised:
        who(account, profile)
    return raised.value


@pytest.mark.parametrize(("profile", "arn"), [("work", "user/camille"), ("role", "DemoOperator")])
def test_what_aws_login_signed_in_is_delivered_by_the_aws_cli(
    account: demo.Demo, program: Program, profile: str, arn: str
) -> None:
    program.does(GOOD)
    assert arn in who(account, profile)
    assert program.words == "configure export-credentials --profile work --format process"


@pytest.mark.parametrize("profile", ["process", "role-of-process"])
def test_the_program_that_a_profile_names_delivers_them(
    account: demo.Demo, program: Program, profile: str
) -> None:
    program.does(GOOD)
    assert "111122223333" in who(account, profile)
    assert program.words == "--fetch"


@pytest.mark.parametrize("profile", ["work", "role", "process"])
def test_what_a_program_says_when_it_fails_is_told(
    account: demo.Demo, program: Program, profile: str
) -> None:
    program.does(EXPIRED)
    told = failure(account, profile)
    assert (told.why, told.code) == (Why.CREDENTIALS, "CredentialRetrievalError")
    assert "aws login" in told.message


@pytest.mark.parametrize("profile", ["work", "role", "process", "role-of-process"])
def test_a_program_that_hangs_is_ended(
    account: demo.Demo, program: Program, monkeypatch: pytest.MonkeyPatch, profile: str
) -> None:
    monkeypatch.setattr(credential_programs, "SECONDS", 0.2)
    program.does("import time; time.sleep(600)")
    assert "did not answer" in failure(account, profile).message


def test_where_botocore_reads_the_sign_in_itself_no_program_is_run(
    account: demo.Demo, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(botocore.credentials, "EC", object())
    program.does(GOOD)
    assert failure(account, "work").code == "LoginTokenLoadError"
    assert not program.path.with_name("words").exists()


def test_an_aws_cli_in_a_usual_place_is_found(
    account: demo.Demo, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.does(GOOD)
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    monkeypatch.setattr(
        credential_programs,
        "load_json",
        lambda _: {"aws": {credential_programs.platform.system(): [str(program.path)]}},
    )
    assert "camille" in who(account, "work")
