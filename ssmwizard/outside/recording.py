"""Records what came through the doors, and replays it: the same facts again, without any account.

A recording is a list of JSON objects. The first tells format, time and what was chosen; each other
is one call to AWS, or one question to the computer, with its answer. Secrets are taken out before
anything is kept.
"""

from __future__ import annotations

import copy
import json
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from ssmwizard.model.computer import Means, Place, Ran, Start, StartFile, System, Terminal
from ssmwizard.model.facts import Why
from ssmwizard.model.identity import Fault, Profile, ProfileKind
from ssmwizard.model.probe import Ending, Handover, Stage, Talk
from ssmwizard.model.settings import Settings
from ssmwizard.model.way_out import Ended, Goal, Layer, Step, Store, WayOut
from ssmwizard.outside import console
from ssmwizard.outside.calls import NOT_ANSWERED, Address, Call, CallFailed
from ssmwizard.outside.computer import Computer
from ssmwizard.outside.secrets import scrub, scrub_text
from ssmwizard.outside.typed import made

FORMAT = 1
GIVEN = "diagnosis"
# A line that no fact stands on: all of a console output, asked for a bundle.
WHOLE = "whole"
# Calls that are found again by some of their parameters: what was run on a node is another script
# in another version of the program, and what was typed in a session is made up anew each time.
FOUND_BY = {
    "ssm:SendCommand": ("DocumentName", "InstanceIds"),
    "ssm:StartSession": ("Target", "DocumentName"),
}
Entry = dict[str, Any]
# What lines tell in words, and what calls that failed do.
_OF_LINES = {"aws": ("aws", "region", "at", "request_id"), "computer": ("computer",)}
_OF_FAILURES = ("why", "code", "message")


class BadRecording(ValueError):  # noqa: N818 - named for what it is
    """A recording that cannot be read; the message says where."""


class Recorder:
    """Keeps what the doors tell it. Safe to use from several threads.

    ``whole``: console output is kept as it is, and marked; facts are read from other lines.
    """

    def __init__(
        self, started: datetime, choice: Mapping[str, Any], page: int, *, whole: bool = False
    ) -> None:
        self._lock, self._whole = threading.Lock(), whole
        self._about: Entry = {
            "format": FORMAT,
            "started": started.isoformat(),
            "choice": _plain(choice),
            "page": page,
            "missing": Why.NOT_COLLECTED,
            "unanswered": {},
        }
        self._entries: list[Entry] = []

    def missing(self, why: Why, unanswered: Mapping[str, Why]) -> None:
        """Say why what was not recorded is missing, and which questions were not waited for.

        Some of their calls may have been recorded all the same.
        """
        self._about["missing"] = why
        self._about["unanswered"] = dict(unanswered)

    def finished(self, at: datetime) -> None:
        """Say when the last of it was kept."""
        self._about["finished"] = at.isoformat()

    def heard(self, call: Call) -> None:
        """Keep a call to AWS."""
        failure = call.failure
        self._keep(
            {
                "aws": call.name,
                "region": call.region,
                "parameters": _plain(call.parameters),
                "answer": _plain(console.kept(call.name, call.answer, whole=self._whole)),
                "failure": failure
                and {"why": failure.why, "code": failure.code, "message": failure.message},
                "at": call.at.isoformat(),
                "seconds": round(call.seconds, 4),
                "request_id": call.request_id,
                **({WHOLE: True} if self._whole and call.name == console.CALL else {}),
            }
        )

    def answered(self, question: str, arguments: Any, answer: Any) -> None:
        """Keep an answer of the computer."""
        self._keep({"computer": question, "arguments": _plain(arguments), "answer": _plain(answer)})

    def given(self, node: str, text: str) -> str:
        """Keep what a node says of itself as it was given by hand; return it without secrets."""
        clean = scrub_text(text)
        self.answered(GIVEN, [node], clean)
        return clean

    def entries(self) -> list[Entry]:
        """Return all that was kept so far, without secrets, ready for JSON."""
        with self._lock:
            return [dict(self._about), *self._entries]

    def _keep(self, entry: Entry) -> None:
        clean = scrub(entry)
        with self._lock:
            self._entries.append(clean)


