"""The real program with its window is killed while it changes something; the next start offers to recover."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ssmwizard import demo
from ssmwizard.outside import folders
from ssmwizard.outside.journal import Journal

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no SIGKILL here")
ROOT = Path(__file__).parents[2]
# Just after the first change is written down as begun.
BEGUN = 3


def program(*words, **environment):
    return subprocess.run(
        [sys.executable, "-m", "tests.support.killed_window", *words],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_window_that_is_killed_in_the_midst_of_a_change_is_recovered_by_the_next(tmp_path):
    account = demo.open_account(pace=0)
    files = account.config_files(tmp_path / "aws")
    instances = account.world["regions"]["eu-west-3"]["instances"]
    tagged = {"Key": "Name", "Value": "web-03"}
    (node,) = [one for one, told in instances.items() if tagged in told.get("Tags", [])]
    with account.serve() as served:
        environment = {
            "AWS_CONFIG_FILE": str(files.config),
            "AWS_SHARED_CREDENTIALS_FILE": str(files.credentials),
            "AWS_ENDPOINT_URL": served.url,
        }
        died = program("die", str(BEGUN), "role.attach-instance-profile", node, **environment)
        assert died.returncode == -signal.SIGKILL, died.stderr
        (entry,) = Journal(folders.state() / "journal.jsonl").entries()
        assert entry.left_open
        again = program("look", **environment)
    assert again.returncode == 0, again.stderr
    assert "A change was not finished" in again.stdout
    assert list(folders.state().glob("fault-*.txt")) == []
    account.close()
