"""When Python's collector runs while a window is open."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow

from ssmwizard.ui import collector


class Knot:
    """Something that only the collector can end."""

    def __init__(self):
        self.itself = self


@pytest.fixture
def collecting(jobs, monkeypatch):
    monkeypatch.setattr(collector, "REST_MILLISECONDS", 50)
    window = QWindow()
    made = collector.Collector(window, jobs)
    yield made, window
    made.retire()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def knot():
    return weakref.ref(Knot())


def test_nothing_is_collected_while_something_runs(collecting, jobs, qtbot):
    gate = threading.Event()
    tied = knot()
    jobs.read("long", lambda _: gate.wait(10), lambda _: None)
    with qtbot.waitSignal(jobs.idle):
        jobs.read("short", lambda _: None, lambda _: None)
        qtbot.wait(1)
        assert not gc.isenabled()
        qtbot.wait(3 * collector.REST_MILLISECONDS)
        assert tied() is not None
        gate.set()


def test_what_work_left_is_collected_on_the_windows_thread_once_it_rests(collecting, jobs, qtbot):
    here, threads, made = threading.get_ident(), [], []

    def work(_):
        left = Knot()
        made.append(weakref.ref(left))
        weakref.finalize(left, lambda: threads.append(threading.get_ident()))

    jobs.read("work", work, lambda _: None)
    qtbot.waitUntil(lambda: bool(threads))
    assert made[0]() is None
    assert threads == [here]


def test_input_puts_it_off_and_is_not_kept_from_the_window(collecting, jobs, qtbot):
    made, window = collecting
    with qtbot.waitSignal(jobs.idle):
        jobs.read("work", lambda _: None, lambda _: None)
    made._rest.setInterval(60_000)
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    assert made.eventFilter(window, key) is False
    assert made._rest.remainingTime() > 1000


def test_it_ends_no_rest_that_has_not_begun(collecting):
    made, window = collecting
    assert made.eventFilter(window, QEvent(QEvent.Type.Wheel)) is False
    assert not made._rest.isActive()
    assert isinstance(made, QObject)
