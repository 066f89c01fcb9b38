"""Plans as lines of the AWS CLI: what a shell and the real CLI make of them."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs

import pytest

from ssmwizard.app.cli_lines import cli_lines
from ssmwizard.fixes.every import EVERY, by_id
from ssmwizard.model.plans import Call, Plan
from ssmwizard.outside.command_line import line
from tests.support.plan_facts import ec2, hybrid, known, profile, role, snapshot


def plans() -> list[Plan]:
    web = profile("web", "web-role")
    facts = snapshot(
        ec2("i-1", profile=web.arn),
        ec2("i-2"),
        ec2("i-3", state="stopped"),
        hybrid("mi-1"),
        roles=[role("web-role"), role("hybrid-role")],
        profiles={web.arn: known(web)},
    )
    return [
        plan for fix in EVERY for plan in fix.plan(facts, facts.nodes) if isinstance(plan, Plan)
    ]


def calls() -> dict[str, Call]:
    """One call of each kind that the plans make, there and back."""
    found: dict[str, Call] = {}
    for plan in plans():
        for change in plan.changes:
            found[change.call.name] = change.call
            assert change.undo is not None
            taken = dict.fromkeys(change.undo.take, "iip-assoc-0123456789abcdef0")
            back = change.undo.call
            parameters = {**back.parameters, **taken}
            found[back.name] = Call(back.service, back.operation, parameters)
    return found


@pytest.mark.parametrize(
    ("call", "profile", "region", "words"),
    [
        (
            Call("iam", "AttachRolePolicy", {"RoleName": "r", "PolicyArn": "arn:aws:x"}),
            "work",
            "eu-west-3",
            (
                "aws iam attach-role-policy --role-name r --policy-arn arn:aws:x"
                " --profile work --region eu-west-3"
            ),
        ),
        (
            Call("ec2", "StartInstances", {"InstanceIds": ["i-1", "i-2"], "DryRun": True}),
            None,
            None,
            "aws ec2 start-instances --instance-ids i-1 i-2 --dry-run",
        ),
        (
            Call("ec2", "StopInstances", {"InstanceIds": ["i-1"], "Force": False}),
            None,
            "cn-north-1",
            "aws ec2 stop-instances --instance-ids i-1 --no-force --region cn-north-1",
        ),
        (
            Call("ssm", "SendCommand", {"DocumentName": "D", "Parameters": {"a": ["it's $x"]}}),
            None,
            None,
            """aws ssm send-command --document-name D --parameters '{"a": ["it'"'"'s $x"]}'""",
        ),
        (
            Call("ec2", "DescribeInstances", {"Filters": [{"Name": "n", "Values": ["v"]}]}),
            "my profile",
            None,
            (
                """aws ec2 describe-instances --filters '[{"Name": "n", "Values": ["v"]}]'"""
                " --profile 'my profile'"
            ),
        ),
        (
            Call("ec2", "DescribeInstances", {"MaxResults": 5}),
            None,
            None,
            "aws ec2 describe-instances --max-results 5",
        ),
    ],
)
def test_a_call_is_written_as_the_cli_takes_it(
    call: Call, profile: str | None, region: str | None, words: str
) -> None:
    assert line(call, profile, region) == words


def test_every_line_is_a_command_or_a_comment_and_the_way_back_is_told_in_reverse() -> None:
    for plan in plans():
        lines = cli_lines(plan, "work", "eu-west-3")
        middle = lines.index("# To undo:")
        commands = [one for one in lines if one and not one.startswith("#")]
        assert len(commands) == len(plan.changes)
        for command, change in zip(commands, plan.changes, strict=True):
            assert command == line(change.call, "work", "eu-west-3")
            assert "\n" not in command
        back = [one.removeprefix("# ") for one in lines[middle + 1 :]][1::2]
        undos = [change.undo for change in reversed(plan.changes) if change.undo]
        assert [shlex.split(one)[1] for one in back] == [undo.call.service for undo in undos]


def test_what_only_an_answer_tells_has_a_place_holder() -> None:
    text = "\n".join(one for plan in plans() for one in cli_lines(plan, None, None))
    assert "--association-id '<AssociationId>'" in text


@pytest.fixture
def listening() -> Iterator[tuple[str, list[str]]]:
    """A server that takes down which operation is asked for, and refuses it."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            target = self.headers.get("X-Amz-Target", "").rpartition(".")[2]
            asked.append(target or parse_qs(body)["Action"][0])
            self.send_response(400)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()
    thread.join()


def test_the_real_cli_understands_every_line(
    aws_cli: str, listening: tuple[str, list[str]]
) -> None:
    """It sends the very operation; a word that it does not know would stop it before that."""
    address, asked = listening
    environment = {
        **os.environ,
        "AWS_ENDPOINT_URL": address,
        "AWS_ACCESS_KEY_ID": "AKIAEXAMPLE",
        "AWS_SECRET_ACCESS_KEY": "example",
        "AWS_MAX_ATTEMPTS": "1",
    }
    every = calls()

    def run(call: Call) -> str:
        words = [aws_cli, *shlex.split(line(call, None, "eu-west-3"))[1:]]
        ran = subprocess.run(
            words, env=environment, capture_output=True, text=True, timeout=100, check=False
        )
        return ran.stderr

    with ThreadPoolExecutor(4) as pool:
        said = list(pool.map(run, every.values()))
    assert sorted(asked) == sorted(call.operation for call in every.values()), said


def test_between_waves_it_is_said_that_the_nodes_so_far_have_to_be_right() -> None:
    nodes = tuple(hybrid(f"mi-{number:017x}") for number in range(20))
    (plan,) = by_id("agent.update").plan(snapshot(*nodes), nodes)
    assert isinstance(plan, Plan)
    lines = cli_lines(plan, None, None)
    assert lines.count("# Only when the nodes so far are right:") == 1
    second = lines.index("# Only when the nodes so far are right:")
    assert sum(one.startswith("aws ssm send-command") for one in lines[:second]) == 1
