"""The set-up scripts start before anything is known about the machine."""

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = sorted((ROOT / "installer").glob("*.py"))


def stop(*_: object) -> int:
    pytest.fail("The script went on although it should have stopped.")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda s: s.name)
def test_scripts_are_read_by_python_3_8(script: Path) -> None:
    ast.parse(script.read_text("utf-8"), feature_version=(3, 8))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda s: s.name)
def test_scripts_import_the_standard_library_and_each_other_only(script: Path) -> None:
    known = sys.stdlib_module_names | {s.stem for s in SCRIPTS}
    tree = ast.walk(ast.parse(script.read_text("utf-8")))
    imports = [node for node in tree if isinstance(node, ast.Import | ast.ImportFrom)]
    names = [alias.name for node in imports if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in imports if isinstance(node, ast.ImportFrom)]
    assert {name.partition(".")[0] for name in names} <= known


def test_an_old_python_is_told_so_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    environment = importlib.import_module("environment")
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(environment.platform, "python_version", lambda: "3.9.2")
    monkeypatch.setattr(environment.shutil, "which", lambda _: None)
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or later; this is 3\.9\.2"):
        environment.require_python()


def test_an_old_python_names_the_newer_one_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    environment = importlib.import_module("environment")
    monkeypatch.setattr(sys, "version_info", (3, 10, 0))
    monkeypatch.setattr(sys, "argv", ["installer/demo.py"])
    monkeypatch.setattr(environment.shutil, "which", lambda n: n if n == "python3.12" else None)
    with pytest.raises(SystemExit, match=r"python3\.12 installer/demo\.py"):
        environment.require_python()


@pytest.mark.parametrize(
    ("ended", "told"), [(0, 0), (1, 0), (3, 3), (4, 4)], ids=["ready", "blocked", "unknown", "bug"]
)
def test_without_a_display_the_demo_runs_the_check(
    ended: int, told: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    demo = importlib.import_module("demo")
    started: list[list[str]] = []
    monkeypatch.setattr(sys, "argv", ["installer/demo.py"])
    monkeypatch.setattr(demo.system, "display", lambda: None)
    monkeypatch.setattr(demo.system, "require", lambda *_: None)
    monkeypatch.setattr(demo.environment, "prepare", lambda _: Path("python"))
    monkeypatch.setattr(demo, "run", lambda command: started.append(command) or ended)
    assert demo.main() == told
    assert started == [["python", "-m", "ssmwizard", "check", "--demo", "--all"]]
    assert "no display" in capsys.readouterr().err


def test_with_a_display_the_demo_opens_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    demo = importlib.import_module("demo")
    started: list[list[str]] = []
    monkeypatch.setattr(sys, "argv", ["installer/demo.py", "--lang", "fr"])
    monkeypatch.setattr(demo.system, "display", lambda: "x11")
    monkeypatch.setattr(demo.system, "require", lambda *_: None)
    monkeypatch.setattr(demo.environment, "prepare", lambda _: Path("python"))
    monkeypatch.setattr(demo, "run", lambda command: started.append(command) or 0)
    assert demo.main() == 0
    assert started == [["python", "-m", "ssmwizard", "--demo", "--lang", "fr"]]


@pytest.mark.parametrize(
    ("statuses", "told"),
    [
        ([0, 0, 0, 0], 0),
        ([1, 0, 0, 0], 1),
        ([0, 0, 0, 1], 1),
        ([0, 0, 2, 5], 5),
    ],
    ids=["all-well", "linter", "tests", "tests-outrank-linter"],
)
def test_every_check_runs_and_none_is_forgotten(
    statuses: list[int], told: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = importlib.import_module("test")
    left = list(statuses)
    monkeypatch.setattr(sys, "argv", ["installer/test.py"])
    monkeypatch.setattr(script.system, "require", lambda *_: None)
    monkeypatch.setattr(script.environment, "prepare", lambda *_, **__: Path("python"))
    monkeypatch.setenv("SSMWIZARD_TEST_AWS_CLI", "")
    monkeypatch.setattr(script, "run", lambda *_: left.pop(0))
    assert script.main() == told
    assert left == []


def test_ci_runs_the_test_command_of_the_readme() -> None:
    command = "python3 installer/test.py"
    assert command in (ROOT / "README.md").read_text("utf-8")
    assert (ROOT / ".ci" / "run").read_text("utf-8").rstrip().endswith(f"exec {command}")


def test_ctrl_c_ends_a_script_with_130() -> None:
    code = "import terminal, sys; sys.exit(terminal.exit_status(lambda: 1 / 0))"
    ended = subprocess.run(
        [sys.executable, "-c", code.replace("1 / 0", "(_ for _ in ()).throw(KeyboardInterrupt)")],
        check=False,
        cwd=ROOT / "installer",
    )
    assert ended.returncode == 130
