"""Nodes asked from the command line, and answers given by hand."""

import io
import json
from pathlib import Path

import pytest
from support.command import Run, nodes

from ssmwizard import demo
from ssmwizard.app import questions

NODE = "i-0123456789abcdef0"
DIAGNOSIS = json.dumps(
    {
        "DiagnosticsOutput": [
            {"Check": "Agent service", "Status": "Failed", "Note": "Agent is not running"}
        ]
    }
)


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions, "PAUSES", (0, 0, 0))


@pytest.mark.parametrize("system", ["linux", "macos", "windows"])
def test_the_script_can_be_read_before_it_is_run(run: Run, system: str) -> None:
    said = run("script", system)
    assert said.status == 0
    assert "changes nothing" in said.out
    assert ("Get-CimInstance" in said.out) is (system == "windows")


def test_a_node_is_asked_only_with_the_option(run: Run, account: demo.Demo) -> None:
    node = nodes(account)["compta-01"]
    plain = run("check", "--demo", "--node", node)
    assert (plain.status, "ssm:SendCommand" in account.calls) == (0, False)
    asked = run("check", "--demo", "--node", node, "--ask-nodes", "--format", "json")
    assert asked.status == 1
    assert asked.json()["nodes"][0]["root_causes"] == ["os.ssm-user"]
    assert "ssmwizard script" in asked.err
    calls = asked.json()["api_calls"]["by_operation"]
    assert calls["ssm:SendCommand"] == 1


def test_read_only_mode_asks_nobody(run: Run, account: demo.Demo) -> None:
    node = nodes(account)["compta-01"]
    said = run("--read-only", "check", "--demo", "--node", node, "--ask-nodes", "--format", "json")
    assert said.status == 0
    assert "ssm:SendCommand" not in account.calls
    assert "ssm:SendCommand" not in said.json()["api_calls"]["by_operation"]
    (found,) = [one for one in said.json()["findings"] if one["check"] == "os.ssm-user"]
    assert found["status"] == "unknown"


@pytest.mark.parametrize("source", ["file", "standard-input"])
def test_what_a_node_says_is_given_by_hand(
    run: Run,
    account: demo.Demo,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    source: str,
) -> None:
    node = nodes(account)["srv-lyon-02"]
    file = tmp_path / "said.json"
    file.write_text(f"\ufeff{DIAGNOSIS}", encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO(DIAGNOSIS))
    where = "-" if source == "standard-input" else str(file)
    said = run("check", "--demo", "--node", node, "--diagnostics", f"{node}={where}")
    assert said.status == 1
    assert "Agent is not running" in said.out
    assert "given by hand" in said.out


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ("nothing", "NODE=FILE"),
        (f"{NODE}=", "NODE=FILE"),
        ("i-0000000000000000a=said.json", "was not chosen"),
        (f"{NODE}=nowhere.json", "cannot be read"),
        (f"{NODE}=root.txt", "needs to be executed by root"),
        (f"{NODE}=other.json", "i-0fffffffffffffff0"),
    ],
)
def test_what_cannot_be_a_diagnosis_of_the_node_is_wrong_usage(
    run: Run,
    account: demo.Demo,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    given: str,
    word: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    note = "IMDS is accessible and has instance id i-0fffffffffffffff0 in region eu-west-3"
    Path("other.json").write_text(
        json.dumps({"Check": "EC2 IMDS", "Status": "Success", "Note": note})
    )
    Path("root.txt").write_text("get-diagnostics needs to be executed by root\n")
    said = run("check", "--demo", "--node", NODE, "--diagnostics", given)
    assert said.status == 2
    assert word in said.err


def test_a_bundle_holds_what_the_nodes_said(run: Run, account: demo.Demo, tmp_path: Path) -> None:
    node = nodes(account)["compta-01"]
    bundle = tmp_path / "bundle.zip"
    assert (
        run("bundle", "--demo", "--node", node, "--ask-nodes", "--output", str(bundle)).status == 0
    )
    assert bundle.exists()


def test_the_console_output_is_read_with_the_option_alone(run: Run, account: demo.Demo) -> None:
    node = nodes(account)["vault-01"]
    words = ("check", "--demo", "--node", node, "--format", "json")
    assert "ec2:GetConsoleOutput" not in run(*words).json()["api_calls"]["by_operation"]
    said = run(*words, "--console")
    assert said.json()["api_calls"]["by_operation"]["ec2:GetConsoleOutput"] == 1
    assert "correct-horse" not in said.out
