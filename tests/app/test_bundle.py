import hashlib
import json
import threading
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from support.on_demo import Stage, stage

from ssmwizard.app import bundle, report
from ssmwizard.app.bundle_reading import BadBundle, open_bundle
from ssmwizard.app.inspect import Choice, Inspection, inspect
from ssmwizard.app.progress import Progress
from ssmwizard.app.since import since
from ssmwizard.app.versions import versions
from ssmwizard.model.computer import ComputerFacts, Ran, Start, Tool
from ssmwizard.model.facts import Fact, Known, Source, Unknown, Why
from ssmwizard.model.node import NodeFacts
from ssmwizard.outside.journal import Journal
from ssmwizard.resources import load_json

RAN = Ran(("aws", "--version"), Start.RAN, 0, "", "", 0.1)
HERE = Source("aws --version", datetime(2026, 11, 24, tzinfo=UTC))

SECRETS = (
    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    "hunter2-is-my-password",
    "-----BEGIN RSA PRIVATE KEY-----",
)


@pytest.fixture
def on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    return stage(tmp_path, monkeypatch)


def look(on: Stage, profile: str = "demo-admin") -> Inspection:
    return inspect(on.doors, Choice(profile, every_node=True, local=False))


def files(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_what_was_saved_is_judged_to_the_same_findings_and_verdicts(
    on: Stage, tmp_path: Path
) -> None:
    before = look(on)
    path = bundle.write(tmp_path / "b.zip", before, Journal(on.doors.journal).entries())
    opened = open_bundle(path)
    assert opened.inspection.findings == before.findings
    assert opened.inspection.verdicts == before.verdicts
    assert json.loads(files(path)["findings.json"]) == report.as_json(before)
    assert since(opened) == ()


def test_a_bundle_that_was_read_can_be_saved_again_without_loss(on: Stage, tmp_path: Path) -> None:
    before = look(on)
    first = bundle.write(tmp_path / "first.zip", before, ())
    opened = open_bundle(first).inspection
    assert (opened.calls, opened.started, opened.finished) == (
        before.calls,
        before.started,
        before.finished,
    )
    second = bundle.write(tmp_path / "second.zip", opened, ())
    assert files(second) == files(first)


@pytest.mark.parametrize("right", ["ssm:*", "iam:*", "ec2:Describe*", "*"])
def test_also_what_could_not_be_seen(on: Stage, tmp_path: Path, right: str) -> None:
    on.account.deny(right)
    before = look(on)
    opened = open_bundle(bundle.write(tmp_path / "b.zip", before, ()))
    assert opened.inspection.findings == before.findings


def test_every_file_is_in_the_manifest_with_its_sum(on: Stage, tmp_path: Path) -> None:
    inspection = look(on)
    held = files(bundle.write(tmp_path / "b.zip", inspection, ()))
    manifest = json.loads(held["manifest.json"])
    listed = {one["path"]: (one["bytes"], one["sha256"]) for one in manifest["files"]}
    for name, content in held.items():
        if name not in ("manifest.json", "SHA256SUMS"):
            assert listed[name] == (len(content), hashlib.sha256(content).hexdigest())
    assert manifest["schema_version"] == "1.0"
    assert {part.name for part in bundle.make(inspection, ()).parts} == set(held)


def test_the_same_inspection_gives_the_same_bytes(on: Stage, tmp_path: Path) -> None:
    inspection = look(on)
    one = bundle.write(tmp_path / "one.zip", inspection, ()).read_bytes()
    assert bundle.write(tmp_path / "two.zip", inspection, ()).read_bytes() == one


def planted(value: Any, secret: str) -> Any:
    """Put a secret where people put them: into tags."""
    if isinstance(value, dict):
        if "Tags" in value and isinstance(value["Tags"], list):
            tag = {"Key": "password", "Value": f"password={secret} aws_secret_access_key={secret}"}
            value = {**value, "Tags": [*value["Tags"], tag]}
        return {name: planted(part, secret) for name, part in value.items()}
    return [planted(part, secret) for part in value] if isinstance(value, list) else value


@pytest.mark.parametrize("secret", SECRETS)
def test_planted_secrets_are_in_no_file(on: Stage, tmp_path: Path, secret: str) -> None:
    inspection = look(on)
    dirty = tuple(planted(entry, secret) for entry in inspection.recording)
    path = bundle.write(tmp_path / "b.zip", replace(inspection, recording=dirty), ())
    assert "password" in files(path)["recording.jsonl"].decode()
    assert all(secret.encode() not in content for content in files(path).values())


def test_a_bundle_that_was_tampered_with_is_refused(on: Stage, tmp_path: Path) -> None:
    held = files(bundle.write(tmp_path / "b.zip", look(on), ()))
    bad = tmp_path / "bad.zip"
    with zipfile.ZipFile(bad, "w") as archive:
        for name, content in held.items():
            changed = content.replace(b"blocked", b"ready!!") if "findings" in name else content
            archive.writestr(name, changed)
    with pytest.raises(BadBundle, match="findings"):
        open_bundle(bad)


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04torn"])
def test_what_is_no_bundle_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "b.zip"
    path.write_bytes(content)
    with pytest.raises(BadBundle, match=r"."):
        open_bundle(path)


def test_a_place_that_cannot_be_written_leaves_nothing_behind(on: Stage, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        bundle.write(tmp_path / "none" / "b.zip", look(on), ())
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("profile", ["demo-admin", "demo-expired", "demo-sso", "no-such-profile"])
def test_the_json_answer_fits_its_published_schema(on: Stage, profile: str) -> None:
    schema = load_json("schema/check-1.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    answer = json.loads(json.dumps(report.as_json(look(on, profile))))
    jsonschema.validate(answer, schema, cls=jsonschema.Draft202012Validator)
    assert answer["schema_version"] == "1.1"


def test_the_schema_refuses_what_the_interface_does_not_know(on: Stage) -> None:
    schema = load_json("schema/check-1.json")
    answer = report.as_json(look(on))
    answer["nodes"][0]["verdict"] = "fine"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(answer, schema, cls=jsonschema.Draft202012Validator)


def test_the_summary_is_short_and_names_cause_and_fix(on: Stage) -> None:
    node = on.instance("web-02")
    inspection = inspect(on.doors, Choice("demo-admin", nodes=(node,), local=False))
    told = report.summary(inspection)
    assert len(told.splitlines()) < 40
    assert "ShopApplicationRole" in told
    assert node in told


def managed(node: NodeFacts) -> bool:
    return isinstance(node.managed, Known) and node.managed.value is not None


@pytest.mark.parametrize(
    ("tool", "told"),
    [
        (Known(None, HERE), ("not found", "on the computer")),
        (Unknown(Why.TIMED_OUT), ("could not be seen", "on the computer")),
        (Known(Tool("/bin/aws", "", True, RAN), HERE), ("not told", "on the computer: /bin/aws")),
        (Known(Tool("/bin/aws", "2.1", True, RAN), HERE), ("2.1", "on the computer: /bin/aws")),
    ],
)
def test_a_tool_is_told_as_it_was_seen(on: Stage, tool: Fact[Tool | None], told: tuple[str, str]):
    inspection = inspect(on.doors, Choice("demo-admin", local=False))
    computer = ComputerFacts("Linux", "x86_64", cli=tool)
    seen = replace(inspection, snapshot=replace(inspection.snapshot, computer=computer))
    assert ("AWS CLI", *told) in list(versions(seen))


@pytest.mark.parametrize("audience", bundle.Audience)
def test_the_making_and_the_saving_can_be_stopped_at_each_moment(
    on: Stage, tmp_path: Path, audience: bundle.Audience
) -> None:
    node = on.instance("web-02")
    inspection = inspect(on.doors, Choice("demo-admin", nodes=(node,), local=False))
    here = sorted(tmp_path.iterdir())

    def stopped_after(moments: int) -> int:
        told: list[Progress] = []
        stop = threading.Event()

        def hear(progress: Progress) -> None:
            told.append(progress)
            if len(told) >= moments:
                stop.set()

        watch = bundle.Watch(hear, stop)
        bundle.make(inspection, (), audience, watch=watch).write(tmp_path / "b.zip", watch)
        return len(told)

    moments = stopped_after(10**6)
    (tmp_path / "b.zip").unlink()
    # Behind the last moment it is saved.
    for last in (*range(1, 12), *range(12, moments - 3, 7)):
        with pytest.raises(bundle.Stopped):
            stopped_after(last)
        assert sorted(tmp_path.iterdir()) == here
