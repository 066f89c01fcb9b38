import json
import signal
import sys
import zipfile
from pathlib import Path

import pytest
from support.command import Run, nodes
from support.killed_writing import at_line

import ssmwizard.ui
from ssmwizard import demo
from ssmwizard.app.bundle_reading import open_bundle
from ssmwizard.outside import archive_reading

NODE = "i-8249a828558e5141f"


def test_a_bundle_is_written_and_its_path_is_the_answer(
    run: Run, account: demo.Demo, tmp_path: Path
) -> None:
    path = tmp_path / "bundle.zip"
    said = run("bundle", "--demo", "--all", "--output", str(path))
    assert (said.status, said.out.strip()) == (0, str(path))
    assert len(open_bundle(path).inspection.verdicts) == len(nodes(account))


def test_what_could_not_be_seen_hinders_no_bundle(
    run: Run, account: demo.Demo, tmp_path: Path
) -> None:
    path = tmp_path / "bundle.zip"
    words = ["bundle", "--demo", "--all", "--profile", "demo-expired", "--output", str(path)]
    assert run(*words).status == 0
    assert open_bundle(path).inspection.findings


@pytest.mark.parametrize("place", ["none/b.zip", "."])
def test_a_place_that_cannot_be_written_is_said_before_anything_is_looked_at(
    run: Run, account: demo.Demo, tmp_path: Path, place: str
) -> None:
    said = run("bundle", "--demo", "--all", "--calls", "--output", str(tmp_path / place))
    assert said.status == 2
    assert f"The bundle cannot be written to {tmp_path / place}: " in said.err
    assert "GetCallerIdentity" not in said.err


def test_without_a_choice_of_nodes_it_holds_all(
    run: Run, account: demo.Demo, tmp_path: Path
) -> None:
    path = tmp_path / "bundle.zip"
    assert run("bundle", "--demo", "--output", str(path)).status == 0
    assert len(open_bundle(path).inspection.verdicts) == len(nodes(account))


def test_a_journal_that_cannot_be_read_hinders_no_bundle(
    run: Run, account: demo.Demo, tmp_path: Path
) -> None:
    (tmp_path / "journal.jsonl").mkdir()
    path = tmp_path / "bundle.zip"
    said = run("bundle", "--demo", "--output", str(path))
    assert said.status == 0
    assert "Not in the bundle: entries of the journal" in said.err
    assert open_bundle(path).journal == ()


