"""Looks again at what a plan is about, and at nothing else."""

from __future__ import annotations

import threading

from ssmwizard.app.choice import Choice
from ssmwizard.app.doors import Doors
from ssmwizard.app.inspect import Inspection, identify, inspect, look_at_computer
from ssmwizard.app.sign_in import with_cli
from ssmwizard.fixes.every import by_id
from ssmwizard.fixes.fix import Fix
from ssmwizard.model.findings import Scope
from ssmwizard.model.plans import Plan


def look_again(doors: Doors, choice: Choice, plan: Plan, stop: threading.Event) -> Inspection:
    """Return an inspection of what the fix of a plan looks at."""
    fix = by_id(plan.fix)
    if fix.looks_at is not Scope.NODE:
        return look_without_nodes(doors, choice, fix, stop)
    again = choice.again(plan.nodes, ask_nodes=fix.asks_nodes)
    return inspect(doors, again, cancelled=stop)


def look_without_nodes(
    doors: Doors, choice: Choice, fix: Fix, stop: threading.Event | None = None
) -> Inspection:
    """Return an inspection of the computer or of the identity, whichever a fix is about."""
    if fix.looks_at is Scope.COMPUTER:
        return look_at_computer(doors)
    return with_cli(doors, identify(doors, choice.profile, choice.region, stop))
