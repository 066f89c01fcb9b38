"""What no file of the repository may hold: addresses of package indexes, places on one machine."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

PACKAGE_INDEX = re.compile(
    r"(pypi|pythonhosted|npmjs)\.(org|com)\b"
    r"|\b(deb|security|snapshot|archive|ports)\.(debian|ubuntu)\.(org|com)\b"
    r"|\b(index-url|find-links|trusted-host|registry)\s*[ =:]\s*[\"']?(https?|file):"
)
LOCK_FILES_WITH_HOSTS = {"uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "package-lock.json"}
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)(?: ; .+)? \\$", re.MULTILINE)


def files() -> list[Path]:
    """The files of the repository, new ones included; without git, those of the source archive."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    if listed.returncode == 0:
        names = [name for name in listed.stdout.split("\0") if name]
        return [ROOT / name for name in names if (ROOT / name).is_file()]
    own = ("ssmwizard", "resources", "tests", "installer", "requirements", ".ci")
    inside = [file for folder in own for file in (ROOT / folder).rglob("*") if file.is_file()]
    return inside + [file for file in ROOT.iterdir() if file.is_file()]


def texts() -> list[tuple[str, str]]:
    """Name and content of each text file."""
    contents = [(file, file.read_bytes()) for file in files()]
    return [
        (str(file.relative_to(ROOT)), data.decode("utf-8", "replace"))
        for file, data in contents
        if b"\0" not in data
    ]


def test_no_file_names_a_package_index() -> None:
    found = [(name, m.group()) for name, text in texts() for m in PACKAGE_INDEX.finditer(text)]
    assert found == []


def test_no_lock_file_records_hosts() -> None:
    names = {file.name for file in files()}
    assert names.isdisjoint(LOCK_FILES_WITH_HOSTS)
    assert not [name for name in names if re.fullmatch(r"pylock(\..+)?\.toml", name)]


def test_no_file_names_the_folder_of_a_checkout() -> None:
    here = str(ROOT)
    assert [name for name, text in texts() if f"{here}/" in text] == []


@pytest.mark.parametrize("name", ["aws-cli", "run", "test"])
def test_requirements_are_pins_with_hashes_and_nothing_else(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"(^|\s)/\w", text), "an absolute path"
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    hashes = [line for line in lines if re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", line)]
    assert len(hashes) + len(PIN.findall(text)) == len(lines)


def test_the_tests_run_with_the_versions_that_users_run() -> None:
    run, tests = (
        set(PIN.findall((ROOT / "requirements" / f"{name}.txt").read_text("utf-8")))
        for name in ("run", "test")
    )
    assert run < tests