class RecordedComputer:
    """A computer whose answers are kept."""

    def __init__(self, computer: Computer, recorder: Recorder) -> None:
        self._computer = computer
        self._recorder = recorder

    def system(self) -> System:
        """Return the operating system."""
        answer = self._computer.system()
        self._recorder.answered("system", [], asdict(answer))
        return answer

    def places(self, program: str, usual: Sequence[str]) -> tuple[Place, ...]:
        """Return each place at which the program is."""
        answer = self._computer.places(program, usual)
        self._recorder.answered("places", [program], [asdict(place) for place in answer])
        return answer

    def terminal(self, timeout: float) -> Terminal:
        """Return where a new terminal looks for programs."""
        answer = self._computer.terminal(timeout)
        self._recorder.answered("terminal", [], asdict(answer))
        return answer

    def means(self, programs: Mapping[str, Sequence[str]]) -> Means:
        """Return what there is to change it with."""
        answer = self._computer.means(programs)
        self._recorder.answered("means", [], asdict(answer))
        return answer

    def way_out(self, goal: Goal, timeout: float) -> WayOut:
        """Tell how far a connection to a service gets."""
        answer = self._computer.way_out(goal, timeout)
        self._recorder.answered("way-out", [goal.service], asdict(answer))
        return answer

    def run(self, arguments: Sequence[str], timeout: float) -> Ran:
        """Run a program."""
        answer = self._computer.run(arguments, timeout)
        self._recorder.answered("run", list(arguments), asdict(answer))
        return answer

    def talk(
        self,
        handover: Handover,
        told: Callable[[Stage], None],
        cut_off: Callable[[], bool],
        stop: threading.Event,
    ) -> Talk:
        """Run the plugin on a session."""
        answer = self._computer.talk(handover, told, cut_off, stop)
        self._recorder.answered("talk", [handover.session], asdict(answer))
        return answer

    def profiles(self) -> tuple[Profile, ...]:
        """Return the profiles of the AWS configuration."""
        try:
            answer = self._computer.profiles()
        except CallFailed as failure:
            self._recorder.answered("profiles", [], {"failure": _failure(failure)})
            raise
        self._recorder.answered("profiles", [], [asdict(profile) for profile in answer])
        return answer

    def settings(self, profile: str | None) -> Settings:
        """Return what environment and profile set."""
        try:
            answer = self._computer.settings(profile)
        except CallFailed as failure:
            self._recorder.answered("settings", [], {"failure": _failure(failure)})
            raise
        self._recorder.answered("settings", [], asdict(answer))
        return answer


