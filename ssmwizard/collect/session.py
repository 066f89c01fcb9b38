"""The session preferences of the account and Region, and what they name.

https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from ssmwizard.collect.asking import ask, known
from ssmwizard.collect.preferences import read
from ssmwizard.model.facts import NOT_COLLECTED, Fact, Known, Unknown, Why
from ssmwizard.model.requirements import Requirements
from ssmwizard.model.session import (
    BUCKET_NAME,
    LOG_GROUP_NAME,
    PREFERENCES,
    Bucket,
    Encryption,
    Key,
    LogGroup,
    Preferences,
    SessionFacts,
    wrong_times,
)
from ssmwizard.outside.calls import Aws, CallFailed

NO_BUCKET = ("404", "NoSuchBucket")
NO_ENCRYPTION = "ServerSideEncryptionConfigurationNotFoundError"

# What each question tells.
TOLD = {
    "key": ("key", "key_policy"),
    "bucket": ("bucket", "bucket_encryption", "bucket_policy"),
    "log_group": ("log_group",),
    "latest": ("latest_version",),
}

Facts = dict[str, Fact[Any]]


def preferences(aws: Aws) -> Fact[Preferences | None]:
    """Return the session preferences; ``Known(None)`` where none were ever set."""

    def question() -> Preferences:
        told = aws.call("ssm", "GetDocument", Name=PREFERENCES, DocumentFormat="JSON")
        return read(PREFERENCES, told.get("DocumentVersion", ""), told.get("Content"))

    return ask(aws, "ssm:GetDocument", question, "InvalidDocument")


def questions(
    aws: Aws, found: Fact[Preferences | None], account: str
) -> dict[str, Callable[[], Facts]]:
    """Return the questions about what the preferences name, and about nothing else."""
    named = found.value if isinstance(found, Known) else None
    if named is None or named.problem is not None:
        return {}
    asked: dict[str, Callable[[], Facts]] = {}
    if named.kms_key:
        asked["key"] = partial(_key, aws, named.kms_key, account)
    if BUCKET_NAME.fullmatch(named.s3_bucket):
        asked["bucket"] = partial(_bucket, aws, named.s3_bucket)
    if LOG_GROUP_NAME.fullmatch(named.log_group):
        asked["log_group"] = partial(_log_group, aws, named.log_group)
    return asked


def version_questions(
    aws: Aws, found: Fact[Preferences | None], requirements: Requirements
) -> dict[str, Callable[[], Facts]]:
    """Return the question about the latest version, where the document is plainly broken."""
    named = found.value if isinstance(found, Known) else None
    if named is None or (named.problem is None and not wrong_times(named, requirements)):
        return {}

    def question() -> str:
        told = aws.call("ssm", "GetDocument", Name=named.document, DocumentVersion="$LATEST")
        return str(told.get("DocumentVersion", ""))

    return {"latest": lambda: {"latest_version": known(aws, "ssm:GetDocument", question)}}


def facts(found: Fact[Preferences | None], answers: Mapping[str, Facts | Unknown]) -> SessionFacts:
    """Put the answers together; a question that was not answered leaves all its facts unknown."""
    told: Facts = {}
    for name, answer in answers.items():
        told |= dict.fromkeys(TOLD[name], answer) if isinstance(answer, Unknown) else answer
    return SessionFacts(preferences=found, **told)


def _key(aws: Aws, key_id: str, account: str) -> Facts:
    """Ask for a key by its id, ARN or alias, and for its policy where that may be read."""

    def question() -> Key:
        told = aws.call("kms", "DescribeKey", KeyId=key_id).get("KeyMetadata", {})
        return Key(
            arn=told.get("Arn", ""),
            id=told.get("KeyId", ""),
            account=told.get("AWSAccountId", ""),
            state=told.get("KeyState", ""),
            spec=told.get("KeySpec") or told.get("CustomerMasterKeySpec", ""),
            usage=told.get("KeyUsage", ""),
            manager=told.get("KeyManager", ""),
        )

    key = ask(aws, "kms:DescribeKey", question, "NotFoundException", "InvalidArnException")
    # Whose key it is decides whether its policy may be read.
    policy: Fact[Any] = key if isinstance(key, Unknown) else NOT_COLLECTED
    if isinstance(key, Known) and key.value is not None and key.value.account == account:
        named = {"KeyId": key.value.id, "PolicyName": "default"}
        policy = known(
            aws, "kms:GetKeyPolicy", lambda: _policy(aws, "kms", "GetKeyPolicy", **named)
        )
    return {"key": key, "key_policy": policy}


def _bucket(aws: Aws, name: str) -> Facts:
    """Ask for a bucket; what its encryption shows counts too where the bucket itself may not be seen."""

    def question() -> Bucket:
        told = aws.call("s3", "HeadBucket", Bucket=name)
        return Bucket(name, told.get("BucketRegion", ""))

    bucket: Fact[Bucket | None] = ask(aws, "s3:HeadBucket", question, *NO_BUCKET)
    if isinstance(bucket, Known) and bucket.value is None:
        return {"bucket": bucket}
    encryption = ask(aws, "s3:GetBucketEncryption", lambda: _encryption(aws, name), NO_ENCRYPTION)
    if isinstance(bucket, Unknown) and isinstance(encryption, Known):
        bucket = Known(Bucket(name, ""), encryption.source)
    elif isinstance(encryption, Unknown) and encryption.code in NO_BUCKET and encryption.source:
        return {"bucket": Known(None, encryption.source)}
    policy = ask(
        aws,
        "s3:GetBucketPolicy",
        lambda: _policy(aws, "s3", "GetBucketPolicy", Bucket=name),
        "NoSuchBucketPolicy",
    )
    return {"bucket": bucket, "bucket_encryption": encryption, "bucket_policy": policy}


def _encryption(aws: Aws, name: str) -> Encryption | None:
    told = aws.call("s3", "GetBucketEncryption", Bucket=name)
    for rule in told.get("ServerSideEncryptionConfiguration", {}).get("Rules", ()):
        default = rule.get("ApplyServerSideEncryptionByDefault")
        if default:
            return Encryption(default.get("SSEAlgorithm", ""), default.get("KMSMasterKeyID", ""))
    return None


def _log_group(aws: Aws, name: str) -> Facts:
    return {
        "log_group": known(aws, "logs:DescribeLogGroups", lambda: _group_named(aws, name)),
    }


def _group_named(aws: Aws, name: str) -> LogGroup | None:
    """Return the group of exactly this name; many may begin with it."""
    token: dict[str, str] = {}
    seen: set[str] = set()
    while True:
        answer = aws.call("logs", "DescribeLogGroups", logGroupNamePrefix=name, **token)
        for told in answer.get("logGroups", ()):
            if told.get("logGroupName") == name:
                return LogGroup(name, told.get("arn", ""), told.get("kmsKeyId", ""))
        following = answer.get("nextToken")
        if not following:
            return None
        if following in seen:
            message = "The service gave the same page again."
            raise CallFailed(
                "logs:DescribeLogGroups", Why.FAILED, "RepeatedToken", message, at=aws.when()
            )
        seen.add(following)
        token = {"nextToken": following}


def _policy(aws: Aws, service: str, operation: str, **parameters: Any) -> Mapping[str, object]:
    told = aws.call(service, operation, **parameters).get("Policy", "")
    try:
        policy = json.loads(told)
    except (ValueError, RecursionError):
        policy = None
    if not isinstance(policy, dict):
        message = "The policy is not a JSON object."
        raise CallFailed(f"{service}:{operation}", Why.FAILED, "NotAPolicy", message, at=aws.when())
    return policy
