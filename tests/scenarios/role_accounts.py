"""Accounts whose roles are well in every shape, or broken in one place."""

from __future__ import annotations

from typing import Any

from support.scenario import BLOCKED, READY, Scenario
from support.town import PROFILE, ROLE, Town, allow, replace

from ssmwizard.demo.node import DEFAULT_ROLE_SETTING

GREEN = ("role.attached", "role.trust", "role.permissions")
BY_HOST_MANAGEMENT = (*GREEN, "account.default-host-management")
FIVE = (
    "ssm:UpdateInstanceInformation",
    "ssmmessages:CreateControlChannel",
    "ssmmessages:CreateDataChannel",
    "ssmmessages:OpenControlChannel",
    "ssmmessages:OpenDataChannel",
)
DEFAULT_ROLE = "AWSSystemsManagerDefaultEC2InstanceManagementRole"
DEFAULT_POLICY = "AmazonSSMManagedEC2InstanceDefaultPolicy"


def custom_policy(town: Town) -> None:
    """Exactly the five actions, in a policy of the account's own."""
    town.role(attached=(), inline={"sessions": allow(*FIVE)})
    town.node(town.private())


def wildcard_policy(town: Town) -> None:
    town.role(attached=(), inline={"sessions": allow("ssm:Update*", "SSMMESSAGES:*")})
    town.node(town.private())


def all_but_some(town: Town) -> None:
    """Everything except what is listed, which sessions do not need."""
    document = {
        "Version": "2012-10-17",
        "Statement": {"Effect": "Allow", "NotAction": ["iam:*", "s3:*"], "Resource": "*"},
    }
    town.role(attached=(), inline={"nearly-all": document})
    town.node(town.private())


def profile_of_another_name(town: Town) -> None:
    """The instance profile is not called as its role is."""
    town.iam.profile("quite-another-name", ROLE)
    town.node(replace(town.private(), profile="quite-another-name"))


def boundary_wide_enough(town: Town) -> None:
    limit = town.iam.policy("limit", allow("ssm:*", "ssmmessages:*", "s3:*"))
    town.role(boundary=limit)
    town.node(town.private())


def organization_allows(town: Town) -> None:
    town.world["iam"]["organization"] = allow("*")
    town.node(town.private())


def no_policy(town: Town) -> None:
    town.role(attached=())
    town.node(town.private())


def no_messages(town: Town) -> None:
    """It reports, and may open no channel."""
    town.role(attached=(), inline={"report": allow("ssm:*")})
    town.node(town.private())


def explicit_deny(town: Town) -> None:
    deny = allow("ssmmessages:*", effect="Deny")
    town.role(inline={"no-sessions": deny})
    town.node(town.private())


def boundary_denies(town: Town) -> None:
    limit = town.iam.policy("limit", allow("s3:*"))
    town.role(boundary=limit)
    town.node(town.private())


def organization_denies(town: Town) -> None:
    town.world["iam"]["organization"] = {
        "Version": "2012-10-17",
        "Statement": [
            {"Effect": "Allow", "Action": "*", "Resource": "*"},
            {"Effect": "Deny", "Action": "ssmmessages:*", "Resource": "*"},
        ],
    }
    town.node(town.private())


def no_profile(town: Town) -> None:
    town.node(replace(town.private(), profile=None))


def empty_profile(town: Town) -> None:
    town.iam.profile("empty", None)
    town.node(replace(town.private(), profile="empty"))


def profile_deleted(town: Town) -> None:
    town.node(town.private())
    del town.world["iam"]["profiles"][PROFILE]


def trusts_another_service(town: Town) -> None:
    town.iam.role(ROLE, service="ecs-tasks")
    town.node(town.private())


def _host_management(town: Town, **role: Any) -> None:
    town.iam.role(
        DEFAULT_ROLE,
        path="/service-role/",
        **{"service": "ssm", "attached": (DEFAULT_POLICY,), **role},
    )
    town.setting(DEFAULT_ROLE_SETTING, f"service-role/{DEFAULT_ROLE}")


def host_management(town: Town) -> None:
    """No instance profile is needed where Default Host Management stands in."""
    _host_management(town)
    town.node(replace(town.private(), profile=None))


