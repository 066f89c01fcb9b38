"""The inspection: facts, findings, verdicts, and the recording that can be judged again."""

from __future__ import annotations

import logging
import threading
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import nullcontext
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any

from ssmwizard.app.begun import COMPUTER, IDENTITY, INSPECTION
from ssmwizard.app.choice import Choice
from ssmwizard.app.doors import Doors
from ssmwizard.app.gather import Gathering
from ssmwizard.app.memory import uncollected
from ssmwizard.app.progress import Progress
from ssmwizard.app.together import Together
from ssmwizard.app.trying import Trying
from ssmwizard.app.verdict import Verdict, verdicts
from ssmwizard.checks.every import EVERY
from ssmwizard.checks.judge import judge
from ssmwizard.collect import computer, identity
from ssmwizard.model.computer import ComputerFacts
from ssmwizard.model.facts import NOT_COLLECTED, Why
from ssmwizard.model.findings import Finding, Scope
from ssmwizard.model.identity import IdentityFacts
from ssmwizard.model.requirements import Requirements
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.outside.calls import LOCAL, Call
from ssmwizard.outside.recording import BadRecording, Entry, RecordedComputer, Recorder, Replay
from ssmwizard.resources import partitions, requirements, systems

__all__ = [
    "Choice",
    "Inspection",
    "Progress",
    "identify",
    "inspect",
    "look_at_computer",
    "replay",
]

LOG = logging.getLogger(__name__)

# With more nodes than this, findings are shown once at the end: judging takes its time too.
LANDING_NODES = 100


@dataclass(frozen=True, slots=True)
class Inspection:
    """One inspection: what was seen, what follows from it, and the recording of what was asked.

    ``calls`` counts the calls to AWS by name.
    """

    choice: Choice
    snapshot: Snapshot
    findings: tuple[Finding, ...]
    verdicts: tuple[Verdict, ...]
    started: datetime
    finished: datetime
    calls: Mapping[str, int]
    recording: tuple[Entry, ...]


def inspect(
    doors: Doors,
    choice: Choice,
    progress: Callable[[Progress], None] = lambda _: None,
    landed: Callable[[tuple[Finding, ...]], None] = lambda _: None,
    cancelled: threading.Event | None = None,
    timeout: float | None = None,
    *,
    given: Mapping[str, str] | None = None,
) -> Inspection:
    """Inspect the chosen nodes and everything they stand on.

    ``landed`` is given the findings so far while more is being asked. ``timeout`` (seconds) ends the
    asking: what has not answered by then is ``unknown``. ``given`` maps nodes to what they say of
    themselves, as the operator gave it by hand. Raises nothing for what cannot be seen. Real sessions
    are tried afterwards: see :mod:`ssmwizard.app.probing`.
    """
    choice = replace(choice, sessions=False, tried=())
    aws = doors.aws(choice.profile, choice.region)
    listening = _Listening(aws.now(), choice, doors.page)
    stop = cancelled or threading.Event()
    together = Together(
        stop,
        None if timeout is None else time.monotonic() + timeout,
        lambda done, total, says: progress(Progress(done, total, says)),
        at_once=doors.at_once,
    )
    gathering = Gathering(
        aws=aws.listening(listening.heard, stop),
        computer=RecordedComputer(doors.computer, listening.recorder),
        choice=choice,
        requirements=requirements(),
        together=together,
        now=listening.started,
        page=doors.page,
        landed=lambda snapshot: _land(snapshot, landed),
        given=listening.giving(given or {}),
    )
    with doors.begun.look(INSPECTION, listening.recorder, together.heard):
        snapshot = gathering.gather()
        listening.recorder.missing(together.why_missing, together.unanswered)
        return _inspection(choice, snapshot, listening, aws.now(), _asked_about(choice))


def replay(
    entries: Iterable[Entry],
    held_against: Requirements | None = None,
    *,
    broke_off: bool = False,
) -> Inspection:
    """Judge a recording again, without any account; raises ``BadRecording`` for one that is none.

    The inspection carries the same recording, so that it can be saved and judged once more.
    ``held_against``: other requirements than today's. ``broke_off``: an error that nobody foresaw ended
    the inspection; should it come up again, what was known until then is judged.
    """
    lines = tuple(entries)
    door = Replay(lines)
    choice = _choice(door.about)
    listening = _Listening(door.started, choice, door.about["page"])
    gathering = Gathering(
        aws=door,
        computer=door,
        choice=choice,
        requirements=held_against or requirements(),
        together=Together(
            threading.Event(),
            passed_over=door.unanswered,
            only=door.about.get("heard"),
            patient=False,
        ),
        now=door.started,
        page=door.about["page"],
        landed=lambda _: None,
        given=door.given,
        trying=Trying(patient=False),
    )
    finished = datetime.fromisoformat(str(door.about.get("finished", door.about["started"])))
    try:
        snapshot = gathering.gather()
    except Exception:
        if not broke_off:
            raise
        LOG.exception("the recording leads to an error")
        snapshot = gathering.snapshot
    judged = _inspection(choice, snapshot, listening, finished, _asked_about(choice))
    asked = Counter(
        line["aws"] for line in lines if counts(line.get("aws", "")) and not _refused(line)
    )
    return replace(judged, recording=lines, calls=dict(sorted(asked.items())))


