"""The whole program as a process of its own, with nothing stood in for."""

import json
import os
import subprocess
import sys
from pathlib import Path


def program(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    own = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        own.pop(name, None)
    command = [sys.executable, "-m", "ssmwizard", *words]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env={**own, **environment},
        stdin=subprocess.DEVNULL,
    )


def test_the_demo_account_is_kept_between_commands_and_the_real_one_untouched(
    tmp_path: Path,
) -> None:
    trap = tmp_path / "trap"
    trap.write_text("this would be an error if anybody read it\n")
    mine = {"AWS_CONFIG_FILE": str(trap), "AWS_PROFILE": "mine", "AWS_ACCESS_KEY_ID": "AKIAREAL"}
    first = program("check", "--demo", "--all", "--format", "json", **mine)
    assert first.returncode == 1, first.stderr
    answer = json.loads(first.stdout)
    assert answer["identity"]["account"] == "111122223333"
    [stopped] = [n["id"] for n in answer["nodes"] if "node.running" in n["root_causes"]]
    fixed = program("fix", "node.start", "--demo", "--node", stopped, "--apply", "--yes", **mine)
    assert fixed.returncode == 0, fixed.stderr
    again = program("check", "--demo", "--node", stopped, **mine)
    assert again.returncode == 0, again.stdout
    assert "node.start" in program("journal", "--demo", **mine).stdout


def test_help_and_version_need_neither_boto3_nor_qt() -> None:
    code = (
        "import sys; from ssmwizard.__main__ import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'boto3', 'botocore', 'PySide6'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip().endswith("[]")
    assert program("--version").stdout.startswith("ssmwizard ")


def test_a_reader_that_has_had_enough_is_no_fault() -> None:
    command = f"{sys.executable} -m ssmwizard checks | head -n 1"
    ran = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
    assert ran.stderr == ""
    assert ran.stdout.strip()


def test_a_damaged_demo_account_is_begun_anew(tmp_path: Path) -> None:
    assert program("check", "--demo", "--all").returncode == 1
    [kept] = tmp_path.rglob("account.json")
    kept.write_text("{torn")
    again = program("check", "--demo", "--all")
    assert again.returncode == 1, again.stderr
