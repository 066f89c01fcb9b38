from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from support.facts import (
    ACCOUNT,
    DOCUMENTS,
    EC2_ID,
    HYBRID_ID,
    OWN_ACTIONS,
    caller,
    ec2,
    fact,
    identity,
    instance,
    known,
    node,
    snapshot,
)
from support.facts import (
    denied as denied_fact,
)
from support.scripted import ScriptedAws, denied, refused

from ssmwizard.app.gather_caller import CallerQuestions
from ssmwizard.collect import caller as collect
from ssmwizard.collect.caller_nodes import MOST_GROUPS, MOST_LISTED
from ssmwizard.collect.simulation import simulate
from ssmwizard.model.caller import CallerRights, Kind, Principal
from ssmwizard.model.facts import Known, Unknown, Why
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.role import Decision
from ssmwizard.model.session import PREFERENCES, Key, Preferences, SessionFacts
from ssmwizard.model.snapshot import Snapshot

SIMULATE = "iam:SimulatePrincipalPolicy"
START = "ssm:StartSession"
USER = f"arn:aws:iam::{ACCOUNT}:user/teams/web/ann"
SESSION = f"arn:aws:sts::{ACCOUNT}:assumed-role/AWSReservedSSO_Ops_1/noor@example.com"
REAL = f"arn:aws:iam::{ACCOUNT}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Ops_1"
INSTANCE = f"arn:aws:ec2:eu-west-3:{ACCOUNT}:instance/{EC2_ID}"
MACHINE = f"arn:aws:ssm:eu-west-3:{ACCOUNT}:managed-instance/{HYBRID_ID}"
DOCUMENT = f"arn:aws:ssm:eu-west-3:{ACCOUNT}:document/{DOCUMENTS[0]}"
TAG = "ssm:resourceTag/Team"
CHECK = "ssm:SessionDocumentAccessCheck"

Decide = Callable[[str, str, Mapping[str, str]], Any]


# Who the caller is.


@pytest.mark.parametrize(
    ("arn", "who"),
    [
        (USER, Principal(Kind.USER, USER, "ann", "ann")),
        (f"arn:aws:iam::{ACCOUNT}:root", Principal(Kind.ROOT, "", "root", "root")),
        (
            f"arn:aws-cn:sts::{ACCOUNT}:federated-user/bob",
            Principal(Kind.FEDERATED, "", "bob", "bob"),
        ),
        (SESSION, Principal(Kind.ROLE, REAL, "AWSReservedSSO_Ops_1", "noor@example.com")),
        ("arn:new:thing", Principal(Kind.OTHER, "", "arn:new:thing", "")),
    ],
)
def test_who_the_simulator_is_asked_about(arn: str, who: Principal) -> None:
    aws = ScriptedAws({"iam:GetRole": {"Role": {"Arn": REAL}}})
    assert collect.principal(aws, caller(arn)).require() == who
    assert len(aws.asked) == (who.kind is Kind.ROLE)


def test_a_role_may_be_gone_or_out_of_sight() -> None:
    gone = ScriptedAws({"iam:GetRole": refused("iam:GetRole", "NoSuchEntity")})
    assert collect.principal(gone, caller(SESSION)).require().arn == ""
    hidden = collect.principal(ScriptedAws({"iam:GetRole": denied("iam:GetRole")}), caller(SESSION))
    assert isinstance(hidden, Unknown)
    assert hidden.right == "iam:GetRole"
    nobody = denied_fact("sts:GetCallerIdentity")
    assert collect.principal(ScriptedAws({}), nobody) is nobody


def test_the_condition_keys_of_its_policies_are_asked_for() -> None:
    keys = {"ContextKeyNames": [TAG, "aws:SourceIp", TAG]}
    aws = ScriptedAws({"iam:GetContextKeysForPrincipalPolicy": keys})
    assert collect.identified(aws, caller(USER)).keys.require() == ("aws:SourceIp", TAG)
    root = collect.identified(ScriptedAws({}), caller(f"arn:aws:iam::{ACCOUNT}:root"))
    assert isinstance(root.keys, Unknown)


