"""What the commands that read a support bundle have in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from ssmwizard.app.bundle_reading import Opened, manifest_of, open_bundle
from ssmwizard.app.progress import Watch
from ssmwizard.cli import console
from ssmwizard.outside.archive_reading import BadBundle

T = TypeVar("T")


def opened(path: Path) -> Opened:
    """Read a bundle; raises ``Wrong`` with a sentence when it is none, or cannot be read."""
    return _read(path, lambda path: open_bundle(path, Watch(console.progress)))


def manifest(path: Path) -> Mapping[str, Any]:
    """Read the manifest of a bundle alone; raises as :func:`opened` does."""
    return _read(path, manifest_of)


def _read(path: Path, read: Callable[[Path], T]) -> T:
    try:
        return read(path)
    except BadBundle as problem:
        raise console.Wrong(f"{path} cannot be opened. {problem}") from problem
    except OSError as error:
        reason = error.strerror or str(error)
        raise console.Wrong(f"{path} cannot be read: {reason}.") from error
    finally:
        console.progress_ended()
