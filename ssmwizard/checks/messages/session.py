"""What messages about the session preferences mean."""

from __future__ import annotations

from collections.abc import Mapping

from ssmwizard.checks.messages.meaning import Meaning, meaning
from ssmwizard.model.text import N_

MEANINGS: Mapping[str, Meaning] = {
    "bucket-not-encrypted": meaning(
        N_(
            "The session preferences demand an encrypted log bucket, and the bucket has no encryption set up."
        ),
        N_("Encrypt the bucket, or turn off the demand in the session preferences."),
    ),
    "bucket-not-readable": meaning(
        N_(
            "The node could not see whether the log bucket is encrypted: its role lacks s3:GetEncryptionConfiguration, the bucket does not exist, or the node has no way to S3."
        ),
        N_(
            "Allow the role s3:GetEncryptionConfiguration and s3:PutObject on the bucket. In a VPC without internet, a (free) gateway endpoint for S3 is needed."
        ),
    ),
    "log-group-not-encrypted": meaning(
        N_(
            "The session preferences demand an encrypted log group, and the log group has no KMS key. It is also said of a log group that does not exist."
        ),
        N_("Give the log group a KMS key, or turn off the demand in the session preferences."),
    ),
    "log-group-not-readable": meaning(
        N_(
            "The node could not see whether the log group is encrypted: its role lacks logs:DescribeLogGroups, or the node has no way to CloudWatch Logs."
        ),
        N_(
            "Allow the role the rights for the log group. In a VPC without internet, an endpoint for logs is needed."
        ),
    ),
    "log-not-written": meaning(
        N_(
            "The session ran, but its log could not be written: the node's role may not write to the bucket or the log group, or has no way there."
        ),
        N_("Allow the role the rights for the bucket and the log group."),
    ),
    "powershell-transcription": meaning(
        N_(
            "A group policy for PowerShell Transcription on the node keeps sessions from being streamed to CloudWatch Logs."
        ),
        N_(
            "Set PowerShell Transcription to Not Configured on the node, or turn streaming off in the session preferences."
        ),
    ),
    "powershell-too-old": meaning(
        N_("The PowerShell of the node is too old for sessions to be streamed to CloudWatch Logs."),
        N_("Install a newer PowerShell, or turn streaming off in the session preferences."),
    ),
    "shell-profile-failed": meaning(
        N_("The shell profile of the session preferences could not be run on the node."),
        N_("Try its commands by hand on the node, and take out what ends the shell."),
    ),
}
