"""What the stand-ins stand for: sealed, for the user alone, whole or not at all."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import keyring.errors
import pytest
from support.facts import shown
from support.shelf import Shelf, fresh, store

from ssmwizard.outside import map_back
from ssmwizard.outside.map_back import NoMap, beside, find, forget, keep, originals
from ssmwizard.outside.secret_store import CHOSEN, NotKept

ID, OTHER = "0123456789abcdef", "fedcba9876543210"
NAMES = {
    "name1234": "contoso",
    "name1235": "caf\u00e9 \ud83d",
    "900000001234": "111122223333",
    "10.99.0.0/16": "10.20.0.0/16",
}
KEY = ("ssmwizard", f"bundle-pseudonyms {ID}")


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Shelf]]:
    with fresh(monkeypatch) as empty:
        yield empty


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    (tmp_path / "sent").mkdir()
    return tmp_path / "sent" / "b.zip"


def reason(work: Callable[[], object]) -> str:
    with pytest.raises(NoMap) as raised:
        work()
    return shown(raised.value.reason)


def read(bundle: Path, folder: Path, bundle_id: str = ID) -> dict[str, str]:
    return dict(originals(find(bundle, bundle_id), store(folder)))


def test_what_was_kept_comes_back_with_the_key_alone(
    shelf: type[Shelf], bundle: Path, tmp_path: Path
) -> None:
    path = keep(bundle, ID, NAMES, store(tmp_path))
    assert path == beside(bundle)
    assert read(bundle, tmp_path) == NAMES
    assert list(shelf.kept) == [KEY]
    written = path.read_text()
    for told in (*NAMES.values(), shelf.kept[KEY]):
        assert told not in written
    index = (tmp_path / "remembered.json").read_text()
    assert shelf.kept[KEY] not in index
    assert "contoso" not in index


@pytest.mark.skipif(os.name != "posix", reason="on Windows a file is as private as its folder")
@pytest.mark.parametrize("plain", [True, False])
def test_nobody_else_can_read_it_from_its_first_byte_on(
    shelf: type[Shelf],
    bundle: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    plain: bool,
) -> None:
    seen = []
    whole = os.fsync

    def look(descriptor: int) -> None:
        seen.append(stat.S_IMODE(os.fstat(descriptor).st_mode))
        whole(descriptor)

    monkeypatch.setattr(os, "fsync", look)
    before = os.umask(0)
    try:
        path = keep(bundle, ID, NAMES, None if plain else store(tmp_path))
    finally:
        os.umask(before)
    assert seen == [0o600]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_without_a_keyring_it_is_not_encrypted_if_the_operator_says_so(
    shelf: type[Shelf], bundle: Path, tmp_path: Path
) -> None:
    path = keep(bundle, ID, NAMES, None)
    assert json.loads(path.read_text())["stand_ins"] == NAMES
    assert read(bundle, tmp_path) == NAMES
    assert shelf.kept == {}


def test_the_same_bundle_saved_twice_has_one_key_and_both_files_open(
    shelf: type[Shelf], bundle: Path, tmp_path: Path
) -> None:
    second = bundle.with_name("second.zip")
    for one in (bundle, second):
        keep(one, ID, NAMES, store(tmp_path))
    assert len(shelf.kept) == 1
    assert read(bundle, tmp_path) == read(second, tmp_path) == NAMES


def test_a_key_that_is_none_is_replaced(shelf: type[Shelf], bundle: Path, tmp_path: Path) -> None:
    keep(bundle, ID, NAMES, store(tmp_path))
    shelf.kept[KEY] = "no key"
    assert "not as it was written" in reason(lambda: read(bundle, tmp_path))
    keep(bundle, ID, NAMES, store(tmp_path))
    assert read(bundle, tmp_path) == NAMES


def test_the_key_of_a_file_that_is_written_over_is_forgotten(
    shelf: type[Shelf], bundle: Path, tmp_path: Path
) -> None:
    keep(bundle, OTHER, NAMES, store(tmp_path))
    keep(bundle, ID, NAMES, store(tmp_path))
    assert list(shelf.kept) == [KEY]
    assert "belongs to another bundle" in reason(lambda: read(bundle, tmp_path, OTHER))


def test_a_file_of_another_name_is_found_in_the_same_folder(
    shelf: type[Shelf], bundle: Path, tmp_path: Path
) -> None:
    path = keep(bundle, ID, NAMES, store(tmp_path))
    path.rename(path.with_name("renamed.stand-ins"))
    keep(bundle, OTHER, {}, store(tmp_path))
    (bundle.parent / "a.stand-ins").write_text("rubbish")
    assert read(bundle, tmp_path) == NAMES


def test_nothing_is_beside_it(shelf: type[Shelf], bundle: Path, tmp_path: Path) -> None:
    said = reason(lambda: read(bundle, tmp_path))
    assert "there is no b.zip.stand-ins" in said


@pytest.mark.parametrize("place", range(0, 300, 7))
def test_whatever_is_changed_in_it_is_seen(
    shelf: type[Shelf], bundle: Path, tmp_path: Path, place: int
) -> None:
    path = keep(bundle, ID, NAMES, store(tmp_path))
    whole = bytearray(path.read_bytes())
    whole[place] ^= 0x01
    path.write_bytes(whole)
    with suppress(NoMap):
        assert read(bundle, tmp_path) == NAMES


@pytest.mark.parametrize(
    "written",
    [
        "",
        "[]",
        "{",
        "[" * 100_000,
        "\N{SNOWMAN}",
        "{}",
        f'{{"form": 1, "bundle_id": "{ID}"}}',
        f'{{"form": 1, "bundle_id": "{ID}", "sealed": "rubbish"}}',
        f'{{"form": 1, "bundle_id": "{ID}", "sealed": "\N{SNOWMAN}"}}',
        f'{{"form": 1, "bundle_id": "{ID}", "sealed": 7}}',
        f'{{"form": 1, "bundle_id": "{ID}", "stand_ins": ["a"]}}',
        f'{{"form": 1, "bundle_id": "{ID}", "stand_ins": {{"a": 1}}}}',
        '{"form": 1, "bundle_id": ["a"], "stand_ins": {}}',
    ],
)
def test_what_is_damaged_is_not_believed(
    shelf: type[Shelf], bundle: Path, tmp_path: Path, written: str
) -> None:
    keep(bundle, ID, NAMES, store(tmp_path))
    beside(bundle).write_text(written, encoding="utf-8")
    assert "not as it was written" in reason(lambda: read(bundle, tmp_path))


def test_what_is_too_large_is_not_read(
    shelf: type[Shelf], bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(bundle, ID, NAMES, None)
    monkeypatch.setattr(map_back, "MOST_BYTES", 10)
    assert "not as it was written" in reason(lambda: read(bundle, tmp_path))


def test_one_bundles_seal_is_not_taken_for_anothers(
    shelf: type[Shelf], bundle: Path, tmp_path: Path
) -> None:
    """Whoever can write in the keyring and beside the bundle still cannot pass off another map."""
    path = keep(bundle, OTHER, NAMES, store(tmp_path))
    kept = store(tmp_path)
    key = kept.find(map_back.Kind.PSEUDONYMS, OTHER)
    kept.keep(map_back.Kind.PSEUDONYMS, ID, str(key))
    path.write_text(path.read_text().replace(OTHER, ID))
    assert "not as it was written" in reason(lambda: read(bundle, tmp_path))


def test_a_file_of_a_newer_form_says_so(shelf: type[Shelf], bundle: Path, tmp_path: Path) -> None:
    beside(bundle).write_text(json.dumps({"form": 2, "bundle_id": ID, "sealed": "x"}))
    assert "newer version" in reason(lambda: read(bundle, tmp_path))


def test_a_file_that_cannot_be_read_says_why(
    shelf: type[Shelf], bundle: Path, tmp_path: Path
) -> None:
    beside(bundle).mkdir()
    assert "cannot be read" in reason(lambda: read(bundle, tmp_path))


def test_a_key_that_is_gone_is_said(shelf: type[Shelf], bundle: Path, tmp_path: Path) -> None:
    keep(bundle, ID, NAMES, store(tmp_path))
    shelf.kept.clear()
    assert "not in the keyring" in reason(lambda: read(bundle, tmp_path))


def test_a_wrong_key_opens_nothing(shelf: type[Shelf], bundle: Path, tmp_path: Path) -> None:
    keep(bundle.with_name("other.zip"), OTHER, NAMES, store(tmp_path))
    keep(bundle, ID, NAMES, store(tmp_path))
    shelf.kept[KEY] = shelf.kept["ssmwizard", f"bundle-pseudonyms {OTHER}"]
    assert "not as it was written" in reason(lambda: read(bundle, tmp_path))


def test_a_locked_keyring_takes_nothing_and_leaves_nothing(
    shelf: type[Shelf], bundle: Path, tmp_path: Path
) -> None:
    keep(bundle, ID, NAMES, store(tmp_path))
    before = beside(bundle).read_bytes()
    shelf.refuses = keyring.errors.KeyringLocked("locked")
    with pytest.raises(NotKept, match="Unlock it"):
        keep(bundle, OTHER, NAMES, store(tmp_path))
    assert beside(bundle).read_bytes() == before
    assert "Unlock it" in reason(lambda: read(bundle, tmp_path))
    with pytest.raises(NotKept, match="Unlock it"):
        forget(bundle, ID, store(tmp_path))
    assert beside(bundle).read_bytes() == before


def test_a_computer_without_the_cipher_says_so(
    shelf: type[Shelf], bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(bundle, ID, NAMES, store(tmp_path))
    monkeypatch.setitem(sys.modules, "cryptography.fernet", None)
    with pytest.raises(NotKept, match="cannot be loaded"):
        keep(bundle, OTHER, NAMES, store(tmp_path))
    assert "cannot be loaded" in reason(lambda: read(bundle, tmp_path))
    assert list(shelf.kept) == [KEY]


@pytest.mark.parametrize("full", ["fsync", "replace"])
def test_a_full_disk_leaves_what_was_there_and_no_key_of_what_is_not(
    shelf: type[Shelf], bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full: str
) -> None:
    keep(bundle, OTHER, NAMES, store(tmp_path))
    kept, before = dict(shelf.kept), beside(bundle).read_bytes()

    def no_room(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if full == "fsync":
        monkeypatch.setattr(os, "fsync", no_room)
    else:
        monkeypatch.setattr(Path, "replace", _only_for(".stand-ins", Path.replace, no_room))
    for one in (ID, OTHER):
        with pytest.raises(OSError, match="No space"):
            keep(bundle, one, NAMES, store(tmp_path))
    assert shelf.kept == kept
    assert list(bundle.parent.iterdir()) == [beside(bundle)]
    assert beside(bundle).read_bytes() == before


def _only_for(
    suffix: str, whole: Callable[[Path, Path], Path], instead: Callable[..., None]
) -> Callable[[Path, Path], object]:
    """Another way to rename, for files of one kind alone: the keyring's index has its own."""
    return lambda one, to: instead() if str(to).endswith(suffix) else whole(one, to)


