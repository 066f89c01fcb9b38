"""Inspects, and tries real sessions where the choice has it."""

from __future__ import annotations

from ssmwizard.app.doors import Doors
from ssmwizard.app.inspect import Choice, Inspection, inspect
from ssmwizard.app.probing import probe


def inspected(doors: Doors, choice: Choice) -> Inspection:
    """The inspection, with what came of real sessions on all nodes in it if they are wished for."""
    found = inspect(doors, choice)
    return probe(doors, found).inspection if choice.sessions else found
