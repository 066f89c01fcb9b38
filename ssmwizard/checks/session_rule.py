"""What the rules about session preferences and what they name have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ssmwizard.checks.rule import Outcome, not_applicable, unknown, waiting
from ssmwizard.model.facts import Unknown
from ssmwizard.model.findings import Evidence, Status
from ssmwizard.model.session import Preferences
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, joined, text

# What is lost when the agent ends a session of a shell: all but what goes through a port.
# https://github.com/aws/amazon-ssm-agent/blob/mainline/agent/session/plugins/sessionplugin/sessionplugin.go
SHELLS = ("shell", "kms", "shell-profile", "cloudwatch-streaming", "run-as", "non-interactive")


def worst(answers: Sequence[Outcome]) -> Outcome | None:
    """Return what several answers come to: the worst with all that is said; None where none is bad.

    A failure comes before what cannot be told, and that before a warning; one that merely echoes
    another check counts where there is no failure besides.
    """
    if any(one.status is Status.FAILED and not one.blocked_by for one in answers):
        answers = [one for one in answers if not one.blocked_by]
    told = [
        answer
        for status in (Status.FAILED, Status.UNKNOWN, Status.WARNING)
        for answer in answers
        if answer.status is status
    ]
    if not told:
        return None
    said = joined(*dict.fromkeys(answer.text for answer in told))
    return replace(
        told[0],
        text=said,
        evidence=tuple(dict.fromkeys(one for answer in told for one in answer.evidence)),
        fixes=tuple(dict.fromkeys(fix for answer in told for fix in answer.fixes)),
        lacking=tuple(dict.fromkeys(name for answer in told for name in answer.lacking)),
        doubts=tuple(dict.fromkeys(name for answer in told for name in answer.doubts)),
    )


def followed(answer: Outcome, consequences: Mapping[Status, str]) -> Outcome:
    """Return an answer that also says what comes of it, by its status."""
    said = consequences.get(answer.status)
    if said is None:
        return answer
    return replace(answer, text=text(said, finding=answer.text))


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
