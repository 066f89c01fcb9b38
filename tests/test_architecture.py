"""The layers of CONTRIBUTING.md hold, and the check of it has seen the code it speaks about."""

from pathlib import Path

import grimp
import pytest
from importlinter import cli

ROOT = Path(__file__).parents[1]
MODULES = {
    ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for file in (ROOT / "ssmwizard").rglob("*.py")
}


def test_imports_keep_to_the_contracts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    status = cli.lint_imports(no_cache=True)
    assert status == cli.EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_every_module_was_seen() -> None:
    seen = grimp.build_graph("ssmwizard", cache_dir=None).modules
    assert seen == MODULES


def test_the_libraries_that_the_contracts_forbid_were_seen() -> None:
    graph = grimp.build_graph("ssmwizard", include_external_packages=True, cache_dir=None)
    assert {"PySide6", "boto3", "botocore", "subprocess"} <= graph.modules
