"""A plan as a script makes the very calls of the plan; the real AWS CLI says so."""

from __future__ import annotations

import dataclasses
import json
import shlex
import subprocess
import uuid
from pathlib import Path

import hypothesis
import pytest
from hypothesis import strategies

from ssmwizard.app.rights import needed
from ssmwizard.app.ways.statement import policy
from ssmwizard.app.ways.way import NotWritten, Way, Written
from ssmwizard.app.ways.writing import write
from ssmwizard.fixes.every import EVERY
from ssmwizard.model.findings import Scope
from ssmwizard.model.plans import Call, Plan
from ssmwizard.model.text import text
from ssmwizard.outside.command_line import takes_list
from tests.support import power_shell, ways
from tests.support.computer_facts import MEANS, computer, tool
from tests.support.ways import TAKEN

SHELLS = (Way.BASH, Way.POWERSHELL)


def script(way: Way, plan: Plan, partition: str = "aws") -> str:
    made = write(way, plan, ways.place(partition))
    assert isinstance(made, Written), made
    return made.content


def wanted(plan: Plan) -> list[tuple[str, str, object]]:
    return [ways.plain(change.call, taken(change.call, change.take)) for change in plan.changes]


def taken(call: Call, take: object) -> dict[str, object]:
    return {name: [TAKEN] if takes_list(call, name) else TAKEN for name in take}


def changed(plan: Plan, **changed: object) -> Plan:
    """The plan with its first change changed."""
    first, *rest = plan.changes
    return dataclasses.replace(plan, changes=(dataclasses.replace(first, **changed), *rest))


def test_bash_makes_the_very_calls_of_every_plan(aws_cli: str, tmp_path: Path) -> None:
    bin_ = ways.stand_in(tmp_path)
    lines: list[list[str]] = []
    calls: list[tuple[str, str, object]] = []
    for number, plan in enumerate(ways.every()):
        path = tmp_path / f"{number}.sh"
        path.write_text(script(Way.BASH, plan), encoding="utf-8")
        status, _, errors, made = ways.run(path, bin_)
        assert (status, errors) == (0, "")
        lines += made
        calls += [("sts", "GetCallerIdentity", {}), *wanted(plan)]
    assert ways.parsed(aws_cli, lines) == calls
    for words in lines:
        assert words[words.index("--profile") + 1] == "work"
        assert words[words.index("--region") + 1] == "eu-west-3"


def test_powershell_makes_the_very_calls_of_every_plan(aws_cli: str, tmp_path: Path) -> None:
    lines: list[list[str]] = []
    calls: list[tuple[str, str, object]] = []
    for plan in ways.every():
        made = power_shell.calls(script(Way.POWERSHELL, plan), tmp_path / str(len(lines)))
        lines += made
        calls += [("sts", "GetCallerIdentity", {}), *wanted(plan)]
    assert ways.parsed(aws_cli, lines) == calls


@pytest.mark.parametrize("way", SHELLS)
def test_the_way_back_in_the_comments_is_that_of_the_plan(way: Way, aws_cli: str) -> None:
    lines: list[list[str]] = []
    calls: list[tuple[str, str, object]] = []
    for plan in ways.every():
        undos = [change.undo for change in reversed(plan.changes) if change.undo is not None]
        told = power_shell.undoing if way is Way.POWERSHELL else power_shell.bash_undoing
        found = told(script(way, plan))
        assert len(found) == len(undos)
        lines += found
        for undo in undos:
            holders = {
                name: [f"<{name}>"] if takes_list(undo.call, name) else f"<{name}>"
                for name in undo.take
            }
            calls.append(ways.plain(undo.call, holders))
    assert ways.parsed(aws_cli, lines) == calls


@pytest.mark.parametrize("partition", ["aws-cn", "aws-us-gov", "aws-iso-b"])
@pytest.mark.parametrize("way", SHELLS)
def test_a_script_is_of_its_partition_and_names_it(way: Way, partition: str) -> None:
    for plan in ways.every(partition):
        told = script(way, plan, partition)
        assert f"partition {partition}" in " ".join(told.replace("\n# ", " ").split())
        assert "arn:aws:" not in told


