"""A real session: only on wish, and what the service itself said of it."""

from dataclasses import replace
from typing import Any

import pytest
from support.facts import (
    ACCOUNT,
    SOURCE,
    Case,
    ask,
    denied,
    fails,
    holds,
    judged,
    known,
    node,
    ok,
    skips,
    snapshot,
    unseen,
    unsure,
    warns,
)

from ssmwizard import resources
from ssmwizard.checks.every import EVERY, by_id
from ssmwizard.checks.probe import OF_SILENCE
from ssmwizard.model.computer import Start
from ssmwizard.model.facts import NOT_COLLECTED, Known, Unknown, Why
from ssmwizard.model.findings import Status
from ssmwizard.model.probe import Ending, Gate, Left, Stage, Talk, Trial
from ssmwizard.model.session import Key, Preferences, SessionFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.way_out import Ended, Goal, Layer, Step, WayOut

CALL = "ssm:StartSession"
REFUSED = "The target is not connected."
SIGNATURES = resources.signatures()
WAY = WayOut(
    Goal("stream:i-1", "https://h", plugin=True, websocket=True),
    "ssmmessages.eu-west-3.amazonaws.com",
    443,
    "",
    False,
    (Step(Layer.UPGRADE, Ended.DONE, 0.1, "400"),),
)
HANDED = ((Stage.HANDED_OVER, 0.2),)
WHOLE = (*HANDED, (Stage.SHOWN, 1.1), (Stage.ECHOED, 1.4))


def talk(ending: Ending, said: str = "", reached: Any = HANDED, start: Start = Start.RAN) -> Talk:
    return Talk(start, ending, reached, said, None, 20.2)


def tried(talked: Talk | None = None, **parts: Any) -> Snapshot:
    """A node on which a session was tried."""
    usual: dict[str, Any] = {
        "plugin": "/bin/session-manager-plugin",
        "version": "1.2.835.0",
        "session": "ann-1",
        "left": Left.NONE,
    }
    trial = Trial(talk=talked, **{**usual, **parts})
    refusal: Any = NOT_COLLECTED if trial.gate else known(None, CALL)
    of = snapshot(node(refusal=refusal, trial=known(trial, "session-manager-plugin")))
    return replace(of, signatures=SIGNATURES)


def closed(said: str) -> Snapshot:
    return tried(talk(Ending.CLOSED, f"SessionId: ann-1 : {said}"))


