"""Leads the wizard from state to state: the looks, and the repairs that follow from them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ssmwizard.app.wizard import Step, Wizard
from ssmwizard.fixes.sign_in import ID as SIGN_IN
from ssmwizard.ui.language import say
from ssmwizard.ui.looks import Looks
from ssmwizard.ui.prober import Prober
from ssmwizard.ui.recoverer import Recoverer
from ssmwizard.ui.repairer import Repairer

if TYPE_CHECKING:
    from pathlib import Path

    from ssmwizard.app.doors import Doors
    from ssmwizard.ui.jobs import Jobs

# What the report page has done: the bundle made, and saved; console output read for it.
CONTENTS, SAVE, CONSOLES = "contents", "save", "consoles"


class Conductor(Looks):
    """All that the pages can ask for."""

    def __init__(self, doors: Doors, jobs: Jobs, wizard: Wizard, folder: Path) -> None:
        super().__init__(doors, jobs, wizard, folder)
        self.repairer = Repairer(self)
        self.prober = Prober(self)
        self.recoverer = Recoverer(self)
        self._begun = False

    def arrive(self) -> None:
        """Begin what the step on show needs; at first, look for what was left unfinished."""
        super().arrive()
        if not self._begun:
            self._begun = True
            self.recoverer.look_for_left()

    def cancel(self) -> bool:
        """End what the step on show is doing; tell whether there was something to end."""
        match self.wizard.step:
            case Step.REPAIR:
                return self.repairer.stop()
            case Step.REPORT:
                stopped = [self.jobs.interrupt(key) for key in (CONTENTS, SAVE, CONSOLES)]
                return any(stopped)
            case _:
                return super().cancel()

    def set_read_only(self, *, on: bool) -> None:
        """Let nothing be changed from now on, or let it again."""
        self.doors.gate.switch(read_only=on)
        self.changed.emit()
        self.repairer.changed.emit()

    def go_to_repair(self, fix: str, node: str | None) -> None:
        """Show the proposal of a fix; signing in is done where one is.

        Before anything was inspected, that is a detour.
        """
        if fix == SIGN_IN:
            self.ask_to_sign_in()
            return
        if self.wizard.inspection is None:
            self.repairer.offer(fix, node)
            self.become(self.wizard.detour(Step.REPAIR))
            return
        wizard = replace(self.wizard, reached=max(self.wizard.reached, Step.REPAIR))
        self.repairer.offer(fix, node)
        self.become(wizard.jump(Step.REPAIR))

    def fix_title(self, fix: str) -> str:
        """Return what a fix is called, nothing for one that there is not."""
        from ssmwizard.fixes.every import EVERY  # noqa: PLC0415 - loaded by the first look

        return next((say(one.title) for one in EVERY if one.id == fix), "")
