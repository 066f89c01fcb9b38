import json
from pathlib import Path

import pytest
from support.command import Run, nodes

from ssmwizard import demo
from ssmwizard.model.features import FEATURES

CONFIG = "AWS_CONFIG_FILE"


def test_all_nodes_of_the_demo_account_in_words(run: Run, account: demo.Demo) -> None:
    said = run("check", "--demo", "--all")
    assert said.status == 1
    for name in nodes(account):
        assert name in said.out
    assert "demo" in said.err


def test_the_json_answer_stands_alone_on_standard_output(run: Run, account: demo.Demo) -> None:
    said = run("check", "--demo", "--all", "--format", "json")
    answer = said.json()
    assert said.status == 1
    assert answer["schema_version"] == "1.1"
    assert {node["name"] for node in answer["nodes"]} == set(nodes(account))
    assert answer["api_calls"]["total"] == sum(answer["api_calls"]["by_operation"].values())


def test_one_missing_route_is_one_cause_that_is_told_in_three_places(run: Run) -> None:
    said = run("check", "--demo", "sessions", "--all").out
    (row,) = (line for line in said.splitlines() if line.startswith("blocked") and "vault" in line)
    assert row.endswith("session.kms-key, session.s3-bucket, session.log-group (3)")
    assert "\n4. " not in said.partition("Worth knowing")[0]
    assert said.count("   And: ") == 4


VERDICTS = [
    ("web-01", 0, "ready", []),
    ("web-02", 1, "blocked", ["role.permissions"]),
    ("web-03", 1, "blocked", ["role.attached"]),
    ("web-04", 1, "blocked", ["node.running"]),
    ("erp-01", 1, "blocked", ["network.endpoint-security-group"]),
    ("vault-01", 1, "blocked", ["imds.enabled"]),
    ("jenkins-old", 1, "blocked", ["agent.version"]),
    ("srv-lyon-01", 0, "ready", []),
]


@pytest.mark.parametrize(("name", "status", "verdict", "causes"), VERDICTS)
def test_one_node_has_one_verdict_and_its_status(
    run: Run, account: demo.Demo, name: str, status: int, verdict: str, causes: list[str]
) -> None:
    said = run("check", "--demo", "--node", nodes(account)[name], "--format", "json")
    node = said.json()["nodes"][0]
    assert (said.status, node["verdict"], node["root_causes"]) == (status, verdict, causes)


def test_a_feature_that_the_agent_is_too_old_for_degrades(run: Run, account: demo.Demo) -> None:
    words = ["check", "--demo", "--node", nodes(account)["git-01"], "--format", "json"]
    plain = run(*words)
    assert (plain.status, plain.json()["nodes"][0]["verdict"]) == (0, "ready")
    wanted = run(*words, "--feature", "shell", "--feature", "port-forwarding")
    node = wanted.json()["nodes"][0]
    assert (wanted.status, node["verdict"]) == (0, "degraded")
    assert node["features"] == {"port-forwarding": "blocked", "shell": "ready"}


def test_a_feature_that_nobody_can_tell_of_is_status_3(run: Run, account: demo.Demo) -> None:
    """AWS's pages disagree about SSH with this agent."""
    words = ["check", "--demo", "--node", nodes(account)["git-01"], "--format", "json"]
    said = run(*words, "--feature", "ssh")
    (node,) = said.json()["nodes"]
    assert (said.status, node["verdict"], node["features"]) == (3, "unknown", {"ssh": "unknown"})


def test_every_feature_is_told_asked_for_or_not(run: Run, account: demo.Demo) -> None:
    words = ["check", "--demo", "--node", nodes(account)["git-01"]]
    (node,) = run(*words, "--format", "json").json()["nodes"]
    table = {one["feature"]: one for one in node["feature_table"]}
    assert list(table) == [feature.id for feature in FEATURES]
    assert (table["shell"]["standing"], table["shell"]["missing"]) == ("ready", [])
    assert table["port-forwarding"]["missing"] == ["agent.features"]
    assert "3.0.100.0" in table["port-forwarding"]["says"]
    told = " ".join(run(*words).out.split())
    assert "Can be used: a shell, encryption with a KMS key, Run As" in told
    assert "Cannot be used: port forwarding (agent.features), shell profiles" in told
    assert "Not known: SSH through Session Manager (agent.features)" in told


