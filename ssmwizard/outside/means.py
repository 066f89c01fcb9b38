"""What there is on this computer to change it with, and where; nothing is run to find out."""

from __future__ import annotations

import os
import platform
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from ssmwizard.model.computer import Means
from ssmwizard.outside import chosen, start_files, windows_path
from ssmwizard.outside.folders import at_home

# What dpkg knows to be installed.
DPKG = Path("/var/lib/dpkg/status")


def look(programs: Mapping[str, Sequence[str]]) -> Means:
    """Return the means; ``programs`` maps names to the places where they are, besides the search path."""
    home = Path(at_home("~"))
    found = {name: path for name, usual in programs.items() if (path := _find(name, usual))}
    if not _keeps_packages(DPKG):
        # Systems of rpm may have dpkg as well, to unpack things.
        found.pop("dpkg", None)
    if platform.system() == "Windows":
        registry = windows_path.WindowsRegistry()
        return Means(
            home=str(home),
            programs=found,
            user_path=windows_path.user_path(registry),
            machine_path=windows_path.machine_path(registry),
            chosen=chosen.load(),
        )
    shell = Path(login_shell()).name
    return Means(
        home=str(home),
        shell=shell,
        start_files=start_files.of_shell(shell, home),
        programs=found,
        administrator=os.geteuid() == 0,
        chosen=chosen.load(),
    )


def login_shell() -> str:
    """Return the path of the user's login shell, empty where there is none."""
    told = os.environ.get("SHELL", "")
    if not told:
        with suppress(ImportError, KeyError):
            import pwd  # noqa: PLC0415 - POSIX alone has it

            told = pwd.getpwuid(os.getuid()).pw_shell
    return told


def _find(name: str, usual: Sequence[str]) -> str | None:
    places = (os.path.expandvars(at_home(place)) for place in usual)
    return shutil.which(name) or next((place for place in places if Path(place).is_file()), None)


def _keeps_packages(list_of_packages: Path) -> bool:
    return list_of_packages.is_file() and list_of_packages.stat().st_size > 0
