"""Mending the session preferences: what is plainly broken, and nothing that they ask for."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ssmwizard.collect.preferences import read
from ssmwizard.fixes.preferences import FIX
from ssmwizard.model.facts import NOT_COLLECTED
from ssmwizard.model.plans import NoPlan, Plan
from ssmwizard.model.session import PREFERENCES
from tests.support.plan_facts import DENIED, ec2, hybrid, snapshot
from tests.support.session_plan import asking

NODES = (ec2("i-1"), hybrid("mi-1"))
BASE = snapshot(*NODES)
INPUTS = {
    "kmsKeyId": "alias/sessions",
    "s3BucketName": "session-logs",
    "s3EncryptionEnabled": True,
    "cloudWatchEncryptionEnabled": "true",
    "idleSessionTimeout": "20",
}


def document(**parts: Any) -> dict[str, Any]:
    whole = {"schemaVersion": "1.0", "sessionType": "Standard_Stream", "inputs": INPUTS}
    return {name: one for name, one in {**whole, **parts}.items() if one is not None}


def inputs(**parts: Any) -> str:
    return json.dumps(document(inputs={**INPUTS, **parts}))


def one(content: str, version: str = "3", latest: Any = "5", **facts: Any) -> Plan | NoPlan:
    told = {"preferences": read(PREFERENCES, version, content), "latest_version": latest, **facts}
    (answer,) = FIX.plan(asking(BASE, **told), NODES)
    assert answer.nodes == ("i-1", "mi-1")
    return answer


LONG = inputs(idleSessionTimeout="90")


@pytest.mark.parametrize(
    ("content", "told", "nothing_to_do", "says"),
    [
        (LONG, {"preferences": None}, True, "nothing to mend"),
        (LONG, {"preferences": DENIED}, False, "is missing"),
        (LONG, {"latest_version": DENIED}, False, "is missing"),
        (LONG, {"latest_version": NOT_COLLECTED}, False, "was not read"),
        (LONG, {"latest": ""}, False, "does not tell the versions"),
        (LONG, {"version": "$DEFAULT"}, False, "does not tell the versions"),
        (inputs(), {}, True, "plainly broken"),
        (inputs(idleSessionTimeout="60", maxSessionDuration="30"), {}, True, "plainly broken"),
        ("", {}, False, "could drop logs or encryption"),
        ("[]", {}, False, "could drop logs or encryption"),
        (LONG[:-2], {}, False, "could drop logs or encryption"),
        (json.dumps(document(inputs=None)), {}, False, "What inputs in"),
        (json.dumps(document(schemaVersion="2.2")), {}, False, "What schemaVersion in"),
        (json.dumps(document(sessionType="Port")), {}, False, "What sessionType in"),
        (inputs(shellProfile=1), {}, False, "What shellProfile in"),
        (inputs(s3EncryptionEnabled="perhaps"), {}, False, "What s3EncryptionEnabled in"),
        (inputs(kmsKeyId=["a"]), {}, False, "What kmsKeyId in"),
        (inputs(kmsKeyId=True), {}, False, "What kmsKeyId in"),
        (inputs(kmsKeyId="{{ key }}"), {}, False, "What kmsKeyId in"),
        (inputs(idleSessionTimeout="soon"), {}, False, "What idleSessionTimeout in"),
        (inputs(kmsKeyId="x" * 3000), {}, False, "What kmsKeyId in"),
        (
            inputs(idleSessionTimeout="{{ idle }}", maxSessionDuration="2000"),
            {},
            False,
            "What idle",
        ),
        (inputs(idleSessionTimeout="0"), {}, False, "What idleSessionTimeout in"),
        (inputs(maxSessionDuration="0"), {}, False, "What maxSessionDuration in"),
    ],
)
def test_no_plan(content: str, told: dict[str, Any], nothing_to_do: bool, says: str) -> None:
    answer = one(content, **told)
    assert isinstance(answer, NoPlan), answer
    assert says in answer.reason.english()
    assert answer.nothing_to_do is nothing_to_do


@pytest.mark.parametrize(
    ("content", "after"),
    [
        (LONG, document(inputs={**INPUTS, "idleSessionTimeout": "60"})),
        (
            inputs(maxSessionDuration=2000),
            document(inputs={**INPUTS, "maxSessionDuration": "1440"}),
        ),
        (json.dumps(document(schemaVersion=None)), document()),
        (json.dumps(document(schemaVersion=1.0, sessionType=None)), document()),
        ("\ufeff" + inputs().replace("}", ", }"), document()),
        (
            inputs(s3KeyPrefix="a,}", kmsKeyId="{{ key }}", shellProfile={"linux": "x"})[:-2]
            + '}, "parameters": {"key": {"default": "alias/k"},},}',
            {
                **document(
                    inputs={
                        **INPUTS,
                        "s3KeyPrefix": "a,}",
                        "kmsKeyId": "{{ key }}",
                        "shellProfile": {"linux": "x"},
                    }
                ),
                "parameters": {"key": {"default": "alias/k"}},
            },
        ),
    ],
)
def test_what_is_plainly_broken_is_set_right_and_all_else_stays(
    content: str, after: dict[str, Any]
) -> None:
    plan = one(content)
    assert isinstance(plan, Plan), plan
    written, in_force = plan.changes
    assert json.loads(str(written.call.parameters["Content"])) == after
    assert written.call.parameters["DocumentVersion"] == "5"
    assert in_force.call.parameters == {"Name": PREFERENCES, "DocumentVersion": "6"}
    said = written.says.english()
    assert "{" not in said
    assert len(said) < 200
    assert plan.confirm_account


def test_undoing_puts_the_old_version_in_force_and_deletes_the_new_one_alone() -> None:
    plan = one(LONG)
    assert isinstance(plan, Plan)
    written, in_force = (change.undo for change in plan.changes)
    assert written is not None
    assert in_force is not None
    assert written.call.parameters == {"Name": PREFERENCES, "DocumentVersion": "6"}
    assert in_force.call.parameters == {"Name": PREFERENCES, "DocumentVersion": "3"}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (LONG, "idleSessionTimeout is 60 instead of"),
        (
            json.dumps({"sessionType": "Standard_Stream", "inputs": {}}),
            "schemaVersion is added as 1.0",
        ),
        (json.dumps(document(inputs={}))[:-1] + ",}", "commas"),
    ],
)
def test_the_heading_says_in_words_what_is_set_right(content: str, says: str) -> None:
    plan = one(content)
    assert isinstance(plan, Plan), plan
    assert says in plan.changes[0].says.english()
