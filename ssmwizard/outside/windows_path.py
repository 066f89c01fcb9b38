"""The search paths that Windows keeps, for all users and for this one, in its registry.

https://learn.microsoft.com/en-us/windows/win32/procthread/environment-variables
"""

from __future__ import annotations

import ctypes
import os
import re
from collections.abc import Mapping
from typing import Any, Protocol

from ssmwizard.model.computer import Asked, NotDone, Operation
from ssmwizard.outside import own_path

USER = ("HKEY_CURRENT_USER", "Environment")
MACHINE = (
    "HKEY_LOCAL_MACHINE",
    r"SYSTEM\CurrentControlSet\Control\Session Manager\Environment",
)
NAME = "Path"
# A value in which %NAME% stands for the variable; 1 is one in which it does not.
EXPANDED = 2
VARIABLE = re.compile("%([^%]+)%")
# https://learn.microsoft.com/en-us/windows/win32/winmsg/wm-settingchange
BROADCAST, SETTING_CHANGE, ABORT_IF_HUNG, MILLISECONDS = 0xFFFF, 0x1A, 2, 2000


class Registry(Protocol):
    """What is needed of the registry of Windows."""

    def read(self, root: str, key: str, name: str) -> tuple[str, int] | None:
        """Return a value and its kind, None where there is none."""

    def write(self, root: str, key: str, name: str, value: str, kind: int) -> None:
        """Write a value."""

    def tell(self) -> None:
        """Tell the programs that run that the environment has changed."""


class WindowsRegistry:
    """The registry of this computer."""

    def read(self, root: str, key: str, name: str) -> tuple[str, int] | None:
        """Return a value and its kind, None where there is none."""
        winreg = _winreg()
        try:
            with winreg.OpenKey(getattr(winreg, root), key) as opened:
                value, kind = winreg.QueryValueEx(opened, name)
        except FileNotFoundError:
            return None
        return str(value), int(kind)

    def write(self, root: str, key: str, name: str, value: str, kind: int) -> None:
        """Write a value."""
        winreg = _winreg()
        with winreg.OpenKey(getattr(winreg, root), key, 0, winreg.KEY_SET_VALUE) as opened:
            winreg.SetValueEx(opened, name, 0, kind, value)

    def tell(self) -> None:
        """Tell the programs that run that the environment has changed."""
        windll: Any = getattr(ctypes, "windll")  # noqa: B009 - there on Windows alone
        windll.user32.SendMessageTimeoutW(
            BROADCAST,
            SETTING_CHANGE,
            0,
            "Environment",
            ABORT_IF_HUNG,
            MILLISECONDS,
            ctypes.byref(ctypes.c_ulong()),
        )


def user_path(registry: Registry) -> str:
    """Return the search path that is kept for this user, as it is written."""
    return _read(registry, USER)[0]


def machine_path(registry: Registry) -> tuple[str, ...]:
    """Return the folders in which programs are looked for by all users."""
    return folders(_read(registry, MACHINE)[0])


def folders(path: str) -> tuple[str, ...]:
    """Return the folders of a search path, with what the variables in it stand for."""
    expanded = VARIABLE.sub(lambda found: os.environ.get(found[1], found[0]), path)
    return tuple(folder.strip('" ') for folder in expanded.split(";") if folder.strip('" '))


def operations(registry: Registry) -> Mapping[str, Operation]:
    """Return what can be done with these search paths, by name."""

    def get(_: Asked) -> Mapping[str, Any]:
        return {"Value": user_path(registry)}

    def write(asked: Asked) -> Mapping[str, Any]:
        """Set the user's search path to a ``Value`` where it is as ``Expected``."""
        wanted = asked.parameters
        now, kind = _read(registry, USER)
        if now != wanted["Expected"]:
            raise NotDone("Altered", "The search path of the user is not as it was any more.")
        registry.write(*USER, NAME, wanted["Value"], kind)
        registry.tell()
        there = folders(wanted["Value"])
        mine = [folder for folder in wanted["Folders"] if folder in there]
        own_path.add(mine, first=wanted["First"])
        own_path.take_back(folder for folder in wanted["Folders"] if folder not in there)
        return {"Value": wanted["Value"]}

    return {"GetUserPath": get, "SetUserPath": write}


def _read(registry: Registry, where: tuple[str, str]) -> tuple[str, int]:
    return registry.read(*where, NAME) or ("", EXPANDED)


def _winreg() -> Any:
    import winreg  # noqa: PLC0415 - there on Windows alone

    return winreg