def test_forgetting_takes_the_key_and_the_file(
    shelf: type[Shelf], bundle: Path, tmp_path: Path
) -> None:
    keep(bundle, ID, NAMES, store(tmp_path))
    assert forget(bundle, ID, store(tmp_path))
    assert shelf.kept == {}
    assert not beside(bundle).exists()
    assert not forget(bundle, ID, store(tmp_path))


def test_a_key_without_a_file_is_forgotten_and_a_plain_file_without_a_key(
    shelf: type[Shelf], bundle: Path, tmp_path: Path
) -> None:
    keep(bundle, ID, NAMES, store(tmp_path)).unlink()
    assert forget(bundle, ID, store(tmp_path))
    assert shelf.kept == {}
    keep(bundle, ID, NAMES, None)
    assert forget(bundle, ID, store(tmp_path))
    assert list(bundle.parent.iterdir()) == []


KILLED = """
import os, signal, sys
from pathlib import Path
from ssmwizard.outside import map_back
os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
map_back.keep(Path(sys.argv[1]), "0123456789abcdef", {"name1": "contoso"}, None)
"""
REAL = """
import sys
from pathlib import Path
from ssmwizard.outside import map_back
from ssmwizard.outside.secret_store import SecretStore
bundle, index = Path(sys.argv[1]), Path(sys.argv[2])
names = {"name%d" % n: "contoso-%d" % n for n in range(20_000)}
map_back.keep(bundle, "0123456789abcdef", names, SecretStore(index))
found = map_back.find(bundle, "0123456789abcdef")
assert map_back.originals(found, SecretStore(index)) == names
assert map_back.forget(bundle, "0123456789abcdef", SecretStore(index))
print("kept")
"""


