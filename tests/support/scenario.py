"""A scenario account, and what is to be found out about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ssmwizard.app.verdict import Standing
from support.town import Town

READY, DEGRADED = Standing.READY, Standing.DEGRADED
BLOCKED, UNKNOWN = Standing.BLOCKED, Standing.UNKNOWN


@dataclass(frozen=True, slots=True)
class Scenario:
    """How an account is made, and the verdict on its node.

    ``word`` stands in the verdict's sentence. ``green`` are checks that must pass, ``warned`` those
    that must warn. ``node`` is asked about where the account has no node called ``node``. ``wish`` is
    what else is chosen.
    """

    name: str
    build: Callable[[Town], None]
    standing: Standing
    causes: tuple[str, ...] = ()
    word: str = ""
    green: tuple[str, ...] = ()
    warned: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    features: frozenset[str] = frozenset({"shell"})
    sessions: bool = False
    profile: str = "demo-admin"
    node: str = ""
    wish: Mapping[str, bool] = field(default_factory=dict)
