"""How plans and their parts are written in the journal, and read again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ssmwizard.model.plans import Call, Expectation, Undo
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
