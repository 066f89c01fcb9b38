"""``ssmwizard fix``: shows the plan of a fix; with ``--apply`` carries it out and looks again."""

from __future__ import annotations

import threading
from argparse import Namespace
from functools import partial
from typing import Any

from ssmwizard.app import repair
from ssmwizard.app.choice import Choice
from ssmwizard.app.doors import Doors
from ssmwizard.app.inspect import Inspection
from ssmwizard.app.look_again import look_without_nodes
from ssmwizard.app.registration import registration
from ssmwizard.cli import console, giving, journal, looking, plan_text, sign_in, watch
from ssmwizard.cli.status import Status
from ssmwizard.fixes.every import EVERY, by_id
from ssmwizard.model.facts import Known, Unknown
from ssmwizard.model.findings import Scope
from ssmwizard.model.plans import Holds, NoPlan, Once, Plan
from ssmwizard.model.text import Text


def run(arguments: Namespace, doors: Doors) -> int:
    """Plan, show, and apply if asked to; return the exit status."""
    if arguments.id not in {fix.id for fix in EVERY}:
        raise console.Wrong(f"There is no fix {arguments.id}. `ssmwizard fixes` lists them.")
    giving.check_usage(arguments)
    journal.note_left_open(doors)
    inspection = _look(arguments, doors)
    needs_account = by_id(arguments.id).looks_at is Scope.NODE
    if needs_account and isinstance(inspection.snapshot.identity.caller, Unknown):
        return _nobody(inspection)
    plans = _plans(arguments, inspection)
    if arguments.check_again:
        return giving.look(arguments, inspection, plans)
    if arguments.way:
        return giving.give(arguments, doors, inspection, plans)
    if arguments.apply:
        return _apply_all(arguments, doors, inspection, plans)
    told = [(plan, _rights(doors, inspection, plan)) for plan in plans]
    if arguments.format == "json":
        shown = [plan_text.as_json(plan, held, inspection.snapshot) for plan, held in told]
        console.answer_json({"fix": arguments.id, "applied": False, "plans": shown})
    else:
        texts = [
            plan_text.as_text(plan, held, inspection.snapshot, console.width())
            for plan, held in told
        ]
        console.answer("\n".join(texts) or "There is nothing to do.")
        if any(isinstance(plan, Plan) for plan in plans):
            console.note("Nothing was changed. Add --apply to carry this out.")
        if any(Holds.LACK in held.values() for _, held in told):
            console.note("You lack rights for it. Add --as handover to ask somebody who has them.")
    return Status.UNKNOWN if any(_undone(plan) for plan in plans) else Status.READY


def _look(arguments: Namespace, doors: Doors) -> Inspection:
    fix = by_id(arguments.id)
    if fix.looks_at is Scope.NODE:
        return looking.look(arguments, doors, local=False)
    return look_without_nodes(doors, Choice(arguments.profile, arguments.region), fix)


def _plans(arguments: Namespace, inspection: Inspection) -> tuple[Plan | NoPlan, ...]:
    """Return the plans for the nodes named, or for those of all nodes that the fix is offered for."""
    if arguments.id == sign_in.FIX:
        return sign_in.plans(arguments, inspection)
    if arguments.all:
        offered = tuple(one for one in repair.proposals(inspection) if one.fix == arguments.id)
        if offered:
            return offered
    nodes = [node.id for node in inspection.snapshot.nodes]
    plans = repair.plans(inspection, arguments.id, nodes)
    if arguments.all:
        # Those with nothing to do are not worth a line each.
        return tuple(one for one in plans if isinstance(one, Plan) or not one.nothing_to_do)
    return plans


def _nobody(inspection: Inspection) -> int:
    for finding in inspection.findings:
        if finding.is_root_cause:
            console.note(finding.text.english())
    return Status.UNKNOWN


def _undone(plan: Plan | NoPlan) -> bool:
    return isinstance(plan, NoPlan) and not plan.nothing_to_do


def _rights(doors: Doors, inspection: Inspection, plan: Plan | NoPlan) -> Any:
    return repair.rights(doors, inspection.choice, plan) if isinstance(plan, Plan) else {}


def _apply_all(
    arguments: Namespace, doors: Doors, inspection: Inspection, plans: tuple[Plan | NoPlan, ...]
) -> int:
    outcomes: list[dict[str, Any]] = []
    worst = Status.READY
    for plan in plans:
        held = _rights(doors, inspection, plan)
        console.note(plan_text.as_text(plan, held, inspection.snapshot, console.width()))
        if isinstance(plan, NoPlan):
            worst = worst if plan.nothing_to_do else Status.UNKNOWN
            outcomes.append(plan_text.as_json(plan, held, inspection.snapshot))
            continue
        refusal = _refusal(doors, inspection, plan)
        if refusal is not None:
            outcomes.append(_refused(plan, refusal.english()))
            worst = max(worst, Status.BLOCKED)
            continue
        if not arguments.yes and not _confirmed(plan, inspection):
            outcomes.append(_refused(plan, "Nothing was changed: it was not confirmed."))
            worst = max(worst, Status.BLOCKED)
            break
        show = _shower(doors, inspection, as_text=arguments.format == "text")
        status, outcome = _apply(doors, inspection, plan, asks=not arguments.yes, show=show)
        worst = max(worst, status)
        outcomes.append(outcome)
        if status is Status.INTERRUPTED:
            break
    if arguments.format == "json":
        console.answer_json({"fix": arguments.id, "applied": True, "outcomes": outcomes})
    else:
        said = [one["says"] if "says" in one else one["reason"] for one in outcomes]
        console.answer("\n".join(said) or "There is nothing to do.")
    return worst


