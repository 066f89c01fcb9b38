"""Policies as AWS's documentation shows them, and policies that cannot be read."""

from collections.abc import Mapping
from typing import Any

import pytest

from ssmwizard.checks.policy import Document, Outcome, Principal, Reading, Request, decide
from ssmwizard.checks.policy_match import MAYBE, NO, YES, Answer

ACCOUNT = "111122223333"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/team/web"
SESSION = f"arn:aws:sts::{ACCOUNT}:assumed-role/web/i-1"
USER = f"arn:aws:iam::{ACCOUNT}:user/bob"
START = "ssm:StartSession"
NODE = f"arn:aws:ec2:eu-west-3:{ACCOUNT}:instance/i-1"
ALLOWED, DENIED = Outcome.ALLOWED, Outcome.DENIED
NOT_ALLOWED, UNDECIDED = Outcome.NOT_ALLOWED, Outcome.UNDECIDED

ROLE_KNOWN = Principal((ROLE,), ACCOUNT)
IN_SESSION = Principal((ROLE, SESSION), ACCOUNT, ("AROAEXAMPLE",))
PERSON = Principal((USER,), ACCOUNT, ("AIDAEXAMPLE",))
SSM = Principal(services=("ssm.amazonaws.com",))


def policy(*statements: object, **parts: Any) -> dict[str, Any]:
    return {"Version": "2012-10-17", "Statement": list(statements), **parts}


def one(effect: str = "Allow", **parts: Any) -> dict[str, Any]:
    return {"Effect": effect, "Action": START, "Resource": "*", **parts}


def when(operator: str, key: str, *values: Any) -> dict[str, Any]:
    return one(Condition={operator: {key: list(values) if len(values) > 1 else values[0]}})


def read(*bodies: object, resource: str | None = NODE, who: Any = None, **keys: Any) -> Reading:
    documents = [Document(f"policy-{number}", body) for number, body in enumerate(bodies, 1)]
    spelled = {name.replace("__", "/").replace("_", ":", 1): told for name, told in keys.items()}
    return decide(documents, Request(START, resource, spelled, who))


ELEMENTS: Mapping[str, tuple[dict[str, Any], Outcome]] = {
    "any-action": (one(Action="*"), ALLOWED),
    "action-by-pattern": (one(Action="ssm:Start*"), ALLOWED),
    "action-by-sign": (one(Action="ssm:StartSessio?"), ALLOWED),
    "action-in-any-case": (one(Action="SSM:startsession"), ALLOWED),
    "one-of-several-actions": (one(Action=["ssm:GetDocument", START]), ALLOWED),
    "another-action": (one(Action="ssm:StartSessions"), NOT_ALLOWED),
    "brackets-are-no-pattern": (one(Action="ssm:[S]tartSession"), NOT_ALLOWED),
    "all-but-another": ({**one(NotAction="iam:*"), "Action": None}, ALLOWED),
    "all-but-this": ({**one(NotAction="ssm:*"), "Action": None}, NOT_ALLOWED),
    "this-resource": (one(Resource=NODE), ALLOWED),
    "resource-by-pattern": (one(Resource="arn:aws:ec2:*:*:instance/*"), ALLOWED),
    "resource-in-another-case": (one(Resource=NODE.upper()), NOT_ALLOWED),
    "another-partition": (one(Resource="arn:aws-cn:ec2:*:*:instance/*"), NOT_ALLOWED),
    "open-end": (one(Resource="arn:aws:ec2:*"), ALLOWED),
    "a-star-over-a-colon": (one(Resource="arn:aws:ec2:*:instance/i-1"), UNDECIDED),
    "all-but-another-resource": ({**one(NotResource="arn:aws:s3:::*"), "Resource": None}, ALLOWED),
    "all-but-this-resource": ({**one(NotResource=NODE), "Resource": None}, NOT_ALLOWED),
    "denied": (one("Deny"), DENIED),
    "named-by-a-sid": (one(Sid="Start"), ALLOWED),
    "no-effect": ({**one(), "Effect": None}, UNDECIDED),
    "another-effect": (one("Permit"), UNDECIDED),
    "another-effect-for-another-action": (one("Permit", Action="ssm:GetDocument"), NOT_ALLOWED),
    "both-actions": (one(NotAction="iam:*"), UNDECIDED),
    "both-resources": (one(NotResource=NODE), UNDECIDED),
    "no-action": ({**one(), "Action": None}, UNDECIDED),
    "no-resource": ({**one(), "Resource": None}, UNDECIDED),
    "an-empty-list-of-actions": (one(Action=[]), UNDECIDED),
    "a-number-for-an-action": (one(Action=7), UNDECIDED),
    "an-object-for-a-resource": (one(Resource={"Ref": "Node"}), UNDECIDED),
    "an-element-nobody-knows": (one(Conditions={"Bool": {}}), UNDECIDED),
    "a-principal-where-none-belongs": (one(Principal="*"), UNDECIDED),
    "a-condition-that-is-a-list": (one(Condition=[{"Bool": {"a": "true"}}]), UNDECIDED),
    "an-operator-without-keys": (one(Condition={"Bool": "true"}), UNDECIDED),
    "an-empty-condition": (one(Condition={}), ALLOWED),
}


