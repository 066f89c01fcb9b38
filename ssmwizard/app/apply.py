"""Applies a plan: looks again, rehearses, writes down, changes, writes down."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from ssmwizard.app.doors import Doors
from ssmwizard.app.inspect import Inspection
from ssmwizard.app.look_again import look_again
from ssmwizard.app.making import NO_JOURNAL, NOWHERE_TO_SHOW, Making, busy, says
from ssmwizard.app.place import place_of
from ssmwizard.app.rehearsal import rehearse
from ssmwizard.app.transaction import (
    Applied,
    End,
    Said,
    Show,
    Step,
    StepState,
    Transaction,
    nothing,
)
from ssmwizard.app.verify import prover
from ssmwizard.app.waves import Leave, Waves
from ssmwizard.fixes.every import by_id
from ssmwizard.model.facts import Known, Unknown, Why
from ssmwizard.model.identity import same_caller
from ssmwizard.model.plans import NoPlan, Plan
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside import lock
from ssmwizard.outside.journal import Journal, Unwritable, Who

# Who changes this computer alone need not be signed in.
NOBODY = Who("", "", "", None)


@dataclass(frozen=True, slots=True)
class Moved:
    """The facts have changed since the plan was shown; nothing was changed. ``plans`` are the new ones."""

    says: Text
    plans: tuple[Plan | NoPlan, ...]
    inspection: Inspection


@dataclass(frozen=True, slots=True)
class _Talk:
    """Whom to tell, show and ask what, and who was confirmed; see :func:`apply`."""

    said: Said
    show: Show
    confirmed: str
    leave: Leave


@dataclass(frozen=True, slots=True)
class OtherCaller(Moved):
    """Somebody else is signed in than when the plan was made; nothing was changed.

    ``before`` and ``now`` are their ARNs. Applied again with ``now`` as confirmed, it goes on.
    """

    before: str
    now: str


def apply(  # noqa: PLR0913 - what is applied, and who is told, shown and asked what
    doors: Doors,
    inspection: Inspection,
    plan: Plan,
    said: Said = lambda _: None,
    cancelled: threading.Event | None = None,
    show: Show | None = None,
    *,
    confirmed: str = "",
    leave: Leave = lambda _: False,
) -> Applied | Moved:
    """Apply a plan of an inspection, after looking again whether it is still the right one.

    ``cancelled`` takes effect between changes, never within one; what runs on nodes then is stopped
    unless ``leave`` says that it is to go on. ``show`` is given what AWS tells once
    (a code); without it no plan is applied of which that would be lost. ``confirmed`` is the ARN of a
    caller, other than whom the plan was made as, of whom it was confirmed.
    """
    stop = cancelled or threading.Event()
    refusal = doors.gate.refuses_fix(plan.fix, place_of(inspection, plan))
    if refusal is not None:
        return Applied(End.REFUSED, refusal, plan)
    if show is None and any(change.shows_once for change in plan.changes):
        return Applied(End.REFUSED, text(NOWHERE_TO_SHOW), plan)
    journal = Journal(doors.journal)
    try:
        with journal.alone():
            talk = _Talk(said, show or nothing, confirmed, leave)
            return _alone(doors, journal, inspection, plan, talk, stop)
    except lock.Taken as taken:
        return Applied(End.REFUSED, busy(taken), plan)
    except Unwritable as problem:
        return Applied(End.REFUSED, text(NO_JOURNAL, reason=str(problem)), plan)


def _alone(
    doors: Doors,
    journal: Journal,
    inspection: Inspection,
    plan: Plan,
    talk: _Talk,
    stop: threading.Event,
) -> Applied | Moved:
    talk.said(Step(None, StepState.LOOKING, text(N_("Looking whether the plan is still right."))))
    choice = inspection.choice
    fresh = look_again(doors, choice, plan, stop)
    if stop.is_set():
        return Applied(End.CANCELLED, text(N_("Stopped before anything was changed.")), plan)
    caller = fresh.snapshot.identity.caller
    if isinstance(caller, Unknown) and not plan.on_computer:
        return Applied(End.REFUSED, _nobody(caller), plan)
    moved = _moved(inspection, fresh, plan, talk.confirmed)
    if moved is not None:
        return moved
    making = Making(doors.aws(choice.profile, choice.region), doors.hands(plan.fix), plan.fix)
    refusal = rehearse(making, plan, talk.said)
    if refusal is not None:
        said_why = text(N_("Nothing was changed. {why}"), why=says(refusal))
        return Applied(End.REFUSED, said_why, plan, failure=refusal)
    who = NOBODY
    if isinstance(caller, Known):
        region = fresh.snapshot.identity.region or ""
        who = Who(caller.value.arn, caller.value.account, region, choice.profile)
    entry = journal.begin(plan, who, choice.features)
    waves = Waves(journal, entry, making, plan, stop, prover(doors, choice, plan, stop), talk.leave)
    return Transaction(
        journal, entry, making, plan, talk.said, stop, show=talk.show, waves=waves
    ).run()


def _nobody(caller: Unknown) -> Text:
    if caller.why is Why.CREDENTIALS:
        return text(N_("Nothing was changed: the credentials were refused. Sign in again."))
    said = N_("Nothing was changed: AWS does not tell who is signed in ({detail}).")
    return text(said, detail=caller.detail or caller.code or caller.why)


def _moved(before: Inspection, fresh: Inspection, plan: Plan, confirmed: str) -> Moved | None:
    """Plan again; None when the same plan comes out, for the same caller."""
    other = None if plan.on_computer else _other_caller(before, fresh, confirmed)
    if other is not None:
        return other
    snapshot = fresh.snapshot
    plans = by_id(plan.fix).plan(snapshot, snapshot.nodes)
    if plan in plans:
        return None
    if plans and all(isinstance(one, NoPlan) and one.nothing_to_do for one in plans):
        return Moved(text(N_("Nothing was changed: there is nothing left to do.")), plans, fresh)
    said = N_(
        "Nothing was changed: something is different in the account since the plan was made. Look at the new plan first."
    )
    return Moved(text(said), plans, fresh)


def _other_caller(before: Inspection, fresh: Inspection, confirmed: str) -> Moved | None:
    old, new = before.snapshot.identity.caller, fresh.snapshot.identity.caller
    if isinstance(old, Unknown) or isinstance(new, Unknown):
        return None
    if old.value.account != new.value.account:
        said = N_(
            "Nothing was changed: the profile leads to the account {now}, and the plan was made for {before}."
        )
        return Moved(text(said, now=new.value.account, before=old.value.account), (), fresh)
    was, now = old.value.arn, new.value.arn
    if same_caller(was, now) or same_caller(now, confirmed):
        return None
    said = N_("Nothing was changed: the plan was made as {before}, and {now} is signed in.")
    return OtherCaller(text(said, before=was, now=now), (), fresh, was, now)
