"""Which requirements a rule stands on: those named in what it calls, and those it is seen to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from dis import get_instructions
from types import CodeType, FunctionType, ModuleType

from ssmwizard.checks.rule import Check
from ssmwizard.model.requirements import Requirement
from ssmwizard.model.snapshot import Snapshot
from support.facts import REQUIREMENTS, ask

OURS = "ssmwizard.checks"


def named(check: Check) -> set[str]:
    """The ids of requirements in the code that a check may reach, those put together there included."""
    words = set(_words((check.run, check.run_node)))
    beginnings = tuple(word for word in words if word.endswith("-") and "." in word)
    return {row for row in REQUIREMENTS.rows if row in words or row.startswith(beginnings)}


def read(check: Check, facts: Snapshot) -> set[str]:
    """The ids of requirements that a check reads when it is asked about these facts."""
    rows = _Listening(REQUIREMENTS.rows)
    ask(check, replace(facts, requirements=replace(REQUIREMENTS, rows=rows)))
    return rows.heard


class _Listening(Mapping[str, Requirement]):
    def __init__(self, rows: Mapping[str, Requirement]) -> None:
        self.rows = rows
        self.heard: set[str] = set()

    def __getitem__(self, key: str) -> Requirement:
        self.heard.add(key)
        return self.rows[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def _words(start: object) -> Iterator[str]:
    """Every text that can be reached from something."""
    seen: dict[int, object] = {}
    waiting = [start]
    while waiting:
        thing = waiting.pop()
        if id(thing) in seen:
            continue
        seen[id(thing)] = thing
        if isinstance(thing, str):
            yield thing
        else:
            waiting.extend(_parts(getattr(thing, "__wrapped__", thing)))


def _parts(thing: object) -> Iterator[object]:
    ours = str(getattr(thing, "__module__", "")).startswith(OURS)
    if isinstance(thing, Mapping):
        yield from thing.items()
    elif isinstance(thing, tuple | frozenset | list):
        yield from thing
    elif isinstance(thing, type) and ours:
        yield from vars(thing).values()
    elif isinstance(thing, FunctionType) and ours:
        for code in _codes(thing.__code__):
            yield from code.co_consts
            yield from _used(code, thing.__globals__)


def _codes(code: CodeType) -> Iterator[CodeType]:
    """The code of a function and of those inside it."""
    yield code
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield from _codes(part)


def _used(code: CodeType, names: Mapping[str, object]) -> Iterator[object]:
    """What a piece of code refers to, by its name or by that of its module."""
    steps = list(get_instructions(code))
    globally = {step.argval for step in steps if step.opname == "LOAD_GLOBAL"}
    attributes = {step.argval for step in steps if step.opname in ("LOAD_ATTR", "LOAD_METHOD")}
    found = [names[name] for name in globally if name in names]
    yield from found
    for module in found:
        if isinstance(module, ModuleType):
            yield from (vars(module)[name] for name in attributes & set(vars(module)))
