"""Reads the console output of inspected instances for a bundle, only when the operator wishes it."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Hashable
from dataclasses import asdict, replace
from functools import partial
from typing import Any

from ssmwizard.app.doors import Doors
from ssmwizard.app.inspect import Inspection, counts
from ssmwizard.app.progress import Progress
from ssmwizard.app.together import Together
from ssmwizard.collect import console
from ssmwizard.model.facts import Known
from ssmwizard.model.text import N_, text
from ssmwizard.outside.calls import Call
from ssmwizard.outside.console import OUTPUT
from ssmwizard.outside.recording import WHOLE, Recorder, with_consoles

READING = text(N_("Reading console output"))


def can_be_read(inspection: Inspection) -> tuple[str, ...]:
    """Return the inspected instances, each of which has a console; other nodes have none."""
    return tuple(
        node.id
        for node in inspection.snapshot.nodes
        if isinstance(node.instance, Known) and node.instance.value is not None
    )


def how_many_told(inspection: Inspection) -> int:
    """Count the instances whose console showed something when it was read."""
    read = (line for line in inspection.recording if line.get(WHOLE))
    return sum(bool((line.get("answer") or {}).get(OUTPUT)) for line in read)


def read(
    doors: Doors,
    inspection: Inspection,
    progress: Callable[[Progress], None] = lambda _: None,
    cancelled: threading.Event | None = None,
) -> Inspection:
    """Return the inspection with the console output of its instances in its recording.

    No finding stands on it: what is shown and judged stays as it is. What could not be read is in the
    recording with its reason.
    """
    stop = cancelled or threading.Event()
    choice = inspection.choice
    aws = doors.aws(choice.profile, choice.region)
    recorder = Recorder(aws.now(), asdict(choice), doors.page, whole=True)
    calls, counting = Counter(inspection.calls), threading.Lock()

    def heard(call: Call) -> None:
        recorder.heard(call)
        if counts(call.name):
            with counting:
                calls[call.name] += 1

    door = aws.listening(heard, stop)
    asked: dict[Hashable, Callable[[], Any]] = {
        node: partial(console.whole, door, node) for node in can_be_read(inspection)
    }
    together = Together(stop, answered=lambda done, of, says: progress(Progress(done, of, says)))
    together.ask(asked, READING)
    recorded = with_consoles(inspection.recording, recorder.entries())
    return replace(inspection, recording=tuple(recorded), calls=dict(sorted(calls.items())))
