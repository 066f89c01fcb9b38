"""MFA codes on the command line: asked for on a terminal, shown and kept nowhere."""

import os
import sys
from pathlib import Path

import pytest

from ssmwizard import demo

pty = pytest.importorskip("pty", reason="terminals are POSIX's")
WORDS = ["--demo", "fix", "identity.sign-in", "--profile", "demo-mfa"]


def on_a_terminal(words: list[str], answers: list[bytes]) -> tuple[int, str]:
    """Run a command on a terminal, and type an answer whenever it asks for a code."""
    child, terminal = pty.fork()
    if child == 0:  # pragma: no cover - another process
        os.execv(sys.executable, [sys.executable, "-m", "ssmwizard", *words])  # noqa: S606
    heard, left = "", list(answers)
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            break
        if not piece:
            break
        heard += piece.decode(errors="replace")
        if left and heard.count("MFA code of") > len(answers) - len(left):
            os.write(terminal, left.pop(0))
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), heard


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_code_is_asked_for_on_the_terminal_until_it_is_right(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    status, heard = on_a_terminal(WORDS, [b"12\n", b"000000\n", b"907864\n"])
    assert status == 0, heard
    assert "no need to sign in" in heard
    assert heard.count("MFA code of arn:aws:iam::111122223333:mfa/camille-phone") == 3
    assert "did not accept" in heard
    assert "907864" not in heard


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_an_empty_answer_is_no_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    _, heard = on_a_terminal(WORDS, [b"\n"])
    assert heard.count("MFA code of") == 1
    assert "wants an MFA code" in heard


def test_without_a_terminal_nobody_is_asked(run, account: demo.Demo) -> None:
    said = run("--demo", "check", "--all", "--profile", "demo-mfa", "--no-local")
    assert said.status != 0
    assert "there is nobody here to ask" in " ".join(said.out.split())