def host_management_beside_a_profile(town: Town) -> None:
    """The profile may not report, so Default Host Management takes its place."""
    _host_management(town)
    town.role(attached=(), inline={"application": allow("s3:GetObject")})
    town.node(town.private())


def host_management_for_an_old_agent(town: Town) -> None:
    _host_management(town)
    town.node(replace(town.private(), profile=None), agent="3.1.1188.0")


def host_management_role_deleted(town: Town) -> None:
    _host_management(town)
    town.node(replace(town.private(), profile=None))
    del town.world["iam"]["roles"][DEFAULT_ROLE]


def host_management_role_lacks(town: Town) -> None:
    _host_management(town, attached=(), inline={"report": allow("ssm:*")})
    town.node(replace(town.private(), profile=None))


def host_management_role_trust(town: Town) -> None:
    """Neither the profile's role may report, nor is the one that stands in handed out."""
    _host_management(town, service="ec2")
    town.role(attached=(), inline={"application": allow("s3:GetObject")})
    town.node(town.private())


def hybrid(town: Town) -> None:
    town.machine()


def hybrid_without_permissions(town: Town) -> None:
    town.machine(
        role=town.hybrid_role(attached=(), inline={"inventory": allow("ssm:PutInventory")})
    )


def hybrid_reports_only(town: Town) -> None:
    only = allow("ssm:UpdateInstanceInformation")
    town.machine(role=town.hybrid_role(attached=(), inline={"report": only}))


def hybrid_role_deleted(town: Town) -> None:
    town.machine()
    del town.world["iam"]["roles"]["HybridServers"]


def hybrid_trusts_ec2(town: Town) -> None:
    town.machine(role=town.iam.role("HybridServers", path="/service-role/"))


def _no_simulation(town: Town) -> None:
    """Whoever looks may read policies, and may not ask the simulator about roles."""
    deny = allow("iam:SimulatePrincipalPolicy", effect="Deny", resource="arn:*:iam::*:role/*")
    town.world["iam"]["users"]["camille"]["Inline"]["own-rights-only"] = deny


def may_not_simulate(town: Town) -> None:
    _no_simulation(town)
    town.node(town.private())


def read_custom_policy(town: Town) -> None:
    _no_simulation(town)
    custom_policy(town)


def read_explicit_deny(town: Town) -> None:
    _no_simulation(town)
    explicit_deny(town)


def read_boundary(town: Town) -> None:
    _no_simulation(town)
    boundary_denies(town)


def only_in_this_region(town: Town) -> None:
    """The boundary allows everything in the Region that is looked at."""
    here = {"StringEquals": {"aws:RequestedRegion": town.world["main_region"]}}
    document = allow("*")
    document["Statement"][0]["Condition"] = here
    town.role(boundary=town.iam.policy("limit", document))
    town.node(town.private())


def one_instance(town: Town) -> None:
    """Reporting is allowed to instances by their ARN, as it can be."""
    document = allow("ssmmessages:*")
    instances = {"Effect": "Allow", "Action": FIVE[0], "Resource": "arn:aws:ec2:*:*:instance/*"}
    document["Statement"].append(instances)
    town.role(attached=(), inline={"sessions": document})
    town.node(town.private())


def deprecated_policy(town: Town) -> None:
    town.role(attached=("AmazonEC2RoleforSSM",))
    town.node(town.private())


def _trust_from(town: Town, account: str) -> None:
    """The machine's role is lent for one account and Region, as AWS documents it."""
    name = town.hybrid_role()
    role = town.iam.iam["roles"][name]
    arn = f"arn:aws:ssm:{town.world['main_region']}:{account}:*"
    role["AssumeRolePolicyDocument"]["Statement"][0]["Condition"] = {
        "StringEquals": {"aws:SourceAccount": account},
        "ArnEquals": {"aws:SourceArn": arn},
    }
    town.machine(role=name)


def hybrid_trust_from_here(town: Town) -> None:
    _trust_from(town, town.iam.account)


def hybrid_trust_from_elsewhere(town: Town) -> None:
    _trust_from(town, "999999999999")


