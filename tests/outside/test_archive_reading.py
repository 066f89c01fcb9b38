"""Archives of somebody else's: damaged, lying about themselves, larger than anything, are refused."""

from __future__ import annotations

import io
import stat
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ssmwizard.outside import archive, archive_reading
from ssmwizard.outside.archive_reading import SUMS, BadBundle, files, read

CONTENT = {"a.txt": b"one" * 50, "sub/b.txt": b"two", "manifest.json": b"{}" * 5}
LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
MEGABYTE = 1024 * 1024


def whole() -> bytes:
    """A bundle as it is written."""
    made = [archive.as_it_is(name, CONTENT[name]) for name in CONTENT]
    sums = "".join(f"{file.digest}  {file.name}\n" for file in made)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in (*made, archive.as_it_is(SUMS, sums.encode())):
            packed.writestr(zipfile.ZipInfo(file.name, archive.TIME), file.content)
    return out.getvalue()


WHOLE = whole()


def refusal(path: Path, content: bytes) -> str:
    """Read what is none; return the sentence that says so."""
    path.write_bytes(content)
    with pytest.raises(BadBundle) as refused:
        read(path)
    said = str(refused.value)
    assert said.isprintable()
    assert len(said) < 300
    return said


def read_as_it_was_or_refused(path: Path) -> None:
    try:
        found = read(path)
    except BadBundle as refused:
        said = str(refused)
    else:
        said = "read"
        assert {name: found[name] for name in found if name != SUMS} == CONTENT
    assert said.isprintable()


def changed(content: bytes, sign: bytes, at: int, new: bytes) -> bytes:
    """Change a field of the first header of a kind."""
    place = content.index(sign) + at
    return content[:place] + new + content[place + len(new) :]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_is_done_to_an_archive_it_is_refused_or_read_as_it_was(
    tmp_path: Path, data: st.DataObject
) -> None:
    content = bytearray(WHOLE)
    places = st.integers(0, len(WHOLE))
    headers = [at for at in range(len(WHOLE)) if WHOLE[at : at + 2] == b"PK"]
    for _ in range(data.draw(st.integers(1, 3))):
        begin, end = sorted((data.draw(places), data.draw(places)))
        # What decides stands in the headers.
        at = min(
            data.draw(st.sampled_from(headers)) + data.draw(st.integers(0, 46)), len(content) - 1
        )
        match data.draw(st.sampled_from(["flip", "cut", "drop", "double", "move", "number"])):
            case "flip" if content:
                content[at] ^= data.draw(st.integers(1, 255))
            case "cut":
                del content[end:]
            case "drop":
                del content[begin:end]
            case "double":
                content[end:end] = content[begin:end]
            case "move":
                piece = content[begin:end]
                del content[begin:end]
                content[0:0] = piece
            case _:
                number = data.draw(st.sampled_from([0, 1, 0x7FFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF]))
                content[at : at + 4] = struct.pack("<L", number)
        if not content:
            break
    path = tmp_path / "b.zip"
    path.write_bytes(bytes(content))
    read_as_it_was_or_refused(path)


NAMES = (
    "/etc/passwd",
    "//server/share/x",
    "\\\\server\\share\\x",
    "..\\evil",
    "a/..",
    "C:/evil",
    "C:\\evil",
    "nul\x00.txt",
    "right\u202etxt.exe",
    "\x1b[2Jclear",
    "line\nbreak",
    ".",
    "é\ud800",
)


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_no_name_leads_out_or_does_something(tmp_path: Path, name: str) -> None:
    raw = name.encode(errors="surrogatepass")
    blank = b"x" * len(raw)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(zipfile.ZipInfo(blank.decode(), archive.TIME), b"")
    content = out.getvalue().replace(blank, raw)
    for sign, at in ((LOCAL, 6), (CENTRAL, 8)):
        # Its name is in UTF-8.
        content = changed(content, sign, at, struct.pack("<H", 0x800))
    refusal(tmp_path / "b.zip", content)