@pytest.mark.parametrize(("statement", "outcome"), ELEMENTS.values(), ids=list(ELEMENTS))
def test_a_statement_is_read(statement: dict[str, Any], outcome: Outcome) -> None:
    whole = {name: value for name, value in statement.items() if value is not None}
    assert read(policy(whole)).outcome is outcome
    assert read({**policy(), "Statement": whole}).outcome is outcome


BODIES: Mapping[str, tuple[object, Outcome]] = {
    "json": ('{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}', ALLOWED),
    "json-of-a-list": ("[]", UNDECIDED),
    "no-json": ("{Statement: }", UNDECIDED),
    "empty": ("", UNDECIDED),
    "nothing": (None, UNDECIDED),
    "no-statements": ({"Version": "2012-10-17"}, UNDECIDED),
    "no-statement": (policy(), NOT_ALLOWED),
    "a-statement-that-is-a-text": (policy("Allow"), UNDECIDED),
    "statements-that-are-a-text": ({"Statement": "*"}, UNDECIDED),
    "another-version": ({**policy(one()), "Version": "2030-01-01"}, UNDECIDED),
    "a-version-that-is-an-object": ({**policy(one()), "Version": {}}, UNDECIDED),
    "an-id": ({**policy(one()), "Id": "mine"}, ALLOWED),
}


@pytest.mark.parametrize(("body", "outcome"), BODIES.values(), ids=list(BODIES))
def test_a_document_is_read_or_said_to_be_unreadable(body: object, outcome: Outcome) -> None:
    reading = read(body)
    assert reading.outcome is outcome
    if outcome is UNDECIDED:
        assert "policy-1" in " ".join(map(str, reading.problems))


def test_no_policy_allows_nothing() -> None:
    assert read().outcome is NOT_ALLOWED


def test_a_denial_in_one_policy_outweighs_the_allows_of_all_others() -> None:
    reading = read(policy(one()), policy(one("Deny", Sid="Never")), policy(one()))
    assert reading.outcome is DENIED
    assert list(map(str, reading.statements)) == ["policy-2: Never"]


def test_what_may_be_denied_is_undecided_and_names_the_key() -> None:
    perhaps = {**when("Bool", "aws:ViaAWSService", "false"), "Effect": "Deny"}
    reading = read(policy(one(), perhaps))
    assert reading.outcome is UNDECIDED
    assert reading.missing == ("aws:ViaAWSService",)
    assert list(map(str, reading.statements)) == ["policy-1: 2"]


def test_what_may_be_denied_and_is_allowed_by_none_is_refused_for_certain() -> None:
    perhaps = {**when("Bool", "aws:ViaAWSService", "false"), "Effect": "Deny"}
    reading = read(policy(perhaps))
    assert (reading.outcome, reading.allow, reading.deny) == (NOT_ALLOWED, NO, MAYBE)


