"""The one place that starts threads.

A job is a function of frozen values and a :class:`Ticket`; it touches no widget. Its answer comes back
through a signal to an object on the window's thread.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal, Slot

from ssmwizard.app.crash import crash_of

LOG = logging.getLogger(__name__)
PROGRESS_MILLISECONDS = 50
# What began a job is often a page that comes up: it is laid out and painted before the job begins, which
# would take the interpreter from it again and again.
HEAD_START_MILLISECONDS = 16
# The topic under which a job tells how far it is.
PROGRESS = "progress"

T = TypeVar("T")


@dataclass
class Ticket:
    """What a job is given: how to hear that it is not wanted any more, and how to tell how far it is.

    What is told is shown at most every 50 ms; of several things told in between under one ``topic``
    the last is shown.
    """

    cancelled: threading.Event = field(default_factory=threading.Event)
    _told: dict[str, Any] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def tell(self, topic: str, value: object) -> None:
        """Tell how far it is; from any thread."""
        with self._lock:
            self._told[topic] = value

    def teller(self, topic: str) -> Callable[[object], None]:
        """Return :meth:`tell` for one topic."""
        return lambda value: self.tell(topic, value)

    def take(self) -> dict[str, Any]:
        """Return what was told since the last time."""
        with self._lock:
            told, self._told = self._told, {}
        return told


Work = Callable[[Ticket], T]


@dataclass
class _Job(Generic[T]):
    key: str
    work: Work[T]
    then: Callable[[T], None]
    failed: Callable[[Exception], bool]
    told: Callable[[str, Any], None]
    write: bool
    ticket: Ticket = field(default_factory=Ticket)
    wanted: bool = True


class Jobs(QObject):
    """Runs jobs and brings their answers back, as long as they are wanted.

    A newer read under the same key supersedes the older one, whose answer is dropped. Writes are
    never superseded and never cancelled by anything but the operator. ``crashed`` carries the
    ``app.crash.Crash`` of an error that nobody foresaw.
    """

    crashed = Signal(object)
    idle = Signal()
    _ended = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[_Job[Any]] = []
        self._ended.connect(self._end)
        self._timer = QTimer(self)
        self._timer.setInterval(PROGRESS_MILLISECONDS)
        self._timer.timeout.connect(self._tell)

    def read(
        self,
        key: str,
        work: Work[T],
        then: Callable[[T], None],
        *,
        failed: Callable[[Exception], bool] = lambda _: False,
        told: Callable[[str, Any], None] = lambda _topic, _value: None,
    ) -> None:
        """Look at something. ``failed`` returns whether it has dealt with the error."""
        self.cancel(key)
        self._start(_Job(key, work, then, failed, told, write=False))

    def write(
        self,
        key: str,
        work: Work[T],
        then: Callable[[T], None],
        *,
        failed: Callable[[Exception], bool] = lambda _: False,
        told: Callable[[str, Any], None] = lambda _topic, _value: None,
    ) -> None:
        """Change something."""
        self._start(_Job(key, work, then, failed, told, write=True))

    def cancel(self, key: str) -> bool:
        """Drop the read that runs under a key; tell whether there was one."""
        found = [job for job in self._jobs if job.key == key and not job.write and job.wanted]
        for job in found:
            job.wanted = False
            job.ticket.cancelled.set()
        return bool(found)

    def interrupt(self, key: str) -> bool:
        """Ask the job under a key to end early, and still take its answer."""
        found = [job for job in self._jobs if job.key == key and job.wanted]
        for job in found:
            job.ticket.cancelled.set()
        return bool(found)

    def running(self, key: str) -> bool:
        """Tell whether an answer under a key is awaited."""
        return any(job.key == key and job.wanted for job in self._jobs)

    @property
    def working(self) -> bool:
        """Tell whether anything runs."""
        return bool(self._jobs)

    @property
    def writing(self) -> bool:
        """Tell whether something is being changed."""
        return any(job.write for job in self._jobs)

    def leave(self, milliseconds: int) -> bool:
        """Want nothing any more and wait a little; tell whether all threads have ended."""
        self._timer.stop()
        for job in self._jobs:
            job.wanted = False
            job.ticket.cancelled.set()
        return QThreadPool.globalInstance().waitForDone(milliseconds)

    def _start(self, job: _Job[Any]) -> None:
        self._jobs.append(job)
        self._timer.start()
        QTimer.singleShot(HEAD_START_MILLISECONDS, self, lambda: self._go(job))

    def _go(self, job: _Job[Any]) -> None:
        if job.wanted:
            QThreadPool.globalInstance().start(lambda: self._run(job))
        else:
            self._end(job, None, None)

    def _run(self, job: _Job[Any]) -> None:
        """Do the work; on a thread of the pool."""
        try:
            answer, error = job.work(job.ticket), None
        except Exception as problem:  # noqa: BLE001 - shown on the window's thread
            answer, error = None, problem
        try:
            self._ended.emit(job, answer, error)
        except RuntimeError:
            LOG.debug("the window was gone before the answer of %s", job.key)

    @Slot(object, object, object)
    def _end(self, job: _Job[Any], answer: object, error: Exception | None) -> None:
        if job.wanted:
            self._tell_of(job)
        self._jobs.remove(job)
        if not self._jobs:
            self._timer.stop()
        if error is not None:
            self._failed(job, error)
        elif job.wanted:
            job.then(answer)
        if not self._jobs:
            self.idle.emit()

    def _failed(self, job: _Job[Any], error: Exception) -> None:
        if job.wanted and job.failed(error):
            return
        LOG.error("job %s failed", job.key, exc_info=error)
        if job.wanted or job.write:
            self.crashed.emit(crash_of(error, job.key))

    def _tell(self) -> None:
        for job in list(self._jobs):
            if job.wanted:
                self._tell_of(job)

    def _tell_of(self, job: _Job[Any]) -> None:
        for topic, value in job.ticket.take().items():
            job.told(topic, value)
