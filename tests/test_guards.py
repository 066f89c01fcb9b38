"""The guards of conftest.py and pyproject.toml catch what they are there for."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

CARELESS = """
import socket, threading, time, warnings
from pathlib import Path
from PySide6.QtCore import QThreadPool, qWarning

def test_careful(qapp):
    pass

def test_home():
    Path("~/.aws").expanduser().joinpath("config").read_bytes()

def test_network():
    socket.create_connection(("192.0.2.1", 443), timeout=5)

def test_qt_warning(qapp):
    qWarning("something is wrong")

def test_warning():
    warnings.warn("old")

def test_thread():
    threading.Thread(target=time.sleep, args=(30,), name="forgotten").start()

def test_pool():
    QThreadPool.globalInstance().start(lambda: time.sleep(30))
"""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says about careless tests under this project's rules."""
    folder = tmp_path_factory.mktemp("careless")
    (folder / "tests").mkdir()
    for name in ("pyproject.toml", "tests/conftest.py"):
        (folder / name).write_text((ROOT / name).read_text("utf-8"), "utf-8")
    (folder / "tests" / "test_careless.py").write_text(CARELESS, "utf-8")
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "pytest", "-p", "no:randomly", "-p", "no:cacheprovider"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as careless:
        assert careless.stdout is not None
        lines: list[str] = []
        for line in careless.stdout:
            lines.append(line)
            if line.startswith("=") and " passed" in line:
                break
        careless.kill()  # It waits for the sleeping threads.
    return "".join(lines)


@pytest.mark.parametrize(
    ("test", "said"),
    [
        ("FAILED tests/test_careless.py::test_home", "/home/.aws/config"),
        ("FAILED tests/test_careless.py::test_network", "SocketConnectBlockedError"),
        ("FAILED tests/test_careless.py::test_qt_warning", "something is wrong"),
        ("FAILED tests/test_careless.py::test_warning", "UserWarning: old"),
        ("ERROR tests/test_careless.py::test_thread", "left these threads running: forgotten"),
        ("ERROR tests/test_careless.py::test_pool", "left 1 job(s) in Qt's thread pool"),
    ],
)
def test_a_careless_test_does_not_pass(test: str, said: str, output: str) -> None:
    assert test in output, output
    assert said in output, output


def test_a_careful_one_passes(output: str) -> None:
    assert "test_careless.py::test_careful" not in output
