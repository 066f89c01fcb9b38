"""``ssmwizard fix --as …`` and ``--check-again``: plans given away, and looked after later."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from ssmwizard.app import repair
from ssmwizard.app.check_again import check_again, could_tell
from ssmwizard.app.doors import Doors
from ssmwizard.app.inspect import Inspection
from ssmwizard.app.verify import Proof
from ssmwizard.app.ways import handover, saving
from ssmwizard.app.ways.handover import Packet
from ssmwizard.app.ways.way import NotWritten, Way, Written, ground
from ssmwizard.app.ways.writing import write
from ssmwizard.cli import console
from ssmwizard.cli.status import Status
from ssmwizard.model.plans import NoPlan, Plan

Given = Written | NotWritten | Packet


def check_usage(arguments: Namespace) -> None:
    """Refuse what does not go together; raises :class:`console.Wrong`."""
    if arguments.way and arguments.apply:
        raise console.Wrong("Either --as gives the plan away or --apply carries it out.")
    if arguments.check_again and (arguments.way or arguments.apply):
        raise console.Wrong("--check-again only looks; leave --as and --apply out.")
    if arguments.output and not arguments.way:
        raise console.Wrong("--output goes with --as, which says in what form.")


def give(
    arguments: Namespace, doors: Doors, inspection: Inspection, plans: tuple[Plan | NoPlan, ...]
) -> int:
    """Write each plan as a script, a template or a packet; return the exit status."""
    made = [(plan, _given(arguments, doors, inspection, plan)) for plan in plans]
    if arguments.format == "json":
        told = {"fix": arguments.id, "as": arguments.way}
        console.answer_json({**told, "plans": [_as_json(*one) for one in made]}, arguments.output)
        return _status(made)
    for plan, given in made:
        if not isinstance(given, Written | Packet):
            reason = given.reason if isinstance(given, NotWritten) else plan.reason  # type: ignore[union-attr]
            console.note(
                f"{plan.fix}: {', '.join(plan.nodes) or 'this computer'}: {reason.english()}"
            )
    _answer(arguments, [one for _, one in made if isinstance(one, Written | Packet)])
    return _status(made)


def look(arguments: Namespace, inspection: Inspection, plans: tuple[Plan | NoPlan, ...]) -> int:
    """Say whether it works by now; return the exit status."""
    worst = Status.READY
    told: list[dict[str, Any]] = []
    for plan in plans:
        verified = check_again(inspection, plan)
        if verified.proof is not Proof.VERIFIED:
            known = verified.proof is Proof.BLOCKED or could_tell(verified)
            worst = max(worst, Status.BLOCKED if known else Status.UNKNOWN)
        said = verified.says.english()
        told.append({"nodes": list(plan.nodes), "proof": verified.proof, "says": said})
    if arguments.format == "json":
        console.answer_json({"fix": arguments.id, "checked": told})
    else:
        lines = [f"{', '.join(one['nodes']) or arguments.id}: {one['says']}" for one in told]
        console.answer("\n".join(lines) or "There is nothing to look at.")
    return worst


def _given(
    arguments: Namespace, doors: Doors, inspection: Inspection, plan: Plan | NoPlan
) -> Given | None:
    if isinstance(plan, NoPlan):
        return None
    place = ground(inspection)
    if arguments.way != Way.HANDOVER:
        return write(Way(arguments.way), plan, place)
    rights = repair.rights(doors, inspection.choice, plan)
    return handover.packet(inspection, plan, rights, place)


def _answer(arguments: Namespace, given: list[Written | Packet]) -> None:
    output: Path | None = arguments.output
    if not given:
        return
    if output is None or not output.is_dir():
        if len(given) > 1:
            raise console.Wrong(
                f"There are {len(given)} plans, one for each cause. Name the nodes of one with --node,"
                " or a folder for all of them with --output."
            )
        [one] = given
        if output is None:
            console.answer(_document(one).content)
        else:
            _save(output, one)
        return
    for number, one in enumerate(given, 1):
        name = Path(_document(one).name)
        which = name if number == 1 else name.with_stem(f"{name.stem}-{number}")
        _save(output / which, one)


def _save(path: Path, given: Written | Packet) -> None:
    try:
        saving.save(path, given)
    except OSError as error:
        raise console.Wrong(f"{path} cannot be written: {error.strerror or error}.") from error
    console.note(f"Written: {path}")


def _document(given: Written | Packet) -> Written:
    return given.document if isinstance(given, Packet) else given


def _status(made: list[tuple[Plan | NoPlan, Given | None]]) -> int:
    """Return success where every plan was written and nothing is left without one."""
    for plan, given in made:
        missing = isinstance(plan, NoPlan) and not plan.nothing_to_do
        if missing or isinstance(given, NotWritten):
            return Status.UNKNOWN
    return Status.READY


def _as_json(plan: Plan | NoPlan, given: Given | None) -> dict[str, Any]:
    head = {"nodes": list(plan.nodes), "name": None, "content": None, "reason": None}
    if isinstance(plan, NoPlan):
        return {**head, "reason": plan.reason.english()}
    if isinstance(given, NotWritten):
        return {**head, "reason": given.reason.english()}
    assert given is not None
    whole = _document(given)
    return {**head, "name": whole.name, "content": whole.content}