# What the simulator answers.


def test_each_resource_has_its_own_decision() -> None:
    inner = [
        {"EvalResourceName": "a", "EvalResourceDecision": "allowed", "MissingContextValues": ["x"]},
        {
            "EvalResourceName": "b",
            "EvalResourceDecision": "implicitDeny",
            "PermissionsBoundaryDecisionDetail": {"AllowedByPermissionsBoundary": False},
        },
    ]
    told = simulated(inner, organization=False)
    assert told[START, "a"].allowed
    assert told[START, "a"].missing_context == ("x",)
    assert told[START, "b"].allowed_by_boundary is False
    assert told[START, "b"].missing_context == ()


def simulated(inner: list[dict[str, Any]], *, organization: bool) -> Mapping[Any, Any]:
    """What is read from one result about several resources."""
    result = {
        "EvalActionName": START,
        "EvalDecision": "implicitDeny",
        "EvalResourceName": "arn:${Partition}:ec2:…",
        "OrganizationsDecisionDetail": {"AllowedByOrganizations": organization},
        "MissingContextValues": ["x"],
        "ResourceSpecificResults": inner,
    }
    aws = ScriptedAws({SIMULATE: {"EvaluationResults": [result]}})
    return simulate(aws, USER, [START], ["a", "b"])


@pytest.mark.parametrize(
    ("first", "expected"), [("implicitDeny", False), ("explicitDeny", False), ("allowed", None)]
)
def test_the_organization_is_only_blamed_where_it_must_be_it(
    first: str, expected: bool | None
) -> None:
    """What it says is told of all resources together."""
    inner = [
        {"EvalResourceName": "a", "EvalResourceDecision": first},
        {"EvalResourceName": "b", "EvalResourceDecision": "implicitDeny"},
    ]
    assert simulated(inner, organization=False)[START, "b"].allowed_by_organization is expected


def test_one_resource_may_be_answered_without_being_named() -> None:
    result = {
        "EvalActionName": START,
        "EvalDecision": "allowed",
        "EvalResourceName": "arn:${Partition}:ec2:…",
    }
    aws = ScriptedAws({SIMULATE: {"EvaluationResults": [result]}})
    assert simulate(aws, USER, [START], ["*"])[START, "*"].allowed


YES, NO = Decision(START, "allowed"), Decision(START, "implicitDeny")
FORBIDDEN = Decision(START, "explicitDeny")


@pytest.mark.parametrize(
    ("documented", "other", "may"),
    [
        (YES, NO, True),
        (NO, NO, False),
        (FORBIDDEN, YES, False),
        (NO, YES, None),
        (replace(NO, missing_context=("x",)), NO, None),
        (NO, replace(NO, missing_context=("x",)), None),
        (replace(FORBIDDEN, missing_context=("x",)), NO, None),
        (Decision(START, "perhaps"), NO, None),
    ],
)
def test_a_document_may_be_named_as_samples_write_it(
    documented: Decision, other: Decision, may: bool | None
) -> None:
    assert collect.may_name(documented, other) is may


# What is asked.


class Simulator:
    """Answers from a function of action, resource and context: a decision, and keys it misses."""

    def __init__(self, decide: Decide) -> None:
        self._decide = decide

    def __call__(self, **asked: Any) -> dict[str, Any]:
        given = {
            one["ContextKeyName"]: one["ContextKeyValues"][0] for one in asked["ContextEntries"]
        }
        return {
            "EvaluationResults": [
                {
                    "EvalActionName": action,
                    "EvalDecision": "implicitDeny",
                    "ResourceSpecificResults": [
                        {
                            "EvalResourceName": resource,
                            "EvalResourceDecision": decided,
                            "MissingContextValues": [key for key in missing if key not in given],
                        }
                        for resource in asked["ResourceArns"]
                        for decided, *missing in (self._decide(action, resource, given),)
                    ],
                }
                for action in asked["ActionNames"]
            ]
        }