ACCOUNTS = (
    Scenario("may-not-simulate", may_not_simulate, READY, green=GREEN),
    Scenario("policy-is-read", read_custom_policy, READY, green=GREEN),
    Scenario(
        "denial-is-read",
        read_explicit_deny,
        BLOCKED,
        ("role.permissions",),
        "iam:SimulatePrincipalPolicy",
    ),
    Scenario("boundary-is-read", read_boundary, BLOCKED, ("role.permissions",), "boundary"),
    Scenario("only-in-this-region", only_in_this_region, READY, green=GREEN),
    Scenario("one-instance", one_instance, READY, green=GREEN),
    Scenario("deprecated-policy", deprecated_policy, READY, warned=("role.permissions",)),
    Scenario("custom-policy", custom_policy, READY, green=GREEN),
    Scenario("wildcard-policy", wildcard_policy, READY, green=GREEN),
    Scenario("not-action", all_but_some, READY, green=GREEN),
    Scenario("profile-of-another-name", profile_of_another_name, READY, green=GREEN),
    Scenario("boundary-wide-enough", boundary_wide_enough, READY, green=GREEN),
    Scenario("organization-allows", organization_allows, READY, green=GREEN),
    Scenario(
        "host-management",
        host_management,
        READY,
        green=BY_HOST_MANAGEMENT,
    ),
    Scenario(
        "host-management-beside-a-profile",
        host_management_beside_a_profile,
        READY,
        green=BY_HOST_MANAGEMENT,
    ),
    Scenario("hybrid", hybrid, READY, green=GREEN, warned=("account.instance-tier",)),
    Scenario(
        "no-policy",
        no_policy,
        BLOCKED,
        ("role.permissions",),
        ROLE,
        green=("role.attached", "role.trust", "network.route"),
    ),
    Scenario(
        "no-messages",
        no_messages,
        BLOCKED,
        ("role.permissions",),
        "ssmmessages:OpenControlChannel",
        green=("node.registered", "node.online", "network.route"),
    ),
    Scenario("explicit-deny", explicit_deny, BLOCKED, ("role.permissions",), "explicitly"),
    Scenario("boundary", boundary_denies, BLOCKED, ("role.permissions",), "boundary"),
    Scenario("organization", organization_denies, BLOCKED, ("role.permissions",), "organization"),
    Scenario("no-profile", no_profile, BLOCKED, ("role.attached",), "no instance profile"),
    Scenario("empty-profile", empty_profile, BLOCKED, ("role.attached",), "empty"),
    Scenario("profile-deleted", profile_deleted, BLOCKED, ("role.attached",), "deleted"),
    Scenario("trust", trusts_another_service, BLOCKED, ("role.trust",), ROLE),
    Scenario(
        "host-management-old-agent",
        host_management_for_an_old_agent,
        BLOCKED,
        ("node.registered",),
        "agent",
        green=("network.route",),
    ),
    Scenario(
        "host-management-role-deleted",
        host_management_role_deleted,
        BLOCKED,
        ("account.default-host-management",),
        "deleted",
    ),
    Scenario(
        "host-management-role-lacks",
        host_management_role_lacks,
        BLOCKED,
        ("account.default-host-management",),
        "ssmmessages",
    ),
    Scenario(
        "host-management-role-trust",
        host_management_role_trust,
        BLOCKED,
        ("account.default-host-management",),
        "ssm.amazonaws.com",
    ),
    Scenario(
        "hybrid-permissions",
        hybrid_without_permissions,
        BLOCKED,
        ("role.permissions",),
        "HybridServers",
    ),
    Scenario(
        "hybrid-reports-only",
        hybrid_reports_only,
        BLOCKED,
        ("role.permissions",),
        "ssmmessages",
        green=("node.registered", "node.online"),
    ),
    Scenario("hybrid-role-deleted", hybrid_role_deleted, BLOCKED, ("role.attached",), "deleted"),
    Scenario(
        "hybrid-trust-from-here",
        hybrid_trust_from_here,
        READY,
        green=GREEN,
        warned=("account.instance-tier",),
    ),
    Scenario(
        "hybrid-trust-from-elsewhere",
        hybrid_trust_from_elsewhere,
        BLOCKED,
        ("role.trust",),
        "aws:SourceAccount",
    ),
    Scenario("hybrid-trust", hybrid_trusts_ec2, BLOCKED, ("role.trust",), "ssm.amazonaws.com"),
)
