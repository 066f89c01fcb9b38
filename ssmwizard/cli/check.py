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
        console.answer_json(report.as_json(inspection), arguments.output)
    else:
        colour = console.colour() and arguments.output is None
        told = report.as_text(
            inspection, width=console.width(), colour=colour, options=again(arguments)
        )
        console.answer(told, arguments.output)
    return looking.status(inspection, strict=arguments.strict)


def again(arguments: Namespace) -> str:
    """Return the options that lead another command to the same account."""
    words = [] if arguments.demo is None else ["--demo"]
    for name in ("profile", "region"):
        value = getattr(arguments, name)
        if value and not (name == "profile" and words):
            words += [f"--{name}", value]
    return " ".join(words)
