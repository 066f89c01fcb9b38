"""``ssmwizard undo``: shows how a change is taken back; with ``--apply`` does it."""

from __future__ import annotations

from argparse import Namespace

from ssmwizard.app import repair
from ssmwizard.app.doors import Doors
from ssmwizard.app.journal_json import entry_json
from ssmwizard.cli import console, journal
from ssmwizard.cli.status import Status


def run(arguments: Namespace, doors: Doors) -> int:
    """Show the way back, or take it; return the exit status."""
    plan = repair.undo_plan(doors, journal.entry_of(doors, arguments.entry).id)
    if not arguments.apply:
        _show(arguments, doors, plan)
        return Status.READY if plan.reason is None else Status.UNKNOWN
    refusal = doors.gate.refuses_fix(plan.entry.fix, repair.place_of_entry(plan.entry))
    if plan.reason is None and refusal is None and not arguments.yes:
        console.note(_text(plan, doors))
        if not console.confirmed("Take this back? Type yes to go on:", "yes"):
            console.note("Nothing was changed.")
            return Status.BLOCKED
    tell = console.Teller()

    def said(step: repair.Step) -> None:
        tell(step.says.english())

    with console.stoppable() as stop:
        undone = repair.undo(doors, arguments.entry, said, stop)
        if undone.other and (arguments.yes or _confirmed_for_another(undone)):
            undone = repair.undo(doors, arguments.entry, said, stop, confirmed=undone.other)
    if arguments.format == "json":
        console.answer_json(
            {
                "entry": entry_json(undone.entry),
                "end": undone.end,
                "says": undone.says.english(),
            }
        )
    else:
        console.answer(undone.says.english())
    if undone.end is repair.End.CANCELLED:
        return Status.INTERRUPTED
    return Status.READY if undone.end is repair.End.DONE else Status.BLOCKED


def _confirmed_for_another(answer: repair.Undone) -> bool:
    """Ask whether who is signed in now is to take back what somebody else made."""
    question = f"{answer.says.english()} Type yes to take it back as {answer.other}:"
    return console.confirmed(question, "yes")


def _show(arguments: Namespace, doors: Doors, plan: repair.UndoPlan) -> None:
    if arguments.format == "json":
        console.answer_json(
            {
                "entry": entry_json(plan.entry),
                "reason": plan.reason and plan.reason.english(),
                "steps": [
                    {
                        "says": step.undo.says.english(),
                        "call": step.undo.call.name,
                        "parameters": dict(step.undo.call.parameters),
                        "aws_cli": step.line,
                        "certain": step.certain,
                    }
                    for step in plan.steps
                ],
            }
        )
        return
    console.answer(_text(plan, doors))
    if plan.steps:
        console.note("Nothing was changed. Add --apply to take it back.")


def _text(plan: repair.UndoPlan, doors: Doors) -> str:
    lines = [journal.as_text(plan.entry, doors), ""]
    if plan.reason is not None:
        lines.append(plan.reason.english())
    for number, step in enumerate(plan.steps, 1):
        lines.append(f"  {number}. {step.undo.says.english()}")
        lines.append(f"     {step.line}")
        if not step.certain:
            lines.append(
                "     Whether the change was made is not certain; the account is asked first."
            )
    return "\n".join(lines)
