"""The log of calls: what it keeps, what it counts, and that it does not grow for ever."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

from ssmwizard.model.facts import Why
from ssmwizard.outside.call_log import CallLog, Counts
from ssmwizard.outside.calls import Call, CallFailed

AT = datetime(2026, 11, 24, 4, 12, tzinfo=UTC)


def call(service: str, operation: str, why: Why | None = None, code: str = "Boom") -> Call:
    name = f"{service}:{operation}"
    failure = None if why is None else CallFailed(name, why, code, "no", at=AT, request_id="r-1")
    answer = {"Secret": "s3cr3t"} if failure is None else None
    asked = {"Password": "s3cr3t"}
    return Call(service, operation, "eu-west-3", asked, answer, failure, AT, 0.0421, "r-1")


def test_what_a_call_was_is_told_and_not_what_it_carried() -> None:
    log = CallLog()
    log.heard(call("ssm", "DescribeActivations"))
    log.heard(call("ec2", "StartInstances", Why.DENIED, "UnauthorizedOperation"))
    log.heard(call("ec2", "StopInstances", Why.READ_ONLY, "ReadOnly"))
    calls, counts = log.since(0)
    assert [(one.number, one.writes, one.code, one.made) for one in calls] == [
        (1, False, "", True),
        (2, True, "UnauthorizedOperation", True),
        (3, True, "ReadOnly", False),
    ]
    assert (calls[0].milliseconds, calls[0].request_id) == (42, "r-1")
    assert counts == Counts(3, 2, 2)
    assert "s3cr3t" not in repr(calls)


def test_what_is_known_without_asking_is_no_call() -> None:
    log = CallLog()
    for service in ("clock", "credentials", "endpoint"):
        log.heard(call(service, "GetIt"))
    assert log.since(0) == ((), Counts())


def test_the_newest_are_kept_and_all_are_counted() -> None:
    log = CallLog(kept=3)
    for _ in range(10):
        log.heard(call("ssm", "GetDocument"))
    calls, counts = log.since(0)
    assert [one.number for one in calls] == [8, 9, 10]
    assert counts.calls == 10
    assert [one.number for one in log.since(9)[0]] == [10]
    assert log.since(10)[0] == ()


def test_calls_of_many_threads_are_all_there_once() -> None:
    log = CallLog()

    def work() -> None:
        for _ in range(200):
            log.heard(call("ssm", "GetDocument"))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    calls, counts = log.since(0)
    assert [one.number for one in calls] == list(range(1, 1601))
    assert counts.calls == 1600
