"""What session preferences name is told as AWS tells it, in both ways in."""

import json
from typing import Any

import pytest
from botocore.exceptions import ClientError

from ssmwizard.demo import Demo
from ssmwizard.demo.operations.ssm_documents import PREFERENCES
from ssmwizard.demo.profiles import READER_KEY
from ssmwizard.demo.scenarios.machines import MachineBuilder
from ssmwizard.demo.scenarios.session_resources import (
    alias,
    bucket,
    by_account,
    key,
    log_group,
    preferences,
    statement,
)

READER = "arn:aws:iam::111122223333:user/sacha-audit"
ADMIN = "arn:aws:iam::111122223333:user/camille"
LATEST = {"DocumentVersion": "$LATEST"}
OTHER = "999988887777"


@pytest.fixture
def region(demo: Demo) -> MachineBuilder:
    return MachineBuilder(demo.world, "eu-west-3")


def code(refused: pytest.ExceptionInfo[ClientError]) -> tuple[str, int]:
    told = refused.value.response
    return told["Error"]["Code"], told["ResponseMetadata"]["HTTPStatusCode"]


# Documents.


def session(**inputs: Any) -> str:
    return json.dumps({"schemaVersion": "1.0", "sessionType": "Standard_Stream", "inputs": inputs})


def test_a_further_version_of_a_document_is_in_force_once_it_is_the_default(client):
    ssm = client("ssm")
    first, second = session(), session(idleSessionTimeout="30")
    made = ssm.create_document(Name=PREFERENCES, DocumentType="Session", Content=first)
    assert made["DocumentDescription"]["Status"] == "Creating"
    updated = ssm.update_document(Name=PREFERENCES, Content=second, DocumentVersion="$LATEST")
    assert updated["DocumentDescription"]["DocumentVersion"] == "2"
    assert ssm.get_document(Name=PREFERENCES)["Content"] == first
    assert ssm.get_document(Name=PREFERENCES, DocumentVersion="$LATEST")["Content"] == second
    ssm.update_document_default_version(Name=PREFERENCES, DocumentVersion="2")
    assert ssm.get_document(Name=PREFERENCES)["Content"] == second
    told = ssm.describe_document(Name=PREFERENCES)["Document"]
    assert (told["DefaultVersion"], told["LatestVersion"]) == ("2", "2")
    ssm.delete_document(Name=PREFERENCES)
    with pytest.raises(ClientError, match="does not exist"):
        ssm.describe_document(Name=PREFERENCES)


@pytest.mark.parametrize(
    ("method", "params", "expected"),
    [
        ("create_document", {"Content": session()}, "DocumentAlreadyExists"),
        ("create_document", {"Content": "not JSON", "Name": "own"}, "InvalidDocumentContent"),
        ("create_document", {"Content": "[]", "Name": "own"}, "InvalidDocumentContent"),
        ("create_document", {"Content": "{}", "Name": "own"}, "InvalidDocumentSchemaVersion"),
        ("update_document", {"Content": session(), **LATEST}, "DuplicateDocumentContent"),
        ("update_document", {"Content": "{}", **LATEST}, "InvalidDocumentSchemaVersion"),
        ("update_document", {"Content": "x"}, "InvalidDocumentVersion"),
        ("update_document", {"Content": "x", "DocumentVersion": "7"}, "InvalidDocumentVersion"),
        ("update_document_default_version", {"DocumentVersion": "7"}, "InvalidDocumentVersion"),
        ("get_document", {"DocumentVersion": "7"}, "InvalidDocumentVersion"),
        ("get_document", {"Name": "none"}, "InvalidDocument"),
    ],
)
def test_documents_that_cannot_be_are_refused(method, params, expected, client):
    ssm = client("ssm")
    ssm.create_document(Name=PREFERENCES, DocumentType="Session", Content=session())
    if method == "create_document":
        params = {"DocumentType": "Session", **params}
    with pytest.raises(ClientError) as refused:
        getattr(ssm, method)(**{"Name": PREFERENCES, **params})
    assert code(refused) == (expected, 400)


def test_a_document_has_no_more_versions_than_aws_keeps(client, demo, region):
    preferences(region)
    record = region.state["documents"][PREFERENCES]
    for number in range(2, 1001):
        record["Versions"][str(number)] = {"Content": session(n=number), "CreatedDate": 0.0}
    record["LatestVersion"] = "1000"
    with pytest.raises(ClientError) as refused:
        client("ssm").update_document(Name=PREFERENCES, Content=session(n=0), **LATEST)
    assert code(refused)[0] == "DocumentVersionLimitExceeded"


