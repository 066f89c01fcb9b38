"""Exit statuses; others build on them."""

from __future__ import annotations

from enum import IntEnum


class Status(IntEnum):
    """How a command ended."""

    READY = 0
    BLOCKED = 1
    USAGE = 2
    UNKNOWN = 3
    INTERNAL = 4
    INTERRUPTED = 130
