"""What the role of a node has to be allowed where the session preferences ask for it.

https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html
"""

from __future__ import annotations

from dataclasses import dataclass

from ssmwizard.model.facts import Known
from ssmwizard.model.partitions import Partition
from ssmwizard.model.requirements import Requirements
from ssmwizard.model.session import Preferences, SessionFacts

DESCRIBE_GROUPS = "logs:DescribeLogGroups"
OBJECTS = "s3:PutObject"
PUT_EVENTS = "logs:PutLogEvents"


@dataclass(frozen=True, slots=True)
class Wanted:
    """An action, and the resources of which one has to be allowed: policies spell some in two ways."""

    action: str
    resources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SessionRights:
    """What the preferences ask of a node's role; nothing for what they do not ask."""

    key: tuple[Wanted, ...] = ()
    bucket: tuple[Wanted, ...] = ()
    log_group: tuple[Wanted, ...] = ()

    @property
    def every(self) -> tuple[Wanted, ...]:
        """Return all of it."""
        return (*self.key, *self.bucket, *self.log_group)


def session_rights(
    session: SessionFacts,
    requirements: Requirements,
    partition: Partition | None,
    region: str,
    account: str,
) -> SessionRights:
    """Return what the preferences ask; a key that is named by an alias has to be known by its ARN."""
    fact = session.preferences
    preferences = fact.value if isinstance(fact, Known) else None
    if preferences is None or partition is None:
        return SessionRights()
    key = _key_arn(session, preferences, partition, region, account)
    bucket = preferences.s3_bucket
    group = preferences.log_group
    return SessionRights(
        key=tuple(Wanted(a, (key,)) for a in requirements.texts("role.kms-actions") if key),
        bucket=(
            *(
                Wanted(a, (_bucket_arn(a, preferences, partition),))
                for a in requirements.texts("role.s3-actions")
                if bucket
            ),
            *(
                Wanted(a, (own,))
                for a in requirements.texts("role.bucket-key-actions")
                if (own := _bucket_key(session))
            ),
        ),
        log_group=tuple(
            Wanted(a, _log_arns(a, partition.arn("logs", region, account, "log-group"), group))
            for a in requirements.texts("role.logs-actions")
            if group
        ),
    )


def _key_arn(
    session: SessionFacts, preferences: Preferences, partition: Partition, region: str, account: str
) -> str:
    if isinstance(session.key, Known) and session.key.value is not None:
        return session.key.value.arn
    named = preferences.kms_key
    if named.startswith("arn:"):
        return named if ":key/" in named else ""
    if not named or named.startswith("alias/"):
        return ""
    return partition.arn("kms", region, account, f"key/{named}")


def _bucket_key(session: SessionFacts) -> str:
    """Return the ARN of the key that the bucket encrypts with, empty where it names none by its ARN."""
    fact = session.bucket_encryption
    encryption = fact.value if isinstance(fact, Known) else None
    return encryption.key if encryption is not None and ":key/" in encryption.key else ""


def _bucket_arn(action: str, preferences: Preferences, partition: Partition) -> str:
    path = preferences.s3_bucket
    if action == OBJECTS:
        prefix = preferences.s3_prefix.strip("/")
        path = "/".join(part for part in (path, prefix, "*") if part)
    return partition.arn("s3", "", "", path)


def _log_arns(action: str, groups: str, group: str) -> tuple[str, ...]:
    """Return the ARNs of a log group: listing groups names none, and some policies omit the stream."""
    if action == DESCRIBE_GROUPS:
        return (f"{groups}:*",)
    stream = f"{groups}:{group}:log-stream:*"
    return (stream,) if action == PUT_EVENTS else (stream, f"{groups}:{group}")