class Replay:
    """Both doors, answering from a recording. What was not recorded is answered as not collected."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        lines = list(entries)
        if not lines or lines[0].get("format") != FORMAT:
            found = lines[0].get("format") if lines else None
            message = f"not a recording of format {FORMAT}: {found!r}"
            raise BadRecording(message)
        self.about = lines[0]
        self.started = datetime.fromisoformat(self.about["started"])
        unanswered = self.about.get("unanswered", {})
        self.unanswered = {name: Why(why) for name, why in unanswered.items()}
        self._answers: dict[str, list[Entry]] = defaultdict(list)
        self._region = self._there = ""
        self._latest = threading.local()
        for line in lines[1:]:
            _check(line)
            if line.get(WHOLE):
                continue
            if "aws" in line:
                self._region = self._region or line["region"]
                there = line["region"] if line["region"] != self._region else ""
                self._answers[_key(line["aws"], line["parameters"], there)].append(line)
            else:
                self._answers[_key(line["computer"], line["arguments"])].append(line)

    @property
    def region(self) -> str:
        """Return the Region that was inspected."""
        return self._there or self._region

    def within(self, region: str) -> Replay:
        """Return a door to what was asked in another Region."""
        door = copy.copy(self)
        door._there = region if region != self._region else ""  # noqa: SLF001 - its own kind
        return door

    def now(self) -> datetime:
        """Return when the recording began."""
        return self.started

    def when(self) -> datetime:
        """Return when the call that was latest answered in this thread was made."""
        latest = getattr(self._latest, "at", None)
        return latest if isinstance(latest, datetime) else self.started

    def call(self, service: str, operation: str, /, **parameters: Any) -> Mapping[str, Any]:
        """Answer a call as it was answered then, in the same order; the last answer stays."""
        name = f"{service}:{operation}"
        line = self._next(_key(name, _plain(scrub(parameters)), self._there))
        if line is None:
            raise CallFailed(name, Why(self.about["missing"]), NOT_ANSWERED, "", at=self.started)
        at = self._latest.at = datetime.fromisoformat(line["at"])
        failure = line["failure"]
        if failure is not None:
            why, code, message = Why(failure["why"]), failure["code"], failure["message"]
            raise CallFailed(name, why, code, message, at=at, request_id=line["request_id"])
        return dict(_rich(line["answer"]))

    def expires(self) -> datetime | None:
        """Return when the credentials ended."""
        at = self.when()
        try:
            ends = self.call("credentials", "GetExpiry")["Expires"]
        except CallFailed:
            return None
        finally:
            self._latest.at = at
        return ends if isinstance(ends, datetime) else None

    def ahead(self) -> float | None:
        """Return how many seconds AWS's clock was ahead."""
        at = self.when()
        try:
            seconds = self.call("clock", "GetAhead")["Seconds"]
        except CallFailed:
            return None
        finally:
            self._latest.at = at
        return seconds if isinstance(seconds, float) else None

    def address(self, service: str) -> Address:
        """Return where calls to a service went."""
        at = self.when()
        try:
            told = self.call("endpoint", "GetAddress", Service=service)
        finally:
            self._latest.at = at
        return Address(told["Url"], told["Bundle"])

    def given(self, node: str) -> str | None:
        """Return what a node says of itself as it was given by hand, if it was."""
        line = self._next(_key(GIVEN, [node]))
        return None if line is None else str(line["answer"])

    def system(self) -> System:
        """Return the operating system of the computer that was looked at."""
        return made(System, **self._answered("system", [])["answer"])

    def places(self, program: str, _usual: Sequence[str]) -> tuple[Place, ...]:
        """Return where the program was; early recordings hold pairs of path and being on the path."""
        line = self._answered("places", [program])
        return tuple(
            made(Place, **place) if isinstance(place, Mapping) else made(Place, *place)
            for place in line["answer"]
        )

    def terminal(self, _timeout: float) -> Terminal:
        """Return where a terminal looked for programs then."""
        told = self._answered("terminal", [])["answer"]
        folders = told["folders"]
        return made(
            Terminal, told["own"], told["asked"], None if folders is None else tuple(folders)
        )

    def means(self, _programs: Mapping[str, Sequence[str]]) -> Means:
        """Return what there was to change it with."""
        told = dict(self._answered("means", [])["answer"])
        files = tuple(made(StartFile, **one) for one in told.pop("start_files"))
        return made(Means, start_files=files, machine_path=tuple(told.pop("machine_path")), **told)

    def way_out(self, goal: Goal, _timeout: float) -> WayOut:
        """Tell how far a connection to a service got then."""
        told = dict(self._answered("way-out", [goal.service])["answer"])
        steps = tuple(
            made(Step, Layer(one["layer"]), Ended(one["ended"]), one["seconds"], one["detail"])
            for one in told.pop("steps")
        )
        trusted, distrusted = (
            tuple(map(Store, told.pop(name))) for name in ("trusted", "distrusted")
        )
        goal = made(Goal, **told.pop("goal"))
        return made(WayOut, goal, steps=steps, trusted=trusted, distrusted=distrusted, **told)

    def run(self, arguments: Sequence[str], _timeout: float) -> Ran:
        """Return how the program ended then."""
        fields = dict(self._answered("run", list(arguments))["answer"])
        start, command = Start(fields.pop("start")), tuple(fields.pop("arguments"))
        return made(Ran, command, start, **fields)

    def talk(
        self,
        handover: Handover,
        _told: Callable[[Stage], None],
        _cut_off: Callable[[], bool],
        _stop: threading.Event,
    ) -> Talk:
        """Return what came of the session then."""
        told = dict(self._answered("talk", [handover.session])["answer"])
        return made(
            Talk,
            start=Start(told.pop("start")),
            ending=Ending(told.pop("ending")),
            reached=tuple((Stage(stage), after) for stage, after in told.pop("reached")),
            **told,
        )

    def profiles(self) -> tuple[Profile, ...]:
        """Return the profiles that were found."""
        line = self._answered("profiles", [])
        if isinstance(line["answer"], Mapping):
            failure = line["answer"]["failure"]
            why, call = Why(failure["why"]), failure["call"]
            raise CallFailed(call, why, failure["code"], failure["message"], at=self.started)
        return tuple(_profile(fields) for fields in line["answer"])

    def settings(self, _profile: str | None) -> Settings:
        """Return what environment and profile set then."""
        told = self._answered("settings", [])["answer"]
        if "failure" in told:
            failure = told["failure"]
            why, call = Why(failure["why"]), failure["call"]
            raise CallFailed(call, why, failure["code"], failure["message"], at=self.started)
        return made(Settings, told["variables"], told["of_profile"])

    def _answered(self, question: str, arguments: Any) -> Entry:
        line = self._next(_key(question, arguments))
        if line is None:
            why = Why(self.about["missing"])
            raise CallFailed(question, why, NOT_ANSWERED, "", at=self.started)
        return line

    def _next(self, key: str) -> Entry | None:
        lines = self._answers.get(key)
        if not lines:
            return None
        return lines.pop(0) if len(lines) > 1 else lines[0]