@pytest.mark.parametrize(
    ("content", "longest"),
    [
        (None, "90"),
        (json.dumps({"inputs": []}), ""),
        ("not JSON", ""),
        ("[]", ""),
    ],
)
def test_a_session_is_as_long_as_the_preferences_say(content, longest, client, nodes, region):
    preferences(region, content, maxSessionDuration=90)
    ssm = client("ssm")
    ssm.start_session(Target=nodes["web-01"])
    (shown,) = ssm.describe_sessions(State="Active")["Sessions"]
    assert shown["MaxSessionDuration"] == longest


# Keys.


def test_a_key_is_found_by_each_of_its_names(clients, region):
    arn = key(region)
    name = alias(region, "alias/sessions", arn)
    kms = clients("kms")
    of_alias = f"{arn.rpartition(':')[0]}:{name}"
    for each in (arn, arn.rpartition("/")[2], name, of_alias):
        assert kms.describe_key(KeyId=each)["KeyMetadata"]["Arn"] == arn
    assert json.loads(kms.get_key_policy(KeyId=arn)["Policy"]) == by_account(region, region.owner)


@pytest.mark.parametrize(
    ("method", "key_id", "expected"),
    [
        ("describe_key", "alias/none", "NotFoundException"),
        ("describe_key", "11111111-2222-3333-4444-555555555555", "NotFoundException"),
        ("describe_key", "arn:aws:kms:eu-central-1:111122223333:key/x", "NotFoundException"),
        ("describe_key", "arn:aws:s3:::bucket", "InvalidArnException"),
        ("describe_key", "arn:aws:kms", "InvalidArnException"),
        ("get_key_policy", "alias/sessions", "NotFoundException"),
    ],
)
def test_a_key_that_is_not_there_is_refused(method, key_id, expected, clients, region):
    alias(region, "alias/sessions", key(region))
    with pytest.raises(ClientError) as refused:
        getattr(clients("kms"), method)(KeyId=key_id)
    assert code(refused) == (expected, 400)


def test_a_key_has_no_policy_but_the_default_one(client, region):
    with pytest.raises(ClientError, match="No such policy exists"):
        client("kms").get_key_policy(KeyId=key(region), PolicyName="other")


def test_a_key_of_another_account_is_known_by_its_whole_arn_alone(client, region):
    arn = key(region, statement(ADMIN, "kms:DescribeKey"), AWSAccountId=OTHER)
    kms = client("kms")
    assert kms.describe_key(KeyId=arn)["KeyMetadata"]["AWSAccountId"] == OTHER
    with pytest.raises(ClientError) as refused:
        kms.describe_key(KeyId=arn.rpartition("/")[2])
    assert code(refused)[0] == "NotFoundException"


@pytest.mark.parametrize(
    ("policy", "lets_in"),
    [
        (statement(ADMIN, "kms:*"), False),
        (statement(READER, "kms:Decrypt"), False),
        (statement(READER, "kms:DescribeKey"), True),
        (statement("*", "kms:*"), True),
        (statement("111122223333", "kms:*"), True),
        ({"Statement": [statement("*", "kms:*", effect="Deny")["Statement"][0]]}, False),
        ({"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "kms:*"}]}, True),
        ({"Statement": [{"Effect": "Allow", "Action": "kms:*"}]}, False),
    ],
)
def test_the_policy_of_a_key_decides_as_well(policy, lets_in, client, region):
    kms = client("kms", READER_KEY)
    arn = key(region, policy)
    if lets_in:
        assert kms.describe_key(KeyId=arn)["KeyMetadata"]["Arn"] == arn
        return
    with pytest.raises(ClientError, match="no resource-based policy allows") as refused:
        kms.describe_key(KeyId=arn)
    assert code(refused) == ("AccessDeniedException", 400)


# Buckets.


def test_a_bucket_of_another_region_is_found_there(clients, region):
    bucket(region, "elsewhere", where="eu-central-1")
    s3 = clients("s3")
    assert s3.head_bucket(Bucket="elsewhere")["BucketRegion"] == "eu-central-1"
    told = s3.get_bucket_encryption(Bucket="elsewhere")
    (rule,) = told["ServerSideEncryptionConfiguration"]["Rules"]
    assert rule["ApplyServerSideEncryptionByDefault"] == {"SSEAlgorithm": "AES256"}


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("head_bucket", ("404", 404)),
        ("get_bucket_encryption", ("NoSuchBucket", 404)),
        ("get_bucket_policy", ("NoSuchBucket", 404)),
    ],
)
def test_a_bucket_that_is_not_there_is_refused(method, expected, clients):
    with pytest.raises(ClientError) as refused:
        getattr(clients("s3"), method)(Bucket="nobodys-bucket")
    assert code(refused) == expected