def child(script: str, *words: Path) -> list[str]:
    return [sys.executable, "-c", script, *map(str, words)]


@pytest.mark.skipif(os.name != "posix", reason="there is no SIGKILL")
def test_a_killed_program_leaves_no_half_file_under_its_name(bundle: Path) -> None:
    beside(bundle).write_text("as it was")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    ended = subprocess.run(child(KILLED, bundle), env=environment, check=False)
    assert ended.returncode == -signal.SIGKILL
    assert beside(bundle).read_text() == "as it was"


@pytest.mark.skipif(
    shutil.which("gnome-keyring-daemon") is None or shutil.which("dbus-run-session") is None,
    reason="no gnome-keyring on this machine",
)
def test_a_real_secret_service_holds_the_key(bundle: Path, tmp_path: Path) -> None:
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    line = 'printf pw | gnome-keyring-daemon --unlock --components=secrets >&2 && exec "$@"'
    environment = {
        **{name: said for name, said in os.environ.items() if name != CHOSEN},
        "XDG_RUNTIME_DIR": str(runtime),
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    real = child(REAL, bundle, tmp_path / "remembered.json")
    ran = subprocess.run(
        [*["dbus-run-session", "--", "sh", "-c"], line, "sh", *real],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "kept" in ran.stdout, ran.stdout + ran.stderr
    assert list(bundle.parent.iterdir()) == []
