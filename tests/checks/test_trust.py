from collections.abc import Mapping
from typing import Any

import pytest
from support.facts import ACCOUNT, REGIONS, service, statements

from ssmwizard.checks.trust import Trust, Where, trusted

EC2, SSM = "ec2.amazonaws.com", "ssm.amazonaws.com"
REGION = "eu-west-3"
HERE = Where(ACCOUNT, REGION)


def given(**parts: Any) -> dict[str, Any]:
    """A policy of one statement for the two services."""
    return statements({"Principal": {"Service": [EC2, SSM]}, **parts})


def when(operator: str, **keys: Any) -> dict[str, Any]:
    """A policy with one condition on source account or ARN."""
    names = {"account": "aws:SourceAccount", "arn": "aws:SourceArn"}
    return given(Condition={operator: {names.get(key, key): told for key, told in keys.items()}})


def arn(region: str = REGION, account: str = ACCOUNT, partition: str = "aws") -> str:
    return f"arn:{partition}:ssm:{region}:{account}:*"


ALLOW = {"Principal": {"Service": SSM}}
DENY = {"Effect": "Deny", "Principal": {"Service": SSM}}
ELSEWHERE = {"Condition": {"StringEquals": {"aws:SourceAccount": "999999999999"}}}
UNDECIDED = {"Condition": {"Bool": {"aws:SecureTransport": "true"}}}

