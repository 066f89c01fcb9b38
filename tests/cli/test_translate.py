"""A bundle for the public: what its stand-ins stand for is kept, asked for, and forgotten."""

import io
import os
import platform
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import keyring.errors
import pytest
from support.command import Run, Said
from support.shelf import Shelf, fresh

from ssmwizard import demo, demo_doors
from ssmwizard.app import opening
from ssmwizard.app.bundle_reading import open_bundle
from ssmwizard.app.doors import Doors
from ssmwizard.outside import map_back, secret_store
from ssmwizard.outside.secret_store import Backend

NODE = "i-8249a828558e5141f"


@pytest.fixture
def shelf(account: demo.Demo, monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Shelf]]:
    """A keyring of this system that works; and the demo account's names are worth to be hidden."""
    backend = Backend("shelf", lambda: Shelf)
    monkeypatch.setitem(secret_store.BACKENDS, platform.system(), backend)  # type: ignore[arg-type]
    without = demo_doors.opened

    @contextmanager
    def opened(*words: Any, **more: Any) -> Iterator[Doors]:
        with without(*words, **more) as doors:
            yield replace(doors, keyring=opening.keyring())

    monkeypatch.setattr(demo_doors, "opened", opened)
    with fresh(monkeypatch) as empty:
        yield empty


def make(run: Run, path: Path, *more: str) -> Said:
    words = ("bundle", "--demo", "--no-local", "--node", NODE, "--for", "public", *more)
    said = run(*words, "--output", str(path))
    assert said.status == 0
    assert said.out.strip() == str(path)
    return said


def typed(monkeypatch: pytest.MonkeyPatch, words: str, *, terminal: bool = False) -> None:
    """Put words on standard input."""
    given = io.TextIOWrapper(io.BytesIO(words.encode()))
    given.isatty = lambda: terminal  # type: ignore[method-assign]
    monkeypatch.setattr(sys, "stdin", given)


def stand_in(path: Path) -> str:
    return open_bundle(path).inspection.verdicts[0].node


