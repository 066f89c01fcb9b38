"""Opens one real session on a node, has the operator's own plugin type a line in it, and ends it."""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol
from urllib.parse import urlsplit

from ssmwizard.model.computer import ComputerFacts, Start, Tool
from ssmwizard.model.facts import NOT_COLLECTED, Fact, Known, Source, Unknown, Why
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.probe import Ending, Gate, Handover, Left, Stage, Trial
from ssmwizard.model.requirements import Requirements
from ssmwizard.model.systems import at_least, numbers
from ssmwizard.model.way_out import Goal, WayOut
from ssmwizard.outside.calls import NOT_ANSWERED, Aws, CallFailed, pages
from ssmwizard.outside.computer import Computer
from ssmwizard.outside.journal import Unwritable

START, PROGRAM = "ssm:StartSession", "session-manager-plugin"
# Error codes with which the service itself refuses a session on a node.
REFUSALS = ("TargetNotConnected", "BadRequest", "InvalidDocument")
CONNECTED, WINDOWS = "connected", "Windows"
# On Windows the plugin reads the console and not its input: there the session runs a command by itself.
# https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-working-with-sessions-start.html
COMMAND_DOCUMENT = "AWS-StartNonInteractiveCommand"
# How far a connection to the host of the stream gets is told under this name.
STREAM = "stream"
WAY_SECONDS = 6.0
# Seconds between two looks whether the session is gone.
PAUSES = (0.0, 0.5, 1.0, 2.0, 4.0)

# Why an answer may be lost on its way.
LOST = (Why.TIMED_OUT, Why.UNREACHABLE, Why.FAILED)

Result = tuple[Fact[str | None], Fact[Trial]]


class Notes(Protocol):
    """Where it is written down that a session is open, so that one that is left behind is found."""

    def begin(self, node: str, reason: str) -> str:
        """Write down that one is about to be asked for; raises ``Unwritable``."""

    def opened(self, entry: str, session: str) -> None:
        """Write down that it is open."""

    def refused(self, entry: str, failure: CallFailed) -> None:
        """Write down that there is none."""

    def ended(self, entry: str, left: Left, said: str) -> None:
        """Write down what became of it."""


@dataclass(frozen=True, slots=True)
class Doors:
    """What a session is tried through.

    ``ending`` is a door that ends what was begun, also when the operator has stopped the asking.
    ``told`` hears how far which node came; ``pause`` waits some seconds.
    """

    aws: Aws
    ending: Aws
    computer: Computer
    notes: Notes
    told: Callable[[str, Stage], None]
    stop: threading.Event
    pause: Callable[[float], object]


def gate(computer: ComputerFacts, requirements: Requirements) -> Trial | Unknown | None:
    """Return why no session can be tried from this computer; None where one can."""
    if isinstance(computer.plugin, Unknown):
        return computer.plugin
    plugin = computer.plugin.value
    if plugin is None:
        return Trial(Gate.NO_PLUGIN)
    about = Trial(plugin=plugin.path, version=plugin.version)
    if plugin.ran.start is not Start.RAN or not plugin.version:
        return replace(about, gate=Gate.PLUGIN_FAILS)
    last = requirements.text("plugin.token-on-command-line")
    shows = at_least(numbers(last), numbers(plugin.version))
    return replace(about, gate=Gate.TOKEN_SHOWS) if shows else None


def closed(node: NodeFacts) -> bool:
    """Tell whether the node is known to hold no channel open, or nobody had reason to ask for one."""
    if isinstance(node.connection, Unknown):
        return node.nowhere or node.connection.why in (Why.NOT_COLLECTED, Why.CANCELLED)
    return node.connection.value != CONNECTED


def attempt(doors: Doors, node: str, profile: str, plugin: Tool, *, windows: bool) -> Result:
    """Try a session; return what the service answered to the wish for one, and what came of it.

    Whatever happens, a session that was granted is ended before this returns.
    """
    nonce = secrets.token_hex(8)
    reason = f"ssmwizard: does a session open? {nonce}"
    wanted = _wanted(nonce, windows=windows)
    about = Trial(plugin=plugin.path, version=plugin.version, document=wanted.document)
    try:
        entry = doors.notes.begin(node, reason)
    except Unwritable as problem:
        told = replace(about, gate=Gate.NO_JOURNAL, detail=str(problem))
        return NOT_COLLECTED, Known(told, Source("journal", doors.aws.now()))
    try:
        granted = doors.aws.call(
            "ssm", "StartSession", Reason=reason, **_as_parameters(node, wanted)
        )
    except CallFailed as failure:
        if failure.code == NOT_ANSWERED:
            doors.notes.refused(entry, failure)
            return NOT_COLLECTED, NOT_COLLECTED
        if failure.why in LOST and not failure.request_id:
            # There may be a session all the same: the answer was lost on its way.
            end(doors.ending, node, reason, "", doors.pause)
        doors.notes.refused(entry, failure)
        if failure.code in REFUSALS:
            return Known(failure.message or failure.code, Source(START, failure.at)), NOT_COLLECTED
        return failure.unknown(), NOT_COLLECTED
    at, session = doors.aws.when(), str(granted.get("SessionId", ""))
    source = Source(PROGRAM, at)
    trial = replace(about, session=session)
    left, said = Left.UNSEEN, ""
    try:
        doors.notes.opened(entry, session)
        trial = _talked(doors, trial, granted, wanted, node, profile)
    except CallFailed as failure:
        return Known(None, Source(START, at)), failure.unknown()
    finally:
        left, said = end(doors.ending, node, reason, session, doors.pause)
        doors.notes.ended(entry, left, said)
    told = replace(trial, left=left, unended=said)
    return Known(None, Source(START, at)), Known(told, source)


