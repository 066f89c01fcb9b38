"""``ssmwizard script``: shows what nodes are asked, to be read before or run by hand."""

from __future__ import annotations

from argparse import Namespace

from ssmwizard.app import questions
from ssmwizard.app.doors import Doors
from ssmwizard.cli import console
from ssmwizard.cli.status import Status


def run(arguments: Namespace, _: Doors) -> int:
    """Print the script for a system."""
    console.answer("\n".join(questions.script(arguments.system)))
    return Status.READY
