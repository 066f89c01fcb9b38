import threading
import time

import pytest

from ssmwizard.app.together import Together
from ssmwizard.model.facts import Unknown, Why
from ssmwizard.model.text import Text

SAYS = Text("asking")


def test_every_question_is_answered_under_its_key() -> None:
    questions = {number: (lambda number=number: number * number) for number in range(50)}
    answers = Together(threading.Event()).ask(questions, SAYS)
    assert answers == {number: number * number for number in range(50)}


def test_answers_keep_the_order_of_the_questions() -> None:
    slow = threading.Event()
    questions = {"slow": lambda: slow.wait(30), "quick": slow.set}
    assert list(Together(threading.Event()).ask(questions, SAYS)) == ["slow", "quick"]


def test_nothing_asked_is_nothing_answered() -> None:
    assert Together(threading.Event()).ask({}, SAYS) == {}


def test_what_was_left_behind_once_is_left_behind_again() -> None:
    again = Together(threading.Event(), passed_over={"late": Why.TIMED_OUT})
    questions = {"late": lambda: 1, ("quick", "one"): lambda: 2}
    assert again.ask(questions, SAYS) == {"late": Unknown(Why.TIMED_OUT), ("quick", "one"): 2}
    assert again.unanswered == {"late": Why.TIMED_OUT}


def test_a_fault_in_a_question_is_raised() -> None:
    def broken() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Together(threading.Event()).ask({"broken": broken}, SAYS)


def test_what_has_not_answered_when_cancelled_is_left_behind() -> None:
    cancelled, release = threading.Event(), threading.Event()

    def late() -> bool:
        cancelled.set()
        return release.wait(60)

    together = Together(cancelled)
    answers = together.ask({"late": late, **dict.fromkeys(range(20), lambda: 1)}, SAYS)
    release.set()
    assert answers["late"] == Unknown(Why.CANCELLED)
    assert together.why_missing is Why.CANCELLED


def test_what_has_not_answered_at_the_deadline_is_left_behind() -> None:
    release = threading.Event()
    together = Together(threading.Event(), deadline=time.monotonic() + 0.05)
    answers = together.ask({"late": lambda: release.wait(60)}, SAYS)
    release.set()
    assert answers == {"late": Unknown(Why.TIMED_OUT)}


def test_progress_counts_over_several_rounds() -> None:
    told: list[tuple[int, int]] = []
    together = Together(
        threading.Event(), answered=lambda done, total, _: told.append((done, total))
    )
    together.ask({1: lambda: 1, 2: lambda: 2}, SAYS)
    together.ask({3: lambda: 3}, SAYS)
    assert told == [(1, 2), (2, 2), (3, 3)]


def test_a_question_that_pauses_ends_when_nobody_waits_for_it_any_more() -> None:
    cancelled = threading.Event()
    together = Together(cancelled)

    def again_and_again() -> None:
        cancelled.set()
        together.pause(60)
        raise AssertionError

    assert together.ask({"late": again_and_again}, SAYS) == {"late": Unknown(Why.CANCELLED)}
    assert together.unanswered == {"late": Why.CANCELLED}


def test_a_pause_lasts_as_long_as_it_says_and_in_a_replay_not_at_all() -> None:
    began = time.monotonic()
    Together(threading.Event(), patient=False).pause(60)
    Together(threading.Event()).pause(0.15)
    assert time.monotonic() - began >= 0.15