def of_tag(_action: str, resource: str, given: Mapping[str, str]) -> tuple[str, ...]:
    """Nodes of one team may be entered."""
    if ":document/" in resource or ":session/" in resource:
        return ("allowed",)
    return ("allowed" if given.get(TAG) == "web" else "implicitDeny", TAG)


def guarded(document: str) -> Decide:
    """Nodes may be entered by whoever may use the session document."""

    def decide(_action: str, resource: str, given: Mapping[str, str]) -> tuple[str, ...]:
        if ":document/" in resource:
            return (document,)
        return ("allowed" if given.get(CHECK, "true") == "true" else "implicitDeny",)

    return decide


def always(*decided: str) -> Decide:
    return lambda *_: decided


def gathered(
    decide: Decide | Exception, nodes: Iterable[NodeFacts], **more: Any
) -> tuple[CallerRights, ScriptedAws]:
    """Ask what a caller may do on nodes, one question after the other."""
    script = {SIMULATE: decide if isinstance(decide, Exception) else Simulator(decide)}
    aws = ScriptedAws({**script, **more.pop("script", {})})
    who = more.pop("who", Principal(Kind.USER, USER, "ann", "ann"))
    usual = {"identity": identity(caller=caller(USER, user_id="AIDAANN"))}
    keys = more.pop("keys", ())
    rights = CallerRights(known(who), fact(keys))
    return asked(aws, snapshot(*nodes, rights=rights, **{**usual, **more})), aws


def asked(aws: ScriptedAws, of: Snapshot) -> CallerRights:
    questions = CallerQuestions.of(aws, of, lambda _, these: {k: q() for k, q in these.items()})
    assert questions is not None
    answers = {key: question() for key, question in questions.first(of).items()}
    return questions.rest(of, answers)


def tagged(number: int, **tags: str) -> NodeFacts:
    """An instance with tags."""
    node_id = f"i-{number:017x}"
    facts = instance(node_id, tags=tuple(sorted(tags.items())))
    return replace(ec2(), id=node_id, instance=known(facts))


def decisions(rights: CallerRights) -> list[str]:
    return [one.require().decision.decision for one in rights.nodes.values()]


def contexts(aws: ScriptedAws) -> list[dict[str, str]]:
    return [
        {one["ContextKeyName"]: one["ContextKeyValues"][0] for one in asked["ContextEntries"]}
        for name, asked in aws.asked
        if name == SIMULATE
    ]


def test_nodes_documents_and_own_sessions_are_asked_about_by_their_arns() -> None:
    _, aws = gathered(always("allowed"), (node(), node(HYBRID_ID)))
    start, own = (asked for _, asked in aws.asked)
    assert start["ActionNames"] == [START]
    assert {INSTANCE, MACHINE, DOCUMENT} < set(start["ResourceArns"])
    assert f"arn:aws:ssm:eu-west-3::document/{DOCUMENTS[1]}" in start["ResourceArns"]
    assert own["ActionNames"] == list(OWN_ACTIONS)
    begins = [arn.rpartition("/")[2].rpartition("-")[0] for arn in own["ResourceArns"]]
    assert begins == ["AIDAANN", "ann"]


def test_what_a_request_carries_is_told_as_far_as_it_is_known() -> None:
    _, aws = gathered(always("allowed"), (node(),))
    for context in contexts(aws):
        assert context["aws:userid"] == "AIDAANN"
        assert context["aws:username"] == "ann"
        assert context["aws:RequestedRegion"] == "eu-west-3"
        assert "aws:MultiFactorAuthPresent" not in context
    assert contexts(aws)[1]["ssm:resourceTag/aws:ssmmessages:session-id"] == "AIDAANN"
    role = Principal(Kind.ROLE, REAL, "ops", "noor")
    _, aws = gathered(always("allowed"), (node(),), who=role)
    assert "aws:username" not in contexts(aws)[0]
    assert contexts(aws)[0]["aws:PrincipalArn"] == REAL


