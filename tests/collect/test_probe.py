"""A real session is asked for, talked in, ended, and seen to be gone."""

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from support import facts
from support.facts import NOW, computer, node
from support.scripted import ScriptedAws, denied, refused

from ssmwizard import resources
from ssmwizard.collect import probe
from ssmwizard.demo.computer import DemoComputer
from ssmwizard.demo.shell import Heard
from ssmwizard.model.computer import Start, Tool
from ssmwizard.model.facts import NOT_COLLECTED, Known, Source, Unknown, Why
from ssmwizard.model.probe import Ending, Gate, Handover, Left, Stage, Talk, Trial
from ssmwizard.model.way_out import Ended, Goal, WayOut
from ssmwizard.outside.calls import NOT_ANSWERED, CallFailed
from ssmwizard.outside.journal import Unwritable

START, END, LIST = "ssm:StartSession", "ssm:TerminateSession", "ssm:DescribeSessions"
GRANTED = {
    "SessionId": "ann-1",
    "TokenValue": "a-token",
    "StreamUrl": "wss://ssmmessages.eu-west-3.amazonaws.com/v1/data-channel/ann-1?role=x",
}
NODE = "i-0123456789abcdef0"
REQUIREMENTS = resources.requirements()
LOST = CallFailed(START, Why.TIMED_OUT, "ReadTimeoutError", "", at=NOW)


@dataclass
class Notes:
    """What was written down."""

    told: list[str] = field(default_factory=list)
    full: bool = False

    def begin(self, node: str, reason: str) -> str:
        if self.full:
            raise Unwritable("the disk is full")
        self.told.append(f"begin {node}")
        assert "ssmwizard" in reason
        return "entry"

    def opened(self, entry: str, session: str) -> None:
        self.told.append(f"opened {session}")

    def refused(self, entry: str, failure: CallFailed) -> None:
        self.told.append(f"refused {failure.code}")

    def ended(self, entry: str, left: Left, said: str) -> None:
        self.told.append(f"ended {left} {said}".strip())


class Here(DemoComputer):
    """A computer that keeps what its plugin was handed."""

    def __init__(self, ending: Ending = Ending.ECHOED, *, arrives: bool = True, asks: bool = False):
        super().__init__(lambda: ())
        self.handed: list[Handover] = []
        self.ending, self.arrives, self.asks = ending, arrives, asks
        self.goals: list[Goal] = []

    def talk(
        self,
        handover: Handover,
        told: Callable[[Stage], None],
        cut_off: Callable[[], bool],
        stop: threading.Event,
    ) -> Talk:
        self.handed.append(handover)
        told(Stage.HANDED_OVER)
        if self.asks:
            assert cut_off() is not self.arrives
        return Talk(Start.RAN, self.ending, ((Stage.HANDED_OVER, 0.1),), "", None, 1.0)

    def way_out(self, goal: Goal, timeout: float) -> WayOut:
        self.goals.append(goal)
        way = super().way_out(goal, timeout)
        refused = replace(way.steps[0], ended=Ended.REFUSED)
        return way if self.arrives else replace(way, steps=(refused,))


def tried(
    script: dict[str, Any], here: Here | None = None, notes: Notes | None = None, **more: Any
) -> tuple[Any, Any, ScriptedAws, Notes]:
    aws, written = ScriptedAws(script), notes or Notes()
    doors = probe.Doors(
        aws, aws, here or Here(), written, lambda *_: None, threading.Event(), lambda _: None
    )
    windows = bool(more.pop("windows", False))
    refusal, trial = probe.attempt(doors, NODE, "work", plugin(**more), windows=windows)
    return refusal, trial, aws, written


def plugin(version: str = "1.2.835.0", start: Start = Start.RAN) -> Tool:
    made = facts.plugin(version, start=start).value
    assert made is not None
    return made


WELL = {START: GRANTED, END: {}, LIST: {"Sessions": []}}


def test_a_session_is_ended_and_seen_to_be_gone() -> None:
    here = Here()
    refusal, trial, aws, notes = tried(WELL, here)
    assert refusal == Known(None, Source(START, NOW))
    assert (trial.value.session, trial.value.left) == ("ann-1", Left.NONE)
    assert [name for name, _ in aws.asked] == [START, END, LIST]
    assert notes.told == [f"begin {NODE}", "opened ann-1", "ended none"]
    (handed,) = here.handed
    assert json.loads(handed.response) == GRANTED
    assert json.loads(handed.parameters) == {"Target": NODE}
    assert handed.endpoint == "https://ssm.eu-west-3.amazonaws.com"
    assert (handed.region, handed.profile, handed.session) == ("eu-west-3", "work", "ann-1")
    assert handed.awaited not in handed.typed
    assert handed.awaited in handed.typed.replace("'", "")


