"""Makes values of dataclasses from what somebody else has written, and believes no type of it."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def made(kind: Callable[..., T], /, *values: Any, **named: Any) -> T:
    """Return a value whose fields are what they say; raises TypeError for another."""
    value = kind(*values, **named)
    for name, hint in _hints(kind).items():
        if not _fits(getattr(value, name), hint):
            raise TypeError(f"{name} of {type(value).__name__}")
    return value


@lru_cache(maxsize=64)
def _hints(kind: Any) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _fits(value: Any, hint: Any) -> bool:
    origin, inside = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return any(_fits(value, one) for one in inside)
    if isinstance(origin, type) and not isinstance(value, origin):
        return False
    if origin is tuple:
        hints = inside[:1] * len(value) if inside[-1:] == (...,) else inside
        return len(value) == len(hints) and all(map(_fits, value, hints))
    if origin is Mapping:
        return all(
            _fits(name, inside[0]) and _fits(part, inside[1]) for name, part in value.items()
        )
    if hint is float:
        return isinstance(value, int | float)
    return not isinstance(hint, type) or isinstance(value, hint)
