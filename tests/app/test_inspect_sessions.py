"""An inspection where the session preferences name a key, a bucket and a log group."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from support.facts import says, shown
from support.on_demo import Stage, stage

from ssmwizard.app.inspect import Choice, Inspection, inspect, replay
from ssmwizard.app.verdict import Standing
from ssmwizard.model.findings import Finding, Status
from ssmwizard.outside import aws

Key = tuple[str, str | None]
SECOND = "eu-central-1"
KEY, S3, LOGS = "session.kms-key", "session.s3-bucket", "session.log-group"
CALLER, SETTINGS = "caller.kms", "account.preferences"
# A call, the right it needs, and the checks that cannot tell without it.
CALLS = {
    "ssm:GetDocument": ("ssm:GetDocument", {SETTINGS, KEY, S3, LOGS, CALLER}),
    "kms:DescribeKey": ("kms:DescribeKey", {KEY, CALLER}),
    "kms:GetKeyPolicy": ("kms:GetKeyPolicy", {KEY, CALLER}),
    "s3:GetBucketEncryption": ("s3:GetEncryptionConfiguration", {S3}),
    "logs:DescribeLogGroups": ("logs:DescribeLogGroups", {LOGS}),
    # What these two show, other calls show as well, or nothing fails for.
    "s3:HeadBucket": ("s3:ListBucket", set()),
    "s3:GetBucketPolicy": ("s3:GetBucketPolicy", set()),
}
BREAKAGES = {
    "not-json": "",
    "http-500": "failed with 500",
    "reset": "could not be reached",
    "hang": "no answer in time",
}


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is broken on purpose is not tried again and again."""
    monkeypatch.setattr(aws, "ATTEMPTS", 1)


def look(on: Stage, **more: object) -> Inspection:
    told: dict[str, object] = {"profile": "demo-admin", "every_node": True, "local": False, **more}
    inspection = inspect(on.doors, Choice(**told))  # type: ignore[arg-type]
    for finding in inspection.findings:
        says(finding)
    again = replay(inspection.recording)
    assert again.findings == inspection.findings
    assert again.verdicts == inspection.verdicts
    return inspection


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterable[tuple[Stage, Inspection]]:
    """The account, inspected once; who changes it takes the change back."""
    with pytest.MonkeyPatch.context() as environment:
        on = stage(tmp_path_factory.mktemp("sessions"), environment, scenario="sessions")
        yield on, look(on)


def found(inspection: Inspection) -> dict[Key, Finding]:
    return {(one.check, one.subject): one for one in inspection.findings}


def standings(inspection: Inspection) -> dict[str, Standing]:
    return {verdict.name: verdict.standing for verdict in inspection.verdicts}


def test_who_is_up_to_the_preferences_is_ready(opened: tuple[Stage, Inspection]) -> None:
    _, before = opened
    assert standings(before) == {
        "web-01": Standing.READY,
        "web-02": Standing.READY,
        "plain-01": Standing.BLOCKED,
        "old-01": Standing.BLOCKED,
        "vault-01": Standing.BLOCKED,
    }


@pytest.mark.parametrize("call", CALLS)
def test_what_may_not_be_seen_is_not_known_and_nothing_else_changes(
    opened: tuple[Stage, Inspection], call: str
) -> None:
    on, before = opened
    right, checks = CALLS[call]
    on.account.deny(right)
    try:
        after = look(on)
    finally:
        on.account.allow(right)
    _only_these_are_open(before, after, checks)
    named = {one.right for one in after.findings if one.status is Status.UNKNOWN} - {None}
    assert named == ({right} if checks else set())


@pytest.mark.parametrize("kind", BREAKAGES)
@pytest.mark.parametrize("call", CALLS)
def test_what_is_not_answered_is_not_known_and_nothing_else_changes(
    opened: tuple[Stage, Inspection], call: str, kind: str
) -> None:
    on, before = opened
    on.account.break_answer(call, kind, seconds=0.02)
    try:
        after = look(on)
    finally:
        on.account.mend()
    checks = CALLS[call][1]
    _only_these_are_open(before, after, checks)
    open_now = [one for one in after.findings if one.status is Status.UNKNOWN]
    for one in open_now:
        assert BREAKAGES[kind] in shown(one.text)


def _only_these_are_open(before: Inspection, after: Inspection, checks: set[str]) -> None:
    was, now = found(before), found(after)
    for key, finding in now.items():
        check = key[0]
        if check not in checks:
            told = was[key]
            assert (finding.status, finding.blocked_by) == (told.status, told.blocked_by), key
        elif finding.status is not Status.UNKNOWN:
            # What is certain without it stays so; the rest waits for the preferences.
            same = key in was and finding.status is was[key].status
            waits = finding.status is Status.SKIPPED and SETTINGS in finding.blocked_by
            assert same or waits, key
    if checks:
        unknown = {one.check for one in after.findings if one.status is Status.UNKNOWN}
        assert unknown
        assert unknown <= checks
    failures = {key for key, one in now.items() if one.status is Status.FAILED}
    assert failures <= {key for key, one in was.items() if one.status is Status.FAILED}


def test_each_thing_is_asked_for_once_however_many_nodes_there_are(
    opened: tuple[Stage, Inspection],
) -> None:
    _, before = opened
    for call in CALLS:
        assert before.calls[call] == 1, call


def test_preferences_are_those_of_the_region(opened: tuple[Stage, Inspection]) -> None:
    on, _ = opened
    (verdict,) = look(on, region=SECOND).verdicts
    assert (verdict.standing, verdict.root_causes) == (Standing.BLOCKED, (KEY, LOGS))


def test_who_may_only_look_sees_as_much(opened: tuple[Stage, Inspection]) -> None:
    on, before = opened
    after = found(look(on, profile="demo-readonly"))
    for key, finding in found(before).items():
        if key[0].startswith(("session.", SETTINGS)):
            assert after[key].status is finding.status, key


def test_mending_the_document_by_hand_mends_what_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = stage(tmp_path, monkeypatch, scenario="sessions")
    name = "SSM-SessionManagerRunShell"
    content = '{"schemaVersion": "1.0", "sessionType": "Standard_Stream", "inputs": {}}'
    on.by_hand("ssm", "UpdateDocument", Name=name, Content=content, DocumentVersion="$LATEST")
    assert standings(look(on))["plain-01"] is Standing.BLOCKED
    on.by_hand("ssm", "UpdateDocumentDefaultVersion", Name=name, DocumentVersion="2")
    after = look(on)
    assert set(standings(after).values()) == {Standing.READY}
    assert not any(call.startswith(("kms:", "s3:", "logs:")) for call in after.calls)
