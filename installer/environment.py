"""Private Python environments in the checkout, ``.venv`` first of all. Standard library only."""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import sys
from pathlib import Path

from terminal import answers, run, say, stop

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
PIP = "import pip"  # Not there when the system's Python was replaced by another version.

# Written before the environment is filled, so that only what these scripts made is ever removed.
_MADE_HERE = "made-by-ssmwizard-installer"
# A change in one of these brings the environment up to date.
_INPUTS = ("pyproject.toml", "hatch_build.py", "ssmwizard/__init__.py", "resources/i18n/*.ts")


def require_python() -> None:
    """Stop with a sentence when the running Python is too old for ssmwizard."""
    if sys.version_info >= OLDEST:
        return
    newer = [name for name in ("python3.14", "python3.13", "python3.12", "python3.11") if _on(name)]
    advice = (
        "Start it with the newer one that is here: {} {}".format(newer[0], " ".join(sys.argv))
        if newer
        else "Install a newer Python, then start this script with it."
    )
    stop(f"ssmwizard needs Python 3.11 or later; this is {platform.python_version()}. {advice}")


def prepare(requirements: str, name: str = ".venv", *, project: bool = True) -> Path:
    """Return the interpreter of the environment that holds ``requirements/NAME.txt``.

    `name` is its folder in the checkout. With `project`, ssmwizard itself is in it, as an editable
    installation. Sets the environment up, or brings it up to date, where needed. A set-up that was
    interrupted is taken up again: only a finished one leaves its stamp.
    """
    folder = ROOT / name
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = folder / f"{requirements}.stamp"
    state = _state(requirements, folder)
    if stamp.is_file() and stamp.read_text("ascii") == state and answers([str(python), "-c", PIP]):
        return python
    if not answers([str(python), "-m", "pip", "--version"]):
        _create(folder)
    # The file names every package, so nothing is left to resolve. pip before 23.3 would look for the
    # newest release of an extra (coverage[toml]) beside the pinned one, and refuse it for its hash.
    everything = ["--no-deps", "--require-hashes", "-r"]
    pinned = [*everything, str(ROOT / "requirements" / f"{requirements}.txt")]
    say(f"Installing requirements/{requirements}.txt (the first time takes a minute or two)")
    _install(python, pinned)
    if project:
        _install(python, ["--no-build-isolation", "--no-deps", "--editable", str(ROOT)])
    stamp.write_text(state, "ascii")
    return python


def _on(name: str) -> bool:
    return shutil.which(name) is not None


def _state(requirements: str, folder: Path) -> str:
    """A digest of all that the finished environment depends on."""
    digest = hashlib.sha256(str(folder).encode())
    for pattern in (f"requirements/{requirements}.txt", *_INPUTS):
        for file in sorted(ROOT.glob(pattern)):
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _create(folder: Path) -> None:
    if folder.exists():
        if not (folder / _MADE_HERE).exists():
            stop(
                f"{folder} is not an environment that this script made, and has no working pip. "
                "Move it away, then start again."
            )
        shutil.rmtree(folder)
    say(f"Making a private Python environment in {folder}")
    folder.mkdir()
    (folder / _MADE_HERE).touch()
    if run([sys.executable, "-m", "venv", str(folder)]) != 0:
        stop("The environment could not be made; Python's own message stands above.")


def _install(python: Path, what: list[str]) -> None:
    pip = [str(python), "-m", "pip", "--quiet", "--no-input", "--disable-pip-version-check"]
    if run([*pip, "install", *what]) != 0:
        stop(
            "The packages could not be installed; pip's own message stands above. "
            "Behind a proxy, set HTTPS_PROXY. Then start again: what is done is kept."
        )
