"""What there is to tell somebody else, whether or not anything was inspected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ssmwizard.app.choice import Choice
    from ssmwizard.app.crash import Crash
    from ssmwizard.app.inspect import Inspection


@dataclass(frozen=True, slots=True)
class Seen:
    """What there is to tell: who is calling and this computer, each looked at by itself, and the inspection.

    ``choice`` is what an inspection would be of now. ``crash`` is the latest error that nobody foresaw:
    an inspection that was broken off tells more of it than an earlier one that is whole.
    """

    choice: Choice
    identity: Inspection | None = None
    computer: Inspection | None = None
    inspection: Inspection | None = None
    crash: Crash | None = None

    def same(self, other: Seen | None) -> bool:
        """Tell whether another holds nothing else."""
        return (
            other is not None
            and self.choice == other.choice
            and self.identity is other.identity
            and self.computer is other.computer
            and self.inspection is other.inspection
            and self.crash is other.crash
        )
