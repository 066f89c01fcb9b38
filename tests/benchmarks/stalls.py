"""How long the window's thread stands still: ``python tests/benchmarks/stalls.py [SCENARIO ...]``.

Walks to the inspection of every node of a demo account, several times, each in a process of its own,
and prints for each step the longest stall, in milliseconds: of the quickest run, the median run and the
slowest. Of the median run it says where the time went: ``work`` is the window's own thread, ``waits``
its waiting for the interpreter while another thread of ours has it, or for a processor. The clocks are
read without any input or output, which would give the interpreter away at every tick. On a busy machine
the waiting is the machine's: compare the quickest runs.

``--apart`` keeps the account in another process, behind HTTP, where each call takes as long as AWS takes
to answer; otherwise the account's own work is done, and measured, in the window's process. ``--where``
prints where every thread was whenever a stall had lasted 40 ms; Python's fault handler looks without
stopping them, and may crash the process over it.
"""

import argparse
import faulthandler
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / "ui"), str(TESTS.parent)]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

TICK_MILLISECONDS = 2
RUNS = 5
SCENARIOS = ("broken-fleet", "large-1000")
LONG_SECONDS = 0.04
PATIENCE = 900
AWS_SECONDS = 0.04

# Another process: the account, which ends with its standard input.
APART = """
import sys
from ssmwizard.demo import open_account
account = open_account(sys.argv[1], pace=0)
account.delay("*", float(sys.argv[2]))
with account.serve() as served:
    print(served.url, flush=True)
    sys.stdin.read()
"""


@dataclass(frozen=True, order=True)
class Stall:
    """A time without a tick of the window's thread, and what it consisted of, in seconds."""

    whole: float = 0.0
    work: float = 0.0

    @property
    def waits(self) -> float:
        """How long the thread waited for the interpreter or a processor."""
        return max(0.0, self.whole - self.work)


@dataclass(frozen=True)
class Moment:
    """Clocks of the window's thread, in seconds."""

    wall: float
    work: float

    def since(self, before: "Moment") -> Stall:
        """Return the time between two moments."""
        return Stall(self.wall - before.wall, self.work - before.work)


def now() -> Moment:
    """Return the clocks of this thread."""
    return Moment(time.perf_counter(), time.thread_time())


class Probe:
    """Ticks on the window's thread and keeps the longest stall."""

    def __init__(self, *, where: bool) -> None:
        from PySide6.QtCore import QTimer

        self._where, self._longest, self._last = where, Stall(), now()
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MILLISECONDS)

    def take(self) -> Stall:
        """Return the longest stall since the last time, and begin anew."""
        longest, self._longest = self._longest, Stall()
        return longest

    def stop(self) -> None:
        self._timer.stop()
        faulthandler.cancel_dump_traceback_later()

    def _tick(self) -> None:
        at = now()
        self._longest, self._last = max(self._longest, at.since(self._last)), at
        if self._where:
            faulthandler.dump_traceback_later(LONG_SECONDS)


@contextmanager
def account_apart(scenario: str) -> Iterator[None]:
    """Serve the account from another process, and point AWS's SDK there."""
    command = [sys.executable, "-c", APART, scenario, str(AWS_SECONDS)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=TESTS.parent, stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdout is not None
        os.environ["AWS_ENDPOINT_URL"] = other.stdout.readline().strip()
        yield


def walk(scenario: str, *, where: bool, apart: bool) -> None:
    """Walk, and print a line for each step."""
    import pictures
    from demo_window import demo_doors

    from ssmwizard.app.together import AT_ONCE
    from ssmwizard.app.wizard import Step
    from ssmwizard.outside.aws import LiveAws
    from ssmwizard.ui import run
    from ssmwizard.ui.collector import Collector
    from ssmwizard.ui.jobs import Jobs

    pictures.SECONDS = PATIENCE
    elsewhere = account_apart(scenario) if apart else nullcontext()
    with elsewhere, tempfile.TemporaryDirectory() as scratch:
        doors, account = demo_doors(Path(scratch), scenario)
        if apart:
            doors = replace(doors, open_aws=LiveAws, at_once=AT_ONCE)
        run.application("en")
        jobs = Jobs()
        options = run.Options(folder=Path(scratch), profile="demo-admin", theme="light")
        window = run.make_window(doors, options, jobs, None)
        window.show()
        collector, conductor = Collector(window.windowHandle(), jobs), window.conductor
        probe = Probe(where=where)

        def settle(name: str) -> None:
            if where:
                print(f"--- {name}", file=sys.stderr)
            pictures.wait(lambda: not conductor.wizard.busy and not jobs.working, name)
            print(name, *astuple(probe.take()), sep="\t")

        settle("window")
        conductor.arrive()
        settle("identity")
        window.next()
        settle("computer")
        window.next()
        settle("nodes")
        conductor.choose_nodes(tuple(row.id for row in conductor.wizard.listing.rows))
        settle("choose all")
        for name in ("inspect", "repair", "report"):
            window.next()
            settle(name)
        report(window.pages[Step.REPORT], settle)
        probe.stop()
        collector.retire()
        window.close()
        account.close()


def report(page: Any, settle: Callable[[str], None]) -> None:
    """Do on the report page what can be done there."""
    from ssmwizard.ui.parts_dialog import DIFFERENCE, PartsDialog

    page.parts.parts.toggle(page.parts.parts.place("report.txt"))
    settle("tick")
    page.consoles.click()
    settle("consoles")
    page.parts.parts.toggle(page.parts.parts.place("nodes"))
    settle("tick nodes")
    page.audience.setCurrentIndex(page.audience.count() - 1)
    settle("public")
    page.contains.field.setText("vpc-")
    settle("search")
    page._show_parts("recording.jsonl")
    settle("side by side")
    (dialog,) = page.findChildren(PartsDialog)
    dialog._go(DIFFERENCE)
    dialog._turn(1)
    settle("page")
    dialog.accept()
    settle("close")


def measure(scenario: str, runs: int, *, apart: bool) -> None:
    """Walk several times, and print what was measured."""
    stalls: dict[str, list[Stall]] = {}
    for _ in range(runs):
        command = [sys.executable, __file__, "--once", scenario, *["--apart"] * apart]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        for line in told.splitlines():
            step, *seconds = line.split("\t")
            stalls.setdefault(step, []).append(Stall(*map(float, seconds)))
    print(
        f"{scenario:<14}{'least':>8}{'median':>8}{'worst':>8}   of the median:{'work':>6}{'waits':>7}"
    )
    for step, found in stalls.items():
        median = statistics.median_low(found)
        wholes = (min(found).whole, median.whole, max(found).whole)
        parts = (*wholes, median.work, median.waits)
        least, whole, worst, work, waits = (f"{part * 1000:.0f}" for part in parts)
        print(f"{step:<14}{least:>8}{whole:>8}{worst:>8}{work:>22}{waits:>7}")


def main() -> None:
    """Measure the scenarios that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario", nargs="*", default=SCENARIOS)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--where", action="store_true")
    parser.add_argument("--apart", action="store_true")
    parser.add_argument("--once", action="store_true", help="one walk, raw figures")
    asked = parser.parse_args()
    for scenario in asked.scenario:
        if asked.once or asked.where:
            walk(scenario, where=asked.where, apart=asked.apart)
        else:
            measure(scenario, asked.runs, apart=asked.apart)


if __name__ == "__main__":
    main()
