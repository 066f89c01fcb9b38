"""``ssmwizard bundle``: writes the support bundle."""

from __future__ import annotations

from argparse import Namespace

from ssmwizard.app import bundle
from ssmwizard.app.bundle_parts import ALWAYS, SAYS
from ssmwizard.app.doors import Doors
from ssmwizard.cli import console, looking
from ssmwizard.cli.status import Status
from ssmwizard.outside.journal import Journal
from ssmwizard.outside.journal_entries import Entry


def run(arguments: Namespace, doors: Doors) -> int:
    """Inspect and write the bundle; a bundle that was written is success, whatever it says."""
    if not arguments.nodes:
        arguments.all = True
    for name in arguments.without:
        if name not in SAYS or name in ALWAYS:
            names = ", ".join(sorted(SAYS.keys() - ALWAYS))
            raise console.Wrong(f"{name} cannot be left out. What can be: {names}.")
    inspection = looking.look(arguments, doors)
    try:
        audience = bundle.Audience(arguments.audience)
        path = bundle.write(
            arguments.output,
            inspection,
            _entries(doors),
            audience,
            arguments.without,
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


def _entries(doors: Doors) -> tuple[Entry, ...]:
    """Return what the journal holds; a bundle is worth having without it too."""
    try:
        return Journal(doors.journal).entries()
    except OSError as error:
        reason = error.strerror or str(error)
        console.note(f"The bundle is written without the journal, which cannot be read: {reason}.")
        return ()
