"""Talking with real programs: questions without an end of line, answers, ends."""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

import pytest

from ssmwizard.model.computer import Ran, Start
from ssmwizard.outside.conversation import converse


def python(code: str) -> list[str]:
    return [sys.executable, "-u", "-c", code]


def test_a_question_is_heard_before_its_line_ends_and_is_answered() -> None:
    code = "name = input('Who? '); print(f'Hello {name}!')"
    heard: list[str] = []
    waiting = ["Noor"]

    def typed() -> str | None:
        return waiting.pop() if waiting and heard and heard[-1].endswith("Who? ") else None

    ran = converse(python(code), 30, heard.append, typed=typed)
    assert (ran.start, ran.status, ran.output) == (Start.RAN, 0, "Who? Hello Noor!\n")
    assert heard[0] == "Who? "
    assert heard[-1] == ran.output


def test_both_streams_are_heard_and_a_failure_tells_its_status() -> None:
    code = "import sys; print('out'); print('err', file=sys.stderr); sys.exit(255)"
    ran = converse(python(code), 30, lambda _: None)
    assert (ran.start, ran.status) == (Start.FAILED, 255)
    assert set(ran.output.split()) == {"out", "err"}


def test_letters_that_come_in_pieces_are_whole() -> None:
    code = "import os,time; os.write(1, b'\\xc3'); time.sleep(0.3); os.write(1, b'\\xa9\\r\\n')"
    heard: list[str] = []
    assert converse(python(code), 30, heard.append).output == "é\n"
    assert all("�" not in said for said in heard)


HANGING = """
import os, subprocess, sys, time
child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])
print(child.pid)
time.sleep(600)
"""


def gone(pid: int) -> bool:
    """Whether a process has ended; one that nobody has buried yet has."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            os.kill(pid, 0)
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.02)
    return False


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
@pytest.mark.parametrize("how", ["stopped", "late"])
def test_what_is_ended_is_ended_with_all_that_it_started(how: str) -> None:
    heard: list[str] = []
    timeout = 600.0 if how == "stopped" else 1.0
    ran = converse(python(HANGING), timeout, heard.append, lambda: how == "stopped" and bool(heard))
    assert (ran.start, ran.status) == (Start.TIMED_OUT, None)
    assert gone(int(ran.output))


@pytest.mark.skipif(os.name != "posix", reason="a session of its own is a word of POSIX")
def test_a_browser_that_keeps_the_output_open_keeps_nobody_waiting() -> None:
    code = (
        "import subprocess, sys\n"
        "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(3)'],"
        " start_new_session=True)\n"
        "print('Successfully logged in')"
    )
    started = time.monotonic()
    ran = converse(python(code), 60, lambda _: None)
    assert (ran.start, ran.output) == (Start.RAN, "Successfully logged in\n")
    assert time.monotonic() - started < 2.9
    for thread in threading.enumerate():
        if thread.name == "ssmwizard-heard":
            thread.join()


def test_a_program_that_is_not_there_is_told(tmp_path: Path) -> None:
    ran: Ran = converse([str(tmp_path / "aws")], 5, lambda _: None)
    assert (ran.start, ran.output) == (Start.NOT_FOUND, "")


def test_what_is_typed_after_the_end_is_no_error() -> None:
    ran = converse(
        python("import sys; sys.stdin.close(); print('x' * 10)"),
        30,
        lambda _: None,
        typed=lambda: "too late",
    )
    assert ran.start in (Start.RAN, Start.FAILED)