def test_an_unreadable_policy_takes_the_certainty_from_an_allow_but_not_from_a_denial() -> None:
    assert read(policy(one()), "?").outcome is UNDECIDED
    assert read(policy(one("Deny")), "?").outcome is DENIED


def test_a_resource_that_is_not_known_fits_what_fits_all() -> None:
    assert read(policy(one()), resource=None).outcome is ALLOWED
    assert read(policy(one(Resource=NODE)), resource=None).outcome is UNDECIDED


REGION, TAGS = "aws_RequestedRegion", "aws_TagKeys"
CONDITIONS: Mapping[str, tuple[dict[str, Any], dict[str, Any], Outcome]] = {
    "key-in-any-case": (
        when("StringEquals", "AWS:requestedREGION", "eu-west-3"),
        {REGION: ("eu-west-3",)},
        ALLOWED,
    ),
    "operator-in-any-case": (
        when("stringequals", "aws:RequestedRegion", "eu-west-3"),
        {REGION: ("eu-west-3",)},
        ALLOWED,
    ),
    "no-pattern-in-equals": (
        when("StringEquals", "aws:RequestedRegion", "eu-*"),
        {REGION: ("eu-west-3",)},
        NOT_ALLOWED,
    ),
    "a-key-that-is-not-known": (when("StringLike", "aws:RequestedRegion", "*"), {}, UNDECIDED),
    "a-key-that-is-not-there": (
        when("StringLike", "aws:RequestedRegion", "*"),
        {REGION: ()},
        NOT_ALLOWED,
    ),
    "not-and-not-there": (
        when("StringNotEquals", "aws:RequestedRegion", "eu-west-3"),
        {REGION: ()},
        ALLOWED,
    ),
    "if-exists-and-not-there": (
        when("StringEqualsIfExists", "aws:RequestedRegion", "eu-west-3"),
        {REGION: ()},
        ALLOWED,
    ),
    "if-exists-and-not-known": (
        when("StringEqualsIfExists", "aws:RequestedRegion", "eu-west-3"),
        {},
        UNDECIDED,
    ),
    "null-and-not-there": (when("Null", "aws:RequestedRegion", "true"), {REGION: ()}, ALLOWED),
    "null-and-there": (when("Null", "aws:RequestedRegion", True), {REGION: ("a",)}, NOT_ALLOWED),
    "null-and-not-known": (when("Null", "aws:RequestedRegion", "false"), {}, UNDECIDED),
    "null-of-nonsense": (when("Null", "aws:RequestedRegion", "yes"), {REGION: ("a",)}, UNDECIDED),
    "all-values": (
        when("ForAllValues:StringEquals", "aws:TagKeys", "a", "b"),
        {TAGS: ("a", "b")},
        ALLOWED,
    ),
    "not-all-values": (
        when("ForAllValues:StringEquals", "aws:TagKeys", "a"),
        {TAGS: ("a", "b")},
        NOT_ALLOWED,
    ),
    "all-of-no-values": (
        when("ForAllValues:StringEquals", "aws:TagKeys", "a"),
        {TAGS: ()},
        ALLOWED,
    ),
    "any-value": (
        when("ForAnyValue:StringEquals", "aws:TagKeys", "a"),
        {TAGS: ("a", "b")},
        ALLOWED,
    ),
    "any-of-no-values": (
        when("ForAnyValue:StringNotEquals", "aws:TagKeys", "a"),
        {TAGS: ()},
        NOT_ALLOWED,
    ),
    "several-values-without-a-word-for-it": (
        when("StringEquals", "aws:TagKeys", "a"),
        {TAGS: ("a", "b")},
        UNDECIDED,
    ),
    "several-values-that-all-fit": (
        when("StringEquals", "aws:TagKeys", "a", "b"),
        {TAGS: ("a", "b")},
        ALLOWED,
    ),
    "an-address": (
        when("IpAddress", "aws:SourceIp", "10.0.0.0/8"),
        {"aws_SourceIp": ("10.1.1.1",)},
        ALLOWED,
    ),
    "an-address-with-bits-left-over": (
        when("IpAddress", "aws:SourceIp", "10.1.1.7/8"),
        {"aws_SourceIp": ("10.1.1.1",)},
        ALLOWED,
    ),
    "an-address-of-the-other-kind": (
        when("IpAddress", "aws:SourceIp", "10.0.0.0/8"),
        {"aws_SourceIp": ("2001:db8::1",)},
        NOT_ALLOWED,
    ),
    "an-address-that-is-not-known": (
        when("NotIpAddress", "aws:SourceIp", "10.0.0.0/8"),
        {},
        UNDECIDED,
    ),
    "an-address-that-is-none": (
        when("IpAddress", "aws:SourceIp", "home"),
        {"aws_SourceIp": ("10.1.1.1",)},
        UNDECIDED,
    ),
    "a-number": (
        when("NumericLessThan", "aws:MultiFactorAuthAge", 3600),
        {"aws_MultiFactorAuthAge": ("60",)},
        ALLOWED,
    ),
    "no-number": (
        when("NumericLessThan", "aws:MultiFactorAuthAge", "NaN"),
        {"aws_MultiFactorAuthAge": ("60",)},
        UNDECIDED,
    ),
    "a-time": (
        when("DateGreaterThan", "aws:CurrentTime", "2026-01-01T00:00:00Z"),
        {"aws_CurrentTime": ("2026-11-24T08:00:00Z",)},
        ALLOWED,
    ),
    "a-time-in-seconds": (
        when("DateLessThan", "aws:EpochTime", 1700000000),
        {"aws_EpochTime": ("2020-01-01T00:00:00Z",)},
        ALLOWED,
    ),
    "a-year-or-a-few-seconds": (
        when("DateLessThan", "aws:CurrentTime", "2030"),
        {"aws_CurrentTime": ("2026-11-24T08:00:00Z",)},
        UNDECIDED,
    ),
    "true": (
        when("Bool", "aws:SecureTransport", True),
        {"aws_SecureTransport": ("TRUE",)},
        ALLOWED,
    ),
    "neither-true-nor-false": (
        when("Bool", "aws:SecureTransport", "yes"),
        {"aws_SecureTransport": ("true",)},
        UNDECIDED,
    ),
    "bytes": (when("BinaryEquals", "k:b", "QmluYXJ5"), {"k_b": ("QmluYXJ5",)}, ALLOWED),
    "an-arn-part-by-part": (
        when("ArnLike", "aws:SourceArn", "arn:aws:ssm:*:111122223333:*"),
        {"aws_SourceArn": ("arn:aws:ssm:eu-west-3:111122223333:session/bob:1",)},
        ALLOWED,
    ),
    "an-arn-over-a-colon": (
        when("ArnLike", "aws:SourceArn", "arn:aws:ssm:*:session/bob"),
        {"aws_SourceArn": ("arn:aws:ssm:eu-west-3:111122223333:session/bob",)},
        UNDECIDED,
    ),
    "an-operator-nobody-knows": (
        when("StringMatches", "aws:TagKeys", "a"),
        {TAGS: ("a",)},
        UNDECIDED,
    ),
    "a-quantifier-nobody-knows": (
        when("ForMostValues:StringLike", "aws:TagKeys", "a"),
        {TAGS: ("a",)},
        UNDECIDED,
    ),
    "a-value-that-is-an-object": (when("StringLike", "aws:TagKeys", {}), {TAGS: ("a",)}, UNDECIDED),
    "no-values": (one(Condition={"StringLike": {"aws:TagKeys": []}}), {TAGS: ("a",)}, UNDECIDED),
    "both-conditions": (
        one(
            Condition={
                "StringEquals": {"aws:RequestedRegion": "eu-west-3"},
                "Bool": {"aws:SecureTransport": "true"},
            }
        ),
        {REGION: ("us-east-1",)},
        NOT_ALLOWED,
    ),
}