def test_on_windows_the_session_runs_a_command_by_itself() -> None:
    here = Here()
    _, trial, aws, _ = tried(WELL, here, windows=True)
    asked = dict(aws.asked)[START]
    assert asked["DocumentName"] == trial.value.document == probe.COMMAND_DOCUMENT
    (handed,) = here.handed
    assert asked["Parameters"] == {"command": [f"echo {handed.awaited}"]}
    assert handed.typed == ""
    assert json.loads(handed.parameters)["DocumentName"] == probe.COMMAND_DOCUMENT


def test_another_session_for_the_same_reason_is_ended_too() -> None:
    """A call that is made again because its answer was lost opens a second one."""
    reasons: list[str] = []

    def start(**asked: Any) -> Any:
        reasons.append(asked["Reason"])
        return GRANTED

    def listed(**_: Any) -> Any:
        ghosts = [
            {"SessionId": "ann-0", "Reason": reasons[0]},
            {"SessionId": "bob-7", "Reason": "x"},
        ]
        return {"Sessions": ghosts if len(seen) < 1 else ghosts[1:]}

    seen: list[str] = []

    def end(**asked: Any) -> Any:
        seen.extend({asked["SessionId"]} & {"ann-0"})
        return {}

    _, trial, aws, _ = tried({START: start, END: end, LIST: listed})
    assert trial.value.left is Left.NONE
    assert seen == ["ann-0"]
    assert ("ssm:TerminateSession", {"SessionId": "bob-7"}) not in aws.asked


def test_one_that_does_not_go_is_told_of() -> None:
    there = {"Sessions": [{"SessionId": "ann-1"}]}
    _, trial, _, notes = tried({START: GRANTED, END: denied(END), LIST: there})
    assert (trial.value.left, trial.value.unended) == (Left.OPEN, "not authorized")
    assert notes.told[-1] == "ended open not authorized"
    slow = [there, there, {"Sessions": []}]
    assert tried({START: GRANTED, END: {}, LIST: slow})[1].value.left is Left.NONE


def test_where_nobody_may_look_that_is_said() -> None:
    _, trial, _, _ = tried({START: GRANTED, END: {}, LIST: denied(LIST)})
    assert (trial.value.left, trial.value.unended) == (Left.UNSEEN, "")


@pytest.mark.parametrize("code", ["TargetNotConnected", "BadRequest"])
def test_a_refusal_of_the_service_is_an_answer(code: str) -> None:
    failure = CallFailed(START, Why.FAILED, code, f"said {code}", at=NOW, request_id="1")
    refusal, trial, aws, notes = tried({START: failure})
    assert refusal == Known(f"said {code}", Source(START, NOW))
    assert trial is NOT_COLLECTED
    assert [name for name, _ in aws.asked] == [START]
    assert notes.told == [f"begin {NODE}", f"refused {code}"]


def test_what_keeps_one_from_asking_is_no_answer() -> None:
    refusal, trial, _, _ = tried({START: denied(START)})
    assert (refusal.why, refusal.right, trial) == (Why.DENIED, START, NOT_COLLECTED)
    left = CallFailed(START, Why.CANCELLED, NOT_ANSWERED, "", at=NOW)
    assert tried({START: left})[:2] == (NOT_COLLECTED, NOT_COLLECTED)


def test_where_the_answer_was_lost_a_session_is_looked_for_and_ended() -> None:
    reasons: list[str] = []

    def start(**asked: Any) -> Any:
        reasons.append(asked["Reason"])
        raise LOST

    def listed(**_: Any) -> Any:
        ours = [{"SessionId": "ann-9", "Reason": reasons[0]}]
        return {"Sessions": [] if (END, {"SessionId": "ann-9"}) in aws.asked else ours}

    aws = ScriptedAws({START: start, END: {}, LIST: listed})
    doors = probe.Doors(
        aws, aws, Here(), Notes(), lambda *_: None, threading.Event(), lambda _: None
    )
    refusal, _ = probe.attempt(doors, NODE, "", plugin(), windows=False)
    assert isinstance(refusal, Unknown)
    assert (END, {"SessionId": "ann-9"}) in aws.asked


