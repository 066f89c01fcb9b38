import json
from dataclasses import fields, replace
from types import NoneType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.scripted import NOW, ScriptedAws, denied, refused

from ssmwizard.collect import session
from ssmwizard.collect.preferences import read
from ssmwizard.model.facts import NOT_COLLECTED, Known, Source, Unknown, Why
from ssmwizard.model.session import (
    Bucket,
    Encryption,
    Key,
    LogGroup,
    Preferences,
    SessionFacts,
)
from ssmwizard.model.text import Text

NAME = "SSM-SessionManagerRunShell"
ACCOUNT = "111122223333"
KEY = "11111111-2222-3333-4444-555555555555"
ARN = f"arn:aws-cn:kms:cn-north-1:{ACCOUNT}:key/{KEY}"
GROUP = "/session/logs"
WHOLE: dict[str, Any] = {
    "schemaVersion": "1.0",
    "description": "made by the console",
    "sessionType": "Standard_Stream",
    "inputs": {
        "kmsKeyId": KEY,
        "s3BucketName": "session-logs",
        "s3KeyPrefix": "prod",
        "s3EncryptionEnabled": True,
        "cloudWatchLogGroupName": GROUP,
        "cloudWatchEncryptionEnabled": "true",
        "cloudWatchStreamingEnabled": "False",
        "runAsEnabled": "True",
        "runAsDefaultUser": "ops",
        "idleSessionTimeout": "20",
        "maxSessionDuration": 60,
        "shellProfile": {"linux": "cd ~", "windows": "date"},
        "somethingNew": {"of": "2027"},
    },
}
READ = Preferences(
    document=NAME,
    version="3",
    kms_key=KEY,
    s3_bucket="session-logs",
    s3_prefix="prod",
    s3_encryption=True,
    log_group=GROUP,
    log_encryption=True,
    run_as=True,
    run_as_user="ops",
    idle_minutes="20",
    duration_minutes="60",
    linux_profile="cd ~",
    windows_profile="date",
)


def inputs(**changed: Any) -> str:
    return json.dumps({**WHOLE, "inputs": {**WHOLE["inputs"], **changed}})


def test_a_document_is_read_with_truths_written_as_texts_and_members_nobody_knows() -> None:
    assert read(NAME, "3", json.dumps(WHOLE)) == READ


def test_what_is_not_there_is_not_set() -> None:
    empty = {"schemaVersion": "1.0", "sessionType": "Standard_Stream", "inputs": {"kmsKeyId": None}}
    assert read(NAME, "1", json.dumps(empty)) == Preferences(NAME, "1")


BROKEN: list[tuple[object, str]] = [
    (None, "it is not a JSON object"),
    ("schemaVersion: '1.0'", "it is not JSON"),
    ("[1]", "it is not a JSON object"),
    ("[" * 100_000, "it is not JSON"),
    ("9" * 10_000, "it is not JSON"),
    (json.dumps({**WHOLE, "schemaVersion": "0.3"}), "schemaVersion is 0.3 and not 1.0"),
    (json.dumps({**WHOLE, "schemaVersion": None}), "schemaVersion is null and not 1.0"),
    (
        json.dumps({**WHOLE, "sessionType": "Port" * 100}),
        f"sessionType is {'Port' * 15}… and not Standard_Stream",
    ),
    (json.dumps({**WHOLE, "inputs": [1]}), "inputs is missing or is not a JSON object"),
    (inputs(shellProfile="cd"), "shellProfile is missing or is not a JSON object"),
    (inputs(runAsEnabled="yes"), "runAsEnabled is yes, which is neither true nor false"),
    (inputs(runAsEnabled=[1]), "runAsEnabled is [1], which is neither true nor false"),
    (inputs(kmsKeyId=True), "kmsKeyId is not a text"),
    (inputs(s3BucketName={"a": 1}), "s3BucketName is not a text"),
    (inputs(kmsKeyId="k" * 3000), "kmsKeyId is longer than anything it could name"),
    (
        inputs(kmsKeyId="{{ key }}"),
        "kmsKeyId stands for the parameter key, which has no default",
    ),
]


