from dataclasses import replace
from typing import Any

import pytest
from support.facts import (
    ACCOUNT,
    Case,
    ask,
    caller,
    caller_rights,
    denied,
    fact,
    fails,
    holds,
    identity,
    known,
    node,
    node_right,
    ok,
    skips,
    snapshot,
    unsure,
)

from ssmwizard.checks.every import by_id
from ssmwizard.checks.session_rule import SHELLS
from ssmwizard.model.caller import Kind, Principal
from ssmwizard.model.facts import NOT_COLLECTED
from ssmwizard.model.findings import Grade, Status
from ssmwizard.model.role import Decision
from ssmwizard.model.session import PREFERENCES, Key, Preferences, SessionFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import Text

CHECK = by_id("caller.kms")
USE = "kms:GenerateDataKey"
ARN = f"arn:aws:kms:eu-west-3:{ACCOUNT}:key/k-1"
ANN = f"arn:aws:iam::{ACCOUNT}:user/ann"
ROOT = f"arn:aws:iam::{ACCOUNT}:root"
ROLE = Principal(Kind.ROLE, f"arn:aws:iam::{ACCOUNT}:role/ops", "ops", "noor")
KEY = Key(ARN, "k-1", ACCOUNT, "Enabled", "SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", "CUSTOMER")
INFERRED = Grade.INFERRED


def policy(*statements: dict[str, Any]) -> dict[str, Any]:
    """A key policy of statements that allow everything unless they say otherwise."""
    usual = {"Effect": "Allow", "Action": "kms:*", "Resource": "*"}
    return {"Version": "2012-10-17", "Statement": [{**usual, **one} for one in statements]}


DELEGATES = policy({"Principal": {"AWS": ROOT}})
NAMES_ANN = policy({"Principal": {"AWS": ANN}, "Action": USE})
NAMES_ROLE = policy({"Principal": {"AWS": ROLE.arn}, "Action": USE})


def using(
    decision: str | Any = "allowed",
    key_policy: Any = DELEGATES,
    *,
    key: Any = KEY,
    who: Any = None,
    kms_key: str = ARN,
    **detail: Any,
) -> Snapshot:
    """The session preferences name a key; what the caller's and the key's policies say of it."""
    told = (
        known({USE: Decision(USE, decision, **detail)}, "iam:SimulatePrincipalPolicy")
        if isinstance(decision, str)
        else decision
    )
    rights = {"principal": who} if who is not None else {}
    session = SessionFacts(
        preferences=known(Preferences(PREFERENCES, "1", kms_key=kms_key)),
        key=fact(key),
        key_policy=fact(key_policy),
    )
    return snapshot(session=session, rights=caller_rights(node(), key=told, **rights))


def preferring(preferences: Any) -> Snapshot:
    """Other session preferences."""
    return snapshot(session=SessionFacts(preferences=fact(preferences)))


