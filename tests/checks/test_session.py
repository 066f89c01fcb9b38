"""What session preferences name, by itself: the key, the bucket, the log group."""

from dataclasses import replace
from typing import Any

import pytest
from support.facts import (
    Case,
    ask,
    denied,
    fails,
    holds,
    ok,
    skips,
    snapshot,
    unseen,
    unsure,
    warns,
)
from support.session_facts import BUCKET, GROUP, KEY_ARN, KEY_ID, key, preferences, session

from ssmwizard.checks.every import by_id
from ssmwizard.checks.judge import judge
from ssmwizard.checks.rule import Check
from ssmwizard.checks.session_key import named
from ssmwizard.checks.session_rule import SHELLS
from ssmwizard.model.facts import Why
from ssmwizard.model.findings import Grade, Status
from ssmwizard.model.session import Encryption, LogGroup
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import text

KEY, S3, LOGS = by_id("session.kms-key"), by_id("session.s3-bucket"), by_id("session.log-group")
GONE = unseen(Why.TIMED_OUT)

CREATE = ("session.create-log-group",)


def itself(check: Check) -> Check:
    """The check without its part about nodes."""
    return replace(check, run_node=None)


def of(preferred: dict[str, Any], partition: str = "aws", **facts: Any) -> Snapshot:
    return snapshot(partition=partition, session=session(preferences(**preferred), **facts))


def keyed(name: str = KEY_ARN, partition: str = "aws", **facts: Any) -> Snapshot:
    """Preferences with a key; ``key`` is what is found of it."""
    return of({"kms_key": name}, partition, **facts)


def state(**parts: Any) -> Snapshot:
    return keyed(key=key(**parts))


INFERRED = Grade.INFERRED
NOT_SET = (snapshot(session=session(None)), of({}))

KEYS: dict[str, Case] = {
    "never-set": skips(NOT_SET[0]),
    "no-key": skips(NOT_SET[1]),
    "preferences-not-seen": skips(snapshot(session=session(denied("ssm:GetDocument")))),
    "of-blanks": fails(of({"kms_key": "  "}), "of blanks alone", cause="key:  ", grade=INFERRED),
    "preferences-not-readable": skips(of({"problem": text("it is not JSON"), "kms_key": KEY_ID})),
    "by-arn": ok(keyed(), KEY_ARN),
    "by-id": ok(keyed(KEY_ID), KEY_ARN),
    "by-alias": ok(keyed("alias/sessions"), KEY_ARN),
    "multi-region": ok(keyed("mrk-0123456789abcdef0123456789abcdef")),
    "no-name-of-a-key": fails(keyed("my key"), "my key", grade=INFERRED, cause="key:my key"),
    "the-arn-of-something-else": fails(keyed("arn:aws:s3:::bucket"), grade=INFERRED),
    "of-another-region": fails(
        keyed("arn:aws:kms:eu-central-1:111122223333:key/x"),
        "eu-central-1",
        "eu-west-3",
        grade=INFERRED,
    ),
    "of-another-partition": fails(
        keyed("arn:aws:kms:cn-north-1:111122223333:key/x", "aws-cn"), grade=INFERRED
    ),
    "of-this-partition": ok(keyed("arn:aws-cn:kms:cn-north-1:111122223333:key/x", "aws-cn")),
    "of-a-partition-nobody-knows": ok(
        replace(keyed("arn:aws-new:kms:eu-west-3:111122223333:key/x"), partition=None)
    ),
    "not-there": fails(keyed("alias/none", key=None), "alias/none", cause="key:alias/none"),
    "not-to-be-described": unsure(keyed(key=denied("kms:DescribeKey")), right="kms:DescribeKey"),
    "no-answer-in-time": unsure(keyed(key=GONE)),
    "disabled": fails(state(state="Disabled"), "Disabled", "Enable it", cause=f"key:{KEY_ARN}"),
    "pending-deletion": fails(state(state="PendingDeletion"), "Cancel its deletion"),
    "pending-replica-deletion": fails(state(state="PendingReplicaDeletion"), "Cancel"),
    "pending-import": fails(state(state="PendingImport"), "Import its key material"),
    "unavailable": fails(state(state="Unavailable"), "Name another key"),
    "in-a-state-of-tomorrow": unsure(state(state="Paused"), KEY_ARN),
    "being-updated": unsure(state(state="Updating"), KEY_ARN),
    "asymmetric": fails(state(spec="RSA_2048"), "RSA_2048"),
    "to-sign-with": fails(state(usage="SIGN_VERIFY"), "SIGN_VERIFY"),
    "of-a-kind-not-told": unsure(state(spec="")),
    "of-a-use-not-told": unsure(state(usage="")),
    "of-an-arn-not-told": unsure(state(arn=""), KEY_ID),
    "of-which-nothing-is-told": unsure(
        state(arn="", id="", account="", state="", spec="", usage="", manager="")
    ),
}


