"""``ssmwizard open``: reads a support bundle again, offline, and judges it by today's rules."""

from __future__ import annotations

from argparse import Namespace

from ssmwizard.app import report, since
from ssmwizard.app.doors import Doors
from ssmwizard.cli import console, looking, reading, translate


def run(arguments: Namespace, doors: Doors) -> int:
    """Tell what the bundle says; the exit status is that of an inspection."""
    if translate.wanted(arguments):
        return translate.run(arguments, doors)
    opened = reading.opened(arguments.bundle)
    if arguments.format == "json":
        console.answer_json({"bundle": since.as_json(opened), **report.as_json(opened.inspection)})
    else:
        told = "\n".join(since.as_lines(opened))
        plain = not console.unicode()
        whole = report.as_text(
            opened.inspection, console.width(), colour=console.colour(), plain=plain
        )
        console.answer(f"{told}\n\n{whole}")
    return looking.status(opened.inspection)
