"""The operating systems that the demo's machines run, named as the agent names them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class System:
    """An operating system as EC2 and the agent name it."""

    kind: str
    name: str
    version: str
    details: str = "Linux/UNIX"
    architecture: str = "x86_64"
    instance_type: str = "t3.medium"
    image: str = ""


AMAZON_2023 = System("Linux", "Amazon Linux", "2023", image="al2023-ami-2023.8-x86_64")
AMAZON_2 = System("Linux", "Amazon Linux", "2", image="amzn2-ami-hvm-x86_64-gp2")
UBUNTU_2204 = System("Linux", "Ubuntu", "22.04", image="ubuntu-jammy-22.04-amd64-server")
UBUNTU_2404 = System("Linux", "Ubuntu", "24.04", image="ubuntu-noble-24.04-amd64-server")
UBUNTU_1604 = System("Linux", "Ubuntu", "16.04", image="ubuntu-xenial-16.04-amd64-server")
DEBIAN_12 = System(
    "Linux", "Debian GNU/Linux", "12", architecture="arm64", instance_type="t4g.small"
)
RHEL_9 = System(
    "Linux", "Red Hat Enterprise Linux", "9.4", details="Red Hat Enterprise Linux",
    instance_type="m6i.large",
)  # fmt: skip
ROCKY_9 = System("Linux", "Rocky Linux", "9.3")
SLES_15 = System("Linux", "SLES", "15.5", details="SUSE Linux", instance_type="m6i.large")
WINDOWS_2022 = System(
    "Windows", "Microsoft Windows Server 2022 Datacenter", "10.0.20348", details="Windows",
    instance_type="m6i.large",
)  # fmt: skip
WINDOWS_2019 = System(
    "Windows", "Microsoft Windows Server 2019 Datacenter", "10.0.17763", details="Windows",
    instance_type="m6i.large",
)  # fmt: skip
WINDOWS_2008 = System(
    "Windows", "Microsoft Windows Server 2008 R2 Standard", "6.1.7601", details="Windows"
)
MACOS = System("MacOS", "macOS", "14.6.1", architecture="arm64_mac", instance_type="mac2.metal")