@pytest.mark.parametrize("case", KEYS.values(), ids=KEYS.keys())
def test_the_key_itself(case: Case) -> None:
    holds(itself(KEY), case)


@pytest.mark.parametrize("case", KEYS.values(), ids=KEYS.keys())
def test_a_key_that_cannot_be_used_ends_shells_and_leaves_ports_alone(case: Case) -> None:
    outcome = ask(itself(KEY), case.of)
    assert outcome.lacking == (SHELLS if outcome.status is Status.FAILED else ())
    assert outcome.doubts == (SHELLS if outcome.status is Status.UNKNOWN else ())


@pytest.mark.parametrize("check", [KEY, S3, LOGS], ids=lambda check: check.id)
def test_what_cannot_be_read_is_said_by_the_check_of_the_preferences(check: Check) -> None:
    for broken in (denied("ssm:GetDocument"), preferences(problem=text("it is not JSON"))):
        outcome = ask(check, snapshot(session=session(broken)))
        assert (outcome.status, outcome.blocked_by) == (Status.SKIPPED, ("account.preferences",))


@pytest.mark.parametrize(
    "name",
    ["", "key", "arn:aws:kms:eu-west-3:111122223333:grant/x", "arn:aws:kms::1:key/x", "alias/"],
)
def test_what_is_no_name_of_a_key_is_not_taken_for_one(name: str) -> None:
    assert named(name) is None


def bucket(**facts: Any) -> Snapshot:
    return of({"s3_bucket": facts.pop("name", BUCKET), **facts.pop("preferred", {})}, **facts)


def required(**facts: Any) -> Snapshot:
    """Encryption of the bucket is asked for."""
    return bucket(preferred={"s3_encryption": True}, **facts)


CONFIGURATION = "s3:GetEncryptionConfiguration"
BUCKETS: dict[str, Case] = {
    "never-set": skips(NOT_SET[0]),
    "no-bucket": skips(NOT_SET[1]),
    "there": ok(bucket(), BUCKET),
    "missing": warns(bucket(bucket=None), BUCKET, "Sessions open all the same"),
    "missing-and-to-be-encrypted": fails(
        required(bucket=None), BUCKET, "ends as soon as it begins", cause=f"bucket:{BUCKET}"
    ),
    "a-name-no-bucket-has": warns(bucket(name="no bucket"), "no bucket"),
    "a-name-no-bucket-has-to-be-encrypted": fails(
        required(name="no bucket"), "no bucket", grade=INFERRED
    ),
    "not-to-be-seen": unsure(bucket(bucket=denied("s3:ListBucket")), right="s3:ListBucket"),
    "not-asked-in-time": unsure(bucket(bucket=GONE)),
    "encryption-not-asked-for-and-not-seen": ok(bucket(bucket_encryption=denied(CONFIGURATION))),
    "encryption-not-asked-for-and-not-there": ok(bucket(bucket_encryption=None)),
    "encrypted": ok(required()),
    "encrypted-with-a-key": ok(required(bucket_encryption=Encryption("aws:kms", KEY_ARN))),
    "encryption-not-seen": unsure(
        required(bucket_encryption=denied(CONFIGURATION)), right=CONFIGURATION
    ),
    "not-encrypted": fails(required(bucket_encryption=None), "encrypts nothing"),
    "encrypted-by-nothing": fails(required(bucket_encryption=Encryption("", ""))),
    "encrypted-as-the-agent-did-not-know": warns(
        required(bucket_encryption=Encryption("aws:kms:dsse", "")), "aws:kms:dsse"
    ),
}


