"""``ssmwizard check``: the whole inspection without a window."""

from __future__ import annotations

from argparse import Namespace

from ssmwizard.app import report
from ssmwizard.app.doors import Doors
from ssmwizard.app.inspect import Inspection
from ssmwizard.cli import console, looking


def run(arguments: Namespace, doors: Doors) -> int:
    """Inspect and report; return the exit status."""
    inspection = looking.look(arguments, doors)
    match arguments.format:
        case "json":
            pieces = report.json_pieces(inspection, ascii_only=console.spelled(arguments.output))
            console.answer_pieces(pieces, arguments.output)
        case "sarif":
            console.answer_json(report.as_sarif(inspection), arguments.output)
        case "junit":
            told = report.as_junit(inspection, strict=arguments.strict)
            console.answer(told, arguments.output)
        case "markdown":
            told = report.as_markdown(inspection, again(arguments))
            console.answer(told, arguments.output)
        case _:
            console.answer(_text(inspection, arguments), arguments.output)
    return looking.status(inspection, strict=arguments.strict)


def _text(inspection: Inspection, arguments: Namespace) -> str:
    return report.as_text(
        inspection,
        console.width(),
        colour=console.colour() and arguments.output is None,
        plain=not console.unicode(),
        program=again(arguments),
    )


def again(arguments: Namespace) -> str:
    """Return how another command on the same account begins."""
    return "ssmwizard" if arguments.demo is None else "ssmwizard --demo"
