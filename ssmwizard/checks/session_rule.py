"""What the rules about session preferences and what they name have in common."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ssmwizard.checks.rule import Outcome, not_applicable, unknown, waiting
from ssmwizard.model.facts import Unknown
from ssmwizard.model.findings import Evidence, Status
from ssmwizard.model.session import Preferences
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text

# What is lost when the agent ends a session of a shell: all but what goes through a port.
# https://github.com/aws/amazon-ssm-agent/blob/mainline/agent/session/plugins/sessionplugin/sessionplugin.go
SHELLS = ("shell", "kms", "shell-profile", "cloudwatch-streaming", "run-as", "non-interactive")


def worst(answers: Iterable[Outcome]) -> Outcome | None:
    """Return what several answers come to: all that is as bad as the worst; None where none is bad.

    A failure comes before what cannot be told, and that before a warning.
    """
    told = [answer for answer in answers if answer.status is not Status.PASSED]
    for status in (Status.FAILED, Status.UNKNOWN, Status.WARNING, Status.SKIPPED):
        those = [answer for answer in told if answer.status is status]
        if not those:
            continue
        first = those[0]
        said, *others = dict.fromkeys(each.text for each in those)
        for other in others:
            said = text(N_("{one} {other}"), one=said, other=other)
        evidence = (one for each in those for one in each.evidence)
        return replace(
            first,
            text=said,
            evidence=tuple(dict.fromkeys(evidence)),
            lacking=tuple(dict.fromkeys(name for each in told for name in each.lacking)),
            doubts=tuple(dict.fromkeys(name for each in told for name in each.doubts)),
        )
    return None


def readable(snapshot: Snapshot) -> Preferences | Outcome:
    """Return the session preferences, or the answer where there are none that could be read."""
    fact = snapshot.session.preferences
    if isinstance(fact, Unknown):
        return waiting("account.preferences")
    if fact.value is None:
        return not_applicable(text(N_("No session preferences were ever set here.")))
    return fact.value if fact.value.problem is None else waiting("account.preferences")


def unseen(fact: Unknown, doubts: tuple[str, ...], *evidence: Evidence) -> Outcome:
    """Answer that a fact could not be seen, and which features that leaves in doubt."""
    return unknown(fact, *evidence).doubting(doubts)
