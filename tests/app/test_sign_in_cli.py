"""Signing in through a program that prints what the AWS CLI prints, and asks what it asks."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.facts import identity, known, snapshot

from ssmwizard.app import sign_in
from ssmwizard.app.doors import Doors
from ssmwizard.app.sign_in import End, SignedIn
from ssmwizard.collect import computer
from ssmwizard.model.facts import Unknown, Why
from ssmwizard.model.identity import Profile, ProfileKind
from ssmwizard.model.plans import Plan
from ssmwizard.model.signing import invitation
from ssmwizard.outside.computer import ThisComputer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")

# https://github.com/aws/aws-cli/tree/v2/awscli/customizations/login and .../sso
PROGRAM = """#!{python}
import sys
words = sys.argv[1:]
if words == ["--version"]:
    print("aws-cli/2.36.7 Python/3.13.9 Linux/6.12 exe/x86_64.debian.13")
elif words[:2] == ["sso", "login"]:
    print("Attempting to open your default browser. If the browser does not open, open the following"
          " URL.\\nIf you are unable to open the URL on this device, run this command again with the"
          " '--use-device-code' option.\\n\\nhttps://oidc.eu-west-1.amazonaws.com/authorize?x=1\\n\\n")
    sys.exit("\\nThe pending authorization to retrieve an SSO token has expired."
             " The login flow to retrieve an SSO token must be restarted.")
elif "--remote" in words:
    print("Browser will not be automatically opened.\\nPlease visit the following URL:\\n"
          "\\nhttps://eu-west-1.signin.aws.amazon.com/v1/authorize?y=2\\n")
    code = input("\\nEnter the authorization code displayed in your browser: ")
    if code != "c3RhdGU9":
        sys.exit("\\nFailed to decode the verification code.")
    answer = input("\\nProfile work is already configured to use session a. Do you want to overwrite"
                   " it to use b instead? (y/n): ")
    print("\\nUpdated profile work to use b credentials." if answer == "y" else "")
"""


@pytest.fixture
def doors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Doors:
    program = tmp_path / "bin" / "aws"
    program.parent.mkdir()
    program.write_text(PROGRAM.replace("{python}", sys.executable))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    monkeypatch.setenv("SHELL", "")
    return Doors(lambda *_: pytest.fail("nothing is asked of AWS"), ThisComputer(), tmp_path / "j")


def planned(doors: Doors, kind: ProfileKind, *, other_device: bool) -> Plan:
    profile = Profile("work", kind, "eu-west-1", session="corp")
    expired = Unknown(Why.CREDENTIALS, "expired", code="ExpiredToken")
    facts = snapshot(
        identity=identity(profiles=known((profile,)), caller=expired),
        computer=computer.only_cli(doors.computer, datetime.now(UTC)),
    )
    made = (
        sign_in.sign_in.plan_elsewhere(facts) if other_device else sign_in.sign_in.plan(facts, ())
    )
    assert isinstance(made[0], Plan)
    return made[0]


def carried_out(doors: Doors, plan: Plan, *answers: str) -> tuple[SignedIn, str]:
    heard, left = [""], list(answers)

    def typed() -> str | None:
        return left.pop(0) if left and heard[-1].endswith(": ") else None

    told = sign_in.carry_out(doors, plan, heard.append, lambda: False, typed)
    return told, heard[-1]


def test_what_the_aws_cli_says_last_is_told_when_it_gives_up(doors: Doors) -> None:
    told, heard = carried_out(doors, planned(doors, ProfileKind.SSO, other_device=False))
    assert told.end is End.FAILED
    assert "must be restarted" in told.says.english()
    assert invitation(heard).page == "https://oidc.eu-west-1.amazonaws.com/authorize?x=1"
    assert invitation(heard).code == ""


def test_codes_and_questions_of_aws_login_are_answered(doors: Doors) -> None:
    plan = planned(doors, ProfileKind.LOGIN, other_device=True)
    told, heard = carried_out(doors, plan, "c3RhdGU9", "y")
    assert told.end is End.DONE, heard
    assert "Updated profile work" in heard


def test_a_code_that_is_wrong_is_told_in_the_words_of_the_aws_cli(doors: Doors) -> None:
    plan = planned(doors, ProfileKind.LOGIN, other_device=True)
    told, _ = carried_out(doors, plan, "nonsense")
    assert told.end is End.FAILED
    assert "Failed to decode" in told.says.english()
