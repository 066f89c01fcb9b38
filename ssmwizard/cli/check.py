"""``ssmwizard check``: the whole inspection without a window."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ssmwizard.app import report
from ssmwizard.app.doors import Doors
from ssmwizard.app.inspect import Inspection
from ssmwizard.cli import console, looking


def run(arguments: Namespace, doors: Doors) -> int:
    """Inspect and report; return the exit status."""
    inspection = looking.look(arguments, doors)
    output: Path | None = arguments.output
    match arguments.format:
        case "json":
            pieces = report.json_pieces(inspection, ascii_only=console.spelled(output))
            console.answer_pieces(pieces, output)
        case "sarif":
            pieces = report.sarif_pieces(inspection, ascii_only=console.spelled(output))
            console.answer_pieces(pieces, output)
        case "junit":
            pieces = report.junit_pieces(inspection, strict=arguments.strict)
            console.answer_pieces(pieces, output)
        case "markdown":
            console.answer(report.as_markdown(inspection, again(arguments)), output)
        case _:
            console.answer(_text(inspection, arguments), output)
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
    return "ssmwizard" if arguments.demo is None else f"ssmwizard --demo {arguments.demo}"
