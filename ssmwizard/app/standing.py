"""How a node, or a feature of it, stands."""

from __future__ import annotations

from enum import StrEnum


class Standing(StrEnum):
    """The verdict on a node or on a feature of it; the words of the JSON answer."""

    READY = "ready"
    DEGRADED = "degraded"
    BLOCKED = "blocked"
    UNKNOWN = "unknown"
