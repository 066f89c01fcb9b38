import os
import shutil
import stat
import struct
import sys
import time
from pathlib import Path

import pytest

from ssmwizard.model.computer import Place, Start, Terminal
from ssmwizard.outside.computer import ThisComputer
from ssmwizard.outside.executables import architecture

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
    assert [(place.path, place.on_path) for place in places] == [
        (str(first), True),
        (str(second), True),
        (str(usual), False),
    ]


@posix_only
def test_a_file_without_the_execute_bit_is_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = program(tmp_path / "bin", "aws", "text", executable=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert ThisComputer().places("aws", []) == (Place(str(path), True, os.path.realpath(path)),)


@posix_only
def test_usual_places_may_name_the_home_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    path = program(Path.home() / "bin", "aws", "#!/bin/sh\n")
    (place,) = ThisComputer().places("aws", ["~/bin/aws"])
    assert (place.path, place.on_path) == (str(path), False)


@posix_only
def test_an_empty_search_path_and_folders_that_may_not_be_entered_hide_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = program(tmp_path / "usual", "aws", "#!/bin/sh\n")
    monkeypatch.setenv("PATH", "")
    long = "/" + "x" * 5000
    (place,) = ThisComputer().places("aws", [long, str(usual)])
    assert place.path == str(usual)


@posix_only
def test_a_link_tells_what_it_leads_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    path = program(tmp_path / "lib", "aws-real", "#!/bin/sh\n")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "aws").symlink_to(path)
    (place,) = ThisComputer().places("aws", [])
    assert (place.path, place.real) == (str(tmp_path / "bin" / "aws"), os.path.realpath(path))


@posix_only
def test_a_program_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    path = program(tmp_path, "aws", "#!/bin/sh\nsleep 300 &\necho $!\nwait\n")
    ran = ThisComputer().run([str(path)], 2)
    assert ran.start is Start.TIMED_OUT
    child = int(ran.output)
    for _ in range(200):
        if not Path(f"/proc/{child}").exists() and not _runs(child):
            break
        time.sleep(0.05)
    else:
        pytest.fail("what the program started still runs")


@posix_only
def test_what_gets_away_is_not_waited_for(tmp_path: Path) -> None:
    code = (
        "import subprocess, sys, time; print('begun', flush=True);"
        "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(20)'],"
        " start_new_session=True); time.sleep(300)"
    )
    began = time.monotonic()
    ran = ThisComputer().run([sys.executable, "-c", code], 3)
    assert (ran.start, ran.output.strip()) == (Start.TIMED_OUT, "begun")
    assert time.monotonic() - began < 15


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def login_shell(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a script the login shell of somebody who started the program from a desktop."""
    shell = program(folder, "shell", text)
    monkeypatch.setenv("SHELL", str(shell))
    monkeypatch.setattr(os, "isatty", lambda _: False)
    return shell


SHELLS = {
    "speaks-before-and-after": (
        '#!/bin/sh\necho welcome; PATH=/homebrew:/bin:/usr/bin\nexport PATH\neval "$2"; echo bye\n',
        ("/homebrew", "/bin", "/usr/bin"),
    ),
    "hangs-after-the-answer": (
        '#!/bin/sh\nPATH=/a:/usr/bin:/bin\nexport PATH\neval "$2"\nsleep 300\n',
        ("/a", "/usr/bin", "/bin"),
    ),
    "hangs": ("#!/bin/sh\nsleep 300\n", None),
    "prints-junk": ("#!/bin/sh\nhead -c 100000 /dev/urandom\n", None),
    "fails": ("#!/bin/sh\nexit 3\n", None),
    "repeats-the-question": ('#!/bin/sh\necho "$2"\n', None),
}


@posix_only
@pytest.mark.parametrize(("text", "folders"), SHELLS.values(), ids=list(SHELLS))
def test_a_login_shell_tells_where_a_terminal_looks(
    text: str, folders: tuple[str, ...] | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = login_shell(tmp_path, text, monkeypatch)
    assert ThisComputer().terminal(2) == Terminal(asked=str(shell), folders=folders)


@posix_only
def test_a_real_shell_reads_its_start_up_files(monkeypatch: pytest.MonkeyPatch) -> None:
    shell = shutil.which("bash")
    if shell is None:
        pytest.skip("no bash on this machine")
    (Path.home() / ".bash_profile").write_text("echo hello\nexport PATH=/somewhere:$PATH\n")
    monkeypatch.setenv("SHELL", shell)
    monkeypatch.setattr(os, "isatty", lambda _: False)
    folders = ThisComputer().terminal(30).folders
    assert folders is not None
    assert folders[0] == "/somewhere"


@posix_only
def test_where_there_is_no_shell_to_ask_none_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "isatty", lambda _: False)
    monkeypatch.delenv("SHELL", raising=False)
    assert ThisComputer().terminal(5) == Terminal()
    monkeypatch.setenv("SHELL", "/nowhere/shell")
    assert ThisComputer().terminal(5) == Terminal(asked="/nowhere/shell")


@posix_only
def test_on_a_terminal_its_own_search_path_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/nowhere/shell")
    monkeypatch.setattr(os, "isatty", lambda stream: stream == 0)
    assert ThisComputer().terminal(5) == Terminal(own=True)


def elf(machine: int, order: str = "<") -> bytes:
    kind = b"\x01" if order == "<" else b"\x02"
    return b"\x7fELF\x02" + kind + bytes(10) + struct.pack(f"{order}HH", 2, machine)


def portable_executable(machine: int) -> bytes:
    return b"MZ" + bytes(58) + struct.pack("<I", 64) + b"PE\0\0" + struct.pack("<H", machine)


def fat(*kinds: int) -> bytes:
    parts = b"".join(struct.pack(">IIIII", kind, 0, 0, 0, 0) for kind in kinds)
    return b"\xca\xfe\xba\xbe" + struct.pack(">I", len(kinds)) + parts


HEADS = {
    "linux-intel": (elf(62), "x86_64"),
    "linux-arm": (elf(183), "arm64"),
    "big-endian": (elf(183, ">"), "arm64"),
    "linux-something-else": (elf(8), ""),
    "windows-intel": (portable_executable(0x8664), "x86_64"),
    "windows-arm": (portable_executable(0xAA64), "arm64"),
    "dos": (b"MZ" + bytes(100), ""),
    "mac-arm": (b"\xcf\xfa\xed\xfe" + struct.pack("<I", 0x0100000C), "arm64"),
    "mac-both": (fat(0x01000007, 0x0100000C), "x86_64, arm64"),
    "a-class-of-java": (b"\xca\xfe\xba\xbe" + struct.pack(">I", 52), ""),
    "cut-off-elf": (b"\x7fELF\x02\x01", ""),
    "cut-off-fat": (fat(7)[:10], ""),
    "cut-off-windows": (b"MZ", ""),
    "a-script": (b"#!/bin/sh\n", ""),
    "nothing": (b"", ""),
}


@pytest.mark.parametrize(("head", "made_for"), HEADS.values(), ids=list(HEADS))
def test_a_file_tells_which_processor_it_is_made_for(
    head: bytes, made_for: str, tmp_path: Path
) -> None:
    path = tmp_path / "aws"
    path.write_bytes(head)
    assert architecture(str(path)) == made_for


def test_a_file_that_cannot_be_read_tells_nothing(tmp_path: Path) -> None:
    assert architecture(str(tmp_path / "nothing")) == ""


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
