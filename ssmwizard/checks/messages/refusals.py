"""Which policy refuses, and who can do something about it.

https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
"""

from __future__ import annotations

from collections.abc import Mapping

from ssmwizard.checks.denial import Denial, Policy
from ssmwizard.model.text import N_, Text, text

NOT_ALLOWED: Mapping[Policy, Text] = {
    Policy.IDENTITY: text(
        N_(
            "No policy attached to the one who is refused allows it. Whoever administers IAM can add it there."
        )
    ),
    Policy.RESOURCE: text(
        N_(
            "The policy of the resource itself does not allow it (a key policy or a bucket policy, for example). Whoever owns the resource can add it there."
        )
    ),
    Policy.BOUNDARY: text(
        N_(
            "The permissions boundary does not allow it, so no other policy can. Whoever set the boundary can add it there."
        )
    ),
    Policy.SERVICE_CONTROL: text(
        N_(
            "No service control policy of the organization allows it. Nobody in the account can change that: ask who administers the organization."
        )
    ),
    Policy.RESOURCE_CONTROL: text(
        N_(
            "No resource control policy of the organization allows it. Nobody in the account can change that: ask who administers the organization."
        )
    ),
    Policy.SESSION: text(
        N_(
            "The session policy does not allow it: it was given when the role was taken, and narrows what the role may do. Take the role without it, or with another."
        )
    ),
    Policy.ENDPOINT: text(
        N_(
            "The request went through a VPC endpoint whose policy does not allow it. Whoever administers the network can add it there."
        )
    ),
    Policy.TRUST: text(
        N_(
            "The trust policy of the role does not let this caller take the role. Whoever administers the role can add the caller there."
        )
    ),
    Policy.NOT_TOLD: text(
        N_(
            "The message does not say which policy refuses. It may be one's own policies, a boundary, the organization, the resource or a VPC endpoint."
        )
    ),
}
DENIED: Mapping[Policy, Text] = {
    Policy.IDENTITY: text(
        N_(
            "A policy attached to the one who is refused denies it explicitly. An Allow elsewhere does not help: the Deny has to go, or its condition has to be met (MFA, or an address, for example)."
        )
    ),
    Policy.RESOURCE: text(
        N_(
            "The policy of the resource itself denies it explicitly (a key policy or a bucket policy, for example). Whoever owns the resource has to change that."
        )
    ),
    Policy.BOUNDARY: text(
        N_(
            "The permissions boundary denies it explicitly. Whoever set the boundary has to change that."
        )
    ),
    Policy.SERVICE_CONTROL: text(
        N_(
            "A service control policy of the organization denies it. Nobody in the account can change that: ask who administers the organization."
        )
    ),
    Policy.RESOURCE_CONTROL: text(
        N_(
            "A resource control policy of the organization denies it. Nobody in the account can change that: ask who administers the organization."
        )
    ),
    Policy.SESSION: text(
        N_(
            "The session policy denies it explicitly: it was given when the role was taken. Take the role without it, or with another."
        )
    ),
    Policy.ENDPOINT: text(
        N_(
            "The request went through a VPC endpoint whose policy denies it explicitly. Whoever administers the network has to change that."
        )
    ),
    Policy.TRUST: text(
        N_(
            "The trust policy of the role denies this caller explicitly. Whoever administers the role has to change that."
        )
    ),
    Policy.NOT_TOLD: text(
        N_(
            "Some policy denies it explicitly; the message does not say which. An Allow elsewhere does not help."
        )
    ),
}
# The check that decides where the policy itself says which one that is.
CHECKS: Mapping[Policy, str] = {Policy.ENDPOINT: "network.endpoint-policy"}


def refusal(denial: Denial) -> Text:
    """Say which policy refuses, and who can change it."""
    return (DENIED if denial.explicit else NOT_ALLOWED)[denial.policy]
