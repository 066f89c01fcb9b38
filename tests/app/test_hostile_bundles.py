"""A bundle of somebody else's is refused in a sentence or shown, whatever is in it; nothing else happens."""

from __future__ import annotations

import json
import tracemalloc
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.on_demo import stage

from ssmwizard.app import bundle, compare, compare_told, report, since
from ssmwizard.app.bundle_reading import BadBundle, Opened, manifest_of, open_bundle
from ssmwizard.app.inspect import Choice, inspect
from ssmwizard.app.paper import Paper
from ssmwizard.outside import archive, archive_reading
from ssmwizard.outside.archive_reading import SUMS

NODES = ("web-01", "web-02", "batch-01")
JSON_FILES = ("manifest.json", "findings.json", "recording.jsonl", "journal.jsonl")
NASTY = "\x1b[31m\u202e<script>alert(1)</script><img src=//example.com/x onerror=alert(1)>\x07"
ODD: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1.5,
    10**30,
    float("inf"),
    "",
    "x",
    "\ud800",
    NASTY,
    "a" * 5000,
    "2026-01-01T00:00:00+00:00",
    [],
    ["x"],
    [[]],
    {},
    {"x": 1},
    {"$time": "x"},
)
GONE = object()
At = tuple[str | int, ...]


@dataclass(frozen=True)
class Real:
    """A real bundle: its files, what they say, and the places in that, those alike together."""

    files: Mapping[str, bytes]
    opened: Opened
    said: Mapping[str, Any]
    places: tuple[tuple[tuple[str, At], ...], ...]


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Real:
    folder = tmp_path_factory.mktemp("real")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(folder))
        on = stage(folder, patch)
        nodes = tuple(map(on.instance, NODES))
        choice = Choice("demo-admin", nodes=nodes, consoles=True, ask_nodes=True)
        path = bundle.write(folder / "b.zip", inspect(on.doors, choice), ())
    files = archive_reading.read(path)
    said = {name: _loaded(name, files[name]) for name in JSON_FILES}
    alike: dict[At, list[tuple[str, At]]] = defaultdict(list)
    for name, value in said.items():
        for at in _places(value):
            alike[_kind(name, value, at)].append((name, at))
    return Real(files, open_bundle(path), said, tuple(map(tuple, alike.values())))


def _loaded(name: str, content: bytes) -> Any:
    if not name.endswith("l"):
        return json.loads(content)
    return [json.loads(line) for line in content.splitlines()]


def _written(name: str, value: Any) -> bytes:
    if name.endswith("l") and isinstance(value, list):
        return "".join(json.dumps(line) + "\n" for line in value).encode()
    return json.dumps(value).encode()


def _places(value: Any, at: At = ()) -> Iterator[At]:
    yield at
    if isinstance(value, (dict, list)):
        for name in value if isinstance(value, dict) else range(len(value)):
            yield from _places(value[name], (*at, name))


def _kind(name: str, value: Any, at: At) -> At:
    """Return what places have in common that hold the same thing of another call, node or finding."""
    told = "" if name != "recording.jsonl" or not at else value[at[0]]
    call = told and (told.get("aws") or told.get("computer") or "")
    return (name, call, *("#" if isinstance(one, int) else one for one in at))


def _put(value: Any, at: At, new: Any) -> Any:
    """Return a value with another one in a place; in no place that is not there."""
    if not at:
        return value if new is GONE else new
    first, *rest = at
    there = isinstance(value, dict) and first in value
    there |= isinstance(value, list) and isinstance(first, int) and first < len(value)
    if not there:
        return value
    copied = dict(value) if isinstance(value, dict) else list(value)
    if new is GONE and not rest:
        del copied[first]
    else:
        copied[first] = _put(copied[first], tuple(rest), new)
    return copied


def saved(path: Path, files: Mapping[str, bytes]) -> Path:
    """Write a bundle whose sums are right."""
    made = [archive.as_it_is(name, files[name]) for name in files if name != SUMS]
    sums = "".join(f"{file.digest}  {file.name}\n" for file in made)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for file in (*made, archive.as_it_is(SUMS, sums.encode())):
            packed.writestr(file.name, file.content)
    return path


