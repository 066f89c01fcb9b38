"""The latest error of a command that nobody foresaw, kept until a bundle holds it."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from ssmwizard.outside.private_file import write
from ssmwizard.outside.secrets import scrub

NAME = "crash.json"
# An older one tells nothing of what is asked about now.
KEPT_SECONDS = 7 * 24 * 3600


def keep(folder: Path, told: Mapping[str, Any]) -> bool:
    """Keep what is told of an error, without secrets; tell whether that could be done."""
    try:
        write(folder / NAME, json.dumps(scrub(told)).encode())
    except OSError:
        return False
    return True


def left(folder: Path) -> Mapping[str, Any] | None:
    """Return what was kept, None where nothing of use is there."""
    path = folder / NAME
    try:
        if time.time() - path.stat().st_mtime > KEPT_SECONDS:
            return None
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return told if isinstance(told, dict) else None


def forget(folder: Path) -> None:
    """Forget what was kept."""
    with suppress(OSError):
        (folder / NAME).unlink(missing_ok=True)
