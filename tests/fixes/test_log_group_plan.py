"""Making the log group of the sessions."""

from __future__ import annotations

from typing import Any

import pytest

from ssmwizard.fixes.log_group import FIX
from ssmwizard.model.facts import NOT_COLLECTED
from ssmwizard.model.plans import NoPlan, Plan
from ssmwizard.model.session import PREFERENCES, Key, Preferences
from ssmwizard.model.text import text
from tests.support.plan_facts import ACCOUNT, DENIED, ec2, hybrid, snapshot
from tests.support.session_plan import GROUP, KEY_ID, asking, key_policy

NODES = (ec2("i-1"), hybrid("mi-1"))
BASE = snapshot(*NODES)
KEY_ARN = f"arn:aws:kms:eu-west-3:{ACCOUNT}:key/{KEY_ID}"
PLAIN = {"log_group": GROUP}
SECRET = {"log_group": GROUP, "log_encryption": True, "kms_key": KEY_ARN}
SERVICE = {"Service": "logs.eu-west-3.amazonaws.com"}
FOR_LOGS = key_policy(Principal=SERVICE)
CLOSED = {
    **FOR_LOGS,
    "Statement": [*FOR_LOGS["Statement"], {**FOR_LOGS["Statement"][0], "Effect": "Deny"}],
}
UNUSABLE = Key(KEY_ARN, KEY_ID, ACCOUNT, "Disabled", "SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", "C")


def one(preferred: dict[str, Any], **facts: Any) -> Plan | NoPlan:
    (answer,) = FIX.plan(asking(BASE, preferred, **{"log_group": None, **facts}), NODES)
    assert answer.nodes == ("i-1", "mi-1")
    return answer


@pytest.mark.parametrize(
    ("preferred", "facts", "nothing_to_do", "says"),
    [
        ({}, {}, True, "name no log group"),
        (PLAIN, {"preferences": None}, True, "name no log group"),
        (PLAIN, {"log_group": "there"}, True, "is there"),
        (
            PLAIN,
            {"preferences": Preferences(PREFERENCES, "1", text("odd"), log_group=GROUP)},
            False,
            "mended first",
        ),
        ({"log_group": "a b"}, {}, False, "No log group can have the name"),
        (PLAIN, {"log_group": DENIED}, False, "is missing"),
        (PLAIN, {"preferences": DENIED}, False, "is missing"),
        ({**SECRET, "kms_key": ""}, {}, False, "name no key"),
        (SECRET, {"key": None}, False, "cannot encrypt it"),
        (SECRET, {"key": UNUSABLE}, False, "cannot encrypt it"),
        (SECRET, {}, False, "does not let logs.eu-west-3.amazonaws.com use it"),
        (SECRET, {"key_policy": CLOSED}, False, "does not let"),
        (SECRET, {"key_policy": NOT_COLLECTED}, False, "was not read"),
    ],
)
def test_no_plan(
    preferred: dict[str, Any], facts: dict[str, Any], nothing_to_do: bool, says: str
) -> None:
    answer = one(preferred, **facts)
    assert isinstance(answer, NoPlan), answer
    assert says in answer.reason.english()
    assert answer.nothing_to_do is nothing_to_do


@pytest.mark.parametrize(
    ("preferred", "facts", "key"),
    [
        (PLAIN, {}, None),
        ({**PLAIN, "kms_key": KEY_ARN}, {}, None),
        (SECRET, {"key_policy": FOR_LOGS}, KEY_ARN),
    ],
)
def test_it_is_encrypted_only_where_that_is_asked_for(
    preferred: dict[str, Any], facts: dict[str, Any], key: str | None
) -> None:
    plan = one(preferred, **facts)
    assert isinstance(plan, Plan)
    (change,) = plan.changes
    assert change.call.parameters.get("kmsKeyId") == key
    assert change.call.parameters["logGroupName"] == GROUP
    assert any(
        "cannot" in said.english() or "nobody" in said.english() for said in plan.warnings
    ) is (key is not None)
    assert change.undo is not None
    assert change.undo.expects is not None
    assert change.undo.expects.value == 0
