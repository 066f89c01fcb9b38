"""What a role may do: by the simulator, by its policies, and for what the session preferences ask."""

from dataclasses import replace
from typing import Any

import pytest
from support.facts import (
    ACCOUNT,
    ACTIONS,
    EC2_ID,
    HYBRID_ID,
    HYBRID_ROLE,
    REGIONS,
    ROLE,
    arn_of,
    ask,
    decisions,
    denied,
    ec2,
    fact,
    fails,
    holds,
    hybrid,
    known,
    ok,
    role_facts,
    shown,
    snapshot,
    unsure,
    warns,
)

from ssmwizard.checks.every import by_id
from ssmwizard.checks.policy_principal import Principal
from ssmwizard.checks.rights import Answer, By, may, principal, session_wants
from ssmwizard.model.facts import NOT_COLLECTED, CannotTell, Unknown, Why
from ssmwizard.model.findings import Grade, Status
from ssmwizard.model.role import REPORT, Decision, InlinePolicy, Role, RoleFacts
from ssmwizard.model.session import Key, Preferences, SessionFacts
from ssmwizard.model.session_rights import Wanted
from ssmwizard.model.snapshot import Snapshot

CHECK = by_id("role.permissions")
OPEN = "ssmmessages:OpenControlChannel"
SIMULATE, GET_POLICY = "iam:SimulatePrincipalPolicy", "iam:GetPolicyVersion"
CORE = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
OLD = "arn:aws:iam::aws:policy/service-role/AmazonEC2RoleforSSM"
LIMIT = arn_of("policy/limit")
INFERRED = Grade.INFERRED
ROLE_ARN = arn_of(f"role/{ROLE}")
ATTACH = ("role.attach-managed-policy",)
NODE_ARN = f"arn:aws:ec2:eu-west-3:{ACCOUNT}:instance/{EC2_ID}"
HYBRID_ARN = f"arn:aws:ssm:eu-west-3:{ACCOUNT}:managed-instance/{HYBRID_ID}"


def allow(*actions: str, effect: str = "Allow", **parts: Any) -> dict[str, Any]:
    statement = {"Effect": effect, "Action": list(actions), "Resource": "*", **parts}
    return {"Version": "2012-10-17", "Statement": [statement]}


def deny(*actions: str, **parts: Any) -> dict[str, Any]:
    return allow(*actions, effect="Deny", **parts)


def reading(
    *inline: object,
    attached: dict[str, Any] | None = None,
    boundary: Any = None,
    node: Any = None,
    **facts: Any,
) -> Snapshot:
    """A role that may not be simulated, with policies that were read."""
    managed = attached or {}
    limits = {} if boundary is None else {LIMIT: boundary}
    documents = {arn: fact(told) for arn, told in {**managed, **limits}.items()}
    usual: dict[str, Any] = {
        "decisions": denied(SIMULATE),
        "inline": known(tuple(InlinePolicy(f"own-{n}", one) for n, one in enumerate(inline, 1))),
        "policies": known(tuple(managed)),
    }
    name = HYBRID_ROLE if node else ROLE
    told = role_facts(name, **{**usual, **facts})
    if boundary is not None:
        told = replace(told, role=known(replace(told.role.require(), boundary=LIMIT)))
    return snapshot(node or ec2(), roles=[told], policies=documents)


ALL = allow(*ACTIONS)
UNLESS = {"StringNotEquals": {"aws:SourceVpce": "vpce-1"}}
HERE = {"StringEquals": {"aws:RequestedRegion": "eu-west-3"}}
ELSEWHERE = {"StringEquals": {"aws:RequestedRegion": "us-east-1"}}

