"""How long the window's thread stands still: ``python tests/ui/stalls.py [SCENARIO]``.

Walks to the inspection of every node of a demo account and prints the longest stall of each step.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from demo_window import demo_doors  # noqa: E402 - after the path
from PySide6.QtCore import QObject, QTimer  # noqa: E402 - after the path

from ssmwizard.ui import run  # noqa: E402 - after the path
from ssmwizard.ui.jobs import Jobs  # noqa: E402 - after the path

TICK_MILLISECONDS = 2


class StallProbe(QObject):
    """Measures the longest time between two ticks of a timer on the window's thread, in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        timer = QTimer(self)
        timer.timeout.connect(self._tick)
        timer.start(TICK_MILLISECONDS)

    def take(self) -> float:
        """Return the longest stall since the last time, and begin anew."""
        longest, self.longest = self.longest, 0.0
        return longest

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def main() -> None:
    """Walk, and print a line for each step."""
    from pictures import wait  # noqa: PLC0415 - after the path

    scenario = sys.argv[1] if len(sys.argv) > 1 else "large-1000"
    with tempfile.TemporaryDirectory() as scratch:
        doors, account = demo_doors(Path(scratch), scenario)
        sys.setswitchinterval(run.SWITCH_SECONDS)
        run.application("en")
        jobs = Jobs()
        options = run.Options(folder=Path(scratch), profile="demo-admin", theme="light")
        window = run.make_window(doors, options, jobs, None)
        window.show()
        conductor, probe = window.conductor, StallProbe()

        def settle(name: str) -> None:
            wait(lambda: not conductor.wizard.busy and not jobs._jobs, name)
            print(f"{name:<12}{probe.take() * 1000:6.0f} ms")  # noqa: T201 - its answer

        settle("window")
        conductor.arrive()
        settle("identity")
        window.next()
        settle("computer")
        window.next()
        settle("nodes")
        conductor.choose_nodes(tuple(row.id for row in conductor.wizard.listing.rows))
        settle("choose all")
        window.next()
        settle("inspect")
        window.next()
        settle("repair")
        window.close()
        account.close()


if __name__ == "__main__":
    main()
