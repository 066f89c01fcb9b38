"""Has EC2 rehearse the changes of a plan, as far as it can."""

from __future__ import annotations

from collections.abc import Collection

from ssmwizard.app.making import Making
from ssmwizard.app.transaction import Said, Step, StepState
from ssmwizard.model.plans import Plan
from ssmwizard.model.text import N_, text
from ssmwizard.outside.calls import CallFailed

# How EC2 answers a rehearsal that would have worked.
# https://docs.aws.amazon.com/AWSEC2/latest/APIReference/CommonParameters.html
REHEARSED = "DryRunOperation"


def rehearse(
    making: Making, plan: Plan, said: Said, places: Collection[int] | None = None
) -> CallFailed | None:
    """Rehearse changes (by their places, or all); return the first refusal."""
    for place, change in enumerate(plan.changes):
        if not change.dry_run or (places is not None and place not in places):
            continue
        said(Step(place, StepState.REHEARSING, text(N_("Rehearsing: {what}"), what=change.says)))
        try:
            making.call(change.call, DryRun=True)
        except CallFailed as failure:
            if failure.code != REHEARSED:
                return failure
    return None
