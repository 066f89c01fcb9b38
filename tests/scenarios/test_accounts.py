"""Accounts of every shape, diagnosed over HTTP through real boto3: the cause, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from scenarios import (
    asked_accounts,
    caller_accounts,
    network_accounts,
    node_accounts,
    role_accounts,
    session_accounts,
)
from support.facts import says, shown
from support.probed import inspected
from support.scenario import Scenario
from support.town import town

from ssmwizard.app import questions
from ssmwizard.app.doors import Doors
from ssmwizard.app.inspect import Choice, Inspection, replay
from ssmwizard.app.redaction import redacted
from ssmwizard.app.verdict import Standing
from ssmwizard.model.findings import Finding, Status
from ssmwizard.outside.aws import LiveAws
from ssmwizard.outside.computer import ThisComputer

TABLE: tuple[Scenario, ...] = (
    *network_accounts.ACCOUNTS,
    *node_accounts.ACCOUNTS,
    *role_accounts.ACCOUNTS,
    *session_accounts.ACCOUNTS,
    *caller_accounts.ACCOUNTS,
    *asked_accounts.ACCOUNTS,
)


def look(scenario: Scenario, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Inspection:
    """Make the account, let it listen, and inspect its node as the program does."""
    made = town()
    scenario.build(made)
    account = made.opened()
    account.strict = True
    monkeypatch.setattr(questions, "PAUSES", (0, 0, 0))
    files = account.config_files(folder / "aws")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(files.config))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(files.credentials))
    records = made.state["nodes"].values()
    named = next((one["InstanceId"] for one in records if one["Name"] == "node"), "")
    choice = Choice(
        scenario.profile,
        nodes=(scenario.node or named,),
        features=scenario.features,
        sessions=scenario.sessions,
        local=False,
        **scenario.wish,
    )
    with account.serve() as served:
        monkeypatch.setenv("AWS_ENDPOINT_URL", served.url)
        doors = Doors(LiveAws, account.computer(ThisComputer().profiles), folder / "journal.jsonl")
        return inspected(doors, choice)


def told(finding: Finding) -> str:
    return f"{finding.check}: {finding.status} {finding.blocked_by} {finding.text.english()}"


@pytest.mark.parametrize("scenario", TABLE, ids=[one.name for one in TABLE])
def test_the_account_is_diagnosed(
    scenario: Scenario, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inspection = look(scenario, tmp_path, monkeypatch)
    (verdict,) = inspection.verdicts
    found = {one.check: one for one in inspection.findings}
    whole = "\n".join(map(told, inspection.findings))
    sentence = shown(verdict.sentence)

    assert verdict.standing is scenario.standing, whole
    assert verdict.root_causes == scenario.causes, whole
    assert scenario.word in sentence, sentence
    for check in scenario.green:
        assert found[check].status is Status.PASSED, told(found[check])
    for check in scenario.warned:
        assert found[check].status is Status.WARNING, told(found[check])
    for check in scenario.unknown:
        assert found[check].status is Status.UNKNOWN, told(found[check])
    if verdict.standing is Standing.READY:
        quiet = {Status.PASSED, Status.SKIPPED, Status.WARNING}
        loud = {one.check for one in inspection.findings if one.status not in quiet}
        assert loud == set(scenario.unknown), whole
        warned = {one.check for one in inspection.findings if one.status is Status.WARNING}
        assert warned == set(scenario.warned), whole
    for one in inspection.findings:
        says(one)
    again = replay(inspection.recording)
    assert again.findings == inspection.findings
    assert again.verdicts == inspection.verdicts
    assert redacted(inspection, ()).drift == ()


def test_the_table_is_large_and_no_account_stands_in_it_twice() -> None:
    names = [one.name for one in TABLE]
    assert len(names) == len(set(names))
