"""Asks several questions at the same time, with a deadline and a way to stop."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from ssmwizard.model.facts import Unknown, Why
from ssmwizard.model.text import Text

AT_ONCE = 8
LOOK_SECONDS = 0.1

Question = Callable[[], Any]
Answer = tuple[Any, Any, BaseException | None]


class Over(Exception):  # noqa: N818 - it is no error
    """Nobody waits for the answer of a question any more."""


@dataclass
class Together:
    """Runs questions in a few threads and gathers the answers.

    ``deadline`` is on the monotonic clock. When it passes, or ``cancelled`` is set, what has not answered
    yet is left behind as ``Unknown``; its thread ends with the call that it is waiting for and never keeps
    the process alive. ``answered`` is told how many of how many have answered, ``heard`` names these.
    ``unanswered`` names what was left behind, and why; ``passed_over`` names questions that are left
    behind at once, as they were when the answers were recorded, and so is what is not among ``only``.
    One that is not ``patient`` pauses for nothing. ``at_once`` is how many questions are asked at the same
    time.
    """

    cancelled: threading.Event
    deadline: float | None = None
    answered: Callable[[int, int, Text], None] = lambda _done, _total, _says: None
    passed_over: Mapping[str, Why] = field(default_factory=dict)
    only: Collection[str] | None = None
    patient: bool = True
    at_once: int = AT_ONCE
    heard: list[str] = field(default_factory=list, init=False)
    unanswered: dict[str, Why] = field(default_factory=dict, init=False)
    done: int = field(default=0, init=False)
    total: int = field(default=0, init=False)

    def ask(self, questions: Mapping[Any, Question], says: Text) -> dict[Any, Any]:
        """Return the answer of each question under its key; ``says`` tells what is being asked.

        An exception in a question is a programming error and is raised here.
        """
        self.total += len(questions)
        answers: dict[Any, Any] = {}
        asked = {key: one for key, one in questions.items() if self._is_asked(str(key))}
        back = self._begin(asked)
        while len(answers) < len(asked) and not self._over():
            try:
                key, answer, error = back.get(timeout=LOOK_SECONDS)
            except queue.Empty:
                continue
            if isinstance(error, Over):
                continue
            if error is not None:
                raise error
            answers[key] = answer
            self.heard.append(str(key))
            self.done += 1
            self.answered(self.done, self.total, says)
        late = self.why_missing
        for name in (str(key) for key in questions if key not in answers):
            self.unanswered[name] = self.passed_over.get(name, late)
        return {
            key: answers[key] if key in answers else Unknown(self.unanswered[str(key)])
            for key in questions
        }

    def pause(self, seconds: float) -> None:
        """Wait inside a question before something is asked again; raises :class:`Over` when it is over."""
        ends = time.monotonic() + (seconds if self.patient else 0)
        while not self._over():
            left = ends - time.monotonic()
            if left <= 0:
                return
            self.cancelled.wait(min(left, LOOK_SECONDS))
        raise Over

    @property
    def why_missing(self) -> Why:
        """Return why an answer is missing, if one is."""
        if self.cancelled.is_set():
            return Why.CANCELLED
        return Why.TIMED_OUT if self._over() else Why.NOT_COLLECTED

    def _is_asked(self, name: str) -> bool:
        return name not in self.passed_over and (self.only is None or name in self.only)

    def _begin(self, questions: Mapping[Any, Question]) -> queue.SimpleQueue[Answer]:
        todo: queue.SimpleQueue[tuple[Any, Question]] = queue.SimpleQueue()
        back: queue.SimpleQueue[Answer] = queue.SimpleQueue()
        for item in questions.items():
            todo.put(item)

        def work() -> None:
            while not self._over():
                try:
                    key, question = todo.get_nowait()
                except queue.Empty:
                    return
                try:
                    back.put((key, question(), None))
                except BaseException as error:  # noqa: BLE001 - raised by the thread that asks
                    back.put((key, None, error))

        for _ in range(min(self.at_once, len(questions))):
            threading.Thread(target=work, name="ssmwizard-question", daemon=True).start()
        return back

    def _over(self) -> bool:
        late = self.deadline is not None and time.monotonic() >= self.deadline
        return late or self.cancelled.is_set()