def test_a_bucket_without_encryption_or_policy_says_so(clients, region):
    bucket(region, "plain", algorithm=None)
    s3 = clients("s3")
    with pytest.raises(ClientError) as refused:
        s3.get_bucket_encryption(Bucket="plain")
    assert code(refused) == ("ServerSideEncryptionConfigurationNotFoundError", 404)
    with pytest.raises(ClientError) as refused:
        s3.get_bucket_policy(Bucket="plain")
    assert code(refused) == ("NoSuchBucketPolicy", 404)


def test_a_bucket_of_another_account_is_closed_unless_it_lets_somebody_in(clients, region):
    bucket(region, "foreign", owner=OTHER)
    bucket(region, "shared", owner=OTHER, policy=statement(ADMIN, "s3:*"))
    bucket(region, "shut", policy=statement("*", "s3:*", effect="Deny"))
    s3 = clients("s3")
    assert s3.head_bucket(Bucket="shared")["BucketRegion"] == "eu-west-3"
    for name in ("foreign", "shut"):
        with pytest.raises(ClientError) as refused:
            s3.head_bucket(Bucket=name)
        assert code(refused) == ("403", 403)
        with pytest.raises(ClientError) as refused:
            s3.get_bucket_encryption(Bucket=name)
        assert code(refused) == ("AccessDenied", 403)


def test_who_may_not_look_at_a_bucket_is_told_nothing_but_that(client, demo, region):
    bucket(region, "logs")
    demo.deny("s3:*")
    s3 = client("s3")
    with pytest.raises(ClientError) as refused:
        s3.head_bucket(Bucket="logs")
    assert code(refused) == ("403", 403)
    with pytest.raises(ClientError, match="s3:GetEncryptionConfiguration") as refused:
        s3.get_bucket_encryption(Bucket="logs")
    assert code(refused) == ("AccessDenied", 403)


@pytest.mark.parametrize(
    ("expired", "expected"), [(True, ("ExpiredToken", 400)), (False, ("InvalidAccessKeyId", 403))]
)
def test_s3_has_its_own_words_for_credentials(expired, expected, client, demo, region):
    bucket(region, "logs")
    demo.expire_credentials(expired=expired)
    who = client("s3") if expired else client("s3", "AKIANOBODY")
    with pytest.raises(ClientError) as refused:
        who.get_bucket_policy(Bucket="logs")
    assert code(refused) == expected


def test_s3_has_its_own_word_for_too_many_requests(client, demo, region):
    bucket(region, "logs")
    demo.throttle("s3:*", 1)
    with pytest.raises(ClientError) as refused:
        client("s3").get_bucket_policy(Bucket="logs")
    assert code(refused) == ("SlowDown", 503)


# Log groups.


def test_log_groups_come_in_pages_in_the_order_of_their_names(clients, region):
    for number in range(60):
        log_group(region, f"/sessions/{number:02}")
    log_group(region, "/sessions")
    log_group(region, "/other")
    logs = clients("logs")
    first = logs.describe_log_groups(logGroupNamePrefix="/sessions")
    assert first["logGroups"][0]["logGroupName"] == "/sessions"
    assert len(first["logGroups"]) == 50
    pages = logs.get_paginator("describe_log_groups").paginate(logGroupNamePrefix="/sessions")
    assert sum(len(page["logGroups"]) for page in pages) == 61


def test_a_log_group_is_made_encrypted_and_deleted(client, region):
    logs = client("logs")
    arn = key(region)
    logs.create_log_group(logGroupName="/new")
    with pytest.raises(ClientError) as refused:
        logs.create_log_group(logGroupName="/new")
    assert code(refused) == ("ResourceAlreadyExistsException", 400)
    logs.associate_kms_key(logGroupName="/new", kmsKeyId=arn)
    (group,) = logs.describe_log_groups()["logGroups"]
    assert group["kmsKeyId"] == arn
    logs.delete_log_group(logGroupName="/new")
    with pytest.raises(ClientError) as refused:
        logs.delete_log_group(logGroupName="/new")
    assert code(refused) == ("ResourceNotFoundException", 400)
