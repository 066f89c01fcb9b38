"""``ssmwizard fix identity.sign-in``: the AWS CLI's own words on the terminal, then another look."""

from __future__ import annotations

import queue
import sys
import threading
from argparse import Namespace
from typing import Any

from ssmwizard.app import repair, sign_in
from ssmwizard.app.doors import Doors
from ssmwizard.app.inspect import Inspection
from ssmwizard.cli import console
from ssmwizard.cli.status import Status
from ssmwizard.model.plans import NoPlan, Plan

FIX, refusal = sign_in.FIX, sign_in.refusal
ENDS = {
    sign_in.End.CANCELLED: Status.INTERRUPTED,
    sign_in.End.TIMED_OUT: Status.UNKNOWN,
    sign_in.End.FAILED: Status.UNKNOWN,
}


def plans(arguments: Namespace, inspection: Inspection) -> tuple[Plan | NoPlan, ...]:
    """Return the plan; where no browser can be shown, the one with a code on another device."""
    other_device = arguments.device_code or not console.has_display()
    return (sign_in.proposal(inspection, other_device=other_device),)


def carry_out(
    doors: Doors, inspection: Inspection, plan: Plan, outcome: dict[str, Any]
) -> tuple[Status, dict[str, Any]]:
    """Sign in, and look whether AWS accepts it."""
    with console.stoppable("Ending the sign-in.") as stop:
        ended = sign_in.carry_out(doors, plan, _Shown(), stop.is_set, _typed())
        outcome |= {"end": ended.end, "entry": None, "says": ended.says.english()}
        if ended.end is not sign_in.End.DONE:
            return ENDS[ended.end], outcome
        verified = repair.verify(doors, inspection.choice, plan, console.progress, stop)
    console.progress_ended()
    outcome |= {"proof": verified.proof, "says": verified.says.english()}
    good = verified.proof is repair.Proof.VERIFIED
    return (Status.READY if good else Status.UNKNOWN), outcome


class _Shown:
    """Shows what comes, on standard error: standard output is for the answer."""

    def __init__(self) -> None:
        self._shown = 0

    def __call__(self, printed: str) -> None:
        sys.stderr.write(printed[self._shown :])
        sys.stderr.flush()
        self._shown = len(printed)


class _Lines:
    """What is typed on the terminal, line by line; reading it waits, so a thread does."""

    def __init__(self) -> None:
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        threading.Thread(target=self._read, name="ssmwizard-typed", daemon=True).start()

    def __call__(self) -> str | None:
        return None if self._lines.empty() else self._lines.get()

    def _read(self) -> None:
        for line in sys.stdin:
            self._lines.put(line.rstrip("\n"))


def _typed() -> Any:
    return _Lines() if sys.stdin is not None and sys.stdin.isatty() else lambda: None