def test_a_node_that_is_not_here_is_looked_for_in_the_other_regions(
    run: Run, account: demo.Demo
) -> None:
    there = account.world["regions"]["eu-central-1"]["nodes"]
    node = next(iter(there))
    first = run("check", "--demo", "--node", node)
    assert first.status == 1
    assert f"check --elsewhere --node {node}" in first.out
    second = run("check", "--demo", "--node", node, "--elsewhere")
    assert second.status == 1
    assert "--region eu-central-1" in second.out
    assert run("check", "--demo", "--node", node, "--region", "eu-central-1").status in (0, 1)


def test_strict_counts_warnings(run: Run, account: demo.Demo) -> None:
    words = ["check", "--demo", "--node", nodes(account)["git-01"]]
    assert run(*words).status == 0
    assert run(*words, "--strict").status == 1


def test_a_refused_session_makes_the_tier_a_failure_and_the_fix_heals_it(
    run: Run, account: demo.Demo
) -> None:
    node = nodes(account)["srv-lyon-01"]
    words = ["check", "--demo", "--node", node, "--probe", "--format", "json"]
    refused = run(*words)
    assert refused.status == 1
    assert refused.json()["nodes"][0]["root_causes"] == ["account.instance-tier"]
    fixed = run("fix", "account.enable-advanced-tier", "--demo", "--node", node, "--apply", "--yes")
    assert fixed.status == 0
    assert run(*words).json()["nodes"][0]["verdict"] == "ready"


def test_the_answer_can_go_into_a_file(run: Run, account: demo.Demo, tmp_path: Path) -> None:
    path = tmp_path / "answer.json"
    said = run("check", "--demo", "--all", "--format", "json", "--output", str(path))
    assert said.out == ""
    assert json.loads(path.read_text())["nodes"]


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("junit", "<?xml"),
        ("sarif", "{"),
        ("markdown", "**1 node"),
        ("json", "{"),
        ("text", "1 node"),
    ],
)
def test_every_form_stands_alone_and_goes_into_a_file_alike(
    run: Run, account: demo.Demo, tmp_path: Path, form: str, begins: str
) -> None:
    words = ["check", "--demo", "--node", nodes(account)["web-02"], "--format", form]
    said = run(*words)
    assert (said.status, said.out[: len(begins)]) == (1, begins)
    path = tmp_path / "answer"
    assert run(*words, "--output", str(path)).out == ""
    assert path.read_text(encoding="utf-8").startswith(begins)


def test_strict_counts_in_junit_too(run: Run, account: demo.Demo) -> None:
    words = ["check", "--demo", "--node", nodes(account)["git-01"], "--format", "junit"]
    assert "<failure" not in run(*words).out
    strict = run(*words, "--strict")
    assert strict.status == 1
    assert "<failure" in strict.out


@pytest.mark.parametrize(
    "words",
    [
        ["check", "--demo"],
        ["check", "--all", "--format", "yaml"],
        ["check", "--all", "--feature", "telepathy"],
        ["check", "--all", "--timeout", "-1"],
        ["check", "--all", "--timeout", "nan"],
        ["check", "--all", "--timeout", "soon"],
        ["explain"],
        ["fix", "--demo"],
        ["fix", "no.such-fix", "--demo", "--all"],
        ["undo", "20260101-0000-ffff", "--demo"],
        ["--demo=no-such-demo"],
        ["check", "--demo", "--all", "--output", "/no/such/folder/answer"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_status_2_and_says_what_is_wrong(
    run: Run, account: demo.Demo, words: list[str]
) -> None:
    said = run(*words)
    assert (said.status, said.out) == (2, "")
    assert said.err.strip()


def test_no_display_is_said_and_names_the_next_step(run: Run) -> None:
    said = run()
    assert said.status == 2
    assert "no display" in said.err
    assert "ssmwizard check --all" in said.err


def test_the_demo_without_a_display_does_the_same_job_without_a_window(
    run: Run, account: demo.Demo
) -> None:
    said = run("--demo")
    assert said.status == 1
    assert "no display" in said.err
    assert "web-02" in said.out


def test_interrupted_is_130(run: Run, account: demo.Demo, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ssmwizard.cli.looking.inspect", interrupt)
    assert run("check", "--demo", "--all").status == 130


def test_a_fault_of_the_program_is_4_and_is_not_hidden(
    run: Run, account: demo.Demo, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("ssmwizard.cli.looking.inspect", crash)
    said = run("check", "--demo", "--all")
    assert said.status == 4
    assert "ZeroDivisionError" in said.err
