"""The rule about this computer's clock: AWS refuses what is signed at the wrong time."""

from __future__ import annotations

from ssmwizard.checks.rule import Check, Outcome, failed, not_applicable, passed, seen, warning
from ssmwizard.model.facts import Unknown, Why
from ssmwizard.model.findings import Grade, Scope, Severity
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text

AHEAD = text(N_("Seconds by which AWS's clock is ahead"))
MINUTE = 60


def clock(snapshot: Snapshot) -> Outcome:
    """Judge how far this computer's clock is from AWS's, by the date of AWS's own answer."""
    if snapshot.computer is None:
        return not_applicable(text(N_("This computer was left out.")))
    fact = snapshot.identity.clock
    if isinstance(fact, Unknown) and fact.why is Why.NOT_COLLECTED:
        said = N_("The clock is compared with AWS's once AWS has answered; it has not been asked.")
        return not_applicable(text(said))
    ahead = fact.require()
    found = seen(AHEAD, f"{ahead:g}", fact)
    if abs(ahead) <= snapshot.requirements.number("clock.warning-seconds"):
        return passed(text(N_("The clock of this computer agrees with AWS's.")), found)
    if ahead > 0:
        said = N_("The clock of this computer is {minutes} minutes behind AWS's. Set it right.")
    else:
        said = N_("The clock of this computer is {minutes} minutes ahead of AWS's. Set it right.")
    minutes = f"{abs(ahead) / MINUTE:.1f}"
    if abs(ahead) <= snapshot.requirements.number("clock.failed-seconds"):
        return warning(text(said, minutes=minutes), found)
    return failed(text(said, minutes=minutes), found, grade=Grade.PROVED, cause="clock")


CHECKS: tuple[Check, ...] = (
    Check(
        id="computer.clock",
        title=text(N_("The clock of this computer is right")),
        why=text(
            N_(
                "Requests to AWS are signed with the time, and refused when it is some minutes off; the message then speaks of signatures or expired credentials."
            )
        ),
        scope=Scope.COMPUTER,
        severity=Severity.BLOCKER,
        requirements=("clock.failed-seconds", "clock.warning-seconds"),
        docs=("reference_sigv",),
        run=clock,
    ),
)
