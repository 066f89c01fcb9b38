"""Accounts in which the nodes are well, and the caller may do more or less."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from support.scenario import BLOCKED, DEGRADED, READY, Scenario
from support.town import Town, allow

from ssmwizard.demo.profiles import ON_CALL_ROLE, OPERATOR_ROLE
from ssmwizard.demo.scenarios.entities import LOOK
from ssmwizard.demo.scenarios.machines import BROKE
from ssmwizard.demo.scenarios.session_resources import key, preferences, statement

START, OPEN = "ssm:StartSession", "ssmmessages:OpenDataChannel"
END = ("ssm:TerminateSession", "ssm:ResumeSession")
REQUEST = ("ssm:StartAccessRequest", "ssm:GetAccessToken")
NODES = ["arn:aws:ec2:*:*:instance/*", "arn:aws:ssm:*:*:managed-instance/*"]
SHELL = "arn:aws:ssm:*:111122223333:document/SSM-SessionManagerRunShell"
BY_ID, BY_NAME = "${aws:userid}", "${aws:username}"
CHECKED = {"BoolIfExists": {"ssm:SessionDocumentAccessCheck": "true"}}
ALL = ("caller.start-session", "caller.data-channel", "caller.end-session")
ROLE = "demo-role"
NETWORK = ("dns", "route", "node-security-group", "endpoint-security-group", "acl")
BLIND = (
    "node.running",
    "imds.enabled",
    "account.default-host-management",
    "role.attached",
    *(f"network.{what}" for what in (*NETWORK, "endpoint-policy")),
)


def one(*actions: str, on: Any = "*", effect: str = "Allow", **more: Any) -> dict[str, Any]:
    """A statement; ``condition`` is its condition."""
    condition = {"Condition": more["condition"]} if more else {}
    return {"Effect": effect, "Action": list(actions), "Resource": on, **condition}


def own(by: str = BY_ID, *actions: str) -> dict[str, Any]:
    """A statement about own sessions, as AWS's samples write it."""
    return one(*(actions or (OPEN, *END)), on=f"arn:aws:ssm:*:*:session/{by}-*")


def caller(town: Town, *statements: dict[str, Any], profile: str = "demo-admin") -> None:
    """Let the caller look, and do what the statements say."""
    iam = town.world["iam"]
    who = iam["roles"][OPERATOR_ROLE] if profile == ROLE else iam["users"]["camille"]
    hand_out = one("sts:AssumeRole")
    who["Attached"] = []
    who["Inline"] = {
        "look": LOOK,
        "sessions": {"Version": "2012-10-17", "Statement": [*statements, hand_out]},
    }


def with_rights(*statements: dict[str, Any], **machine: Any) -> Callable[[Town], None]:
    """An account with one node that is well, and a user with some rights."""

    def build(town: Town) -> None:
        caller(town, *statements)
        town.node(town.private(), **machine)

    return build


def role_with_rights(*statements: dict[str, Any]) -> Callable[[Town], None]:
    """An account with one node that is well, and a role with some rights."""

    def build(town: Town) -> None:
        caller(town, *statements, profile=ROLE)
        town.node(town.private())

    return build


SAMPLE = (one(START, on=[*NODES, SHELL]), own())


def boundary(town: Town) -> None:
    caller(town, *SAMPLE)
    limit = town.iam.policy("limit", allow("ssm:Get*", "ssm:Desc*", "iam:*", "ec2:*", "sts:*"))
    town.world["iam"]["users"]["camille"]["PermissionsBoundary"] = limit
    town.node(town.private())


def organization(town: Town) -> None:
    forbids = one(START, effect="Deny")
    town.world["iam"]["organization"] = {
        "Version": "2012-10-17",
        "Statement": [one("*"), forbids],
    }
    town.node(town.private())


def organization_by_region(town: Town) -> None:
    """What the simulator is told of the request decides, also for policies that it does not show."""
    elsewhere = {"StringNotEquals": {"aws:RequestedRegion": [town.world["main_region"]]}}
    town.world["iam"]["organization"] = {
        "Version": "2012-10-17",
        "Statement": [one("*"), one("ssm:*", effect="Deny", condition=elsewhere)],
    }
    town.node(town.private())


def machine_of_a_team(town: Town) -> None:
    """The tags of a machine outside EC2 are asked for by themselves."""
    caller(town, one(START, on=NODES, condition=team("web")), one(START, on=SHELL), own())
    node_id = town.machine()
    town.record("nodes", node_id)["Tags"] = [{"Key": "Team", "Value": "web"}]


