import pytest
from support.facts import (
    ACCOUNT,
    Case,
    denied,
    fails,
    holds,
    identity,
    known,
    ok,
    skips,
    snapshot,
    unsure,
    warns,
)

from ssmwizard.checks.every import by_id
from ssmwizard.checks.judge import judge
from ssmwizard.model.facts import Unknown, Why
from ssmwizard.model.findings import Status
from ssmwizard.model.snapshot import Snapshot


def ahead(seconds: object, **more: object) -> Snapshot:
    """AWS's clock is some seconds ahead, or nobody could tell."""
    fact = seconds if isinstance(seconds, Unknown) else known(seconds, "sts:GetCallerIdentity")
    return snapshot(identity=identity(clock=fact, **more))


TABLE = {
    "the-same": ok(ahead(0.2)),
    "a-minute-is-no-matter": ok(ahead(60.0)),
    "behind": warns(ahead(61.0), "1.0 minutes behind"),
    "ahead": warns(ahead(-300.0), "5.0 minutes ahead"),
    "too-far-behind": fails(ahead(301.0), "behind", cause="clock"),
    "too-far-ahead": fails(ahead(-86400.0), "1440.0 minutes ahead", cause="clock"),
    "never-asked": skips(snapshot()),
    "left-out": skips(snapshot(computer=None, identity=identity(clock=known(900.0)))),
    "no-answer": unsure(ahead(denied("sts:GetCallerIdentity")), right="sts:GetCallerIdentity"),
}


@pytest.mark.parametrize("case", TABLE.values(), ids=list(TABLE))
def test_computer_clock(case: Case) -> None:
    holds(by_id("computer.clock"), case)


@pytest.mark.parametrize("code", ["SignatureDoesNotMatch", "ExpiredToken", "RequestTimeTooSkewed"])
def test_a_wrong_clock_explains_why_credentials_are_refused(code: str) -> None:
    refused = Unknown(Why.CREDENTIALS, "refused", None, None, code)
    checks = [by_id("computer.clock"), by_id("identity.credentials")]
    wrong, refusal = judge(ahead(900.0, caller=refused), checks)
    assert wrong.is_root_cause
    assert refusal.status is Status.FAILED
    assert refusal.blocked_by == ("computer.clock",)
    assert ACCOUNT not in wrong.text.english()
    right, refusal = judge(ahead(1.0, caller=refused), checks)
    assert right.status is Status.PASSED
    assert refusal.is_root_cause
