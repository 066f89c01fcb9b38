"""Measures what the program takes: start, memory, calls and time.

Run by hand; nothing here passes or fails: ``python tests/benchmarks/measure.py``. All of it works on
the demo account, without a network. Figures are those of one machine: compare, do not quote alone.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from floor import above, floor

from ssmwizard import demo
from ssmwizard.app import report
from ssmwizard.app.doors import Doors
from ssmwizard.app.inspect import Choice, inspect
from ssmwizard.app.memory import uncollected
from ssmwizard.app.verdict import verdicts
from ssmwizard.checks.every import EVERY
from ssmwizard.checks.judge import judge
from ssmwizard.outside.aws import LiveAws
from ssmwizard.outside.computer import ThisComputer

RUNS = 5
FLEETS = (1, 100, 1000, 10_000)

WINDOW = """
import resource, sys, time
started = float(sys.argv[1])
from ssmwizard.__main__ import main
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

def told():
    slow = [name for name in ("boto3", "botocore") if name in standing]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{(at - started) * 1000:.0f} {memory:.0f} {peak:.0f} {','.join(slow) or 'none'}")
    QApplication.instance().quit()

def standing_now():
    global at, memory, standing
    at, memory, standing = time.time(), resident(), set(sys.modules)
    QTimer.singleShot(0, told)

def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize() / 2**20

from ssmwizard.ui import window
shown = window.MainWindow.showEvent
def show_event(self, event):
    shown(self, event)
    QTimer.singleShot(0, standing_now)
window.MainWindow.showEvent = show_event
sys.exit(main(["--demo"]))
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HOME"] = os.environ["XDG_STATE_HOME"] = folder
        _start()
        _inspections(Path(folder))


def _start() -> None:
    print("Start of the window on the demo account, until it takes input")
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    for _ in range(RUNS):
        command = [sys.executable, "-c", WINDOW, str(time.time())]
        ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if ran.returncode != 0:
            print(f"  did not start: {ran.stderr.strip().splitlines()[-1:]}")
            return
        milliseconds, memory, peak, slow = ran.stdout.split()
        print(
            f"  {milliseconds} ms, {memory} MB resident (peak {peak} MB), of AWS's SDK loaded: {slow}"
        )


def _inspections(folder: Path) -> None:
    def doors(account: demo.Demo) -> Doors:
        return Doors(
            lambda profile, region: LiveAws(profile, region, prepare=account.hook),
            ThisComputer(),
            folder / "journal.jsonl",
        )

    account = demo.open_account(pace=0)
    files = account.config_files(folder)
    os.environ["AWS_CONFIG_FILE"] = str(files.config)
    os.environ["AWS_SHARED_CREDENTIALS_FILE"] = str(files.credentials)
    everything = Choice("demo-admin", every_node=True, local=False)
    for says in ("first", "again"):
        began = time.perf_counter()
        inspection = inspect(doors(account), everything)
        seconds = time.perf_counter() - began
        print(f"Demo account, {len(inspection.verdicts)} nodes, {says}: {seconds:.2f} s, ", end="")
        print(f"{sum(inspection.calls.values())} calls")
    for count in FLEETS:
        _fleet(doors(demo.open_account(f"large-{count}", pace=0)), everything)


def _fleet(doors: Doors, everything: Choice) -> None:
    """Inspect a fleet, and judge it again from the recording of what was asked."""
    began = time.perf_counter()
    inspection = inspect(doors, everything)
    seconds = time.perf_counter() - began
    made, fewest = sum(inspection.calls.values()), sum(floor(inspection.snapshot).values())
    print(f"Fleet of {len(inspection.verdicts)}: {seconds:.2f} s, ", end="")
    print(f"{made} calls (the fewest: {fewest}), {threading.active_count()} threads left")
    for name, more in above(inspection.calls, inspection.snapshot).items():
        print(f"    {more:+} {name}")
    before = _resident()
    began = time.perf_counter()
    with uncollected():
        findings = judge(inspection.snapshot, EVERY)
        told = verdicts(inspection.snapshot, findings)
    seconds, more = time.perf_counter() - began, _resident() - before
    print(f"    judged from facts in {seconds:.2f} s, {len(findings)} findings, ", end="")
    print(f"{more * 1024 / len(told):.0f} KB for each node")
    began = time.perf_counter()
    length = sum(map(len, report.json_pieces(inspection)))
    print(f"    JSON answer of {length / 2**20:.1f} MB in {time.perf_counter() - began:.2f} s")


def _resident() -> float:
    """Return the memory that this process holds, in MB, where Linux tells."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    except OSError:
        return 0.0
    return int(pages) * resource.getpagesize() / 2**20


if __name__ == "__main__":
    main()
