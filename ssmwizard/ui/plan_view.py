"""A plan in full, before anything happens."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from ssmwizard.app.briefly import Rights, alike, shown
from ssmwizard.model.plans import Change, Holds, NoPlan, Plan, Right, Risk
from ssmwizard.model.text import N_, Text, text
from ssmwizard.ui.doc_link import doc_link
from ssmwizard.ui.fold import Fold
from ssmwizard.ui.identity_card import Form, facts_form
from ssmwizard.ui.labels import IconLabel, code, label, pill
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import Card, column, row

RISKS: Mapping[Risk, tuple[Text, str]] = {
    Risk.REVERSIBLE: (text(N_("Can be undone")), "pill-ok"),
    Risk.LASTING: (text(N_("Stays until it is removed by hand")), "pill"),
    Risk.DISRUPTIVE: (text(N_("Interrupts something")), "pill-warn"),
    Risk.ACCOUNT_WIDE: (text(N_("Reaches the whole account")), "pill-bad"),
}
HOLDS: Mapping[Holds, tuple[str, str, Text]] = {
    Holds.HAVE: ("passed", "ok", text(N_("you have it"))),
    Holds.LACK: ("failed", "bad", text(N_("you do not have it"))),
    Holds.CANNOT_TELL: ("unknown", "unsure", text(N_("cannot tell"))),
}
MANY = 8


def plan_view(
    plan: Plan,
    rights: Mapping[Right, Holds] | None,
    lines: Iterable[str],
    names: Mapping[str, str],
    partition: str | None,
) -> Iterator[QWidget]:
    """Show what a plan does, with what, to what, at what cost, for how long, and the way back."""
    yield _summary(plan, names, partition)
    changes, folded = shown(plan)
    for place, change in enumerate(changes, 1):
        yield _change(place, change)
    if folded:
        yield _folded(folded, len(changes) + 1)
    yield _rights(plan, rights)
    by_hand = plan.on_computer
    title = tr(N_("The same by hand")) if by_hand else tr(N_("The same with the AWS CLI"))
    yield from _command_lines(tuple(lines), title)


def no_plan_view(proposal: NoPlan, names: Mapping[str, str]) -> list[QWidget]:
    """Show why there is no plan."""
    said = label(say(proposal.reason), factor=1.1, bold=True, select=True)
    across = row(IconLabel("unknown", "unsure", 24), said, gap=12)
    across.setStretch(1, 1)
    nodes = label(healed(proposal.nodes, names), "muted")
    return [Card(across, nodes, look="unsure")]


def node_names(nodes: Iterable[str], names: Mapping[str, str]) -> str:
    """Return the names of nodes, as many as a line bears."""
    told = [names.get(node) or node for node in nodes]
    return ", ".join(told[:MANY]) + (" …" if len(told) > MANY else "")


def healed(nodes: Sequence[str], names: Mapping[str, str]) -> str:
    """Return what a plan heals: nodes, or this computer."""
    return node_names(nodes, names) or tr(N_("This computer"))


def _summary(plan: Plan, names: Mapping[str, str], partition: str | None) -> QWidget:
    risk, look = RISKS[plan.risk]
    head = row(label(say(plan.title), factor=1.25, bold=True, select=True), pill(say(risk), look))
    head.setStretch(0, 1)
    form = facts_form()
    count, named = len(plan.nodes), node_names(plan.nodes, names)
    heals = tr("%n nodes: {names}", "%n node: {names}", count, names=named)
    _fact(form, tr(N_("Heals")), heals if count else healed((), names))
    for said in plan.affects:
        _fact(form, tr(N_("Also affects")), say(said))
    _fact(form, tr(N_("Cost")), say(plan.cost))
    _fact(form, tr(N_("Takes effect")), say(plan.wait.says))
    _fact(form, tr(N_("Way back")), _way_back(plan))
    card = Card(head, form, margin=18)
    for said in plan.warnings:
        across = row(IconLabel("warning", "warn", 20), label(say(said)), gap=10)
        across.setStretch(1, 1)
        card.body.addWidget(Card(across, look="warn", margin=10))
    keys = (*plan.docs, plan.cost_docs) if plan.cost_docs else plan.docs
    links = [doc_link(key, partition) for key in dict.fromkeys(keys)]
    if links:
        card.body.addLayout(column(*links, gap=4))
    return card


def _way_back(plan: Plan) -> str:
    _, folded = shown(plan)
    if folded and plan.undoing is not None:
        return say(plan.undoing)
    told = [say(change.undo.says) for change in reversed(plan.changes) if change.undo is not None]
    if not told:
        told = [tr(N_("This cannot be undone."))]
    if plan.undoing is not None:
        told.append(say(plan.undoing))
    return " ".join(told)


def _fact(form: Form, name: str, value: str) -> None:
    form.add_row(label(name, "muted"), label(value, select=True))


def _change(place: int, change: Change) -> QWidget:
    number = pill(str(place), "pill-accent")
    said = row(number, label(say(change.says), bold=True, select=True), gap=10)
    said.setStretch(1, 1)
    return Card(said, call_view(change.call.name, change.call.parameters), margin=14)


def _folded(changes: tuple[Change, ...], first: int) -> QWidget:
    def make() -> QWidget:
        inside = Card(look="sunken", margin=10)
        for place, change in enumerate(changes, first):
            number = label(f"{place}", "muted", wrap=False)
            across = row(number, label(say(change.says), select=True), gap=10)
            across.setStretch(1, 1)
            inside.body.addLayout(across)
        return inside

    said = tr(N_("{count} more like these"), count=len(changes))
    return Card(Fold(said, make), margin=10)


def call_view(name: str, parameters: Mapping[str, object]) -> QWidget:
    """Show a call exactly as it is made."""
    return Card(code(name), *_parameters(parameters), look="sunken", margin=10)


def _parameters(parameters: Mapping[str, object]) -> list[Form]:
    if not parameters:
        return []
    form = facts_form()
    form.setVerticalSpacing(3)
    for name, value in parameters.items():
        # What is long runs on, instead of a line for each.
        indent = None if isinstance(value, list) and len(value) > MANY else 1
        told = value if isinstance(value, str) else json.dumps(value, default=str, indent=indent)
        form.add_row(label(name, "muted", wrap=False), code(told))
    return [form]


def _rights(plan: Plan, rights: Mapping[Right, Holds] | None) -> QWidget:
    card = Card(label(tr(N_("Rights that this needs")), bold=True), margin=14)
    if plan.on_computer:
        card.body.addWidget(
            label(tr(N_("None in the account: it is done on this computer.")), "muted")
        )
        return card
    if rights is None:
        card.body.addWidget(label(tr(N_("Asking which of them you have …")), "muted"))
        needed = dict.fromkeys(right for change in plan.changes for right in change.rights)
        for one in alike(needed, {}):
            card.body.addWidget(code(_right(one)))
        return card
    for one in alike(rights, rights):
        picture, colour, said = HOLDS[one.holds]
        across = row(
            IconLabel(picture, colour, 18),
            code(_right(one)),
            label(say(said), "muted", wrap=False),
            gap=10,
        )
        across.setStretch(1, 1)
        card.body.addLayout(across)
    if Holds.LACK in rights.values():
        said_lack = tr(
            N_("Somebody with these rights can do it instead: hand the plan over, below.")
        )
        card.body.addWidget(label(said_lack, "text-bad"))
    return card


def _right(one: Rights) -> str:
    told = f"{one.right.action}  {one.right.resource}"
    return tr(N_("{right} and {more} more"), right=told, more=one.more) if one.more else told


def _command_lines(lines: tuple[str, ...], title: str) -> list[QWidget]:
    if not lines:
        return []

    def make() -> QWidget:
        return Card(code("\n".join(lines)), look="sunken", margin=10)

    return [Card(Fold(title, make), margin=10)]
