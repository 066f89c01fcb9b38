"""A process that no exception ends leaves its stacks, which the next start finds once."""

import faulthandler
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ssmwizard.app.crash import left_by
from ssmwizard.outside import fault_log

FAULT = """
import faulthandler, sys
from pathlib import Path
from ssmwizard.outside import fault_log

def in_the_midst():
    secret = "hunter2-is-my-password"
    faulthandler._sigsegv() if sys.argv[2] == "fault" else None

with fault_log.watched(Path(sys.argv[1])):
    in_the_midst()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder of its own; afterwards faults of the tests themselves are told again."""
    made = tmp_path / "state"
    made.mkdir()
    yield made
    faulthandler.enable(sys.__stderr__)


def process(folder: Path, how: str) -> int:
    command = [sys.executable, "-c", FAULT, str(folder), how]
    return subprocess.run(command, capture_output=True, check=False).returncode


def test_what_a_fault_left_is_found_once_by_the_next(folder: Path) -> None:
    assert process(folder, "fault") != 0
    with fault_log.watched(folder) as left:
        assert left is not None
        assert [file.stem for file in folder.iterdir()] == [f"fault-{os.getpid()}"]
    crash = left_by(left.stacks, "the window", left.at)
    assert crash.says.startswith(("Fatal Python error", "Windows fatal exception"))
    assert "in_the_midst" in crash.text()
    assert "hunter2" not in crash.text()
    assert list(folder.iterdir()) == []
    with fault_log.watched(folder) as left:
        assert left is None


def test_one_that_ends_well_or_still_runs_leaves_nothing(folder: Path) -> None:
    assert process(folder, "well") == 0
    (folder / "fault-999999999.txt").write_text("")
    (folder / "fault-99999999999999999999.txt").write_text("of no process at all")
    runs = folder / f"fault-{os.getppid()}.txt"
    runs.write_text("of another that still runs")
    with fault_log.watched(folder) as left:
        assert left is None
    assert runs.exists()
    assert not (folder / "fault-999999999.txt").exists()


def test_where_nothing_can_be_written_it_goes_without(folder: Path) -> None:
    file = folder / "file"
    file.write_text("")
    with fault_log.watched(file / "below") as left:
        assert left is None
