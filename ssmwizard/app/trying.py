"""Tries real sessions on nodes, a few at a time. Never by itself: the operator has to wish it."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from ssmwizard.app.session_notes import Nowhere
from ssmwizard.collect import computer, probe
from ssmwizard.collect.probe import Notes, Result
from ssmwizard.model.computer import ComputerFacts, Tool
from ssmwizard.model.facts import NOT_COLLECTED, Fact, Known, Source, Unknown
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.probe import Gate, Stage, Trial
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.outside.calls import Aws
from ssmwizard.outside.computer import Computer
from ssmwizard.resources import signatures

# The service lets few be started in a second, and each keeps a plugin busy.
AT_ONCE = 3
LOOK_SECONDS = 0.2
WINDOWS = "Windows"
CONNECTION = "ssm:GetConnectionStatus"


@dataclass(frozen=True, slots=True)
class Trying:
    """How sessions are tried: where they are written down, through which door they are ended.

    ``ending`` works also when the operator has stopped the asking; None: the door that asks. ``told``
    hears how far which node came. One that is not ``patient`` waits for nothing, as a recording needs
    not.
    """

    notes: Notes = field(default_factory=Nowhere)
    ending: Aws | None = None
    told: Callable[[str, Stage], None] = lambda _node, _stage: None
    stop: threading.Event = field(default_factory=threading.Event)
    patient: bool = True


def try_sessions(
    snapshot: Snapshot, aws: Aws, here: Computer, trying: Trying, nodes: Sequence[str] = ()
) -> Snapshot:
    """Return the snapshot with what came of a real session on each node, or on ``nodes`` alone.

    None is tried on a node that is known to hold no channel open, nor where the plugin of this computer
    cannot be run. Every session that was opened is ended before this returns, or raises.
    """
    wanted = [node for node in snapshot.nodes if not nodes or node.id in nodes]
    facts = snapshot.computer
    if facts is None or facts.plugin is NOT_COLLECTED:
        facts = computer.collect(here, snapshot.now)
    found: dict[str, Result] = {}
    open_ones = []
    for node in wanted:
        if probe.closed(node):
            at = Source(CONNECTION, snapshot.now)
            found[node.id] = NOT_COLLECTED, Known(Trial(Gate.NOT_CONNECTED), at)
        else:
            open_ones.append(node)
    barred = probe.gate(facts, snapshot.requirements)
    if barred is not None:
        fact: Fact[Trial] = barred if isinstance(barred, Unknown) else _seen(barred, snapshot)
        found |= {node.id: (NOT_COLLECTED, fact) for node in open_ones}
    else:
        found |= _all(snapshot, aws, here, trying, open_ones, facts)
    nodes_then = tuple(_with(node, found) for node in snapshot.nodes)
    return replace(snapshot, nodes=nodes_then, signatures=signatures())


def _seen(trial: Trial, snapshot: Snapshot) -> Known[Trial]:
    return Known(trial, Source(probe.PROGRAM, snapshot.now))


def _with(node: NodeFacts, found: dict[str, Result]) -> NodeFacts:
    if node.id not in found:
        return node
    refusal, trial = found[node.id]
    return replace(node, refusal=refusal, trial=trial)


def _all(
    snapshot: Snapshot,
    aws: Aws,
    here: Computer,
    trying: Trying,
    nodes: Sequence[NodeFacts],
    facts: ComputerFacts,
) -> dict[str, Result]:
    """Try a session on each node; nobody leaves before the last one has been ended."""
    assert isinstance(facts.plugin, Known)
    plugin: Tool | None = facts.plugin.value
    assert plugin is not None
    doors = probe.Doors(
        aws,
        trying.ending or aws,
        here,
        trying.notes,
        trying.told,
        trying.stop,
        time.sleep if trying.patient else lambda _seconds: None,
    )
    profile, windows = snapshot.identity.profile or "", facts.system.startswith(WINDOWS)
    todo: queue.SimpleQueue[str] = queue.SimpleQueue()
    for node in nodes:
        todo.put(node.id)
    found: dict[str, Result] = {}
    failures: list[BaseException] = []

    def work() -> None:
        try:
            while not trying.stop.is_set():
                node = todo.get_nowait()
                found[node] = probe.attempt(doors, node, profile, plugin, windows=windows)
        except queue.Empty:
            return
        except BaseException as error:  # noqa: BLE001 - raised by the thread that asks
            failures.append(error)

    workers = [
        threading.Thread(target=work, name="ssmwizard-session")
        for _ in range(min(AT_ONCE, len(nodes)))
    ]
    _join(workers, trying.stop)
    if failures:
        raise failures[0]
    return found


def _join(workers: Sequence[threading.Thread], stop: threading.Event) -> None:
    """Run the threads to their end; who interrupts it stops them, and they end what they began."""
    for worker in workers:
        worker.start()
    try:
        _wait(workers)
    except BaseException:
        stop.set()
        _wait(workers)
        raise


def _wait(workers: Sequence[threading.Thread]) -> None:
    for worker in workers:
        # On Windows nothing interrupts a wait without an end.
        while worker.is_alive():
            worker.join(LOOK_SECONDS)
