"""Which copy of a program the operator has chosen, remembered from one run to the next."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from ssmwizard.outside import folders

FILE = "programs.json"


def load() -> Mapping[str, str]:
    """Return the paths that were chosen, by program; none where nothing usable is kept."""
    with suppress(OSError, ValueError):
        told = json.loads(_path().read_text(encoding="utf-8"))
        if isinstance(told, dict):
            return {name: path for name, path in told.items() if isinstance(path, str)}
    return {}


def choose(program: str, path: str) -> None:
    """Remember a copy of a program; an empty path: the one that a terminal starts."""
    kept = {name: there for name, there in load().items() if name != program}
    if path:
        kept[program] = path
    file = _path()
    part = file.with_name(f"{file.name}.part")
    part.write_text(json.dumps(kept), encoding="utf-8")
    part.replace(file)


def _path() -> Path:
    return folders.state() / FILE