def _refusal(doors: Doors, inspection: Inspection, plan: Plan) -> Text | None:
    if plan.fix == sign_in.FIX:
        return sign_in.refusal(doors)
    return doors.gate.refuses_fix(plan.fix, repair.place_of(inspection, plan))


def _confirmed(plan: Plan, inspection: Inspection) -> bool:
    caller = inspection.snapshot.identity.caller
    if plan.confirm_account and isinstance(caller, Known):
        account = caller.value.account
        question = f"This touches the whole account. Type the account id ({account}) to go on:"
        return console.confirmed(question, account)
    return console.confirmed("Apply this? Type yes to go on:", "yes")


def _refused(plan: Plan, told: str) -> dict[str, Any]:
    return {"fix": plan.fix, "nodes": list(plan.nodes), "says": told, "end": "refused"}


def _confirmed_for_another(answer: repair.OtherCaller) -> bool:
    """Ask whether who is signed in now is to make what was planned as somebody else."""
    question = f"{answer.says.english()} Type yes to go on as {answer.now}:"
    return console.confirmed(question, "yes")


def _apply(
    doors: Doors, inspection: Inspection, plan: Plan, *, asks: bool, show: repair.Show | None
) -> tuple[Status, dict[str, Any]]:
    outcome: dict[str, Any] = {"fix": plan.fix, "nodes": list(plan.nodes)}
    if plan.fix == sign_in.FIX:
        return sign_in.carry_out(doors, inspection, plan, outcome)
    with console.stoppable() as stop:
        return _apply_and_look(doors, inspection, plan, outcome, stop, asks=asks, show=show)


def _apply_and_look(
    doors: Doors,
    inspection: Inspection,
    plan: Plan,
    outcome: dict[str, Any],
    stop: threading.Event,
    *,
    asks: bool,
    show: repair.Show | None,
) -> tuple[Status, dict[str, Any]]:
    tell = console.Teller()
    applied = _applied(doors, inspection, plan, stop, tell, asks=asks, show=show)
    outcome["says"] = applied.says.english()
    if isinstance(applied, repair.Moved):
        return Status.BLOCKED, {**outcome, "end": "moved", "entry": None}
    outcome |= {"end": applied.end, "entry": applied.entry}
    if applied.watched is not None:
        outcome["watched"] = watch.watched_json(applied.watched)
    if applied.end is not repair.End.DONE:
        if applied.can_undo:
            tell(f"Take back what was done: {_undo(doors, applied.entry)}")
        cancelled = applied.end is repair.End.CANCELLED
        if applied.watched is not None and not applied.watched.over and applied.made:
            tell(f"See how it goes on: {_watch(doors, applied.entry)}")
        return (Status.INTERRUPTED if cancelled else Status.BLOCKED), outcome
    tell("Looking again …")
    verified = repair.verify(
        doors, inspection.choice, applied.plan, console.progress, stop, applied.entry
    )
    console.progress_ended()
    outcome |= {"proof": verified.proof, "says": verified.says.english()}
    if applied.can_undo:
        tell(f"To take it back: {_undo(doors, applied.entry)}")
    if stop.is_set():
        tell(f"To look again later: {_of_entry('verify', doors, applied.entry)}")
        return Status.INTERRUPTED, outcome
    good = verified.proof in (repair.Proof.VERIFIED, repair.Proof.BLOCKED)
    return (Status.READY if good else Status.UNKNOWN), outcome


def _applied(
    doors: Doors,
    inspection: Inspection,
    plan: Plan,
    stop: threading.Event,
    tell: console.Teller,
    *,
    asks: bool,
    show: repair.Show | None,
) -> repair.Applied | repair.Moved:
    said = watch.telling(tell)
    apply = partial(repair.apply, doors, inspection, plan, said, stop, show, leave=watch.leave)
    applied = apply()
    if isinstance(applied, repair.OtherCaller) and asks and _confirmed_for_another(applied):
        applied = apply(confirmed=applied.now)
    console.progress_ended()
    return applied


def _shower(doors: Doors, inspection: Inspection, *, as_text: bool) -> repair.Show | None:
    """Return what shows a secret, on the terminal alone where there is one; None: nowhere to show it."""
    terminal = console.terminal()
    if terminal is None and not as_text:
        return None

    def show(once: Once) -> None:
        told = registration(once, inspection.snapshot, demo=bool(doors.demo))
        console.tell_once(plan_text.once_text(told, console.width()), terminal)

    return show


def _watch(doors: Doors, entry: str | None) -> str:
    return f"ssmwizard watch {entry}{f' --demo {doors.demo}' if doors.demo else ''}"


def _undo(doors: Doors, entry: str | None) -> str:
    return f"{_of_entry('undo', doors, entry)} --apply"


def _of_entry(word: str, doors: Doors, entry: str | None) -> str:
    return f"ssmwizard {word} {entry}{f' --demo {doors.demo}' if doors.demo else ''}"