def test_without_a_journal_nothing_is_asked() -> None:
    refusal, trial, aws, _ = tried({}, notes=Notes(full=True))
    assert refusal is NOT_COLLECTED
    assert (trial.value.gate, trial.value.detail) == (Gate.NO_JOURNAL, "the disk is full")
    assert aws.asked == []


def test_whatever_happens_it_is_ended() -> None:
    class Breaks(Here):
        def talk(self, *_: Any) -> Talk:
            raise ZeroDivisionError

    aws, notes = ScriptedAws(WELL), Notes()
    doors = probe.Doors(
        aws, aws, Breaks(), notes, lambda *_: None, threading.Event(), lambda _: None
    )
    with pytest.raises(ZeroDivisionError):
        probe.attempt(doors, NODE, "", plugin(), windows=False)
    assert [name for name, _ in aws.asked] == [START, END, LIST]
    assert notes.told[-1] == "ended none"


def test_an_address_that_cannot_be_read_does_not_leave_it_open() -> None:
    class Lost(ScriptedAws):
        def address(self, service: str) -> Any:
            raise refused(f"endpoint:{service}", "ValueError")

    aws = Lost(WELL)
    doors = probe.Doors(
        aws, aws, Here(), Notes(), lambda *_: None, threading.Event(), lambda _: None
    )
    refusal, trial = probe.attempt(doors, NODE, "", plugin(), windows=False)
    assert isinstance(refusal, Known)
    assert isinstance(trial, Unknown)
    assert [name for name, _ in aws.asked] == [START, END, LIST]


@pytest.mark.parametrize("asks", [True, False])
@pytest.mark.parametrize("ending", [Ending.SILENT, Ending.CUT_OFF])
def test_where_nothing_comes_the_way_to_the_stream_is_looked_at(ending: Ending, asks: bool) -> None:
    here = Here(ending, arrives=ending is Ending.SILENT, asks=asks)
    _, trial, _, _ = tried(WELL, here)
    assert trial.value.way.arrives is (ending is Ending.SILENT)
    (goal,) = here.goals
    assert goal.url == "https://ssmmessages.eu-west-3.amazonaws.com"
    assert (goal.plugin, goal.websocket) == (True, True)


def test_where_something_came_the_way_is_not_told() -> None:
    assert tried(WELL, Here(Ending.CLOSED, asks=True))[1].value.way is None


GATES = {
    "none": (Known(None, Source("x", NOW)), Trial(Gate.NO_PLUGIN)),
    "well": (Known(plugin(), Source("x", NOW)), None),
    "hangs": (Known(plugin("", Start.TIMED_OUT), Source("x", NOW)), Gate.PLUGIN_FAILS),
    "says-nothing": (Known(plugin(""), Source("x", NOW)), Gate.PLUGIN_FAILS),
    "token-shows": (Known(plugin("1.2.497.0"), Source("x", NOW)), Gate.TOKEN_SHOWS),
    "token-hidden": (Known(plugin("1.2.536.0"), Source("x", NOW)), None),
    "unseen": (Unknown(Why.TIMED_OUT), Unknown(Why.TIMED_OUT)),
}


@pytest.mark.parametrize(("fact", "expected"), GATES.values(), ids=list(GATES))
def test_nothing_is_started_where_the_plugin_would_not_serve(fact: Any, expected: Any) -> None:
    found = probe.gate(replace(computer(), plugin=fact), REQUIREMENTS)
    assert (found.gate if isinstance(expected, Gate) else found) == expected  # type: ignore[union-attr]


def test_a_node_is_tried_unless_it_is_known_to_hold_no_channel() -> None:
    assert not probe.closed(node(connection="connected"))
    assert probe.closed(node(connection="notconnected"))
    assert not probe.closed(node(connection=Unknown(Why.DENIED)))
    assert probe.closed(node(connection=NOT_COLLECTED))


def test_the_demo_knows_how_sessions_end() -> None:
    said = DemoComputer(lambda: (), None, lambda _: Heard(silent=True))
    handed = Handover("p", "s", "{}", "r", "", "{}", "", "", "")
    assert (
        said.talk(handed, lambda _: None, lambda: False, threading.Event()).ending is Ending.SILENT
    )
