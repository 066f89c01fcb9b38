"""A value of a dataclass is what its fields say, or none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

import pytest

from ssmwizard.outside.typed import made


class Colour(Enum):
    RED = "red"


@dataclass(frozen=True)
class Thing:
    name: str
    colour: Colour = Colour.RED
    weight: float = 1.0
    note: str | None = None
    parts: tuple[str, ...] = ()
    pairs: tuple[tuple[Colour, float], ...] = ()
    said: Mapping[str, str] | None = None


GOOD: tuple[dict[str, Any], ...] = (
    {},
    {"weight": 2},
    {"note": "x", "parts": ("a", "b")},
    {"pairs": ((Colour.RED, 1.5), (Colour.RED, 2))},
    {"said": {"a": "b"}},
)
BAD: tuple[dict[str, Any], ...] = (
    {"name": 1},
    {"colour": "red"},
    {"weight": "2"},
    {"note": []},
    {"parts": ["a"]},
    {"parts": ("a", 1)},
    {"parts": "ab"},
    {"pairs": (("red", 1.5),)},
    {"said": {"a": 1}},
    {"said": {1: "a"}},
    {"said": [("a", "b")]},
    {"other": 1},
)


@pytest.mark.parametrize("told", GOOD)
def test_what_fits_is_made(told: dict[str, Any]) -> None:
    assert made(Thing, **{"name": "x", **told}) == Thing(**{"name": "x", **told})


@pytest.mark.parametrize("told", BAD)
def test_what_does_not_fit_is_refused(told: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        made(Thing, **{"name": "x", **told})