def end(
    aws: Aws, node: str, reason: str, session: str, pause: Callable[[float], object]
) -> tuple[Left, str]:
    """End the session, and any other that was opened for the same reason; tell what is left.

    A call that was made again because its answer was lost may have opened another. The text is what
    the service said where it refused to end one.
    """
    said = _terminate(aws, session) if session else ""
    for seconds in PAUSES:
        pause(seconds)
        try:
            listed = pages(
                aws,
                "ssm",
                "DescribeSessions",
                "Sessions",
                State="Active",
                Filters=[{"key": "Target", "value": node}],
            )
        except CallFailed:
            return Left.UNSEEN, said
        ours = [
            str(one["SessionId"])
            for one in listed
            if one.get("SessionId") and (one["SessionId"] == session or one.get("Reason") == reason)
        ]
        if not ours:
            return Left.NONE, said
        for other in ours:
            if other != session:
                said = _terminate(aws, other) or said
    return Left.OPEN, said


def _terminate(aws: Aws, session: str) -> str:
    """End a session; return what the service said where it refused that."""
    try:
        aws.call("ssm", "TerminateSession", SessionId=session)
    except CallFailed as failure:
        return failure.message or failure.code
    return ""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is asked for: the document with its parameters, what is typed, and what that makes appear.

    A terminal shows what is typed in it, so that what is typed is not what is waited for.
    """

    document: str
    parameters: Mapping[str, list[str]]
    typed: str
    awaited: str


def _wanted(nonce: str, *, windows: bool) -> _Wanted:
    half = len(nonce) // 2
    awaited = f"ssmwizard-{nonce}"
    if windows:
        return _Wanted(COMMAND_DOCUMENT, {"command": [f"echo {awaited}"]}, "", awaited)
    return _Wanted("", {}, f"echo ssmwizard-{nonce[:half]}''{nonce[half:]}", awaited)


def _as_parameters(node: str, wanted: _Wanted) -> dict[str, Any]:
    asked: dict[str, Any] = {"Target": node}
    if wanted.document:
        asked |= {"DocumentName": wanted.document, "Parameters": dict(wanted.parameters)}
    return asked


def _talked(
    doors: Doors,
    trial: Trial,
    granted: Mapping[str, Any],
    wanted: _Wanted,
    node: str,
    profile: str,
) -> Trial:
    members = ("SessionId", "TokenValue", "StreamUrl")
    address = doors.aws.address("ssm")
    handover = Handover(
        plugin=trial.plugin,
        session=trial.session,
        response=json.dumps({name: str(granted.get(name, "")) for name in members}),
        region=doors.aws.region,
        profile=profile,
        parameters=json.dumps(_as_parameters(node, wanted)),
        endpoint=address.url,
        typed=wanted.typed,
        awaited=wanted.awaited,
    )
    goal = _goal(node, str(granted.get("StreamUrl", "")), address.bundle)
    ways: list[WayOut] = []

    def look() -> bool:
        ways.append(doors.computer.way_out(goal, WAY_SECONDS))
        return not ways[0].arrives

    talk = doors.computer.talk(handover, lambda stage: doors.told(node, stage), look, doors.stop)
    if talk.ending in (Ending.SILENT, Ending.CUT_OFF) and not ways:
        look()
    way = ways[0] if ways and talk.ending in (Ending.SILENT, Ending.CUT_OFF) else None
    return replace(trial, talk=talk, way=way)


def _goal(node: str, stream: str, bundle: str) -> Goal:
    """Return the host of a stream as something to go to, without the rest of its address."""
    parts = urlsplit(stream)
    scheme = "http" if parts.scheme == "ws" else "https"
    url = f"{scheme}://{parts.netloc}"
    return Goal(f"{STREAM}:{node}", url, bundle, plugin=True, websocket=True)
