"""``ssmwizard bundle``: writes the support bundle."""

from __future__ import annotations

from argparse import Namespace

from ssmwizard.app import bundle, node_logs
from ssmwizard.app.bundle_parts import CONSOLE, Wishes, can_be_named, names
from ssmwizard.app.doors import Doors
from ssmwizard.app.inspect import Inspection
from ssmwizard.cli import console, looking
from ssmwizard.cli.status import Status
from ssmwizard.outside.journal import Journal
from ssmwizard.outside.journal_entries import Entry


def run(arguments: Namespace, doors: Doors) -> int:
    """Inspect and write the bundle; a bundle that was written is success, whatever it says."""
    if not arguments.nodes:
        arguments.all = True
    wishes = _wishes(arguments)
    inspection = looking.look(arguments, doors)
    if arguments.console_output:
        inspection = _with_console_output(doors, inspection)
    try:
        audience = bundle.Audience(arguments.audience)
        path = bundle.write(
            arguments.output,
            inspection,
            _entries(doors),
            audience,
            wishes,
            watch=bundle.Watch(console.progress),
        )
    except bundle.Refused as refusal:
        console.note(str(refusal))
        return Status.INTERNAL
    except OSError as error:
        reason = error.strerror or str(error)
        message = f"The bundle cannot be written to {arguments.output}: {reason}."
        raise console.Wrong(message) from error
    finally:
        console.progress_ended()
    if audience is bundle.Audience.PUBLIC:
        console.note(f"What the stand-ins stand for, for your eyes alone: {bundle.beside(path)}")
    console.answer(str(path))
    return Status.READY


def _wishes(arguments: Namespace) -> Wishes:
    """Return what is wanted; raises ``Wrong`` where something is named that no bundle holds."""
    without, also = frozenset(arguments.without), frozenset(arguments.also)
    for name in sorted(without | also):
        if not can_be_named(name):
            told = ", ".join(names())
            raise console.Wrong(f"{name} cannot be chosen. What can be: {told}.")
    if arguments.console_output:
        also |= {CONSOLE}
    return Wishes(without, also)


def _with_console_output(doors: Doors, inspection: Inspection) -> Inspection:
    nodes = node_logs.can_be_read(inspection)
    console.note(f"The console output of {len(nodes)} instances is read; it may tell anything.")
    try:
        return node_logs.read(doors, inspection, console.progress)
    finally:
        console.progress_ended()


def _entries(doors: Doors) -> tuple[Entry, ...]:
    """Return what the journal holds; a bundle is worth having without it too."""
    try:
        return Journal(doors.journal).entries()
    except OSError as error:
        reason = error.strerror or str(error)
        console.note(f"The bundle is written without the journal, which cannot be read: {reason}.")
        return ()
