"""The rule about a real session: did one open, and if not, how far it came."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ssmwizard.checks.endpoints import lines, sentence
from ssmwizard.checks.explaining import Match, explain
from ssmwizard.checks.rule import (
    Check,
    Outcome,
    failed,
    not_applicable,
    passed,
    seen,
    undecided,
    unknown,
    waiting,
    warning,
)
from ssmwizard.model.facts import NOT_COLLECTED, Fact, Known, Unknown, Why
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.probe import Ending, Gate, Left, Stage, Trial
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, joined, text

SESSION = text(N_("Session"))
SAID = text(N_("What the service said"))
STAGES: Mapping[Stage, Text] = {
    Stage.STARTED: text(N_("The service granted a session")),
    Stage.HANDED_OVER: text(N_("The plugin took the session over")),
    Stage.SHOWN: text(N_("Something came from the node")),
    Stage.ECHOED: text(N_("The node answered what was typed")),
}
GATES: Mapping[Gate, str] = {
    Gate.NO_PLUGIN: N_(
        "No session was started: the Session Manager plugin was not found on this computer. Install it, then try again."
    ),
    Gate.PLUGIN_FAILS: N_(
        "No session was started: the Session Manager plugin at {path} does not run. Repair or replace it, then try again."
    ),
    Gate.TOKEN_SHOWS: N_(
        "No session was started: the Session Manager plugin {version} takes the token of a session on its command line, where other users of this computer can read it. Install one newer than {last}, then try again."
    ),
    Gate.NO_JOURNAL: N_(
        "No session was started: the journal cannot be written ({reason}), and a session that nobody knows of might be left behind."
    ),
}
NOT_STARTED = N_(
    "The service granted a session, but the Session Manager plugin at {path} could not be started: {said}"
)
CLOSED = N_("The session was closed before the node answered. The plugin printed: {said}")
ENDED = N_("The Session Manager plugin ended before the node answered, and did not say why.")
SILENT = N_(
    "The plugin took the session over, and nothing came for {seconds} seconds, though {host} can be reached from this computer. The plugin does not say why: the service may refuse you the data channel, the plugin may find no credentials, or the agent may not take the session up."
)
NOWHERE = N_(
    "The plugin took the session over, and nothing came for {seconds} seconds. It does not say why."
)
# What keeps a session silent whose host can be reached, the likeliest first.
OF_SILENCE = (
    "caller.data-channel",
    "identity.credentials",
    "computer.clock",
    "session.kms-key",
    "caller.kms",
    "agent.features",
)
ON_THE_WAY = ("computer.endpoints", "computer.clock")
REFUSED = ("account.instance-tier", "caller.start-session", "node.connected")
LONGEST = 300
# How the plugin begins a line that comes from the agent.
PREFIX = re.compile(r"^SessionId: \S+ : (?:-+ERROR-+ )?")


def session(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    """Judge what became of a real session; it is only tried on wish."""
    if isinstance(node.trial, Known):
        return _tried(snapshot, node.trial)
    fact = node.refusal
    if isinstance(fact, Unknown):
        if node.trial != NOT_COLLECTED and fact.why is Why.NOT_COLLECTED:
            return unknown(node.trial)
        return _not_asked(fact)
    if fact.value is not None:
        said = N_("The service refused to start a session on the node. It said: {message}")
        shown, found = text(said, message=fact.value), seen(SAID, fact.value, fact)
        outcome = failed(shown, found, grade=Grade.PROVED, cause=f"refused:{fact.value}")
        return replace(outcome, explained_by=REFUSED)
    granted = seen(SESSION, "granted", fact)
    if node.trial != NOT_COLLECTED:
        return unknown(node.trial, granted)
    said = N_(
        "The service started a real session on the node, which was ended at once. What is typed and shown in one was not tried."
    )
    return passed(text(said), granted)


def _not_asked(fact: Unknown) -> Outcome:
    if fact.why is Why.NOT_COLLECTED:
        return not_applicable(text(N_("No real session was tried.")))
    if fact.why is not Why.DENIED or fact.source is None:
        return unknown(fact)
    said = N_("The service refused to start a session: you may not. {message}")
    message = fact.detail or fact.code
    shown = seen(SAID, message, fact.source)
    outcome = failed(text(said, message=message), shown, grade=Grade.PROVED, cause="refused")
    return replace(outcome, explained_by=REFUSED)


def _tried(snapshot: Snapshot, fact: Known[Trial]) -> Outcome:
    trial = fact.value
    if trial.gate is Gate.NOT_CONNECTED:
        return waiting("node.connected")
    if trial.gate is not None or trial.talk is None:
        said = GATES[trial.gate or Gate.NO_JOURNAL]
        last = snapshot.requirements.text("plugin.token-on-command-line")
        words = {"path": trial.plugin, "version": trial.version, "reason": trial.detail}
        return undecided(text(said, last=last, **words), *_of_plugin(trial, fact))
    found = tuple(_evidence(snapshot, trial, fact))
    outcome = _talked(snapshot, trial, found, fact)
    left = _left_over(trial)
    return outcome if left is None else replace(outcome, text=joined(outcome.text, left))


def _talked(
    snapshot: Snapshot, trial: Trial, found: tuple[Evidence, ...], fact: Known[Trial]
) -> Outcome:
    talk = trial.talk
    assert talk is not None
    seconds = f"{talk.seconds:.0f}"
    match talk.ending:
        case Ending.ECHOED:
            after = f"{talk.reached[-1][1]:.1f}"
            said = N_(
                "A real session opened: the node answered what was typed after {seconds} seconds, and the session was ended."
            )
            shown = text(said, seconds=after)
            return warning(shown, *found) if trial.left is Left.OPEN else passed(shown, *found)
        case Ending.NO_ECHO:
            said = N_(
                "A real session opened and showed something, but what was typed was not answered within {seconds} seconds. Something on the node may wait for an answer, or be slow: open a session by hand and look."
            )
            return warning(text(said, seconds=seconds), *found)
        case Ending.STOPPED:
            return undecided(text(N_("You stopped the real session before it was clear.")), *found)
        case Ending.NOT_STARTED:
            shown = text(NOT_STARTED, path=trial.plugin, said=talk.said)
            return _broken(shown, found, "plugin", ("computer.plugin",))
        case Ending.CLOSED:
            return _closed(snapshot, talk.said, found)
    way = trial.way
    if way is None:
        return _broken(text(NOWHERE, seconds=seconds), found, "silent", OF_SILENCE)
    found += tuple(lines(way, fact))
    if not way.arrives:
        return _broken(sentence(snapshot, [way]), found, "way-out", ON_THE_WAY)
    shown = text(SILENT, seconds=seconds, host=way.host)
    return _broken(shown, found, "silent", OF_SILENCE)


def _closed(snapshot: Snapshot, printed: str, found: tuple[Evidence, ...]) -> Outcome:
    """Say what the words mean with which a session was closed, where they are known."""
    if not printed:
        return _broken(text(ENDED), found, "closed", ("computer.plugin",))
    words = PREFIX.sub("", " ".join(printed.split()))
    said = text(CLOSED, said=words if len(words) <= LONGEST else f"{words[:LONGEST]}…")
    known = explain(printed, snapshot.signatures) if snapshot.signatures is not None else ()
    if not known:
        return _broken(said, found, f"closed:{words}", ())
    match = known[0]
    shown = joined(said, *_meaning(match))
    return _broken(shown, found, f"closed:{match.signature.id}", match.signature.checks)


def _meaning(match: Match) -> tuple[Text, Text]:
    from ssmwizard.checks.messages.every import EVERY  # noqa: PLC0415 - rarely wanted

    meaning = EVERY[match.signature.id]
    return meaning.says, meaning.do


def _broken(
    said: Text, found: tuple[Evidence, ...], cause: str, explained_by: tuple[str, ...]
) -> Outcome:
    outcome = failed(said, *found, grade=Grade.PROVED, cause=cause)
    return replace(outcome, explained_by=explained_by)


def _left_over(trial: Trial) -> Text | None:
    """Say what is to be known of a session that is not seen to be gone."""
    if trial.left is Left.OPEN:
        said = N_(
            "The session {session} could not be ended ({said}): end it in the AWS console, or leave it until it ends when idle."
        )
        return text(said, session=trial.session, said=trial.unended or "-")
    if trial.left is Left.UNSEEN:
        said = N_("Whether the session {session} is gone could not be looked at.")
        if trial.unended:
            said = N_(
                "You may not end the session {session} ({said}), and whether it is gone could not be looked at; it ends when idle."
            )
        return text(said, session=trial.session, said=trial.unended)
    return None


def _of_plugin(trial: Trial, fact: Fact[Trial]) -> Iterator[Evidence]:
    if trial.plugin:
        yield seen(text(N_("Plugin")), f"{trial.version} · {trial.plugin}", fact)


def _evidence(snapshot: Snapshot, trial: Trial, fact: Known[Trial]) -> Iterator[Evidence]:
    assert trial.talk is not None
    yield seen(SESSION, trial.session, fact)
    document = trial.document or snapshot.requirements.text("caller.shell-document")
    yield seen(text(N_("Session document")), document, fact)
    yield from _of_plugin(trial, fact)
    for stage, after in trial.talk.reached:
        yield seen(STAGES[stage], f"{after:.1f} s", fact)
    if trial.talk.said:
        yield seen(text(N_("What the plugin printed")), trial.talk.said, fact)
    if trial.left is Left.NONE:
        yield seen(text(N_("Left open")), "0", fact)


CHECKS: tuple[Check, ...] = (
    Check(
        id="probe.session",
        title=text(N_("A real session opens")),
        why=text(
            N_(
                "Nothing proves that a session opens as well as opening one. It is logged, and may be billed on hybrid nodes, so it is only done on wish."
            )
        ),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        needs=("identity.credentials", "identity.region"),
        explained_by=("account.instance-tier", "caller.start-session"),
        requirements=(
            "plugin.token-on-command-line",
            "caller.shell-document",
            "endpoints.public-certificates",
        ),
        docs=("session-manager-working-with-sessions-start", "session-manager-troubleshooting"),
        run_node=session,
    ),
)