TABLE: Mapping[str, tuple[Mapping[str, object], Trust]] = {
    "the-service": (service("ssm"), Trust.YES),
    "one-of-several": (given(), Trust.YES),
    "one-statement-that-is-no-list": (
        {"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole", **ALLOW}},
        Trust.YES,
    ),
    "one-of-several-statements": (
        statements({"Principal": {"AWS": "arn:aws:iam::1:root"}}, ALLOW),
        Trust.YES,
    ),
    "several-actions": (given(Action=["sts:TagSession", "sts:AssumeRole"]), Trust.YES),
    "any-action-of-sts": (given(Action="sts:*"), Trust.YES),
    "any-action": (given(Action="*"), Trust.YES),
    "another-case": (given(Action="STS:ASSUMEROLE"), Trust.YES),
    "another-action": (given(Action="sts:AssumeRoleWithWebIdentity"), Trust.NO),
    "another-service": (service("ecs-tasks"), Trust.NO),
    "a-part-of-the-name": (service("ssm.amazonaws.com.example"), Trust.NO),
    "people": (statements({"Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}}), Trust.NO),
    "nothing": (statements(), Trust.NO),
    "empty": ({}, Trust.UNDECIDED),
    "no-policy": ({"Statement": "*"}, Trust.UNDECIDED),
    "an-odd-condition": (
        given(Condition={"ArnLike": [1], "StringLike": {"a": 1}}),
        Trust.UNDECIDED,
    ),
    "denied": (statements(ALLOW, DENY), Trust.DENIED),
    "denied-in-another-order": (statements(DENY, ALLOW), Trust.DENIED),
    "denied-elsewhere": (statements(ALLOW, {**DENY, **ELSEWHERE}), Trust.YES),
    "perhaps-denied": (statements(ALLOW, {**DENY, **UNDECIDED}), Trust.UNDECIDED),
    "this-account": (when("StringEquals", account=ACCOUNT), Trust.YES),
    "one-of-several-accounts": (when("StringEquals", account=["1", ACCOUNT]), Trust.YES),
    "account-by-pattern": (when("StringLike", account="1111*"), Trust.YES),
    "another-account": (when("StringEquals", account="999999999999"), Trust.ELSEWHERE),
    "another-account-in-any-case": (
        given(Condition={"stringequals": {"AWS:SOURCEACCOUNT": "999999999999"}}),
        Trust.ELSEWHERE,
    ),
    "this-arn": (when("ArnLike", arn=arn()), Trust.YES),
    "arn-equals": (when("ArnEquals", arn=arn()), Trust.YES),
    "any-region": (when("ArnLike", arn=arn(region="*")), Trust.YES),
    "another-region": (when("ArnLike", arn=arn(region="us-east-1")), Trust.ELSEWHERE),
    "another-accounts-arn": (when("ArnLike", arn=arn(account="9" * 12)), Trust.ELSEWHERE),
    "any-arn": (when("ArnLike", arn="*"), Trust.YES),
    "both-as-documented": (
        given(
            Condition={
                "StringEquals": {"aws:SourceAccount": ACCOUNT},
                "ArnEquals": {"aws:SourceArn": arn()},
            }
        ),
        Trust.YES,
    ),
    "a-pattern-that-is-compared-as-a-text": (when("StringEquals", arn=arn()), Trust.UNDECIDED),
    "both-and-one-elsewhere": (
        when("ArnLike", account=ACCOUNT, arn=arn(region="us-east-1")),
        Trust.ELSEWHERE,
    ),
    "not-another-account": (when("StringNotEquals", account="9" * 12), Trust.YES),
    "not-this-account": (when("StringNotEquals", account=ACCOUNT), Trust.ELSEWHERE),
    "not-this-region": (when("ArnNotLike", arn=arn()), Trust.ELSEWHERE),
    "not-another-region": (when("ArnNotLike", arn=arn(region="us-east-1")), Trust.YES),
    "one-node": (when("ArnEquals", arn=arn()[:-1] + "managed-instance/mi-1"), Trust.UNDECIDED),
    "all-nodes": (when("ArnLike", arn=arn()[:-1] + "managed-instance/*"), Trust.YES),
    "denied-here": (
        statements(ALLOW, {**DENY, "Condition": {"ArnLike": {"aws:SourceArn": arn()}}}),
        Trust.DENIED,
    ),
    "another-key": (when("StringEquals", **{"aws:SourceOrgID": "o-1"}), Trust.UNDECIDED),
    "undecided-but-allowed-by-another": (
        statements({**ALLOW, **UNDECIDED}, ALLOW),
        Trust.YES,
    ),
    "undecided-rather-than-elsewhere": (
        statements({**ALLOW, **UNDECIDED}, {**ALLOW, **ELSEWHERE}),
        Trust.UNDECIDED,
    ),
    "empty-condition": (given(Condition={}), Trust.YES),
}


@pytest.mark.parametrize(("policy", "answer"), TABLE.values(), ids=list(TABLE))
def test_a_trust_policy_is_read(policy: Mapping[str, object], answer: Trust) -> None:
    assert trusted(policy, (SSM,), HERE) is answer


@pytest.mark.parametrize(("partition", "region"), REGIONS.items())
def test_conditions_are_read_in_every_partition(partition: str, region: str) -> None:
    here = when("ArnLike", arn=arn(region, partition=partition))
    there = when("ArnLike", arn=arn(region, "9" * 12, partition))
    assert trusted(here, (SSM,), Where(ACCOUNT, region)) is Trust.YES
    assert trusted(there, (SSM,), Where(ACCOUNT, region)) is Trust.ELSEWHERE


@pytest.mark.parametrize("name", [EC2, "ec2.amazonaws.com.cn"])
def test_one_of_several_names_of_a_service_is_enough(name: str) -> None:
    assert trusted(service(name), (EC2, "ec2.amazonaws.com.cn"), HERE) is Trust.YES


@pytest.mark.parametrize(
    "principal",
    ["*", {"AWS": "*"}, {"AWS": ["*"]}],
)
def test_a_principal_that_is_anybody_is_never_a_proof_that_a_service_is_shut_out(
    principal: object,
) -> None:
    assert trusted(statements({"Principal": principal}), (SSM,), HERE) is Trust.YES


EXCEPTIONS = {
    "all-but-it": ({"Effect": "Deny", "NotPrincipal": {"Service": SSM}}, Trust.YES),
    "all-but-another": ({"Effect": "Deny", "NotPrincipal": {"Service": EC2}}, Trust.DENIED),
    "all-but-an-action": ({**DENY, "NotAction": "iam:*", "Action": None}, Trust.DENIED),
    "all-but-this-action": ({**DENY, "NotAction": "sts:*", "Action": None}, Trust.YES),
}


@pytest.mark.parametrize(("statement", "answer"), EXCEPTIONS.values(), ids=list(EXCEPTIONS))
def test_exceptions_are_read(statement: Mapping[str, object], answer: Trust) -> None:
    parts = {**statements(statement)["Statement"][0]}
    whole = {key: told for key, told in parts.items() if told}
    policy = {**statements(ALLOW), "Statement": [statements(ALLOW)["Statement"][0], whole]}
    assert trusted(policy, (SSM,), HERE) is answer


def test_an_account_that_is_not_known_decides_nothing() -> None:
    policy = when("StringEquals", account=ACCOUNT)
    assert trusted(policy, (SSM,), Where("", REGION)) is Trust.UNDECIDED


def test_a_policy_that_is_no_json_is_undecided() -> None:
    assert trusted("{", (SSM,), HERE) is Trust.UNDECIDED


def test_a_service_that_tells_nothing_certain_leaves_every_condition_undecided() -> None:
    assert trusted(when("StringEquals", account="9" * 12), (EC2,), None) is Trust.UNDECIDED
    assert trusted(given(), (EC2,), None) is Trust.YES
