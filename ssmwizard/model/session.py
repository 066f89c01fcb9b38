"""Facts about the session preferences of the account and Region, and what they name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ssmwizard.model.facts import NOT_COLLECTED, Fact
from ssmwizard.model.requirements import Requirements
from ssmwizard.model.text import Text

# Nothing else can be the name of a bucket or a log group; it is not worth asking for.
# https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
# https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html
BUCKET_NAME = re.compile(r"[a-zA-Z0-9.\-_]{1,255}")
LOG_GROUP_NAME = re.compile(r"[a-zA-Z0-9.\-_/#]{1,512}")
# The document of the account and Region that a session follows when it names no other.
PREFERENCES = "SSM-SessionManagerRunShell"
# How such a document says what it is, and what stands in its inputs.
# https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html
SCHEMA = "1.0"
TYPE = "Standard_Stream"
FLAGS: Mapping[str, str] = {
    "s3_encryption": "s3EncryptionEnabled",
    "log_encryption": "cloudWatchEncryptionEnabled",
    "log_streaming": "cloudWatchStreamingEnabled",
    "run_as": "runAsEnabled",
}
TEXTS: Mapping[str, str] = {
    "kms_key": "kmsKeyId",
    "s3_bucket": "s3BucketName",
    "s3_prefix": "s3KeyPrefix",
    "log_group": "cloudWatchLogGroupName",
    "run_as_user": "runAsDefaultUser",
    "idle_minutes": "idleSessionTimeout",
    "duration_minutes": "maxSessionDuration",
}
# The shortest and the longest that the service takes.
TIMES: Mapping[str, tuple[str, str]] = {
    "idleSessionTimeout": (
        "session.idle-timeout-minimum-minutes",
        "session.idle-timeout-maximum-minutes",
    ),
    "maxSessionDuration": (
        "session.duration-minimum-minutes",
        "session.duration-maximum-minutes",
    ),
}


@dataclass(frozen=True, slots=True)
class Preferences:
    """The session document that sessions of the account and Region follow.

    ``problem`` says why the document cannot be read as one, and is None otherwise; the members below
    are then as far as they could be read. Keys, buckets and groups that are not set are empty texts;
    the two times are the texts that stand there (minutes), empty where there is none. ``content`` is
    the text of the document.
    https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html
    """

    document: str
    version: str
    problem: Text | None = None
    kms_key: str = ""
    s3_bucket: str = ""
    s3_prefix: str = ""
    s3_encryption: bool = False
    log_group: str = ""
    log_encryption: bool = False
    log_streaming: bool = False
    run_as: bool = False
    run_as_user: str = ""
    idle_minutes: str = ""
    duration_minutes: str = ""
    linux_profile: str = ""
    windows_profile: str = ""
    content: str = field(default="", repr=False, compare=False)


def minutes(value: str) -> int | None:
    """Return a number of minutes, None for what is none."""
    digits = value.strip()
    return int(digits) if digits.isdecimal() else None


def wrong_times(found: Preferences, requirements: Requirements) -> tuple[str, ...]:
    """Return which of the two times the service does not take."""
    told = {"idleSessionTimeout": found.idle_minutes, "maxSessionDuration": found.duration_minutes}
    return tuple(
        member
        for member, value in told.items()
        if value.strip()
        and (
            (number := minutes(value)) is None
            or not requirements.number(TIMES[member][0])
            <= number
            <= requirements.number(TIMES[member][1])
        )
    )


@dataclass(frozen=True, slots=True)
class Key:
    """A KMS key as ``kms:DescribeKey`` shows it (``state`` is ``Enabled``, ``PendingDeletion`` …).

    ``account`` is the account it belongs to, which need not be the one that is looked at.
    """

    arn: str
    id: str
    account: str
    state: str
    spec: str
    usage: str
    manager: str


@dataclass(frozen=True, slots=True)
class Bucket:
    """The bucket of session logs. ``region`` is empty where the service did not say it."""

    name: str
    region: str


@dataclass(frozen=True, slots=True)
class Encryption:
    """What a bucket encrypts new objects with by itself; ``key`` is empty where it names none."""

    algorithm: str
    key: str


@dataclass(frozen=True, slots=True)
class LogGroup:
    """The log group of session logs; ``kms_key`` is empty where none encrypts it."""

    name: str
    arn: str
    kms_key: str


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """The preferences and what they name.

    ``preferences`` is ``Known(None)`` where the account never set any, and sessions follow the
    service's own. What they do not name is not collected. ``Known(None)``: it does not exist.
    Policies are decoded; ``Known(None)`` where there is none. The policy of a key of another account
    is not collected: that account alone may read it. ``latest_version`` is that of the document,
    asked for where something in it is plainly broken.
    """

    preferences: Fact[Preferences | None] = NOT_COLLECTED
    key: Fact[Key | None] = NOT_COLLECTED
    key_policy: Fact[Mapping[str, object] | None] = NOT_COLLECTED
    bucket: Fact[Bucket | None] = NOT_COLLECTED
    bucket_encryption: Fact[Encryption | None] = NOT_COLLECTED
    bucket_policy: Fact[Mapping[str, object] | None] = NOT_COLLECTED
    log_group: Fact[LogGroup | None] = NOT_COLLECTED
    latest_version: Fact[str] = NOT_COLLECTED
