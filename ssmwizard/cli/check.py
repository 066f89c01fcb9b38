"""``ssmwizard check``: the whole inspection without a window."""

from __future__ import annotations

from argparse import Namespace

from ssmwizard.app import report
from ssmwizard.app.doors import Doors
from ssmwizard.cli import console, looking


def run(arguments: Namespace, doors: Doors) -> int:
    """Inspect and report; return the exit status."""
    inspection = looking.look(arguments, doors)
    if arguments.format == "json":
        pieces = report.json_pieces(inspection, ascii_only=console.spelled(arguments.output))
        console.answer_pieces(pieces, arguments.output)
    else:
        colour = console.colour() and arguments.output is None
        told = report.as_text(
            inspection,
            console.width(),
            colour=colour,
            plain=not console.unicode(),
            program=again(arguments),
        )
        console.answer(told, arguments.output)
    return looking.status(inspection, strict=arguments.strict)


def again(arguments: Namespace) -> str:
    """Return how another command on the same account begins."""
    return "ssmwizard" if arguments.demo is None else "ssmwizard --demo"
