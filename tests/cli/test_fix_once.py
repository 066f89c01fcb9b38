"""What AWS tells once is written to the terminal, and is in no answer for programs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.command import Run

from ssmwizard import demo
from ssmwizard.cli import console

FIX = ("fix", "node.new-activation", "--demo", "--node", "mi-0123456789abcdef0", "--apply", "--yes")
ROOT = Path(__file__).parents[2]
ASKS = "from ssmwizard.cli import console; print(console.terminal())"


def code_in(said: str) -> str:
    """The code, where it stands in the commands for Linux."""
    return said.partition("-activation-code '")[2].partition("'")[0]


def made(account: demo.Demo) -> int:
    return account.calls.count("ssm:CreateActivation")


@pytest.fixture
def no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "terminal", lambda: None)


@pytest.mark.usefixtures("no_terminal")
def test_without_a_terminal_it_is_a_part_of_the_text(run: Run, account: demo.Demo) -> None:
    said = run(*FIX)
    code = code_in(said.out)
    assert len(code) == 20
    assert said.status == 0
    assert code not in said.err
    assert "PowerShell" in said.out
    assert "it works. From now on it is to be found as mi-" in said.out


@pytest.mark.usefixtures("no_terminal")
def test_for_a_program_without_a_terminal_nothing_is_made(run: Run, account: demo.Demo) -> None:
    said = run(*FIX, "--format", "json")
    assert made(account) == 0
    (outcome,) = said.json()["outcomes"]
    assert outcome["end"] == "refused"
    assert "no place to show it" in outcome["says"]
    assert said.status == 1


@pytest.mark.parametrize("format_", ["text", "json"])
def test_on_a_terminal_it_is_there_and_nowhere_else(
    run: Run,
    account: demo.Demo,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    format_: str,
) -> None:
    device = tmp_path / "tty"
    monkeypatch.setattr(console, "terminal", lambda: str(device))
    said = run(*FIX, "--format", format_)
    code = code_in(device.read_text())
    assert len(code) == 20
    assert made(account) == 1
    assert code not in said.out + said.err
    assert code not in (tmp_path / "journal.jsonl").read_text()
    bundle = tmp_path / "bundle.zip"
    new = next(
        node["InstanceId"]
        for node in account.world["regions"]["eu-west-3"]["nodes"].values()
        if node["Name"] == "machine-01"
    )
    assert run("bundle", "--demo", "--node", new, "--output", str(bundle)).status == 0
    assert code.encode() not in bundle.read_bytes()
    for command in (("journal",), ("check", "--node", new)):
        told = run(*command, "--demo", "--format", "json")
        assert code not in told.out + told.err
    files = [one for place in (Path.home(), tmp_path) for one in place.rglob("*") if one.is_file()]
    assert bundle in files
    assert [one for one in files if code.encode() in one.read_bytes()] == [device]


@pytest.mark.skipif(os.name != "posix", reason="a terminal is made by hand")
def test_a_process_knows_whether_it_has_a_terminal() -> None:
    import fcntl  # noqa: PLC0415 - there is none on Windows
    import pty  # noqa: PLC0415
    import termios  # noqa: PLC0415

    outer, inner = pty.openpty()

    def take() -> None:
        fcntl.ioctl(inner, termios.TIOCSCTTY, 0)

    def asked(before: object = None) -> str:
        told = subprocess.run(
            [sys.executable, "-c", ASKS],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            start_new_session=True,
            preexec_fn=before,  # type: ignore[arg-type]
            pass_fds=(inner,),
        )
        return told.stdout.strip()

    try:
        assert asked() == "None"
        assert asked(take) == "/dev/tty"
    finally:
        os.close(outer)
        os.close(inner)
