from typing import Any

import pytest
from support.scripted import NOW, ScriptedAws, denied, refused

from ssmwizard.collect import console
from ssmwizard.model.facts import Known, Source, Unknown, Why

CALL = "ec2:GetConsoleOutput"


def test_the_latest_output_is_asked_for() -> None:
    aws = ScriptedAws({CALL: {"Output": "Amazon SSM Agent v1 is running\nlogin:"}})
    lines = ("Amazon SSM Agent v1 is running",)
    assert console.lines(aws, "i-1") == Known(lines, Source(CALL, NOW))
    assert aws.asked == [(CALL, {"InstanceId": "i-1", "Latest": True})]


def test_where_there_is_no_latest_the_other_is_taken() -> None:
    def answer(**parameters: Any) -> Any:
        latest = "Latest" in parameters
        return refused(CALL, "UnsupportedOperation") if latest else {"Output": "SSM Agent"}

    assert console.lines(ScriptedAws({CALL: answer}), "i-1").require() == ("SSM Agent",)


@pytest.mark.parametrize("told", [{}, {"Output": None}, {"Output": ""}])
def test_no_output_is_known(told: dict[str, Any]) -> None:
    assert console.lines(ScriptedAws({CALL: told}), "i-1").require() == ()


def test_not_being_allowed_names_the_right_and_asks_once() -> None:
    aws = ScriptedAws({CALL: denied(CALL)})
    fact = console.lines(aws, "i-1")
    assert isinstance(fact, Unknown)
    assert (fact.why, fact.right, len(aws.asked)) == (Why.DENIED, CALL, 1)
