"""How far a look is."""

from __future__ import annotations

from dataclasses import dataclass

from ssmwizard.model.text import Text


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a look is; ``total`` may still grow, and is 0 where it is not known."""

    done: int
    total: int
    says: Text
