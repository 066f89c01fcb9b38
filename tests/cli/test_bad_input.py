"""Each ends in one clear sentence that names the cause and the next step; nothing is a traceback."""

from pathlib import Path

import pytest
from support.command import Run, Said, nodes

from ssmwizard import demo


def check(run: Run, *words: str) -> Said:
    said = run("check", "--demo", "--no-local", *words)
    assert "Traceback" not in said.err + said.out
    return said


def causes(run: Run, *words: str) -> tuple[int, dict[str, str]]:
    said = check(run, *words, "--format", "json")
    answer = said.json()
    found = {
        finding["check"]: finding["message"]
        for finding in answer["findings"]
        if finding["status"] == "failed" and not finding["blocked_by"]
    }
    return said.status, found


def test_a_profile_that_does_not_exist(run: Run, account: demo.Demo) -> None:
    status, found = causes(run, "--all", "--profile", "nobody")
    assert (status, list(found)) == (1, ["identity.profile"])
    assert "nobody" in found["identity.profile"]


@pytest.mark.parametrize(
    ("content", "word"),
    [(b"what is this\n", "Correct the file"), (b"\xef\xbb\xbf[default]\n", "byte-order mark")],
    ids=["not-ini", "byte-order-mark"],
)
def test_a_broken_configuration_file(
    run: Run,
    account: demo.Demo,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    content: bytes,
    word: str,
) -> None:
    broken = tmp_path / "broken"
    broken.write_bytes(content)
    monkeypatch.setenv("AWS_CONFIG_FILE", str(broken))
    status, found = causes(run, "--all")
    assert (status, list(found)) == (1, ["identity.profile"])
    assert word in found["identity.profile"]
    assert str(broken) in found["identity.profile"]


def test_an_unknown_region(run: Run, account: demo.Demo) -> None:
    status, found = causes(run, "--all", "--region", "eu-nowhere-9")
    assert (status, list(found)) == (1, ["identity.region"])
    assert "eu-nowhere-9" in found["identity.region"]


def test_what_is_no_region_at_all(run: Run, account: demo.Demo) -> None:
    _, found = causes(run, "--all", "--region", "paris")
    assert list(found) == ["identity.region"]


@pytest.mark.parametrize(
    ("profile", "word"),
    [
        ("demo-expired", "expired"),
        ("demo-sso", "aws sso login --profile demo-sso"),
        ("demo-process", "ssmwizard-demo-program-that-does-not-exist"),
    ],
)
def test_credentials_that_cannot_be_used(
    run: Run, account: demo.Demo, profile: str, word: str
) -> None:
    node = nodes(account)["web-01"]
    status, found = causes(run, "--node", node, "--profile", profile)
    assert (status, list(found)) == (1, ["identity.credentials"])
    assert word in found["identity.credentials"]


def test_every_call_denied_is_not_known_and_names_the_rights(run: Run, account: demo.Demo) -> None:
    account.deny("ec2:*", "ssm:*", "iam:*")
    said = check(run, "--node", nodes(account)["web-02"], "--format", "json")
    answer = said.json()
    assert said.status == 3
    assert answer["nodes"][0]["verdict"] == "unknown"
    assert not [f for f in answer["findings"] if f["status"] == "failed"]
    told = check(run, "--node", nodes(account)["web-02"]).out
    assert "ssm:DescribeInstanceInformation" in told or "ec2:DescribeInstances" in told


def test_lists_that_may_not_be_read_leave_all_open(run: Run, account: demo.Demo) -> None:
    account.deny("ec2:DescribeInstances", "ssm:DescribeInstanceInf*", "ssm:DescribeInstanceP*")
    said = check(run, "--all")
    assert said.status == 3
    assert "ssm:DescribeInstanceInformation" in said.out
    assert "ec2:DescribeInstances" in said.out


def test_a_call_that_hangs_ends_with_the_time_given(run: Run, account: demo.Demo) -> None:
    account.break_answer("ssm:GetConnectionStatus", "hang", seconds=60)
    said = check(run, "--node", nodes(account)["web-01"], "--timeout", "3", "--format", "json")
    account.close()
    assert said.status == 3
    assert said.json()["nodes"][0]["verdict"] == "unknown"


@pytest.mark.parametrize("kind", ["not-json", "http-500", "reset"])
def test_an_answer_that_is_none(run: Run, account: demo.Demo, kind: str) -> None:
    account.break_answer("ssm:*", kind)
    said = check(run, "--node", nodes(account)["web-01"], "--format", "json")
    assert said.status == 3
    assert said.json()["nodes"][0]["verdict"] == "unknown"


def test_a_node_that_does_not_exist(run: Run, account: demo.Demo) -> None:
    status, found = causes(run, "--node", "i-00000000000000000")
    assert (status, list(found)) == (1, ["node.exists"])
    assert "i-00000000000000000" in found["node.exists"]
    assert "eu-west-3" in found["node.exists"]


def test_no_network_at_all(run: Run, account: demo.Demo) -> None:
    account.break_answer("*", "reset")
    said = check(run, "--node", nodes(account)["web-01"], "--format", "json")
    answer = said.json()
    assert said.status == 3
    [credentials] = [f for f in answer["findings"] if f["check"] == "identity.credentials"]
    assert credentials["status"] == "unknown"
    assert "network" in credentials["message"]