READ = {
    "inline": ok(reading(ALL), ROLE, SIMULATE, "organization", grade=INFERRED),
    "attached": ok(reading(attached={CORE: ALL}), ROLE, grade=INFERRED),
    "hybrid": ok(reading(ALL, node=hybrid()), HYBRID_ROLE, grade=INFERRED),
    "one-in-each": ok(
        reading(allow(*ACTIONS[:2]), attached={CORE: allow("ssmmessages:*")}), grade=INFERRED
    ),
    "boundary-wide-enough": ok(reading(ALL, boundary=allow("*")), grade=INFERRED),
    "only-here": ok(reading(allow("*", Condition=HERE)), grade=INFERRED),
    "for-this-node": ok(
        reading(allow("ssmmessages:*"), allow(REPORT, Resource=NODE_ARN)), grade=INFERRED
    ),
    "for-this-hybrid-node": ok(
        reading(allow("ssmmessages:*"), allow(REPORT, Resource=HYBRID_ARN), node=hybrid()),
        grade=INFERRED,
    ),
    "for-another-node": fails(
        reading(allow("ssmmessages:*"), allow(REPORT, Resource=NODE_ARN + "0")),
        REPORT,
        grade=INFERRED,
        fixes=ATTACH,
        cause=ROLE_ARN,
    ),
    "nothing": fails(reading(), ROLE, *ACTIONS, SIMULATE, grade=INFERRED, fixes=ATTACH),
    "all-but-one": fails(
        reading({**ALL, "Statement": [{"Effect": "Allow", "NotAction": OPEN, "Resource": "*"}]}),
        OPEN,
        grade=INFERRED,
        fixes=ATTACH,
    ),
    "denied": fails(
        reading(ALL, deny(OPEN, Sid="Never")), OPEN, "own-2", grade=INFERRED, cause=ROLE_ARN
    ),
    "boundary-too-narrow": fails(
        reading(ALL, boundary=allow("s3:*")), "boundary", "limit", REPORT, grade=INFERRED
    ),
    "boundary-denies": fails(
        reading(ALL, boundary={"Statement": [*allow("*")["Statement"], *deny(OPEN)["Statement"]]}),
        "boundary",
        OPEN,
        grade=INFERRED,
    ),
    "only-elsewhere": fails(
        reading(allow("*", Condition=ELSEWHERE)), REPORT, grade=INFERRED, fixes=ATTACH
    ),
    "depends-on-the-endpoint": unsure(
        reading(ALL, deny("ssm:*", Condition=UNLESS)), "aws:SourceVpce", REPORT
    ),
    "not-json": unsure(reading(ALL, "{"), "own-2"),
    "odd": unsure(reading(ALL, {"Statement": [{"Effect": "Deny"}]}), "own-2"),
    "odd-and-yet-denied": fails(reading("{", deny("*")), "own-2", grade=INFERRED),
    "policy-denied": unsure(reading(attached={LIMIT: denied(GET_POLICY)}), right=GET_POLICY),
    "policy-denied-and-enough-without": unsure(
        reading(ALL, attached={LIMIT: denied(GET_POLICY)}), right=GET_POLICY
    ),
    "policy-denied-and-denied-without": fails(
        reading(ALL, deny(OPEN), attached={LIMIT: denied(GET_POLICY)}), OPEN, grade=INFERRED
    ),
    "policy-of-aws-denied": unsure(
        reading(attached={CORE: denied(GET_POLICY)}),
        "AmazonSSMManagedInstanceCore",
        right=GET_POLICY,
    ),
    "policy-not-asked-for": unsure(reading(policies=known((LIMIT,)))),
    "boundary-denied": unsure(reading(ALL, boundary=denied(GET_POLICY)), right=GET_POLICY),
    "boundary-deleted": unsure(reading(ALL, boundary=known(None)), "limit"),
    "inline-denied": unsure(
        reading(inline=denied("iam:ListRolePolicies")), right="iam:ListRolePolicies"
    ),
    "attached-denied": unsure(
        reading(ALL, policies=denied("iam:ListAttachedRolePolicies")),
        right="iam:ListAttachedRolePolicies",
    ),
    "deprecated": warns(
        reading(attached={OLD: ALL}), "AmazonEC2RoleforSSM", "AmazonSSMManagedInstanceCore"
    ),
}


@pytest.mark.parametrize("name", READ)
def test_policies_are_read_where_nobody_may_simulate(name: str) -> None:
    holds(CHECK, READ[name])


def simulated(told: Any, *, resources: Any = None, node: Any = None, **facts: Any) -> Snapshot:
    name = HYBRID_ROLE if node else ROLE
    given = role_facts(name, decisions=told, on_resources=resources or {}, **facts)
    return snapshot(node or ec2(), roles=[given])


def on(arn: str, decision: str = "allowed", **more: Any) -> dict[Any, Any]:
    return {(REPORT, arn): known(Decision(REPORT, decision, resource=arn, **more), SIMULATE)}