@pytest.mark.parametrize(("content", "problem"), BROKEN)
def test_what_is_wrong_with_a_document_is_said(content: object, problem: str) -> None:
    told = read(NAME, "3", content).problem
    assert told is not None
    assert told.english() == problem


def test_what_can_be_read_of_a_broken_document_is_read() -> None:
    told = read(NAME, "3", inputs(runAsEnabled="perhaps"))
    assert told == replace(READ, run_as=False, problem=told.problem)


def test_a_parameter_of_the_document_counts_with_its_default() -> None:
    parameters = {"user": {"type": "String", "default": "deploy"}, "on": {"default": True}}
    content = json.loads(inputs(runAsDefaultUser="{{ user }}", runAsEnabled="{{on}}"))
    told = read(NAME, "3", json.dumps({**content, "parameters": parameters}))
    assert (told.problem, told.run_as, told.run_as_user) == (None, True, "deploy")


def test_half_a_character_does_not_travel_on() -> None:
    assert read(NAME, "3", inputs(kmsKeyId="\ud800")).kms_key == "?"


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["inputs", "parameters", "kmsKeyId", "runAsEnabled", "shellProfile"])
            | st.text(max_size=4),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(whole=ANYTHING, inputs=ANYTHING)
def test_anything_can_stand_in_a_document(whole: Any, inputs: Any) -> None:
    content = {**whole, "inputs": inputs} if isinstance(whole, dict) else whole
    told = read(NAME, "1", json.dumps(content))
    for member in fields(Preferences):
        assert type(getattr(told, member.name)) in (str, bool, Text, NoneType)
    if told.problem is not None:
        assert told.problem.english()


def test_preferences_that_were_never_set_are_known_not_to_be() -> None:
    aws = ScriptedAws({"ssm:GetDocument": refused("ssm:GetDocument", "InvalidDocument")})
    assert session.preferences(aws).require() is None


def test_preferences_are_read_as_json() -> None:
    answer = {"Content": json.dumps(WHOLE), "DocumentVersion": "3"}
    aws = ScriptedAws({"ssm:GetDocument": answer})
    assert session.preferences(aws).require() == READ
    assert aws.asked == [("ssm:GetDocument", {"Name": NAME, "DocumentFormat": "JSON"})]


def test_preferences_that_may_not_be_read_are_not_known() -> None:
    aws = ScriptedAws({"ssm:GetDocument": denied("ssm:GetDocument")})
    told = session.preferences(aws)
    assert isinstance(told, Unknown)
    assert told.right == "ssm:GetDocument"


POLICY = {"Version": "2012-10-17", "Statement": []}
ENCRYPTED = {
    "ServerSideEncryptionConfiguration": {
        "Rules": [
            {"BucketKeyEnabled": True},
            {
                "ApplyServerSideEncryptionByDefault": {
                    "SSEAlgorithm": "aws:kms",
                    "KMSMasterKeyID": ARN,
                }
            },
        ]
    }
}
METADATA = {
    "KeyId": KEY,
    "Arn": ARN,
    "AWSAccountId": ACCOUNT,
    "KeyState": "Enabled",
    "KeySpec": "SYMMETRIC_DEFAULT",
    "KeyUsage": "ENCRYPT_DECRYPT",
    "KeyManager": "CUSTOMER",
}
SCRIPT: dict[str, Any] = {
    "kms:DescribeKey": {"KeyMetadata": METADATA},
    "kms:GetKeyPolicy": {"Policy": json.dumps(POLICY)},
    "s3:HeadBucket": {"BucketRegion": "cn-north-1"},
    "s3:GetBucketEncryption": ENCRYPTED,
    "s3:GetBucketPolicy": {"Policy": json.dumps(POLICY)},
    "logs:DescribeLogGroups": {
        "logGroups": [
            {"logGroupName": f"{GROUP}-old", "arn": "arn:old"},
            {"logGroupName": GROUP, "arn": "arn:logs", "kmsKeyId": ARN},
        ]
    },
}


