import os
import stat
import sys
from pathlib import Path

import pytest

from ssmwizard.model.computer import Start
from ssmwizard.outside.computer import ThisComputer

POSIX = os.name == "posix"
posix_only = pytest.mark.skipif(not POSIX, reason="execute bits and scripts are POSIX's")


def program(folder: Path, name: str, text: str, *, executable: bool = True) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text)
    if executable:
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_a_program_that_runs_gives_both_streams_and_its_status() -> None:
    code = "import sys; print('out'); print('err', file=sys.stderr); sys.exit(0)"
    ran = ThisComputer().run([sys.executable, "-c", code], 30)
    assert (ran.start, ran.status, ran.output.strip(), ran.errors.strip()) == (
        Start.RAN,
        0,
        "out",
        "err",
    )


def test_a_program_that_fails_keeps_its_status() -> None:
    ran = ThisComputer().run([sys.executable, "-c", "raise SystemExit(3)"], 30)
    assert (ran.start, ran.status) == (Start.FAILED, 3)


def test_a_program_that_does_not_end_is_ended() -> None:
    code = "import time; print('begun', flush=True); time.sleep(600)"
    ran = ThisComputer().run([sys.executable, "-c", code], 2)
    assert (ran.start, ran.status, ran.output.strip()) == (Start.TIMED_OUT, None, "begun")


def test_a_program_gets_no_input_to_wait_for() -> None:
    code = "import sys; print(repr(sys.stdin.read()))"
    assert ThisComputer().run([sys.executable, "-c", code], 30).output.strip() == "''"


def test_what_is_not_there_is_said_to_be_not_there(tmp_path: Path) -> None:
    assert ThisComputer().run([str(tmp_path / "nothing")], 5).start is Start.NOT_FOUND


@posix_only
def test_what_may_not_be_executed_is_told_apart(tmp_path: Path) -> None:
    path = program(tmp_path, "aws", "#!/bin/sh\n", executable=False)
    assert ThisComputer().run([str(path)], 5).start is Start.NOT_EXECUTABLE


@posix_only
def test_a_program_for_another_processor_is_told_apart(tmp_path: Path) -> None:
    path = program(tmp_path, "aws", "\x00\x01 not a program")
    assert ThisComputer().run([str(path)], 5).start is Start.WRONG_FORMAT


@posix_only
def test_places_follow_the_search_path_then_the_usual_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = program(tmp_path / "first", "aws", "#!/bin/sh\n")
    second = program(tmp_path / "second", "aws", "#!/bin/sh\n")
    usual = program(tmp_path / "usual", "aws", "#!/bin/sh\n")
    monkeypatch.setenv("PATH", f"{tmp_path / 'first'}{os.pathsep}{tmp_path / 'second'}")
    places = ThisComputer().places("aws", [str(usual), str(second), str(tmp_path / "none")])
    assert places == ((str(first), True), (str(second), True), (str(usual), False))


@posix_only
def test_a_file_without_the_execute_bit_is_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = program(tmp_path / "bin", "aws", "text", executable=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert ThisComputer().places("aws", []) == ((str(path), True),)


@posix_only
def test_usual_places_may_name_the_home_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    path = program(Path.home() / "bin", "aws", "#!/bin/sh\n")
    assert ThisComputer().places("aws", ["~/bin/aws"]) == ((str(path), False),)


@posix_only
def test_a_frozen_build_does_not_hand_its_libraries_to_other_programs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/bundle")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/mine")
    code = (
        "import os; print(os.environ.get('LD_LIBRARY_PATH'), 'LD_LIBRARY_PATH_ORIG' in os.environ)"
    )
    assert ThisComputer().run([sys.executable, "-c", code], 30).output.split() == ["/mine", "False"]
