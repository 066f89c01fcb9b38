"""What the program runs on: names and versions, nothing that tells one computer from another."""

from __future__ import annotations

import platform
from importlib import metadata

LIBRARIES = (
    "boto3",
    "botocore",
    "keyring",
    "platformdirs",
    "PySide6-Essentials",
    "urllib3",
)


def libraries() -> dict[str, str]:
    """Return the versions of Python and of the libraries in use; one that is missing is left out."""
    found = {"python": platform.python_version()}
    for name in LIBRARIES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found


def system() -> dict[str, str]:
    """Return the operating system and the processor."""
    return {
        "name": platform.system(),
        "release": platform.release(),
        "architecture": platform.machine(),
    }
