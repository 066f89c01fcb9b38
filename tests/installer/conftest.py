"""The set-up scripts find each other by standing in one folder, as when they are started."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "installer"


@pytest.fixture(autouse=True)
def scripts(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of the scripts, importable for the length of a test."""
    before = set(sys.modules)
    monkeypatch.syspath_prepend(str(SCRIPTS))
    yield SCRIPTS
    for name in {file.stem for file in SCRIPTS.glob("*.py")} & (set(sys.modules) - before):
        del sys.modules[name]
