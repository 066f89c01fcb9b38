"""What holds for every test: no real account, no network, no display, nothing left running."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from botocore.client import ClientCreator

from ssmwizard.outside.seen_secrets import SEEN

SECONDS_TO_END = 3.0

# Nearly every test has an account of its own and makes clients anew; the methods of a client, one for each
# of up to 700 operations, are the same each time.
_make_methods = ClientCreator._create_methods
_methods: dict[str, dict[str, Any]] = {}


def _methods_once(creator: ClientCreator, model: Any) -> dict[str, Any]:
    if model.service_name not in _methods:
        _methods[model.service_name] = _make_methods(creator, model)
    return dict(_methods[model.service_name])


ClientCreator._create_methods = _methods_once

# Before any fixture of any scope: no settings of whoever runs the tests.
for _name in list(os.environ):
    if _name.upper().startswith("AWS_") or _name.lower().endswith("_proxy"):
        del os.environ[_name]
os.environ["AWS_EC2_METADATA_DISABLED"] = "true"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

# A run in the background would ignore Ctrl+C, and so would what it tests.
signal.signal(signal.SIGINT, signal.default_int_handler)

# Qt reads its platform once per process; tests marked `x11` start the program in one of its own.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

# A shared machine is slow at times, and says nothing about the code by it. In CI the examples are the
# same each time: what fails there is the change, and new examples are found where somebody looks.
hypothesis.settings.register_profile("ssmwizard", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("ssmwizard")


@pytest.fixture(autouse=True)
def a_home_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files of whoever runs the tests, `~/.aws` before all, are neither read nor changed."""
    home = tmp_path / "home"
    home.mkdir()
    for name, folder in {
        "HOME": home,
        "USERPROFILE": home,
        "APPDATA": home / "AppData" / "Roaming",
        "LOCALAPPDATA": home / "AppData" / "Local",
        "XDG_CACHE_HOME": home / ".cache",
        "XDG_CONFIG_HOME": home / ".config",
        "XDG_DATA_HOME": home / ".local" / "share",
        "XDG_STATE_HOME": home / ".local" / "state",
    }.items():
        monkeypatch.setenv(name, str(folder))


@pytest.fixture(autouse=True)
def no_credentials_of_other_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """What one test signs with may be a word in the next."""
    for held in ("_noted", "_grams"):
        monkeypatch.setattr(SEEN, held, set())


@pytest.fixture(scope="session")
def aws_cli() -> str:
    """The path of the real AWS CLI; ``installer/test.py`` brings it along."""
    path = os.environ.get("SSMWIZARD_TEST_AWS_CLI")
    if not path:
        pytest.skip("no AWS CLI: start the tests with installer/test.py")
    return path


@pytest.fixture(scope="session")
def x_display() -> Iterator[str]:
    """The name of a real X server (Xvfb), for tests marked `x11`."""
    if shutil.which("Xvfb") is None:
        pytest.skip("no Xvfb on this machine")
    answer, told = os.pipe()
    command = ["Xvfb", "-displayfd", str(told), "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[told], stderr=subprocess.DEVNULL) as server:
        os.close(told)
        with os.fdopen(answer) as number:
            yield f":{number.readline().strip()}"
        server.terminate()


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    """A test that leaves a thread or a job of Qt's pool behind fails, and is told which."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + SECONDS_TO_END
    for thread in _threads_since(before):
        thread.join(max(0.0, deadline - time.monotonic()))
    left = [thread.name for thread in _threads_since(before)]
    if left:
        pytest.fail(f"The test left these threads running: {', '.join(left)}")
    core = sys.modules.get("PySide6.QtCore")
    if core is not None:
        pool = core.QThreadPool.globalInstance()
        if not pool.waitForDone(int(SECONDS_TO_END * 1000)):
            pytest.fail(f"The test left {pool.activeThreadCount()} job(s) in Qt's thread pool")


def _threads_since(before: set[threading.Thread]) -> list[threading.Thread]:
    """Python's own threads; Qt's appear as `_DummyThread` and are daemons."""
    return [t for t in threading.enumerate() if t not in before and not t.daemon]
