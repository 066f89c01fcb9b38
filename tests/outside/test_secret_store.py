"""The keyring: what it takes, what it refuses, what has ended; and a real Secret Service."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import keyring.errors
import pytest
from support.facts import shown
from support.on_demo import stage
from support.shelf import Shelf, fresh, store

from ssmwizard.model.identity import CodeAsked, CodeGiven
from ssmwizard.outside import secret_store
from ssmwizard.outside.aws import LiveAws
from ssmwizard.outside.codes import Codes
from ssmwizard.outside.secret_store import BACKENDS, CHOSEN, Backend, Kind, NotKept, SecretStore

SOON, LONG_AGO = timedelta(hours=1), timedelta(hours=-1)


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Shelf]]:
    with fresh(monkeypatch) as empty:
        yield empty


def refusal(work: Any) -> str:
    with pytest.raises(NotKept) as raised:
        work()
    return shown(raised.value.reason)


def in_an_hour() -> datetime:
    return datetime.now(UTC) + SOON


def test_a_secret_comes_back_until_it_is_forgotten(shelf: type[Shelf], tmp_path: Path) -> None:
    kept = store(tmp_path)
    kept.keep(Kind.PSEUDONYMS, "bundle-1", "the key")
    assert store(tmp_path).find(Kind.PSEUDONYMS, "bundle-1") == "the key"
    assert kept.find(Kind.SESSION, "bundle-1") is None
    kept.forget(Kind.PSEUDONYMS, "bundle-1")
    kept.forget(Kind.PSEUDONYMS, "bundle-1")
    assert kept.find(Kind.PSEUDONYMS, "bundle-1") is None
    assert shelf.kept == {}


def test_what_is_long_is_kept_in_pieces_where_it_has_to_be(
    shelf: type[Shelf], tmp_path: Path
) -> None:
    secret = "".join(map(str, range(500)))
    kept = store(tmp_path, most=200)
    kept.keep(Kind.SESSION, "role", secret, in_an_hour())
    assert len(shelf.kept) > 1
    assert max(map(len, shelf.kept.values())) <= 200
    assert kept.find(Kind.SESSION, "role") == secret
    shelf.kept.popitem()
    assert kept.find(Kind.SESSION, "role") is None


def test_what_has_ended_is_deleted_without_being_asked_for(
    shelf: type[Shelf], tmp_path: Path
) -> None:
    kept = store(tmp_path)
    kept.keep(Kind.SESSION, "old", "x", datetime.now(UTC) + LONG_AGO)
    kept.keep(Kind.SESSION, "new", "y", in_an_hour())
    kept.forget_ended()
    assert list(shelf.kept.values()) == ["y"]
    assert kept.find(Kind.SESSION, "old") is None


def test_nothing_is_opened_where_nothing_was_kept(tmp_path: Path) -> None:
    def opened() -> type:
        raise AssertionError

    kept = SecretStore(tmp_path / "remembered.json", Backend("shelf", opened))
    kept.forget_ended()
    assert kept.find(Kind.SESSION, "role") is None


def test_the_file_beside_it_holds_no_secret(shelf: type[Shelf], tmp_path: Path) -> None:
    kept = store(tmp_path)
    kept.keep(Kind.SESSION, "role", "very secret", in_an_hour())
    (written,) = [one for one in tmp_path.iterdir() if one.is_file()]
    assert "very secret" not in written.read_text()
    assert list(json.loads(written.read_text())) == ["mfa-session role"]


@pytest.mark.parametrize("content", ["", "{", "[]"])
def test_a_damaged_file_is_as_none(shelf: type[Shelf], tmp_path: Path, content: str) -> None:
    (tmp_path / "remembered.json").write_text(content)
    assert store(tmp_path).find(Kind.SESSION, "role") is None


def test_where_nothing_can_be_written_down_nothing_is_kept(
    shelf: type[Shelf], tmp_path: Path
) -> None:
    (tmp_path / "remembered.json.part").mkdir()
    kept = store(tmp_path)
    assert "cannot be written down" in refusal(lambda: kept.keep(Kind.PSEUDONYMS, "b", "x"))
    assert shelf.kept == {}


def test_a_locked_keyring_says_how_to_go_on(shelf: type[Shelf], tmp_path: Path) -> None:
    kept = store(tmp_path)
    shelf.refuses = keyring.errors.KeyringLocked("Failed to unlock the collection!")
    assert "Unlock it" in refusal(lambda: kept.keep(Kind.SESSION, "role", "x", in_an_hour()))
    assert "Unlock it" in refusal(lambda: kept.find(Kind.SESSION, "role"))
    assert shelf.kept == {}


def test_a_keyring_that_does_not_answer_is_left_alone(
    shelf: type[Shelf], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(secret_store, "PATIENCE_SECONDS", 0.05)
    shelf.waits = threading.Event()
    kept = store(tmp_path)
    assert "did not answer" in refusal(lambda: kept.keep(Kind.SESSION, "role", "x"))


def test_a_keyring_that_cannot_even_be_reached_keeps_nobody_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(CHOSEN)
    monkeypatch.setattr(secret_store, "OPENING_SECONDS", 0.05)
    never = threading.Event()
    kept = SecretStore(tmp_path / "remembered.json", Backend("shelf", never.wait))
    told = kept.unusable()
    never.set()
    assert told is not None
    assert "did not answer" in shown(told)


@pytest.mark.parametrize(
    "name",
    [
        "keyring.backends.fail.Keyring",
        "keyring.backends.null.Keyring",
        "keyrings.alt.file.PlaintextKeyring",
    ],
)
def test_no_other_backend_is_used_whatever_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(CHOSEN, name)
    kept = SecretStore(tmp_path / "remembered.json")
    told = kept.unusable()
    assert told is not None
    assert name in shown(told)
    with pytest.raises(NotKept):
        kept.keep(Kind.SESSION, "role", "x")


def test_a_system_without_a_keyring_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(secret_store.platform, "system", lambda: "Plan9")
    told = SecretStore(tmp_path / "remembered.json").unusable()
    assert told is not None
    assert "Plan9" in shown(told)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the Secret Service is Linux's")
def test_a_session_without_a_keyring_service_says_what_to_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(CHOSEN)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/no-bus")
    told = SecretStore(tmp_path / "remembered.json").unusable()
    assert told is not None
    assert "gnome-keyring" in shown(told)


@pytest.mark.parametrize("backend", BACKENDS.values(), ids=list(BACKENDS))
def test_each_system_has_its_backend_by_its_own_name(backend: Backend) -> None:
    module, _, kind = backend.name.rpartition(".")
    if backend is not BACKENDS["Linux"]:
        pytest.importorskip(module)
    opened = backend.open()
    assert (opened.__module__, opened.__qualname__) == (module, kind)


def test_a_role_is_remembered_in_the_next_run_if_the_operator_wishes(
    shelf: type[Shelf], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = stage(tmp_path, monkeypatch)
    asked: list[CodeAsked] = []

    def run(code: str, *, remember: bool) -> None:
        codes = Codes(store(tmp_path))

        def ask(question: CodeAsked) -> CodeGiven:
            asked.append(question)
            return CodeGiven(code, remember)

        codes.ask = ask
        door = LiveAws("demo-mfa", None, prepare=on.account.hook, codes=codes)
        assert "DemoOperator" in str(door.call("sts", "GetCallerIdentity")["Arn"])

    run("111111", remember=False)
    assert shelf.kept == {}
    run("222222", remember=True)
    assert len(asked) == 2
    assert len(shelf.kept) == 1
    run("333333", remember=True)
    assert len(asked) == 2
    assert "222222" not in str(shelf.kept)
    on.account.close()


def test_what_the_keyring_refuses_is_kept_for_this_run_and_said(
    shelf: type[Shelf], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = stage(tmp_path, monkeypatch)
    shelf.refuses = keyring.errors.KeyringLocked("locked")
    codes, said = Codes(store(tmp_path)), []
    codes.said = said.append
    codes.ask = lambda _: CodeGiven("111111", remember=True)
    for region in (None, "eu-central-1"):
        door = LiveAws("demo-mfa", region, prepare=on.account.hook, codes=codes)
        door.call("sts", "GetCallerIdentity")
    (reason,) = said
    assert "this run" in shown(reason)
    on.account.close()


REAL = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from ssmwizard.outside.secret_store import Kind, SecretStore
kept = SecretStore(Path(sys.argv[1]))
assert kept.unusable() is None, kept.unusable()
ends = datetime.now(UTC) + timedelta(hours=1)
kept.keep(Kind.SESSION, "role", "é" * 3000, ends)
kept.keep(Kind.SESSION, "old", "x", ends - timedelta(hours=2))
assert SecretStore(Path(sys.argv[1])).find(Kind.SESSION, "role") == "é" * 3000
assert kept.find(Kind.SESSION, "old") is None
from keyring.backends import SecretService
assert SecretService.Keyring().get_password("ssmwizard", "mfa-session old") is None
kept.forget(Kind.SESSION, "role")
assert kept.find(Kind.SESSION, "role") is None
print("kept")
"""
LOCKED = """
import sys
from pathlib import Path
from ssmwizard.outside.secret_store import Kind, NotKept, SecretStore
try:
    SecretStore(Path(sys.argv[1])).keep(Kind.SESSION, "role", "x")
except NotKept as problem:
    print(problem.reason.english())
"""


@pytest.mark.skipif(
    shutil.which("gnome-keyring-daemon") is None or shutil.which("dbus-run-session") is None,
    reason="no gnome-keyring on this machine",
)
@pytest.mark.parametrize(
    ("unlock", "script", "says"), [("--unlock", REAL, "kept"), ("", LOCKED, "Unlock it")]
)
def test_a_real_secret_service_keeps_and_forgets_or_says_that_it_is_locked(
    tmp_path: Path, unlock: str, script: str, says: str
) -> None:
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    begin = f"printf pw | gnome-keyring-daemon {unlock or '--start'} --components=secrets >&2"
    line = f'{begin} && exec "$@"'
    environment = {
        **{name: said for name, said in os.environ.items() if name != CHOSEN},
        "XDG_RUNTIME_DIR": str(runtime),
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    words = ["dbus-run-session", "--", "sh", "-c", line, "sh", sys.executable, "-c", script]
    ran = subprocess.run(
        [*words, str(tmp_path / "remembered.json")],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert says in ran.stdout, ran.stdout + ran.stderr
