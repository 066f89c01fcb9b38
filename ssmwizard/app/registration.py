"""What registers a machine outside EC2: commands that hold a secret, made to be shown and forgotten."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ssmwizard.fixes.activation import CODE, WHICH
from ssmwizard.model.plans import Once
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

AWS = "aws"
SYSTEMS: Mapping[str, Text] = {
    "hybrid.register-linux": text(
        N_("Linux with RPM packages (Amazon Linux, RHEL, Oracle Linux, Rocky Linux, SLES)")
    ),
    "hybrid.register-debian": text(N_("Debian, Ubuntu")),
    "hybrid.register-windows": text(N_("Windows Server, in PowerShell as administrator")),
}
LINUX_PAGE, WINDOWS_PAGE = (
    "hybrid-multicloud-ssm-agent-install-linux",
    "hybrid-multicloud-ssm-agent-install-windows",
)


@dataclass(frozen=True, slots=True)
class Command:
    """The lines that register a machine with one kind of system. They hold the secret."""

    system: Text
    lines: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Registration:
    """What is shown once: the id of the activation, and the commands that hold its code."""

    activation: str
    hints: tuple[Text, ...]
    commands: tuple[Command, ...]
    docs: tuple[str, ...] = (LINUX_PAGE, WINDOWS_PAGE)


IN_DEMO = N_(
    "This is the demo account: in a moment a machine registers by itself, as if somebody had run the commands."
)
TITLE = text(N_("Register the machines now"))


def registration(once: Once, snapshot: Snapshot, *, demo: bool = False) -> Registration:
    """Return what is to be shown of an activation that was just made."""
    requirements, partition = snapshot.requirements, snapshot.partition
    assert partition is not None, "no activation is planned without a partition"
    told = {
        "{region}": snapshot.identity.region or "",
        "{suffix}": partition.suffix,
        "{override}": requirements.text("hybrid.register-override"),
        "{id}": once.told[WHICH],
        "{code}": once.told[CODE],
    }
    hours = int(requirements.number("hybrid.activation-default-hours"))
    commands = tuple(
        Command(system, _filled("\n".join(requirements.texts(row)), told))
        for row, system in SYSTEMS.items()
    )
    hints = _hints(partition.name, hours)
    if demo:
        hints += (text(IN_DEMO),)
    return Registration(once.told[WHICH], hints, commands)


def _hints(partition: str, hours: int) -> tuple[Text, ...]:
    hints = (
        text(
            N_(
                "This is shown now and never again: nothing of it is kept here, and AWS does not tell it a second time. The activation ends in {hours} hours."
            ),
            hours=hours,
        ),
        text(
            N_(
                "Run one of these on each machine. On a machine with an ARM64 processor write arm64 instead of amd64. A registration that the machine still has is replaced."
            )
        ),
        text(N_("macOS outside EC2 cannot be registered.")),
    )
    if partition == AWS:
        return hints
    said = N_(
        "AWS documents the address of the download for its commercial Regions; for this partition it is not verified."
    )
    return (*hints, text(said))


def _filled(lines: str, told: Mapping[str, str]) -> str:
    for place, value in told.items():
        lines = lines.replace(place, value)
    return lines
