from typing import Any

import pytest
from support.facts import (
    HYBRID_ID,
    Case,
    ask,
    denied,
    fails,
    holds,
    instance,
    managed,
    node,
    ok,
    snapshot,
    unsure,
    warns,
)

from ssmwizard.checks.every import by_id
from ssmwizard.model.findings import Grade
from ssmwizard.model.snapshot import Snapshot

LIST = "ssm:DescribeInstanceInformation"
INFERRED = Grade.INFERRED


def system(
    platform: str, name: str, version: str, *, outside: bool = False, **parts: Any
) -> Snapshot:
    """A node on a system."""
    told = {"platform_type": platform, "platform_name": name, "platform_version": version}
    if outside:
        return snapshot(node(HYBRID_ID, managed=managed(HYBRID_ID, **told)))
    return snapshot(node(instance=instance(**parts), managed=managed(**told)))


def windows(release: str, version: str, **more: Any) -> Snapshot:
    return system("Windows", f"Microsoft Windows {release}", version, **more)


TABLE = {
    "ubuntu": ok(system("Linux", "Ubuntu", "24.04"), "24.04", "2026-11-24"),
    "windows-in-another-language": ok(
        windows("Server 2022 数据中心版", "10.0.20348"), "Windows Server 2022"
    ),
    "newer": warns(system("Linux", "Ubuntu", "26.04"), "2026-11-24", grade=INFERRED),
    "newer-windows": warns(windows("Server 2028 Datacenter", "10.0.30000"), "2028", grade=INFERRED),
    "arm-where-only-x86-is-listed": warns(
        system("Linux", "Oracle Linux Server", "9.3", architecture="arm64"), grade=INFERRED
    ),
    "debian-outside": ok(system("Linux", "Debian GNU/Linux", "12", outside=True)),
    "windows-2012": ok(windows("Server 2012 Standard", "6.2.9200")),
    "windows-2022": ok(windows("Server 2022 Datacenter", "10.0.20348")),
    "mac": ok(system("MacOS", "macOS", "14.6.1", architecture="arm64_mac")),
    "mac-outside": fails(system("MacOS", "macOS", "14.6.1", outside=True), "macOS", grade=INFERRED),
    "windows-2008-r2": fails(windows("Server 2008 R2 Standard", "6.1.7601"), grade=INFERRED),
    "windows-2003": fails(windows("Server 2003", "5.2.3790"), grade=INFERRED),
    "nano": fails(windows("Server 2016 Nano", "10.0.14393"), "Nano", grade=INFERRED),
    "no-longer-listed": warns(system("Linux", "Ubuntu", "16.04"), "16.04", grade=INFERRED),
    "never-listed": warns(system("Linux", "Arch Linux", "2026.11"), "Arch Linux", grade=INFERRED),
    "windows-client": warns(windows("11 Pro", "10.0.26100"), "Windows 11", grade=INFERRED),
    "another-processor": warns(
        system("Linux", "Ubuntu", "24.04", architecture="i386"), grade=INFERRED
    ),
    "not-told": unsure(system("", "", "")),
    "no-version": unsure(system("Linux", "Ubuntu", "")),
    "not-registered": unsure(snapshot(node(managed=None))),
    "denied": unsure(snapshot(node(managed=denied(LIST))), right=LIST),
}


@pytest.mark.parametrize("case", TABLE.values(), ids=list(TABLE))
def test_os_supported(case: Case) -> None:
    holds(by_id("os.supported"), case)


def test_what_cannot_be_told_apart_is_said() -> None:
    """Nano Server reports the version of Windows Server 2016."""
    outcome = ask(by_id("os.supported"), windows("Server 2016 Datacenter", "10.0.14393"))
    labels = [evidence.label.english() for evidence in outcome.evidence]
    assert any("Nano Server" in label for label in labels)


def test_the_processor_of_an_instance_that_could_not_be_looked_at_is_not_held_against_it() -> None:
    facts = node(instance=denied("ec2:DescribeInstances"))
    holds(by_id("os.supported"), ok(snapshot(facts)))
