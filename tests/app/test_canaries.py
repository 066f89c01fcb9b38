"""Secrets planted everywhere the program writes: none is found again in a finished bundle."""

from __future__ import annotations

import copy
import json
import zipfile
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from detect_secrets import SecretsCollection
from detect_secrets.settings import transient_settings
from support.canaries import FORMS, KINDS, canaries, found_again, parts
from support.on_demo import stage

from ssmwizard.app import bundle
from ssmwizard.app.bundle import Audience, Refused, Wishes
from ssmwizard.app.inspect import Choice, Inspection, inspect
from ssmwizard.app.so_far import judged
from ssmwizard.outside import archive
from ssmwizard.outside.leaks import leak
from ssmwizard.outside.recording import Entry
from ssmwizard.outside.secrets import scrub

EVERYTHING = Wishes(also=frozenset({"nodes"}))


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Inspection:
    """An inspection with everything in it that one can hold."""
    with pytest.MonkeyPatch.context() as environment:
        on = stage(tmp_path_factory.mktemp("demo"), environment)
        return inspect(
            on.doors, Choice("demo-admin", every_node=True, ask_nodes=True, consoles=True)
        )


def test_there_are_hundreds_of_them() -> None:
    assert len(list(canaries(1))) == len(KINDS) * len(FORMS) > 300


@pytest.mark.parametrize("form", FORMS)
def test_no_kind_of_secret_stays_in_any_form(form: str) -> None:
    for one, said, planted in canaries(2):
        if said == form:
            cleaned = json.dumps(scrub(planted), ensure_ascii=False).encode()
            assert not found_again(cleaned, parts(one.secret)), (one.kind, cleaned)


@pytest.mark.parametrize(
    "kind", ["secret key", "session token", "token of a session", "private key"]
)
@pytest.mark.parametrize("form", [form for form in FORMS if form not in ("a list", "tag")])
def test_the_look_through_a_bundle_finds_what_the_writer_would_have_missed(
    kind: str, form: str
) -> None:
    for one, said, planted in canaries(3):
        if (one.kind, said) == (kind, form):
            assert leak(json.dumps(planted, ensure_ascii=False).encode()), planted


def places(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any, Any]]:
    """Yield each text of a value: the names on the way, and where it can be changed."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for name, part in list(pairs):
        on = (*path, name) if isinstance(name, str) else path
        if isinstance(part, str):
            yield on, value, name
        elif isinstance(part, (dict, list)):
            yield from places(part, on)


# Without these nobody could read the recording at all.
STRUCTURE = frozenset(
    {"aws", "computer", "region", "at", "$time", "started", "finished", "missing", "format", "why"}
)


# What this computer tells is of our own making, but for these.
WORDS = frozenset({"answer", "detail", "errors", "issuer", "output", "problem"})


def planted_everywhere(recording: tuple[Entry, ...]) -> tuple[list[Entry], set[bytes]]:
    """Put one after the other into a text of each name there is, and beside it as a new member."""
    lines = copy.deepcopy(list(recording))
    sought: set[bytes] = set()
    more = cycle(canaries(4))
    done: set[tuple[str, ...]] = set()
    for line in lines[1:]:
        kind = str(line.get("aws") or line.get("computer"))
        for path, holder, name in list(places(line)):
            where = (kind, *path)
            words = "aws" not in line and path[-1] not in WORDS
            if where in done or path[-1] in STRUCTURE or words:
                continue
            done.add(where)
            one, _, planted = next(more)
            sought |= parts(one.secret)
            holder[name] = f"{holder[name]} {one.text}"
            if isinstance(holder, dict) and "answer" in path and kind == line.get("aws"):
                holder[f"More{len(done)}"] = planted
    assert len(done) > 250
    return lines, sought


def all_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


@pytest.mark.parametrize("audience", [Audience.SUPPORT, Audience.PUBLIC])
def test_none_that_was_planted_is_in_any_file_of_a_bundle(
    seen: Inspection, audience: Audience, tmp_path: Path
) -> None:
    lines, sought = planted_everywhere(seen.recording)
    dirty = judged(lines)
    assert dirty.findings
    path = bundle.write(tmp_path / "b.zip", dirty, (), audience, EVERYTHING)
    whole = all_of(path)
    assert any(name.startswith("node/") for name in whole)
    for name, content in whole.items():
        assert found_again(content, sought) == set(), name
    assert found_again(path.read_bytes(), sought) == set()


def test_a_secret_in_the_name_of_a_file_is_found_too(tmp_path: Path) -> None:
    one = next(one for one, _, _ in canaries(5) if one.kind == "session token")
    name = f"node/{one.text.split()[-1]}/console.txt"
    with pytest.raises(Refused, match=r"node/.* holds a session token"):
        archive.write(tmp_path / "b.zip", [archive.text_file(name, "nothing")])
    assert list(tmp_path.glob("*.zip")) == list(tmp_path.glob(".*.part")) == []


PLUGINS = (
    "ArtifactoryDetector",
    "AWSKeyDetector",
    "AzureStorageKeyDetector",
    "BasicAuthDetector",
    "GitHubTokenDetector",
    "JwtTokenDetector",
    "PrivateKeyDetector",
    "SlackDetector",
    "StripeDetector",
)
# Ids of access keys are no secrets; what a proxy's user is called neither, and *** stands for the rest.
NO_SECRETS = frozenset({"***"})


@pytest.mark.parametrize("audience", [Audience.SUPPORT, Audience.PUBLIC])
def test_another_detector_finds_none_either(
    seen: Inspection, audience: Audience, tmp_path: Path
) -> None:
    lines, _ = planted_everywhere(seen.recording)
    path = bundle.write(tmp_path / "b.zip", judged(lines), (), audience, EVERYTHING)
    folder = tmp_path / "unpacked"
    with zipfile.ZipFile(path) as packed:
        packed.extractall(folder)
    with transient_settings({"plugins_used": [{"name": name} for name in PLUGINS]}):
        found = SecretsCollection()
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                found.scan_file(str(file))
        told = {
            (Path(name).name, one.type, one.secret_value)
            for name, one in found
            if one.secret_value not in NO_SECRETS and not one.secret_value.startswith("AKIA")
        }
    assert told == set()


def test_that_detector_would_have_found_them(tmp_path: Path) -> None:
    file = tmp_path / "told.txt"
    file.write_text("\n".join(one.text for one, form, _ in canaries(6) if form == "as it is"))
    with transient_settings({"plugins_used": [{"name": name} for name in PLUGINS]}):
        found = SecretsCollection()
        found.scan_file(str(file))
        kinds = {one.type for _, one in found}
    assert {"AWS Access Key", "Private Key", "Basic Auth Credentials"} <= kinds


def test_journals_hold_none() -> None:
    for one, form, planted in canaries(7):
        line = archive.lines_file("journal.jsonl", [{"changes": [{"answer": planted}]}])
        assert not found_again(line.content, parts(one.secret)), (one.kind, form)