@pytest.mark.parametrize("case", BUCKETS.values(), ids=BUCKETS.keys())
def test_the_bucket_itself(case: Case) -> None:
    holds(itself(S3), case)


@pytest.mark.parametrize(
    ("of_which", "lacking", "doubts"),
    [
        (bucket(bucket=None), (), ()),
        (required(bucket=None), SHELLS, ()),
        (bucket(bucket=GONE), (), ()),
        (required(bucket=GONE), (), SHELLS),
        (required(bucket_encryption=Encryption("aws:kms:dsse", "")), (), SHELLS),
    ],
)
def test_a_bucket_ends_sessions_only_where_it_has_to_be_encrypted(
    of_which: Snapshot, lacking: tuple[str, ...], doubts: tuple[str, ...]
) -> None:
    outcome = ask(itself(S3), of_which)
    assert (outcome.lacking, outcome.doubts) == (lacking, doubts)


def logged(**facts: Any) -> Snapshot:
    preferred = {"log_group": facts.pop("name", GROUP), **facts.pop("preferred", {})}
    return of(preferred, **facts)


def secret(**facts: Any) -> Snapshot:
    """Encryption of the log group is asked for."""
    return logged(preferred={"log_encryption": True}, **facts)


PLAIN = LogGroup(GROUP, "arn:logs", "")
GROUPS: dict[str, Case] = {
    "never-set": skips(NOT_SET[0]),
    "no-log-group": skips(NOT_SET[1]),
    "there": ok(logged(log_group=PLAIN), GROUP),
    "missing": warns(logged(log_group=None), GROUP, "Sessions open all the same", fixes=CREATE),
    "missing-and-to-be-encrypted": fails(
        secret(log_group=None),
        GROUP,
        "ends as soon as it begins",
        cause=f"log-group:{GROUP}",
        fixes=CREATE,
    ),
    "a-name-no-group-has": warns(logged(name="no group"), "no group"),
    "a-name-no-group-has-to-be-encrypted": fails(secret(name="no group"), grade=INFERRED),
    "a-name-too-long-for-a-group": warns(logged(name="g" * 513)),
    "not-to-be-seen": unsure(
        logged(log_group=denied("logs:DescribeLogGroups")), right="logs:DescribeLogGroups"
    ),
    "encrypted": ok(secret()),
    "not-encrypted": fails(secret(log_group=PLAIN), "No KMS key"),
}


@pytest.mark.parametrize("case", GROUPS.values(), ids=GROUPS.keys())
def test_the_log_group_itself(case: Case) -> None:
    holds(itself(LOGS), case)


@pytest.mark.parametrize(
    ("of_which", "lacking", "doubts"),
    [
        (logged(log_group=None), (), ()),
        (logged(log_group=None, preferred={"log_streaming": True}), ("cloudwatch-streaming",), ()),
        (secret(log_group=None), SHELLS, ()),
        (logged(log_group=GONE), (), ()),
        (logged(log_group=GONE, preferred={"log_streaming": True}), (), ("cloudwatch-streaming",)),
        (secret(log_group=GONE), (), SHELLS),
    ],
)
def test_a_log_group_ends_sessions_only_where_it_has_to_be_encrypted(
    of_which: Snapshot, lacking: tuple[str, ...], doubts: tuple[str, ...]
) -> None:
    outcome = ask(itself(LOGS), of_which)
    assert (outcome.lacking, outcome.doubts) == (lacking, doubts)


def test_what_is_wrong_with_all_is_said_once_for_all_nodes() -> None:
    whole = keyed(key=key(state="Disabled"))
    (finding,) = judge(whole, (KEY,))
    assert finding.subject is None
