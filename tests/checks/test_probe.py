"""A real session: only on wish, and what the service itself said of it."""

import pytest
from support.facts import (
    Case,
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
)

from ssmwizard.checks.every import EVERY, by_id
from ssmwizard.model.facts import Unknown, Why
from ssmwizard.model.findings import Status

CALL = "ssm:StartSession"
REFUSED = "The target is not connected."
TABLE = {
    "never-tried": skips(snapshot(node())),
    "granted": ok(snapshot(node(refusal=known(None, CALL))), "was not tried"),
    "refused": fails(
        snapshot(node(refusal=known(REFUSED, CALL))), REFUSED, cause=f"refused:{REFUSED}"
    ),
    "not-allowed": fails(snapshot(node(refusal=denied(CALL))), "you may not", cause="refused"),
    "no-answer": unsure(snapshot(node(refusal=unseen(Why.TIMED_OUT, call=CALL))), CALL),
    "denied-without-a-call": unsure(snapshot(node(refusal=Unknown(Why.DENIED)))),
}


@pytest.mark.parametrize("case", TABLE.values(), ids=list(TABLE))
def test_probe_session(case: Case) -> None:
    holds(by_id("probe.session"), case)


def test_a_refusal_for_the_tier_or_for_want_of_a_right_is_an_echo_of_those() -> None:
    found = judged(snapshot(node(refusal=denied(CALL))), EVERY)
    assert found["caller.start-session"].is_root_cause
    assert found["probe.session"].status is Status.FAILED
    assert found["probe.session"].blocked_by == ("caller.start-session",)