def ask(preferences: Preferences | None, **changed: Any) -> tuple[SessionFacts, list[str]]:
    """Ask for what preferences name; changed answers are given as ``kms_DescribeKey``."""
    script = {**SCRIPT, **{name.replace("_", ":"): answer for name, answer in changed.items()}}
    aws = ScriptedAws(script)
    found = Known(preferences, Source("ssm:GetDocument", NOW))
    asked = session.questions(aws, found, ACCOUNT)
    told = session.facts(found, {name: question() for name, question in asked.items()})
    return told, [call for call, _ in aws.asked]


def test_all_that_the_preferences_name_is_looked_at() -> None:
    told, asked = ask(READ)
    assert told.key.require() == Key(
        ARN, KEY, ACCOUNT, "Enabled", "SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", "CUSTOMER"
    )
    assert told.key_policy.require() == POLICY
    assert told.bucket.require() == Bucket("session-logs", "cn-north-1")
    assert told.bucket_encryption.require() == Encryption("aws:kms", ARN)
    assert told.bucket_policy.require() == POLICY
    assert told.log_group.require() == LogGroup(GROUP, "arn:logs", ARN)
    assert asked == list(SCRIPT)


@pytest.mark.parametrize(
    "preferences",
    [
        None,
        Preferences(NAME, "1"),
        read(NAME, "1", "not JSON"),
        Preferences(NAME, "1", s3_bucket="not a bucket", log_group="not a group"),
    ],
)
def test_nothing_is_asked_that_the_preferences_do_not_name(preferences: Preferences | None) -> None:
    told, asked = ask(preferences)
    assert asked == []
    assert told.key == told.bucket == told.log_group == NOT_COLLECTED


def test_nothing_is_asked_when_the_preferences_are_not_known() -> None:
    assert session.questions(ScriptedAws({}), NOT_COLLECTED, ACCOUNT) == {}


@pytest.mark.parametrize("code", ["NotFoundException", "InvalidArnException"])
def test_a_key_that_is_not_there_is_known_not_to_be(code: str) -> None:
    told, asked = ask(READ, kms_DescribeKey=refused("kms:DescribeKey", code))
    assert told.key.require() is None
    assert "kms:GetKeyPolicy" not in asked


def test_the_policy_of_another_accounts_key_is_not_asked_for() -> None:
    other = {"KeyMetadata": {**METADATA, "AWSAccountId": "999999999999"}}
    told, asked = ask(READ, kms_DescribeKey=other)
    assert told.key_policy == NOT_COLLECTED
    assert "kms:GetKeyPolicy" not in asked


def test_the_policy_of_a_key_that_may_not_be_described_is_not_known_for_the_same_reason() -> None:
    told, asked = ask(READ, kms_DescribeKey=denied("kms:DescribeKey"))
    assert told.key_policy == told.key
    assert isinstance(told.key, Unknown)
    assert "kms:GetKeyPolicy" not in asked


def test_a_key_of_an_older_service_tells_its_kind_by_the_older_name() -> None:
    older = {k: v for k, v in METADATA.items() if k != "KeySpec"}
    told, _ = ask(READ, kms_DescribeKey={"KeyMetadata": {**older, "CustomerMasterKeySpec": "SM2"}})
    key = told.key.require()
    assert key is not None
    assert key.spec == "SM2"


def test_an_answer_without_a_key_in_it_is_a_key_of_which_nothing_is_known() -> None:
    told, _ = ask(READ, kms_DescribeKey={})
    assert told.key.require() == Key("", "", "", "", "", "", "")


@pytest.mark.parametrize("policy", ["", "[]", "{", "[" * 100_000])
def test_a_policy_that_is_none_is_not_known(policy: str) -> None:
    told, _ = ask(READ, kms_GetKeyPolicy={"Policy": policy}, s3_GetBucketPolicy={"Policy": policy})
    assert isinstance(told.key_policy, Unknown)
    assert (told.key_policy.why, told.key_policy.code) == (Why.FAILED, "NotAPolicy")
    assert isinstance(told.bucket_policy, Unknown)