@pytest.mark.parametrize(("count", "calls"), [(1, 2), (42, 2), (43, 3), (1000, 22)])
def test_a_thousand_nodes_take_few_calls(count: int, calls: int) -> None:
    rights, aws = gathered(always("allowed"), [tagged(number) for number in range(count)])
    assert len(aws.asked) == calls
    assert set(decisions(rights)) == {"allowed"}


def test_tags_are_told_where_policies_ask_for_them_and_once_for_those_alike() -> None:
    nodes = [tagged(number, Team="web", Name=f"web-{number}") for number in range(60)]
    nodes += [tagged(100 + number, Team="data") for number in range(3)]
    nodes += [tagged(200)]
    rights, aws = gathered(of_tag, nodes)
    assert decisions(rights) == ["allowed"] * 60 + ["implicitDeny"] * 4
    again = [one for one in contexts(aws) if TAG in one]
    assert sorted(one[TAG] for one in again) == ["data", "web", "web"]
    assert all("ssm:resourceTag/Name" not in one for one in contexts(aws))


def test_a_tag_that_a_node_lacks_is_no_open_question() -> None:
    rights, _ = gathered(of_tag, [tagged(1)])
    (right,) = (one.require() for one in rights.nodes.values())
    assert right.tags == (("Team", None),)
    assert right.decision.missing_context == ()


def test_tags_nobody_may_see_stay_an_open_question() -> None:
    hidden = replace(ec2(), instance=denied_fact("ec2:DescribeInstances"))
    rights, aws = gathered(of_tag, [hidden])
    assert rights.nodes[hidden.id].require().decision.missing_context == (TAG,)
    assert not [one for one in contexts(aws) if TAG in one]


def test_tags_of_machines_outside_ec2_are_only_asked_for_where_they_decide() -> None:
    _, aws = gathered(always("allowed"), [node(HYBRID_ID)])
    assert "ssm:ListTagsForResource" not in dict(aws.asked)
    listed = {"ssm:ListTagsForResource": {"TagList": [{"Key": "Team", "Value": "web"}]}}
    rights, aws = gathered(of_tag, [node(HYBRID_ID)], script=listed)
    assert decisions(rights) == ["allowed"]
    assert dict(aws.asked)["ssm:ListTagsForResource"]["ResourceId"] == HYBRID_ID


def test_tags_of_a_machine_that_may_not_be_listed_stay_an_open_question() -> None:
    script = {"ssm:ListTagsForResource": denied("ssm:ListTagsForResource")}
    rights, _ = gathered(of_tag, [node(HYBRID_ID)], script=script)
    assert rights.nodes[HYBRID_ID].require().decision.missing_context == (TAG,)


def test_tags_that_differ_on_every_node_do_not_cost_a_call_for_each() -> None:
    nodes = [tagged(number, Team=f"team-{number}") for number in range(3 * MOST_GROUPS)]
    rights, aws = gathered(of_tag, nodes)
    assert len([one for one in contexts(aws) if TAG in one]) == MOST_GROUPS
    open_still = [
        one for one in rights.nodes.values() if one.require().decision.missing_context == (TAG,)
    ]
    assert len(open_still) == 2 * MOST_GROUPS


def test_a_tag_that_decides_only_where_there_is_one_is_told_too() -> None:
    """The simulator may not say that it missed it; the policies name it."""

    def decide(_action: str, _resource: str, given: Mapping[str, str]) -> tuple[str, ...]:
        return ("allowed" if given.get(TAG, "web") == "web" else "implicitDeny",)

    nodes = [tagged(1, Team="data"), tagged(2, Team="web"), tagged(3)]
    rights, _ = gathered(decide, nodes, keys=(TAG,))
    assert decisions(rights) == ["implicitDeny", "allowed", "allowed"]


def test_tags_that_policies_name_for_something_else_do_not_crowd_out_those_that_decide() -> None:
    nodes = [
        tagged(number, Team=("web", "data")[number % 2], Name=f"n-{number}")
        for number in range(2 * MOST_GROUPS)
    ]
    rights, aws = gathered(of_tag, nodes, keys=(TAG, "aws:ResourceTag/Name"))
    assert decisions(rights) == ["allowed", "implicitDeny"] * MOST_GROUPS
    assert all("aws:ResourceTag/Name" not in one for one in contexts(aws))


