"""What the scripts for all shells have in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ssmwizard.app.ways.steps import Step
from ssmwizard.app.ways.way import Ground, comments
from ssmwizard.model.plans import Change, Undo
from ssmwizard.model.text import N_, Text, text

STOPS = N_(
    "It stops at the first error. What was done until then stays; the end of this file says how to take it back."
)
ONCE = N_("AWS tells {name} this once; keep it where it is safe:")
NEXT_WAVE = N_(
    "Further nodes come next. Look first whether those before came through well. Enter goes on, Ctrl+C stops here."
)
HOW_BACK = N_("To take this back:")
BACK = N_("To take it back, in this order. Look first whether somebody changed it since:")
NO_WAY_BACK = N_("Nothing takes this back.")
PRINTED = N_("What stands for <{name}> is printed when the script runs.")


def patient(change: Change) -> bool:
    """Tell whether some errors of a change are none."""
    return bool(change.done_codes or change.settling_codes)


def next_wave(told: tuple[Step, ...], step: Step) -> bool:
    """Tell whether a step is for nodes that come only when those before have proved themselves."""
    before = told[step.place - 2].change.wave if step.place > 1 else step.change.wave
    return step.change.wave > before


def codes(some: tuple[str, ...]) -> str:
    """Return error codes as one regular expression."""
    return "|".join(re.escape(code) for code in some)


def shown(said: Text, place: Ground) -> str:
    """Return a text on one line."""
    return " ".join(place.say(said).split())


def wrong_account(place: Ground) -> Text:
    """Return what is said to whoever has the credentials of another account."""
    said = N_("These credentials are not of the account {account}, which this is for.")
    return text(said, account=place.account)


def way_back(
    told: tuple[Step, ...], place: Ground, written: Callable[[Undo, Ground], str]
) -> Iterator[str]:
    """Yield how a plan is taken back, as comments, the last change first.

    ``written`` writes one undoing, with ``<Name>`` where a value is only known from an answer.
    """
    undos = [(step, step.change.undo) for step in reversed(told) if step.change.undo is not None]
    yield from comments([place.say(text(BACK if undos else NO_WAY_BACK))])
    for step, undo in undos:
        yield from comments([f"- {shown(undo.says, place)}"])
        # To be copied: not broken anew.
        yield from (f"#   {line}" for line in written(undo, place).splitlines())
        for name in step.back:
            yield from comments([place.say(text(PRINTED, name=name))])
