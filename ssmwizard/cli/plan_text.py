"""Plans in words and as JSON, from the very plan that is applied."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from ssmwizard.app.briefly import alike, shown, some
from ssmwizard.app.registration import TITLE, Registration
from ssmwizard.app.repair import cli_lines, needed
from ssmwizard.model.plans import Holds, NoPlan, Plan, Right
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import Text
from ssmwizard.outside.command_line import missing
from ssmwizard.resources import documentation

HELD = {Holds.HAVE: "you have it", Holds.LACK: "you lack it", Holds.CANNOT_TELL: "cannot tell"}


def as_text(
    plan: Plan | NoPlan, rights: Mapping[Right, Holds], snapshot: Snapshot, width: int
) -> str:
    """Return a plan in full, or why there is none."""
    nodes = some(plan.nodes) or "this computer"
    if isinstance(plan, NoPlan):
        return _wrapped(f"{plan.fix}: {nodes}", width, 0) + _wrapped(plan.reason.english(), width)
    told = _wrapped(f"{plan.fix}: {plan.title.english()}", width, 0)
    told += _wrapped(f"for {nodes}", width)
    changes, folded = shown(plan)
    for number, change in enumerate(changes, 1):
        told += f"\n  {number}. {change.says.english()}\n"
        told += _wrapped(
            f"{change.call.name} {json.dumps(_plain(change.call.parameters))}", width, 5
        )
    if folded:
        told += f"\n  … {len(folded)} more like these; --format json shows every one.\n"
    by = "by hand" if plan.on_computer else "with the AWS CLI"
    told += f"\n  The same {by}:\n"
    identity = snapshot.identity
    for line in cli_lines(replace(plan, changes=changes), identity.profile, identity.region):
        told += f"     {line}\n"
    wanted = needed(plan)
    told += "\n  Rights:\n" if wanted else ""
    for one in alike(wanted, rights):
        more = f" and {one.more} more of its kind" if one.more else ""
        told += f"     {one.right.action} on {one.right.resource}{more}: {HELD[one.holds]}\n"
    told += _section("What else is touched", plan.affects, width)
    told += _section("Mind", plan.warnings, width)
    told += _section("Cost", [plan.cost], width)
    told += _section("Until it works", [plan.wait.says], width)
    undoing = [plan.undoing] if plan.undoing else [c.undo.says for c in changes if c.undo]
    told += _section("Taking it back", undoing, width)
    return told


def as_json(
    plan: Plan | NoPlan, rights: Mapping[Right, Holds], snapshot: Snapshot
) -> dict[str, Any]:
    """Return a plan as data."""
    head = {"fix": plan.fix, "nodes": list(plan.nodes)}
    if isinstance(plan, NoPlan):
        return {
            **head,
            "plan": None,
            "reason": plan.reason.english(),
            "nothing_to_do": plan.nothing_to_do,
        }
    partition = snapshot.identity.partition or "aws"
    pages = documentation()
    return {
        **head,
        "plan": {
            "title": plan.title.english(),
            "changes": [
                {
                    "says": change.says.english(),
                    "call": change.call.name,
                    "parameters": _plain(missing(change.call, change.take).parameters),
                    "wave": change.wave,
                    "undo": change.undo and change.undo.says.english(),
                }
                for change in plan.changes
            ],
            "aws_cli": list(cli_lines(plan, snapshot.identity.profile, snapshot.identity.region)),
            "rights": [
                {
                    "action": right.action,
                    "resource": right.resource,
                    "held": rights.get(right, Holds.CANNOT_TELL),
                }
                for right in needed(plan)
            ],
            "affects": [one.english() for one in plan.affects],
            "warnings": [one.english() for one in plan.warnings],
            "cost": plan.cost.english(),
            "risk": plan.risk,
            "wait": plan.wait.says.english(),
            "wait_at_most_seconds": plan.wait.at_most,
            "undoing": plan.undoing and plan.undoing.english(),
            "confirm_account": plan.confirm_account,
            "verifies": list(plan.verifies),
            "docs": [pages.url(key, partition=partition) for key in plan.docs],
        },
    }


def once_text(shown: Registration, width: int) -> str:
    """Return what is shown once: the hints, then the commands by system."""
    told = "\n" + _wrapped(f"{TITLE.english()} ({shown.activation})", width, 0)
    told += "".join(_wrapped(hint.english(), width) for hint in shown.hints)
    for command in shown.commands:
        told += f"\n  {command.system.english()}:\n\n{command.lines}\n"
    return f"{told}\n"


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, (list, tuple)) else value


def _section(title: str, texts: Iterable[Text], width: int) -> str:
    said = "".join(_wrapped(one.english(), width, 5) for one in texts)
    return f"\n  {title}:\n{said}" if said else ""


def _wrapped(text: str, width: int, indent: int = 2) -> str:
    space = " " * indent
    lines = textwrap.wrap(
        text,
        width,
        initial_indent=space,
        subsequent_indent=space,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines) + "\n"
