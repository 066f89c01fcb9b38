"""A file beside itself as it will be sent, and whether a bundle contains something."""

from __future__ import annotations

import json
import threading
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssmwizard.app.bundle_parts import Part
from ssmwizard.app.bundle_search import Found, search
from ssmwizard.app.side_by_side import MOST_LINES, Row, SideBySide
from ssmwizard.outside import archive


def part(content: str, name: str = "report.txt", *, wanted: bool = True) -> Part:
    return Part(archive.as_it_is(name, content.encode()), wanted)


def rows(here: str, there: str, width: int = 40, words: str = "") -> tuple[Row, ...]:
    return SideBySide(part(here), part(there)).page(0, width, words).rows


def marked(row: Row) -> tuple[list[str], list[str]]:
    return (
        [row.here[one:other] for one, other in row.marks_here],
        [row.there[one:other] for one, other in row.marks_there],
    )


def test_only_the_words_that_differ_are_marked() -> None:
    same, other = rows("one\nnode i-1 in vpc-2", "one\nnode i-9 in vpc-2")
    assert not same.differs
    assert marked(other) == (["i-1"], ["i-9"])


def test_lines_with_other_numbers_of_words_are_marked_whole() -> None:
    (row,) = rows("a b", "a b c")
    assert marked(row) == (["a b"], ["a b c"])


def test_a_line_that_is_only_on_one_side_leaves_the_others_beside_each_other() -> None:
    told = rows("a\nb\nc", "a\nc")
    assert [(row.here, row.there, row.differs) for row in told] == [
        ("a", "a", False),
        ("b", "", True),
        ("c", "c", False),
    ]


@pytest.mark.parametrize(("here", "there"), [(None, "a"), ("a", None)])
def test_a_side_without_the_file_is_empty(here: str | None, there: str | None) -> None:
    sides = SideBySide(part(here) if here else None, part(there) if there else None)
    (row,) = sides.page(0, 40).rows
    assert (row.here, row.there) == (here or "", there or "")


def test_long_json_is_read_member_by_member_and_other_long_lines_are_cut() -> None:
    held = {"account": "111122223333", "nodes": ["i-0123456789abcdef0", "i-1123456789abcdef0"]}
    line = f'  "members": {json.dumps(held)},'
    told = rows(line, line.replace("1111", "9999"))
    assert told[0].here == '  "members": {'
    assert told[-1].here == "  },"
    assert [marked(row) for row in told if row.differs] == [(["111122223333"], ["999922223333"])]
    broken = "{" + "x" * 100 + "}"
    assert [row.here for row in rows(broken, broken)] == [broken[:40], broken[40:80], broken[80:]]


def test_a_mark_goes_on_where_its_line_was_cut() -> None:
    told = rows("x" * 30, "y" * 30, width=20)
    assert [marked(row) for row in told] == [(["x" * 20], ["y" * 20]), (["x" * 10], ["y" * 10])]


def test_a_large_file_comes_in_pages_of_which_each_has_its_lines() -> None:
    lines = [f"line {number} " + "x" * 90 for number in range(3000)]
    sides = SideBySide(part("\n".join(lines)), part("\n".join(lines)))
    assert sides.pages > 3
    told = [row for number in range(sides.pages) for row in sides.page(number, 200).rows]
    assert [row.here for row in told] == lines
    assert sides.page(sides.page_of(2000), 200).rows[0].line <= 2000


def test_many_lines_more_on_one_side_stand_below_the_others() -> None:
    lines = [str(number) for number in range(MOST_LINES + 1)]
    sides = SideBySide(part("\n".join([*lines, "more"])), part("\n".join(lines)))
    assert sides.differing(-1) == len(lines)


def test_the_next_place_is_found_and_after_the_last_the_first() -> None:
    sides = SideBySide(part("a\nb\nc\nb"), part("a\nB\nc\nX"))
    assert [sides.differing(after) for after in (-1, 1, 3)] == [1, 3, 1]
    assert [sides.holding("b", after) for after in (-1, 1)] == [1, 1]
    assert sides.holding("nowhere", 0) is None
    assert SideBySide(part("a"), part("a")).differing(-1) is None
    (found,) = rows("x", "say abc", words="ABC")
    assert [found.there[one:other] for one, other in found.found] == ["abc"]


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12).filter(
    lambda said: said == said.strip() and said.lower() == said
)


@given(WORDS)
def test_what_is_there_is_found_however_it_is_written(said: str) -> None:
    for written in (
        said,
        json.dumps({"a": said}),
        json.dumps({"a": said}, ensure_ascii=False),
        json.dumps({"a": json.dumps(said)}),
        quote(said, safe=""),
    ):
        assert search([part(f"... {written} ...")], said), written


def test_places_are_counted_once_and_in_the_files_that_are_sent_alone() -> None:
    parts = [
        part("Web-01 web-01", "a.txt"),
        part("web-01", "b.txt", wanted=False),
        part("nothing", "c.txt"),
        part("x" * 131_070 + "web-01" + "x" * 200_000 + "web-01", "d.txt"),
    ]
    assert search(parts, " web-01 ") == (Found("a.txt", 2), Found("d.txt", 2))
    assert search(parts, "x") == (Found("d.txt", 331_070),)
    assert search(parts, "  ") == ()


def test_a_search_that_nobody_waits_for_ends() -> None:
    stop = threading.Event()
    stop.set()
    assert search([part("web-01")], "web-01", stop) == ()
