"""``ssmwizard explain``: in this process, and as a process with a pipe."""

import io
import json
import subprocess
import sys
from types import SimpleNamespace

import pytest
from support.command import Run
from support.messages import EC2, NODE_ROLE, denied, no_policy, refused

from ssmwizard import resources
from ssmwizard.app import explain
from ssmwizard.checks.every import EVERY

TIMED_OUT = "Handshake timed out. Please ensure that you have the latest version of the session manager plugin."


@pytest.mark.parametrize("check", EVERY, ids=[check.id for check in EVERY])
def test_every_check_is_explained(run: Run, check):
    said = run("explain", check.id)
    told = " ".join(said.out.split())
    assert said.status == 0
    assert check.title.english() in told
    assert check.why.english() in told
    for name in (*check.needs, *check.explained_by, *check.rights, *check.requirements):
        assert name in told
    for key in check.docs:
        assert resources.documentation().url(key) in told


def test_a_check_as_data_has_its_requirements_with_source_and_date(run: Run):
    told = run("explain", "account.instance-tier", "--format", "json").json()
    assert told["known"] is True
    check = told["check"]
    assert check["id"] == "account.instance-tier"
    assert check["fixes"] == ["account.enable-advanced-tier"]
    assert check["requirements"][0]["until"] == "2026-06-30"
    assert told["messages"] == []


def test_a_fix_is_explained_too(run: Run):
    told = run("explain", "account.enable-advanced-tier")
    assert told.status == 0
    assert "account.instance-tier" in told.out
    assert "further than the chosen nodes" in told.out
    assert run("explain", "node.start", "--format", "json").json()["fix"]["id"] == "node.start"
    assert "further" not in run("explain", "node.start").out


def test_words_need_no_quotes(run: Run):
    assert run("explain", *TIMED_OUT.split()).out == run("explain", TIMED_OUT).out


def test_a_denied_end_right_after_a_start_is_the_missing_plugin_first(run: Run):
    told = run("explain", denied("ssm:TerminateSession"), "--format", "json").json()
    (message,) = told["messages"]
    assert message["checks"][0] == "computer.plugin"
    assert "caller.end-session" in message["checks"]


def test_a_handshake_that_timed_out_is_not_the_plugins_version_first(run: Run):
    (message,) = run("explain", TIMED_OUT, "--format", "json").json()["messages"]
    assert message["checks"][0] == "caller.kms"
    assert message["checks"][-1] == "computer.plugin"


def test_a_refusal_is_taken_apart(run: Run):
    action = "ssm:UpdateInstanceInformation"
    text = refused(action, "*", no_policy(action, "VPC endpoint"), NODE_ROLE)
    (message,) = run("explain", text, "--format", "json").json()["messages"]
    assert message["checks"][0] == "network.endpoint-policy"
    refusal = message["refusal"]
    assert refusal["principal"] == NODE_ROLE
    assert refusal["action"] == action
    assert refusal["policy"] == "VPC endpoint policy"
    assert refusal["explicit"] is False
    told = run("explain", text).out
    assert NODE_ROLE in told
    assert "VPC endpoint whose policy" in told


def test_the_policy_is_named_where_the_message_does(run: Run):
    arn = "arn:aws:organizations::123456789012:policy/o-f2/service_control_policy/p-qp"
    text = refused(
        "ssm:StartSession", EC2, f"with an explicit deny in a service control policy: {arn}"
    )
    assert arn in run("explain", text).out
    (message,) = run("explain", text, "--format", "json").json()["messages"]
    assert message["refusal"]["policy_arn"] == arn


def test_what_a_refusal_does_not_say_is_left_out(run: Run):
    text = "An error occurred (AccessDeniedException) when calling the StartSession operation: no"
    told = run("explain", text).out
    assert "Refused: StartSession" in told
    assert "\nTo: " not in told
    assert "does not say which policy" in told


def test_several_messages_are_numbered(run: Run):
    said = run("explain", f"{TIMED_OUT}\n\nSessionManagerPlugin is not found")
    assert "1. " in said.out
    assert "\n2. " in said.out


def test_a_piece_of_a_message_is_said_to_be_one(run: Run):
    said = run("explain", TIMED_OUT[10:-10])
    assert said.status == 0
    assert "Only a piece" in said.out


def test_a_message_that_no_check_decides_says_so(run: Run):
    assert "No check looks at this." in run("explain", "Rate exceeded").out


def test_repairs_are_command_lines(run: Run):
    text = "Enable advanced-instances tier to use Session Manager with your on-premises instances"
    assert "ssmwizard fix account.enable-advanced-tier --node ID" in run("explain", text).out


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("hello world", "not known here"),
        (
            "An error occurred (Strange) when calling the Thing operation: x",
            "Strange to the call Thing",
        ),
        ("An error occurred (Strange)", "answered Strange."),
        ("role.trsut", "Did you mean role.trust"),
    ],
)
def test_what_is_not_known_is_said_and_not_guessed(run: Run, text, words):
    said = run("explain", text)
    assert said.status == 3
    assert words in said.out
    assert "ssmwizard check" in said.out


def test_what_is_not_known_as_data(run: Run):
    text = "An error occurred (Strange) when calling the Thing operation: x"
    said = run("explain", text, "--format", "json")
    assert said.status == 3
    told = said.json()
    assert (told["known"], told["messages"]) == (False, [])
    assert told["read"] == {"code": "Strange", "call": "Thing"}


def test_secrets_in_a_paste_are_not_repeated(run: Run):
    secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
    text = f"Partial credentials found in aws_secret_access_key={secret} missing: x"
    for form in ("text", "json"):
        assert secret not in run("explain", text, "--format", form).out


@pytest.mark.parametrize("words", [["explain"], ["explain", "  "]])
def test_nothing_to_explain_is_wrong_usage(run: Run, words):
    said = run(*words)
    assert (said.status, said.out) == (2, "")
    assert said.err.strip()


def test_a_very_long_text_is_looked_at_as_far_as_is_said(run: Run, monkeypatch):
    text = (TIMED_OUT + "x " * explain.LONGEST).encode()
    monkeypatch.setattr(
        sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text), isatty=lambda: False)
    )
    said = run("explain", "-")
    assert said.status == 0
    assert "Only the first" in said.err


def program(*words, given=b""):
    command = [sys.executable, "-m", "ssmwizard", "explain", *words]
    return subprocess.run(command, input=given, capture_output=True, check=False)


def test_a_pipe_is_read_whatever_its_bytes_are():
    given = b"\xff\xfe\r\n\x1b[31mSessionManagerPlugin\x1b[0m is not\r\nfound. Please refer\xe9"
    said = program("-", "--format", "json", given=given)
    assert said.returncode == 0, said.stderr
    (message,) = json.loads(said.stdout)["messages"]
    assert message["id"] == "plugin-not-found"


def test_an_empty_pipe_is_wrong_usage():
    assert program("-").returncode == 2


def test_explaining_loads_neither_boto3_nor_qt():
    code = (
        "import sys; from ssmwizard.__main__ import main\n"
        "status = main(['explain', 'Rate exceeded'])\n"
        "print(status, sorted({'boto3', 'botocore', 'PySide6'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip().endswith("0 []")