def test_bash_stops_at_the_first_error_and_for_another_account(tmp_path: Path) -> None:
    bin_ = ways.stand_in(tmp_path)
    (plan,) = (one for one in ways.every() if one.fix == "network.create-endpoints")
    told = script(Way.BASH, plan)
    path = tmp_path / "fix.sh"
    path.write_text(told, encoding="utf-8")
    aws = bin_ / "aws"
    refusing = ways.STAND_IN.replace(
        "case",
        "[[ $2 != authorize-* ]] || { echo 'An error (UnauthorizedOperation)' >&2; exit 254; }\ncase",
    )
    aws.write_text(refusing, encoding="utf-8")
    status, said, errors, made = ways.run(path, bin_)
    assert status != 0
    assert "UnauthorizedOperation" in errors
    assert [words[1] for words in made][-1] == "authorize-security-group-ingress"
    assert f"delete-security-group --profile work --region eu-west-3 --group-id {TAKEN}" in said
    path.with_suffix(".calls").unlink()
    aws.write_text(ways.STAND_IN.replace(ways.ACCOUNT, "999999999999"), encoding="utf-8")
    status, _, errors, made = ways.run(path, bin_)
    assert status != 0
    assert [words[1] for words in made] == ["get-caller-identity"]
    assert "not of the account 111122223333" in errors


@pytest.mark.parametrize(
    ("error", "status", "tries"),
    [
        ("An error occurred (InvalidPermission.Duplicate) when calling", 0, 1),
        ("An error occurred (InvalidPermissionXDuplicate) when calling", 1, 1),
        ("An error occurred (NoSuchEntity) when calling", 1, 3),
    ],
)
def test_an_error_that_is_none_is_none_and_what_is_early_is_tried_again(
    tmp_path: Path, error: str, status: int, tries: int
) -> None:
    """The clock of bash stands still; the third try is after the time."""
    bin_ = ways.stand_in(tmp_path)
    (bin_ / "sleep").write_text("#!/bin/sh\n", encoding="utf-8")
    (bin_ / "sleep").chmod(0o755)
    plan = next(one for one in ways.every() if one.fix == "network.allow-endpoint-ingress")
    plan = changed(plan, settling_codes=("NoSuchEntity",), settling_seconds=2)
    told = script(Way.BASH, plan).replace("$SECONDS -ge $ends", "$((count++)) -ge 2")
    path = tmp_path / "fix.sh"
    path.write_text(told.replace("try() {", "count=0\ntry() {"), encoding="utf-8")
    refusing = ways.STAND_IN.replace(
        "case", f"[[ $2 != authorize-* ]] || {{ echo '{error}' >&2; exit 254; }}\ncase"
    )
    (bin_ / "aws").write_text(refusing, encoding="utf-8")
    ended, said, errors, made = ways.run(path, bin_)
    assert ended == status
    assert error in errors
    assert len(made) == tries + 1
    assert "To take this back" not in said


def test_what_aws_tells_once_is_shown_by_the_script_and_written_nowhere(tmp_path: Path) -> None:
    bin_ = ways.stand_in(tmp_path)
    plan = next(one for one in ways.every() if one.fix == "agent.auto-update")
    plan = changed(plan, shows_once={"ActivationCode": "ActivationCode"})
    path = tmp_path / "fix.sh"
    path.write_text(script(Way.BASH, plan), encoding="utf-8")
    status, said, errors, _ = ways.run(path, bin_)
    assert (status, errors) == (0, "")
    assert f"AWS tells ActivationCode this once; keep it where it is safe: {TAKEN}" in said
    for_good = changed(plan, undo=None)
    path.write_text(script(Way.BASH, for_good), encoding="utf-8")
    status, said, errors, _ = ways.run(path, tmp_path / "bin")
    assert (status, errors) == (0, "")
    assert TAKEN in said
    assert "To take this back" not in said
    shown = power_shell.commands(script(Way.POWERSHELL, plan), "Write-Host")
    assert any("ActivationCode" in one and "$made1_2" in one for one in shown)
    for way in (Way.CLOUDFORMATION, Way.TERRAFORM):
        made = write(way, plan, ways.place())
        assert isinstance(made, NotWritten)
        assert "tells a secret once" in made.reason.english()


