"""Facts about the IAM roles that nodes use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ssmwizard.model.facts import NOT_COLLECTED, Fact

# The role that a fix makes for instances that have none, and its instance profile.
OWN_ROLE = "ssmwizard-managed-node"
OWN_PROFILE = f"instance-profile/{OWN_ROLE}"
# The policy that a fix writes into a role for what session preferences ask.
SESSION_POLICY = "ssmwizard-session-resources"
ANY_RESOURCE = "*"
# The action by which a node reports. It alone can be allowed for single nodes.
REPORT = "ssm:UpdateInstanceInformation"
# Which part of an ARN, split at its colons, is the account.
ACCOUNT_PART = 4


def name_of(role: str) -> str:
    """Return a role's name where it is written with its path (``service-role/Name``), as settings do."""
    return role.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class InstanceProfile:
    """An instance profile and the name of the role in it (None: it is empty)."""

    arn: str
    name: str
    role: str | None


@dataclass(frozen=True, slots=True)
class Role:
    """An IAM role; ``trust`` is its decoded trust policy."""

    name: str
    arn: str
    path: str
    trust: Mapping[str, object]
    boundary: str | None

    @property
    def path_and_name(self) -> str:
        """Return the role as Systems Manager takes it for a machine outside EC2, without the account.

        https://github.com/aws/aws-cli/issues/4232
        """
        return f"{self.path}{self.name}".strip("/")

    @property
    def account(self) -> str:
        """Return the account that the role belongs to."""
        return "".join(self.arn.split(":")[ACCOUNT_PART : ACCOUNT_PART + 1])


@dataclass(frozen=True, slots=True)
class Decision:
    """What the policy simulator says about one action on one resource.

    ``decision`` is ``allowed``, ``explicitDeny`` or ``implicitDeny``; the two flags are None where
    the simulator did not show the detail. ``missing_context`` names condition keys it had no value
    for. ``resource`` is ``*`` where none was named. ``policies`` are those that decided.
    """

    action: str
    decision: str
    allowed_by_boundary: bool | None = None
    allowed_by_organization: bool | None = None
    missing_context: tuple[str, ...] = ()
    resource: str = ANY_RESOURCE
    policies: tuple[str, ...] = ()

    @property
    def allowed(self) -> bool:
        """Return whether the simulator allows the action."""
        return self.decision == "allowed"


@dataclass(frozen=True, slots=True)
class InlinePolicy:
    """A policy that is part of a role; ``document`` is decoded where it could be."""

    name: str
    document: object


@dataclass(frozen=True, slots=True)
class RoleFacts:
    """All that was collected about one role, once for all nodes that use it.

    ``decisions`` maps an action to what the simulator says of it on any resource, ``on_resources``
    an action and a resource to what it says where more had to be asked. ``policies`` holds the ARNs of
    the attached managed policies; ``profiles`` the ARNs of all instance profiles that hold the role.
    ``inline`` is read only where the simulator may not be asked. ``session_policy`` is the policy
    of this role that a fix writes, read only where the role lacks what session preferences ask.
    """

    name: str
    role: Fact[Role | None]
    policies: Fact[tuple[str, ...]] = NOT_COLLECTED
    decisions: Fact[Mapping[str, Decision]] = NOT_COLLECTED
    profiles: Fact[tuple[str, ...]] = NOT_COLLECTED
    on_resources: Mapping[tuple[str, str], Fact[Decision]] = field(default_factory=dict)
    inline: Fact[tuple[InlinePolicy, ...]] = NOT_COLLECTED
    session_policy: Fact[object | None] = NOT_COLLECTED


def keys_of(role_arn: str, region: str) -> Mapping[str, tuple[str, ...]]:
    """Return the condition keys that are known of every call that an agent makes with a role.

    It calls by itself, over TLS, in its own Region. A role has no user name (``()``).
    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
    """
    account = role_arn.split(":")[ACCOUNT_PART : ACCOUNT_PART + 1]
    return {
        "aws:PrincipalAccount": tuple(account),
        "aws:PrincipalArn": (role_arn,),
        "aws:PrincipalIsAWSService": ("false",),
        "aws:RequestedRegion": (region,),
        "aws:SecureTransport": ("true",),
        "aws:ViaAWSService": ("false",),
        "aws:username": (),
    }
