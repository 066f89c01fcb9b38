"""What was found out about an entry that was left open, in words."""

from __future__ import annotations

from collections.abc import Mapping

from ssmwizard.app.finish import Recovery
from ssmwizard.app.traces import Seen
from ssmwizard.app.verify import Proof, provable
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside.journal_entries import Entry, Happened, State

SEEN: Mapping[Seen, str] = {
    Seen.MADE: N_("The account shows that it was made."),
    Seen.NOT_MADE: N_("The account shows that it was not made."),
    Seen.CHANGED: N_("The account shows neither what was before it nor what it makes of it."),
    Seen.SEVERAL: N_("The account shows more than one thing that can be it."),
    Seen.UNTOLD: N_("Nothing in the account shows whether it was made."),
}
PROOFS: Mapping[Proof, str] = {
    Proof.VERIFIED: N_("It was looked at afterwards, and works."),
    Proof.NOT_YET: N_("The looking whether it works was left before it ended: {how}"),
    Proof.BLOCKED: N_("It was looked at afterwards: {how}"),
    Proof.FAILED: N_("It was looked at afterwards: {how}"),
}


def what_was_under_way(recovery: Recovery) -> Text:
    """Return what was going on when the program ended."""
    entry, place = recovery.entry, recovery.under_way
    if place is None:
        return text(N_("The program ended between two changes."))
    change = entry.changes[place]
    if change.state is Happened.UNDO_BEGUN and change.undo is not None:
        said = N_("When the program ended, this was being taken back: {what}")
    elif change.state is Happened.UNCLEAR:
        said = N_("AWS did not answer, so it was not known whether this was made: {what}")
    else:
        said = N_("When the program ended, this was under way: {what}")
    return text(said, what=change.says)


def what_is_shown(recovery: Recovery) -> Text:
    """Return what the account shows of what was under way, or how much of the whole."""
    if recovery.reason is not None:
        return recovery.reason
    place = recovery.under_way
    if place is not None:
        return text(SEEN[recovery.sights[place].seen])
    made = sum(sight.seen is Seen.MADE for sight in recovery.sights)
    said = N_("The account shows {made} of {total} changes.")
    return text(said, made=made, total=len(recovery.sights))


def proof_of(entry: Entry) -> Text | None:
    """Return what is known of whether an entry did what it was for; None where that is no question."""
    if entry.state is not State.DONE:
        return None
    if entry.proof:
        says = entry.proof_says or text(entry.proof)
        return text(PROOFS[Proof(entry.proof)], how=says)
    if provable(entry.plan):
        return text(N_("Nobody has looked yet whether it works."))
    return None


def to_be_proved(entry: Entry) -> bool:
    """Tell whether it makes sense to look whether an entry did what it was for."""
    return entry.state is State.DONE and provable(entry.plan) and entry.proof != Proof.VERIFIED
