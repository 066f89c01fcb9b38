"""Asks nodes that are online what only they know. Never by itself: the operator has to wish it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from ssmwizard.app.together import Together
from ssmwizard.collect import commands, console
from ssmwizard.collect.diagnosis import LONGEST, parse
from ssmwizard.model.diagnosis import Diagnosis
from ssmwizard.model.facts import Fact, Known, Source, Unknown, Why
from ssmwizard.model.node import Kind, NodeFacts, kind_of
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside.calls import Aws, CallFailed

__all__ = [
    "LONGEST",
    "Asked",
    "ask",
    "billed",
    "document",
    "read_consoles",
    "refused",
    "script",
    "shown",
    "silent",
    "take_in",
    "to_ask",
]

ONLINE = "Online"
ASKING = text(N_("Asking the nodes"))
NOT_VALID = "InvalidInstanceId"
BY_HAND, NOTHING = "given by hand", "NoDiagnosis"
# Seconds between two looks whether the nodes have answered; then nobody waits any longer.
PAUSES = (1, 1, 1, 2, 2, 3, 5, 5, 5, 10, 10, 15, 15, 20)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is run where: the document, the lines of its script, the nodes."""

    document: str
    lines: tuple[str, ...]
    nodes: tuple[str, ...]


def to_ask(snapshot: Snapshot) -> tuple[Asked, ...]:
    """Return what would be run on the nodes that are online, exactly as it would be."""
    groups: dict[str, list[NodeFacts]] = {}
    for node in snapshot.nodes:
        managed = node.managed.value if isinstance(node.managed, Known) else None
        if managed is not None and managed.ping == ONLINE:
            groups.setdefault(commands.document(managed.platform_type), []).append(node)
    return tuple(
        Asked(name, commands.script(name, _users(snapshot)), tuple(node.id for node in some))
        for name, nodes in groups.items()
        for some in _chunks(nodes)
    )


def billed(snapshot: Snapshot, asked: Iterable[Asked]) -> int:
    """Return on how many of the nodes Run Command is charged by use."""
    row = snapshot.requirements.get("hybrid.pay-as-you-go")
    partition = snapshot.partition.name if snapshot.partition is not None else ""
    if not row.in_force(partition, snapshot.now.date()):
        return 0
    ids = (node for one in asked for node in one.nodes)
    return sum(snapshot.node(node).kind is Kind.HYBRID for node in ids)


