"""What there is on a computer to change it with."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ssmwizard.outside import chosen, means, own_path, windows_path
from ssmwizard.outside.computer import ThisComputer
from ssmwizard.outside.windows_path import EXPANDED, MACHINE, USER
from tests.support.fake_registry import FakeRegistry

POSIX = os.name == "posix"


def program(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def linux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(means.platform, "system", lambda: "Linux")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("SHELL", "/bin/bash")
    return tmp_path


@pytest.mark.skipif(not POSIX, reason="execute bits are POSIX's")
def test_programs_are_found_on_the_search_path_and_at_their_usual_places(linux: Path) -> None:
    gpg = program(linux / "bin" / "gpg")
    brew = program(linux / "opt" / "brew")
    found = means.look({"gpg": [], "brew": [str(linux / "no"), str(brew)], "pkexec": []})
    assert found.programs == {"gpg": str(gpg), "brew": str(brew)}
    assert found.shell == "bash"
    assert [Path(file.path).name for file in found.start_files] == [".profile", ".bashrc"]
    assert found.user_path is None


@pytest.mark.skipif(not POSIX, reason="execute bits are POSIX's")
@pytest.mark.parametrize("content", [None, "", "Package: base-files\n"])
def test_dpkg_counts_where_it_keeps_the_packages(
    linux: Path, monkeypatch: pytest.MonkeyPatch, content: str | None
) -> None:
    program(linux / "bin" / "dpkg")
    status = linux / "status"
    if content is not None:
        status.write_text(content)
    monkeypatch.setattr(means, "DPKG", status)
    assert ("dpkg" in means.look({"dpkg": []}).programs) is bool(content)


@pytest.mark.skipif(not POSIX, reason="POSIX alone has a list of users")
def test_the_login_shell_is_known_where_no_variable_tells(
    linux: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pwd = pytest.importorskip("pwd")
    monkeypatch.delenv("SHELL")
    assert means.login_shell() == pwd.getpwuid(os.getuid()).pw_shell


def test_what_was_chosen_is_told(linux: Path) -> None:
    chosen.choose("aws", "/opt/aws")
    assert means.look({}).chosen == {"aws": "/opt/aws"}


def test_windows_tells_both_search_paths_and_a_terminal_looks_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    registry = FakeRegistry({USER: ("C:\\mine;", EXPANDED), MACHINE: ("C:\\all", EXPANDED)})
    monkeypatch.setattr(windows_path, "WindowsRegistry", lambda: registry)
    monkeypatch.setattr(means.platform, "system", lambda: "Windows")
    found = means.look({})
    assert (found.user_path, found.machine_path, found.start_files) == (
        "C:\\mine;",
        ("C:\\all",),
        (),
    )
    try:
        terminal = ThisComputer().terminal(5)
    finally:
        own_path.told([])
    assert (terminal.asked, terminal.folders) == ("Windows", ("C:\\all", "C:\\mine"))