LIES: dict[str, Callable[[bytes], bytes]] = {
    "encrypted": lambda c: changed(changed(c, LOCAL, 6, b"\x01\x00"), CENTRAL, 8, b"\x01\x00"),
    "encrypted behind a clean list": lambda c: changed(c, LOCAL, 6, b"\x01\x00"),
    "packed by LZMA": lambda c: changed(
        changed(c, LOCAL, 8, b"\x0e\x00"), CENTRAL, 10, b"\x0e\x00"
    ),
    "packed in a way nobody knows": lambda c: changed(c, CENTRAL, 10, b"\x63\x00"),
    "a link": lambda c: changed(c, CENTRAL, 38, struct.pack("<L", (stat.S_IFLNK | 0o777) << 16)),
    "a device": lambda c: changed(c, CENTRAL, 38, struct.pack("<L", stat.S_IFCHR << 16)),
    "larger than it is": lambda c: changed(c, CENTRAL, 24, struct.pack("<L", 0xFFFFFFF0)),
    "smaller than it is": lambda c: changed(c, CENTRAL, 24, struct.pack("<L", 3)),
    "packed larger than it is": lambda c: changed(c, CENTRAL, 20, struct.pack("<L", 0xFFFFFFF0)),
    "in the place of another": lambda c: changed(c, CENTRAL, 42, struct.pack("<L", 60)),
    "far behind the end": lambda c: changed(c, CENTRAL, 42, struct.pack("<L", 0xFFFFFF00)),
    "of 64 bits, without saying how": lambda c: changed(c, CENTRAL, 24, b"\xff" * 4),
    "another name than in the list": lambda c: c.replace(b"a.txt", b"c.txt", 1),
    "another sum": lambda c: changed(c, CENTRAL, 16, b"\x00" * 4),
    "a list that is elsewhere": lambda c: changed(c, END, 16, struct.pack("<L", 4)),
    "a list longer than all": lambda c: changed(c, END, 12, struct.pack("<L", 0x7FFFFFFF)),
    "a list of more than all": lambda c: changed(c, END, 10, struct.pack("<H", 0xFFFF)),
    "several disks": lambda c: changed(c, END, 4, struct.pack("<H", 7)),
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_what_lies_about_itself_is_refused_or_read_as_it_was(
    tmp_path: Path, lie: Callable[[bytes], bytes]
) -> None:
    content = lie(WHOLE)
    assert content != WHOLE
    path = tmp_path / "b.zip"
    path.write_bytes(content)
    read_as_it_was_or_refused(path)


@pytest.mark.parametrize("said", ["encrypted", "packed by LZMA", "a link", "a device"])
def test_what_a_bundle_never_is_is_said(tmp_path: Path, said: str) -> None:
    told = refusal(tmp_path / "b.zip", LIES[said](WHOLE))
    assert told.startswith("a.txt is ")


def test_entries_that_share_their_content_are_no_way_around_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_reading, "MOST_BYTES", 5 * MEGABYTE)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(zipfile.ZipInfo("a" * 8, archive.TIME), b"\0" * MEGABYTE)
    content = out.getvalue()
    start, end = content.index(CENTRAL), content.index(END)
    listed = content[start:end]
    many = b"".join(listed.replace(b"a" * 8, b"%08d" % number) for number in range(50))
    tail = struct.pack("<4s4H2LH", END, 0, 0, 50, 50, len(many), start, 0)
    refusal(tmp_path / "b.zip", content[:start] + many + tail)


def test_a_bomb_takes_no_more_memory_than_a_piece(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_reading, "MOST_BYTES", 40 * MEGABYTE)
    path = tmp_path / "b.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.txt", b"\0" * 60 * MEGABYTE)
    tracemalloc.start()
    with pytest.raises(BadBundle, match="Unpacked it is larger than 40 MB"):
        files(path, ("manifest.json",))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8 * MEGABYTE


def test_a_list_of_files_without_end_is_not_read(tmp_path: Path) -> None:
    start, end = WHOLE.index(CENTRAL), WHOLE.index(END)
    many = WHOLE[start:end] * (archive_reading.MOST_AT_ONCE // (end - start) + 1)
    tail = struct.pack("<4s4H2LH", END, 0, 0, 9, 9, len(many), start, 0)
    tracemalloc.start()
    said = refusal(tmp_path / "b.zip", WHOLE[:start] + many + tail)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "list of files" in said
    assert peak < 6 * archive_reading.MOST_AT_ONCE


def test_an_archive_larger_than_any_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_reading, "MOST_PACKED", len(WHOLE) - 1)
    assert "larger" in refusal(tmp_path / "b.zip", WHOLE)


def test_sums_that_name_what_is_not_there_are_told_short_and_harmless(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(SUMS, "".join(f"0  \x1b[31m{n}{'x' * 500}\n" for n in range(500)))
    assert "and 499 more" in refusal(tmp_path / "b.zip", out.getvalue())


def test_what_is_not_wanted_is_checked_and_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "b.zip"
    path.write_bytes(WHOLE)
    heard: list[int] = []
    assert set(files(path, ("a.txt",), heard=heard.append)) == {"a.txt", SUMS}
    assert sum(heard) == sum(map(len, read(path).values()))
    torn = tmp_path / "torn.zip"
    with zipfile.ZipFile(path) as packed, zipfile.ZipFile(torn, "w") as out:
        for name in packed.namelist():
            out.writestr(name, packed.read(name).replace(b"two", b"six"))
    with pytest.raises(BadBundle, match=r"sub/b\.txt is not as it was"):
        files(torn, ("a.txt",))


def test_a_disk_that_cannot_be_read_is_another_trouble_than_a_damaged_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "none.zip")
    with pytest.raises(IsADirectoryError):
        read(tmp_path)
