from typing import Any

import pytest
from support.scripted import NOW, ScriptedAws, denied

from ssmwizard.collect import commands
from ssmwizard.model.facts import Known, Source, Unknown, Why

SEND, LIST, GET = "ssm:SendCommand", "ssm:ListCommandInvocations", "ssm:GetCommandInvocation"
COMMAND = "0831e1a8-a1ac-4257-a1fd-c831b48c4107"
NODE = "i-0123456789abcdef0"


def invocation(**parts: Any) -> dict[str, Any]:
    return {"Status": "Success", "StatusDetails": "Success", **parts}


def test_a_command_says_what_it_is_and_ends_soon() -> None:
    aws = ScriptedAws({SEND: {"Command": {"CommandId": COMMAND}}})
    lines = commands.script(commands.SHELL, ())
    assert commands.send(aws, commands.SHELL, lines, [NODE]) == COMMAND
    ((_, asked),) = aws.asked
    assert asked["DocumentName"] == "AWS-RunShellScript"
    assert asked["Parameters"]["commands"] == list(lines)
    assert asked["Parameters"]["executionTimeout"] == ["60"]
    assert "changes nothing" in asked["Comment"]


def test_a_node_has_answered_when_its_command_ended_however_it_did() -> None:
    states = (
        "Pending",
        "InProgress",
        "Delayed",
        "Cancelling",
        "Success",
        "Failed",
        "TimedOut",
        "New",
    )
    listed = [{"InstanceId": state, "Status": state} for state in states]
    pages = [
        {"CommandInvocations": listed[:4], "NextToken": "more"},
        {"CommandInvocations": listed[4:]},
    ]
    fact = commands.ended(ScriptedAws({LIST: pages}), COMMAND)
    assert fact == Known(frozenset({"Success", "Failed", "TimedOut"}), Source(LIST, NOW))


def test_what_a_node_printed_is_read() -> None:
    aws = ScriptedAws({GET: invocation(StandardOutputContent="ssmwizard=1\nsystem=Linux\n")})
    fact = commands.answer(aws, COMMAND, NODE)
    assert isinstance(fact, Known)
    assert (fact.value.system, fact.source) == ("Linux", Source(GET, NOW))


def test_what_a_failed_command_printed_before_counts_too() -> None:
    told = invocation(Status="Failed", StatusDetails="Failed", StandardOutputContent="kernel=6.1\n")
    fact = commands.answer(ScriptedAws({GET: told}), COMMAND, NODE)
    assert isinstance(fact, Known)
    assert fact.value.kernel == "6.1"


@pytest.mark.parametrize(
    ("told", "said", "code"),
    [
        (
            {"StatusDetails": "Failed", "StandardErrorContent": "no space left on device"},
            "Failed: no space left on device",
            "Failed",
        ),
        ({"Status": "TimedOut", "StatusDetails": "DeliveryTimedOut"}, "Timed", "DeliveryTimedOut"),
        ({"StandardOutputContent": "sh: syntax error"}, "sh: syntax error", "Success"),
        ({"Status": "", "StatusDetails": ""}, "", "NoAnswer"),
    ],
)
def test_a_command_that_gave_nothing_to_read_says_how_it_ended(
    told: dict[str, str], said: str, code: str
) -> None:
    fact = commands.answer(ScriptedAws({GET: invocation(**told)}), COMMAND, NODE)
    assert isinstance(fact, Unknown)
    assert said in fact.detail
    assert (fact.why, fact.code, fact.source) == (Why.FAILED, code, Source(GET, NOW))


def test_not_being_allowed_names_the_right() -> None:
    aws = ScriptedAws({LIST: denied(LIST), GET: denied(GET)})
    for fact in (commands.ended(aws, COMMAND), commands.answer(aws, COMMAND, NODE)):
        assert isinstance(fact, Unknown)
        assert fact.right in (LIST, GET)
