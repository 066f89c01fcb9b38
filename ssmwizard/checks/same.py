"""Stands for one object in a cache: facts cannot be hashed, and others may be equal to them."""

from __future__ import annotations

from typing import Generic, TypeVar

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
