"""The program as it is started, in a real X server, by keyboard alone."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ssmwizard.app.bundle_reading import open_bundle
from ssmwizard.app.report import as_json
from ssmwizard.outside import archive_reading
from ssmwizard.outside.journal import Journal

ROOT = Path(__file__).parents[2]
HEALED = "srv-nantes-01"


@pytest.fixture
def program(x_display, tmp_path):
    """The window on the demo account, and the hands in front of it."""
    from support.x_hands import XHands  # noqa: PLC0415 - X11 only

    (tmp_path / "scratch").mkdir()
    environment = {
        **os.environ,
        "DISPLAY": x_display,
        "QT_QPA_PLATFORM": "xcb",
        "TMPDIR": str(tmp_path / "scratch"),
    }
    command = [sys.executable, "-m", "ssmwizard", "--demo", "--lang", "en"]
    with (
        (tmp_path / "said").open("wb") as said,
        subprocess.Popen(command, cwd=ROOT, env=environment, stderr=said) as started,
    ):
        hands = XHands(x_display, started)
        yield started, hands
        hands.close()
        started.kill()
    sys.stderr.write((tmp_path / "said").read_text())


def entries(folder):
    return [entry for path in folder.glob("*/journal.jsonl") for entry in Journal(path).entries()]


@pytest.mark.x11
@pytest.mark.timeout(900)
def test_a_node_is_healed_and_the_bundle_saved_in_a_real_window_by_keyboard(program, tmp_path):
    started, hands = program
    scratch, bundle = tmp_path / "scratch", tmp_path / "bundle.zip"

    hands.at("^Account: (Complete|Needs attention) - ssmwizard$")
    hands.press("Alt+Right")
    hands.at("^This computer: (Complete|Needs attention)")
    hands.press("Alt+Right")
    hands.at("^Nodes: [0-9]+ nodes")
    hands.type(HEALED)
    hands.press("Down", "space")
    hands.at("^Nodes: 1 chosen")
    hands.press("Alt+Right")
    hands.at("^Inspect: 1 blocked")

    hands.press("Alt+Right")
    hands.at("^Repair: [0-9] repairs? open")
    assert entries(scratch) == []
    hands.until(
        lambda: [entry.state for entry in entries(scratch)] == ["done"],
        "the change is made, and written down",
        trying=lambda: hands.press("Alt+m", "Alt+y"),
    )
    (entry,) = entries(scratch)
    assert entry.fix == "role.attach-managed-policy"
    hands.press("Ctrl+4")
    hands.at("^Inspect: None blocked")

    hands.press("Ctrl+5")
    hands.at("^Repair")
    hands.until(
        lambda: [entry.state for entry in entries(scratch)] == ["undone"],
        "the change is taken back",
        trying=lambda: hands.press("Alt+u", "Alt+y"),
    )
    hands.press("Ctrl+4")
    # As on AWS, the node stays connected for a while.
    hands.at("^Inspect: 1 blocked", trying=lambda: hands.press("F5"))

    hands.press("Alt+Right")
    hands.at("^Repair")
    hands.press("Alt+Right")
    hands.at("^Report: Open")
    hands.press("Alt+s")
    hands.at("^Save the support bundle")
    hands.press("Ctrl+a")
    hands.type(str(bundle))
    hands.press("Return")
    hands.at("^Report: Complete")
    opened = open_bundle(bundle)
    then = json.loads(archive_reading.read(bundle)["findings.json"])
    now = json.loads(json.dumps(as_json(opened.inspection)))
    assert then["findings"] == now["findings"]
    assert [node["verdict"] for node in then["nodes"]] == ["blocked"]

    hands.press("Ctrl+q")
    assert started.wait(60) == 0
    assert list(scratch.iterdir()) == []
