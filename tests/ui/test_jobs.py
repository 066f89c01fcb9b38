"""Jobs: who gets an answer, who does not, and what happens to errors."""

import threading

import pytest
from PySide6.QtCore import QThread

from ssmwizard.ui.jobs import PROGRESS_MILLISECONDS, Jobs


@pytest.fixture
def gate():
    made = threading.Event()
    yield made
    made.set()


def waiting(gate, answer):
    def work(_):
        gate.wait(5)
        return answer

    return work


def test_an_answer_comes_back_on_the_windows_thread(jobs: Jobs, qtbot):
    threads = {}
    here = QThread.currentThread()

    def work(_):
        threads["work"] = QThread.currentThread()
        return 42

    def then(answer):
        threads["then"], threads["answer"] = QThread.currentThread(), answer

    with qtbot.waitSignal(jobs.idle):
        jobs.read("key", work, then)
    assert threads["answer"] == 42
    assert threads["then"] is here
    assert threads["work"] is not here


def test_a_newer_read_under_the_same_key_wins(jobs: Jobs, qtbot, gate):
    got, tickets = [], []
    first = waiting(gate, "old")

    def old(ticket):
        tickets.append(ticket)
        return first(ticket)

    jobs.read("key", old, got.append)
    qtbot.waitUntil(lambda: bool(tickets))
    jobs.read("key", waiting(gate, "new"), got.append)
    jobs.read("other", waiting(gate, "other"), got.append)
    assert tickets[0].cancelled.is_set()
    with qtbot.waitSignal(jobs.idle):
        gate.set()
    assert sorted(got) == ["new", "other"]


def test_writes_are_never_superseded_or_dropped(jobs: Jobs, qtbot, gate):
    got = []
    jobs.write("key", waiting(gate, "first"), got.append)
    jobs.write("key", waiting(gate, "second"), got.append)
    assert jobs.writing
    assert not jobs.cancel("key")
    with qtbot.waitSignal(jobs.idle):
        gate.set()
    assert sorted(got) == ["first", "second"]
    assert not jobs.writing


def test_an_interrupted_job_still_gives_its_answer(jobs: Jobs, qtbot):
    got = []
    jobs.read("key", lambda ticket: ticket.cancelled.wait(5) and "part", got.append)
    assert jobs.running("key")
    with qtbot.waitSignal(jobs.idle):
        assert jobs.interrupt("key")
    assert got == ["part"]
    assert not jobs.interrupt("key")


def test_an_error_that_nobody_foresaw_is_shown(jobs: Jobs, qtbot, caplog):
    with qtbot.waitSignal(jobs.crashed) as shown:
        jobs.read("key", lambda _: {}["missing"], lambda _: None)
    (crash,) = shown.args
    assert (crash.doing, crash.says) == ("key", "KeyError: 'missing'")
    assert "test_jobs.py" in crash.text()
    assert "job key failed" in caplog.text


def test_an_error_that_was_dealt_with_is_not_shown(jobs: Jobs, qtbot):
    seen = []

    def failed(error):
        seen.append(error)
        return True

    def work(_):
        raise OSError("no disk")

    with qtbot.assertNotEmitted(jobs.crashed), qtbot.waitSignal(jobs.idle):
        jobs.read("key", work, lambda _: None, failed=failed)
    assert [str(error) for error in seen] == ["no disk"]


def test_progress_is_told_with_its_last_value(jobs: Jobs, qtbot):
    told = []

    def work(ticket):
        for number in range(5000):
            ticket.tell("count", number)

    with qtbot.waitSignal(jobs.idle):
        jobs.read("key", work, lambda _: told.append("end"), told=lambda *what: told.append(what))
    assert told[-2:] == [("count", 4999), "end"]
    assert len(told) < 1000
    assert PROGRESS_MILLISECONDS == 50


def test_leaving_wants_nothing_any_more(jobs: Jobs, gate):
    got = []
    jobs.read("key", lambda ticket: ticket.cancelled.wait(5), got.append)
    assert jobs.leave(3000)
    assert got == []


def test_leaving_says_when_a_thread_does_not_end(qtbot, jobs: Jobs, gate):
    begun = threading.Event()

    def work(_):
        begun.set()
        gate.wait()

    jobs.read("key", work, lambda _: None)
    qtbot.waitUntil(begun.is_set)
    assert not jobs.leave(20)


def test_what_has_not_begun_when_the_window_is_left_never_begins(qtbot, jobs: Jobs):
    done = []
    jobs.write("key", lambda _: done.append("written"), lambda _: done.append("told"))
    assert jobs.leave(20)
    qtbot.waitUntil(lambda: not jobs.working)
    assert done == []
