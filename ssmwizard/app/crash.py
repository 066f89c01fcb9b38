"""An error that nobody foresaw, as it is shown, logged and put into a bundle: never with values of variables.

What the error says of itself is kept apart from where it happened: the one may hold names, the other
is the program's own text.
"""

from __future__ import annotations

import os
import re
import sys
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import ssmwizard
from ssmwizard.outside.secrets import scrub_text

# Of a trace that is longer, the middle is left out.
MOST_FRAMES, FIRST_FRAMES = 100, 30
CAUSED = "which led to"
# What an error names, it names between quotes.
_QUOTED = re.compile(r"('(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\")")


@dataclass(frozen=True, slots=True)
class Problem:
    """One error: what it says of itself, and the frames it came through, without this computer's folders."""

    says: str
    trace: str


@dataclass(frozen=True, slots=True)
class Crash:
    """What happened when, in doing what; the first of ``problems`` led to the others."""

    at: datetime
    doing: str
    problems: tuple[Problem, ...]

    @property
    def says(self) -> str:
        """Return what the last error says of itself, in one line."""
        return self.problems[-1].says.strip().partition("\n")[0] if self.problems else ""

    def text(self) -> str:
        """Return all of it, for people."""
        told = f"\n{CAUSED}\n\n".join(f"{one.trace}{one.says}\n" for one in self.problems)
        return f"{self.at:%Y-%m-%d %H:%M:%S} UTC, {self.doing}\n\n{told}"

    def same(self, other: Crash) -> bool:
        """Tell whether the same happened at the same place."""
        return [one.trace for one in self.problems] == [one.trace for one in other.problems]


def crash_of(error: BaseException, doing: str) -> Crash:
    """Return what is told of an error; secrets in what it says are taken out."""
    told = traceback.TracebackException.from_exception(error, capture_locals=False)
    problems = tuple(_problem(one) for one in _chain(told))
    return Crash(datetime.now(UTC), doing, problems)


def left_by(trace: str, doing: str, at: datetime) -> Crash:
    """Return what is told of a process that Python could not end: its stacks, as they were written down."""
    said, _, frames = scrub_text(_nowhere(trace)).partition("\n")
    return Crash(at, doing, (Problem(said, f"{frames.strip()}\n"),))


def as_json(crash: Crash) -> dict[str, Any]:
    """Return it for JSON: what is said in words, and in quotes, apart."""
    return {
        "at": crash.at.isoformat(),
        "doing": crash.doing,
        "problems": [
            {"trace": one.trace, "says": list(_pieces(one.says))} for one in crash.problems
        ],
    }


def from_json(told: Mapping[str, Any]) -> Crash:
    """Undo :func:`as_json`; raises what a wrong form leads to."""
    problems = tuple(
        Problem("".join(word for piece in one["says"] for word in piece.values()), one["trace"])
        for one in told["problems"]
    )
    return Crash(datetime.fromisoformat(told["at"]), str(told["doing"]), problems)


def _chain(told: traceback.TracebackException) -> Iterator[traceback.TracebackException]:
    """Yield what led to an error, and the error."""
    before = told.__cause__ or (None if told.__suppress_context__ else told.__context__)
    if before is not None:
        yield from _chain(before)
    yield told


def _problem(told: traceback.TracebackException) -> Problem:
    left_out = len(told.stack) - MOST_FRAMES
    frames = told.stack.format()
    if left_out > 0:
        frames = [
            *traceback.StackSummary.from_list(told.stack[:FIRST_FRAMES]).format(),
            f"  … {left_out} more …\n",
            *traceback.StackSummary.from_list(told.stack[FIRST_FRAMES + left_out :]).format(),
        ]
    says = "".join(told.format_exception_only()).strip()
    return Problem(scrub_text(says), scrub_text(_nowhere("".join(frames))))


def _nowhere(trace: str) -> str:
    """Take the folders of this computer out of the names of files."""
    places = {*sys.path, sys.prefix, sys.base_prefix, str(Path(ssmwizard.__file__).parents[1])}
    for place in sorted(filter(None, places), key=len, reverse=True):
        trace = trace.replace(f'File "{place.rstrip(os.sep)}{os.sep}', 'File "')
    return trace


def _pieces(says: str) -> Iterator[Mapping[str, str]]:
    for place, piece in enumerate(_QUOTED.split(says)):
        if piece:
            yield {"quoted" if place % 2 else "words": piece}