class Page(HTMLParser):
    """Notes what a page would run or load."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.bad: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "img", "iframe", "link", "object", "embed", "form", "base"):
            self.bad.append(tag)
        self.bad += [name for name, _ in attrs if name.startswith("on") or name == "src"]


def show(opened: Opened, beside: Opened) -> None:
    """Show all that commands and window show of a bundle; nothing of it does anything."""
    told = "\n".join(since.as_lines(opened))
    told += report.as_text(opened.inspection, 100) + report.summary(opened.inspection)
    told += compare_told.as_text(
        compare.compare(beside.inspection, opened.inspection), ("a", "b"), Paper(100)
    )
    assert not set(told) & {"\x1b", "\x07", "\u202e", "\r"}
    json.loads("".join(report.json_pieces(opened.inspection, ascii_only=True)))
    json.dumps(since.as_json(opened))
    assert Page(report.as_html(opened.inspection)).bad == []


def refused_or_shown(path: Path, real: Real) -> str:
    """Open a bundle; return the sentence with which it is refused, nothing when it is shown."""
    try:
        opened = open_bundle(path)
    except BadBundle as refusal:
        said = str(refusal)
        assert said.isprintable()
        assert said.endswith(".")
        assert len(said) < 400
        return said
    show(opened, real.opened)
    return ""


@st.composite
def changes(draw: st.DrawFn) -> list[tuple[float, float, Any]]:
    """Where, of all kinds of places and of those of a kind, and what is put there."""
    share = st.floats(0, 1, exclude_max=True)
    return draw(
        st.lists(st.tuples(share, share, st.sampled_from((*ODD, GONE))), min_size=1, max_size=4)
    )


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes())
def test_wrong_types_anywhere_are_refused_or_shown(
    real: Real, tmp_path: Path, wrong: list[tuple[float, float, Any]]
) -> None:
    said = dict(real.said)
    for kind, place, new in wrong:
        alike = real.places[int(kind * len(real.places))]
        name, at = alike[int(place * len(alike))]
        said[name] = _put(said[name], at, new)
    changed = {name: _written(name, value) for name, value in said.items()}
    refused_or_shown(saved(tmp_path / "b.zip", {**real.files, **changed}), real)


def test_every_name_may_be_hostile_and_is_shown_as_text(real: Real, tmp_path: Path) -> None:
    def named(value: Any) -> Any:
        if isinstance(value, dict):
            tagged = value.get("Key") == "Name" and "Value" in value
            return {
                name: part + NASTY if tagged and name == "Value" else named(part)
                for name, part in value.items()
            }
        return [named(part) for part in value] if isinstance(value, list) else value

    lines = _written("recording.jsonl", named(real.said["recording.jsonl"]))
    path = saved(tmp_path / "b.zip", {**real.files, "recording.jsonl": lines})
    assert refused_or_shown(path, real) == ""
    opened = open_bundle(path)
    assert all("<script>" in verdict.name for verdict in opened.inspection.verdicts)
    assert "&lt;script&gt;" in report.as_html(opened.inspection)


@pytest.mark.parametrize("field", ["started_at", "bundle_id", "schema_version"])
def test_what_the_manifest_says_is_shown_as_text(real: Real, tmp_path: Path, field: str) -> None:
    manifest = {**real.said["manifest.json"], field: f"1.0{NASTY}"}
    path = saved(tmp_path / "b.zip", {**real.files, "manifest.json": json.dumps(manifest).encode()})
    assert refused_or_shown(path, real) == ""
    assert manifest_of(path) == manifest


@pytest.mark.parametrize("deep", [100, 900, 100_000])
@pytest.mark.parametrize("name", JSON_FILES)
def test_what_is_nested_deeply_ends(real: Real, tmp_path: Path, name: str, deep: int) -> None:
    nested = b"[" * deep + b"]" * deep
    kind = b'{"aws": "ssm:GetDocument", "region": "", "parameters": {}, "answer": {"Content": '
    whole = {
        "manifest.json": b'{"schema_version": "1.0", "tool": ' + nested + b"}",
        "findings.json": b'{"findings": ' + nested + b"}",
        "recording.jsonl": real.files["recording.jsonl"] + kind + nested + b"}}",
        "journal.jsonl": b'{"id": ' + nested + b"}",
    }
    refused_or_shown(saved(tmp_path / "b.zip", {**real.files, name: whole[name]}), real)


def test_more_values_than_any_bundle_holds_are_refused_before_they_are_read(
    real: Real, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ssmwizard.app.bundle_reading.MOST_VALUES", 50_000)
    many = b'{"format": 1, "x": [' + b"[]," * 1_000_000 + b"[]]}"
    path = saved(tmp_path / "b.zip", {**real.files, "recording.jsonl": many})
    tracemalloc.start()
    said = refused_or_shown(path, real)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "holds more than any bundle" in said
    assert peak < 8 * 1024 * 1024
