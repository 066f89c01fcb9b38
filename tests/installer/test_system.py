"""Missing system libraries: installed as root on Debian, told in one line, or named."""

import importlib
import subprocess
import sys
from types import ModuleType

import pytest

NEEDS = {"libEGL.so.1": ("libegl1",), "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0")}


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module on a Debian that knows the old name of GLib and lacks every library."""
    module = importlib.import_module("system")
    monkeypatch.setattr(module, "has_apt", lambda: True)
    monkeypatch.setattr(module, "_is_there", lambda _: False)
    monkeypatch.setattr(module, "_package", lambda candidates: candidates[-1])
    monkeypatch.setattr(module.os, "geteuid", lambda: 1000)
    return module


def test_what_is_there_is_not_asked_for(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "_is_there", lambda _: True)
    system.require(NEEDS)


def test_an_ordinary_user_is_told_one_line(system: ModuleType) -> None:
    with pytest.raises(SystemExit) as stopped:
        system.require(NEEDS)
    lines = [line for line in str(stopped.value).splitlines() if "apt-get" in line]
    install = "apt-get install --yes --no-install-recommends libegl1 libglib2.0-0"
    assert lines == [f"    sudo sh -c 'apt-get update && {install}'"]


def test_root_gets_them_installed(system: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[list[str]] = []

    def apt_get(arguments: list[str]) -> int:
        called.append(arguments)
        if arguments[0] == "install":
            monkeypatch.setattr(system, "_is_there", lambda _: True)
        return 0

    monkeypatch.setattr(system.os, "geteuid", lambda: 0)
    monkeypatch.setattr(system, "_apt_get", apt_get)
    system.require(NEEDS)
    assert [arguments[0] for arguments in called] == ["update", "install"]
    assert called[1][-2:] == ["libegl1", "libglib2.0-0"]


@pytest.mark.parametrize(
    ("status", "sentence"),
    [(100, "could not be installed"), (0, "still lacks libEGL.so.1, libglib-2.0.so.0")],
)
def test_what_root_could_not_install_is_said(
    status: int, sentence: str, system: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system.os, "geteuid", lambda: 0)
    monkeypatch.setattr(system, "_apt_get", lambda _: status)
    with pytest.raises(SystemExit, match=sentence):
        system.require(NEEDS)


def test_other_systems_are_told_what_is_missing(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "has_apt", lambda: False)
    with pytest.raises(SystemExit, match=r"lacks libEGL\.so\.1, libglib-2\.0\.so\.0"):
        system.require(NEEDS)


@pytest.mark.parametrize("known", ["libglib2.0-0t64", "libglib2.0-0"])
def test_the_name_of_this_release_is_taken(known: str, monkeypatch: pytest.MonkeyPatch) -> None:
    module = importlib.import_module("system")

    class Ended:
        def __init__(self, command: list[str], **_: object) -> None:
            self.returncode = 0 if command[-1] == known else 100

    monkeypatch.setattr(module.subprocess, "run", Ended)
    assert module._package(NEEDS["libglib-2.0.so.0"]) == known


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_bring_their_libraries(
    platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = importlib.import_module("system")
    monkeypatch.setattr(module.sys, "platform", platform)
    module.require(module.WINDOW, {"libthere-is-none.so.1": ("none",)})
    assert module.display() == "native"


def test_no_display_is_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    module = importlib.import_module("system")
    monkeypatch.setattr(module.sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert module.display() is None


def test_an_x_server_that_does_not_answer_is_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    module = importlib.import_module("system")
    monkeypatch.setattr(module.sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", ":4711")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert module.display() is None


WINDOW = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel("seen")
label.show()
application.processEvents()
print(application.platformName(), label.isVisible())
"""


@pytest.mark.x11
def test_the_libraries_asked_for_are_enough_for_a_window_in_x11(
    x_display: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", x_display)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert importlib.import_module("system").display() == "x11"
    shown = subprocess.run(
        [sys.executable, "-c", WINDOW], check=True, capture_output=True, text=True
    )
    assert shown.stdout.split() == ["xcb", "True"]


@pytest.mark.parametrize(("user", "status"), [(0, 0), (0, 100), (1000, 0)])
def test_what_is_nice_to_have_is_tried_and_missed_by_nobody(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch, user: int, status: int
) -> None:
    called: list[str] = []

    def apt_get(arguments: list[str]) -> int:
        called.append(arguments[0])
        return status

    monkeypatch.setattr(system.os, "geteuid", lambda: user)
    monkeypatch.setattr(system, "_apt_get", apt_get)
    system.offer({"aws": ("awscli",)})
    assert called == (["update", "install"] if user == 0 else [])
