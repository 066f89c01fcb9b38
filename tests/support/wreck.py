"""Facts as nobody expects them: any part unknown, absent, empty or strange, as the types allow."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from functools import cache
from random import Random
from typing import Any, Union, get_args, get_origin, get_type_hints

from ssmwizard.model.facts import Known, Source, Unknown, Why
from ssmwizard.model.node import Roster
from ssmwizard.model.snapshot import Snapshot

WORDS = ("", " ", "?", "none", "Connected", "arn:aws:", "::::::", "-", "0", "10.0.0.0/33", "é\n")
TIMES = (datetime(1970, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC))
DOCUMENTS: tuple[object, ...] = (
    {},
    {"Statement": None},
    {"Statement": "all"},
    {"Statement": [None, 3, {}]},
    {"Statement": {"Effect": "Allow", "Action": 3, "Principal": [{}], "Condition": "no"}},
    {"Statement": [{"Effect": "Deny", "NotAction": "*", "NotPrincipal": "*", "Resource": {}}]},
)
# What the program sets itself, and by which findings are told apart.
LEFT = ("id", "now", "requirements", "systems", "partition", "arn")


def wrecked(snapshot: Snapshot, seed: int, share: float) -> Snapshot:
    """Return a snapshot of which about this share of the parts is something else."""
    made: Snapshot = _Wreck(Random(seed), share).whole(snapshot)  # noqa: S311 - the same examples again
    return made


class _Wreck:
    def __init__(self, random: Random, share: float) -> None:
        self.random, self.share = random, share

    def whole(self, value: Any) -> Any:
        """Wreck a dataclass, member by member; a roster keeps to what it was made of."""
        if isinstance(value, Roster):
            nodes = self.part(value.nodes, _hints(Roster)["nodes"])
            return Roster.of(nodes.values(), whole=value.whole)
        hints = _hints(type(value))
        return replace(
            value,
            **{
                one.name: self.part(getattr(value, one.name), hints[one.name])
                for one in fields(value)
                if one.name not in LEFT
            },
        )

    def part(self, value: Any, hint: Any) -> Any:
        """Wreck anything that is declared so."""
        kinds = _kinds(hint)
        if Unknown in kinds:
            return self._fact(value, kinds)
        struck = self.random.random() < self.share
        if struck and type(None) in kinds:
            return None
        for kind in kinds:
            origin = get_origin(kind) or kind
            if origin is Mapping:
                return self._mapping(value, kind, struck=struck)
            if origin is tuple and isinstance(value, tuple):
                return self._row(value, kind, struck=struck)
        if is_dataclass(value):
            return self.whole(value)
        return self._plain(value, kinds) if struck else value

    def _fact(self, value: Any, kinds: tuple[Any, ...]) -> Any:
        source = Source("test:Look", TIMES[1])
        inner = next(kind for kind in kinds if get_origin(kind) is Known)
        (wanted,) = get_args(inner)
        if self.random.random() < self.share:
            if type(None) in _kinds(wanted) and self.random.random() < 0.5:
                return Known(None, source)
            told = self.random.choice((None, source))
            return Unknown(self.random.choice(tuple(Why)), self.random.choice(WORDS), told)
        if isinstance(value, Unknown) or value.value is None:
            return value
        return Known(self.part(value.value, wanted), value.source)

    def _mapping(self, value: Any, kind: Any, *, struck: bool) -> Any:
        arguments = get_args(kind)
        if arguments[1] is object:
            return self.random.choice(DOCUMENTS) if struck else value
        if struck:
            return {}
        kept = {name: one for name, one in value.items() if self.random.random() >= self.share}
        return {name: self.part(one, arguments[1]) for name, one in kept.items()}

    def _row(self, value: tuple[Any, ...], kind: Any, *, struck: bool) -> tuple[Any, ...]:
        arguments = get_args(kind)
        if len(arguments) == 2 and arguments[1] is not Ellipsis:
            return tuple(self.part(one, of) for one, of in zip(value, arguments, strict=True))
        if struck:
            return self.random.choice(((), value + value[:1]))
        return tuple(self.part(one, arguments[0]) for one in value)

    def _plain(self, value: Any, kinds: tuple[Any, ...]) -> Any:
        for kind, others in _PLAIN:
            if kind in kinds and isinstance(value, kind):
                return self.random.choice(others)
        return self.random.choice(DOCUMENTS) if object in kinds else value


_PLAIN: tuple[tuple[type, tuple[Any, ...]], ...] = (
    (bool, (True, False)),
    (int, (-1, 0, 2**40)),
    (str, WORDS),
    (datetime, TIMES),
)


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


@cache
def _kinds(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
