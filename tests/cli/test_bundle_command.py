from pathlib import Path

from support.command import Run, nodes

from ssmwizard import demo
from ssmwizard.app.bundle_reading import open_bundle


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


def test_a_place_that_cannot_be_written_is_said(
    run: Run, account: demo.Demo, tmp_path: Path
) -> None:
    said = run("bundle", "--demo", "--all", "--output", str(tmp_path / "none" / "b.zip"))
    assert said.status == 2
    assert "cannot be written" in said.err


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
    assert "without the journal" in said.err
    assert open_bundle(path).journal == ()
