"""``ssmwizard journal``: what was changed, by whom, when."""

from __future__ import annotations

from argparse import Namespace

from ssmwizard.app.briefly import some
from ssmwizard.app.doors import Doors
from ssmwizard.app.journal_json import entry_json
from ssmwizard.cli import console
from ssmwizard.cli.status import Status
from ssmwizard.outside.journal import Journal
from ssmwizard.outside.journal_entries import Entry


def run(arguments: Namespace, doors: Doors) -> int:
    """List the entries, newest first."""
    try:
        reading = Journal(doors.journal).read()
    except OSError as error:
        raise console.Wrong(
            f"The journal {doors.journal} cannot be read: {error.strerror}."
        ) from error
    if reading.damaged:
        numbers = ", ".join(str(number) for number in reading.damaged)
        console.note(f"Lines of the journal that cannot be read were left out: {numbers}.")
    if arguments.format == "json":
        console.answer_json([entry_json(entry) for entry in reading.entries])
    elif reading.entries:
        console.answer("\n".join(as_text(entry) for entry in reading.entries))
    else:
        console.answer("Nothing was changed yet.")
    return Status.READY


def as_text(entry: Entry) -> str:
    """Return an entry in a few lines."""
    lines = [
        f"{entry.id}  {entry.at:%Y-%m-%d %H:%M} UTC  {entry.fix}  {entry.state}",
        f"    {entry.title.english()}, for {some(entry.nodes) or 'this computer'}",
        *([f"    by {entry.arn} in {entry.account}, {entry.region}"] if entry.account else ()),
    ]
    for change in entry.changes:
        failed = f" ({change.message or change.code})" if change.code else ""
        lines.append(f"    - {change.says.english()} [{change.state}]{failed}")
    if entry.followed:
        lines.append(f"    watch: ssmwizard watch {entry.id}")
    if entry.can_undo:
        lines.append(f"    undo: ssmwizard undo {entry.id}")
    return "\n".join(lines)
