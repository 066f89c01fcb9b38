"""The accounts that the demo can open."""

from __future__ import annotations

from collections.abc import Callable

from ssmwizard.demo.context import World
from ssmwizard.demo.scenarios import broken_fleet, healthy, large, new_computer, sessions

DEFAULT = "broken-fleet"
_BUILDERS: dict[str, Callable[[float, float], World]] = {
    "broken-fleet": broken_fleet.build,
    "healthy": healthy.build,
    "new-computer": new_computer.build,
    "sessions": sessions.build,
}
NAMES = tuple(_BUILDERS)
"""The scenarios by name; ``large-N`` makes N nodes besides."""


def is_scenario(name: str) -> bool:
    """Whether there is a scenario of this name."""
    return name in _BUILDERS or (name.startswith("large-") and name[6:].isdigit())


def build(name: str, now: float, *, pace: float) -> World:
    """The account of a scenario as it is at ``now`` (seconds since 1970).

    :raises ValueError: no scenario of this name.
    """
    if name in _BUILDERS:
        world = _BUILDERS[name](now, pace)
    elif name.startswith("large-") and name[6:].isdigit():
        world = large.build(int(name[6:]), now, pace)
    else:
        message = f"{name!r} is none of {', '.join(NAMES)}, large-N"
        raise ValueError(message)
    world["scenario"] = name
    return world
