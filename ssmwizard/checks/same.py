"""Stands for one object in a cache: facts cannot be hashed, and others may be equal to them."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Same(Generic[T]):
    """Equal to what stands for the very same object, and to nothing else."""

    def __init__(self, it: T) -> None:
        """Take the object."""
        self.it = it

    def __hash__(self) -> int:
        return id(self.it)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.it is self.it


def once(whole: object, key: Hashable, make: Callable[[], T]) -> T:
    """Work something out once, as long as the same whole is asked about and not a third one."""
    answers = _answers(Same(whole))
    if key not in answers:
        answers[key] = make()
    found: T = answers[key]
    return found


@lru_cache(maxsize=2)
def _answers(_whole: Same[object]) -> dict[Hashable, Any]:
    return {}