CASES: dict[str, Case] = {
    "both": ok(using(), "Simulated", "ann", ARN, grade=INFERRED),
    "named-by-the-key": ok(using("implicitDeny", NAMES_ANN), "policy of the key", grade=INFERRED),
    "a-role-named-by-the-key": ok(
        using("implicitDeny", NAMES_ROLE, who=ROLE), "ops", grade=INFERRED
    ),
    "the-plugin-speaks-to-kms-itself": ok(
        using("allowed", missing_context=("kms:ViaService",)), grade=INFERRED
    ),
    "no-policy-of-the-caller": fails(
        using("implicitDeny"), "no policy of ann", ARN, grade=INFERRED
    ),
    "only-through-a-service": fails(
        using("implicitDeny", missing_context=("kms:ViaService",)),
        "no policy of ann",
        grade=INFERRED,
    ),
    "explicit": fails(using("explicitDeny", NAMES_ANN), "explicitly", grade=INFERRED),
    "organization": fails(
        using("implicitDeny", NAMES_ANN, allowed_by_organization=False),
        "organization",
        grade=INFERRED,
    ),
    "boundary": fails(using("implicitDeny", allowed_by_boundary=False), "boundary", grade=INFERRED),
    "not-in-the-key-policy": fails(
        using("allowed", NAMES_ROLE), "policy of the key", "Grants", grade=INFERRED
    ),
    "denied-by-the-key-policy": fails(
        using(
            "allowed",
            policy({"Principal": "*"}, {"Effect": "Deny", "Principal": "*", "Action": USE}),
        ),
        "policy of the key",
        grade=INFERRED,
    ),
    "a-condition-of-the-key": unsure(
        using(
            "allowed",
            policy(
                {
                    "Principal": {"AWS": ROOT},
                    "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}},
                }
            ),
        ),
        "cannot be decided",
    ),
    "a-condition-of-the-caller": unsure(
        using("implicitDeny", missing_context=("aws:SourceIp",)), "aws:SourceIp"
    ),
    "a-key-policy-that-is-none": unsure(using("allowed", {"Statement": 7}), "cannot be decided"),
    "boundary-and-named-by-the-key": unsure(
        using("implicitDeny", NAMES_ANN, allowed_by_boundary=False), "boundary"
    ),
    "may-not-read-the-key-policy": unsure(
        using("allowed", denied("kms:GetKeyPolicy")), right="kms:GetKeyPolicy"
    ),
    "key-of-another-account": unsure(
        using("allowed", NOT_COLLECTED), "only the account of the key may read"
    ),
    "key-of-another-account-and-no-policy": unsure(
        using("implicitDeny", NOT_COLLECTED), "unless its own policy does"
    ),
    "may-not-simulate": unsure(
        using(denied("iam:SimulatePrincipalPolicy")), right="iam:SimulatePrincipalPolicy"
    ),
    "may-not-see-the-key": unsure(
        using(NOT_COLLECTED, key=denied("kms:DescribeKey")), right="kms:DescribeKey"
    ),
    "may-not-see-its-role": unsure(using(who=denied("iam:GetRole")), right="iam:GetRole"),
    "no-answer": unsure(using(known({})), "did not answer"),
    "may-not-see-preferences": skips(preferring(denied("ssm:GetDocument"))),
    "preferences-broken": skips(
        preferring(Preferences(PREFERENCES, "1", problem=Text("It is broken.")))
    ),
    "no-preferences": skips(preferring(None)),
    "no-key": skips(preferring(Preferences(PREFERENCES, "1"))),
    "key-gone": skips(using(key=None)),
    "nobody-was-chosen": skips(replace(using(), nodes=())),
}


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_the_right_to_use_the_key_of_sessions(case: Case) -> None:
    holds(CHECK, case)


@pytest.mark.parametrize(
    "preferences",
    [
        Preferences(PREFERENCES, "1", problem=Text("It is broken.")),
        denied("ssm:GetDocument"),
    ],
)
def test_preferences_that_cannot_be_read_are_told_once(preferences: Any) -> None:
    assert ask(CHECK, preferring(preferences)).blocked_by == ("account.preferences",)


def test_only_shells_use_the_key() -> None:
    assert ask(CHECK, using("explicitDeny")).lacking == SHELLS
    assert ask(CHECK, using(key_policy=denied("kms:GetKeyPolicy"))).doubts == SHELLS
    assert ask(CHECK, using(denied("iam:SimulatePrincipalPolicy"))).doubts == SHELLS
    assert ask(CHECK, using()).doubts == ()


def test_a_key_that_may_not_be_described_is_judged_by_the_arn_in_the_preferences() -> None:
    outcome = ask(CHECK, using("explicitDeny", key=denied("kms:DescribeKey")))
    assert outcome.status is Status.FAILED
    assert ARN in str(outcome.text)


def test_access_by_request_brings_credentials_of_its_own() -> None:
    of = using("implicitDeny")
    rights = replace(of.rights, nodes={node().id: node_right("implicitDeny")}, requests=known(True))
    assert ask(CHECK, replace(of, rights=rights)).status is Status.SKIPPED


def test_a_role_is_known_to_the_key_by_its_session_and_its_id() -> None:
    told = caller(f"arn:aws:sts::{ACCOUNT}:assumed-role/ops/noor", user_id="AROAEXAMPLE:noor")
    for named in (told.value.arn, "AROAEXAMPLE"):
        of = using("implicitDeny", policy({"Principal": {"AWS": named}, "Action": USE}), who=ROLE)
        answer = ask(CHECK, replace(of, identity=identity(caller=told)))
        assert answer.status is Status.PASSED, named
