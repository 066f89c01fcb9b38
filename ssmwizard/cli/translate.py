"""``ssmwizard open --translate`` and ``--forget``: the names that the stand-ins of a bundle stand for."""

from __future__ import annotations

import sys
from argparse import Namespace

from ssmwizard.app import opening, translating
from ssmwizard.app.doors import Doors
from ssmwizard.app.shown import shown
from ssmwizard.app.translating import Back, NoMap, NotKept
from ssmwizard.cli import console, reading
from ssmwizard.cli.status import Status

INPUT = "-"
QUESTION = (
    "Nobody, you included, will be able to translate what is written about {bundle} then."
    " Type forget to go on:"
)


def wanted(arguments: Namespace) -> bool:
    """Tell whether it is about the stand-ins, and not about what the bundle says."""
    return arguments.translate is not None or bool(arguments.forget)


def run(arguments: Namespace, doors: Doors) -> Status:
    """Translate a text, or forget what it takes; return 3 where that is not there."""
    if arguments.translate is not None and arguments.forget:
        raise console.Wrong("--translate and --forget cannot go together.")
    back = _back(arguments, doors)
    return _forget(arguments, back) if arguments.forget else _translate(arguments, back)


def _back(arguments: Namespace, doors: Doors) -> Back:
    bundle, store = arguments.bundle, doors.keyring or opening.keyring()
    if arguments.forget and not bundle.exists():
        lost = translating.back_of_lost(bundle, store)
        if lost is not None:
            return lost
    back = translating.back(bundle, reading.manifest(bundle), store)
    if back is None:
        raise console.Wrong(f"{bundle} has no stand-ins: the names in it are the real ones.")
    return back


def _translate(arguments: Namespace, back: Back) -> Status:
    written = arguments.translate
    if written == INPUT:
        written = sys.stdin.buffer.read().decode("utf-8", errors="replace")
    try:
        translated = back.translator().translation(written.replace("\r\n", "\n"))
    except NoMap as problem:
        console.note(shown(problem.reason))
        return Status.UNKNOWN
    if arguments.format == "json":
        console.answer_json({"text": translated.said, "replaced": translated.replaced})
        return Status.READY
    if not translated.replaced:
        console.note("No stand-in of this bundle is in it.")
    console.answer(shown(translated.said))
    return Status.READY


def _forget(arguments: Namespace, back: Back) -> Status:
    question = QUESTION.format(bundle=arguments.bundle)
    if not arguments.yes and not console.confirmed(question, "forget"):
        console.note("Nothing was deleted.")
        return Status.BLOCKED
    try:
        found = back.forget()
    except NotKept as problem:
        console.note(shown(problem.reason))
        return Status.UNKNOWN
    except OSError as error:
        raise console.Wrong(f"It cannot be deleted: {error.strerror or error}.") from error
    said = "What its stand-ins stand for is forgotten." if found else "There was nothing to forget."
    console.answer(said)
    return Status.READY
