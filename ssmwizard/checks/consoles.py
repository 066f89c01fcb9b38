"""What the console output of an instance tells of its agent. It may be old: it is a hint."""

from __future__ import annotations

from collections.abc import Iterator

from ssmwizard.checks.rule import seen
from ssmwizard.model.facts import Known, Unknown, Why
from ssmwizard.model.findings import Evidence
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.text import N_, Text, text

CONSOLE = text(N_("Console output"))
# A word of a line, and what it then says.
SIGNS = (
    ("hibernat", N_("Its console output tells that the agent hibernated: {line}")),
    ("no space left", N_("Its console output tells that a disk was full: {line}")),
    ("kernel panic", N_("Its console output tells that the kernel stopped: {line}")),
    ("emergency mode", N_("Its console output tells that it did not come up: {line}")),
)


def signs(node: NodeFacts) -> Iterator[tuple[Text, Evidence]]:
    """Yield what the console tells of the reason, the latest of each kind."""
    fact = node.console
    if not isinstance(fact, Known):
        return
    for word, said in SIGNS:
        line = next((one for one in reversed(fact.value) if word in one.casefold()), None)
        if line is not None:
            yield text(said, line=line), seen(CONSOLE, line, fact)


def last(node: NodeFacts) -> tuple[Evidence, ...]:
    """Return the last that the console shows of the agent, or that it shows nothing."""
    fact = node.console
    if isinstance(fact, Unknown):
        if fact.why is Why.NOT_COLLECTED:
            return ()
        return (seen(CONSOLE, fact.right or fact.detail or fact.code or fact.why, fact),)
    return (seen(CONSOLE, fact.value[-1] if fact.value else "-", fact),)