@pytest.mark.parametrize(
    ("statement", "keys", "outcome"), CONDITIONS.values(), ids=list(CONDITIONS)
)
def test_a_condition_is_read(
    statement: dict[str, Any], keys: dict[str, Any], outcome: Outcome
) -> None:
    reading = read(policy(statement), **keys)
    assert reading.outcome is outcome
    if outcome is UNDECIDED:
        assert reading.missing or reading.problems


MINE = "arn:aws:ec2:eu-west-3:111122223333:instance/${aws:username}"
VARIABLES: Mapping[str, tuple[str, dict[str, Any], Outcome]] = {
    "filled-in": (MINE, {"aws_username": ("i-1",)}, ALLOWED),
    "another-value": (MINE, {"aws_username": ("bob",)}, NOT_ALLOWED),
    "no-value-as-for-roles": (MINE, {"aws_username": ()}, NOT_ALLOWED),
    "not-known": (MINE, {}, UNDECIDED),
    "a-value-is-no-pattern": (MINE, {"aws_username": ("*",)}, NOT_ALLOWED),
    "several-values": (MINE, {"aws_username": ("i-1", "i-2")}, UNDECIDED),
    "otherwise": (
        MINE.replace("username", "PrincipalTag/x, 'i-1'"),
        {"aws_PrincipalTag__x": ()},
        ALLOWED,
    ),
    "a-star-that-is-one": (MINE.replace("aws:username", "*"), {}, NOT_ALLOWED),
    "not-closed": (MINE[:-1] + "*", {}, UNDECIDED),
}


