"""``open`` and ``diff``: bundles are read again, offline."""

import json
import zipfile
from pathlib import Path

import pytest
from support.command import Run

from ssmwizard import demo
from ssmwizard.app.bundle_parts import SCHEMA_VERSION
from ssmwizard.outside import archive, archive_reading

NODE = "i-8249a828558e5141f"


@pytest.fixture
def saved(run: Run, account: demo.Demo, tmp_path: Path) -> Path:
    path = tmp_path / "saved.zip"
    assert run("bundle", "--demo", "--no-local", "--node", NODE, "--output", str(path)).status == 0
    account.calls.clear()
    return path


def rewritten(path: Path, form: str = SCHEMA_VERSION, **changed: str) -> Path:
    """Write the bundle anew in another form or with other answers, its sums made to fit."""
    with zipfile.ZipFile(path) as packed:
        files = {name: packed.read(name).decode() for name in packed.namelist()}
    answers = json.loads(files["findings.json"])
    for finding in answers["findings"]:
        finding["status"] = changed.get(finding["check"].replace(".", "_"), finding["status"])
    files["findings.json"] = json.dumps(answers)
    files["manifest.json"] = json.dumps(
        {**json.loads(files["manifest.json"]), "schema_version": form}
    )
    del files["SHA256SUMS"]
    made = [archive.text_file(name, content) for name, content in files.items()]
    sums = "".join(f"{one.digest}  {one.name}\n" for one in made)
    other = path.with_name("other.zip")
    archive.write(other, [*made, archive.text_file("SHA256SUMS", sums)])
    return other


def test_a_bundle_is_opened_without_a_call(run: Run, account: demo.Demo, saved: Path) -> None:
    before = len(account.calls)
    said = run("open", str(saved))
    assert said.status == 1
    assert "Nothing here is live" in said.out
    assert "say the same today" in said.out
    assert "role.permissions" in said.out
    assert len(account.calls) == before


def test_answers_that_are_others_by_todays_rules_are_shown(run: Run, saved: Path) -> None:
    other = rewritten(saved, role_permissions="passed")
    said = run("open", str(other))
    assert "Other answers than in the bundle: 1." in said.out
    assert f"role.permissions {NODE}: passed then, failed now" in said.out
    told = run("open", str(other), "--format", "json").json()
    assert told["bundle"]["judged_differently"] == [
        {"check": "role.permissions", "subject": NODE, "then": "passed", "now": "failed"}
    ]
    assert told["nodes"][0]["verdict"] == "blocked"


def test_two_bundles_are_held_against_each_other(
    run: Run, account: demo.Demo, saved: Path, tmp_path: Path
) -> None:
    role = account.world["iam"]["roles"]["ShopApplicationRole"]
    role["Attached"].append("arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore")
    after = tmp_path / "after.zip"
    run("bundle", "--demo", "--no-local", "--node", NODE, "--output", str(after))
    before = len(account.calls)
    said = run("diff", str(saved), str(after))
    assert said.status == 0
    assert "(web-02): blocked → ready" in said.out
    assert len(account.calls) == before
    told = run("diff", str(saved), str(after), "--format", "json").json()
    assert told["differences"][0]["check"] == "role.permissions"
    told = run("diff", str(saved), str(after), "--node", NODE, "--format", "json").json()
    assert [one["first"]["id"] for one in told["nodes"]] == [NODE]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("open", "{none}"), "cannot be read"),
        (("open", "{text}"), "no support bundle"),
        (("diff", "{saved}", "{none}"), "cannot be read"),
        (("diff", "{saved}", "{saved}", "--node", "i-0"), "is not in the first bundle"),
        (("diff", "{saved}", "{saved}", *("--node", NODE) * 3), "At most two nodes"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(
    run: Run, saved: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    text = tmp_path / "text.zip"
    text.write_text("no zip")
    places = {"none": tmp_path / "none.zip", "text": text, "saved": saved}
    ended = run(*(word.format_map(places) for word in words))
    assert ended.status == 2
    assert said in ended.err
    assert "Traceback" not in ended.err


def test_a_bundle_of_a_newer_minor_form_opens_and_one_of_a_newer_major_form_does_not(
    run: Run, saved: Path
) -> None:
    newer = rewritten(saved, "1.7")
    assert run("open", str(newer), "--format", "json").json()["bundle"]["schema_version"] == "1.7"
    assert "It has form 2.0" in run("open", str(rewritten(saved, "2.0"))).err


def test_a_bundle_for_the_public_opens_and_names_nothing(
    run: Run, account: demo.Demo, tmp_path: Path
) -> None:
    path = tmp_path / "public.zip"
    run("bundle", "--demo", "--node", NODE, "--for", "public", "--output", str(path))
    told = run("open", str(path), "--format", "json").json()
    assert told["nodes"][0]["root_causes"] == ["role.permissions"]
    assert NODE not in path.read_bytes().decode(errors="replace")
    assert told["nodes"][0]["id"] != NODE


def test_what_is_not_wanted_is_left_out_and_said(
    run: Run, account: demo.Demo, tmp_path: Path
) -> None:
    path = tmp_path / "part.zip"
    words = ("bundle", "--demo", "--no-local", "--node", NODE, "--output", str(path))
    assert "cannot be chosen" in run(*words, "--without", "manifest.json").err
    assert run(*words, "--without", "findings.json", "--without", "timeline.jsonl").status == 0
    assert not {"findings.json", "timeline.jsonl"} & set(archive_reading.read(path))
    assert "say the same" not in run("open", str(path)).out
    assert run(*words, "--without", "recording.jsonl").status == 0
    assert "cannot be judged again" in run("open", str(path)).err


def test_the_bundle_tells_what_happened_when(run: Run, saved: Path) -> None:
    files = archive_reading.read(saved)
    moments = [json.loads(line) for line in files["timeline.jsonl"].decode().splitlines()]
    assert [one["what"] for one in moments] == ["inspection began", "inspection ended"]
    assert files["findings.junit.xml"].startswith(b"<?xml")
    assert json.loads(files["findings.sarif"])["version"] == "2.1.0"