def test_what_only_this_computer_can_do_is_no_script_and_a_program_is_a_line(
    tmp_path: Path,
) -> None:
    plan = next(one for one in ways.every() if one.fix == "node.start")
    ran = Call("computer", "RunProgram", {"Arguments": ["printf", "%s\\n", 'it"s'], "Seconds": 5})
    own = changed(plan, call=ran, undo=None, dry_run=False)
    path = tmp_path / "fix.sh"
    path.write_text(script(Way.BASH, own), encoding="utf-8")
    assert ways.run(path, ways.stand_in(tmp_path))[:2] == (0, '1. Start i-5.\nit"s\n')
    refused = write(Way.POWERSHELL, own, ways.place())
    assert isinstance(refused, NotWritten)
    assert "as it stands" in refused.reason.english()
    simple = changed(own, call=Call("computer", "RunProgram", {"Arguments": ["aws", "--version"]}))
    assert "& 'aws' '--version'" in script(Way.POWERSHELL, simple)
    installed = plan.changes[0].undo
    assert installed is not None
    for back, told in (
        (
            Call("computer", "RunProgram", {"Arguments": ["apt-get", "remove", "x"]}),
            "& apt-get remove x",
        ),
        (Call("computer", "RemoveFiles", {"Paths": ["x"]}), "# on this computer: RemoveFiles"),
    ):
        undo = dataclasses.replace(installed, call=back)
        assert f"#   {told}" in script(Way.POWERSHELL, changed(simple, undo=undo))
    windows = Call("computer", "RunProgram", {"Arguments": ["C:\\winget.exe", "install", "x y"]})
    assert "& 'C:\\winget.exe' 'install' 'x y'" in script(
        Way.POWERSHELL, changed(own, call=windows)
    )
    other = changed(plan, call=Call("computer", "AddToSearchPath", {"Folder": "x"}), undo=None)
    for way in SHELLS:
        made = write(way, other, ways.place())
        assert isinstance(made, NotWritten)
        assert "computer:AddToSearchPath" in made.reason.english()


def test_a_script_that_would_hold_a_secret_is_not_written() -> None:
    """Without it the script would write something else into the account."""
    plan = next(one for one in ways.every() if one.fix == "session.repair-preferences")
    first = plan.changes[0].call
    content = '{"shellProfile": {"linux": "export DB_PASSWORD=hunter2-and-more"}}'
    call = Call(first.service, first.operation, {**first.parameters, "Content": content})
    told = changed(plan, call=call)
    for way in SHELLS:
        made = write(way, told, ways.place())
        assert isinstance(made, NotWritten)
        assert "looks like a secret" in made.reason.english()
        assert "hunter2" not in made.reason.english()


def test_every_script_is_read_by_the_grammar_of_its_shell(tmp_path: Path) -> None:
    every = tmp_path / "every.sh"
    every.write_text("\n".join(script(Way.BASH, plan) for plan in ways.every()), encoding="utf-8")
    subprocess.run(["bash", "-n", str(every)], check=True)
    for plan in ways.every():
        assert not power_shell.tree(script(Way.POWERSHELL, plan)).root_node.has_error


def test_what_is_done_on_this_computer_is_a_script_only_where_it_is_a_program_and_nothing_more() -> (
    None
):
    """An installer whose signature this program checks is not run unchecked by a script."""
    path = computer(tool("/opt/tools/bin/session-manager-plugin", "1.2.814.0"))
    programs = {"gpg": "/usr/bin/gpg", "dpkg": "/usr/bin/dpkg", "pkexec": "/usr/bin/pkexec"}
    bare = computer(means=dataclasses.replace(MEANS, programs=programs))
    found = [
        plan
        for facts in (path, bare)
        for fix in EVERY
        if fix.looks_at is Scope.COMPUTER
        for plan in fix.plan(facts, ())
        if isinstance(plan, Plan)
    ]
    assert {plan.fix for plan in found} >= {"computer.fix-search-path", "computer.install-plugin"}
    for plan in found:
        for way in (*SHELLS, Way.CLOUDFORMATION, Way.TERRAFORM):
            made = write(way, plan, ways.place())
            assert isinstance(made, NotWritten), made
            assert made.reason.english().endswith(".")


