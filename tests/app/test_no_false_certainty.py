"""What a call showed is taken away, call by call: what needed it is unknown, and nothing else moves."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from support.facts import shown
from support.rich import altered, by_place, calls, judged, moves, seen_whole

from ssmwizard.app.inspect import Inspection
from ssmwizard.app.verdict import Standing
from ssmwizard.model.facts import Why
from ssmwizard.model.findings import Status
from ssmwizard.outside.calls import RIGHTS
from ssmwizard.outside.recording import Entry

FAULTS: Mapping[str, tuple[Why, str, str]] = {
    "denied": (Why.DENIED, "AccessDenied", "not authorized"),
    "timed-out": (Why.TIMED_OUT, "ReadTimeoutError", "Read timeout"),
    "not-aws": (Why.FAILED, "ResponseParserError", "The answer is not AWS's"),
    "throttled": (Why.THROTTLED, "ThrottlingException", "Rate exceeded"),
    "unreachable": (Why.UNREACHABLE, "EndpointConnectionError", "Could not connect"),
    "broken": (Why.FAILED, "InternalError", "An internal error has occurred"),
}


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Inspection:
    return seen_whole(tmp_path_factory.mktemp("rich"))


def failing(why: Why, code: str, message: str) -> Callable[[Entry], None]:
    def change(line: Entry) -> None:
        line["answer"] = None
        line["failure"] = {"why": why, "code": code, "message": message}

    return change


SESSIONS = ("session.kms-key", "session.s3-bucket", "session.log-group")


def test_the_account_is_rich_enough(before: Inspection) -> None:
    standings = {one.name: (one.standing, one.root_causes) for one in before.verdicts}
    assert standings == {
        "well": (Standing.READY, ()),
        "poor": (Standing.BLOCKED, ("role.permissions", *SESSIONS)),
        "bare": (Standing.BLOCKED, ("role.attached",)),
        "shut": (Standing.BLOCKED, ("network.node-security-group",)),
        "stopped": (Standing.BLOCKED, ("node.running",)),
        "cut-off": (Standing.BLOCKED, ("network.endpoint-security-group", *SESSIONS)),
        "node": (Standing.READY, ()),
        "poor-machine": (Standing.BLOCKED, ("role.permissions", *SESSIONS)),
    }


def test_where_every_way_breaks_the_ways_to_the_key_and_the_logs_are_echoes(
    before: Inspection,
) -> None:
    shut = next(one.node for one in before.verdicts if one.name == "shut")
    found = by_place(before)
    for check in SESSIONS:
        assert found[check, shut].status is Status.FAILED
        assert found[check, shut].blocked_by == ("network.node-security-group",)


@pytest.mark.parametrize("fault", FAULTS)
def test_what_could_not_be_seen_is_unknown_and_nothing_else_moves(
    before: Inspection, fault: str, caplog: pytest.LogCaptureFixture
) -> None:
    for call in calls(before):
        after = judged(altered(before, failing(*FAULTS[fault]), call), caplog)
        for was, finding in moves(before, after):
            told = f"{fault} {call}: {finding.check} {finding.subject} {finding.text.english()}"
            waits = finding.status is Status.SKIPPED and bool(finding.blocked_by)
            if waits or finding.status in (Status.UNKNOWN, Status.WARNING):
                continue
            # A failure whose explanation is unseen stays one; only what was not asked before may come.
            assert was is None or was.status in (Status.UNKNOWN, Status.SKIPPED), told
            assert finding.status is not Status.FAILED, told
        lost = [one for _, one in moves(before, after) if one.status is Status.UNKNOWN]
        for one in lost:
            if one.right:
                assert one.right == RIGHTS.get(call, call)
                assert one.right in shown(one.text)
        for verdict in after.verdicts:
            was_standing = next(v.standing for v in before.verdicts if v.node == verdict.node)
            assert verdict.standing in (was_standing, Standing.UNKNOWN), f"{fault} {call}"
