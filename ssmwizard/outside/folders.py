"""Where the program keeps things, in the places each operating system has for them."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import platformdirs

_NAME = "ssmwizard"


def at_home(path: str) -> str:
    """Return a path with ``~`` as the user's home; as it is where there is no home."""
    return os.path.expanduser(path)  # noqa: PTH111 - of pathlib's it is an error


def state() -> Path:
    """Return the folder for the journal and the demo account's state, made private to the user."""
    return _private(Path(platformdirs.user_state_dir(_NAME, appauthor=False)))


def logs() -> Path:
    """Return the folder for log files."""
    return _private(Path(platformdirs.user_log_dir(_NAME, appauthor=False)))


def documents() -> Path:
    """Return where a support bundle is offered to be saved: the first place that can be written to."""
    places = (Path(platformdirs.user_documents_dir()), Path(at_home("~")), Path.cwd())
    usable = (one for one in places if one.is_absolute() and os.access(one, os.W_OK | os.X_OK))
    return next(usable, Path(tempfile.gettempdir()))


def machine() -> Path:
    """Return the folder in which an administrator keeps what holds for all users of the computer.

    No environment variable changes it: who is bound by a policy does not choose where it is.
    """
    if sys.platform == "darwin":
        return Path("/Library/Application Support", _NAME)
    if os.name == "posix":
        return Path("/etc", _NAME)
    return Path(platformdirs.site_config_dir(_NAME, appauthor=False))


def _private(folder: Path) -> Path:
    """Make a folder, if it can be made: whoever writes into it is told that it cannot."""
    if not folder.is_absolute():
        return Path(os.devnull, _NAME)  # there is no home
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        if os.name == "posix":
            folder.chmod(0o700)
    return folder