LACKS_REPORT = decisions("implicitDeny", REPORT)
ANY_EC2 = NODE_ARN.replace(EC2_ID, "*")
SIMULATED = {
    "this-node-alone": ok(simulated(LACKS_REPORT, resources=on(NODE_ARN)), grade=INFERRED),
    "all-instances": ok(simulated(LACKS_REPORT, resources=on(ANY_EC2)), grade=INFERRED),
    "this-hybrid-node": ok(
        simulated(LACKS_REPORT, resources=on(HYBRID_ARN), node=hybrid()), grade=INFERRED
    ),
    "another-node-and-not-asked-about-this": unsure(
        simulated(
            LACKS_REPORT,
            resources={**on(ANY_EC2, "implicitDeny"), **on(NODE_ARN + "0")},
        ),
    ),
    "another-node": fails(
        simulated(LACKS_REPORT, resources={**on(NODE_ARN, "implicitDeny"), **on(NODE_ARN + "0")}),
        REPORT,
        grade=INFERRED,
        fixes=ATTACH,
    ),
    "no-node-that-was-asked-about": fails(
        simulated(
            LACKS_REPORT,
            resources={**on(ANY_EC2, "implicitDeny"), **on(NODE_ARN + "0", "implicitDeny")},
        ),
        REPORT,
        grade=INFERRED,
        fixes=ATTACH,
    ),
    "not-this-one": fails(
        simulated(LACKS_REPORT, resources=on(NODE_ARN, "implicitDeny")),
        REPORT,
        grade=INFERRED,
        fixes=ATTACH,
    ),
    "could-not-ask-again": unsure(
        simulated(LACKS_REPORT, resources={(REPORT, NODE_ARN): denied(SIMULATE)}), right=SIMULATE
    ),
    "another-answer": unsure(simulated(decisions("perhaps", OPEN)), OPEN, "perhaps"),
    "by-a-policy": fails(
        simulated(decisions("explicitDeny", OPEN, policies=("guard",))),
        "guard",
        OPEN,
        grade=INFERRED,
    ),
    "deprecated": warns(
        simulated(decisions(), policies=known((OLD,))), "AmazonEC2RoleforSSM", cause=ROLE_ARN
    ),
}


@pytest.mark.parametrize("name", SIMULATED)
def test_what_the_simulator_says_is_judged_for_the_node(name: str) -> None:
    holds(CHECK, SIMULATED[name])


def test_where_no_arn_can_be_written_the_simulators_word_at_large_counts() -> None:
    facts = replace(simulated(LACKS_REPORT, resources=on(NODE_ARN)), partition=None)
    assert ask(CHECK, facts).status is Status.FAILED


def test_a_role_that_is_refused_by_several_names_the_most_stubborn() -> None:
    told = {
        **decisions().value,
        REPORT: Decision(REPORT, "implicitDeny"),
        OPEN: Decision(OPEN, "implicitDeny", allowed_by_boundary=False),
    }
    outcome = ask(CHECK, simulated(known(told)))
    assert "boundary" in shown(outcome.text)
    assert OPEN in shown(outcome.text)


def test_on_a_connected_node_it_says_how_long_the_channel_may_last() -> None:
    outcome = ask(CHECK, simulated(decisions("implicitDeny")))
    assert "60 minutes" in shown(outcome.text)


KEY = f"arn:aws:kms:eu-west-3:{ACCOUNT}:key/k-1"


def preferring(**named: Any) -> SessionFacts:
    return SessionFacts(known(Preferences("SSM-SessionManagerRunShell", "1", **named)))


def asking(partition: str = "aws", **named: Any) -> Any:
    return session_wants(snapshot(partition=partition, session=preferring(**named)))


def test_nothing_is_asked_of_a_role_that_the_preferences_do_not_ask() -> None:
    assert asking().every == ()
    for preferences in (known(None), NOT_COLLECTED):
        assert session_wants(snapshot(session=SessionFacts(preferences))).every == ()
    strange = snapshot(partition="aws-new", session=preferring(kms_key=KEY))
    assert session_wants(strange).every == ()


