"""Plans of every fix, and the real programs that read what is made of them."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from ssmwizard import resources
from ssmwizard.app.ways.way import Ground
from ssmwizard.fixes.every import EVERY
from ssmwizard.model.plans import Call, Plan
from ssmwizard.model.text import Text
from tests.fixes.test_plans import plans
from tests.support.plan_facts import REGIONS

ACCOUNT = "111122223333"
AT = datetime(2026, 11, 26, 8, tzinfo=UTC)
TAKEN = "taken"
MANY = 6

# Takes calls down and answers them: who asks is of the account, and all that is asked for is TAKEN.
STAND_IN = f"""\
#!/usr/bin/env bash
printf '%s\\0' "$#" "$@" >>"$AWS_STAND_IN"
case " $* " in
  *' get-caller-identity '*) echo {ACCOUNT} ;;
  *' --query ['*) printf '{TAKEN}\\t{TAKEN}\\t{TAKEN}\\n' ;;
  *' --query '*) echo {TAKEN} ;;
esac
"""
# Run by the Python of the real AWS CLI: tells which calls it makes of the words that it is given.
PARSER = """\
import contextlib, io, json, sys
from awscli.clidriver import create_clidriver
from botocore.client import BaseClient
calls = []
def note(client, operation, parameters):
    calls.append([client.meta.service_model.service_name, operation, parameters])
    return {}
BaseClient._make_api_call = note
driver = create_clidriver()
for words in json.load(sys.stdin):
    # Some commands leave something behind that another stumbles over.
    for driver in (driver, None):
        before = len(calls)
        driver = driver or create_clidriver()
        said = io.StringIO()
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(said):
            driver.main(words)
        if len(calls) > before:
            break
    else:
        calls.append(["", said.getvalue(), words])
json.dump(calls, sys.stdout)
"""


def place(partition: str = "aws", profile: str | None = "work") -> Ground:
    """The place that the plans are for."""
    requirements = resources.requirements()
    region = REGIONS[partition]
    return Ground(ACCOUNT, partition, region, profile, AT, requirements, Text.english)


@cache
def every(partition: str = "aws") -> tuple[Plan, ...]:
    """One plan or more of each fix, of many changes of one kind only some."""
    told = (plan for fix in EVERY for plan in plans(fix.id, partition))
    return tuple(replace(plan, changes=plan.changes[:MANY]) for plan in told)


def stand_in(folder: Path) -> Path:
    """Put a stand-in for the AWS CLI into a folder of its own."""
    program = folder / "bin" / "aws"
    program.parent.mkdir(exist_ok=True)
    program.write_text(STAND_IN, encoding="utf-8")
    program.chmod(0o755)
    return program.parent


def run(script: Path, bin_: Path, **more: str) -> tuple[int, str, str, list[list[str]]]:
    """Run a script for bash; return its status, what it said, and the words of its calls."""
    log = script.with_suffix(".calls")
    environment = {
        "PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}",
        "AWS_STAND_IN": str(log),
        **more,
    }
    ran = subprocess.run(
        ["bash", str(script)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    words = log.read_text(encoding="utf-8").split("\0") if log.exists() else []
    return ran.returncode, ran.stdout, ran.stderr, list(_counted(words))


def _counted(words: list[str]) -> Iterator[list[str]]:
    while words and words[0]:
        count = int(words[0])
        yield words[1 : count + 1]
        words = words[count + 1 :]


_PARSED: dict[tuple[str, ...], tuple[str, str, Any]] = {}


def parsed(aws_cli: str, lines: Iterable[list[str]]) -> list[tuple[str, str, Any]]:
    """What the real AWS CLI makes of words: service, operation, parameters."""
    told = [tuple(words) for words in lines]
    new = [words for words in dict.fromkeys(told) if words not in _PARSED]
    _PARSED.update(zip(new, _parsed(aws_cli, new), strict=True))
    return [_PARSED[words] for words in told]


def _parsed(aws_cli: str, lines: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, str, Any]]:
    python = Path(aws_cli).with_name("python")
    keys = {"AWS_ACCESS_KEY_ID": "AKIAEXAMPLE", "AWS_SECRET_ACCESS_KEY": "example"}
    config = {"AWS_CONFIG_FILE": str(Path(os.environ["HOME"]) / "config")}
    Path(config["AWS_CONFIG_FILE"]).write_text("[profile work]\n", encoding="utf-8")
    ran = subprocess.run(
        [str(python), "-c", PARSER],
        input=json.dumps(list(lines)),
        env={**os.environ, **keys, **config},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return map(tuple, json.loads(ran.stdout))


def plain(call: Call, taken: dict[str, Any]) -> tuple[str, str, Any]:
    """A call as the CLI would tell it, with what it takes from elsewhere."""
    return (
        call.service,
        call.operation,
        json.loads(json.dumps({**call.parameters, **taken})),
    )