def script(system: str, users: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the script that asks a system (``linux``, ``macos``, ``windows``), to be run by hand."""
    return commands.script(document(system), users)


def document(system: str) -> str:
    """Return the document of Run Command that runs it."""
    return commands.document(system)


def shown(snapshot: Snapshot) -> Mapping[str, tuple[str, ...]]:
    """Return the scripts for ``linux`` (macOS has the same) and ``windows``, as they would be run."""
    return {system: script(system, _users(snapshot)) for system in ("linux", "windows")}


def refused(node: str, said: str) -> Text | None:
    """Say why a text cannot be taken as what a node says of itself, None when it can."""
    told = parse(said)
    if told.empty:
        reason = N_(
            "This is not what the script or ssm-cli get-diagnostics prints ({trouble}). Run it as root or administrator, and give all that it prints."
        )
        return text(reason, trouble=told.trouble or "-")
    other = told.instance
    if kind_of(node) is Kind.EC2 and other is not None and other.node != node:
        reason = N_("This was said by {other}, not by {node}.")
        return text(reason, other=other.node, node=node)
    return None


def take_in(snapshot: Snapshot, given: Callable[[str], str | None]) -> tuple[NodeFacts, ...]:
    """Return the nodes with what the operator gave by hand."""
    nodes: list[NodeFacts] = []
    for node in snapshot.nodes:
        said = given(node.id)
        if said is None:
            nodes.append(node)
            continue
        told = parse(said)
        source = Source(BY_HAND, snapshot.now)
        fact: Fact[Diagnosis] = Known(told, source)
        if told.empty:
            fact = Unknown(Why.FAILED, told.trouble, source, code=NOTHING)
        nodes.append(replace(node, diagnosis=fact))
    return tuple(nodes)


def ask(snapshot: Snapshot, aws: Aws, together: Together) -> tuple[NodeFacts, ...]:
    """Ask, wait for the answers, and return the nodes with them."""
    questions: dict[Hashable, Callable[[], Any]] = {
        ("asked", place): partial(_ask, aws, together, one)
        for place, one in enumerate(to_ask(snapshot))
    }
    told: dict[str, Fact[Diagnosis]] = {}
    for one, answers in zip(
        to_ask(snapshot), together.ask(questions, ASKING).values(), strict=True
    ):
        told |= dict.fromkeys(one.nodes, answers) if isinstance(answers, Unknown) else answers
    return tuple(
        replace(node, diagnosis=told[node.id]) if _better(node, told) else node
        for node in snapshot.nodes
    )


def silent(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the instances that run and do not report, or have no channel: their console may tell why."""
    return tuple(
        node.id
        for node in snapshot.nodes
        if isinstance(node.instance, Known)
        and node.instance.value is not None
        and node.instance.value.state == "running"
        and not node.connected
    )


def read_consoles(snapshot: Snapshot, aws: Aws, together: Together) -> tuple[NodeFacts, ...]:
    """Return the nodes with what the console output of the silent ones tells."""
    asked: dict[Hashable, Callable[[], Any]] = {
        ("console", node): partial(console.lines, aws, node) for node in silent(snapshot)
    }
    answers = together.ask(asked, text(N_("Reading console output")))
    return tuple(
        replace(node, console=answers.get(("console", node.id), node.console))
        for node in snapshot.nodes
    )


def _better(node: NodeFacts, told: Mapping[str, Fact[Diagnosis]]) -> bool:
    """Tell whether there is an answer that says more than one that was given by hand."""
    return isinstance(told.get(node.id), Known) or (
        node.id in told and not isinstance(node.diagnosis, Known)
    )


def _ask(aws: Aws, together: Together, asked: Asked) -> Mapping[str, Fact[Diagnosis]]:
    try:
        command = commands.send(aws, asked.document, asked.lines, asked.nodes)
    except CallFailed as failure:
        if failure.code != NOT_VALID or len(asked.nodes) == 1:
            return dict.fromkeys(asked.nodes, failure.unknown())
        # One that has just gone makes the service refuse them all.
        told: dict[str, Fact[Diagnosis]] = {}
        for node in asked.nodes:
            told |= _ask(aws, together, replace(asked, nodes=(node,)))
        return told
    silent = Unknown(
        Why.TIMED_OUT,
        f"no answer within {sum(PAUSES)} seconds",
        Source("ssm:SendCommand", aws.when()),
    )
    answers: dict[str, Fact[Diagnosis]] = dict.fromkeys(asked.nodes, silent)
    waiting = set(asked.nodes)
    for seconds in PAUSES:
        if not waiting:
            break
        together.pause(seconds)
        fact = commands.ended(aws, command)
        if isinstance(fact, Unknown) and fact.why is Why.DENIED:
            return dict.fromkeys(asked.nodes, fact)
        for node in sorted(waiting & fact.value) if isinstance(fact, Known) else ():
            answers[node] = commands.answer(aws, command, node)
            waiting.remove(node)
    return answers


def _users(snapshot: Snapshot) -> tuple[str, ...]:
    fact = snapshot.session.preferences
    preferences = fact.value if isinstance(fact, Known) else None
    if preferences is None or not preferences.run_as or not preferences.run_as_user:
        return ()
    return (preferences.run_as_user,)


def _chunks(nodes: list[NodeFacts]) -> Iterable[list[NodeFacts]]:
    for start in range(0, len(nodes), commands.AT_ONCE):
        yield nodes[start : start + commands.AT_ONCE]
