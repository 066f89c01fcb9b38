"""What a node says of itself: facts that only the node knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

SUCCESS, SKIPPED, FAILED = "Success", "Skipped", "Failed"


@dataclass(frozen=True, slots=True)
class Probe:
    """One line of the agent's own diagnosis; ``status`` is ``Success``, ``Skipped`` or ``Failed``.

    https://docs.aws.amazon.com/systems-manager/latest/userguide/troubleshooting-managed-nodes-using-ssm-cli.html
    """

    check: str
    status: str
    note: str


@dataclass(frozen=True, slots=True)
class Identity:
    """The id and Region under which a machine says that it is known."""

    node: str
    region: str


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What a node answered when it was asked; what it did not answer is empty or None.

    ``probes`` is the agent's own diagnosis; ``trouble`` is what stood in its place. ``system`` is
    ``Linux``, ``Darwin`` or ``Windows``. ``time`` is the node's clock (UTC). Disk sizes are those of
    the disk of the system, in KiB. ``users`` maps names of accounts to whether they exist.
    ``domain_role`` and ``system_sku`` are Windows's own numbers.
    https://learn.microsoft.com/en-us/windows/win32/cimwin32prov/win32-computersystem
    https://learn.microsoft.com/en-us/windows/win32/cimwin32prov/win32-operatingsystem
    """

    probes: tuple[Probe, ...] = ()
    trouble: str = ""
    system: str = ""
    kernel: str = ""
    time: datetime | None = None
    powershell: str = ""
    system_sku: str = ""
    domain_role: str = ""
    disk_size: int | None = None
    disk_free: int | None = None
    inotify: int | None = None
    users: tuple[tuple[str, bool], ...] = ()
    instance: Identity | None = None
    hybrid: Identity | None = None

    def probe(self, check: str) -> Probe | None:
        """Return a line of the agent's diagnosis."""
        return next((one for one in self.probes if one.check == check), None)

    def has_user(self, name: str) -> bool | None:
        """Tell whether an account exists on the node, None where that was not answered."""
        return dict(self.users).get(name)

    @property
    def empty(self) -> bool:
        """Return whether nothing in it is an answer."""
        return self == Diagnosis(trouble=self.trouble)
