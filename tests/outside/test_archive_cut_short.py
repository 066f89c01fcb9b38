"""A bundle is saved whole or not at all: killed, interrupted, on a full disk, or where it cannot be."""

import errno
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.killed_writing import files

from ssmwizard.outside import archive

resource = pytest.importorskip("resource", reason="systems without it have none of this")
ROOT = Path(__file__).parents[2]
OLD = b"yesterday's"
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no SIGKILL here")


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an old bundle in it."""
    made = tmp_path / "folder"
    made.mkdir()
    (made / "b.zip").write_bytes(OLD)
    return made


@dataclass(frozen=True)
class Ended:
    """How each child ended, which other files were there then, and which archive was under the name."""

    statuses: list[int]
    left: list[str]
    archives: list[str]


def cut_short(path: Path, how: str) -> Ended:
    """Cut saving short at each line; see ``tests.support.killed_writing``."""
    command = [sys.executable, "-m", "tests.support.killed_writing", str(path), how]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert read_files(path) == {one.name: one.content for one in files("after ")}
    other = path.with_name("other.zip")
    known = {hashlib.sha256(path.read_bytes()).hexdigest(): "new"}
    archive.write(other, files("before"))
    known[hashlib.sha256(other.read_bytes()).hexdigest()] = "old"
    other.unlink()
    lines = [line.split() for line in told.splitlines()]
    return Ended(
        [int(line[0]) for line in lines],
        [name for line in lines for name in line[1:-1]],
        [known[line[-1]] for line in lines],
    )


@needs_fork
def test_killed_at_any_line_the_old_one_is_there_or_the_new_one_and_the_rest_is_swept(
    folder: Path,
) -> None:
    ended = cut_short(folder / "b.zip", "kill")
    assert ended.statuses == [*[-signal.SIGKILL] * (len(ended.statuses) - 1), 0]
    # From some line on it is the new one, and nothing else ever.
    assert ended.archives == sorted(ended.archives, reverse=True)
    assert ended.archives.count("old") > 20
    assert ended.left
    assert all(archive.LEFT.fullmatch(name) for name in ended.left)
    for name in ended.left:
        (folder / name).touch()
        os.utime(folder / name, (1, 1))
    archive.write(folder / "other.zip", files("after "))
    assert names(folder) == ["b.zip", "other.zip"]


@needs_fork
def test_interrupted_at_any_line_nothing_is_left(folder: Path) -> None:
    ended = cut_short(folder / "b.zip", "interrupt")
    assert 0 not in ended.statuses[:-1]
    assert ended.archives == sorted(ended.archives, reverse=True)
    assert ended.archives.count("old") > 20
    assert ended.left == []


def read_files(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[None]:
    """A small file system of its own."""
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no mount here")
    if done.returncode:
        pytest.skip("nothing can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def contents() -> list[archive.File]:
    """Files that cannot be packed into much less than they are."""
    return [archive.as_it_is(f"{n}.bin", os.urandom(archive.PIECE)) for n in range(3)]


def test_on_a_full_disk_nothing_is_left_wherever_it_becomes_full(tmp_path: Path) -> None:
    made, page = contents(), 4096
    whole = sum(file.size for file in made)
    folder = tmp_path / "small"
    folder.mkdir()
    with mounted(folder, f"size={whole + 8 * page}"):
        path, filling = folder / "b.zip", folder / "filling"
        path.write_bytes(OLD)
        for free in (0, page, archive.PIECE, archive.PIECE + page, whole - page):
            size = shutil.disk_usage(folder).free - free
            filling.write_bytes(b"x" * size)
            with pytest.raises(OSError, match="No space left") as full:
                archive.write(path, made)
            assert full.value.errno == errno.ENOSPC
            assert names(folder) == ["b.zip", "filling"]
            assert path.read_bytes() == OLD
            filling.unlink()
        archive.write(path, made)
        assert set(read_files(path)) == {file.name for file in made}


def test_where_no_file_may_be_so_large_nothing_is_left(folder: Path) -> None:
    made = contents()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2 * archive.PIECE, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            archive.write(folder / "b.zip", made)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert names(folder) == ["b.zip"]
    assert (folder / "b.zip").read_bytes() == OLD


def test_in_a_folder_that_cannot_be_written_the_old_one_stays(tmp_path: Path) -> None:
    folder = tmp_path / "sealed"
    folder.mkdir()
    with mounted(folder, "size=1m"):
        path = folder / "b.zip"
        path.write_bytes(OLD)
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        with pytest.raises(OSError, match="Read-only"):
            archive.write(path, contents())
        assert names(folder) == ["b.zip"]
        assert path.read_bytes() == OLD


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_in_a_folder_of_somebody_else_the_old_one_stays(folder: Path) -> None:
    folder.chmod(0o555)
    with pytest.raises(PermissionError):
        archive.write(folder / "b.zip", contents())
    folder.chmod(0o755)
    assert names(folder) == ["b.zip"]


def test_a_folder_that_goes_away_meanwhile_does_not_come_back(folder: Path) -> None:
    made = contents()
    for last in range(2 * len(made)):
        folder.mkdir(exist_ok=True)
        left = [False] * last

        def heard(_: int, left: list[bool] = left) -> None:
            if left:
                left.pop()
            elif folder.exists():
                shutil.rmtree(folder)

        with pytest.raises(FileNotFoundError):
            archive.write(folder / "b.zip", made, heard=heard)
        assert not folder.exists()


def test_where_a_folder_has_the_name_it_stays(folder: Path) -> None:
    taken = folder / "c.zip"
    taken.mkdir()
    for _ in range(2):
        with pytest.raises(OSError, match="directory"):
            archive.write(taken, contents())
        assert names(folder) == ["b.zip", "c.zip"]
        (taken / "inside").touch()
    assert names(taken) == ["inside"]


def test_a_name_may_be_as_long_as_the_system_lets_it_and_no_longer(folder: Path) -> None:
    longest = "b" * 251 + ".zip"
    archive.write(folder / longest, contents())
    with pytest.raises(OSError, match="too long"):
        archive.write(folder / f"b{longest}", contents())
    assert names(folder) == ["b.zip", longest]


def test_where_a_file_stands_instead_of_the_folder_nothing_changes(folder: Path) -> None:
    with pytest.raises(OSError, match="ot a directory"):
        archive.write(folder / "b.zip" / "c.zip", contents())
    assert names(folder) == ["b.zip"]
