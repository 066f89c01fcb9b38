"""Whether an entry of the journal belongs to the account that its profile leads to now."""

from __future__ import annotations

from dataclasses import dataclass

from ssmwizard.app.doors import Doors
from ssmwizard.app.making import Making
from ssmwizard.model.identity import same_caller
from ssmwizard.model.plans import Call
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside.journal_entries import Entry

WHO = Call("sts", "GetCallerIdentity")


def making_of(doors: Doors, entry: Entry) -> Making:
    """Return the door through which an entry was made, into its account and Region."""
    aws = doors.aws(entry.profile, entry.region or None)
    return Making(aws, doors.hands(entry.fix), entry.fix)


@dataclass(frozen=True, slots=True)
class Now:
    """Who is signed in: the ARN, and why nothing may be changed, None when something may be.

    ``other`` is the ARN where that is not who made the entry, and it was not confirmed.
    """

    arn: str = ""
    refusal: Text | None = None
    other: str = ""


def caller_now(making: Making, entry: Entry, confirmed: str = "") -> Now:
    """Return who is signed in, against who made an entry; raises ``CallFailed``.

    What was done on this computer belongs to no account. ``confirmed`` is the ARN of a caller, other
    than who made it, of whom it was confirmed.
    """
    if entry.on_computer:
        return Now()
    caller = making.call(WHO)
    arn, account = str(caller["Arn"]), str(caller["Account"])
    if account != entry.account:
        said = N_(
            "Nothing was changed: this was done in the account {then}, and the profile {profile} leads to {now}."
        )
        then, profile = entry.account, entry.profile or "-"
        return Now(arn, text(said, then=then, profile=profile, now=account))
    if same_caller(arn, entry.arn) or same_caller(arn, confirmed):
        return Now(arn)
    said = N_("Nothing was changed: {before} made this, and {now} is signed in.")
    return Now(arn, text(said, before=entry.arn, now=arn), arn)
