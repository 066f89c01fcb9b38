"""``ssmwizard verify``: looks again whether a change of the journal did what it was for."""

from __future__ import annotations

import threading
from argparse import Namespace

from ssmwizard.app import repair
from ssmwizard.app.doors import Doors
from ssmwizard.app.journal_json import entry_json
from ssmwizard.cli import console, journal
from ssmwizard.cli.status import Status
from ssmwizard.outside.journal import Journal
from ssmwizard.outside.journal_entries import Entry

CANNOT = (
    "This entry does not tell how it proves itself. Inspect its nodes: ssmwizard check --node ID"
)


def run(arguments: Namespace, doors: Doors) -> int:
    """Look until it works or patience ends; return the exit status."""
    entry = journal.entry_of(doors, arguments.entry)
    with console.stoppable() as stop:
        status, verified = look(doors, entry, stop)
    says = CANNOT if verified is None else verified.says.english()
    if arguments.format == "json":
        told = entry_json(Journal(doors.journal).entry(entry.id))
        proof = verified and verified.proof
        console.answer_json({"entry": told, "proof": proof, "says": says})
    else:
        console.answer(says)
    return status


def look(
    doors: Doors, entry: Entry, stop: threading.Event
) -> tuple[Status, repair.Verified | None]:
    """Look again; None where the entry does not tell how it proves itself."""
    try:
        verified = repair.verify_entry(doors, entry.id, console.progress, stop)
    except ValueError:
        return Status.UNKNOWN, None
    finally:
        console.progress_ended()
    if stop.is_set():
        console.note(f"To look again later: {journal.command('verify', entry, doors)}")
        return Status.INTERRUPTED, verified
    good = verified.proof in (repair.Proof.VERIFIED, repair.Proof.BLOCKED)
    return (Status.READY if good else Status.UNKNOWN), verified
