"""Measures support bundles: making, saving and opening one, for each of its readers.

Run by hand; nothing here passes or fails: ``python tests/benchmarks/bundles.py [NODES ...]``. Each
figure comes from a process of its own, which has the inspection from a file: its time (on a busy machine
compare that of the processor), and by how much the memory of that process grew at most over what it held
before. Writing should need none.
"""

from __future__ import annotations

import os
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ssmwizard import demo
from ssmwizard.app import bundle
from ssmwizard.app.audience import Audience
from ssmwizard.app.doors import Doors
from ssmwizard.app.inspect import Choice, Inspection, inspect
from ssmwizard.outside.aws import LiveAws
from ssmwizard.outside.computer import ThisComputer

FLEETS = (1000,)
MEGABYTE = 2**20


def main() -> None:
    """Measure bundles of fleets."""
    for count in map(int, sys.argv[1:] or FLEETS):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            os.environ["HOME"] = os.environ["XDG_STATE_HOME"] = name
            _inspected(count, folder)
            for audience in Audience:
                print(f"{count} nodes, for {audience}")
                for step in ("make", "write", "open"):
                    command = [sys.executable, __file__, "--step", step, audience, name]
                    subprocess.run(command, check=True)


def _inspected(count: int, folder: Path) -> None:
    account = demo.open_account(f"large-{count}", pace=0)
    files = account.config_files(folder)
    os.environ["AWS_CONFIG_FILE"] = str(files.config)
    os.environ["AWS_SHARED_CREDENTIALS_FILE"] = str(files.credentials)
    doors = Doors(
        lambda profile, region: LiveAws(profile, region, prepare=account.hook),
        ThisComputer(),
        folder / "journal.jsonl",
    )
    inspection = inspect(doors, Choice("demo-admin", every_node=True, local=False))
    (folder / "inspection").write_bytes(pickle.dumps(inspection))


def _step(step: str, audience: Audience, folder: Path) -> None:
    """Do one of the three, and tell what it took."""
    path = folder / "b.zip"
    if step == "open":
        from ssmwizard.app.bundle_reading import open_bundle

        _told("opened", lambda: open_bundle(path))
        return
    inspection: Inspection = pickle.loads((folder / "inspection").read_bytes())  # noqa: S301
    if step == "make":
        _told("made", lambda: bundle.make(inspection, (), audience))
        return
    made = bundle.make(inspection, (), audience)
    _told("written", lambda: made.write(path))
    whole = sum(part.size for part in made.parts)
    print(f"    {path.stat().st_size / MEGABYTE:.1f} MB packed, {whole / MEGABYTE:.1f} MB unpacked")


def _told(says: str, work: Callable[[], Any]) -> None:
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before = _peak()
    began, worked = time.perf_counter(), time.process_time()
    held = work()
    seconds, worked = time.perf_counter() - began, time.process_time() - worked
    peak = _peak() - before
    del held
    print(f"    {says} in {seconds:.2f} s ({worked:.2f} of a processor), ", end="")
    print(f"{peak / MEGABYTE:.0f} MB more at most", flush=True)


def _peak() -> int:
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    if sys.argv[1:2] == ["--step"]:
        _step(sys.argv[2], Audience(sys.argv[3]), Path(sys.argv[4]))
    else:
        main()
