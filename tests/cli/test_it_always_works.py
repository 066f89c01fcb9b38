"""Whatever is missing, a bundle is written that opens again and lists it with its reason."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.command import Run, Said

from ssmwizard import demo
from ssmwizard.app.bundle_reading import Opened, open_bundle
from ssmwizard.app.omissions import JOURNAL, NOT_ASKED
from ssmwizard.cli import console
from ssmwizard.outside import archive_reading, crash_file, folders

KEY = "AKIAIOSFODNN7EXAMPLE"
SECRET_KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
WHO = "sts:GetCallerIdentity"


@dataclass
class Place:
    """Where a command is run: an environment of its own, without AWS CLI and plugin."""

    folder: Path
    environment: pytest.MonkeyPatch

    def signed_in(self) -> None:
        self.environment.setenv("AWS_ACCESS_KEY_ID", KEY)
        self.environment.setenv("AWS_SECRET_ACCESS_KEY", SECRET_KEY)
        self.environment.setenv("AWS_MAX_ATTEMPTS", "1")

    def config(self, content: bytes) -> None:
        file = self.folder / "config"
        file.write_bytes(content)
        self.environment.setenv("AWS_CONFIG_FILE", str(file))


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    bare = tmp_path / "bare"
    bare.mkdir()
    monkeypatch.setenv("PATH", str(bare))
    monkeypatch.setenv("AWS_REGION", "eu-west-3")
    return Place(tmp_path, monkeypatch)


@contextmanager
def nothing(_: Place) -> Iterator[None]:
    yield


@contextmanager
def refused(place: Place) -> Iterator[None]:
    place.signed_in()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        place.environment.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{taken.getsockname()[1]}")
        yield


@contextmanager
def no_name(place: Place) -> Iterator[None]:
    place.signed_in()
    place.environment.setenv("AWS_ENDPOINT_URL", "http://nowhere.invalid")
    yield


@contextmanager
def silent(place: Place) -> Iterator[None]:
    place.signed_in()
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen()
        place.environment.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{deaf.getsockname()[1]}")
        yield


@contextmanager
def broken(place: Place) -> Iterator[None]:
    place.config(b"what is this\n")
    yield


@contextmanager
def another_profile(place: Place) -> Iterator[None]:
    place.environment.setenv("AWS_PROFILE", "nobody")
    yield


@contextmanager
def unwritable(place: Place) -> Iterator[None]:
    """Every folder that the program would keep something in stands below a file."""
    file = place.folder / "file"
    file.write_text("")
    for name in ("HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        place.environment.setenv(name, str(file / "below"))
    yield


@contextmanager
def no_home(place: Place) -> Iterator[None]:
    """As for a user whom the system does not know, in a container."""
    for name in ("USERPROFILE", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        place.environment.delenv(name, raising=False)
    place.environment.setenv("HOME", "~nobody-at-all")
    place.environment.chdir(place.folder / "bare")
    yield
    assert list((place.folder / "bare").iterdir()) == []


@contextmanager
def no_journal(_: Place) -> Iterator[None]:
    (folders.state() / "journal.jsonl").mkdir()
    yield


@contextmanager
def torn_journal(_: Place) -> Iterator[None]:
    (folders.state() / "journal.jsonl").write_text('{"torn\n')
    yield


CONDITIONS: dict[str, tuple[Callable[[Place], object], tuple[str, str]]] = {
    "no plugin": (nothing, ("session-manager-plugin", "not_found")),
    "no credentials": (nothing, (WHO, "no_credentials")),
    "refused": (refused, (WHO, "unreachable")),
    "no such name": (no_name, (WHO, "unreachable")),
    "no answer": (silent, (NOT_ASKED, "timeout")),
    "broken configuration": (broken, ("profiles", "bad_configuration")),
    "no such profile": (another_profile, ("who is calling", "bad_configuration")),
    "no home": (no_home, (WHO, "no_credentials")),
    "nothing can be kept": (unwritable, (WHO, "no_credentials")),
    "unreadable journal": (no_journal, (JOURNAL, "unreadable")),
    "damaged journal": (torn_journal, (JOURNAL, "damaged")),
}


def missing(opened: Opened) -> set[tuple[str, str]]:
    return {(one["what"], one["reason"]) for one in opened.manifest["omissions"]}


def written(said: Said, path: Path, status: int = 0) -> Opened:
    """The bundle that was written, whose command said where and nothing of its own insides."""
    assert "Traceback" not in said.out + said.err
    assert (said.status, said.out.strip()) == (status, str(path)), said.err
    return open_bundle(path)


@pytest.mark.parametrize("condition", CONDITIONS)
@pytest.mark.allow_hosts(["127.0.0.1"])
def test_what_is_missing_is_listed_with_its_reason(run: Run, place: Place, condition: str) -> None:
    arrange, wanted = CONDITIONS[condition]
    path = place.folder / "bundle.zip"
    with arrange(place):  # type: ignore[attr-defined]
        opened = written(run("bundle", "--output", str(path), "--timeout", "3"), path)
    assert wanted in missing(opened)
    assert opened.inspection.findings


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (("--profile", "demo-expired"), "no_credentials"),
        (("--profile", "demo-admin"), "no_permission"),
    ],
)
def test_who_is_refused_everything_has_a_bundle_too(
    run: Run, account: demo.Demo, tmp_path: Path, words: tuple[str, ...], wanted: str
) -> None:
    account.deny("*")
    path = tmp_path / "bundle.zip"
    opened = written(run("bundle", "--demo", "--output", str(path), *words), path)
    assert wanted in {reason for _, reason in missing(opened)}


def test_without_aws_cli_and_plugin_it_is_the_same(
    run: Run, account: demo.Demo, tmp_path: Path
) -> None:
    other = demo.open_account("new-computer", pace=0)
    account.world["computer"] = {**other.world["computer"], "tools": {}}
    other.close()
    path = tmp_path / "bundle.zip"
    opened = written(run("bundle", "--demo", "--output", str(path)), path)
    assert {("aws", "not_found"), ("session-manager-plugin", "not_found")} <= missing(opened)


def test_without_display_qt_home_or_state_the_program_itself_writes_it(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text("import sys\nsys.modules['PySide6'] = None\n")
    own = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        and not name.startswith("XDG_")
    }
    own |= {"HOME": str(file / "below"), "PYTHONPATH": str(hidden), "PATH": str(hidden)}
    path = tmp_path / "bundle.zip"
    command = [sys.executable, "-m", "ssmwizard", "bundle", "--demo", "--output", str(path)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, env=own)
    opened = written(Said(ran.returncode, ran.stdout, ran.stderr), path)
    assert len(opened.inspection.verdicts) > 10


def test_a_wrong_clock_hinders_no_bundle(
    run: Run, account: demo.Demo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = time.time
    for name, years in (("past", -30), ("future", 40)):
        monkeypatch.setattr(time, "time", lambda years=years: real() + years * 365.25 * 86400)
        path = tmp_path / f"{name}.zip"
        written(run("bundle", "--demo", "--output", str(path)), path)


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_ctrl_c_ends_the_looking_and_what_was_seen_is_written(run: Run, place: Place) -> None:
    place.signed_in()
    path = place.folder / "bundle.zip"
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen()
        place.environment.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{deaf.getsockname()[1]}")

        def press() -> None:
            caller, _ = deaf.accept()
            os.kill(os.getpid(), signal.SIGINT)
            caller.close()

        pressing = threading.Thread(target=press)
        pressing.start()
        said = run("bundle", "--output", str(path))
        pressing.join()
    opened = written(said, path, 130)
    assert (NOT_ASKED, "cancelled") in missing(opened)
    assert "Ctrl+C again" in said.err


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program has a fault: where nodes are listed."""

    def broken(*_: object) -> None:
        raise LookupError("no such part, password=hunter2-is-my-password")

    monkeypatch.setattr("ssmwizard.collect.fleet.managed", broken)