@pytest.mark.parametrize(("resource", "keys", "outcome"), VARIABLES.values(), ids=list(VARIABLES))
def test_a_policy_variable_is_filled_in(
    resource: str, keys: dict[str, Any], outcome: Outcome
) -> None:
    assert read(policy(one(Resource=resource)), **keys).outcome is outcome


def test_the_old_language_has_no_variables() -> None:
    old = {"Statement": one(Resource=MINE)}
    assert read(old, aws_username=("i-1",)).outcome is NOT_ALLOWED
    assert read(old, resource=MINE).outcome is ALLOWED


AWS = "AWS"
PRINCIPALS: Mapping[str, tuple[object, Principal, Answer, bool]] = {
    "anybody": ("*", ROLE_KNOWN, YES, False),
    "any-account": ({AWS: "*"}, ROLE_KNOWN, YES, False),
    "the-role": ({AWS: [USER, ROLE]}, ROLE_KNOWN, YES, False),
    "the-role-of-a-session": ({AWS: ROLE}, IN_SESSION, YES, False),
    "the-session": ({AWS: SESSION}, IN_SESSION, YES, False),
    "another-session": ({AWS: SESSION + "0"}, IN_SESSION, NO, False),
    "some-session-of-the-role": ({AWS: SESSION}, ROLE_KNOWN, MAYBE, False),
    "a-session-of-another-role": ({AWS: SESSION.replace("web", "db")}, ROLE_KNOWN, NO, False),
    "another-role": ({AWS: ROLE + "s"}, ROLE_KNOWN, NO, False),
    "the-account": ({AWS: ACCOUNT}, ROLE_KNOWN, YES, True),
    "the-accounts-root": ({AWS: f"arn:aws:iam::{ACCOUNT}:root"}, ROLE_KNOWN, YES, True),
    "the-account-and-the-role": ({AWS: [ACCOUNT, ROLE]}, ROLE_KNOWN, YES, False),
    "another-account": ({AWS: "999999999999"}, ROLE_KNOWN, NO, False),
    "an-account-where-ours-is-not-known": ({AWS: ACCOUNT}, Principal((ROLE,)), MAYBE, True),
    "the-unique-id": ({AWS: "AROAEXAMPLE"}, IN_SESSION, YES, False),
    "another-unique-id": ({AWS: "AROAOTHER"}, IN_SESSION, NO, False),
    "a-unique-id-where-ours-is-not-known": ({AWS: "AROAEXAMPLE"}, ROLE_KNOWN, MAYBE, False),
    "a-pattern": ({AWS: f"arn:aws:iam::{ACCOUNT}:role/*"}, ROLE_KNOWN, MAYBE, False),
    "a-service": ({"Service": "ssm.amazonaws.com"}, ROLE_KNOWN, NO, False),
    "the-service": ({"Service": ["ec2.amazonaws.com", "ssm.amazonaws.com"]}, SSM, YES, False),
    "another-service": ({"Service": "ec2.amazonaws.com"}, SSM, NO, False),
    "people-for-a-service": ({AWS: ACCOUNT}, SSM, NO, False),
    "an-identity-provider": ({"Federated": "cognito-identity.amazonaws.com"}, PERSON, NO, False),
    "a-canonical-user": ({"CanonicalUser": "79a5"}, PERSON, MAYBE, False),
    "a-canonical-user-for-a-service": ({"CanonicalUser": "79a5"}, SSM, NO, False),
    "nobody": ({}, PERSON, MAYBE, False),
    "a-text": (ROLE, ROLE_KNOWN, MAYBE, False),
    "a-number": ({AWS: 1}, ROLE_KNOWN, MAYBE, False),
    "numbers": ({AWS: [1]}, ROLE_KNOWN, MAYBE, False),
}