def _check(line: Entry) -> None:
    """Raise :class:`BadRecording` for a line that is neither a call nor a question."""
    kind = "aws" if "aws" in line else "computer"
    failure = line.get("failure")
    fields = {name: line.get(name) for name in _OF_LINES[kind]}
    if failure is not None:
        fields |= {name: failure.get(name) for name in _OF_FAILURES}
    for name, value in fields.items():
        if not isinstance(value, str):
            raise BadRecording(f"a line does not tell its {name}")
    if "answer" not in line or not isinstance(line.get("parameters", {}), Mapping):
        raise BadRecording("a line does not tell what was asked and answered")
    datetime.fromisoformat(line.get("at", "2026-01-01"))


def joined(
    entries: Sequence[Entry], more: Sequence[Entry], choice: Mapping[str, Any]
) -> list[Entry]:
    """Return a recording with what was asked later, which takes the place of what was asked alike.

    ``choice`` is what was chosen in all.
    """
    about = {**entries[0], "choice": _plain(choice), "finished": more[0].get("finished")}
    anew = {_found_by(line) for line in more[1:]}
    kept = [line for line in entries[1:] if _found_by(line) not in anew]
    return [about, *kept, *more[1:]]


def with_consoles(entries: Sequence[Entry], more: Sequence[Entry]) -> list[Entry]:
    """Return a recording with the whole console output of instances, in place of an earlier one."""
    anew = {_found_by(line) for line in more[1:] if line.get(WHOLE)}
    kept = [line for line in entries if not (line.get(WHOLE) and _found_by(line) in anew)]
    return [*kept, *(line for line in more[1:] if line.get(WHOLE))]


def _found_by(line: Entry) -> str:
    if "aws" in line:
        return _key(line["aws"], line["parameters"], line["region"])
    return _key(line["computer"], line["arguments"])


def _key(name: str, arguments: Any, region: str = "") -> str:
    """Return what a question is found by; ``region``: the one it was asked in, where it is another."""
    if name in FOUND_BY:
        arguments = {member: arguments.get(member) for member in FOUND_BY[name]}
    return f"{region} {name} {json.dumps(arguments, sort_keys=True)}"


def _profile(fields: Mapping[str, Any]) -> Profile:
    """Return a profile; early recordings do not tell what kind of fault it has."""
    problem = fields.get("problem", "")
    fault = Fault(fields.get("fault", Fault.MISSING if problem else Fault.NONE))
    return made(Profile, **{**fields, "kind": ProfileKind(fields["kind"]), "fault": fault})


def _failure(failure: CallFailed) -> dict[str, str]:
    return {
        "call": failure.call,
        "why": failure.why,
        "code": failure.code,
        "message": failure.message,
    }


def _plain(value: Any) -> Any:
    """Return the value in JSON's types; times become ``{"$time": …}``, and tell no zone of a computer."""
    if isinstance(value, datetime):
        return {"$time": _in_utc(value).isoformat()}
    if isinstance(value, bytes):
        return value.decode(errors="replace")
    if isinstance(value, Mapping):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    return value


def _in_utc(value: datetime) -> datetime:
    """Return the same time; one of no zone, or at the end of all times, stays as it is."""
    try:
        return value if value.tzinfo is None else value.astimezone(UTC)
    except OverflowError:
        return value


def _rich(value: Any) -> Any:
    """Undo :func:`_plain`."""
    if isinstance(value, Mapping):
        if set(value) == {"$time"}:
            return datetime.fromisoformat(value["$time"])
        return {name: _rich(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_rich(part) for part in value]
    return value
