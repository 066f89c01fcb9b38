"""What a fix is: a pure function from facts to plans."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from ssmwizard.model.facts import CannotTell, Unknown, Why
from ssmwizard.model.findings import Scope
from ssmwizard.model.node import Kind, NodeFacts
from ssmwizard.model.plans import NoPlan, Plan
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

T = TypeVar("T")
Nodes = tuple[NodeFacts, ...]
Plans = tuple[Plan | NoPlan, ...]


@dataclass(frozen=True, slots=True)
class Fix:
    """A fix: ``plan`` turns the facts about chosen nodes into one plan for each cause.

    Plans are pure values: the same facts give an equal plan, which is how it is noticed that the
    account has moved between showing a plan and applying it. Every chosen node is in exactly one of
    the answers. ``heals`` are the checks that offer this fix. ``account_wide``: it reaches further
    than the chosen nodes and what they stand on. ``asks_nodes``: it stands on what only nodes tell,
    who are asked by Run Command whenever it is planned anew and looked after. ``looks_at``: what it is
    about. A fix of the computer or of the identity is planned from that alone, for no node, needs no
    account, and its plan is made on this computer.
    """

    id: str
    title: Text
    says: Text
    heals: tuple[str, ...]
    plan: Callable[[Snapshot, Nodes], Plans]
    account_wide: bool = False
    asks_nodes: bool = False
    looks_at: Scope = Scope.NODE


class CannotPlan(Exception):  # noqa: N818 - it is an answer, not an error
    """There is no plan for these nodes, and why; ``nothing_to_do``: because none is needed."""

    def __init__(self, reason: Text, *, nothing_to_do: bool = False) -> None:
        super().__init__(reason.english())
        self.reason = reason
        self.nothing_to_do = nothing_to_do


def attempt(fix: str, nodes: Iterable[NodeFacts], make: Callable[[], T]) -> T | NoPlan:
    """Return what ``make`` returns (a plan, or a part of one), or why there is no plan."""
    try:
        return make()
    except CannotTell as answer:
        reason, nothing = _could_not_look(answer.unknown), False
    except CannotPlan as answer:
        reason, nothing = answer.reason, answer.nothing_to_do
    return NoPlan(fix, tuple(node.id for node in nodes), reason, nothing)


def one_for_all(fix: str, nodes: Nodes, make: Callable[[Nodes], Plan]) -> Plans:
    """Return one plan for all nodes that can have it, and of each other node why not."""
    able: list[NodeFacts] = []
    answers: Plans = ()
    for node in nodes:
        answer = attempt(fix, (node,), partial(make, (node,)))
        if isinstance(answer, Plan):
            able.append(node)
        else:
            answers += (answer,)
    return (attempt(fix, able, partial(make, tuple(able))), *answers) if able else answers


def for_one_kind(
    fix: str, nodes: Nodes, kind: Kind, make: Callable[[Nodes], Plan], others: Text
) -> Plans:
    """Return one plan for all nodes of a kind; ``others`` says why nodes of the other kind need none."""
    mine = tuple(node for node in nodes if node.kind is kind)
    rest = tuple(node.id for node in nodes if node.kind is not kind)
    answers: Plans = (attempt(fix, mine, partial(make, mine)),) if mine else ()
    return (*answers, NoPlan(fix, rest, others, nothing_to_do=True)) if rest else answers


def _could_not_look(fact: Unknown) -> Text:
    call = fact.source.call if fact.source else ""
    if fact.why is Why.DENIED:
        said = N_("No plan without a look first: the right {right} is missing.")
        return text(said, right=fact.right or call)
    if not call:
        return text(N_("No plan without a look first: something that it stands on was not read."))
    said = N_("No plan without a look first: {call} gave no answer ({detail}).")
    return text(said, call=call, detail=fact.detail or fact.code or fact.why)
