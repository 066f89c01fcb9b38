"""Plans given away on the command line, and looked after later."""

import json
import zipfile
from pathlib import Path

import pytest
from support.command import Run, nodes

from ssmwizard import demo

ATTACH = "role.attach-managed-policy"


def words(account: demo.Demo, *more: str, node: str = "web-02", fix: str = ATTACH) -> list[str]:
    return ["fix", fix, "--demo", "--node", nodes(account)[node], *more]


@pytest.mark.parametrize(
    ("form", "begins", "holds"),
    [
        ("bash", "#!/usr/bin/env bash\n", "aws iam attach-role-policy"),
        ("powershell", "# ssmwizard role.attach", "Invoke-Call @('iam', 'attach-role-policy'"),
        ("terraform", "# ssmwizard role.attach", 'resource "aws_iam_role_policy_attachment"'),
        ("handover", "# Please: Give the role", "whoever asks has it"),
    ],
)
def test_standard_output_carries_what_is_given_away_alone(
    run: Run, account: demo.Demo, form: str, begins: str, holds: str
) -> None:
    said = run(*words(account, "--as", form))
    assert said.status == 0
    assert said.out.startswith(begins)
    assert holds in said.out
    assert not [call for call in account.calls if call.partition(":")[2].startswith("Attach")]


def test_what_no_template_can_say_is_told_and_no_answer_is_given(
    run: Run, account: demo.Demo, tmp_path: Path
) -> None:
    path = tmp_path / "t.json"
    said = run(*words(account, "--as", "cloudformation", "--output", str(path)))
    assert (said.status, said.out) == (3, "")
    assert "CloudFormation has nothing that attaches a policy" in said.err
    assert not path.exists()
    told = run(*words(account, "--as", "cloudformation", "--format", "json"))
    [plan] = told.json()["plans"]
    assert told.status == 3
    assert (plan["content"], plan["name"]) == (None, None)
    assert plan["reason"].startswith("CloudFormation has nothing")


def test_a_packet_is_written_where_it_is_wished_for(
    run: Run, account: demo.Demo, tmp_path: Path
) -> None:
    path = tmp_path / "packet.zip"
    said = run(*words(account, "--as", "handover", "--output", str(path)))
    assert (said.status, said.out) == (0, "")
    with zipfile.ZipFile(path) as packed:
        assert len(packed.namelist()) == 5
    gone = run(*words(account, "--as", "handover", "--output", str(tmp_path / "no" / "x.md")))
    assert gone.status == 2
    assert "cannot be written" in gone.err


def test_several_causes_are_several_files_in_a_folder(
    run: Run, account: demo.Demo, tmp_path: Path
) -> None:
    every = ("fix", ATTACH, "--demo", "--all", "--as", "bash")
    refused = run(*every)
    assert (refused.status, refused.out) == (2, "")
    assert "There are 2 plans, one for each cause." in refused.err
    said = run(*every, "--output", str(tmp_path))
    assert (said.status, said.out) == (0, "")
    names = sorted(path.name for path in tmp_path.glob("*.sh"))
    assert names == [f"ssmwizard-{ATTACH}-2.sh", f"ssmwizard-{ATTACH}.sh"]


def test_nothing_to_do_is_no_failure(run: Run, account: demo.Demo) -> None:
    said = run(*words(account, "--as", "bash", node="web-01"))
    assert (said.status, said.out) == (0, "")
    assert "has the rights" in said.err
    [plan] = run(*words(account, "--as", "bash", "--format", "json", node="web-01")).json()["plans"]
    assert "has the rights" in plan["reason"]


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (("--as", "bash", "--apply"), "Either --as"),
        (("--check-again", "--apply"), "only looks"),
        (("--check-again", "--as", "bash"), "only looks"),
        (("--output", "x"), "goes with --as"),
        (("--as", "smoke-signals"), "invalid choice"),
    ],
)
def test_what_does_not_go_together_is_said(
    run: Run, account: demo.Demo, more: tuple[str, ...], why: str
) -> None:
    said = run(*words(account, *more))
    assert (said.status, said.out) == (2, "")
    assert why in said.err


def test_looking_again_says_whether_it_works_by_now(run: Run, account: demo.Demo) -> None:
    before = run(*words(account, "--check-again"))
    assert before.status == 1
    assert "This does not hold yet: The role has the permissions that sessions need" in before.out
    told = run(*words(account, "--check-again", "--format", "json"))
    assert told.json()["checked"][0]["proof"] == "not-yet"
    assert run(*words(account, "--apply", "--yes")).status == 0
    after = run(*words(account, "--check-again"))
    assert after.status == 0
    assert after.out.endswith(": Looked again: it works.\n")


def test_what_cannot_be_looked_at_is_not_determined(run: Run, account: demo.Demo) -> None:
    account.deny("iam:*")
    said = run(*words(account, "--check-again"))
    assert said.status == 3
    assert "iam:" in said.out


def test_the_json_answer_holds_each_form_whole(run: Run, account: demo.Demo) -> None:
    told = run(*words(account, "--as", "terraform", "--format", "json")).json()
    assert (told["fix"], told["as"]) == (ATTACH, "terraform")
    [plan] = told["plans"]
    assert plan["name"] == f"ssmwizard-{ATTACH}.tf"
    assert plan["content"].startswith("# ssmwizard")
    assert json.dumps(told)


def test_who_lacks_the_rights_is_told_how_to_ask(run: Run, account: demo.Demo) -> None:
    said = run(*words(account), "--profile", "demo-readonly")
    assert "Add --as handover" in said.err
    assert "Add --as handover" not in run(*words(account)).err
