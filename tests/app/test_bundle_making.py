"""Bundles of one inspection, one after the other: what does not change is made once."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from support.on_demo import stage

from ssmwizard.app.bundle import Audience, Bundle, Stopped, Watch, Wishes, make
from ssmwizard.app.bundle_making import Making
from ssmwizard.app.bundle_parts import Group, can_be_named, group, names, says
from ssmwizard.app.inspect import Choice, Inspection, inspect
from ssmwizard.outside.archive import File
from ssmwizard.outside.archive_reading import SUMS


@pytest.fixture
def seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Inspection:
    on = stage(tmp_path, monkeypatch)
    return inspect(on.doors, Choice("demo-admin", nodes=(on.instance("web-01"),), local=False))


def held(bundle: Bundle) -> dict[str, File]:
    return {part.name: part.file for part in bundle.parts}


def test_another_tick_or_reader_keeps_what_was_made(seen: Inspection, tmp_path: Path) -> None:
    making = Making(lambda: seen, tmp_path / "journal.jsonl")
    first = held(making.bundle(Audience.SUPPORT))
    listing = {"manifest.json", "README.txt", SUMS}
    for again in (
        making.bundle(Audience.SUPPORT, Wishes(frozenset({"report.html"}))),
        making.bundle(Audience.INTERNAL),
    ):
        files = held(again)
        assert {name for name in first if first[name] is not files[name]} == listing
    public = held(making.bundle(Audience.PUBLIC))
    assert public["findings.json"] is not first["findings.json"]
    assert held(making.bundle(Audience.PUBLIC))["findings.json"] is public["findings.json"]
    assert all(part.wanted for part in making.as_it_is())


def test_the_readme_speaks_of_the_report_only_where_there_is_one(
    seen: Inspection, tmp_path: Path
) -> None:
    making = Making(lambda: seen, tmp_path / "journal.jsonl")
    whole = making.bundle(Audience.SUPPORT)
    without = making.bundle(Audience.SUPPORT, Wishes(frozenset({"report.html"})))
    assert b"Open report.html in a browser" in held(whole)["README.txt"].content
    assert b"report.html" not in held(without)["README.txt"].content
    assert b"moment.\n\nSecrets" in held(without)["README.txt"].content


def test_it_is_the_bundle_that_is_made_at_once(seen: Inspection, tmp_path: Path) -> None:
    made = Making(lambda: seen, tmp_path / "journal.jsonl").bundle(Audience.INTERNAL)
    at_once = make(seen, (), Audience.INTERNAL)
    assert [(one.name, one.content) for one in made.files] == [
        (one.name, one.content) for one in at_once.files
    ]


def test_what_is_still_being_looked_at_is_looked_at_again(seen: Inspection, tmp_path: Path) -> None:
    told = [seen, replace(seen, recording=seen.recording[:-1])]
    making = Making(lambda: told.pop(0), tmp_path / "journal.jsonl", lasting=False)
    first, second = (held(making.bundle(Audience.SUPPORT)) for _ in range(2))
    assert first["recording.jsonl"].size > second["recording.jsonl"].size
    assert told == []


def test_a_journal_that_was_written_meanwhile_is_read_again(
    seen: Inspection, tmp_path: Path
) -> None:
    journal = tmp_path / "journal.jsonl"
    making = Making(lambda: seen, journal)
    first = held(making.bundle(Audience.SUPPORT))
    journal.write_text("this is no entry\n")
    second = making.bundle(Audience.SUPPORT)
    assert held(second)["findings.json"] is not first["findings.json"]
    assert b"damaged" in held(second)["manifest.json"].content


def test_it_is_not_made_for_somebody_who_does_not_want_it_any_more(
    seen: Inspection, tmp_path: Path
) -> None:
    making = Making(lambda: seen, tmp_path / "journal.jsonl")
    making.bundle(Audience.SUPPORT)
    stop = threading.Event()
    stop.set()
    with pytest.raises(Stopped):
        making.bundle(Audience.SUPPORT, watch=Watch(cancelled=stop))


@pytest.mark.parametrize(
    ("without", "also", "name", "taken"),
    [
        ((), (), "report.html", True),
        ((), (), "node/i-1/console.txt", False),
        ((), ("nodes",), "node/i-1/console.txt", True),
        (("console.txt",), ("nodes",), "node/i-1/console.txt", False),
        (("console.txt",), ("node/i-1/console.txt",), "node/i-1/console.txt", True),
        (("findings",), ("report.html",), "report.html", True),
        (("findings",), ("report.html",), "report.txt", False),
        (("manifest.json",), (), "manifest.json", True),
    ],
)
def test_the_more_precise_wish_counts(
    without: tuple[str, ...], also: tuple[str, ...], name: str, *, taken: bool
) -> None:
    wishes = Wishes(frozenset(without), frozenset(also))
    assert wishes.take(name, Audience.SUPPORT) is taken


def test_a_tick_takes_back_the_one_before() -> None:
    wishes = Wishes().changed(["a", "b"], wanted=False).changed(["b"], wanted=True)
    assert wishes == Wishes(frozenset({"a"}), frozenset({"b"}))


def test_files_of_other_versions_have_a_place_and_words_too() -> None:
    assert group("node/i-1/new.txt") is Group.NODES
    assert group("new.txt") is Group.EVIDENCE
    assert says("node/i-1/new.txt") == says("new.txt")
    assert says("new.txt") != says("node/i-1/console.txt")
    assert can_be_named("node/i-1/console.txt")
    assert all(can_be_named(one) for one in names())
    assert not can_be_named("about")
