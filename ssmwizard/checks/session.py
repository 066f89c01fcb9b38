"""The rules about what the session preferences name: the key, the bucket, the log group.

Each looks at the thing itself first, and where that is well, at what every node needs to use it.
"""

from __future__ import annotations

from ssmwizard.checks.rule import Check
from ssmwizard.checks.session_bucket import bucket_for_node, bucket_itself
from ssmwizard.checks.session_key import key_for_node, key_itself
from ssmwizard.checks.session_log_group import log_group_for_node, log_group_itself
from ssmwizard.model.findings import Scope, Severity
from ssmwizard.model.text import N_, text

_NEEDS = ("identity.credentials", "identity.region", "role.attached")
# What the role in use and the way to a service are judged by.
_NODE = (
    "agent.default-host-management",
    "agent.ipv6",
    "hosts.port",
    "hosts.required",
    "hosts.session-key",
    "hosts.session-bucket",
    "hosts.session-log-group",
    "role.node-actions",
)
_ROLE = ("iam:GetRole", "iam:SimulatePrincipalPolicy")

CHECKS: tuple[Check, ...] = (
    Check(
        id="session.kms-key",
        title=text(N_("The session key can be used")),
        why=text(
            N_(
                "Where the preferences name a KMS key, every session of a shell is encrypted with it or does not open."
            )
        ),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        needs=_NEEDS,
        rights=("ssm:GetDocument", "kms:DescribeKey", "kms:GetKeyPolicy", *_ROLE),
        requirements=(
            "session.key-spec",
            "session.key-usage",
            "session.key-specs-unusable",
            "session.key-usages-unusable",
            "session.key-state",
            "session.key-states-unusable",
            "agent.kms",
            *_NODE,
        ),
        docs=("session-preferences-enable-encryption", "session-manager-troubleshooting"),
        run=key_itself,
        run_node=key_for_node,
    ),
    Check(
        id="session.s3-bucket",
        title=text(N_("Sessions can be logged to the bucket")),
        why=text(
            N_(
                "A bucket that cannot be written to loses the logs; one that has to be encrypted and is not ends the session."
            )
        ),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        needs=_NEEDS,
        rights=(
            "ssm:GetDocument",
            "s3:ListBucket",
            "s3:GetEncryptionConfiguration",
            "s3:GetBucketPolicy",
            *_ROLE,
        ),
        requirements=(
            "session.bucket-encryption",
            *_NODE,
        ),
        docs=("session-manager-logging", "session-manager-troubleshooting"),
        run=bucket_itself,
        run_node=bucket_for_node,
    ),
    Check(
        id="session.log-group",
        title=text(N_("Sessions can be logged to the log group")),
        why=text(
            N_(
                "A log group that cannot be written to loses the logs; one that has to be encrypted and is not ends the session."
            )
        ),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        needs=_NEEDS,
        rights=("ssm:GetDocument", "logs:DescribeLogGroups", *_ROLE),
        requirements=("agent.cloudwatch-streaming", *_NODE),
        docs=("session-manager-logging", "session-manager-troubleshooting"),
        run=log_group_itself,
        run_node=log_group_for_node,
    ),
)
