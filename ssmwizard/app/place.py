"""Where a change is made: in which account and Region, or on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ssmwizard.model.facts import Known

if TYPE_CHECKING:
    from ssmwizard.app.inspect import Inspection
    from ssmwizard.model.plans import Plan
    from ssmwizard.outside.journal_entries import Entry

Place = tuple[str, str] | None


def place_of(inspection: Inspection, plan: Plan) -> Place:
    """Return the account and the Region that a plan changes, None for this computer."""
    if plan.on_computer:
        return None
    identity = inspection.snapshot.identity
    caller = identity.caller
    return caller.value.account if isinstance(caller, Known) else "", identity.region or ""


def place_of_entry(entry: Entry) -> Place:
    """Return the account and the Region that an entry of the journal changed, None for this computer."""
    return None if entry.on_computer else (entry.account, entry.region)
