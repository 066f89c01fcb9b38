"""Buttons that lead from a finding to what repairs it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ssmwizard.model.text import N_
from ssmwizard.ui.buttons import LongButton
from ssmwizard.ui.language import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from ssmwizard.model.findings import Finding
    from ssmwizard.ui.conductor import Conductor


def repair_buttons(conductor: Conductor, finding: Finding) -> list[QPushButton]:
    """Return a button for each fix that the finding offers."""
    offered = [(fix, said) for fix in finding.fixes if (said := conductor.fix_title(fix))]
    return [
        LongButton(
            tr(N_("Repair: {title}"), title=said),
            _going(conductor, fix, finding.subject),
            icon="repair",
            look="primary" if place == 0 and finding.is_root_cause else "",
        )
        for place, (fix, said) in enumerate(offered)
    ]


def _going(conductor: Conductor, fix: str, node: str | None) -> Callable[[], None]:
    return lambda: conductor.go_to_repair(fix, node)
