"""How plans and their parts are written in the journal, and read again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ssmwizard.model.plans import (
    Call,
    Change,
    Engine,
    Expectation,
    Follow,
    Plan,
    Right,
    Risk,
    Successors,
    Trace,
    Undo,
    Wait,
)
from ssmwizard.model.text import Text

Line = dict[str, Any]


def text_out(said: Text) -> Line:
    """Return a text: in English to read, and in its parts to be translated."""
    return {
        "english": said.english(),
        "source": said.source,
        "arguments": {name: _argument_out(value) for name, value in said.arguments},
    }


def text_in(line: Mapping[str, Any]) -> Text:
    """Read a text."""
    arguments = line["arguments"].items()
    return Text(line["source"], tuple((name, _argument_in(value)) for name, value in arguments))


def _argument_out(value: Any) -> Any:
    if isinstance(value, Text):
        return text_out(value)
    if isinstance(value, tuple):
        return [_argument_out(part) for part in value]
    return value


def _argument_in(value: Any) -> Any:
    if isinstance(value, Mapping):
        return text_in(value)
    if isinstance(value, list):
        return tuple(_argument_in(part) for part in value)
    return value


def call_out(call: Call) -> Line:
    """Return a call with its parameters."""
    return {
        "service": call.service,
        "operation": call.operation,
        "parameters": dict(call.parameters),
    }


def call_in(line: Mapping[str, Any]) -> Call:
    """Read a call."""
    return Call(line["service"], line["operation"], line["parameters"])


def undo_out(undo: Undo | None) -> Line | None:
    """Return the way back of a change, with what it expects to find."""
    if undo is None:
        return None
    expects = undo.expects
    return {
        "says": text_out(undo.says),
        "call": call_out(undo.call),
        "take": dict(undo.take),
        "expects": expects
        and {
            "call": call_out(expects.call),
            "path": expects.path,
            "value": expects.value,
            "take": dict(expects.take),
        },
    }


def undo_in(line: Mapping[str, Any] | None) -> Undo | None:
    """Read the way back of a change."""
    if line is None:
        return None
    expects = line["expects"]
    return Undo(
        says=text_in(line["says"]),
        call=call_in(line["call"]),
        take=line["take"],
        expects=expects
        and Expectation(
            call_in(expects["call"]), expects["path"], expects["value"], expects["take"]
        ),
    )


def change_out(change: Change) -> Line:
    """Return a change, with all that making it and finding it again takes."""
    return {
        "says": text_out(change.says),
        "call": call_out(change.call),
        "undo": undo_out(change.undo),
        "rights": _rights_out(change.rights),
        "dry_run": change.dry_run,
        "done_codes": list(change.done_codes),
        "settling_codes": list(change.settling_codes),
        "settling_seconds": change.settling_seconds,
        "take": dict(change.take),
        "shows_once": dict(change.shows_once),
        "trace": change.trace and _trace_out(change.trace),
        "named_in": change.named_in,
        "follows": follow_out(change.follows),
        "wave": change.wave,
    }


def change_in(line: Mapping[str, Any]) -> Change:
    """Read a change; an older journal told less of it."""
    return Change(
        says=text_in(line["says"]),
        call=call_in(line["call"]),
        rights=_rights_in(line.get("rights", ())),
        undo=undo_in(line["undo"]),
        dry_run=line.get("dry_run", False),
        done_codes=tuple(line.get("done_codes", ())),
        settling_codes=tuple(line.get("settling_codes", ())),
        settling_seconds=line.get("settling_seconds", 0),
        take=line.get("take", {}),
        shows_once=line.get("shows_once", {}),
        trace=_trace_in(line.get("trace")),
        named_in=line.get("named_in", ""),
        follows=follow_in(line.get("follows")),
        wave=line.get("wave", 0),
    )


def _rights_out(rights: Iterable[Right]) -> list[list[str]]:
    return [[right.action, right.resource] for right in rights]


def _rights_in(lines: Iterable[tuple[str, str]]) -> tuple[Right, ...]:
    return tuple(Right(action, resource) for action, resource in lines)


def follow_out(follow: Follow | None) -> Line | None:
    """Return what is followed as it is written down."""
    if follow is None:
        return None
    return {
        "engine": follow.engine,
        "id": follow.id,
        "nodes": list(follow.nodes),
        "may_fail": follow.may_fail,
        "rights": _rights_out(follow.rights),
    }


def follow_in(line: Mapping[str, Any] | None) -> Follow | None:
    """Return what is followed as it was written down."""
    if line is None:
        return None
    rights = _rights_in(line["rights"])
    return Follow(
        Engine(line["engine"]), line["id"], tuple(line["nodes"]), line["may_fail"], rights
    )


def _trace_out(trace: Trace) -> Line:
    return {
        "call": call_out(trace.call),
        "path": trace.path,
        "made": trace.made,
        "before": trace.before,
        "take": dict(trace.take),
    }


def _trace_in(line: Mapping[str, Any] | None) -> Trace | None:
    if line is None:
        return None
    call = call_in(line["call"])
    return Trace(call, line["path"], line["made"], line["before"], line["take"])


def plan_out(plan: Plan) -> Line:
    """Return what is left to do of a plan, and how it proves itself; not what was shown of it."""
    wait = plan.wait
    return {
        "fix": plan.fix,
        "title": text_out(plan.title),
        "nodes": list(plan.nodes),
        "changes": [change_out(change) for change in plan.changes],
        "risk": plan.risk,
        "cost": text_out(plan.cost),
        "wait": {"says": text_out(wait.says), "every": wait.every, "at_most": wait.at_most},
        "verifies": list(plan.verifies),
        "confirm_account": plan.confirm_account,
        "successors": successors_out(plan.successors),
    }


def plan_in(line: Mapping[str, Any]) -> Plan | None:
    """Read a plan; None when an older journal did not tell all of it."""
    if "wait" not in line:
        return None
    wait = line["wait"]
    return Plan(
        fix=line["fix"],
        title=text_in(line["title"]),
        nodes=tuple(line["nodes"]),
        changes=tuple(change_in(one) for one in line["changes"]),
        risk=Risk(line["risk"]),
        cost=text_in(line["cost"]),
        wait=Wait(text_in(wait["says"]), wait["every"], wait["at_most"]),
        verifies=tuple(line["verifies"]),
        confirm_account=line["confirm_account"],
        successors=successors_in(line["successors"]),
    )


def successors_out(sought: Successors | None) -> Line | None:
    """Return how the nodes are found that come to be by a plan."""
    if sought is None:
        return None
    return {
        "call": call_out(sought.call),
        "path": sought.path,
        "take": dict(sought.take),
    }


def successors_in(line: Mapping[str, Any] | None) -> Successors | None:
    """Read how the nodes are found that come to be by a plan."""
    return Successors(call_in(line["call"]), line["path"], line["take"]) if line else None
