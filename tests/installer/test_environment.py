"""The private environment: made once, quick afterwards, taken up again after an interruption."""

import importlib
import os
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def commands() -> list[str]:
    """What the script started, one word for each."""
    return []


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, commands: list[str]) -> ModuleType:
    """The module in a checkout of its own; programs only pretend to run."""
    module = importlib.import_module("environment")
    root = tmp_path / "checkout"
    (root / "requirements").mkdir(parents=True)
    (root / "requirements" / "run.txt").write_text("boto3==1 --hash=sha256:0\n")
    (root / "pyproject.toml").write_text("[project]\n")
    monkeypatch.setattr(module, "ROOT", root)
    pip = root / "pip works"

    def run(command: list[str]) -> int:
        if "venv" in command:
            commands.append("venv")
            pip.touch()
        else:
            commands.append("project" if "--editable" in command else "packages")
        return 0

    monkeypatch.setattr(module, "run", run)
    monkeypatch.setattr(module, "answers", lambda _: pip.exists())
    return module


def test_the_first_run_sets_up_and_the_second_does_nothing(
    environment: ModuleType, commands: list[str]
) -> None:
    python = environment.prepare("run")
    assert commands == ["venv", "packages", "project"]
    assert python.parent.parent == environment.ROOT / ".venv"
    assert environment.prepare("run") == python
    assert len(commands) == 3


def test_pip_takes_what_is_pinned_and_looks_for_nothing_else(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[str]] = []
    whole = environment.run
    monkeypatch.setattr(environment, "run", lambda c: seen.append(c) or whole(c))
    environment.prepare("run")
    (packages,) = [command for command in seen if "--require-hashes" in command]
    assert "--no-deps" in packages


@pytest.mark.parametrize("name", ["pyproject.toml", "requirements/run.txt"])
def test_a_change_brings_it_up_to_date(
    name: str, environment: ModuleType, commands: list[str]
) -> None:
    environment.prepare("run")
    (environment.ROOT / name).write_text("changed\n")
    environment.prepare("run")
    assert commands[3:] == ["packages", "project"]


def test_a_moved_checkout_is_installed_again(
    environment: ModuleType, commands: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.prepare("run")
    moved = environment.ROOT.rename(environment.ROOT.with_name("moved"))
    monkeypatch.setattr(environment, "ROOT", moved)
    monkeypatch.setattr(environment, "answers", lambda _: True)
    environment.prepare("run")
    assert commands[3:] == ["packages", "project"]


def test_an_interrupted_installation_is_taken_up_again(
    environment: ModuleType, commands: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = environment.run
    monkeypatch.setattr(environment, "run", lambda c: whole(c) if "venv" in c else 1)
    with pytest.raises(SystemExit, match="what is done is kept"):
        environment.prepare("run")
    monkeypatch.setattr(environment, "run", whole)
    environment.prepare("run")
    assert commands == ["venv", "packages", "project"]


def test_a_half_made_environment_is_made_anew(
    environment: ModuleType, commands: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = environment.run
    monkeypatch.setattr(environment, "run", lambda _: 1)
    with pytest.raises(SystemExit, match="could not be made"):
        environment.prepare("run")
    half = environment.ROOT / ".venv" / "half"
    half.touch()
    monkeypatch.setattr(environment, "run", whole)
    environment.prepare("run")
    assert commands == ["venv", "packages", "project"]
    assert not half.exists()


def test_a_folder_that_someone_else_made_is_left_alone(environment: ModuleType) -> None:
    theirs = environment.ROOT / ".venv" / "theirs"
    theirs.parent.mkdir()
    theirs.touch()
    with pytest.raises(SystemExit, match="not an environment that this script made"):
        environment.prepare("run")
    assert theirs.exists()


def test_other_programs_get_an_environment_without_the_project(
    environment: ModuleType, commands: list[str]
) -> None:
    environment.prepare("other", ".venv-other", project=False)
    assert commands == ["venv", "packages"]
    assert (environment.ROOT / ".venv-other" / "other.stamp").exists()


def test_windows_has_its_interpreter_elsewhere(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        environment, "os", type("Windows", (), {"name": "nt", "environ": os.environ})
    )
    assert environment.prepare("run").parts[-2:] == ("Scripts", "python.exe")
