"""Facts about session preferences and what they name, of an account in which all of it is well."""

from __future__ import annotations

from typing import Any

from ssmwizard.model.session import (
    PREFERENCES,
    Bucket,
    Encryption,
    Key,
    LogGroup,
    Preferences,
    SessionFacts,
)
from support.facts import ACCOUNT, fact, known

KEY_ID = "11111111-2222-3333-4444-555555555555"
KEY_ARN = f"arn:aws:kms:eu-west-3:{ACCOUNT}:key/{KEY_ID}"
BUCKET, GROUP = "session-logs", "/sessions"
BY_ACCOUNT = {
    "Version": "2012-10-17",
    "Statement": {
        "Effect": "Allow",
        "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"},
        "Action": "kms:*",
        "Resource": "*",
    },
}


def preferences(**parts: Any) -> Preferences:
    """Session preferences, empty unless told otherwise."""
    return Preferences(PREFERENCES, "1", **parts)


def key(**parts: Any) -> Key:
    """A KMS key that can encrypt sessions."""
    usual = {
        "arn": KEY_ARN,
        "id": KEY_ID,
        "account": ACCOUNT,
        "state": "Enabled",
        "spec": "SYMMETRIC_DEFAULT",
        "usage": "ENCRYPT_DECRYPT",
        "manager": "CUSTOMER",
    }
    return Key(**{**usual, **parts})


def session(preferred: Any = None, **facts: Any) -> SessionFacts:
    """What the preferences say and name; what is no fact yet becomes one."""
    calls = {
        "preferences": "ssm:GetDocument",
        "key": "kms:DescribeKey",
        "key_policy": "kms:GetKeyPolicy",
        "bucket": "s3:HeadBucket",
        "bucket_encryption": "s3:GetBucketEncryption",
        "bucket_policy": "s3:GetBucketPolicy",
        "log_group": "logs:DescribeLogGroups",
    }
    usual: dict[str, Any] = {
        "preferences": preferred,
        "key": key(),
        "key_policy": BY_ACCOUNT,
        "bucket": Bucket(BUCKET, "eu-west-3"),
        "bucket_encryption": Encryption("AES256", ""),
        "bucket_policy": None,
        "log_group": LogGroup(GROUP, "arn:aws:logs:eu-west-3:1:log-group:/sessions:*", KEY_ARN),
    }
    told = {**usual, **facts}
    return SessionFacts(
        **{
            name: value if fact(value) is value else known(value, calls[name])
            for name, value in told.items()
        }
    )
