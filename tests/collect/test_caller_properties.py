"""What is simulated about starting sessions is what the service does: the demo account judges both."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from support.facts import caller, identity, instance, known, node, snapshot
from support.scripted import ScriptedAws

from ssmwizard.app.gather_caller import CallerQuestions
from ssmwizard.checks.caller_words import refused
from ssmwizard.demo import open_account
from ssmwizard.demo.caller import authorise
from ssmwizard.demo.context import Caller, Context
from ssmwizard.demo.failure import AwsError
from ssmwizard.demo.operations import OPERATIONS
from ssmwizard.model.caller import CallerRights, Kind, NodeRight, Principal
from ssmwizard.model.facts import Known

ACTION = "ssm:StartSession"
WORLD = open_account("healthy", pace=0).world
ANN = dict(WORLD["iam"]["users"]["camille"])
ACCOUNT, REGION = WORLD["account"], "eu-west-3"
KEYS, VALUES = ("Team", "Stage"), ("web", "data")
NODES = (*(f"i-{number:017x}" for number in range(4)), "mi-0123456789abcdef0")
DOCUMENT = f"arn:aws:ssm:{REGION}:{ACCOUNT}:document/SSM-SessionManagerRunShell"
NAMED = tuple(f"arn:aws:ec2:{REGION}:{ACCOUNT}:instance/{one}" for one in NODES[:2])
CHECK = "ssm:SessionDocumentAccessCheck"


def tag_condition(operator: str, kind: str, key: str, value: str) -> dict[str, Any]:
    return {operator: {f"{kind}:ResourceTag/{key}": value}}


CONDITIONS = st.one_of(
    st.just({}),
    st.builds(
        tag_condition,
        st.sampled_from(["StringEquals", "StringLike", "StringNotEquals", "StringEqualsIfExists"]),
        st.sampled_from(["ssm", "aws"]),
        st.sampled_from(KEYS),
        st.sampled_from([*VALUES, "w*", "${aws:username}"]),
    ),
    st.builds(
        lambda operator, value: {operator: {CHECK: value}},
        st.sampled_from(["Bool", "BoolIfExists"]),
        st.sampled_from(["true", "false"]),
    ),
    st.just({"StringEquals": {"aws:RequestedRegion": REGION}}),
    st.just({"StringEquals": {"aws:SourceVpce": "vpce-1"}}),
)
STATEMENTS = st.builds(
    lambda effect, resource, condition: {
        "Effect": effect,
        "Action": ACTION,
        "Resource": resource,
        "Condition": condition,
    },
    st.sampled_from(["Allow", "Allow", "Allow", "Deny"]),
    st.sampled_from(
        [
            "*",
            f"arn:aws:ec2:{REGION}:*:instance/*",
            f"arn:aws:ssm:{REGION}:*:managed-instance/*",
            *NAMED,
            DOCUMENT,
            [NAMED[0], DOCUMENT],
        ]
    ),
    CONDITIONS,
)
POLICIES = st.lists(STATEMENTS, min_size=1, max_size=5)
TAGS = st.lists(
    st.dictionaries(st.sampled_from(KEYS), st.sampled_from([*VALUES, ""])),
    min_size=len(NODES),
    max_size=len(NODES),
)


def account(statements: list[dict[str, Any]], tags: list[dict[str, str]]) -> Context:
    """An account in which ann may do what the statements say, on nodes with those tags."""
    ann = {
        **ANN,
        "Attached": [],
        "Inline": {"one": {"Version": "2012-10-17", "Statement": statements}},
    }
    iam = {**WORLD["iam"], "users": {"camille": ann}}
    described = {
        node_id: {"Tags": [{"Key": key, "Value": value} for key, value in those.items()]}
        for node_id, those in zip(NODES, tags, strict=True)
    }
    region = {**WORLD["regions"][REGION], "instances": described, "nodes": described}
    world = {**WORLD, "iam": iam, "regions": {REGION: region}}
    return Context(world, REGION, Caller("key", ann["Arn"], ann["UserId"], ann), 0.0)


def really(context: Context, node_id: str) -> bool:
    """Whether the service would let a session start."""
    try:
        authorise(context, ACTION, OPERATIONS[ACTION], {"Target": node_id})
    except AwsError:
        return False
    return True


def said(context: Context, tags: list[dict[str, str]]) -> dict[str, NodeRight]:
    """What is found out by asking the simulator."""

    def answer(operation: str) -> Callable[..., Any]:
        return lambda **parameters: OPERATIONS[operation].run(context, parameters)

    def listed(**parameters: Any) -> dict[str, Any]:
        return {"TagList": context.region["nodes"][parameters["ResourceId"]]["Tags"]}

    simulate = "iam:SimulatePrincipalPolicy"
    aws = ScriptedAws({simulate: answer(simulate), "ssm:ListTagsForResource": listed})
    who = context.caller
    nodes = []
    for node_id, those in zip(NODES, tags, strict=True):
        facts = instance(node_id, tags=tuple(sorted(those.items())))
        nodes.append(node(node_id, instance=facts) if node_id.startswith("i-") else node(node_id))
    of = snapshot(
        *nodes,
        identity=identity(caller=caller(who.arn, account=ACCOUNT, user_id=who.user_id)),
        rights=CallerRights(
            known(Principal(Kind.USER, who.arn, "camille", "camille")),
            known(
                tuple(
                    answer("iam:GetContextKeysForPrincipalPolicy")(PolicySourceArn=who.arn)[
                        "ContextKeyNames"
                    ]
                )
            ),
        ),
    )
    questions = CallerQuestions.of(aws, of, lambda _, these: {k: q() for k, q in these.items()})
    assert questions is not None
    answers = {key: question() for key, question in questions.first(of).items()}
    rights = questions.rest(of, answers).nodes
    return {name: one.value for name, one in rights.items() if isinstance(one, Known)}


SEEN: Counter[str] = Counter()


@settings(max_examples=200)
@given(POLICIES, TAGS)
def one_account(statements: list[dict[str, Any]], tags: list[dict[str, str]]) -> None:
    context = account(statements, tags)
    rights = said(context, tags)
    assert set(rights) == set(NODES)
    for node_id, right in rights.items():
        may = really(context, node_id)
        one = right.decision
        if refused(one):
            SEEN["refused"] += 1
            assert not may, one
        elif one.allowed and not one.missing_context:
            SEEN["allowed"] += 1
            assert may, one
        else:
            SEEN["open"] += 1


def test_what_is_simulated_is_what_the_service_does() -> None:
    one_account()
    assert min(SEEN["refused"], SEEN["allowed"]) > SEEN["open"] / 10, SEEN
