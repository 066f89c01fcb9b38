"""What the commands that read a support bundle have in common."""

from __future__ import annotations

from pathlib import Path

from ssmwizard.app.bundle_reading import Opened, open_bundle
from ssmwizard.cli import console
from ssmwizard.outside.archive_reading import BadBundle


def opened(path: Path) -> Opened:
    """Read a bundle; raises ``Wrong`` with a sentence when it is none, or cannot be read."""
    try:
        return open_bundle(path)
    except BadBundle as problem:
        raise console.Wrong(f"{path} cannot be opened. {problem}") from problem
    except OSError as error:
        reason = error.strerror or str(error)
        raise console.Wrong(f"{path} cannot be read: {reason}.") from error
