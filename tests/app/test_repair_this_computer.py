"""The search path is mended on a real computer with a real bash: made, proved, taken back, or killed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ssmwizard.app import repair
from ssmwizard.app.doors import Doors
from ssmwizard.app.finish import finish
from ssmwizard.app.inspect import Inspection, look_at_computer
from ssmwizard.app.repair import Applied, End, Proof
from ssmwizard.model.computer import Place
from ssmwizard.model.findings import Status
from ssmwizard.model.plans import Plan
from ssmwizard.outside.aws import LiveAws
from ssmwizard.outside.computer import ThisComputer
from ssmwizard.outside.journal import Journal

ROOT = Path(__file__).parents[2]
BASH = shutil.which("bash")
pytestmark = pytest.mark.skipif(
    BASH is None or sys.platform != "linux", reason="bash reads other files elsewhere"
)
FIX, CHECK = "computer.fix-search-path", "computer.search-path"
PLUGIN = "#!/bin/sh\necho 1.2.896.0\n"
FILES = {
    ".profile": "umask 022\n# the last line has no end",
    ".bashrc": "case $- in *i*) ;; *) return ;; esac\nalias ll='ls -l'\n",
}
# Applies the plan, and dies before or behind the writing of one of its files.
KILLED = """
import os, signal, sys
from pathlib import Path
from tests.app.test_repair_this_computer import Here, FIX, doors_of
from ssmwizard.app import repair
from ssmwizard.app.inspect import look_at_computer
from ssmwizard.outside import this_computer

journal, when, place = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
real, times = this_computer.OPERATIONS["WriteBlock"], []

def write(asked):
    times.append(1)
    if len(times) - 1 == place and when == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    answer = real(asked)
    if len(times) - 1 == place:
        os.kill(os.getpid(), signal.SIGKILL)
    return answer

class Dying(Here):
    def operations(self):
        return {**super().operations(), "WriteBlock": write}

doors = doors_of(journal, Dying())
inspection = look_at_computer(doors)
(plan,) = [one for one in repair.proposals(inspection) if one.fix == FIX]
repair.apply(doors, inspection, plan)
"""


class Here(ThisComputer):
    """This computer, of whose programs only those of the home folder are looked at."""

    def places(self, program: str, usual: object) -> tuple[Place, ...]:
        home = str(Path.home())
        found = super().places(program, [f"~/bin/{program}"])
        return tuple(place for place in found if place.path.startswith(home))


def doors_of(journal: Path, computer: Here) -> Doors:
    return Doors(LiveAws, computer, journal)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    there = tmp_path / "my home"
    program = there / "bin" / "session-manager-plugin"
    program.parent.mkdir(parents=True)
    program.write_text(PLUGIN)
    program.chmod(0o755)
    for name, content in FILES.items():
        (there / name).write_text(content)
    monkeypatch.setenv("HOME", str(there))
    monkeypatch.setenv("SHELL", str(BASH))
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    monkeypatch.setattr(os, "isatty", lambda _: False)
    return there


@pytest.fixture
def doors(home: Path, tmp_path: Path) -> Doors:
    return doors_of(tmp_path / "journal.jsonl", Here())


def files(home: Path) -> dict[str, str]:
    return {name: (home / name).read_text() for name in FILES}


def status(inspection: Inspection) -> Status:
    return next(one.status for one in inspection.findings if one.check == CHECK)


def planned(doors: Doors) -> tuple[Inspection, Plan]:
    inspection = look_at_computer(doors)
    assert status(inspection) is Status.FAILED
    (plan,) = [one for one in repair.proposals(inspection) if one.fix == FIX]
    assert isinstance(plan, Plan), plan
    return inspection, plan


def test_a_real_login_shell_finds_it_then_and_all_is_as_before_when_it_is_taken_back(
    home: Path, doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    inspection, plan = planned(doors)
    outcome = repair.apply(doors, inspection, plan)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.DONE, outcome.says.english()
    assert os.environ["PATH"] == f"/usr/bin:/bin:{home / 'bin'}"
    # What another window finds that was started before: only what its shell tells.
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    verified = repair.verify(doors, inspection.choice, plan)
    assert verified.proof is Proof.VERIFIED, verified.says.english()
    assert outcome.entry is not None
    assert repair.undo(doors, outcome.entry).end is End.DONE
    assert files(home) == FILES
    assert status(look_at_computer(doors)) is Status.FAILED


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize("when", ["before", "behind"])
def test_a_kill_in_the_midst_loses_nothing_and_does_nothing_twice(
    home: Path, doors: Doors, when: str, place: int
) -> None:
    journal = doors.journal
    command = [sys.executable, "-c", KILLED, str(journal), when, str(place)]
    told = subprocess.run(
        command, cwd=ROOT, capture_output=True, timeout=60, check=False, stdin=subprocess.DEVNULL
    )
    assert told.returncode == -signal.SIGKILL, told.stderr.decode()
    (entry,) = Journal(journal).entries()
    left, written = files(home), journal.read_bytes()

    assert finish(doors, entry.id).end is End.DONE
    assert all(
        content.count("case ") - FILES[name].count("case ") == 1
        for name, content in files(home).items()
    )
    assert repair.undo(doors, entry.id).end is End.DONE
    assert files(home) == FILES

    for name, content in left.items():
        (home / name).write_text(content)
    journal.write_bytes(written)
    assert repair.undo(doors, entry.id).end is End.DONE
    assert files(home) == FILES
