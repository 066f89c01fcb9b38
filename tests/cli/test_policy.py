"""The policy of this computer on the command line, and calls that are noted as they are made."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.command import Run

from ssmwizard import demo
from ssmwizard.outside import folders


@pytest.fixture
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(folders, "machine", lambda: tmp_path / "etc")
    (tmp_path / "etc").mkdir()
    return tmp_path / "etc" / "policy.toml"


def test_without_a_policy_nothing_is_forbidden(run: Run, policy: Path) -> None:
    said = run("policy")
    assert said.status == 0
    assert str(policy) in said.out
    told = run("policy", "--format", "json").json()
    assert (told["there"], told["read_only"], told["allowed_fixes"]) == (False, False, None)


def test_a_policy_is_told_in_words_and_as_data(run: Run, policy: Path) -> None:
    policy.write_text(
        'forbidden_fixes = ["node.start"]\nallowed_regions = []\nprobe = false\ncontact = "ops"\n'
    )
    said = run("policy")
    assert said.status == 0
    for word in ("node.start", "Regions in which changes are allowed: none", "forbidden", "ops"):
        assert word in said.out
    told = run("policy", "--format", "json").json()
    assert told["forbidden_fixes"] == ["node.start"]
    assert (told["probe"], told["ask_nodes"]) == (False, True)
    policy.write_text("read_only = true")
    assert "no change at all" in run("policy").out


def test_a_broken_policy_is_told_with_its_line_by_every_command(run: Run, policy: Path) -> None:
    policy.write_text("probe = false\nreadonly = true\n")
    said = run("policy")
    assert said.status == 1
    assert f"{policy}, line 2" in said.out
    assert f"{policy}, line 2" in run("fixes").err
    assert run("policy", "--format", "json").json()["read_only"] is True


def test_another_file_can_be_tried_before_it_is_put_in_force(
    run: Run, policy: Path, tmp_path: Path
) -> None:
    other = tmp_path / "draft.toml"
    other.write_text("ask_nodes = false")
    assert not policy.exists()
    assert "Run Command: forbidden" in run("policy", str(other)).out


def test_calls_are_noted_beside_the_answer(run: Run, account: demo.Demo) -> None:
    said = run("check", "--demo", "--all", "--no-local", "--calls", "--format", "json")
    noted = [line for line in said.err.splitlines() if "  reads  " in line]
    assert len(noted) == said.json()["api_calls"]["total"] == len(account.calls)
    assert any("sts:GetCallerIdentity" in line and "done" in line for line in noted)
    assert "reads" not in said.out.partition("{")[0]


def test_a_call_that_is_not_made_says_so(run: Run, account: demo.Demo) -> None:
    instances = account.world["regions"]["eu-west-3"]["instances"].values()
    tag = {"Key": "Name", "Value": "web-01"}
    node = next(one["InstanceId"] for one in instances if tag in one["Tags"])
    said = run("--calls", "check", "--demo", "--node", node, "--read-only", "--ask-nodes")
    (noted,) = [line for line in said.err.splitlines() if "ssm:SendCommand" in line]
    assert "not called (ReadOnly)" in noted
    assert "ssm:SendCommand" not in account.calls


def test_what_read_only_mode_leaves_out_is_not_announced(run: Run, account: demo.Demo) -> None:
    instances = account.world["regions"]["eu-west-3"]["instances"].values()
    tag = {"Key": "Name", "Value": "web-01"}
    node = next(one["InstanceId"] for one in instances if tag in one["Tags"])
    said = run("probe", node, "--demo", "--read-only")
    assert said.status == 3
    assert "No session is opened. Read-only mode is on" in said.err
    assert "a real session is opened" not in said.err
    assert "ssm:StartSession" not in account.calls
    said = run("check", "--demo", "--node", node, "--read-only", "--ask-nodes")
    assert "No node is asked. Read-only mode is on" in said.err
