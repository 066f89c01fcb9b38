"""The wheel and the source archive hold what an installation needs."""

import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source archive of this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-t", "wheel", "-d", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return folder


def names_in_wheel(built: Path) -> set[str]:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        return set(wheel.namelist())


def test_the_wheel_carries_the_package_and_its_resources(built: Path) -> None:
    resources = ROOT / "resources"
    modules = {str(f.relative_to(ROOT)) for f in (ROOT / "ssmwizard").rglob("*.py")}
    data = {f"ssmwizard/resources/{f.relative_to(resources)}" for f in resources.glob("data/*")}
    assert data
    assert modules | data <= names_in_wheel(built)


def test_the_wheel_carries_compiled_translations_and_no_pictures_of_the_readme(built: Path) -> None:
    sources = [file.stem for file in (ROOT / "resources").glob("i18n/*.ts")]
    wheel = names_in_wheel(built)
    assert {f"ssmwizard/resources/i18n/{name}.qm" for name in sources} <= wheel
    assert not [name for name in wheel if name.endswith(".ts") or "screenshots" in name]


def test_the_source_archive_can_build_and_test_itself(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {"pyproject.toml", "hatch_build.py", "LICENSE", "README.md", ".ci/run"}
    folders = ("ssmwizard", "installer", "requirements", "tests")
    wanted |= {
        str(file.relative_to(ROOT))
        for folder in folders
        for suffix in ("*.py", "*.txt")
        for file in (ROOT / folder).rglob(suffix)
    }
    assert wanted <= names


def test_building_uses_the_qt_that_the_program_uses() -> None:
    def qt(requirements: list[str]) -> set[Requirement]:
        return {r for r in map(Requirement, requirements) if r.name == "PySide6-Essentials"}

    assert qt(PROJECT["build-system"]["requires"]) == qt(PROJECT["project"]["dependencies"])
