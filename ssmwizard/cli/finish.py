"""``ssmwizard finish``: shows what is left of a change that was cut short; with ``--apply`` makes it."""

from __future__ import annotations

import threading
from argparse import Namespace
from typing import Any

from ssmwizard.app import repair
from ssmwizard.app.doors import Doors
from ssmwizard.app.journal_json import entry_json, recovery_json
from ssmwizard.app.repair import place_of_entry
from ssmwizard.cli import console, journal, watch
from ssmwizard.cli.status import Status
from ssmwizard.cli.verify import look
from ssmwizard.outside.journal import Journal


def run(arguments: Namespace, doors: Doors) -> int:
    """Find out what was made, and make the rest if asked to; return the exit status."""
    entry = journal.entry_of(doors, arguments.entry)
    found = repair.recovery(doors, entry.id)
    if not arguments.apply or found.refusal is not None:
        return _show(arguments, doors, found)
    if not arguments.yes and doors.gate.refuses_fix(entry.fix, place_of_entry(entry)) is None:
        console.note("\n".join(journal.told(found, doors)))
        if not _confirmed(found):
            console.note("Nothing was changed.")
            return Status.BLOCKED
    with console.stoppable() as stop:
        status, outcome = _finish(doors, found, stop, asks=not arguments.yes)
    if _json(arguments):
        told = entry_json(Journal(doors.journal).entry(entry.id))
        console.answer_json({"entry": told, **outcome})
    else:
        console.answer(outcome["says"])
    return status


def _json(arguments: Namespace) -> bool:
    return bool(arguments.format == "json")


def _show(arguments: Namespace, doors: Doors, found: repair.Recovery) -> int:
    if _json(arguments):
        console.answer_json({"entry": entry_json(found.entry), "recovery": recovery_json(found)})
    else:
        console.answer("\n".join(journal.told(found, doors)))
        if found.refusal is None and found.left:
            console.note("Nothing was changed. Add --apply to make what is left.")
    if found.refusal is not None:
        return Status.BLOCKED if arguments.apply else Status.UNKNOWN
    return Status.READY


def _confirmed(found: repair.Recovery) -> bool:
    plan = found.entry.plan
    if plan is not None and plan.confirm_account:
        account = found.entry.account
        question = f"This touches the whole account. Type the account id ({account}) to go on:"
        return console.confirmed(question, account)
    return console.confirmed("Make what is left? Type yes to go on:", "yes")


def _finish(
    doors: Doors, found: repair.Recovery, stop: threading.Event, *, asks: bool
) -> tuple[Status, dict[str, Any]]:
    tell = console.Teller()
    said = watch.telling(tell)
    applied = repair.finish(doors, found.entry.id, said, stop, leave=watch.leave)
    if applied.other and (not asks or _confirmed_for_another(applied)):
        now = applied.other
        applied = repair.finish(doors, found.entry.id, said, stop, confirmed=now, leave=watch.leave)
    console.progress_ended()
    outcome: dict[str, Any] = {"end": applied.end, "says": applied.says.english()}
    if applied.end is not repair.End.DONE:
        cancelled = applied.end is repair.End.CANCELLED
        return (Status.INTERRUPTED if cancelled else Status.BLOCKED), outcome
    tell("Looking again …")
    status, verified = look(doors, found.entry, stop)
    if verified is not None:
        outcome |= {"proof": verified.proof, "says": verified.says.english()}
    return status, outcome


def _confirmed_for_another(answer: repair.Applied) -> bool:
    """Ask whether who is signed in now is to finish what somebody else began."""
    question = f"{answer.says.english()} Type yes to go on as {answer.other}:"
    return console.confirmed(question, "yes")
