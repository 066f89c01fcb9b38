"""What a node needs for what the session preferences name: rights, a way, an agent that knows it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from support import net
from support.facts import (
    ACCOUNT,
    HYBRID_ID,
    HYBRID_ROLE,
    Case,
    arn_of,
    ask,
    denied,
    fails,
    holds,
    hybrid,
    known,
    managed,
    node,
    ok,
    role_facts,
    shown,
    snapshot,
    unsure,
    warns,
)
from support.session_facts import BUCKET, GROUP, KEY_ARN, key, preferences, session

from ssmwizard.checks.every import by_id
from ssmwizard.checks.hop import partly
from ssmwizard.checks.rights import session_wants
from ssmwizard.checks.session_rule import SHELLS
from ssmwizard.checks.session_steps import judged
from ssmwizard.model.facts import NOT_COLLECTED, Fact
from ssmwizard.model.findings import Grade, Status
from ssmwizard.model.role import Decision
from ssmwizard.model.session import Bucket, Encryption
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import text

KEY, S3, LOGS = by_id("session.kms-key"), by_id("session.s3-bucket"), by_id("session.log-group")
SIMULATE = "iam:SimulatePrincipalPolicy"
ROLE_ARN = arn_of(f"role/{HYBRID_ROLE}")
OTHER = "999988887777"
INFERRED = Grade.INFERRED
STREAMING = ("cloudwatch-streaming",)
ALLOW = ("role.allow-session-resources",)
UPDATE = ("agent.update",)
Says = Mapping[str, Any]


def no(**detail: Any) -> Decision:
    """A refusal of the simulator."""
    return Decision("", "implicitDeny", **detail)


def rights(of: Snapshot, says: Says | None = None) -> Snapshot:
    """The role may do all that the preferences ask, but for what ``says`` says of an action."""
    told: dict[tuple[str, str], Fact[Decision]] = {}
    for wanted in session_wants(of).every:
        for resource in wanted.resources:
            said = (says or {}).get(wanted.action, Decision("", "allowed"))
            if isinstance(said, Decision):
                decided = replace(said, action=wanted.action, resource=resource)
                told[wanted.action, resource] = known(decided, SIMULATE)
            else:
                told[wanted.action, resource] = said
    return replace(of, roles={HYBRID_ROLE: role_facts(HYBRID_ROLE, on_resources=told)})


def of(preferred: dict[str, Any], says: Says | None = None, **facts: Any) -> Snapshot:
    """A machine outside EC2, whose network is not looked at."""
    machine = facts.pop("machine", None) or hybrid()
    told = session(preferences(**preferred), **facts)
    return rights(snapshot(machine, session=told), says)


# The key.


def keyed(says: Says | None = None, **facts: Any) -> Snapshot:
    return of({"kms_key": KEY_ARN}, says, **facts)


def policy(*actions: str, principal: Any = ROLE_ARN, effect: str = "Allow", **parts: Any) -> Any:
    """The policy of a key or bucket, of one statement."""
    who = {"AWS": principal} if isinstance(principal, str) else principal
    said = {"Effect": effect, "Principal": who, "Action": list(actions), "Resource": "*", **parts}
    return {"Version": "2012-10-17", "Statement": [said]}


def both(*policies: Any) -> Any:
    return {"Version": "2012-10-17", "Statement": [p["Statement"][0] for p in policies]}


DECRYPT = "kms:Decrypt"
ROOT = f"arn:aws:iam::{ACCOUNT}:root"
BY_ACCOUNT = policy("kms:*", principal=ROOT)
CONTEXT = {"StringEquals": {"kms:EncryptionContext:aws:ssm:TargetId": HYBRID_ID}}
SOMEWHERE = {"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}}
ORGANIZATION = no(allowed_by_organization=False)
BOUNDARY = no(allowed_by_boundary=False)
EXPLICIT = replace(no(), decision="explicitDeny")

KEYS: dict[str, Case] = {
    "left-to-the-account": ok(keyed(), KEY_ARN, grade=INFERRED),
    "no-permission": fails(
        keyed({DECRYPT: no()}),
        HYBRID_ROLE,
        DECRYPT,
        KEY_ARN,
        "SSH and port forwarding",
        grade=INFERRED,
        cause=ROLE_ARN,
        fixes=ALLOW,
    ),
    "denied-by-a-policy": fails(keyed({DECRYPT: EXPLICIT}), "explicitly", grade=INFERRED),
    "denied-by-the-boundary": fails(keyed({DECRYPT: BOUNDARY}), "boundary", grade=INFERRED),
    "denied-by-the-organization": fails(
        keyed({DECRYPT: ORGANIZATION}), "organization", grade=INFERRED
    ),
    "depends-on-a-condition": unsure(
        keyed({DECRYPT: no(missing_context=("aws:SourceVpc",))}), "aws:SourceVpc"
    ),
    "not-to-be-simulated": unsure(keyed({DECRYPT: denied(SIMULATE)}), right=SIMULATE),
    "named-by-the-key-alone": ok(
        keyed({DECRYPT: no()}, key_policy=policy(DECRYPT)), grade=INFERRED
    ),
    "named-by-the-key-on-this-node": ok(
        keyed({DECRYPT: no()}, key_policy=policy(DECRYPT, Condition=CONTEXT)), grade=INFERRED
    ),
    "open-to-all-of-the-account": ok(
        keyed(
            {DECRYPT: no()},
            key_policy=policy(
                DECRYPT,
                principal="*",
                Condition={"StringEquals": {"kms:CallerAccount": ACCOUNT}},
            ),
        ),
        grade=INFERRED,
    ),
    "named-by-the-key-and-denied-by-the-boundary": fails(
        keyed({DECRYPT: BOUNDARY}, key_policy=policy(DECRYPT)), "boundary", grade=INFERRED
    ),
    "denied-by-the-key": fails(
        keyed(key_policy=both(BY_ACCOUNT, policy(DECRYPT, effect="Deny"))),
        "policy of the key",
        "denies",
        grade=INFERRED,
        cause=f"{KEY_ARN} {ROLE_ARN}",
    ),
    "neither-named-nor-left-to-the-account": fails(
        keyed(key_policy=policy("kms:*", principal=arn_of("role/admin"))),
        "neither names",
        "grants were not looked at",
        grade=INFERRED,
    ),
    "left-to-the-account-for-something-else": fails(
        keyed(key_policy=policy("kms:Encrypt", principal=ROOT)), grade=INFERRED
    ),
    "a-policy-that-depends": unsure(
        keyed(key_policy=policy(DECRYPT, Condition=SOMEWHERE)), "aws:SourceIp"
    ),
    "a-denial-that-depends": unsure(
        keyed(key_policy=both(BY_ACCOUNT, policy(DECRYPT, effect="Deny", Condition=SOMEWHERE))),
        "aws:SourceIp",
    ),
    "a-policy-that-cannot-be-read": unsure(keyed(key_policy={"Statement": 7}), "cannot be read"),
    "a-policy-that-may-not-be-read": unsure(
        keyed(key_policy=denied("kms:GetKeyPolicy")), right="kms:GetKeyPolicy"
    ),
    "no-permission-and-a-policy-that-may-not-be-read": unsure(
        keyed({DECRYPT: no()}, key_policy=denied("kms:GetKeyPolicy")), right="kms:GetKeyPolicy"
    ),
    "of-another-account": unsure(
        keyed(key=key(account=OTHER), key_policy=NOT_COLLECTED), OTHER, HYBRID_ROLE
    ),
    "of-another-account-without-permission": fails(
        keyed({DECRYPT: no()}, key=key(account=OTHER), key_policy=NOT_COLLECTED),
        grade=INFERRED,
        fixes=ALLOW,
    ),
    "agent-too-old": fails(
        keyed(machine=hybrid(agent_version="2.3.538.9")),
        "2.3.538.9",
        "2.3.539.0",
        grade=INFERRED,
        fixes=UPDATE,
        cause="agent:2.3.538.9",
    ),
    "agent-too-old-and-silent": fails(
        keyed(machine=hybrid(agent_version="2.3.538.9", ping="ConnectionLost")), grade=INFERRED
    ),
    "agent-just-new-enough": ok(keyed(machine=hybrid(agent_version="2.3.539.0")), grade=INFERRED),
    "agent-that-tells-no-version": ok(keyed(machine=hybrid(agent_version="")), grade=INFERRED),
    "agent-too-old-and-no-permission": fails(
        keyed({DECRYPT: no()}, machine=hybrid(agent_version="2.3.1.0")),
        "2.3.1.0",
        DECRYPT,
        grade=INFERRED,
        fixes=(*UPDATE, *ALLOW),
    ),
}


@pytest.mark.parametrize("case", KEYS.values(), ids=KEYS.keys())
def test_a_node_and_the_key(case: Case) -> None:
    holds(KEY, case)
    outcome = ask(KEY, case.of)
    assert outcome.lacking == (SHELLS if outcome.status is Status.FAILED else ())
    assert outcome.doubts == (SHELLS if outcome.status is Status.UNKNOWN else ())


def test_an_agent_nobody_knows_is_not_said_to_be_too_old() -> None:
    place = replace(
        net.node(), managed=denied("ssm:DescribeInstanceInformation"), connection=NOT_COLLECTED
    )
    told = snapshot(
        place,
        session=session(preferences(kms_key=KEY_ARN)),
        network=net.Net().facts(),
    )
    assert "Agent" not in shown(ask(KEY, told).text)


def on_ec2(preferred: dict[str, Any], way: net.Net, **facts: Any) -> Snapshot:
    """An instance with a role that may do everything, in a network."""
    told = session(preferences(**preferred), **facts)
    place = net.node(profile_arn="arn:aws:iam::111122223333:instance-profile/web-profile")
    whole = replace(place, managed=known(managed("i-1")), connection=known("connected"))
    of_it = snapshot(whole, session=told, network=way.facts())
    allowed = rights(of_it).roles[HYBRID_ROLE].on_resources
    return replace(of_it, roles={"web-role": role_facts(on_resources=allowed)})


NOWHERE = net.Net(routes={"subnet-a": (net.LOCAL,), "": (net.LOCAL,)}, nats=())
HIDDEN = net.Net(denied={"route_tables": denied("ec2:DescribeRouteTables")})
ROUTES = "ec2:DescribeRouteTables"
EVERYTHING = {"kms_key": KEY_ARN, "s3_bucket": BUCKET, "log_group": GROUP}
ENCRYPTED = {**EVERYTHING, "s3_encryption": True, "log_encryption": True}


@pytest.mark.parametrize("check", [KEY, S3, LOGS], ids=lambda check: check.id)
def test_a_node_that_reaches_a_service_can_use_it(check: Any) -> None:
    outcome = ask(check, on_ec2(ENCRYPTED, net.Net()))
    assert (outcome.status, outcome.grade) == (Status.PASSED, INFERRED), shown(outcome.text)
    assert outcome.evidence


@pytest.mark.parametrize(
    ("check", "preferred", "case"),
    [
        (KEY, EVERYTHING, Status.FAILED),
        (S3, ENCRYPTED, Status.FAILED),
        (LOGS, ENCRYPTED, Status.FAILED),
        (S3, EVERYTHING, Status.WARNING),
        (LOGS, EVERYTHING, Status.WARNING),
    ],
)
def test_a_node_without_a_way_loses_what_needs_it(
    check: Any, preferred: dict[str, Any], case: Status
) -> None:
    outcome = ask(check, on_ec2(preferred, NOWHERE))
    assert (outcome.status, outcome.grade) == (case, INFERRED)
    service = {KEY.id: "kms", S3.id: "s3", LOGS.id: "logs"}[check.id]
    assert f"{service}.eu-west-3.amazonaws.com" in shown(outcome.text)
    assert outcome.lacking == (SHELLS if case is Status.FAILED else ())
    assert outcome.cause == "rtb-a"


@pytest.mark.parametrize("check", [KEY, S3, LOGS], ids=lambda check: check.id)
def test_a_way_that_may_not_be_seen_is_not_known(check: Any) -> None:
    holds(check, unsure(on_ec2(ENCRYPTED, HIDDEN), right=ROUTES))


def test_a_way_that_holds_for_a_part_is_minded() -> None:
    half = partly(text("Only a part of the endpoint's subnets can be used."), "vpce-1")
    outcome = judged(half, fatal=True)
    assert (outcome.status, outcome.doubts, outcome.cause) == (Status.WARNING, SHELLS, "vpce-1")


# The bucket.

PUT, LOOK, DATA_KEY = "s3:PutObject", "s3:GetEncryptionConfiguration", "kms:GenerateDataKey"


def bucket(says: Says | None = None, **facts: Any) -> Snapshot:
    preferred = {"s3_bucket": BUCKET, "s3_prefix": "logs", **facts.pop("preferred", {})}
    return of(preferred, says, **facts)


def required(says: Says | None = None, **facts: Any) -> Snapshot:
    return bucket(says, preferred={"s3_encryption": True}, **facts)


def denying(*actions: str, **parts: Any) -> Any:
    return policy(*actions, principal="*", effect="Deny", **parts)


VPCE = {"StringNotEquals": {"aws:SourceVpce": "vpce-1"}}
PLAIN_HTTP = {"Bool": {"aws:SecureTransport": "false"}}
BUCKETS: dict[str, Case] = {
    "may-write": ok(bucket(), BUCKET, grade=INFERRED),
    "may-write-and-look": ok(required(), BUCKET, grade=INFERRED),
    "may-not-write": warns(
        bucket({PUT: no()}),
        PUT,
        f"{BUCKET}/logs/*",
        "Sessions open all the same",
        cause=ROLE_ARN,
        fixes=ALLOW,
    ),
    "may-not-write-where-encryption-is-asked-for": warns(required({PUT: no()}), PUT, fixes=ALLOW),
    "may-not-look-where-nothing-asks": ok(bucket({LOOK: no()}), grade=INFERRED),
    "may-not-look": fails(
        required({LOOK: no()}),
        LOOK,
        "ends as soon as it begins",
        grade=INFERRED,
        cause=ROLE_ARN,
        fixes=ALLOW,
    ),
    "may-do-nothing": fails(
        required({LOOK: no(), PUT: no()}), f"{LOOK}, {PUT}", grade=INFERRED, fixes=ALLOW
    ),
    "may-do-nothing-for-two-reasons": fails(
        required({LOOK: ORGANIZATION, PUT: no()}), "organization", PUT, grade=INFERRED, fixes=ALLOW
    ),
    "may-not-be-simulated": unsure(
        bucket({PUT: denied(SIMULATE), LOOK: denied(SIMULATE)}), right=SIMULATE
    ),
    "may-not-use-the-key-of-the-bucket": warns(
        bucket({DATA_KEY: no()}, bucket_encryption=Encryption("aws:kms", KEY_ARN)),
        DATA_KEY,
        KEY_ARN,
        fixes=ALLOW,
    ),
    "a-key-of-the-bucket-by-its-alias": ok(
        bucket({DATA_KEY: no()}, bucket_encryption=Encryption("aws:kms", "alias/x")),
        grade=INFERRED,
    ),
    "elsewhere": ok(bucket(bucket=Bucket(BUCKET, "eu-central-1")), "eu-central-1", grade=INFERRED),
    "somewhere": ok(bucket(bucket=Bucket(BUCKET, "")), grade=INFERRED),
    "its-policy-denies-writing": warns(bucket(bucket_policy=denying(PUT)), "denies", PUT),
    "its-policy-denies-looking": fails(
        required(bucket_policy=denying(LOOK)), "denies", LOOK, grade=INFERRED
    ),
    "its-policy-denies-looking-where-nothing-asks": ok(
        bucket(bucket_policy=denying(LOOK)), grade=INFERRED
    ),
    "its-policy-denies-plain-http": ok(
        required(bucket_policy=denying("s3:*", Condition=PLAIN_HTTP)), grade=INFERRED
    ),
    "its-policy-may-deny": unsure(
        bucket(bucket_policy=denying(PUT, Condition=VPCE)), "aws:SourceVpce"
    ),
    "its-policy-cannot-be-read": unsure(bucket(bucket_policy={"Statement": 1})),
    "its-policy-allows": ok(bucket(bucket_policy=policy(PUT)), grade=INFERRED),
    "its-policy-may-not-be-read": ok(
        bucket(bucket_policy=denied("s3:GetBucketPolicy")), "was not seen", grade=INFERRED
    ),
}


@pytest.mark.parametrize("case", BUCKETS.values(), ids=BUCKETS.keys())
def test_a_node_and_the_bucket(case: Case) -> None:
    holds(S3, case)
    outcome = ask(S3, case.of)
    assert outcome.lacking == (SHELLS if outcome.status is Status.FAILED else ())


# The log group.

DESCRIBE, STREAM, EVENTS = "logs:DescribeLogGroups", "logs:CreateLogStream", "logs:PutLogEvents"


def logged(says: Says | None = None, **facts: Any) -> Snapshot:
    return of({"log_group": GROUP, **facts.pop("preferred", {})}, says, **facts)


def streamed(says: Says | None = None, **facts: Any) -> Snapshot:
    return logged(says, preferred={"log_streaming": True}, **facts)


def secret(says: Says | None = None, **facts: Any) -> Snapshot:
    return logged(says, preferred={"log_encryption": True}, **facts)


EARLY = {"machine": hybrid(agent_version="3.0.283.9")}
GROUPS: dict[str, Case] = {
    "may-write": ok(logged(), GROUP, grade=INFERRED),
    "may-stream": ok(streamed(), GROUP, grade=INFERRED),
    "may-write-and-look": ok(secret(), grade=INFERRED),
    "may-not-write": warns(
        logged({EVENTS: no()}), EVENTS, "Sessions open", cause=ROLE_ARN, fixes=ALLOW
    ),
    "may-not-look": warns(logged({DESCRIBE: no()}), DESCRIBE, fixes=ALLOW),
    "may-not-look-where-encryption-is-asked-for": fails(
        secret({DESCRIBE: no()}), DESCRIBE, "ends as soon as it begins", grade=INFERRED, fixes=ALLOW
    ),
    "may-not-write-where-encryption-is-asked-for": warns(
        secret({STREAM: no()}), STREAM, fixes=ALLOW
    ),
    "may-do-nothing": fails(
        secret({DESCRIBE: no(), STREAM: no(), EVENTS: no()}),
        DESCRIBE,
        STREAM,
        grade=INFERRED,
        fixes=ALLOW,
    ),
    "may-not-be-simulated": unsure(
        logged({DESCRIBE: denied(SIMULATE), EVENTS: denied(SIMULATE)}), right=SIMULATE
    ),
    "agent-too-old-to-stream": warns(
        streamed(**EARLY), "3.0.283.9", "3.0.284.0", fixes=UPDATE, cause="agent:3.0.283.9"
    ),
    "agent-too-old-to-stream-and-nothing-streams": ok(logged(**EARLY), grade=INFERRED),
    "agent-too-old-and-may-not-write": warns(
        streamed({EVENTS: no()}, **EARLY), EVENTS, "3.0.283.9", fixes=(*ALLOW, *UPDATE)
    ),
}


@pytest.mark.parametrize("case", GROUPS.values(), ids=GROUPS.keys())
def test_a_node_and_the_log_group(case: Case) -> None:
    holds(LOGS, case)


@pytest.mark.parametrize(
    ("of_which", "lacking"),
    [
        (logged({EVENTS: no()}), ()),
        (streamed({EVENTS: no()}), STREAMING),
        (streamed(**EARLY), STREAMING),
        (secret({DESCRIBE: no()}), SHELLS),
    ],
)
def test_what_a_node_cannot_log_is_lost(of_which: Snapshot, lacking: tuple[str, ...]) -> None:
    assert ask(LOGS, of_which).lacking == lacking


def test_a_node_without_a_role_is_left_to_the_check_of_the_role() -> None:
    for check in (KEY, S3, LOGS):
        assert "role.attached" in check.needs
        told = snapshot(
            node(HYBRID_ID, managed=managed(HYBRID_ID, role="")),
            session=session(preferences(**ENCRYPTED)),
        )
        assert ask(check, told).lacking == ()


POLICIES = {"key_policy": BY_ACCOUNT, "bucket_policy": denying(PUT)}


@pytest.mark.parametrize("check", [KEY, S3, LOGS], ids=lambda check: check.id)
def test_a_role_that_may_not_be_seen_decides_nothing(check: Any) -> None:
    role = role_facts(HYBRID_ROLE, role=denied("iam:GetRole"))
    told = session(preferences(**ENCRYPTED), **POLICIES)
    holds(check, unsure(snapshot(hybrid(), session=told, roles=(role,)), right="iam:GetRole"))


@pytest.mark.parametrize("check", [KEY, S3, LOGS], ids=lambda check: check.id)
def test_a_role_that_was_deleted_is_not_said_to_lack_a_right(check: Any) -> None:
    role = role_facts(HYBRID_ROLE, role=known(None))
    told = session(preferences(**ENCRYPTED), **POLICIES)
    outcome = ask(check, snapshot(hybrid(), session=told, roles=(role,)))
    assert outcome.status is Status.UNKNOWN
    assert "no role" in shown(outcome.text)


def test_an_answer_of_the_simulator_that_nobody_knows_decides_nothing() -> None:
    odd = Decision("", "perhaps")
    holds(KEY, unsure(keyed({DECRYPT: odd}), DECRYPT))