def test_an_answer_that_is_missing_the_second_time_leaves_the_node_open() -> None:
    asked_for = []

    def decide(_action: str, resource: str, given: Mapping[str, str]) -> tuple[str, ...]:
        asked_for.append(resource)
        return ("allowed", TAG)

    simulator = Simulator(decide)

    def forgetful(**parameters: Any) -> Any:
        told = simulator(**parameters)
        if any(one["ContextKeyName"] == TAG for one in parameters["ContextEntries"]):
            told["EvaluationResults"][0]["ResourceSpecificResults"].pop()
        return told

    aws = ScriptedAws({SIMULATE: forgetful})
    who = Principal(Kind.USER, USER, "ann", "ann")
    nodes = [tagged(1, Team="web"), tagged(2, Team="web")]
    rights = asked(aws, snapshot(*nodes, rights=CallerRights(known(who), known(()))))
    assert [isinstance(one, Known) for one in rights.nodes.values()] == [True, False]


def test_who_may_simulate_no_more_the_second_time_is_told_so() -> None:
    simulator = Simulator(of_tag)

    def tired(**parameters: Any) -> Any:
        given = {one["ContextKeyName"] for one in parameters["ContextEntries"]}
        return denied(SIMULATE) if TAG in given else simulator(**parameters)

    aws = ScriptedAws({SIMULATE: tired})
    who = Principal(Kind.USER, USER, "ann", "ann")
    rights = asked(aws, snapshot(tagged(1, Team="web"), rights=CallerRights(known(who), known(()))))
    (told,) = rights.nodes.values()
    assert isinstance(told, Unknown)
    assert told.right == SIMULATE


def test_many_machines_do_not_cost_a_list_of_tags_for_each() -> None:
    nodes = [node(f"mi-{number:017x}") for number in range(MOST_LISTED + 20)]
    script = {"ssm:ListTagsForResource": {"TagList": []}}
    _, aws = gathered(of_tag, nodes, script=script)
    asked_for = [name for name, _ in aws.asked].count("ssm:ListTagsForResource")
    assert asked_for == MOST_LISTED


@pytest.mark.parametrize(
    ("document", "decided", "by_document", "calls"),
    [("allowed", "allowed", False, 3), ("implicitDeny", "implicitDeny", True, 4)],
)
@pytest.mark.parametrize("keys", [(CHECK,), denied_fact("iam:GetContextKeysForPrincipalPolicy")])
def test_the_check_of_the_session_document_decides_where_it_is_asked_for(
    document: str, decided: str, by_document: bool, calls: int, keys: Any
) -> None:
    rights, aws = gathered(guarded(document), [tagged(1)], keys=keys)
    (right,) = (one.require() for one in rights.nodes.values())
    assert (right.decision.decision, right.by_document) == (decided, by_document)
    assert right.decision.missing_context == ()
    assert len(aws.asked) == calls


def test_a_document_that_hangs_on_what_nobody_knows_leaves_the_check_open() -> None:
    def decide(action: str, resource: str, given: Mapping[str, str]) -> tuple[str, ...]:
        told = guarded("implicitDeny")(action, resource, given)
        return (*told, "aws:SourceIp") if ":document/" in resource else told

    rights, _ = gathered(decide, [tagged(1)], keys=(CHECK,))
    (right,) = (one.require() for one in rights.nodes.values())
    assert right.decision.missing_context == (CHECK,)
    assert not right.by_document


def test_a_check_that_no_policy_asks_for_costs_nothing() -> None:
    _, aws = gathered(always("implicitDeny"), [tagged(1)])
    assert all(CHECK not in one for one in contexts(aws))