def team(name: str) -> dict[str, Any]:
    return {"StringEquals": {"ssm:resourceTag/Team": name}}


def on_call(town: Town) -> None:
    town.node(town.private(), name="node")
    town.world["iam"]["roles"][ON_CALL_ROLE]["Inline"]["sessions"]["Statement"][0].pop("Condition")


def no_simulation(*rights: str) -> Callable[[Town], None]:
    """Who may do everything but ask what it may do."""

    def build(town: Town) -> None:
        caller(town, one("*"), one(*rights, effect="Deny"), profile=ROLE)
        caller(town, one("*"), one(*rights, effect="Deny"))
        town.node(town.private())

    return build


def blind(machine: Callable[[Town], object]) -> Callable[[Town], None]:
    """Who has the rights of Systems Manager alone, and sees nothing of EC2."""

    def build(town: Town) -> None:
        caller(town, one("*"), one("ec2:*", effect="Deny"))
        machine(town)

    return build


def lost(town: Town) -> None:
    town.node(town.isolated(), past=BROKE)


def encrypted(policy: Any = None, *statements: dict[str, Any]) -> Callable[[Town], None]:
    """Sessions are encrypted with a key, which the node may use."""

    def build(town: Town) -> None:
        caller(town, *SAMPLE, *statements)
        role = statement("arn:aws:iam::111122223333:role/web-role", "kms:Decrypt")
        both = policy and {**policy, "Statement": [*policy["Statement"], *role["Statement"]]}
        preferences(town.builder, kmsKeyId=key(town.builder, both))
        town.role(inline={"key": allow("kms:Decrypt")})
        town.node(town.private())

    return build


USE = one("kms:GenerateDataKey")
FOR_CAMILLE = statement("arn:aws:iam::111122223333:user/camille", "kms:*")
FOR_ADMINISTRATORS = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
            "Action": ["kms:Describe*", "kms:Get*"],
            "Resource": "*",
        }
    ],
}


def hidden_from_itself(town: Town) -> None:
    itself = "arn:aws:iam::*:role/DemoOperator"
    caller(town, one("*"), one("iam:GetRole", effect="Deny", on=itself), profile=ROLE)
    town.node(town.private())


