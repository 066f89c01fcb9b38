"""How one run of the program reaches the outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ssmwizard.app.begun import Begun
from ssmwizard.app.together import AT_ONCE
from ssmwizard.outside.call_log import CallLog
from ssmwizard.outside.codes import Codes
from ssmwizard.outside.configuration_files import Watched
from ssmwizard.outside.gate import Gate
from ssmwizard.outside.secret_store import SecretStore

if TYPE_CHECKING:
    from ssmwizard.outside.aws import LiveAws
    from ssmwizard.outside.computer import Changeable
    from ssmwizard.outside.this_computer import Hands


@dataclass(frozen=True, slots=True)
class Doors:
    """The doors of one run: live, or those of the demo account.

    ``open_aws`` takes a profile and a Region (None: what the environment or the configuration says).
    ``journal`` is the file in which changes are written down. ``gate`` is what every change passes,
    ``log`` is told of every call.
    ``demo`` names the demo scenario, empty on a real account. ``page`` is how many EC2 instances are
    asked for at once: large pages mean few calls, small ones never hold the interpreter for long
    while a window is open. ``at_once`` is how many questions are asked at the same time. ``codes``
    asks for MFA codes, where there is somebody to ask. ``configuration`` are the files that tell who
    is calling, ``begun`` holds the looks that have not ended.
    ``keyring`` keeps the keys to what stand-ins of bundles stand for; None: the names are made up.
    """

    open_aws: Callable[[str | None, str | None], LiveAws]
    computer: Changeable
    journal: Path
    gate: Gate = field(default_factory=Gate)
    log: CallLog = field(default_factory=CallLog)
    demo: str = ""
    page: int = 1000
    at_once: int = AT_ONCE
    codes: Codes = field(default_factory=Codes)
    configuration: Watched = field(default_factory=Watched)
    begun: Begun = field(default_factory=Begun, repr=False)
    keyring: SecretStore | None = None
    _open: dict[tuple[str | None, str | None], LiveAws] = field(default_factory=dict, repr=False)

    @property
    def read_only(self) -> bool:
        """Tell whether nothing can be changed now."""
        return self.gate.read_only

    def aws(self, profile: str | None, region: str | None, *, anew: bool = False) -> LiveAws:
        """Return the door for a profile and a Region, kept for later; ``anew`` signs in again."""
        key = (profile, region)
        if anew or key not in self._open:
            self._open[key] = self.open_aws(profile, region)
        return self._open[key]

    def hands(self, fix: str) -> Hands:
        """Return the door through which a fix changes this computer."""
        from ssmwizard.outside.this_computer import Hands  # noqa: PLC0415 - not needed to begin

        return Hands(self.computer.operations(), gate=self.gate, fix=fix, heard=self.log.heard)
