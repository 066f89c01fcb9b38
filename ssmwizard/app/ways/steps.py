"""The changes of a plan as steps of a script: what each takes from an answer before, and keeps of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ssmwizard.model.plans import Call, Change, Plan
from ssmwizard.outside.command_line import takes_list

_BEFORE = re.compile(r"made\[(\d+)\]\.")
# A list of one, which is as well given as that one.
_ALONE = re.compile(r"\[([A-Za-z][\w.]*)\]")


@dataclass(frozen=True, slots=True)
class Kept:
    """A value of an answer: the name of its variable and its JMESPath. ``many``: it is a list."""

    name: str
    path: str
    many: bool

    @property
    def query(self) -> str:
        """Return the JMESPath of one line of text; no value of a list has a space in it."""
        return f"join(' ', {self.path})" if self.many else self.path


@dataclass(frozen=True, slots=True)
class Step:
    """A change, with the values that its parameters are filled from, and those that are kept of it.

    ``place`` counts from 1. ``taken`` and ``back`` map parameters of the change and of its undoing,
    ``once`` maps names to what AWS tells this once.
    """

    place: int
    change: Change
    taken: Mapping[str, Kept]
    keeps: tuple[Kept, ...]
    back: Mapping[str, Kept]
    once: Mapping[str, Kept]

    @property
    def query(self) -> str:
        """Return the JMESPath of all that is kept, parted by tabs where it is several."""
        told = [one.query for one in self.keeps]
        return told[0] if len(told) == 1 else f"[{', '.join(told)}]"


def source(path: str) -> tuple[int, str]:
    """Return which change before a path of ``take`` looks at, and the path in the answer to it."""
    found = _BEFORE.search(path)
    assert found is not None, path
    return int(found[1]), _BEFORE.sub("", path)


def _value(call: Call, name: str, path: str) -> tuple[str, bool]:
    """Return the path of what a parameter takes, and whether that is a list of several."""
    alone = _ALONE.fullmatch(path)
    return (alone[1], False) if alone else (path, takes_list(call, name))


def steps(plan: Plan) -> Iterator[Step]:
    """Yield the changes of a plan as steps."""
    wanted: dict[int, dict[tuple[str, bool], Kept]] = {n: {} for n in range(len(plan.changes))}
    for place, change in enumerate(plan.changes):
        for before, value in _taken(change).values():
            wanted[before][value] = Kept("", *value)
        for value in (*_back(change).values(), *_once(change).values()):
            wanted[place][value] = Kept("", *value)
    for place, some in wanted.items():
        for number, value in enumerate(some, 1):
            name = f"made{place + 1}" if len(some) == 1 else f"made{place + 1}_{number}"
            some[value] = Kept(name, *value)
    for place, change in enumerate(plan.changes):
        yield Step(
            place + 1,
            change,
            {name: wanted[before][value] for name, (before, value) in _taken(change).items()},
            tuple(wanted[place].values()),
            {name: wanted[place][value] for name, value in _back(change).items()},
            {name: wanted[place][value] for name, value in _once(change).items()},
        )


def _taken(change: Change) -> dict[str, tuple[int, tuple[str, bool]]]:
    """Return from which change and from what of its answer a change takes its parameters."""
    found = {name: source(path) for name, path in change.take.items()}
    return {
        name: (before, _value(change.call, name, path)) for name, (before, path) in found.items()
    }


def _back(change: Change) -> dict[str, tuple[str, bool]]:
    """Return what of its answer the undoing of a change takes."""
    undo = change.undo
    if undo is None:
        return {}
    return {name: _value(undo.call, name, path) for name, path in undo.take.items()}


def _once(change: Change) -> dict[str, tuple[str, bool]]:
    """Return what of its answer is told this once."""
    return {name: (path, False) for name, path in change.shows_once.items()}
