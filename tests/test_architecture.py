"""The layers of CONTRIBUTING.md hold, and the check of it has seen the code it speaks about."""

import subprocess
import sys
from pathlib import Path

import grimp

ROOT = Path(__file__).parents[1]
MODULES = {
    ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for file in (ROOT / "ssmwizard").rglob("*.py")
}


def test_imports_keep_to_the_contracts() -> None:
    # A process of its own: import-linter sets up logging, and would switch ours off.
    code = "import sys; from importlinter import cli; sys.exit(cli.lint_imports(no_cache=True))"
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_every_module_was_seen() -> None:
    seen = grimp.build_graph("ssmwizard", cache_dir=None).modules
    assert seen == MODULES


def test_the_libraries_that_the_contracts_forbid_were_seen() -> None:
    graph = grimp.build_graph("ssmwizard", include_external_packages=True, cache_dir=None)
    assert {"PySide6", "boto3", "botocore", "subprocess"} <= graph.modules
