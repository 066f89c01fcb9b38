"""Python's collector of cyclic garbage, kept for moments in which nobody waits for the window.

It stops every thread for as long as it takes to look at every object: a tenth of a second once AWS's
models are loaded, more with a large inspection. An inspection leaves little for it (most objects end
when nobody holds them any more), so it can wait. It also may run on any thread, and what it collects
may be widgets, which must end on the window's.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

    from ssmwizard.ui.jobs import Jobs

REST_MILLISECONDS = 10_000
INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
    }
)


class Collector(QObject):
    """Collects once after work, when no job has run and nobody has touched the window for a while.

    Until :meth:`retire` nothing else collects in this process.
    """

    def __init__(self, window: QWindow, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._jobs = jobs
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MILLISECONDS)
        self._rest.timeout.connect(self._collect)
        jobs.idle.connect(self._rest.start)
        window.installEventFilter(self)
        gc.disable()
        gc.freeze()  # what is loaded by now stays

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Rest anew when the window was touched; nothing is kept from it."""
        if self._rest.isActive() and event.type() in INPUT:
            self._rest.start()
        return False

    def retire(self) -> None:
        """Leave it to Python again."""
        self._rest.stop()
        gc.unfreeze()
        gc.enable()

    def _collect(self) -> None:
        if not self._jobs.working:  # else it is idle again later
            gc.collect()
