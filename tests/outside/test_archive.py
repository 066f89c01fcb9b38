"""Nothing leaves with a secret in it, and nothing that comes in is believed."""

import base64
import hashlib
import os
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ssmwizard.outside import archive
from ssmwizard.outside.archive import File, Refused
from ssmwizard.outside.archive_reading import BadBundle, read
from ssmwizard.outside.leaks import WINDOW, leak

SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
LEAKS = {
    "key": f'{{"SecretAccessKey": "{SECRET}"}}',
    "nested": rf"{{\"SecretAccessKey\": \"{SECRET}\"}}",
    "token": "x IQoJ" + "b3JpZ2luX2Vj" * 9,
    "session": "wss://ssmmessages.eu-west-3.amazonaws.com/v1/data-channel/ann-1?role=x",
    "token-value": '"TokenValue": "AAEAAYx1zzzz"',
    "code": "ActivationCode=Fjz3sZfSvv78",
    "pem": "-----BEGIN EC PRIVATE KEY-----\nMII",
    "signed": "https://b/k?X-Amz-Signature=" + "9f86d08188" * 6,
    "proxy": "http://ann:hunter2@proxy:3128",
}


def with_sums(*files: File) -> list[File]:
    sums = "".join(f"{file.digest}  {file.name}\n" for file in files)
    return [*files, archive.as_it_is("SHA256SUMS", sums.encode())]


@pytest.mark.parametrize("said", LEAKS.values(), ids=LEAKS)
def test_a_file_that_was_not_cleaned_is_refused_by_name(tmp_path: Path, said: str) -> None:
    path = tmp_path / "b.zip"
    with pytest.raises(Refused, match=r"notes\.txt"):
        archive.write(
            path,
            [archive.as_it_is("fine.txt", b"fine"), archive.as_it_is("notes.txt", said.encode())],
        )
    assert list(tmp_path.iterdir()) == [tmp_path / "home"]


@pytest.mark.parametrize("said", LEAKS.values(), ids=LEAKS)
@pytest.mark.parametrize("share", [0, 0.5, 1])
def test_a_secret_is_found_wherever_in_a_long_file_it_is(said: str, share: float) -> None:
    before = b"." * (2 * WINDOW - round(len(said) * share))
    assert leak(before + b" " + said.encode() + b" " + b"." * WINDOW) is not None
    assert leak(before + b"." * WINDOW) is None


@pytest.mark.parametrize("said", LEAKS.values(), ids=LEAKS)
def test_the_same_through_the_writer_is_clean(tmp_path: Path, said: str) -> None:
    files = [
        archive.text_file("a.txt", said),
        archive.json_file("b.json", {"inside": said}),
        archive.lines_file("c.jsonl", [{"inside": [said]}]),
    ]
    archive.write(tmp_path / "b.zip", files)


@pytest.mark.parametrize("name", ["AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"])
@pytest.mark.parametrize(
    "written",
    [lambda s: s, lambda s: base64.b64encode(f"x{s}y".encode()).decode()],
    ids=["plain", "base64"],
)
def test_credentials_of_this_very_run_are_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, written: Callable[[str], str]
) -> None:
    monkeypatch.setenv(name, "of-this-very-run")
    with pytest.raises(Refused, match=name):
        archive.write(
            tmp_path / "b.zip", [archive.as_it_is("a.txt", written("of-this-very-run").encode())]
        )


def test_what_was_there_stays_when_the_new_one_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "b.zip"
    path.write_bytes(b"yesterday's")
    with pytest.raises(Refused):
        archive.write(path, [archive.as_it_is("a.txt", LEAKS["pem"].encode())])
    assert path.read_bytes() == b"yesterday's"


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "b.zip"
    archive.write(
        path, with_sums(archive.as_it_is("a.txt", b"one"), archive.as_it_is("sub/b.txt", b"two"))
    )
    assert {name: read(path)[name] for name in ("a.txt", "sub/b.txt")} == {
        "a.txt": b"one",
        "sub/b.txt": b"two",
    }


@given(st.binary(max_size=300), st.integers(0, 3), st.sampled_from([0, 1, archive.PIECE - 1]))
def test_a_file_is_kept_packed_and_gives_back_what_it_was_made_of(
    some: bytes, times: int, more: int
) -> None:
    content = some * times + b"." * more
    file = archive.as_it_is("a.txt", content)
    assert (file.content, file.size) == (content, len(content))
    assert file.digest == hashlib.sha256(content).hexdigest()
    assert all(len(piece) <= archive.PIECE for piece in file.pieces())


def test_half_a_character_is_written_as_it_is_spelled() -> None:
    assert archive.lines_file("a.jsonl", [{"a": "\ud800"}]).content == b'{"a": "\\ud800"}\n'


