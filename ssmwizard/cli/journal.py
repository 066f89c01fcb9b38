"""``ssmwizard journal``: what was changed, by whom, when; of one entry, what became of it."""

from __future__ import annotations

from argparse import Namespace

from ssmwizard.app import repair
from ssmwizard.app.briefly import some
from ssmwizard.app.doors import Doors
from ssmwizard.app.journal_json import entry_json, recovery_json
from ssmwizard.app.recovery_words import (
    SEEN,
    proof_of,
    to_be_proved,
    what_is_shown,
    what_was_under_way,
)
from ssmwizard.cli import console
from ssmwizard.cli.status import Status
from ssmwizard.model.text import text
from ssmwizard.outside.journal import Journal
from ssmwizard.outside.journal_entries import Entry


def run(arguments: Namespace, doors: Doors) -> int:
    """List the entries, newest first, or tell of one."""
    try:
        reading = Journal(doors.journal).read()
    except OSError as error:
        raise console.Wrong(
            f"The journal {doors.journal} cannot be read: {error.strerror}."
        ) from error
    if reading.damaged:
        numbers = ", ".join(str(number) for number in reading.damaged)
        console.note(f"Lines of the journal that cannot be read were left out: {numbers}.")
    if arguments.entry is not None:
        return _one(arguments, doors, entry_of(doors, arguments.entry))
    if arguments.format == "json":
        console.answer_json([entry_json(entry) for entry in reading.entries])
    elif reading.entries:
        console.answer("\n".join(as_text(entry, doors) for entry in reading.entries))
    else:
        console.answer("Nothing was changed yet.")
    return Status.READY


def entry_of(doors: Doors, entry_id: str) -> Entry:
    """Return an entry of the journal, or say that there is none."""
    try:
        return Journal(doors.journal).entry(entry_id)
    except KeyError as error:
        message = f"The journal has no entry {entry_id}. `ssmwizard journal` lists them."
        raise console.Wrong(message) from error


def _one(arguments: Namespace, doors: Doors, entry: Entry) -> int:
    """Tell of one entry; of one that was left open, what the account shows, by reading alone."""
    holder = Journal(doors.journal).holder() if entry.left_open else None
    found = repair.recovery(doors, entry.id) if entry.left_open and holder is None else None
    if arguments.format == "json":
        recovered = found and recovery_json(found)
        console.answer_json({**entry_json(entry), "recovery": recovered})
    else:
        lines = [as_text(entry, doors)]
        if holder is not None:
            lines.append(f"    Process {holder.pid} is at work, perhaps on this very entry.")
        if found is not None:
            lines += ["", *told(found, doors)]
        console.answer("\n".join(lines))
    return Status.READY if found is None else Status.UNKNOWN


def note_left_open(doors: Doors) -> None:
    """Say that an earlier change was left unfinished, unless somebody is at work just now."""
    journal = Journal(doors.journal)
    try:
        left = [entry for entry in journal.entries() if entry.left_open]
        if not left or journal.holder() is not None:
            return
    except OSError:
        # Whoever goes on to change something is told so then.
        return
    said = f"A change was not finished: {left[0].title.english()}, {left[0].at:%Y-%m-%d %H:%M} UTC."
    console.note(f"{said} What happened: {command('journal', left[0], doors)}")


def told(found: repair.Recovery, doors: Doors) -> list[str]:
    """Return in lines what was found out, and the ways out."""
    lines = [what_was_under_way(found).english(), what_is_shown(found).english()]
    for sight in found.sights:
        said = found.entry.changes[sight.change].says.english()
        lines.append(f"  {sight.change + 1}. {said}")
        lines.append(f"     {text(SEEN[sight.seen]).english()}")
    if found.refusal is None:
        lines.append(f"To make what is left: {command('finish', found.entry, doors)} --apply")
    elif found.refusal != found.reason:
        lines.append(found.refusal.english())
    lines.append(f"To take it back: {command('undo', found.entry, doors)} --apply")
    return lines


def as_text(entry: Entry, doors: Doors) -> str:
    """Return an entry in a few lines."""
    lines = [
        f"{entry.id}  {entry.at:%Y-%m-%d %H:%M} UTC  {entry.fix}  {entry.state}",
        f"    {entry.title.english()}, for {some(entry.nodes) or 'this computer'}",
        *([f"    by {entry.arn} in {entry.account}, {entry.region}"] if entry.account else ()),
    ]
    for change in entry.changes:
        failed = f" ({change.message or change.code})" if change.code else ""
        lines.append(f"    - {change.says.english()} [{change.state}]{failed}")
    proof = proof_of(entry)
    if proof is not None:
        lines.append(f"    {proof.english()}")
    if entry.left_open:
        lines.append(f"    what happened: {command('journal', entry, doors)}")
    if to_be_proved(entry):
        lines.append(f"    look again: {command('verify', entry, doors)}")
    if entry.followed:
        lines.append(f"    watch: {command('watch', entry, doors)}")
    if entry.can_undo:
        lines.append(f"    undo: {command('undo', entry, doors)}")
    return "\n".join(lines)


def command(word: str, entry: Entry, doors: Doors) -> str:
    """Return the command that does something with an entry."""
    return f"ssmwizard {word} {entry.id}{f' --demo {doors.demo}' if doors.demo else ''}"