def files(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


def test_console_output_is_read_on_wish_alone_and_is_in_it_then(
    run: Run, account: demo.Demo, tmp_path: Path
) -> None:
    node, path = nodes(account)["web-01"], tmp_path / "b.zip"
    words = ("bundle", "--demo", "--node", node, "--output", str(path))
    assert run(*words).status == 0
    assert "ec2:GetConsoleOutput" not in account.calls
    said = run(*words, "--console-output")
    assert said.status == 0
    assert "console output of 1 instance is read" in said.err
    assert account.calls.count("ec2:GetConsoleOutput") == 1
    held = files(path)
    assert "Amazon SSM Agent" in held[f"node/{node}/console.txt"]
    assert "correct-horse" not in "".join(held.values())


def test_each_audience_is_named_and_says_in_the_bundle_what_was_kept(
    run: Run, account: demo.Demo, tmp_path: Path
) -> None:
    node = nodes(account)["web-01"]
    for audience, kept in (("internal", "kept"), ("support", "kept"), ("public", "replaced")):
        path = tmp_path / f"{audience}.zip"
        words = ("bundle", "--demo", "--node", node, "--output", str(path), "--for", audience)
        assert run(*words).status == 0
        redaction = json.loads(files(path)["manifest.json"])["redaction"]
        assert (redaction["audience"], redaction["identifiers"]) == (audience, kept)


def test_a_group_is_left_out_and_the_manifest_tells_what_was_declined(
    run: Run, account: demo.Demo, tmp_path: Path
) -> None:
    path, node = tmp_path / "b.zip", nodes(account)["web-01"]
    words = ("bundle", "--demo", "--node", node, "--output", str(path), "--without", "computer")
    assert run(*words, "--without", "report.txt").status == 0
    held = files(path)
    assert not {"local/computer.txt", "report.txt"} & set(held)
    consent = json.loads(held["manifest.json"])["consent"]
    assert consent["by"] == "operator"
    assert consent["groups"]["computer"] == "off"
    assert consent["groups"]["findings"] == "some"
    assert consent["parts"]["report.txt"] == "off"


def test_what_no_bundle_holds_cannot_be_chosen(run: Run, account: demo.Demo) -> None:
    for option in ("--with", "--without"):
        said = run("bundle", "--demo", "--output", "x.zip", option, "README.txt")
        assert said.status == 2
        assert "nodes" in said.err


def test_this_computer_is_told_for_people(run: Run, account: demo.Demo, tmp_path: Path) -> None:
    path = tmp_path / "b.zip"
    words = ("bundle", "--demo", "--node", nodes(account)["web-01"], "--output", str(path))
    assert run(*words).status == 0
    told = files(path)["local/computer.txt"]
    for said in ("AWS CLI", "Session Manager plugin", "demo-admin: static", "login shell"):
        assert said in told


@pytest.mark.parametrize("where", [0, 1])
def test_the_report_in_it_is_in_the_language_that_is_asked_for(
    run: Run, account: demo.Demo, tmp_path: Path, where: int
) -> None:
    path = tmp_path / "bundle.zip"
    words = ["bundle", "--demo", "--all", "--profile", "demo-expired", "--output", str(path)]
    words[where:where] = ["--lang", "fr"]
    assert run(*words).status == 0
    files = archive_reading.read(path)
    assert b'<html lang="fr"' in files["report.html"]
    assert open_bundle(path).manifest["language"] == "fr"
    assert b"No node" in files["report.txt"]


def test_without_anything_to_translate_it_the_report_is_in_english(
    run: Run, account: demo.Demo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ssmwizard.ui.language", None)
    monkeypatch.delattr(ssmwizard.ui, "language", raising=False)
    path = tmp_path / "bundle.zip"
    words = ["bundle", "--demo", "--all", "--profile", "demo-expired", "--output", str(path)]
    said = run(*words, "--lang", "fr")
    assert said.status == 0
    assert "in English" in said.err
    assert open_bundle(path).manifest["language"] == "en"


@pytest.mark.parametrize("line", [10, 60])
def test_ctrl_c_while_it_is_made_ends_it_at_once_and_leaves_nothing(
    run: Run, account: demo.Demo, tmp_path: Path, line: int
) -> None:
    path = tmp_path / "bundles" / "bundle.zip"
    path.parent.mkdir()
    path.write_bytes(b"yesterday's")
    words = ("bundle", "--demo", "--no-local", "--node", NODE, "--output", str(path))
    before = sys.gettrace()
    at_line(line, lambda: signal.raise_signal(signal.SIGINT))
    try:
        said = run(*words)
    finally:
        sys.settrace(before)
    assert (said.status, said.out) == (130, "")
    assert "Traceback" not in said.err
    assert list(path.parent.iterdir()) == [path]
    assert path.read_bytes() == b"yesterday's"


def test_how_far_it_is_is_noted_on_a_terminal_alone(
    run: Run, account: demo.Demo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bundle.zip"
    words = ("bundle", "--demo", "--no-local", "--node", NODE, "--output", str(path))
    assert "Saving the bundle" not in run(*words).err
    assert "Reading the bundle" not in run("open", str(path)).err
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    told = run(*words).err
    assert "Writing the report" in told
    assert "Saving the bundle 100/100" in told
    assert told.endswith("\r\x1b[K")
    told = run("open", str(path)).err
    assert "Reading the bundle" in told
    assert told.endswith("\r\x1b[K")