@pytest.mark.parametrize("cut", [b" ", b'"', b"\n", b",", b":"])
@pytest.mark.parametrize("share", [0, 0.5, 1])
def test_an_identifier_is_found_across_windows_and_no_part_of_a_word_is_taken_for_one(
    tmp_path: Path, cut: bytes, share: float
) -> None:
    word = b"inside-of-web-12-and-more" + cut
    many = word * (2 * archive.PIECE // len(word))
    archive.write(tmp_path / "b.zip", [archive.as_it_is("a.txt", many)], {"web-12", "inside-of"})
    place = archive.PIECE - round(len(b"web-12") * share)
    there = many[:place] + cut + b"web-12" + cut + many[place:]
    with pytest.raises(Refused, match=r"a\.txt holds the identifier web-12"):
        archive.write(tmp_path / "b.zip", [archive.as_it_is("a.txt", there)], {"web-12"})


@pytest.mark.parametrize("said", LEAKS.values(), ids=LEAKS)
@pytest.mark.parametrize("share", [0, 0.3, 0.7, 1])
def test_a_secret_is_found_across_windows(tmp_path: Path, said: str, share: float) -> None:
    place = archive.PIECE - round(len(said) * share)
    for filling in (b". ", b"x"):
        many = filling * (archive.PIECE * 2 // len(filling))
        there = many[:place] + b" " + said.encode() + b" " + many[place:]
        with pytest.raises(Refused, match=r"a\.txt"):
            archive.write(tmp_path / "b.zip", [archive.as_it_is("a.txt", there)])


def test_who_hears_of_the_pieces_can_end_it_at_each_and_nothing_is_left(tmp_path: Path) -> None:
    path, here = tmp_path / "b.zip", sorted(tmp_path.iterdir())
    files = [archive.as_it_is(name, b"x" * 2 * archive.PIECE) for name in ("a.txt", "b.txt")]
    told: list[int] = []
    archive.write(path, files, heard=told.append)
    assert sum(told) == 2 * sum(file.size for file in files)
    path.write_bytes(b"yesterday's")
    for last in range(len(told)):
        left = ["heard"] * last
        with pytest.raises(IndexError):
            archive.write(path, files, heard=lambda _, left=left: left.pop())
        assert path.read_bytes() == b"yesterday's"
        assert sorted(tmp_path.iterdir()) == sorted([*here, path])


def test_what_a_killed_process_left_is_swept_and_what_another_still_writes_is_not(
    tmp_path: Path,
) -> None:
    old, young, other, folder = (
        tmp_path / name
        for name in (
            ".ssmwizard-0123abcd0123abcd.part",
            ".ssmwizard-4567abcd4567abcd.part",
            ".ssmwizard-notes.part",
            ".ssmwizard-89abcdef89abcdef.part",
        )
    )
    folder.mkdir()
    for path in (old, young, other):
        path.write_bytes(b"PK")
    for path in (old, other, folder):
        os.utime(path, (1, 1))
    archive.write(tmp_path / "b.zip", [archive.as_it_is("a.txt", b"one")])
    assert not old.exists()
    assert all(path.exists() for path in (young, other, folder))


def packed(path: Path, *entries: tuple[zipfile.ZipInfo | str, bytes]) -> Path:
    listed = "".join(
        f"{hashlib.sha256(content).hexdigest()}  "
        f"{entry if isinstance(entry, str) else entry.filename}\n"
        for entry, content in entries
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for entry, content in entries:
            out.writestr(entry, content)
        out.writestr("SHA256SUMS", listed)
    return path


def link(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


@pytest.mark.parametrize(
    "entry",
    ["../evil", "/evil", "a/../../evil", "C:evil", "folder/", "bell\x07", link("evil")],
    ids=["up", "root", "inner-up", "drive", "folder", "control", "link"],
)
def test_hostile_names_are_refused(tmp_path: Path, entry: zipfile.ZipInfo | str) -> None:
    with pytest.raises(BadBundle):
        read(packed(tmp_path / "b.zip", (entry, b"")))


def test_a_name_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        path = packed(tmp_path / "b.zip", ("a.txt", b"one"), ("a.txt", b"two"))
    with pytest.raises(BadBundle, match="twice"):
        read(path)


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ssmwizard.outside.archive_reading.MOST_BYTES", 1_000_000)
    with pytest.raises(BadBundle, match="larger"):
        read(packed(tmp_path / "b.zip", ("a.txt", b"\0" * 2_000_000)))


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ssmwizard.outside.archive_reading.MOST_FILES", 200)
    with pytest.raises(BadBundle, match="files"):
        read(packed(tmp_path / "b.zip", *((f"{n}.txt", b"") for n in range(300))))


def test_a_file_without_sums_or_without_its_own_is_refused(tmp_path: Path) -> None:
    for name, files in {
        "none": [archive.as_it_is("a.txt", b"one")],
        "other": [*with_sums(archive.as_it_is("a.txt", b"one")), archive.as_it_is("b.txt", b"two")],
        "gone": with_sums(archive.as_it_is("a.txt", b"one"))[1:],
    }.items():
        archive.write(tmp_path / name, files)
        with pytest.raises(BadBundle):
            read(tmp_path / name)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_archive_is_refused_or_read_as_it_was(
    tmp_path: Path, data: st.DataObject
) -> None:
    path = tmp_path / "whole.zip"
    archive.write(path, with_sums(archive.as_it_is("a.txt", b"one" * 50)))
    whole = bytearray(path.read_bytes())
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] ^= data.draw(st.integers(1, 255))
    if data.draw(st.booleans()):
        del whole[place:]
    torn = tmp_path / "torn.zip"
    torn.write_bytes(bytes(whole))
    try:
        found = read(torn)["a.txt"]
    except BadBundle:
        return
    assert found == b"one" * 50