@pytest.mark.parametrize(("partition", "region"), REGIONS.items())
def test_what_the_preferences_ask_is_spelled_for_the_partition(partition: str, region: str) -> None:
    wanted = asking(partition, kms_key="k-1", s3_bucket="logs", s3_prefix="/a/b/", log_group="g")
    group = f"arn:{partition}:logs:{region}:{ACCOUNT}:log-group"
    assert set(wanted.every) == {
        Wanted("kms:Decrypt", (f"arn:{partition}:kms:{region}:{ACCOUNT}:key/k-1",)),
        Wanted("s3:GetEncryptionConfiguration", (f"arn:{partition}:s3:::logs",)),
        Wanted("s3:PutObject", (f"arn:{partition}:s3:::logs/a/b/*",)),
        Wanted("logs:DescribeLogGroups", (f"{group}:*",)),
        Wanted("logs:PutLogEvents", (f"{group}:g:log-stream:*",)),
        Wanted("logs:CreateLogStream", (f"{group}:g:log-stream:*", f"{group}:g")),
        Wanted("logs:DescribeLogStreams", (f"{group}:g:log-stream:*", f"{group}:g")),
    }


@pytest.mark.parametrize(
    ("named", "arn"),
    [
        (KEY, KEY),
        ("k-1", KEY),
        ("alias/sessions", ""),
        (KEY.replace("key/k-1", "alias/sessions"), ""),
    ],
)
def test_a_key_counts_under_its_arn(named: str, arn: str) -> None:
    wanted = asking(kms_key=named).key
    assert [one.resources for one in wanted] == ([(arn,)] if arn else [])


def test_an_alias_counts_once_its_key_is_known() -> None:
    key = Key(KEY, "k-1", ACCOUNT, "Enabled", "SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", "CUSTOMER")
    session = replace(preferring(kms_key="alias/sessions"), key=known(key))
    assert session_wants(snapshot(session=session)).key == (Wanted("kms:Decrypt", (KEY,)),)


def test_what_a_node_may_do_with_a_key_is_one_question() -> None:
    told = {("kms:Decrypt", KEY): known(Decision("kms:Decrypt", "allowed", resource=KEY), SIMULATE)}
    facts = simulated(decisions(), resources=told)
    found = may(facts, facts.nodes[0], "kms:Decrypt", KEY)
    assert found is not None
    assert found.answer is Answer.ALLOWED
    assert [one.value for one in found.evidence] == [f"allowed ({KEY})"]
    other = may(facts, facts.nodes[0], "kms:Decrypt", KEY + "0")
    assert other is not None
    assert (other.answer, other.fact) == (Answer.UNDECIDED, NOT_COLLECTED)


def test_one_of_several_resources_is_enough() -> None:
    streams, group = (f"arn:aws:logs:eu-west-3:{ACCOUNT}:log-group:g{end}" for end in (":x", ""))
    document = allow("logs:*", Resource=group)
    facts = reading(document)
    for resources, answer in {
        (streams,): Answer.REFUSED,
        (streams, group): Answer.ALLOWED,
        (): Answer.REFUSED,
    }.items():
        found = may(facts, facts.nodes[0], "logs:PutLogEvents", *resources)
        assert found is not None
        assert found.answer is answer
        assert found.by_reading


def test_who_refuses_is_told() -> None:
    facts = reading(boundary=allow("s3:*"))
    found = may(facts, facts.nodes[0], "kms:Decrypt", KEY)
    assert found is not None
    assert found.refused_by is By.BOUNDARY


def test_a_node_without_a_role_may_nothing_that_could_be_told() -> None:
    gone = snapshot(ec2(), roles=[role_facts(role=known(None))])
    bare = snapshot(ec2(profile_arn=None))
    for facts in (gone, bare):
        assert may(facts, facts.nodes[0], "kms:Decrypt", KEY) is None
        assert principal(facts, facts.nodes[0]) is None
    unknown = snapshot(ec2(), roles=[RoleFacts(ROLE, Unknown(Why.TIMED_OUT))])
    with pytest.raises(CannotTell):
        may(unknown, unknown.nodes[0], "kms:Decrypt", KEY)


def test_a_role_is_named_in_the_policies_of_keys_by_its_arn_and_account() -> None:
    facts = snapshot(ec2())
    assert principal(facts, facts.nodes[0]) == Principal((ROLE_ARN,), ACCOUNT)


def test_an_arn_that_is_none_has_no_account() -> None:
    assert Role("r", "odd", "/", {}, None).account == ""