def test_a_fault_of_the_program_is_a_sentence_and_a_bundle_holds_it(
    run: Run, account: demo.Demo, tmp_path: Path, faulty: None
) -> None:
    path = tmp_path / "bundle.zip"
    said = run("bundle", "--demo", "--output", str(path))
    opened = written(said, path, 4)
    assert "a fault of the program (LookupError: no such part" in said.err
    assert (NOT_ASKED, "crashed") in missing(opened)
    assert opened.inspection.snapshot.identity.caller.require().account
    told = archive_reading.read(path)["crash.txt"].decode()
    assert "LookupError: no such part" in told
    assert "hunter2" not in told + said.err


def test_the_fault_of_another_command_is_in_the_next_bundle_once(
    run: Run, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as fault:
        fault.setattr("ssmwizard.cli.looking.choice_of", lambda *_, **__: {}["missing"])
        said = run("check", "--all")
    assert said.status == 4
    assert "Traceback" not in said.err
    assert "ssmwizard bundle --output" in said.err
    assert str(folders.logs()) in said.err
    path = place.folder / "bundle.zip"
    written(run("bundle", "--output", str(path)), path)
    assert "KeyError: 'missing'" in archive_reading.read(path)["crash.txt"].decode()
    written(run("bundle", "--output", str(path)), path)
    assert "crash.txt" not in archive_reading.read(path)
    kept = folders.state() / crash_file.NAME
    for torn in ("{torn", "[]"):
        kept.write_text(torn)
        assert crash_file.left(folders.state()) is None
    kept.write_text('{"at": 7}')
    written(run("bundle", "--output", str(path)), path)
    os.utime(kept, (0, 0))
    assert crash_file.left(folders.state()) is None


def test_a_second_ctrl_c_ends_it_at_once() -> None:
    with console.stoppable(once=True) as stop:
        signal.raise_signal(signal.SIGINT)
        assert stop.is_set()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_bundle_is_offered_to_be_saved_where_it_can_be(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    for arrange in (nothing, unwritable, no_home):
        with monkeypatch.context() as own, arrange(Place(place.folder, own)):
            assert os.access(folders.documents(), os.W_OK)
