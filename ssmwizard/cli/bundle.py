"""``ssmwizard bundle``: writes the support bundle."""

from __future__ import annotations

import errno
import logging
import os
import threading
from argparse import Namespace
from pathlib import Path

from ssmwizard.app import bundle, node_logs, translating
from ssmwizard.app.bundle_parts import CONSOLE, CRASH, Wishes, can_be_named, names
from ssmwizard.app.crash import Crash, crash_of, from_json
from ssmwizard.app.doors import Doors
from ssmwizard.app.inspect import Inspection
from ssmwizard.app.omissions import written_down
from ssmwizard.app.seen import Seen
from ssmwizard.app.shown import shown
from ssmwizard.app.so_far import so_far
from ssmwizard.cli import console, looking
from ssmwizard.cli.status import Status
from ssmwizard.outside import crash_file
from ssmwizard.outside.secret_store import SecretStore

LOG = logging.getLogger(__name__)
STOPPING = "Stopping: the bundle is written of what was seen. Ctrl+C again ends at once."


def run(arguments: Namespace, doors: Doors) -> int:
    """Inspect and write the bundle; a bundle that was written is success, whatever it says.

    Ctrl+C ends the looking, and what was seen is written; so it is when an error that nobody foresaw does.
    """
    if not arguments.nodes:
        arguments.all = True
    wishes = _wishes(arguments)
    _can_be_written(arguments.output)
    with console.stoppable(STOPPING, once=True) as stop:
        inspection, crash = _look(arguments, doors, stop)
    fault = crash is not None
    crash = crash or _left(doors)
    entries, lost = written_down(doors.journal)
    for one in lost:
        console.note(f"Not in the bundle: {one['what']}, {one['reason']} ({one['detail']}).")
    try:
        audience = bundle.Audience(arguments.audience)
        watch = bundle.Watch(console.progress)
        made = bundle.make(
            inspection,
            entries,
            audience,
            wishes,
            lost=lost,
            crash=crash,
            watch=watch,
            language=arguments.language,
        )
        path = made.write(arguments.output, watch)
    except bundle.Refused as refusal:
        console.note(str(refusal))
        return Status.INTERNAL
    except OSError as error:
        raise _not_written(arguments.output, error.strerror or str(error)) from error
    finally:
        console.progress_ended()
    _keep(made, path, None if arguments.without_keyring else doors.keyring)
    if not doors.demo and CRASH in {part.name for part in made.parts if part.wanted}:
        crash_file.forget(doors.journal.parent)
    console.answer(str(path))
    if stop.is_set():
        return Status.INTERRUPTED
    return Status.INTERNAL if fault else Status.READY


def _can_be_written(path: Path) -> None:
    """Say before anything is looked at what can be known of a place where nothing can be written."""
    if path.is_dir():
        raise _not_written(path, os.strerror(errno.EISDIR))
    if not path.parent.is_dir():
        raise _not_written(path, os.strerror(errno.ENOENT))


def _not_written(path: Path, reason: str) -> console.Wrong:
    return console.Wrong(f"The bundle cannot be written to {path}: {reason}.")


def _look(
    arguments: Namespace, doors: Doors, stop: threading.Event
) -> tuple[Inspection, Crash | None]:
    """Inspect, or return what was seen until an error that nobody foresaw came up, and that error."""
    try:
        inspection = looking.look(arguments, doors, cancelled=stop)
        if arguments.console_output and not stop.is_set():
            inspection = _with_console_output(doors, inspection, stop)
    except console.Wrong:
        raise
    except Exception as error:
        LOG.exception("the inspection failed")
        crash = crash_of(error, "bundle")
        console.note(
            f"ssmwizard failed: this is a fault of the program ({crash.says})."
            " The bundle holds that, and what was seen until then."
        )
        seen = Seen(looking.choice_of(arguments), crash=crash)
        return so_far(seen, doors.begun, doors.page), crash
    return inspection, None


def _left(doors: Doors) -> Crash | None:
    """Return the error that an earlier command ended with, if no bundle holds it yet."""
    told = None if doors.demo else crash_file.left(doors.journal.parent)
    try:
        crash = from_json(told) if told is not None else None
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    if crash is not None:
        console.note(f"The bundle holds the error of {crash.at:%Y-%m-%d %H:%M} UTC too: {CRASH}.")
    return crash


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


def _with_console_output(doors: Doors, inspection: Inspection, stop: threading.Event) -> Inspection:
    nodes = node_logs.can_be_read(inspection)
    count = "1 instance" if len(nodes) == 1 else f"{len(nodes)} instances"
    console.note(f"The console output of {count} is read; it may tell anything.")
    try:
        return node_logs.read(doors, inspection, console.progress, stop)
    finally:
        console.progress_ended()


def _keep(made: bundle.Bundle, path: Path, store: SecretStore | None) -> None:
    """Keep what the stand-ins stand for, and say where; the bundle stands without it too."""
    kept = translating.keep(made, path, store, console.progress)
    console.progress_ended()
    if kept is None:
        return
    console.note(shown(kept.says))
    if kept.kept:
        name = f'"{path}"' if " " in str(path) else path
        console.note(f"To translate what is written about it: ssmwizard open {name} --translate -")
    else:
        console.note("To have it written without a keyring and not encrypted: --without-keyring")