STARTED = ("caller.start-session",)
ACCOUNTS: tuple[Scenario, ...] = (
    Scenario("caller-as-samples-write-it", with_rights(*SAMPLE), READY, green=ALL),
    Scenario("role-as-samples-write-it", role_with_rights(*SAMPLE), READY, green=ALL, profile=ROLE),
    Scenario(
        "caller-proved-by-a-session",
        with_rights(*SAMPLE),
        READY,
        word="real session",
        sessions=True,
    ),
    Scenario(
        "caller-may-only-look",
        lambda town: town.node(town.private()),
        BLOCKED,
        STARTED,
        word="sacha-audit",
        profile="demo-readonly",
    ),
    Scenario(
        "caller-refused-by-a-session",
        with_rights(own()),
        BLOCKED,
        STARTED,
        word="The service refused you",
        sessions=True,
    ),
    Scenario(
        "caller-without-the-document",
        with_rights(one(START, on=NODES), own()),
        READY,
        word="newer pages",
        warned=STARTED,
    ),
    Scenario(
        "caller-checked-for-the-document",
        with_rights(one(START, on=[*NODES, SHELL], condition=CHECKED), own()),
        READY,
        green=ALL,
    ),
    Scenario(
        "caller-checked-for-a-document-it-may-not-use",
        with_rights(one(START, on=NODES, condition=CHECKED), own()),
        BLOCKED,
        STARTED,
        word="ssm:SessionDocumentAccessCheck",
    ),
    Scenario(
        "caller-refused-the-document-by-a-session",
        with_rights(one(START, on=NODES, condition=CHECKED), own()),
        BLOCKED,
        STARTED,
        word="The service refused you",
        sessions=True,
    ),
    Scenario(
        "caller-of-the-right-team",
        with_rights(
            one(START, on=NODES, condition=team("web")), one(START, on=SHELL), own(), Team="web"
        ),
        READY,
        green=ALL,
    ),
    Scenario(
        "caller-of-another-team",
        with_rights(
            one(START, on=NODES, condition=team("web")), one(START, on=SHELL), own(), Team="data"
        ),
        BLOCKED,
        STARTED,
        word="Team",
    ),
    Scenario(
        "node-of-no-team",
        with_rights(one(START, on=NODES, condition=team("web")), one(START, on=SHELL), own()),
        BLOCKED,
        STARTED,
        word="Team",
    ),
    Scenario(
        "machine-of-the-right-team",
        machine_of_a_team,
        READY,
        green=ALL,
        warned=("account.instance-tier",),
    ),
    Scenario(
        "caller-of-other-nodes",
        with_rights(one(START, on=["arn:aws:ec2:*:*:instance/i-0", SHELL]), own()),
        BLOCKED,
        STARTED,
    ),
    Scenario(
        "caller-denied-explicitly",
        with_rights(*SAMPLE, one(START, effect="Deny")),
        BLOCKED,
        STARTED,
        word="explicitly",
    ),
    Scenario("caller-with-a-boundary", boundary, BLOCKED, STARTED, word="boundary"),
    Scenario("caller-of-an-organization", organization, BLOCKED, STARTED, word="organization"),
    Scenario("caller-of-an-organization-elsewhere", organization_by_region, READY, green=ALL),
    Scenario(
        "caller-by-request",
        with_rights(one(*REQUEST)),
        READY,
        word="just-in-time",
        warned=STARTED,
    ),
    Scenario(
        "caller-before-data-channels",
        with_rights(one(START, on=[*NODES, SHELL]), own(BY_ID, *END)),
        READY,
        green=("caller.start-session", "caller.end-session"),
        warned=("caller.data-channel",),
    ),
    Scenario(
        "user-by-name",
        with_rights(one(START, on=[*NODES, SHELL]), own(BY_NAME)),
        READY,
        green=ALL,
    ),
    Scenario(
        "role-by-user-name",
        role_with_rights(one(START, on=[*NODES, SHELL]), own(BY_ID, OPEN), own(BY_NAME, *END)),
        DEGRADED,
        ("caller.end-session",),
        word=BY_NAME,
        green=("caller.start-session", "caller.data-channel"),
        profile=ROLE,
    ),
    Scenario(
        "role-of-a-permission-set",
        on_call,
        DEGRADED,
        ("caller.end-session",),
        green=STARTED,
        warned=("caller.data-channel",),
        profile="demo-on-call",
    ),
    Scenario(
        "caller-who-sees-nothing-of-ec2",
        blind(lambda town: town.node(town.private())),
        READY,
        green=("node.connected", "agent.version", *ALL),
        unknown=BLIND,
    ),
    Scenario(
        "caller-who-sees-a-lost-node-and-nothing-of-ec2",
        blind(lost),
        BLOCKED,
        ("node.online",),
        word="ec2:DescribeInstances",
        unknown=BLIND,
    ),
    Scenario("caller-with-the-key", encrypted(None, USE), READY, green=(*ALL, "caller.kms")),
    Scenario("caller-named-by-the-key", encrypted(FOR_CAMILLE), READY, green=(*ALL, "caller.kms")),
    Scenario(
        "caller-without-the-key",
        encrypted(None),
        BLOCKED,
        ("caller.kms",),
        word="kms:GenerateDataKey",
        green=ALL,
    ),
    Scenario(
        "caller-without-the-key-who-wants-ssh",
        encrypted(None, one(START, on="arn:aws:ssm:*:*:document/AWS-StartSSHSession")),
        DEGRADED,
        ("caller.kms",),
        word="kms:GenerateDataKey",
        features=frozenset({"ssh"}),
        green=ALL,
    ),
    Scenario(
        "caller-not-in-the-policy-of-the-key",
        encrypted(FOR_ADMINISTRATORS, USE),
        BLOCKED,
        ("caller.kms",),
        word="The policy of the key",
        green=(*ALL, "session.kms-key"),
    ),
    Scenario(
        "caller-who-may-not-simulate",
        no_simulation("iam:Simulate*"),
        READY,
        word="iam:SimulatePrincipalPolicy",
        unknown=ALL,
    ),
    Scenario(
        "role-that-may-not-see-itself",
        hidden_from_itself,
        READY,
        word="iam:GetRole",
        unknown=ALL,
        profile=ROLE,
    ),
    Scenario(
        "caller-whose-policies-may-not-be-read",
        no_simulation("iam:GetContextKeys*"),
        READY,
        green=ALL,
    ),
    Scenario(
        "caller-who-needs-mfa",
        with_rights(
            one(
                START,
                on=[*NODES, SHELL],
                condition={"Bool": {"aws:MultiFactorAuthPresent": "true"}},
            ),
            own(),
        ),
        READY,
        word="aws:MultiFactorAuthPresent",
        unknown=STARTED,
    ),
)