KMS = (
    "Encountered error while initiating handshake. Error calling KMS GenerateDataKey API:"
    " AccessDeniedException: not authorized"
)
STUCK = replace(WAY, steps=(Step(Layer.CONNECT, Ended.REFUSED, 0.1),))
OPEN = {"left": Left.OPEN, "unended": "not authorized"}
TABLE = {
    "never-tried": skips(snapshot(node())),
    "granted": ok(snapshot(node(refusal=known(None, CALL))), "was not tried"),
    "granted-and-lost": unsure(
        snapshot(
            node(refusal=known(None, CALL), trial=unseen(Why.FAILED, "x", call="endpoint:ssm"))
        ),
        "endpoint:ssm",
    ),
    "plugin-not-seen": unsure(snapshot(node(trial=unseen(Why.TIMED_OUT, call="plugin")))),
    "refused": fails(
        snapshot(node(refusal=known(REFUSED, CALL))), REFUSED, cause=f"refused:{REFUSED}"
    ),
    "not-allowed": fails(snapshot(node(refusal=denied(CALL))), "you may not", cause="refused"),
    "no-answer": unsure(snapshot(node(refusal=unseen(Why.TIMED_OUT, call=CALL))), CALL),
    "denied-without-a-call": unsure(snapshot(node(refusal=Unknown(Why.DENIED)))),
    "opened": ok(tried(talk(Ending.ECHOED, "", WHOLE)), "1.4 seconds"),
    "opened-and-not-ended": warns(tried(talk(Ending.ECHOED, "", WHOLE), **OPEN), "not authorized"),
    "opened-and-not-seen-to-end": ok(
        tried(talk(Ending.ECHOED, "", WHOLE), left=Left.UNSEEN), "could not be looked at"
    ),
    "opened-and-nobody-may-end-or-look": ok(
        tried(talk(Ending.ECHOED, "", WHOLE), left=Left.UNSEEN, unended="no"), "You may not end"
    ),
    "opened-and-says-nothing": warns(tried(talk(Ending.NO_ECHO, "Password:")), "was not answered"),
    "stopped": unsure(tried(talk(Ending.STOPPED)), "You stopped"),
    "plugin-cannot-be-started": fails(
        tried(talk(Ending.NOT_STARTED, "Permission denied", ())),
        "Permission denied",
        cause="plugin",
    ),
    "run-as-user-missing": fails(
        closed("Unable to start command: Failed to start pty since RunAs user bob does not exist"),
        "RunAs user bob",
        cause="closed:run-as-user-missing",
    ),
    "key-refused": fails(closed(KMS), "kms:GenerateDataKey", cause="closed:caller-kms-denied"),
    "words-not-known": fails(
        closed("Nobody knows."), "Nobody knows.", cause="closed:Nobody knows."
    ),
    "long-words": fails(closed("very " * 200), "…"),
    "no-signatures": fails(replace(closed(KMS), signatures=None), "GenerateDataKey"),
    "ended-without-a-word": fails(tried(talk(Ending.CLOSED)), "did not say why", cause="closed"),
    "no-way": fails(tried(talk(Ending.CUT_OFF), way=STUCK), "ssmmessages", cause="way-out"),
    "silent": fails(
        tried(talk(Ending.SILENT), way=WAY), "20 seconds", "ssmmessages", cause="silent"
    ),
    "silent-and-not-looked": fails(tried(talk(Ending.SILENT)), "20 seconds", cause="silent"),
    "not-connected": skips(tried(gate=Gate.NOT_CONNECTED)),
    "no-plugin": unsure(tried(gate=Gate.NO_PLUGIN, plugin=""), "was not found"),
    "plugin-fails": unsure(tried(gate=Gate.PLUGIN_FAILS), "/bin/session-manager-plugin"),
    "token-shows": unsure(
        tried(gate=Gate.TOKEN_SHOWS, version="1.1.61.0"), "1.1.61.0", "1.2.497.0"
    ),
    "no-journal": unsure(tried(gate=Gate.NO_JOURNAL, detail="disk full"), "disk full"),
}


@pytest.mark.parametrize("case", TABLE.values(), ids=list(TABLE))
def test_probe_session(case: Case) -> None:
    holds(by_id("probe.session"), case)


def test_a_refusal_for_the_tier_or_for_want_of_a_right_is_an_echo_of_those() -> None:
    found = judged(snapshot(node(refusal=denied(CALL))), EVERY)
    assert found["caller.start-session"].is_root_cause
    assert found["probe.session"].status is Status.FAILED
    assert found["probe.session"].blocked_by == ("caller.start-session",)


def test_what_words_mean_and_a_failure_that_says_the_same_are_one_cause() -> None:
    key = Known(Key("arn:aws:kms:k", "k", ACCOUNT, "Disabled", "SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT",
                    "CUSTOMER"), SOURCE)  # fmt: skip
    preferences = Preferences("SSM-SessionManagerRunShell", "1", kms_key="arn:aws:kms:k")
    broken = SessionFacts(preferences=known(preferences), key=key)
    found = judged(replace(closed(KMS), session=broken), EVERY)
    assert found["session.kms-key"].status is Status.FAILED
    assert found["probe.session"].blocked_by == ("session.kms-key",)
    alone = judged(closed("Failed to start pty since RunAs user bob does not exist"), EVERY)
    assert alone["probe.session"].is_root_cause


def test_where_nothing_was_refused_the_tier_explains_nothing() -> None:
    of = tried(talk(Ending.SILENT), way=WAY)
    assert ask(by_id("probe.session"), of).explained_by == OF_SILENCE


def test_a_node_that_is_not_connected_waits_for_that() -> None:
    outcome = ask(by_id("probe.session"), tried(gate=Gate.NOT_CONNECTED))
    assert outcome.blocked_by == ("node.connected",)
