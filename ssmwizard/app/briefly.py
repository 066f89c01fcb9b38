"""What is about many nodes, said so that it fits on a page: the first of it, and how much more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ssmwizard.model.plans import Change, Holds, Plan, Right

# Nodes that are named on a line, rights of one kind and changes that are shown one by one.
NAMED, ALIKE, SHOWN = 8, 3, 4


@dataclass(frozen=True, slots=True)
class Rights:
    """A right, whether the caller has it, and on how many more resources of its kind it is the same."""

    right: Right
    holds: Holds
    more: int = 0


def some(nodes: Sequence[str]) -> str:
    """Return the nodes on one line, or the first of them and how many more there are."""
    if len(nodes) <= NAMED:
        return ", ".join(nodes)
    return f"{', '.join(nodes[:NAMED])} and {len(nodes) - NAMED} more"


def alike(wanted: Iterable[Right], holds: Mapping[Right, Holds]) -> list[Rights]:
    """Return rights of the same action on resources of the same kind as one, where there are many."""
    kinds: dict[tuple[str, str, Holds], list[Right]] = {}
    for right in wanted:
        held = holds.get(right, Holds.CANNOT_TELL)
        kinds.setdefault((right.action, right.resource.rpartition("/")[0], held), []).append(right)
    told: list[Rights] = []
    for (_, _, held), rights in kinds.items():
        if len(rights) > ALIKE:
            told.append(Rights(rights[0], held, len(rights) - 1))
        else:
            told += [Rights(one, held) for one in rights]
    return told


def shown(plan: Plan) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """Return the changes that are shown at once, and those that are folded away as their like."""
    same = {change.call.name for change in plan.changes[1:]} == {plan.changes[0].call.name}
    if not same or len(plan.changes) <= SHOWN + 1:
        return plan.changes, ()
    return plan.changes[:SHOWN], plan.changes[SHOWN:]