def test_a_bucket_that_is_not_there_is_not_asked_about_again() -> None:
    told, asked = ask(READ, s3_HeadBucket=refused("s3:HeadBucket", "404"))
    assert told.bucket.require() is None
    assert "s3:GetBucketEncryption" not in asked


def test_a_bucket_that_may_not_be_seen_is_there_when_its_encryption_is() -> None:
    told, _ = ask(READ, s3_HeadBucket=denied("s3:HeadBucket"))
    assert told.bucket.require() == Bucket("session-logs", "")
    assert told.bucket_encryption.require() == Encryption("aws:kms", ARN)


def test_a_bucket_that_may_not_be_seen_is_missing_when_another_answer_says_so() -> None:
    gone = refused("s3:GetBucketEncryption", "NoSuchBucket")
    told, asked = ask(READ, s3_HeadBucket=denied("s3:HeadBucket"), s3_GetBucketEncryption=gone)
    assert told.bucket.require() is None
    assert "s3:GetBucketPolicy" not in asked


def test_a_bucket_nothing_of_which_may_be_seen_is_not_known() -> None:
    call = "s3:GetBucketEncryption"
    told, _ = ask(READ, s3_HeadBucket=denied("s3:HeadBucket"), s3_GetBucketEncryption=denied(call))
    assert isinstance(told.bucket, Unknown)
    assert told.bucket.right == "s3:ListBucket"
    assert isinstance(told.bucket_encryption, Unknown)
    assert told.bucket_encryption.right == "s3:GetEncryptionConfiguration"


@pytest.mark.parametrize(
    "answer",
    [
        refused("s3:GetBucketEncryption", "ServerSideEncryptionConfigurationNotFoundError"),
        {},
        {"ServerSideEncryptionConfiguration": {"Rules": [{}]}},
    ],
)
def test_a_bucket_may_encrypt_nothing_by_itself(answer: Any) -> None:
    told, _ = ask(READ, s3_GetBucketEncryption=answer)
    assert told.bucket_encryption.require() is None


def test_a_bucket_without_a_policy_has_none() -> None:
    told, _ = ask(READ, s3_GetBucketPolicy=refused("s3:GetBucketPolicy", "NoSuchBucketPolicy"))
    assert told.bucket_policy.require() is None


def test_a_log_group_is_looked_for_through_all_pages() -> None:
    pages = [{"logGroups": [], "nextToken": "more"}, SCRIPT["logs:DescribeLogGroups"]]
    told, _ = ask(READ, logs_DescribeLogGroups=pages)
    assert told.log_group.require() == LogGroup(GROUP, "arn:logs", ARN)


def test_a_group_whose_name_only_begins_so_is_another_one() -> None:
    longer = {"logGroups": [{"logGroupName": f"{GROUP}-old", "arn": "arn:old"}]}
    told, _ = ask(READ, logs_DescribeLogGroups=longer)
    assert told.log_group.require() is None


def test_a_service_that_gives_the_same_page_for_ever_is_not_listened_to_for_ever() -> None:
    told, asked = ask(READ, logs_DescribeLogGroups={"logGroups": [], "nextToken": "again"})
    assert isinstance(told.log_group, Unknown)
    assert told.log_group.code == "RepeatedToken"
    assert asked.count("logs:DescribeLogGroups") == 2


def test_a_question_that_nobody_answered_leaves_its_facts_unknown() -> None:
    late = Unknown(Why.TIMED_OUT)
    found = Known(READ, Source("ssm:GetDocument", NOW))
    told = session.facts(found, {"key": late, "bucket": late, "log_group": late})
    assert told.key == told.key_policy == told.log_group == late
    assert told.bucket == told.bucket_encryption == told.bucket_policy == late
