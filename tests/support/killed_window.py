"""The real program with its window, in a process of its own, that does by itself what somebody would.

``die``: it inspects a node, applies a fix to it, and is killed by SIGKILL at a boundary of the journal.
``look``: it waits until the window tells that a change was left unfinished, says so, and leaves.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ssmwizard.__main__ import main
from ssmwizard.ui.window import MainWindow
from tests.support.killed import deadly, tell

Awaited = Callable[[], bool]


def window() -> MainWindow | None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return next((one for one in app.topLevelWidgets() if isinstance(one, MainWindow)), None)


def dying(shown: MainWindow, fix: str, node: str) -> Iterator[Awaited]:
    """Go to the repair of a node, and confirm it."""
    conductor = shown.conductor
    yield lambda: not conductor.jobs.working
    conductor.choose_nodes((node,))
    conductor.inspect()
    yield lambda: conductor.wizard.inspection is not None
    conductor.go_to_repair(fix, node)
    yield lambda: (plan := conductor.repairer.repairs.plan) is not None and plan.fix == fix
    conductor.repairer.apply()
    yield lambda: False


def looking(shown: MainWindow) -> Iterator[Awaited]:
    yield shown.unfinished.isVisible
    tell(shown.unfinished.said.text())
    shown.close()
    yield lambda: False


def drive(steps: Callable[[MainWindow], Iterator[Awaited]]) -> None:
    """Take a step whenever what it waits for has come."""
    course: list[Iterator[Awaited]] = []
    awaited: list[Awaited] = [lambda: window() is not None]

    def tick() -> None:
        if awaited[0]():
            shown = window()
            assert shown is not None
            if not course:
                course.append(steps(shown))
            awaited[0] = next(course[0])

    timer = QTimer(QApplication.instance())
    timer.timeout.connect(tick)
    timer.start(20)


def begin(how: str, *asked: str) -> None:
    """Start the program as anybody would, with a hand on it."""
    from ssmwizard.ui import run  # noqa: PLC0415 - as the program does

    stay = run._stay

    def driven(*given: object) -> int:
        if how == "die":
            boundary, fix, node = asked
            deadly(int(boundary))
            drive(lambda shown: dying(shown, fix, node))
        else:
            drive(looking)
        return stay(*given)  # type: ignore[arg-type]

    run._stay = driven
    sys.exit(main(["--profile", "demo-admin"]))


if __name__ == "__main__":
    begin(*sys.argv[1:])
