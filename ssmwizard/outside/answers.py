"""Looks into answers of AWS by JMESPath, which botocore brings along.

https://jmespath.org
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import jmespath  # type: ignore[import-untyped]

from ssmwizard.model.plans import Call, Change, Expectation, Plan, Trace, Undo

# Where what names a change stands in the path of its trace.
NAME = "$name"


def look(path: str, answer: Mapping[str, Any]) -> Any:
    """Return what is at a path of an answer, None when nothing is."""
    return jmespath.search(path, answer)


def filled(undo: Undo, answer: Mapping[str, Any]) -> Undo | None:
    """Return the way back with what it takes from the answer; None when that is not in it."""
    call = _filled(undo.call, undo.take, answer)
    expects: Expectation | None = None
    if undo.expects is not None:
        reading = _filled(undo.expects.call, undo.expects.take, answer)
        if reading is None:
            return None
        expects = Expectation(reading, undo.expects.path, undo.expects.value)
    return None if call is None else Undo(undo.says, call, {}, undo.rights, expects)


def following(call: Call, take: Mapping[str, str], made: Sequence[Any]) -> Call | None:
    """Return a call with what it takes from the answers before; None when that is not in them."""
    return _filled(call, take, {"made": made})


def told(plan: Plan, made: Sequence[Any]) -> Plan:
    """Return the plan with what finds its successors, once the answer to its first change tells that."""
    sought = plan.successors
    call = _filled(sought.call, sought.take, made[0] or {}) if sought and made else None
    if sought is None or call is None:
        return plan
    return replace(plan, successors=replace(sought, call=call, take={}))


def marked(call: Call, change: Change, name: str) -> Call:
    """Return a call with the journal's name for the change where the change wants it."""
    if not change.named_in:
        return call
    before = call.parameters.get(change.named_in)
    value = f"{before} {name}" if before else name
    return Call(call.service, call.operation, {**call.parameters, change.named_in: value})


def reading(trace: Trace, made: Sequence[Any], name: str) -> tuple[Call, str] | None:
    """Return the call and the path of a trace; None when it stands on what was not made."""
    call = following(trace.call, trace.take, made)
    return None if call is None else (call, trace.path.replace(NAME, name))


def _filled(call: Call, take: Mapping[str, str], answer: Mapping[str, Any]) -> Call | None:
    taken = {name: look(path, answer) for name, path in take.items()}
    if any(_lacks(value) for value in taken.values()):
        return None
    return Call(call.service, call.operation, {**call.parameters, **taken})


def _lacks(value: Any) -> bool:
    """Tell whether a value, or a part of it, is missing."""
    parts = value.values() if isinstance(value, Mapping) else value
    nested = isinstance(value, Mapping | list)
    return value is None or (nested and any(_lacks(part) for part in parts))