def test_an_answer_is_translated_with_the_key_in_the_keyring(
    run: Run, shelf: type[Shelf], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "public.zip"
    said = make(run, path)
    assert map_back.beside(path).name in said.err
    assert "encrypted" in said.err
    ((_, name),) = shelf.kept
    assert name in said.err
    told = run("open", str(path), "--translate", f"Restart {stand_in(path)}.")
    assert (told.status, told.out) == (0, f"Restart {NODE}.\n")
    typed(monkeypatch, f"Restart\r\n{stand_in(path)}\n")
    assert run("open", str(path), "--translate", "-").out == f"Restart\n{NODE}\n"
    typed(monkeypatch, f"{stand_in(path)} \x1b[2J")
    told = run("open", str(path), "--translate", "-", "--format", "json")
    assert told.json() == {"text": f"{NODE} \x1b[2J", "replaced": 1}
    told = run("open", str(path), "--translate", "no \x1b[2J")
    assert (told.status, told.out) == (0, "no \\x1b[2J\n")
    assert "No stand-in of this bundle" in told.err


def test_neither_names_nor_the_key_are_left_anywhere_in_the_clear(
    run: Run, shelf: type[Shelf], tmp_path: Path
) -> None:
    path = tmp_path / "public.zip"
    said = make(run, path)
    run("open", str(path), "--translate", stand_in(path))
    (key,) = shelf.kept.values()
    (tmp_path / "journal.jsonl").unlink(missing_ok=True)
    left = [one for one in tmp_path.rglob("*") if one.is_file() and one.parent.name != "aws"]
    assert {path, map_back.beside(path)} < set(left)
    for one in left:
        content = one.read_bytes()
        assert NODE.encode() not in content, one
        assert key.encode() not in content, one
    assert key not in said.err + said.out


def test_a_headless_computer_gets_its_bundle_and_is_told_what_is_missing(
    run: Run, shelf: type[Shelf], tmp_path: Path
) -> None:
    shelf.refuses = keyring.errors.KeyringLocked("locked")
    path = tmp_path / "public.zip"
    said = make(run, path)
    assert "was not kept" in said.err
    assert "--without-keyring" in said.err
    assert not map_back.beside(path).exists()
    told = run("open", str(path), "--translate", "x")
    assert told.status == 3
    assert "there is no public.zip.stand-ins" in told.err
    said = make(run, path, "--without-keyring")
    assert "not encrypted" in said.err
    beside = map_back.beside(path)
    if os.name == "posix":
        assert stat.S_IMODE(beside.stat().st_mode) == 0o600
    assert run("open", str(path), "--translate", stand_in(path)).out == f"{NODE}\n"
    assert shelf.kept == {}


def test_the_demo_account_leaves_the_keyring_alone(
    run: Run, account: demo.Demo, tmp_path: Path
) -> None:
    path = tmp_path / "for the public.zip"
    said = make(run, path)
    assert "not encrypted" in said.err
    assert f'open "{path}" --translate' in said.err
    assert run("open", str(path), "--translate", stand_in(path)).out == f"{NODE}\n"


def test_a_place_for_the_bundle_alone_hinders_no_bundle(
    run: Run, shelf: type[Shelf], tmp_path: Path
) -> None:
    path = tmp_path / "public.zip"
    map_back.beside(path).mkdir()
    said = make(run, path)
    assert "cannot be written" in said.err
    assert shelf.kept == {}


def test_what_is_not_wanted_any_more_is_forgotten_after_a_question(
    run: Run, shelf: type[Shelf], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "public.zip"
    make(run, path)
    assert "--yes" in run("open", str(path), "--forget").err
    typed(monkeypatch, "no\n", terminal=True)
    said = run("open", str(path), "--forget")
    assert (said.status, "Nothing was deleted" in said.err) == (1, True)
    shelf.refuses = keyring.errors.KeyringLocked("locked")
    said = run("open", str(path), "--forget", "--yes")
    assert (said.status, "Unlock it" in said.err) == (3, True)
    shelf.refuses = None
    assert map_back.beside(path).exists()
    typed(monkeypatch, "forget\n", terminal=True)
    said = run("open", str(path), "--forget")
    assert (said.status, "is forgotten" in said.out) == (0, True)
    assert shelf.kept == {}
    assert not map_back.beside(path).exists()
    assert "nothing to forget" in run("open", str(path), "--forget", "--yes").out


def test_the_key_of_a_bundle_that_is_gone_is_forgotten_too(
    run: Run, shelf: type[Shelf], tmp_path: Path
) -> None:
    path = tmp_path / "public.zip"
    make(run, path)
    path.unlink()
    assert run("open", str(path), "--forget", "--yes").status == 0
    assert shelf.kept == {}
    said = run("open", str(path), "--forget", "--yes")
    assert (said.status, "cannot be read" in said.err) == (2, True)


def test_a_file_that_stays_is_said(
    run: Run, shelf: type[Shelf], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "public.zip"
    make(run, path)

    def stays(_: Path, *, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", stays)
        said = run("open", str(path), "--forget", "--yes")
    assert (said.status, "cannot be deleted: Permission denied" in said.err) == (2, True)
    assert shelf.kept == {}


def test_a_key_that_is_gone_and_a_map_of_another_bundle_are_said(
    run: Run, shelf: type[Shelf], tmp_path: Path
) -> None:
    one, two = tmp_path / "one.zip", tmp_path / "two.zip"
    make(run, one)
    make(run, two)
    map_back.beside(one).unlink()
    map_back.beside(two).rename(map_back.beside(one))
    said = run("open", str(one), "--translate", "x")
    assert (said.status, "belongs to another bundle" in said.err) == (3, True)
    assert run("open", str(two), "--translate", stand_in(two)).out == f"{NODE}\n"
    shelf.kept.clear()
    said = run("open", str(two), "--translate", "x")
    assert (said.status, "not in the keyring" in said.err) == (3, True)


def test_wrong_wishes_are_said(run: Run, account: demo.Demo, tmp_path: Path) -> None:
    path = tmp_path / "support.zip"
    run("bundle", "--demo", "--no-local", "--node", NODE, "--output", str(path))
    for words, told in (
        (("--translate", "x"), "no stand-ins"),
        (("--translate", "x", "--forget"), "cannot go together"),
    ):
        said = run("open", str(path), *words)
        assert (said.status, told in said.err) == (2, True)
    assert not map_back.beside(path).exists()
    path.write_text("rubbish")
    assert run("open", str(path), "--translate", "x").status == 2