def test_just_in_time_access_is_only_asked_for_where_a_session_is_refused() -> None:
    rights, _ = gathered(always("allowed"), [tagged(1)])
    assert isinstance(rights.requests, Unknown)

    def decide(action: str, _resource: str, _given: Mapping[str, str]) -> tuple[str, ...]:
        return ("implicitDeny",) if action == START else ("allowed",)

    rights, _ = gathered(decide, [tagged(1)])
    assert rights.requests.require() is True
    rights, _ = gathered(always("implicitDeny"), [tagged(1)])
    assert rights.requests.require() is False


def preferring(kms_key: str, key: Any) -> SessionFacts:
    found = Preferences(PREFERENCES, "1", kms_key=kms_key)
    return SessionFacts(preferences=known(found), key=fact(key))


KEY_ARN = f"arn:aws:kms:eu-west-3:{ACCOUNT}:key/k-1"
KEY = Key(KEY_ARN, "k-1", ACCOUNT, "Enabled", "SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", "CUSTOMER")


@pytest.mark.parametrize(
    ("session", "arn"),
    [
        (preferring("alias/sessions", KEY), KEY_ARN),
        (preferring(KEY_ARN, denied_fact("kms:DescribeKey")), KEY_ARN),
        (preferring("alias/sessions", denied_fact("kms:DescribeKey")), None),
        (SessionFacts(preferences=known(None)), None),
        (SessionFacts(), None),
    ],
)
def test_the_session_key_is_asked_about_by_its_arn(session: SessionFacts, arn: str | None) -> None:
    rights, aws = gathered(always("allowed"), [tagged(1)], session=session)
    keys = [one["ResourceArns"] for _, one in aws.asked if one["ActionNames"] != [START]][1:]
    assert keys == ([[arn]] if arn else [])
    assert isinstance(rights.key, Known) is bool(arn)


@pytest.mark.parametrize(
    ("action", "member"), [("ssm:GetAccessToken", "requests"), ("kms:GenerateDataKey", "key")]
)
def test_what_may_not_be_simulated_alone_is_unknown_alone(action: str, member: str) -> None:
    simulator = Simulator(always("implicitDeny"))

    def partly(**parameters: Any) -> Any:
        return denied(SIMULATE) if action in parameters["ActionNames"] else simulator(**parameters)

    aws = ScriptedAws({SIMULATE: partly})
    who = Principal(Kind.USER, USER, "ann", "ann")
    session = preferring(KEY_ARN, KEY)
    of = snapshot(tagged(1), session=session, rights=CallerRights(known(who), known(())))
    rights = asked(aws, of)
    assert isinstance(getattr(rights, member), Unknown)
    others = {"requests", "key", "own", "documents"} - {member}
    assert all(isinstance(getattr(rights, other), Known) for other in others)


def test_who_may_not_simulate_is_told_so_everywhere() -> None:
    rights, _ = gathered(denied(SIMULATE), (node(), node(HYBRID_ID)))
    for told in (*rights.nodes.values(), rights.documents, rights.own):
        assert isinstance(told, Unknown)
        assert (told.why, told.right) == (Why.DENIED, SIMULATE)


def test_an_answer_without_a_node_leaves_it_open() -> None:
    rights, _ = gathered(always("allowed"), [tagged(1)])
    aws = ScriptedAws({SIMULATE: {"EvaluationResults": []}})
    of = snapshot(tagged(1), rights=CallerRights(known(Principal(Kind.USER, USER, "ann", "ann"))))
    rights = asked(aws, of)
    assert all(isinstance(one, Unknown) for one in rights.nodes.values())
    assert isinstance(rights.documents, Unknown)
    assert rights.own.require() == {}


@pytest.mark.parametrize(
    "of",
    [
        snapshot(rights=CallerRights(denied_fact("iam:GetRole"))),
        snapshot(rights=CallerRights(known(Principal(Kind.ROOT, "", "root", "root")))),
        replace(
            snapshot(), rights=CallerRights(known(Principal(Kind.USER, USER, "a", "a"))), nodes=()
        ),
        replace(snapshot(), partition=None),
    ],
)
def test_nothing_is_asked_where_there_is_nobody_to_ask_about(of: Snapshot) -> None:
    assert CallerQuestions.of(ScriptedAws({}), of, lambda _, these: dict(these)) is None
