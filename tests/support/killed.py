"""A process of its own that applies a plan and is killed by SIGKILL at a boundary of the journal.

It makes the plan once. For each number on standard input it forks: the child applies the plan with
fresh doors, over HTTP, and is killed at that boundary: an even one is just before a line of the journal
is written, an odd one just after it is on disk, a negative one never comes. A line on standard output
tells how the child ended.
"""

from __future__ import annotations

import itertools
import os
import signal
import sys
from pathlib import Path
from typing import Any

from ssmwizard import demo
from ssmwizard.app import repair
from ssmwizard.app.choice import Choice
from ssmwizard.app.doors import Doors
from ssmwizard.app.inspect import inspect
from ssmwizard.model.plans import Plan
from ssmwizard.outside.aws import LiveAws
from ssmwizard.outside.computer import ThisComputer
from ssmwizard.outside.journal import Journal


def doors(journal: Path) -> Doors:
    """The doors to the account that the environment leads to."""
    return Doors(LiveAws, demo.DemoComputer(ThisComputer().profiles), journal)


def deadly(boundary: int) -> None:
    """Have this process killed at a boundary of the journal."""
    real = Journal._write
    counted = itertools.count()

    def reached() -> None:
        if next(counted) == boundary:
            os.kill(os.getpid(), signal.SIGKILL)

    def write(self: Journal, line: dict[str, Any]) -> None:
        reached()
        real(self, line)
        reached()

    Journal._write = write  # type: ignore[method-assign]


def tell(line: str) -> None:
    """Tell whoever started this."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(journal: str, fix: str, *nodes: str) -> None:
    """Plan, then die as often as is asked for."""
    opened = doors(Path(journal))
    inspection = inspect(opened, Choice("demo-admin", None, nodes, local=False))
    (plan,) = [one for one in repair.plans(inspection, fix, nodes) if isinstance(one, Plan)]
    tell("planned")
    for asked in sys.stdin:
        child = os.fork()
        if not child:
            deadly(int(asked))
            outcome = repair.apply(doors(Path(journal)), inspection, plan)
            os._exit(0 if getattr(outcome, "end", None) is repair.End.DONE else 1)
        _, status = os.waitpid(child, 0)
        tell(str(os.waitstatus_to_exitcode(status)))


if __name__ == "__main__":
    main(*sys.argv[1:])
