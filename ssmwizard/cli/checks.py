"""``ssmwizard checks``: every check, with the requirements that it judges by."""

from __future__ import annotations

from argparse import Namespace

from ssmwizard.app import catalogue
from ssmwizard.app.doors import Doors
from ssmwizard.checks.every import EVERY
from ssmwizard.cli import console
from ssmwizard.cli.status import Status


def run(arguments: Namespace, _: Doors) -> int:
    """List every check in the order of the chain."""
    if arguments.format == "json":
        console.answer_json([catalogue.check_json(check) for check in EVERY])
        return Status.READY
    paper = console.paper()
    for check in EVERY:
        catalogue.write_brief(paper, check)
    console.answer(paper.text())
    return Status.READY
