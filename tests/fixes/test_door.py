"""In read-only mode no change of any fix gets out, proved at the doors, not by hidden buttons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import botocore.session
import pytest

import ssmwizard
from ssmwizard import demo
from ssmwizard.app.choice import Choice
from ssmwizard.app.inspect import inspect
from ssmwizard.fixes.every import EVERY
from ssmwizard.model.computer import Asked
from ssmwizard.model.facts import Why
from ssmwizard.model.features import FEATURES
from ssmwizard.model.machine_policy import MachinePolicy
from ssmwizard.model.plans import COMPUTER, Call, Plan
from ssmwizard.outside.aws import LiveAws
from ssmwizard.outside.calls import Call as ApiCall
from ssmwizard.outside.calls import CallFailed
from ssmwizard.outside.gate import BEGUN, ENDING, Gate
from ssmwizard.outside.reading import READING_VERBS, READS, reads
from ssmwizard.outside.this_computer import OPERATIONS, Hands
from tests.fixes.test_plans import OF_ACCOUNT, plans
from tests.support.on_demo import stage

ACCOUNT_FIXES = sorted(fix.id for fix in OF_ACCOUNT)
# What is called besides the changes of fixes: it begins something, or ends it again.
BESIDES = {*BEGUN, *ENDING}
EVERY_FIX = frozenset(one.id for one in EVERY)
FORBIDDING = MachinePolicy("/etc/ssmwizard/policy.toml", forbidden_fixes=EVERY_FIX)
CLOSED = {
    "read-only": Gate(read_only=True),
    "policy": Gate(MachinePolicy("/etc/ssmwizard/policy.toml", read_only=True)),
    "forbidden": Gate(FORBIDDING),
}


@pytest.fixture
def account(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[demo.Demo]:
    account = demo.open_account(pace=0)
    files = account.config_files(tmp_path / "aws")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(files.config))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(files.credentials))
    yield account
    account.close()


def changing(plan: Plan) -> Iterator[Call]:
    """The calls by which a plan changes something, or takes it back."""
    for change in plan.changes:
        yield change.call
        if change.undo is not None:
            yield change.undo.call


def looking(plan: Plan) -> Iterator[Call]:
    """The calls by which it is looked at what a plan did."""
    for change in plan.changes:
        if change.undo is not None and change.undo.expects is not None:
            yield change.undo.expects.call
        if change.trace is not None:
            yield change.trace.call
    if plan.successors is not None:
        yield plan.successors.call


@pytest.mark.parametrize("gate", CLOSED.values(), ids=CLOSED)
@pytest.mark.parametrize("fix", ACCOUNT_FIXES)
def test_no_change_of_any_fix_of_the_account_gets_out(
    account: demo.Demo, fix: str, gate: Gate
) -> None:
    door = LiveAws("demo-admin", None, prepare=account.hook, gate=gate).fixing(fix)
    found = plans(fix, "aws")
    assert found
    for plan in found:
        for call in changing(plan):
            with pytest.raises(CallFailed) as raised:
                door.call(call.service, call.operation, **call.parameters)
            assert raised.value.why is Why.READ_ONLY
    assert account.calls == []


@pytest.mark.parametrize("fix", ACCOUNT_FIXES)
def test_what_a_plan_looks_at_only_reads_and_what_it_does_does_not(fix: str) -> None:
    for plan in plans(fix, "aws"):
        for call in looking(plan):
            assert reads(call.service, call.operation), call.name
        for call in changing(plan):
            assert not reads(call.service, call.operation), call.name


@pytest.mark.parametrize("gate", CLOSED.values(), ids=CLOSED)
@pytest.mark.parametrize("operation", sorted(OPERATIONS))
def test_nothing_is_changed_on_this_computer_either(operation: str, gate: Gate) -> None:
    done: list[str] = []

    def does(_: Asked) -> dict[str, object]:
        done.append(operation)
        return {}

    hands = Hands(dict.fromkeys(OPERATIONS, does), gate=gate, fix="computer.install-cli")
    if operation.startswith(READING_VERBS):
        hands.call(operation, {})
        assert done == [operation]
        return
    with pytest.raises(CallFailed) as raised:
        hands.call(operation, {})
    assert raised.value.why is Why.READ_ONLY
    assert done == []


def test_every_operation_that_the_program_names_is_known_to_read_or_taken_for_a_change() -> None:
    """Whoever adds one that reads lists it in ``outside/reading.py``, or it does nothing read-only."""
    services = {COMPUTER, *botocore.session.Session().get_available_services()}
    named = re.compile(r"\"([a-z0-9-]+)\",\s*\"([A-Z][A-Za-z0-9]+)\"")
    found = set()
    root = Path(ssmwizard.__file__).parent
    for path in root.rglob("*.py"):
        if "demo" not in path.relative_to(root).parts:
            found |= set(named.findall(path.read_text("utf-8")))
    calls = {f"{service}:{operation}" for service, operation in found if service in services}
    assert BESIDES - {"ssm:CancelCommand"} <= calls
    changed = {
        call.name for fix in ACCOUNT_FIXES for plan in plans(fix, "aws") for call in changing(plan)
    }
    assert not {
        name
        for name in calls - READS - changed - BESIDES
        if name.partition(":")[2].startswith(READING_VERBS) and not name.startswith(COMPUTER)
    }
    assert not changed & READS
    assert not BESIDES & READS


def test_a_whole_inspection_looks_at_all_that_it_does_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_demo = stage(tmp_path, monkeypatch, read_only=True)
    heard: list[ApiCall] = []
    on_demo.heard.append(heard.append)
    features = frozenset(one.id for one in FEATURES)
    choice = Choice("demo-admin", None, every_node=True, features=features, local=False)
    found = inspect(on_demo.doors, replace(choice, elsewhere=True, consoles=True))
    assert found.findings
    refused = {one.name for one in heard if one.failure and one.failure.why is Why.READ_ONLY}
    assert refused == set()
