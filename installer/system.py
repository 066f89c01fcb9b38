"""What Qt and the tests need of the operating system. Standard library only.

Looks by loading the libraries themselves, so that it holds on every Linux distribution. Where
something is missing, Debian and Ubuntu get it by ``apt-get`` (as root) or are told the one line to
run; elsewhere what is missing is named. Windows and macOS bring everything along.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from terminal import say, stop

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Needs = Mapping[str, Sequence[str]]

# What must be there -> the Debian packages that hold it; the first that this release has is taken.
_GLIB = ("libglib2.0-0t64", "libglib2.0-0")
_VENV = ("python{}.{}-venv".format(*sys.version_info), "python3-venv")

# To make the environment, and to run Qt's translation compiler when ssmwizard is installed.
INSTALL = {"ensurepip": _VENV, "libglib-2.0.so.0": _GLIB, "libgthread-2.0.so.0": _GLIB}
WINDOW = {
    "libEGL.so.1": ("libegl1",),
    "libGL.so.1": ("libgl1",),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
}
X11 = {
    "libX11-xcb.so.1": ("libx11-xcb1",),
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-randr.so.0": ("libxcb-randr0",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
    "libxcb-sync.so.1": ("libxcb-sync1",),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0",),
    "libxcb-xkb.so.1": ("libxcb-xkb1",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
}
WAYLAND = {
    "libwayland-client.so.0": ("libwayland-client0",),
    "libwayland-cursor.so.0": ("libwayland-cursor0",),
    "libwayland-egl.so.1": ("libwayland-egl1",),
}
X_SERVER = {"Xvfb": ("xvfb",), "xauth": ("xauth",)}
# Version 2 on Debian; elsewhere the tests of its sign-in are skipped.
AWS_CLI_2 = {"aws": ("awscli",)}
KEYRING = {"gnome-keyring-daemon": ("gnome-keyring",), "dbus-run-session": ("dbus",)}


def require(*groups: Needs) -> None:
    """See that everything in `groups` is there: install it, or stop and say how to."""
    needs = {name: packages for group in groups for name, packages in group.items()}
    missing = [name for name in needs if not _is_there(name)]
    if not missing:
        return
    lacks = "The system lacks " + ", ".join(missing) + "."
    if not has_apt():
        stop(f"{lacks} Install the packages that hold them, then start again.")
    if os.geteuid() != 0:
        line = "apt-get update && apt-get " + " ".join(_arguments(needs, missing))
        stop(f"{lacks} Run this line, then start again:\n\n    sudo sh -c '{line}'\n")
    _install(needs, missing)
    missing = [name for name in missing if not _is_there(name)]
    if missing:
        stop(f"apt-get is done, yet the system still lacks {', '.join(missing)}.")


def offer(group: Needs) -> None:
    """Install what is nice to have, where that needs nobody; whatever comes of it, go on."""
    missing = [name for name in group if not _is_there(name)]
    if missing and has_apt() and os.geteuid() == 0:
        say(f"Installing the system packages for {', '.join(missing)}")
        _apt_get(["update"])
        _apt_get(_arguments(group, missing))


def has_apt() -> bool:
    """Whether this is Debian, Ubuntu or one of their family."""
    return sys.platform.startswith("linux") and shutil.which("apt-get") is not None


def display() -> str | None:
    """What can show a window here: ``"x11"``, ``"wayland"``, ``"native"``, or None for nothing."""
    if not sys.platform.startswith("linux"):
        return "native"
    if _x_server_answers():
        return "x11"
    wayland = os.environ.get("WAYLAND_DISPLAY")
    folder = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    return "wayland" if wayland and (folder / wayland).exists() else None


def _x_server_answers() -> bool:
    """Whether the X server of DISPLAY lets us in; Qt would abort where it does not."""
    if not os.environ.get("DISPLAY"):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # The library is still to be installed: take DISPLAY at its word.
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


def _is_there(name: str) -> bool:
    if name == "ensurepip":
        return importlib.util.find_spec(name) is not None
    if ".so." not in name:
        return shutil.which(name) is not None
    if not sys.platform.startswith("linux"):
        return True
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _install(needs: Needs, missing: list[str]) -> None:
    say(f"Installing the system packages for {', '.join(missing)}")
    _apt_get(["update"])
    if _apt_get(_arguments(needs, missing)) != 0:
        stop("The system packages could not be installed; apt-get's own message stands above.")


def _apt_get(arguments: Sequence[str]) -> int:
    command = ["apt-get", "--quiet=2", *arguments]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.call(command, stdout=subprocess.DEVNULL, env=environment)


def _arguments(needs: Needs, missing: list[str]) -> list[str]:
    packages = sorted({_package(needs[name]) for name in missing})
    return ["install", "--yes", "--no-install-recommends", *packages]


def _package(candidates: Sequence[str]) -> str:
    """The first package that this release has; names differ between releases."""
    for name in candidates[:-1]:
        known = subprocess.run(
            ["apt-cache", "show", name],
            check=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        if known.returncode == 0:
            return name
    return candidates[-1]