def identify(
    doors: Doors,
    profile: str | None,
    region: str | None,
    cancelled: threading.Event | None = None,
) -> Inspection:
    """Sign in anew and find out who is calling, and nothing else."""
    aws = doors.aws(profile, region, anew=True)
    choice = Choice(profile, region, local=False)
    listening = _Listening(aws.now(), choice, doors.page)
    door = aws.listening(listening.heard, cancelled or threading.Event())
    local = RecordedComputer(doors.computer, listening.recorder)
    with doors.begun.look(IDENTITY, listening.recorder):
        who = identity.collect(door, local, profile, listening.started, alias=True)
        snapshot = _only(who, listening.started)
        return _inspection(choice, snapshot, listening, aws.now(), (Scope.IDENTITY,))


def look_at_computer(
    doors: Doors, landed: Callable[[Inspection], None] = lambda _: None
) -> Inspection:
    """Look at the programs of this computer, and nothing else.

    ``landed`` is given what is known so far, whenever more of it is.
    """
    choice = Choice()
    listening = _Listening(datetime.now(UTC), choice, doors.page)

    def looked(facts: ComputerFacts) -> Inspection:
        nobody = identity.nothing(None, None, NOT_COLLECTED)
        snapshot = _only(nobody, listening.started, facts)
        return _inspection(choice, snapshot, listening, datetime.now(UTC), (Scope.COMPUTER,))

    here = RecordedComputer(doors.computer, listening.recorder)
    with doors.begun.look(COMPUTER, listening.recorder):
        return looked(
            computer.collect(here, listening.started, lambda facts: landed(looked(facts)))
        )


def unjudged(entries: Iterable[Entry]) -> Inspection:
    """Return an inspection of a recording that cannot be judged: nothing is known, nothing is found."""
    about, *lines = entries
    started = datetime.fromisoformat(about["started"])
    choice = _choice(about)
    nobody = identity.nothing(choice.profile, choice.region, NOT_COLLECTED)
    return Inspection(
        choice=choice,
        snapshot=_only(nobody, started),
        findings=(),
        verdicts=(),
        started=started,
        finished=started,
        calls={},
        recording=(about, *lines),
    )


class _Listening:
    """Counts and records the calls of one inspection."""

    def __init__(self, started: datetime, choice: Choice, page: int) -> None:
        self.started = started
        self.recorder = Recorder(
            started, {**asdict(choice), "features": sorted(choice.features)}, page
        )
        self.calls: Counter[str] = Counter()
        self._lock = threading.Lock()

    def heard(self, call: Call) -> None:
        """Take note of a call."""
        self.recorder.heard(call)
        refused = call.failure is not None and call.failure.why is Why.READ_ONLY
        if counts(call.name) and not refused:
            with self._lock:
                self.calls[call.name] += 1

    def giving(self, texts: Mapping[str, str]) -> Callable[[str], str | None]:
        """Return what gives the text about a node, and keeps it in the recording."""

        def give(node: str) -> str | None:
            return None if node not in texts else self.recorder.given(node, texts[node])

        return give


def crashed(check: str, error: Exception) -> None:
    """Write down that a rule failed in itself."""
    LOG.error("check %s crashed", check, exc_info=error)


def _choice(about: Mapping[str, Any]) -> Choice:
    told = dict(about["choice"])
    told["nodes"], told["tried"] = tuple(told["nodes"]), tuple(told.get("tried", ()))
    told["features"] = frozenset(told["features"])
    choice = Choice(**told)
    named = (choice.profile or "", choice.region or "", *choice.nodes, *choice.tried)
    if not all(isinstance(name, str) for name in (*named, *choice.features)):
        raise BadRecording("it does not tell what was chosen")
    return choice


def _only(who: IdentityFacts, at: datetime, here: ComputerFacts | None = None) -> Snapshot:
    """Return a snapshot of who is calling, and of this computer, alone."""
    return Snapshot(
        now=at,
        identity=who,
        partition=partitions().of_region(who.region) if who.region else None,
        requirements=requirements(),
        systems=systems(),
        computer=here,
    )


def _asked_about(choice: Choice) -> tuple[Scope, ...]:
    """Return what there are answers about: without nodes nothing of the account was asked."""
    return tuple(Scope) if choice.nodes or choice.every_node else (Scope.IDENTITY, Scope.COMPUTER)


def counts(name: str) -> bool:
    """Tell whether a call went to AWS; what is known here, as of the clock, did not."""
    return bool(name) and name.partition(":")[0] not in LOCAL


def _refused(line: Entry) -> bool:
    """Tell whether a call was refused here, in read-only mode, and never made."""
    return (line.get("failure") or {}).get("why") == Why.READ_ONLY


def _land(snapshot: Snapshot, landed: Callable[[tuple[Finding, ...]], None]) -> None:
    if len(snapshot.nodes) <= LANDING_NODES:
        landed(judge(snapshot, EVERY, crashed))


def _inspection(
    choice: Choice,
    snapshot: Snapshot,
    listening: _Listening,
    finished: datetime,
    only: Collection[Scope] = tuple(Scope),
) -> Inspection:
    checks = [check for check in EVERY if check.scope in only]
    with uncollected() if len(snapshot.nodes) > LANDING_NODES else nullcontext():
        findings = judge(snapshot, checks, crashed)
        told = verdicts(snapshot, findings)
    listening.recorder.finished(finished)
    return Inspection(
        choice=choice,
        snapshot=snapshot,
        findings=findings,
        verdicts=told,
        started=listening.started,
        finished=finished,
        calls=dict(sorted(listening.calls.items())),
        recording=tuple(listening.recorder.entries()),
    )
