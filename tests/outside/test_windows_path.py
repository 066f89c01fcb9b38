"""The search paths of Windows, in a registry that is none."""

from __future__ import annotations

import os
from typing import Any

import pytest

from ssmwizard.model.computer import Asked, NotDone
from ssmwizard.outside import windows_path
from ssmwizard.outside.windows_path import EXPANDED, MACHINE, USER
from tests.support.fake_registry import FakeRegistry


def call(registry: FakeRegistry, operation: str, **wanted: Any) -> Any:
    asked = Asked({"Folders": [], "First": False, **wanted}, lambda _: None, lambda: False)
    return windows_path.operations(registry)[operation](asked)


def test_variables_stand_for_what_they_are_and_odd_folders_are_read_as_windows_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ProgramFiles", "C:\\Program Files")
    path = '%ProgramFiles%\\Amazon;;"C:\\My Tools" ; %NOWHERE%\\x'
    registry = FakeRegistry({MACHINE: (path, EXPANDED)})
    assert windows_path.machine_path(registry) == (
        "C:\\Program Files\\Amazon",
        "C:\\My Tools",
        "%NOWHERE%\\x",
    )
    assert windows_path.user_path(registry) == ""


@pytest.mark.parametrize("kind", [1, EXPANDED])
def test_a_value_keeps_its_kind_and_others_are_told(kind: int) -> None:
    registry = FakeRegistry({USER: ("C:\\a", kind)})
    call(registry, "SetUserPath", Value="C:\\a;C:\\b", Expected="C:\\a")
    assert registry.values[USER] == ("C:\\a;C:\\b", kind)
    assert registry.told == 1
    assert call(registry, "GetUserPath") == {"Value": "C:\\a;C:\\b"}


def test_a_search_path_that_somebody_changed_is_left_alone() -> None:
    registry = FakeRegistry({USER: ("C:\\other", EXPANDED)})
    with pytest.raises(NotDone) as refused:
        call(registry, "SetUserPath", Value="C:\\b", Expected="C:\\a")
    assert refused.value.code == "Altered"
    assert registry.values[USER] == ("C:\\other", EXPANDED)
    assert registry.told == 0


def test_this_program_follows_at_once_there_and_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/usr/bin")
    registry = FakeRegistry()
    folders = ["/opt/b"]
    call(registry, "SetUserPath", Value="/opt/b", Expected="", Folders=folders)
    assert os.environ["PATH"] == os.pathsep.join(["/usr/bin", "/opt/b"])
    assert registry.values[USER] == ("/opt/b", EXPANDED)
    call(registry, "SetUserPath", Value="", Expected="/opt/b", Folders=folders)
    assert os.environ["PATH"] == "/usr/bin"
