"""Blocks in start files: put in once, taken out to the byte, and never over what somebody altered."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssmwizard.model.computer import BLOCK_BEGINS, BLOCK_ENDS, Asked, NotDone
from ssmwizard.outside import own_path, start_files

BLOCK = f"{BLOCK_BEGINS}\nexport X=1\n{BLOCK_ENDS}\n"
OTHER = f"{BLOCK_BEGINS}\nexport X=2\n{BLOCK_ENDS}\n"
pytestmark = pytest.mark.skipif(os.name != "posix", reason="start files are POSIX's")


def write(path: Path, block: str, expected: str, **more: Any) -> None:
    wanted = {"Created": False, "Joined": False, "Folders": [], "First": False, **more}
    wanted |= {"File": str(path), "Block": block, "Expected": expected}
    start_files.write_block(Asked(wanted, lambda _: None, lambda: False))


def block_of(path: Path) -> str | None:
    found = start_files.get_block(Asked({"File": str(path)}, lambda _: None, lambda: False))
    return found["Block"]  # type: ignore[no-any-return]


@given(st.binary(max_size=200).filter(lambda told: b"ssmwizard" not in told))
def test_what_was_put_in_is_taken_out_to_the_byte(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("home") / ".profile"
    path.write_bytes(content)
    joined = start_files.look(path).joined
    write(path, BLOCK, "", Joined=joined)
    assert block_of(path) == BLOCK
    assert path.read_bytes().startswith(content)
    write(path, OTHER, BLOCK, Joined=joined)
    write(path, "", OTHER, Joined=joined)
    assert path.read_bytes() == content


def test_what_somebody_added_since_stays(tmp_path: Path) -> None:
    path = tmp_path / ".bashrc"
    path.write_text("first\n")
    write(path, BLOCK, "")
    path.write_text(path.read_text() + "later\n")
    write(path, "", BLOCK)
    assert path.read_text() == "first\nlater\n"


def test_a_file_that_was_made_goes_again_unless_something_else_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / ".config" / "fish" / "config.fish"
    write(path, BLOCK, "", Created=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    write(path, "", BLOCK, Created=True)
    assert not path.exists()
    write(path, BLOCK, "", Created=True)
    path.write_text(path.read_text() + "mine\n")
    write(path, "", BLOCK, Created=True)
    assert path.read_text() == "mine\n"


ALTERED = {
    "another line": BLOCK.replace("X=1", "X=9"),
    "no end": BLOCK_BEGINS + "\n",
    "twice": BLOCK + BLOCK,
    "the wrong way round": f"{BLOCK_ENDS}\n{BLOCK_BEGINS}\n",
    "gone": "",
}


@pytest.mark.parametrize("how", list(ALTERED))
def test_an_altered_block_is_not_touched(tmp_path: Path, how: str) -> None:
    path = tmp_path / ".profile"
    path.write_text(f"before\n{ALTERED[how]}after\n")
    with pytest.raises(NotDone) as refused:
        write(path, "", BLOCK)
    assert refused.value.code == "Altered"
    assert path.read_text() == f"before\n{ALTERED[how]}after\n"


def test_what_stood_around_a_block_and_is_gone_is_not_guessed(tmp_path: Path) -> None:
    path = tmp_path / ".profile"
    path.write_text(BLOCK)
    with pytest.raises(NotDone, match="around"):
        write(path, "", BLOCK, Joined=True)


@pytest.mark.parametrize("exists", [True, False])
def test_a_file_that_came_or_went_since_the_plan_is_not_touched(
    tmp_path: Path, *, exists: bool
) -> None:
    path = tmp_path / ".profile"
    if exists:
        path.write_text("mine\n")
    with pytest.raises(NotDone):
        write(path, BLOCK, "", Created=exists)
    assert path.exists() is exists


def test_a_link_stays_a_link_and_rights_stay(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles" / "profile"
    real.parent.mkdir()
    real.write_text("x\n")
    real.chmod(0o600)
    link = tmp_path / ".profile"
    link.symlink_to(real)
    write(link, BLOCK, "")
    assert link.is_symlink()
    assert real.read_text() == f"x\n{BLOCK}"
    assert stat.S_IMODE(real.stat().st_mode) == 0o600
    assert list(real.parent.iterdir()) == [real]


def test_nothing_half_written_is_left_where_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "here" / ".profile"
    path.parent.mkdir()
    path.write_text("x\n")

    def fails(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(OSError, match="No space"):
        write(path, BLOCK, "")
    assert path.read_text() == "x\n"
    assert list(path.parent.iterdir()) == [path]


def test_what_cannot_be_read_is_not_writable(tmp_path: Path) -> None:
    found = start_files.look(tmp_path)
    assert (found.exists, found.writable) == (True, False)


@pytest.mark.parametrize(
    ("shell", "there", "files"),
    [
        ("bash", [], [".profile", ".bashrc"]),
        ("bash", [".bash_profile", ".profile"], [".bash_profile", ".bashrc"]),
        ("bash", [".bash_login"], [".bash_login", ".bashrc"]),
        ("zsh", [], [".zshrc"]),
        ("fish", [], [".config/fish/config.fish"]),
        ("dash", [], [".profile"]),
        ("tcsh", [], []),
        ("", [], []),
    ],
)
def test_each_shell_has_its_files(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    shell: str,
    there: list[str],
    files: list[str],
) -> None:
    for name in ("ZDOTDIR", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(start_files.platform, "system", lambda: "Linux")
    for name in there:
        (tmp_path / name).write_text("")
    found = start_files.of_shell(shell, tmp_path)
    assert [file.path for file in found] == [str(tmp_path / name) for name in files]
    assert all(file.writable for file in found)


def test_a_mac_opens_login_shells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start_files.platform, "system", lambda: "Darwin")
    assert len(start_files.of_shell("bash", tmp_path)) == 1


def test_shells_that_keep_their_files_elsewhere_are_asked_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZDOTDIR", str(tmp_path / "z"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "c"))
    (zsh,) = start_files.of_shell("zsh", tmp_path)
    (fish,) = start_files.of_shell("fish", tmp_path)
    assert zsh.path == str(tmp_path / "z" / ".zshrc")
    assert fish.path == str(tmp_path / "c" / "fish" / "config.fish")


def test_this_program_finds_at_once_what_was_added_and_gives_back_only_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    path = tmp_path / ".profile"
    write(path, BLOCK, "", Created=True, Folders=["/opt/a", "/bin"])
    assert os.environ["PATH"] == "/usr/bin:/bin:/opt/a"
    write(path, "", BLOCK, Created=True, Folders=["/opt/a", "/bin"])
    assert os.environ["PATH"] == "/usr/bin:/bin"
    write(path, BLOCK, "", Created=True, Folders=["/bin"], First=True)
    assert os.environ["PATH"] == "/bin:/usr/bin"


def test_programs_that_are_started_find_what_a_terminal_finds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    own_path.told(["/opt/homebrew/bin", "/bin"])
    assert own_path.for_others() == "/usr/bin:/bin:/opt/homebrew/bin"
    own_path.told([])
    assert own_path.for_others() == "/usr/bin:/bin"
