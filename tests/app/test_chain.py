"""The chain of a node."""

from dataclasses import replace

from ssmwizard.app.causes import likeliest
from ssmwizard.app.chain import Gate, chain
from ssmwizard.model.findings import Finding, Grade, Severity, Status
from ssmwizard.model.text import text


def finding(check, status, subject="i-1", *, by=(), cause="", severity=Severity.BLOCKER):
    return Finding(
        check, subject, status, Grade.PROVED, text(check), severity, blocked_by=by, cause=cause
    )


REGION = finding("identity.region", Status.PASSED, None)
ROUTE = finding("network.route", Status.FAILED, cause="rtb-1")
CURRENT = finding("agent.current", Status.FAILED, severity=Severity.ADVICE)
ONLINE = finding("node.online", Status.FAILED, by=("network.route",))
CONNECTED = finding("node.connected", Status.SKIPPED, by=("node.online", "network.route"))
NOT_HYBRID = finding("node.activation", Status.SKIPPED)
OF_ANOTHER = finding("network.route", Status.FAILED, "i-2", cause="rtb-1")


def test_echoes_stand_behind_the_gate_that_explains_them():
    gates = chain((REGION, ROUTE, ONLINE, CONNECTED, NOT_HYBRID, OF_ANOTHER), "i-1")
    assert gates == (Gate(REGION), Gate(ROUTE, (ONLINE, CONNECTED), first_broken=True))


def test_the_first_broken_gate_is_one_that_blocks():
    gates = chain((CURRENT, ROUTE), "i-1")
    assert [gate.first_broken for gate in gates] == [False, True]


def test_without_a_blocker_the_first_failure_is_marked():
    gates = chain((REGION, CURRENT), "i-1")
    assert [gate.first_broken for gate in gates] == [False, True]


def test_what_waits_for_something_that_could_not_be_seen_stands_behind_it():
    unseen = finding("node.exists", Status.UNKNOWN)
    waits = finding("node.online", Status.SKIPPED, by=("node.exists",))
    assert chain((unseen, waits), "i-1") == (Gate(unseen, (waits,)),)


def test_an_echo_without_its_cause_stands_by_itself():
    assert chain((ONLINE,), "i-1") == (Gate(ONLINE),)


def test_the_gate_to_begin_with_is_the_cause_that_the_sentence_names_first():
    guessed = replace(ROUTE, grade=Grade.INFERRED)
    version = finding("agent.version", Status.FAILED)
    gates = chain((guessed, version), "i-1")
    assert [gate.first_broken for gate in gates] == [False, True]
    assert likeliest((guessed, version))[0] is version
