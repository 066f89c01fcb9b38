"""What plans do on this computer: answers, refusals, and programs that print, hang or fail."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from ssmwizard.model.computer import Asked, NotDone, Start
from ssmwizard.model.facts import Why
from ssmwizard.model.machine_policy import MachinePolicy
from ssmwizard.outside import programs
from ssmwizard.outside.calls import Call, CallFailed
from ssmwizard.outside.gate import Gate
from ssmwizard.outside.this_computer import OPERATIONS, Hands


def python(code: str, seconds: float = 30) -> dict[str, Any]:
    return {"Arguments": [sys.executable, "-u", "-c", code], "Seconds": seconds}


def refusal(hands: Hands, operation: str, parameters: dict[str, Any], **more: Any) -> CallFailed:
    with pytest.raises(CallFailed) as raised:
        hands.call(operation, parameters, **more)
    return raised.value


def test_a_program_tells_each_line_while_it_runs_on_either_stream() -> None:
    heard: list[str] = []
    code = "import sys; print('one'); print('two', file=sys.stderr); print('30%\\r100%')"
    answer = Hands(OPERATIONS).call("RunProgram", python(code), heard.append)
    assert heard == ["one", "two", "100%"]
    assert answer == {"Status": 0, "Output": "one\ntwo\n100%"}


def test_a_program_that_fails_says_what_it_printed() -> None:
    failure = refusal(Hands(OPERATIONS), "RunProgram", python("raise SystemExit('no way')"))
    assert (failure.call, failure.code, failure.why) == (
        "computer:RunProgram",
        "ProgramFailed",
        Why.FAILED,
    )
    assert failure.message == "no way"


def test_a_program_that_fails_without_a_word_says_its_status() -> None:
    failure = refusal(Hands(OPERATIONS), "RunProgram", python("raise SystemExit(3)"))
    assert failure.message == "exit status 3"


def test_a_program_that_is_not_there_is_named(tmp_path: Path) -> None:
    wanted = {"Arguments": [str(tmp_path / "nothing")], "Seconds": 5}
    assert refusal(Hands(OPERATIONS), "RunProgram", wanted).code == "ProgramNotFound"


HANGING = """
import subprocess, sys, time
subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])
print('begun')
time.sleep(600)
"""


def test_a_program_that_hangs_is_ended_with_all_that_it_started() -> None:
    failure = refusal(Hands(OPERATIONS), "RunProgram", python(HANGING, 1))
    assert (failure.code, failure.why) == ("ProgramTimedOut", Why.TIMED_OUT)
    assert failure.message == "begun"


def test_a_program_that_is_stopped_ends_at_once() -> None:
    heard: list[str] = []
    failure = refusal(
        Hands(OPERATIONS),
        "RunProgram",
        python(HANGING, 600),
        say=heard.append,
        stopped=lambda: bool(heard),
    )
    assert (failure.code, failure.why) == ("ProgramStopped", Why.CANCELLED)


@pytest.mark.skipif(os.name != "posix", reason="sessions of processes are POSIX's")
def test_a_program_whose_child_keeps_its_output_open_still_ends() -> None:
    code = (
        "import subprocess, sys; subprocess.Popen([sys.executable, '-c', 'import time;"
        " time.sleep(2)'], start_new_session=True); print('left')"
    )
    ran = programs.follow([sys.executable, "-u", "-c", code], 30, lambda _: None, lambda: False)
    assert (ran.start, ran.output) == (Start.RAN, "left")


def test_what_is_added_to_the_environment_is_there() -> None:
    heard: list[str] = []
    code = "import os; print(os.environ['EXTRA'])"
    arguments = [sys.executable, "-c", code]
    programs.follow(arguments, 30, heard.append, lambda: False, {"EXTRA": "yes"})
    assert heard == ["yes"]


def test_read_only_refuses_what_writes_and_lets_reading_pass() -> None:
    def nothing(_: Asked) -> dict[str, Any]:
        return {"Seen": True}

    heard: list[Call] = []
    operations = {"DescribeThing": nothing, "ChangeThing": nothing}
    hands = Hands(operations, gate=Gate(read_only=True), heard=heard.append)
    assert hands.call("DescribeThing", {}) == {"Seen": True}
    failure = refusal(hands, "ChangeThing", {})
    assert (failure.why, failure.code) == (Why.READ_ONLY, "ReadOnly")
    assert [(call.name, call.failure is None) for call in heard] == [
        ("computer:DescribeThing", True),
        ("computer:ChangeThing", False),
    ]


def test_the_policy_of_the_computer_holds_for_what_is_done_on_it() -> None:
    operations = {"ChangeThing": lambda _: {"Done": True}}
    gate = Gate(MachinePolicy("/etc/policy", forbidden_fixes=frozenset({"computer.install-cli"})))
    allowed = Hands(operations, gate=gate, fix="computer.install-plugin")
    assert allowed.call("ChangeThing", {}) == {"Done": True}
    for fix in ("computer.install-cli", ""):
        failure = refusal(Hands(operations, gate=gate, fix=fix), "ChangeThing", {})
        assert (failure.why, failure.code) == (Why.READ_ONLY, "Policy")


@pytest.mark.parametrize(
    ("problem", "code"),
    [
        (NotDone("Altered", "somebody changed it"), "Altered"),
        (PermissionError(13, "Permission denied"), "PermissionError"),
        (FileNotFoundError(2, "No such file"), "FileNotFoundError"),
    ],
)
def test_what_goes_wrong_on_this_computer_is_a_call_that_failed(
    problem: Exception, code: str
) -> None:
    def fails(_: Asked) -> dict[str, Any]:
        raise problem

    assert refusal(Hands({"ChangeThing": fails}), "ChangeThing", {}).code == code


def test_an_operation_of_another_version_is_refused() -> None:
    assert refusal(Hands(OPERATIONS), "Unheard", {}).code == "UnknownOperation"
