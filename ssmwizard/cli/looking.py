"""What the commands that inspect have in common."""

from __future__ import annotations

import threading
from argparse import Namespace

from ssmwizard.app import probing
from ssmwizard.app.doors import Doors
from ssmwizard.app.inspect import Choice, Inspection, inspect
from ssmwizard.app.verdict import Standing
from ssmwizard.checks.probe import STAGES
from ssmwizard.cli import console, given
from ssmwizard.cli.status import Status
from ssmwizard.model.findings import Severity
from ssmwizard.model.findings import Status as Answer
from ssmwizard.model.probe import Stage


def choice_of(arguments: Namespace, *, local: bool = True) -> Choice:
    """Return what the options ask for."""
    return Choice(
        profile=arguments.profile,
        region=arguments.region,
        nodes=tuple(dict.fromkeys(arguments.nodes)),
        every_node=arguments.all,
        features=frozenset(getattr(arguments, "features", None) or {"shell"}),
        local=local and not getattr(arguments, "no_local", False),
        elsewhere=getattr(arguments, "elsewhere", False),
        ask_nodes=getattr(arguments, "ask_nodes", False),
        consoles=getattr(arguments, "console", False),
    )


def look(
    arguments: Namespace,
    doors: Doors,
    *,
    local: bool = True,
    cancelled: threading.Event | None = None,
) -> Inspection:
    """Inspect what the options ask for; raises ``Wrong`` when they do not say which nodes.

    ``cancelled`` ends the looking: what has not answered by then is unknown.
    """
    if not arguments.nodes and not arguments.all:
        raise console.Wrong("Say which nodes: --node ID (repeatable), or --all.")
    choice = choice_of(arguments, local=local)
    named = getattr(arguments, "diagnostics", ())
    texts = given.read(named, choice.nodes, every_node=choice.every_node)
    if choice.ask_nodes:
        refusal = doors.gate.refuses_asking()
        told = "Nodes that are online are asked by Run Command; `ssmwizard script SYSTEM` shows what is run."
        console.note(told if refusal is None else f"No node is asked. {refusal.english()}")
    if doors.demo:
        console.note(
            "This is the demo account. What commands change in it is kept for an hour; nothing is real."
        )
    timeout = getattr(arguments, "timeout", None)
    try:
        found = inspect(
            doors, choice, console.progress, cancelled=cancelled, timeout=timeout, given=texts
        )
    finally:
        console.progress_ended()
    stopped = cancelled is not None and cancelled.is_set()
    return probed(doors, found) if getattr(arguments, "probe", False) and not stopped else found


def probed(doors: Doors, inspection: Inspection) -> Inspection:
    """Try real sessions on all nodes where one may open, saying before what that does.

    Raises ``Wrong`` where none may be tried now, ``KeyboardInterrupt`` after Ctrl+C: none is left open.
    """
    nodes = probing.can_be_tried(inspection)
    refusal = doors.gate.refuses_probe()
    if refusal is not None:
        console.note(f"No session is opened. {refusal.english()}")
    for said in probing.before(inspection, nodes) if nodes and refusal is None else ():
        console.note(said.english())
    tell = console.Teller()

    def told(node: str, stage: Stage) -> None:
        tell(f"{node}: {STAGES[stage].english()}")

    try:
        with console.stoppable("Stopping: the session is being ended.") as stop:
            done = probing.probe(doors, inspection, told=told, cancelled=stop)
    except probing.Refused as refusal:
        raise console.Wrong(refusal.says.english()) from refusal
    for said in done.remarks:
        console.note(said.english())
    if stop.is_set():
        raise KeyboardInterrupt
    return done.inspection


def status(inspection: Inspection, *, strict: bool = False) -> Status:
    """Return the exit status that an inspection stands for."""
    standings = {verdict.standing for verdict in inspection.verdicts}
    failed = any(
        finding.is_root_cause and finding.severity is Severity.BLOCKER
        for finding in inspection.findings
    )
    if Standing.BLOCKED in standings or (failed and not standings):
        return Status.BLOCKED
    if (
        Standing.UNKNOWN in standings
        or inspection.snapshot.unlisted
        or _identity_unknown(inspection)
    ):
        return Status.UNKNOWN
    warned = any(finding.status is Answer.WARNING for finding in inspection.findings)
    if strict and (Standing.DEGRADED in standings or warned):
        return Status.BLOCKED
    return Status.READY


def _identity_unknown(inspection: Inspection) -> bool:
    return any(
        finding.check == "identity.credentials" and finding.status is Answer.UNKNOWN
        for finding in inspection.findings
    )
