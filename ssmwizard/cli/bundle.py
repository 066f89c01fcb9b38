"""``ssmwizard bundle``: writes the support bundle."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ssmwizard.app import bundle, node_logs, translating
from ssmwizard.app.bundle_parts import CONSOLE, Wishes, can_be_named, names
from ssmwizard.app.doors import Doors
from ssmwizard.app.inspect import Inspection
from ssmwizard.app.shown import shown
from ssmwizard.cli import console, looking
from ssmwizard.cli.status import Status
from ssmwizard.outside.journal import Journal
from ssmwizard.outside.journal_entries import Entry
from ssmwizard.outside.secret_store import SecretStore


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
        watch = bundle.Watch(console.progress)
        made = bundle.make(
            inspection,
            _entries(doors),
            audience,
            wishes,
            watch=watch,
            language=arguments.language,
        )
        path = made.write(arguments.output, watch)
    except bundle.Refused as refusal:
        console.note(str(refusal))
        return Status.INTERNAL
    except OSError as error:
        reason = error.strerror or str(error)
        message = f"The bundle cannot be written to {arguments.output}: {reason}."
        raise console.Wrong(message) from error
    finally:
        console.progress_ended()
    _keep(made, path, None if arguments.without_keyring else doors.keyring)
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


def _keep(made: bundle.Bundle, path: Path, store: SecretStore | None) -> None:
    """Keep what the stand-ins stand for, and say where; the bundle stands without it too."""
    if store is not None and made.originals:
        console.line("The key to its stand-ins goes into the keyring")
    kept = translating.keep(made, path, store)
    console.progress_ended()
    if kept is None:
        return
    console.note(shown(kept.says))
    if kept.kept:
        console.note(f"To translate what is written about it: ssmwizard open {path} --translate -")
    else:
        console.note("To have it written without a keyring and not encrypted: --without-keyring")


def _entries(doors: Doors) -> tuple[Entry, ...]:
    """Return what the journal holds; a bundle is worth having without it too."""
    try:
        return Journal(doors.journal).entries()
    except OSError as error:
        reason = error.strerror or str(error)
        console.note(f"The bundle is written without the journal, which cannot be read: {reason}.")
        return ()