@pytest.mark.parametrize(
    ("element", "who", "allow", "by_account"), PRINCIPALS.values(), ids=list(PRINCIPALS)
)
def test_a_principal_is_read(
    element: object, who: Principal, allow: Answer, by_account: bool
) -> None:
    reading = read(policy(one(Principal=element)), who=who)
    assert reading.allow is allow
    assert reading.by_account is (by_account and allow is YES)


EXCEPTED: Mapping[str, tuple[object, Principal, Answer]] = {
    "another": ({AWS: ["999999999999", USER]}, ROLE_KNOWN, YES),
    "the-user-and-its-account": ({AWS: [ACCOUNT, USER]}, PERSON, NO),
    "the-user-alone": ({AWS: USER}, PERSON, MAYBE),
    "the-account-alone": ({AWS: ACCOUNT}, PERSON, MAYBE),
    "the-session-in-all-its-names": ({AWS: [ACCOUNT, ROLE, SESSION]}, IN_SESSION, NO),
    "the-session-without-its-role": ({AWS: [ACCOUNT, SESSION]}, IN_SESSION, MAYBE),
    "the-role-of-a-session-that-is-not-known": ({AWS: [ACCOUNT, ROLE]}, ROLE_KNOWN, MAYBE),
    "the-service": ({"Service": "ssm.amazonaws.com"}, SSM, NO),
    "another-service": ({"Service": "ec2.amazonaws.com"}, SSM, YES),
    "anybody": ("*", PERSON, NO),
    "a-number": ({AWS: 1}, PERSON, MAYBE),
}


@pytest.mark.parametrize(("element", "who", "denied"), EXCEPTED.values(), ids=list(EXCEPTED))
def test_everybody_but_a_principal_is_read(element: object, who: Principal, denied: Answer) -> None:
    statement = one("Deny", NotPrincipal=element)
    assert read(policy(one(Principal="*"), statement), who=who).deny is denied


def test_the_policy_of_a_resource_needs_no_resource_but_a_principal() -> None:
    trust = {"Effect": "Allow", "Action": "*", "Principal": {"Service": "ssm.amazonaws.com"}}
    assert read(policy(trust), who=SSM).outcome is ALLOWED
    assert read(policy(one()), who=SSM).outcome is UNDECIDED


def test_a_long_pattern_is_read_without_trying_everything() -> None:
    pattern = "arn:aws:ssm:::" + "*a" * 60 + "b"
    assert read(policy(one(Resource=pattern)), resource="arn:aws:ssm:::" + "a" * 4000).allow is NO
