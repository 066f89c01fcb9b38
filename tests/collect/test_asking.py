"""A question becomes a fact, whatever comes back."""

import pytest
from support.scripted import NOW, ScriptedAws, refused

from ssmwizard.collect.asking import UNREADABLE, ask, known
from ssmwizard.model.facts import Known, Source, Unknown, Why
from ssmwizard.outside.calls import SAME_PAGE, CallFailed, pages

CALL = "ec2:DescribeVpcs"
READ = Source(CALL, NOW)


def reading(answer):
    aws = ScriptedAws({CALL: answer})
    return lambda how: how(
        aws, CALL, lambda: [one["VpcId"].upper() for one in aws.call("ec2", "DescribeVpcs")["Vpcs"]]
    )


@pytest.mark.parametrize("how", [known, ask])
def test_an_answer_is_known(how) -> None:
    assert reading({"Vpcs": [{"VpcId": "vpc-1"}]})(how) == Known(["VPC-1"], READ)


@pytest.mark.parametrize("how", [known, ask])
@pytest.mark.parametrize(
    "answer", [{}, {"Vpcs": [{}]}, {"Vpcs": None}, {"Vpcs": [{"VpcId": 7}]}, {"Vpcs": ["vpc-1"]}]
)
def test_an_answer_that_cannot_be_read_is_not_known_and_takes_nothing_down(how, answer) -> None:
    fact = reading(answer)(how)
    assert isinstance(fact, Unknown)
    assert (fact.why, fact.code, fact.source) == (Why.FAILED, UNREADABLE, READ)
    assert fact.detail


@pytest.mark.parametrize("how", [known, ask])
def test_a_failure_is_not_known(how) -> None:
    fact = reading(refused(CALL, "InternalError"))(how)
    assert isinstance(fact, Unknown)
    assert fact.code == "InternalError"


def test_what_the_service_does_not_have_is_known_not_to_be_there() -> None:
    aws = ScriptedAws({CALL: refused(CALL, "InvalidVpcID.NotFound")})
    question = lambda: aws.call("ec2", "DescribeVpcs")  # noqa: E731 - a question
    assert ask(aws, CALL, question, "InvalidVpcID.NotFound") == Known(None, READ)


def test_an_empty_page_is_not_the_last_one() -> None:
    aws = ScriptedAws({CALL: [{"NextToken": "a"}, {"Vpcs": [], "NextToken": "b"}, {"Vpcs": [1]}]})
    assert pages(aws, "ec2", "DescribeVpcs", "Vpcs") == [1]


def test_a_list_that_begins_again_is_not_followed_for_ever() -> None:
    turns = [{"Vpcs": [1], "NextToken": token} for token in ("a", "b", "a", "b")]
    aws = ScriptedAws({CALL: turns})
    with pytest.raises(CallFailed) as caught:
        pages(aws, "ec2", "DescribeVpcs", "Vpcs")
    assert (caught.value.code, len(aws.asked)) == (SAME_PAGE, 3)
