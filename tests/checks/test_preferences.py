from typing import Any

import pytest
from support.facts import (
    Case,
    ask,
    denied,
    fails,
    holds,
    managed,
    node,
    ok,
    snapshot,
    unsure,
    warns,
)
from support.session_facts import preferences, session

from ssmwizard.checks.every import by_id
from ssmwizard.checks.session_rule import SHELLS
from ssmwizard.model.findings import Grade, Status
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import text

CHECK = by_id("account.preferences")


def of(*nodes: Any, **parts: Any) -> Snapshot:
    """An account with these preferences."""
    return snapshot(*nodes, session=session(preferences(**parts)))


def windows() -> Any:
    return node(managed=managed(platform_type="Windows"))


REPAIR = ("session.repair-preferences",)
TABLE = {
    "never-set": ok(snapshot(session=session(None)), "ssm-user", "20"),
    "set-and-empty": ok(of()),
    "everything-set": ok(
        of(
            kms_key="alias/x",
            s3_bucket="logs",
            log_group="/sessions",
            run_as=True,
            run_as_user="ops",
            idle_minutes="1",
            duration_minutes="1440",
        )
    ),
    # The documents that AWS shows ask for encryption also where nothing is named to be encrypted.
    "encryption-of-nothing": ok(of(s3_encryption=True, log_encryption=True, log_streaming=True)),
    "cannot-be-read": fails(
        of(problem=text("it is not JSON")), "it is not JSON", cause="preferences", fixes=REPAIR
    ),
    "cannot-be-seen": unsure(
        snapshot(session=session(denied("ssm:GetDocument"))), right="ssm:GetDocument"
    ),
    "idle-too-long": warns(of(idle_minutes="61"), "61", "1 to 60", fixes=REPAIR),
    "idle-too-short": warns(of(idle_minutes="0"), "0", "1 to 60", fixes=REPAIR),
    "idle-no-number": warns(of(idle_minutes="soon"), "soon", fixes=REPAIR),
    "idle-a-hostile-number": warns(of(idle_minutes="9" * 2000), fixes=REPAIR),
    "idle-longest": ok(of(idle_minutes=" 60 ")),
    "duration-too-long": warns(of(duration_minutes="1441"), "1441", "1 to 1440", fixes=REPAIR),
    "duration-no-whole-number": warns(of(duration_minutes="20.0"), "20.0", fixes=REPAIR),
    "blank-times": ok(of(idle_minutes=" ", duration_minutes=" ")),
    "idle-beyond-duration": warns(of(idle_minutes="60", duration_minutes="30"), "60", "30"),
    "idle-as-long-as-duration": ok(of(idle_minutes="30", duration_minutes="30")),
    "both-times-wrong": warns(
        of(idle_minutes="61", duration_minutes="0"), "1 to 60", "1 to 1440", fixes=REPAIR
    ),
    "run-as-nobody": warns(of(run_as=True), "without a default user", "SSMSessionRunAs"),
    "run-as-blank": warns(of(run_as=True, run_as_user=" "), "without a default user"),
    "run-as-root": warns(of(run_as=True, run_as_user="root"), "root", "SSMSessionRunAs"),
    "run-as-root-among-others": warns(
        of(windows(), node("i-1"), run_as=True, run_as_user="root"), "root"
    ),
    "run-as-off": ok(of(run_as_user="root")),
    "run-as-on-windows-alone": ok(of(windows(), run_as=True)),
    "run-as-on-a-node-nobody-knows": warns(
        of(node(managed=denied("ssm:DescribeInstanceInformation")), run_as=True)
    ),
}


@pytest.mark.parametrize("case", TABLE.values(), ids=TABLE.keys())
def test_preferences(case: Case) -> None:
    holds(CHECK, case)


def test_a_broken_document_takes_all_shells_and_no_port() -> None:
    outcome = ask(CHECK, of(problem=text("it is not JSON")))
    assert outcome.lacking == SHELLS
    assert not {"ssh", "port-forwarding"} & set(outcome.lacking)


def test_a_default_user_that_cannot_be_leaves_run_as_in_doubt() -> None:
    outcome = ask(CHECK, of(run_as=True, run_as_user="root"))
    assert (outcome.doubts, outcome.grade) == (("run-as",), Grade.INFERRED)


def test_all_that_is_set_is_shown() -> None:
    outcome = ask(CHECK, of(kms_key="alias/x", log_group="/sessions", run_as=True))
    assert outcome.status is Status.WARNING
    values = {evidence.label.english(): evidence.value for evidence in outcome.evidence}
    assert values == {
        "Session document": "SSM-SessionManagerRunShell 1",
        "KMS key": "alias/x",
        "Log group": "/sessions",
        "Run As": "-",
    }
    assert {evidence.source for evidence in outcome.evidence} == {"ssm:GetDocument"}
