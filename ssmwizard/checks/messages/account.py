"""What messages about the account and its settings mean."""

from __future__ import annotations

from collections.abc import Mapping

from ssmwizard.checks.messages.meaning import Meaning, meaning
from ssmwizard.model.text import N_

MEANINGS: Mapping[str, Meaning] = {
    "advanced-tier-asked-for": meaning(
        N_(
            "The service refuses a session on a machine outside EC2 because the account is in the standard tier in this Region. AWS's pages say that no tier is needed since 30 June 2026. A wrong Region gives the same answer."
        ),
        N_(
            "Check that the node is in this Region. If it is, enable the advanced tier; the plan says what that costs."
        ),
    ),
    "bad-request": meaning(
        N_(
            "The service refuses the session without a reason. Users met this with machines outside EC2 whose account was in the standard tier; that this is the cause is inferred, not documented."
        ),
        N_(
            "For a node whose id begins with mi-, check the instance tier. Otherwise check the target and the Region."
        ),
    ),
    "host-management-not-configured": meaning(
        N_(
            "The node has no role of its own that lets it report, and Default Host Management is off for this account and Region, so nothing stands in."
        ),
        N_(
            "Give the instance a role with the rights that Session Manager needs, or turn Default Host Management on."
        ),
    ),
    "key-unusable": meaning(
        N_("A KMS key is disabled or waits to be deleted, so nothing can be encrypted with it."),
        N_(
            "Enable the key again (or cancel its deletion), or choose another key in the session preferences."
        ),
    ),
    "log-group-missing": meaning(
        N_(
            "The log group that sessions are to be written to does not exist in this account and Region."
        ),
        N_("Create it, or choose another in the session preferences."),
    ),
    "bucket-missing": meaning(
        N_("The S3 bucket that sessions are to be written to does not exist."),
        N_("Create it, or choose another in the session preferences."),
    ),
}
