"""Notices that the AWS configuration has changed, without asking for it time and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from ssmwizard.model.facts import Known
from ssmwizard.outside.configuration_files import Seen, look

if TYPE_CHECKING:
    from ssmwizard.ui.jobs import Ticket
    from ssmwizard.ui.looks import Looks

# Editors and the AWS CLI write in several steps.
REST_MILLISECONDS = 300
KEY = "configuration"


class ConfigurationWatcher(QObject):
    """Has the profile looked at again when its files changed, or when somebody signed in elsewhere."""

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks)
        self._looks = looks
        self._seen: Seen | None = None
        self._watcher = QFileSystemWatcher(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MILLISECONDS)
        self._rest.timeout.connect(self._look)
        self._watcher.fileChanged.connect(self._rest.start)
        self._watcher.directoryChanged.connect(self._rest.start)
        self._postponed = False
        looks.changed.connect(self._go_on)
        self._look()

    def _look(self) -> None:
        places = self._looks.doors.configuration
        if not places.files:
            return

        def work(_: Ticket) -> Seen:
            return look(places)

        self._looks.jobs.read(KEY, work, self._looked)

    def _looked(self, seen: Seen) -> None:
        fresh = set(seen.paths) - {*self._watcher.files(), *self._watcher.directories()}
        if fresh:
            self._watcher.addPaths(sorted(fresh))
        before, self._seen = self._seen, seen
        if before is None:
            return
        if before.files != seen.files or (before.caches != seen.caches and not self._signed_in()):
            self._tell()

    def _tell(self) -> None:
        """Have it looked at, but not in the midst of a change."""
        self._postponed = self._looks.wizard.writing
        if not self._postponed:
            self._looks.configuration_changed()

    def _go_on(self) -> None:
        if self._postponed:
            self._tell()

    def _signed_in(self) -> bool:
        looked = self._looks.wizard.identity
        return looked is not None and isinstance(looked.snapshot.identity.caller, Known)