@pytest.mark.parametrize(
    ("partition", "names"),
    [
        ("aws", ["ec2.amazonaws.com"]),
        ("aws-cn", ["ec2.amazonaws.com", "ec2.amazonaws.com.cn"]),
    ],
)
def test_a_role_may_be_handed_to_ec2_alone_under_its_names_in_the_partition(
    partition: str, names: list[str]
) -> None:
    plan = next(one for one in ways.every(partition) if one.fix == "role.attach-instance-profile")
    told = policy(plan, ways.place(partition))["Statement"]
    assert isinstance(told, list)
    [passing] = [one for one in told if "iam:PassRole" in one["Action"]]
    assert passing["Condition"] == {"StringEquals": {"iam:PassedToService": names}}


def test_nodes_that_come_later_wait_for_somebody_who_has_looked(tmp_path: Path) -> None:
    """There is no terminal here, so the script stops after the first."""
    plan = next(one for one in ways.every() if one.fix == "agent.update")
    first, *_ = plan.changes
    later = dataclasses.replace(first, wave=first.wave + 1)
    both = dataclasses.replace(plan, changes=(first, later, later))
    path = tmp_path / "fix.sh"
    told = script(Way.BASH, both)
    path.write_text(told.replace("/dev/tty", str(tmp_path / "none")), encoding="utf-8")
    status, said, _, made = ways.run(path, ways.stand_in(tmp_path))
    assert status != 0
    assert "Further nodes come next." in said
    assert [words[1] for words in made] == ["get-caller-identity", "send-command"]
    assert told.count("read -r _") == 1
    shell = script(Way.POWERSHELL, both)
    assert len(power_shell.commands(shell, "Read-Host")) == 1
    assert not power_shell.tree(shell).root_node.has_error
    for way in (Way.CLOUDFORMATION, Way.TERRAFORM):
        refused = write(way, both, ways.place())
        assert isinstance(refused, NotWritten)
        assert "in waves" in refused.reason.english()


@pytest.mark.parametrize("partition", ["aws", "aws-us-gov"])
def test_the_rights_that_are_handed_over_are_those_of_the_plan_and_no_more(partition: str) -> None:
    for plan in ways.every(partition):
        told = policy(plan, ways.place(partition))["Statement"]
        assert isinstance(told, list)
        pairs = {
            (action, resource)
            for one in told
            for action in one["Action"]
            for resource in (["*"] if one["Resource"] == "*" else one["Resource"])
        }
        assert pairs == {(right.action, right.resource) for right in needed(plan)}, plan.fix
        assert len({one["Sid"] for one in told}) == len(told)


HOSTILE = strategies.text(
    strategies.sampled_from("ab '\"$`\\;&|()<>{}#\n*?!-"), min_size=1, max_size=20
).filter(lambda one: one.strip() and not one.startswith("-"))


@hypothesis.settings(
    max_examples=25, suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture]
)
@hypothesis.given(HOSTILE)
def test_no_name_gets_out_of_its_quotes(tmp_path: Path, name: str) -> None:
    """A role may be called nearly anything; nothing of that is run."""
    plan = next(one for one in ways.every() if one.fix == "role.attach-managed-policy")
    call = plan.changes[0].call
    odd = Call(call.service, call.operation, {**call.parameters, "RoleName": name})
    told = changed(plan, call=odd, says=text("Attach it to {role}.", role=name))
    [_, attach] = power_shell.calls(script(Way.POWERSHELL, told), tmp_path / uuid.uuid4().hex)
    if "--role-name" in attach:
        assert attach[attach.index("--role-name") + 1] == name
    else:
        file = attach[attach.index("--cli-input-json") + 1].removeprefix("file://")
        assert json.loads(Path(file).read_text(encoding="utf-8")) == {"RoleName": name}
    shell = script(Way.BASH, told)
    assert shlex.quote(name) in shell
    commands = [one for one in shell.splitlines() if one.startswith("aws ")]
    assert commands == ["aws iam attach-role-policy \\"]
