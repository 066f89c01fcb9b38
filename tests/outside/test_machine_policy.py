"""The policy of this computer: what it may say, and that what cannot be used closes everything."""

from __future__ import annotations

import json
import os
import tomllib
from pathlib import Path

import jsonschema
import pytest

from ssmwizard.fixes.every import EVERY
from ssmwizard.model.machine_policy import FREE, MachinePolicy
from ssmwizard.outside import folders
from ssmwizard.outside.machine_policy import read
from ssmwizard.resources import folder

FIXES = frozenset(fix.id for fix in EVERY)
WHOLE = """\
# What ssmwizard may do here
read_only = false
probe = false
ask_nodes = false
allowed_fixes = ["agent.update", "node.start"]
forbidden_fixes = [
  "account.enable-advanced-tier",
]
allowed_accounts = ["111122223333"]
allowed_regions = ["eu-west-3", "us-gov-west-1"]
contact = "Cloud team, +33 1 23 45 67 89"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "policy.toml"


def written(path: Path, content: str | bytes) -> MachinePolicy:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read(path, lambda: FIXES)


def test_without_a_file_everything_is_allowed(path: Path) -> None:
    assert read(path, lambda: FIXES) == FREE
    assert read(path / "policy.toml", lambda: FIXES) == FREE
    assert written(path, "") == MachinePolicy(str(path))


def test_every_entry_is_taken(path: Path) -> None:
    assert written(path, WHOLE) == MachinePolicy(
        path=str(path),
        allowed_fixes=frozenset({"agent.update", "node.start"}),
        forbidden_fixes=frozenset({"account.enable-advanced-tier"}),
        allowed_accounts=frozenset({"111122223333"}),
        allowed_regions=frozenset({"eu-west-3", "us-gov-west-1"}),
        probe=False,
        ask_nodes=False,
        contact="Cloud team, +33 1 23 45 67 89",
    )


def test_a_mark_of_the_editor_at_the_beginning_does_no_harm(path: Path) -> None:
    assert written(path, b"\xef\xbb\xbfread_only = true\r\n").read_only


def test_a_folder_in_the_place_of_the_file_closes(path: Path) -> None:
    path.mkdir()
    policy = read(path, lambda: FIXES)
    assert policy.locked
    assert policy.problem is not None
    assert str(path) in policy.problem.english()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_closes(path: Path) -> None:
    path.write_text("read_only = false")
    path.chmod(0)
    assert read(path, lambda: FIXES).locked


UNUSABLE = [
    ("read_only = yes", 1, "not TOML"),
    ("probe = true\nread_only = ", 2, "not TOML"),
    ('contact = "never ends', 1, "not TOML"),
    ("probe = true\nprobe = false", 2, "not TOML"),
    ("# once\nreadonly = true", 2, "readonly is not known"),
    ("probe = true\n\n[fixes]\nallow = []", 3, "fixes is not known"),
    ('read_only = "true"', 1, "true or false"),
    ("probe = 0", 1, "true or false"),
    ("contact = 7", 1, "text in quotes"),
    ('allowed_fixes = "node.start"', 1, "list"),
    ("allowed_accounts = [111122223333]", 1, "list"),
    ('forbidden_fixes = [\n  "node.start",\n  "node.stat",\n]', 3, "no fix node.stat"),
    ('allowed_fixes = ["node.dance"]', 1, "no fix node.dance"),
    ('allowed_accounts = ["1111-2222-3333"]', 1, "12 digits"),
    ('probe = true\nallowed_regions = ["Paris"]', 2, "Paris is not a Region"),
    (b"probe = true\ncontact = '\xff'", 2, "UTF-8"),
    (b"#" * 200_000, 0, "too large"),
]


@pytest.mark.parametrize(("content", "line", "word"), UNUSABLE)
def test_a_file_that_cannot_be_used_closes_and_says_where(
    path: Path, content: str | bytes, line: int, word: str
) -> None:
    policy = written(path, content)
    assert policy.locked
    assert policy.problem is not None
    told = policy.problem.english()
    assert str(path) in told
    assert word in told
    assert (f"line {line}:" in told) if line else ("line" not in told)
    nothing = policy.nothing()
    assert nothing is not None
    assert told in nothing.english()


@pytest.mark.parametrize(
    "content",
    [WHOLE, "", "read_only = true", *(one[0] for one in UNUSABLE if isinstance(one[0], str))],
)
def test_the_published_schema_says_the_same(path: Path, content: str) -> None:
    schema = json.loads((folder() / "schema" / "policy-1.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    try:
        told = tomllib.loads(content)
    except tomllib.TOMLDecodeError:
        assert written(path, content).problem is not None
        return
    fits = jsonschema.Draft202012Validator(schema).is_valid(told)
    assert fits == (written(path, content).problem is None)


def test_the_published_schema_names_every_fix() -> None:
    schema = json.loads((folder() / "schema" / "policy-1.json").read_text("utf-8"))
    assert set(schema["$defs"]["fix"]["enum"]) >= FIXES


@pytest.mark.parametrize(
    ("system", "folder"),
    [("linux", "/etc/ssmwizard"), ("darwin", "/Library/Application Support/ssmwizard")],
)
def test_each_system_has_one_place_for_it(
    system: str, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", system)
    assert folders.machine() == Path(folder)


def test_no_setting_of_the_user_changes_where_the_policy_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = folders.machine()
    for name in ("XDG_CONFIG_DIRS", "XDG_CONFIG_HOME", "HOME", "ALLUSERSPROFILE", "PROGRAMDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    assert folders.machine() == before
    assert before.is_absolute()
