"""Real sessions on inspected nodes: what is said before, the trial, and what follows from it."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from ssmwizard.app.doors import Doors
from ssmwizard.app.inspect import Choice, Inspection, counts, crashed
from ssmwizard.app.session_notes import (
    Nowhere,
    SessionNotes,
    alone,
    end_entry,
    left_behind,
)
from ssmwizard.app.trying import Trying, try_sessions
from ssmwizard.app.verdict import verdicts
from ssmwizard.checks.every import EVERY
from ssmwizard.checks.judge import judge
from ssmwizard.collect.probe import COMMAND_DOCUMENT, Notes, closed
from ssmwizard.model.facts import Known, Unknown, Why
from ssmwizard.model.findings import Status
from ssmwizard.model.identity import same_caller
from ssmwizard.model.node import Kind
from ssmwizard.model.probe import Left, Stage, Trial
from ssmwizard.model.session import Preferences
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside import lock
from ssmwizard.outside.calls import Call, CallFailed
from ssmwizard.outside.journal import Journal, Unwritable, Who
from ssmwizard.outside.recording import RecordedComputer, Recorder, joined

if TYPE_CHECKING:
    from ssmwizard.outside.aws import LiveAws

CHECK, START_RIGHT, END_RIGHT = "probe.session", "caller.start-session", "caller.end-session"
BUSY = text(
    N_("Another window or terminal is trying a real session right now. Wait until it is done.")
)
NO_JOURNAL = N_(
    "No session was started: the journal cannot be written ({reason}), and a session that nobody knows of might be left behind."
)
OTHER = N_(
    "No session was started: {before} was signed in when the node was inspected, and {now} is now. Inspect again first."
)
ENDED = N_(
    "A session on {node} was left open when the program was ended at {time}; it is ended now."
)
NOT_ENDED = N_(
    "A session on {node} was left open when the program was ended at {time}, and could not be seen to end. The journal has it: {entry}."
)


class Refused(Exception):  # noqa: N818 - it is an answer
    """No session may be tried now; ``says`` is why."""

    def __init__(self, says: Text) -> None:
        super().__init__(says.english())
        self.says = says


@dataclass(frozen=True, slots=True)
class Probed:
    """An inspection with real sessions in it, and what became of sessions that were left behind before."""

    inspection: Inspection
    remarks: tuple[Text, ...] = ()


def probe(
    doors: Doors,
    inspection: Inspection,
    nodes: Sequence[str] = (),
    told: Callable[[str, Stage], None] = lambda _node, _stage: None,
    cancelled: threading.Event | None = None,
) -> Probed:
    """Try a real session on ``nodes``, or on all inspected ones; judge all anew.

    Nothing is left open, whatever happens; sessions that a program left behind which was killed are ended
    first. Raises :class:`Refused` where nothing may be tried now.
    """
    stop = cancelled or threading.Event()
    _refuse_for_another(doors, inspection)
    choice, caller = inspection.choice, inspection.snapshot.identity.caller
    if isinstance(caller, Unknown):
        return Probed(inspection)
    aws = doors.aws(choice.profile, choice.region)
    recorder, calls = Recorder(aws.now(), asdict(choice), doors.page), Counter(inspection.calls)
    counting = threading.Lock()

    def heard(call: Call) -> None:
        recorder.heard(call)
        # What is refused here, in read-only mode, was never made.
        refused = call.failure is not None and call.failure.why is Why.READ_ONLY
        if counts(call.name) and not refused:
            with counting:
                calls[call.name] += 1

    who = Who(caller.value.arn, caller.value.account, aws.region, choice.profile)
    journal = Journal(doors.journal)
    # The door does not let one through then, and its refusal is the answer.
    shut = doors.gate.refuses_probe() is not None
    notes: Notes = Nowhere() if shut else SessionNotes(journal, who)
    ending = aws.listening(heard, threading.Event())
    trying = Trying(notes, ending, told, stop)
    local = RecordedComputer(doors.computer, recorder)
    try:
        with alone(journal):
            remarks = () if shut else _end_left_behind(aws, journal, who)
            door = aws.listening(heard, stop)
            snapshot = try_sessions(inspection.snapshot, door, local, trying, nodes)
    except lock.Taken:
        raise Refused(BUSY) from None
    except (OSError, Unwritable) as problem:
        raise Refused(text(NO_JOURNAL, reason=str(problem))) from problem
    recorder.finished(aws.now())
    return Probed(_judged(inspection, snapshot, nodes, recorder, calls), remarks)


def _refuse_for_another(doors: Doors, inspection: Inspection) -> None:
    """Raise where somebody else is signed in than when the inspection was made."""
    choice, caller = inspection.choice, inspection.snapshot.identity.caller
    aws = doors.aws(choice.profile, choice.region)
    if isinstance(caller, Unknown) or doors.gate.refuses_probe() is not None:
        return
    try:
        told = aws.call("sts", "GetCallerIdentity")
    except CallFailed:
        # What keeps it from being told keeps a session from being started, and is told then.
        return
    before, now = caller.value.arn, str(told.get("Arn", ""))
    if told.get("Account") != caller.value.account or not same_caller(now, before):
        raise Refused(text(OTHER, before=before, now=now))


def end_left_behind(doors: Doors, identity: Inspection) -> tuple[Text, ...]:
    """End sessions that a program left behind which was killed, and say so; where there are none, nothing.

    ``identity`` is who is signed in. Nothing is done while another window or terminal tries sessions.
    """
    caller, choice = identity.snapshot.identity.caller, identity.choice
    journal = Journal(doors.journal)
    if isinstance(caller, Unknown) or doors.gate.refuses_probe() is not None:
        return ()
    try:
        aws = doors.aws(choice.profile, choice.region)
        who = Who(caller.value.arn, caller.value.account, aws.region, choice.profile)
        if not left_behind(journal, who.account, who.region):
            return ()
        with alone(journal):
            return _end_left_behind(aws, journal, who)
    except (lock.Taken, OSError, CallFailed):
        return ()


def _judged(
    before: Inspection,
    snapshot: Snapshot,
    nodes: Sequence[str],
    recorder: Recorder,
    calls: Counter[str],
) -> Inspection:
    choice = _with_sessions(before.choice, nodes)
    findings = judge(snapshot, EVERY, crashed)
    told = {**asdict(choice), "features": sorted(choice.features)}
    return replace(
        before,
        choice=choice,
        snapshot=snapshot,
        findings=findings,
        verdicts=verdicts(snapshot, findings),
        calls=dict(sorted(calls.items())),
        recording=tuple(joined(before.recording, recorder.entries(), told)),
    )


def _with_sessions(choice: Choice, nodes: Sequence[str]) -> Choice:
    if not nodes or (choice.sessions and not choice.tried):
        return replace(choice, sessions=True, tried=())
    return replace(choice, sessions=True, tried=tuple(dict.fromkeys((*choice.tried, *nodes))))


def _end_left_behind(aws: LiveAws, journal: Journal, who: Who) -> tuple[Text, ...]:
    """End sessions that were left behind here, and say so."""
    remarks: list[Text] = []
    quiet = aws.listening(lambda _: None, threading.Event())
    for entry in left_behind(journal, who.account, who.region):
        gone = end_entry(quiet, journal, entry, who.arn) is Left.NONE
        said = ENDED if gone else NOT_ENDED
        at = f"{entry.at:%Y-%m-%d %H:%M} UTC"
        remarks.append(text(said, node=", ".join(entry.nodes), time=at, entry=entry.id))
    return tuple(remarks)


def trial_of(inspection: Inspection, node: str) -> Trial | None:
    """Return what came of the real session on a node, None where none was tried."""
    fact = inspection.snapshot.node(node).trial
    return fact.value if isinstance(fact, Known) else None


def before(inspection: Inspection, nodes: Sequence[str]) -> tuple[Text, ...]:
    """Say what a real session on these nodes does, and what is written down about it, where."""
    snapshot = inspection.snapshot
    return (
        *_what_is_done(snapshot, nodes),
        *_what_is_recorded(snapshot),
        *_what_it_costs(snapshot, nodes),
        *_what_may_stay(inspection),
    )


def _what_is_done(snapshot: Snapshot, nodes: Sequence[str]) -> Iterator[Text]:
    caller = snapshot.identity.caller
    who = caller.value.arn if isinstance(caller, Known) else "-"
    windows = snapshot.computer is not None and snapshot.computer.system.startswith("Windows")
    document = snapshot.requirements.text("caller.shell-document")
    said = N_(
        "On {nodes} a real session is opened as {who}, with the session document {document}: this computer's plugin types one harmless line (echo), waits for its answer, and the session is ended."
    )
    yield text(
        said,
        nodes=tuple(nodes),
        who=who,
        document=COMMAND_DOCUMENT if windows else document,
    )


def _what_is_recorded(snapshot: Snapshot) -> Iterator[Text]:
    yield text(N_("CloudTrail and the session history of the account show it."))
    fact = snapshot.session.preferences
    if isinstance(fact, Unknown):
        said = N_(
            "The session preferences could not be seen: what is typed and shown may be written to logs, too."
        )
        yield text(said)
        return
    places = list(_places(fact.value)) if fact.value is not None else []
    if not places:
        yield text(N_("The session preferences keep no log of what is typed and shown."))
    yield from places


def _places(found: Preferences) -> Iterator[Text]:
    if found.s3_bucket:
        said = N_("What is typed and shown is written to the S3 bucket {bucket}.")
        yield text(said, bucket="/".join(filter(None, (found.s3_bucket, found.s3_prefix))))
    if found.log_group:
        said = N_("What is typed and shown is written to the log group {group} of CloudWatch Logs.")
        yield text(said, group=found.log_group)
    if found.kms_key:
        said = N_("The session is encrypted with the key {key}, whose use KMS logs.")
        yield text(said, key=found.kms_key)
    if found.linux_profile or found.windows_profile:
        said = N_(
            "The shell profile of the session preferences is run on the node, as in any session."
        )
        yield text(said)


def _what_it_costs(snapshot: Snapshot, nodes: Sequence[str]) -> Iterator[Text]:
    fact = snapshot.session.preferences
    preferences = fact.value if isinstance(fact, Known) else None
    if preferences is None or not preferences.run_as:
        said = N_(
            "The first session on a node makes the account ssm-user there, with the rights of an administrator."
        )
        yield text(said)
    row = snapshot.requirements.get("hybrid.pay-as-you-go")
    partition = snapshot.partition.name if snapshot.partition is not None else ""
    if row.in_force(partition, snapshot.now.date()):
        charged = sum(snapshot.node(node).kind is Kind.HYBRID for node in nodes)
        if charged:
            said = N_(
                "Session Manager is charged by use on nodes outside EC2 ({count} of these). Whether a session that is ended at once is charged is not known."
            )
            yield text(said, count=charged)


def _what_may_stay(inspection: Inspection) -> Iterator[Text]:
    starts = next((one for one in inspection.findings if one.check == START_RIGHT), None)
    if starts is not None and starts.status is Status.FAILED:
        said = N_("As computed the service will refuse it, which shows who is right. {reason}")
        yield text(said, reason=starts.text)
    ends = next((one for one in inspection.findings if one.check == END_RIGHT), None)
    if ends is not None and ends.status is not Status.PASSED:
        said = N_(
            "You may not be allowed to end your own session; it would then stay until it ends when idle. {reason}"
        )
        yield text(said, reason=ends.text)


def can_be_tried(inspection: Inspection) -> tuple[str, ...]:
    """Return the inspected nodes on which a session may be tried: those not known to hold no channel."""
    return tuple(node.id for node in inspection.snapshot.nodes if not closed(node))
