"""``ssmwizard open``: reads a support bundle again, offline, and judges it by today's rules."""

from __future__ import annotations

from argparse import Namespace

from ssmwizard.app import report, since
from ssmwizard.app.doors import Doors
from ssmwizard.cli import console, looking, reading
from ssmwizard.cli.status import Status


def run(arguments: Namespace, _: Doors) -> Status:
    """Tell what the bundle says; the exit status is that of an inspection."""
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
