"""``ssmwizard explain``: what a check or an error message means. It asks nothing of AWS."""

from __future__ import annotations

import sys
from argparse import Namespace

from ssmwizard.app import explain, explain_json, explain_text
from ssmwizard.app.doors import Doors
from ssmwizard.cli import console
from ssmwizard.cli.status import Status

INPUT = "-"


def run(arguments: Namespace, _: Doors) -> int:
    """Explain what was given; return 3 where it is not known."""
    text = _read() if arguments.text == [INPUT] else " ".join(arguments.text)
    if not text.strip():
        raise console.Wrong("There is nothing to explain: give a check's id or an error message.")
    answer = explain.answer(text)
    if not answer.whole:
        console.note(f"Only the first {explain.LONGEST} characters were looked at.")
    if arguments.format == "json":
        console.answer_json(explain_json.as_json(answer))
    else:
        paper = console.paper()
        program = "ssmwizard" if arguments.demo is None else f"ssmwizard --demo {arguments.demo}"
        explain_text.write(paper, answer, program)
        console.answer(paper.text())
    return Status.READY if answer.known else Status.UNKNOWN


def _read() -> str:
    """Return what is on standard input, whatever its bytes are."""
    return sys.stdin.buffer.read(4 * explain.LONGEST).decode("utf-8", errors="replace")
