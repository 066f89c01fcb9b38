"""What a message means, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from ssmwizard.model.text import Text, text


@dataclass(frozen=True, slots=True)
class Meaning:
    """An explanation in plain words."""

    says: Text
    do: Text


def meaning(says: str, do: str) -> Meaning:
    """Make a meaning of two marked literals."""
    return Meaning(text(says), text(do))
